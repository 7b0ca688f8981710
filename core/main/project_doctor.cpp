// Looking at files for what will be missed.
#include "core/main/project_doctor.h"

#include "core/config/project_settings.h"
#include "core/io/file_access.h"
#include "core/io/folder_walk.h"
#include "core/io/json.h"
#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/object/script_language.h"
#include "core/string/print_string.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"

namespace {

struct Need {
	String path;
	int line = 0; // 0: the file as a whole.
	String what;
	String why;
};

struct Examination {
	Vector<Need> needs;
	Vector<String> scripts;
	int files = 0;
	HashMap<String, int> kept; // How many nodes and resources of a class are kept as data.

	void add(const String &p_path, int p_line, const String &p_what, const String &p_why) { needs.push_back({ p_path, p_line, p_what, p_why }); }
};

// The value of name="..." in a line in brackets; empty if there is none.
String attribute(const String &p_line, const String &p_name) {
	const int at = p_line.find(" " + p_name + "=\"");
	if (at < 0) {
		return String();
	}
	const int begin = at + int(p_name.length()) + 3;
	const int end = p_line.find("\"", begin);
	return end < 0 ? String() : p_line.substr(begin, end - begin);
}

void examine_external(Examination &r_found, const String &p_path, int p_line_number, const String &p_line) {
	const String path = attribute(p_line, "path");
	const String uid = attribute(p_line, "uid");
	if (path.get_extension() == "cs") {
		r_found.add(p_path, p_line_number, path, "C# scripts");
	} else if (path.get_extension() == "gdextension") {
		r_found.add(p_path, p_line_number, path, "native libraries");
	} else if (path.contains("://") && !ResourceLoader::exists(path) && !FileAccess::exists(path) && !(uid.begins_with("uid://") && ResourceLoader::exists(uid))) {
		r_found.add(p_path, p_line_number, path, "a file that is not there");
	}
}

void examine_class(Examination &r_found, const String &p_path, int p_line_number, const String &p_class) {
	if (p_class.is_empty()) {
		return;
	}
	const ClassDB::ClassInfo *info = ClassDB::get_class_info(p_class);
	if (!info && !ScriptServer::is_global_class(p_class)) {
		r_found.add(p_path, p_line_number, p_class, "a class that nobody knows (of a native library?)");
	} else if (info && KnownClasses::is_known(info)) {
		r_found.kept[p_class]++;
	}
}

// Scenes and resources in the text format: the lines in brackets say all that is asked here.
void examine_text_resource(Examination &r_found, const String &p_path) {
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ);
	for (int number = 1; file.is_valid() && !file->eof_reached(); number++) {
		const String line = file->get_line();
		if (line.begins_with("[ext_resource ")) {
			examine_external(r_found, p_path, number, line);
		} else if (line.begins_with("[node ") || line.begins_with("[sub_resource ") || line.begins_with("[gd_resource ")) {
			examine_class(r_found, p_path, number, attribute(line, "type"));
		}
	}
}

void examine_file(Examination &r_found, const String &p_path) {
	const String extension = p_path.get_extension();
	r_found.files++;
	if (ScriptServer::get_language_for_extension(extension)) {
		r_found.scripts.push_back(p_path);
	} else if (extension == "tscn" || extension == "tres") {
		examine_text_resource(r_found, p_path);
	} else if (extension == "gdextension") {
		r_found.add(p_path, 0, p_path.get_file(), "native libraries");
	} else if (extension == "cs") {
		r_found.add(p_path, 0, p_path.get_file(), "C# scripts");
	}
}

void examine_scripts(Examination &r_found) {
	KnownClasses::set_reporting_calls(true);
	for (int i = 0; i < ScriptServer::get_language_count(); i++) {
		Vector<ScriptDiagnostic> told;
		Vector<String> own;
		for (const String &path : r_found.scripts) {
			if (ScriptServer::get_language_for_extension(path.get_extension()) == ScriptServer::get_language(i)) {
				own.push_back(path);
			}
		}
		ScriptServer::get_language(i)->check_files(own, &told);
		for (const ScriptDiagnostic &diagnostic : told) {
			if (diagnostic.code == SNAME("absent")) {
				r_found.add(diagnostic.path, diagnostic.line, diagnostic.message.get_slice("\t", 0), diagnostic.message.get_slice("\t", 1));
			} else if (diagnostic.severity == ScriptDiagnostic::ERROR) {
				r_found.add(diagnostic.path, diagnostic.line, "a script without errors", diagnostic.message);
			}
		}
	}
	KnownClasses::set_reporting_calls(false);
}

void examine_settings(Examination &r_found) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	const String file = "res://project.godot";
	const String scene = settings->get_setting("application/run/main_scene", String());
	if (!scene.is_empty() && !ResourceLoader::exists(scene)) {
		r_found.add(file, 0, scene, "the main scene, which is not there");
	}
	for (const KeyValue<StringName, ProjectSettings::AutoloadInfo> &entry : settings->get_autoload_list()) {
		if (!ResourceLoader::exists(entry.value.path)) {
			r_found.add(file, 0, entry.value.path, "the autoload " + String(entry.key) + ", which is not there");
		}
	}
	for (const String &plugin : PackedStringArray(settings->get_setting("editor_plugins/enabled", PackedStringArray()))) {
		if (!FileAccess::exists(plugin)) {
			r_found.add(file, 0, plugin, "a plugin, which is not there");
		}
	}
}

String place_of(const Need &p_need) {
	return p_need.path.trim_prefix("res://") + (p_need.line > 0 ? ":" + itos(p_need.line) : String());
}

void print_table(const Examination &p_found) {
	int64_t widest_place = 4;
	int64_t widest_what = 4;
	for (const Need &need : p_found.needs) {
		widest_place = MAX(widest_place, place_of(need).length());
		widest_what = MAX(widest_what, need.what.length());
	}
	if (!p_found.needs.is_empty()) {
		print_line(String("file").rpad(widest_place) + "  " + String("uses").rpad(widest_what) + "  which needs");
	}
	for (const Need &need : p_found.needs) {
		print_line(place_of(need).rpad(widest_place) + "  " + need.what.rpad(widest_what) + "  " + need.why);
	}
	for (const KeyValue<String, int> &entry : p_found.kept) {
		print_line(vformat("%d %s kept as data: scripts and scenes find what they set, and nothing is done with it.", entry.value, entry.key));
	}
	print_line(p_found.needs.is_empty() ? vformat("%d files: nothing is missing.", p_found.files) : vformat("%d files: %d places need what Estragon has not.", p_found.files, int(p_found.needs.size())));
}

void print_as_json(const Examination &p_found) {
	Array list;
	for (const Need &need : p_found.needs) {
		Dictionary entry;
		entry["file"] = need.path;
		entry["line"] = need.line;
		entry["uses"] = need.what;
		entry["needs"] = need.why;
		list.push_back(entry);
	}
	Dictionary kept;
	for (const KeyValue<String, int> &entry : p_found.kept) {
		kept[entry.key] = entry.value;
	}
	Dictionary report;
	report["files"] = p_found.files;
	report["needs"] = list;
	report["kept_as_data"] = kept;
	print_line(JSON::stringify(report, "\t", false));
}

} // namespace

bool examine_project(const CommandLine &p_line) {
	Examination found;
	examine_settings(found);
	Vector<String> files;
	FolderWalk::list_files("res://", files); // Says itself what it leaves out.
	for (const String &file : files) {
		examine_file(found, file);
	}
	examine_scripts(found);
	if (p_line.format == "json") {
		print_as_json(found);
	} else {
		print_table(found);
	}
	return found.needs.is_empty();
}
