// Engine: pace, singletons, languages and what the program is.
#include "core/config/engine.h"

#include "core/error/error_macros.h"
#include "core/object/known/known_classes.h"
#include "core/object/script_backtrace.h"
#include "core/object/script_language.h"
#include "core/os/main_loop.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "core/version.h"

Engine *Engine::singleton = nullptr;

Engine::Engine() {
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
	}
}

Engine::~Engine() {
	if (singleton == this) {
		singleton = nullptr;
	}
}

void Engine::set_physics_ticks_per_second(int p_ticks) {
	ERR_FAIL_COND_MSG(p_ticks <= 0, "Engine.physics_ticks_per_second must be above 0.");
	physics_ticks_per_second = p_ticks;
}

void Engine::set_max_physics_steps_per_frame(int p_steps) {
	ERR_FAIL_COND_MSG(p_steps <= 0, "Engine.max_physics_steps_per_frame must be above 0.");
	max_physics_steps_per_frame = p_steps;
}

void Engine::set_max_fps(int p_fps) {
	max_fps = MAX(p_fps, 0);
}

void Engine::set_physics_jitter_fix(double p_threshold) {
	physics_jitter_fix = MAX(p_threshold, 0.0);
}

void Engine::add_singleton(const Singleton &p_singleton) {
	ERR_FAIL_COND_MSG(singletons.has(p_singleton.name), "There is already a singleton named '" + p_singleton.name + "'.");
	singletons.insert(p_singleton.name, p_singleton);
}

void Engine::remove_singleton(const StringName &p_name) {
	ERR_FAIL_COND_MSG(!singletons.has(p_name), "There is no singleton named '" + p_name + "'.");
	singletons.erase(p_name);
}

Object *Engine::get_singleton_object(const StringName &p_name) const {
	if (const Singleton *found = singletons.getptr(p_name)) {
		return found->ptr;
	}
	Object *known = KnownClasses::get_singleton(p_name);
	ERR_FAIL_NULL_V_MSG(known, nullptr, "There is no singleton named '" + p_name + "'.");
	return known;
}

bool Engine::has_singleton(const StringName &p_name) const {
	return singletons.has(p_name) || KnownClasses::has_singleton(p_name);
}

PackedStringArray Engine::get_singleton_list() const {
	PackedStringArray names;
	for (const KeyValue<StringName, Singleton> &entry : singletons) {
		names.push_back(entry.key);
	}
	return names;
}

Object *Engine::_get_singleton_bind(const StringName &p_name) const {
	return get_singleton_object(p_name);
}

void Engine::_register_singleton_bind(const StringName &p_name, Object *p_object) {
	ERR_FAIL_NULL_MSG(p_object, "A singleton must be an object.");
	ERR_FAIL_COND_MSG(!p_name.get_string().is_valid_ascii_identifier(), "'" + p_name + "' is not a valid name for a singleton.");
	Singleton entry(p_name, p_object);
	entry.user_created = true;
	add_singleton(entry);
}

void Engine::_unregister_singleton_bind(const StringName &p_name) {
	const Singleton *found = singletons.getptr(p_name);
	ERR_FAIL_NULL_MSG(found, "There is no singleton named '" + p_name + "'.");
	ERR_FAIL_COND_MSG(!found->user_created, "'" + p_name + "' belongs to the engine and cannot be removed.");
	remove_singleton(p_name);
}

Error Engine::_register_script_language(ScriptLanguage *p_language) {
	return ScriptServer::register_language(p_language);
}

Error Engine::_unregister_script_language(ScriptLanguage *p_language) {
	return ScriptServer::unregister_language(p_language);
}

int Engine::_get_script_language_count() {
	return ScriptServer::get_language_count();
}

ScriptLanguage *Engine::_get_script_language(int p_index) const {
	return ScriptServer::get_language(p_index);
}

MainLoop *Engine::_get_main_loop() const {
	return OS::get_singleton()->get_main_loop();
}

