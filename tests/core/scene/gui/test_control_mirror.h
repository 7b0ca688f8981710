// What a mirror of the controls hears: everything once, then only what was touched, once a frame.
#pragma once

#include "core/object/class_db.h"
#include "core/scene/gui/accept_dialog.h"
#include "core/scene/gui/box_container.h"
#include "core/scene/gui/button.h"
#include "core/scene/gui/control_mirror.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/label.h"
#include "core/scene/gui/slider.h"
#include "core/scene/gui/theme.h"
#include "core/scene/gui/tree.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace TestControlMirror {

class Recorder final : public ControlMirror {
public:
	Vector<String> heard;
	HashMap<ObjectID, String> names;

	void control_created(Node *p_control, ObjectID p_parent) override {
		names[p_control->get_instance_id()] = p_control->get_name();
		heard.push_back("+" + String(p_control->get_name()) + (p_parent.is_null() ? String() : " in " + names[p_parent]));
	}
	void control_removed(ObjectID p_control) override { heard.push_back("-" + names[p_control]); }
	void children_ordered(ObjectID p_parent, const LocalVector<ObjectID> &p_children) override {
		Vector<String> order;
		for (const ObjectID &id : p_children) {
			order.push_back(names[id]);
		}
		heard.push_back(names[p_parent] + ": " + String(" ").join(order));
	}
	void control_changed(Node *p_control) override { heard.push_back("~" + String(p_control->get_name())); }
	void frame_told() override { heard.push_back("."); }
	String take() {
		const String text = String(", ").join(heard);
		heard.clear();
		return text;
	}
};

struct Stage {
	SceneTree *tree = memnew(SceneTree);
	Recorder mirror;
	ControlTracker *tracker = nullptr;

	template <typename T>
	T *add(Node *p_parent, const char *p_name) {
		T *node = memnew(T);
		node->set_name(String(p_name));
		p_parent->add_child(node);
		return node;
	}
	Window *root() const { return tree->get_root(); }
	String frame() {
		tree->process(0.01);
		return mirror.take();
	}
	void watch() {
		tracker = memnew(ControlTracker(tree, &mirror));
		frame();
	}
	Stage() { tree->initialize(); }
	~Stage() {
		if (tracker) {
			memdelete(tracker);
		}
		tree->finalize();
		memdelete(tree);
	}
};

TEST_CASE("[Scene][ControlMirror] It is told the whole tree, parents first, and then nothing while nothing happens") {
	Stage stage;
	VBoxContainer *box = stage.add<VBoxContainer>(stage.root(), "box");
	Node *between = stage.add<Node>(box, "between");
	stage.add<Label>(between, "label");
	stage.add<Button>(box, "button");
	stage.tracker = memnew(ControlTracker(stage.tree, &stage.mirror));
	CHECK(stage.frame() == "+root, +box in root, +label in box, +button in box, .");
	CHECK(stage.frame() == "");
}

TEST_CASE("[Scene][ControlMirror] Every setter that is bound marks its control, however it is called") {
	Stage stage;
	Label *label = stage.add<Label>(stage.root(), "label");
	HSlider *slider = stage.add<HSlider>(stage.root(), "slider");
	HSlider *other = stage.add<HSlider>(stage.root(), "other");
	Tree *rows = stage.add<Tree>(stage.root(), "rows");
	stage.watch();
	label->call(SNAME("set_text"), "a");
	label->call(SNAME("set_text"), "b");
	CHECK(stage.frame() == "~label, .");
	label->set(SNAME("tooltip_text"), "tip");
	CHECK(stage.frame() == "~label, .");
	label->call(SNAME("get_text"));
	CHECK(stage.frame() == "");
	label->set(SNAME("theme_override_colors/font_color"), Color(1, 0, 0));
	CHECK(stage.frame() == "~label, .");
	slider->share(other);
	slider->call(SNAME("set_value"), 5);
	CHECK(stage.frame().contains("~other"));
	TreeItem *item = Object::cast_to<TreeItem>(rows->call(SNAME("create_item")).operator Object *());
	CHECK(stage.frame() == "~rows, .");
	item->call(SNAME("set_text"), 0, "cell");
	CHECK(stage.frame() == "~rows, .");
	memdelete(item);
	CHECK(stage.frame() == "~rows, .");
}

