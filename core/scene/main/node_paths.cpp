// Finding nodes: by path, by pattern, and writing the tree as text.
#include "core/scene/main/node.h"

#include "core/io/resource.h"
#include "core/object/class_db.h"
#include "core/object/script_language.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "core/string/print_string.h"

bool Node::has_node(const NodePath &p_path) const {
	return get_node_or_null(p_path) != nullptr;
}

Node *Node::get_node(const NodePath &p_path) const {
	Node *found = get_node_or_null(p_path);
	if (unlikely(!found)) {
		ERR_PRINT(vformat("Node not found: \"%s\" (%s \"%s\").", p_path, p_path.is_absolute() ? "absolute path, looked up from" : "relative to", is_inside_tree() ? String(get_path()) : String(name)));
	}
	return found;
}

Node *Node::get_node_or_null(const NodePath &p_path) const {
	if (p_path.is_empty()) {
		return nullptr;
	}
	Node *current = const_cast<Node *>(this);
	int step = 0;
	if (p_path.is_absolute()) {
		ERR_FAIL_NULL_V_MSG(tree, nullptr, vformat("The absolute path \"%s\" needs a node inside the tree; '%s' is outside.", p_path, name));
		current = tree->get_root();
		if (p_path.get_name_count() == 0 || p_path.get_name(0) != current->name) {
			return nullptr;
		}
		step = 1;
	}
	for (; current && step < p_path.get_name_count(); step++) {
		const StringName &part = p_path.get_name(step);
		if (part == SNAME(".")) {
			continue;
		}
		if (part == SNAME("..")) {
			current = current->parent;
		} else if (current->is_unique_name(part)) {
			current = current->find_unique(part);
		} else {
			current = current->get_child_by_name(part);
		}
	}
	return current;
}

bool Node::is_unique_name(const StringName &p_part) {
	return String(p_part).begins_with("%");
}

Node *Node::find_unique(const StringName &p_part) const {
	const StringName wanted = String(p_part).substr(1);
	for (const Node *keeper : { this, static_cast<const Node *>(owner) }) {
		if (keeper && keeper->owner_tables) {
			if (Node *const *found = keeper->owner_tables->unique_names.getptr(wanted)) {
				return *found;
			}
		}
	}
	return nullptr;
}

bool Node::has_node_and_resource(const NodePath &p_path) const {
	if (!has_node(NodePath(p_path.get_names(), p_path.is_absolute()))) {
		return false;
	}
	const Array found = const_cast<Node *>(this)->get_node_and_resource(p_path);
	return found[0].get_validated_object() != nullptr;
}

// [node, resource or null, the property path that is left]. A step through a property that holds a resource goes into it.
Array Node::get_node_and_resource(const NodePath &p_path) {
	Array result = { Variant(), Variant(), NodePath() };
	const bool only_property = p_path.get_name_count() == 0 && p_path.get_subname_count() > 0 && !p_path.is_absolute();
	Node *node = only_property ? this : get_node_or_null(NodePath(p_path.get_names(), p_path.is_absolute()));
	if (!node) {
		return result;
	}
	Ref<Resource> resource;
	int step = 0;
	for (; step < p_path.get_subname_count(); step++) {
		bool valid = false;
		const Variant value = resource.is_valid() ? resource->get(p_path.get_subname(step), &valid) : node->get(p_path.get_subname(step), &valid);
		if (!valid) {
			return result;
		}
		const Ref<Resource> next(value);
		if (next.is_null() || step + 1 == p_path.get_subname_count()) {
			break;
		}
		resource = next;
	}
	result[0] = node;
	if (resource.is_valid()) {
		result[1] = resource;
	}
	if (step < p_path.get_subname_count()) {
		result[2] = NodePath(Vector<StringName>(), p_path.get_subnames().slice(step), false);
	}
	return result;
}

NodePath Node::get_path() const {
	ERR_FAIL_NULL_V_MSG(tree, NodePath(), vformat("Node '%s' is outside the tree and has no absolute path; see get_path_to().", name));
	Vector<StringName> names;
	for (const Node *node = this; node; node = node->parent) {
		names.push_back(node->name);
	}
	names.reverse();
	return NodePath(names, true);
}

NodePath Node::get_path_to(const Node *p_node, bool p_use_unique_path) const {
	ERR_FAIL_NULL_V_MSG(p_node, NodePath(), "get_path_to: the node given is null.");
	if (p_node == this) {
		return NodePath(".");
	}
	HashMap<const Node *, int> ups; // Steps from here to each ancestor, this node included.
	int steps = 0;
	for (const Node *node = this; node; node = node->parent) {
		ups.insert(node, steps++);
	}
	Vector<StringName> down;
	const Node *common = p_node;
	for (; common && !ups.has(common); common = common->parent) {
		if (p_use_unique_path && common->unique_name_in_owner && common->owner && (common->owner == this || common->owner == owner)) {
			down.push_back("%" + String(common->name));
			down.reverse();
			return NodePath(down, false);
		}
		down.push_back(common->name);
	}
	ERR_FAIL_NULL_V_MSG(common, NodePath(), vformat("get_path_to: nodes '%s' and '%s' have no ancestor in common.", name, p_node->name));
	for (int i = ups[common]; i > 0; i--) {
		down.push_back(SNAME(".."));
	}
	down.reverse();
	return NodePath(down, false);
}

