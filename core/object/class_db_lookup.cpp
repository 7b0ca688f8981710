// ClassDB: everything that is asked of registered classes.
#include "core/object/class_db.h"

#include "core/error/error_macros.h"
#include "core/object/known/known_classes.h"
#include "core/object/known/known_facts.h"
#include "core/object/ref_counted.h"

ClassDB::ClassInfo *ClassDB::get_class_info(const StringName &p_class) {
	ClassInfo **info = classes.getptr(p_class);
	return likely(info) ? *info : KnownClasses::get_class_info(p_class);
}

ClassDB::ClassInfo *ClassDB::get_class_info(const Object *p_object) {
	const ClassTag *tag = p_object->get_class_tag();
	if (unlikely(!tag->class_info)) {
		p_object->get_class_name(); // Initialises the class of an object that is still being constructed.
	}
	return static_cast<ClassInfo *>(tag->class_info);
}

void ClassDB::get_native_class_list(LocalVector<StringName> *p_classes) {
	for (const KeyValue<StringName, ClassInfo *> &entry : classes) {
		p_classes->push_back(entry.key);
	}
	p_classes->sort_custom<StringName::AlphCompare>();
}

void ClassDB::get_class_list(LocalVector<StringName> *p_classes) {
	KnownClasses::get_class_list(p_classes);
	get_native_class_list(p_classes);
}

void ClassDB::get_inheriters_from_class(const StringName &p_class, LocalVector<StringName> *p_classes) {
	LocalVector<StringName> all;
	get_class_list(&all);
	for (const StringName &name : all) {
		// Without making an entry of each.
		for (StringName base = get_parent_class(name); !base.is_empty(); base = get_parent_class(base)) {
			if (base == p_class) {
				p_classes->push_back(name);
				break;
			}
		}
	}
}

void ClassDB::get_direct_inheriters_from_class(const StringName &p_class, LocalVector<StringName> *p_classes) {
	LocalVector<StringName> all;
	get_class_list(&all);
	for (const StringName &name : all) {
		if (get_parent_class(name) == p_class) {
			p_classes->push_back(name);
		}
	}
}

StringName ClassDB::get_parent_class(const StringName &p_class) {
	ClassInfo **native = classes.getptr(p_class);
	return native ? (*native)->inherits : KnownClasses::get_parent_class(p_class);
}

bool ClassDB::class_exists(const StringName &p_class) {
	return classes.has(p_class) || KnownClasses::get_class_info(p_class) != nullptr;
}

bool ClassDB::is_parent_class(const StringName &p_class, const StringName &p_inherits) {
	for (const ClassInfo *info = get_class_info(p_class); info; info = info->inherits_ptr) {
		if (info->name == p_inherits) {
			return true;
		}
	}
	return false;
}

bool ClassDB::can_instantiate(const StringName &p_class) {
	const ClassInfo *info = get_class_info(p_class);
	return info && info->creation_func;
}

bool ClassDB::is_class_exposed(const StringName &p_class) {
	const ClassInfo *info = get_class_info(p_class);
	return info && info->exposed;
}

bool ClassDB::is_abstract(const StringName &p_class) {
	const ClassInfo *info = get_class_info(p_class);
	return info && !info->creation_func;
}

Object *ClassDB::instantiate(const StringName &p_class) {
	const ClassInfo *info = get_class_info(p_class);
	ERR_FAIL_NULL_V_MSG(info, nullptr, "Cannot get class '" + p_class + "': there is no such class.");
	ERR_FAIL_COND_V_MSG(!info->creation_func, nullptr, "Class '" + p_class + "' cannot be instantiated: it is abstract.");
	return info->creation_func(info);
}

// Walks from p_class (null: nowhere) through its bases until p_function returns true.
template <typename F>
static bool walk_classes(const ClassDB::ClassInfo *p_class, bool p_no_inheritance, F p_function) {
	for (const ClassDB::ClassInfo *info = p_class; info; info = p_no_inheritance ? nullptr : info->inherits_ptr) {
		if (p_function(info)) {
			return true;
		}
	}
	return false;
}

