// Building and running tweens.
#include "core/scene/main/tween.h"

#include "core/object/class_db.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"
#include "core/templates/hash_set.h"
#include "core/variant/variant_blend.h"

bool Tween::can_append(const char *p_what) const {
	ERR_FAIL_COND_V_MSG(!valid, false, vformat("%s: this tween is over, or was not made by create_tween() of a node or of the tree.", p_what));
	ERR_FAIL_COND_V_MSG(started, false, vformat("%s: the tween has begun; add its steps before, or after stop().", p_what));
	return true;
}

template <typename T>
Ref<T> Tween::append_new() {
	Ref<T> tweener;
	tweener.instantiate();
	if (!next_parallel || steps.is_empty()) {
		steps.push_back(LocalVector<Ref<Tweener>>());
	}
	next_parallel = default_parallel;
	steps[steps.size() - 1].push_back(tweener);
	return tweener;
}

TweenCurve Tween::curve_of(double p_duration) const {
	return TweenCurve{ TweenTransition(default_transition), TweenEase(default_ease), 0.0, p_duration };
}

Ref<PropertyTweener> Tween::tween_property(Object *p_object, const NodePath &p_property, const Variant &p_final, double p_duration) {
	ERR_FAIL_NULL_V_MSG(p_object, Ref<PropertyTweener>(), "tween_property: the object is null.");
	if (!can_append("tween_property")) {
		return Ref<PropertyTweener>();
	}
	const Vector<StringName> path = p_property.get_as_property_path().get_subnames();
	bool known = false;
	const Variant current = p_object->get_indexed(path, &known);
	ERR_FAIL_COND_V_MSG(!known, Ref<PropertyTweener>(), vformat("tween_property: there is no property \"%s\" in %s.", p_property, p_object->to_string()));
	Variant final = p_final;
	if (current.get_type() == Variant::FLOAT && final.get_type() == Variant::INT) {
		final = double(final);
	}
	ERR_FAIL_COND_V_MSG(current.get_type() != final.get_type() && !(current.get_type() == Variant::INT && final.get_type() == Variant::FLOAT), Ref<PropertyTweener>(), vformat("tween_property: \"%s\" is of type %s, the final value of type %s.", p_property, Variant::get_type_name(current.get_type()), Variant::get_type_name(final.get_type())));
	const Ref<PropertyTweener> tweener = append_new<PropertyTweener>();
	tweener->set_up(p_object, path, final, curve_of(p_duration));
	return tweener;
}

Ref<IntervalTweener> Tween::tween_interval(double p_seconds) {
	if (!can_append("tween_interval")) {
		return Ref<IntervalTweener>();
	}
	const Ref<IntervalTweener> tweener = append_new<IntervalTweener>();
	tweener->set_up(p_seconds);
	return tweener;
}

Ref<CallbackTweener> Tween::tween_callback(const Callable &p_callback) {
	if (!can_append("tween_callback")) {
		return Ref<CallbackTweener>();
	}
	const Ref<CallbackTweener> tweener = append_new<CallbackTweener>();
	tweener->set_up(p_callback);
	return tweener;
}

Ref<MethodTweener> Tween::tween_method(const Callable &p_method, const Variant &p_from, const Variant &p_to, double p_duration) {
	if (!can_append("tween_method")) {
		return Ref<MethodTweener>();
	}
	const bool numbers = p_from.is_num() && p_to.is_num();
	ERR_FAIL_COND_V_MSG(p_from.get_type() != p_to.get_type() && !numbers, Ref<MethodTweener>(), "tween_method: both values must be of one type.");
	const Ref<MethodTweener> tweener = append_new<MethodTweener>();
	tweener->set_up(p_method, p_from, p_to, curve_of(p_duration));
	return tweener;
}

// Over any number of tweens between them; each is looked at once.
bool Tween::leads_to(const Tween *p_tween) const {
	LocalVector<const Tween *> found;
	HashSet<const Tween *> known;
	found.push_back(this);
	known.insert(this);
	for (uint32_t at = 0; at < found.size(); at++) {
		for (const LocalVector<Ref<Tweener>> &step : found[at]->steps) {
			for (const Ref<Tweener> &tweener : step) {
				const SubtweenTweener *part = Object::cast_to<SubtweenTweener>(tweener.ptr());
				if (part && part->get_subtween() == p_tween) {
					return true;
				}
				if (part && !known.has(part->get_subtween())) {
					known.insert(part->get_subtween());
					found.push_back(part->get_subtween());
				}
			}
		}
	}
	return false;
}

Ref<SubtweenTweener> Tween::tween_subtween(const Ref<Tween> &p_subtween) {
	ERR_FAIL_COND_V_MSG(p_subtween.is_null() || p_subtween.ptr() == this, Ref<SubtweenTweener>(), "tween_subtween: another tween is needed.");
	ERR_FAIL_COND_V_MSG(p_subtween->leads_to(this), Ref<SubtweenTweener>(), "tween_subtween: this tween is already a part of the one that is to become its part; neither could ever end.");
	if (!can_append("tween_subtween")) {
		return Ref<SubtweenTweener>();
	}
	p_subtween->leave_tree();
	const Ref<SubtweenTweener> tweener = append_new<SubtweenTweener>();
	tweener->set_up(p_subtween);
	return tweener;
}

