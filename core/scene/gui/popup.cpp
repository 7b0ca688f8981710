// A popup's signal.
#include "core/scene/gui/popup.h"

#include "core/object/class_db.h"

void Popup::visibility_changing(bool p_visible) {
	if (!p_visible) {
		emit_signal(SNAME("popup_hide"));
	}
}

void Popup::_bind_methods() {
	ADD_SIGNAL(MethodInfo("popup_hide"));
}