// The same in search of a member: what the classes have first, then what they would have in the whole API.
template <typename F>
static bool search_classes(const ClassDB::ClassInfo *p_class, const StringName &p_member, bool p_no_inheritance, F p_function) {
	return walk_classes(p_class, p_no_inheritance, p_function) || walk_classes(p_class, p_no_inheritance, [&](const ClassDB::ClassInfo *p_info) {
		const ClassDB::ClassInfo *supplement = KnownClasses::find_supplement(p_info, p_member);
		return supplement && p_function(supplement);
	});
}

// For lists: what the classes have, and after that of each what it would have in the whole API.
template <typename F>
static void visit_classes(const ClassDB::ClassInfo *p_class, bool p_no_inheritance, F p_function) {
	walk_classes(p_class, p_no_inheritance, [&](const ClassDB::ClassInfo *p_info) {
		p_function(p_info);
		if (!p_info->is_known && KnownFacts::may_have_class(p_info->facts_hash)) {
			p_function(KnownClasses::get_supplement(p_info));
		}
		return false;
	});
}

MethodBind *ClassDB::get_method(const ClassInfo *p_class, const StringName &p_name) {
	for (const ClassInfo *info = p_class; info; info = info->inherits_ptr) {
		if (MethodBind *const *bind = info->members().method_map.getptr(p_name)) {
			return *bind;
		}
	}
	for (const ClassInfo *info = p_class; info; info = info->inherits_ptr) {
		const ClassInfo *supplement = KnownClasses::find_supplement(info, p_name);
		MethodBind *const *bind = supplement ? supplement->members().method_map.getptr(p_name) : nullptr;
		if (bind) {
			return *bind;
		}
	}
	return nullptr;
}

MethodBind *ClassDB::get_method(const StringName &p_class, const StringName &p_name) {
	return get_method(get_class_info(p_class), p_name);
}

bool ClassDB::has_method(const StringName &p_class, const StringName &p_method, bool p_no_inheritance) {
	return search_classes(get_class_info(p_class), p_method, p_no_inheritance, [&](const ClassInfo *p_info) {
		return p_info->members().method_map.has(p_method);
	});
}

static bool is_property_accessor(const ClassDB::ClassInfo *p_info, const StringName &p_method) {
	for (const KeyValue<StringName, ClassDB::PropertySetGet> &property : p_info->members().property_setget) {
		if (property.value.setter == p_method || property.value.getter == p_method) {
			return true;
		}
	}
	return false;
}

void ClassDB::get_method_list(const StringName &p_class, LocalVector<MethodInfo> *p_methods, bool p_no_inheritance, bool p_exclude_from_properties) {
	visit_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
		for (const KeyValue<StringName, MethodInfo> &method : p_info->members().virtual_methods) {
			p_methods->push_back(method.value);
		}
		for (const KeyValue<StringName, MethodBind *> &method : p_info->members().method_map) {
			if (!p_exclude_from_properties || !is_property_accessor(p_info, method.key)) {
				p_methods->push_back(method.value->get_method_info());
			}
		}
	});
}

bool ClassDB::get_method_info(const StringName &p_class, const StringName &p_method, MethodInfo *r_info, bool p_no_inheritance, bool p_exclude_from_properties) {
	return search_classes(get_class_info(p_class), p_method, p_no_inheritance, [&](const ClassInfo *p_info) {
		if (const MethodInfo *method = p_info->members().virtual_methods.getptr(p_method)) {
			if (r_info) {
				*r_info = *method;
			}
			return true;
		}
		if (MethodBind *const *bind = p_info->members().method_map.getptr(p_method)) {
			if (r_info) {
				*r_info = (*bind)->get_method_info();
			}
			return !p_exclude_from_properties || !is_property_accessor(p_info, p_method);
		}
		return false;
	});
}

