// Object: birth and death, notifications, method calls and scripts.
#include "core/object/object.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/graveyard.h"
#include "core/object/message_queue.h"
#include "core/object/object_extra.h"
#include "core/object/script_language.h"
#include "core/object/translation_hook.h"
#include "core/variant/array.h"

TranslationHook translation_hook;

Object::Object() :
		Object(false) {}

Object::Object(bool p_ref_counted) :
		_is_ref_counted(p_ref_counted) {
	_instance_id = ObjectDB::add_instance(this, p_ref_counted);
}

Object::~Object() {
	// What did not come from memnew dies here; and C++ frames may have given a dead object something again.
	if (unlikely(_life != DEAD || script_instance || extra)) {
		_unlink();
	}
}

void Object::_unlink() {
	const bool was_dead = _life == DEAD;
	_life = DEAD;
	if (unlikely(_emitting != 0 && !was_dead)) {
		ERR_PRINT("Object " + to_string_native() + " was freed while it emits a signal. Connect with CONNECT_DEFERRED, or use queue_free() in the callback.");
	}
	if (ScriptInstance *instance = script_instance) {
		script_instance = nullptr;
		Graveyard::discard_instance(instance, this);
	}
	if (ObjectExtra *dropped = extra) {
		dropped->signals.clear(this);
		extra = nullptr;
		memdelete(dropped);
	}
	if (!was_dead) {
		ObjectDB::remove_instance(_instance_id);
	}
}

void Object::_postinitialize() {
	_initialize_classv();
	notification(NOTIFICATION_POSTINITIALIZE);
}

bool Object::begin_death() {
	if (_life != ALIVE) {
		return false;
	}
	_life = DYING;
	_predelete_ok = true;
	notification(NOTIFICATION_PREDELETE, true);
	return true;
}

bool Object::end_death() {
	if (!_predelete_ok) {
		_life = ALIVE;
		return false;
	}
	notification(NOTIFICATION_PREDELETE_CLEANUP, true);
	let_go();
	_unlink();
	if (likely(Graveyard::may_destroy(ObjectDB::get_birth(_instance_id)))) {
		Graveyard::destroy(this);
	} else {
		Graveyard::bury_object(this);
	}
	return true;
}

void Object::cancel_free() {
	_predelete_ok = false;
}

void postinitialize_handler(Object *p_object) {
	p_object->_postinitialize();
}

bool predelete_handler(Object *p_object) {
	Graveyard::kill(p_object);
	return false;
}

ObjectExtra &Object::ensure_extra() {
	if (!extra) {
		extra = memnew(ObjectExtra);
	}
	return *extra;
}

ObjectSignals &Object::ensure_signals() {
	return ensure_extra().signals;
}

void Object::initialize_class() {
	if (class_tag.initialized) {
		return;
	}
	gdclass_begin(class_tag, get_class_static(), &Object::_bind_methods);
}

const StringName &Object::get_class_static() {
	static const StringName class_name("Object");
	return class_name;
}

const StringName &Object::get_class_name() const {
	const ClassTag *tag = get_class_tag();
	if (unlikely(!tag->initialized)) {
		const_cast<Object *>(this)->_initialize_classv();
	}
	return *tag->class_name;
}

bool Object::is_class(const String &p_class) const {
	for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
		if (p_class == tag->name) {
			return true;
		}
	}
	return false;
}

void Object::notification_forward(const ClassTag *p_tag, int p_what) {
	if (p_tag->notified_parent) {
		notification_forward(p_tag->notified_parent, p_what);
	}
	if (p_tag->notification && likely(_life != DEAD)) {
		p_tag->notification(this, p_what);
	}
}

void Object::notification(int p_what, bool p_reversed) {
	if (unlikely(_life == DEAD)) {
		return; // Freed by whoever was told before.
	}
	if (!p_reversed) {
		notification_forward(get_class_tag(), p_what);
	}
	if (script_instance) {
		script_instance->notification(p_what, p_reversed);
	}
	if (p_reversed) {
		for (const ClassTag *tag = get_class_tag(); tag && likely(_life != DEAD); tag = tag->notified_parent) {
			if (tag->notification) {
				tag->notification(this, p_what);
			}
		}
	}
}

String Object::to_string_native() const {
	return "<" + get_class() + "#" + itos(int64_t(_instance_id)) + ">";
}

String Object::_to_string() {
	return to_string_native();
}

String Object::to_string() {
	if (script_instance) {
		bool valid = false;
		const String text = script_instance->to_string(&valid);
		if (valid) {
			return text;
		}
	}
	return _to_string();
}

void Object::free_from_script(Callable::CallError &r_error) {
	r_error.error = Callable::CallError::CALL_OK;
	if (_is_ref_counted) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
		ERR_FAIL_MSG("A reference counted object frees itself: drop the last reference to " + to_string_native() + " instead of calling free().");
	}
	if (is_running_method() || _emitting > 0) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
		ERR_FAIL_MSG("Object " + to_string_native() + " is locked and can't be freed: one of its own methods is running, it is emitting a signal, or the engine needs it to the end (the running tree and its root). Use queue_free() or call_deferred(\"free\"); quit() ends the program.");
	}
	memdelete(this);
}

