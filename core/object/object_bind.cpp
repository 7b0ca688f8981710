// Object: its scripting interface.
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/object/known/known_facts.h"
#include "core/object/object.h"
#include "core/object/object_signals.h"
#include "core/string/node_path.h"
#include "core/templates/hash_set.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "core/variant/typed_array.h"

Object::Connection::operator Variant() const {
	Dictionary dict;
	dict["signal"] = signal;
	dict["callable"] = callable;
	dict["flags"] = int64_t(flags);
	return dict;
}

bool Object::Connection::operator<(const Connection &p_other) const {
	return signal == p_other.signal ? callable < p_other.callable : signal < p_other.signal;
}

template <typename LIST>
static TypedArray<Dictionary> dictionaries_of(const LIST &p_list) {
	TypedArray<Dictionary> dictionaries;
	for (const auto &entry : p_list) {
		dictionaries.push_back(Dictionary(entry));
	}
	return dictionaries;
}

static TypedArray<Dictionary> dictionaries_of(const LocalVector<Object::Connection> &p_list) {
	TypedArray<Dictionary> dictionaries;
	for (const Object::Connection &connection : p_list) {
		dictionaries.push_back(Variant(connection));
	}
	return dictionaries;
}

// Puts what native classes have in the API alone behind what they have themselves. Those that hold a value are there already.
static void add_known_properties(const Object *p_object, LocalVector<PropertyInfo> &r_list) {
	HashSet<String> names;
	for (const PropertyInfo &property : r_list) {
		names.insert(property.name);
	}
	for (const ClassDB::ClassInfo *info = ClassDB::get_class_info(p_object); info; info = info->inherits_ptr) {
		if (info->is_known || !KnownFacts::may_have_class(info->facts_hash)) {
			continue;
		}
		uint32_t at = 0; // Behind the class's own.
		while (at < r_list.size() && !((r_list[at].usage & PROPERTY_USAGE_CATEGORY) && r_list[at].name == info->name.get_string())) {
			at++;
		}
		do {
			at++;
		} while (at < r_list.size() && !(r_list[at].usage & PROPERTY_USAGE_CATEGORY) && r_list[at].name != "script");
		LocalVector<PropertyInfo> known;
		ClassDB::get_property_list(info->name, &known, true);
		for (const PropertyInfo &property : known) {
			if (at <= r_list.size() && !names.has(property.name)) {
				r_list.insert(at++, property);
			}
		}
	}
}

TypedArray<Dictionary> Object::_get_property_list_bind() const {
	LocalVector<PropertyInfo> list;
	get_property_list(&list);
	add_known_properties(this, list);
	return dictionaries_of(list);
}

TypedArray<Dictionary> Object::_get_method_list_bind() const {
	LocalVector<MethodInfo> list;
	get_method_list(&list);
	return dictionaries_of(list);
}

TypedArray<Dictionary> Object::_get_signal_list() const {
	LocalVector<MethodInfo> list;
	get_signal_list(&list);
	return dictionaries_of(list);
}

TypedArray<Dictionary> Object::_get_signal_connection_list(const StringName &p_signal) const {
	LocalVector<Connection> list;
	get_signal_connection_list(p_signal, &list);
	return dictionaries_of(list);
}

TypedArray<Dictionary> Object::_get_incoming_connections() const {
	LocalVector<Connection> list;
	get_signals_connected_to_this(&list);
	return dictionaries_of(list);
}

TypedArray<StringName> Object::_get_meta_list_bind() const {
	LocalVector<StringName> list;
	get_meta_list(&list);
	TypedArray<StringName> names;
	for (const StringName &name : list) {
		names.push_back(name);
	}
	return names;
}

void Object::_add_user_signal(const String &p_name, const Array &p_args) {
	MethodInfo signal{ p_name };
	for (const Variant &argument : p_args) {
		ERR_FAIL_COND_MSG(argument.get_type() != Variant::DICTIONARY, "Arguments of a user signal are dictionaries with \"name\" and \"type\".");
		signal.arguments.push_back(PropertyInfo::from_dict(argument));
	}
	add_user_signal(signal);
}

void Object::_set_bind(const StringName &p_name, const Variant &p_value) {
	set(p_name, p_value);
}

Variant Object::_get_bind(const StringName &p_name) const {
	return get(p_name);
}

void Object::_set_indexed_bind(const NodePath &p_path, const Variant &p_value) {
	set_indexed(p_path.get_as_property_path().get_subnames(), p_value);
}

Variant Object::_get_indexed_bind(const NodePath &p_path) const {
	return get_indexed(p_path.get_as_property_path().get_subnames());
}

int Object::_get_method_argument_count_bind(const StringName &p_name) const {
	return get_method_argument_count(p_name);
}

