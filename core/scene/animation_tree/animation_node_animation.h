// AnimationNodeAnimation: plays one animation.
#pragma once

#include "core/scene/animation_tree/animation_node.h"

class AnimationNodeAnimation : public AnimationRootNode {
	GDCLASS(AnimationNodeAnimation, AnimationRootNode);

public:
	enum PlayMode : int {
		PLAY_MODE_FORWARD,
		PLAY_MODE_BACKWARD,
	};

	void set_animation(const StringName &p_name);
	StringName get_animation() const { return animation; }
	void set_play_mode(PlayMode p_mode) { play_mode = p_mode; }
	PlayMode get_play_mode() const { return play_mode; }
	void set_advance_on_start(bool p_enabled) { advance_on_start = p_enabled; }
	bool is_advance_on_start() const { return advance_on_start; }
	// A length and a loop of its own, into which the animation is laid from start_offset on, stretched or not.
	void set_use_custom_timeline(bool p_enabled);
	bool is_using_custom_timeline() const { return use_custom_timeline; }
	void set_timeline_length(double p_seconds) { timeline_length = p_seconds; }
	double get_timeline_length() const { return timeline_length; }
	void set_stretch_time_scale(bool p_enabled) { stretch_time_scale = p_enabled; }
	bool is_stretching_time_scale() const { return stretch_time_scale; }
	void set_start_offset(double p_seconds) { start_offset = p_seconds; }
	double get_start_offset() const { return start_offset; }
	void set_loop_mode(Animation::LoopMode p_mode) { loop_mode = p_mode; }
	Animation::LoopMode get_loop_mode() const { return loop_mode; }
	String get_caption() const override { return "Animation"; }

protected:
	static void _bind_methods();
	void _validate_property(PropertyInfo &p_property) const;
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;

private:
	StringName animation;
	PlayMode play_mode = PLAY_MODE_FORWARD;
	Animation::LoopMode loop_mode = Animation::LOOP_NONE;
	bool advance_on_start = false;
	bool use_custom_timeline = false;
	bool stretch_time_scale = true;
	double timeline_length = 1.0;
	double start_offset = 0.0;

	void play_on_timeline(const AnimationStep &p_step, double p_before, double p_position, double p_length, bool p_backward, Animation::LoopedFlag p_looped);
};

VARIANT_ENUM_CAST(AnimationNodeAnimation::PlayMode);
