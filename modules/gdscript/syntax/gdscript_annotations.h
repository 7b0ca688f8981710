// The annotations of GDScript: names, where they may stand, and their arguments.
#pragma once

#include "core/string/string_name.h"
#include "core/variant/variant.h"

struct GDScriptAnnotationInfo {
	enum Target : uint32_t {
		SCRIPT = 1 << 0, // At the top of the file.
		CLASS = 1 << 1,
		VARIABLE = 1 << 2,
		CONSTANT = 1 << 3,
		SIGNAL = 1 << 4,
		FUNCTION = 1 << 5,
		ENUM = 1 << 6,
		STATEMENT = 1 << 7,
		STANDALONE = 1 << 8, // Stands for itself, belongs to no declaration.
		ANY_DECLARATION = CLASS | VARIABLE | CONSTANT | SIGNAL | FUNCTION | ENUM,
	};
	enum Action : uint8_t {
		TOOL,
		ICON,
		STATIC_UNLOAD,
		ABSTRACT,
		ONREADY,
		EXPORT, // The @export family; hint says which.
		GROUP,
		RPC,
		WARNING_IGNORE,
		WARNING_IGNORE_START,
		WARNING_IGNORE_RESTORE,
	};
	const char *name; // With the "@".
	Action action;
	uint32_t targets;
	// Types of the arguments, one letter each: s String, i int, f number, v anything, c callable-name or icon string; an upper case
	// letter begins the optional ones, `*` repeats the last letter.
	const char *arguments;
	int hint; // PropertyHint of exports; of groups the usage flag.

	int required_arguments() const;
	int maximum_arguments() const; // -1: no limit.
	Variant::Type argument_type(int p_index) const; // NIL: anything.

	static const GDScriptAnnotationInfo *find(const StringName &p_name);
	static const GDScriptAnnotationInfo *get_table(int &r_count);
};
