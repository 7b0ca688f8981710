// AnimationTree: plays the animations of an AnimationPlayer, or its own, as a graph of AnimationNodes says.
#pragma once

#include "core/scene/animation/animation_mixer.h"
#include "core/scene/animation_tree/animation_node.h"

// Every node of the graph stands at a place (AnimationPlace), whose parameters are this node's properties: "parameters/NAME/NAME/parameter".
// The places are made anew after the graph has changed, at the next look at them that no step is in the middle of; parameters keep their values.
class AnimationTree : public AnimationMixer {
	GDCLASS(AnimationTree, AnimationMixer);

public:
	enum AnimationProcessCallback : int {
		ANIMATION_PROCESS_PHYSICS,
		ANIMATION_PROCESS_IDLE,
		ANIMATION_PROCESS_MANUAL,
	};

	void set_tree_root(const Ref<AnimationRootNode> &p_root);
	Ref<AnimationRootNode> get_tree_root() const { return tree_root; }
	void set_advance_expression_base_node(const NodePath &p_path) { advance_expression_base_node = p_path; }
	NodePath get_advance_expression_base_node() const { return advance_expression_base_node; }
	void set_animation_player(const NodePath &p_path);
	NodePath get_animation_player() const { return animation_player; }
	void set_process_callback(AnimationProcessCallback p_mode) { set_callback_mode_process(AnimationCallbackModeProcess(p_mode)); }
	AnimationProcessCallback get_process_callback() const { return AnimationProcessCallback(get_callback_mode_process()); }

	// --- For nodes that are being processed ---
	void play_at(const AnimationPlace &p_place, const StringName &p_name, double p_time, double p_delta, bool p_seeked, bool p_external, double p_weight, Animation::LoopedFlag p_looped);
	void tell_unconnected(const AnimationPlace &p_place, int p_input);
	void tell_missing(const AnimationPlace &p_place, const StringName &p_animation);
	// After the step, when setters have run.
	void tell_later(const StringName &p_signal, const StringName &p_animation);
	Object *get_expression_base() const;

	AnimationTree();
	~AnimationTree();

protected:
	static void _bind_methods();
	void _notification(int p_what);
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	void _validate_property(PropertyInfo &p_property) const;
	bool gather(double p_delta) override;
	bool wants_processing() const override { return is_active(); }

private:
	Ref<AnimationRootNode> tree_root;
	NodePath advance_expression_base_node = NodePath(".");
	NodePath animation_player;
	ObjectID player_id;
	mutable AnimationPlace *root_place = nullptr;
	mutable HashMap<StringName, Variant> kept; // Values that came before their place, or outlived it.
	mutable bool is_stale = true;
	bool started = true;
	int processing = 0;
	bool is_faulty = false; // In this step a node misses something: nothing moves.
	HashMap<String, bool> told; // What is wrong is told once.

	void refresh() const;
	AnimationPlace *make_place(AnimationPlace *p_parent, const StringName &p_name, const Ref<AnimationNode> &p_node, int p_depth) const;
	static void keep_values(const AnimationPlace &p_place, HashMap<StringName, Variant> &r_values);
	AnimationParameter *find_parameter(const StringName &p_name, AnimationPlace **r_place = nullptr) const;
	void add_properties(const AnimationPlace &p_place, LocalVector<PropertyInfo> *p_list) const;
	void _tree_changed();
	void _player_libraries_updated();
	void connect_player();
	void disconnect_player();
};

VARIANT_ENUM_CAST(AnimationTree::AnimationProcessCallback);
