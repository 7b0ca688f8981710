// Timer: a node that emits `timeout` when its time is up, once or again and again.
#pragma once

#include "core/scene/main/node.h"
#include "core/scene/main/timer_queue.h"

class Timer : public Node, public TimerEntry {
	GDCLASS(Timer, Node);

public:
	enum TimerProcessCallback : int {
		TIMER_PROCESS_PHYSICS,
		TIMER_PROCESS_IDLE,
	};

	void set_wait_time(double p_seconds); // > 0.
	double get_wait_time() const { return wait_time; }
	void set_one_shot(bool p_enabled) { one_shot = p_enabled; }
	bool is_one_shot() const { return one_shot; }
	void set_autostart(bool p_enabled) { autostart = p_enabled; }
	bool has_autostart() const { return autostart; }
	// A positive p_seconds becomes the wait time. Only inside a tree.
	void start(double p_seconds = -1);
	void stop();
	void set_paused(bool p_paused);
	bool is_paused() const { return paused; }
	void set_ignore_time_scale(bool p_ignore);
	bool is_ignoring_time_scale() { return ignore_time_scale; }
	bool is_stopped() const { return get_time_left() <= 0; }
	double get_time_left() const; // Seconds.
	void set_timer_process_callback(TimerProcessCallback p_callback);
	TimerProcessCallback get_timer_process_callback() const { return callback; }

	// Its queue has let it go: the internal callback of this frame emits. p_left: see TimerQueue::take_due(); p_step: of the frame.
	void set_due(double p_left, double p_step);

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	double wait_time = 1.0; // Seconds.
	double time_left = -1.0; // While it does not count. Negative while stopped.
	double due_left = 0.0; // What is left in the frame in which it is due: not above 0.
	TimerProcessCallback callback = TIMER_PROCESS_IDLE;
	bool one_shot = false;
	bool autostart = false;
	bool running = false;
	bool paused = false;
	bool ignore_time_scale = false;
	bool is_due = false;

	void set_counting(bool p_counting);
	void update_counting();
	void run_out();
};

VARIANT_ENUM_CAST(Timer::TimerProcessCallback);
