// A ControlStream whose viewer is the page (library_estragon_ui.js).
#include "platform/web/controls_web.h"

#include "core/os/memory.h"
#include "core/scene/gui/control_stream.h"
#include "core/scene/main/scene_tree.h"

#include <emscripten/emscripten.h>

static ControlStream *stream = nullptr;
static Vector<uint8_t> event;

extern "C" {
int estragon_js_open_viewer();
void estragon_js_show(const char *p_text);
void estragon_js_take_events();

// Where the page writes the UTF-8 bytes of the event that estragon_take_event() takes.
EMSCRIPTEN_KEEPALIVE uint8_t *estragon_make_event_room(int p_size) {
	event.resize(p_size);
	return event.ptrw();
}

EMSCRIPTEN_KEEPALIVE void estragon_take_event() {
	if (stream) {
		stream->take_event(String::utf8(reinterpret_cast<const char *>(event.ptr()), event.size()));
	}
}
}

namespace WebControls {

void open(MainLoop *p_loop) {
	SceneTree *tree = Object::cast_to<SceneTree>(p_loop);
	if (tree && estragon_js_open_viewer()) {
		stream = memnew(ControlStream(tree));
	}
}

void take_events() {
	if (stream) {
		estragon_js_take_events();
	}
}

void show() {
	if (stream && stream->has_commands()) {
		estragon_js_show(stream->take_commands().utf8().get_data());
	}
}

void close() {
	if (stream) {
		memdelete(stream);
		stream = nullptr;
	}
}

} // namespace WebControls
