// What each kind of tweener does with its share of time.
#include "core/scene/main/tweener.h"

#include "core/object/class_db.h"
#include "core/scene/main/tween.h"
#include "core/variant/variant_blend.h"

bool Tweener::finish(double p_total, double &r_delta) {
	r_delta = elapsed - p_total;
	emit_signal(SNAME("finished"));
	return false;
}

void Tweener::_bind_methods() {
	ADD_SIGNAL(MethodInfo("finished"));
}

double TweenCurve::get_time_share(double p_elapsed) const {
	return duration > 0.0 ? CLAMP((p_elapsed - delay) / duration, 0.0, 1.0) : 1.0;
}

double TweenCurve::get_fraction(double p_elapsed) const {
	return tween_fraction(transition, ease, get_time_share(p_elapsed));
}

void PropertyTweener::set_up(Object *p_target, const Vector<StringName> &p_property, const Variant &p_final, const TweenCurve &p_curve) {
	target = p_target->get_instance_id();
	property = p_property;
	wanted = p_final;
	final = p_final;
	curve = p_curve;
	initial = p_target->get_indexed(p_property);
}

Ref<PropertyTweener> PropertyTweener::from(const Variant &p_value) {
	ERR_FAIL_COND_V_MSG(!target.is_valid(), Ref<PropertyTweener>(), "from(): this PropertyTweener is of no tween; Tween.tween_property() makes one.");
	initial = initial.get_type() == Variant::FLOAT && p_value.get_type() == Variant::INT ? Variant(double(p_value)) : p_value;
	starts_at_current = false;
	return this;
}

Ref<PropertyTweener> PropertyTweener::from_current() {
	starts_at_current = false; // initial was taken when the tweener was made.
	return this;
}

Ref<PropertyTweener> PropertyTweener::as_relative() {
	relative = true;
	return this;
}

Ref<PropertyTweener> PropertyTweener::set_trans(int p_transition) {
	curve.transition = TweenTransition(p_transition);
	return this;
}

Ref<PropertyTweener> PropertyTweener::set_ease(int p_ease) {
	curve.ease = TweenEase(p_ease);
	return this;
}

Ref<PropertyTweener> PropertyTweener::set_custom_interpolator(const Callable &p_method) {
	interpolator = p_method;
	return this;
}

Ref<PropertyTweener> PropertyTweener::set_delay(double p_seconds) {
	curve.delay = p_seconds;
	return this;
}

void PropertyTweener::start() {
	Tweener::start();
	initial_known = false;
}

// At the end of the delay, so that what happened to the property meanwhile counts.
void PropertyTweener::take_initial(Object *p_object) {
	if (starts_at_current) {
		initial = p_object->get_indexed(property);
	}
	final = relative ? variant_sum(initial, wanted) : wanted;
	initial_known = true;
}

bool PropertyTweener::step(double &r_delta) {
	Object *object = ObjectDB::get_instance(target);
	if (!object) {
		return finish(elapsed + r_delta, r_delta); // The target is gone, and with it the reason to wait.
	}
	elapsed += r_delta;
	if (elapsed < curve.delay) {
		r_delta = 0.0;
		return true;
	}
	if (!initial_known) {
		take_initial(object);
	}
	const bool done = elapsed >= curve.get_total();
	if (interpolator.is_valid()) {
		object->set_indexed(property, variant_blend(initial, final, double(interpolator.call(curve.get_time_share(elapsed)))));
	} else {
		object->set_indexed(property, done ? final : variant_blend(initial, final, curve.get_fraction(elapsed)));
	}
	if (done) {
		return finish(curve.get_total(), r_delta);
	}
	r_delta = 0.0;
	return true;
}

