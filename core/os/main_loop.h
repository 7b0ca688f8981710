// MainLoop: what Main calls every frame until it asks to end. SceneTree is the usual one; scripts may derive their own.
#pragma once

#include "core/object/gdvirtual.h"
#include "core/object/object.h"

class MainLoop : public Object {
	GDCLASS(MainLoop, Object);

public:
	enum {
		NOTIFICATION_OS_MEMORY_WARNING = 2009,
		NOTIFICATION_TRANSLATION_CHANGED = 2010,
		NOTIFICATION_WM_ABOUT = 2011,
		NOTIFICATION_CRASH = 2012,
		NOTIFICATION_OS_IME_UPDATE = 2013,
		NOTIFICATION_APPLICATION_RESUMED = 2014,
		NOTIFICATION_APPLICATION_PAUSED = 2015,
		NOTIFICATION_APPLICATION_FOCUS_IN = 2016,
		NOTIFICATION_APPLICATION_FOCUS_OUT = 2017,
		NOTIFICATION_TEXT_SERVER_CHANGED = 2018,
	};

	// Once, before the first frame.
	virtual void initialize();
	// Fixed step, p_delta in seconds. True ends the program.
	virtual bool physics_process(double p_delta);
	// Once a frame, p_delta in seconds since the last one. True ends the program.
	virtual bool process(double p_delta);
	// Once, after the last frame. Threads that scripts started may still run; the objects they use must live on.
	virtual void finalize();
	// Once, after finalize(), when no thread runs scripts any more: frees what the loop owns.
	virtual void release() {}
	// The process was asked to end from outside (SIGINT, SIGTERM). False refuses.
	virtual bool request_close() { return true; }
	// One of NOTIFICATION_APPLICATION_*, for the loop and whatever it drives.
	virtual void notify_application(int p_notification) { notification(p_notification); }
	// Seconds from the beginning of the last frame until something is due that a sleeping main loop must wake up for; infinity when nothing is.
	virtual double get_next_deadline() const;

protected:
	static void _bind_methods();
	GDVIRTUAL0(_initialize)
	GDVIRTUAL1R(bool, _physics_process, double)
	GDVIRTUAL1R(bool, _process, double)
	GDVIRTUAL0(_finalize)
};
