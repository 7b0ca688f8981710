// What people do to controls: the signals in stock's order, what is refused, and handlers that free what is pressed.
#pragma once

#include "core/scene/gui/button.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/menu_button.h"
#include "core/scene/gui/option_button.h"
#include "core/scene/gui/slider.h"
#include "core/scene/gui/tab_container.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/tree.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace TestUserActions {

// Hears the signals of an object: their names, with the first argument where there is one.
class Ear : public CallableCustom {
	Vector<String> *heard;
	String name;
	Object *dies; // Freed at the first signal; null for none.

public:
	uint32_t hash() const override { return name.hash(); }
	String get_as_text() const override { return name; }
	CompareEqualFunc get_compare_equal_func() const override {
		return [](const CallableCustom *p_one, const CallableCustom *p_other) {
			return p_one == p_other;
		};
	}
	CompareLessFunc get_compare_less_func() const override {
		return [](const CallableCustom *p_one, const CallableCustom *p_other) {
			return p_one < p_other;
		};
	}
	ObjectID get_object() const override { return ObjectID(); }
	bool is_valid() const override { return true; }
	void call(const Variant **p_arguments, int p_argcount, Variant &r_result, Callable::CallError &r_error) const override {
		heard->push_back(p_argcount > 0 ? name + " " + p_arguments[0]->stringify() : name);
		if (dies) {
			dies->call(SNAME("queue_free"));
			static_cast<Node *>(dies)->get_parent()->remove_child(static_cast<Node *>(dies));
		}
		r_error.error = Callable::CallError::CALL_OK;
	}
	Ear(Vector<String> *p_heard, const String &p_name, Object *p_dies) :
			heard(p_heard), name(p_name), dies(p_dies) {}
};

struct Stage {
	SceneTree *tree = memnew(SceneTree);
	Vector<String> heard;

	template <typename T>
	T *add(const Vector<String> &p_signals) {
		T *control = memnew(T);
		tree->get_root()->add_child(control);
		for (const String &name : p_signals) {
			control->connect(StringName(name), Callable(memnew(Ear(&heard, name, nullptr))));
		}
		return control;
	}
	String take() {
		const String text = String(", ").join(heard);
		heard.clear();
		return text;
	}
	Stage() { tree->initialize(); }
	~Stage() {
		tree->finalize();
		memdelete(tree);
	}
};

TEST_CASE("[Scene][Control] Pressing buttons") {
	Stage stage;
	Button *button = stage.add<Button>({ "focus_entered", "button_down", "toggled", "pressed", "button_up" });
	button->user_press();
	CHECK_EQ(stage.take(), "focus_entered, button_down, pressed, button_up");
	button->set_toggle_mode(true);
	button->user_press();
	CHECK_EQ(stage.take(), "button_down, toggled true, pressed, button_up");
	button->user_press();
	CHECK_EQ(stage.take(), "button_down, toggled false, pressed, button_up");
	button->set_disabled(true);
	button->user_press();
	CHECK_EQ(stage.take(), "");
	MenuButton *menu = stage.add<MenuButton>({ "about_to_popup", "toggled" });
	menu->user_press();
	CHECK(menu->get_popup()->is_visible());
	CHECK_EQ(stage.take(), "about_to_popup, toggled true");
	menu->user_press();
	CHECK_EQ(stage.take(), "toggled false");
}

TEST_CASE("[Scene][Control] Typing") {
	Stage stage;
	LineEdit *line = stage.add<LineEdit>({ "text_changed", "text_submitted", "text_change_rejected" });
	line->user_edit("abc", 2);
	CHECK_EQ(line->get_caret_column(), 2);
	line->user_edit("abc", 3);
	line->user_submit();
	CHECK_EQ(stage.take(), "text_changed abc, text_submitted abc");
	line->set_max_length(4);
	stage.take();
	line->user_edit("abcdef", 6);
	CHECK_EQ(line->get_text(), "abcd");
	CHECK_EQ(stage.take(), "text_change_rejected ef, text_changed abcd");
	line->set_editable(false);
	line->user_edit("x", 0);
	line->user_submit();
	CHECK_EQ(stage.take(), "");
	TextEdit *text = stage.add<TextEdit>({ "lines_edited_from", "text_set" });
	text->user_edit("a\nb", 1, 1);
	CHECK_EQ(text->get_caret_line(0), 1);
	CHECK_EQ(stage.take(), "lines_edited_from 0");
	text->undo();
	CHECK_EQ(text->get_text(), "");
}