int ClassDB::get_method_argument_count(const StringName &p_class, const StringName &p_method, bool *r_is_valid, bool p_no_inheritance) {
	int count = 0;
	const bool valid = search_classes(get_class_info(p_class), p_method, p_no_inheritance, [&](const ClassInfo *p_info) {
		MethodBind *const *bind = p_info->members().method_map.getptr(p_method);
		count = bind ? (*bind)->get_argument_count() : 0;
		return bind != nullptr;
	});
	if (r_is_valid) {
		*r_is_valid = valid;
	}
	return count;
}

void ClassDB::get_virtual_methods(const StringName &p_class, LocalVector<MethodInfo> *p_methods, bool p_no_inheritance) {
	walk_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
		for (const KeyValue<StringName, MethodInfo> &method : p_info->members().virtual_methods) {
			p_methods->push_back(method.value);
		}
		return false;
	});
}

void ClassDB::get_property_list(const StringName &p_class, LocalVector<PropertyInfo> *p_list, bool p_no_inheritance, const Object *p_validator) {
	const auto add = [&](const ClassInfo *p_info) {
		for (PropertyInfo property : p_info->members().property_list) {
			// Which enum it is, the accessors know; lists say no more than that it is a number.
			if (property.usage & (PROPERTY_USAGE_CLASS_IS_ENUM | PROPERTY_USAGE_CLASS_IS_BITFIELD)) {
				property.usage &= ~uint32_t(PROPERTY_USAGE_CLASS_IS_ENUM | PROPERTY_USAGE_CLASS_IS_BITFIELD);
				property.class_name = StringName();
			}
			if (p_validator) {
				// One that validation strips of its usage is hidden, not removed: callers judge by the flags.
				p_validator->validate_property(property);
			}
			p_list->push_back(property);
		}
	};
	if (p_validator) { // An object lists what it has.
		walk_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
			add(p_info);
			return false;
		});
	} else {
		visit_classes(get_class_info(p_class), p_no_inheritance, add);
	}
}

bool ClassDB::get_property_info(const StringName &p_class, const StringName &p_property, PropertyInfo *r_info, bool p_no_inheritance, const Object *p_validator) {
	return search_classes(get_class_info(p_class), p_property, p_no_inheritance, [&](const ClassInfo *p_info) {
		const PropertyInfo *property = p_info->members().property_map.getptr(p_property);
		if (property && r_info) {
			*r_info = *property;
			if (p_validator) {
				p_validator->validate_property(*r_info);
			}
		}
		return property != nullptr;
	});
}

const ClassDB::PropertySetGet *ClassDB::get_property_setget(const ClassInfo *p_class, const StringName &p_property) {
	for (const ClassInfo *info = p_class; info; info = info->inherits_ptr) {
		if (const PropertySetGet *setget = info->members().property_setget.getptr(p_property)) {
			return setget;
		}
	}
	for (const ClassInfo *info = p_class; info; info = info->inherits_ptr) {
		const ClassInfo *supplement = KnownClasses::find_supplement(info, p_property);
		const PropertySetGet *setget = supplement ? supplement->members().property_setget.getptr(p_property) : nullptr;
		if (setget) {
			return setget;
		}
	}
	return nullptr;
}

const ClassDB::PropertySetGet *ClassDB::get_property_setget(const StringName &p_class, const StringName &p_property) {
	return get_property_setget(get_class_info(p_class), p_property);
}

bool ClassDB::set_property(Object *p_object, const StringName &p_property, const Variant &p_value, bool *r_valid) {
	const PropertySetGet *setget = get_property_setget(get_class_info(p_object), p_property);
	if (!setget) {
		return false;
	}
	Callable::CallError error;
	if (!setget->set_method) {
		error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD; // Read-only.
	} else if (setget->index >= 0) {
		const Variant index(setget->index);
		const Variant *args[2] = { &index, &p_value };
		setget->set_method->call(p_object, args, 2, error);
	} else {
		const Variant *args[1] = { &p_value };
		setget->set_method->call(p_object, args, 1, error);
	}
	if (r_valid) {
		*r_valid = error.error == Callable::CallError::CALL_OK;
	}
	return true;
}

