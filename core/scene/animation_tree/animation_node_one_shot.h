// AnimationNodeOneShot: plays its second input once over its first.
#pragma once

#include "core/scene/animation_tree/animation_mix_nodes.h"
#include "core/scene/resources/curve.h"

class AnimationNodeOneShot : public AnimationNodeSync {
	GDCLASS(AnimationNodeOneShot, AnimationNodeSync);

public:
	enum OneShotRequest : int {
		ONE_SHOT_REQUEST_NONE,
		ONE_SHOT_REQUEST_FIRE,
		ONE_SHOT_REQUEST_ABORT,
		ONE_SHOT_REQUEST_FADE_OUT,
	};
	enum MixMode : int {
		MIX_MODE_BLEND,
		MIX_MODE_ADD,
	};

	void set_mix_mode(MixMode p_mode) { mix_mode = p_mode; }
	MixMode get_mix_mode() const { return mix_mode; }
	void set_fadein_time(double p_seconds) { fadein_time = p_seconds; }
	double get_fadein_time() const { return fadein_time; }
	void set_fadein_curve(const Ref<Curve> &p_curve) { fadein_curve = p_curve; }
	Ref<Curve> get_fadein_curve() const { return fadein_curve; }
	void set_fadeout_time(double p_seconds) { fadeout_time = p_seconds; }
	double get_fadeout_time() const { return fadeout_time; }
	void set_fadeout_curve(const Ref<Curve> &p_curve) { fadeout_curve = p_curve; }
	Ref<Curve> get_fadeout_curve() const { return fadeout_curve; }
	void set_break_loop_at_end(bool p_enabled) { break_loop_at_end = p_enabled; }
	bool is_loop_broken_at_end() const { return break_loop_at_end; }
	void set_abort_on_reset(bool p_enabled) { abort_on_reset = p_enabled; }
	bool is_aborted_on_reset() const { return abort_on_reset; }
	void set_autorestart(bool p_enabled) { autorestart = p_enabled; }
	bool has_autorestart() const { return autorestart; }
	void set_autorestart_delay(double p_seconds) { autorestart_delay = p_seconds; }
	double get_autorestart_delay() const { return autorestart_delay; }
	void set_autorestart_random_delay(double p_seconds) { autorestart_random_delay = p_seconds; }
	double get_autorestart_random_delay() const { return autorestart_random_delay; }
	bool has_filter() const override { return true; }
	String get_caption() const override { return "OneShot"; }
	AnimationNodeOneShot();

protected:
	static void _bind_methods();
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;

private:
	struct Shot {
		bool active; // It plays, fading out at last.
		bool internal_active; // It does not fade out yet.
		double fade_in; // Seconds left.
		double fade_out;
		double restart; // Seconds until it fires by itself; negative: never.
		bool starts = false;
	};

	MixMode mix_mode = MIX_MODE_BLEND;
	double fadein_time = 0.0;
	double fadeout_time = 0.0;
	double autorestart_delay = 1.0;
	double autorestart_random_delay = 0.0;
	Ref<Curve> fadein_curve;
	Ref<Curve> fadeout_curve;
	bool break_loop_at_end = false;
	bool abort_on_reset = false;
	bool autorestart = false;

	Shot take_shot(const AnimationStep &p_step);
	void keep_shot(const Shot &p_shot);
	double get_blend(const Shot &p_shot) const;
};

VARIANT_ENUM_CAST(AnimationNodeOneShot::OneShotRequest);
VARIANT_ENUM_CAST(AnimationNodeOneShot::MixMode);