// For vararg methods whose first argument is a name. False, with r_error set, when it is missing or of another type.
static bool take_name(const Variant **p_args, int p_argcount, StringName &r_name, Callable::CallError &r_error) {
	if (p_argcount < 1) {
		r_error.error = Callable::CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = 1;
		return false;
	}
	if (!p_args[0]->is_string()) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = 0;
		r_error.expected = Variant::STRING_NAME;
		return false;
	}
	r_error.error = Callable::CallError::CALL_OK;
	r_name = *p_args[0];
	return true;
}

Variant Object::_emit_signal(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	StringName signal;
	if (!take_name(p_args, p_argcount, signal, r_error)) {
		return Variant();
	}
	return emit_signal_by_name(this, signal, p_args + 1, p_argcount - 1);
}

Variant Object::_call_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	StringName method;
	if (!take_name(p_args, p_argcount, method, r_error)) {
		return Variant();
	}
	return callp(method, p_args + 1, p_argcount - 1, r_error);
}

Variant Object::_call_deferred_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	StringName method;
	if (take_name(p_args, p_argcount, method, r_error)) {
		call_deferredp(method, p_args + 1, p_argcount - 1);
	}
	return Variant();
}

// What a script may define for any object; listed for documentation and completion.
static void add_object_virtuals() {
	const StringName object = Object::get_class_static();
	const auto any = [](const char *p_name) {
		return PropertyInfo(Variant::NIL, p_name, PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT);
	};
	const PropertyInfo property(Variant::STRING_NAME, "property");
	const auto add = [&object](MethodInfo p_method, Variant::Type p_return, uint32_t p_return_usage = PROPERTY_USAGE_DEFAULT) {
		p_method.flags |= METHOD_FLAG_OBJECT_CORE; // Part of the language rather than of this class's API.
		p_method.return_val.type = p_return;
		p_method.return_val.usage = p_return_usage;
		ClassDB::add_virtual_method(object, p_method);
	};
	ClassDB::add_virtual_method(object, MethodInfo("free"), false); // Object::callp() does it; here it is only listed.
	add(MethodInfo("_init"), Variant::NIL);
	add(MethodInfo("_to_string"), Variant::STRING);
	add(MethodInfo("_notification", PropertyInfo(Variant::INT, "what")), Variant::NIL);
	add(MethodInfo("_set", property, any("value")), Variant::BOOL);
	add(MethodInfo("_get", property), Variant::NIL, PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT);
	add(MethodInfo("_get_property_list"), Variant::ARRAY);
	add(MethodInfo("_validate_property", PropertyInfo(Variant::DICTIONARY, "property")), Variant::NIL);
	add(MethodInfo("_property_can_revert", property), Variant::BOOL);
	add(MethodInfo("_property_get_revert", property), Variant::NIL, PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT);
	add(MethodInfo("_iter_init", PropertyInfo(Variant::ARRAY, "iter")), Variant::BOOL);
	add(MethodInfo("_iter_next", PropertyInfo(Variant::ARRAY, "iter")), Variant::BOOL);
	add(MethodInfo("_iter_get", any("iter")), Variant::NIL, PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT);
}

static MethodInfo vararg_info(const char *p_name, Variant::Type p_return, uint32_t p_return_usage, const StringName &p_return_class, const char *p_argument) {
	MethodInfo info{ String(p_name), PropertyInfo(Variant::STRING_NAME, p_argument) };
	info.return_val = PropertyInfo(p_return, "", PROPERTY_HINT_NONE, "", p_return_usage, p_return_class);
	return info;
}

