// A lambda as a value: its code, the object it was made on, and copies of what it captured.
#pragma once

#include "core/templates/vector.h"
#include "core/variant/direct_call.h"
#include "modules/gdscript/compiler/gdscript_class.h"

class GDScriptInstance;

// Keeps its script alive, and its captures; never the object it was made on, unless that is RefCounted.
class GDScriptLambdaCallable : public CallableCustom {
	Ref<GDScriptClass> script; // The file's class: it, or an inner class of it, owns the function.
	GDScriptFunction *function = nullptr;
	Variant self; // Nil in static functions.
	ObjectID self_id;
	Vector<Variant> captures;
	uint32_t unique_hash = 0;

	static bool compare_equal(const CallableCustom *p_a, const CallableCustom *p_b);
	static bool compare_less(const CallableCustom *p_a, const CallableCustom *p_b);
	static void call_directly(const CallableCustom *p_callable, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error);

public:
	// For DirectCall: of lambdas that are no more than a function.
	static DirectCall::Function find_direct_call(const CallableCustom *p_callable);
	static bool is_lambda(const CallableCustom *p_custom) { return p_custom->get_compare_equal_func() == &compare_equal; }
	GDScriptFunction *get_function() const { return function; }
	const Ref<GDScriptClass> &get_script() const { return script; }
	const Vector<Variant> &get_captures() const { return captures; }
	// The instance to run on; null for static ones and when self has no script any more.
	GDScriptInstance *get_instance() const;

	uint32_t hash() const override { return unique_hash; }
	String get_as_text() const override;
	CompareEqualFunc get_compare_equal_func() const override { return compare_equal; }
	CompareLessFunc get_compare_less_func() const override { return compare_less; }
	bool is_valid() const override;
	StringName get_method() const override { return function->name; }
	ObjectID get_object() const override;
	int get_argument_count(bool &r_is_valid) const override;
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override;

	GDScriptLambdaCallable(GDScriptFunction *p_function, GDScriptInstance *p_instance, const Vector<Variant> &p_captures);
};

// A global or language function as a value: `[-1, 2].map(absi)`.
class GDScriptUtilityCallable : public CallableCustom {
	StringName name;
	int language_function; // Its number, or -1 for the engine's.

	static bool compare_equal(const CallableCustom *p_a, const CallableCustom *p_b);
	static bool compare_less(const CallableCustom *p_a, const CallableCustom *p_b);

public:
	uint32_t hash() const override { return name.hash(); }
	String get_as_text() const override;
	CompareEqualFunc get_compare_equal_func() const override { return compare_equal; }
	CompareLessFunc get_compare_less_func() const override { return compare_less; }
	bool is_valid() const override { return true; }
	StringName get_method() const override { return name; }
	ObjectID get_object() const override { return ObjectID(); }
	int get_argument_count(bool &r_is_valid) const override;
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override;

	explicit GDScriptUtilityCallable(const StringName &p_name);
};
