// Callable and Signal: targets by object id, comparison, text, and the calls that go to the object layer.
#include "core/variant/callable.h"

#include "core/error/error_macros.h"
#include "core/templates/hashfuncs.h"
#include "core/variant/callable_bind.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

namespace {

Object *find_object(ObjectID p_id) {
	return p_id.is_valid() && object_hooks.get_instance != nullptr ? object_hooks.get_instance(p_id) : nullptr;
}

ObjectID id_of(const Object *p_object) {
	return p_object != nullptr ? object_hooks.get_instance_id(p_object) : ObjectID();
}

// Calls a method of a built-in type's value, which it keeps.
class CallableBuiltin final : public CallableCustom {
	Variant base;
	StringName method;

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b) {
		const CallableBuiltin *a = static_cast<const CallableBuiltin *>(p_a);
		const CallableBuiltin *b = static_cast<const CallableBuiltin *>(p_b);
		return a->method == b->method && a->base.identity_compare(b->base);
	}
	static bool _less(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a < p_b; }

public:
	uint32_t hash() const override { return hash_murmur3_one_32(method.hash(), base.hash()); }
	String get_as_text() const override { return Variant::get_type_name(base.get_type()) + "::" + String(method) + " (Callable)"; }
	CompareEqualFunc get_compare_equal_func() const override { return _equal; }
	CompareLessFunc get_compare_less_func() const override { return _less; }
	bool is_valid() const override { return Variant::has_builtin_method(base.get_type(), method); }
	StringName get_method() const override { return method; }
	ObjectID get_object() const override { return ObjectID(); }
	int get_argument_count(bool &r_is_valid) const override {
		r_is_valid = is_valid();
		return r_is_valid ? Variant::get_builtin_method_argument_count(base.get_type(), method) : 0;
	}
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const override {
		Variant target = base; // Shares what copies share, so that methods that change an array change that array.
		target.callp(method, p_arguments, p_argcount, r_return_value, r_call_error);
	}

	CallableBuiltin(const Variant &p_base, const StringName &p_method) :
			base(p_base), method(p_method) {}
};

} // namespace

// --- CallableCustom defaults.

bool CallableCustom::is_valid() const {
	return find_object(get_object()) != nullptr;
}

StringName CallableCustom::get_method() const {
	return StringName();
}

const Callable *CallableCustom::get_base_comparator() const {
	return nullptr;
}

Error CallableCustom::rpc(int, const Variant **, int, Callable::CallError &r_call_error) const {
	r_call_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
	return ERR_UNCONFIGURED;
}

int CallableCustom::get_argument_count(bool &r_is_valid) const {
	r_is_valid = false;
	return 0;
}

void CallableCustom::get_bound_arguments(Vector<Variant> &r_arguments) const {
	r_arguments.clear();
}

// --- Lifetime.

Callable::Callable(const Object *p_object, const StringName &p_method) :
		Callable(id_of(p_object), p_method) {}

Callable::Callable(ObjectID p_object, const StringName &p_method) :
		Callable() {
	ERR_FAIL_COND_MSG(p_method.is_empty(), "A Callable needs the name of a method; without one it is null.");
	new (&method) StringName(p_method);
	object_id = uint64_t(p_object);
}

Callable::Callable(CallableCustom *p_custom) :
		tag(TAG_CUSTOM), custom(p_custom) {
	if (!custom->referenced) {
		custom->referenced = true;
		custom->ref_count.init();
	} else {
		custom->ref_count.ref();
	}
}

Callable::Callable(const Callable &p_from) :
		Callable() {
	if (p_from.is_custom()) {
		tag = TAG_CUSTOM;
		custom = p_from.custom;
		custom->ref_count.ref();
	} else {
		new (&method) StringName(p_from.method);
		object_id = p_from.object_id;
	}
}

Callable::Callable(Callable &&p_from) noexcept {
	_take(p_from);
}

Callable::~Callable() {
	if (!is_custom()) {
		method.~StringName();
	} else if (custom->ref_count.unref()) {
		DeepRelease::destroy(custom);
	}
}

void Callable::_take(Callable &r_from) {
	tag = r_from.tag; // The name's count goes along.
	object_id = r_from.object_id;
	r_from.tag = TAG_NULL;
	r_from.object_id = 0;
}

Callable &Callable::operator=(const Callable &p_from) {
	return *this = Callable(p_from);
}

Callable &Callable::operator=(Callable &&p_from) noexcept {
	if (this != &p_from) {
		[[maybe_unused]] const Callable old(static_cast<Callable &&>(*this)); // Dies last: its end may run code that looks here.
		_take(p_from);
	}
	return *this;
}

