// ClassDB: registration of classes and their members.
#include "core/object/class_db.h"

#include "core/error/error_macros.h"
#include "core/object/known/known_classes.h"
#include "core/object/known/known_facts.h"

#include <mutex>

HashMap<StringName, ClassDB::ClassInfo *> ClassDB::classes;

// Held while a class is bound. Nothing that binding calls takes another lock or asks for what is known beyond the native classes.
static std::recursive_mutex bind_mutex;

void gdclass_begin(ClassTag &r_tag, const StringName &p_name, void (*p_bind_methods)()) {
	r_tag.initialized = true;
	if (r_tag.parent) {
		r_tag.notified_parent = r_tag.parent->notification ? r_tag.parent : r_tag.parent->notified_parent;
	}
	ClassDB::add_class(r_tag, p_name, p_bind_methods);
}

void ClassDB::add_class(ClassTag &r_tag, const StringName &p_name, void (*p_bind_methods)()) {
	ClassInfo *info = memnew(ClassInfo);
	info->name = p_name;
	info->tag = &r_tag;
	info->bind_methods = p_bind_methods;
	info->facts_hash = KnownFacts::hash(p_name);
	if (r_tag.parent) {
		info->inherits_ptr = static_cast<ClassInfo *>(r_tag.parent->class_info);
		info->inherits = info->inherits_ptr->name;
		info->is_ref_counted = info->inherits_ptr->is_ref_counted || p_name == SNAME("RefCounted");
	}
	classes.insert(p_name, info);
	r_tag.class_info = info;
	r_tag.class_name = &info->name;
}

void ClassDB::finish_registration(const StringName &p_class, bool p_exposed, Object *(*p_creation_func)(const ClassInfo *p_info)) {
	ClassInfo *info = get_class_info(p_class);
	info->creation_func = p_creation_func;
	info->exposed = p_exposed;
	info->registered = true;
}

ClassDB::ClassInfo::~ClassInfo() {
	ClassMembers *members = bound.load();
	if (members) {
		for (const KeyValue<StringName, MethodBind *> &method : members->method_map) {
			memdelete(method.value);
		}
		memdelete(members);
	}
	if (HashMap<StringName, Variant> *known_defaults = defaults.load()) {
		memdelete(known_defaults);
	}
}

const ClassDB::ClassMembers &ClassDB::ClassInfo::bind_members() {
	const std::lock_guard<std::recursive_mutex> lock(bind_mutex);
	if (ClassMembers *members = bound.load()) {
		return *members; // By another thread, meanwhile.
	}
	if (being_bound) {
		return *being_bound; // Asked for by bind_methods() itself.
	}
	ClassMembers *members = memnew(ClassMembers);
	being_bound = members;
	if (bind_methods) {
		bind_methods();
	}
	being_bound = nullptr;
	set_members(members);
	return *members;
}

// Where the members of p_class are to be put, which is its _bind_methods()'s to do.
ClassDB::ClassMembers *ClassDB::get_open_members(const StringName &p_class) {
	ClassInfo **info = classes.getptr(p_class);
	ERR_FAIL_NULL_V_MSG(info, nullptr, "Cannot bind members of '" + p_class + "': there is no such class.");
	ERR_FAIL_NULL_V_MSG((*info)->being_bound, nullptr, "Cannot bind members of '" + p_class + "' here: only its own _bind_methods() may.");
	return (*info)->being_bound;
}

// As get_method(), among native classes alone.
static MethodBind *find_bound_method(const ClassDB::ClassInfo *p_class, const StringName &p_name) {
	for (const ClassDB::ClassInfo *info = p_class; info; info = info->inherits_ptr) {
		if (MethodBind *const *bind = info->members().method_map.getptr(p_name)) {
			return *bind;
		}
	}
	return nullptr;
}

