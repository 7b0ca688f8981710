// Array: positions, searching, sorting, typed and read-only arrays.
#pragma once

#include "core/variant/callable_bind.h"
#include "core/variant/container_type.h"
#include "core/variant/typed_array.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestArray {

// A callable of the test's own: answers what a function answers.
class Answer final : public CallableCustom {
	using Function = Variant (*)(const Variant **p_args, int p_argcount);
	Function function;

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a == p_b; }

public:
	uint32_t hash() const override { return 1; }
	String get_as_text() const override { return "Answer"; }
	CompareEqualFunc get_compare_equal_func() const override { return _equal; }
	CompareLessFunc get_compare_less_func() const override { return _equal; }
	bool is_valid() const override { return true; }
	ObjectID get_object() const override { return ObjectID(); }
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &) const override { r_return_value = function(p_arguments, p_argcount); }
	explicit Answer(Function p_function) :
			function(p_function) {}
};

inline Callable answer(Variant (*p_function)(const Variant **, int)) {
	return Callable(memnew(Answer(p_function)));
}

inline String text(const Array &p_array) {
	return Variant(p_array).stringify();
}

TEST_CASE("[Array][Elements] Positions outside are refused, negative ones only where they count from the end") {
	ExpectErrors quiet;
	Array array{ 3, 1, 2 };
	array.set(-1, 9);
	array.set(3, 9);
	CHECK_EQ(text(array), String("[3, 1, 2]"));
	CHECK_EQ(array.insert(-4, 9), ERR_INVALID_PARAMETER);
	CHECK_EQ(array.insert(3, 9), OK);
	array.remove_at(-1);
	CHECK_EQ(text(array), String("[3, 1, 2]"));
	CHECK_EQ(array.pop_at(-3).stringify(), String("3"));
	CHECK(array.pop_at(7).is_null());
	CHECK(Array().front().is_null());
}

TEST_CASE("[Array][Elements] Appending an array to itself doubles it") {
	Array array{ 1, 2 };
	array.append_array(array);
	CHECK_EQ(text(array), String("[1, 2, 1, 2]"));
}

TEST_CASE("[Array][Search] A start below zero finds nothing forwards, and counts from the end backwards") {
	const Array array{ 1, 2, 3, 2, 1 };
	CHECK_EQ(array.find(2, 2), 3);
	CHECK_EQ(array.find(1, -2), -1);
	CHECK_EQ(array.rfind(1, -2), 0);
	CHECK_EQ(array.rfind(2, 100), 3);
	CHECK_EQ(array.count(1), 2);
	CHECK_FALSE(array.has(1.0));
}

TEST_CASE("[Array][Sort] What cannot be compared stays where it is") {
	Array array{ 1, 1.0, true, "1" };
	array.sort();
	CHECK_EQ(text(array), String("[1, 1.0, true, \"1\"]"));
	Array lists{ Array{ 2, 1 }, Array{ 1, 5 }, Array{ 1 }, Array() };
	lists.sort();
	CHECK_EQ(text(lists), String("[[], [1], [1, 5], [2, 1]]"));
	CHECK(Array{ 1, "a" }.max().is_null());
	CHECK_EQ(Array{ 1, 2.5, Math::NaN }.max().stringify(), String("2.5"));
}

TEST_CASE("[Array][Sort] A comparator that contradicts itself loses no element") {
	Array array;
	for (int i = 0; i < 200; i++) {
		array.push_back(i);
	}
	array.sort_custom(answer([](const Variant **, int) -> Variant { return true; }));
	array.sort();
	for (int i = 0; i < 200; i++) {
		CHECK_EQ(int(array[i]), i);
	}
}

TEST_CASE("[Array][Slice] Steps go both ways and bounds are clamped") {
	const Array array{ 5, 3, 9, 1, 7, 2, 8 };
	CHECK_EQ(text(array.slice(-3, -1)), String("[7, 2]"));
	CHECK_EQ(text(array.slice(1, 7, 3)), String("[3, 7]"));
	CHECK_EQ(text(array.slice(6, 0, -1)), String("[8, 2, 7, 1, 9, 3]"));
	CHECK_EQ(text(array.slice(-1, -8, -1)), String("[8, 2, 7, 1, 9, 3, 5]"));
	CHECK_EQ(text(array.slice(100)), String("[]"));
	ExpectErrors quiet;
	CHECK_EQ(text(array.slice(0, 7, 0)), String("[]"));
	CHECK_EQ(text(array.slice(0, 7, -1)), String("[]"));
}

TEST_CASE("[Array][Functional] Callbacks see each element, and the accumulator starts with the first") {
	const Array array{ 1, 2, 3 };
	const Callable twice = answer([](const Variant **p_args, int) -> Variant { return int64_t(*p_args[0]) * 2; });
	const Callable add = answer([](const Variant **p_args, int) -> Variant { return int64_t(*p_args[0]) + int64_t(*p_args[1]); });
	const Callable above_one = answer([](const Variant **p_args, int) -> Variant { return int64_t(*p_args[0]) > 1; });
	CHECK_EQ(text(array.map(twice)), String("[2, 4, 6]"));
	CHECK_EQ(text(array.filter(above_one)), String("[2, 3]"));
	CHECK_EQ(int(array.reduce(add, Variant())), 6);
	CHECK_EQ(int(array.reduce(add, 10)), 16);
	CHECK(array.any(above_one));
	CHECK_FALSE(array.all(above_one));
	CHECK_EQ(array.find_custom(above_one), 1);
	CHECK_EQ(array.rfind_custom(above_one), 2);
}

TEST_CASE("[Array][Typed] Related values are converted on the way in, others refused with nothing changed") {
	ExpectErrors quiet;
	TypedArray<int64_t> numbers;
	numbers.push_back(2.7);
	numbers.push_back(true);
	numbers.push_back("3");
	numbers.push_back(Variant());
	CHECK_EQ(text(numbers), String("[2, 1]"));
	numbers.append_array(Array{ 4, "x" });
	CHECK_EQ(numbers.size(), 2);
	numbers.assign(Array{ "x" });
	CHECK_EQ(numbers.size(), 2);
	numbers.resize(3);
	CHECK_EQ(numbers[2].get_type(), Variant::INT);
	TypedArray<StringName> names;
	names.push_back("a");
	CHECK_EQ(names[0].get_type(), Variant::STRING_NAME);
}

TEST_CASE("[Array][Typed] Slices and copies keep the type, sums only with the same type") {
	TypedArray<int64_t> numbers;
	numbers.push_back(1);
	CHECK(numbers.slice(0).is_same_typed(numbers));
	CHECK(numbers.duplicate().is_same_typed(numbers));
	CHECK(Array(Variant::evaluate(Variant::OP_ADD, numbers, numbers)).is_typed());
	CHECK_FALSE(Array(Variant::evaluate(Variant::OP_ADD, numbers, Array{ 1 })).is_typed());
	CHECK(Variant(numbers) == Variant(Array{ 1 }));
}

TEST_CASE("[Array][ReadOnly] Every write is refused, also through an alias") {
	ExpectErrors quiet;
	Array array{ 3, 1, 2 };
	Array alias = array;
	array.make_read_only();
	alias.push_back(1);
	alias.sort();
	alias.clear();
	alias.set(0, 9);
	alias[0] = 9;
	CHECK_EQ(alias.resize(9), ERR_LOCKED);
	CHECK_EQ(text(array), String("[3, 1, 2]"));
	CHECK_FALSE(array.duplicate().is_read_only());
}

} // namespace TestArray
