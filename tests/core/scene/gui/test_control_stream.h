// The commands a viewer gets, and what happens to its events: also to those that no honest viewer sends.
#pragma once

#include "core/io/json.h"
#include "core/os/translation_server.h"
#include "core/scene/gui/accept_dialog.h"
#include "core/scene/gui/box_container.h"
#include "core/scene/gui/check_box.h"
#include "core/scene/gui/control_stream.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/label.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/gui/slider.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/tree.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace TestControlStream {

struct Stage {
	SceneTree *tree = memnew(SceneTree);
	ControlStream *stream = nullptr;

	template <typename T>
	T *add(Node *p_parent = nullptr) {
		T *node = memnew(T);
		(p_parent ? p_parent : tree->get_root())->add_child(node);
		return node;
	}
	String frame() {
		tree->process(0.01);
		return stream->take_commands();
	}
	void watch() {
		stream = memnew(ControlStream(tree));
		frame();
	}
	Stage() { tree->initialize(); }
	~Stage() {
		if (stream) {
			memdelete(stream);
		}
		tree->finalize();
		memdelete(tree);
	}
};

TEST_CASE("[Scene][ControlStream] The first text builds everything, the next ones say what is new") {
	Stage stage;
	VBoxContainer *box = stage.add<VBoxContainer>();
	Label *label = stage.add<Label>(box);
	label->set_text("a");
	stage.stream = memnew(ControlStream(stage.tree));
	const String first = stage.frame();
	CHECK(first.begins_with("[[\"reset\"],[\"add\",1,0,\"Window\","));
	CHECK(first.contains("[\"add\",2,1,\"VBoxContainer\","));
	CHECK(first.contains("[\"add\",3,2,\"Label\",{\"text\":\"a\"}]"));
	CHECK(stage.frame() == "");
	label->set(SNAME("text"), "b");
	CHECK(stage.frame() == "[[\"set\",3,{\"text\":\"b\"}]]");
	label->set(SNAME("text"), "b");
	CHECK(stage.frame() == "");
	label->set(SNAME("text"), "");
	CHECK(stage.frame() == "[[\"set\",3,{\"text\":null}]]");
	memdelete(label);
	CHECK(stage.frame() == "[[\"remove\",3]]");
	stage.stream->start_anew();
	CHECK(stage.frame().begins_with("[[\"reset\"],[\"add\",4,0,\"Window\""));
}

TEST_CASE("[Scene][ControlStream] A list that grows is not said again") {
	Stage stage;
	RichTextLabel *label = stage.add<RichTextLabel>();
	ItemList *list = stage.add<ItemList>();
	stage.watch();
	label->call(SNAME("append_text"), "one\n");
	stage.frame();
	label->call(SNAME("append_text"), "[b]two[/b]\n");
	const String commands = stage.frame();
	CHECK(commands == "[[\"set\",2,{\"paragraphs\":[1,[{\"runs\":[{\"text\":\"two\",\"bold\":true}]},{\"runs\":[]}]]}]]");
	list->call(SNAME("add_item"), "x");
	stage.frame();
	list->call(SNAME("add_item"), "y");
	CHECK(stage.frame() == "[[\"set\",3,{\"items\":[1,[{\"text\":\"y\"}]]}]]");
}

TEST_CASE("[Scene][ControlStream] Rich text: marks, colours and links nest and end where they end") {
	Stage stage;
	RichTextLabel *label = stage.add<RichTextLabel>();
	label->set_use_bbcode(true);
	stage.watch();
	label->set(SNAME("text"), "[b]a[i]b[/i]c[/b][color=#ff0000]d[/color][url]e[/url][url=f]g[/url][hint=h]i[/hint][center]j[/center]");
	const String commands = stage.frame();
	CHECK(commands.contains("{\"text\":\"a\",\"bold\":true},{\"text\":\"b\",\"bold\":true,\"italic\":true},{\"text\":\"c\",\"bold\":true},{\"text\":\"d\",\"color\":\"#ff0000ff\"},{\"text\":\"e\",\"link\":true},{\"text\":\"g\",\"link\":true},{\"text\":\"i\",\"hint\":\"h\"}"));
	CHECK(commands.contains("\"align\":2"));
	const LocalVector<RichText::Run> &runs = label->get_content().get_paragraph_runs(0);
	CHECK(String(runs[4].style.meta) == "e");
	CHECK(String(runs[5].style.meta) == "f");
}

