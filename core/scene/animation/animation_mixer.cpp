// Libraries and settings of an AnimationMixer. What a step does is in animation_mixer_step.cpp.
#include "core/scene/animation/animation_mixer.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"

// --- Libraries ---

int AnimationMixer::find_library(const StringName &p_name) const {
	for (uint32_t i = 0; i < libraries.size(); i++) {
		if (libraries[i].name == p_name) {
			return int(i);
		}
	}
	return -1;
}

StringName AnimationMixer::full_name(const StringName &p_library, const StringName &p_name) {
	return p_library == StringName() ? p_name : StringName(String(p_library) + "/" + String(p_name));
}

void AnimationMixer::watch(const Ref<AnimationLibrary> &p_library, bool p_watch) {
	const struct {
		StringName signal;
		Callable handler;
	} handlers[] = {
		{ SNAME("animation_added"), callable_mp(this, &AnimationMixer::_list_changed) },
		{ SNAME("animation_removed"), callable_mp(this, &AnimationMixer::_list_changed) },
		{ SNAME("animation_renamed"), callable_mp(this, &AnimationMixer::_animation_renamed) },
		{ SNAME("animation_changed"), callable_mp(this, &AnimationMixer::_animation_changed) },
	};
	for (const auto &entry : handlers) {
		if (p_watch) {
			p_library->connect(entry.signal, entry.handler, CONNECT_REFERENCE_COUNTED);
		} else {
			p_library->disconnect(entry.signal, entry.handler);
		}
	}
}

void AnimationMixer::_list_changed(const StringName &) {
	unbind();
	emit_signal(SNAME("animation_list_changed"));
}

void AnimationMixer::_animation_renamed(const StringName &, const StringName &) {
	emit_signal(SNAME("animation_list_changed"));
}

void AnimationMixer::_animation_changed(const StringName &) {
	clear_caches();
}

void AnimationMixer::insert_library(const StringName &p_name, const Ref<AnimationLibrary> &p_library) {
	uint32_t at = 0;
	while (at < libraries.size() && String(libraries[at].name) < String(p_name)) {
		at++;
	}
	libraries.insert(at, Library{ p_name, p_library });
}

Error AnimationMixer::add_animation_library(const StringName &p_name, const Ref<AnimationLibrary> &p_library) {
	ERR_FAIL_COND_V_MSG(p_library.is_null(), ERR_INVALID_PARAMETER, "There is no library to add.");
	ERR_FAIL_COND_V_MSG(!AnimationLibrary::is_valid_name(p_name), ERR_INVALID_PARAMETER, vformat("\"%s\" cannot be the name of a library: it has one of / : , [ in it.", p_name));
	ERR_FAIL_COND_V_MSG(has_animation_library(p_name), ERR_ALREADY_EXISTS, vformat("There is a library \"%s\" already. Remove it first.", p_name));
	insert_library(p_name, p_library);
	watch(p_library, true);
	clear_caches();
	emit_signal(SNAME("animation_libraries_updated"));
	notify_property_list_changed();
	return OK;
}

void AnimationMixer::remove_animation_library(const StringName &p_name) {
	const int found = find_library(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("There is no library \"%s\".", p_name));
	const Ref<AnimationLibrary> leaving = libraries[uint32_t(found)].library;
	libraries.remove_at(uint32_t(found));
	watch(leaving, false);
	clear_caches();
	emit_signal(SNAME("animation_libraries_updated"));
	notify_property_list_changed();
}

void AnimationMixer::rename_animation_library(const StringName &p_name, const StringName &p_new_name) {
	if (p_name == p_new_name) {
		return;
	}
	const int found = find_library(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("There is no library \"%s\".", p_name));
	ERR_FAIL_COND_MSG(!AnimationLibrary::is_valid_name(p_new_name), vformat("\"%s\" cannot be the name of a library: it has one of / : , [ in it.", p_new_name));
	ERR_FAIL_COND_MSG(has_animation_library(p_new_name), vformat("There is a library \"%s\" already.", p_new_name));
	const Ref<AnimationLibrary> library = libraries[uint32_t(found)].library;
	libraries.remove_at(uint32_t(found));
	insert_library(p_new_name, library);
	clear_caches();
	emit_signal(SNAME("animation_libraries_updated"));
	notify_property_list_changed();
}

