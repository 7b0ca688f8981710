// States, transitions and ways over them. What happens in a step is in animation_state_playback.cpp.
#include "core/scene/animation_tree/animation_node_state_machine.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/animation_tree/animation_place.h"
#include "core/scene/animation_tree/animation_state_playback.h"

AnimationNodeStateMachine::AnimationNodeStateMachine() {
	for (const char *name : { "Start", "End" }) {
		Ref<AnimationNode> node;
		node.instantiate();
		AnimationNamedNodes::insert(states, State{ name, node, String(name) == "Start" ? Vector2(200, 100) : Vector2(900, 100) });
	}
}

// --- States ---

bool AnimationNodeStateMachine::can_name(const StringName &p_name) const {
	ERR_FAIL_COND_V_MSG(has_node(p_name), false, vformat("The state machine has a state \"%s\" already.", p_name));
	ERR_FAIL_COND_V_MSG(String(p_name).contains("/") || p_name == StringName(), false, vformat("\"%s\" cannot name a state: it is empty or has a slash in it.", p_name));
	return true;
}

void AnimationNodeStateMachine::add_node(const StringName &p_name, const Ref<AnimationNode> &p_node, const Vector2 &p_position) {
	ERR_FAIL_COND_MSG(p_node.is_null(), "There is no node to add.");
	ERR_FAIL_COND_MSG(p_node->holds(this), "A state machine cannot stand in itself.");
	if (!can_name(p_name)) {
		return;
	}
	AnimationNamedNodes::insert(states, State{ p_name, p_node, p_position });
	watch_child(p_node, true);
	emit_changed();
	emit_tree_changed();
}

void AnimationNodeStateMachine::replace_node(const StringName &p_name, const Ref<AnimationNode> &p_node) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The state machine has no state \"%s\".", p_name));
	ERR_FAIL_COND_MSG(p_node.is_null(), "There is no node to put there.");
	ERR_FAIL_COND_MSG(p_node->holds(this), "A state machine cannot stand in itself.");
	const Ref<AnimationNode> leaving = states[uint32_t(found)].node;
	states[uint32_t(found)].node = p_node;
	watch_child(leaving, false);
	watch_child(p_node, true);
	emit_changed();
	emit_tree_changed();
}

Ref<AnimationNode> AnimationNodeStateMachine::get_node(const StringName &p_name) const {
	const int found = find(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, Ref<AnimationNode>(), vformat("The state machine has no state \"%s\".", p_name));
	return states[uint32_t(found)].node;
}

static bool is_fixed(const StringName &p_name) {
	return p_name == SNAME("Start") || p_name == SNAME("End");
}

void AnimationNodeStateMachine::remove_node(const StringName &p_name) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The state machine has no state \"%s\".", p_name));
	ERR_FAIL_COND_MSG(is_fixed(p_name), vformat("The state \"%s\" cannot be removed.", p_name));
	const Ref<AnimationNode> leaving = states[uint32_t(found)].node;
	states.remove_at(uint32_t(found));
	for (uint32_t i = 0; i < links.size();) {
		if (links[i].from == p_name || links[i].to == p_name) {
			const Link gone = links[i];
			links.remove_at(i);
		} else {
			i++;
		}
	}
	watch_child(leaving, false);
	emit_signal(SNAME("animation_node_removed"), int64_t(uint64_t(get_instance_id())), p_name);
	emit_changed();
	emit_tree_changed();
}

void AnimationNodeStateMachine::rename_node(const StringName &p_name, const StringName &p_new_name) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The state machine has no state \"%s\".", p_name));
	ERR_FAIL_COND_MSG(is_fixed(p_name), vformat("The state \"%s\" cannot be renamed.", p_name));
	if (!can_name(p_new_name)) {
		return;
	}
	const State moved = states[uint32_t(found)];
	states.remove_at(uint32_t(found));
	AnimationNamedNodes::insert(states, State{ p_new_name, moved.node, moved.position });
	for (Link &link : links) {
		link.from = link.from == p_name ? p_new_name : link.from;
		link.to = link.to == p_name ? p_new_name : link.to;
	}
	emit_signal(SNAME("animation_node_renamed"), int64_t(uint64_t(get_instance_id())), p_name, p_new_name);
	emit_changed();
	emit_tree_changed();
}

StringName AnimationNodeStateMachine::get_node_name(const Ref<AnimationNode> &p_node) const {
	for (const State &state : states) {
		if (state.node == p_node) {
			return state.name;
		}
	}
	ERR_FAIL_V_MSG(StringName(), "The node is no state of this machine.");
}

