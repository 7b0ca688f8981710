// The Array methods that call back: map, filter, reduce, any, all, sort_custom, and the custom searches.
#include "core/variant/array.h"

#include "core/error/error_macros.h"
#include "core/variant/callable.h"
#include "core/variant/container_type.h"
#include "core/variant/direct_call.h"
#include "core/variant/insertion_order.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

namespace {

// What is called for the elements, by a handle of our own: a call cannot end it.
class Caller {
	const Callable callable;
	const CallableCustom *const custom;
	const DirectCall::Function direct;

public:
	Caller(const Callable &p_callable) :
			callable(p_callable), custom(callable.is_custom() ? callable.get_custom() : nullptr), direct(custom && DirectCall::find ? DirectCall::find(custom) : nullptr) {}

	// False, with an error printed, when the call could not be made.
	template <int N>
	bool call(const Variant *(&p_args)[N], Variant &r_ret) const {
		Callable::CallError error;
		if (direct) {
			direct(custom, p_args, N, r_ret, error);
		} else if (custom) {
			custom->call(p_args, N, r_ret, error);
		} else {
			callable.callp(p_args, N, r_ret, error);
		}
		if (unlikely(error.error != Callable::CallError::CALL_OK)) {
			callable.report_failure(p_args, N, error);
			return false;
		}
		return true;
	}
};

// The custom searches take nothing but true and false for an answer.
bool matches(const Caller &p_caller, const Variant &p_element, bool &r_failed) {
	const Variant *args[1] = { &p_element };
	Variant ret;
	r_failed = !p_caller.call(args, ret);
	if (!r_failed && ret.get_type() != Variant::BOOL) {
		ERR_PRINT("The method of a custom search must return true or false.");
		r_failed = true;
	}
	return !r_failed && ret.booleanize();
}

bool is_true(const Variant &p_answer) {
	return p_answer.get_type() == Variant::BOOL ? VariantInternal::get_bool(&p_answer) : p_answer.booleanize();
}

struct CallableOrder {
	const Caller caller;
	bool operator()(const Variant &p_a, const Variant &p_b) const {
		const Variant *args[2] = { &p_a, &p_b };
		Variant ret;
		return caller.call(args, ret) && is_true(ret);
	}
};

} // namespace

// Callbacks may change the array they are called for, and drop the handle that was called: each step looks at the present size of a
// handle of our own and works on a copy of the element.

Array Array::filter(const Callable &p_callable) const {
	const Array self(*this);
	const Caller caller(p_callable);
	Array kept;
	kept.set_typed(get_element_type());
	for (int i = 0; i < self.size(); i++) {
		const Variant element = self._p->array[i];
		const Variant *args[1] = { &element };
		Variant ret;
		if (!caller.call(args, ret)) {
			return Array();
		}
		if (is_true(ret)) {
			kept._p->array.push_back(element);
		}
	}
	return kept;
}

Array Array::map(const Callable &p_callable) const {
	const Array self(*this);
	const Caller caller(p_callable);
	Array mapped;
	mapped._p->array.reserve(size());
	for (int i = 0; i < self.size(); i++) {
		const Variant element = self._p->array[i];
		const Variant *args[1] = { &element };
		Variant ret;
		if (!caller.call(args, ret)) {
			return Array();
		}
		mapped._p->array.push_back(static_cast<Variant &&>(ret));
	}
	return mapped;
}

Variant Array::reduce(const Callable &p_callable, const Variant &p_accum) const {
	const Array self(*this);
	const Caller caller(p_callable);
	int first = 0;
	Variant total = p_accum;
	if (total.get_type() == Variant::NIL && !is_empty()) {
		total = _p->array[0];
		first = 1;
	}
	for (int i = first; i < self.size(); i++) {
		const Variant element = self._p->array[i];
		const Variant *args[2] = { &total, &element };
		Variant ret;
		if (!caller.call(args, ret)) {
			return Variant();
		}
		total = static_cast<Variant &&>(ret);
	}
	return total;
}

bool Array::any(const Callable &p_callable) const {
	const Array self(*this);
	const Caller caller(p_callable);
	for (int i = 0; i < self.size(); i++) {
		const Variant element = self._p->array[i];
		const Variant *args[1] = { &element };
		Variant ret;
		if (!caller.call(args, ret)) {
			return false;
		}
		if (is_true(ret)) {
			return true;
		}
	}
	return false;
}

bool Array::all(const Callable &p_callable) const {
	const Array self(*this);
	const Caller caller(p_callable);
	for (int i = 0; i < self.size(); i++) {
		const Variant element = self._p->array[i];
		const Variant *args[1] = { &element };
		Variant ret;
		if (!caller.call(args, ret) || !is_true(ret)) {
			return false;
		}
	}
	return true;
}

int Array::find_custom(const Callable &p_callable, int p_from) const {
	const Array self(*this);
	const Caller caller(p_callable);
	if (p_from < 0) {
		return -1;
	}
	for (int i = p_from; i < self.size(); i++) {
		bool failed = false;
		if (matches(caller, Variant(self._p->array[i]), failed)) {
			return i;
		}
		if (failed) {
			return -1;
		}
	}
	return -1;
}

int Array::rfind_custom(const Callable &p_callable, int p_from) const {
	const Array self(*this);
	const Caller caller(p_callable);
	int from = p_from < 0 ? p_from + size() : p_from;
	if (from < 0 || from >= size()) {
		from = size() - 1;
	}
	for (int i = from; i >= 0; i = MIN(i, self.size()) - 1) {
		bool failed = false;
		if (matches(caller, Variant(self._p->array[i]), failed)) {
			return i;
		}
		if (failed) {
			return -1;
		}
	}
	return -1;
}

void Array::sort_custom(const Callable &p_callable) {
	if (_refuse_write()) {
		return;
	}
	const Array self(*this);
	// Sorted apart, so that a comparator that changes the array cannot pull the elements away.
	Vector<Variant> sorted = _p->array;
	if (sorted.size() <= INSERTION_ORDER_MAX) {
		sort_by_insertion(sorted, CallableOrder{ p_callable });
	} else {
		sorted.sort_custom<CallableOrder>(p_callable);
	}
	SWAP(self._p->array, sorted);
}

int Array::bsearch_custom(const Variant &p_value, const Callable &p_callable, bool p_before) const {
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "custom binary search")) {
		return -1;
	}
	const Vector<Variant> elements = _p->array;
	const SortArray<Variant, CallableOrder> sorter{ { p_callable } };
	return int(sorter.bisect(elements.ptr(), elements.size(), value, p_before));
}
