// One step of a state machine.
#include "core/scene/animation_tree/animation_state_playback.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"
#include "core/scene/animation_tree/animation_place.h"
#include "core/scene/animation_tree/animation_tree.h"

using Transition = AnimationNodeStateMachineTransition;

// --- For scripts ---

void AnimationNodeStateMachinePlayback::travel(const StringName &p_state, bool p_reset_on_teleport) {
	wanted = WANTED_TRAVEL;
	wanted_state = p_state;
	wanted_reset = p_reset_on_teleport;
}

void AnimationNodeStateMachinePlayback::start(const StringName &p_state, bool p_reset) {
	wanted = WANTED_START;
	wanted_state = p_state;
	wanted_reset = p_reset;
}

void AnimationNodeStateMachinePlayback::stop() {
	wanted = WANTED_STOP;
}

TypedArray<StringName> AnimationNodeStateMachinePlayback::get_travel_path() const {
	TypedArray<StringName> names;
	for (const StringName &name : path) {
		names.push_back(name);
	}
	return names;
}

// --- Wishes ---

void AnimationNodeStateMachinePlayback::enter(const StringName &p_state, bool p_reset) {
	current = p_state;
	fading_from = StringName();
	fading_position = fading_length = 0.0;
	fading_times = AnimationTimes();
	path.clear();
	resets = p_reset;
	playing = true;
	emit_signal(SNAME("state_started"), current);
}

void AnimationNodeStateMachinePlayback::begin_travel(AnimationNodeStateMachine &p_machine, const StringName &p_to, bool p_reset) {
	if (!playing) {
		enter(SNAME("Start"), true);
	}
	path.clear();
	if (current == p_to) {
		if (p_machine.is_allow_transition_to_self()) {
			enter(p_to, p_reset);
		}
		return;
	}
	if (!p_machine.find_path(current, p_to, path)) {
		enter(p_to, p_reset); // There is no way; it is there at once.
	}
}

// A name with slashes goes on into the machines within.
void AnimationNodeStateMachinePlayback::follow_wish(AnimationNodeStateMachine &p_machine, AnimationPlace &p_place) {
	const Wanted wish = wanted;
	wanted = WANTED_NOTHING;
	if (wish == WANTED_NOTHING) {
		return;
	}
	if (wish == WANTED_STOP) {
		playing = false;
		path.clear();
		return;
	}
	const String whole = wanted_state;
	const StringName state = whole.get_slicec('/', 0);
	const String rest = whole.contains("/") ? whole.substr(whole.find("/") + 1) : String();
	ERR_FAIL_COND_MSG(!p_machine.has_node(state), vformat("The state machine has no state \"%s\".", state));
	if (!rest.is_empty()) {
		AnimationPlace *inner = p_place.find_child(state);
		AnimationParameter *parameter = inner ? inner->find_parameter(SNAME("playback")) : nullptr;
		const Ref<AnimationNodeStateMachinePlayback> playback = parameter ? Ref<AnimationNodeStateMachinePlayback>(parameter->value) : Ref<AnimationNodeStateMachinePlayback>();
		ERR_FAIL_COND_MSG(playback.is_null(), vformat("State \"%s\" is no state machine, which \"%s\" could be in.", state, rest));
		playback->wanted = wish;
		playback->wanted_state = rest;
		playback->wanted_reset = wanted_reset;
	}
	if (wish == WANTED_START) {
		enter(state, wanted_reset);
	} else {
		begin_travel(p_machine, state, wanted_reset);
	}
}

// --- Transitions ---

