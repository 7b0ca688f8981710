// RegEx over PCRE2's interface for 32-bit characters: a String's text goes in and out as it is.
#include "modules/regex/regex.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"

#define PCRE2_CODE_UNIT_WIDTH 32
#include <pcre2.h>

namespace {

struct MatchDataDeleter {
	void operator()(pcre2_match_data_32 *p_data) const { pcre2_match_data_free_32(p_data); }
};
using MatchData = std::unique_ptr<pcre2_match_data_32, MatchDataDeleter>;

// The library's own limit of memory for a search is 20 GB: here a search ends far below that. One for all, never changed.
pcre2_match_context_32 *limits() {
	static pcre2_match_context_32 *const context = [] {
		pcre2_match_context_32 *made = pcre2_match_context_create_32(nullptr);
		pcre2_set_heap_limit_32(made, 64 * 1024); // KiB
		return made;
	}();
	return context;
}

PCRE2_SPTR32 text_of(const String &p_text) {
	return reinterpret_cast<PCRE2_SPTR32>(p_text.get_data());
}

String describe(int p_error) {
	char32_t text[256];
	const int length = pcre2_get_error_message_32(p_error, reinterpret_cast<PCRE2_UCHAR32 *>(text), 256);
	return length < 0 ? "error " + String::num_int64(p_error) : String(text, length);
}

uint32_t info_of(const pcre2_code_32 *p_code, uint32_t p_what) {
	uint32_t number = 0;
	pcre2_pattern_info_32(p_code, p_what, &number);
	return number;
}

} // namespace

void RegEx::CodeDeleter::operator()(pcre2_real_code_32 *p_code) const {
	pcre2_code_free_32(p_code);
}

Ref<RegEx> RegEx::create_from_string(const String &p_pattern, bool p_show_error) {
	Ref<RegEx> regex;
	regex.instantiate();
	regex->compile(p_pattern, p_show_error);
	return regex;
}

void RegEx::clear() {
	code.reset();
	names.clear();
	group_count = 0;
}

Error RegEx::compile(const String &p_pattern, bool p_show_error) {
	clear();
	pattern = p_pattern;
	int error = 0;
	PCRE2_SIZE offset = 0;
	code.reset(pcre2_compile_32(text_of(p_pattern), p_pattern.length(), PCRE2_DUPNAMES, &error, &offset, nullptr));
	if (!code) {
		if (p_show_error) {
			ERR_PRINT("The regular expression \"" + p_pattern + "\" is wrong at character " + String::num_uint64(offset) + ": " + describe(error) + ".");
		}
		return FAILED;
	}
	group_count = info_of(code.get(), PCRE2_INFO_CAPTURECOUNT);
	// Entries of one size: the group's number, then the name and a zero.
	PCRE2_SPTR32 entry = nullptr;
	pcre2_pattern_info_32(code.get(), PCRE2_INFO_NAMETABLE, &entry);
	const uint32_t entry_size = info_of(code.get(), PCRE2_INFO_NAMEENTRYSIZE);
	for (uint32_t left = info_of(code.get(), PCRE2_INFO_NAMECOUNT); left > 0; left--, entry += entry_size) {
		names.push_back({ String(reinterpret_cast<const char32_t *>(entry + 1)), int(entry[0]) });
	}
	return OK;
}

int RegEx::get_group_count() const {
	ERR_FAIL_COND_V_MSG(!is_valid(), 0, "Nothing was compiled; call compile() with a pattern first.");
	return group_count;
}

PackedStringArray RegEx::get_names() const {
	PackedStringArray list;
	ERR_FAIL_COND_V_MSG(!is_valid(), list, "Nothing was compiled; call compile() with a pattern first.");
	for (const Name &name : names) {
		if (list.is_empty() || list[list.size() - 1] != name.text) {
			list.push_back(name.text);
		}
	}
	return list;
}

bool RegEx::clamp_range(const String &p_subject, int p_offset, int &r_end) const {
	ERR_FAIL_COND_V_MSG(!is_valid(), false, "Nothing was compiled; call compile() with a pattern first.");
	ERR_FAIL_COND_V_MSG(p_offset < 0, false, "A search cannot begin before the text: the offset is " + String::num_int64(p_offset) + ".");
	if (r_end < 0 || r_end > p_subject.length()) {
		r_end = int(p_subject.length());
	}
	return p_offset <= r_end;
}

