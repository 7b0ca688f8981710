// Lines, scrolling, selection and the menu.
#include "core/object/callable_method_pointer.h"
#include "core/object/known/known_answers.h"
#include "core/object/known/known_call.h"
#include "core/object/known/known_classes.h"
#include "core/object/message_queue.h"
#include "core/os/memory.h"
#include "core/scene/gui/popup_menu.h"
#include "core/scene/gui/range.h"
#include "core/scene/gui/rich_text_label.h"

// Pixels.
static constexpr int CHARACTER_WIDTH = 8;
static constexpr int MARGIN = 8;

enum : int {
	MENU_COPY,
	MENU_SELECT_ALL,
};

// --- Lines ---

int RichTextLabel::get_visible_line_count() const {
	const Range *shown = ObjectDB::get_instance<Range>(bar);
	const int first = shown ? int(shown->get_value()) / LINE_HEIGHT : 0;
	const int room = MAX((int(get_size().y) - 2 * MARGIN + LINE_HEIGHT - 1) / LINE_HEIGHT, 0);
	return CLAMP(get_line_count() - first, 0, room);
}

int RichTextLabel::get_line_width(int p_line) const {
	return p_line >= 0 && p_line < get_line_count() ? int(MIN(content.get_paragraph_text(p_line).length() * CHARACTER_WIDTH, int64_t(INT32_MAX))) : 0;
}

int RichTextLabel::get_content_width() const {
	int width = 0;
	for (int i = 0; i < get_line_count(); i++) {
		width = MAX(width, get_line_width(i));
	}
	return width;
}

Vector2i RichTextLabel::get_line_range(int p_line) const {
	if (p_line < 0 || p_line >= get_line_count()) {
		return Vector2i();
	}
	int64_t begin = 0;
	for (int i = 0; i < p_line; i++) {
		begin += content.get_paragraph_length(i);
	}
	return Vector2i(int(begin), int(begin + content.get_paragraph_length(p_line)));
}

int RichTextLabel::get_character_line(int p_character) const {
	int64_t end = 0;
	for (int i = 0; p_character >= 0 && i < get_line_count(); i++) {
		end += content.get_paragraph_length(i);
		if (p_character < end) {
			return i;
		}
	}
	return -1;
}

Rect2i RichTextLabel::get_visible_content_rect() const {
	return is_inside_tree() ? Rect2i(MARGIN, MARGIN, get_content_width(), get_content_height()) : Rect2i();
}

// --- Scrolling ---

void RichTextLabel::queue_bar_update() {
	if (!bar_update_queued) {
		bar_update_queued = true;
		MessageQueue::get_singleton()->push_callable(callable_mp(this, &RichTextLabel::update_bar));
	}
}

void RichTextLabel::update_bar() {
	bar_update_queued = false;
	Range *shown = ObjectDB::get_instance<Range>(bar);
	if (!shown) {
		return;
	}
	const double room = MAX(double(get_size().y) - 2 * MARGIN, 0.0);
	const bool is_needed = get_content_height() > room;
	const bool follows = bool(get(SNAME("scroll_following"))) && shown->get_value() >= shown->get_max() - shown->get_page() - 1;
	shown->set_visible(is_needed);
	shown->set_max(is_needed ? get_content_height() : 0);
	shown->set_page(is_needed ? room : 0);
	if (follows) {
		shown->set_value(shown->get_max() - shown->get_page());
	}
}

Object *RichTextLabel::get_v_scroll_bar() {
	if (bar.is_null()) {
		Range *made = cast_to<Range>(::ClassDB::instantiate("VScrollBar"));
		ERR_FAIL_NULL_V(made, nullptr); // A build without the facts of known classes.
		bar = made->get_instance_id();
		made->set_max(0);
		add_child(made, false, INTERNAL_MODE_FRONT);
		update_bar();
	}
	return ObjectDB::get_instance(bar);
}

void RichTextLabel::scroll_to(double p_offset) {
	get_v_scroll_bar();
	update_bar();
	if (Range *shown = ObjectDB::get_instance<Range>(bar)) {
		shown->set_value(p_offset);
	}
}

void RichTextLabel::scroll_to_line(int p_line) {
	scroll_to(double(CLAMP(p_line, 0, MAX(get_line_count() - 1, 0))) * LINE_HEIGHT);
}

void RichTextLabel::scroll_to_selection() {
	if (has_selection()) {
		scroll_to(0);
	}
}