TEST_CASE("[Scene][ControlMirror] Each class of controls: what is set of a property is heard") {
	for (const char *name : { "Label", "Button", "CheckBox", "LineEdit", "TextEdit", "RichTextLabel", "HSlider", "SpinBox", "ProgressBar", "OptionButton", "ItemList", "Tree", "TabContainer", "GridContainer", "AcceptDialog", "PopupMenu" }) {
		CAPTURE(name);
		Stage stage;
		Node *node = Object::cast_to<Node>(ClassDB::instantiate(StringName(name)));
		REQUIRE(node);
		node->set_name(String("it"));
		stage.root()->add_child(node);
		stage.watch();
		LocalVector<PropertyInfo> list;
		ClassDB::get_property_list(StringName(name), &list, true);
		for (const PropertyInfo &info : list) {
			const ClassDB::PropertySetGet *access = ClassDB::get_property_setget(StringName(name), info.name);
			if (!access || !access->set_method) {
				continue;
			}
			CAPTURE(info.name);
			node->set(info.name, node->get(info.name));
			CHECK(stage.frame().contains("~it"));
		}
	}
}

TEST_CASE("[Scene][ControlMirror] Coming, going and moving") {
	Stage stage;
	VBoxContainer *box = stage.add<VBoxContainer>(stage.root(), "box");
	Label *a = stage.add<Label>(box, "a");
	Label *b = stage.add<Label>(box, "b");
	stage.watch();
	box->move_child(b, 0);
	CHECK(stage.frame() == "box: b a, ~box, .");
	Label *c = stage.add<Label>(box, "c");
	box->move_child(c, 1);
	CHECK(stage.frame() == "+c in box, box: b c a, ~c, ~box, .");
	memdelete(b);
	CHECK(stage.frame() == "-b, ~box, .");
	HBoxContainer *row = stage.add<HBoxContainer>(stage.root(), "row");
	a->reparent(row);
	const String moved = stage.frame();
	CHECK(moved.contains("-a"));
	CHECK(moved.contains("+a in row"));
	box->queue_free();
	CHECK(stage.frame() == "-c, -box, .");
	stage.root()->remove_child(row);
	CHECK(stage.frame() == "-a, -row, .");
	a->set_text("changed outside");
	stage.root()->add_child(row);
	CHECK(stage.frame().begins_with("+row in root, +a in row"));
}

TEST_CASE("[Scene][ControlMirror] What leaves and comes back within a frame is read again") {
	Stage stage;
	Label *label = stage.add<Label>(stage.root(), "label");
	stage.watch();
	stage.root()->remove_child(label);
	label->set_text("other");
	stage.root()->add_child(label);
	CHECK(stage.frame() == "~label, .");
}

TEST_CASE("[Scene][ControlMirror] Focus, visibility and themes of those above are heard") {
	Stage stage;
	VBoxContainer *box = stage.add<VBoxContainer>(stage.root(), "box");
	Button *one = stage.add<Button>(box, "one");
	Button *two = stage.add<Button>(box, "two");
	stage.watch();
	one->grab_focus();
	CHECK(stage.frame() == "~one, .");
	two->grab_focus();
	CHECK(stage.frame() == "~one, ~two, .");
	box->hide();
	const String hidden = stage.frame();
	CHECK(hidden.contains("~box"));
	box->set_theme(Ref<Resource>(memnew(Theme)));
	CHECK(stage.frame() == "~box, ~one, ~two, .");
}

TEST_CASE("[Scene][ControlMirror] Without one nothing is noted") {
	Stage stage;
	stage.watch();
	memdelete(stage.tracker);
	stage.tracker = nullptr;
	CHECK_FALSE(ShownObjects::get_observer());
	stage.add<Label>(stage.root(), "late");
	CHECK(stage.frame() == "");
}

} // namespace TestControlMirror
