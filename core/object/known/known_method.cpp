// Calls of methods that exist by signature alone.
#include "core/object/known/known_method.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"

static ContainerType element_of(const String &p_name) {
	ContainerType type;
	const Variant::Type builtin = Variant::get_type_by_name(StringName(p_name));
	type.builtin_type = builtin == Variant::VARIANT_MAX ? Variant::OBJECT : builtin;
	if (type.builtin_type == Variant::OBJECT) {
		type.class_name = p_name;
	}
	return type;
}

Variant known_zero_of(const PropertyInfo &p_info) {
	Variant value;
	Callable::CallError error;
	Variant::construct(p_info.type, value, nullptr, 0, error);
	if (p_info.type == Variant::ARRAY && p_info.hint == PROPERTY_HINT_ARRAY_TYPE && !p_info.hint_string.contains(":")) {
		Array array;
		array.set_typed(element_of(p_info.hint_string));
		return array;
	}
	if (p_info.type == Variant::DICTIONARY && p_info.hint == PROPERTY_HINT_DICTIONARY_TYPE) {
		Dictionary dictionary;
		dictionary.set_typed(element_of(p_info.hint_string.get_slice(";", 0)), element_of(p_info.hint_string.get_slice(";", 1)));
		return dictionary;
	}
	return value;
}

KnownMethod::KnownMethod(const StringName &p_class, const MethodInfo &p_info, bool p_quiet) :
		info(p_info), quiet(p_quiet) {
	name = p_info.name;
	instance_class = p_class;
	method_id = int((p_class.hash() ^ (name.hash() * 31u)) & 0x7FFFFFFF);
	argument_count = int(p_info.arguments.size());
	_static = p_info.flags & METHOD_FLAG_STATIC;
	_const = p_info.flags & METHOD_FLAG_CONST;
	_vararg = p_info.flags & METHOD_FLAG_VARARG;
	_returns = p_info.return_val.type != Variant::NIL || (p_info.return_val.usage & PROPERTY_USAGE_NIL_IS_VARIANT);
	own_types.push_back({ p_info.return_val.type, GodotTypeInfo::METADATA_NONE, nullptr, nullptr });
	for (const PropertyInfo &argument : p_info.arguments) {
		own_types.push_back({ argument.type, GodotTypeInfo::METADATA_NONE, nullptr, nullptr });
	}
	types = own_types.ptr();
	for (const Variant &value : p_info.default_arguments) {
		default_arguments.push_back(value);
	}
}

void KnownMethod::add_property(Kind p_kind, const Property &p_property) {
	kind = p_kind;
	properties.push_back(p_property);
}

PropertyInfo KnownMethod::get_argument_info(int p_argument) const {
	return p_argument < 0 ? info.return_val : p_argument < argument_count ? info.arguments[p_argument]
																		  : PropertyInfo(Variant::NIL, "arg_" + itos(p_argument), PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT);
}

const KnownMethod::Property *KnownMethod::find_property(const Variant *p_index) const {
	for (const Property &property : properties) {
		if (property.index < 0 || property.index == int(int64_t(*p_index))) {
			return &property;
		}
	}
	return nullptr;
}

void KnownMethod::tell() const {
	if (!quiet && !told.exchange(true, std::memory_order_relaxed)) {
		KnownClasses::tell_absent(instance_class, name);
	}
}

bool KnownMethod::fits(const Variant &p_value, int p_argument) const {
	const StringName &wanted = info.arguments[p_argument].class_name;
	const Object *object = p_value.get_type() == Variant::OBJECT ? p_value.get_validated_object() : nullptr;
	return !object || wanted.is_empty() || object->is_class(wanted);
}

Variant KnownMethod::call(Object *p_object, const Variant **p_args, int p_argcount, Callable::CallError &r_error) const {
	for (int i = 0; i < MIN(p_argcount, argument_count); i++) {
		if (info.arguments[i].type == Variant::OBJECT && !fits(*p_args[i], i)) {
			r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
			r_error.argument = i;
			r_error.expected = Variant::OBJECT;
			return Variant();
		}
	}
	return MethodBind::call(p_object, p_args, _vararg ? MIN(p_argcount, argument_count) : p_argcount, r_error);
}

void KnownMethod::validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const {
	if (kind == IMPLEMENTED) {
		function(p_object, p_args, r_ret);
		return;
	}
	const Property *property = kind == ABSENT ? nullptr : find_property(argument_count > 0 ? p_args[0] : nullptr);
	if (!property) {
		tell();
		if (_returns) {
			// Nobody is to believe that it went well.
			*r_ret = !quiet && info.return_val.class_name == SNAME("Error") ? Variant(ERR_UNAVAILABLE) : known_zero_of(info.return_val);
		}
	} else if (kind == SETTER) {
		p_object->set_known_value(property->name, *p_args[argument_count - 1]);
	} else {
		const Variant *kept = p_object->get_known_value(property->name);
		*r_ret = kept ? *kept : property->default_value;
	}
}
