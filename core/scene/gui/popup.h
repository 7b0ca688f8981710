// Popup: a window that waits to be shown and says when it goes.
#pragma once

#include "core/scene/main/window.h"

class Popup : public Window {
	GDCLASS(Popup, Window);

public:
	Popup() { start_hidden(); }
	void user_close() override; // A click beside it, or Escape.

protected:
	static void _bind_methods();
	void visibility_changing(bool p_visible) override;
};
