// The object layer's side of ObjectHooks.
#include "core/object/variant_object_hooks.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/object/missing_resource.h"
#include "core/object/object_signals.h"
#include "core/object/ref_counted.h"
#include "core/object/resource.h"
#include "core/object/script_language.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "core/variant/object_hooks.h"

static void install_lifetime_hooks() {
	object_hooks.get_instance = [](ObjectID p_id) {
		return ObjectDB::get_instance(p_id);
	};
	object_hooks.get_instance_id = [](const Object *p_object) {
		return p_object->get_instance_id();
	};
	object_hooks.reference = [](Object *p_object) {
		return static_cast<RefCounted *>(p_object)->init_ref();
	};
	object_hooks.count_offset = RefCounted::COUNT_OFFSET;
	object_hooks.instantiate = [](const StringName &p_class) -> Object * {
		return ClassDB::can_instantiate(p_class) ? ClassDB::instantiate(p_class) : nullptr;
	};
	object_hooks.free_object = [](Object *p_object) {
		memdelete(p_object);
	};
	object_hooks.weakref = [](const Variant &p_object) -> Variant {
		Ref<WeakRef> reference;
		reference.instantiate();
		reference->set_obj(p_object.get_validated_object());
		return reference;
	};
}

static void install_member_hooks() {
	object_hooks.set = [](Object *p_object, const StringName &p_name, const Variant &p_value) {
		bool valid = false;
		p_object->set(p_name, p_value, &valid);
		return valid;
	};
	object_hooks.get = [](const Object *p_object, const StringName &p_name, Variant &r_value) {
		bool valid = false;
		r_value = p_object->get(p_name, &valid);
		return valid;
	};
	object_hooks.has_method = [](const Object *p_object, const StringName &p_method) {
		return p_object->has_method(p_method);
	};
	object_hooks.callp = [](Object *p_object, const StringName &p_method, const Variant **p_args, int p_argcount, Variant &r_ret, Callable::CallError &r_error) {
		r_ret = p_object->callp(p_method, p_args, p_argcount, r_error);
	};
	object_hooks.call_deferred = [](const Callable &p_callable, const Variant **p_args, int p_argcount) {
		MessageQueue::get_singleton()->push_callablep(p_callable, p_args, p_argcount, true);
	};
	object_hooks.get_method_argument_count = [](const Object *p_object, const StringName &p_method, bool &r_is_valid) {
		return p_object->get_method_argument_count(p_method, &r_is_valid);
	};
	object_hooks.make_missing = [](const StringName &p_class, const Array &p_names_and_values) -> Variant {
		Ref<MissingResource> missing;
		missing.instantiate();
		missing->set_original_class(p_class);
		for (int64_t i = 0; i + 1 < p_names_and_values.size(); i += 2) {
			missing->record(p_names_and_values[i], p_names_and_values[i + 1]);
		}
		return missing;
	};
	object_hooks.get_stored_class = [](const Object *p_object) {
		const MissingResource *missing = Object::cast_to<MissingResource>(p_object);
		return missing && !missing->get_original_class().is_empty() ? StringName(missing->get_original_class()) : StringName(p_object->get_class_name());
	};
	object_hooks.get_stored_properties = [](const Object *p_object, Array &r_names_and_values) {
		if (const MissingResource *missing = Object::cast_to<MissingResource>(p_object)) {
			for (const KeyValue<StringName, Variant> &entry : missing->get_recorded()) {
				r_names_and_values.push_back(entry.key);
				r_names_and_values.push_back(entry.value);
			}
			return;
		}
		LocalVector<PropertyInfo> properties;
		p_object->get_property_list(&properties);
		for (const PropertyInfo &property : properties) {
			if (property.usage & PROPERTY_USAGE_STORAGE) {
				r_names_and_values.push_back(property.name);
				r_names_and_values.push_back(p_object->get(property.name));
			}
		}
	};
}

static void install_class_hooks() {
	object_hooks.to_string = [](Object *p_object) {
		return p_object->to_string();
	};
	object_hooks.get_class_name = [](const Object *p_object) {
		return StringName(p_object->get_class_name());
	};
	object_hooks.is_class = [](const Object *p_object, const StringName &p_class) {
		return ClassDB::is_parent_class(p_object->get_class_name(), p_class);
	};
	object_hooks.is_parent_class = [](const StringName &p_class, const StringName &p_inherits) {
		return ClassDB::is_parent_class(p_class, p_inherits);
	};
	object_hooks.get_script = [](const Object *p_object) {
		return p_object->get_script();
	};
	object_hooks.script_inherits = [](const Variant &p_script, const Variant &p_base) {
		const Ref<Script> script(p_script);
		const Ref<Script> base(p_base);
		return script.is_valid() && base.is_valid() && (script == base || script->inherits_script(base));
	};
	object_hooks.get_script_name = [](const Variant &p_script) {
		const Ref<Script> script(p_script);
		if (script.is_null()) {
			return String();
		}
		const StringName global_name = script->get_global_name();
		return global_name.is_empty() ? script->get_path() : String(global_name);
	};
}

static void install_signal_hooks() {
	object_hooks.signal_connect = [](Object *p_object, const StringName &p_signal, const Callable &p_callable, uint32_t p_flags) {
		return p_object->connect(p_signal, p_callable, p_flags);
	};
	object_hooks.signal_disconnect = [](Object *p_object, const StringName &p_signal, const Callable &p_callable) {
		p_object->disconnect(p_signal, p_callable);
	};
	object_hooks.signal_is_connected = [](const Object *p_object, const StringName &p_signal, const Callable &p_callable) {
		return p_object->is_connected(p_signal, p_callable);
	};
	object_hooks.signal_emit = [](Object *p_object, const StringName &p_signal, const Variant **p_args, int p_argcount) {
		return emit_signal_by_name(p_object, p_signal, p_args, p_argcount);
	};
	object_hooks.signal_get_connections = [](const Object *p_object, const StringName &p_signal) {
		LocalVector<Object::Connection> connections;
		p_object->get_signal_connection_list(p_signal, &connections);
		Array list;
		for (const Object::Connection &connection : connections) {
			list.push_back(Variant(connection));
		}
		return list;
	};
}

static void install_resource_hooks() {
	object_hooks.duplicate_resource = [](Object *p_object, int p_mode, int p_recursion) -> Variant {
		Resource *resource = Object::cast_to<Resource>(p_object);
		return resource ? Resource::duplicate_in_container(resource, Resource::DeepDuplicateMode(p_mode)) : Variant(p_object);
	};
	object_hooks.is_resource = [](const Object *p_object) {
		return Object::cast_to<Resource>(p_object) != nullptr;
	};
	object_hooks.get_resource_path = [](const Object *p_object) {
		const Resource *resource = Object::cast_to<Resource>(p_object);
		return resource && !resource->is_built_in() ? resource->get_path() : String();
	};
}

void install_object_hooks() {
	install_lifetime_hooks();
	install_member_hooks();
	install_class_hooks();
	install_signal_hooks();
	install_resource_hooks();
}
