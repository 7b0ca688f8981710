// The countdown of SceneTree.create_timer().
#include "core/scene/main/scene_tree_timer.h"

#include "core/object/class_db.h"

void SceneTreeTimer::start(TimerQueue *p_queue) {
	p_queue->add(this, time_left);
}

void SceneTreeTimer::set_time_left(double p_seconds) {
	time_left = p_seconds;
	if (TimerQueue *queue = get_queue()) {
		queue->add(this, p_seconds);
	}
}

double SceneTreeTimer::get_time_left() const {
	const double left = is_counting() ? get_left() : time_left;
	return left > 0.0 ? left : 0.0;
}

void SceneTreeTimer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_time_left", "time"), &SceneTreeTimer::set_time_left);
	ClassDB::bind_method(D_METHOD("get_time_left"), &SceneTreeTimer::get_time_left);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "time_left", PROPERTY_HINT_NONE, "suffix:s"), "set_time_left", "get_time_left");
	ADD_SIGNAL(MethodInfo("timeout"));
}
