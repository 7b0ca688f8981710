// AnimationLibrary: animations by name.
#pragma once

#include "core/scene/animation/animation.h"
#include "core/templates/hash_map.h"

class AnimationLibrary : public Resource {
	GDCLASS(AnimationLibrary, Resource);

public:
	static bool is_valid_name(const String &p_name); // Of animations and libraries: without / : , [
	Error add_animation(const StringName &p_name, const Ref<Animation> &p_animation);
	void remove_animation(const StringName &p_name);
	void rename_animation(const StringName &p_name, const StringName &p_new_name);
	bool has_animation(const StringName &p_name) const { return animations.has(p_name); }
	Ref<Animation> get_animation(const StringName &p_name) const;
	TypedArray<StringName> get_animation_list() const; // In order of names.
	int get_animation_list_size() const { return int(animations.size()); }
	const HashMap<StringName, Ref<Animation>> &get_animations() const { return animations; } // Not to be kept over a call out.

protected:
	static void _bind_methods();

private:
	HashMap<StringName, Ref<Animation>> animations;

	void watch(const StringName &p_name, const Ref<Animation> &p_animation);
	void unwatch(const Ref<Animation> &p_animation);
	void _animation_changed(const StringName &p_name);
	void _set_data(const Dictionary &p_data);
	Dictionary _get_data() const;
};
