// The texts of the menu.
#include "core/scene/gui/text_menu.h"

#include "core/os/memory.h"
#include "core/scene/gui/control.h"

namespace {

struct Insertion {
	char32_t character; // 0: a line between items.
	const char *name;
};
constexpr Insertion INSERTIONS[] = {
	{ 0x200E, "Left-to-Right Mark (LRM)" },
	{ 0x200F, "Right-to-Left Mark (RLM)" },
	{ 0x202A, "Start of Left-to-Right Embedding (LRE)" },
	{ 0x202B, "Start of Right-to-Left Embedding (RLE)" },
	{ 0x202D, "Start of Left-to-Right Override (LRO)" },
	{ 0x202E, "Start of Right-to-Left Override (RLO)" },
	{ 0x202C, "Pop Direction Formatting (PDF)" },
	{ 0, nullptr },
	{ 0x061C, "Arabic Letter Mark (ALM)" },
	{ 0x2066, "Left-to-Right Isolate (LRI)" },
	{ 0x2067, "Right-to-Left Isolate (RLI)" },
	{ 0x2068, "First Strong Isolate (FSI)" },
	{ 0x2069, "Pop Direction Isolate (PDI)" },
	{ 0, nullptr },
	{ 0x200D, "Zero-Width Joiner (ZWJ)" },
	{ 0x200C, "Zero-Width Non-Joiner (ZWNJ)" },
	{ 0x2060, "Word Joiner (WJ)" },
	{ 0x00AD, "Soft Hyphen (SHY)" },
};

PopupMenu *make_submenu(const Callable &p_chosen) {
	PopupMenu *menu = memnew(PopupMenu);
	menu->connect(SNAME("id_pressed"), p_chosen);
	return menu;
}

} // namespace

PopupMenu *TextMenu::make(Control *p_owner, const Callable &p_chosen) {
	PopupMenu *menu = make_submenu(p_chosen);
	p_owner->add_child(menu, false, Node::INTERNAL_MODE_FRONT);
	for (const char *name : { "Cut", "Copy", "Paste" }) {
		menu->add_item(name);
	}
	menu->add_separator(String(), -1);
	menu->add_item("Select All", SELECT_ALL);
	menu->add_item("Clear", CLEAR);
	menu->add_separator(String(), -1);
	menu->add_item("Undo", UNDO);
	menu->add_item("Redo", REDO);
	menu->add_separator(String(), -1);

	PopupMenu *directions = make_submenu(p_chosen);
	int id = DIR_INHERITED;
	for (const char *name : { "Same as Layout Direction", "Auto-Detect Direction", "Left-to-Right", "Right-to-Left" }) {
		directions->add_radio_check_item(name, id++, Key(0));
	}
	menu->add_submenu_node_item("Text Writing Direction", directions, SUBMENU_TEXT_DIR);
	menu->add_separator(String(), -1);
	menu->add_check_item("Display Control Characters", DISPLAY_UCC, Key(0));

	PopupMenu *characters = make_submenu(p_chosen);
	id = INSERT_LRM;
	for (const Insertion &one : INSERTIONS) {
		if (one.character) {
			characters->add_item(one.name, id++);
		} else {
			characters->add_separator(String(), -1);
		}
	}
	menu->add_submenu_node_item("Insert Control Character", characters, SUBMENU_INSERT_UCC);
	return menu;
}

int TextMenu::direction_of(int p_item) {
	switch (p_item) {
		case DIR_INHERITED:
			return Control::TEXT_DIRECTION_INHERITED;
		case DIR_AUTO:
			return Control::TEXT_DIRECTION_AUTO;
		case DIR_LTR:
			return Control::TEXT_DIRECTION_LTR;
		case DIR_RTL:
			return Control::TEXT_DIRECTION_RTL;
		default:
			return -1;
	}
}

char32_t TextMenu::character_of(int p_item) {
	int id = INSERT_LRM;
	for (const Insertion &one : INSERTIONS) {
		if (one.character && id++ == p_item) {
			return one.character;
		}
	}
	return 0;
}