void ClassDB::cleanup() {
	KnownClasses::cleanup();
	for (const KeyValue<StringName, ClassInfo *> &entry : classes) {
		ClassInfo *info = entry.value;
		info->tag->initialized = false;
		info->tag->class_info = nullptr;
		info->tag->class_name = nullptr;
		memdelete(info);
	}
	classes.clear();
}

static int64_t get_method_id(const StringName &p_class, const MethodBind *p_bind) {
	return int64_t(p_class.hash() ^ (p_bind->get_name().hash() * 31u)) & 0x7FFFFFFF;
}

MethodBind *ClassDB::add_method(const StringName &p_class, const MethodDefinition &p_definition, MethodBind *p_bind, const Variant *p_defaults, int p_default_count) {
	ClassMembers *members = get_open_members(p_class);
	const StringName name(p_definition.name, true);
	const bool usable = members && !members->method_map.has(name) && p_default_count <= p_bind->get_argument_count();
	if (!usable) {
		memdelete(p_bind);
		ERR_FAIL_V_MSG(nullptr, "Cannot bind method '" + p_class + "." + name + "': no such class at this time, bound twice, or too many defaults.");
	}
	p_bind->name = name;
	p_bind->instance_class = p_class;
	p_bind->argument_names.reserve(uint32_t(p_definition.argument_count));
	for (int i = 0; i < p_definition.argument_count; i++) {
		p_bind->argument_names.push_back(p_definition.arguments[i]);
	}
	p_bind->default_arguments.reserve(uint32_t(p_default_count));
	const int first = p_bind->get_argument_count() - p_default_count;
	for (int i = 0; i < p_default_count; i++) {
		// Calls use defaults as they are, so they must already be of the argument's type.
		Variant value = p_defaults[i];
		const Variant::Type type = p_bind->get_argument_type(first + i);
		if (type != Variant::NIL && type != Variant::OBJECT && value.get_type() != type) {
			ERR_FAIL_COND_V_MSG(!Variant::convert_strict(value, type), nullptr, "Default of argument " + itos(first + i) + " of '" + p_class + "." + name + "' is of the wrong type.");
		}
		p_bind->default_arguments.push_back(value);
	}
	p_bind->method_id = int(get_method_id(p_class, p_bind));
	members->method_map.insert(name, p_bind);
	return p_bind;
}

MethodBind *ClassDB::add_vararg_method(const StringName &p_class, uint32_t p_flags, const char *p_name, MethodBindVararg::Method p_method, MethodBindVararg::VoidMethod p_void_method, const MethodInfo &p_info, const Vector<Variant> &p_defaults) {
	MethodBindVararg *bind = memnew(MethodBindVararg(p_method, p_void_method, p_info));
	bind->_const = (p_flags & METHOD_FLAG_CONST) != 0;
	return add_method(p_class, MethodDefinition(p_name), bind, p_defaults.ptr(), int(p_defaults.size()));
}

void ClassDB::add_virtual_method(const StringName &p_class, const MethodInfo &p_method, bool p_virtual, const Vector<String> &p_argument_names) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	MethodInfo method = p_method;
	if (p_virtual) {
		method.flags |= METHOD_FLAG_VIRTUAL;
	}
	for (int64_t i = 0; i < p_argument_names.size() && i < method.arguments.size(); i++) {
		method.arguments.write[i].name = p_argument_names[i];
	}
	members->virtual_methods.insert(StringName(method.name), method);
}

