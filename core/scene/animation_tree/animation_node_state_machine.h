// AnimationNodeStateMachine: one of its nodes plays at a time; transitions lead from one to another.
#pragma once

#include "core/math/vector2.h"
#include "core/scene/animation_tree/animation_named_nodes.h"
#include "core/scene/animation_tree/animation_state_transition.h"

// "Start" and "End" are states without an animation, which every machine has. Where a machine stands is in the
// AnimationNodeStateMachinePlayback of each of its places.
class AnimationNodeStateMachine : public AnimationRootNode {
	GDCLASS(AnimationNodeStateMachine, AnimationRootNode);

public:
	enum StateMachineType : int {
		STATE_MACHINE_TYPE_ROOT,
		STATE_MACHINE_TYPE_NESTED,
		STATE_MACHINE_TYPE_GROUPED,
	};
	struct Link {
		StringName from;
		StringName to;
		Ref<AnimationNodeStateMachineTransition> transition;
	};

	void add_node(const StringName &p_name, const Ref<AnimationNode> &p_node, const Vector2 &p_position = Vector2());
	void replace_node(const StringName &p_name, const Ref<AnimationNode> &p_node);
	Ref<AnimationNode> get_node(const StringName &p_name) const;
	void remove_node(const StringName &p_name);
	void rename_node(const StringName &p_name, const StringName &p_new_name);
	bool has_node(const StringName &p_name) const { return find(p_name) >= 0; }
	StringName get_node_name(const Ref<AnimationNode> &p_node) const;
	TypedArray<StringName> get_node_list() const { return AnimationNamedNodes::get_names(states); }
	void set_node_position(const StringName &p_name, const Vector2 &p_position);
	Vector2 get_node_position(const StringName &p_name) const;
	bool has_transition(const StringName &p_from, const StringName &p_to) const { return find_link(p_from, p_to) >= 0; }
	void add_transition(const StringName &p_from, const StringName &p_to, const Ref<AnimationNodeStateMachineTransition> &p_transition);
	Ref<AnimationNodeStateMachineTransition> get_transition(int p_index) const;
	StringName get_transition_from(int p_index) const;
	StringName get_transition_to(int p_index) const;
	int get_transition_count() const { return int(links.size()); }
	void remove_transition_by_index(int p_index);
	void remove_transition(const StringName &p_from, const StringName &p_to);
	void set_graph_offset(const Vector2 &p_offset) { graph_offset = p_offset; }
	Vector2 get_graph_offset() const { return graph_offset; }
	void set_state_machine_type(StateMachineType p_type);
	StateMachineType get_state_machine_type() const { return state_machine_type; }
	void set_allow_transition_to_self(bool p_enabled) { allow_transition_to_self = p_enabled; }
	bool is_allow_transition_to_self() const { return allow_transition_to_self; }
	void set_reset_ends(bool p_enabled) { reset_ends = p_enabled; }
	bool are_ends_reset() const { return reset_ends; }

	const LocalVector<Link> &get_links() const { return links; }
	// The states to pass on the shortest way (by the nodes' positions), with the last; false: there is none.
	bool find_path(const StringName &p_from, const StringName &p_to, LocalVector<StringName> &r_path) const;
	void collect_children(LocalVector<Child> &r_children) const override;
	String get_caption() const override { return "StateMachine"; }
	AnimationNodeStateMachine();

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;

private:
	friend class AnimationNodeStateMachinePlayback;

	struct State {
		StringName name;
		Ref<AnimationNode> node;
		Vector2 position;
	};

	LocalVector<State> states; // In order of names.
	LocalVector<Link> links;
	StateMachineType state_machine_type = STATE_MACHINE_TYPE_ROOT;
	Vector2 graph_offset;
	bool allow_transition_to_self = false;
	bool reset_ends = false;

	int find(const StringName &p_name) const { return AnimationNamedNodes::find(states, p_name); }
	int find_link(const StringName &p_from, const StringName &p_to) const;
	bool can_name(const StringName &p_name) const;
};

VARIANT_ENUM_CAST(AnimationNodeStateMachine::StateMachineType);
