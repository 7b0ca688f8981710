// The members of TextEdit that the facts declare, and what does their work.
#include "core/object/known/known_answers.h"
#include "core/object/known/known_call.h"
#include "core/object/known/known_classes.h"
#include "core/scene/gui/text_edit.h"

namespace {

using namespace KnownAnswers;

TextEdit *edit_of(Object *p_object) {
	return static_cast<TextEdit *>(p_object);
}

} // namespace

#define IMPLEMENT(m_method) KnownClasses::implement("TextEdit", #m_method, KnownCall::of<&TextEdit::m_method>);

void TextEdit::implement_known_methods() {
	for (const char *name : { "cancel_ime", "apply_ime", "paste_primary_clipboard", "set_search_text", "set_search_flags", "adjust_carets_after_edit" }) {
		KnownClasses::implement("TextEdit", name, do_nothing);
	}
	for (const char *name : { "has_ime_text", "is_dragging_cursor", "is_mouse_over_selection" }) {
		KnownClasses::implement("TextEdit", name, give_false);
	}
	IMPLEMENT(set_overtype_mode_enabled)
	IMPLEMENT(is_overtype_mode_enabled)
	IMPLEMENT(set_tooltip_request_func)
	IMPLEMENT(set_selection_mode)
	IMPLEMENT(get_selection_mode)
	IMPLEMENT(get_menu)
	IMPLEMENT(is_menu_visible)

	IMPLEMENT(add_caret_at_carets)
	IMPLEMENT(collapse_carets)
	IMPLEMENT(begin_multicaret_edit)
	IMPLEMENT(end_multicaret_edit)
	KnownClasses::implement("TextEdit", "is_in_mulitcaret_edit", KnownCall::of<&TextEdit::is_in_multicaret_edit>);
	KnownClasses::implement("TextEdit", "multicaret_edit_ignore_caret", KnownCall::of<&TextEdit::is_caret_ignored>);
	IMPLEMENT(add_selection_for_next_occurrence)
	IMPLEMENT(skip_selection_for_next_occurrence)
	IMPLEMENT(get_selection_at_line_column)
	IMPLEMENT(get_line_ranges_from_carets)
	IMPLEMENT(set_selection_origin_line)
	IMPLEMENT(set_selection_origin_column)
	IMPLEMENT(get_caret_index_edit_order)
	IMPLEMENT(get_selection_line)
	IMPLEMENT(get_selection_column)

	implement_view();
	implement_gutters();
}

void TextEdit::implement_view() {
	IMPLEMENT(get_line_height)
	IMPLEMENT(get_line_width)
	IMPLEMENT(get_line_with_ime)
	IMPLEMENT(get_visible_line_count)
	IMPLEMENT(get_visible_line_count_in_range)
	IMPLEMENT(get_minimap_visible_lines)
	IMPLEMENT(get_first_visible_line)
	IMPLEMENT(get_last_full_visible_line)
	IMPLEMENT(set_line_as_first_visible)
	IMPLEMENT(set_line_as_center_visible)
	IMPLEMENT(set_line_as_last_visible)
	IMPLEMENT(adjust_viewport_to_caret)
	IMPLEMENT(center_viewport_to_caret)
	IMPLEMENT(get_scroll_pos_for_line)
	IMPLEMENT(get_next_visible_line_offset_from)
	IMPLEMENT(get_next_visible_line_index_offset_from)
	IMPLEMENT(get_line_wrap_count)
	IMPLEMENT(get_line_wrap_index_at_column)
	IMPLEMENT(get_line_wrapped_text)
	IMPLEMENT(get_next_composite_character_column)
	IMPLEMENT(get_previous_composite_character_column)
	IMPLEMENT(get_line_column_at_pos)
	IMPLEMENT(get_pos_at_line_column)
	IMPLEMENT(get_rect_at_line_column)
	IMPLEMENT(get_minimap_line_at_pos)
	IMPLEMENT(get_word_at_pos)
	IMPLEMENT(is_caret_visible)
	IMPLEMENT(get_caret_draw_pos)
	KnownClasses::implement("TextEdit", "get_total_visible_line_count", KnownCall::of<&TextEdit::get_line_count>);
	KnownClasses::implement("TextEdit", "get_last_unhidden_line", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = edit_of(p_object)->get_line_count() - 1; });
	KnownClasses::implement("TextEdit", "is_line_wrapped", [](Object *p_object, const Variant **p_args, Variant *r_ret) { *r_ret = edit_of(p_object)->get_line_wrap_count(*p_args[0]) > 0; });
	KnownClasses::implement("TextEdit", "get_local_mouse_pos", [](Object *, const Variant **, Variant *r_ret) { *r_ret = Vector2(); }); // There is no mouse.
	for (const char *name : { "get_caret_wrap_index", "get_last_full_visible_line_wrap_index" }) {
		KnownClasses::implement("TextEdit", name, [](Object *, const Variant **, Variant *r_ret) { *r_ret = 0; });
	}
	KnownClasses::implement("TextEdit", "get_v_scroll_bar", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = edit_of(p_object)->get_bar(true); });
	KnownClasses::implement("TextEdit", "get_h_scroll_bar", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = edit_of(p_object)->get_bar(false); });
}

void TextEdit::implement_gutters() {
	IMPLEMENT(add_gutter)
	IMPLEMENT(remove_gutter)
	IMPLEMENT(get_gutter_count)
	IMPLEMENT(set_gutter_name)
	IMPLEMENT(get_gutter_name)
	IMPLEMENT(set_gutter_type)
	IMPLEMENT(get_gutter_type)
	IMPLEMENT(set_gutter_width)
	IMPLEMENT(get_gutter_width)
	IMPLEMENT(set_gutter_draw)
	IMPLEMENT(is_gutter_drawn)
	IMPLEMENT(set_gutter_clickable)
	IMPLEMENT(is_gutter_clickable)
	IMPLEMENT(set_gutter_overwritable)
	IMPLEMENT(is_gutter_overwritable)
	IMPLEMENT(set_gutter_custom_draw)
	IMPLEMENT(merge_gutters)
	IMPLEMENT(get_total_gutter_width)
	IMPLEMENT(set_line_gutter_metadata)
	IMPLEMENT(get_line_gutter_metadata)
	IMPLEMENT(set_line_gutter_text)
	IMPLEMENT(get_line_gutter_text)
	IMPLEMENT(set_line_gutter_icon)
	IMPLEMENT(get_line_gutter_icon)
	IMPLEMENT(set_line_gutter_item_color)
	IMPLEMENT(get_line_gutter_item_color)
	IMPLEMENT(set_line_gutter_clickable)
	IMPLEMENT(is_line_gutter_clickable)
	IMPLEMENT(set_line_background_color)
	IMPLEMENT(get_line_background_color)
}
#undef IMPLEMENT
