// Walks over nodes while those who are told free, remove and move what is walked over.
#pragma once

#include "core/object/graveyard.h"
#include "core/scene/main/node.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

#include <functional>

namespace TestNodeWalk {

// Does what the test says when it hears one notification, as a script would: behind a call into one.
class ActingNode : public Node {
	GDCLASS(ActingNode, Node);

protected:
	void _notification(int p_what) {
		heard += p_what == NOTIFICATION_READY;
		if (p_what == when && action) {
			Graveyard::Entry entry;
			const std::function<void()> act = action;
			action = nullptr;
			act();
		}
	}
	static void _bind_methods() {}

public:
	int when = -1;
	int heard = 0;
	std::function<void()> action;

	ActingNode() = default;
};

// root > top > middle > before, actor, after; each of the three has a child.
struct Family {
	SceneTree *tree = memnew(SceneTree);
	ActingNode *top = memnew(ActingNode);
	ActingNode *middle = memnew(ActingNode);
	ActingNode *children[3] = { memnew(ActingNode), memnew(ActingNode), memnew(ActingNode) };
	LocalVector<ObjectID> all;

	Family() {
		tree->initialize();
		top->add_child(middle);
		all.push_back(top->get_instance_id());
		all.push_back(middle->get_instance_id());
		for (ActingNode *child : children) {
			Node *below = memnew(ActingNode);
			child->add_child(below);
			middle->add_child(child);
			all.push_back(child->get_instance_id());
			all.push_back(below->get_instance_id());
		}
	}
	~Family() {
		tree->finalize();
		memdelete(tree);
		for (const ObjectID &id : all) {
			if (Object *left = ObjectDB::get_instance(id)) {
				memdelete(left);
			}
		}
		Graveyard::safe_point();
	}
	int count_alive() const {
		int count = 0;
		for (const ObjectID &id : all) {
			count += ObjectDB::get_instance(id) != nullptr;
		}
		return count;
	}
};

constexpr int MOMENTS[] = { Node::NOTIFICATION_PARENTED, Node::NOTIFICATION_ENTER_TREE, Node::NOTIFICATION_POST_ENTER_TREE, Node::NOTIFICATION_READY,
	Node::NOTIFICATION_PATH_RENAMED, Node::NOTIFICATION_PAUSED, Node::NOTIFICATION_DISABLED, Node::NOTIFICATION_EXIT_TREE, Node::NOTIFICATION_UNPARENTED, 4242 };

// Makes every moment happen.
inline void live_through(Family &r_family, const std::function<bool()> &p_done) {
	const ObjectID top = r_family.top->get_instance_id();
	const auto alive = [top]() {
		return ObjectDB::get_instance<Node>(top) != nullptr;
	};
	r_family.tree->get_root()->add_child(r_family.top);
	if (!p_done() && alive()) {
		r_family.top->set_name("renamed");
	}
	if (!p_done() && alive()) {
		r_family.tree->set_pause(true);
	}
	if (!p_done() && alive()) {
		r_family.top->set_process_mode(Node::PROCESS_MODE_DISABLED);
	}
	if (!p_done() && alive()) {
		r_family.top->propagate_notification(4242);
	}
	if (alive() && r_family.top->get_parent()) {
		r_family.tree->get_root()->remove_child(r_family.top);
	}
}

TEST_CASE("[NodeWalk] Whoever is told may free any node around, at any moment") {
	for (const int moment : MOMENTS) {
		for (int victim = 0; victim < 5; victim++) {
			bool done = false; // Outlives the family, which may act while it ends.
			ActingNode *victims[5] = {};
			Family family;
			CAPTURE(moment);
			CAPTURE(victim);
			victims[0] = family.top;
			victims[1] = family.middle;
			for (int i = 0; i < 3; i++) {
				victims[2 + i] = family.children[i];
			}
			const ObjectID id = victims[victim]->get_instance_id();
			ActingNode *actor = family.children[1];
			actor->when = moment;
			actor->action = [&]() {
				done = true;
				memdelete(victims[victim]);
			};
			{
				ExpectErrors quiet; // Nodes that die while they emit say so.
				live_through(family, [&done]() { return done; });
			}
			if (!done) {
				continue; // PARENTED and UNPARENTED are not the children's own here.
			}
			CHECK(ObjectDB::get_instance(id) == nullptr);
			const int expected[] = { 0, 1, 6, 6, 6 };
			CHECK_EQ(family.count_alive(), expected[victim]);
		}
	}
}

TEST_CASE("[NodeWalk] A freed sibling is left out, the others get ready") {
	Family family;
	family.children[0]->when = Node::NOTIFICATION_READY;
	family.children[0]->action = [&family]() {
		memdelete(family.children[1]);
	};
	family.tree->get_root()->add_child(family.top);
	CHECK_EQ(family.middle->get_child_count(), 2);
	CHECK_EQ(family.children[2]->heard, 1);
	CHECK_EQ(family.top->heard, 1);
}

TEST_CASE("[NodeWalk] A call of free() to all may go through parents or children first") {
	for (const bool parent_first : { false, true }) {
		Graveyard::Entry entry; // All are younger than it: without the walk's word they would be destroyed at once.
		Family family;
		family.tree->get_root()->add_child(family.top);
		family.top->propagate_call("free", Array(), parent_first);
		CHECK_EQ(family.count_alive(), 0);
	}
}

TEST_CASE("[NodeWalk] A tree of any depth is entered, left and freed") {
	constexpr int DEPTH = 100000;
	SceneTree *tree = memnew(SceneTree);
	tree->initialize();
	const uint32_t before = ObjectDB::get_object_count();
	Node *top = memnew(Node);
	Node *deepest = top;
	// From below upwards, for a child's place among its ancestors is looked at when it is added.
	for (int i = 0; i < DEPTH; i++) {
		Node *above = memnew(Node);
		above->add_child(top);
		top = above;
	}
	tree->get_root()->add_child(top);
	CHECK(deepest->is_inside_tree());
	CHECK(deepest->is_node_ready());
	tree->get_root()->remove_child(top);
	CHECK_FALSE(deepest->is_inside_tree());
	memdelete(top);
	CHECK_EQ(ObjectDB::get_object_count(), before);
	tree->finalize();
	memdelete(tree);
}

} // namespace TestNodeWalk
