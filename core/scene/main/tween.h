// Tween: a sequence of steps that change properties and call methods over time. Made by SceneTree or Node.create_tween().
#pragma once

#include "core/scene/main/tweener.h"
#include "core/templates/local_vector.h"

class Node;

// A step holds tweeners that run side by side; the next step begins when the last of them is done. The tree that made the tween
// drives it, once a frame, until it has finished or is killed.
class Tween : public RefCounted {
	GDCLASS(Tween, RefCounted);

public:
	enum TweenProcessMode : int {
		TWEEN_PROCESS_PHYSICS,
		TWEEN_PROCESS_IDLE,
	};

	enum TweenPauseMode : int {
		TWEEN_PAUSE_BOUND, // As the bound node; without one, as STOP.
		TWEEN_PAUSE_STOP,
		TWEEN_PAUSE_PROCESS,
	};

	enum TransitionType : int {
		TRANS_LINEAR = TWEEN_TRANS_LINEAR,
		TRANS_SINE = TWEEN_TRANS_SINE,
		TRANS_QUINT = TWEEN_TRANS_QUINT,
		TRANS_QUART = TWEEN_TRANS_QUART,
		TRANS_QUAD = TWEEN_TRANS_QUAD,
		TRANS_EXPO = TWEEN_TRANS_EXPO,
		TRANS_ELASTIC = TWEEN_TRANS_ELASTIC,
		TRANS_CUBIC = TWEEN_TRANS_CUBIC,
		TRANS_CIRC = TWEEN_TRANS_CIRC,
		TRANS_BOUNCE = TWEEN_TRANS_BOUNCE,
		TRANS_BACK = TWEEN_TRANS_BACK,
		TRANS_SPRING = TWEEN_TRANS_SPRING,
	};

	enum EaseType : int {
		EASE_IN = TWEEN_EASE_IN,
		EASE_OUT = TWEEN_EASE_OUT,
		EASE_IN_OUT = TWEEN_EASE_IN_OUT,
		EASE_OUT_IN = TWEEN_EASE_OUT_IN,
	};

	// --- Building ---
	Ref<PropertyTweener> tween_property(Object *p_object, const NodePath &p_property, const Variant &p_final, double p_duration);
	Ref<IntervalTweener> tween_interval(double p_seconds);
	Ref<CallbackTweener> tween_callback(const Callable &p_callback);
	Ref<MethodTweener> tween_method(const Callable &p_method, const Variant &p_from, const Variant &p_to, double p_duration);
	Ref<SubtweenTweener> tween_subtween(const Ref<Tween> &p_subtween);
	Ref<Tween> bind_node(Node *p_node);
	Ref<Tween> set_process_mode(TweenProcessMode p_mode);
	Ref<Tween> set_pause_mode(TweenPauseMode p_mode);
	Ref<Tween> set_ignore_time_scale(bool p_ignore = true);
	Ref<Tween> set_parallel(bool p_parallel = true);
	Ref<Tween> set_loops(int p_loops = 0); // 0: for ever.
	Ref<Tween> set_speed_scale(double p_speed);
	Ref<Tween> set_trans(TransitionType p_transition);
	Ref<Tween> set_ease(EaseType p_ease);
	Ref<Tween> parallel();
	Ref<Tween> chain();

	// --- Running ---
	bool custom_step(double p_delta);
	void stop();
	void pause() { running = false; }
	void play();
	void kill();
	double get_total_elapsed_time() const { return total_time; } // Seconds.
	bool is_running() const { return running; }
	bool is_valid() const { return valid; }
	int get_loops_left() const; // -1: for ever.
	static Variant interpolate_value(const Variant &p_initial, const Variant &p_delta, double p_elapsed, double p_duration, TransitionType p_transition, EaseType p_ease);

	// --- For the tree and for subtweens ---
	void make_valid() { valid = driven_by_tree = true; }
	bool is_driven_by_tree() const { return driven_by_tree; }
	// It has ended, or another tween drives it from now on.
	void leave_tree() { driven_by_tree = false; }
	TweenProcessMode get_process_mode() const { return process_mode; }
	bool is_ignoring_time_scale() const { return ignore_time_scale; }
	bool can_process(bool p_tree_paused) const;
	// Lets p_delta seconds pass. False when there is nothing left to do; r_unused then says how much time was left.
	bool step(double p_delta, double *r_unused = nullptr);
	void restart() { started = finished = false; }
	bool has_finished() const { return finished; }
	// Finished or killed: lets go of everything.
	void clear();

protected:
	static void _bind_methods();

private:
	LocalVector<LocalVector<Ref<Tweener>>> steps;
	ObjectID bound_node;
	uint32_t current_step = 0;
	int loops = 1; // 0: for ever.
	int loops_done = 0;
	double total_time = 0.0;
	double speed_scale = 1.0;
	TransitionType default_transition = TRANS_LINEAR;
	EaseType default_ease = EASE_IN_OUT;
	TweenProcessMode process_mode = TWEEN_PROCESS_IDLE;
	TweenPauseMode pause_mode = TWEEN_PAUSE_BOUND;
	bool is_bound = false;
	bool valid = false; // Made by a tree and not yet done with.
	bool driven_by_tree = false;
	bool started = false;
	bool running = true;
	bool finished = false;
	bool ignore_time_scale = false;
	bool default_parallel = false;
	bool next_parallel = false;

	bool can_append(const char *p_what) const;
	bool leads_to(const Tween *p_tween) const;
	// A tweener at the end: beside the last one or in a step of its own, as parallel() and chain() said.
	template <typename T>
	Ref<T> append_new();
	TweenCurve curve_of(double p_duration) const;
	void start_step();
	bool run_current_step(double &r_delta);
	bool end_step();
};

VARIANT_ENUM_CAST(Tween::TweenProcessMode);
VARIANT_ENUM_CAST(Tween::TweenPauseMode);
VARIANT_ENUM_CAST(Tween::TransitionType);
VARIANT_ENUM_CAST(Tween::EaseType);
