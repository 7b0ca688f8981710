// The order of children through gaps at the front, in the middle and at the end.
#pragma once

#include "core/scene/main/node.h"
#include "tests/test_macros.h"

namespace TestChildList {

inline String order_of(const Node *p_parent) {
	String text;
	for (int i = 0; i < p_parent->get_child_count(true); i++) {
		const Node *child = p_parent->get_child(i, true);
		text += child->get_name();
		CHECK_EQ(child->get_index(true), i);
	}
	return text;
}

TEST_CASE("[ChildList] Children keep their order and know their index, whichever of them go") {
	Node *parent = memnew(Node);
	HashMap<String, Node *> nodes;
	for (const char *name : { "a", "b", "c", "d", "e", "f", "g", "h" }) {
		Node *child = memnew(Node);
		child->set_name(name);
		parent->add_child(child);
		nodes.insert(name, child);
	}
	CHECK_EQ(order_of(parent), "abcdefgh");
	memdelete(nodes["a"]);
	memdelete(nodes["c"]);
	memdelete(nodes["h"]);
	CHECK_EQ(parent->get_child_count(), 5);
	CHECK_EQ(nodes["g"]->get_index(), 4);
	CHECK_EQ(order_of(parent), "bdefg");
	parent->move_child(nodes["g"], 0);
	CHECK_EQ(order_of(parent), "gbdef");
	parent->remove_child(nodes["g"]);
	parent->add_child(nodes["g"], false, Node::INTERNAL_MODE_FRONT);
	CHECK_EQ(order_of(parent), "gbdef");
	CHECK_EQ(nodes["b"]->get_index(), 0);
	parent->remove_child(nodes["d"]);
	parent->remove_child(nodes["e"]);
	parent->move_child(nodes["f"], 0);
	CHECK_EQ(order_of(parent), "gfb");
	parent->add_child(nodes["d"]);
	CHECK_EQ(order_of(parent), "gfbd");
	memdelete(nodes["e"]);
	memdelete(parent);
}

TEST_CASE("[ChildList] Children that come first, one after the other") {
	Node *parent = memnew(Node);
	String expected;
	for (int i = 0; i < 26; i++) {
		Node *child = memnew(Node);
		child->set_name(String::chr(U'a' + i));
		parent->add_child(child);
		parent->move_child(child, 0);
		expected = String::chr(U'a' + i) + expected;
		if (i % 5 == 4) {
			memdelete(parent->get_child(2));
			expected = expected.substr(0, 2) + expected.substr(3);
		}
		CHECK_EQ(order_of(parent), expected);
	}
	memdelete(parent);
}

TEST_CASE("[ChildList] Readable names take the first number that is free") {
	Node *parent = memnew(Node);
	LocalVector<Node *> children;
	for (int i = 0; i < 40; i++) {
		Node *child = memnew(Node);
		child->set_name("N");
		parent->add_child(child, true);
		children.push_back(child);
	}
	CHECK_EQ(children[39]->get_name(), StringName("N40"));
	memdelete(children[20]); // N21
	Node *next = memnew(Node);
	next->set_name("N");
	parent->add_child(next, true);
	CHECK_EQ(next->get_name(), StringName("N21"));
	next = memnew(Node);
	next->set_name("N7");
	parent->add_child(next, true);
	CHECK_EQ(next->get_name(), StringName("N41"));
	memdelete(parent);
}

} // namespace TestChildList
