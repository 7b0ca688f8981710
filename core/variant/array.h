// Array: the shared, optionally typed, optionally read-only list of Variants.
#pragma once

#include "core/core_fwd.h"
#include "core/error/error_list.h"
#include "core/typedefs.h"
#include "core/variant/resource_deep_duplicate_mode.h"

#include <initializer_list>

class Callable;
class ContainerWalk;
class StringName;
class String;
class Variant;
struct ArrayPrivate;
struct ContainerType;
struct ContainerTypeValidate;
template <typename T>
class Vector;
template <typename T>
class Span;

// A handle: copies share the elements. Elements live until the last handle goes. Not safe to write from two threads at once.
// Writes to a read-only array, and values that do not fit a typed one, print an error and change nothing.
class Array {
public:
	static constexpr int MAX_RECURSION = 100; // Deeper nesting than this is cut off with an error when hashing, comparing, printing, duplicating.

	Array();
	Array(const Array &p_from);
	Array(Array &&p_from) noexcept;
	Array(std::initializer_list<Variant> p_init);
	// A copy of p_base's elements, converted and checked against the type.
	Array(const Array &p_base, uint32_t p_type, const StringName &p_class_name, const Variant &p_script);
	Array(const Array &p_base, const ContainerType &p_type);
	~Array();

	Array &operator=(const Array &p_from);
	Array &operator=(Array &&p_from) noexcept;

	// Elements. operator[] does not check the type; p_index must be inside. The reference goes stale with the next write that changes the size.
	Variant &operator[](int p_index);
	const Variant &operator[](int p_index) const;
	const Variant *ptr() const;
	const Variant *begin() const;
	const Variant *end() const;
	Span<Variant> span() const;
	// Checked; an error and nil outside. Negative indices are outside.
	void set(int p_index, const Variant &p_value);
	const Variant &get(int p_index) const;

	int size() const;
	bool is_empty() const;
	void clear();

	void push_back(const Variant &p_value);
	_FORCE_INLINE_ void append(const Variant &p_value) { push_back(p_value); }
	void append_array(const Array &p_array);
	void push_front(const Variant &p_value);
	Error insert(int p_position, const Variant &p_value);
	void remove_at(int p_position);
	Error resize(int p_size);
	Error reserve(int p_size);
	void fill(const Variant &p_value);
	void erase(const Variant &p_value);
	Variant pop_back();
	Variant pop_front();
	Variant pop_at(int p_position);
	Variant front() const;
	Variant back() const;
	Variant pick_random() const;

	int find(const Variant &p_value, int p_from = 0) const;
	int rfind(const Variant &p_value, int p_from = -1) const;
	int find_custom(const Callable &p_callable, int p_from = 0) const;
	int rfind_custom(const Callable &p_callable, int p_from = -1) const;
	int count(const Variant &p_value) const;
	bool has(const Variant &p_value) const;

	// Stable order is not promised. A comparator that contradicts itself gives some order, never a crash.
	void sort();
	void sort_custom(const Callable &p_callable);
	void shuffle();
	void reverse();
	int bsearch(const Variant &p_value, bool p_before = true) const;
	int bsearch_custom(const Variant &p_value, const Callable &p_callable, bool p_before = true) const;

	Array duplicate(bool p_deep = false) const;
	Array duplicate_deep(ResourceDeepDuplicateMode p_mode = RESOURCE_DEEP_DUPLICATE_INTERNAL) const;
	// The recursive_ ones take the memory of the walk that they are part of; nullptr: it begins here.
	Array recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion, ContainerWalk *p_walk = nullptr) const;
	Array slice(int p_begin, int p_end = INT32_MAX, int p_step = 1, bool p_deep = false) const;
	Array filter(const Callable &p_callable) const;
	Array map(const Callable &p_callable) const;
	Variant reduce(const Callable &p_callable, const Variant &p_accum) const;
	bool any(const Callable &p_callable) const;
	bool all(const Callable &p_callable) const;
	Variant min() const;
	Variant max() const;

	uint32_t hash() const;
	uint32_t recursive_hash(int p_recursion, ContainerWalk *p_walk = nullptr) const;
	bool operator==(const Array &p_other) const;
	bool operator!=(const Array &p_other) const { return !(*this == p_other); }
	bool recursive_equal(const Array &p_other, int p_recursion, ContainerWalk *p_walk = nullptr) const;
	// Element by element, as Variants order: by type first. Below 0: this goes first; 0: neither does.
	int recursive_order(const Array &p_other, int p_recursion, ContainerWalk *p_walk = nullptr) const;
	bool operator<(const Array &p_other) const { return recursive_order(p_other, 0) < 0; }
	bool operator<=(const Array &p_other) const { return !(p_other < *this); }
	bool operator>(const Array &p_other) const { return p_other < *this; }
	bool operator>=(const Array &p_other) const { return !(*this < p_other); }

	// Element type. assign() copies elements with conversion; set_typed() needs an empty, unshared array.
	void assign(const Array &p_array);
	void set_typed(const ContainerType &p_type);
	void set_typed(uint32_t p_type, const StringName &p_class_name, const Variant &p_script);
	bool is_typed() const;
	bool is_same_typed(const Array &p_other) const;
	bool is_same_instance(const Array &p_other) const;
	const ContainerTypeValidate &get_element_type() const;
	uint32_t get_typed_builtin() const;
	StringName get_typed_class_name() const;
	Variant get_typed_script() const;

	void make_read_only();
	bool is_read_only() const;
	// Names the shared storage; equal for handles of the same array.
	const void *id() const { return _p; }

private:
	friend struct VariantInternal;

	ArrayPrivate *_p; // Owned through its reference count; nullptr only when moved from.

	void _ref(const Array &p_from);
	void _unref();
	bool _refuse_write() const;
};
