// TextEdit: numbers at their limits, and versions of texts whose history is gone.
#pragma once

#include "core/os/memory.h"
#include "core/scene/gui/text_edit.h"
#include "tests/test_macros.h"

#include <iterator>

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

TEST_CASE("[Scene][TextEdit] A user's edit records what differs, and undoing brings every text back") {
	static const char *const TEXTS[] = { "one\ntwo\nthree", "one\ntwo!\nthree", "one\nthree", "", "aa", "aaa", "a", "a\r\nb\n\n", "\na\nb", "one\ntwo\nthree" };
	TextEdit *edit = memnew(TextEdit);
	for (const char *text : TEXTS) {
		edit->user_edit(text, 0, 0);
		CHECK_EQ(edit->get_text(), String(text).replace("\r\n", "\n"));
	}
	const int64_t version = edit->get_version();
	edit->user_edit(edit->get_text(), 1, 2); // Only the caret moves.
	CHECK_EQ(edit->get_version(), version);
	CHECK_EQ(edit->get_caret_column(0), 2);
	for (int i = int(std::size(TEXTS)) - 2; i >= 0; i--) {
		edit->undo();
		CHECK_EQ(edit->get_text(), String(TEXTS[i]).replace("\r\n", "\n"));
	}
	edit->clear_undo_history();
	const String base = String("line of text\n").repeat(2000);
	edit->user_edit(base, 0, 0);
	const int64_t before = edit->get_history().get_bytes();
	for (int i = 0; i < 100; i++) {
		edit->user_edit(base + String("x").repeat(i + 1), 2000, i + 1);
	}
	CHECK_LT(edit->get_history().get_bytes() - before, 100 * 1000);
	memdelete(edit);
}

TEST_CASE("[Scene][TextEdit] The history is bounded by what it costs, and keeps the last step") {
	TextEdit *edit = memnew(TextEdit);
	const String large = String("0123456789abcdef").repeat(64 * 1024); // Four megabytes as the engine keeps them.
	for (int i = 0; i < 10; i++) {
		edit->set_text(large + itos(i));
		CHECK_LE(edit->get_history().get_bytes(), TextUndo::MOST_BYTES);
	}
	CHECK(edit->has_undo());
	edit->undo();
	CHECK_EQ(edit->get_text(), large + "8");
	edit->set_text(large.repeat(5));
	CHECK(edit->has_undo());
	CHECK_GT(edit->get_history().get_bytes(), TextUndo::MOST_BYTES);
	edit->undo();
	CHECK_EQ(edit->get_text(), large + "8");
	edit->insert_text("x", 0, 0, true, false);
	CHECK_LE(edit->get_history().get_bytes(), TextUndo::MOST_BYTES);
	edit->clear_undo_history();
	CHECK_EQ(edit->get_history().get_bytes(), 0);
	memdelete(edit);
}
