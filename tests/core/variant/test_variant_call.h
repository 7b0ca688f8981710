// Built-in methods, constructors, members and indices through the tables, with any arguments.
#pragma once

#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestVariantCall {

using CallError = Callable::CallError;

struct Outcome {
	Variant value;
	CallError error;
};

inline Outcome call(Variant p_base, const char *p_method, const Array &p_args) {
	Outcome outcome;
	Vector<const Variant *> pointers;
	for (const Variant &argument : p_args) {
		pointers.push_back(&argument);
	}
	p_base.callp(p_method, pointers.ptrw(), int(pointers.size()), outcome.value, outcome.error);
	return outcome;
}

inline Outcome construct(Variant::Type p_type, const Array &p_args) {
	Outcome outcome;
	Vector<const Variant *> pointers;
	for (const Variant &argument : p_args) {
		pointers.push_back(&argument);
	}
	Variant::construct(p_type, outcome.value, pointers.ptrw(), int(pointers.size()), outcome.error);
	return outcome;
}

TEST_CASE("[Variant][Call] Arguments are converted, and missing ones take their defaults") {
	CHECK_EQ(call(Array{ 1, 2, 1 }, "find", { 1, 1.9 }).value.stringify(), String("2"));
	CHECK_EQ(call(Array{ 1, 2, 3 }, "slice", { 1 }).value.stringify(), String("[2, 3]"));
	CHECK_EQ(call(PackedByteArray({ 1, 2 }), "append_array", { Variant(Array{ 3 }) }).error.error, CallError::CALL_OK);
}