Ref<AnimationLibrary> AnimationMixer::get_animation_library(const StringName &p_name) const {
	const int found = find_library(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, Ref<AnimationLibrary>(), vformat("There is no library \"%s\".", p_name));
	return libraries[uint32_t(found)].library;
}

TypedArray<StringName> AnimationMixer::get_animation_library_list() const {
	TypedArray<StringName> names;
	for (const Library &entry : libraries) {
		names.push_back(entry.name);
	}
	return names;
}

Ref<Animation> AnimationMixer::find_by_name(const StringName &p_name) const {
	const String name = p_name;
	const int slash = int(name.find("/"));
	const int found = find_library(slash < 0 ? StringName() : StringName(name.substr(0, slash)));
	if (found < 0) {
		return Ref<Animation>();
	}
	const Ref<Animation> *animation = libraries[uint32_t(found)].library->get_animations().getptr(slash < 0 ? p_name : StringName(name.substr(slash + 1)));
	return animation ? *animation : Ref<Animation>();
}

Ref<Animation> AnimationMixer::get_animation(const StringName &p_name) const {
	const Ref<Animation> found = find_by_name(p_name);
	ERR_FAIL_COND_V_MSG(found.is_null(), Ref<Animation>(), vformat("Animation not found: \"%s\".", p_name));
	return found;
}

PackedStringArray AnimationMixer::get_animation_list() const {
	PackedStringArray names;
	for (const Library &entry : libraries) {
		for (const KeyValue<StringName, Ref<Animation>> &animation : entry.library->get_animations()) {
			names.push_back(full_name(entry.name, animation.key));
		}
	}
	names.sort();
	return names;
}

StringName AnimationMixer::find_animation(const Ref<Animation> &p_animation) const {
	for (const Library &entry : libraries) {
		for (const KeyValue<StringName, Ref<Animation>> &animation : entry.library->get_animations()) {
			if (animation.value == p_animation) {
				return full_name(entry.name, animation.key);
			}
		}
	}
	return StringName();
}

StringName AnimationMixer::find_animation_library(const Ref<Animation> &p_animation) const {
	for (const Library &entry : libraries) {
		for (const KeyValue<StringName, Ref<Animation>> &animation : entry.library->get_animations()) {
			if (animation.value == p_animation) {
				return entry.name;
			}
		}
	}
	return StringName();
}

// --- Settings ---

void AnimationMixer::set_active(bool p_active) {
	if (active != p_active) {
		active = p_active;
		update_processing();
	}
}

void AnimationMixer::set_deterministic(bool p_enabled) {
	deterministic = p_enabled;
	clear_caches();
}

void AnimationMixer::set_root_node(const NodePath &p_path) {
	root_node = p_path;
	clear_caches();
}

void AnimationMixer::set_audio_max_polyphony(int p_voices) {
	ERR_FAIL_COND(p_voices < 0 || p_voices > 128);
	audio_max_polyphony = p_voices;
}

void AnimationMixer::set_callback_mode_process(AnimationCallbackModeProcess p_mode) {
	callback_mode_process = p_mode;
	update_processing();
	if (active) {
		clear_caches();
	}
}

void AnimationMixer::set_callback_mode_discrete(AnimationCallbackModeDiscrete p_mode) {
	callback_mode_discrete = p_mode;
	clear_caches();
}

void AnimationMixer::update_processing() {
	const bool wanted = wants_processing();
	set_process_flag(PROCESS_INTERNAL, wanted && callback_mode_process == ANIMATION_CALLBACK_MODE_PROCESS_IDLE);
	set_process_flag(PROCESS_PHYSICS_INTERNAL, wanted && callback_mode_process == ANIMATION_CALLBACK_MODE_PROCESS_PHYSICS);
}

void AnimationMixer::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_ENTER_TREE:
			update_processing();
			clear_caches();
			break;
		case NOTIFICATION_EXIT_TREE:
			clear_caches();
			break;
		case NOTIFICATION_INTERNAL_PROCESS:
			process_animation(get_process_delta_time());
			break;
		case NOTIFICATION_INTERNAL_PHYSICS_PROCESS:
			process_animation(get_physics_process_delta_time());
			break;
	}
}

