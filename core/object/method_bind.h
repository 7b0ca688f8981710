// MethodBind: a C++ method that scripts can call, with its argument types, names and defaults.
#pragma once

#include "core/object/object_type_info.h"
#include "core/templates/local_vector.h"
#include "core/variant/typed_array.h"
#include "core/variant/typed_dictionary.h"

#include <utility>

template <typename T>
using BoundArgument = std::remove_cv_t<std::remove_reference_t<T>>;

// What binding needs to know of one argument or result; constant data of the program.
struct MethodType {
	Variant::Type type;
	GodotTypeInfo::Metadata metadata;
	ClassTag *class_tag; // What an object argument must be; null for other types.
	TypeDescription (*describe)();
};

template <typename T>
constexpr MethodType make_method_type() {
	if constexpr (std::is_void_v<T>) {
		return { Variant::NIL, GodotTypeInfo::METADATA_NONE, nullptr, nullptr };
	} else {
		using Info = GetTypeInfo<BoundArgument<T>>;
		return { Info::VARIANT_TYPE, Info::METADATA, ObjectClassOf<BoundArgument<T>>::get_tag(), &Info::describe };
	}
}

// Owned by ClassDB, valid until it is cleaned up. Immutable after binding, so usable from any thread.
class MethodBind {
	friend class ClassDB;
	friend class KnownMethod;

	StringName name;
	StringName instance_class;
	LocalVector<const char *> argument_names; // Literals of the D_METHOD.
	LocalVector<Variant> default_arguments; // Of the last arguments.
	int method_id = 0;

protected:
	const MethodType *types = nullptr; // [0] is the result, then the arguments.
	int argument_count = 0;
	bool _static = false;
	bool _const = false;
	bool _vararg = false;
	bool _returns = false;

public:
	static constexpr int MAX_ARGUMENTS = 16;

	virtual ~MethodBind() = default;
	MethodBind() = default;
	MethodBind(const MethodBind &) = delete;
	void operator=(const MethodBind &) = delete;

	// For any arguments: counts them, adds defaults, converts what converts implicitly, or says in r_error what does not fit.
	virtual Variant call(Object *p_object, const Variant **p_args, int p_argcount, Callable::CallError &r_error) const;
	// For all arguments, each of exactly the declared type (NIL: any; an object of the class, or null). p_object is of the class
	// (ignored when static). r_ret is an initialised Variant, left alone when nothing is returned. Not for vararg methods.
	virtual void validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const = 0;

	const StringName &get_name() const { return name; }
	const StringName &get_instance_class() const { return instance_class; }
	int get_method_id() const { return method_id; }
	int get_argument_count() const { return argument_count; }
	int get_default_argument_count() const { return int(default_arguments.size()); }
	bool is_static() const { return _static; }
	bool is_const() const { return _const; }
	bool is_vararg() const { return _vararg; }
	bool has_return() const { return _returns; }
	uint32_t get_hint_flags() const;

	// -1 is the result. NIL means any type, or nothing for a result that has none.
	virtual Variant::Type get_argument_type(int p_argument) const { return types[p_argument + 1].type; }
	virtual PropertyInfo get_argument_info(int p_argument) const;
	PropertyInfo get_return_info() const { return get_argument_info(-1); }
	virtual GodotTypeInfo::Metadata get_argument_meta(int p_argument) const { return types[p_argument + 1].metadata; }
	ClassTag *get_argument_class_tag(int p_argument) const { return types ? types[p_argument + 1].class_tag : nullptr; }
	// p_argument counts from the first argument; false when it has no default.
	bool has_default_argument(int p_argument) const;
	Variant get_default_argument(int p_argument) const;
	MethodInfo get_method_info() const;
};

template <typename T>
void store_result(Variant *r_ret, const T &p_value) {
	if constexpr (std::is_pointer_v<T>) {
		*r_ret = Variant(static_cast<const Object *>(p_value));
	} else {
		variant_store(r_ret, p_value);
	}
}

template <typename R, typename... P>
inline constexpr MethodType method_types[] = { make_method_type<R>(), make_method_type<P>()... };

// METHOD is a pointer to member of Object: which class it really belongs to does not matter to the call, so that
// all methods of one signature share this code.
template <typename METHOD, bool CONST, typename R, typename... P>
class MethodBindMember final : public MethodBind {
	METHOD method;

	template <size_t... I>
	void invoke(Object *p_object, const Variant **p_args, Variant *r_ret, std::index_sequence<I...>) const {
		if constexpr (std::is_void_v<R>) {
			(p_object->*method)(VariantCaster<BoundArgument<P>>::get(*p_args[I])...);
		} else {
			store_result(r_ret, (p_object->*method)(VariantCaster<BoundArgument<P>>::get(*p_args[I])...));
		}
	}

public:
	void validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const override {
		invoke(p_object, p_args, r_ret, std::index_sequence_for<P...>());
	}
	explicit MethodBindMember(METHOD p_method) :
			method(p_method) {
		types = method_types<R, P...>;
		argument_count = sizeof...(P);
		_const = CONST;
		_returns = !std::is_void_v<R>;
	}
};

template <typename R, typename... P>
class MethodBindStatic final : public MethodBind {
	R(*function)
	(P...);

	template <size_t... I>
	void invoke(const Variant **p_args, Variant *r_ret, std::index_sequence<I...>) const {
		if constexpr (std::is_void_v<R>) {
			function(VariantCaster<BoundArgument<P>>::get(*p_args[I])...);
		} else {
			store_result(r_ret, function(VariantCaster<BoundArgument<P>>::get(*p_args[I])...));
		}
	}

public:
	void validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const override {
		invoke(p_args, r_ret, std::index_sequence_for<P...>());
	}
	explicit MethodBindStatic(R (*p_function)(P...)) :
			function(p_function) {
		types = method_types<R, P...>;
		argument_count = sizeof...(P);
		_static = true;
		_returns = !std::is_void_v<R>;
	}
};

// The method takes the arguments as they come: Variant (Class::*)(const Variant **, int, Callable::CallError &), or void.
class MethodBindVararg final : public MethodBind {
public:
	using Method = Variant (Object::*)(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	using VoidMethod = void (Object::*)(const Variant **p_args, int p_argcount, Callable::CallError &r_error);

private:
	Method method = nullptr;
	VoidMethod void_method = nullptr;
	MethodInfo info;

public:
	Variant call(Object *p_object, const Variant **p_args, int p_argcount, Callable::CallError &r_error) const override;
	void validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const override;
	Variant::Type get_argument_type(int p_argument) const override;
	PropertyInfo get_argument_info(int p_argument) const override;
	GodotTypeInfo::Metadata get_argument_meta(int p_argument) const override;
	MethodBindVararg(Method p_method, VoidMethod p_void_method, const MethodInfo &p_info);
};

template <typename T, typename R, typename... P>
MethodBind *create_method_bind(R (T::*p_method)(P...)) {
	using Method = R (Object::*)(P...);
	return memnew((MethodBindMember<Method, false, R, P...>)(static_cast<Method>(p_method)));
}

template <typename T, typename R, typename... P>
MethodBind *create_method_bind(R (T::*p_method)(P...) const) {
	using Method = R (Object::*)(P...) const;
	return memnew((MethodBindMember<Method, true, R, P...>)(static_cast<Method>(p_method)));
}

template <typename R, typename... P>
MethodBind *create_static_method_bind(R (*p_function)(P...)) {
	return memnew((MethodBindStatic<R, P...>)(p_function));
}
