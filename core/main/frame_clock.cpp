// The arithmetic of the frame clock.
#include "core/main/frame_clock.h"

#include <cmath>

void FrameClock::start(uint64_t p_now) {
	last_frame = p_now;
	physics_debt = 0.0;
}

uint64_t FrameClock::get_earliest(const Settings &p_settings) const {
	return p_settings.max_fps > 0 ? last_frame + 1000000u / uint64_t(p_settings.max_fps) : last_frame;
}

uint64_t FrameClock::get_due(const Settings &p_settings) const {
	const int fps = p_settings.max_fps > 0 ? p_settings.max_fps : IDLE_FPS;
	uint64_t due = last_frame + 1000000u / uint64_t(fps);
	if (p_settings.max_fps == 0) {
		const double missing = 1.0 / p_settings.physics_ticks_per_second - physics_debt;
		due = MIN(due, last_frame + uint64_t(MAX(missing, 0.0) * 1e6));
	}
	return due;
}

FrameClock::Frame FrameClock::advance(uint64_t p_now, const Settings &p_settings) {
	Frame frame;
	frame.process_step = double(p_now - last_frame) / 1e6;
	frame.physics_step = 1.0 / p_settings.physics_ticks_per_second * p_settings.time_scale;
	last_frame = p_now;
	const double step = 1.0 / p_settings.physics_ticks_per_second;
	physics_debt += frame.process_step;
	// A frame that wakes up a hair early would otherwise leave its step to the next one.
	const double slack = step * 1e-3;
	const double whole_steps = std::floor((physics_debt + slack) / step);
	frame.physics_steps = int(MIN(whole_steps, double(p_settings.max_physics_steps)));
	physics_debt = MAX(physics_debt - whole_steps * step, 0.0);
	frame.physics_fraction = MIN(physics_debt / step, 1.0);
	return frame;
}
