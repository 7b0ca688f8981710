// The few things Variants must ask of objects. The object layer fills the table at start, so that this layer needs no header of it.
#pragma once

#include "core/error/error_list.h"
#include "core/variant/callable.h"

class Array;
class Object;
class String;
class StringName;
class Variant;

// Functions take live objects unless they say otherwise. Until they are set, no object exists and none is ever called.
struct ObjectHooks {
	Object *(*get_instance)(ObjectID p_id) = nullptr; // nullptr when the object is gone.
	ObjectID (*get_instance_id)(const Object *p_object) = nullptr;
	// For ids with is_ref_counted(). reference() is false for an object that is already on its way out; the caller then holds nothing.
	bool (*reference)(Object *p_object) = nullptr;
	int count_offset = 0; // Where in such an object its count lies, in bytes from the Object. The last one to count down frees the object.

	bool (*set)(Object *p_object, const StringName &p_name, const Variant &p_value) = nullptr; // False: no such property.
	bool (*get)(const Object *p_object, const StringName &p_name, Variant &r_value) = nullptr;
	bool (*has_method)(const Object *p_object, const StringName &p_method) = nullptr;
	void (*callp)(Object *p_object, const StringName &p_method, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) = nullptr;
	void (*call_deferred)(const Callable &p_callable, const Variant **p_args, int p_argcount) = nullptr;
	Error (*rpc)(Object *p_object, int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) = nullptr;
	int (*get_method_argument_count)(const Object *p_object, const StringName &p_method, bool &r_is_valid) = nullptr;

	String (*to_string)(Object *p_object) = nullptr;
	StringName (*get_class_name)(const Object *p_object) = nullptr; // Of the script's base class: the native one.
	bool (*is_class)(const Object *p_object, const StringName &p_class) = nullptr; // It or a base.
	bool (*is_parent_class)(const StringName &p_class, const StringName &p_inherits) = nullptr; // By name; equal counts.
	Variant (*get_script)(const Object *p_object) = nullptr;
	bool (*script_inherits)(const Variant &p_script, const Variant &p_base) = nullptr; // Equal counts.
	String (*get_script_name)(const Variant &p_script) = nullptr; // Global name or path, for messages.

	Error (*signal_connect)(Object *p_object, const StringName &p_signal, const Callable &p_callable, uint32_t p_flags) = nullptr;
	void (*signal_disconnect)(Object *p_object, const StringName &p_signal, const Callable &p_callable) = nullptr;
	bool (*signal_is_connected)(const Object *p_object, const StringName &p_signal, const Callable &p_callable) = nullptr;
	Error (*signal_emit)(Object *p_object, const StringName &p_signal, const Variant **p_args, int p_argcount) = nullptr;
	Array (*signal_get_connections)(const Object *p_object, const StringName &p_signal) = nullptr;

	Variant (*weakref)(const Variant &p_object) = nullptr; // A WeakRef; of nil an empty one.
	Variant (*duplicate_resource)(Object *p_object, int p_mode, int p_recursion) = nullptr; // The value itself when it stays shared.

	// For the text and byte formats with objects.
	Object *(*instantiate)(const StringName &p_class) = nullptr; // nullptr: no such class, or not instantiable.
	// A value that keeps the class's name and the alternating names and values of its properties, and is written back as it was read.
	Variant (*make_missing)(const StringName &p_class, const Array &p_names_and_values) = nullptr;
	void (*free_object)(Object *p_object) = nullptr; // One that instantiate() made and no Variant has held.
	StringName (*get_stored_class)(const Object *p_object) = nullptr; // Of what stands for an object of a missing class, that one.
	// Alternating names and values of the properties that are stored.
	void (*get_stored_properties)(const Object *p_object, Array &r_names_and_values) = nullptr;
	// A path when p_object is a resource with a file of its own, else empty; and the way back (nil on failure).
	String (*get_resource_path)(const Object *p_object) = nullptr;
	Variant (*load_resource)(const String &p_path) = nullptr;
	bool (*is_resource)(const Object *p_object) = nullptr;
};

extern ObjectHooks object_hooks;
