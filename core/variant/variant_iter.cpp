// Iteration: what `for x in value` does for each type. The state is the position, the key, or the current number itself.
#include "core/variant/object_hooks.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

#include "core/error/error_macros.h"

namespace {

// A number that counts from `from` towards `to`, as ints and vectors do.
template <typename T>
struct Count {
	T from = 0;
	T to = 0;
	T step = 1;
	bool includes(T p_value) const { return step > 0 ? p_value < to : (step < 0 ? p_value > to : false); }
};

bool float_count(const Variant &p_value, Count<double> &r_count) {
	switch (p_value.get_type()) {
		case Variant::FLOAT:
			r_count.to = VariantInternal::get_float(&p_value);
			return true;
		case Variant::VECTOR2: {
			const Vector2 &range = VariantInternal::get<Vector2>(&p_value);
			r_count = { range.x, range.y, 1 };
			return true;
		}
		case Variant::VECTOR3: {
			const Vector3 &range = VariantInternal::get<Vector3>(&p_value);
			r_count = { range.x, range.y, range.z };
			return true;
		}
		default:
			return false;
	}
}

bool int_count(const Variant &p_value, Count<int64_t> &r_count) {
	switch (p_value.get_type()) {
		case Variant::INT:
			r_count.to = VariantInternal::get_int(&p_value);
			return true;
		case Variant::VECTOR2I: {
			const Vector2i &range = VariantInternal::get<Vector2i>(&p_value);
			r_count = { range.x, range.y, 1 };
			return true;
		}
		case Variant::VECTOR3I: {
			const Vector3i &range = VariantInternal::get<Vector3i>(&p_value);
			r_count = { range.x, range.y, range.z };
			return true;
		}
		default:
			return false;
	}
}

bool has_positions(Variant::Type p_type) {
	return p_type == Variant::STRING || p_type >= Variant::ARRAY;
}

// Objects iterate by three methods; the state travels in an Array that they may write to.
bool step_object(const Variant &p_object, const StringName &p_method, Variant &r_iter, bool &r_valid) {
	Object *object = p_object.get_validated_object();
	r_valid = object != nullptr;
	if (!r_valid) {
		return false;
	}
	Array state;
	state.push_back(r_iter);
	const Variant argument = state;
	const Variant *arguments[1] = { &argument };
	Variant more;
	Callable::CallError error;
	object_hooks.callp(object, p_method, arguments, 1, more, error);
	r_valid = error.error == Callable::CallError::CALL_OK && state.size() == 1;
	if (!r_valid) {
		return false;
	}
	r_iter = state[0];
	return more.booleanize();
}

} // namespace

bool Variant::iter_init(Variant &r_iter, bool &r_valid) const {
	r_valid = true;
	Count<int64_t> ints;
	Count<double> floats;
	if (int_count(*this, ints)) {
		r_iter = ints.from;
		return ints.includes(ints.from);
	}
	if (float_count(*this, floats)) {
		r_iter = floats.from;
		return floats.includes(floats.from);
	}
	if (has_positions(Type(type))) {
		r_iter = 0;
		return get_indexed_size() > 0;
	}
	if (type == DICTIONARY) {
		const Variant *key = VariantInternal::get_dictionary(this).next();
		r_iter = key != nullptr ? *key : Variant();
		return key != nullptr;
	}
	if (type == OBJECT) {
		r_iter = Variant();
		return step_object(*this, SNAME("_iter_init"), r_iter, r_valid);
	}
	r_valid = false;
	return false;
}

bool Variant::iter_next(Variant &r_iter, bool &r_valid) const {
	r_valid = true;
	Count<int64_t> ints;
	Count<double> floats;
	if (int_count(*this, ints)) {
		const int64_t next = int64_t(uint64_t(int64_t(r_iter)) + uint64_t(ints.step));
		r_iter = next;
		return ints.includes(next);
	}
	if (float_count(*this, floats)) {
		const double next = double(r_iter) + floats.step;
		r_iter = next;
		return floats.includes(next);
	}
	if (has_positions(Type(type))) {
		const int64_t next = int64_t(r_iter) + 1;
		r_iter = next;
		return uint64_t(next) < get_indexed_size();
	}
	if (type == DICTIONARY) {
		const Variant *key = VariantInternal::get_dictionary(this).next(&r_iter);
		r_iter = key != nullptr ? Variant(*key) : Variant();
		return key != nullptr;
	}
	if (type == OBJECT) {
		return step_object(*this, SNAME("_iter_next"), r_iter, r_valid);
	}
	r_valid = false;
	return false;
}

Variant Variant::iter_get(const Variant &p_iter, bool &r_valid) const {
	r_valid = true;
	if (has_positions(Type(type))) {
		bool oob = false;
		return get_indexed(p_iter, r_valid, oob);
	}
	if (type != OBJECT) {
		return p_iter;
	}
	Object *object = get_validated_object();
	r_valid = object != nullptr;
	Variant value;
	if (r_valid) {
		const Variant *arguments[1] = { &p_iter };
		Callable::CallError error;
		object_hooks.callp(object, SNAME("_iter_get"), arguments, 1, value, error);
		r_valid = error.error == Callable::CallError::CALL_OK;
	}
	return value;
}
