// The element type of a typed Array, or of the keys or values of a typed Dictionary, and the check every write goes through.
#pragma once

#include "core/string/string_name.h"
#include "core/variant/variant.h"

// Plain description, as analyzers and loaders pass it about. builtin_type NIL means untyped.
struct ContainerType {
	Variant::Type builtin_type = Variant::NIL;
	StringName class_name; // Only with OBJECT; empty takes any object.
	Variant script; // Only with OBJECT; a Script that the object's script must be or extend, or nil.

	_FORCE_INLINE_ bool is_typed() const { return builtin_type != Variant::NIL; }
	bool operator==(const ContainerType &p_other) const;
	bool operator!=(const ContainerType &p_other) const { return !(*this == p_other); }
	// As in the `Array[...]` of messages: "int", "Node", or the script's global name or path.
	String get_name() const;
};

struct ContainerTypeValidate : ContainerType {
	const char *where = "container"; // Names the container in messages: "TypedArray", "TypedDictionary.Key" ...

	// True if everything p_other lets in would be let in here as well.
	bool can_reference(const ContainerType &p_other) const;
	// Converts what the language converts implicitly (int and float, String and StringName ...). False, with an error printed, on a misfit.
	// r_value is unchanged when false.
	bool validate(Variant &r_value, const char *p_operation = "use") const;
	// For objects only: class and script fit. Prints on failure.
	bool validate_object(const Variant &p_value, const char *p_operation = "use") const;
	// The same question without conversion and without a message.
	bool fits(const Variant &p_value) const;
};
