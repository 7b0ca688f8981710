// Requests, the fade from one input to the next, and how files keep inputs.
#include "core/scene/animation_tree/animation_node_transition.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

static constexpr int MAX_INPUTS = 1024;

void AnimationNodeTransition::set_input_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > MAX_INPUTS, vformat("A transition has 0 to %d inputs, not %d.", MAX_INPUTS, p_count));
	while (get_input_count() < p_count) {
		add_input("state_" + itos(get_input_count()));
	}
	while (get_input_count() > p_count) {
		remove_input(get_input_count() - 1);
	}
	settings.resize(uint32_t(p_count));
	emit_signal(SNAME("tree_changed"));
	notify_property_list_changed();
}

void AnimationNodeTransition::set_input_as_auto_advance(int p_input, bool p_enabled) {
	ERR_FAIL_INDEX(p_input, int(settings.size()));
	settings[uint32_t(p_input)].auto_advance = p_enabled;
}

bool AnimationNodeTransition::is_input_set_as_auto_advance(int p_input) const {
	ERR_FAIL_INDEX_V(p_input, int(settings.size()), false);
	return settings[uint32_t(p_input)].auto_advance;
}

void AnimationNodeTransition::set_input_break_loop_at_end(int p_input, bool p_enabled) {
	ERR_FAIL_INDEX(p_input, int(settings.size()));
	settings[uint32_t(p_input)].break_loop_at_end = p_enabled;
}

bool AnimationNodeTransition::is_input_loop_broken_at_end(int p_input) const {
	ERR_FAIL_INDEX_V(p_input, int(settings.size()), false);
	return settings[uint32_t(p_input)].break_loop_at_end;
}

void AnimationNodeTransition::set_input_reset(int p_input, bool p_enabled) {
	ERR_FAIL_INDEX(p_input, int(settings.size()));
	settings[uint32_t(p_input)].reset = p_enabled;
}

bool AnimationNodeTransition::is_input_reset(int p_input) const {
	ERR_FAIL_INDEX_V(p_input, int(settings.size()), true);
	return settings[uint32_t(p_input)].reset;
}

// Properties "input_N/..." of files.
bool AnimationNodeTransition::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (!name.begins_with("input_") || !name.contains("/")) {
		return false;
	}
	const int input = int(name.get_slicec('/', 0).trim_prefix("input_").to_int());
	const String what = name.get_slicec('/', 1);
	ERR_FAIL_INDEX_V(input, get_input_count(), false);
	if (what == "name") {
		set_input_name(input, p_value);
	} else if (what == "auto_advance") {
		set_input_as_auto_advance(input, p_value);
	} else if (what == "break_loop_at_end") {
		set_input_break_loop_at_end(input, p_value);
	} else if (what == "reset") {
		set_input_reset(input, p_value);
	} else {
		return false;
	}
	return true;
}

bool AnimationNodeTransition::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (!name.begins_with("input_") || !name.contains("/")) {
		return false;
	}
	const int input = int(name.get_slicec('/', 0).trim_prefix("input_").to_int());
	const String what = name.get_slicec('/', 1);
	if (input < 0 || input >= get_input_count()) {
		return false;
	}
	const Input &setting = settings[uint32_t(input)];
	if (what == "name") {
		r_value = get_input_name(input);
	} else if (what == "auto_advance") {
		r_value = setting.auto_advance;
	} else if (what == "break_loop_at_end") {
		r_value = setting.break_loop_at_end;
	} else if (what == "reset") {
		r_value = setting.reset;
	} else {
		return false;
	}
	return true;
}

void AnimationNodeTransition::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (int i = 0; i < get_input_count(); i++) {
		const String prefix = "input_" + itos(i) + "/";
		constexpr uint32_t usage = PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_INTERNAL;
		p_list->push_back(PropertyInfo(Variant::STRING, prefix + "name", PROPERTY_HINT_NONE, "", usage));
		p_list->push_back(PropertyInfo(Variant::BOOL, prefix + "auto_advance", PROPERTY_HINT_NONE, "", usage));
		p_list->push_back(PropertyInfo(Variant::BOOL, prefix + "break_loop_at_end", PROPERTY_HINT_NONE, "", usage));
		p_list->push_back(PropertyInfo(Variant::BOOL, prefix + "reset", PROPERTY_HINT_NONE, "", usage));
	}
}

void AnimationNodeTransition::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	PackedStringArray names;
	for (int i = 0; i < get_input_count(); i++) {
		names.push_back(get_input_name(i));
	}
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::STRING, "current_state", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_READ_ONLY), String(), true });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::STRING, "transition_request", PROPERTY_HINT_ENUM, String(",").join(names)), String() });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::INT, "current_index", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_READ_ONLY), int64_t(-1), true });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::INT, "prev_index", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), int64_t(-1) });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "prev_xfading", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), 0.0 });
}

// The input that a script asks for; -1: none.
int AnimationNodeTransition::take_request(int p_current) const {
	const String wanted = get_parameter(SNAME("transition_request"));
	if (wanted.is_empty()) {
		return -1;
	}
	const int found = find_input(wanted);
	ERR_FAIL_COND_V_MSG(found < 0, -1, vformat("The transition has no input \"%s\".", wanted));
	return found == p_current && !allow_transition_to_self ? -1 : found;
}

