// AnimationNodeStateMachinePlayback: where a state machine stands, and where scripts send it.
#pragma once

#include "core/scene/animation_tree/animation_node.h"
#include "core/scene/animation_tree/animation_node_state_machine.h"

// What scripts ask for happens in the next step of the tree. In a step the current state plays; then transitions are followed until none
// is open or one takes time. A state that has been entered so plays from the next step on.
class AnimationNodeStateMachinePlayback : public Resource {
	GDCLASS(AnimationNodeStateMachinePlayback, Resource);

public:
	void travel(const StringName &p_state, bool p_reset_on_teleport = true);
	void start(const StringName &p_state, bool p_reset = true);
	void next() { next_wanted = true; }
	void stop();
	bool is_playing() const { return playing; }
	StringName get_current_node() const { return current; }
	double get_current_play_position() const { return current_times.position; }
	double get_current_length() const { return current_times.length; }
	StringName get_fading_from_node() const { return fading_from; }
	double get_fading_from_play_position() const { return fading_times.position; }
	double get_fading_from_length() const { return fading_times.length; }
	double get_fading_position() const { return fading_position; }
	double get_fading_length() const { return fading_length; }
	TypedArray<StringName> get_travel_path() const;
	AnimationTimes get_times() const { return given; }

	// One step of p_machine, which stands at p_place and is being processed.
	AnimationTimes process(AnimationNodeStateMachine &p_machine, AnimationPlace &p_place, const AnimationStep &p_step);

protected:
	static void _bind_methods();

private:
	enum Wanted : uint8_t {
		WANTED_NOTHING,
		WANTED_START,
		WANTED_TRAVEL,
		WANTED_STOP,
	};
	struct Next {
		StringName state;
		Ref<AnimationNodeStateMachineTransition> transition;
	};

	StringName current;
	StringName fading_from;
	AnimationTimes current_times;
	AnimationTimes fading_times;
	AnimationTimes given; // To the node around the machine.
	Ref<Curve> fading_curve;
	double fading_position = 0.0;
	double fading_length = 0.0;
	LocalVector<StringName> path;
	StringName wanted_state;
	Wanted wanted = WANTED_NOTHING;
	bool wanted_reset = false;
	bool next_wanted = false;
	bool playing = false;
	bool resets = false; // The current state begins in the next step.
	bool has_synced = false; // It goes on from current_times in the next step.

	void enter(const StringName &p_state, bool p_reset);
	void follow_wish(AnimationNodeStateMachine &p_machine, AnimationPlace &p_place);
	void begin_travel(AnimationNodeStateMachine &p_machine, const StringName &p_to, bool p_reset);
	bool find_next(AnimationNodeStateMachine &p_machine, AnimationPlace &p_place, Next &r_next);
	void go(AnimationNodeStateMachine &p_machine, const Next &p_next, const AnimationStep &p_step);
	void play(AnimationNodeStateMachine &p_machine, const AnimationStep &p_step);
};
