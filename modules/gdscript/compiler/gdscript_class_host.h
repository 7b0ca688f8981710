// What the compiler asks the running language for: classes beyond the one at hand, and values that code refers to.
#pragma once

#include "core/string/string_name.h"
#include "core/variant/variant.h"
#include "modules/gdscript/syntax/gdscript_ast.h"

class GDScriptClass;

// One implementation: the cache of script files.
class GDScriptClassHost {
public:
	// The script object of a class in the source, compiled or not; always the same while it lives.
	virtual GDScriptClass *get_class_of(GDScriptAST::ClassNode *p_class) = 0;
	// The same with its members known.
	virtual GDScriptClass *get_class_with_interface(GDScriptAST::ClassNode *p_class) = 0;
	// The whole analysis of another file, unless it is under way.
	virtual void finish_analysis(GDScriptUnit *p_unit) = 0;
	// A native class, or a function of the engine or the language, as a value.
	virtual Variant get_native_class(const StringName &p_name) = 0;
	virtual Variant get_utility_callable(const StringName &p_name) = 0;
	// The number of a function of the language (range, load, ...) that CALL_GDSCRIPT_UTILITY takes.
	virtual int get_utility_number(const StringName &p_name) = 0;

protected:
	~GDScriptClassHost() = default;
};
