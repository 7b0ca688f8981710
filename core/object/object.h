// Object: identity, properties, methods, signals and metadata; the base of everything that scripts hold by reference.
#pragma once

#include "core/core_fwd.h"
#include "core/error/error_list.h"
#include "core/object/gdclass.h"
#include "core/object/object_db.h"
#include "core/object/object_id.h"
#include "core/object/property_info.h"
#include "core/os/memory.h"
#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/templates/safe_refcount.h"
#include "core/templates/vector.h"
#include "core/variant/callable.h"
#include "core/variant/variant.h"

class ObjectSignals;
struct ObjectExtra;
template <typename T>
class TypedArray;

// Objects live on the heap: memnew(Class), then memdelete(object) or free() from scripts; RefCounted frees itself.
// One thread at a time may use an object. An object without script, metadata or connections is under 64 bytes.
class Object {
public:
	using self_type = Object;
	static inline ClassTag class_tag{ "Object", nullptr };

	enum ConnectFlags : int {
		CONNECT_DEFERRED = 1,
		CONNECT_PERSIST = 2, // Saved with the scene.
		CONNECT_ONE_SHOT = 4,
		CONNECT_REFERENCE_COUNTED = 8, // Connecting again counts up, disconnecting counts down.
		CONNECT_APPEND_SOURCE_OBJECT = 16,
		CONNECT_INHERITED = 32, // Set on connections that a scene made.
	};

	enum {
		NOTIFICATION_POSTINITIALIZE = 0,
		NOTIFICATION_PREDELETE = 1,
		NOTIFICATION_EXTENSION_RELOADED = 2,
		NOTIFICATION_PREDELETE_CLEANUP = 3, // Internal: the last one, after NOTIFICATION_PREDELETE went to everyone.
	};

	struct Connection {
		::Signal signal;
		Callable callable;
		uint32_t flags = 0;

		operator Variant() const; // {"signal", "callable", "flags"}
		bool operator<(const Connection &p_other) const;
	};

private:
	ObjectID _instance_id;
	ScriptInstance *script_instance = nullptr;
	ObjectExtra *extra = nullptr; // What few objects have: connections, metadata, a script without instance …; created when needed.
	SharedCounter running_methods; // free() is refused while one of the object's own methods runs, on whichever thread.
	bool _block_signals = false;
	bool _is_queued_for_deletion = false;
	enum Life : uint8_t {
		ALIVE,
		DYING, // Being told; is_instance_valid() still says yes.
		DEAD, // Unlinked; only C++ frames from before can still hold the pointer. See graveyard.h.
	};
	Life _life = ALIVE;
	bool _predelete_ok = false;
	bool _can_translate = true;
	bool _is_ref_counted = false;
	uint16_t _emitting = 0; // Emissions that are under way.

	friend class Graveyard;
	friend class RefCounted;
	friend class ObjectMethodLock;
	friend class ObjectSignals;
	friend void postinitialize_handler(Object *p_object);
	friend bool predelete_handler(Object *p_object);

	void _unlink();
	explicit Object(bool p_ref_counted);

	ObjectExtra &ensure_extra();
	ObjectSignals &ensure_signals();
	void _postinitialize();
	void notification_forward(const ClassTag *p_tag, int p_what);
	bool set_by_class(const StringName &p_name, const Variant &p_value);
	bool get_by_class(const StringName &p_name, Variant &r_value) const;
	void get_class_property_list(const ClassTag *p_tag, bool p_reversed, LocalVector<PropertyInfo> *p_list) const;

