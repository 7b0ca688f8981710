// From a node's time to that of its animation.
#include "core/scene/animation_tree/animation_node_animation.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"
#include "core/scene/animation_tree/animation_place.h"
#include "core/scene/animation_tree/animation_tree.h"

void AnimationNodeAnimation::set_animation(const StringName &p_name) {
	animation = p_name;
	emit_changed();
}

void AnimationNodeAnimation::set_use_custom_timeline(bool p_enabled) {
	use_custom_timeline = p_enabled;
	notify_property_list_changed();
}

void AnimationNodeAnimation::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::BOOL, "backward", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), false });
}

AnimationTimes AnimationNodeAnimation::process_step(const AnimationStep &p_step, bool p_test) {
	AnimationTimes times;
	AnimationPlace *place = get_place();
	const Ref<Animation> found = get_tree()->find_by_name(animation);
	if (found.is_null()) {
		get_tree()->tell_missing(*place, animation);
		return times;
	}
	bool backward = get_parameter(SNAME("backward")); // On the way back of a ping-pong.
	const double before = place->times.position;
	AnimationStep step = p_step;
	const bool starts = step.seeked && !step.external && Math::is_zero_approx(step.time);
	times.length = use_custom_timeline ? timeline_length : found->get_length();
	times.loop_mode = use_custom_timeline ? loop_mode : found->get_loop_mode();
	double position = step.seeked ? step.time : before + (backward ? -step.delta : step.delta);
	if (starts) {
		backward = false;
		position += advance_on_start ? step.delta : 0.0;
	}
	times.delta = step.delta;
	Animation::LoopedFlag looped = Animation::LOOPED_FLAG_NONE;
	switch (times.loop_mode) {
		case Animation::LOOP_NONE: {
			const double inside = CLAMP(position, 0.0, times.length);
			times.delta = !step.seeked && before == inside ? 0.0 : times.delta + (position - inside);
			position = inside;
			times.will_end = position >= times.length;
			break;
		}
		case Animation::LOOP_LINEAR:
			if (!step.seeked) {
				looped = position < 0.0 && before >= 0.0 ? Animation::LOOPED_FLAG_START : (position >= times.length && before < times.length ? Animation::LOOPED_FLAG_END : looped);
			}
			position = times.length > 0.0 ? Math::fposmod(position, times.length) : 0.0;
			break;
		case Animation::LOOP_PINGPONG:
			if (!step.seeked) {
				looped = position < 0.0 && before >= 0.0 ? Animation::LOOPED_FLAG_START : (position > times.length && before <= times.length ? Animation::LOOPED_FLAG_END : looped);
				backward = looped == Animation::LOOPED_FLAG_NONE ? backward : looped == Animation::LOOPED_FLAG_END;
			}
			position = times.length > 0.0 ? Math::pingpong(position, times.length) : 0.0;
			break;
	}
	times.position = position;
	if (p_test) {
		return times;
	}
	set_parameter(SNAME("backward"), backward);
	if (times.loop_mode == Animation::LOOP_NONE) {
		if (starts) {
			get_tree()->tell_later(SNAME("animation_started"), animation);
		}
		if (times.will_end && before < times.length) {
			get_tree()->tell_later(SNAME("animation_finished"), animation);
		}
	}
	play_on_timeline(step, before, position, times.length, backward, looped);
	return times;
}

// Where on the animation its timeline stands.
void AnimationNodeAnimation::play_on_timeline(const AnimationStep &p_step, double p_before, double p_position, double p_length, bool p_backward, Animation::LoopedFlag p_looped) {
	const Ref<Animation> found = get_tree()->find_by_name(animation);
	if (found.is_null()) {
		return; // A script that was told took it away.
	}
	const double whole = found->get_length();
	double position = p_position;
	double delta = p_step.seeked ? p_step.delta : (p_looped == Animation::LOOPED_FLAG_NONE ? p_position - p_before : p_step.delta);
	if (use_custom_timeline) {
		const double scale = stretch_time_scale && p_length > 0.0 ? whole / p_length : 1.0;
		const auto lay = [&](double p_at) {
			const double at = (p_at + start_offset) * scale;
			switch (loop_mode) {
				case Animation::LOOP_NONE:
					return CLAMP(at, 0.0, whole);
				case Animation::LOOP_LINEAR:
					return whole > 0.0 ? Math::fposmod(at, whole) : 0.0;
				default:
					return whole > 0.0 ? Math::pingpong(at, whole) : 0.0;
			}
		};
		position = lay(p_position);
		// Loops of the timeline turn with it; its own ways around pass no keys twice.
		delta = loop_mode == Animation::LOOP_NONE ? position - lay(p_before) : delta * scale;
	}
	if (play_mode == PLAY_MODE_BACKWARD) {
		position = whole - position;
		delta = -delta;
		p_looped = p_looped == Animation::LOOPED_FLAG_NONE ? p_looped : (p_looped == Animation::LOOPED_FLAG_END ? Animation::LOOPED_FLAG_START : Animation::LOOPED_FLAG_END);
	}
	(void)p_backward;
	blend_animation(animation, position, delta, p_step.seeked, p_step.external, 1.0f, p_looped);
}

