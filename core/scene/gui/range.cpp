// Keeping the number legal, and telling everyone who shares it.
#include "core/scene/gui/range.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

Range::Range() {
	join(memnew(Shared));
}

Range::~Range() {
	leave();
}

void Range::join(Shared *p_shared) {
	shared = p_shared;
	shared->owners.push_back(this);
	shared->users++;
}

void Range::stop_sharing() {
	shared->owners.erase(this);
}

void Range::leave() {
	stop_sharing();
	if (--shared->users == 0) {
		memdelete(shared);
	}
	shared = nullptr;
}

void Range::share(Node *p_with) {
	Range *other = Object::cast_to<Range>(p_with);
	ERR_FAIL_NULL_MSG(other, "share: the node is not a Range.");
	if (other->shared == shared) {
		return;
	}
	other->leave();
	other->join(shared);
	if (other->is_inside_tree()) {
		other->emit_signal(SNAME("changed"));
		announce_value_of(other);
	}
}

void Range::unshare() {
	Shared *own = memnew(Shared(*shared));
	own->owners.clear();
	own->users = 0;
	leave();
	join(own);
}

void Range::announce_value_of(Range *p_range) {
	if (!p_range->is_inside_tree()) {
		return;
	}
	const double value = p_range->shared->value;
	p_range->value_changed(value);
	p_range->GDVIRTUAL_CALL(_value_changed, value);
	p_range->emit_signal(SNAME("value_changed"), value);
}

void Range::announce_value() {
	const LocalVector<Range *> owners = shared->owners;
	for (Range *owner : owners) {
		announce_value_of(owner);
	}
}

void Range::touch_owners() {
	for (Range *owner : shared->owners) {
		ShownObjects::touch(owner);
	}
}

void Range::announce_bounds() {
	touch_owners();
	const LocalVector<Range *> owners = shared->owners;
	for (Range *owner : owners) {
		if (owner->is_inside_tree()) {
			owner->emit_signal(SNAME("changed"));
		}
	}
}

double Range::legal_value(double p_value) const {
	double value = Math::is_nan(p_value) ? shared->min_value : p_value;
	if (shared->step > 0 && Math::is_finite(value)) {
		value = Math::round((value - shared->min_value) / shared->step) * shared->step + shared->min_value;
	}
	if (shared->rounded) {
		value = Math::round(value);
	}
	if (!shared->allow_greater) {
		value = MIN(value, shared->max_value - shared->page);
	}
	return shared->allow_lesser ? value : MAX(value, shared->min_value);
}

void Range::set_value(double p_value) {
	const double before = shared->value;
	set_value_no_signal(p_value);
	if (shared->value != before) {
		announce_value();
	}
}

void Range::set_value_no_signal(double p_value) {
	shared->value = legal_value(p_value);
	touch_owners();
}

void Range::set_min(double p_minimum) {
	if (shared->min_value == p_minimum) {
		return;
	}
	shared->min_value = p_minimum;
	shared->max_value = MAX(shared->max_value, p_minimum);
	shared->page = CLAMP(shared->page, 0.0, shared->max_value - shared->min_value);
	set_value(shared->value);
	announce_bounds();
}

void Range::set_max(double p_maximum) {
	const double maximum = MAX(p_maximum, shared->min_value);
	if (shared->max_value == maximum) {
		return;
	}
	shared->max_value = maximum;
	shared->page = CLAMP(shared->page, 0.0, shared->max_value - shared->min_value);
	set_value(shared->value);
	announce_bounds();
}

void Range::set_step(double p_step) {
	if (shared->step != p_step) {
		shared->step = p_step;
		announce_bounds();
	}
}

void Range::set_page(double p_pagesize) {
	const double page = CLAMP(p_pagesize, 0.0, shared->max_value - shared->min_value);
	if (shared->page == page) {
		return;
	}
	shared->page = page;
	set_value(shared->value);
	announce_bounds();
}

// The exponent of a bound; the scale of an exponential range starts at 1 when its lower bound is 0.
static double exponent(double p_bound) {
	return p_bound == 0 ? 0.0 : Math::log(p_bound);
}