	Variant _emit_signal(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	Variant _call_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	Variant _call_deferred_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	TypedArray<Dictionary> _get_property_list_bind() const;
	TypedArray<Dictionary> _get_method_list_bind() const;
	TypedArray<Dictionary> _get_signal_list() const;
	TypedArray<Dictionary> _get_signal_connection_list(const StringName &p_signal) const;
	TypedArray<Dictionary> _get_incoming_connections() const;
	TypedArray<StringName> _get_meta_list_bind() const;
	void _add_user_signal(const String &p_name, const Array &p_args);
	bool _has_user_signal(const StringName &p_name) const;
	void _remove_user_signal(const StringName &p_name);
	void _set_bind(const StringName &p_name, const Variant &p_value);
	Variant _get_bind(const StringName &p_name) const;
	void _set_indexed_bind(const NodePath &p_path, const Variant &p_value);
	Variant _get_indexed_bind(const NodePath &p_path) const;
	int _get_method_argument_count_bind(const StringName &p_name) const;
	uint64_t _get_instance_id_bind() const { return uint64_t(_instance_id); }

protected:
	// A class overrides these by declaring a function of the same name (not virtual: GDCLASS finds them, and each class's own is
	// called in turn; never call the base's).
	void _notification(int p_what) {}
	bool _set(const StringName &p_name, const Variant &p_value) { return false; }
	bool _get(const StringName &p_name, Variant &r_value) const { return false; }
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const {}
	void _validate_property(PropertyInfo &p_property) const {}
	bool _property_can_revert(const StringName &p_name) const { return false; }
	bool _property_get_revert(const StringName &p_name, Variant &r_value) const { return false; }
	static void _bind_methods();

	_GDCLASS_MEMBER_GETTERS(Object)

	virtual void _initialize_classv() { initialize_class(); }

	// The two halves of a death, for classes whose objects die together. begin_death() tells the object; false: it is dying already.
	// end_death() unlinks it and destroys it as soon as that is safe; false: it has called cancel_free() and lives on.
	bool begin_death();
	bool end_death();
	// The object has been told and dies now; the destructor may run later. Closes what it holds outside the process and leaves what others
	// keep plain pointers in, so that both happen at once. Everything a C++ frame may still read stays. Not called for objects without memnew.
	virtual void let_go() {}

public:
	Object();
	virtual ~Object();
	Object(const Object &) = delete;
	void operator=(const Object &) = delete;

	static void initialize_class();
	static const StringName &get_class_static();

	virtual ClassTag *get_class_tag() const { return &class_tag; }
	const StringName &get_class_name() const;
	String get_class() const { return String(get_class_name()); }
	bool is_class(const String &p_class) const;
	template <typename T>
	bool derives_from() const { return derives_from_tag(&T::class_tag); }
	bool derives_from_tag(const ClassTag *p_tag) const {
		for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
			if (tag == p_tag) {
				return true;
			}
		}
		return false;
	}
	// Null when p_object is null or of another class.
	template <typename T>
	static T *cast_to(Object *p_object) {
		return p_object && p_object->derives_from_tag(&T::class_tag) ? static_cast<T *>(p_object) : nullptr;
	}
	template <typename T>
	static const T *cast_to(const Object *p_object) {
		return p_object && p_object->derives_from_tag(&T::class_tag) ? static_cast<const T *>(p_object) : nullptr;
	}

	ObjectID get_instance_id() const { return _instance_id; }
	bool is_ref_counted() const { return _is_ref_counted; }

	void notification(int p_what, bool p_reversed = false);
	String to_string();
	// What to_string() prints when no script overrides it: "<Class#id>".
	virtual String _to_string();
	String to_string_native() const;

	// --- Properties ---
	void set(const StringName &p_name, const Variant &p_value, bool *r_valid = nullptr);
	Variant get(const StringName &p_name, bool *r_valid = nullptr) const;
	void set_indexed(const Vector<StringName> &p_names, const Variant &p_value, bool *r_valid = nullptr);
	Variant get_indexed(const Vector<StringName> &p_names, bool *r_valid = nullptr) const;
	void get_property_list(LocalVector<PropertyInfo> *p_list, bool p_reversed = false) const;
	void validate_property(PropertyInfo &p_property) const;
	bool property_can_revert(const StringName &p_name) const;
	Variant property_get_revert(const StringName &p_name) const;
	void notify_property_list_changed();

