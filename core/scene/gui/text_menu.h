// TextMenu: the context menu of fields for text, and what its items stand for.
#pragma once

#include "core/scene/gui/popup_menu.h"

namespace TextMenu {

// As the MenuItems of LineEdit and TextEdit, which are the same numbers.
enum Item : int {
	CUT,
	COPY,
	PASTE,
	CLEAR,
	SELECT_ALL,
	UNDO,
	REDO,
	SUBMENU_TEXT_DIR,
	DIR_INHERITED,
	DIR_AUTO,
	DIR_LTR,
	DIR_RTL,
	DISPLAY_UCC,
	SUBMENU_INSERT_UCC,
	INSERT_LRM,
	INSERT_SHY = 29,
};

// The owner's internal child, with two submenus; p_chosen is called with the item's number. The owner gets it by its id: scripts may free it.
PopupMenu *make(Control *p_owner, const Callable &p_chosen);
int direction_of(int p_item); // A Control::TextDirection, or -1.
char32_t character_of(int p_item); // The control character that it inserts, or 0.

} // namespace TextMenu
