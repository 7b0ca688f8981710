// ProjectSettings: reading project.godot and override.cfg, and writing them.
#include "core/config/project_settings.h"

#include "core/io/file_access.h"
#include "core/io/pack/pack_index.h"
#include "core/io/resource_uid.h"
#include "core/os/os.h"
#include "core/variant/variant_parser.h"

static const char *const PROJECT_FILE = "project.godot";
static const char *const BINARY_PROJECT_FILE = "res://project.binary"; // What exported packs have.
static const char *const OVERRIDE_FILE = "override.cfg";

Error ProjectSettings::setup(const String &p_folder) {
	resource_path = p_folder.simplify_path().trim_suffix("/");
	if (ResourceUID *uids = ResourceUID::get_singleton()) {
		uids->forget_project();
	}
	const bool is_binary = PackIndex::has_file(BINARY_PROJECT_FILE);
	const String packed_file = String("res://") + PROJECT_FILE;
	const String project_file = PackIndex::has_file(packed_file) ? packed_file : resource_path.path_join(PROJECT_FILE);
	if (!is_binary && !FileAccess::exists(project_file)) {
		return ERR_FILE_NOT_FOUND;
	}
	Error error = is_binary ? _load_binary(BINARY_PROJECT_FILE) : _load_text(project_file);
	const String override_file = resource_path.path_join(OVERRIDE_FILE);
	if (error == OK && FileAccess::exists(override_file)) {
		error = _load_text(override_file);
	}
	project_loaded = error == OK;
	return error;
}

// config_version says how to read the rest; it is no setting.
Error ProjectSettings::_load_assignment(const String &p_path, const String &p_name, const Variant &p_value) {
	if (p_name == "_custom_features") { // An export's own tags.
		for (const String &tag : String(p_value).split(",", false)) {
			OS::get_singleton()->add_custom_feature(tag.strip_edges());
		}
		return OK;
	}
	if (p_name != "config_version") {
		set_setting(p_name, p_value);
		return OK;
	}
	const int version = p_value;
	ERR_FAIL_COND_V_MSG(version > CONFIG_VERSION, ERR_FILE_CANT_OPEN, p_path + " was written by a newer engine (config_version " + itos(version) + ", known is " + itos(CONFIG_VERSION) + "). Update this program, or open the project with the engine that wrote it.");
	return OK;
}

// "ECFG", u32 number of settings, then for each: u32 length of the name, the name, u32 length of the value, the value as var_to_bytes() writes it.
Error ProjectSettings::_load_binary(const String &p_path) {
	Error error = OK;
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ, &error);
	ERR_FAIL_COND_V_MSG(file.is_null() || file->get_32() != 0x47464345, ERR_FILE_UNRECOGNIZED, p_path + " is no file of project settings.");
	const uint32_t count = file->get_32();
	for (uint32_t i = 0; i < count; i++) {
		const String name = file->get_pascal_string();
		const Variant value = file->get_var(true);
		ERR_FAIL_COND_V_MSG(name.is_empty() || file->eof_reached(), ERR_FILE_CORRUPT, p_path + " ends within its settings: " + itos(i) + " of " + itos(count) + " were read.");
		set_setting(name, value);
	}
	return OK;
}

Error ProjectSettings::_load_text(const String &p_path) {
	Error error = OK;
	const String text = FileAccess::get_file_as_string(p_path, &error);
	ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot read " + p_path + ": " + error_names[error] + ".");
	VariantParser parser(text);
	parser.keep_unknown_objects(); // Input events, above all.
	String section;
	for (;;) {
		VariantParser::Tag tag;
		String name;
		Variant value;
		error = parser.parse_tag_or_assign(tag, name, value, true);
		if (error == ERR_FILE_EOF) {
			return OK;
		}
		ERR_FAIL_COND_V_MSG(error != OK, ERR_PARSE_ERROR, p_path + ":" + itos(parser.get_line()) + ": " + parser.get_error() + ".");
		if (name.is_empty()) {
			section = tag.name;
			continue;
		}
		error = _load_assignment(p_path, section.is_empty() ? name : section + "/" + name, value);
		if (error != OK) {
			return error;
		}
	}
}

// Settings that have their built-in value are left out, as in the files of the field.
Error ProjectSettings::_to_text(String &r_text) const {
	HashMap<String, String> sections;
	sections.insert("", "config_version=" + itos(CONFIG_VERSION) + "\n");
	const Vector<StringName> names = _get_names_in_order();
	for (const StringName &full_name : names) {
		const Setting &setting = settings.get(full_name);
		if (setting.builtin && setting.value == setting.initial) {
			continue;
		}
		const String name = full_name;
		const int64_t slash = name.find("/");
		const String key = slash < 0 ? name : name.substr(slash + 1);
		if (!key.is_empty()) {
			String value;
			const Error error = VariantWriter::write_to(value, setting.value);
			ERR_FAIL_COND_V_MSG(error != OK, error, "The setting \"" + name + "\" cannot be written: it is " + VariantWriter::CUT_OFF_BECAUSE + ".");
			sections[slash < 0 ? String() : name.left(slash)] += key.property_name_encode() + "=" + value + "\n";
		}
	}
	r_text = "; The settings of a project, written by the engine.\n;   [section] begins a group, name=value sets section/name.\n\n";
	for (const KeyValue<String, String> &pair : sections) {
		r_text += pair.key.is_empty() ? pair.value : "\n[" + pair.key + "]\n\n" + pair.value;
	}
	return OK;
}

Error ProjectSettings::save() {
	const Error error = save_custom(resource_path.path_join(PROJECT_FILE));
	if (error == OK) {
		changed.clear();
	}
	return error;
}

Error ProjectSettings::save_custom(const String &p_path) {
	ERR_FAIL_COND_V_MSG(!p_path.ends_with(".godot") && !p_path.ends_with(OVERRIDE_FILE), ERR_FILE_UNRECOGNIZED, "Project settings are saved to files that end in \".godot\", or to \"" + String(OVERRIDE_FILE) + "\"; \"" + p_path + "\" is neither.");
	String text;
	Error error = _to_text(text);
	if (error == OK) {
		error = FileAccess::save_text(p_path, text);
	}
	ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot write the project settings to \"" + p_path + "\": " + error_names[error] + ". What was there before is unchanged.");
	return OK;
}

bool ProjectSettings::_load_resource_pack(const String &p_pack, bool p_replace_files, int p_offset) {
	return PackIndex::mount(p_pack, p_replace_files, uint64_t(MAX(p_offset, 0))) == OK;
}