TEST_CASE("[Scene][ControlStream] A viewer hears where a program puts the caret, not where it was put by the viewer") {
	Stage stage;
	LineEdit *line = stage.add<LineEdit>();
	TextEdit *text = stage.add<TextEdit>();
	stage.watch();
	CHECK(stage.stream->take_event("[\"edit\",2,\"abcd\",2,1]"));
	CHECK(stage.stream->take_event("[\"edit\",3,\"a\\nbc\",1,1,1]"));
	CHECK(stage.frame().is_empty());
	line->call(SNAME("set_caret_column"), 3);
	text->call(SNAME("set_caret_column"), 2);
	const String moved = stage.frame();
	CHECK(moved.contains("[\"set\",2,{\"caret_column\":3,\"edits\":1}]"));
	CHECK(moved.contains("[\"set\",3,{\"caret_column\":2,\"edits\":1}]"));
}

TEST_CASE("[Scene][ControlStream] Events do what people do, and the viewer does not hear of its own edits") {
	Stage stage;
	LineEdit *line = stage.add<LineEdit>(); // 2
	CheckBox *box = stage.add<CheckBox>(); // 3
	HSlider *slider = stage.add<HSlider>(); // 4
	ItemList *list = stage.add<ItemList>(); // 5
	list->add_item("a", Ref<Texture2D>(), true);
	list->add_item("b", Ref<Texture2D>(), true);
	TextEdit *text = stage.add<TextEdit>(); // 6
	stage.watch();
	CHECK(stage.stream->take_event("[\"focus\",2]"));
	CHECK(line->has_focus());
	CHECK(stage.frame() == "");
	CHECK(stage.stream->take_event("[\"edit\",2,\"abc\",2,1]"));
	CHECK(line->get_text() == "abc");
	CHECK(line->get_caret_column() == 2);
	CHECK(stage.frame() == "");
	line->call(SNAME("clear"));
	CHECK(stage.frame() == "[[\"set\",2,{\"text\":null,\"caret_column\":null,\"edits\":1}]]");
	CHECK(stage.stream->take_event("[\"press\",3]"));
	CHECK(box->is_pressed());
	CHECK(stage.frame().contains("\"button_pressed\":true"));
	CHECK(stage.stream->take_event("[\"value\",4,42]"));
	CHECK(slider->get_value() == 42);
	CHECK(stage.frame() == "");
	CHECK(stage.stream->take_event("[\"value\",4,420]")); // Beyond the end: the viewer is told where it stopped.
	CHECK(stage.frame() == "[[\"set\",4,{\"value\":100.0}]]");
	CHECK(stage.stream->take_event("[\"select\",5,1]"));
	CHECK(list->is_selected(1));
	CHECK(stage.stream->take_event("[\"edit\",6,\"x\\ny\",1,1,1]"));
	CHECK(text->get_text() == "x\ny");
	CHECK(stage.stream->take_event("[\"size\",640,480]"));
	CHECK(stage.tree->get_root()->get_size() == Vector2i(640, 480));
}

TEST_CASE("[Scene][ControlStream] What does not fit is ignored and counted") {
	Stage stage;
	stage.add<LineEdit>(); // 2
	Button *hidden = stage.add<Button>(); // 3
	hidden->hide();
	Button *disabled = stage.add<Button>(); // 4
	disabled->set_disabled(true);
	AcceptDialog *dialog = stage.add<AcceptDialog>(); // 5 and its parts
	stage.add<Tree>();
	stage.watch();
	const char *const events[] = {
		"",
		"{}",
		"[]",
		"[1]",
		"[\"press\"]",
		"[\"press\",0]",
		"[\"press\",-1]",
		"[\"press\",1.5]",
		"[\"press\",1e300]",
		"[\"press\",\"2\"]",
		"[\"press\",null]",
		"[\"press\",2]",
		"[\"press\",99]",
		"[\"press\",3]",
		"[\"press\",4]",
		"[\"press\",7]",
		"[\"close\",5]",
		"[\"close\",1]",
		"[\"close\",2]",
		"[\"edit\",2]",
		"[\"edit\",2,1,0,1]",
		"[\"edit\",2,\"a\",-1,1]",
		"[\"edit\",2,\"a\",0.5,1]",
		"[\"edit\",2,\"a\",0,1,2]",
		"[\"edit\",2,\"a\",99999999999,1]",
		"[\"edit\",3,\"a\",0,1]",
		"[\"value\",2,1]",
		"[\"select\",2,0]",
		"[\"cell\",2,0,0]",
		"[\"fold\",9,0,true]",
		"[\"link\",2,0,0]",
		"[\"size\",0,5]",
		"[\"size\",99999,5]",
		"[\"size\",5]",
		"[\"size\",5,5,5]",
		"[\"free\",2]",
		"[[\"press\"],2]",
		"[\"submit\",2,1]",
		"[\"focus\",3]",
		"[\"press\",2,3,4,5,6,7,8,9]",
	};
	for (const char *event : events) {
		CAPTURE(event);
		CHECK_FALSE(stage.stream->take_event(event));
	}
	CHECK(stage.stream->get_ignored_events() == std::size(events));
	CHECK_FALSE(stage.stream->take_event("[\"edit\",2,\"" + String("x").repeat(ControlStream::MAX_EVENT_LENGTH) + "\",0,1]"));
	dialog->show();
	CHECK(stage.stream->take_event("[\"close\",5]"));
	stage.frame();
	CHECK_FALSE(dialog->is_visible());
}