bool AnimationNodeStateMachinePlayback::find_next(AnimationNodeStateMachine &p_machine, AnimationPlace &p_place, Next &r_next) {
	const bool skips = next_wanted;
	next_wanted = false;
	if (fading_from != StringName()) {
		return false;
	}
	const auto may_leave = [&](const Ref<Transition> &p_transition) {
		return p_transition->get_switch_mode() != Transition::SWITCH_MODE_AT_END || current_times.get_remain(p_transition->is_loop_broken_at_end()) <= p_transition->get_xfade_time() + CMP_EPSILON;
	};
	if (!path.is_empty()) {
		const int found = p_machine.find_link(current, path[0]);
		if (found < 0) {
			path.clear(); // Someone has taken the way away.
			return false;
		}
		r_next = Next{ path[0], p_machine.links[uint32_t(found)].transition };
		if (!skips && !may_leave(r_next.transition)) {
			return false;
		}
		path.remove_at(0);
		return true;
	}
	const LocalVector<AnimationNodeStateMachine::Link> links = p_machine.links; // Expressions run scripts.
	Object *base = p_place.tree->get_expression_base();
	const ObjectID base_id = base ? base->get_instance_id() : ObjectID();
	int best = -1;
	for (uint32_t i = 0; i < links.size(); i++) {
		const Ref<Transition> &transition = links[i].transition;
		if (links[i].from != current || transition->get_advance_mode() != Transition::ADVANCE_MODE_AUTO || !may_leave(transition)) {
			continue;
		}
		if (best >= 0 && transition->get_priority() >= links[uint32_t(best)].transition->get_priority()) {
			continue;
		}
		const StringName condition = transition->get_advance_condition();
		const AnimationParameter *parameter = condition == StringName() ? nullptr : p_place.find_parameter("conditions/" + String(condition));
		if (condition != StringName() && !(parameter && parameter->value.booleanize())) {
			continue;
		}
		if (transition->is_expression_true(ObjectDB::get_instance(base_id))) {
			best = int(i);
		}
	}
	if (best < 0) {
		return false;
	}
	r_next = Next{ links[uint32_t(best)].to, links[uint32_t(best)].transition };
	return true;
}

void AnimationNodeStateMachinePlayback::go(AnimationNodeStateMachine &p_machine, const Next &p_next, const AnimationStep &p_step) {
	const StringName left = current;
	fading_times = current_times;
	fading_position = 0.0;
	fading_length = p_next.transition->get_xfade_time();
	fading_curve = p_next.transition->get_xfade_curve();
	const bool fades = fading_length > 0.0 && left != SNAME("Start");
	fading_from = fades ? left : StringName();
	current = p_next.state;
	resets = p_next.transition->is_reset();
	if (!fades) {
		fading_length = 0.0;
		emit_signal(SNAME("state_finished"), left);
	}
	emit_signal(SNAME("state_started"), current);
	if (current == SNAME("End")) {
		given.will_end = true;
		fading_times = AnimationTimes();
		return;
	}
	// Where it will stand.
	AnimationStep step = resets ? AnimationStep{ 0.0, p_step.delta, true, false } : AnimationStep{ 0.0, p_step.delta, false, false };
	has_synced = p_next.transition->get_switch_mode() == Transition::SWITCH_MODE_SYNC && !resets;
	if (has_synced) {
		step = AnimationStep{ fading_times.position + p_step.delta, p_step.delta, true, true };
	}
	current_times = p_machine.blend_child(current, step, 0.0, AnimationNode::FILTER_IGNORE, true, true);
}

// --- Steps ---

void AnimationNodeStateMachinePlayback::play(AnimationNodeStateMachine &p_machine, const AnimationStep &p_step) {
	if (current == SNAME("End")) {
		current_times = AnimationTimes();
		return;
	}
	double weight = 1.0;
	if (fading_from != StringName()) {
		fading_position += Math::abs(p_step.delta);
		weight = fading_length > 0.0 ? MIN(1.0, fading_position / fading_length) : 1.0;
		weight = fading_curve.is_valid() ? double(fading_curve->sample(real_t(weight))) : weight;
	}
	AnimationStep step = p_step;
	if (resets) {
		step = AnimationStep{ 0.0, p_step.delta, true, false };
	} else if (has_synced) {
		step = AnimationStep{ current_times.position, p_step.delta, true, true };
	}
	resets = has_synced = false;
	const StringName left = fading_from;
	current_times = p_machine.blend_child(current, step, MAX(weight, CMP_EPSILON), AnimationNode::FILTER_IGNORE, true, false);
	if (left == StringName()) {
		return;
	}
	const AnimationStep going{ 0.0, p_step.delta, false, false };
	fading_times = p_machine.blend_child(left, going, MAX(1.0 - weight, CMP_EPSILON), AnimationNode::FILTER_IGNORE, true, false);
	if (fading_position >= fading_length) {
		fading_from = StringName();
		fading_times = AnimationTimes();
		emit_signal(SNAME("state_finished"), left);
	}
}

