// TextEdit: numbers at their limits, and versions of texts whose history is gone.
#pragma once

#include "core/os/memory.h"
#include "core/scene/gui/text_edit.h"
#include "tests/test_macros.h"

TEST_CASE("[Scene][TextEdit] The depth of a line ends at the greatest number") {
	TextEdit *edit = memnew(TextEdit);
	edit->set_text("\t\t\t x");
	CHECK_EQ(edit->get_indent_level(0), 13);
	edit->set_tab_size(INT32_MAX);
	CHECK_EQ(edit->get_indent_level(0), INT32_MAX);
	memdelete(edit);
}

TEST_CASE("[Scene][TextEdit] Undoing to where the history begins leads to the version of that text") {
	TextEdit *edit = memnew(TextEdit);
	const auto type = [edit](int p_times) {
		for (int i = 0; i < p_times; i++) {
			edit->insert_text("x", 0, 0, true, false);
		}
	};
	type(3);
	edit->tag_saved_version();
	const int64_t cleared = edit->get_version();
	edit->clear_undo_history();
	CHECK_EQ(edit->get_saved_version(), 0);
	type(1);
	edit->undo();
	CHECK_EQ(edit->get_version(), cleared);
	type(2000); // More than it keeps.
	while (edit->has_undo()) {
		edit->undo();
	}
	CHECK_GT(edit->get_version(), cleared);
	CHECK_GT(edit->get_text().length(), 3);
	memdelete(edit);
}
