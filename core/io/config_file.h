// ConfigFile: sections of keys and Variants, in the INI-like text form of project.godot.
#pragma once

#include "core/object/ref_counted.h"
#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/variant/variant.h"

class ConfigFile : public RefCounted {
	GDCLASS(ConfigFile, RefCounted);

public:
	void set_value(const String &p_section, const String &p_key, const Variant &p_value); // null erases the key.
	Variant get_value(const String &p_section, const String &p_key, const Variant &p_default = Variant()) const;
	bool has_section(const String &p_section) const;
	bool has_section_key(const String &p_section, const String &p_key) const;
	Vector<String> get_sections() const; // In the order they were made.
	Vector<String> get_section_keys(const String &p_section) const;
	void erase_section(const String &p_section);
	void erase_section_key(const String &p_section, const String &p_key);

	Error load(const String &p_path);
	Error parse(const String &p_data);
	Error save(const String &p_path);
	String encode_to_text() const;
	void clear() { values.clear(); }

protected:
	static void _bind_methods();

private:
	Error _encode(String &r_text) const;
	Error _load_encrypted(const String &p_path, const Vector<uint8_t> &p_key);
	Error _load_encrypted_pass(const String &p_path, const String &p_password);
	Error _save_encrypted(const String &p_path, const Vector<uint8_t> &p_key);
	Error _save_encrypted_pass(const String &p_path, const String &p_password);
	Error _parse(const String &p_path, const String &p_data);

	HashMap<String, HashMap<String, Variant>> values;
};
