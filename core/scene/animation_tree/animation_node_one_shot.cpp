// A shot's life: request, fade in, fade out, perhaps again.
#include "core/scene/animation_tree/animation_node_one_shot.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

AnimationNodeOneShot::AnimationNodeOneShot() {
	add_input("in");
	add_input("shot");
}

void AnimationNodeOneShot::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	constexpr uint32_t shown = PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_READ_ONLY;
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::BOOL, "active", PROPERTY_HINT_NONE, "", shown), false, true });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::BOOL, "internal_active", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_READ_ONLY), false, true });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::INT, "request", PROPERTY_HINT_ENUM, ",Fire,Abort,Fade Out"), int64_t(ONE_SHOT_REQUEST_NONE) });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "fade_in_remaining", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), 0.0 });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "fade_out_remaining", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), 0.0 });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "time_to_restart", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), -1.0 });
}

// What stands in the parameters, and what is asked for.
AnimationNodeOneShot::Shot AnimationNodeOneShot::take_shot(const AnimationStep &p_step) {
	Shot shot{ get_parameter(SNAME("active")), get_parameter(SNAME("internal_active")), get_parameter(SNAME("fade_in_remaining")), get_parameter(SNAME("fade_out_remaining")), get_parameter(SNAME("time_to_restart")) };
	int64_t request = get_parameter(SNAME("request"));
	set_parameter(SNAME("request"), int64_t(ONE_SHOT_REQUEST_NONE));
	const bool resets = p_step.seeked && !p_step.external && p_step.time == 0.0;
	if (resets && abort_on_reset && request == ONE_SHOT_REQUEST_NONE) {
		request = ONE_SHOT_REQUEST_ABORT;
	}
	if (request == ONE_SHOT_REQUEST_NONE && !shot.active && autorestart && shot.restart >= 0.0 && !p_step.seeked) {
		shot.restart -= p_step.delta;
		request = shot.restart < 0.0 ? ONE_SHOT_REQUEST_FIRE : ONE_SHOT_REQUEST_NONE;
	}
	switch (request) {
		case ONE_SHOT_REQUEST_FIRE:
			shot.starts = true;
			shot.active = shot.internal_active = true;
			shot.fade_in = fadein_time;
			shot.fade_out = 0.0;
			shot.restart = -1.0;
			break;
		case ONE_SHOT_REQUEST_ABORT:
			shot.active = shot.internal_active = false;
			shot.fade_out = 0.0;
			shot.restart = -1.0;
			break;
		case ONE_SHOT_REQUEST_FADE_OUT:
			if (shot.internal_active) {
				shot.fade_out = fadeout_time;
				shot.internal_active = false;
			}
			break;
		default:
			break;
	}
	return shot;
}

void AnimationNodeOneShot::keep_shot(const Shot &p_shot) {
	set_parameter(SNAME("active"), p_shot.active);
	set_parameter(SNAME("internal_active"), p_shot.internal_active);
	set_parameter(SNAME("fade_in_remaining"), p_shot.fade_in);
	set_parameter(SNAME("fade_out_remaining"), p_shot.fade_out);
	set_parameter(SNAME("time_to_restart"), p_shot.restart);
}

double AnimationNodeOneShot::get_blend(const Shot &p_shot) const {
	double blend = 1.0;
	if (p_shot.fade_in > 0.0 && fadein_time > 0.0) {
		blend = (fadein_time - p_shot.fade_in) / fadein_time;
		blend = fadein_curve.is_valid() ? double(fadein_curve->sample(real_t(blend))) : blend;
	}
	if (!p_shot.internal_active) {
		const double out = fadeout_time > 0.0 ? p_shot.fade_out / fadeout_time : 0.0;
		blend *= fadeout_curve.is_valid() ? 1.0 - double(fadeout_curve->sample(real_t(1.0 - out))) : out;
	}
	return blend;
}

AnimationTimes AnimationNodeOneShot::process_step(const AnimationStep &p_step, bool) {
	Shot shot = take_shot(p_step);
	if (!shot.active) {
		keep_shot(shot);
		return blend_input(0, p_step, 1.0, FILTER_IGNORE, is_using_sync(), false);
	}
	const bool is_out = !shot.internal_active && shot.fade_out <= 0.0; // It acts for the last time.
	const double weight = get_blend(shot);
	const AnimationTimes times = mix_mode == MIX_MODE_ADD ? blend(0, p_step, 1.0, FILTER_IGNORE) : blend(0, p_step, 1.0 - weight, FILTER_BLEND);
	AnimationStep step = p_step;
	if (shot.starts) {
		step = AnimationStep{ 0.0, p_step.delta, true, false };
	}
	const AnimationTimes played = blend_input(1, step, MAX(weight, CMP_EPSILON), FILTER_PASS, true, false); // Keys of the first frame act, too.
	if (!shot.starts && !p_step.seeked) {
		shot.fade_in = MAX(0.0, shot.fade_in - Math::abs(p_step.delta));
		shot.fade_out = shot.internal_active ? shot.fade_out : MAX(0.0, shot.fade_out - Math::abs(p_step.delta));
	}
	const double remain = played.get_remain(break_loop_at_end);
	if (shot.internal_active && (remain <= 0.0 || remain < fadeout_time)) {
		shot.internal_active = false;
		shot.fade_out = remain;
	}
	if (is_out || (!shot.internal_active && remain <= 0.0)) {
		shot.active = false;
		shot.fade_out = 0.0;
		shot.restart = autorestart ? autorestart_delay + Math::randf() * autorestart_random_delay : -1.0;
	}
	keep_shot(shot);
	return shot.internal_active ? played : times;
}

