// FileDialog: which file is asked for and which one was chosen, as data: nobody looks at folders.
#pragma once

#include "core/scene/gui/accept_dialog.h"
#include "core/variant/variant.h"

class FileDialog : public ConfirmationDialog {
	GDCLASS(FileDialog, ConfirmationDialog);

public:
	enum FileMode : int {
		FILE_MODE_OPEN_FILE,
		FILE_MODE_OPEN_FILES,
		FILE_MODE_OPEN_DIR,
		FILE_MODE_OPEN_ANY,
		FILE_MODE_SAVE_FILE,
	};
	enum Access : int {
		ACCESS_RESOURCES,
		ACCESS_USERDATA,
		ACCESS_FILESYSTEM,
	};

	FileDialog();

	void set_file_mode(FileMode p_mode); // Names the window after it, unless mode_overrides_title is off.
	FileMode get_file_mode() const { return file_mode; }
	void set_access(Access p_access);
	Access get_access() const { return access; }
	void add_filter(const String &p_filter, const String &p_description, const String &p_mime_type);
	void clear_filters() { filters.clear(); }
	void set_filters(const PackedStringArray &p_filters) { filters = p_filters; }
	PackedStringArray get_filters() const { return filters; }
	void set_current_dir(const String &p_dir);
	String get_current_dir() const { return dir; }
	void set_current_file(const String &p_file);
	String get_current_file() const; // What stands in the line.
	void set_current_path(const String &p_path);
	String get_current_path() const { return dir.path_join(get_current_file()); }
	LineEdit *get_line_edit() const; // Null where a script freed it.
	Object *get_vbox() const;

protected:
	static void _bind_methods();
	void confirmed() override;

private:
	FileMode file_mode = FILE_MODE_SAVE_FILE;
	Access access = ACCESS_RESOURCES;
	PackedStringArray filters;
	String dir = "res://";
	ObjectID vbox;
	ObjectID line_edit;
};

VARIANT_ENUM_CAST(FileDialog::FileMode);
VARIANT_ENUM_CAST(FileDialog::Access);
