// What the functions behind validated instructions work on, found by their addresses: code holds nothing else of them. For checks and listings.
#pragma once

#include "core/templates/vector.h"
#include "core/variant/variant.h"

struct GDScriptNativeSignature {
	Variant::Type base = Variant::NIL; // Of methods and accessors; of operators what stands on the left.
	Vector<Variant::Type> arguments; // NIL: any. Of operators what stands on the right.
	bool has_result = true;
	Variant::Type result = Variant::NIL; // NIL: any. Of accessors the type of the place.
};

class GDScriptNativeSignatures {
public:
	// Of a validated method, constructor, getter or setter of the built-in types; null if there is none. Any thread; valid for the life of the program.
	static const GDScriptNativeSignature *find(const void *p_function);
	// Of a validated operator for these types; what is no Variant::Type fits all.
	static const GDScriptNativeSignature *find_operator(const void *p_function, uint8_t p_left, uint8_t p_right);
};
