// RichTextLabel: what of BBCode is text, and how editing and text follow each other. The expectations are what the stock engine shows.
#pragma once

#include "core/scene/gui/range.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace test_rich_text_label {

struct BBCodeCase {
	const char *bbcode;
	const char *text;
	int characters;
	int paragraphs;
};

const BBCodeCase BBCODE_CASES[] = {
	{ "[b]x[/b] [i]y[/i]", "x y", 3, 1 },
	{ "[color]x[/color]", "[color]x[/color]", 16, 1 }, // Without its value.
	{ "[color=]x[/color]", "x", 1, 1 },
	{ "[b ]x[/b ]", "[b ]x[/b ]", 10, 1 },
	{ "[B]x[/B]", "[B]x[/B]", 8, 1 },
	{ "[u color=red]x[/u]", "x", 1, 1 },
	{ "[u=x]y[/u]", "[u=x]y[/u]", 10, 1 },
	{ "[i]a[b]b[/i]c[/b]d", "ab[/i]cd", 8, 1 },
	{ "[[b]]x[/b]]", "[]x]", 4, 1 },
	{ "[url=http://a?c=[x]]t[/url]", "]t", 2, 1 },
	{ "[b", "[b", 2, 1 },
	{ "[]x[/]", "[]x[/]", 6, 1 },
	{ "x[lb][rb]y[char=1F600]", "x[]y\xF0\x9F\x98\x80", 5, 1 },
	{ "a[br]b[hr]", "a\rb ", 4, 1 },
	{ "[img]none.png[/img]z", "z", 1, 1 },
	{ "[ul]one\ntwo[/ul]", "\tone\ntwo\n", 8, 3 },
	{ "[ul]\none\n\ntwo\n[/ul]", "\tone\n\ntwo\n", 9, 4 },
	{ "a[ul]one[/ul]", "a\tone\n", 5, 3 },
	{ "[ul][ul]x[/ul][/ul]", "\t\n\tx\n", 3, 3 },
	{ "[ol]a\n[ul]b\nc[/ul]d[/ol]e", "\ta\n\tb\nc\nd\ne", 9, 5 },
	{ "[ul]a[/ul]\n\nb", "\ta\n\nb", 4, 3 },
	{ "[ol type=x]a[/ol]", "[ol type=x]a[/ol]", 17, 1 },
	{ "[indent][ul]x[/ul][/indent]y", "\t\tx\ny", 3, 3 },
	{ "[indent][indent]x[/indent][/indent]", "\t\tx", 1, 2 },
	{ "[b][ul]x[/ul][/b]", "\tx\n", 2, 2 },
	{ "a[p]b[/p]c", "abc", 3, 2 },
	{ "[dropcap]Ab[/dropcap]\nx", "Ab\nx", 2, 2 },
	{ "[table=2]no[cell]a\nb[/cell]\n[cell]c[/cell][/table]d", "a\nbcd", 5, 1 },
	{ "[table=1][cell][ul]a\nb[/ul][/cell][/table]z", "\ta\nb\nz", 5, 1 },
	{ "[unknown]x[/unknown]", "[unknown]x[/unknown]", 20, 1 },
};

} // namespace test_rich_text_label

TEST_CASE("[Scene][RichTextLabel] BBCode becomes text, and what is no tag stays") {
	using namespace test_rich_text_label;
	RichTextLabel *label = memnew(RichTextLabel);
	label->set_use_bbcode(true);
	for (const BBCodeCase &one : BBCODE_CASES) {
		CAPTURE(one.bbcode);
		label->set_text(String::utf8(one.bbcode));
		CHECK_EQ(label->get_parsed_text(), String::utf8(one.text));
		CHECK_EQ(label->get_total_character_count(), one.characters);
		CHECK_EQ(label->get_paragraph_count(), one.paragraphs);
	}
	memdelete(label);
}