// Files keep a property for each library, older ones a dictionary of all.
bool AnimationMixer::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name == "libraries") {
		const Dictionary given = p_value;
		const TypedArray<StringName> leaving = get_animation_library_list(); // Whoever hears of it may add others.
		for (int64_t i = 0; i < leaving.size(); i++) {
			if (has_animation_library(leaving[i])) {
				remove_animation_library(leaving[i]);
			}
		}
		const Array names = given.keys();
		for (int64_t i = 0; i < names.size(); i++) {
			const Ref<AnimationLibrary> library(given[names[i]]);
			if (library.is_valid()) {
				add_animation_library(names[i], library);
			}
		}
		return true;
	}
	if (!name.begins_with("libraries/")) {
		return false;
	}
	const StringName which = name.get_slicec('/', 1);
	if (has_animation_library(which)) {
		remove_animation_library(which);
	}
	const Ref<AnimationLibrary> library(p_value);
	if (library.is_valid()) {
		add_animation_library(which, library);
	}
	return true;
}

bool AnimationMixer::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (!name.begins_with("libraries/") || !has_animation_library(name.get_slicec('/', 1))) {
		return false;
	}
	r_value = get_animation_library(name.get_slicec('/', 1));
	return true;
}

void AnimationMixer::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const Library &entry : libraries) {
		p_list->push_back(PropertyInfo(Variant::OBJECT, "libraries/" + String(entry.name), PROPERTY_HINT_RESOURCE_TYPE, "AnimationLibrary", PROPERTY_USAGE_STORAGE, SNAME("AnimationLibrary")));
	}
}

void AnimationMixer::bind_settings() {
	ClassDB::bind_method(D_METHOD("set_active", "active"), &AnimationMixer::set_active);
	ClassDB::bind_method(D_METHOD("is_active"), &AnimationMixer::is_active);
	ClassDB::bind_method(D_METHOD("set_deterministic", "deterministic"), &AnimationMixer::set_deterministic);
	ClassDB::bind_method(D_METHOD("is_deterministic"), &AnimationMixer::is_deterministic);
	ClassDB::bind_method(D_METHOD("set_reset_on_save_enabled", "enabled"), &AnimationMixer::set_reset_on_save_enabled);
	ClassDB::bind_method(D_METHOD("is_reset_on_save_enabled"), &AnimationMixer::is_reset_on_save_enabled);
	ClassDB::bind_method(D_METHOD("set_root_node", "path"), &AnimationMixer::set_root_node);
	ClassDB::bind_method(D_METHOD("get_root_node"), &AnimationMixer::get_root_node);
	ClassDB::bind_method(D_METHOD("set_root_motion_track", "path"), &AnimationMixer::set_root_motion_track);
	ClassDB::bind_method(D_METHOD("get_root_motion_track"), &AnimationMixer::get_root_motion_track);
	ClassDB::bind_method(D_METHOD("set_root_motion_local", "enabled"), &AnimationMixer::set_root_motion_local);
	ClassDB::bind_method(D_METHOD("is_root_motion_local"), &AnimationMixer::is_root_motion_local);
	ClassDB::bind_method(D_METHOD("set_audio_max_polyphony", "max_polyphony"), &AnimationMixer::set_audio_max_polyphony);
	ClassDB::bind_method(D_METHOD("get_audio_max_polyphony"), &AnimationMixer::get_audio_max_polyphony);
	ClassDB::bind_method(D_METHOD("set_callback_mode_process", "mode"), &AnimationMixer::set_callback_mode_process);
	ClassDB::bind_method(D_METHOD("get_callback_mode_process"), &AnimationMixer::get_callback_mode_process);
	ClassDB::bind_method(D_METHOD("set_callback_mode_method", "mode"), &AnimationMixer::set_callback_mode_method);
	ClassDB::bind_method(D_METHOD("get_callback_mode_method"), &AnimationMixer::get_callback_mode_method);
	ClassDB::bind_method(D_METHOD("set_callback_mode_discrete", "mode"), &AnimationMixer::set_callback_mode_discrete);
	ClassDB::bind_method(D_METHOD("get_callback_mode_discrete"), &AnimationMixer::get_callback_mode_discrete);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "active"), "set_active", "is_active");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "deterministic"), "set_deterministic", "is_deterministic");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "reset_on_save"), "set_reset_on_save_enabled", "is_reset_on_save_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "root_node"), "set_root_node", "get_root_node");
	ADD_GROUP("Root Motion", "root_motion_");
	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "root_motion_track"), "set_root_motion_track", "get_root_motion_track");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "root_motion_local"), "set_root_motion_local", "is_root_motion_local");
	ADD_GROUP("Audio", "audio_");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "audio_max_polyphony", PROPERTY_HINT_RANGE, "1,127,1"), "set_audio_max_polyphony", "get_audio_max_polyphony");
	ADD_GROUP("Callback Mode", "callback_mode_");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "callback_mode_process", PROPERTY_HINT_ENUM, "Physics,Idle,Manual"), "set_callback_mode_process", "get_callback_mode_process");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "callback_mode_method", PROPERTY_HINT_ENUM, "Deferred,Immediate"), "set_callback_mode_method", "get_callback_mode_method");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "callback_mode_discrete", PROPERTY_HINT_ENUM, "Dominant,Recessive,Force Continuous"), "set_callback_mode_discrete", "get_callback_mode_discrete");
}

