// Catalogues line by line, and tables row by row.
#include "core/io/translation_loader.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"

namespace {

constexpr uint32_t MO_MAGIC = 0x950412de;
constexpr int64_t MO_HEAD = 20;
constexpr int MAX_FORMS = 32;
constexpr int64_t MAX_SHARING = 16; // Entries may lie over each other; all texts together are at most so many times as long as the file.

// The message that is being read.
struct Entry {
	String context;
	String text;
	String plural;
	Vector<String> forms;
	bool has_context = false;
	bool has_text = false;
	bool has_plural = false;
	bool fuzzy = false;
};

String field_of(const String &p_head, const String &p_name) {
	for (const String &line : p_head.split("\n")) {
		if (line.begins_with(p_name)) {
			return line.substr(p_name.length()).strip_edges();
		}
	}
	return String();
}

void take_head(const Ref<Translation> &p_into, const String &p_head) {
	const String language = field_of(p_head, "Language:");
	if (!language.is_empty()) {
		p_into->set_locale(language);
	}
	const String rule = field_of(p_head, "Plural-Forms:");
	if (!rule.is_empty()) {
		p_into->set_plural_rules_override("Plural-Forms: " + rule);
	}
}

// Into the catalogue; an entry with an empty text is the head.
void finish(const Ref<Translation> &p_into, const Entry &p_entry) {
	if (!p_entry.has_text || p_entry.forms.is_empty()) {
		return;
	}
	if (p_entry.text.is_empty() && !p_entry.has_context) {
		take_head(p_into, p_entry.forms[0]);
	} else if (p_entry.fuzzy) {
		return; // Nobody has looked at it yet.
	} else if (p_entry.has_plural) {
		p_into->add_plural_message(p_entry.text, p_entry.forms, p_entry.context);
	} else {
		p_into->add_message(p_entry.text, p_entry.forms[0], p_entry.context);
	}
}

// The quoted text of a line, behind its keyword.
bool read_quoted(const String &p_line, String &r_text) {
	const String line = p_line.strip_edges();
	const bool quoted = line.length() >= 2 && line[0] == '"' && line[line.length() - 1] == '"';
	if (quoted) {
		r_text = line.substr(1, line.length() - 2).c_unescape();
	}
	return quoted;
}

Ref<Resource> answer(const Ref<Translation> &p_translation, const String &p_problem, Error *r_error) {
	if (p_translation.is_null()) {
		ERR_PRINT(p_problem);
	}
	if (r_error) {
		*r_error = p_translation.is_valid() ? OK : ERR_FILE_CORRUPT;
	}
	return p_translation;
}

} // namespace

Ref<Translation> TranslationLoader::parse_po(const String &p_text, String &r_error, int &r_line) {
	Ref<Translation> translation;
	translation.instantiate();
	const Vector<String> lines = p_text.split("\n");
	Entry entry;
	String *into = nullptr; // Where further quoted lines go.
	bool translated = false; // The entry has begun its translation.
	bool fuzzy = false; // The comment before the next entry says so.
	const auto begin = [&]() {
		if (translated) {
			finish(translation, entry);
			entry = Entry();
			translated = false;
		}
		entry.fuzzy = entry.fuzzy || fuzzy;
		fuzzy = false;
	};
	const auto fail = [&](const char *p_what) {
		r_error = p_what;
		return Ref<Translation>();
	};
	for (int64_t i = 0; i < lines.size(); i++) {
		r_line = int(i + 1);
		const String line = lines[i].strip_edges();
		String rest;
		if (line.is_empty() || line.begins_with("#")) {
			fuzzy = fuzzy || (line.begins_with("#,") && line.contains("fuzzy"));
			continue;
		}
		if (line.begins_with("msgctxt")) {
			begin();
			into = &entry.context;
			entry.has_context = true;
			rest = line.substr(7);
		} else if (line.begins_with("msgid_plural")) {
			if (!entry.has_text) {
				return fail("msgid_plural without a msgid before it");
			}
			into = &entry.plural;
			entry.has_plural = true;
			rest = line.substr(12);
		} else if (line.begins_with("msgid")) {
			begin();
			if (entry.has_text) {
				return fail("msgid without a msgstr for the one before it");
			}
			into = &entry.text;
			entry.has_text = true;
			rest = line.substr(5);
		} else if (line.begins_with("msgstr")) {
			if (!entry.has_text) {
				return fail("msgstr without a msgid before it");
			}
			rest = line.substr(6);
			int64_t form = 0;
			if (rest.begins_with("[")) {
				form = rest.substr(1).to_int();
				rest = rest.substr(rest.find("]") + 1);
			}
			if (form != entry.forms.size() || form >= MAX_FORMS) {
				return fail("forms of a plural are numbered from 0 on");
			}
			entry.forms.push_back(String());
			into = entry.forms.ptrw() + form;
			translated = true;
		} else if (line[0] == '"') {
			if (!into) {
				return fail("a text that belongs to nothing");
			}
			rest = line;
		} else {
			return fail("neither a keyword, a text nor a comment");
		}
		String text;
		if (!read_quoted(rest, text)) {
			return fail("a text in quotation marks is missing");
		}
		*into += text;
	}
	if (entry.has_text && !translated) {
		return fail("the last msgid has no msgstr");
	}
	finish(translation, entry);
	return translation;
}

