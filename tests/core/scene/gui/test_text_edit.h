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

TEST_CASE("[Scene][TextEdit] Carets of an edit at several places are merged at its end, and new ones are passed over") {
	TextEdit *edit = memnew(TextEdit);
	edit->set_text("hello world\n\tfoo bar foo\nthird foo here\n\nfoofoo");
	edit->add_caret(2, 3);
	edit->add_caret(1, 1);
	edit->begin_multicaret_edit();
	edit->collapse_carets(0, 1, 2, 2, false);
	CHECK_EQ(edit->get_caret_count(), 3);
	CHECK(edit->is_caret_ignored(2));
	CHECK_FALSE(edit->is_caret_ignored(1));
	CHECK_EQ(edit->get_sorted_carets(false), PackedInt32Array({ 0, 1 }));
	CHECK_EQ(edit->get_sorted_carets(true), PackedInt32Array({ 0, 2, 1 }));
	edit->remove_text(0, 0, 2, 4);
	CHECK(edit->is_in_multicaret_edit());
	edit->end_multicaret_edit();
	CHECK_EQ(edit->get_caret_count(), 1);
	edit->end_multicaret_edit(); // One too many.
	CHECK_FALSE(edit->is_in_multicaret_edit());
	memdelete(edit);
}

TEST_CASE("[Scene][TextEdit] What is selected is selected where it occurs next, once") {
	TextEdit *edit = memnew(TextEdit);
	edit->set_text("a foo\nfoofoo");
	edit->set_caret_column(3, false, 0);
	edit->add_selection_for_next_occurrence();
	CHECK_EQ(edit->get_selected_text(0), "foo");
	for (int i = 0; i < 5; i++) {
		edit->add_selection_for_next_occurrence();
	}
	CHECK_EQ(edit->get_caret_count(), 3);
	CHECK_EQ(edit->get_selected_text(-1), "foo\nfoo\nfoo");
	CHECK_EQ(edit->get_selection_at_line_column(1, 4, true, true), 2);
	edit->remove_secondary_carets();
	edit->skip_selection_for_next_occurrence();
	CHECK_EQ(edit->get_caret_line(0), 1);
	CHECK_EQ(edit->get_selection_origin_column(0), 0);
	memdelete(edit);
}

TEST_CASE("[Scene][TextEdit] A caret finds its column again behind lines that are shorter") {
	TextEdit *edit = memnew(TextEdit);
	edit->set_text("hello world\n\nhello");
	edit->set_caret_column(9, true, 0);
	const int columns[] = { 0, 5, 9 };
	int line = 1;
	for (int column : columns) {
		edit->set_caret_line(line++ % 3, true, true, 0, 0);
		CHECK_EQ(edit->get_caret_column(0), column);
	}
	memdelete(edit);
}

TEST_CASE("[Scene][TextEdit] What stands in gutters moves with the lines") {
	TextEdit *edit = memnew(TextEdit);
	edit->set_text("a\nb\nc\nd\ne");
	edit->add_gutter(-1);
	edit->add_gutter(0);
	edit->set_gutter_name(0, "marks");
	const auto marks = [edit]() {
		String all;
		for (int i = 0; i < edit->get_line_count(); i++) {
			all += edit->get_line_gutter_text(i, 1) + ",";
		}
		return all;
	};
	for (int i = 0; i < 5; i++) {
		edit->set_line_gutter_text(i, 1, String::chr(U'A' + i));
	}
	edit->remove_text(1, 0, 3, 0);
	CHECK_EQ(marks(), "A,B,E,");
	edit->insert_text("x\ny\n", 0, 1, true, false);
	CHECK_EQ(marks(), "A,,,B,E,");
	edit->set_line_gutter_metadata(2, 1, Variant(edit));
	edit->set_gutter_overwritable(1, true);
	edit->merge_gutters(2, 4);
	CHECK_EQ(Object::cast_to<TextEdit>(edit->get_line_gutter_metadata(4, 1).get_validated_object()), edit);
	edit->remove_gutter(0);
	CHECK_EQ(edit->get_line_gutter_text(3, 0), "B");
	CHECK_EQ(edit->get_gutter_name(0), "");
	edit->set_text("");
	CHECK_EQ(edit->get_line_gutter_text(0, 0), "A");
	edit->clear();
	CHECK_EQ(edit->get_line_gutter_text(0, 0), "");
	memdelete(edit);
}
