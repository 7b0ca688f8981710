// Choosing what is exported: see the header.
#include "platform/export/project_files.h"

#include "core/config/project_settings.h"
#include "core/io/config_file.h"
#include "core/io/file_access.h"
#include "core/io/folder_walk.h"
#include "core/io/resource_loader.h"
#include "core/templates/hash_set.h"
#include "platform/export/export_preset.h"

namespace {

bool matches(const String &p_path, const Vector<String> &p_patterns) {
	const String relative = p_path.trim_prefix("res://");
	for (const String &pattern : p_patterns) {
		if (relative.matchn(pattern) || p_path.matchn(pattern)) {
			return true;
		}
	}
	return false;
}

class Chooser {
public:
	explicit Chooser(const ExportPreset &p_preset) :
			preset(p_preset) {
		LocalVector<String> known;
		ResourceLoader::get_recognized_extensions_for_type("", &known);
		for (const String &extension : known) {
			resource_extensions.insert(extension.to_lower());
		}
		// Resources of an editor that are data for this engine.
		for (const char *extension : { "gd", "tscn", "scn", "tres", "res", "json", "gdshader", "gdshaderinc", "crt", "key", "pub", "translation", "mo", "po" }) {
			resource_extensions.insert(extension);
		}
	}

	Error collect() {
		const Error error = FolderWalk::list_files("res://", found);
		return error == OK ? OK : preset.fail("", "a pack cannot hold the project as a whole; the message above says what is left out.", error);
	}

	Error choose(const Vector<String> &p_outputs) {
		const ExportPreset::Filter filter = preset.get_filter();
		const Vector<String> includes = ExportPreset::split_patterns(preset.get_text("include_filter"));
		const Vector<String> excludes = ExportPreset::split_patterns(preset.get_text("exclude_filter"));
		HashSet<String> listed;
		for (const String &path : preset.get_chosen_files()) {
			listed.insert(ProjectSettings::get_singleton()->localize_path(path));
		}
		const bool only_chosen = filter == ExportPreset::FILTER_SCENES || filter == ExportPreset::FILTER_RESOURCES;
		if (only_chosen) {
			follow_chosen(listed);
		}
		for (const String &path : found) {
			const bool is_chosen = only_chosen ? needed.has(path) : is_resource(path) && !(filter == ExportPreset::FILTER_EXCLUDE && listed.has(path));
			const bool is_wanted = (is_chosen || matches(path, includes)) && !matches(path, excludes);
			if (is_wanted && !is_never_exported(path) && !p_outputs.has(ProjectSettings::get_singleton()->globalize_path(path))) {
				add(path);
			}
		}
		return preset.has_failed() ? ERR_INVALID_DATA : OK;
	}

	Vector<String> get_sorted() {
		Vector<String> files;
		for (const String &path : chosen) {
			files.push_back(path);
		}
		files.sort();
		return files;
	}

private:
	static bool is_never_exported(const String &p_path) {
		return p_path == "res://project.godot" || p_path == "res://project.binary" || p_path == "res://override.cfg" || p_path == "res://export_presets.cfg" || p_path.ends_with(".import") || p_path.ends_with(".uid");
	}

	bool is_resource(const String &p_path) const {
		return resource_extensions.has(p_path.get_extension().to_lower()) || FileAccess::exists(p_path + ".import");
	}

	// What the chosen files, the main scene and the autoloads load, and all scripts: they name each other in ways that no list tells.
	void follow_chosen(const HashSet<String> &p_listed) {
		LocalVector<String> waiting;
		for (const String &path : p_listed) {
			waiting.push_back(path);
		}
		for (const KeyValue<StringName, ProjectSettings::AutoloadInfo> &pair : ProjectSettings::get_singleton()->get_autoload_list()) {
			waiting.push_back(ResourceLoader::to_cache_path(pair.value.path));
		}
		for (const String &path : found) {
			if (path.get_extension() == "gd") {
				waiting.push_back(path);
			}
		}
		while (!waiting.is_empty()) {
			const String path = waiting[waiting.size() - 1];
			waiting.remove_at(waiting.size() - 1);
			if (needed.has(path)) {
				continue;
			}
			needed.insert(path);
			LocalVector<String> dependencies;
			ResourceLoader::get_dependencies(path, &dependencies);
			for (const String &dependency : dependencies) {
				// "uid::type::path", where there is more than a path.
				const Vector<String> parts = dependency.split("::");
				waiting.push_back(ResourceLoader::to_cache_path(parts[parts.size() - 1]));
			}
		}
	}

	void add(const String &p_path) {
		const String import_file = p_path + ".import";
		if (FileAccess::exists(p_path + ".uid")) {
			chosen.insert(p_path + ".uid");
		}
		if (!FileAccess::exists(import_file)) {
			chosen.insert(p_path);
			return;
		}
		// What was imported takes the place of its source; where there is nothing (an editor has not run), the source stays.
		chosen.insert(import_file);
		Ref<ConfigFile> settings;
		settings.instantiate();
		bool has_imported = false;
		if (settings->load(import_file) == OK && settings->has_section("remap")) {
			for (const String &key : settings->get_section_keys("remap")) {
				const Variant target = settings->get_value("remap", key, "");
				if (key.begins_with("path") && target.is_string() && String(target).begins_with("res://") && FileAccess::exists(target)) {
					chosen.insert(String(target).simplify_path());
					has_imported = true;
				}
			}
		}
		if (!has_imported) {
			chosen.insert(p_path);
		}
	}

	const ExportPreset &preset;
	HashSet<String> resource_extensions;
	Vector<String> found;
	HashSet<String> needed;
	HashSet<String> chosen;
};

} // namespace

Error ProjectFiles::choose(const ExportPreset &p_preset, const Vector<String> &p_outputs, Vector<String> &r_files) {
	Chooser chooser(p_preset);
	Error error = chooser.collect();
	error = error == OK ? chooser.choose(p_outputs) : error;
	r_files = chooser.get_sorted();
	return error;
}
