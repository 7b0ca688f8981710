// Whole arrays as values: copies, slices, hash and comparison, all with a limit on nesting.
#include "core/variant/array.h"

#include "core/error/error_macros.h"
#include "core/templates/hashfuncs.h"
#include "core/variant/container_type.h"
#include "core/variant/container_walk.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

// --- Copies.

Array Array::duplicate(bool p_deep) const {
	return recursive_duplicate(p_deep, RESOURCE_DEEP_DUPLICATE_NONE, 0);
}

Array Array::duplicate_deep(ResourceDeepDuplicateMode p_mode) const {
	return recursive_duplicate(true, p_mode, 0);
}

Array Array::recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion, ContainerWalk *p_walk) const {
	if (p_deep && p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_duplicate(p_deep, p_mode, p_recursion, &walk);
	}
	Array copy;
	copy.set_typed(get_element_type());
	if (!p_deep) {
		copy._p->array = _p->array;
		return copy;
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The array is nested too deep, or contains itself: the copy is cut off.");
		return copy;
	}
	if (const Variant *known = p_walk->find_if_exhausted(_p, p_recursion, size())) {
		p_walk->tell("The array holds others so often that their copies are shared, too.");
		return known->operator Array();
	}
	const Array self(*this);
	const Vector<Variant> elements = _p->array; // Setters of resources that are copied may change the array.
	copy._p->array.reserve(elements.size());
	for (const Variant &element : elements) {
		copy._p->array.push_back(element.recursive_duplicate(true, p_mode, p_recursion + 1, p_walk));
	}
	p_walk->remember(self._p, nullptr, p_recursion, copy);
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

uint32_t Array::recursive_hash(int p_recursion, ContainerWalk *p_walk) const {
	if (p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_hash(p_recursion, &walk);
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The array is nested too deep, or contains itself: its hash is cut off.");
		return 0;
	}
	if (const Variant *known = p_walk->find(_p, nullptr, p_recursion)) {
		return uint32_t(*known);
	}
	uint32_t hash = hash_murmur3_one_32(Variant::ARRAY);
	for (const Variant &element : _p->array) {
		if (p_walk->for_table) {
			hash = hash_table_pair(hash, element.recursive_table_hash(p_recursion + 1, p_walk));
		} else {
			hash = hash_murmur3_one_32(element.recursive_hash(p_recursion + 1, p_walk), hash);
		}
	}
	hash = hash_fmix32(hash);
	p_walk->remember(_p, nullptr, p_recursion, hash);
	return hash;
}

bool Array::operator==(const Array &p_other) const {
	return recursive_equal(p_other, 0);
}

bool Array::recursive_equal(const Array &p_other, int p_recursion, ContainerWalk *p_walk) const {
	if (_p == p_other._p) {
		return true;
	}
	if (size() != p_other.size()) {
		return false;
	}
	if (p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_equal(p_other, p_recursion, &walk);
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The arrays are nested too deep, or contain themselves: the comparison is cut off.");
		return true;
	}
	if (p_walk->find(_p, p_other._p, p_recursion) != nullptr) {
		return true; // The first difference ends the walk: what is known was equal.
	}
	for (int i = 0; i < size(); i++) {
		if (!_p->array[i].hash_compare(p_other._p->array[i], p_recursion, false, p_walk)) {
			return false;
		}
	}
	p_walk->remember(_p, p_other._p, p_recursion, true);
	return true;
}

namespace {

int order(const Variant &p_a, const Variant &p_b, int p_recursion, ContainerWalk *p_walk) {
	if (p_a.get_type() == Variant::ARRAY && p_b.get_type() == Variant::ARRAY) {
		return VariantInternal::get_array(&p_a).recursive_order(VariantInternal::get_array(&p_b), p_recursion, p_walk);
	}
	// Elements of different types are ordered by type, where the language's own `<` would know no answer.
	return p_a < p_b ? -1 : (p_b < p_a ? 1 : 0);
}

} // namespace

int Array::recursive_order(const Array &p_other, int p_recursion, ContainerWalk *p_walk) const {
	if (p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_order(p_other, p_recursion, &walk);
	}
	if (_p == p_other._p) {
		return 0;
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The arrays are nested too deep, or contain themselves: the comparison is cut off.");
		return 0;
	}
	if (p_walk->find(_p, p_other._p, p_recursion) != nullptr) {
		return 0; // Any other answer has ended the walk.
	}
	const int common = MIN(size(), p_other.size());
	for (int i = 0; i < common; i++) {
		if (const int answer = order(_p->array[i], p_other._p->array[i], p_recursion + 1, p_walk)) {
			return answer;
		}
	}
	if (size() == p_other.size()) {
		p_walk->remember(_p, p_other._p, p_recursion, 0);
	}
	return size() - p_other.size();
}