void Object::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_class"), &Object::get_class);
	ClassDB::bind_method(D_METHOD("is_class", "class"), &Object::is_class);
	ClassDB::bind_method(D_METHOD("set", "property", "value"), &Object::_set_bind);
	ClassDB::bind_method(D_METHOD("get", "property"), &Object::_get_bind);
	ClassDB::bind_method(D_METHOD("set_indexed", "property_path", "value"), &Object::_set_indexed_bind);
	ClassDB::bind_method(D_METHOD("get_indexed", "property_path"), &Object::_get_indexed_bind);
	ClassDB::bind_method(D_METHOD("get_property_list"), &Object::_get_property_list_bind);
	ClassDB::bind_method(D_METHOD("get_method_list"), &Object::_get_method_list_bind);
	ClassDB::bind_method(D_METHOD("property_can_revert", "property"), &Object::property_can_revert);
	ClassDB::bind_method(D_METHOD("property_get_revert", "property"), &Object::property_get_revert);
	ClassDB::bind_method(D_METHOD("notification", "what", "reversed"), &Object::notification, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("to_string"), &Object::to_string);
	ClassDB::bind_method(D_METHOD("get_instance_id"), &Object::_get_instance_id_bind);
	ClassDB::bind_method(D_METHOD("set_script", "script"), &Object::set_script);
	ClassDB::bind_method(D_METHOD("get_script"), &Object::get_script);

	ClassDB::bind_method(D_METHOD("set_meta", "name", "value"), &Object::set_meta);
	ClassDB::bind_method(D_METHOD("remove_meta", "name"), &Object::remove_meta);
	ClassDB::bind_method(D_METHOD("get_meta", "name", "default"), &Object::get_meta, DEFVAL(Variant()));
	ClassDB::bind_method(D_METHOD("has_meta", "name"), &Object::has_meta);
	ClassDB::bind_method(D_METHOD("get_meta_list"), &Object::_get_meta_list_bind);

	ClassDB::bind_method(D_METHOD("add_user_signal", "signal", "arguments"), &Object::_add_user_signal, DEFVAL(Array()));
	ClassDB::bind_method(D_METHOD("has_user_signal", "signal"), &Object::_has_user_signal);
	ClassDB::bind_method(D_METHOD("remove_user_signal", "signal"), &Object::_remove_user_signal);
	ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "emit_signal", &Object::_emit_signal, vararg_info("emit_signal", Variant::INT, PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_CLASS_IS_ENUM, "Error", "signal"));
	ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "call", &Object::_call_bind, vararg_info("call", Variant::NIL, PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT, StringName(), "method"));
	ClassDB::bind_vararg_method(METHOD_FLAGS_DEFAULT, "call_deferred", &Object::_call_deferred_bind, vararg_info("call_deferred", Variant::NIL, PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT, StringName(), "method"));
	ClassDB::bind_method(D_METHOD("set_deferred", "property", "value"), &Object::set_deferred);
	ClassDB::bind_method(D_METHOD("callv", "method", "arg_array"), &Object::callv);
	ClassDB::bind_method(D_METHOD("has_method", "method"), &Object::has_method);
	ClassDB::bind_method(D_METHOD("get_method_argument_count", "method"), &Object::_get_method_argument_count_bind);

	ClassDB::bind_method(D_METHOD("has_signal", "signal"), &Object::has_signal);
	ClassDB::bind_method(D_METHOD("get_signal_list"), &Object::_get_signal_list);
	ClassDB::bind_method(D_METHOD("get_signal_connection_list", "signal"), &Object::_get_signal_connection_list);
	ClassDB::bind_method(D_METHOD("get_incoming_connections"), &Object::_get_incoming_connections);
	ClassDB::bind_method(D_METHOD("connect", "signal", "callable", "flags"), &Object::connect, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("disconnect", "signal", "callable"), &Object::disconnect);
	ClassDB::bind_method(D_METHOD("is_connected", "signal", "callable"), &Object::is_connected);
	ClassDB::bind_method(D_METHOD("has_connections", "signal"), &Object::has_connections);
	ClassDB::bind_method(D_METHOD("set_block_signals", "enable"), &Object::set_block_signals);
	ClassDB::bind_method(D_METHOD("is_blocking_signals"), &Object::is_blocking_signals);
	ClassDB::bind_method(D_METHOD("notify_property_list_changed"), &Object::notify_property_list_changed);

	ClassDB::bind_method(D_METHOD("set_message_translation", "enable"), &Object::set_message_translation);
	ClassDB::bind_method(D_METHOD("can_translate_messages"), &Object::can_translate_messages);
	ClassDB::bind_method(D_METHOD("tr", "message", "context"), &Object::tr, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("tr_n", "message", "plural_message", "n", "context"), &Object::tr_n, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("get_translation_domain"), &Object::get_translation_domain);
	ClassDB::bind_method(D_METHOD("set_translation_domain", "domain"), &Object::set_translation_domain);
	ClassDB::bind_method(D_METHOD("is_queued_for_deletion"), &Object::is_queued_for_deletion);
	ClassDB::bind_method(D_METHOD("cancel_free"), &Object::cancel_free);

	add_object_virtuals();
	ADD_SIGNAL(MethodInfo("script_changed"));
	ADD_SIGNAL(MethodInfo("property_list_changed"));

	BIND_CONSTANT(NOTIFICATION_POSTINITIALIZE);
	BIND_CONSTANT(NOTIFICATION_PREDELETE);
	BIND_CONSTANT(NOTIFICATION_EXTENSION_RELOADED);
	BIND_ENUM_CONSTANT(CONNECT_DEFERRED);
	BIND_ENUM_CONSTANT(CONNECT_PERSIST);
	BIND_ENUM_CONSTANT(CONNECT_ONE_SHOT);
	BIND_ENUM_CONSTANT(CONNECT_REFERENCE_COUNTED);
	BIND_ENUM_CONSTANT(CONNECT_APPEND_SOURCE_OBJECT);
}
