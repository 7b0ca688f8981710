// KnownClassReader: fills an entry of ClassDB from the lines of a class in KnownFacts.
#pragma once

#include "core/object/class_db.h"
#include "core/os/memory.h"
#include "core/templates/span.h"

class KnownMethod;

class KnownClassReader {
	ClassDB::ClassInfo *into;
	ClassDB::ClassMembers *members = memnew(ClassDB::ClassMembers); // Those of r_into, which owns them.
	const ClassDB::ClassInfo *native; // What r_into supplements, or null; members that it has are left out.
	StringName class_name;
	bool quiet;

	PropertyInfo read_type(Span<char> p_text, const String &p_name = String()) const;
	void read_arguments(class KnownFields &r_fields, MethodInfo &r_method) const;
	void read_property(Span<char> p_line);
	void read_group(Span<char> p_line);
	void read_method(Span<char> p_line);
	void read_signal(Span<char> p_line);
	void read_enum(Span<char> p_line);
	KnownMethod *add_method(const MethodInfo &p_method);
	MethodBind *accessor(const StringName &p_name, int p_kind, const PropertyInfo &p_property, int p_index, const Variant &p_default, const String &p_argument);

public:
	// All lines but the first.
	void read(Span<char> p_lines);
	KnownClassReader(ClassDB::ClassInfo *r_into, const ClassDB::ClassInfo *p_native, const StringName &p_class, bool p_quiet) :
			into(r_into), native(p_native), class_name(p_class), quiet(p_quiet) {
		into->set_members(members);
	}
};
