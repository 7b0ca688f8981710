// The arithmetic of the frame clock.
#include "core/main/frame_clock.h"

#include <cmath>

void FrameClock::start(uint64_t p_now) {
	last_frame = p_now;
	last_turn = double(p_now);
	physics_debt = 0.0;
}

uint64_t FrameClock::get_earliest(const Settings &p_settings) const {
	return p_settings.max_fps > 0 ? MAX(last_frame, uint64_t(get_next_turn(p_settings))) : last_frame;
}

uint64_t FrameClock::get_due(const Settings &p_settings) const {
	if (p_settings.max_fps > 0) {
		return get_earliest(p_settings);
	}
	const double missing = 1.0 / p_settings.physics_ticks_per_second - physics_debt;
	return last_frame + MIN(1000000u / uint64_t(IDLE_FPS), uint64_t(MAX(missing, 0.0) * 1e6));
}

// How early a physics step may run, in seconds.
double FrameClock::get_slack(const Settings &p_settings) const {
	const double step = 1.0 / p_settings.physics_ticks_per_second;
	// A frame that wakes up a hair early would otherwise leave its step to the next one.
	const double least = step * 1e-3;
	// Where frames are few, the nearest to the step's time has it: a rate that goes into the frames' evenly then runs evenly.
	const double nearest = p_settings.max_fps > 0 ? 0.5 / p_settings.max_fps : 0.0;
	return MAX(least, MIN(nearest, step * p_settings.physics_jitter_fix));
}

FrameClock::Frame FrameClock::advance(uint64_t p_now, const Settings &p_settings) {
	Frame frame;
	frame.process_step = double(p_now - last_frame) / 1e6;
	frame.physics_step = 1.0 / p_settings.physics_ticks_per_second * p_settings.time_scale;
	last_frame = p_now;
	if (p_settings.max_fps > 0) {
		// After a whole frame's time is lost, the grid begins anew: nothing is caught up with.
		const double turn = get_next_turn(p_settings);
		last_turn = double(p_now) - turn < 1e6 / p_settings.max_fps ? turn : double(p_now);
	} else {
		last_turn = double(p_now);
	}
	const double step = 1.0 / p_settings.physics_ticks_per_second;
	physics_debt += frame.process_step;
	const double whole_steps = MAX(std::floor((physics_debt + get_slack(p_settings)) / step), 0.0);
	frame.physics_steps = int(MIN(whole_steps, double(p_settings.max_physics_steps)));
	physics_debt -= whole_steps * step;
	frame.physics_fraction = CLAMP(physics_debt / step, 0.0, 1.0);
	return frame;
}
