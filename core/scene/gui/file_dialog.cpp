// Modes, filters, and the signal of what was chosen.
#include "core/scene/gui/file_dialog.h"

#include "core/object/class_db.h"
#include "core/os/memory.h"
#include "core/scene/gui/box_container.h"
#include "core/scene/gui/line_edit.h"

FileDialog::FileDialog() {
	set_title("Save a File");
	VBoxContainer *box = memnew(VBoxContainer);
	vbox = box->get_instance_id();
	add_child(box, false, INTERNAL_MODE_FRONT);
	LineEdit *line = memnew(LineEdit);
	line_edit = line->get_instance_id();
	box->add_child(line);
	register_text_enter(line);
}

void FileDialog::set_file_mode(FileMode p_mode) {
	static const char *const titles[] = { "Open a File", "Open File(s)", "Open a Directory", "Open a File or Directory", "Save a File" };
	ERR_FAIL_INDEX(int(p_mode), int(FILE_MODE_SAVE_FILE) + 1);
	file_mode = p_mode;
	if (bool(get("mode_overrides_title"))) {
		set_title(titles[p_mode]);
	}
}

void FileDialog::set_access(Access p_access) {
	ERR_FAIL_INDEX(int(p_access), int(ACCESS_FILESYSTEM) + 1);
	if (access == p_access) {
		return;
	}
	access = p_access;
	dir = p_access == ACCESS_RESOURCES ? "res://" : p_access == ACCESS_USERDATA ? "user://"
																				: "/";
}

void FileDialog::add_filter(const String &p_filter, const String &p_description, const String &p_mime_type) {
	ERR_FAIL_COND_MSG(p_filter.begins_with("."), "A filter is a pattern like \"*.png\", not \"" + p_filter + "\".");
	filters.push_back(p_description.is_empty() && p_mime_type.is_empty() ? p_filter : p_mime_type.is_empty() ? p_filter + " ; " + p_description
																											 : p_filter + " ; " + p_description + " ; " + p_mime_type);
}

LineEdit *FileDialog::get_line_edit() const {
	return ObjectDB::get_instance<LineEdit>(line_edit);
}

Object *FileDialog::get_vbox() const {
	return ObjectDB::get_instance(vbox);
}

void FileDialog::set_current_dir(const String &p_dir) {
	dir = p_dir;
}

void FileDialog::set_current_file(const String &p_file) {
	if (LineEdit *line = get_line_edit()) {
		line->set_text(p_file);
	}
}

String FileDialog::get_current_file() const {
	const LineEdit *line = get_line_edit();
	return line ? line->get_text() : String();
}

void FileDialog::set_current_path(const String &p_path) {
	set_current_dir(p_path.get_base_dir());
	set_current_file(p_path.get_file());
}

void FileDialog::confirmed() {
	const String path = get_current_path();
	if (file_mode == FILE_MODE_OPEN_DIR) {
		emit_signal(SNAME("dir_selected"), path);
	} else if (file_mode == FILE_MODE_OPEN_FILES) {
		emit_signal(SNAME("files_selected"), PackedStringArray({ path }));
	} else {
		emit_signal(SNAME("file_selected"), path);
	}
}

void FileDialog::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_file_mode", "mode"), &FileDialog::set_file_mode);
	ClassDB::bind_method(D_METHOD("get_file_mode"), &FileDialog::get_file_mode);
	ClassDB::bind_method(D_METHOD("set_access", "access"), &FileDialog::set_access);
	ClassDB::bind_method(D_METHOD("get_access"), &FileDialog::get_access);
	ClassDB::bind_method(D_METHOD("add_filter", "filter", "description", "mime_type"), &FileDialog::add_filter, DEFVAL(String()), DEFVAL(String()));
	ClassDB::bind_method(D_METHOD("clear_filters"), &FileDialog::clear_filters);
	ClassDB::bind_method(D_METHOD("set_filters", "filters"), &FileDialog::set_filters);
	ClassDB::bind_method(D_METHOD("get_filters"), &FileDialog::get_filters);
	ClassDB::bind_method(D_METHOD("set_current_dir", "dir"), &FileDialog::set_current_dir);
	ClassDB::bind_method(D_METHOD("get_current_dir"), &FileDialog::get_current_dir);
	ClassDB::bind_method(D_METHOD("set_current_file", "file"), &FileDialog::set_current_file);
	ClassDB::bind_method(D_METHOD("get_current_file"), &FileDialog::get_current_file);
	ClassDB::bind_method(D_METHOD("set_current_path", "path"), &FileDialog::set_current_path);
	ClassDB::bind_method(D_METHOD("get_current_path"), &FileDialog::get_current_path);
	ClassDB::bind_method(D_METHOD("get_line_edit"), &FileDialog::get_line_edit);
	ClassDB::bind_method(D_METHOD("get_vbox"), &FileDialog::get_vbox);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "file_mode", PROPERTY_HINT_ENUM, "Open File,Open Files,Open Folder,Open Any,Save"), "set_file_mode", "get_file_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "access", PROPERTY_HINT_ENUM, "Resources,User Data,File System"), "set_access", "get_access");
	ADD_PROPERTY(PropertyInfo(Variant::PACKED_STRING_ARRAY, "filters"), "set_filters", "get_filters");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "current_dir", PROPERTY_HINT_DIR, String(), PROPERTY_USAGE_NONE), "set_current_dir", "get_current_dir");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "current_file", PROPERTY_HINT_FILE_PATH, "*", PROPERTY_USAGE_NONE), "set_current_file", "get_current_file");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "current_path", PROPERTY_HINT_FILE_PATH, String(), PROPERTY_USAGE_NONE), "set_current_path", "get_current_path");
	ADD_SIGNAL(MethodInfo("file_selected", PropertyInfo(Variant::STRING, "path")));
	ADD_SIGNAL(MethodInfo("files_selected", PropertyInfo(Variant::PACKED_STRING_ARRAY, "paths")));
	ADD_SIGNAL(MethodInfo("dir_selected", PropertyInfo(Variant::STRING, "dir")));
	BIND_ENUM_CONSTANT(FILE_MODE_OPEN_FILE);
	BIND_ENUM_CONSTANT(FILE_MODE_OPEN_FILES);
	BIND_ENUM_CONSTANT(FILE_MODE_OPEN_DIR);
	BIND_ENUM_CONSTANT(FILE_MODE_OPEN_ANY);
	BIND_ENUM_CONSTANT(FILE_MODE_SAVE_FILE);
	BIND_ENUM_CONSTANT(ACCESS_RESOURCES);
	BIND_ENUM_CONSTANT(ACCESS_USERDATA);
	BIND_ENUM_CONSTANT(ACCESS_FILESYSTEM);
}
