// GDVIRTUAL: methods that a class declares and its scripts may override.
#pragma once

#include "core/object/class_db.h"
#include "core/object/method_bind.h"
#include "core/object/script_instance.h"

// What all signatures share. False: the script has no such method, or the call failed (with an error printed).
bool gdvirtual_call(const Object *p_object, const StringName &p_name, const Variant **p_args, int p_argcount, Variant &r_ret);
bool gdvirtual_is_overridden(const Object *p_object, const StringName &p_name);
void gdvirtual_bind(const StringName &p_class, const char *p_name, uint32_t p_flags, const MethodType *p_types, int p_argcount, const char *const *p_argument_names, int p_name_count);

template <typename T>
Variant gdvirtual_argument(const T &p_value) {
	if constexpr (std::is_enum_v<T>) {
		return Variant(int64_t(p_value));
	} else {
		return Variant(p_value);
	}
}

// GDVIRTUAL_CALL(_name, arguments..., r_result): the last one takes the result when there is one.
template <typename R, typename... P>
struct GDVirtual {
	static bool call(const Object *p_object, const StringName &p_name, const P &...p_args, R &r_ret) {
		VariantArguments<sizeof...(P)> args(gdvirtual_argument(p_args)...);
		Variant ret;
		if (!gdvirtual_call(p_object, p_name, args.pointers, sizeof...(P), ret)) {
			return false;
		}
		r_ret = VariantCaster<R>::cast(ret);
		return true;
	}
};

template <typename... P>
struct GDVirtual<void, P...> {
	static bool call(const Object *p_object, const StringName &p_name, const P &...p_args) {
		VariantArguments<sizeof...(P)> args(gdvirtual_argument(p_args)...);
		Variant ret;
		return gdvirtual_call(p_object, p_name, args.pointers, sizeof...(P), ret);
	}
};

#define _GDVIRTUAL(m_name, m_flags, ...) \
	template <typename... A> \
	bool _gdvirtual_##m_name##_call(A &&...p_args) const { \
		static const StringName name(#m_name); \
		return get_script_instance() != nullptr && GDVirtual<__VA_ARGS__>::call(this, name, std::forward<A>(p_args)...); \
	} \
	bool _gdvirtual_##m_name##_overridden() const { \
		static const StringName name(#m_name); \
		return get_script_instance() != nullptr && gdvirtual_is_overridden(this, name); \
	} \
	template <typename... N> \
	static void _gdvirtual_##m_name##_bind(const N *...p_names) { \
		const char *names[sizeof...(N) + 1] = { p_names..., nullptr }; \
		_gdvirtual_bind_types<__VA_ARGS__>(get_class_static(), #m_name, m_flags, names, sizeof...(N)); \
	}

template <typename R, typename... P>
void _gdvirtual_bind_types(const StringName &p_class, const char *p_name, uint32_t p_flags, const char *const *p_names, int p_name_count) {
	gdvirtual_bind(p_class, p_name, p_flags, method_types<R, P...>, sizeof...(P), p_names, p_name_count);
}

// In the class. The name says what the arguments are: number, R with a result, C const.
#define GDVIRTUAL0(m_name) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL, void)
#define GDVIRTUAL0C(m_name) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, void)
#define GDVIRTUAL0R(m_ret, m_name) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL, m_ret)
#define GDVIRTUAL0RC(m_ret, m_name) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, m_ret)
#define GDVIRTUAL1(m_name, ...) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL, void, __VA_ARGS__)
#define GDVIRTUAL1C(m_name, ...) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, void, __VA_ARGS__)
#define GDVIRTUAL1R(m_ret, m_name, ...) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL, m_ret, __VA_ARGS__)
#define GDVIRTUAL1RC(m_ret, m_name, ...) _GDVIRTUAL(m_name, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, m_ret, __VA_ARGS__)
#define GDVIRTUAL2 GDVIRTUAL1
#define GDVIRTUAL2C GDVIRTUAL1C
#define GDVIRTUAL2R GDVIRTUAL1R
#define GDVIRTUAL2RC GDVIRTUAL1RC
#define GDVIRTUAL3 GDVIRTUAL1
#define GDVIRTUAL3C GDVIRTUAL1C
#define GDVIRTUAL3R GDVIRTUAL1R
#define GDVIRTUAL3RC GDVIRTUAL1RC
#define GDVIRTUAL4 GDVIRTUAL1
#define GDVIRTUAL4C GDVIRTUAL1C
#define GDVIRTUAL4R GDVIRTUAL1R
#define GDVIRTUAL4RC GDVIRTUAL1RC
#define GDVIRTUAL5C GDVIRTUAL1C
#define GDVIRTUAL5R GDVIRTUAL1R
#define GDVIRTUAL6C GDVIRTUAL1C
#define GDVIRTUAL8 GDVIRTUAL1
// In methods.
#define GDVIRTUAL_CALL(m_name, ...) _gdvirtual_##m_name##_call(__VA_ARGS__)
#define GDVIRTUAL_IS_OVERRIDDEN(m_name) _gdvirtual_##m_name##_overridden()
// In _bind_methods(): GDVIRTUAL_BIND(_process, "delta");
#define GDVIRTUAL_BIND(m_name, ...) _gdvirtual_##m_name##_bind(__VA_ARGS__)