TEST_CASE("[Scene][Control] Setting values and choosing") {
	Stage stage;
	HSlider *slider = stage.add<HSlider>({ "drag_started", "value_changed", "drag_ended" });
	slider->user_set_value(50);
	CHECK_EQ(stage.take(), "drag_started, value_changed 50.0, drag_ended true");
	slider->user_set_value(50);
	CHECK_EQ(stage.take(), "drag_started, drag_ended false");
	OptionButton *option = stage.add<OptionButton>({ "item_selected" });
	option->add_item("a", -1);
	option->add_item("b", -1);
	option->user_select(1);
	option->user_select(1);
	option->set_item_disabled(0, true);
	option->user_select(0);
	CHECK_EQ(option->get_selected(), 1);
	CHECK_EQ(stage.take(), "item_selected 1");
	ItemList *list = stage.add<ItemList>({ "item_selected", "multi_selected", "item_clicked" });
	list->add_item("a", Ref<Texture2D>(), true);
	list->add_item("b", Ref<Texture2D>(), false);
	list->user_select(0, false);
	list->user_select(1, false);
	CHECK_EQ(stage.take(), "item_selected 0, item_clicked 0, item_clicked 1");
	TabContainer *tabs = stage.add<TabContainer>({ "tab_selected", "tab_changed", "tab_clicked" });
	tabs->add_child(memnew(Control));
	tabs->add_child(memnew(Control));
	stage.take();
	tabs->user_select(1);
	tabs->user_select(1);
	CHECK_EQ(stage.take(), "tab_selected 1, tab_changed 1, tab_clicked 1, tab_selected 1, tab_clicked 1");
	Tree *tree = stage.add<Tree>({ "cell_selected", "item_selected" });
	TreeItem *root = tree->create_item(nullptr, -1);
	tree->user_select(root, 0);
	tree->user_select(root, 0);
	CHECK_EQ(stage.take(), "cell_selected, item_selected");
	PopupMenu *menu = stage.add<PopupMenu>({ "id_pressed", "index_pressed", "popup_hide" });
	menu->add_item("a", 7);
	menu->add_separator("", -1);
	menu->popup(Rect2i());
	menu->user_select(1);
	menu->user_select(0);
	CHECK_EQ(stage.take(), "id_pressed 7, index_pressed 0, popup_hide");
}

TEST_CASE("[Scene][Control] A handler may free what was pressed") {
	for (const char *name : { "focus_entered", "button_down", "toggled", "pressed", "button_up" }) {
		Stage stage;
		Button *button = memnew(Button);
		button->set_toggle_mode(true);
		stage.tree->get_root()->add_child(button);
		Vector<String> heard;
		button->connect(name, Callable(memnew(Ear(&heard, name, button))));
		button->user_press();
		CHECK_EQ(int(heard.size()), 1);
		stage.tree->process(0);
	}
	Stage stage;
	Tree *tree = stage.add<Tree>({});
	TreeItem *item = tree->create_item(nullptr, -1)->create_child(-1);
	item->create_child(-1);
	memdelete(item->get_parent());
	CHECK_EQ(tree->get_root(), nullptr);
	CHECK_EQ(tree->get_selected(), nullptr);
}

TEST_CASE("[Scene][LineEdit] Editing begins with the focus and ends with Enter, the focus or what is editable") {
	Stage stage;
	LineEdit *edit = stage.add<LineEdit>({ "focus_entered", "focus_exited", "editing_toggled", "text_submitted" });
	edit->edit();
	CHECK(edit->is_editing());
	edit->user_submit();
	CHECK_FALSE(edit->is_editing());
	CHECK(edit->has_focus());
	edit->user_edit("x", 1);
	edit->set_editable(false);
	edit->set_editable(true);
	edit->unedit(); // Tells nobody.
	edit->edit();
	edit->release_focus();
	CHECK_FALSE(edit->is_editing());
	CHECK_EQ(stage.heard, Vector<String>({ "focus_entered", "editing_toggled true", "text_submitted ", "editing_toggled false", "editing_toggled true", "editing_toggled false", "editing_toggled true", "editing_toggled false", "focus_exited" }));
}

TEST_CASE("[Scene][LineEdit] Undoing leads through what was set and typed, not through what scripts insert") {
	Stage stage;
	LineEdit *edit = stage.add<LineEdit>({ "text_changed" });
	CHECK_FALSE(edit->has_undo());
	edit->set_text("abc");
	edit->set_text("def");
	edit->insert_text_at_caret("X");
	edit->menu_option(LineEdit::MENU_UNDO);
	CHECK_EQ(edit->get_text(), "abc");
	CHECK_FALSE(edit->has_undo());
	edit->menu_option(LineEdit::MENU_REDO);
	CHECK_EQ(edit->get_caret_column(), 3);
	edit->user_edit("defg", 4);
	edit->user_edit("defgh", 5);
	edit->menu_option(LineEdit::MENU_UNDO);
	CHECK(edit->has_redo());
	edit->delete_char_at_caret();
	CHECK_FALSE(edit->has_redo());
	CHECK_EQ(stage.heard, Vector<String>({ "text_changed abc", "text_changed def", "text_changed defg", "text_changed defgh", "text_changed defg", "text_changed def" }));
	edit->menu_option(LineEdit::MENU_INSERT_ZWJ);
	CHECK_EQ(edit->get_previous_composite_character_column(4), 2);
}

} // namespace TestUserActions