Dictionary Engine::get_version_info() const {
	// Programs compare these to know what they may call, so they are the API's numbers.
	Dictionary info;
	info["major"] = ESTRAGON_API_MAJOR;
	info["minor"] = ESTRAGON_API_MINOR;
	info["patch"] = 0;
	info["hex"] = ESTRAGON_API_MAJOR << 16 | ESTRAGON_API_MINOR << 8;
	info["status"] = "stable";
	info["build"] = "estragon";
	info["hash"] = "";
	info["timestamp"] = 0;
	info["string"] = ESTRAGON_VERSION_FULL;
	return info;
}

Dictionary Engine::get_author_info() const {
	const PackedStringArray authors = { "The Estragon contributors" };
	Dictionary info;
	info["lead_developers"] = PackedStringArray();
	info["project_managers"] = PackedStringArray();
	info["founders"] = PackedStringArray();
	info["developers"] = authors;
	return info;
}

static const char MIT_TERMS[] = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.\n";

static Dictionary copyright_entry(const String &p_name, const String &p_holder, const String &p_license) {
	Dictionary part;
	part["files"] = PackedStringArray({ "*" });
	part["copyright"] = PackedStringArray({ p_holder });
	part["license"] = p_license;
	Array parts;
	parts.push_back(part);
	Dictionary entry;
	entry["name"] = p_name;
	entry["parts"] = parts;
	return entry;
}

TypedArray<Dictionary> Engine::get_copyright_info() const {
	TypedArray<Dictionary> info;
	info.push_back(copyright_entry("Estragon", "The Estragon contributors", "Expat"));
	info.push_back(copyright_entry("wslay", "2011, 2012, 2015, 2022 Tatsuhiro Tsujikawa", "Expat"));
	info.push_back(copyright_entry("zlib", "1995-2022 Jean-loup Gailly and Mark Adler", "Zlib"));
	return info;
}

Dictionary Engine::get_donor_info() const {
	return Dictionary();
}

Dictionary Engine::get_license_info() const {
	Dictionary info;
	info["Expat"] = String(MIT_TERMS);
	return info;
}

String Engine::get_license_text() const {
	return "Copyright (c) The Estragon contributors.\n\n" + String(MIT_TERMS);
}

String Engine::get_architecture_name() const {
#if defined(__x86_64__)
	return "x86_64";
#elif defined(__aarch64__)
	return "arm64";
#elif defined(__i386__)
	return "x86_32";
#elif defined(__arm__)
	return "arm32";
#elif defined(__wasm64__)
	return "wasm64";
#elif defined(__wasm32__)
	return "wasm32";
#elif defined(__riscv)
	return "rv64";
#else
	return "unknown";
#endif
}

void Engine::set_print_to_stdout(bool p_enabled) {
	print_to_stdout = p_enabled;
	set_print_line_enabled(p_enabled);
}

TypedArray<ScriptBacktrace> Engine::capture_script_backtraces(bool p_include_variables) const {
	return ScriptBacktrace::capture(p_include_variables);
}

void Engine::set_print_error_messages(bool p_enabled) {
	set_error_printing(p_enabled);
}

bool Engine::is_printing_error_messages() const {
	return is_error_printing_enabled();
}

static void bind_pace() {
	ClassDB::bind_method(D_METHOD("set_physics_ticks_per_second", "physics_ticks_per_second"), &Engine::set_physics_ticks_per_second);
	ClassDB::bind_method(D_METHOD("get_physics_ticks_per_second"), &Engine::get_physics_ticks_per_second);
	ClassDB::bind_method(D_METHOD("set_max_physics_steps_per_frame", "max_physics_steps"), &Engine::set_max_physics_steps_per_frame);
	ClassDB::bind_method(D_METHOD("get_max_physics_steps_per_frame"), &Engine::get_max_physics_steps_per_frame);
	ClassDB::bind_method(D_METHOD("set_physics_jitter_fix", "physics_jitter_fix"), &Engine::set_physics_jitter_fix);
	ClassDB::bind_method(D_METHOD("get_physics_jitter_fix"), &Engine::get_physics_jitter_fix);
	ClassDB::bind_method(D_METHOD("get_physics_interpolation_fraction"), &Engine::get_physics_interpolation_fraction);
	ClassDB::bind_method(D_METHOD("set_max_fps", "max_fps"), &Engine::set_max_fps);
	ClassDB::bind_method(D_METHOD("get_max_fps"), &Engine::get_max_fps);
	ClassDB::bind_method(D_METHOD("set_time_scale", "time_scale"), &Engine::set_time_scale);
	ClassDB::bind_method(D_METHOD("get_time_scale"), &Engine::get_time_scale);
	ClassDB::bind_method(D_METHOD("get_frames_drawn"), &Engine::get_frames_drawn);
	ClassDB::bind_method(D_METHOD("get_frames_per_second"), &Engine::get_frames_per_second);
	ClassDB::bind_method(D_METHOD("get_physics_frames"), &Engine::get_physics_frames);
	ClassDB::bind_method(D_METHOD("get_process_frames"), &Engine::get_process_frames);
	ClassDB::bind_method(D_METHOD("is_in_physics_frame"), &Engine::is_in_physics_frame);
}