void AnimationNodeOneShot::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_fadein_time", "time"), &AnimationNodeOneShot::set_fadein_time);
	ClassDB::bind_method(D_METHOD("get_fadein_time"), &AnimationNodeOneShot::get_fadein_time);
	ClassDB::bind_method(D_METHOD("set_fadein_curve", "curve"), &AnimationNodeOneShot::set_fadein_curve);
	ClassDB::bind_method(D_METHOD("get_fadein_curve"), &AnimationNodeOneShot::get_fadein_curve);
	ClassDB::bind_method(D_METHOD("set_fadeout_time", "time"), &AnimationNodeOneShot::set_fadeout_time);
	ClassDB::bind_method(D_METHOD("get_fadeout_time"), &AnimationNodeOneShot::get_fadeout_time);
	ClassDB::bind_method(D_METHOD("set_fadeout_curve", "curve"), &AnimationNodeOneShot::set_fadeout_curve);
	ClassDB::bind_method(D_METHOD("get_fadeout_curve"), &AnimationNodeOneShot::get_fadeout_curve);
	ClassDB::bind_method(D_METHOD("set_break_loop_at_end", "enable"), &AnimationNodeOneShot::set_break_loop_at_end);
	ClassDB::bind_method(D_METHOD("is_loop_broken_at_end"), &AnimationNodeOneShot::is_loop_broken_at_end);
	ClassDB::bind_method(D_METHOD("set_abort_on_reset", "enable"), &AnimationNodeOneShot::set_abort_on_reset);
	ClassDB::bind_method(D_METHOD("is_aborted_on_reset"), &AnimationNodeOneShot::is_aborted_on_reset);
	ClassDB::bind_method(D_METHOD("set_autorestart", "active"), &AnimationNodeOneShot::set_autorestart);
	ClassDB::bind_method(D_METHOD("has_autorestart"), &AnimationNodeOneShot::has_autorestart);
	ClassDB::bind_method(D_METHOD("set_autorestart_delay", "time"), &AnimationNodeOneShot::set_autorestart_delay);
	ClassDB::bind_method(D_METHOD("get_autorestart_delay"), &AnimationNodeOneShot::get_autorestart_delay);
	ClassDB::bind_method(D_METHOD("set_autorestart_random_delay", "time"), &AnimationNodeOneShot::set_autorestart_random_delay);
	ClassDB::bind_method(D_METHOD("get_autorestart_random_delay"), &AnimationNodeOneShot::get_autorestart_random_delay);
	ClassDB::bind_method(D_METHOD("set_mix_mode", "mode"), &AnimationNodeOneShot::set_mix_mode);
	ClassDB::bind_method(D_METHOD("get_mix_mode"), &AnimationNodeOneShot::get_mix_mode);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "mix_mode", PROPERTY_HINT_ENUM, "Blend,Add"), "set_mix_mode", "get_mix_mode");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "fadein_time", PROPERTY_HINT_RANGE, "0,60,0.01,or_greater,suffix:s"), "set_fadein_time", "get_fadein_time");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "fadein_curve", PROPERTY_HINT_RESOURCE_TYPE, "Curve"), "set_fadein_curve", "get_fadein_curve");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "fadeout_time", PROPERTY_HINT_RANGE, "0,60,0.01,or_greater,suffix:s"), "set_fadeout_time", "get_fadeout_time");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "fadeout_curve", PROPERTY_HINT_RESOURCE_TYPE, "Curve"), "set_fadeout_curve", "get_fadeout_curve");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "break_loop_at_end"), "set_break_loop_at_end", "is_loop_broken_at_end");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "abort_on_reset"), "set_abort_on_reset", "is_aborted_on_reset");
	ADD_GROUP("Auto Restart", "autorestart_");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "autorestart"), "set_autorestart", "has_autorestart");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "autorestart_delay", PROPERTY_HINT_RANGE, "0,60,0.01,or_greater,suffix:s"), "set_autorestart_delay", "get_autorestart_delay");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "autorestart_random_delay", PROPERTY_HINT_RANGE, "0,60,0.01,or_greater,suffix:s"), "set_autorestart_random_delay", "get_autorestart_random_delay");
	BIND_ENUM_CONSTANT(ONE_SHOT_REQUEST_NONE);
	BIND_ENUM_CONSTANT(ONE_SHOT_REQUEST_FIRE);
	BIND_ENUM_CONSTANT(ONE_SHOT_REQUEST_ABORT);
	BIND_ENUM_CONSTANT(ONE_SHOT_REQUEST_FADE_OUT);
	BIND_ENUM_CONSTANT(MIX_MODE_BLEND);
	BIND_ENUM_CONSTANT(MIX_MODE_ADD);
}
