// ClassDB: every native class with its methods, properties, signals and constants; what scripts and savers look things up in.
#pragma once

#include "core/object/method_bind.h"
#include "core/object/object.h"
#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"

#include <atomic>

// The name of a method and of its arguments; the texts are literals.
struct MethodDefinition {
	static constexpr int MAX_ARGUMENTS = MethodBind::MAX_ARGUMENTS;
	const char *name = nullptr;
	const char *arguments[MAX_ARGUMENTS] = {};
	int argument_count = 0;

	MethodDefinition() = default;
	MethodDefinition(const char *p_name) :
			name(p_name) {}
};

template <typename... P>
MethodDefinition D_METHOD(const char *p_name, const P *...p_arguments) {
	static_assert(sizeof...(P) <= MethodDefinition::MAX_ARGUMENTS, "Too many arguments for a bound method.");
	MethodDefinition definition(p_name);
	((definition.arguments[definition.argument_count++] = p_arguments), ...);
	return definition;
}

#define DEFVAL(m_value) (m_value)

// All static. Native classes are registered by the main thread during start-up and only read afterwards, from any thread. A class's
// _bind_methods() runs when its members are first asked for, on whatever thread that is, and only binds: most programs use few of the
// classes, and start-up would otherwise be half binding. What else the
// API has is known by name (known/known_classes.h): such classes, and members that native ones lack, are found as if they were registered,
// but lists of a native class's members name only what it has.
class ClassDB {
public:
	struct PropertySetGet {
		StringName setter;
		StringName getter;
		MethodBind *set_method = nullptr;
		MethodBind *get_method = nullptr;
		int index = -1; // Passed as first argument when not negative: several properties share one setter.
		Variant::Type type = Variant::NIL;
	};

	struct EnumInfo {
		LocalVector<StringName> constants;
		bool is_bitfield = false;
	};

	struct ClassMembers {
		HashMap<StringName, MethodBind *> method_map;
		HashMap<StringName, int64_t> constant_map;
		HashMap<StringName, EnumInfo> enum_map;
		HashMap<StringName, MethodInfo> signal_map;
		HashMap<StringName, MethodInfo> virtual_methods;
		LocalVector<PropertyInfo> property_list; // Groups included, in order of declaration.
		HashMap<StringName, PropertyInfo> property_map;
		HashMap<StringName, PropertySetGet> property_setget;
		HashMap<StringName, Variant> explicit_defaults; // The others are read off a fresh object.
	};

	struct ClassInfo {
		StringName name;
		StringName inherits;
		ClassInfo *inherits_ptr = nullptr;
		ClassTag *tag = nullptr;
		Object *(*creation_func)(const ClassInfo *p_info) = nullptr; // Null for abstract classes.
		bool exposed = false; // Visible to scripts.
		bool registered = false; // By name, not merely as the base of another class.
		bool is_ref_counted = false;
		bool is_known = false; // Made from KnownFacts, not native.
		uint32_t facts_hash = 0; // KnownFacts::hash() of the name of a native class.

		ClassInfo() = default;
		ClassInfo(const ClassInfo &) = delete;
		ClassInfo &operator=(const ClassInfo &) = delete;
		~ClassInfo();
		// Those of the class itself, bound by now; they never change afterwards.
		_FORCE_INLINE_ const ClassMembers &members() const {
			const ClassMembers *members = bound.load(std::memory_order_acquire);
			return likely(members) ? *members : const_cast<ClassInfo *>(this)->bind_members();
		}
		// Takes ownership. For entries without _bind_methods(), before anybody else sees them.
		void set_members(ClassMembers *p_members) { bound.store(p_members, std::memory_order_release); }

	private:
		friend class ClassDB;
		void (*bind_methods)() = nullptr;
		ClassMembers *being_bound = nullptr; // While bind_methods() runs, for the thread that runs it.
		std::atomic<ClassMembers *> bound{ nullptr };
		std::atomic<HashMap<StringName, Variant> *> defaults{ nullptr }; // Of all properties; made when first asked for.