Ref<RegExMatch> RegEx::search_in(const String &p_subject, int p_offset, int p_end) const {
	const MatchData data(pcre2_match_data_create_from_pattern_32(code.get(), nullptr));
	const int found = pcre2_match_32(code.get(), text_of(p_subject), p_end, p_offset, 0, data.get(), limits());
	if (found < 0) {
		ERR_FAIL_COND_V_MSG(found != PCRE2_ERROR_NOMATCH, Ref<RegExMatch>(), "The search for \"" + pattern + "\" was given up: " + describe(found) + ".");
		return Ref<RegExMatch>();
	}
	const PCRE2_SIZE *places = pcre2_get_ovector_pointer_32(data.get());
	Vector<RegExMatch::Range> groups;
	groups.resize(group_count + 1);
	RegExMatch::Range *group = groups.ptrw();
	for (int i = 0; i <= group_count; i++) {
		if (places[2 * i] != PCRE2_UNSET) {
			group[i] = { int(places[2 * i]), int(places[2 * i + 1]) };
		}
	}
	Dictionary numbers;
	for (const Name &name : names) {
		if (group[name.group].start >= 0 && !numbers.has(name.text)) {
			numbers[name.text] = name.group;
		}
	}
	Ref<RegExMatch> match;
	match.instantiate();
	match->set_result(p_subject, groups, numbers);
	return match;
}

Ref<RegExMatch> RegEx::search(const String &p_subject, int p_offset, int p_end) const {
	return clamp_range(p_subject, p_offset, p_end) ? search_in(p_subject, p_offset, p_end) : Ref<RegExMatch>();
}

TypedArray<RegExMatch> RegEx::search_all(const String &p_subject, int p_offset, int p_end) const {
	TypedArray<RegExMatch> all;
	if (!clamp_range(p_subject, p_offset, p_end)) {
		return all;
	}
	while (p_offset <= p_end) {
		const Ref<RegExMatch> match = search_in(p_subject, p_offset, p_end);
		if (match.is_null()) {
			break;
		}
		all.push_back(match);
		const int end = match->get_end();
		p_offset = match->get_start() == end ? end + 1 : end;
	}
	return all;
}

String RegEx::sub(const String &p_subject, const String &p_replacement, bool p_all, int p_offset, int p_end) const {
	if (!clamp_range(p_subject, p_offset, p_end)) {
		return String();
	}
	const uint32_t flags = PCRE2_SUBSTITUTE_OVERFLOW_LENGTH | PCRE2_SUBSTITUTE_UNSET_EMPTY | (p_all ? PCRE2_SUBSTITUTE_GLOBAL : 0);
	PCRE2_SIZE length = p_subject.length() + p_replacement.length() + 1;
	Vector<uint32_t> buffer;
	int done = PCRE2_ERROR_NOMEMORY;
	// The first attempt says how much room is needed when it was too little.
	for (int attempt = 0; attempt < 2 && done == PCRE2_ERROR_NOMEMORY; attempt++) {
		buffer.resize(length);
		done = pcre2_substitute_32(code.get(), text_of(p_subject), p_end, p_offset, flags, nullptr, limits(), text_of(p_replacement), p_replacement.length(), buffer.ptrw(), &length);
	}
	ERR_FAIL_COND_V_MSG(done < 0, String(), "Cannot replace \"" + pattern + "\" by \"" + p_replacement + "\": " + describe(done) + ".");
	return String(reinterpret_cast<const char32_t *>(buffer.ptr()), length) + p_subject.substr(p_end);
}

void RegEx::_bind_methods() {
	ClassDB::bind_static_method("RegEx", D_METHOD("create_from_string", "pattern", "show_error"), &RegEx::create_from_string, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("clear"), &RegEx::clear);
	ClassDB::bind_method(D_METHOD("compile", "pattern", "show_error"), &RegEx::compile, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("search", "subject", "offset", "end"), &RegEx::search, DEFVAL(0), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("search_all", "subject", "offset", "end"), &RegEx::search_all, DEFVAL(0), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("sub", "subject", "replacement", "all", "offset", "end"), &RegEx::sub, DEFVAL(false), DEFVAL(0), DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("is_valid"), &RegEx::is_valid);
	ClassDB::bind_method(D_METHOD("get_pattern"), &RegEx::get_pattern);
	ClassDB::bind_method(D_METHOD("get_group_count"), &RegEx::get_group_count);
	ClassDB::bind_method(D_METHOD("get_names"), &RegEx::get_names);
}
