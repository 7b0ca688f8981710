// One frame for each form, made when it is first wanted.
#include "modules/websocket/link/ws_broadcast.h"

#include "core/error/error_macros.h"

WSBroadcast::~WSBroadcast() {
	for (WSSharedFrame *frame : frames) {
		if (frame) {
			frame->unreference();
		}
	}
}

WSSharedFrame *WSBroadcast::get_frame(int p_form) {
	DEV_ASSERT(p_form >= 0 && p_form < WSSession::SHARED_FORMS);
	WSSharedFrame *&frame = frames[p_form];
	if (frame) {
		return frame;
	}
	WSSharedFrame *const made = memnew(WSSharedFrame);
	if (WSSession::write_shared(type, payload, p_form, made->bytes)) {
		frame = made;
		return frame;
	}
	made->unreference(); // It does not get smaller.
	WSSharedFrame *const plain = get_frame(0);
	plain->reference();
	frame = plain;
	return frame;
}