void AnimationNodeStateMachine::set_node_position(const StringName &p_name, const Vector2 &p_position) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The state machine has no state \"%s\".", p_name));
	states[uint32_t(found)].position = p_position;
}

Vector2 AnimationNodeStateMachine::get_node_position(const StringName &p_name) const {
	const int found = find(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, Vector2(), vformat("The state machine has no state \"%s\".", p_name));
	return states[uint32_t(found)].position;
}

void AnimationNodeStateMachine::collect_children(LocalVector<Child> &r_children) const {
	for (const State &state : states) {
		r_children.push_back(Child{ state.name, state.node });
	}
}

// --- Transitions ---

int AnimationNodeStateMachine::find_link(const StringName &p_from, const StringName &p_to) const {
	for (uint32_t i = 0; i < links.size(); i++) {
		if (links[i].from == p_from && links[i].to == p_to) {
			return int(i);
		}
	}
	return -1;
}

void AnimationNodeStateMachine::add_transition(const StringName &p_from, const StringName &p_to, const Ref<AnimationNodeStateMachineTransition> &p_transition) {
	ERR_FAIL_COND_MSG(p_from == p_to, vformat("A transition leads to another state; \"%s\" is both ends.", p_from));
	ERR_FAIL_COND_MSG(p_from == SNAME("End"), "No transition leads away from \"End\".");
	ERR_FAIL_COND_MSG(p_to == SNAME("Start"), "No transition leads to \"Start\".");
	ERR_FAIL_COND_MSG(!has_node(p_from), vformat("The state machine has no state \"%s\".", p_from));
	ERR_FAIL_COND_MSG(!has_node(p_to), vformat("The state machine has no state \"%s\".", p_to));
	ERR_FAIL_COND_MSG(has_transition(p_from, p_to), vformat("There is a transition from \"%s\" to \"%s\" already.", p_from, p_to));
	ERR_FAIL_COND_MSG(p_transition.is_null(), "There is no transition to add.");
	links.push_back(Link{ p_from, p_to, p_transition });
	p_transition->connect(SNAME("advance_condition_changed"), callable_mp(static_cast<AnimationNode *>(this), &AnimationNodeStateMachine::emit_tree_changed), CONNECT_REFERENCE_COUNTED);
	emit_tree_changed();
}

Ref<AnimationNodeStateMachineTransition> AnimationNodeStateMachine::get_transition(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(links.size()), Ref<AnimationNodeStateMachineTransition>());
	return links[uint32_t(p_index)].transition;
}

StringName AnimationNodeStateMachine::get_transition_from(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(links.size()), StringName());
	return links[uint32_t(p_index)].from;
}

StringName AnimationNodeStateMachine::get_transition_to(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(links.size()), StringName());
	return links[uint32_t(p_index)].to;
}

void AnimationNodeStateMachine::remove_transition_by_index(int p_index) {
	ERR_FAIL_INDEX(p_index, int(links.size()));
	const Link leaving = links[uint32_t(p_index)];
	links.remove_at(uint32_t(p_index));
	leaving.transition->disconnect(SNAME("advance_condition_changed"), callable_mp(static_cast<AnimationNode *>(this), &AnimationNodeStateMachine::emit_tree_changed));
	emit_tree_changed();
}

void AnimationNodeStateMachine::remove_transition(const StringName &p_from, const StringName &p_to) {
	const int found = find_link(p_from, p_to);
	if (found >= 0) {
		remove_transition_by_index(found);
	}
}