Callable Callable::create(const Variant &p_variant, const StringName &p_method) {
	ERR_FAIL_COND_V_MSG(p_method.is_empty(), Callable(), "A Callable needs the name of a method.");
	switch (p_variant.get_type()) {
		case Variant::NIL:
			return Callable(ObjectID(), p_method);
		case Variant::OBJECT:
			return Callable(p_variant.get_object_instance_id(), p_method);
		default:
			return Callable(memnew(CallableBuiltin(p_variant, p_method)));
	}
}

// --- Calls.

void Callable::callp(const Variant **p_arguments, int p_argcount, Variant &r_return_value, CallError &r_error) const {
	r_error = CallError();
	if (is_custom()) {
		const Callable kept(*this); // The call may drop the last other handle.
		kept.custom->call(p_arguments, p_argcount, r_return_value, r_error);
		return;
	}
	Object *object = get_object();
	if (object == nullptr) {
		r_error.error = CallError::CALL_ERROR_INSTANCE_IS_NULL;
		r_return_value = Variant();
		return;
	}
	const StringName name = method; // The call may end this handle.
	object_hooks.callp(object, name, p_arguments, p_argcount, r_return_value, r_error);
}

Variant Callable::callv(const Array &p_arguments) const {
	const int count = p_arguments.size();
	const Vector<Variant> kept = VariantInternal::get_snapshot(p_arguments); // The call may change the caller's array.
	Vector<const Variant *> pointers;
	pointers.resize(count);
	for (int i = 0; i < count; i++) {
		pointers.write[i] = &kept[i];
	}
	const Variant **arguments = const_cast<const Variant **>(pointers.ptr());
	Variant ret;
	CallError error;
	callp(arguments, count, ret, error);
	report_failure(arguments, count, error);
	return ret;
}

void Callable::report_failure(const Variant **p_arguments, int p_argcount, const CallError &p_error) const {
	if (likely(p_error.error == CallError::CALL_OK)) {
		return;
	}
	ERR_PRINT("Error calling " + Variant::get_callable_error_text(*this, p_arguments, p_argcount, p_error));
}

void Callable::call_deferredp(const Variant **p_arguments, int p_argcount) const {
	ERR_FAIL_COND_MSG(object_hooks.call_deferred == nullptr, "There is no message queue for a deferred call.");
	object_hooks.call_deferred(*this, p_arguments, p_argcount);
}

Error Callable::rpcp(int p_peer_id, const Variant **p_arguments, int p_argcount, CallError &r_error) const {
	r_error = CallError();
	if (is_custom()) {
		const Callable kept(*this);
		return kept.custom->rpc(p_peer_id, p_arguments, p_argcount, r_error);
	}
	Object *object = get_object();
	if (object == nullptr || object_hooks.rpc == nullptr) {
		r_error.error = CallError::CALL_ERROR_INSTANCE_IS_NULL;
		return ERR_UNCONFIGURED;
	}
	return object_hooks.rpc(object, p_peer_id, method, p_arguments, p_argcount, r_error);
}

Callable Callable::bindp(const Variant **p_arguments, int p_argcount) const {
	Vector<Variant> arguments;
	arguments.reserve(p_argcount);
	for (int i = 0; i < p_argcount; i++) {
		arguments.push_back(*p_arguments[i]);
	}
	return Callable(memnew(CallableCustomBind(*this, arguments)));
}

Callable Callable::bindv(const Array &p_arguments) const {
	if (p_arguments.is_empty()) {
		return *this;
	}
	const Vector<Variant> arguments = VariantInternal::get_snapshot(p_arguments);
	return Callable(memnew(CallableCustomBind(*this, arguments)));
}

Callable Callable::unbind(int p_argcount) const {
	ERR_FAIL_COND_V_MSG(p_argcount <= 0, Callable(*this), "unbind() needs a number of arguments greater than 0.");
	return Callable(memnew(CallableCustomUnbind(*this, p_argcount)));
}

// --- What it names.

bool Callable::is_valid() const {
	if (is_custom()) {
		return custom->is_valid();
	}
	const Object *object = get_object();
	return object != nullptr && object_hooks.has_method(object, method);
}

Object *Callable::get_object() const {
	return find_object(get_object_id());
}

ObjectID Callable::get_object_id() const {
	return is_custom() ? custom->get_object() : ObjectID(object_id);
}

StringName Callable::get_method() const {
	return is_custom() ? custom->get_method() : method;
}

CallableCustom *Callable::get_custom() const {
	ERR_FAIL_COND_V_MSG(!is_custom(), nullptr, "This Callable is not a custom one.");
	return custom;
}

int Callable::get_argument_count(bool *r_is_valid) const {
	bool valid = false;
	int count = 0;
	if (is_custom()) {
		count = custom->get_argument_count(valid);
	} else if (const Object *object = get_object()) {
		count = object_hooks.get_method_argument_count(object, method, valid);
	}
	if (r_is_valid != nullptr) {
		*r_is_valid = valid;
	}
	return valid ? count : 0;
}