		const ClassMembers &bind_members();
	};

	// --- Registration ---
	template <typename T>
	static void register_class(bool p_exposed = true) {
		T::initialize_class();
		finish_registration(T::get_class_static(), p_exposed, &create<T>);
	}
	template <typename T>
	static void register_abstract_class() {
		T::initialize_class();
		finish_registration(T::get_class_static(), true, nullptr);
	}
	// T::create() makes the objects (of whatever class derives from T), or says why there are none and returns null.
	template <typename T>
	static void register_custom_instance_class() {
		T::initialize_class();
		finish_registration(T::get_class_static(), true, &create_custom<T>);
	}
	// Can be created by name, but scripts do not see it.
	template <typename T>
	static void register_internal_class() { register_class<T>(false); }
	// Releases everything; no object may live.
	static void cleanup();

	template <typename N, typename M, typename... D>
	static MethodBind *bind_method(N p_name, M p_method, D... p_defaults) {
		const Variant defaults[sizeof...(D) + 1] = { Variant(p_defaults)..., Variant() };
		return add_method(bound_class(p_method), MethodDefinition(p_name), create_method_bind(p_method), defaults, sizeof...(D));
	}
	template <typename N, typename M, typename... D>
	static MethodBind *bind_static_method(const StringName &p_class, N p_name, M p_method, D... p_defaults) {
		const Variant defaults[sizeof...(D) + 1] = { Variant(p_defaults)..., Variant() };
		return add_method(p_class, MethodDefinition(p_name), create_static_method_bind(p_method), defaults, sizeof...(D));
	}
	// p_info names the arguments that must be there; any number may follow.
	template <typename T>
	static MethodBind *bind_vararg_method(uint32_t p_flags, const char *p_name, Variant (T::*p_method)(const Variant **, int, Callable::CallError &), const MethodInfo &p_info, const Vector<Variant> &p_defaults = Vector<Variant>()) {
		return add_vararg_method(T::get_class_static(), p_flags, p_name, static_cast<MethodBindVararg::Method>(p_method), nullptr, p_info, p_defaults);
	}
	template <typename T>
	static MethodBind *bind_vararg_method(uint32_t p_flags, const char *p_name, void (T::*p_method)(const Variant **, int, Callable::CallError &), const MethodInfo &p_info, const Vector<Variant> &p_defaults = Vector<Variant>()) {
		return add_vararg_method(T::get_class_static(), p_flags, p_name, nullptr, static_cast<MethodBindVararg::VoidMethod>(p_method), p_info, p_defaults);
	}
	static void add_virtual_method(const StringName &p_class, const MethodInfo &p_method, bool p_virtual = true, const Vector<String> &p_argument_names = Vector<String>());

	static void add_property(const StringName &p_class, const PropertyInfo &p_info, const StringName &p_setter, const StringName &p_getter, int p_index = -1);
	static void add_property_group(const StringName &p_class, const String &p_name, const String &p_prefix = "", int p_indent_depth = 0);
	static void add_property_subgroup(const StringName &p_class, const String &p_name, const String &p_prefix = "", int p_indent_depth = 0);
	static void add_property_array_count(const StringName &p_class, const String &p_label, const StringName &p_count_property, const StringName &p_setter, const StringName &p_getter, const String &p_prefix);
	static void add_property_array(const StringName &p_class, const StringName &p_path, const String &p_prefix);
	static void set_property_default_value(const StringName &p_class, const StringName &p_name, const Variant &p_default);
	static void add_signal(const StringName &p_class, const MethodInfo &p_signal);
	static void bind_integer_constant(const StringName &p_class, const StringName &p_enum, const StringName &p_name, int64_t p_value, bool p_is_bitfield = false);

