// One place where a regular expression matched. A value: it keeps the text it was found in, not the expression.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"
#include "core/variant/dictionary.h"
#include "core/variant/variant.h"

class RegExMatch : public RefCounted {
	GDCLASS(RegExMatch, RefCounted);

public:
	// Characters from start up to, not including, end; both -1 for a group that took no part in the match.
	struct Range {
		int start = -1;
		int end = -1;
	};

	// p_groups: the whole match first, then group 1 and on; p_names: number of each named group that took part.
	void set_result(const String &p_subject, const Vector<Range> &p_groups, const Dictionary &p_names);

	String get_subject() const { return subject; }
	int get_group_count() const; // Without the whole match.
	Dictionary get_names() const { return names; }
	PackedStringArray get_strings() const;

	// p_name: the number of a group, or its name. What does not exist is an empty text at -1.
	String get_string(const Variant &p_name = 0) const;
	int get_start(const Variant &p_name = 0) const;
	int get_end(const Variant &p_name = 0) const;

protected:
	static void _bind_methods();

private:
	Range find(const Variant &p_name) const;
	String text_of(const Range &p_range) const;

	String subject;
	Vector<Range> groups;
	Dictionary names;
};
