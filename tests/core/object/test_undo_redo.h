// Tests of core/object/undo_redo.h: histories of actions.
#pragma once

#include "core/object/undo_redo.h"
#include "tests/test_macros.h"

namespace TestUndoRedo {

struct History {
	UndoRedo *undo_redo = memnew(UndoRedo);
	Object *object = memnew(Object);
	~History() {
		memdelete(undo_redo);
		memdelete(object);
	}
	void set_value(const String &p_name, int p_from, int p_to, UndoRedo::MergeMode p_mode = UndoRedo::MERGE_DISABLE, bool p_execute = true) {
		undo_redo->create_action(p_name, p_mode);
		undo_redo->add_do_property(object, "metadata/value", p_to);
		undo_redo->add_undo_property(object, "metadata/value", p_from);
		undo_redo->commit_action(p_execute);
	}
	int value() const { return int(object->get_meta("value", 0)); }
};

TEST_CASE("[Object][UndoRedo] Undo and redo walk the history, a new action cuts off what was undone") {
	History history;
	history.set_value("a", 0, 1);
	history.set_value("b", 1, 2);
	CHECK_EQ(history.value(), 2);
	CHECK(history.undo_redo->undo());
	CHECK_EQ(history.value(), 1);
	CHECK_EQ(history.undo_redo->get_current_action_name(), String("a"));
	CHECK(history.undo_redo->redo());
	CHECK_EQ(history.value(), 2);
	CHECK(history.undo_redo->undo());
	history.set_value("c", 1, 7);
	CHECK_FALSE(history.undo_redo->has_redo());
	CHECK_EQ(history.undo_redo->get_history_count(), 2);
	CHECK_FALSE(history.undo_redo->redo());
}

TEST_CASE("[Object][UndoRedo] The version counts steps in both directions") {
	History history;
	CHECK_EQ(history.undo_redo->get_version(), 1);
	history.set_value("a", 0, 1);
	CHECK_EQ(history.undo_redo->get_version(), 2);
	history.undo_redo->undo();
	CHECK_EQ(history.undo_redo->get_version(), 1);
	history.undo_redo->clear_history();
	CHECK_EQ(history.undo_redo->get_version(), 2);
}

TEST_CASE("[Object][UndoRedo] Merged ends keep the first undo and the last do") {
	History history;
	for (int i = 1; i <= 3; i++) {
		history.set_value("drag", i - 1, i, UndoRedo::MERGE_ENDS);
	}
	CHECK_EQ(history.undo_redo->get_history_count(), 1);
	history.undo_redo->undo();
	CHECK_EQ(history.value(), 0);
	history.undo_redo->redo();
	CHECK_EQ(history.value(), 3);
}

TEST_CASE("[Object][UndoRedo] Committed without execution, an action runs when redone") {
	History history;
	history.set_value("a", 0, 5, UndoRedo::MERGE_DISABLE, false);
	CHECK_EQ(history.value(), 0);
	history.undo_redo->undo();
	history.undo_redo->redo();
	CHECK_EQ(history.value(), 5);
}

TEST_CASE("[Object][UndoRedo] Past max_steps the oldest goes, and what it owned with it") {
	History history;
	history.undo_redo->set_max_steps(1);
	Object *owned = memnew(Object);
	const ObjectID id = owned->get_instance_id();
	history.undo_redo->create_action("remove");
	history.undo_redo->add_undo_reference(owned);
	history.undo_redo->commit_action();
	CHECK(ObjectDB::get_instance(id) != nullptr);
	history.set_value("next", 0, 1);
	CHECK(ObjectDB::get_instance(id) == nullptr);
	CHECK_EQ(history.undo_redo->get_action_name(0), String("next"));
}

TEST_CASE("[Object][UndoRedo] Misuse is refused") {
	ExpectErrors quiet;
	History history;
	history.undo_redo->commit_action();
	history.undo_redo->add_do_property(history.object, "x", 1);
	CHECK_EQ(history.undo_redo->get_history_count(), 0);
	history.undo_redo->create_action("open");
	CHECK_EQ(history.undo_redo->get_history_count(), -1);
	CHECK_FALSE(history.undo_redo->undo());
	history.undo_redo->commit_action();
}

} // namespace TestUndoRedo
