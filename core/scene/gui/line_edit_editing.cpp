// Whether the line is being edited, what undoing leads to, and the menu.
#include "core/object/callable_method_pointer.h"
#include "core/object/known/known_answers.h"
#include "core/object/known/known_call.h"
#include "core/object/known/known_classes.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/text_clusters.h"
#include "core/scene/gui/text_menu.h"

// --- Editing ---

void LineEdit::toggle_editing(bool p_editing) {
	editing = p_editing && editable;
	emit_signal(SNAME("editing_toggled"), p_editing);
}

void LineEdit::edit() {
	if (!is_inside_tree()) {
		return;
	}
	if (has_focus()) {
		editing = editable;
	} else {
		grab_focus(); // Which begins it.
	}
}

void LineEdit::unedit() {
	editing = false;
}

void LineEdit::set_editable(bool p_enabled) {
	if (editable == p_enabled) {
		return;
	}
	const bool was_editing = is_editing();
	editable = p_enabled;
	if (p_enabled ? is_inside_tree() && has_focus() : was_editing) {
		toggle_editing(p_enabled);
	}
}

void LineEdit::_notification(int p_what) {
	if (p_what == NOTIFICATION_FOCUS_ENTER) {
		toggle_editing(true);
	} else if (p_what == NOTIFICATION_FOCUS_EXIT && is_editing()) {
		toggle_editing(false);
	}
}

// --- Undo ---

void LineEdit::forget_all_but_now() {
	states.clear();
	undone = -1;
	record();
}

void LineEdit::record() {
	if (undone >= 0) {
		states.resize(uint32_t(undone) + 1);
		undone = -1;
	}
	if (states.size() == MOST_STATES) {
		states.remove_at(0);
	}
	states.push_back({ text, caret_column });
}

void LineEdit::show_state(int p_index) {
	deselect();
	undone = p_index;
	text = states[p_index].text;
	caret_column = states[p_index].caret;
	emit_signal(SNAME("text_changed"), text);
}

// --- Signs of several characters ---

int LineEdit::get_next_composite_character_column(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(text.length()) + 1, -1);
	return int(TextClusters::next(text, p_column));
}

int LineEdit::get_previous_composite_character_column(int p_column) const {
	ERR_FAIL_INDEX_V(p_column, int(text.length()) + 1, -1);
	return int(TextClusters::previous(text, p_column));
}

// --- Menu ---

Object *LineEdit::get_menu() {
	if (menu.is_null()) {
		menu = TextMenu::make(this, callable_mp(this, &LineEdit::menu_option))->get_instance_id();
	}
	return ObjectDB::get_instance(menu);
}

bool LineEdit::is_menu_visible() const {
	const PopupMenu *shown = ObjectDB::get_instance<PopupMenu>(menu);
	return shown && shown->is_visible();
}

#define IMPLEMENT(m_method) KnownClasses::implement("LineEdit", #m_method, KnownCall::of<&LineEdit::m_method>);

void LineEdit::implement_known_methods() {
	IMPLEMENT(edit)
	IMPLEMENT(unedit)
	IMPLEMENT(is_editing)
	IMPLEMENT(has_undo)
	IMPLEMENT(has_redo)
	IMPLEMENT(get_next_composite_character_column)
	IMPLEMENT(get_previous_composite_character_column)
	IMPLEMENT(get_menu)
	IMPLEMENT(is_menu_visible)
	KnownClasses::implement("LineEdit", "has_ime_text", KnownAnswers::give_false);
	KnownClasses::implement("LineEdit", "cancel_ime", KnownAnswers::do_nothing);
	KnownClasses::implement("LineEdit", "apply_ime", KnownAnswers::do_nothing);
	KnownClasses::implement("LineEdit", "get_scroll_offset", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 0.0; });
}
#undef IMPLEMENT
