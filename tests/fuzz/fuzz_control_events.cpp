// Events of a viewer, one a line, on controls of each kind: whatever they say, the commands that follow are JSON.
#include "core/io/json.h"
#include "core/scene/gui/accept_dialog.h"
#include "core/scene/gui/check_box.h"
#include "core/scene/gui/control_stream.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/menu_button.h"
#include "core/scene/gui/option_button.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/gui/slider.h"
#include "core/scene/gui/spin_box.h"
#include "core/scene/gui/tab_container.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/tree.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

namespace {

template <typename T>
T *add(Node *p_parent) {
	T *node = memnew(T);
	p_parent->add_child(node);
	return node;
}

// Numbers from 2 up, in this order.
void build(Node *p_root) {
	add<LineEdit>(p_root);
	add<CheckBox>(p_root);
	add<HSlider>(p_root);
	add<TextEdit>(p_root);
	ItemList *list = add<ItemList>(p_root);
	OptionButton *option = add<OptionButton>(p_root);
	for (int i = 0; i < 3; i++) {
		list->add_item(itos(i), Ref<Texture2D>(), true);
		option->add_item(itos(i), i);
	}
	Tree *rows = add<Tree>(p_root);
	TreeItem *first = rows->create_item(nullptr, -1);
	for (int i = 0; i < 3; i++) {
		TreeItem *row = rows->create_item(first, -1);
		row->set_cell_mode(0, TreeItem::CELL_MODE_CHECK);
		row->set_editable(0, true);
	}
	RichTextLabel *label = add<RichTextLabel>(p_root);
	label->set_use_bbcode(true);
	label->set_text("[b]a[/b] [url=x]b[/url]\nc");
	TabContainer *tabs = add<TabContainer>(p_root);
	add<Control>(tabs);
	add<Control>(tabs);
	add<SpinBox>(p_root);
	add<MenuButton>(p_root)->get_popup()->add_item("a");
	add<ConfirmationDialog>(p_root)->show();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	SceneTree *tree = memnew(SceneTree);
	tree->initialize();
	build(tree->get_root());
	ControlStream *stream = memnew(ControlStream(tree));
	tree->process(0.01);
	for (const String &event : fuzz_text(p_data, p_size).split("\n")) {
		stream->take_event(event);
		tree->process(0.01);
		const String commands = stream->take_commands();
		CRASH_COND(!commands.is_empty() && JSON::parse_string(commands).get_type() != Variant::ARRAY);
	}
	memdelete(stream);
	tree->finalize();
	tree->release();
	memdelete(tree);
	return 0;
}