Ref<Tween> Tween::bind_node(Node *p_node) {
	ERR_FAIL_NULL_V_MSG(p_node, this, "bind_node: the node is null.");
	bound_node = p_node->get_instance_id();
	is_bound = true;
	return this;
}

Ref<Tween> Tween::set_process_mode(TweenProcessMode p_mode) {
	process_mode = p_mode;
	return this;
}

Ref<Tween> Tween::set_pause_mode(TweenPauseMode p_mode) {
	pause_mode = p_mode;
	return this;
}

Ref<Tween> Tween::set_ignore_time_scale(bool p_ignore) {
	ignore_time_scale = p_ignore;
	return this;
}

Ref<Tween> Tween::set_parallel(bool p_parallel) {
	default_parallel = p_parallel;
	next_parallel = p_parallel;
	return this;
}

Ref<Tween> Tween::set_loops(int p_loops) {
	loops = MAX(p_loops, 0);
	return this;
}

Ref<Tween> Tween::set_speed_scale(double p_speed) {
	speed_scale = p_speed;
	return this;
}

Ref<Tween> Tween::set_trans(TransitionType p_transition) {
	default_transition = p_transition;
	return this;
}

Ref<Tween> Tween::set_ease(EaseType p_ease) {
	default_ease = p_ease;
	return this;
}

Ref<Tween> Tween::parallel() {
	next_parallel = true;
	return this;
}

Ref<Tween> Tween::chain() {
	next_parallel = false;
	return this;
}

int Tween::get_loops_left() const {
	return loops == 0 ? -1 : loops - loops_done;
}

void Tween::stop() {
	started = false;
	running = false;
	finished = false;
	total_time = 0.0;
}

void Tween::play() {
	ERR_FAIL_COND_MSG(!valid, "play: this tween is over.");
	running = true;
}

void Tween::kill() {
	running = false;
	clear();
}

void Tween::clear() {
	valid = false;
	steps.clear();
}

bool Tween::can_process(bool p_tree_paused) const {
	if (is_bound && pause_mode == TWEEN_PAUSE_BOUND) {
		const Node *node = ObjectDB::get_instance<Node>(bound_node);
		return !node || (node->is_inside_tree() && node->can_process());
	}
	return !p_tree_paused || pause_mode == TWEEN_PAUSE_PROCESS;
}

bool Tween::custom_step(double p_delta) {
	const bool was_running = running;
	running = true;
	const bool more = step(p_delta);
	running = running && was_running;
	return more;
}

void Tween::start_step() {
	for (const Ref<Tweener> &tweener : steps[current_step]) {
		tweener->start();
	}
}

// Lets r_delta seconds pass for the tweeners of this step; what the slowest leaves over remains in r_delta. False when all are done.
bool Tween::run_current_step(double &r_delta) {
	bool active = false;
	double rest = r_delta;
	const LocalVector<Ref<Tweener>> tweeners = steps[current_step]; // Callbacks may kill the tween.
	for (const Ref<Tweener> &tweener : tweeners) {
		double share = r_delta;
		active = tweener->step(share) || active;
		rest = MIN(rest, share);
	}
	r_delta = rest;
	return active;
}

// Goes on to the next step or loop. False at the very end.
bool Tween::end_step() {
	emit_signal(SNAME("step_finished"), int64_t(current_step));
	if (!valid) {
		return false;
	}
	current_step++;
	if (current_step < steps.size()) {
		start_step();
		return true;
	}
	loops_done++;
	if (loops_done == loops) {
		running = false;
		finished = true;
		emit_signal(SNAME("finished"));
		return false;
	}
	emit_signal(SNAME("loop_finished"), int64_t(loops_done));
	if (!valid) {
		return false;
	}
	current_step = 0;
	start_step();
	return true;
}

bool Tween::step(double p_delta, double *r_unused) {
	if (!valid || finished || (is_bound && !ObjectDB::get_instance(bound_node))) {
		return false;
	}
	if (!running) {
		return true;
	}
	if (!started) {
		ERR_FAIL_COND_V_MSG(steps.is_empty(), false, "The tween has no steps. Give it some with tween_property() and the like, or do not create it.");
		started = true;
		current_step = 0;
		loops_done = 0;
		total_time = 0.0;
		start_step();
	}
	double rest = p_delta * speed_scale;
	total_time += rest;
	double at_loop_start = rest;
	while (rest >= 0.0 && running) {
		if (run_current_step(rest)) {
			break;
		}
		const int loop = loops_done;
		if (!valid || !end_step()) {
			break;
		}
		if (loops_done != loop) {
			if (loops == 0 && rest >= at_loop_start) {
				kill();
				ERR_FAIL_V_MSG(false, "The tween loops for ever without taking any time. Give one of its steps a duration.");
			}
			at_loop_start = rest;
		}
		if (rest <= 0.0) {
			break;
		}
	}
	if (r_unused) {
		*r_unused = speed_scale > 0.0 ? MAX(rest, 0.0) / speed_scale : 0.0;
	}
	return valid;
}

