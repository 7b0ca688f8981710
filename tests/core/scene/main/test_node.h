// Nodes outside and inside a tree: structure, names, owners, paths, deletion.
#pragma once

#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace TestNode {

// Logs what it is told, by its name.
class LoggingNode : public Node {
	GDCLASS(LoggingNode, Node);

protected:
	void _notification(int p_what) {
		switch (p_what) {
			case NOTIFICATION_ENTER_TREE:
				log.push_back("enter " + String(get_name()));
				break;
			case NOTIFICATION_EXIT_TREE:
				log.push_back("exit " + String(get_name()));
				break;
			case NOTIFICATION_READY:
				log.push_back("ready " + String(get_name()));
				break;
			case NOTIFICATION_PREDELETE:
				log.push_back("delete " + String(get_name()));
				break;
		}
	}

public:
	static inline Vector<String> log;
	static Vector<String> take() {
		const Vector<String> taken = log;
		log.clear();
		return taken;
	}
};

inline LoggingNode *make(const char *p_name, Node *p_parent = nullptr) {
	LoggingNode *node = memnew(LoggingNode);
	node->set_name(p_name);
	if (p_parent) {
		p_parent->add_child(node);
	}
	return node;
}

// A tree whose root is inside it.
struct Tree {
	SceneTree *tree = memnew(SceneTree);
	Tree() {
		tree->initialize();
		LoggingNode::take();
	}
	~Tree() {
		tree->finalize();
		memdelete(tree);
	}
	Window *root() { return tree->get_root(); }
};

inline String names(const Node *p_parent, bool p_internal = false) {
	String text;
	for (int i = 0; i < p_parent->get_child_count(p_internal); i++) {
		text += String(p_parent->get_child(i, p_internal)->get_name());
	}
	return text;
}

TEST_CASE("[Node][Tree] Parents enter before their children and are ready after them") {
	Tree tree;
	Node *a = make("a");
	make("c", make("b", a));
	tree.root()->add_child(a);
	CHECK_EQ(LoggingNode::take(), Vector<String>({ "enter a", "enter b", "enter c", "ready c", "ready b", "ready a" }));
	tree.root()->remove_child(a);
	CHECK_EQ(LoggingNode::take(), Vector<String>({ "exit c", "exit b", "exit a" }));
	tree.root()->add_child(a);
	CHECK_EQ(LoggingNode::take(), Vector<String>({ "enter a", "enter b", "enter c" }));
}

TEST_CASE("[Node][Tree] Freeing a node frees what is below it, the last child first") {
	Node *a = make("a");
	Node *b = make("b", a);
	make("c", b);
	make("d", a);
	LoggingNode::take();
	memdelete(a);
	CHECK_EQ(LoggingNode::take(), Vector<String>({ "delete a", "delete d", "delete b", "delete c" }));
}

TEST_CASE("[Node][Tree] A chain of a hundred thousand nodes is freed without recursion") {
	Node *top = memnew(Node);
	top->set_name("n");
	Node *outermost = top;
	for (int i = 0; i < 100000; i++) {
		Node *next = memnew(Node);
		next->set_name("n");
		next->add_child(outermost); // From below, so that no step walks the chain.
		outermost = next;
	}
	const ObjectID id = top->get_instance_id();
	memdelete(outermost);
	CHECK_EQ(ObjectDB::get_instance(id), nullptr);
}

TEST_CASE("[Node][Names] A taken name gets a number, a taken number the next one") {
	Node *parent = memnew(Node);
	for (const char *wanted : { "N", "N", "K9", "K9", "Z09", "Z09" }) {
		Node *child = memnew(Node);
		child->set_name(wanted);
		parent->add_child(child, true);
	}
	CHECK_EQ(names(parent), String("NN2K9K10Z09Z10"));
	memdelete(parent);
}

TEST_CASE("[Node][Names] Numbers that were given back are given again, also among many children") {
	Node *parent = memnew(Node);
	for (int i = 0; i < 40; i++) {
		Node *child = memnew(Node);
		child->set_name("N");
		parent->add_child(child, true);
	}
	const auto renamed = [parent](int p_index) {
		Node *child = parent->get_child(p_index);
		child->set_name("N");
		return String(child->get_name());
	};
	CHECK_EQ(String(parent->get_child(39)->get_name()), "N40");
	CHECK_EQ(renamed(39), "N40");
	memdelete(parent->get_child(10)); // N11
	CHECK_EQ(renamed(20), "N11");
	CHECK_EQ(renamed(38), "N22"); // What N11 was called before: the one at 20 is the one behind N21.
	parent->get_child(5)->set_name("other");
	CHECK_EQ(renamed(5), "N6");
	CHECK_EQ(renamed(5), "N6");
	parent->get_child(7)->set_name("N100");
	parent->get_child(8)->set_name("N100");
	CHECK_EQ(String(parent->get_child(8)->get_name()), "N101");
	CHECK_EQ(renamed(9), "N8");
	CHECK_EQ(renamed(10), "N9");
	memdelete(parent);
}

TEST_CASE("[Node][Names] Many children are found by name as few are") {
	Node *parent = memnew(Node);
	for (int i = 0; i < 100; i++) {
		Node *child = memnew(Node);
		child->set_name("n" + itos(i));
		parent->add_child(child);
	}
	CHECK_EQ(parent->get_node(NodePath("n73"))->get_index(), 73);
	parent->get_node(NodePath("n73"))->set_name("other");
	CHECK_FALSE(parent->has_node(NodePath("n73")));
	CHECK(parent->has_node(NodePath("other")));
	memdelete(parent);
}