	// --- Methods ---
	// Virtual for objects that stand for a class: there, methods are the static ones.
	virtual bool has_method(const StringName &p_method) const;
	virtual int get_method_argument_count(const StringName &p_method, bool *r_valid = nullptr) const;
	void get_method_list(LocalVector<MethodInfo> *p_list) const;
	Variant callv(const StringName &p_method, const Array &p_args);
	virtual Variant callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	template <typename... P>
	Variant call(const StringName &p_method, const P &...p_args);
	template <typename... P>
	void call_deferred(const StringName &p_method, const P &...p_args);
	void call_deferredp(const StringName &p_method, const Variant **p_args, int p_argcount);
	void set_deferred(const StringName &p_property, const Variant &p_value);

	// --- Signals (object_signals.cpp) ---
	void add_user_signal(const MethodInfo &p_signal);
	bool has_signal(const StringName &p_name) const;
	void get_signal_list(LocalVector<MethodInfo> *p_list) const;
	void get_signal_connection_list(const StringName &p_signal, LocalVector<Connection> *p_connections) const;
	void get_all_signal_connections(LocalVector<Connection> *p_connections) const;
	void get_signals_connected_to_this(LocalVector<Connection> *p_connections) const;
	int get_persistent_signal_connection_count() const;
	bool has_connections(const StringName &p_signal) const;
	Error connect(const StringName &p_signal, const Callable &p_callable, uint32_t p_flags = 0);
	void disconnect(const StringName &p_signal, const Callable &p_callable);
	bool is_connected(const StringName &p_signal, const Callable &p_callable) const;
	// Calls what was connected when it began, also what is disconnected meanwhile. ERR_CANT_ACQUIRE_RESOURCE: blocked.
	// ERR_UNAVAILABLE: nothing is connected. ERR_METHOD_NOT_FOUND: a call failed (the others were made).
	Error emit_signalp(const StringName &p_name, const Variant **p_args, int p_argcount);
	template <typename... P>
	Error emit_signal(const StringName &p_name, const P &...p_args);
	void set_block_signals(bool p_block) { _block_signals = p_block; }
	bool is_blocking_signals() const { return _block_signals; }

	// --- Metadata ---
	bool has_meta(const StringName &p_name) const;
	void set_meta(const StringName &p_name, const Variant &p_value); // Null removes it.
	void remove_meta(const StringName &p_name);
	Variant get_meta(const StringName &p_name, const Variant &p_default = Variant()) const;
	void get_meta_list(LocalVector<StringName> *p_list) const;
	void merge_meta_from(const Object *p_source);

	// --- Values of properties that only the known API has (known/known_classes.h): kept, and without effect ---
	const Variant *get_known_value(const StringName &p_name) const; // Null when none was given. Good until the next one is set.
	void set_known_value(const StringName &p_name, const Variant &p_value);

	// --- Script ---
	void set_script(const Variant &p_script);
	Variant get_script() const;
	ScriptInstance *get_script_instance() const { return script_instance; }
	// Takes ownership; replaces (and frees) the one there was.
	void set_script_instance(ScriptInstance *p_instance);

	// --- Life ---
	bool is_queued_for_deletion() const { return _is_queued_for_deletion; }
	void set_queued_for_deletion() { _is_queued_for_deletion = true; }
	void cancel_free();
	// For C++ frames that called out while they held this pointer; for everybody else the object does not exist any more.
	bool is_dead() const { return _life == DEAD; }
	bool is_dying() const { return _life == DYING; }
	// What free() from a script does: refused (with a message) for RefCounted and while a method of the object runs.
	void free_from_script(Callable::CallError &r_error);
	bool is_running_method() const { return running_methods.get() != 0; }

	// --- Translation: text passes through until a translation is installed ---
	void set_message_translation(bool p_enable) { _can_translate = p_enable; }
	bool can_translate_messages() const { return _can_translate; }
	String tr(const StringName &p_message, const StringName &p_context = StringName()) const;
	String tr_n(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context = StringName()) const;
	StringName get_translation_domain() const;
	void set_translation_domain(const StringName &p_domain);
};

