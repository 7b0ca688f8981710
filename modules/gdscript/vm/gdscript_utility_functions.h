// The language's own functions: range, len, load, char and their like.
#pragma once

#include "core/string/string_name.h"
#include "core/variant/variant.h"

struct GDScriptFrame;

struct GDScriptUtilityFunctions {
	// -1 when there is no such function.
	static int find(const StringName &p_name);
	static StringName get_name(int p_function);
	static int get_required_count(int p_function);
	// With a String in r_result when the arguments are of no use. p_frame is the caller, null outside scripts.
	static void call(int p_function, GDScriptFrame *p_frame, Variant &r_result, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
};