Variant Object::callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	if (unlikely(_life == DEAD)) {
		r_error.error = Callable::CallError::CALL_ERROR_INSTANCE_IS_NULL;
		return Variant();
	}
	r_error.error = Callable::CallError::CALL_OK;
	if (unlikely(p_method == SNAME("free"))) {
		if (p_argcount != 0) {
			r_error.error = Callable::CallError::CALL_ERROR_TOO_MANY_ARGUMENTS;
			r_error.expected = 0;
			return Variant();
		}
		free_from_script(r_error);
		return Variant();
	}
	if (script_instance) {
		ObjectMethodLock lock(this);
		Variant result = script_instance->callp(p_method, p_args, p_argcount, r_error);
		if (r_error.error != Callable::CallError::CALL_ERROR_INVALID_METHOD) {
			return result;
		}
	}
	const MethodBind *method = ClassDB::get_method(ClassDB::get_class_info(this), p_method);
	if (likely(method != nullptr)) {
		return method->call(this, p_args, p_argcount, r_error);
	}
	r_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
	return Variant();
}

Variant Object::callv(const StringName &p_method, const Array &p_args) {
	LocalVector<const Variant *> pointers;
	pointers.resize(uint32_t(p_args.size()));
	for (uint32_t i = 0; i < pointers.size(); i++) {
		pointers[i] = &p_args[int(i)];
	}
	Callable::CallError error;
	const ObjectID id = _instance_id;
	const Variant result = callp(p_method, pointers.ptr(), int(pointers.size()), error);
	if (error.error != Callable::CallError::CALL_OK && ObjectDB::get_instance(id)) {
		ERR_FAIL_V_MSG(Variant(), "Error calling method from 'callv': " + Variant::get_call_error_text(this, p_method, pointers.ptr(), int(pointers.size()), error) + ".");
	}
	return result;
}

void Object::call_deferredp(const StringName &p_method, const Variant **p_args, int p_argcount) {
	MessageQueue::get_singleton()->push_callp(_instance_id, p_method, p_args, p_argcount, true);
}

void Object::set_deferred(const StringName &p_property, const Variant &p_value) {
	MessageQueue::get_singleton()->push_set(_instance_id, p_property, p_value);
}

bool Object::has_method(const StringName &p_method) const {
	if (p_method == SNAME("free")) {
		return true;
	}
	return (script_instance && script_instance->has_method(p_method)) || ClassDB::get_method(ClassDB::get_class_info(this), p_method) != nullptr;
}

int Object::get_method_argument_count(const StringName &p_method, bool *r_valid) const {
	bool valid = p_method == SNAME("free");
	int count = 0;
	if (!valid && script_instance) {
		count = script_instance->get_method_argument_count(p_method, &valid);
	}
	if (!valid) {
		const MethodBind *method = ClassDB::get_method(ClassDB::get_class_info(this), p_method);
		valid = method != nullptr;
		count = method ? method->get_argument_count() : 0;
	}
	if (r_valid) {
		*r_valid = valid;
	}
	return valid ? count : 0;
}

void Object::get_method_list(LocalVector<MethodInfo> *p_list) const {
	ClassDB::get_method_list(get_class_name(), p_list);
	if (script_instance) {
		script_instance->get_method_list(p_list);
	}
}

void Object::set_script_instance(ScriptInstance *p_instance) {
	if (p_instance == script_instance) {
		return;
	}
	ScriptInstance *old = script_instance;
	script_instance = p_instance;
	if (old) {
		Graveyard::discard_instance(old, this);
	}
}

Variant Object::get_script() const {
	if (script_instance) {
		return script_instance->get_script();
	}
	return extra ? extra->script : Variant();
}

void Object::set_script(const Variant &p_script) {
	if (get_script() == p_script) {
		return;
	}
	const Ref<Script> script(p_script);
	ERR_FAIL_COND_MSG(script.is_null() && !p_script.is_null(), "Only a Script, or null, can be set as an object's script.");
	ERR_FAIL_COND_MSG(script.is_valid() && script->is_abstract(), "Cannot set the abstract script '" + script->get_path() + "' on an object.");
	set_script_instance(nullptr);
	if (script.is_valid()) {
		ensure_extra().script = p_script;
		if (script->can_instantiate() && !script->instance_create(this)) {
			extra->script = Variant(); // It does not fit: the object stays without one.
		}
		if (script_instance) {
			extra->script = Variant();
		}
	} else if (extra) {
		extra->script = Variant();
	}
	notify_property_list_changed();
	emit_signal(SNAME("script_changed"));
}

String Object::tr(const StringName &p_message, const StringName &p_context) const {
	return translation_hook.translate && _can_translate ? translation_hook.translate(get_translation_domain(), p_message, StringName(), 0, p_context) : p_message;
}

String Object::tr_n(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context) const {
	if (translation_hook.translate && _can_translate && p_plural != StringName()) {
		return translation_hook.translate(get_translation_domain(), p_message, p_plural, p_n, p_context);
	}
	return p_n == 1 ? p_message : p_plural;
}

StringName Object::get_translation_domain() const {
	const Object *object = this; // Not by recursion: trees may be deep.
	while (object && !(object->extra && object->extra->translation_domain != StringName())) {
		object = translation_hook.inherits_from ? translation_hook.inherits_from(object) : nullptr;
	}
	return object ? object->extra->translation_domain : StringName();
}

void Object::set_translation_domain(const StringName &p_domain) {
	if (p_domain != (extra ? extra->translation_domain : StringName())) {
		ensure_extra().translation_domain = p_domain;
	}
}