// Held around every call into an object's script, so that free() from inside is refused. The object may die meanwhile all the same
// (with its parent, say). Reference counted objects refuse free() anyway and are not counted.
class ObjectMethodLock {
	ObjectID id;

public:
	explicit ObjectMethodLock(Object *p_object) {
		if (!p_object->is_ref_counted()) {
			id = p_object->get_instance_id();
			p_object->running_methods.increment();
		}
	}
	~ObjectMethodLock() {
		if (id.is_valid()) {
			if (Object *object = ObjectDB::get_instance(id)) {
				object->running_methods.decrement();
			}
		}
	}
	// For those who know that the object lives as long as they hold it.
	static void add(Object *p_object) {
		if (!p_object->is_ref_counted()) {
			p_object->running_methods.increment();
		}
	}
	static void remove(Object *p_object) {
		if (!p_object->is_ref_counted()) {
			p_object->running_methods.decrement();
		}
	}
	ObjectMethodLock(const ObjectMethodLock &) = delete;
	void operator=(const ObjectMethodLock &) = delete;
};

// Called by memnew and memdelete for anything that is an Object. The second does all there is to do, and always says false.
void postinitialize_handler(Object *p_object);
bool predelete_handler(Object *p_object);

template <typename T>
T *ObjectDB::get_instance(ObjectID p_id) {
	return Object::cast_to<T>(get_instance(p_id));
}

// Makes the pointer array that callp and its like want from any values that convert to Variant.
template <int COUNT>
struct VariantArguments {
	Variant values[COUNT == 0 ? 1 : COUNT];
	const Variant *pointers[COUNT == 0 ? 1 : COUNT] = {};

	template <typename... P>
	explicit VariantArguments(const P &...p_args) :
			values{ Variant(p_args)... } {
		for (int i = 0; i < COUNT; i++) {
			pointers[i] = &values[i];
		}
	}
};

template <typename... P>
Variant Object::call(const StringName &p_method, const P &...p_args) {
	VariantArguments<sizeof...(P)> args(p_args...);
	Callable::CallError error;
	return callp(p_method, args.pointers, sizeof...(P), error);
}

template <typename... P>
void Object::call_deferred(const StringName &p_method, const P &...p_args) {
	VariantArguments<sizeof...(P)> args(p_args...);
	call_deferredp(p_method, args.pointers, sizeof...(P));
}

template <typename... P>
Error Object::emit_signal(const StringName &p_name, const P &...p_args) {
	VariantArguments<sizeof...(P)> args(p_args...);
	return emit_signalp(p_name, args.pointers, sizeof...(P));
}

// Inside _bind_methods().
#define ADD_SIGNAL(m_signal) ::ClassDB::add_signal(get_class_static(), m_signal)
#define ADD_PROPERTY(m_property, m_setter, m_getter) ::ClassDB::add_property(get_class_static(), m_property, m_setter, m_getter)
#define ADD_PROPERTYI(m_property, m_setter, m_getter, m_index) ::ClassDB::add_property(get_class_static(), m_property, m_setter, m_getter, m_index)
#define ADD_PROPERTY_DEFAULT(m_property, m_default) ::ClassDB::set_property_default_value(get_class_static(), m_property, m_default)
#define ADD_GROUP(m_name, m_prefix) ::ClassDB::add_property_group(get_class_static(), m_name, m_prefix)
#define ADD_GROUP_INDENT(m_name, m_prefix, m_depth) ::ClassDB::add_property_group(get_class_static(), m_name, m_prefix, m_depth)
#define ADD_SUBGROUP(m_name, m_prefix) ::ClassDB::add_property_subgroup(get_class_static(), m_name, m_prefix)
#define ADD_ARRAY_COUNT(m_label, m_count_property, m_setter, m_getter, m_prefix) ::ClassDB::add_property_array_count(get_class_static(), m_label, m_count_property, m_setter, m_getter, m_prefix)
#define ADD_ARRAY(m_path, m_prefix) ::ClassDB::add_property_array(get_class_static(), m_path, m_prefix)
