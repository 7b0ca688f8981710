// Controls as data: anchors, minimum sizes, containers, ranges, button groups, focus.
#pragma once

#include "core/object/message_queue.h"
#include "core/scene/gui/box_container.h"
#include "core/scene/gui/button.h"
#include "core/scene/gui/grid_container.h"
#include "core/scene/gui/label.h"
#include "core/scene/gui/number_entry.h"
#include "core/scene/gui/slider.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

#include <limits>

namespace TestControl {

// A tree with one control of 400 by 300 pixels in it.
struct Stage {
	SceneTree *tree = memnew(SceneTree);
	Control *area = memnew(Control);

	Stage() {
		tree->initialize();
		area->set_size(Vector2(400, 300));
		tree->get_root()->add_child(area);
	}
	~Stage() {
		tree->finalize();
		memdelete(tree);
	}
	template <typename T>
	T *add(T *p_node) {
		area->add_child(p_node);
		return p_node;
	}
	void settle() { MessageQueue::get_singleton()->flush(); }
};

static Control *box(real_t p_width, real_t p_height, int p_h_flags = Control::SIZE_FILL) {
	Control *control = memnew(Control);
	control->set_custom_minimum_size(Vector2(p_width, p_height));
	control->set_h_size_flags(p_h_flags);
	return control;
}

TEST_CASE("[Control][Layout] A control anchored to all sides follows its parent's size") {
	Stage stage;
	Control *inner = stage.add(memnew(Control));
	inner->set_anchors_and_offsets_preset(Control::PRESET_FULL_RECT, Control::PRESET_MODE_MINSIZE, 10);
	CHECK(inner->get_rect() == Rect2(10, 10, 380, 280));
	stage.area->set_size(Vector2(100, 50));
	CHECK(inner->get_rect() == Rect2(10, 10, 80, 30));
}

TEST_CASE("[Control][Layout] Other anchors leave the rectangle where it is") {
	Stage stage;
	Control *inner = stage.add(box(40, 20));
	for (int preset = Control::PRESET_TOP_LEFT; preset <= Control::PRESET_FULL_RECT; preset++) {
		inner->set_anchors_preset(Control::LayoutPreset(preset));
		CHECK(inner->get_rect() == Rect2(0, 0, 40, 20));
	}
}

TEST_CASE("[Control][Layout] A new minimum size is known at once and applied deferred") {
	Stage stage;
	Control *inner = stage.add(memnew(Control));
	stage.settle();
	inner->set_custom_minimum_size(Vector2(30, 5));
	CHECK(inner->get_combined_minimum_size() == Vector2(30, 5));
	CHECK(inner->get_size() == Vector2());
	stage.settle();
	CHECK(inner->get_size() == Vector2(30, 5));
}

TEST_CASE("[Control][BoxContainer] Room is shared by ratio in whole pixels, and nobody gets less than the minimum") {
	Stage stage;
	HBoxContainer *row = stage.add(memnew(HBoxContainer));
	row->add_theme_constant_override("separation", 2);
	row->set_size(Vector2(104, 50));
	Control *first = box(80, 0, Control::SIZE_EXPAND_FILL);
	Control *second = box(0, 0, Control::SIZE_EXPAND_FILL);
	Control *third = box(0, 0, Control::SIZE_EXPAND_FILL);
	second->set_stretch_ratio(3);
	row->add_child(first);
	row->add_child(second);
	row->add_child(third);
	stage.settle();
	CHECK(first->get_rect() == Rect2(0, 0, 80, 50));
	CHECK(second->get_rect() == Rect2(82, 0, 15, 50));
	CHECK(third->get_rect() == Rect2(99, 0, 5, 50));
}

TEST_CASE("[Control][GridContainer] A column is as wide as its widest child and a hidden child leaves its place to the next") {
	Stage stage;
	GridContainer *grid = stage.add(memnew(GridContainer));
	grid->set_columns(2);
	Control *children[4] = { box(10, 10), box(20, 5), box(5, 30), box(15, 15) };
	for (Control *child : children) {
		grid->add_child(child);
	}
	stage.settle();
	CHECK(children[3]->get_rect() == Rect2(14, 14, 20, 30));
	children[0]->hide();
	stage.settle();
	CHECK(children[1]->get_position() == Vector2());
}

TEST_CASE("[Control][Range] A value lands on a step counted from the minimum, within the bounds") {
	HSlider slider;
	slider.set_min(1);
	slider.set_max(10);
	slider.set_step(2.5);
	slider.set_value(5);
	CHECK_EQ(slider.get_value(), 6.0);
	slider.set_value(99);
	CHECK_EQ(slider.get_value(), 10.0);
	slider.set_allow_greater(true);
	slider.set_value(51);
	CHECK_EQ(slider.get_value(), 51.0);
	CHECK_EQ(slider.get_as_ratio(), 1.0);
}

TEST_CASE("[Control][Range] Ranges that share a number have one until one of them stops sharing") {
	HSlider first;
	VSlider second;
	first.share(&second);
	first.set_value(42);
	CHECK_EQ(second.get_value(), 42.0);
	second.unshare();
	second.set_value(9);
	CHECK_EQ(first.get_value(), 42.0);
}

TEST_CASE("[Control][ButtonGroup] Pressing one button releases the others") {
	Ref<ButtonGroup> group;
	group.instantiate();
	Button first;
	Button second;
	for (Button *button : { &first, &second }) {
		button->set_toggle_mode(true);
		button->set_button_group(group);
	}
	first.set_pressed(true);
	second.set_pressed(true);
	CHECK_FALSE(first.is_pressed());
	CHECK(group->get_pressed_button() == &second);
	second.set_button_group(Ref<ButtonGroup>());
	CHECK(group->get_pressed_button() == nullptr);
}

TEST_CASE("[Control][Focus] One control has it; leaving the tree or being hidden gives it up") {
	Stage stage;
	Button *first = stage.add(memnew(Button));
	Button *second = stage.add(memnew(Button));
	first->grab_focus();
	second->grab_focus();
	CHECK_FALSE(first->has_focus());
	CHECK(second->has_focus());
	second->hide();
	CHECK(stage.tree->get_root()->gui_get_focus_owner() == nullptr);
	first->grab_focus();
	stage.area->remove_child(first);
	CHECK(stage.tree->get_root()->gui_get_focus_owner() == nullptr);
	memdelete(first);
}

TEST_CASE("[Control] A side that is none is refused, reading and writing") {
	ExpectErrors quiet;
	Control control;
	control.set_offset(SIDE_LEFT, 7);
	control.set_focus_next(NodePath("next"));
	for (const int side : { -1, 4, 1000000 }) {
		for (const char *getter : { "get_anchor", "get_offset", "get_focus_neighbor" }) {
			CHECK_FALSE(control.call(getter, side).booleanize());
		}
		control.call("set_focus_neighbor", side, NodePath("over/the/end"));
	}
	CHECK_EQ(control.get_focus_next(), NodePath("next"));
}

TEST_CASE("[Control][Label] The share of the text that is shown and the number of characters follow each other") {
	Label label;
	label.set_text("ab\ncd\n\n");
	label.set_visible_ratio(0.5);
	CHECK_EQ(label.get_visible_characters(), 3);
	{
		ExpectErrors quiet;
		label.set_visible_ratio(std::numeric_limits<real_t>::quiet_NaN());
	}
	CHECK_EQ(label.get_visible_characters(), 3);
	label.set_visible_ratio(2);
	CHECK_EQ(label.get_visible_characters(), -1);
}

TEST_CASE("[Control][SpinBox] What is typed may be a sum, and nothing else") {
	double value = 7;
	CHECK(parse_number_entry("1+2*2", value));
	CHECK_EQ(value, 5.0);
	CHECK(parse_number_entry("-(1 - 3) / 4", value));
	CHECK_EQ(value, 0.5);
	for (const char *text : { "", "abc", "1+", "(1", "1)", "1/0", "$3m", "1..2" }) {
		CHECK_FALSE(parse_number_entry(text, value));
	}
	CHECK_FALSE(parse_number_entry(String("(").repeat(1000), value));
	CHECK_EQ(value, 0.5);
}

TEST_CASE("[Scene][Control] Setters refuse what their enum does not have") {
	Button *button = memnew(Button);
	for (const int wrong : { -1, 99 }) {
		const ExpectErrors quiet;
		button->set_mouse_filter(Control::MouseFilter(wrong));
		button->set_default_cursor_shape(Control::CursorShape(wrong));
		button->set_mouse_behavior_recursive(Control::MouseBehaviorRecursive(wrong));
		button->set_focus_behavior_recursive(Control::FocusBehaviorRecursive(wrong));
		button->set_texture_filter(CanvasItem::TextureFilter(wrong));
		button->set_texture_repeat(CanvasItem::TextureRepeat(wrong));
		button->set_clip_children_mode(CanvasItem::ClipChildrenMode(wrong));
		button->set_text_direction(Control::TextDirection(wrong));
	}
	CHECK_EQ(button->get_mouse_filter(), Control::MOUSE_FILTER_STOP);
	CHECK_EQ(button->get_default_cursor_shape(), Control::CURSOR_ARROW);
	CHECK_EQ(button->get_mouse_behavior_recursive(), Control::MOUSE_BEHAVIOR_INHERITED);
	CHECK_EQ(button->get_focus_behavior_recursive(), Control::FOCUS_BEHAVIOR_INHERITED);
	CHECK_EQ(button->get_texture_filter(), CanvasItem::TEXTURE_FILTER_PARENT_NODE);
	CHECK_EQ(button->get_texture_repeat(), CanvasItem::TEXTURE_REPEAT_PARENT_NODE);
	CHECK_EQ(button->get_clip_children_mode(), CanvasItem::CLIP_CHILDREN_DISABLED);
	CHECK_EQ(button->get_text_direction(), Control::TEXT_DIRECTION_AUTO);
	memdelete(button);
}

TEST_CASE("[Scene][Control] The nearest control that decides for all below says whether it has the mouse and the focus") {
	Control *above = memnew(Control);
	Control *middle = memnew(Control);
	Control *below = memnew(Control);
	above->add_child(middle);
	middle->add_child(below);
	below->set_focus_mode(Control::FOCUS_ALL);
	above->set_mouse_behavior_recursive(Control::MOUSE_BEHAVIOR_DISABLED);
	above->set_focus_behavior_recursive(Control::FOCUS_BEHAVIOR_DISABLED);
	CHECK_EQ(below->get_mouse_filter_with_override(), Control::MOUSE_FILTER_IGNORE);
	CHECK_EQ(below->get_focus_mode_with_override(), Control::FOCUS_NONE);
	middle->set_mouse_behavior_recursive(Control::MOUSE_BEHAVIOR_ENABLED);
	middle->set_focus_behavior_recursive(Control::FOCUS_BEHAVIOR_ENABLED);
	CHECK_EQ(below->get_mouse_filter_with_override(), Control::MOUSE_FILTER_STOP);
	CHECK_EQ(below->get_focus_mode_with_override(), Control::FOCUS_ALL);
	memdelete(above);
}

} // namespace TestControl
