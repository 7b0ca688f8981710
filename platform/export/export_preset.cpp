// Reading export_presets.cfg: see the header.
#include "platform/export/export_preset.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/string/print_string.h"
#include "core/variant/variant_parser.h"

#include <iterator>

static const char *const PRESETS_FILE = "export_presets.cfg";
static const char *const SECRETS_FILE = ".godot/export_credentials.cfg";

// As other errors, it can be silenced.
static void tell(const String &p_problem) {
	if (is_error_printing_enabled()) {
		print_error(p_problem);
	}
}

ExportPreset ExportPreset::make(const String &p_name, const String &p_file, int p_line) {
	ExportPreset preset;
	preset.name = p_name;
	preset.file = p_file;
	preset.line = p_line;
	return preset;
}

void ExportPreset::set_entry(const String &p_key, const Variant &p_value, int p_line) {
	Entry entry;
	entry.value = p_value;
	entry.line = p_line;
	entries.insert(p_key, entry);
	if (p_key == "name" && p_value.get_type() == Variant::STRING) {
		name = p_value;
	}
}

void ExportPreset::set_option(const String &p_key, const Variant &p_value, int p_line) {
	Entry entry;
	entry.value = p_value;
	entry.line = p_line;
	options.insert(p_key, entry);
}

String ExportPreset::name_place(const String &p_key) const {
	const Entry *entry = options.getptr(p_key);
	entry = entry ? entry : entries.getptr(p_key);
	return vformat("%s:%d: preset \"%s\": ", file, entry ? entry->line : line, name);
}

void ExportPreset::warn(const String &p_key, const String &p_text) const {
	print_line("WARNING: " + name_place(p_key) + p_text);
}

Error ExportPreset::fail(const String &p_key, const String &p_text, Error p_error) const {
	tell(name_place(p_key) + p_text);
	failed = true;
	return p_error;
}

String ExportPreset::text_of(const Entries &p_entries, const String &p_key, const String &p_default) const {
	const Entry *entry = p_entries.getptr(p_key);
	if (!entry) {
		return p_default;
	}
	if (entry->value.is_string()) {
		return entry->value;
	}
	fail(p_key, vformat("%s must be a text in quotes, not %s.", p_key, Variant::get_type_name(entry->value.get_type())));
	return p_default;
}

bool ExportPreset::flag_of(const Entries &p_entries, const String &p_key, bool p_default) const {
	const Entry *entry = p_entries.getptr(p_key);
	if (!entry) {
		return p_default;
	}
	if (entry->value.get_type() == Variant::BOOL) {
		return entry->value;
	}
	fail(p_key, vformat("%s must be true or false, not %s.", p_key, Variant::get_type_name(entry->value.get_type())));
	return p_default;
}

int64_t ExportPreset::get_int_option(const String &p_key, int64_t p_default) const {
	const Entry *entry = options.getptr(p_key);
	if (!entry) {
		return p_default;
	}
	if (entry->value.get_type() == Variant::INT) {
		return entry->value;
	}
	// Editors write some numbers as texts, and leave them empty for the default.
	const String text = entry->value.is_string() ? String(entry->value).strip_edges() : String("-");
	if (text.is_empty()) {
		return p_default;
	}
	if (text.is_valid_int()) {
		return text.to_int();
	}
	fail(p_key, vformat("%s must be a whole number.", p_key));
	return p_default;
}

Vector<String> ExportPreset::list_of(const Entries &p_entries, const String &p_key) const {
	const Entry *entry = p_entries.getptr(p_key);
	if (!entry) {
		return Vector<String>();
	}
	if (entry->value.get_type() != Variant::PACKED_STRING_ARRAY) {
		fail(p_key, vformat("%s must be a PackedStringArray, not %s.", p_key, Variant::get_type_name(entry->value.get_type())));
		return Vector<String>();
	}
	return entry->value;
}

Vector<String> ExportPreset::get_text_list_option(const String &p_key) const {
	return list_of(options, p_key);
}

String ExportPreset::get_option_as_text(const String &p_key) const {
	const Entry *entry = options.getptr(p_key);
	return entry ? entry->value.stringify() : String();
}

Vector<String> ExportPreset::get_option_names() const {
	Vector<String> names;
	for (const KeyValue<String, Entry> &pair : options) {
		names.push_back(pair.key);
	}
	return names;
}

ExportPreset::Filter ExportPreset::get_filter() const {
	static const char *const NAMES[] = { "all_resources", "scenes", "resources", "exclude", "customized" };
	const String wanted = text_of(entries, "export_filter", "all_resources");
	for (int i = 0; i < int(std::size(NAMES)); i++) {
		if (wanted == NAMES[i]) {
			return Filter(i);
		}
	}
	fail("export_filter", vformat("export_filter is all_resources, scenes, resources, exclude or customized, not \"%s\".", wanted));
	return FILTER_ALL_RESOURCES;
}

