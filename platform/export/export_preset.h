// The presets of export_presets.cfg, as editors write them, with the line of every entry for messages.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/variant.h"

// Values of the wrong type are reported when they are asked for, once, and then has_failed() says so; the default stands in for them.
class ExportPreset {
public:
	enum Filter { // What the pack holds besides what it always has.
		FILTER_ALL_RESOURCES,
		FILTER_SCENES, // The chosen ones and what they need.
		FILTER_RESOURCES, // The same for any resource.
		FILTER_EXCLUDE, // All but the chosen ones.
		FILTER_CUSTOMIZED, // All; what editors strip of scenes stays.
	};

	static ExportPreset make(const String &p_name, const String &p_file, int p_line);
	void set_entry(const String &p_key, const Variant &p_value, int p_line);
	void set_option(const String &p_key, const Variant &p_value, int p_line);

	const String &get_name() const { return name; }
	// "name", "platform", "export_path", …
	String get_text(const String &p_key) const { return text_of(entries, p_key, String()); }
	bool get_flag(const String &p_key) const { return flag_of(entries, p_key, false); }
	Filter get_filter() const;
	Vector<String> get_chosen_files() const;
	Vector<String> get_custom_features() const;
	// "*.txt, data/*": patterns for paths.
	static Vector<String> split_patterns(const String &p_text);

	// Of the platform.
	bool has_option(const String &p_key) const { return options.has(p_key); }
	String get_option(const String &p_key, const String &p_default = String()) const { return text_of(options, p_key, p_default); }
	String get_path_option(const String &p_key) const { return to_path(get_option(p_key)); }
	// What stands alone is a file of the project. Nothing stays nothing.
	static String to_path(const String &p_given) { return p_given.is_empty() || p_given.is_absolute_path() ? p_given : String("res://").path_join(p_given); }
	bool get_flag_option(const String &p_key, bool p_default) const { return flag_of(options, p_key, p_default); }
	int64_t get_int_option(const String &p_key, int64_t p_default) const;
	Vector<String> get_text_list_option(const String &p_key) const;
	String get_option_as_text(const String &p_key) const; // Of any type; "" when it is not there.
	Vector<String> get_option_names() const; // In the order of the file.

	// Prints `FILE:LINE: preset "NAME": TEXT`; the line is that of the option or entry, or where the preset begins. Always gives p_error.
	Error fail(const String &p_key, const String &p_text, Error p_error = ERR_INVALID_DATA) const;
	// The same for what does not hinder.
	void warn(const String &p_key, const String &p_text) const;
	bool has_failed() const { return failed; }

private:
	struct Entry {
		Variant value;
		int line = 0;
	};
	using Entries = HashMap<String, Entry>;

	String name_place(const String &p_key) const;
	String text_of(const Entries &p_entries, const String &p_key, const String &p_default) const;
	bool flag_of(const Entries &p_entries, const String &p_key, bool p_default) const;
	Vector<String> list_of(const Entries &p_entries, const String &p_key) const;

	String name;
	String file;
	int line = 0;
	Entries entries;
	Entries options;
	mutable bool failed = false;
};

namespace ExportPresets {

constexpr int64_t MAX_BYTES = 4 * 1024 * 1024;
constexpr int MAX_PRESETS = 256;

// p_secrets is the text of the file in which editors keep passwords and keys (may be empty); what it says goes before. Prints what is wrong and where.
Error parse(const String &p_text, const String &p_secrets, LocalVector<ExportPreset> &r_presets);
// Those of the open project.
Error load(LocalVector<ExportPreset> &r_presets);

} // namespace ExportPresets