void AnimationMixer::_bind_methods() {
	bind_settings();
	ClassDB::bind_method(D_METHOD("add_animation_library", "name", "library"), &AnimationMixer::add_animation_library);
	ClassDB::bind_method(D_METHOD("remove_animation_library", "name"), &AnimationMixer::remove_animation_library);
	ClassDB::bind_method(D_METHOD("rename_animation_library", "name", "newname"), &AnimationMixer::rename_animation_library);
	ClassDB::bind_method(D_METHOD("has_animation_library", "name"), &AnimationMixer::has_animation_library);
	ClassDB::bind_method(D_METHOD("get_animation_library", "name"), &AnimationMixer::get_animation_library);
	ClassDB::bind_method(D_METHOD("get_animation_library_list"), &AnimationMixer::get_animation_library_list);
	ClassDB::bind_method(D_METHOD("has_animation", "name"), &AnimationMixer::has_animation);
	ClassDB::bind_method(D_METHOD("get_animation", "name"), &AnimationMixer::get_animation);
	ClassDB::bind_method(D_METHOD("get_animation_list"), &AnimationMixer::get_animation_list);
	ClassDB::bind_method(D_METHOD("get_root_motion_position"), &AnimationMixer::get_root_motion_position);
	ClassDB::bind_method(D_METHOD("get_root_motion_rotation"), &AnimationMixer::get_root_motion_rotation);
	ClassDB::bind_method(D_METHOD("get_root_motion_scale"), &AnimationMixer::get_root_motion_scale);
	ClassDB::bind_method(D_METHOD("get_root_motion_position_accumulator"), &AnimationMixer::get_root_motion_position_accumulator);
	ClassDB::bind_method(D_METHOD("get_root_motion_rotation_accumulator"), &AnimationMixer::get_root_motion_rotation_accumulator);
	ClassDB::bind_method(D_METHOD("get_root_motion_scale_accumulator"), &AnimationMixer::get_root_motion_scale_accumulator);
	ClassDB::bind_method(D_METHOD("clear_caches"), &AnimationMixer::clear_caches);
	ClassDB::bind_method(D_METHOD("advance", "delta"), &AnimationMixer::advance);
	ClassDB::bind_method(D_METHOD("capture", "name", "duration", "trans_type", "ease_type"), &AnimationMixer::capture, DEFVAL(Tween::TRANS_LINEAR), DEFVAL(Tween::EASE_IN));
	ClassDB::bind_method(D_METHOD("find_animation", "animation"), &AnimationMixer::find_animation);
	ClassDB::bind_method(D_METHOD("find_animation_library", "animation"), &AnimationMixer::find_animation_library);
	GDVIRTUAL_BIND(_post_process_key_value, "animation", "track", "value", "object_id", "object_sub_idx");
	ADD_SIGNAL(MethodInfo("animation_list_changed"));
	ADD_SIGNAL(MethodInfo("animation_libraries_updated"));
	ADD_SIGNAL(MethodInfo("animation_finished", PropertyInfo(Variant::STRING_NAME, "anim_name")));
	ADD_SIGNAL(MethodInfo("animation_started", PropertyInfo(Variant::STRING_NAME, "anim_name")));
	ADD_SIGNAL(MethodInfo("caches_cleared"));
	ADD_SIGNAL(MethodInfo("mixer_applied"));
	ADD_SIGNAL(MethodInfo("mixer_updated"));
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_PROCESS_PHYSICS);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_PROCESS_IDLE);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_PROCESS_MANUAL);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_METHOD_DEFERRED);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_METHOD_IMMEDIATE);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_DISCRETE_DOMINANT);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_DISCRETE_RECESSIVE);
	BIND_ENUM_CONSTANT(ANIMATION_CALLBACK_MODE_DISCRETE_FORCE_CONTINUOUS);
}
