// The connections of a blend tree, and how files keep them.
#include "core/scene/animation_tree/animation_node_blend_tree.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/animation_tree/animation_mix_nodes.h"
#include "core/scene/animation_tree/animation_place.h"

AnimationNodeBlendTree::AnimationNodeBlendTree() {
	Ref<AnimationNodeOutput> output;
	output.instantiate();
	insert(SNAME("output"), output, Vector2(300, 150));
}

void AnimationNodeBlendTree::insert(const StringName &p_name, const Ref<AnimationNode> &p_node, const Vector2 &p_position) {
	Entry entry{ p_name, p_node, p_position, {} };
	entry.connections.resize(uint32_t(p_node->get_input_count()));
	AnimationNamedNodes::insert(entries, std::move(entry));
}

void AnimationNodeBlendTree::add_node(const StringName &p_name, const Ref<AnimationNode> &p_node, const Vector2 &p_position) {
	ERR_FAIL_COND_MSG(has_node(p_name), vformat("The blend tree has a node \"%s\" already.", p_name));
	ERR_FAIL_COND_MSG(p_node.is_null(), "There is no node to add.");
	ERR_FAIL_COND_MSG(p_name == SNAME("output"), "\"output\" is the name of the blend tree's own end.");
	ERR_FAIL_COND_MSG(String(p_name).contains("/") || p_name == StringName(), vformat("\"%s\" cannot name a node: it is empty or has a slash in it.", p_name));
	ERR_FAIL_COND_MSG(p_node->holds(this), "A blend tree cannot stand in itself.");
	insert(p_name, p_node, p_position);
	watch_child(p_node, true);
	p_node->connect(SNAME("changed"), callable_mp(this, &AnimationNodeBlendTree::_node_changed).bind(p_name), CONNECT_REFERENCE_COUNTED);
	emit_changed();
	emit_tree_changed();
}

// Inputs of the node may be other ones now.
void AnimationNodeBlendTree::_node_changed(const StringName &p_name) {
	const int found = find(p_name);
	if (found < 0) {
		return;
	}
	Entry &entry = entries[uint32_t(found)];
	entry.connections.resize(uint32_t(entry.node->get_input_count()));
	emit_signal(SNAME("node_changed"), p_name);
}

Ref<AnimationNode> AnimationNodeBlendTree::get_node(const StringName &p_name) const {
	const int found = find(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, Ref<AnimationNode>(), vformat("The blend tree has no node \"%s\".", p_name));
	return entries[uint32_t(found)].node;
}

void AnimationNodeBlendTree::remove_node(const StringName &p_name) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The blend tree has no node \"%s\".", p_name));
	ERR_FAIL_COND_MSG(p_name == SNAME("output"), "The output of a blend tree cannot be removed.");
	const Entry leaving = entries[uint32_t(found)];
	entries.remove_at(uint32_t(found));
	watch_child(leaving.node, false);
	leaving.node->disconnect(SNAME("changed"), callable_mp(this, &AnimationNodeBlendTree::_node_changed).bind(p_name));
	for (Entry &entry : entries) {
		for (StringName &connection : entry.connections) {
			connection = connection == p_name ? StringName() : connection;
		}
	}
	emit_signal(SNAME("animation_node_removed"), int64_t(uint64_t(get_instance_id())), p_name);
	emit_changed();
	emit_tree_changed();
}

void AnimationNodeBlendTree::rename_node(const StringName &p_name, const StringName &p_new_name) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The blend tree has no node \"%s\".", p_name));
	ERR_FAIL_COND_MSG(has_node(p_new_name), vformat("The blend tree has a node \"%s\" already.", p_new_name));
	ERR_FAIL_COND_MSG(p_name == SNAME("output") || p_new_name == SNAME("output"), "\"output\" is the name of the blend tree's own end.");
	ERR_FAIL_COND_MSG(String(p_new_name).contains("/") || p_new_name == StringName(), vformat("\"%s\" cannot name a node: it is empty or has a slash in it.", p_new_name));
	const Entry moved = entries[uint32_t(found)];
	entries.remove_at(uint32_t(found));
	moved.node->disconnect(SNAME("changed"), callable_mp(this, &AnimationNodeBlendTree::_node_changed).bind(p_name));
	insert(p_new_name, moved.node, moved.position);
	entries[uint32_t(find(p_new_name))].connections = moved.connections;
	for (Entry &entry : entries) {
		for (StringName &connection : entry.connections) {
			connection = connection == p_name ? p_new_name : connection;
		}
	}
	moved.node->connect(SNAME("changed"), callable_mp(this, &AnimationNodeBlendTree::_node_changed).bind(p_new_name), CONNECT_REFERENCE_COUNTED);
	emit_signal(SNAME("animation_node_renamed"), int64_t(uint64_t(get_instance_id())), p_name, p_new_name);
	emit_tree_changed();
}

