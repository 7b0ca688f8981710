// AnimationNodeTransition: plays one of its inputs, and goes over to another when asked to.
#pragma once

#include "core/scene/animation_tree/animation_mix_nodes.h"
#include "core/scene/resources/curve.h"

class AnimationNodeTransition : public AnimationNodeSync {
	GDCLASS(AnimationNodeTransition, AnimationNodeSync);

public:
	void set_input_count(int p_count);
	void set_input_as_auto_advance(int p_input, bool p_enabled);
	bool is_input_set_as_auto_advance(int p_input) const;
	void set_input_break_loop_at_end(int p_input, bool p_enabled);
	bool is_input_loop_broken_at_end(int p_input) const;
	void set_input_reset(int p_input, bool p_enabled);
	bool is_input_reset(int p_input) const;
	void set_xfade_time(double p_seconds) { xfade_time = p_seconds; }
	double get_xfade_time() const { return xfade_time; }
	void set_xfade_curve(const Ref<Curve> &p_curve) { xfade_curve = p_curve; }
	Ref<Curve> get_xfade_curve() const { return xfade_curve; }
	void set_allow_transition_to_self(bool p_enabled) { allow_transition_to_self = p_enabled; }
	bool is_allow_transition_to_self() const { return allow_transition_to_self; }
	String get_caption() const override { return "Transition"; }

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;

private:
	struct Input {
		bool auto_advance = false;
		bool break_loop_at_end = false;
		bool reset = true;
	};

	LocalVector<Input> settings; // Of each input.
	Ref<Curve> xfade_curve;
	double xfade_time = 0.0;
	bool allow_transition_to_self = false;

	int take_request(int p_current) const;
};