	// --- Classes ---
	static ClassInfo *get_class_info(const StringName &p_class); // Null when there is none.
	static ClassInfo *get_class_info(const Object *p_object);
	static void get_class_list(LocalVector<StringName> *p_classes); // Sorted by name; known ones as well.
	static void get_native_class_list(LocalVector<StringName> *p_classes); // Sorted by name.
	static bool is_native(const StringName &p_class) { return classes.has(p_class); }
	static void get_inheriters_from_class(const StringName &p_class, LocalVector<StringName> *p_classes);
	static void get_direct_inheriters_from_class(const StringName &p_class, LocalVector<StringName> *p_classes);
	static StringName get_parent_class(const StringName &p_class);
	static StringName get_parent_class_nocheck(const StringName &p_class) { return get_parent_class(p_class); }
	static bool class_exists(const StringName &p_class);
	// p_class is p_inherits or descends from it.
	static bool is_parent_class(const StringName &p_class, const StringName &p_inherits);
	static bool can_instantiate(const StringName &p_class);
	static bool is_class_exposed(const StringName &p_class);
	static bool is_abstract(const StringName &p_class);
	static bool is_virtual(const StringName &p_class) { return is_abstract(p_class); }
	static Object *instantiate(const StringName &p_class); // The caller owns it. Null, with an error, if it cannot be.

	// --- Methods ---
	static MethodBind *get_method(const StringName &p_class, const StringName &p_name); // In the class or its bases, else null.
	static MethodBind *get_method(const ClassInfo *p_class, const StringName &p_name);
	static bool has_method(const StringName &p_class, const StringName &p_method, bool p_no_inheritance = false);
	static void get_method_list(const StringName &p_class, LocalVector<MethodInfo> *p_methods, bool p_no_inheritance = false, bool p_exclude_from_properties = false);
	static bool get_method_info(const StringName &p_class, const StringName &p_method, MethodInfo *r_info, bool p_no_inheritance = false, bool p_exclude_from_properties = false);
	static int get_method_argument_count(const StringName &p_class, const StringName &p_method, bool *r_is_valid = nullptr, bool p_no_inheritance = false);
	static void get_virtual_methods(const StringName &p_class, LocalVector<MethodInfo> *p_methods, bool p_no_inheritance = false);

	// --- Properties ---
	static void get_property_list(const StringName &p_class, LocalVector<PropertyInfo> *p_list, bool p_no_inheritance = false, const Object *p_validator = nullptr);
	static bool get_property_info(const StringName &p_class, const StringName &p_property, PropertyInfo *r_info, bool p_no_inheritance = false, const Object *p_validator = nullptr);
	static const PropertySetGet *get_property_setget(const StringName &p_class, const StringName &p_property);
	static const PropertySetGet *get_property_setget(const ClassInfo *p_class, const StringName &p_property);
	// False: no such property. r_valid tells whether the setter took the value.
	static bool set_property(Object *p_object, const StringName &p_property, const Variant &p_value, bool *r_valid = nullptr);
	// Also finds constants, methods (as Callable) and signals.
	static bool get_property(const Object *p_object, const StringName &p_property, Variant &r_value);
	static bool has_property(const StringName &p_class, const StringName &p_property, bool p_no_inheritance = false);
	static int get_property_index(const StringName &p_class, const StringName &p_property, bool *r_is_valid = nullptr);
	static Variant::Type get_property_type(const StringName &p_class, const StringName &p_property, bool *r_is_valid = nullptr);
	static StringName get_property_setter(const StringName &p_class, const StringName &p_property);
	static StringName get_property_getter(const StringName &p_class, const StringName &p_property);
	static Variant class_get_default_property_value(const StringName &p_class, const StringName &p_property, bool *r_valid = nullptr);

	// --- Signals ---
	static bool has_signal(const StringName &p_class, const StringName &p_signal, bool p_no_inheritance = false);
	static bool get_signal(const StringName &p_class, const StringName &p_signal, MethodInfo *r_signal);
	static void get_signal_list(const StringName &p_class, LocalVector<MethodInfo> *p_signals, bool p_no_inheritance = false);