void AnimationNodeAnimation::_validate_property(PropertyInfo &p_property) const {
	const String name = p_property.name;
	if (!use_custom_timeline && (name == "timeline_length" || name == "start_offset" || name == "loop_mode" || name == "stretch_time_scale")) {
		p_property.usage = PROPERTY_USAGE_NONE;
	}
}

void AnimationNodeAnimation::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_animation", "name"), &AnimationNodeAnimation::set_animation);
	ClassDB::bind_method(D_METHOD("get_animation"), &AnimationNodeAnimation::get_animation);
	ClassDB::bind_method(D_METHOD("set_play_mode", "mode"), &AnimationNodeAnimation::set_play_mode);
	ClassDB::bind_method(D_METHOD("get_play_mode"), &AnimationNodeAnimation::get_play_mode);
	ClassDB::bind_method(D_METHOD("set_advance_on_start", "advance_on_start"), &AnimationNodeAnimation::set_advance_on_start);
	ClassDB::bind_method(D_METHOD("is_advance_on_start"), &AnimationNodeAnimation::is_advance_on_start);
	ClassDB::bind_method(D_METHOD("set_use_custom_timeline", "use_custom_timeline"), &AnimationNodeAnimation::set_use_custom_timeline);
	ClassDB::bind_method(D_METHOD("is_using_custom_timeline"), &AnimationNodeAnimation::is_using_custom_timeline);
	ClassDB::bind_method(D_METHOD("set_timeline_length", "timeline_length"), &AnimationNodeAnimation::set_timeline_length);
	ClassDB::bind_method(D_METHOD("get_timeline_length"), &AnimationNodeAnimation::get_timeline_length);
	ClassDB::bind_method(D_METHOD("set_stretch_time_scale", "stretch_time_scale"), &AnimationNodeAnimation::set_stretch_time_scale);
	ClassDB::bind_method(D_METHOD("is_stretching_time_scale"), &AnimationNodeAnimation::is_stretching_time_scale);
	ClassDB::bind_method(D_METHOD("set_start_offset", "start_offset"), &AnimationNodeAnimation::set_start_offset);
	ClassDB::bind_method(D_METHOD("get_start_offset"), &AnimationNodeAnimation::get_start_offset);
	ClassDB::bind_method(D_METHOD("set_loop_mode", "loop_mode"), &AnimationNodeAnimation::set_loop_mode);
	ClassDB::bind_method(D_METHOD("get_loop_mode"), &AnimationNodeAnimation::get_loop_mode);
	ADD_PROPERTY(PropertyInfo(Variant::STRING_NAME, "animation"), "set_animation", "get_animation");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "play_mode", PROPERTY_HINT_ENUM, "Forward,Backward"), "set_play_mode", "get_play_mode");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "advance_on_start"), "set_advance_on_start", "is_advance_on_start");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "use_custom_timeline"), "set_use_custom_timeline", "is_using_custom_timeline");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "timeline_length", PROPERTY_HINT_RANGE, "0.001,60,0.001,or_greater,or_less,hide_control,suffix:s"), "set_timeline_length", "get_timeline_length");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "stretch_time_scale"), "set_stretch_time_scale", "is_stretching_time_scale");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "start_offset", PROPERTY_HINT_RANGE, "-60,60,0.001,or_greater,or_less,hide_control,suffix:s"), "set_start_offset", "get_start_offset");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "loop_mode", PROPERTY_HINT_ENUM, "None,Linear,Ping-Pong"), "set_loop_mode", "get_loop_mode");
	BIND_ENUM_CONSTANT(PLAY_MODE_FORWARD);
	BIND_ENUM_CONSTANT(PLAY_MODE_BACKWARD);
}
