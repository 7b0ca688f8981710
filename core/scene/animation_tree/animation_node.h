// AnimationNode: a place in the graph of an AnimationTree where animations are played, mixed, or chosen.
#pragma once

#include "core/object/gdvirtual.h"
#include "core/scene/animation/animation.h"

class AnimationTree;
struct AnimationPlace;

// What a node is asked for in one step.
struct AnimationStep {
	double time = 0.0; // Where to go, with seeked.
	double delta = 0.0; // How far to go else.
	bool seeked = false;
	bool external = false; // A script or a node asked for the jump, not the start of something.
};

// Where a node stands after a step.
struct AnimationTimes {
	static constexpr double FOREVER = 1e12;
	double length = 0.0;
	double position = 0.0;
	double delta = 0.0;
	Animation::LoopMode loop_mode = Animation::LOOP_NONE;
	bool will_end = false; // It stands at its end for good.
	bool is_infinity = false; // Its length says nothing of its end.

	bool is_looping() const { return loop_mode != Animation::LOOP_NONE; }
	double get_remain(bool p_break_loop = false) const;
	PackedFloat32Array to_numbers() const;
	static AnimationTimes from_numbers(const PackedFloat32Array &p_numbers);
};

// How much of a node's tracks counts: the same for all, or by path.
struct AnimationWeights {
	double all = 1.0;
	LocalVector<float> each; // Empty: all.

	double of(uint32_t p_path) const { return p_path < each.size() ? double(each[p_path]) : all; }
	bool is_nothing() const;
};

struct AnimationParameter {
	PropertyInfo info;
	Variant value;
	bool read_only = false;
};

// A node may stand at several places, in several trees; what it remembers stands in their AnimationPlace. While a place is processed, the node's
// methods speak of that place. Inputs are connected by an AnimationNodeBlendTree; children are a node's own.
class AnimationNode : public Resource {
	GDCLASS(AnimationNode, Resource);

public:
	enum FilterAction : int {
		FILTER_IGNORE,
		FILTER_PASS,
		FILTER_STOP,
		FILTER_BLEND,
	};
	struct Child {
		StringName name;
		Ref<AnimationNode> node;
	};

	bool add_input(const String &p_name);
	void remove_input(int p_index);
	bool set_input_name(int p_input, const String &p_name);
	String get_input_name(int p_input) const;
	int get_input_count() const { return int(inputs.size()); }
	int find_input(const String &p_name) const;

	void set_filter_path(const NodePath &p_path, bool p_enabled);
	bool is_path_filtered(const NodePath &p_path) const { return filters.has(p_path); }
	void set_filter_enabled(bool p_enabled) { filter_enabled = p_enabled; }
	bool is_filter_enabled() const { return filter_enabled; }
	virtual bool has_filter() const;

	// Of the place that is processed now.
	int64_t get_processing_animation_tree_instance_id() const;
	bool is_process_testing() const { return testing; }
	void set_parameter(const StringName &p_name, const Variant &p_value);
	Variant get_parameter(const StringName &p_name) const;
	void blend_animation(const StringName &p_animation, double p_time, double p_delta, bool p_seeked, bool p_external, float p_blend, Animation::LoopedFlag p_looped = Animation::LOOPED_FLAG_NONE);
	double blend_node_bind(const StringName &p_name, const Ref<AnimationNode> &p_node, double p_time, bool p_seek, bool p_external, float p_blend, FilterAction p_filter = FILTER_IGNORE, bool p_sync = true, bool p_test = false);
	double blend_input_bind(int p_input, double p_time, bool p_seek, bool p_external, float p_blend, FilterAction p_filter = FILTER_IGNORE, bool p_sync = true, bool p_test = false);
	AnimationTimes blend_child(const StringName &p_name, const AnimationStep &p_step, double p_blend, FilterAction p_filter, bool p_sync, bool p_test);
	AnimationTimes blend_input(int p_input, const AnimationStep &p_step, double p_blend, FilterAction p_filter, bool p_sync, bool p_test);

	// p_place is processed; its times are kept there. Nodes that contain themselves are refused at a depth.
	AnimationTimes process_place(AnimationPlace &p_place, const AnimationStep &p_step, bool p_test);
	void collect_parameters(LocalVector<AnimationParameter> &r_parameters) const;
	// In the order of the tree's properties.
	virtual void collect_children(LocalVector<Child> &r_children) const;
	// The place that p_input of p_name is connected to; empty: none.
	virtual StringName find_connected(const StringName &p_name, int p_input) const { return StringName(); }
	virtual String get_caption() const;
	bool holds(const Ref<AnimationNode> &p_node) const; // Itself, or anywhere below.

protected:
	static void _bind_methods();
	virtual void add_parameters(LocalVector<AnimationParameter> &r_parameters) const;
	virtual AnimationTimes process_step(const AnimationStep &p_step, bool p_test);
	void emit_tree_changed() { emit_signal(SNAME("tree_changed")); }
	void watch_child(const Ref<AnimationNode> &p_node, bool p_watch);
	AnimationPlace *get_place() const { return place; }
	AnimationTree *get_tree() const;

	_GDVIRTUAL(_get_child_nodes, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, Dictionary)
	_GDVIRTUAL(_get_parameter_list, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, Array)
	_GDVIRTUAL(_get_child_by_name, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, Ref<AnimationNode>, StringName)
	_GDVIRTUAL(_get_parameter_default_value, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, Variant, StringName)
	_GDVIRTUAL(_is_parameter_read_only, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, bool, StringName)
	_GDVIRTUAL(_process, METHOD_FLAG_VIRTUAL, double, double, bool, bool, bool)
	_GDVIRTUAL(_get_caption, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, String)
	_GDVIRTUAL(_has_filter, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, bool)

private:
	LocalVector<String> inputs;
	LocalVector<NodePath> filters;
	bool filter_enabled = false;
	bool testing = false;
	AnimationPlace *place = nullptr; // While it is processed.

	AnimationTimes blend_place(AnimationPlace *p_child, const AnimationStep &p_step, double p_blend, FilterAction p_filter, bool p_sync, bool p_test);
	AnimationWeights weigh(double p_blend, FilterAction p_filter) const;
	void _set_filters(const Array &p_filters);
	Array _get_filters() const;
	void _tree_changed() { emit_tree_changed(); }
};

VARIANT_ENUM_CAST(AnimationNode::FilterAction);

// A node that can stand at the top of a tree, or be a state.
class AnimationRootNode : public AnimationNode {
	GDCLASS(AnimationRootNode, AnimationNode);
};

// For scripts: a node that gives its times as numbers.
class AnimationNodeExtension : public AnimationNode {
	GDCLASS(AnimationNodeExtension, AnimationNode);

public:
	static bool is_looping(const PackedFloat32Array &p_info) { return AnimationTimes::from_numbers(p_info).is_looping(); }
	static double get_remaining_time(const PackedFloat32Array &p_info, bool p_break_loop) { return AnimationTimes::from_numbers(p_info).get_remain(p_break_loop); }

protected:
	static void _bind_methods();
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;
	_GDVIRTUAL(_process_animation_node, METHOD_FLAG_VIRTUAL, PackedFloat32Array, PackedFloat64Array, bool)
};
