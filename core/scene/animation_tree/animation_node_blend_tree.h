// AnimationNodeBlendTree: nodes connected by their inputs, up to the one named "output".
#pragma once

#include "core/math/vector2.h"
#include "core/scene/animation_tree/animation_named_nodes.h"

class AnimationNodeBlendTree : public AnimationRootNode {
	GDCLASS(AnimationNodeBlendTree, AnimationRootNode);

public:
	static constexpr int CONNECTION_OK = 0;
	static constexpr int CONNECTION_ERROR_NO_INPUT = 1;
	static constexpr int CONNECTION_ERROR_NO_INPUT_INDEX = 2;
	static constexpr int CONNECTION_ERROR_NO_OUTPUT = 3;
	static constexpr int CONNECTION_ERROR_SAME_NODE = 4;
	static constexpr int CONNECTION_ERROR_CONNECTION_EXISTS = 5;

	void add_node(const StringName &p_name, const Ref<AnimationNode> &p_node, const Vector2 &p_position = Vector2());
	Ref<AnimationNode> get_node(const StringName &p_name) const;
	void remove_node(const StringName &p_name);
	void rename_node(const StringName &p_name, const StringName &p_new_name);
	bool has_node(const StringName &p_name) const { return find(p_name) >= 0; }
	TypedArray<StringName> get_node_list() const { return AnimationNamedNodes::get_names(entries); }
	void set_node_position(const StringName &p_name, const Vector2 &p_position);
	Vector2 get_node_position(const StringName &p_name) const;
	void connect_node(const StringName &p_input, int p_index, const StringName &p_output);
	void disconnect_node(const StringName &p_node, int p_index);
	void set_graph_offset(const Vector2 &p_offset) { graph_offset = p_offset; }
	Vector2 get_graph_offset() const { return graph_offset; }
	void collect_children(LocalVector<Child> &r_children) const override;
	StringName find_connected(const StringName &p_name, int p_input) const override;
	String get_caption() const override { return "BlendTree"; }
	AnimationNodeBlendTree();

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;

private:
	struct Entry {
		StringName name;
		Ref<AnimationNode> node;
		Vector2 position;
		LocalVector<StringName> connections; // By input; empty: none.
	};

	LocalVector<Entry> entries; // In order of names.
	Vector2 graph_offset;

	int find(const StringName &p_name) const { return AnimationNamedNodes::find(entries, p_name); }
	void insert(const StringName &p_name, const Ref<AnimationNode> &p_node, const Vector2 &p_position);
	int judge_connection(const StringName &p_input, int p_index, const StringName &p_output) const;
	void _node_changed(const StringName &p_name);
};
