// Object: signals and connections.
#include "core/object/object_signals.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/graveyard.h"
#include "core/object/message_queue.h"
#include "core/object/object.h"
#include "core/object/object_extra.h"
#include "core/object/ref_counted.h"
#include "core/object/script_language.h"

void ObjectSignals::link_incoming(SignalLink *p_link) {
	p_link->previous_incoming = last_incoming;
	(last_incoming ? last_incoming->next_incoming : first_incoming) = p_link;
	last_incoming = p_link;
}

void ObjectSignals::unlink_incoming(SignalLink *p_link) {
	(p_link->previous_incoming ? p_link->previous_incoming->next_incoming : first_incoming) = p_link->next_incoming;
	(p_link->next_incoming ? p_link->next_incoming->previous_incoming : last_incoming) = p_link->previous_incoming;
}

SignalLink *SignalLinks::find(const Callable &p_base) const {
	const uint32_t hash = p_base.hash();
	if (buckets.is_empty()) {
		for (SignalLink *link = first; link; link = link->next) {
			if (link->is_of(p_base, hash)) {
				return link;
			}
		}
		return nullptr;
	}
	SignalLink *link = const_cast<SignalLinks *>(this)->bucket_of(hash);
	while (link && !link->is_of(p_base, hash)) {
		link = link->next_in_bucket;
	}
	return link;
}

void SignalLinks::fill_buckets() {
	const uint32_t wanted = MAX(buckets.size() * 2, BUCKETS_FROM * 4);
	buckets.reset();
	buckets.resize(wanted);
	for (SignalLink *&bucket : buckets) {
		bucket = nullptr;
	}
	for (SignalLink *link = first; link; link = link->next) {
		SignalLink *&bucket = bucket_of(link->base_hash);
		link->next_in_bucket = bucket;
		bucket = link;
	}
}

void SignalLinks::add(SignalLink *p_link) {
	p_link->previous = last;
	(last ? last->next : first) = p_link;
	last = p_link;
	count++;
	if (count > MAX(buckets.size(), BUCKETS_FROM)) {
		fill_buckets();
	} else if (!buckets.is_empty()) {
		SignalLink *&bucket = bucket_of(p_link->base_hash);
		p_link->next_in_bucket = bucket;
		bucket = p_link;
	}
}

void SignalLinks::remove(SignalLink *p_link) {
	(p_link->previous ? p_link->previous->next : first) = p_link->next;
	(p_link->next ? p_link->next->previous : last) = p_link->previous;
	count--;
	if (count == 0) {
		buckets.reset();
	} else if (!buckets.is_empty()) {
		SignalLink **at = &bucket_of(p_link->base_hash);
		while (*at != p_link) {
			at = &(*at)->next_in_bucket;
		}
		*at = p_link->next_in_bucket;
	}
}

SignalLink *ObjectSignals::find_link(const StringName &p_signal, const Callable &p_callable) const {
	const SignalData *data = signals.getptr(p_signal);
	if (!data || data->links.is_empty()) {
		return nullptr;
	}
	return data->links.find(*p_callable.get_base_comparator());
}

bool ObjectSignals::has_user_signal(const StringName &p_signal) const {
	const SignalData *data = signals.getptr(p_signal);
	return data && !data->user.name.is_empty();
}

void ObjectSignals::remove_user_signal(const StringName &p_signal) {
	SignalData *data = signals.getptr(p_signal);
	data->user = MethodInfo();
	while ((data = signals.getptr(p_signal)) != nullptr && !data->links.is_empty()) {
		remove_link(data->links.get_last());
	}
	signals.erase(p_signal);
}

void ObjectSignals::add_link(Object *p_source, const StringName &p_signal, const Callable &p_callable, uint32_t p_flags) {
	SignalLink *link = memnew(SignalLink);
	link->source = p_source;
	link->target = p_callable.get_object();
	link->signal = p_signal;
	link->callable = p_callable;
	link->flags = p_flags;
	link->base_hash = p_callable.get_base_comparator()->hash();
	signals[p_signal].links.add(link);
	if (link->target) {
		link->target->ensure_signals().link_incoming(link);
	}
}

