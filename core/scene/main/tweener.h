// The parts of a Tween: each does one thing for a while.
#pragma once

#include "core/math/tween_easing.h"
#include "core/object/object.h"
#include "core/object/ref_counted.h"
#include "core/string/node_path.h"
#include "core/variant/callable.h"

class Tween;

class Tweener : public RefCounted {
	GDCLASS(Tweener, RefCounted);

public:
	// Its step of the tween begins (again, with loops).
	virtual void start() { elapsed = 0.0; }
	// Takes up to r_delta seconds and leaves in it what it did not need. False once it is done.
	virtual bool step(double &r_delta) = 0;

protected:
	static void _bind_methods();
	double elapsed = 0.0; // Seconds since start().
	// The common end of a tweener that takes p_total seconds: the rest of the time goes on to the next one.
	bool finish(double p_total, double &r_delta);
};

// The curve, delay and length that property and method tweeners share.
struct TweenCurve {
	TweenTransition transition = TWEEN_TRANS_LINEAR;
	TweenEase ease = TWEEN_EASE_IN_OUT;
	double delay = 0.0; // Seconds.
	double duration = 0.0; // Seconds.

	double get_total() const { return delay + duration; }
	// How far the value is p_elapsed seconds after the start, delay included.
	double get_fraction(double p_elapsed) const;
	double get_time_share(double p_elapsed) const; // The same before easing, 0 to 1.
};

class PropertyTweener : public Tweener {
	GDCLASS(PropertyTweener, Tweener);

public:
	void set_up(Object *p_target, const Vector<StringName> &p_property, const Variant &p_final, const TweenCurve &p_curve);
	Ref<PropertyTweener> from(const Variant &p_value);
	Ref<PropertyTweener> from_current();
	Ref<PropertyTweener> as_relative();
	Ref<PropertyTweener> set_trans(int p_transition);
	Ref<PropertyTweener> set_ease(int p_ease);
	Ref<PropertyTweener> set_custom_interpolator(const Callable &p_method);
	Ref<PropertyTweener> set_delay(double p_seconds);
	void start() override;
	bool step(double &r_delta) override;

protected:
	static void _bind_methods();

private:
	ObjectID target;
	Vector<StringName> property;
	Variant initial;
	Variant final;
	Variant wanted; // As given: a delta when relative.
	TweenCurve curve;
	Callable interpolator;
	bool starts_at_current = true; // False after from().
	bool relative = false;
	bool initial_known = false;

	void take_initial(Object *p_object);
};

class IntervalTweener : public Tweener {
	GDCLASS(IntervalTweener, Tweener);

public:
	void set_up(double p_seconds) { duration = p_seconds; }
	bool step(double &r_delta) override;

private:
	double duration = 0.0; // Seconds.
};

class CallbackTweener : public Tweener {
	GDCLASS(CallbackTweener, Tweener);

public:
	void set_up(const Callable &p_callback) { callback = p_callback; }
	Ref<CallbackTweener> set_delay(double p_seconds);
	bool step(double &r_delta) override;

protected:
	static void _bind_methods();

private:
	Callable callback;
	double delay = 0.0; // Seconds.
};

class MethodTweener : public Tweener {
	GDCLASS(MethodTweener, Tweener);

public:
	void set_up(const Callable &p_method, const Variant &p_from, const Variant &p_to, const TweenCurve &p_curve);
	Ref<MethodTweener> set_delay(double p_seconds);
	Ref<MethodTweener> set_trans(int p_transition);
	Ref<MethodTweener> set_ease(int p_ease);
	bool step(double &r_delta) override;

protected:
	static void _bind_methods();

private:
	Callable method;
	Variant initial;
	Variant final;
	TweenCurve curve;
};

class SubtweenTweener : public Tweener {
	GDCLASS(SubtweenTweener, Tweener);

public:
	void set_up(const Ref<Tween> &p_subtween);
	const Tween *get_subtween() const;
	Ref<SubtweenTweener> set_delay(double p_seconds);
	void start() override;
	bool step(double &r_delta) override;
	SubtweenTweener();
	~SubtweenTweener() override;

protected:
	static void _bind_methods();

private:
	Ref<Tween> *subtween; // By pointer: Tween is declared after its parts.
	double delay = 0.0; // Seconds.
};
