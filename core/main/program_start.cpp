// From a command line to a main loop that is ready for its first frame.
#include "core/main/program_start.h"

#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/folder_walk.h"
#include "core/io/pack/pack_index.h"
#include "core/io/resource_loader.h"
#include "core/io/resource_saver.h"
#include "core/object/class_db.h"
#include "core/object/script_language.h"
#include "core/os/main_loop.h"
#include "core/os/os.h"
#include "core/os/translation_server.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "core/scene/resources/packed_scene.h"

namespace {

String absolute_path(const String &p_path) {
	return p_path.is_absolute_path() ? p_path.simplify_path() : OS::get_singleton()->get_working_dir().path_join(p_path).simplify_path();
}

String find_project_folder(const String &p_file) {
	const String own = DirAccess::exists(p_file) ? p_file : p_file.get_base_dir();
	for (String folder = own;; folder = folder.get_base_dir()) {
		if (FileAccess::exists(folder.path_join("project.godot"))) {
			return folder;
		}
		if (folder.get_base_dir() == folder || folder.is_empty()) {
			return own;
		}
	}
}

// A file named on the command line: relative to the working folder when it is there, else to the project.
String to_resource_path(const String &p_file) {
	if (p_file.is_empty() || p_file.begins_with("res://") || p_file.begins_with("user://") || p_file.begins_with("uid://")) {
		return p_file;
	}
	const String absolute = absolute_path(p_file);
	if (FileAccess::exists(absolute) || DirAccess::exists(absolute)) {
		return ProjectSettings::get_singleton()->localize_path(absolute);
	}
	return "res://" + p_file;
}

void register_global_classes() {
	Vector<String> files;
	FolderWalk::list_files("res://", files); // Says itself what it leaves out.
	for (const String &path : files) {
		ScriptLanguage *language = ScriptServer::get_language_for_extension(path.get_extension());
		if (!language) {
			continue;
		}
		String base;
		bool is_abstract = false;
		bool is_tool = false;
		const String name = language->get_global_class_name(path, &base, &is_abstract, &is_tool);
		if (name.is_empty()) {
			continue;
		}
		if (ScriptServer::is_global_class(name)) {
			ERR_PRINT(vformat("The class name %s is used by both %s and %s; the first one counts. Rename one of them.", name, ScriptServer::get_global_class_path(name), path));
			continue;
		}
		ScriptServer::add_global_class(name, base, language->get_name(), path, is_abstract, is_tool);
	}
}

Ref<Script> load_script(const String &p_path) {
	ERR_FAIL_COND_V_MSG(!FileAccess::exists(p_path), Ref<Script>(), vformat("Cannot open the script \"%s\": there is no such file. Check the path (it is relative to the working folder or to --path).", p_path));
	const Ref<Script> script(ResourceLoader::load(p_path, "Script"));
	return script.is_valid() && script->is_valid() ? script : Ref<Script>();
}

// Autoloads are made before the first scene, so that its scripts can name them.
Error add_autoloads(SceneTree *p_tree) {
	LocalVector<Node *> nodes;
	const HashMap<StringName, ProjectSettings::AutoloadInfo> &autoloads = ProjectSettings::get_singleton()->get_autoload_list();
	for (const KeyValue<StringName, ProjectSettings::AutoloadInfo> &entry : autoloads) {
		if (entry.value.is_singleton) {
			for (int i = 0; i < ScriptServer::get_language_count(); i++) {
				ScriptServer::get_language(i)->add_named_global_constant(entry.key, Variant());
			}
		}
	}
	for (const KeyValue<StringName, ProjectSettings::AutoloadInfo> &entry : autoloads) {
		const Ref<Resource> resource = ResourceLoader::load(entry.value.path);
		ERR_CONTINUE_MSG(resource.is_null(), vformat("The autoload \"%s\" cannot be loaded from %s.", entry.key, entry.value.path));
		Node *node = nullptr;
		const Ref<PackedScene> scene = resource;
		const Ref<Script> script = resource;
		if (scene.is_valid()) {
			node = scene->instantiate();
		} else if (script.is_valid()) {
			Object *object = ClassDB::instantiate(script->get_instance_base_type());
			node = Object::cast_to<Node>(object);
			if (!node) {
				memdelete_notnull(object);
			} else {
				node->set_script(script);
			}
		}
		ERR_CONTINUE_MSG(!node, vformat("The autoload \"%s\" (%s) is neither a scene nor a script that extends Node.", entry.key, entry.value.path));
		node->set_name(entry.key);
		nodes.push_back(node);
		if (entry.value.is_singleton) {
			for (int i = 0; i < ScriptServer::get_language_count(); i++) {
				ScriptServer::get_language(i)->add_named_global_constant(entry.key, node);
			}
		}
	}
	for (Node *node : nodes) {
		p_tree->get_root()->add_child(node);
	}
	return OK;
}

Error add_first_scene(SceneTree *p_tree, const String &p_path) {
	const Ref<PackedScene> scene = ResourceLoader::load(p_path, "PackedScene");
	ERR_FAIL_COND_V_MSG(scene.is_null(), ERR_CANT_OPEN, vformat("Cannot load the scene \"%s\".", p_path));
	Node *node = scene->instantiate();
	ERR_FAIL_NULL_V_MSG(node, ERR_CANT_CREATE, vformat("Cannot instantiate the scene \"%s\".", p_path));
	p_tree->get_root()->add_child(node);
	p_tree->set_current_scene(node);
	return OK;
}

// For a script that extends Node: it becomes the only node under the root.
Error add_script_node(SceneTree *p_tree, const Ref<Script> &p_script) {
	Object *object = ClassDB::instantiate(p_script->get_instance_base_type());
	Node *node = Object::cast_to<Node>(object);
	ERR_FAIL_NULL_V(node, ERR_BUG);
	node->set_script(p_script);
	node->set_name(p_script->get_path().get_file().get_basename().to_pascal_case());
	p_tree->get_root()->add_child(node);
	p_tree->set_current_scene(node);
	return OK;
}

MainLoop *make_loop(const StringName &p_class, const Ref<Script> &p_script) {
	Object *object = ClassDB::instantiate(p_class);
	MainLoop *loop = Object::cast_to<MainLoop>(object);
	if (!loop) {
		memdelete_notnull(object);
		return nullptr;
	}
	OS::get_singleton()->set_main_loop(loop);
	if (p_script.is_valid()) {
		loop->set_script(p_script);
	}
	return loop;
}

Error read_pack_key(const String &p_file) {
	Error error = OK;
	const String key = FileAccess::get_file_as_string(absolute_path(p_file), &error).strip_edges();
	ERR_FAIL_COND_V_MSG(error != OK, error, vformat("Cannot read the key of packs from \"%s\": %s.", p_file, error_names[error]));
	ERR_FAIL_COND_V_MSG(key.length() != 64 || !key.is_valid_hex_number(false), ERR_INVALID_PARAMETER, vformat("The file \"%s\" of --pack-key must hold 64 hexadecimal digits and nothing else.", p_file));
	PackIndex::set_key(key.hex_decode());
	return OK;
}

// The pack that a program without other orders runs: one at the end of this very executable, or one of its name beside it. Empty: none.
String find_own_pack() {
	const String executable = OS::get_singleton()->get_executable_path();
	if (PackIndex::is_pack(executable)) {
		return executable;
	}
	const String beside = executable.get_basename() + ".pck";
	return FileAccess::exists(beside) ? beside : String();
}

} // namespace