void ObjectSignals::remove_link(SignalLink *p_link) {
	if (p_link->target) {
		p_link->target->ensure_signals().unlink_incoming(p_link);
	}
	SignalData *data = signals.getptr(p_link->signal);
	data->links.remove(p_link);
	// The entry of a script's signal stays: emitting it then counts as heard by nobody rather than as unavailable.
	if (data->links.is_empty() && data->user.name.is_empty() && ClassDB::has_signal(p_link->source->get_class_name(), p_link->signal)) {
		signals.erase(p_link->signal);
	}
	memdelete(p_link);
}

void ObjectSignals::clear(Object *p_owner) {
	while (first_incoming) {
		first_incoming->source->ensure_signals().remove_link(first_incoming);
	}
	while (!signals.is_empty()) {
		const StringName signal = signals.begin()->key;
		const SignalLinks &links = signals.begin()->value.links;
		if (links.is_empty()) {
			signals.erase(signal);
		} else {
			remove_link(links.get_last());
		}
	}
}

static bool class_or_script_has_signal(const Object *p_object, const StringName &p_signal) {
	if (ClassDB::has_signal(p_object->get_class_name(), p_signal)) {
		return true;
	}
	const Ref<Script> script(p_object->get_script());
	return script.is_valid() && script->has_script_signal(p_signal);
}

bool Object::has_signal(const StringName &p_name) const {
	return class_or_script_has_signal(this, p_name) || _has_user_signal(p_name);
}

bool Object::_has_user_signal(const StringName &p_name) const {
	return extra && extra->signals.has_user_signal(p_name);
}

void Object::add_user_signal(const MethodInfo &p_signal) {
	ERR_FAIL_COND_MSG(p_signal.name.is_empty(), "A signal needs a name.");
	ERR_FAIL_COND_MSG(has_signal(p_signal.name), "Object " + to_string_native() + " already has a signal '" + p_signal.name + "'.");
	ensure_signals().add_user_signal(p_signal);
}

void Object::_remove_user_signal(const StringName &p_name) {
	ERR_FAIL_COND_MSG(!_has_user_signal(p_name), "Object " + to_string_native() + " has no user signal '" + p_name + "'.");
	extra->signals.remove_user_signal(p_name);
}

void Object::get_signal_list(LocalVector<MethodInfo> *p_list) const {
	const Ref<Script> script(get_script());
	if (script.is_valid()) {
		script->get_script_signal_list(p_list);
	}
	ClassDB::get_signal_list(get_class_name(), p_list);
	if (extra) {
		for (const KeyValue<StringName, ObjectSignals::SignalData> &entry : extra->signals.get_signals()) {
			if (!entry.value.user.name.is_empty()) {
				p_list->push_back(entry.value.user);
			}
		}
	}
}

static Object::Connection connection_of(const SignalLink *p_link) {
	Object::Connection connection;
	connection.signal = ::Signal(p_link->source, p_link->signal);
	connection.callable = p_link->callable;
	connection.flags = p_link->flags;
	return connection;
}

void Object::get_signal_connection_list(const StringName &p_signal, LocalVector<Connection> *p_connections) const {
	const ObjectSignals::SignalData *data = extra ? extra->signals.find(p_signal) : nullptr;
	if (data) {
		for (const SignalLink *link = data->links.get_first(); link; link = link->next) {
			p_connections->push_back(connection_of(link));
		}
	}
}

void Object::get_all_signal_connections(LocalVector<Connection> *p_connections) const {
	if (extra) {
		for (const KeyValue<StringName, ObjectSignals::SignalData> &entry : extra->signals.get_signals()) {
			for (const SignalLink *link = entry.value.links.get_first(); link; link = link->next) {
				p_connections->push_back(connection_of(link));
			}
		}
	}
}

void Object::get_signals_connected_to_this(LocalVector<Connection> *p_connections) const {
	for (const SignalLink *link = extra ? extra->signals.get_first_incoming() : nullptr; link; link = link->next_incoming) {
		p_connections->push_back(connection_of(link));
	}
}

int Object::get_persistent_signal_connection_count() const {
	int count = 0;
	LocalVector<Connection> connections;
	get_all_signal_connections(&connections);
	for (const Connection &connection : connections) {
		count += (connection.flags & CONNECT_PERSIST) ? 1 : 0;
	}
	return count;
}