Ref<Translation> TranslationLoader::parse_mo(const Vector<uint8_t> &p_bytes, String &r_error, int64_t &r_offset) {
	const uint8_t *bytes = p_bytes.ptr();
	r_offset = 0;
	bool swapped = false;
	const auto number = [&](int64_t p_at) {
		const uint8_t *b = bytes + p_at;
		return swapped ? uint32_t(b[0]) << 24 | uint32_t(b[1]) << 16 | uint32_t(b[2]) << 8 | b[3] : uint32_t(b[3]) << 24 | uint32_t(b[2]) << 16 | uint32_t(b[1]) << 8 | b[0];
	};
	if (p_bytes.size() < MO_HEAD) {
		r_error = "the file is too short for a catalogue";
		return Ref<Translation>();
	}
	swapped = number(0) != MO_MAGIC;
	if (number(0) != MO_MAGIC) {
		r_error = "the file does not begin as a catalogue does";
		return Ref<Translation>();
	}
	Ref<Translation> translation;
	translation.instantiate();
	const int64_t count = number(8);
	const int64_t tables[] = { number(12), number(16) };
	int64_t left = p_bytes.size() * MAX_SHARING;
	for (int64_t i = 0; i < count; i++) {
		String texts[2];
		for (int which = 0; which < 2; which++) {
			r_offset = tables[which] + i * 8;
			const int64_t length = r_offset + 8 <= p_bytes.size() ? int64_t(number(r_offset)) : int64_t(-1);
			const int64_t place = length >= 0 ? int64_t(number(r_offset + 4)) : int64_t(0);
			if (length < 0 || place + length > p_bytes.size()) {
				r_error = "a text lies outside the file";
				return Ref<Translation>();
			}
			left -= length;
			if (left < 0) {
				r_error = "the texts lie over each other";
				return Ref<Translation>();
			}
			// Zeros part the forms; a String has none, so that a character of nobody's stands for them.
			for (int64_t begin = 0; begin <= length;) {
				int64_t end = begin;
				while (end < length && bytes[place + end] != 0) {
					end++;
				}
				texts[which] += (begin > 0 ? String::chr(0xE000) : String()) + String::utf8(reinterpret_cast<const char *>(bytes + place + begin), end - begin);
				begin = end + 1;
			}
		}
		Entry entry;
		const int64_t context = texts[0].find(String::chr(4));
		entry.has_context = context >= 0;
		entry.context = context >= 0 ? texts[0].substr(0, context) : String();
		const Vector<String> keys = texts[0].substr(context + 1).split(String::chr(0xE000));
		entry.text = keys.is_empty() ? String() : keys[0];
		entry.has_text = true;
		entry.has_plural = keys.size() > 1;
		entry.forms = texts[1].split(String::chr(0xE000));
		finish(translation, entry);
	}
	return translation;
}

Ref<Resource> TranslationLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode) {
	Error error = OK;
	const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(p_path, &error);
	if (error != OK) {
		if (r_error) {
			*r_error = error;
		}
		return Ref<Resource>(); // FileAccess has said why.
	}
	String problem;
	if (p_path.get_extension().to_lower() == "mo") {
		int64_t offset = 0;
		const Ref<Translation> translation = parse_mo(bytes, problem, offset);
		return answer(translation, vformat("%s, byte %d: %s.", p_path, offset, problem), r_error);
	}
	int line = 0;
	const Ref<Translation> translation = parse_po(String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size()), problem, line);
	return answer(translation, vformat("%s:%d: %s.", p_path, line, problem), r_error);
}

void TranslationLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("po");
	p_extensions->push_back("mo");
}

String TranslationLoader::get_resource_type(const String &p_path) const {
	const String extension = p_path.get_extension().to_lower();
	return extension == "po" || extension == "mo" ? "Translation" : "";
}

// --- Tables ---

String CSVTranslationLoader::table_of(const String &p_path, String &r_locale) {
	const String base = p_path.get_basename(); // "res://text.de"
	const String table = base.get_basename() + ".csv";
	r_locale = base.get_extension();
	return p_path.get_extension() == "translation" && !r_locale.is_empty() && FileAccess::exists(table) ? table : String();
}

Ref<Translation> CSVTranslationLoader::parse_table(const FileAccess &p_file, const String &p_locale, String &r_error) {
	const Vector<String> head = p_file.get_csv_line();
	int64_t column = -1;
	int64_t context_column = -1;
	for (int64_t i = 1; i < head.size(); i++) {
		column = head[i] == p_locale ? i : column;
		context_column = head[i] == "?context" ? i : context_column;
	}
	Ref<Translation> translation;
	if (column < 0) {
		r_error = vformat("the table has no column \"%s\"", p_locale);
		return translation;
	}
	translation.instantiate();
	translation->set_locale(p_locale);
	while (!p_file.eof_reached()) {
		const Vector<String> row = p_file.get_csv_line();
		if (row.size() > column && !row[0].is_empty() && !row[0].begins_with("_") && !row[column].is_empty()) {
			translation->add_message(row[0], row[column].c_unescape(), context_column >= 0 && row.size() > context_column ? StringName(row[context_column]) : StringName());
		}
	}
	return translation;
}

Ref<Resource> CSVTranslationLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode) {
	String locale;
	const String path = table_of(p_path, locale);
	const Ref<FileAccess> file = FileAccess::open(path, FileAccess::READ);
	if (file.is_null()) {
		return answer(Ref<Translation>(), vformat("%s cannot be read: neither it nor a table of translations is there.", p_path), r_error);
	}
	String problem;
	const Ref<Translation> translation = parse_table(**file, locale, problem);
	return answer(translation, vformat("%s:1: %s, which %s is made from.", path, problem, p_path), r_error);
}

void CSVTranslationLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("translation");
}

String CSVTranslationLoader::get_resource_type(const String &p_path) const {
	return recognize_path(p_path) ? "Translation" : "";
}

bool CSVTranslationLoader::recognize_path(const String &p_path, const String &) const {
	return exists(p_path);
}

bool CSVTranslationLoader::exists(const String &p_path) const {
	String locale;
	return p_path.ends_with(".translation") && !FileAccess::exists(p_path) && !table_of(p_path, locale).is_empty();
}
