// What a match knows.
#include "modules/regex/regex_match.h"

#include "core/object/class_db.h"

void RegExMatch::set_result(const String &p_subject, const Vector<Range> &p_groups, const Dictionary &p_names) {
	subject = p_subject;
	groups = p_groups;
	names = p_names;
}

int RegExMatch::get_group_count() const {
	return groups.is_empty() ? 0 : int(groups.size()) - 1;
}

String RegExMatch::text_of(const Range &p_range) const {
	return p_range.start < 0 ? String() : subject.substr(p_range.start, p_range.end - p_range.start);
}

PackedStringArray RegExMatch::get_strings() const {
	PackedStringArray strings;
	for (const Range &group : groups) {
		strings.push_back(text_of(group));
	}
	return strings;
}

RegExMatch::Range RegExMatch::find(const Variant &p_name) const {
	int64_t number = -1;
	if (p_name.is_num()) {
		number = p_name;
	} else if (p_name.is_string()) {
		number = names.get(String(p_name), -1);
	}
	return number >= 0 && number < groups.size() ? groups[number] : Range();
}

String RegExMatch::get_string(const Variant &p_name) const {
	return text_of(find(p_name));
}

int RegExMatch::get_start(const Variant &p_name) const {
	return find(p_name).start;
}

int RegExMatch::get_end(const Variant &p_name) const {
	return find(p_name).end;
}

void RegExMatch::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_subject"), &RegExMatch::get_subject);
	ClassDB::bind_method(D_METHOD("get_group_count"), &RegExMatch::get_group_count);
	ClassDB::bind_method(D_METHOD("get_names"), &RegExMatch::get_names);
	ClassDB::bind_method(D_METHOD("get_strings"), &RegExMatch::get_strings);
	ClassDB::bind_method(D_METHOD("get_string", "name"), &RegExMatch::get_string, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("get_start", "name"), &RegExMatch::get_start, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("get_end", "name"), &RegExMatch::get_end, DEFVAL(0));
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "subject"), "", "get_subject");
	ADD_PROPERTY(PropertyInfo(Variant::DICTIONARY, "names"), "", "get_names");
	ADD_PROPERTY(PropertyInfo(Variant::ARRAY, "strings"), "", "get_strings");
}