	// --- Constants and enums ---
	static void get_integer_constant_list(const StringName &p_class, LocalVector<StringName> *p_constants, bool p_no_inheritance = false);
	static int64_t get_integer_constant(const StringName &p_class, const StringName &p_name, bool *r_success = nullptr);
	static bool has_integer_constant(const StringName &p_class, const StringName &p_name, bool p_no_inheritance = false);
	static StringName get_integer_constant_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance = false); // Empty if in none.
	static void get_enum_list(const StringName &p_class, LocalVector<StringName> *p_enums, bool p_no_inheritance = false);
	static void get_enum_constants(const StringName &p_class, const StringName &p_enum, LocalVector<StringName> *p_constants, bool p_no_inheritance = false);
	static bool has_enum(const StringName &p_class, const StringName &p_name, bool p_no_inheritance = false);
	static bool is_enum_bitfield(const StringName &p_class, const StringName &p_name, bool p_no_inheritance = false);

private:
	friend void gdclass_begin(ClassTag &r_tag, const StringName &p_name, void (*p_bind_methods)());

	template <typename T>
	static Object *create(const ClassInfo *) { return memnew(T); }
	template <typename T>
	static Object *create_custom(const ClassInfo *) { return T::create(); }
	template <typename T, typename R, typename... P>
	static const StringName &bound_class(R (T::*)(P...)) { return T::get_class_static(); }
	template <typename T, typename R, typename... P>
	static const StringName &bound_class(R (T::*)(P...) const) { return T::get_class_static(); }

	static void add_class(ClassTag &r_tag, const StringName &p_name, void (*p_bind_methods)());
	static void add_property_heading(const StringName &p_class, const String &p_name, const String &p_hint, uint32_t p_usage);
	static HashMap<StringName, Variant> *learn_property_defaults(const ClassInfo *p_info);
	static ClassMembers *get_open_members(const StringName &p_class);
	static void finish_registration(const StringName &p_class, bool p_exposed, Object *(*p_creation_func)(const ClassInfo *p_info));
	static MethodBind *add_method(const StringName &p_class, const MethodDefinition &p_definition, MethodBind *p_bind, const Variant *p_defaults, int p_default_count);
	static MethodBind *add_vararg_method(const StringName &p_class, uint32_t p_flags, const char *p_name, MethodBindVararg::Method p_method, MethodBindVararg::VoidMethod p_void_method, const MethodInfo &p_info, const Vector<Variant> &p_defaults);

	static HashMap<StringName, ClassInfo *> classes;
};

// Inside _bind_methods().
#define BIND_CONSTANT(m_constant) ::ClassDB::bind_integer_constant(get_class_static(), StringName(), #m_constant, m_constant);
#define BIND_ENUM_CONSTANT(m_constant) \
	::ClassDB::bind_integer_constant(get_class_static(), enum_short_name(GetTypeInfo<decltype(m_constant)>::describe().name), #m_constant, int64_t(m_constant));
#define BIND_BITFIELD_FLAG(m_constant) \
	::ClassDB::bind_integer_constant(get_class_static(), enum_short_name(GetTypeInfo<decltype(m_constant)>::describe().name), #m_constant, int64_t(m_constant), true);

#define GDREGISTER_CLASS(m_class) ::ClassDB::register_class<m_class>();
#define GDREGISTER_VIRTUAL_CLASS(m_class) ::ClassDB::register_class<m_class>();
#define GDREGISTER_ABSTRACT_CLASS(m_class) ::ClassDB::register_abstract_class<m_class>();
#define GDREGISTER_CUSTOM_INSTANCE_CLASS(m_class) ::ClassDB::register_custom_instance_class<m_class>();
#define GDREGISTER_INTERNAL_CLASS(m_class) ::ClassDB::register_internal_class<m_class>();
