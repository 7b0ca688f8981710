// Copies a subtree: Node.duplicate() and what it has to remap.
#pragma once

#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"

class Node;
class StringName;
class Variant;

// One use copies one subtree. The copy belongs to the caller. References among the copied nodes are remapped to the copies;
// resources are shared, arrays and dictionaries are copied.
class NodeDuplicator {
public:
	explicit NodeDuplicator(int p_flags) :
			flags(p_flags) {}
	// Null, with an error, when a class or scene cannot be instantiated.
	Node *duplicate(const Node *p_root);

private:
	const int flags; // Node::DuplicateFlags.
	HashMap<const Node *, Node *> copies;
	LocalVector<const Node *> order; // Originals in the order they were copied.

	Node *copy_subtree(const Node *p_original);
	Node *instantiate_like(const Node *p_original) const;
	Node *copy_instanced_scene(const Node *p_original);
	void register_instanced(const Node *p_original, Node *p_copy);
	void copy_properties(const Node *p_original, Node *p_copy);
	Variant remap(const Variant &p_value) const;
	void copy_groups(const Node *p_original, Node *p_copy);
	void copy_connections(const Node *p_original, Node *p_copy);
};
