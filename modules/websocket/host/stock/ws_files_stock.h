// FileAccess and DirAccess of a stock tree under the names of core/io/file_system.h. See host/ws_files.h.
#pragma once

#include "core/config/project_settings.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/ip_address.h"

namespace WSFiles {

enum EntryKind {
	KIND_NONE,
	KIND_FILE,
	KIND_FOLDER,
};
struct Info {
	uint64_t modified_time = 0; // Unix seconds.
	int64_t size = 0;
};

inline EntryKind get_kind(const String &p_path) {
	if (FileAccess::exists(p_path)) {
		return KIND_FILE;
	}
	return DirAccess::dir_exists_absolute(p_path) ? KIND_FOLDER : KIND_NONE;
}
inline bool get_info(const String &p_path, Info &r_info) {
	r_info.modified_time = FileAccess::get_modified_time(p_path);
	r_info.size = MAX(FileAccess::get_size(p_path), int64_t(0));
	return r_info.modified_time != 0;
}
inline bool is_link(const String &p_path) {
	return DirAccess::create(DirAccess::ACCESS_FILESYSTEM)->is_link(p_path);
}
inline String read_link(const String &p_path) {
	return DirAccess::create(DirAccess::ACCESS_FILESYSTEM)->read_link(p_path);
}

} // namespace WSFiles

inline String ws_map_to_system_path(const String &p_path) {
	const String path = ProjectSettings::get_singleton()->globalize_path(p_path);
	return path.is_relative_path() ? DirAccess::create(DirAccess::ACCESS_FILESYSTEM)->get_current_dir().path_join(path) : path;
}

inline bool ws_parse_address(const String &p_text, IPAddress &r_address) {
	r_address = p_text == "*" || p_text.is_valid_ip_address() ? IPAddress(p_text) : IPAddress();
	return r_address.is_valid() || r_address.is_wildcard();
}
