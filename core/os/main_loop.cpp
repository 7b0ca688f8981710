// The script callbacks of a main loop.
#include "core/os/main_loop.h"

#include "core/object/class_db.h"

#include <limits>

void MainLoop::initialize() {
	GDVIRTUAL_CALL(_initialize);
}

bool MainLoop::physics_process(double p_delta) {
	bool quit = false;
	GDVIRTUAL_CALL(_physics_process, p_delta, quit);
	return quit;
}

bool MainLoop::process(double p_delta) {
	bool quit = false;
	GDVIRTUAL_CALL(_process, p_delta, quit);
	return quit;
}

void MainLoop::finalize() {
	GDVIRTUAL_CALL(_finalize);
}

double MainLoop::get_next_deadline() const {
	return std::numeric_limits<double>::infinity();
}

void MainLoop::_bind_methods() {
	GDVIRTUAL_BIND(_initialize);
	GDVIRTUAL_BIND(_physics_process, "delta");
	GDVIRTUAL_BIND(_process, "delta");
	GDVIRTUAL_BIND(_finalize);
	ADD_SIGNAL(MethodInfo("on_request_permissions_result", PropertyInfo(Variant::STRING, "permission"), PropertyInfo(Variant::BOOL, "granted")));
	BIND_CONSTANT(NOTIFICATION_OS_MEMORY_WARNING);
	BIND_CONSTANT(NOTIFICATION_TRANSLATION_CHANGED);
	BIND_CONSTANT(NOTIFICATION_WM_ABOUT);
	BIND_CONSTANT(NOTIFICATION_CRASH);
	BIND_CONSTANT(NOTIFICATION_OS_IME_UPDATE);
	BIND_CONSTANT(NOTIFICATION_APPLICATION_RESUMED);
	BIND_CONSTANT(NOTIFICATION_APPLICATION_PAUSED);
	BIND_CONSTANT(NOTIFICATION_APPLICATION_FOCUS_IN);
	BIND_CONSTANT(NOTIFICATION_APPLICATION_FOCUS_OUT);
	BIND_CONSTANT(NOTIFICATION_TEXT_SERVER_CHANGED);
}