bool ClassDB::get_property(const Object *p_object, const StringName &p_property, Variant &r_value) {
	const bool found = search_classes(get_class_info(p_object), p_property, false, [&](const ClassInfo *p_info) {
		if (const PropertySetGet *setget = p_info->members().property_setget.getptr(p_property)) {
			if (setget->get_method) {
				const Variant index(setget->index);
				const Variant *args[1] = { &index };
				Callable::CallError error;
				r_value = setget->get_method->call(const_cast<Object *>(p_object), args, setget->index >= 0 ? 1 : 0, error);
			}
			return true;
		}
		if (const int64_t *constant = p_info->members().constant_map.getptr(p_property)) {
			r_value = *constant;
			return true;
		}
		if (p_info->members().method_map.has(p_property)) {
			r_value = Callable(p_object, p_property);
			return true;
		}
		if (p_info->members().signal_map.has(p_property)) {
			r_value = ::Signal(p_object, p_property);
			return true;
		}
		return false;
	});
	if (found) {
		return true;
	}
	if (p_property == SNAME("free")) {
		r_value = Callable(p_object, p_property);
		return true;
	}
	return false;
}

bool ClassDB::has_property(const StringName &p_class, const StringName &p_property, bool p_no_inheritance) {
	return search_classes(get_class_info(p_class), p_property, p_no_inheritance, [&](const ClassInfo *p_info) {
		return p_info->members().property_setget.has(p_property);
	});
}

int ClassDB::get_property_index(const StringName &p_class, const StringName &p_property, bool *r_is_valid) {
	const PropertySetGet *setget = get_property_setget(p_class, p_property);
	if (r_is_valid) {
		*r_is_valid = setget != nullptr;
	}
	return setget ? setget->index : -1;
}

Variant::Type ClassDB::get_property_type(const StringName &p_class, const StringName &p_property, bool *r_is_valid) {
	const PropertySetGet *setget = get_property_setget(p_class, p_property);
	if (r_is_valid) {
		*r_is_valid = setget != nullptr;
	}
	return setget ? setget->type : Variant::NIL;
}

StringName ClassDB::get_property_setter(const StringName &p_class, const StringName &p_property) {
	const PropertySetGet *setget = get_property_setget(p_class, p_property);
	return setget ? setget->setter : StringName();
}

StringName ClassDB::get_property_getter(const StringName &p_class, const StringName &p_property) {
	const PropertySetGet *setget = get_property_setget(p_class, p_property);
	return setget ? setget->getter : StringName();
}

// Defaults are what a fresh object shows, so they cannot disagree with the class. Explicit ones win.
HashMap<StringName, Variant> *ClassDB::learn_property_defaults(const ClassInfo *p_info) {
	HashMap<StringName, Variant> *defaults = memnew((HashMap<StringName, Variant>)(p_info->members().explicit_defaults));
	Object *object = p_info->creation_func ? p_info->creation_func(p_info) : nullptr;
	if (!object) {
		return defaults; // Some classes refuse to be made twice, or at all in this build.
	}
	{
		const Variant keeper(object);
		LocalVector<PropertyInfo> properties;
		object->get_property_list(&properties);
		for (const PropertyInfo &property : properties) {
			const StringName name = property.name;
			if ((property.usage & (PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_EDITOR)) && !defaults->has(name)) {
				defaults->insert(name, object->get(name));
			}
		}
		if (object->is_ref_counted()) {
			return defaults;
		}
	}
	memdelete(object);
	return defaults;
}

Variant ClassDB::class_get_default_property_value(const StringName &p_class, const StringName &p_property, bool *r_valid) {
	ClassInfo *info = get_class_info(p_class);
	HashMap<StringName, Variant> *defaults = info ? info->defaults.load(std::memory_order_acquire) : nullptr;
	if (info && !defaults) {
		HashMap<StringName, Variant> *learned = learn_property_defaults(info);
		if (info->defaults.compare_exchange_strong(defaults, learned, std::memory_order_acq_rel)) {
			defaults = learned;
		} else {
			memdelete(learned); // Another thread was first.
		}
	}
	const Variant *value = defaults ? defaults->getptr(p_property) : nullptr;
	if (r_valid) {
		*r_valid = value != nullptr;
	}
	return value ? *value : Variant();
}