bool Node::matches_type(const String &p_type) const {
	if (p_type.is_empty() || is_class(p_type)) {
		return true;
	}
	for (Ref<Script> script(get_script()); script.is_valid(); script = script->get_base_script()) {
		if (script->get_path() == p_type || String(script->get_global_name()) == p_type) {
			return true;
		}
	}
	return false;
}

void Node::collect_matching(const String &p_pattern, const String &p_type, bool p_recursive, bool p_owned, bool p_first_only, LocalVector<Node *> &r_found) const {
	for (Node *child : children) {
		if (p_owned && !child->owner) {
			continue; // Neither it nor, by convention, what is below it belongs to a scene.
		}
		if ((p_pattern.is_empty() || String(child->name).match(p_pattern)) && child->matches_type(p_type)) {
			r_found.push_back(child);
		}
		if (p_recursive && !(p_first_only && !r_found.is_empty())) {
			child->collect_matching(p_pattern, p_type, p_recursive, p_owned, p_first_only, r_found);
		}
		if (p_first_only && !r_found.is_empty()) {
			return;
		}
	}
}

Node *Node::find_child(const String &p_pattern, bool p_recursive, bool p_owned) const {
	if (p_pattern.is_empty()) {
		return nullptr;
	}
	LocalVector<Node *> found;
	collect_matching(p_pattern, String(), p_recursive, p_owned, true, found);
	return found.is_empty() ? nullptr : found[0];
}

TypedArray<Node> Node::find_children(const String &p_pattern, const String &p_type, bool p_recursive, bool p_owned) const {
	LocalVector<Node *> found;
	if (!p_pattern.is_empty() || !p_type.is_empty()) {
		collect_matching(p_pattern, p_type, p_recursive, p_owned, false, found);
	}
	TypedArray<Node> result;
	for (Node *node : found) {
		result.push_back(node);
	}
	return result;
}

Node *Node::find_parent(const String &p_pattern) const {
	for (Node *node = parent; node; node = node->parent) {
		if (String(node->name).match(p_pattern)) {
			return node;
		}
	}
	return nullptr;
}

String Node::_to_string() {
	const String plain = Object::_to_string();
	return name == StringName() ? plain : String(name) + ":" + plain;
}

void Node::write_tree_string(const Node *p_from, String &r_text) const {
	r_text += String(p_from->get_path_to(this)) + "\n";
	for (const Node *child : children) {
		child->write_tree_string(p_from, r_text);
	}
}

void Node::write_tree_string_pretty(const String &p_prefix, bool p_last, String &r_text) const {
	r_text += p_prefix + (p_last ? U" ┖╴" : U" ┠╴") + String(name) + "\n";
	const String inner = p_prefix + (p_last ? U"   " : U" ┃ ");
	for (uint32_t i = 0; i < children.size(); i++) {
		children[i]->write_tree_string_pretty(inner, i + 1 == children.size(), r_text);
	}
}

String Node::get_tree_string() {
	String text;
	write_tree_string(this, text);
	return text;
}

String Node::get_tree_string_pretty() {
	String text;
	write_tree_string_pretty(String(), true, text);
	return text;
}

void Node::print_tree() {
	print_line(get_tree_string());
}

void Node::print_tree_pretty() {
	print_line(get_tree_string_pretty());
}

TypedArray<int> Node::get_orphan_node_ids() {
	TypedArray<int> ids;
	ObjectDB::debug_objects([](Object *p_object, void *p_ids) {
		const Node *node = Object::cast_to<Node>(p_object);
		if (node && !node->is_inside_tree()) {
			static_cast<TypedArray<int> *>(p_ids)->push_back(int64_t(uint64_t(node->get_instance_id())));
		}
	},
			&ids);
	return ids;
}

void Node::print_orphan_nodes() {
	const TypedArray<int> ids = get_orphan_node_ids();
	for (int i = 0; i < ids.size(); i++) {
		const Node *node = ObjectDB::get_instance<Node>(ObjectID(uint64_t(int64_t(ids[i]))));
		const Ref<Script> script(node->get_script());
		print_line(vformat("%d - Stray Node: %s (Type: %s) (Source:%s)", ids[i], node->name, node->get_class(), script.is_valid() ? script->get_path() : String()));
	}
}