void PropertyTweener::_bind_methods() {
	ClassDB::bind_method(D_METHOD("from", "value"), &PropertyTweener::from);
	ClassDB::bind_method(D_METHOD("from_current"), &PropertyTweener::from_current);
	ClassDB::bind_method(D_METHOD("as_relative"), &PropertyTweener::as_relative);
	ClassDB::bind_method(D_METHOD("set_trans", "trans"), &PropertyTweener::set_trans);
	ClassDB::bind_method(D_METHOD("set_ease", "ease"), &PropertyTweener::set_ease);
	ClassDB::bind_method(D_METHOD("set_custom_interpolator", "interpolator_method"), &PropertyTweener::set_custom_interpolator);
	ClassDB::bind_method(D_METHOD("set_delay", "delay"), &PropertyTweener::set_delay);
}

bool IntervalTweener::step(double &r_delta) {
	elapsed += r_delta;
	if (elapsed < duration) {
		r_delta = 0.0;
		return true;
	}
	return finish(duration, r_delta);
}

Ref<CallbackTweener> CallbackTweener::set_delay(double p_seconds) {
	delay = p_seconds;
	return this;
}

bool CallbackTweener::step(double &r_delta) {
	elapsed += r_delta;
	if (elapsed < delay) {
		r_delta = 0.0;
		return true;
	}
	if (callback.is_valid()) {
		callback.call();
	}
	return finish(delay, r_delta);
}

void CallbackTweener::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_delay", "delay"), &CallbackTweener::set_delay);
}

void MethodTweener::set_up(const Callable &p_method, const Variant &p_from, const Variant &p_to, const TweenCurve &p_curve) {
	method = p_method;
	initial = p_from;
	final = p_to;
	curve = p_curve;
}

Ref<MethodTweener> MethodTweener::set_delay(double p_seconds) {
	curve.delay = p_seconds;
	return this;
}

Ref<MethodTweener> MethodTweener::set_trans(int p_transition) {
	curve.transition = TweenTransition(p_transition);
	return this;
}

Ref<MethodTweener> MethodTweener::set_ease(int p_ease) {
	curve.ease = TweenEase(p_ease);
	return this;
}

bool MethodTweener::step(double &r_delta) {
	elapsed += r_delta;
	if (elapsed < curve.delay) {
		r_delta = 0.0;
		return true;
	}
	const bool done = elapsed >= curve.get_total();
	if (method.is_valid()) {
		method.call(done ? final : variant_blend(initial, final, curve.get_fraction(elapsed)));
	}
	if (done) {
		return finish(curve.get_total(), r_delta);
	}
	r_delta = 0.0;
	return true;
}

void MethodTweener::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_delay", "delay"), &MethodTweener::set_delay);
	ClassDB::bind_method(D_METHOD("set_trans", "trans"), &MethodTweener::set_trans);
	ClassDB::bind_method(D_METHOD("set_ease", "ease"), &MethodTweener::set_ease);
}

SubtweenTweener::SubtweenTweener() {
	subtween = memnew(Ref<Tween>);
}

SubtweenTweener::~SubtweenTweener() {
	memdelete(subtween);
}

void SubtweenTweener::set_up(const Ref<Tween> &p_subtween) {
	*subtween = p_subtween;
}

const Tween *SubtweenTweener::get_subtween() const {
	return subtween->ptr();
}

Ref<SubtweenTweener> SubtweenTweener::set_delay(double p_seconds) {
	delay = p_seconds;
	return this;
}

void SubtweenTweener::start() {
	Tweener::start();
	(*subtween)->restart();
	(*subtween)->play();
}

bool SubtweenTweener::step(double &r_delta) {
	const double before = elapsed;
	elapsed += r_delta;
	if (elapsed < delay) {
		r_delta = 0.0;
		return true;
	}
	const double share = elapsed - MAX(before, delay);
	double unused = 0.0;
	if ((*subtween)->step(share, &unused) && !(*subtween)->has_finished()) {
		r_delta = 0.0;
		return true;
	}
	return finish(elapsed - unused, r_delta);
}

void SubtweenTweener::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_delay", "delay"), &SubtweenTweener::set_delay);
}