bool Object::has_connections(const StringName &p_signal) const {
	const ObjectSignals::SignalData *data = extra ? extra->signals.find(p_signal) : nullptr;
	if (!data) {
		ERR_FAIL_COND_V_MSG(!class_or_script_has_signal(this, p_signal), false, "Object " + to_string_native() + " has no signal '" + p_signal + "'.");
		return false;
	}
	return !data->links.is_empty();
}

Error Object::connect(const StringName &p_signal, const Callable &p_callable, uint32_t p_flags) {
	ERR_FAIL_COND_V_MSG(p_callable.is_null(), ERR_INVALID_PARAMETER, "Cannot connect to '" + p_signal + "': the callable is null.");
	if (p_callable.is_standard()) {
		ERR_FAIL_COND_V_MSG(p_callable.get_object() == nullptr, ERR_INVALID_PARAMETER, "Cannot connect to '" + p_signal + "' to callable '" + String(p_callable) + "': its object is null or freed.");
	} else {
		ERR_FAIL_COND_V_MSG(!p_callable.is_valid(), ERR_INVALID_PARAMETER, "Cannot connect to '" + p_signal + "' to callable '" + String(p_callable) + "': it is not valid.");
	}
	const bool known = extra && extra->signals.find(p_signal);
	ERR_FAIL_COND_V_MSG(!known && !class_or_script_has_signal(this, p_signal), ERR_INVALID_PARAMETER, "Object " + to_string_native() + " has no signal '" + p_signal + "' to connect to callable '" + String(p_callable) + "'.");
	if (SignalLink *link = known ? extra->signals.find_link(p_signal, p_callable) : nullptr) {
		ERR_FAIL_COND_V_MSG(!(p_flags & CONNECT_REFERENCE_COUNTED), ERR_INVALID_PARAMETER, "Signal '" + p_signal + "' is already connected to callable '" + String(p_callable) + "' of object " + to_string_native() + ".");
		link->reference_count++;
		return OK;
	}
	ensure_signals().add_link(this, p_signal, p_callable, p_flags);
	return OK;
}

void Object::disconnect(const StringName &p_signal, const Callable &p_callable) {
	ERR_FAIL_COND_MSG(p_callable.is_null(), "Cannot disconnect from '" + p_signal + "': the callable is null.");
	SignalLink *link = extra ? extra->signals.find_link(p_signal, p_callable) : nullptr;
	ERR_FAIL_COND_MSG(link == nullptr && !has_signal(p_signal), "Object " + to_string_native() + " has no signal '" + p_signal + "'.");
	ERR_FAIL_COND_MSG(link == nullptr, "Signal '" + p_signal + "' of object " + to_string_native() + " is not connected to callable '" + String(p_callable) + "'.");
	if ((link->flags & CONNECT_REFERENCE_COUNTED) && --link->reference_count > 0) {
		return;
	}
	extra->signals.remove_link(link);
}

bool Object::is_connected(const StringName &p_signal, const Callable &p_callable) const {
	ERR_FAIL_COND_V_MSG(p_callable.is_null(), false, "Cannot tell whether '" + p_signal + "' is connected: the callable is null.");
	const bool known = extra && extra->signals.find(p_signal);
	if (!known) {
		ERR_FAIL_COND_V_MSG(!class_or_script_has_signal(this, p_signal), false, "Object " + to_string_native() + " has no signal '" + p_signal + "'.");
		return false;
	}
	return extra->signals.find_link(p_signal, p_callable) != nullptr;
}

namespace {

// What one emission will call, copied beforehand: callbacks may connect, disconnect and free whatever they like.
class EmissionPlan {
	static constexpr uint32_t INLINE_CALLS = 8;
	struct Call {
		Callable callable;
		uint32_t flags = 0;
	};
	alignas(Call) unsigned char room[INLINE_CALLS][sizeof(Call)]; // The first `few` are built; most signals have one connection.
	uint32_t few = 0;
	LocalVector<Call> many;

	const Call &at(uint32_t p_index) const { return p_index < INLINE_CALLS ? *reinterpret_cast<const Call *>(room[p_index]) : many[p_index - INLINE_CALLS]; }

public:
	void add(const SignalLink *p_link) {
		if (few < INLINE_CALLS) {
			::new (static_cast<void *>(room[few++])) Call{ p_link->callable, p_link->flags };
		} else {
			many.push_back(Call{ p_link->callable, p_link->flags });
		}
	}
	uint32_t size() const { return few + many.size(); }
	const Callable &get_callable(uint32_t p_index) const { return at(p_index).callable; }
	uint32_t get_flags(uint32_t p_index) const { return at(p_index).flags; }

