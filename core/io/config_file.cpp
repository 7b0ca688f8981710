// ConfigFile: sections of keys and values as text.
#include "core/io/config_file.h"

#include "core/io/file_access.h"
#include "core/io/file_access_encrypted.h"
#include "core/object/class_db.h"
#include "core/variant/variant_parser.h"

void ConfigFile::set_value(const String &p_section, const String &p_key, const Variant &p_value) {
	if (p_value.get_type() == Variant::NIL) {
		HashMap<String, Variant> *section = values.getptr(p_section);
		if (section) {
			section->erase(p_key);
			if (section->is_empty()) {
				values.erase(p_section);
			}
		}
		return;
	}
	if (!values.has(p_section)) {
		// Keys without a section stand at the top of the file.
		values.insert(p_section, HashMap<String, Variant>(), p_section.is_empty());
	}
	values.get(p_section).insert(p_key, p_value);
}

Variant ConfigFile::get_value(const String &p_section, const String &p_key, const Variant &p_default) const {
	const HashMap<String, Variant> *section = values.getptr(p_section);
	const Variant *value = section ? section->getptr(p_key) : nullptr;
	if (value) {
		return *value;
	}
	ERR_FAIL_COND_V_MSG(p_default.get_type() == Variant::NIL, Variant(), "There is no key \"" + p_key + "\" in the section \"" + p_section + "\", and no default was given.");
	return p_default;
}

bool ConfigFile::has_section(const String &p_section) const {
	return values.has(p_section);
}

bool ConfigFile::has_section_key(const String &p_section, const String &p_key) const {
	const HashMap<String, Variant> *section = values.getptr(p_section);
	return section && section->has(p_key);
}

Vector<String> ConfigFile::get_sections() const {
	Vector<String> names;
	for (const KeyValue<String, HashMap<String, Variant>> &section : values) {
		names.push_back(section.key);
	}
	return names;
}

Vector<String> ConfigFile::get_section_keys(const String &p_section) const {
	Vector<String> keys;
	const HashMap<String, Variant> *section = values.getptr(p_section);
	ERR_FAIL_NULL_V_MSG(section, keys, "There is no section \"" + p_section + "\".");
	for (const KeyValue<String, Variant> &pair : *section) {
		keys.push_back(pair.key);
	}
	return keys;
}

void ConfigFile::erase_section(const String &p_section) {
	ERR_FAIL_COND_MSG(!values.has(p_section), "There is no section \"" + p_section + "\" to erase.");
	values.erase(p_section);
}

void ConfigFile::erase_section_key(const String &p_section, const String &p_key) {
	HashMap<String, Variant> *section = values.getptr(p_section);
	ERR_FAIL_NULL_MSG(section, "There is no section \"" + p_section + "\".");
	ERR_FAIL_COND_MSG(!section->has(p_key), "There is no key \"" + p_key + "\" in the section \"" + p_section + "\" to erase.");
	section->erase(p_key);
	if (section->is_empty()) {
		values.erase(p_section);
	}
}

// r_text is whole but for the values that cannot be written; the first of them is reported.
Error ConfigFile::_encode(String &r_text) const {
	Error error = OK;
	String &text = r_text;
	text = String();
	for (const KeyValue<String, HashMap<String, Variant>> &section : values) {
		if (!text.is_empty()) {
			text += "\n";
		}
		if (!section.key.is_empty()) {
			text += "[" + section.key.replace("]", "\\]") + "]\n\n";
		}
		for (const KeyValue<String, Variant> &pair : section.value) {
			String value;
			if (VariantWriter::write_to(value, pair.value) != OK && error == OK) {
				error = ERR_INVALID_DATA;
				ERR_PRINT("The value of the key \"" + pair.key + "\" in the section \"" + section.key + "\" cannot be written: it is " + VariantWriter::CUT_OFF_BECAUSE + ".");
			}
			text += pair.key.property_name_encode() + "=" + value + "\n";
		}
	}
	return error;
}

String ConfigFile::encode_to_text() const {
	String text;
	_encode(text);
	return text;
}