AnimationTimes AnimationNodeTransition::process_step(const AnimationStep &p_step, bool) {
	int current = int(get_parameter(SNAME("current_index")));
	int previous = int(get_parameter(SNAME("prev_index")));
	double fading = get_parameter(SNAME("prev_xfading"));
	if (get_input_count() == 0) {
		return AnimationTimes();
	}
	int wanted = take_request(current);
	set_parameter(SNAME("transition_request"), String());
	const bool is_first = wanted < 0 && (current < 0 || current >= get_input_count());
	wanted = is_first ? 0 : wanted;
	bool restarts = false;
	if (wanted >= 0) {
		restarts = settings[uint32_t(wanted)].reset && !is_first;
		previous = is_first || current >= get_input_count() ? -1 : current;
		fading = is_first ? 0.0 : xfade_time;
		current = wanted;
		set_parameter(SNAME("current_index"), int64_t(current));
		set_parameter(SNAME("current_state"), get_input_name(current));
	}
	for (int i = 0; is_using_sync() && i < get_input_count(); i++) {
		if (i != current && i != previous) {
			blend(i, p_step, 0.0, FILTER_IGNORE);
		}
	}
	AnimationStep step = p_step;
	if (restarts) {
		step = AnimationStep{ 0.0, p_step.delta, true, false };
	}
	if (is_first && p_step.seeked) {
		step = AnimationStep(); // It is seen where it stands.
	}
	AnimationTimes times;
	if (previous < 0 || previous == current) {
		times = blend(current, step, 1.0, FILTER_IGNORE);
		previous = -1;
		fading -= wanted >= 0 && !is_first ? p_step.delta : 0.0;
	} else {
		double left = xfade_time > 0.0 ? fading / xfade_time : 0.0;
		left = xfade_curve.is_valid() ? 1.0 - double(xfade_curve->sample(real_t(1.0 - left))) : left;
		times = blend(current, step, MAX(1.0 - left, CMP_EPSILON), FILTER_IGNORE);
		blend_input(previous, AnimationStep{ 0.0, p_step.delta, false, false }, xfade_time > 0.0 ? MAX(left, CMP_EPSILON) : 0.0, FILTER_IGNORE, true, false);
		fading -= p_step.seeked ? 0.0 : p_step.delta;
		previous = fading < 0.0 ? -1 : previous;
	}
	const Input &setting = settings[uint32_t(current)];
	if (setting.auto_advance && times.get_remain(setting.break_loop_at_end) <= xfade_time) {
		set_parameter(SNAME("transition_request"), get_input_name((current + 1) % get_input_count()));
	}
	set_parameter(SNAME("prev_index"), int64_t(previous));
	set_parameter(SNAME("prev_xfading"), fading);
	return times;
}

void AnimationNodeTransition::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_input_count", "input_count"), &AnimationNodeTransition::set_input_count);
	ClassDB::bind_method(D_METHOD("set_input_as_auto_advance", "input", "enable"), &AnimationNodeTransition::set_input_as_auto_advance);
	ClassDB::bind_method(D_METHOD("is_input_set_as_auto_advance", "input"), &AnimationNodeTransition::is_input_set_as_auto_advance);
	ClassDB::bind_method(D_METHOD("set_input_break_loop_at_end", "input", "enable"), &AnimationNodeTransition::set_input_break_loop_at_end);
	ClassDB::bind_method(D_METHOD("is_input_loop_broken_at_end", "input"), &AnimationNodeTransition::is_input_loop_broken_at_end);
	ClassDB::bind_method(D_METHOD("set_input_reset", "input", "enable"), &AnimationNodeTransition::set_input_reset);
	ClassDB::bind_method(D_METHOD("is_input_reset", "input"), &AnimationNodeTransition::is_input_reset);
	ClassDB::bind_method(D_METHOD("set_xfade_time", "time"), &AnimationNodeTransition::set_xfade_time);
	ClassDB::bind_method(D_METHOD("get_xfade_time"), &AnimationNodeTransition::get_xfade_time);
	ClassDB::bind_method(D_METHOD("set_xfade_curve", "curve"), &AnimationNodeTransition::set_xfade_curve);
	ClassDB::bind_method(D_METHOD("get_xfade_curve"), &AnimationNodeTransition::get_xfade_curve);
	ClassDB::bind_method(D_METHOD("set_allow_transition_to_self", "enable"), &AnimationNodeTransition::set_allow_transition_to_self);
	ClassDB::bind_method(D_METHOD("is_allow_transition_to_self"), &AnimationNodeTransition::is_allow_transition_to_self);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "xfade_time", PROPERTY_HINT_RANGE, "0,120,0.01,suffix:s"), "set_xfade_time", "get_xfade_time");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "xfade_curve", PROPERTY_HINT_RESOURCE_TYPE, "Curve"), "set_xfade_curve", "get_xfade_curve");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_transition_to_self"), "set_allow_transition_to_self", "is_allow_transition_to_self");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "input_count", PROPERTY_HINT_NONE, "Inputs,input_", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY | PROPERTY_USAGE_UPDATE_ALL_IF_MODIFIED), "set_input_count", "get_input_count");
}
