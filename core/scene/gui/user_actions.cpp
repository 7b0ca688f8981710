// What people do to controls, as functions: the state changes and the signals in the order that a click or a key brings them. Nothing in the engine
// calls them, as nobody sees its controls: they are for programs that show the controls elsewhere and bring back what was done there, and for tests.
#include "core/scene/gui/base_button.h"
#include "core/scene/gui/item_list.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/menu_button.h"
#include "core/scene/gui/option_button.h"
#include "core/scene/gui/popup_menu.h"
#include "core/scene/gui/rich_text_label.h"
#include "core/scene/gui/slider.h"
#include "core/scene/gui/tab_container.h"
#include "core/scene/gui/text_edit.h"
#include "core/scene/gui/tree.h"

static constexpr int LEFT_BUTTON = 1;

void Control::user_focus() {
	if (get_focus_mode() != FOCUS_NONE && is_inside_tree()) {
		grab_focus();
	}
}

// Whatever hears of it may free the button or disable it; then the rest does not happen.
void BaseButton::user_press() {
	if (disabled) {
		return;
	}
	const ObjectID id = get_instance_id();
	const auto is_there = [&id] {
		return ObjectDB::get_instance(id) != nullptr;
	};
	user_focus();
	if (is_there()) {
		emit_signal(SNAME("button_down"));
	}
	if (is_there() && toggle_mode) {
		set_pressed(!button_pressed);
	}
	if (is_there()) {
		GDVIRTUAL_CALL(_pressed);
	}
	if (is_there()) {
		emit_signal(SNAME("pressed"));
	}
	if (is_there()) {
		emit_signal(SNAME("button_up"));
	}
}

void MenuButton::user_press() {
	PopupMenu *menu = get_popup();
	if (is_disabled() || !menu) {
		return;
	}
	if (menu->is_visible()) {
		menu->hide();
	} else {
		show_popup();
	}
}

void LineEdit::user_edit(const String &p_text, int p_caret_column) {
	if (!editable) {
		return;
	}
	const ObjectID id = get_instance_id();
	if (!editing && is_inside_tree() && has_focus()) {
		toggle_editing(true);
	}
	if (!ObjectDB::get_instance(id)) {
		return;
	}
	deselect();
	const String before = text;
	if (states.is_empty()) {
		record();
	}
	text = fitting(p_text, max_length);
	set_caret_column(p_caret_column);
	if (text != before) {
		record();
		emit_signal(SNAME("text_changed"), text);
	}
}

void LineEdit::user_submit() {
	if (!editable) {
		return;
	}
	const ObjectID id = get_instance_id();
	emit_signal(SNAME("text_submitted"), text);
	if (ObjectDB::get_instance(id) && is_editing() && !keep_editing_on_text_submit) {
		toggle_editing(false);
	}
}

void Slider::user_set_value(double p_value) {
	if (!editable) {
		return;
	}
	const ObjectID id = get_instance_id();
	const double before = get_value();
	emit_signal(SNAME("drag_started"));
	if (ObjectDB::get_instance(id)) {
		set_value(p_value);
	}
	if (ObjectDB::get_instance(id)) {
		emit_signal(SNAME("drag_ended"), get_value() != before);
	}
}

void OptionButton::user_select(int p_idx) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	if (is_disabled() || items[p_idx].disabled || items[p_idx].separator || (p_idx == selected && !allow_reselect)) {
		return;
	}
	select(p_idx);
	emit_signal(SNAME("item_selected"), p_idx);
}

void ItemList::user_select(int p_idx, bool p_add) {
	ERR_FAIL_INDEX(p_idx, int(items.size()));
	const ObjectID id = get_instance_id();
	if (items[p_idx].selectable && !items[p_idx].disabled) {
		const bool was_selected = items[p_idx].selected;
		if (select_mode == SELECT_SINGLE) {
			select(p_idx, true);
			if (!was_selected || allow_reselect) {
				emit_signal(SNAME("item_selected"), p_idx);
			}
		} else if (was_selected && (p_add || select_mode == SELECT_TOGGLE)) {
			deselect(p_idx);
			emit_signal(SNAME("multi_selected"), p_idx, false);
		} else {
			select(p_idx, !p_add && select_mode == SELECT_MULTI);
			emit_signal(SNAME("multi_selected"), p_idx, true);
		}
	}
	if (ObjectDB::get_instance(id)) {
		emit_signal(SNAME("item_clicked"), p_idx, Vector2(), LEFT_BUTTON);
	}
}

void TabContainer::user_select(int p_tab_idx) {
	ERR_FAIL_INDEX(p_tab_idx, get_tab_count());
	if (is_tab_disabled(p_tab_idx)) {
		return;
	}
	const ObjectID id = get_instance_id();
	set_current_tab(p_tab_idx);
	if (ObjectDB::get_instance(id)) {
		emit_signal(SNAME("tab_clicked"), p_tab_idx);
	}
}

void PopupMenu::user_select(int p_index) {
	ERR_FAIL_INDEX(p_index, int(items.size()));
	const Item item = items[p_index];
	if (item.disabled || item.separator || item.submenu_node.is_valid() || !item.submenu.is_empty()) {
		return;
	}
	const ObjectID id = get_instance_id();
	emit_signal(SNAME("id_pressed"), item.id);
	if (ObjectDB::get_instance(id)) {
		emit_signal(SNAME("index_pressed"), p_index);
	}
	if (ObjectDB::get_instance(id) && !keeps_open(item)) {
		hide();
	}
}

void Tree::user_select(TreeItem *p_item, int p_column) {
	ERR_FAIL_INDEX(p_column, get_columns());
	ERR_FAIL_COND_MSG(!p_item || p_item->get_tree() != this, "The item is not one of this tree.");
	if (!p_item->is_selectable(p_column) || (select_mode != SELECT_MULTI && !allow_reselect && get_selected() == p_item && p_item->is_selected(p_column))) {
		return;
	}
	if (select_mode != SELECT_MULTI) {
		select_item(p_item, p_column);
		return;
	}
	const ObjectID id = p_item->get_instance_id();
	deselect_items();
	select_item(p_item, p_column);
	emit_signal(SNAME("multi_selected"), ObjectDB::get_instance(id), p_column, true);
}

void RichTextLabel::user_follow(int p_paragraph, int p_run) {
	ERR_FAIL_INDEX(p_paragraph, content.get_paragraph_count());
	const LocalVector<RichText::Run> &runs = content.get_paragraph_runs(p_paragraph);
	ERR_FAIL_INDEX(p_run, int(runs.size()));
	const Variant meta = runs[p_run].style.meta;
	if (meta.get_type() != Variant::NIL) {
		emit_signal(SNAME("meta_clicked"), meta);
	}
}

void TextEdit::user_edit(const String &p_text, int p_caret_line, int p_caret_column) {
	if (!editable) {
		return;
	}
	begin_complex_operation();
	remove_secondary_carets();
	change_to(p_text);
	carets[0].at = carets[0].origin = clamped(p_caret_line, p_caret_column);
	caret_has_moved();
	end_complex_operation();
}
