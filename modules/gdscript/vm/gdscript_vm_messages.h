// The words of run-time errors: what a value is called, why a call failed, and the name that was probably meant.
#pragma once

#include "core/string/ustring.h"
#include "core/variant/variant.h"

class GDScriptFunction;

struct GDScriptVMMessages {
	// "int", "null", "Array[int]", "RefCounted (Inner)", "previously freed object".
	static String describe(const Variant &p_value);
	static String describe(const Object *p_object);
	// A call of p_method on p_base ended with p_error.
	static String call_failed(const Variant &p_base, const StringName &p_method, const Variant **p_args, int p_argcount, const Callable::CallError &p_error);
	// p_function of that object, or of its class, does not take these arguments.
	static String arguments_refused(const GDScriptFunction *p_function, const Object *p_self, const Variant **p_args, int p_argcount, const Callable::CallError &p_error);
	// " Did you mean "x"?", or nothing.
	static String near_method(const Variant &p_base, const StringName &p_name);
	static String near_property(const Variant &p_base, const StringName &p_name);
};