TEST_CASE("[Variant][Call] Wrong calls say what is wrong and leave the value alone") {
	const Outcome few = call(Array(), "insert", { 1 });
	CHECK_EQ(few.error.error, CallError::CALL_ERROR_TOO_FEW_ARGUMENTS);
	CHECK_EQ(few.error.expected, 2);
	const Outcome many = call(Array(), "size", { 1 });
	CHECK_EQ(many.error.error, CallError::CALL_ERROR_TOO_MANY_ARGUMENTS);
	const Outcome wrong = call(Array(), "resize", { "x" });
	CHECK_EQ(wrong.error.error, CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(wrong.error.argument, 0);
	CHECK_EQ(wrong.error.expected, int(Variant::INT));
	CHECK_EQ(call(5, "size", {}).error.error, CallError::CALL_ERROR_INVALID_METHOD);
	CHECK_EQ(call(Variant(static_cast<Object *>(nullptr)), "size", {}).error.error, CallError::CALL_ERROR_INSTANCE_IS_NULL);
}

TEST_CASE("[Variant][Call] The tables describe every method") {
	const BuiltinMethod *slice = Variant::get_builtin_method_info(Variant::ARRAY, "slice");
	REQUIRE(slice != nullptr);
	CHECK(slice->is_const());
	CHECK_EQ(slice->argument_names[2], String("step"));
	CHECK_EQ(slice->defaults.size(), 3);
	CHECK_EQ(slice->return_type, Variant::ARRAY);
	CHECK(Variant::is_builtin_method_vararg(Variant::CALLABLE, "bind"));
	CHECK(Variant::is_builtin_method_static(Variant::CALLABLE, "create"));
	CHECK_FALSE(Variant::has_builtin_method_return_value(Variant::ARRAY, "clear"));
	CHECK_FALSE(bool(Variant::get_validated_builtin_method(Variant::CALLABLE, "call")));
}

TEST_CASE("[Variant][Construct] The first constructor that fits is taken, and none that would guess") {
	CHECK_EQ(construct(Variant::INT, { "0x1F" }).value.stringify(), String("1"));
	CHECK_EQ(construct(Variant::INT, { StringName("77") }).value.stringify(), String("77"));
	CHECK_EQ(construct(Variant::INT, { NodePath("77") }).error.error, CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(construct(Variant::STRING, { 5 }).error.error, CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(construct(Variant::RID, { 1 }).error.error, CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(construct(Variant::PACKED_STRING_ARRAY, { Variant(Array{ 1, Variant() }) }).value.stringify(), String("[\"1\", \"<null>\"]"));
	CHECK_EQ(construct(Variant::PACKED_STRING_ARRAY, { PackedByteArray({ 1 }) }).error.error, CallError::CALL_ERROR_INVALID_ARGUMENT);
	CHECK_EQ(construct(Variant::ARRAY, { Array{ 1.5 }, Variant::INT, StringName(), Variant() }).value.stringify(), String("[1]"));
}

TEST_CASE("[Variant][Index] Elements take numbers of the other kind and nothing else") {
	bool valid = false;
	Variant bytes = PackedByteArray({ 0, 1, 2 });
	bytes.set(-1, 2.75, &valid);
	CHECK(valid);
	CHECK_EQ(bytes.stringify(), String("[0, 1, 2]"));
	bytes.set(0, true, &valid);
	CHECK_FALSE(valid);
	bytes.set(3, 1, &valid);
	CHECK_FALSE(valid);
	CHECK_EQ(bytes.get(1.9, &valid).stringify(), String("1"));
	bytes.get("x", &valid);
	CHECK_FALSE(valid);
	Variant text = "hello";
	text.set(-1, "xyz", &valid);
	CHECK_EQ(text.stringify(), String("hellx"));
	text.set(0, "", &valid);
	CHECK_EQ(text.stringify(), String("ellx"));
	Variant vector = Vector2(1, 2);
	CHECK_EQ(vector.get("y", &valid).stringify(), String("2.0"));
	vector.set("z", 1, &valid);
	CHECK_FALSE(valid);
}

TEST_CASE("[Variant][Index] Dictionaries take names as keys, and refusals are seen") {
	bool valid = false;
	Dictionary dictionary;
	dictionary["a"] = 1;
	Variant value = dictionary;
	CHECK_EQ(value.get_named("a", valid).stringify(), String("1"));
	value.get_named("b", valid);
	CHECK_FALSE(valid);
	value.set_named("b", 2, valid);
	CHECK(dictionary.has("b"));
	dictionary.make_read_only();
	ExpectErrors quiet;
	value.set("a", 5, &valid);
	CHECK_FALSE(valid);
}

TEST_CASE("[Callable][Bind] bind() and unbind() around each other in turns, a hundred thousand deep, are walked without recursion") {
	const Callable target = Callable::create("abc", "repeat");
	Callable deep = target;
	Callable same = target;
	for (int i = 0; i < 100000; i++) {
		deep = deep.bind(i + 2).unbind(1);
		same = same.bind(-i).unbind(1);
	}
	CHECK_EQ(deep.get_argument_count(), 1);
	CHECK_EQ(deep.get_unbound_arguments_count(), 1);
	CHECK_EQ(Variant(deep.get_bound_arguments()).stringify(), String("[2]"));
	CHECK_EQ(deep.get_bound_arguments_count(), 1);
	CHECK_EQ(deep.get_method(), target.get_method());
	CHECK(deep == same);
	CHECK_FALSE(deep == same.unbind(1));
	CHECK_FALSE(deep < same);
	CHECK_EQ(deep.hash(), same.hash());
	CHECK_EQ(String(deep), String(target));
	CHECK_EQ(deep.call("x").stringify(), String("abcabc"));
}

TEST_CASE("[Callable][Bind] Bound values follow the call's own, unbinding drops its last") {
	const Callable join = Callable::create("%s-%s-%s", "format");
	CHECK_EQ(join.get_argument_count(), 2);
	const Callable size = Callable::create(Array{ 1, 2, 3 }, "slice").bind(3).bind(1);
	CHECK_EQ(size.call().stringify(), String("[2, 3]"));
	CHECK_EQ(Variant(size.get_bound_arguments()).stringify(), String("[1, 3]"));
	const Callable unbound = size.unbind(2);
	CHECK_EQ(unbound.call("x", "y").stringify(), String("[2, 3]"));
	CHECK_EQ(unbound.get_unbound_arguments_count(), 2);
	CHECK_FALSE(size == Callable::create(Array(), "slice").bind(9).bind(9));
	CHECK(size.bind(1) == size.bind(2));
	ExpectErrors quiet;
	CHECK(unbound.call("x").is_null());
	CHECK(Callable().call().is_null());
	CHECK_FALSE(Callable::create(5, "nope").is_valid());
}

} // namespace TestVariantCall
