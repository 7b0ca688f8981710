// A Timer node in the queues of its tree; it emits in the internal callback of its frame list, at its place among the nodes.
#include "core/scene/main/timer.h"

#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/scene/main/scene_tree.h"

void Timer::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_READY:
			if (autostart) {
				start();
				autostart = false;
			}
			break;
		case NOTIFICATION_ENTER_TREE:
		case NOTIFICATION_UNPAUSED:
			update_counting();
			break;
		case NOTIFICATION_PAUSED:
		case NOTIFICATION_EXIT_TREE:
			set_counting(false);
			break;
		case NOTIFICATION_INTERNAL_PROCESS:
		case NOTIFICATION_INTERNAL_PHYSICS_PROCESS:
			if (is_due) {
				run_out();
			}
			break;
	}
}

void Timer::set_due(double p_left, double p_step) {
	is_due = true;
	due_left = p_left;
	time_left = p_left + p_step; // Until its turn comes, the frame has not passed for it.
}

void Timer::run_out() {
	is_due = false;
	time_left = due_left;
	if (one_shot) {
		stop();
	} else {
		time_left += wait_time; // What is overdue counts for the next round.
		update_counting();
	}
	emit_signal(SNAME("timeout"));
}

void Timer::set_counting(bool p_counting) {
	if (is_counting()) {
		time_left = get_left();
		leave_queue();
	}
	is_due = false;
	if (p_counting) {
		get_tree()->get_timer_queue(callback == TIMER_PROCESS_PHYSICS, ignore_time_scale).add(this, time_left);
	}
}

void Timer::update_counting() {
	set_counting(running && !paused && is_inside_tree() && can_process());
}

double Timer::get_time_left() const {
	const double left = is_counting() ? get_left() : time_left;
	return left > 0 ? left : 0;
}

void Timer::set_ignore_time_scale(bool p_ignore) {
	ignore_time_scale = p_ignore;
	update_counting();
}

void Timer::set_wait_time(double p_seconds) {
	ERR_FAIL_COND_MSG(!(p_seconds > 0), vformat("wait_time must be greater than zero; %s is not.", p_seconds));
	wait_time = p_seconds;
}

void Timer::start(double p_seconds) {
	ERR_FAIL_COND_MSG(!is_inside_tree(), "start: the timer is outside the tree. Add it first, or set autostart.");
	if (p_seconds > 0) {
		set_wait_time(p_seconds);
	}
	set_counting(false);
	time_left = wait_time;
	running = true;
	update_counting();
}

void Timer::stop() {
	set_counting(false);
	time_left = -1;
	running = false;
	autostart = false;
}

void Timer::set_paused(bool p_paused) {
	paused = p_paused;
	update_counting();
}

void Timer::set_timer_process_callback(TimerProcessCallback p_callback) {
	callback = p_callback;
	update_counting();
}

void Timer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_wait_time", "time_sec"), &Timer::set_wait_time);
	ClassDB::bind_method(D_METHOD("get_wait_time"), &Timer::get_wait_time);
	ClassDB::bind_method(D_METHOD("set_one_shot", "enable"), &Timer::set_one_shot);
	ClassDB::bind_method(D_METHOD("is_one_shot"), &Timer::is_one_shot);
	ClassDB::bind_method(D_METHOD("set_autostart", "enable"), &Timer::set_autostart);
	ClassDB::bind_method(D_METHOD("has_autostart"), &Timer::has_autostart);
	ClassDB::bind_method(D_METHOD("start", "time_sec"), &Timer::start, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("stop"), &Timer::stop);
	ClassDB::bind_method(D_METHOD("set_paused", "paused"), &Timer::set_paused);
	ClassDB::bind_method(D_METHOD("is_paused"), &Timer::is_paused);
	ClassDB::bind_method(D_METHOD("set_ignore_time_scale", "ignore"), &Timer::set_ignore_time_scale);
	ClassDB::bind_method(D_METHOD("is_ignoring_time_scale"), &Timer::is_ignoring_time_scale);
	ClassDB::bind_method(D_METHOD("is_stopped"), &Timer::is_stopped);
	ClassDB::bind_method(D_METHOD("get_time_left"), &Timer::get_time_left);
	ClassDB::bind_method(D_METHOD("set_timer_process_callback", "callback"), &Timer::set_timer_process_callback);
	ClassDB::bind_method(D_METHOD("get_timer_process_callback"), &Timer::get_timer_process_callback);
	ADD_SIGNAL(MethodInfo("timeout"));
	ADD_PROPERTY(PropertyInfo(Variant::INT, "process_callback", PROPERTY_HINT_ENUM, "Physics,Idle"), "set_timer_process_callback", "get_timer_process_callback");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "wait_time", PROPERTY_HINT_RANGE, "0.001,4096,0.001,or_greater,exp,suffix:s"), "set_wait_time", "get_wait_time");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "one_shot"), "set_one_shot", "is_one_shot");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "autostart"), "set_autostart", "has_autostart");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "paused", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_paused", "is_paused");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "ignore_time_scale"), "set_ignore_time_scale", "is_ignoring_time_scale");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "time_left", PROPERTY_HINT_NONE, "suffix:s", PROPERTY_USAGE_NONE), "", "get_time_left");
	BIND_ENUM_CONSTANT(TIMER_PROCESS_PHYSICS);
	BIND_ENUM_CONSTANT(TIMER_PROCESS_IDLE);
}