Error open_project(CommandLine &r_line) {
	ProjectSettings *settings = ProjectSettings::get_singleton();
	const bool has_orders = !r_line.project_path.is_empty() || !r_line.script.is_empty() || !r_line.scene.is_empty() || r_line.action != CommandLine::ACTION_RUN;
	if (!r_line.pack_key_file.is_empty() && read_pack_key(r_line.pack_key_file) != OK) {
		return FAILED;
	}
	const String pack = !r_line.main_pack.is_empty() ? absolute_path(r_line.main_pack) : (has_orders ? String() : find_own_pack());
	if (!pack.is_empty() && PackIndex::mount(pack) != OK) {
		return FAILED;
	}
	String folder = r_line.project_path.is_empty() ? OS::get_singleton()->get_working_dir() : absolute_path(r_line.project_path);
	const bool is_packed = !pack.is_empty() && r_line.project_path.is_empty();
	if (is_packed) {
		folder = pack; // No folder, so that nothing but the pack is below res://.
		OS::get_singleton()->set_exported(true);
	} else if (r_line.project_path.is_empty() && r_line.script_is_positional && !r_line.script.begins_with("res://")) {
		folder = find_project_folder(absolute_path(r_line.script));
	}
	ERR_FAIL_COND_V_MSG(!is_packed && !DirAccess::exists(folder), ERR_FILE_NOT_FOUND, vformat("The project folder \"%s\" does not exist. Give --path the folder that holds project.godot.", folder));
	const Error error = settings->setup(folder);
	const bool needs_project = r_line.script.is_empty() && r_line.scene.is_empty() && r_line.action == CommandLine::ACTION_RUN;
	if (error == ERR_FILE_NOT_FOUND && needs_project) {
		ERR_FAIL_V_MSG(error, vformat("There is no project.godot in \"%s\". Name a script (estragon script.gd) or a project (--path DIR); --help lists the options.", folder));
	}
	if (error != OK && error != ERR_FILE_NOT_FOUND) {
		return error;
	}
	String &export_path = r_line.export_order.out_path;
	export_path = export_path.is_empty() ? export_path : absolute_path(export_path);
	r_line.script = to_resource_path(r_line.script);
	r_line.scene = to_resource_path(r_line.scene);
	if (settings->is_project_loaded()) {
		register_global_classes();
	}
	return OK;
}