int Callable::get_bound_arguments_count() const {
	return is_custom() ? custom->get_bound_arguments_count() : 0;
}

void Callable::get_bound_arguments_ref(Vector<Variant> &r_arguments) const {
	r_arguments.clear();
	if (is_custom()) {
		custom->get_bound_arguments(r_arguments);
	}
}

Array Callable::get_bound_arguments() const {
	Vector<Variant> arguments;
	get_bound_arguments_ref(arguments);
	Array list;
	for (const Variant &argument : arguments) {
		list.push_back(argument);
	}
	return list;
}

int Callable::get_unbound_arguments_count() const {
	return is_custom() ? custom->get_unbound_arguments_count() : 0;
}

const Callable *Callable::get_base_comparator() const {
	const Callable *base = is_custom() ? custom->get_base_comparator() : nullptr;
	return base != nullptr ? base : this;
}

uint32_t Callable::hash() const {
	if (is_custom()) {
		return custom->hash();
	}
	return hash_fmix32(hash_murmur3_one_64(object_id, method.hash()));
}

bool Callable::operator==(const Callable &p_other) const {
	if (is_custom() != p_other.is_custom()) {
		return false;
	}
	if (!is_custom()) {
		return object_id == p_other.object_id && method == p_other.method;
	}
	if (custom == p_other.custom) {
		return true;
	}
	const CallableCustom::CompareEqualFunc equal = custom->get_compare_equal_func();
	return equal == p_other.custom->get_compare_equal_func() && equal(custom, p_other.custom);
}

bool Callable::operator<(const Callable &p_other) const {
	if (is_custom() != p_other.is_custom()) {
		return !is_custom();
	}
	if (!is_custom()) {
		return object_id != p_other.object_id ? object_id < p_other.object_id : method < p_other.method;
	}
	const CallableCustom::CompareLessFunc less = custom->get_compare_less_func();
	if (less == p_other.custom->get_compare_less_func()) {
		return custom != p_other.custom && less(custom, p_other.custom);
	}
	return custom < p_other.custom;
}

Callable::operator String() const {
	if (is_custom()) {
		return custom->get_as_text();
	}
	if (is_null()) {
		return "null::null";
	}
	Object *object = get_object();
	if (object == nullptr) {
		return "null::" + String(method);
	}
	String text = object_hooks.get_class_name(object);
	const Variant script = object_hooks.get_script(object);
	if (Object *script_object = script.get_validated_object()) {
		const String path = object_hooks.get_resource_path(script_object);
		text += path.is_empty() ? String() : "(" + path.get_file() + ")";
	}
	return text + "::" + String(method);
}

// --- Signal.

Signal::Signal(const Object *p_object, const StringName &p_name) :
		name(p_name), object(id_of(p_object)) {
	ERR_FAIL_NULL_MSG(p_object, "A Signal needs an object.");
}

Signal::Signal(ObjectID p_object, const StringName &p_name) :
		name(p_name), object(p_object) {}

Object *Signal::get_object() const {
	return find_object(object);
}

Error Signal::emit(const Variant **p_arguments, int p_argcount) const {
	Object *target = get_object();
	return target != nullptr ? object_hooks.signal_emit(target, name, p_arguments, p_argcount) : ERR_INVALID_DATA;
}

Error Signal::connect(const Callable &p_callable, uint32_t p_flags) {
	Object *target = get_object();
	ERR_FAIL_NULL_V_MSG(target, ERR_UNCONFIGURED, "The signal's object is gone, or the Signal is null.");
	return object_hooks.signal_connect(target, name, p_callable, p_flags);
}

void Signal::disconnect(const Callable &p_callable) {
	Object *target = get_object();
	ERR_FAIL_NULL_MSG(target, "The signal's object is gone, or the Signal is null.");
	object_hooks.signal_disconnect(target, name, p_callable);
}

bool Signal::is_connected(const Callable &p_callable) const {
	Object *target = get_object();
	ERR_FAIL_NULL_V_MSG(target, false, "The signal's object is gone, or the Signal is null.");
	return object_hooks.signal_is_connected(target, name, p_callable);
}

Array Signal::get_connections() const {
	Object *target = get_object();
	return target != nullptr ? object_hooks.signal_get_connections(target, name) : Array();
}

bool Signal::has_connections() const {
	return !get_connections().is_empty();
}

bool Signal::operator<(const Signal &p_other) const {
	return object != p_other.object ? object < p_other.object : name < p_other.name;
}

Signal::operator String() const {
	Object *target = get_object();
	const String owner = target != nullptr ? String(object_hooks.get_class_name(target)) : String("null");
	return owner + "::[signal]" + String(name);
}
