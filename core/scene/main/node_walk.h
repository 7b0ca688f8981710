// NodeWalk: depth first over a subtree, whatever those who are told do meanwhile.
#pragma once

#include "core/scene/main/node.h"
#include "core/templates/local_vector.h"

// Needs a stack of its own on the heap only, so a tree may be as deep as it likes. Children that are freed or taken away before their
// turn are left out, with everything below them; those that are added meanwhile are not visited. While a node's children have their
// turn its list of children is locked for scripts (but not for deaths).
//
// The functions given may be called on a node that dies in them: p_after may find its node dead (is_dead()) or outside the tree.
class NodeWalk {
	struct Visit {
		Node *node;
		Node *parent; // Whose child it was.
		bool leaving; // Its children are done.
	};
	LocalVector<Visit> visits;

	void add_children(Node *p_node, bool p_reversed);

public:
	NodeWalk();
	// p_before(node): false leaves out what is below it, and p_after. p_reversed: the last child first.
	template <typename BEFORE, typename AFTER>
	void run(Node *p_from, bool p_reversed, BEFORE p_before, AFTER p_after) {
		visits.push_back(Visit{ p_from, p_from->parent, false });
		while (!visits.is_empty()) {
			const Visit visit = visits[visits.size() - 1];
			visits.resize(visits.size() - 1);
			if (visit.leaving) {
				visit.node->blocked--;
				p_after(visit.node);
			} else if (visit.node->parent == visit.parent && p_before(visit.node)) {
				if (visit.node->children.is_empty()) {
					p_after(visit.node);
				} else {
					visit.node->blocked++;
					visits.push_back(Visit{ visit.node, visit.parent, true });
					add_children(visit.node, p_reversed);
				}
			}
		}
	}
	template <typename BEFORE>
	void run(Node *p_from, BEFORE p_before) {
		run(p_from, false, p_before, [](Node *) {});
	}
};
