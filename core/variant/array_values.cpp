// Whole arrays as values: copies, slices, hash and comparison, all with a limit on nesting.
#include "core/variant/array.h"

#include "core/error/error_macros.h"
#include "core/templates/hashfuncs.h"
#include "core/variant/container_type.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

// --- Copies.

Array Array::duplicate(bool p_deep) const {
	return recursive_duplicate(p_deep, RESOURCE_DEEP_DUPLICATE_NONE, 0);
}

Array Array::duplicate_deep(ResourceDeepDuplicateMode p_mode) const {
	return recursive_duplicate(true, p_mode, 0);
}

Array Array::recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion) const {
	Array copy;
	copy.set_typed(get_element_type());
	ERR_FAIL_COND_V_MSG(p_recursion > MAX_RECURSION, copy, "The array is nested too deep, or contains itself: the copy is cut off.");
	if (!p_deep) {
		copy._p->array = _p->array;
		return copy;
	}
	copy._p->array.resize(size());
	Variant *elements = copy._p->array.ptrw();
	for (int i = 0; i < size(); i++) {
		elements[i] = _p->array[i].recursive_duplicate(true, p_mode, p_recursion + 1);
	}
	return copy;
}

Array Array::slice(int p_begin, int p_end, int p_step, bool p_deep) const {
	Array part;
	part.set_typed(get_element_type());
	ERR_FAIL_COND_V_MSG(p_step == 0, part, "A slice cannot be taken in steps of 0.");
	const int64_t count = size();
	if (count == 0 || (p_begin < -count && p_step < 0) || (p_begin >= count && p_step > 0)) {
		return part;
	}
	int64_t begin = CLAMP<int64_t>(p_begin, -count, count - 1);
	begin += begin < 0 ? count : 0;
	int64_t end = CLAMP<int64_t>(p_end, -count - 1, count);
	end += end < 0 ? count : 0;
	ERR_FAIL_COND_V_MSG(p_step > 0 && begin > end, part, "A slice with a positive step must end after its beginning.");
	ERR_FAIL_COND_V_MSG(p_step < 0 && begin < end, part, "A slice with a negative step must end before its beginning.");
	for (int64_t i = begin; p_step > 0 ? i < end : i > end; i += p_step) {
		part._p->array.push_back(p_deep ? get(int(i)).duplicate(true) : get(int(i)));
	}
	return part;
}

// --- Comparison.

uint32_t Array::hash() const {
	return recursive_hash(0);
}

uint32_t Array::recursive_hash(int p_recursion) const {
	ERR_FAIL_COND_V_MSG(p_recursion > MAX_RECURSION, 0, "The array is nested too deep, or contains itself: its hash is cut off.");
	uint32_t hash = hash_murmur3_one_32(Variant::ARRAY);
	for (const Variant &element : _p->array) {
		hash = hash_murmur3_one_32(element.recursive_hash(p_recursion + 1), hash);
	}
	return hash_fmix32(hash);
}

bool Array::operator==(const Array &p_other) const {
	return recursive_equal(p_other, 0);
}

bool Array::recursive_equal(const Array &p_other, int p_recursion) const {
	if (_p == p_other._p) {
		return true;
	}
	if (size() != p_other.size()) {
		return false;
	}
	ERR_FAIL_COND_V_MSG(p_recursion > MAX_RECURSION, true, "The arrays are nested too deep, or contain themselves: the comparison is cut off.");
	for (int i = 0; i < size(); i++) {
		if (!_p->array[i].hash_compare(p_other._p->array[i], p_recursion, false)) {
			return false;
		}
	}
	return true;
}

bool Array::operator<(const Array &p_other) const {
	const int common = MIN(size(), p_other.size());
	// Elements of different types are ordered by type, where the language's own `<` would know no answer.
	for (int i = 0; i < common; i++) {
		if (_p->array[i] < p_other._p->array[i]) {
			return true;
		}
		if (p_other._p->array[i] < _p->array[i]) {
			return false;
		}
	}
	return size() < p_other.size();
}
