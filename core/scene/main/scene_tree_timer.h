// SceneTreeTimer: a one-shot timer that the tree counts down and then lets go of.
#pragma once

#include "core/object/ref_counted.h"

class SceneTreeTimer : public RefCounted {
	GDCLASS(SceneTreeTimer, RefCounted);

public:
	struct Settings {
		bool process_always = true; // Counts while the tree is paused, too.
		bool in_physics = false;
		bool ignore_time_scale = false;
	};

	void set_time_left(double p_seconds) { time_left = p_seconds; }
	double get_time_left() const { return time_left > 0.0 ? time_left : 0.0; }
	void set_settings(const Settings &p_settings) { settings = p_settings; }
	const Settings &get_settings() const { return settings; }
	// Counts p_seconds off and answers whether the time is up.
	bool count_down(double p_seconds);

protected:
	static void _bind_methods();

private:
	double time_left = 0.0; // Seconds.
	Settings settings;
};
