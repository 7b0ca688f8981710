// Regular expressions of PCRE2 over the characters of a String. Classes such as \w mean ASCII, as in the language of most addons.
// A compiled expression is never changed by searching, so threads may share one as long as none compiles it anew. The library's own
// limits of steps and memory end a search that a hostile text would draw out; that is an error, not a match.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/variant/typed_array.h"
#include "modules/regex/regex_match.h"

#include <memory>

struct pcre2_real_code_32;

class RegEx : public RefCounted {
	GDCLASS(RegEx, RefCounted);

public:
	static Ref<RegEx> create_from_string(const String &p_pattern, bool p_show_error = true);

	void clear(); // Invalid again; the pattern stays for get_pattern().
	Error compile(const String &p_pattern, bool p_show_error = true); // FAILED and, if asked for, a message that says where.
	bool is_valid() const { return code != nullptr; }
	String get_pattern() const { return pattern; }
	int get_group_count() const;
	PackedStringArray get_names() const;

	// From p_offset up to p_end (-1: the end of the text). What lies before p_offset is still seen by assertions that look back; the
	// text ends at p_end for all purposes. Null where nothing matches.
	Ref<RegExMatch> search(const String &p_subject, int p_offset = 0, int p_end = -1) const;
	TypedArray<RegExMatch> search_all(const String &p_subject, int p_offset = 0, int p_end = -1) const;
	// The subject with the first match, or all, replaced. $1, ${1}, $name and ${name} are groups, $0 the match, $$ a dollar sign.
	// An empty text, and an error, for a group that does not exist.
	String sub(const String &p_subject, const String &p_replacement, bool p_all = false, int p_offset = 0, int p_end = -1) const;

protected:
	static void _bind_methods();

private:
	struct CodeDeleter {
		void operator()(pcre2_real_code_32 *p_code) const;
	};
	struct Name {
		String text;
		int group = 0;
	};

	bool clamp_range(const String &p_subject, int p_offset, int &r_end) const;
	Ref<RegExMatch> search_in(const String &p_subject, int p_offset, int p_end) const; // In a range that was checked.

	std::unique_ptr<pcre2_real_code_32, CodeDeleter> code;
	String pattern;
	Vector<Name> names; // By name, then number; a name may stand for several groups.
	int group_count = 0;
};
