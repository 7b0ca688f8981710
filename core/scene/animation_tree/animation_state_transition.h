// AnimationNodeStateMachineTransition: when and how a state machine goes from one state to another.
#pragma once

#include "core/io/resource.h"
#include "core/object/expression.h"
#include "core/scene/resources/curve.h"

class AnimationNodeStateMachineTransition : public Resource {
	GDCLASS(AnimationNodeStateMachineTransition, Resource);

public:
	enum SwitchMode : int {
		SWITCH_MODE_IMMEDIATE,
		SWITCH_MODE_SYNC, // The next state begins where this one stands.
		SWITCH_MODE_AT_END,
	};
	enum AdvanceMode : int {
		ADVANCE_MODE_DISABLED,
		ADVANCE_MODE_ENABLED, // For travel() alone.
		ADVANCE_MODE_AUTO, // By itself, when condition and expression hold.
	};

	void set_switch_mode(SwitchMode p_mode) { switch_mode = p_mode; }
	SwitchMode get_switch_mode() const { return switch_mode; }
	void set_advance_mode(AdvanceMode p_mode) { advance_mode = p_mode; }
	AdvanceMode get_advance_mode() const { return advance_mode; }
	void set_advance_condition(const StringName &p_name);
	StringName get_advance_condition() const { return advance_condition; }
	void set_advance_expression(const String &p_text);
	String get_advance_expression() const { return advance_expression; }
	void set_xfade_time(double p_seconds);
	double get_xfade_time() const { return xfade_time; }
	void set_xfade_curve(const Ref<Curve> &p_curve) { xfade_curve = p_curve; }
	Ref<Curve> get_xfade_curve() const { return xfade_curve; }
	void set_break_loop_at_end(bool p_enabled) { break_loop_at_end = p_enabled; }
	bool is_loop_broken_at_end() const { return break_loop_at_end; }
	void set_reset(bool p_reset) { reset = p_reset; }
	bool is_reset() const { return reset; }
	void set_priority(int p_priority) { priority = p_priority; }
	int get_priority() const { return priority; }
	// True without an expression; false when it fails, which is told once a text.
	bool is_expression_true(Object *p_base);

protected:
	static void _bind_methods();

private:
	SwitchMode switch_mode = SWITCH_MODE_IMMEDIATE;
	AdvanceMode advance_mode = ADVANCE_MODE_ENABLED;
	StringName advance_condition;
	String advance_expression;
	Ref<Expression> parsed;
	bool has_failed = false;
	double xfade_time = 0.0;
	Ref<Curve> xfade_curve;
	bool break_loop_at_end = false;
	bool reset = true;
	int priority = 1;
};

VARIANT_ENUM_CAST(AnimationNodeStateMachineTransition::SwitchMode);
VARIANT_ENUM_CAST(AnimationNodeStateMachineTransition::AdvanceMode);