TEST_CASE("[Scene][RichTextLabel] Every beginning of BBCode can be parsed, in any pieces") {
	using namespace test_rich_text_label;
	RichTextLabel *whole = memnew(RichTextLabel);
	RichTextLabel *label = memnew(RichTextLabel);
	ExpectErrors quiet; // Cells without their table.
	for (const BBCodeCase &one : BBCODE_CASES) {
		const String bbcode = String::utf8(one.bbcode);
		for (int64_t length = 0; length <= bbcode.length(); length++) {
			whole->parse_bbcode(bbcode.left(length));
			CHECK(whole->get_total_character_count() <= whole->get_parsed_text().length());
			label->pop_all();
			label->append_text(bbcode.substr(length));
		}
	}
	memdelete(whole);
	memdelete(label);
}

TEST_CASE("[Scene][RichTextLabel] Paragraphs are removed, formats closed") {
	RichTextLabel *label = memnew(RichTextLabel);
	label->add_text("a\nb\n");
	label->newline();
	label->add_text("c");
	CHECK_EQ(label->get_paragraph_count(), 4);
	CHECK(label->remove_paragraph(1));
	CHECK_FALSE(label->remove_paragraph(9));
	CHECK_FALSE(label->remove_paragraph(-1));
	CHECK_EQ(label->get_parsed_text(), "a\n\nc");
	CHECK(label->remove_paragraph(2));
	label->add_text("d");
	CHECK_EQ(label->get_parsed_text(), "a\n\nd");
	label->clear();
	label->push_context();
	label->push_marks<0>();
	label->pop_context();
	ExpectErrors quiet;
	label->pop(); // Nothing is open.
	label->push_cell();
	label->add_text("no table");
	CHECK_EQ(label->get_parsed_text(), "no table");
	memdelete(label);
}

TEST_CASE("[Scene][RichTextLabel] The text is read anew only if nothing else was done to the content") {
	RichTextLabel *label = memnew(RichTextLabel);
	label->set_text("[b]a[/b]");
	label->set_use_bbcode(true);
	CHECK_EQ(label->get_parsed_text(), "a");
	label->add_text("z");
	label->set_use_bbcode(false);
	CHECK_EQ(label->get_parsed_text(), "az");
	label->set_text("[b]a[/b]");
	CHECK_EQ(label->get_parsed_text(), "az");
	label->set_text("");
	CHECK_EQ(label->get_parsed_text(), "");
	memdelete(label);
}

TEST_CASE("[Scene][RichTextLabel] A log that is shown has lines, a selection and a place that is scrolled to") {
	SceneTree *tree = memnew(SceneTree);
	tree->initialize();
	RichTextLabel *label = memnew(RichTextLabel);
	label->set_size(Vector2(300, 100));
	label->add_text("hello\nsecond line\n\nd");
	CHECK_EQ(label->get_line_count(), 0);
	tree->get_root()->add_child(label);
	CHECK_EQ(label->get_line_count(), 4);
	CHECK_EQ(label->get_line_range(1), Vector2i(6, 18));
	CHECK_EQ(label->get_character_line(18), 2);
	CHECK_EQ(label->get_character_line(99), -1);
	label->select_all(); // Not enabled.
	CHECK_EQ(label->get_selection_from(), -1);
	label->set(SNAME("selection_enabled"), true);
	label->menu_option(1);
	CHECK_EQ(label->get_selection_to(), 19);
	CHECK_EQ(label->get_selected_text(), "hello\nsecond line\n\nd");
	Range *bar = Object::cast_to<Range>(label->get_v_scroll_bar());
	REQUIRE(bar);
	CHECK_FALSE(bar->is_visible());
	label->clear();
	CHECK_EQ(label->get_selected_text(), "");
	for (int i = 0; i < 20; i++) {
		label->add_text("line\n");
	}
	label->scroll_to_line(10);
	CHECK(bar->is_visible());
	CHECK_EQ(bar->get_value(), 160);
	label->scroll_to_line(99);
	CHECK_EQ(bar->get_value(), 21 * 16 - 84);
	{
		ExpectErrors quiet;
		label->check_table();
		label->add_image(Ref<Texture2D>(), 0, 0);
	}
	tree->finalize();
	memdelete(tree);
}
