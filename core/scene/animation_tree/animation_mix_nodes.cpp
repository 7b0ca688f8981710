// Amounts are parameters; of what is mixed, the times of the larger part are the node's.
#include "core/scene/animation_tree/animation_mix_nodes.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

void AnimationNodeSync::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_use_sync", "enable"), &AnimationNodeSync::set_use_sync);
	ClassDB::bind_method(D_METHOD("is_using_sync"), &AnimationNodeSync::is_using_sync);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "sync"), "set_use_sync", "is_using_sync");
}

AnimationNodeAdd2::AnimationNodeAdd2() {
	add_input("in");
	add_input("add");
}

AnimationTimes AnimationNodeAdd2::process_step(const AnimationStep &p_step, bool) {
	const double amount = get_parameter(SNAME("add_amount"));
	const AnimationTimes times = blend(0, p_step, 1.0, FILTER_IGNORE);
	blend(1, p_step, amount, FILTER_PASS);
	return times;
}

AnimationNodeAdd3::AnimationNodeAdd3() {
	add_input("-add");
	add_input("in");
	add_input("+add");
}

AnimationTimes AnimationNodeAdd3::process_step(const AnimationStep &p_step, bool) {
	const double amount = get_parameter(SNAME("add_amount"));
	blend(0, p_step, MAX(0.0, -amount), FILTER_PASS);
	const AnimationTimes times = blend(1, p_step, 1.0, FILTER_IGNORE);
	blend(2, p_step, MAX(0.0, amount), FILTER_PASS);
	return times;
}

AnimationNodeBlend2::AnimationNodeBlend2() {
	add_input("in");
	add_input("blend");
}

AnimationTimes AnimationNodeBlend2::process_step(const AnimationStep &p_step, bool) {
	const double amount = get_parameter(SNAME("blend_amount"));
	const AnimationTimes first = blend(0, p_step, 1.0 - amount, FILTER_BLEND);
	const AnimationTimes second = blend(1, p_step, amount, FILTER_PASS);
	return amount > 0.5 ? second : first;
}

AnimationNodeBlend3::AnimationNodeBlend3() {
	add_input("-blend");
	add_input("in");
	add_input("+blend");
}

AnimationTimes AnimationNodeBlend3::process_step(const AnimationStep &p_step, bool) {
	const double amount = get_parameter(SNAME("blend_amount"));
	const AnimationTimes minus = blend(0, p_step, MAX(0.0, -amount), FILTER_IGNORE);
	const AnimationTimes middle = blend(1, p_step, 1.0 - Math::abs(amount), FILTER_IGNORE);
	const AnimationTimes plus = blend(2, p_step, MAX(0.0, amount), FILTER_IGNORE);
	return amount > 0.5 ? plus : (amount < -0.5 ? minus : middle);
}

AnimationNodeSub2::AnimationNodeSub2() {
	add_input("in");
	add_input("sub");
}

AnimationTimes AnimationNodeSub2::process_step(const AnimationStep &p_step, bool) {
	const double amount = get_parameter(SNAME("sub_amount"));
	blend(1, p_step, -amount, FILTER_PASS); // First, so that what is added stands on it.
	return blend(0, p_step, 1.0, FILTER_IGNORE);
}

void AnimationNodeTimeScale::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "scale", PROPERTY_HINT_RANGE, "-32,32,0.01,or_less,or_greater"), 1.0 });
}

AnimationTimes AnimationNodeTimeScale::process_step(const AnimationStep &p_step, bool) {
	AnimationStep step = p_step;
	if (!step.seeked) {
		step.delta *= double(get_parameter(SNAME("scale")));
	}
	return blend_input(0, step, 1.0, FILTER_IGNORE, true, false);
}

void AnimationNodeTimeSeek::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "seek_request", PROPERTY_HINT_RANGE, "-1,3600,0.01,or_greater"), -1.0 });
}

AnimationTimes AnimationNodeTimeSeek::process_step(const AnimationStep &p_step, bool) {
	const double wanted = get_parameter(SNAME("seek_request"));
	AnimationStep step = p_step;
	if (wanted >= 0.0) {
		step.time = wanted;
		step.seeked = true;
		step.external = explicit_elapse;
		set_parameter(SNAME("seek_request"), -1.0);
	}
	return blend_input(0, step, 1.0, FILTER_IGNORE, true, false);
}

void AnimationNodeTimeSeek::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_explicit_elapse", "enable"), &AnimationNodeTimeSeek::set_explicit_elapse);
	ClassDB::bind_method(D_METHOD("is_explicit_elapse"), &AnimationNodeTimeSeek::is_explicit_elapse);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "explicit_elapse"), "set_explicit_elapse", "is_explicit_elapse");
}