void AnimationNodeBlendTree::set_node_position(const StringName &p_name, const Vector2 &p_position) {
	const int found = find(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The blend tree has no node \"%s\".", p_name));
	entries[uint32_t(found)].position = p_position;
}

Vector2 AnimationNodeBlendTree::get_node_position(const StringName &p_name) const {
	const int found = find(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, Vector2(), vformat("The blend tree has no node \"%s\".", p_name));
	return entries[uint32_t(found)].position;
}

int AnimationNodeBlendTree::judge_connection(const StringName &p_input, int p_index, const StringName &p_output) const {
	if (!has_node(p_output) || p_output == SNAME("output")) {
		return CONNECTION_ERROR_NO_OUTPUT;
	}
	const int input = find(p_input);
	if (input < 0) {
		return CONNECTION_ERROR_NO_INPUT;
	}
	if (p_input == p_output) {
		return CONNECTION_ERROR_SAME_NODE;
	}
	const LocalVector<StringName> &connections = entries[uint32_t(input)].connections;
	if (p_index < 0 || p_index >= int(connections.size())) {
		return CONNECTION_ERROR_NO_INPUT_INDEX;
	}
	if (connections[uint32_t(p_index)] != StringName()) {
		return CONNECTION_ERROR_CONNECTION_EXISTS;
	}
	for (const Entry &entry : entries) {
		if (entry.connections.has(p_output)) {
			return CONNECTION_ERROR_CONNECTION_EXISTS; // What a node gives goes one way.
		}
	}
	return CONNECTION_OK;
}

void AnimationNodeBlendTree::connect_node(const StringName &p_input, int p_index, const StringName &p_output) {
	switch (judge_connection(p_input, p_index, p_output)) {
		case CONNECTION_ERROR_NO_INPUT:
			ERR_FAIL_MSG(vformat("The blend tree has no node \"%s\" to connect something to.", p_input));
		case CONNECTION_ERROR_NO_INPUT_INDEX:
			ERR_FAIL_MSG(vformat("Node \"%s\" has no input %d.", p_input, p_index));
		case CONNECTION_ERROR_NO_OUTPUT:
			ERR_FAIL_MSG(vformat("The blend tree has no node \"%s\" that could be connected.", p_output));
		case CONNECTION_ERROR_SAME_NODE:
			ERR_FAIL_MSG(vformat("Node \"%s\" cannot be connected to itself.", p_input));
		case CONNECTION_ERROR_CONNECTION_EXISTS:
			ERR_FAIL_MSG(vformat("Input %d of \"%s\", or node \"%s\", is connected already. Disconnect it first.", p_index, p_input, p_output));
		default:
			break;
	}
	entries[uint32_t(find(p_input))].connections[uint32_t(p_index)] = p_output;
	emit_changed();
}

void AnimationNodeBlendTree::disconnect_node(const StringName &p_node, int p_index) {
	const int found = find(p_node);
	ERR_FAIL_COND_MSG(found < 0, vformat("The blend tree has no node \"%s\".", p_node));
	ERR_FAIL_INDEX(p_index, int(entries[uint32_t(found)].connections.size()));
	entries[uint32_t(found)].connections[uint32_t(p_index)] = StringName();
	emit_changed();
}

void AnimationNodeBlendTree::collect_children(LocalVector<Child> &r_children) const {
	r_children.push_back(Child{ SNAME("output"), entries[uint32_t(find(SNAME("output")))].node });
	for (const Entry &entry : entries) {
		if (entry.name != SNAME("output")) {
			r_children.push_back(Child{ entry.name, entry.node });
		}
	}
}

StringName AnimationNodeBlendTree::find_connected(const StringName &p_name, int p_input) const {
	const int found = find(p_name);
	if (found < 0 || p_input >= int(entries[uint32_t(found)].connections.size())) {
		return StringName();
	}
	return entries[uint32_t(found)].connections[uint32_t(p_input)];
}

AnimationTimes AnimationNodeBlendTree::process_step(const AnimationStep &p_step, bool) {
	return blend_child(SNAME("output"), p_step, 1.0, FILTER_IGNORE, true, false);
}