Variant Tween::interpolate_value(const Variant &p_initial, const Variant &p_delta, double p_elapsed, double p_duration, TransitionType p_transition, EaseType p_ease) {
	const double share = p_duration > 0.0 ? p_elapsed / p_duration : 1.0;
	return variant_blend(p_initial, variant_sum(p_initial, p_delta), real_t(tween_fraction(TweenTransition(p_transition), TweenEase(p_ease), share)));
}

void Tween::_bind_methods() {
	ClassDB::bind_method(D_METHOD("tween_property", "object", "property", "final_val", "duration"), &Tween::tween_property);
	ClassDB::bind_method(D_METHOD("tween_interval", "time"), &Tween::tween_interval);
	ClassDB::bind_method(D_METHOD("tween_callback", "callback"), &Tween::tween_callback);
	ClassDB::bind_method(D_METHOD("tween_method", "method", "from", "to", "duration"), &Tween::tween_method);
	ClassDB::bind_method(D_METHOD("tween_subtween", "subtween"), &Tween::tween_subtween);
	ClassDB::bind_method(D_METHOD("custom_step", "delta"), &Tween::custom_step);
	ClassDB::bind_method(D_METHOD("stop"), &Tween::stop);
	ClassDB::bind_method(D_METHOD("pause"), &Tween::pause);
	ClassDB::bind_method(D_METHOD("play"), &Tween::play);
	ClassDB::bind_method(D_METHOD("kill"), &Tween::kill);
	ClassDB::bind_method(D_METHOD("get_total_elapsed_time"), &Tween::get_total_elapsed_time);
	ClassDB::bind_method(D_METHOD("is_running"), &Tween::is_running);
	ClassDB::bind_method(D_METHOD("is_valid"), &Tween::is_valid);
	ClassDB::bind_method(D_METHOD("bind_node", "node"), &Tween::bind_node);
	ClassDB::bind_method(D_METHOD("set_process_mode", "mode"), &Tween::set_process_mode);
	ClassDB::bind_method(D_METHOD("set_pause_mode", "mode"), &Tween::set_pause_mode);
	ClassDB::bind_method(D_METHOD("set_ignore_time_scale", "ignore"), &Tween::set_ignore_time_scale, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("set_parallel", "parallel"), &Tween::set_parallel, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("set_loops", "loops"), &Tween::set_loops, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("get_loops_left"), &Tween::get_loops_left);
	ClassDB::bind_method(D_METHOD("set_speed_scale", "speed"), &Tween::set_speed_scale);
	ClassDB::bind_method(D_METHOD("set_trans", "trans"), &Tween::set_trans);
	ClassDB::bind_method(D_METHOD("set_ease", "ease"), &Tween::set_ease);
	ClassDB::bind_method(D_METHOD("parallel"), &Tween::parallel);
	ClassDB::bind_method(D_METHOD("chain"), &Tween::chain);
	ClassDB::bind_static_method("Tween", D_METHOD("interpolate_value", "initial_value", "delta_value", "elapsed_time", "duration", "trans_type", "ease_type"), &Tween::interpolate_value);
	ADD_SIGNAL(MethodInfo("step_finished", PropertyInfo(Variant::INT, "idx")));
	ADD_SIGNAL(MethodInfo("loop_finished", PropertyInfo(Variant::INT, "loop_count")));
	ADD_SIGNAL(MethodInfo("finished"));
	BIND_ENUM_CONSTANT(TWEEN_PROCESS_PHYSICS);
	BIND_ENUM_CONSTANT(TWEEN_PROCESS_IDLE);
	BIND_ENUM_CONSTANT(TWEEN_PAUSE_BOUND);
	BIND_ENUM_CONSTANT(TWEEN_PAUSE_STOP);
	BIND_ENUM_CONSTANT(TWEEN_PAUSE_PROCESS);
	BIND_ENUM_CONSTANT(TRANS_LINEAR);
	BIND_ENUM_CONSTANT(TRANS_SINE);
	BIND_ENUM_CONSTANT(TRANS_QUINT);
	BIND_ENUM_CONSTANT(TRANS_QUART);
	BIND_ENUM_CONSTANT(TRANS_QUAD);
	BIND_ENUM_CONSTANT(TRANS_EXPO);
	BIND_ENUM_CONSTANT(TRANS_ELASTIC);
	BIND_ENUM_CONSTANT(TRANS_CUBIC);
	BIND_ENUM_CONSTANT(TRANS_CIRC);
	BIND_ENUM_CONSTANT(TRANS_BOUNCE);
	BIND_ENUM_CONSTANT(TRANS_BACK);
	BIND_ENUM_CONSTANT(TRANS_SPRING);
	BIND_ENUM_CONSTANT(EASE_IN);
	BIND_ENUM_CONSTANT(EASE_OUT);
	BIND_ENUM_CONSTANT(EASE_IN_OUT);
	BIND_ENUM_CONSTANT(EASE_OUT_IN);
}
