// SceneTreeTimer: a one-shot timer that the tree counts down and then lets go of.
#pragma once

#include "core/object/ref_counted.h"
#include "core/scene/main/timer_queue.h"

class SceneTreeTimer : public RefCounted, public TimerEntry {
	GDCLASS(SceneTreeTimer, RefCounted);

public:
	void set_time_left(double p_seconds);
	double get_time_left() const;
	void start(TimerQueue *p_queue); // Counts on that queue from now on.

protected:
	static void _bind_methods();

private:
	double time_left = 0.0; // Seconds, while it does not count.
};
