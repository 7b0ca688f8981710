// Decides when frames run: how long to sleep, how many physics steps a frame has, how much time each is told.
#pragma once

#include "core/typedefs.h"

// Pure arithmetic on a monotonic clock that the caller reads; all times in microseconds unless a name says seconds.
class FrameClock {
public:
	struct Settings {
		int max_fps = 0; // 0: no upper limit; without events a frame then runs every 1/60 s.
		int physics_ticks_per_second = 60;
		int max_physics_steps = 8; // In one frame; what is beyond is dropped, so that a slow frame does not snowball.
		double physics_jitter_fix = 0.5; // How far from its time a step may run, in steps, to run in the nearest frame. 0: never early.
		double time_scale = 1.0;
	};

	struct Frame {
		double process_step = 0.0; // Seconds since the last frame, unscaled.
		double physics_step = 0.0; // Seconds of one physics step, scaled.
		int physics_steps = 0;
		double physics_fraction = 0.0; // How far time has got into the next step, 0 to 1.
	};

	static constexpr int IDLE_FPS = 60;

	void start(uint64_t p_now);
	// The earliest moment the next frame may run: later than now only under max_fps.
	uint64_t get_earliest(const Settings &p_settings) const;
	// The moment the next frame has to run though nothing happened.
	uint64_t get_due(const Settings &p_settings) const;
	uint64_t get_last_frame() const { return last_frame; } // The moment it began.
	// Accounts for a frame that runs now.
	Frame advance(uint64_t p_now, const Settings &p_settings);

private:
	// Under max_fps: when the next frame's turn is. Frames keep to a grid, or each late one would push back all that follow.
	double get_next_turn(const Settings &p_settings) const { return last_turn + 1e6 / p_settings.max_fps; }
	double get_slack(const Settings &p_settings) const;

	uint64_t last_frame = 0;
	double last_turn = 0.0; // When the last frame should have begun.
	double physics_debt = 0.0; // Seconds not yet given to physics, unscaled: each step is told time_scale times its length. Below 0 after an early step.
};