TEST_CASE("[Scene][ControlStream] Whoever is pressed may go, with all that is shown") {
	Stage stage;
	Button *button = stage.add<Button>();
	VBoxContainer *box = stage.add<VBoxContainer>();
	Button *inner = stage.add<Button>(box);
	stage.watch();
	button->connect(SNAME("pressed"), Callable(button, SNAME("queue_free")));
	CHECK(stage.stream->take_event("[\"press\",2]"));
	CHECK(stage.frame() == "[[\"remove\",2]]");
	inner->connect(SNAME("button_down"), Callable(box, SNAME("free")));
	CHECK(stage.stream->take_event("[\"press\",4]"));
	CHECK(stage.frame() == "[[\"remove\",4],[\"remove\",3]]");
	CHECK_FALSE(stage.stream->take_event("[\"press\",2]"));
}

TEST_CASE("[Scene][ControlStream] Rows of a tree by their place") {
	Stage stage;
	Tree *rows = stage.add<Tree>();
	rows->set_hide_root(true);
	TreeItem *root = rows->create_item(nullptr, -1);
	TreeItem *a = rows->create_item(root, -1);
	a->set_text(0, "a");
	TreeItem *below = rows->create_item(a, -1);
	below->set_text(0, "below");
	TreeItem *b = rows->create_item(root, -1);
	b->set_text(0, "b");
	stage.watch();
	CHECK(stage.stream->take_event("[\"cell\",2,2,0]"));
	CHECK(rows->get_selected() == b);
	CHECK(stage.stream->take_event("[\"fold\",2,0,true]"));
	CHECK(a->is_collapsed());
	const String commands = stage.frame();
	CHECK(commands.contains("\"collapsed\":true"));
	CHECK_FALSE(commands.contains("below"));
	CHECK_FALSE(stage.stream->take_event("[\"cell\",2,2,0]"));
}

TEST_CASE("[Scene][ControlStream] Texts are shown in the language of the program, but for what people typed") {
	TranslationServer *server = TranslationServer::get_singleton();
	const String before = server->get_locale();
	Ref<Translation> german;
	german.instantiate();
	german->set_locale("de");
	german->add_message("HELLO", "Hallo");
	server->add_translation(german);
	server->set_locale("de");
	{
		Stage stage;
		Label *label = stage.add<Label>();
		label->set_text("HELLO");
		LineEdit *line = stage.add<LineEdit>();
		line->set_text("HELLO");
		line->set_placeholder("HELLO");
		ItemList *list = stage.add<ItemList>();
		list->add_item("HELLO", Ref<Texture2D>(), true);
		Label *plain = stage.add<Label>();
		plain->set_auto_translate_mode(Node::AUTO_TRANSLATE_MODE_DISABLED);
		plain->set_text("HELLO");
		stage.stream = memnew(ControlStream(stage.tree));
		const String commands = stage.frame();
		CHECK(commands.contains("\"Label\",{\"text\":\"Hallo\"}"));
		CHECK(commands.contains("\"text\":\"HELLO\",\"placeholder_text\":\"Hallo\""));
		CHECK(commands.contains("[{\"text\":\"Hallo\"}]"));
		CHECK(commands.contains("\"Label\",{\"text\":\"HELLO\"}"));
	}
	server->remove_translation(german);
	server->set_locale(before);
}

} // namespace TestControlStream
