// A library tells its players of every change of its animations.
#include "core/scene/animation/animation_library.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"

bool AnimationLibrary::is_valid_name(const String &p_name) {
	return !(p_name.contains("/") || p_name.contains(":") || p_name.contains(",") || p_name.contains("["));
}

void AnimationLibrary::watch(const StringName &p_name, const Ref<Animation> &p_animation) {
	p_animation->connect(SNAME("changed"), callable_mp(this, &AnimationLibrary::_animation_changed).bind(p_name), CONNECT_REFERENCE_COUNTED); // It may have two names here.
}

void AnimationLibrary::unwatch(const Ref<Animation> &p_animation) {
	p_animation->disconnect(SNAME("changed"), callable_mp(this, &AnimationLibrary::_animation_changed));
}

void AnimationLibrary::_animation_changed(const StringName &p_name) {
	emit_signal(SNAME("animation_changed"), p_name);
}

Error AnimationLibrary::add_animation(const StringName &p_name, const Ref<Animation> &p_animation) {
	ERR_FAIL_COND_V_MSG(p_name == StringName() || !is_valid_name(p_name), ERR_INVALID_PARAMETER, vformat("\"%s\" cannot be the name of an animation: it is empty or has one of / : , [ in it.", p_name));
	ERR_FAIL_COND_V_MSG(p_animation.is_null(), ERR_INVALID_PARAMETER, "There is no animation to add.");
	if (animations.has(p_name)) {
		const Ref<Animation> leaving = animations[p_name];
		unwatch(leaving);
		animations.erase(p_name);
		emit_signal(SNAME("animation_removed"), p_name);
	}
	animations.insert(p_name, p_animation);
	watch(p_name, p_animation);
	emit_signal(SNAME("animation_added"), p_name);
	emit_changed();
	return OK;
}

void AnimationLibrary::remove_animation(const StringName &p_name) {
	ERR_FAIL_COND_MSG(!animations.has(p_name), vformat("The library has no animation \"%s\".", p_name));
	const Ref<Animation> leaving = animations[p_name];
	unwatch(leaving);
	animations.erase(p_name);
	emit_signal(SNAME("animation_removed"), p_name);
	emit_changed();
}

void AnimationLibrary::rename_animation(const StringName &p_name, const StringName &p_new_name) {
	ERR_FAIL_COND_MSG(!animations.has(p_name), vformat("The library has no animation \"%s\".", p_name));
	ERR_FAIL_COND_MSG(p_new_name == StringName() || !is_valid_name(p_new_name), vformat("\"%s\" cannot be the name of an animation.", p_new_name));
	ERR_FAIL_COND_MSG(animations.has(p_new_name), vformat("The library has an animation \"%s\" already.", p_new_name));
	const Ref<Animation> animation = animations[p_name];
	unwatch(animation);
	watch(p_new_name, animation);
	animations.insert(p_new_name, animation);
	animations.erase(p_name);
	emit_signal(SNAME("animation_renamed"), p_name, p_new_name);
}

Ref<Animation> AnimationLibrary::get_animation(const StringName &p_name) const {
	const Ref<Animation> *found = animations.getptr(p_name);
	ERR_FAIL_COND_V_MSG(!found, Ref<Animation>(), vformat("Animation not found: \"%s\".", p_name));
	return *found;
}

TypedArray<StringName> AnimationLibrary::get_animation_list() const {
	PackedStringArray sorted;
	for (const KeyValue<StringName, Ref<Animation>> &entry : animations) {
		sorted.push_back(entry.key);
	}
	sorted.sort();
	TypedArray<StringName> names;
	for (const String &name : sorted) {
		names.push_back(StringName(name));
	}
	return names;
}

void AnimationLibrary::_set_data(const Dictionary &p_data) {
	const HashMap<StringName, Ref<Animation>> leaving = std::move(animations);
	animations = HashMap<StringName, Ref<Animation>>();
	for (const KeyValue<StringName, Ref<Animation>> &entry : leaving) {
		unwatch(entry.value);
	}
	const Array names = p_data.keys();
	for (int64_t i = 0; i < names.size(); i++) {
		const Ref<Animation> animation(p_data[names[i]]);
		if (animation.is_valid()) { // One that could not be loaded has been told of.
			add_animation(names[i], animation);
		}
	}
}

Dictionary AnimationLibrary::_get_data() const {
	Dictionary data;
	for (const KeyValue<StringName, Ref<Animation>> &entry : animations) {
		data[entry.key] = entry.value;
	}
	return data;
}

void AnimationLibrary::_bind_methods() {
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &AnimationLibrary::_set_data);
	ClassDB::bind_method(D_METHOD("_get_data"), &AnimationLibrary::_get_data);
	ClassDB::bind_method(D_METHOD("add_animation", "name", "animation"), &AnimationLibrary::add_animation);
	ClassDB::bind_method(D_METHOD("remove_animation", "name"), &AnimationLibrary::remove_animation);
	ClassDB::bind_method(D_METHOD("rename_animation", "name", "newname"), &AnimationLibrary::rename_animation);
	ClassDB::bind_method(D_METHOD("has_animation", "name"), &AnimationLibrary::has_animation);
	ClassDB::bind_method(D_METHOD("get_animation", "name"), &AnimationLibrary::get_animation);
	ClassDB::bind_method(D_METHOD("get_animation_list"), &AnimationLibrary::get_animation_list);
	ClassDB::bind_method(D_METHOD("get_animation_list_size"), &AnimationLibrary::get_animation_list_size);
	ADD_PROPERTY(PropertyInfo(Variant::DICTIONARY, "_data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_data", "_get_data");
	ADD_SIGNAL(MethodInfo("animation_added", PropertyInfo(Variant::STRING_NAME, "name")));
	ADD_SIGNAL(MethodInfo("animation_removed", PropertyInfo(Variant::STRING_NAME, "name")));
	ADD_SIGNAL(MethodInfo("animation_renamed", PropertyInfo(Variant::STRING_NAME, "name"), PropertyInfo(Variant::STRING_NAME, "to_name")));
	ADD_SIGNAL(MethodInfo("animation_changed", PropertyInfo(Variant::STRING_NAME, "name")));
}
