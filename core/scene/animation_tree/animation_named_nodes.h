// What blend trees and state machines do with their nodes, which have names and positions and stand in order of names.
#pragma once

#include "core/scene/animation_tree/animation_node.h"
#include "core/variant/typed_array.h"

// T has a name, a node and a position.
namespace AnimationNamedNodes {

// Its index; -1: no node has this name.
template <typename T>
int find(const LocalVector<T> &p_nodes, const StringName &p_name) {
	for (uint32_t i = 0; i < p_nodes.size(); i++) {
		if (p_nodes[i].name == p_name) {
			return int(i);
		}
	}
	return -1;
}

template <typename T>
void insert(LocalVector<T> &r_nodes, T &&p_node) {
	uint32_t at = 0;
	while (at < r_nodes.size() && String(r_nodes[at].name) < String(p_node.name)) {
		at++;
	}
	r_nodes.insert(at, std::move(p_node));
}

template <typename T>
TypedArray<StringName> get_names(const LocalVector<T> &p_nodes) {
	TypedArray<StringName> names;
	for (const T &node : p_nodes) {
		names.push_back(node.name);
	}
	return names;
}

} // namespace AnimationNamedNodes