// Files: "nodes/NAME/node", "nodes/NAME/position", and "node_connections" as a list of input, index, output, again and again.
bool AnimationNodeBlendTree::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name == "node_connections") {
		const Array triples = p_value;
		ERR_FAIL_COND_V_MSG(triples.size() % 3 != 0, false, "node_connections is a list of node, input, node, again and again.");
		for (int64_t i = 0; i < triples.size(); i += 3) {
			connect_node(triples[i], int(triples[i + 1]), triples[i + 2]);
		}
		return true;
	}
	if (!name.begins_with("nodes/")) {
		return false;
	}
	const StringName which = name.get_slicec('/', 1);
	const String what = name.get_slicec('/', 2);
	if (what == "node") {
		const Ref<AnimationNode> node(p_value);
		if (node.is_valid()) {
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

bool AnimationNodeBlendTree::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (name == "node_connections") {
		Array triples;
		LocalVector<Child> nodes; // The output first.
		collect_children(nodes);
		for (const Child &node : nodes) {
			const LocalVector<StringName> &connections = entries[uint32_t(find(node.name))].connections;
			for (uint32_t i = 0; i < connections.size(); i++) {
				if (connections[i] != StringName()) {
					triples.push_back(node.name);
					triples.push_back(int64_t(i));
					triples.push_back(connections[i]);
				}
			}
		}
		r_value = triples;
		return true;
	}
	const int found = name.begins_with("nodes/") ? find(name.get_slicec('/', 1)) : -1;
	if (found < 0) {
		return false;
	}
	const String what = name.get_slicec('/', 2);
	if (what == "node" && entries[uint32_t(found)].name != SNAME("output")) {
		r_value = entries[uint32_t(found)].node;
		return true;
	}
	if (what == "position") {
		r_value = entries[uint32_t(found)].position;
		return true;
	}
	return false;
}

void AnimationNodeBlendTree::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const Entry &entry : entries) {
		if (entry.name != SNAME("output")) {
			p_list->push_back(PropertyInfo(Variant::OBJECT, "nodes/" + String(entry.name) + "/node", PROPERTY_HINT_RESOURCE_TYPE, "AnimationNode", PROPERTY_USAGE_NO_EDITOR));
		}
		p_list->push_back(PropertyInfo(Variant::VECTOR2, "nodes/" + String(entry.name) + "/position", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR));
	}
	p_list->push_back(PropertyInfo(Variant::ARRAY, "node_connections", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR));
}

void AnimationNodeBlendTree::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_node", "name", "node", "position"), &AnimationNodeBlendTree::add_node, DEFVAL(Vector2()));
	ClassDB::bind_method(D_METHOD("get_node", "name"), &AnimationNodeBlendTree::get_node);
	ClassDB::bind_method(D_METHOD("remove_node", "name"), &AnimationNodeBlendTree::remove_node);
	ClassDB::bind_method(D_METHOD("rename_node", "name", "new_name"), &AnimationNodeBlendTree::rename_node);
	ClassDB::bind_method(D_METHOD("has_node", "name"), &AnimationNodeBlendTree::has_node);
	ClassDB::bind_method(D_METHOD("connect_node", "input_node", "input_index", "output_node"), &AnimationNodeBlendTree::connect_node);
	ClassDB::bind_method(D_METHOD("disconnect_node", "input_node", "input_index"), &AnimationNodeBlendTree::disconnect_node);
	ClassDB::bind_method(D_METHOD("get_node_list"), &AnimationNodeBlendTree::get_node_list);
	ClassDB::bind_method(D_METHOD("set_node_position", "name", "position"), &AnimationNodeBlendTree::set_node_position);
	ClassDB::bind_method(D_METHOD("get_node_position", "name"), &AnimationNodeBlendTree::get_node_position);
	ClassDB::bind_method(D_METHOD("set_graph_offset", "offset"), &AnimationNodeBlendTree::set_graph_offset);
	ClassDB::bind_method(D_METHOD("get_graph_offset"), &AnimationNodeBlendTree::get_graph_offset);
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "graph_offset", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_graph_offset", "get_graph_offset");
	ADD_SIGNAL(MethodInfo("node_changed", PropertyInfo(Variant::STRING_NAME, "node_name")));
	BIND_CONSTANT(CONNECTION_OK);
	BIND_CONSTANT(CONNECTION_ERROR_NO_INPUT);
	BIND_CONSTANT(CONNECTION_ERROR_NO_INPUT_INDEX);
	BIND_CONSTANT(CONNECTION_ERROR_NO_OUTPUT);
	BIND_CONSTANT(CONNECTION_ERROR_SAME_NODE);
	BIND_CONSTANT(CONNECTION_ERROR_CONNECTION_EXISTS);
}