// Circles of transitions that are always open end here for this step.
static constexpr int MAX_TRANSITIONS_A_STEP = 100;

AnimationTimes AnimationNodeStateMachinePlayback::process(AnimationNodeStateMachine &p_machine, AnimationPlace &p_place, const AnimationStep &p_step) {
	const Ref<AnimationNodeStateMachinePlayback> alive(this);
	given.will_end = false;
	const bool begins = p_step.seeked && !p_step.external && p_step.time == 0.0;
	if (begins && wanted != WANTED_START && (!playing || current == SNAME("End") || p_machine.get_state_machine_type() != AnimationNodeStateMachine::STATE_MACHINE_TYPE_ROOT)) {
		enter(SNAME("Start"), true);
		current_times = AnimationTimes();
	}
	const bool wished = wanted == WANTED_START || wanted == WANTED_TRAVEL || begins;
	const StringName before = current;
	follow_wish(p_machine, p_place);
	if (!playing) {
		next_wanted = false;
		return AnimationTimes();
	}
	int left = MAX_TRANSITIONS_A_STEP;
	Next next;
	if (wished && current == SNAME("Start")) {
		current_times = AnimationTimes();
		while (left-- > 0 && find_next(p_machine, p_place, next)) {
			go(p_machine, next, p_step);
		}
	} else if (wished && current != before) {
		current_times = AnimationTimes();
	}
	if (begins && !p_step.external) {
		resets = true;
	}
	play(p_machine, p_step);
	while (left-- > 0 && playing && current != SNAME("End") && find_next(p_machine, p_place, next)) {
		given = current_times;
		go(p_machine, next, p_step);
		if (fading_from != StringName()) {
			break;
		}
	}
	if (current == SNAME("End")) {
		given.will_end = true;
		given.is_infinity = false;
		return given;
	}
	given = current_times;
	given.is_infinity = true; // It ends at "End" alone.
	return given;
}

void AnimationNodeStateMachinePlayback::_bind_methods() {
	ClassDB::bind_method(D_METHOD("travel", "to_node", "reset_on_teleport"), &AnimationNodeStateMachinePlayback::travel, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("start", "node", "reset"), &AnimationNodeStateMachinePlayback::start, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("next"), &AnimationNodeStateMachinePlayback::next);
	ClassDB::bind_method(D_METHOD("stop"), &AnimationNodeStateMachinePlayback::stop);
	ClassDB::bind_method(D_METHOD("is_playing"), &AnimationNodeStateMachinePlayback::is_playing);
	ClassDB::bind_method(D_METHOD("get_current_node"), &AnimationNodeStateMachinePlayback::get_current_node);
	ClassDB::bind_method(D_METHOD("get_current_play_position"), &AnimationNodeStateMachinePlayback::get_current_play_position);
	ClassDB::bind_method(D_METHOD("get_current_length"), &AnimationNodeStateMachinePlayback::get_current_length);
	ClassDB::bind_method(D_METHOD("get_fading_from_node"), &AnimationNodeStateMachinePlayback::get_fading_from_node);
	ClassDB::bind_method(D_METHOD("get_fading_from_play_position"), &AnimationNodeStateMachinePlayback::get_fading_from_play_position);
	ClassDB::bind_method(D_METHOD("get_fading_from_length"), &AnimationNodeStateMachinePlayback::get_fading_from_length);
	ClassDB::bind_method(D_METHOD("get_fading_position"), &AnimationNodeStateMachinePlayback::get_fading_position);
	ClassDB::bind_method(D_METHOD("get_fading_length"), &AnimationNodeStateMachinePlayback::get_fading_length);
	ClassDB::bind_method(D_METHOD("get_travel_path"), &AnimationNodeStateMachinePlayback::get_travel_path);
	ADD_SIGNAL(MethodInfo("state_started", PropertyInfo(Variant::STRING_NAME, "state")));
	ADD_SIGNAL(MethodInfo("state_finished", PropertyInfo(Variant::STRING_NAME, "state")));
}
