// DirectCall: how the Array methods that call back reach a function of a script without the steps that are there for every kind of Callable.
#pragma once

#include "core/variant/callable.h"

class DirectCall {
public:
	// As CallableCustom::call(), for whoever keeps the callable; r_ret is null when it comes in, and no script reaches it.
	using Function = void (*)(const CallableCustom *p_callable, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error);
	// What calls p_callable any number of times, or null where nothing is known that would be shorter. A language's, set while it lives.
	static inline Function (*find)(const CallableCustom *p_callable) = nullptr;
};
