// Callable and Signal: values that name a method or a signal of an object, and CallableCustom, the base of lambdas and bound calls.
#pragma once

#include "core/error/error_list.h"
#include "core/string/string_name.h"
#include "core/templates/object_id.h"
#include "core/templates/safe_refcount.h"
#include "core/templates/vector.h"

class Array;
class CallableCustom;
class String;
class Object;
class Variant;

// 16 bytes, inside a Variant. Either an object id and a method name, or a counted CallableCustom. Never keeps a plain target alive.
class Callable {
public:
	struct CallError {
		enum Error : int {
			CALL_OK,
			CALL_ERROR_INVALID_METHOD,
			CALL_ERROR_INVALID_ARGUMENT, // argument: index; expected: Variant::Type wanted.
			CALL_ERROR_TOO_MANY_ARGUMENTS, // expected: the most that are taken.
			CALL_ERROR_TOO_FEW_ARGUMENTS, // expected: the least that are needed.
			CALL_ERROR_INSTANCE_IS_NULL,
			CALL_ERROR_METHOD_NOT_CONST,
		};
		Error error = CALL_OK;
		int argument = 0;
		int expected = 0;
	};

	Callable() :
			tag(TAG_NULL), object_id(0) {}
	// Without the name of a method: an error, and the null Callable.
	Callable(const Object *p_object, const StringName &p_method);
	Callable(ObjectID p_object, const StringName &p_method);
	explicit Callable(CallableCustom *p_custom); // Takes a reference.
	Callable(const Callable &p_from);
	Callable(Callable &&p_from) noexcept;
	~Callable();
	Callable &operator=(const Callable &p_from);
	Callable &operator=(Callable &&p_from) noexcept;
	// For a method of a built-in type's value (`Callable.create`); an ordinary Callable when the value is an object.
	static Callable create(const Variant &p_variant, const StringName &p_method);

	void callp(const Variant **p_arguments, int p_argcount, Variant &r_return_value, CallError &r_error) const;
	Variant callv(const Array &p_arguments) const; // Prints an error when the call fails.
	void call_deferredp(const Variant **p_arguments, int p_argcount) const;
	Error rpcp(int p_peer_id, const Variant **p_arguments, int p_argcount, CallError &r_error) const;
	// Prints an error when the call fails.
	template <typename... Args>
	Variant call(const Args &...p_args) const;
	template <typename... Args>
	void call_deferred(const Args &...p_args) const;
	template <typename... Args>
	Callable bind(const Args &...p_args) const;
	void report_failure(const Variant **p_arguments, int p_argcount, const CallError &p_error) const; // Prints; nothing when CALL_OK.
	Callable bindp(const Variant **p_arguments, int p_argcount) const;
	Callable bindv(const Array &p_arguments) const;
	Callable unbind(int p_argcount) const;

	bool is_null() const { return tag == TAG_NULL; }
	bool is_custom() const { return tag == TAG_CUSTOM; }
	bool is_standard() const { return tag != TAG_NULL && tag != TAG_CUSTOM; }
	bool is_valid() const; // The target lives and has the method.

	Object *get_object() const; // nullptr when gone.
	ObjectID get_object_id() const;
	StringName get_method() const;
	CallableCustom *get_custom() const; // Only when is_custom().
	int get_argument_count(bool *r_is_valid = nullptr) const; // Required and optional ones, after binds and unbinds.
	int get_bound_arguments_count() const;
	void get_bound_arguments_ref(Vector<Variant> &r_arguments) const;
	Array get_bound_arguments() const;
	int get_unbound_arguments_count() const;
	// What remains when binds are taken off; itself when there are none. Two connections are the same when these are equal.
	const Callable *get_base_comparator() const;

	uint32_t hash() const;
	bool operator==(const Callable &p_other) const;
	bool operator!=(const Callable &p_other) const { return !(*this == p_other); }
	bool operator<(const Callable &p_other) const;
	operator String() const;

private:
	// A StringName is one pointer; two values that no pointer to an entry has say what else this may be.
	static constexpr uintptr_t TAG_NULL = 0;
	static constexpr uintptr_t TAG_CUSTOM = 1;
	union {
		StringName method; // When is_standard(); never empty.
		uintptr_t tag;
	};
	union {
		uint64_t object_id; // 0 when null.
		CallableCustom *custom; // When is_custom().
	};

	void _take(Callable &r_from); // *this holds nothing.
};

// What a custom Callable does. Counted: the last Callable that holds it deletes it.
class CallableCustom {
public:
	using CompareEqualFunc = bool (*)(const CallableCustom *p_a, const CallableCustom *p_b);
	using CompareLessFunc = bool (*)(const CallableCustom *p_a, const CallableCustom *p_b);

	virtual ~CallableCustom() = default;

	virtual uint32_t hash() const = 0;
	virtual String get_as_text() const = 0;
	// Both sides are compared only if they answer the same functions.
	virtual CompareEqualFunc get_compare_equal_func() const = 0;
	virtual CompareLessFunc get_compare_less_func() const = 0;
	virtual bool is_valid() const;
	virtual StringName get_method() const;
	virtual ObjectID get_object() const = 0;
	virtual const Callable *get_base_comparator() const; // nullptr: the Callable itself.
	virtual void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const = 0; // By Callable alone, which keeps this until it returns; so with rpc().
	virtual Error rpc(int p_peer_id, const Variant **p_arguments, int p_argcount, Callable::CallError &r_call_error) const;
	virtual int get_argument_count(bool &r_is_valid) const;
	virtual int get_bound_arguments_count() const { return 0; }
	virtual void get_bound_arguments(Vector<Variant> &r_arguments) const;
	virtual int get_unbound_arguments_count() const { return 0; }

private:
	friend class Callable;
	SafeRefCount ref_count;
	bool referenced = false;
};

// 16 bytes, inside a Variant: an object id and a signal name. Never keeps the object alive.
class Signal {
public:
	Signal() = default;
	Signal(const Object *p_object, const StringName &p_name);
	Signal(ObjectID p_object, const StringName &p_name);

	bool is_null() const { return object.is_null() && name == StringName(); }
	Object *get_object() const; // nullptr when gone.
	ObjectID get_object_id() const { return object; }
	StringName get_name() const { return name; }

	Error emit(const Variant **p_arguments, int p_argcount) const;
	Error connect(const Callable &p_callable, uint32_t p_flags = 0);
	void disconnect(const Callable &p_callable);
	bool is_connected(const Callable &p_callable) const;
	Array get_connections() const;
	bool has_connections() const;

	bool operator==(const Signal &p_other) const { return object == p_other.object && name == p_other.name; }
	bool operator!=(const Signal &p_other) const { return !(*this == p_other); }
	bool operator<(const Signal &p_other) const;
	operator String() const;

private:
	StringName name;
	ObjectID object;
};