void Range::set_as_ratio(double p_value) {
	double value;
	if (shared->exp_edit && shared->min_value >= 0) {
		const double lowest = exponent(shared->min_value);
		value = Math::exp(lowest + (exponent(shared->max_value) - lowest) * p_value);
	} else {
		double distance = (shared->max_value - shared->min_value) * p_value;
		if (shared->step > 0) {
			distance = Math::round(distance / shared->step) * shared->step;
		}
		value = shared->min_value + distance;
	}
	set_value(CLAMP(value, shared->min_value, shared->max_value));
}

double Range::get_as_ratio() const {
	if (Math::is_equal_approx(shared->max_value, shared->min_value)) {
		return 1.0;
	}
	const double value = CLAMP(shared->value, shared->min_value, shared->max_value);
	double ratio;
	if (shared->exp_edit && shared->min_value >= 0) {
		const double lowest = exponent(shared->min_value);
		ratio = (exponent(value) - lowest) / (exponent(shared->max_value) - lowest);
	} else {
		ratio = (value - shared->min_value) / (shared->max_value - shared->min_value);
	}
	return CLAMP(ratio, 0.0, 1.0);
}

void Range::set_use_rounded_values(bool p_enabled) {
	shared->rounded = p_enabled;
}

void Range::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_value"), &Range::get_value);
	ClassDB::bind_method(D_METHOD("get_min"), &Range::get_min);
	ClassDB::bind_method(D_METHOD("get_max"), &Range::get_max);
	ClassDB::bind_method(D_METHOD("get_step"), &Range::get_step);
	ClassDB::bind_method(D_METHOD("get_page"), &Range::get_page);
	ClassDB::bind_method(D_METHOD("get_as_ratio"), &Range::get_as_ratio);
	ClassDB::bind_method(D_METHOD("set_value", "value"), &Range::set_value);
	ClassDB::bind_method(D_METHOD("set_value_no_signal", "value"), &Range::set_value_no_signal);
	ClassDB::bind_method(D_METHOD("set_min", "minimum"), &Range::set_min);
	ClassDB::bind_method(D_METHOD("set_max", "maximum"), &Range::set_max);
	ClassDB::bind_method(D_METHOD("set_step", "step"), &Range::set_step);
	ClassDB::bind_method(D_METHOD("set_page", "pagesize"), &Range::set_page);
	ClassDB::bind_method(D_METHOD("set_as_ratio", "value"), &Range::set_as_ratio);
	ClassDB::bind_method(D_METHOD("set_use_rounded_values", "enabled"), &Range::set_use_rounded_values);
	ClassDB::bind_method(D_METHOD("is_using_rounded_values"), &Range::is_using_rounded_values);
	ClassDB::bind_method(D_METHOD("set_exp_ratio", "enabled"), &Range::set_exp_ratio);
	ClassDB::bind_method(D_METHOD("is_ratio_exp"), &Range::is_ratio_exp);
	ClassDB::bind_method(D_METHOD("set_allow_greater", "allow"), &Range::set_allow_greater);
	ClassDB::bind_method(D_METHOD("is_greater_allowed"), &Range::is_greater_allowed);
	ClassDB::bind_method(D_METHOD("set_allow_lesser", "allow"), &Range::set_allow_lesser);
	ClassDB::bind_method(D_METHOD("is_lesser_allowed"), &Range::is_lesser_allowed);
	ClassDB::bind_method(D_METHOD("share", "with"), &Range::share);
	ClassDB::bind_method(D_METHOD("unshare"), &Range::unshare);
	GDVIRTUAL_BIND(_value_changed, "new_value");

	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "min_value"), "set_min", "get_min");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "max_value"), "set_max", "get_max");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "step"), "set_step", "get_step");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "page"), "set_page", "get_page");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "value"), "set_value", "get_value");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "ratio", PROPERTY_HINT_RANGE, "0,1,0.01", PROPERTY_USAGE_NONE), "set_as_ratio", "get_as_ratio");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "exp_edit"), "set_exp_ratio", "is_ratio_exp");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "rounded"), "set_use_rounded_values", "is_using_rounded_values");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_greater"), "set_allow_greater", "is_greater_allowed");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "allow_lesser"), "set_allow_lesser", "is_lesser_allowed");

	ADD_SIGNAL(MethodInfo("value_changed", PropertyInfo(Variant::FLOAT, "value")));
	ADD_SIGNAL(MethodInfo("changed"));
}