TEST_CASE("[Node][Names] %Names are found from the owner and from what it owns") {
	Node *scene = make("scene");
	Node *middle = make("middle", scene);
	Node *leaf = make("leaf", middle);
	middle->set_owner(scene);
	leaf->set_owner(scene);
	leaf->set_unique_name_in_owner(true);
	CHECK_EQ(scene->get_node_or_null(NodePath("%leaf")), leaf);
	CHECK_EQ(middle->get_node_or_null(NodePath("%leaf/..")), middle);
	leaf->set_name("twig");
	CHECK_EQ(scene->get_node_or_null(NodePath("%leaf")), nullptr);
	CHECK_EQ(scene->get_node_or_null(NodePath("%twig")), leaf);
	scene->remove_child(middle);
	CHECK_EQ(leaf->get_owner(), nullptr);
	CHECK_EQ(scene->get_node_or_null(NodePath("%twig")), nullptr);
	memdelete(middle);
	memdelete(scene);
}

TEST_CASE("[Node][Children] Internal children stay at their end") {
	Node *parent = memnew(Node);
	make("a", parent);
	Node *front = memnew(Node);
	front->set_name("F");
	parent->add_child(front, false, Node::INTERNAL_MODE_FRONT);
	Node *back = memnew(Node);
	back->set_name("B");
	parent->add_child(back, false, Node::INTERNAL_MODE_BACK);
	make("b", parent);
	CHECK_EQ(names(parent), String("ab"));
	CHECK_EQ(names(parent, true), String("FabB"));
	parent->move_child(parent->get_node(NodePath("b")), 0);
	CHECK_EQ(names(parent, true), String("FbaB"));
	memdelete(parent);
}

// Moves the first child to the end when it hears that the order has changed.
class Turner : public Node {
	GDCLASS(Turner, Node);

protected:
	void _notification(int p_what) {
		if (p_what == NOTIFICATION_CHILD_ORDER_CHANGED && !turning && get_child_count() > 1) {
			turning = true;
			move_child(get_child(0), -1);
			turning = false;
		}
	}

public:
	bool turning = true;
};

TEST_CASE("[Node][Children] A sibling goes behind its sibling wherever that has moved meanwhile") {
	Turner *parent = memnew(Turner);
	LoggingNode *a = make("a", parent);
	parent->turning = false;
	LoggingNode *b = make("b");
	a->add_sibling(b);
	CHECK_EQ(parent->get_child_count(), 2);
	CHECK_EQ(a->get_index() + b->get_index(), 1);
	memdelete(parent);
}

TEST_CASE("[Node][Children] A cycle is refused and changes nothing") {
	ExpectErrors quiet;
	Node *a = make("a");
	Node *b = make("b", a);
	b->add_child(a);
	CHECK_EQ(a->get_parent(), nullptr);
	b->reparent(b);
	CHECK_EQ(b->get_parent(), a);
	memdelete(a);
}

// Frees another node when its turn comes.
class Killer : public Node {
	GDCLASS(Killer, Node);

protected:
	void _notification(int p_what) {
		if (p_what == NOTIFICATION_PROCESS) {
			ticks++;
			if (Object *object = ObjectDB::get_instance(victim)) {
				memdelete(object);
			}
		}
	}

public:
	ObjectID victim;
	int ticks = 0;
};

TEST_CASE("[Node][Process] A node freed during the frame is not called any more, and the others still are") {
	Tree tree;
	Killer *nodes[3];
	for (Killer *&node : nodes) {
		node = memnew(Killer);
		tree.root()->add_child(node);
		node->set_process_flag(Node::PROCESS_IDLE, true);
	}
	nodes[0]->victim = nodes[1]->get_instance_id();
	tree.tree->process(0.1);
	tree.tree->process(0.1);
	CHECK_EQ(ObjectDB::get_instance(nodes[0]->victim), nullptr);
	CHECK_EQ(nodes[0]->ticks, 2);
	CHECK_EQ(nodes[2]->ticks, 2);
}

TEST_CASE("[Node][Process] Process modes decide who runs while the tree is paused") {
	Tree tree;
	Node *a = make("a", tree.root());
	Node *b = make("b", tree.root());
	a->set_process_mode(Node::PROCESS_MODE_DISABLED);
	CHECK_FALSE(a->can_process());
	tree.tree->set_pause(true);
	CHECK_FALSE(b->can_process());
	b->set_process_mode(Node::PROCESS_MODE_WHEN_PAUSED);
	CHECK(b->can_process());
}

TEST_CASE("[Node][Paths] A path leads to the node and back") {
	Tree tree;
	Node *a = make("a", tree.root());
	Node *b = make("b", a);
	Node *c = make("c", tree.root());
	CHECK_EQ(String(b->get_path()), String("/root/a/b"));
	CHECK_EQ(String(b->get_path_to(c)), String("../../c"));
	CHECK_EQ(b->get_node(b->get_path_to(c)), c);
	CHECK_EQ(c->get_node(NodePath("/root/a/b")), b);
	CHECK(c->is_greater_than(b));
	CHECK(b->is_greater_than(a));
}

} // namespace TestNode