// Nothing is written unless all can be: the file keeps what it had.
Error ConfigFile::save(const String &p_path) {
	String text;
	const Error error = _encode(text);
	return error == OK ? FileAccess::save_text(p_path, text) : error;
}

Error ConfigFile::load(const String &p_path) {
	Error error = OK;
	const String text = FileAccess::get_file_as_string(p_path, &error);
	return error == OK ? _parse(p_path, text) : error;
}

Error ConfigFile::parse(const String &p_data) {
	return _parse("<string>", p_data);
}

// What was read before an error stays.
Error ConfigFile::_parse(const String &p_path, const String &p_data) {
	VariantParser parser(p_data);
	String section;
	for (;;) {
		VariantParser::Tag tag;
		String key;
		Variant value;
		const Error error = parser.parse_tag_or_assign(tag, key, value, true);
		if (error == ERR_FILE_EOF) {
			return OK;
		}
		ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot read the configuration " + p_path + ":" + itos(parser.get_line()) + ": " + parser.get_error() + ".");
		if (!key.is_empty()) {
			set_value(section, key, value);
		} else if (!tag.name.is_empty()) {
			section = tag.name.replace("\\]", "]");
		}
	}
}

Error ConfigFile::_load_encrypted(const String &p_path, const Vector<uint8_t> &p_key) {
	Vector<uint8_t> bytes;
	const Error error = FileAccessEncrypted::load_bytes(p_path, p_key, bytes);
	return error == OK ? _parse(p_path, String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size())) : error;
}

Error ConfigFile::_load_encrypted_pass(const String &p_path, const String &p_password) {
	return _load_encrypted(p_path, FileAccessEncrypted::make_key(p_password));
}

Error ConfigFile::_save_encrypted(const String &p_path, const Vector<uint8_t> &p_key) {
	String text;
	const Error error = _encode(text);
	return error == OK ? FileAccessEncrypted::save_bytes(p_path, p_key, text.to_utf8_buffer().span()) : error;
}

Error ConfigFile::_save_encrypted_pass(const String &p_path, const String &p_password) {
	return _save_encrypted(p_path, FileAccessEncrypted::make_key(p_password));
}

void ConfigFile::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_value", "section", "key", "value"), &ConfigFile::set_value);
	ClassDB::bind_method(D_METHOD("get_value", "section", "key", "default"), &ConfigFile::get_value, DEFVAL(Variant()));
	ClassDB::bind_method(D_METHOD("has_section", "section"), &ConfigFile::has_section);
	ClassDB::bind_method(D_METHOD("has_section_key", "section", "key"), &ConfigFile::has_section_key);
	ClassDB::bind_method(D_METHOD("get_sections"), &ConfigFile::get_sections);
	ClassDB::bind_method(D_METHOD("get_section_keys", "section"), &ConfigFile::get_section_keys);
	ClassDB::bind_method(D_METHOD("erase_section", "section"), &ConfigFile::erase_section);
	ClassDB::bind_method(D_METHOD("erase_section_key", "section", "key"), &ConfigFile::erase_section_key);
	ClassDB::bind_method(D_METHOD("load", "path"), &ConfigFile::load);
	ClassDB::bind_method(D_METHOD("parse", "data"), &ConfigFile::parse);
	ClassDB::bind_method(D_METHOD("save", "path"), &ConfigFile::save);
	ClassDB::bind_method(D_METHOD("encode_to_text"), &ConfigFile::encode_to_text);
	ClassDB::bind_method(D_METHOD("load_encrypted", "path", "key"), &ConfigFile::_load_encrypted);
	ClassDB::bind_method(D_METHOD("load_encrypted_pass", "path", "password"), &ConfigFile::_load_encrypted_pass);
	ClassDB::bind_method(D_METHOD("save_encrypted", "path", "key"), &ConfigFile::_save_encrypted);
	ClassDB::bind_method(D_METHOD("save_encrypted_pass", "path", "password"), &ConfigFile::_save_encrypted_pass);
	ClassDB::bind_method(D_METHOD("clear"), &ConfigFile::clear);
}