// Dijkstra; of ways as long, the one with fewer states.
bool AnimationNodeStateMachine::find_path(const StringName &p_from, const StringName &p_to, LocalVector<StringName> &r_path) const {
	struct Mark {
		double cost = -1.0; // Negative: not reached.
		int hops = 0;
		int before = -1;
		bool done = false;
	};
	const int from = find(p_from);
	const int to = find(p_to);
	if (from < 0 || to < 0) {
		return false;
	}
	LocalVector<Mark> marks;
	marks.resize(states.size());
	marks[uint32_t(from)].cost = 0.0;
	while (true) {
		int best = -1;
		for (uint32_t i = 0; i < marks.size(); i++) {
			const Mark &mark = marks[i];
			if (!mark.done && mark.cost >= 0.0 && (best < 0 || mark.cost < marks[uint32_t(best)].cost || (mark.cost == marks[uint32_t(best)].cost && mark.hops < marks[uint32_t(best)].hops))) {
				best = int(i);
			}
		}
		if (best < 0) {
			return false;
		}
		if (best == to) {
			break;
		}
		marks[uint32_t(best)].done = true;
		const State &state = states[uint32_t(best)];
		for (const Link &link : links) {
			const int next = link.from == state.name && link.transition->get_advance_mode() != AnimationNodeStateMachineTransition::ADVANCE_MODE_DISABLED ? find(link.to) : -1;
			if (next < 0 || marks[uint32_t(next)].done) {
				continue;
			}
			Mark &mark = marks[uint32_t(next)];
			const double cost = marks[uint32_t(best)].cost + double(state.position.distance_to(states[uint32_t(next)].position));
			if (mark.cost < 0.0 || cost < mark.cost) {
				mark = Mark{ cost, marks[uint32_t(best)].hops + 1, best, false };
			}
		}
	}
	for (int at = to; at != from; at = marks[uint32_t(at)].before) {
		r_path.insert(0, states[uint32_t(at)].name);
	}
	return true;
}

void AnimationNodeStateMachine::set_state_machine_type(StateMachineType p_type) {
	state_machine_type = p_type;
	emit_changed();
	emit_tree_changed();
}

// --- Processing ---

void AnimationNodeStateMachine::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	Ref<AnimationNodeStateMachinePlayback> playback;
	playback.instantiate();
	playback->set_local_to_scene(true);
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::OBJECT, "playback", PROPERTY_HINT_RESOURCE_TYPE, "AnimationNodeStateMachinePlayback", PROPERTY_USAGE_EDITOR | PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_ALWAYS_DUPLICATE), playback });
	LocalVector<StringName> names;
	for (const Link &link : links) {
		const StringName name = link.transition->get_advance_condition();
		if (name != StringName() && !names.has(name)) {
			names.push_back(name);
			r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::BOOL, "conditions/" + String(name)), false });
		}
	}
}

AnimationTimes AnimationNodeStateMachine::process_step(const AnimationStep &p_step, bool p_test) {
	const Ref<AnimationNodeStateMachinePlayback> playback(get_parameter(SNAME("playback")));
	ERR_FAIL_COND_V_MSG(playback.is_null(), AnimationTimes(), "The parameter \"playback\" of a state machine was taken away.");
	return p_test ? playback->get_times() : playback->process(*this, *get_place(), p_step);
}

// --- Files: "states/NAME/node", "states/NAME/position", "transitions" as from, to, transition, again and again ---

bool AnimationNodeStateMachine::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name == "graph_offset") {
		set_graph_offset(p_value);
		return true;
	}
	if (name == "transitions") {
		const Array triples = p_value;
		ERR_FAIL_COND_V_MSG(triples.size() % 3 != 0, false, "transitions is a list of state, state, transition, again and again.");
		for (int64_t i = 0; i < triples.size(); i += 3) {
			add_transition(triples[i], triples[i + 1], Ref<AnimationNodeStateMachineTransition>(triples[i + 2]));
		}
		return true;
	}
	if (!name.begins_with("states/")) {
		return false;
	}
	const StringName which = name.get_slicec('/', 1);
	const String what = name.get_slicec('/', 2);
	if (what == "node") {
		const Ref<AnimationNode> node(p_value);
		if (node.is_valid() && !is_fixed(which)) {
			add_node(which, node);
		}
		return true;
	}
	if (what == "position" && has_node(which)) {
		set_node_position(which, p_value);
		return true;
	}
	return false;
}

bool AnimationNodeStateMachine::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (name == "graph_offset") {
		r_value = graph_offset;
		return true;
	}
	if (name == "transitions") {
		Array triples;
		for (const Link &link : links) {
			triples.push_back(String(link.from));
			triples.push_back(String(link.to));
			triples.push_back(link.transition);
		}
		r_value = triples;
		return true;
	}
	const int found = name.begins_with("states/") ? find(name.get_slicec('/', 1)) : -1;
	if (found < 0) {
		return false;
	}
	const String what = name.get_slicec('/', 2);
	if (what == "node" && !is_fixed(states[uint32_t(found)].name)) {
		r_value = states[uint32_t(found)].node;
		return true;
	}
	if (what == "position") {
		r_value = states[uint32_t(found)].position;
		return true;
	}
	return false;
}