Vector<String> ExportPreset::get_chosen_files() const {
	return list_of(entries, "export_files");
}

Vector<String> ExportPreset::split_patterns(const String &p_text) {
	Vector<String> patterns;
	for (const String &part : p_text.split(",")) {
		const String pattern = part.strip_edges();
		if (!pattern.is_empty()) {
			patterns.push_back(pattern);
		}
	}
	return patterns;
}

Vector<String> ExportPreset::get_custom_features() const {
	return split_patterns(get_text("custom_features"));
}

namespace {

class PresetReader {
public:
	explicit PresetReader(LocalVector<ExportPreset> &r_presets) :
			presets(r_presets) {}

	// Without p_makes_presets what is said of presets that are not there is passed over.
	Error read(const String &p_file, const String &p_text, bool p_makes_presets) {
		file = p_file;
		makes_presets = p_makes_presets;
		current = -1;
		VariantParser parser(p_text, nullptr, false);
		for (;;) {
			VariantParser::Tag tag;
			String key;
			Variant value;
			const Error error = parser.parse_tag_or_assign(tag, key, value, true);
			if (error == ERR_FILE_EOF) {
				return OK;
			}
			if (error != OK) {
				tell(vformat("%s:%d: %s%s.", file, parser.get_line(), current < 0 ? String() : vformat("preset \"%s\": ", presets[current].get_name()), parser.get_error().trim_suffix(".")));
				return ERR_PARSE_ERROR;
			}
			if (key.is_empty()) {
				if (!begin_section(tag.name, parser.get_line())) {
					return ERR_PARSE_ERROR;
				}
			} else if (current >= 0 && in_options) {
				presets[current].set_option(key, value, parser.get_line());
			} else if (current >= 0) {
				presets[current].set_entry(key, value, parser.get_line());
			}
		}
	}

private:
	// [preset.0] or [preset.0.options]; others are of somebody else.
	bool begin_section(const String &p_name, int p_line) {
		current = -1;
		const Vector<String> parts = p_name.split(".");
		if (parts[0] != "preset" || parts.size() < 2) {
			return true;
		}
		if (!parts[1].is_valid_int() || parts[1].length() > 6 || parts[1].to_int() < 0 || parts.size() > 3 || (parts.size() == 3 && parts[2] != "options")) {
			tell(vformat("%s:%d: a section is [preset.NUMBER] or [preset.NUMBER.options], not [%s].", file, p_line, p_name));
			return false;
		}
		in_options = parts.size() == 3;
		const int64_t number = parts[1].to_int();
		for (uint32_t i = 0; i < numbers.size(); i++) {
			current = numbers[i] == number ? int(i) : current;
		}
		if (current < 0 && makes_presets) {
			if (presets.size() >= ExportPresets::MAX_PRESETS) {
				tell(vformat("%s:%d: more than %d presets.", file, p_line, ExportPresets::MAX_PRESETS));
				return false;
			}
			current = int(presets.size());
			numbers.push_back(number);
			presets.push_back(ExportPreset::make(parts[1], file, p_line));
		}
		return true;
	}

	String file;
	LocalVector<ExportPreset> &presets;
	LocalVector<int64_t> numbers; // Of the presets, as the files name them.
	int current = -1;
	bool in_options = false;
	bool makes_presets = true;
};

Error read_bounded(const String &p_name, String &r_text) {
	const String path = "res://" + p_name;
	Error error = OK;
	if (FileAccess::get_size(path) > ExportPresets::MAX_BYTES) {
		tell(vformat("%s is larger than %d bytes: that is no file of export presets.", p_name, ExportPresets::MAX_BYTES));
		return ERR_FILE_UNRECOGNIZED;
	}
	r_text = FileAccess::get_file_as_string(path, &error);
	return error;
}

} // namespace

Error ExportPresets::parse(const String &p_text, const String &p_secrets, LocalVector<ExportPreset> &r_presets) {
	r_presets.clear();
	PresetReader reader(r_presets);
	const Error error = reader.read(PRESETS_FILE, p_text, true);
	return error == OK ? reader.read(SECRETS_FILE, p_secrets, false) : error;
}

Error ExportPresets::load(LocalVector<ExportPreset> &r_presets) {
	String text;
	String secrets;
	const Error error = read_bounded(PRESETS_FILE, text);
	if (error == ERR_FILE_NOT_FOUND) {
		tell("The project has no export_presets.cfg. Make a preset in the editor's export dialogue, or write the file as the guide to exporting shows.");
	}
	if (error != OK) {
		return error;
	}
	if (FileAccess::exists(String("res://") + SECRETS_FILE)) {
		const Error secrets_error = read_bounded(SECRETS_FILE, secrets);
		if (secrets_error != OK) {
			return secrets_error;
		}
	}
	return parse(text, secrets, r_presets);
}
