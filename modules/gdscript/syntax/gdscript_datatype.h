// Static types of GDScript, as the analyzer computes them and the compiler reads them.
#pragma once

#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/variant/variant.h"

namespace GDScriptAST {
struct ClassNode;
} // namespace GDScriptAST

// The values of one named enum, of a script, of a native class or of the global scope. Owned by the arena of the
// script that declares it, or (native and global enums) by a table that lives as long as the process.
struct GDScriptEnumInfo {
	struct Value {
		StringName name;
		int64_t value = 0;
	};
	StringName name; // As written in the declaration: "Kind".
	StringName full_name; // Unique: "res://a.gd::Outer.Kind", "Node.ProcessMode", "Error". Identity is compared by it.
	StringName native_class; // Of native enums that belong to a class; empty for script and global enums.
	LocalVector<Value> values; // In order of declaration.

	const Value *find(const StringName &p_name) const {
		for (const Value &value : values) {
			if (value.name == p_name) {
				return &value;
			}
		}
		return nullptr;
	}
	bool has_value(int64_t p_value) const {
		for (const Value &value : values) {
			if (value.value == p_value) {
				return true;
			}
		}
		return false;
	}
};

// A static type. A small value: copying allocates nothing. Pointers lead into the arena of the script that declares what
// they point to; a tree must be kept alive as long as trees that depend on it (GDScriptDependencyResolver does).
struct GDScriptType {
	enum Kind : uint8_t {
		UNRESOLVED, // Not looked at yet. Never left after resolve_body().
		RESOLVING, // Being looked at; meeting it again is a cyclic reference.
		VARIANT, // Anything; also what nothing is known about.
		BUILTIN, // builtin_type, neither NIL-as-anything nor OBJECT-with-a-class. `void` is BUILTIN NIL, so is `null`.
		NATIVE, // An object of the native class native_type or of a class below it.
		CLASS, // An object of the script class class_type or below it. native_type is its native base.
		ENUM, // An int that is one of enum_info's values. With is_meta_type: the enum itself (a read-only Dictionary).
	};
	// How sure the type is. Hard types (from DECLARED_INFERRED on) bind the value that a place holds. The others are for diagnostics
	// alone: a place like `var x = 1` may get a value of another type later, so that code must treat them as Variant.
	enum Origin : uint8_t {
		UNDETECTED,
		INFERRED, // Known of this value only. Calls and indices are checked against it; where a value goes is not.
		ASSUMED, // Declared by what such a value is known to be: the result of `x.f()`. Checked like a hard one.
		DECLARED_INFERRED, // `:=`, or the result of an operation on hard types.
		DECLARED, // Written out.
	};

	Kind kind = UNRESOLVED;
	Origin origin = UNDETECTED;
	Variant::Type builtin_type = Variant::NIL; // BUILTIN; OBJECT for NATIVE and CLASS; INT (or DICTIONARY, meta) for ENUM.
	bool is_meta_type = false; // The type itself is the value: `Node`, `MyClass`, `Vector2`, `MyEnum`.
	bool is_constant = false; // The expression's value is known (ExpressionNode::reduced_value), or it names a class.
	bool is_read_only = false; // Its value may not be changed in place (constant containers).
	bool is_coroutine = false; // Result of calling a function that may suspend; the value is a GDScriptFunctionState then.
	bool is_pseudo = false; // A name that only leads somewhere (a global enum scope); has no run-time value.
	StringName native_type;
	GDScriptAST::ClassNode *class_type = nullptr;
	const GDScriptEnumInfo *enum_info = nullptr;
	// Array[T]: elements[0]. Dictionary[K, V]: both. Null: untyped. Never containers with elements of their own.
	const GDScriptType *elements[2] = { nullptr, nullptr };

	bool is_set() const { return kind > RESOLVING; }
	bool is_hard() const { return origin > ASSUMED; } // Code may rely on it.
	bool is_firm() const { return origin > INFERRED; } // Whoever contradicts it is wrong.
	bool is_weak() const { return origin <= INFERRED; }
	// What depends on another value is not surer than that one.
	void limit_origin(Origin p_most) { origin = origin < p_most ? origin : p_most; }
	// Of what is reached through a value of p_base's type.
	void limit_to_base(const GDScriptType &p_base) { limit_origin(p_base.is_hard() ? DECLARED : ASSUMED); }
	bool is_variant() const { return kind == VARIANT || kind <= RESOLVING; }
	bool is_builtin(Variant::Type p_type) const { return kind == BUILTIN && builtin_type == p_type; }
	bool is_void_or_null() const { return kind == BUILTIN && builtin_type == Variant::NIL; }
	bool is_object() const { return (kind == NATIVE || kind == CLASS) && !is_meta_type; }
	bool has_elements() const { return elements[0] != nullptr; }
	bool is_typed_array() const { return is_builtin(Variant::ARRAY) && elements[0]; }
	bool is_typed_dictionary() const { return is_builtin(Variant::DICTIONARY) && elements[0]; }
	// The same set of values; how sure and constant the two are does not count.
	bool same_as(const GDScriptType &p_other) const;
	// For messages: "int", "Array[Node]", "MyClass", "Variant".
	String to_string() const;
	// The Variant type a value of this type has, NIL when not one (Variant). Enums give INT.
	Variant::Type variant_type() const {
		return kind == VARIANT || kind <= RESOLVING ? Variant::NIL : builtin_type;
	}

	static GDScriptType make_variant() {
		GDScriptType type;
		type.kind = VARIANT;
		type.origin = DECLARED;
		return type;
	}
	static GDScriptType make_builtin(Variant::Type p_type, Origin p_origin = DECLARED) {
		GDScriptType type;
		type.kind = BUILTIN;
		type.origin = p_origin;
		type.builtin_type = p_type;
		return type;
	}
	static GDScriptType make_native(const StringName &p_class, Origin p_origin = DECLARED) {
		GDScriptType type;
		type.kind = NATIVE;
		type.origin = p_origin;
		type.builtin_type = Variant::OBJECT;
		type.native_type = p_class;
		return type;
	}
	static GDScriptType make_enum(const GDScriptEnumInfo *p_enum, Origin p_origin = DECLARED) {
		GDScriptType type;
		type.kind = ENUM;
		type.origin = p_origin;
		type.builtin_type = Variant::INT;
		type.enum_info = p_enum;
		return type;
	}
};

// Drops the enums of native classes and of the global scope that types pointed at; when no tree is left, before the names go.
void gdscript_forget_foreign_enums();
