// When frames are due, how many physics steps they have.
#pragma once

#include "core/main/frame_clock.h"
#include "tests/test_macros.h"

namespace TestFrameClock {

constexpr uint64_t SECOND = 1000000;

TEST_CASE("[Main][FrameClock] Without a limit a frame may run at once and has to run within a sixtieth of a second") {
	FrameClock clock;
	clock.start(5 * SECOND);
	FrameClock::Settings settings;
	CHECK_EQ(clock.get_earliest(settings), 5 * SECOND);
	CHECK_EQ(clock.get_due(settings), 5 * SECOND + SECOND / 60);
}

TEST_CASE("[Main][FrameClock] max_fps holds the next frame back") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	settings.max_fps = 10;
	CHECK_EQ(clock.get_earliest(settings), SECOND / 10);
	CHECK_EQ(clock.get_due(settings), SECOND / 10);
}

TEST_CASE("[Main][FrameClock] A physics step that is due sooner than the frame brings the frame forward") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	settings.physics_ticks_per_second = 1000;
	CHECK_EQ(clock.get_due(settings), SECOND / 1000);
}

TEST_CASE("[Main][FrameClock] Physics steps add up to the time that has passed") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	int steps = 0;
	for (uint64_t now = 0; now <= 3 * SECOND; now += 7001) {
		steps += clock.advance(now, settings).physics_steps;
	}
	CHECK_GE(steps, 179);
	CHECK_LE(steps, 180);
}

TEST_CASE("[Main][FrameClock] A long pause drops the steps beyond the limit instead of carrying them over") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	CHECK_EQ(clock.advance(10 * SECOND, settings).physics_steps, 8);
	CHECK_EQ(clock.advance(10 * SECOND + SECOND / 60, settings).physics_steps, 1);
}

TEST_CASE("[Main][FrameClock] time_scale stretches the physics step, not the frame") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	settings.time_scale = 2.0;
	const FrameClock::Frame frame = clock.advance(SECOND / 60, settings);
	CHECK_EQ(frame.process_step, doctest::Approx(1.0 / 60));
	CHECK_EQ(frame.physics_step, doctest::Approx(2.0 / 60));
	CHECK_EQ(frame.physics_steps, 1);
}

// Frames that each begin a little late; the numbers of frames between physics steps.
static Vector<int> frames_between_steps(const FrameClock::Settings &p_settings, int p_frames) {
	FrameClock clock;
	clock.start(0);
	Vector<int> between;
	int since = 0;
	for (int i = 0; i < p_frames; i++) {
		const uint64_t late = uint64_t(i * 7919 % 400);
		since++;
		if (clock.advance(clock.get_due(p_settings) + late, p_settings).physics_steps > 0) {
			between.push_back(since);
			since = 0;
		}
	}
	return between;
}

TEST_CASE("[Main][FrameClock] Late frames do not push back those that follow") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	settings.max_fps = 100;
	clock.advance(SECOND / 100 + 300, settings);
	CHECK_EQ(clock.get_due(settings), 2 * SECOND / 100);
	clock.advance(SECOND, settings); // Many frames' time is lost.
	CHECK_EQ(clock.get_due(settings), SECOND + SECOND / 100);
}

TEST_CASE("[Main][FrameClock] Physics steps whose rate goes into the frames' run in every nth frame") {
	FrameClock::Settings settings;
	settings.max_fps = 60;
	for (const int ticks : { 60, 30, 20 }) {
		settings.physics_ticks_per_second = ticks;
		const Vector<int> between = frames_between_steps(settings, 2000);
		CHECK_GE(between.size(), 2000 * ticks / 60 - 1);
		for (int i = 0; i < between.size(); i++) {
			CHECK_EQ(between[i], 60 / ticks);
		}
	}
}

TEST_CASE("[Main][FrameClock] Without the jitter fix no physics step runs early") {
	FrameClock clock;
	clock.start(0);
	FrameClock::Settings settings;
	settings.max_fps = 60;
	settings.physics_ticks_per_second = 50;
	settings.physics_jitter_fix = 0.0;
	CHECK_EQ(clock.advance(SECOND / 60, settings).physics_steps, 0);
	settings.physics_jitter_fix = 0.5;
	clock.start(0);
	CHECK_EQ(clock.advance(SECOND / 60, settings).physics_steps, 1);
}

} // namespace TestFrameClock