// --- Selection and menu ---

bool RichTextLabel::has_selection() const {
	return selection_end > 0 && bool(get(SNAME("selection_enabled")));
}

void RichTextLabel::select_all() {
	selection_end = bool(get(SNAME("selection_enabled"))) ? content.get_text().length() : 0;
}

void RichTextLabel::menu_option(int p_option) {
	if (p_option == MENU_SELECT_ALL) {
		select_all();
	}
}

Object *RichTextLabel::get_menu() {
	if (menu.is_null()) {
		PopupMenu *made = memnew(PopupMenu);
		menu = made->get_instance_id();
		made->add_item("Copy", MENU_COPY);
		made->add_item("Select All", MENU_SELECT_ALL);
		made->connect(SNAME("id_pressed"), callable_mp(this, &RichTextLabel::menu_option));
		add_child(made, false, INTERNAL_MODE_FRONT);
	}
	return ObjectDB::get_instance(menu);
}

bool RichTextLabel::is_menu_visible() const {
	const PopupMenu *shown = ObjectDB::get_instance<PopupMenu>(menu);
	return shown && shown->is_visible();
}

// --- Pictures and tables ---

void RichTextLabel::add_image(const Ref<Texture2D> &p_image, int p_width, int p_height) {
	ERR_FAIL_COND_MSG(p_image.is_null(), "add_image: there is no picture.");
	ERR_FAIL_COND_MSG(p_width < 0 || p_height < 0, "add_image: a picture's width and height are at least 0, which is its own.");
	edit().add_object();
}

void RichTextLabel::check_table() const {
	ERR_FAIL_COND_MSG(!content.is_open_innermost(RichText::TABLE), "This is set between push_table() and push_cell().");
}

void RichTextLabel::check_cell() const {
	ERR_FAIL_COND_MSG(!content.is_open_innermost(RichText::CELL), "This is set between push_cell() and its pop().");
}

#define IMPLEMENT(m_method) KnownClasses::implement("RichTextLabel", #m_method, KnownCall::of<&RichTextLabel::m_method>);

void RichTextLabel::implement_known_methods() {
	IMPLEMENT(get_line_count)
	IMPLEMENT(get_visible_line_count)
	IMPLEMENT(get_content_height)
	IMPLEMENT(get_content_width)
	IMPLEMENT(get_line_height)
	IMPLEMENT(get_line_width)
	IMPLEMENT(get_line_offset)
	IMPLEMENT(get_line_range)
	IMPLEMENT(get_character_line)
	IMPLEMENT(get_visible_content_rect)
	IMPLEMENT(scroll_to_line)
	IMPLEMENT(scroll_to_selection)
	IMPLEMENT(get_v_scroll_bar)
	IMPLEMENT(select_all)
	IMPLEMENT(deselect)
	IMPLEMENT(get_selection_from)
	IMPLEMENT(get_selection_to)
	IMPLEMENT(get_selection_line_offset)
	IMPLEMENT(get_selected_text)
	IMPLEMENT(menu_option)
	IMPLEMENT(get_menu)
	IMPLEMENT(is_menu_visible)
	IMPLEMENT(add_image)
	KnownClasses::implement("RichTextLabel", "get_character_paragraph", KnownCall::of<&RichTextLabel::get_character_line>);
	KnownClasses::implement("RichTextLabel", "get_visible_paragraph_count", KnownCall::of<&RichTextLabel::get_visible_line_count>);
	KnownClasses::implement("RichTextLabel", "get_paragraph_offset", KnownCall::of<&RichTextLabel::get_line_offset>);
	KnownClasses::implement("RichTextLabel", "scroll_to_paragraph", KnownCall::of<&RichTextLabel::scroll_to_line>);
	for (const char *name : { "set_table_column_expand", "set_table_column_name" }) {
		KnownClasses::implement("RichTextLabel", name, KnownCall::of<&RichTextLabel::check_table>);
	}
	for (const char *name : { "set_cell_row_background_color", "set_cell_border_color", "set_cell_size_override", "set_cell_padding" }) {
		KnownClasses::implement("RichTextLabel", name, KnownCall::of<&RichTextLabel::check_cell>);
	}
	// Sizes and colours of pictures are not kept, and effects have nothing to change.
	for (const char *name : { "update_image", "reload_effects" }) {
		KnownClasses::implement("RichTextLabel", name, KnownAnswers::do_nothing);
	}
}
#undef IMPLEMENT