bool ClassDB::has_signal(const StringName &p_class, const StringName &p_signal, bool p_no_inheritance) {
	return search_classes(get_class_info(p_class), p_signal, p_no_inheritance, [&](const ClassInfo *p_info) {
		return p_info->members().signal_map.has(p_signal);
	});
}

bool ClassDB::get_signal(const StringName &p_class, const StringName &p_signal, MethodInfo *r_signal) {
	return search_classes(get_class_info(p_class), p_signal, false, [&](const ClassInfo *p_info) {
		const MethodInfo *found = p_info->members().signal_map.getptr(p_signal);
		if (found && r_signal) {
			*r_signal = *found;
		}
		return found != nullptr;
	});
}

void ClassDB::get_signal_list(const StringName &p_class, LocalVector<MethodInfo> *p_signals, bool p_no_inheritance) {
	visit_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
		for (const KeyValue<StringName, MethodInfo> &entry : p_info->members().signal_map) {
			p_signals->push_back(entry.value);
		}
	});
}

void ClassDB::get_integer_constant_list(const StringName &p_class, LocalVector<StringName> *p_constants, bool p_no_inheritance) {
	visit_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
		for (const KeyValue<StringName, int64_t> &entry : p_info->members().constant_map) {
			p_constants->push_back(entry.key);
		}
	});
}

int64_t ClassDB::get_integer_constant(const StringName &p_class, const StringName &p_name, bool *r_success) {
	int64_t value = 0;
	const bool found = search_classes(get_class_info(p_class), p_name, false, [&](const ClassInfo *p_info) {
		const int64_t *constant = p_info->members().constant_map.getptr(p_name);
		value = constant ? *constant : 0;
		return constant != nullptr;
	});
	if (r_success) {
		*r_success = found;
	}
	return value;
}

bool ClassDB::has_integer_constant(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) {
	return search_classes(get_class_info(p_class), p_name, p_no_inheritance, [&](const ClassInfo *p_info) {
		return p_info->members().constant_map.has(p_name);
	});
}

StringName ClassDB::get_integer_constant_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) {
	StringName found;
	search_classes(get_class_info(p_class), p_name, p_no_inheritance, [&](const ClassInfo *p_info) {
		for (const KeyValue<StringName, EnumInfo> &entry : p_info->members().enum_map) {
			if (entry.value.constants.has(p_name)) {
				found = entry.key;
				return true;
			}
		}
		return false;
	});
	return found;
}

void ClassDB::get_enum_list(const StringName &p_class, LocalVector<StringName> *p_enums, bool p_no_inheritance) {
	visit_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
		for (const KeyValue<StringName, EnumInfo> &entry : p_info->members().enum_map) {
			if (!p_enums->has(entry.key)) { // Values that a native enum lacks stand in one of its name.
				p_enums->push_back(entry.key);
			}
		}
	});
}

void ClassDB::get_enum_constants(const StringName &p_class, const StringName &p_enum, LocalVector<StringName> *p_constants, bool p_no_inheritance) {
	visit_classes(get_class_info(p_class), p_no_inheritance, [&](const ClassInfo *p_info) {
		if (const EnumInfo *found = p_info->members().enum_map.getptr(p_enum)) {
			for (const StringName &name : found->constants) {
				if (!p_constants->has(name)) {
					p_constants->push_back(name);
				}
			}
		}
	});
}

bool ClassDB::has_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) {
	return search_classes(get_class_info(p_class), p_name, p_no_inheritance, [&](const ClassInfo *p_info) {
		return p_info->members().enum_map.has(p_name);
	});
}

bool ClassDB::is_enum_bitfield(const StringName &p_class, const StringName &p_name, bool p_no_inheritance) {
	return search_classes(get_class_info(p_class), p_name, p_no_inheritance, [&](const ClassInfo *p_info) {
		const EnumInfo *found = p_info->members().enum_map.getptr(p_name);
		return found && found->is_bitfield;
	});
}
