// AnimationPlace: where a node stands in one AnimationTree, and what it remembers there.
#pragma once

#include "core/scene/animation_tree/animation_node.h"

// Owned by the tree, by way of its parent; made anew when the graph changes, but never while the tree is processed.
struct AnimationPlace {
	AnimationTree *tree = nullptr;
	AnimationPlace *parent = nullptr;
	StringName name;
	String path; // "parameters/" and names, each with a slash behind it.
	Ref<AnimationNode> node;
	LocalVector<AnimationPlace *> children;
	LocalVector<AnimationParameter> parameters;
	AnimationTimes times;
	AnimationWeights weights; // In this step.

	AnimationPlace *find_child(const StringName &p_name) const {
		for (AnimationPlace *child : children) {
			if (child->name == p_name) {
				return child;
			}
		}
		return nullptr;
	}
	AnimationParameter *find_parameter(const StringName &p_name) {
		for (AnimationParameter &parameter : parameters) {
			if (parameter.info.name == p_name) {
				return &parameter;
			}
		}
		return nullptr;
	}
	AnimationPlace() {}
	AnimationPlace(const AnimationPlace &) = delete;
	AnimationPlace &operator=(const AnimationPlace &) = delete;
	~AnimationPlace() {
		for (AnimationPlace *child : children) {
			memdelete(child);
		}
	}
};