void ClassDB::add_property(const StringName &p_class, const PropertyInfo &p_info, const StringName &p_setter, const StringName &p_getter, int p_index) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	ERR_FAIL_COND_MSG(members->property_setget.has(p_info.name), "Property '" + p_class + "." + p_info.name + "' is added twice.");
	PropertySetGet setget;
	setget.setter = p_setter;
	setget.getter = p_getter;
	setget.index = p_index;
	setget.type = p_info.type;
	const ClassInfo *info = *classes.getptr(p_class);
	if (p_setter) {
		setget.set_method = find_bound_method(info, p_setter);
		ERR_FAIL_NULL_MSG(setget.set_method, "Property '" + p_class + "." + p_info.name + "' names the setter '" + p_setter + "', which is not bound.");
	}
	if (p_getter) {
		setget.get_method = find_bound_method(info, p_getter);
		ERR_FAIL_NULL_MSG(setget.get_method, "Property '" + p_class + "." + p_info.name + "' names the getter '" + p_getter + "', which is not bound.");
	}
	PropertyInfo property = p_info;
	// An enum property is declared as INT; its getter knows which enum.
	if (setget.get_method && property.class_name.is_empty()) {
		const PropertyInfo result = setget.get_method->get_return_info();
		if (result.usage & (PROPERTY_USAGE_CLASS_IS_ENUM | PROPERTY_USAGE_CLASS_IS_BITFIELD)) {
			property.class_name = result.class_name;
			property.usage |= result.usage & (PROPERTY_USAGE_CLASS_IS_ENUM | PROPERTY_USAGE_CLASS_IS_BITFIELD);
		}
	}
	members->property_list.push_back(property);
	members->property_map.insert(StringName(property.name), property);
	members->property_setget.insert(StringName(property.name), setget);
}

void ClassDB::add_property_heading(const StringName &p_class, const String &p_name, const String &p_hint, uint32_t p_usage) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	members->property_list.push_back(PropertyInfo(Variant::NIL, p_name, PROPERTY_HINT_NONE, p_hint, p_usage));
}

static String indented_prefix(const String &p_prefix, int p_indent_depth) {
	return p_indent_depth > 0 ? p_prefix + "," + itos(p_indent_depth) : p_prefix;
}

void ClassDB::add_property_group(const StringName &p_class, const String &p_name, const String &p_prefix, int p_indent_depth) {
	add_property_heading(p_class, p_name, indented_prefix(p_prefix, p_indent_depth), PROPERTY_USAGE_GROUP);
}

void ClassDB::add_property_subgroup(const StringName &p_class, const String &p_name, const String &p_prefix, int p_indent_depth) {
	add_property_heading(p_class, p_name, indented_prefix(p_prefix, p_indent_depth), PROPERTY_USAGE_SUBGROUP);
}

void ClassDB::add_property_array_count(const StringName &p_class, const String &p_label, const StringName &p_count_property, const StringName &p_setter, const StringName &p_getter, const String &p_prefix) {
	add_property(p_class, PropertyInfo(Variant::INT, p_count_property, PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY, p_label + "," + p_prefix), p_setter, p_getter);
}

void ClassDB::add_property_array(const StringName &p_class, const StringName &p_path, const String &p_prefix) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	members->property_list.push_back(PropertyInfo(Variant::NIL, p_path, PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_EDITOR | PROPERTY_USAGE_ARRAY, p_prefix));
}

void ClassDB::set_property_default_value(const StringName &p_class, const StringName &p_name, const Variant &p_default) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	members->explicit_defaults[p_name] = p_default;
}

void ClassDB::add_signal(const StringName &p_class, const MethodInfo &p_signal) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	const StringName name = p_signal.name;
	for (const ClassInfo *info = *classes.getptr(p_class); info; info = info->inherits_ptr) {
		ERR_FAIL_COND_MSG(info->members().signal_map.has(name), "Signal '" + p_class + "." + name + "' is added twice.");
	}
	members->signal_map.insert(name, p_signal);
}

void ClassDB::bind_integer_constant(const StringName &p_class, const StringName &p_enum, const StringName &p_name, int64_t p_value, bool p_is_bitfield) {
	ClassMembers *members = get_open_members(p_class);
	ERR_FAIL_NULL(members);
	ERR_FAIL_COND_MSG(members->constant_map.has(p_name), "Constant '" + p_class + "." + p_name + "' is added twice.");
	members->constant_map.insert(p_name, p_value);
	if (p_enum) {
		EnumInfo &enumeration = members->enum_map[p_enum];
		enumeration.constants.push_back(p_name);
		enumeration.is_bitfield = p_is_bitfield;
	}
}
