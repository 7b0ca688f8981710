// res:// and user:// to paths of the system.
#include "core/io/path_mapping.h"

#include "core/config/project_settings.h"
#include "core/io/file_system.h"

static void make_folders(const String &p_path) {
	if (FileSystem::get_kind(p_path) != FileSystem::KIND_NONE || p_path.is_empty()) {
		return;
	}
	const String parent = p_path.get_base_dir();
	if (parent != p_path) {
		make_folders(parent);
	}
	FileSystem::make_folder(p_path);
}

String map_to_system_path(const String &p_path) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	if (!settings) {
		return p_path;
	}
	if (p_path.begins_with("user://")) {
		make_folders(settings->globalize_path("user://").trim_suffix("/"));
	}
	return settings->globalize_path(p_path);
}
