// This tree's own file system. See host/ws_files.h.
#pragma once

#include "core/io/file_system.h"
#include "core/io/ip_address.h"
#include "core/io/path_mapping.h"
#include "core/os/os.h"

namespace WSFiles = FileSystem;

// An absolute path of the system, from one of res:// or user://, or from the working folder.
inline String ws_map_to_system_path(const String &p_path) {
	const String path = map_to_system_path(p_path);
	return path.is_relative_path() ? OS::get_singleton()->get_working_dir().path_join(path) : path;
}

// Also "*". False for what is no address.
inline bool ws_parse_address(const String &p_text, IPAddress &r_address) {
	return IPAddress::parse(p_text, r_address);
}
