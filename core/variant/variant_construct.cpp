// Constructors of the types that are no math types.
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"

namespace {

template <typename T>
T construct_default() {
	return T();
}

// Also the conversions: `int(2.5)` takes the same way as an implicit conversion.
template <typename To, typename From>
To construct_from(const From &p_from) {
	if constexpr (std::is_same_v<To, From>) {
		return p_from;
	} else {
		return Variant(p_from).operator To();
	}
}

template <typename T>
void register_basic() {
	bind_builtin_constructor_function<&construct_default<T>>({});
	bind_builtin_constructor_function<&construct_from<T, T>>({ "from" });
}

template <typename T>
bool bool_from(const T &p_from) {
	return p_from != T(0);
}

Callable make_callable(Object *p_object, const StringName &p_method) {
	return Callable(p_object, p_method);
}

Signal make_signal(Object *p_object, const StringName &p_signal) {
	return Signal(p_object, p_signal);
}

Array make_typed_array(const Array &p_base, int64_t p_type, const StringName &p_class_name, const Variant &p_script) {
	return Array(p_base, uint32_t(p_type), p_class_name, p_script);
}

Dictionary make_typed_dictionary(const Dictionary &p_base, int64_t p_key_type, const StringName &p_key_class_name, const Variant &p_key_script, int64_t p_value_type, const StringName &p_value_class_name, const Variant &p_value_script) {
	return Dictionary(p_base, uint32_t(p_key_type), p_key_class_name, p_key_script, uint32_t(p_value_type), p_value_class_name, p_value_script);
}

// Object and nil have no constructor in the language, but code that makes default values of any type calls these.
void make_nil(Variant *r_base, const Variant **) {
	*r_base = Variant();
}
void make_null_object(Variant *r_base, const Variant **) {
	*r_base = Variant(static_cast<const Object *>(nullptr));
}
void make_object(Variant *r_base, const Variant **p_args) {
	*r_base = *p_args[0];
}

void register_nil_and_object() {
	BuiltinConstructor constructor;
	constructor.validated = &make_nil;
	add_builtin_constructor(Variant::NIL, BuiltinConstructor(constructor));
	constructor.validated = &make_null_object;
	add_builtin_constructor(Variant::OBJECT, BuiltinConstructor(constructor));
	constructor.validated = &make_object;
	constructor.argument_names.push_back("from");
	constructor.argument_types.push_back(Variant::OBJECT);
	add_builtin_constructor(Variant::OBJECT, BuiltinConstructor(constructor));
}

} // namespace

void register_variant_construct() {
	register_nil_and_object();

	register_basic<bool>();
	bind_builtin_constructor_function<&bool_from<int64_t>>({ "from" });
	bind_builtin_constructor_function<&bool_from<double>>({ "from" });

	register_basic<int64_t>();
	bind_builtin_constructor_function<&construct_from<int64_t, double>>({ "from" });
	bind_builtin_constructor_function<&construct_from<int64_t, bool>>({ "from" });
	bind_builtin_constructor_function<&construct_from<int64_t, String>>({ "from" });

	register_basic<double>();
	bind_builtin_constructor_function<&construct_from<double, int64_t>>({ "from" });
	bind_builtin_constructor_function<&construct_from<double, bool>>({ "from" });
	bind_builtin_constructor_function<&construct_from<double, String>>({ "from" });

	register_basic<String>();
	bind_builtin_constructor_function<&construct_from<String, StringName>>({ "from" });
	bind_builtin_constructor_function<&construct_from<String, NodePath>>({ "from" });
	register_basic<StringName>();
	bind_builtin_constructor_function<&construct_from<StringName, String>>({ "from" });
	register_basic<NodePath>();
	bind_builtin_constructor_function<&construct_from<NodePath, String>>({ "from" });

	register_basic<RID>();
	register_basic<Callable>();
	bind_builtin_constructor_function<&make_callable>({ "object", "method" });
	register_basic<Signal>();
	bind_builtin_constructor_function<&make_signal>({ "object", "signal" });

	register_basic<Dictionary>();
	bind_builtin_constructor_function<&make_typed_dictionary>({ "base", "key_type", "key_class_name", "key_script", "value_type", "value_class_name", "value_script" });

	register_basic<Array>();
	bind_builtin_constructor_function<&make_typed_array>({ "base", "type", "class_name", "script" });
#define BIND_ARRAY_FROM(m_enum, m_type, m_element, m_element_type, m_name) \
	bind_builtin_constructor_function<&construct_from<Array, m_type>>({ "from" });
	VARIANT_PACKED_TYPES(BIND_ARRAY_FROM)
#undef BIND_ARRAY_FROM

#define BIND_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	register_basic<m_type>(); \
	bind_builtin_constructor_function<&construct_from<m_type, Array>>({ "from" });
	VARIANT_PACKED_TYPES(BIND_PACKED)
#undef BIND_PACKED
}