	EmissionPlan() {}
	~EmissionPlan() {
		while (few > 0) {
			reinterpret_cast<Call *>(room[--few])->~Call();
		}
	}
	EmissionPlan(const EmissionPlan &) = delete;
	void operator=(const EmissionPlan &) = delete;
};

Error call_connected(const StringName &p_signal, const Callable &p_callable, uint32_t p_flags, const Variant **p_args, int p_argcount) {
	if (p_flags & Object::CONNECT_DEFERRED) {
		if (p_callable.is_custom() || p_callable.get_object()) {
			MessageQueue::get_singleton()->push_callablep(p_callable, p_args, p_argcount, true);
		}
		return OK;
	}
	Callable::CallError error;
	Variant result;
	p_callable.callp(p_args, p_argcount, result, error);
	if (likely(error.error == Callable::CallError::CALL_OK)) {
		return OK;
	}
	// An earlier callback may have freed the target, and a method that does not exist was accepted when connecting: nothing to call.
	if (error.error == Callable::CallError::CALL_ERROR_INSTANCE_IS_NULL || (error.error == Callable::CallError::CALL_ERROR_INVALID_METHOD && !p_callable.is_valid())) {
		return OK;
	}
	ERR_PRINT("Error calling from signal '" + p_signal + "' to callable: " + Variant::get_callable_error_text(p_callable, p_args, p_argcount, error));
	return ERR_METHOD_NOT_FOUND;
}

} // namespace

Error Object::emit_signalp(const StringName &p_name, const Variant **p_args, int p_argcount) {
	if (_block_signals) {
		return ERR_CANT_ACQUIRE_RESOURCE;
	}
	const ObjectSignals::SignalData *data = extra ? extra->signals.find(p_name) : nullptr;
	if (!data) {
		return ERR_UNAVAILABLE; // Nobody listens. Whether there is such a signal is asked where scripts name it: the engine names its own.
	}
	EmissionPlan plan;
	LocalVector<SignalLink *> one_shots;
	for (SignalLink *link = data->links.get_first(); link; link = link->next) {
		plan.add(link);
		if (link->flags & CONNECT_ONE_SHOT) {
			one_shots.push_back(link);
		}
	}
	for (SignalLink *link : one_shots) {
		extra->signals.remove_link(link); // The plan holds what the callable holds: nothing dies here.
	}
	Graveyard::hold();
	LocalVector<const Variant *> with_source;
	const Variant source = Variant(this); // Keeps a reference counted emitter alive to the end.
	const ObjectID id = _instance_id;
	const StringName name = p_name; // The caller's may die with this object.
	_emitting++;
	Error result = OK;
	for (uint32_t i = 0; i < plan.size(); i++) {
		const Callable &callable = plan.get_callable(i);
		const Variant **args = p_args;
		int argcount = p_argcount;
		if (plan.get_flags(i) & CONNECT_APPEND_SOURCE_OBJECT) {
			with_source.resize(uint32_t(p_argcount) + 1);
			for (int j = 0; j < p_argcount; j++) {
				with_source[uint32_t(j)] = p_args[j];
			}
			with_source[uint32_t(p_argcount)] = &source;
			args = with_source.ptr();
			argcount++;
		}
		const Error error = call_connected(name, callable, plan.get_flags(i), args, argcount);
		result = error == OK ? result : error;
	}
	if (Object *self = ObjectDB::get_instance(id)) {
		self->_emitting--;
	}
	return result;
}

Error emit_signal_by_name(Object *p_object, const StringName &p_name, const Variant **p_args, int p_argcount) {
	const Error error = p_object->emit_signalp(p_name, p_args, p_argcount);
	// Nobody listened, so nothing ran and the object is still there.
	ERR_FAIL_COND_V_MSG(error == ERR_UNAVAILABLE && !p_object->has_signal(p_name), error, "Object " + p_object->to_string_native() + " has no signal '" + p_name + "' to emit.");
	return error;
}