void add_formats_of_scripts() {
	LocalVector<StringName> classes;
	ScriptServer::get_global_class_list(&classes);
	for (const StringName &name : classes) {
		const StringName base = ScriptServer::get_global_class_native_base(name);
		const bool loads = base == SNAME("ResourceFormatLoader");
		if ((!loads && base != SNAME("ResourceFormatSaver")) || ScriptServer::is_global_class_abstract(name)) {
			continue;
		}
		const Ref<Script> script = ResourceLoader::load(ScriptServer::get_global_class_path(name), "Script");
		if (script.is_null() || !script->can_instantiate()) {
			continue; // Whoever loaded it has said why.
		}
		const Ref<RefCounted> format(Object::cast_to<RefCounted>(ClassDB::instantiate(base)));
		format->set_script(script);
		if (loads) {
			ResourceLoader::add_resource_format_loader(Ref<ResourceFormatLoader>(format), true);
		} else {
			ResourceSaver::add_resource_format_saver(Ref<ResourceFormatSaver>(format), true);
		}
	}
}

MainLoop *create_main_loop(const CommandLine &p_line) {
	TranslationServer::get_singleton()->load_project_translations();
	Ref<Script> script;
	StringName loop_class = SNAME("SceneTree");
	if (!p_line.script.is_empty()) {
		script = load_script(p_line.script);
		if (script.is_null()) {
			return nullptr; // The loader or the compiler has said why.
		}
		const StringName base = script->get_instance_base_type();
		if (ClassDB::is_parent_class(base, SNAME("MainLoop"))) {
			loop_class = base;
		} else if (!ClassDB::is_parent_class(base, SNAME("Node"))) {
			ERR_FAIL_V_MSG(nullptr, vformat("The script %s extends %s. A script that is run must extend Node, SceneTree or MainLoop.", p_line.script, base));
		}
	}
	const bool script_is_loop = script.is_valid() && ClassDB::is_parent_class(script->get_instance_base_type(), SNAME("MainLoop"));
	MainLoop *loop = make_loop(loop_class, script_is_loop ? script : Ref<Script>());
	SceneTree *tree = Object::cast_to<SceneTree>(loop);
	if (!tree) {
		return loop;
	}
	Error error = add_autoloads(tree);
	if (error == OK && script.is_valid() && !script_is_loop) {
		error = add_script_node(tree, script);
	}
	if (error == OK && script.is_null()) {
		const String scene = p_line.scene.is_empty() ? String(ProjectSettings::get_singleton()->get_setting_with_override(SNAME("application/run/main_scene"))) : p_line.scene;
		if (scene.is_empty()) {
			error = ERR_UNCONFIGURED;
			ERR_PRINT("The project has no main scene. Set application/run/main_scene in project.godot, or name a scene or script on the command line.");
		} else {
			error = add_first_scene(tree, scene);
		}
	}
	if (error != OK) {
		memdelete(loop);
		OS::get_singleton()->set_main_loop(nullptr);
		return nullptr;
	}
	return loop;
}
