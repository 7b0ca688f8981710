// A popup's signal.
#include "core/scene/gui/popup.h"

#include "core/object/class_db.h"

void Popup::visibility_changing(bool p_visible) {
	if (!p_visible) {
		emit_signal(SNAME("popup_hide"));
	}
}

void Popup::user_close() {
	const ObjectID id = get_instance_id();
	Window::user_close();
	if (ObjectDB::get_instance(id)) {
		hide();
	}
}

void Popup::_bind_methods() {
	ADD_SIGNAL(MethodInfo("popup_hide"));
}
