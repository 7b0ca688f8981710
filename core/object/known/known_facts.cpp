// The text is kept whole; classes are found by halving a list of where their lines begin.
#include "core/object/known/known_facts.h"

#include "core/object/known/known_data.h"
#include "core/templates/local_vector.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace {

std::mutex mutex;
KnownFacts::Source source = nullptr;
bool tried = false;
Vector<uint8_t> text;
LocalVector<Span<char>> classes; // The lines of each, in order of names.
Span<char> singletons;

bool is_in(const uint32_t *p_hashes, uint32_t p_count, uint32_t p_hash) {
	return std::binary_search(p_hashes, p_hashes + p_count, p_hash);
}

Span<char> name_of(Span<char> p_lines) {
	const char *end = static_cast<const char *>(memchr(p_lines.ptr(), '\t', p_lines.size()));
	const char *line_end = static_cast<const char *>(memchr(p_lines.ptr(), '\n', p_lines.size()));
	end = !end || (line_end && line_end < end) ? line_end : end;
	return Span<char>(p_lines.ptr() + 1, (end ? uint64_t(end - p_lines.ptr()) : p_lines.size()) - 1);
}

int compare(Span<char> p_left, Span<char> p_right) {
	const int order = memcmp(p_left.ptr(), p_right.ptr(), MIN(p_left.size(), p_right.size()));
	return order ? order : int(p_left.size()) - int(p_right.size());
}

void unpack() {
	const std::lock_guard<std::mutex> lock(mutex);
	if (tried) {
		return;
	}
	tried = true;
	if (!source || !source(text)) {
		return;
	}
	const char *begin = reinterpret_cast<const char *>(text.ptr());
	const char *end = begin + text.size();
	const char *class_begin = nullptr;
	for (const char *line = begin; line < end;) {
		const char *line_end = static_cast<const char *>(memchr(line, '\n', size_t(end - line)));
		line_end = line_end ? line_end : end;
		if (*line == '$') {
			singletons = Span<char>(line + 1, uint64_t(line_end - line) - 1);
		} else if (*line == '=') {
			if (class_begin) {
				classes.push_back(Span<char>(class_begin, uint64_t(line - class_begin)));
			}
			class_begin = line;
		}
		line = line_end + 1;
	}
	if (class_begin) {
		classes.push_back(Span<char>(class_begin, uint64_t(end - class_begin)));
	}
}

} // namespace

void KnownFacts::set_source(Source p_source) {
	source = p_source;
}

uint32_t KnownFacts::hash(const StringName &p_name) {
	const String &letters = p_name.get_string();
	uint32_t value = 2166136261u;
	for (int64_t i = 0; i < letters.length(); i++) {
		value = (value ^ uint32_t(letters[i])) * 16777619u;
	}
	return value;
}

bool KnownFacts::may_have_class(uint32_t p_hash) {
	return source && is_in_api(p_hash);
}

bool KnownFacts::is_in_api(uint32_t p_hash) {
	return is_in(known_class_hashes, known_class_hashes_count, p_hash);
}

bool KnownFacts::may_have_member(uint32_t p_hash) {
	return source && is_in(known_member_hashes, known_member_hashes_count, p_hash);
}

bool KnownFacts::may_have_singleton(uint32_t p_hash) {
	return source && is_in(known_singleton_hashes, known_singleton_hashes_count, p_hash);
}

Span<char> KnownFacts::find(const StringName &p_class) {
	unpack();
	const CharString name = p_class.get_string().utf8();
	const Span<char> wanted(name.get_data(), uint64_t(name.length()));
	const auto *found = std::lower_bound(classes.ptr(), classes.ptr() + classes.size(), wanted, [](Span<char> p_lines, Span<char> p_name) {
		return compare(name_of(p_lines), p_name) < 0;
	});
	return found != classes.ptr() + classes.size() && compare(name_of(*found), wanted) == 0 ? *found : Span<char>();
}

bool KnownFacts::is_singleton(const StringName &p_name) {
	if (!may_have_singleton(hash(p_name))) {
		return false;
	}
	unpack();
	const CharString name = p_name.get_string().utf8();
	for (KnownFields fields(singletons, '\t'); !fields.is_at_end();) {
		if (compare(fields.next(), Span<char>(name.get_data(), uint64_t(name.length()))) == 0) {
			return true;
		}
	}
	return false;
}

uint32_t KnownFacts::get_class_count() {
	unpack();
	return classes.size();
}

KnownFacts::Heading KnownFacts::get_heading(uint32_t p_index) {
	KnownFields fields(KnownFields(classes[p_index], '\n').next(), '\t');
	const Span<char> name = fields.next();
	return { Span<char>(name.ptr() + 1, name.size() - 1), fields.next() };
}

void KnownFacts::release() {
	const std::lock_guard<std::mutex> lock(mutex);
	classes.reset();
	singletons = Span<char>();
	text.clear();
	tried = false;
}

Span<char> KnownFields::next() {
	if (is_at_end()) {
		return Span<char>();
	}
	const char *begin = at;
	const char *found = static_cast<const char *>(memchr(begin, separator, size_t(end - begin)));
	at = (found ? found : end) + 1;
	return Span<char>(begin, uint64_t((found ? found : end) - begin));
}