void AnimationNodeStateMachine::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const State &state : states) {
		const String prefix = "states/" + String(state.name);
		p_list->push_back(PropertyInfo(Variant::OBJECT, prefix + "/node", PROPERTY_HINT_RESOURCE_TYPE, "AnimationNode", PROPERTY_USAGE_NO_EDITOR));
		p_list->push_back(PropertyInfo(Variant::VECTOR2, prefix + "/position", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR));
	}
	p_list->push_back(PropertyInfo(Variant::ARRAY, "transitions", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR));
	p_list->push_back(PropertyInfo(Variant::VECTOR2, "graph_offset", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR));
}

void AnimationNodeStateMachine::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_node", "name", "node", "position"), &AnimationNodeStateMachine::add_node, DEFVAL(Vector2()));
	ClassDB::bind_method(D_METHOD("replace_node", "name", "node"), &AnimationNodeStateMachine::replace_node);
	ClassDB::bind_method(D_METHOD("get_node", "name"), &AnimationNodeStateMachine::get_node);
	ClassDB::bind_method(D_METHOD("remove_node", "name"), &AnimationNodeStateMachine::remove_node);
	ClassDB::bind_method(D_METHOD("rename_node", "name", "new_name"), &AnimationNodeStateMachine::rename_node);
	ClassDB::bind_method(D_METHOD("has_node", "name"), &AnimationNodeStateMachine::has_node);
	ClassDB::bind_method(D_METHOD("get_node_name", "node"), &AnimationNodeStateMachine::get_node_name);
	ClassDB::bind_method(D_METHOD("get_node_list"), &AnimationNodeStateMachine::get_node_list);
	ClassDB::bind_method(D_METHOD("set_node_position", "name", "position"), &AnimationNodeStateMachine::set_node_position);
	ClassDB::bind_method(D_METHOD("get_node_position", "name"), &AnimationNodeStateMachine::get_node_position);
	ClassDB::bind_method(D_METHOD("has_transition", "from", "to"), &AnimationNodeStateMachine::has_transition);
	ClassDB::bind_method(D_METHOD("add_transition", "from", "to", "transition"), &AnimationNodeStateMachine::add_transition);
	ClassDB::bind_method(D_METHOD("get_transition", "idx"), &AnimationNodeStateMachine::get_transition);
	ClassDB::bind_method(D_METHOD("get_transition_from", "idx"), &AnimationNodeStateMachine::get_transition_from);
	ClassDB::bind_method(D_METHOD("get_transition_to", "idx"), &AnimationNodeStateMachine::get_transition_to);
	ClassDB::bind_method(D_METHOD("get_transition_count"), &AnimationNodeStateMachine::get_transition_count);
	ClassDB::bind_method(D_METHOD("remove_transition_by_index", "idx"), &AnimationNodeStateMachine::remove_transition_by_index);
	ClassDB::bind_method(D_METHOD("remove_transition", "from", "to"), &AnimationNodeStateMachine::remove_transition);
	ClassDB::bind_method(D_METHOD("set_graph_offset", "offset"), &AnimationNodeStateMachine::set_graph_offset);
	ClassDB::bind_method(D_METHOD("get_graph_offset"), &AnimationNodeStateMachine::get_graph_offset);
	ClassDB::bind_method(D_METHOD("set_state_machine_type", "state_machine_type"), &AnimationNodeStateMachine::set_state_machine_type);
	ClassDB::bind_method(D_METHOD("get_state_machine_type"), &AnimationNodeStateMachine::get_state_machine_type);
	ClassDB::bind_method(D_METHOD("set_allow_transition_to_self", "enable"), &AnimationNodeStateMachine::set_allow_transition_to_self);
	ClassDB::bind_method(D_METHOD("is_allow_transition_to_self"), &AnimationNodeStateMachine::is_allow_transition_to_self);
	ClassDB::bind_method(D_METHOD("set_reset_ends", "enable"), &AnimationNodeStateMachine::set_reset_ends);
	ClassDB::bind_method(D_METHOD("are_ends_reset"), &AnimationNodeStateMachine::are_ends_reset);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "state_machine_type", PROPERTY_HINT_ENUM, "Root,Nested,Grouped"), "set_state_machine_type", "get_state_machine_type");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_transition_to_self"), "set_allow_transition_to_self", "is_allow_transition_to_self");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "reset_ends"), "set_reset_ends", "are_ends_reset");
	BIND_ENUM_CONSTANT(STATE_MACHINE_TYPE_ROOT);
	BIND_ENUM_CONSTANT(STATE_MACHINE_TYPE_NESTED);
	BIND_ENUM_CONSTANT(STATE_MACHINE_TYPE_GROUPED);
}