void Engine::_bind_methods() {
	bind_pace();
	ClassDB::bind_method(D_METHOD("get_main_loop"), &Engine::_get_main_loop);
	ClassDB::bind_method(D_METHOD("get_version_info"), &Engine::get_version_info);
	ClassDB::bind_method(D_METHOD("get_author_info"), &Engine::get_author_info);
	ClassDB::bind_method(D_METHOD("get_copyright_info"), &Engine::get_copyright_info);
	ClassDB::bind_method(D_METHOD("get_donor_info"), &Engine::get_donor_info);
	ClassDB::bind_method(D_METHOD("get_license_info"), &Engine::get_license_info);
	ClassDB::bind_method(D_METHOD("get_license_text"), &Engine::get_license_text);
	ClassDB::bind_method(D_METHOD("get_architecture_name"), &Engine::get_architecture_name);
	ClassDB::bind_method(D_METHOD("has_singleton", "name"), &Engine::has_singleton);
	ClassDB::bind_method(D_METHOD("get_singleton", "name"), &Engine::_get_singleton_bind);
	ClassDB::bind_method(D_METHOD("register_singleton", "name", "instance"), &Engine::_register_singleton_bind);
	ClassDB::bind_method(D_METHOD("unregister_singleton", "name"), &Engine::_unregister_singleton_bind);
	ClassDB::bind_method(D_METHOD("get_singleton_list"), &Engine::get_singleton_list);
	ClassDB::bind_method(D_METHOD("register_script_language", "language"), &Engine::_register_script_language);
	ClassDB::bind_method(D_METHOD("unregister_script_language", "language"), &Engine::_unregister_script_language);
	ClassDB::bind_method(D_METHOD("get_script_language_count"), &Engine::_get_script_language_count);
	ClassDB::bind_method(D_METHOD("get_script_language", "index"), &Engine::_get_script_language);
	ClassDB::bind_method(D_METHOD("is_editor_hint"), &Engine::is_editor_hint);
	ClassDB::bind_method(D_METHOD("is_embedded_in_editor"), &Engine::is_embedded_in_editor);
	ClassDB::bind_method(D_METHOD("get_write_movie_path"), &Engine::get_write_movie_path);
	ClassDB::bind_method(D_METHOD("set_print_to_stdout", "enabled"), &Engine::set_print_to_stdout);
	ClassDB::bind_method(D_METHOD("is_printing_to_stdout"), &Engine::is_printing_to_stdout);
	ClassDB::bind_method(D_METHOD("capture_script_backtraces", "include_variables"), &Engine::capture_script_backtraces, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("set_print_error_messages", "enabled"), &Engine::set_print_error_messages);
	ClassDB::bind_method(D_METHOD("is_printing_error_messages"), &Engine::is_printing_error_messages);

	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "print_error_messages"), "set_print_error_messages", "is_printing_error_messages");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "print_to_stdout"), "set_print_to_stdout", "is_printing_to_stdout");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "physics_ticks_per_second"), "set_physics_ticks_per_second", "get_physics_ticks_per_second");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_physics_steps_per_frame"), "set_max_physics_steps_per_frame", "get_max_physics_steps_per_frame");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_fps"), "set_max_fps", "get_max_fps");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "time_scale"), "set_time_scale", "get_time_scale");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "physics_jitter_fix"), "set_physics_jitter_fix", "get_physics_jitter_fix");
}
