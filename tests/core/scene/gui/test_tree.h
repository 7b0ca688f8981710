// Trees: what depth and scripts could do to them.
#pragma once

#include "core/os/memory.h"
#include "core/scene/gui/tree.h"
#include "tests/test_macros.h"

TEST_CASE("[Scene][Tree] A chain of items of any depth is taken down") {
	Tree *tree = memnew(Tree);
	TreeItem *item = tree->create_item(nullptr, -1);
	for (int i = 0; i < 200000; i++) {
		item = item->create_child(-1);
	}
	const ObjectID lowest = item->get_instance_id();
	tree->clear();
	CHECK_FALSE(ObjectDB::get_instance(lowest));
	CHECK_FALSE(tree->get_root());
	memdelete(tree);
}

TEST_CASE("[Scene][Tree] Items know their places after any change") {
	Tree *tree = memnew(Tree);
	TreeItem *root = tree->create_item(nullptr, -1);
	LocalVector<TreeItem *> items;
	for (int i = 0; i < 6; i++) {
		items.push_back(root->create_child(-1));
	}
	const auto check_order = [&root](const LocalVector<TreeItem *> &p_expected) {
		CHECK_EQ(root->get_child_count(), int(p_expected.size()));
		for (int i = 0; i < root->get_child_count(); i++) {
			CHECK_EQ(root->get_child(i), p_expected[i]);
			CHECK_EQ(p_expected[i]->get_index(), i);
			CHECK_EQ(p_expected[i]->get_next(), i + 1 < int(p_expected.size()) ? p_expected[i + 1] : nullptr);
		}
	};
	check_order(items);
	items[5]->move_before(items[0]);
	check_order({ items[5], items[0], items[1], items[2], items[3], items[4] });
	items[5]->move_after(items[3]);
	check_order({ items[0], items[1], items[2], items[3], items[5], items[4] });
	memdelete(items[1]);
	root->remove_child(items[0]);
	check_order({ items[2], items[3], items[5], items[4] });
	CHECK_EQ(items[0]->get_index(), 0);
	root->add_child(items[0]);
	TreeItem *first = root->create_child(0);
	check_order({ first, items[2], items[3], items[5], items[4], items[0] });
	memdelete(tree);
}
