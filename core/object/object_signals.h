// The connections of one object: outgoing by signal, incoming as a list. Private to the object_*.cpp files.
#pragma once

#include "core/object/property_info.h"
#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/callable.h"

// One connection: owned by the source's slot, and linked into the target's list so that either end can cut it at its death.
struct SignalLink {
	Object *source;
	Object *target; // Null when the callable has no object.
	StringName signal;
	Callable callable; // As connected, with its binds.
	uint32_t flags;
	uint32_t base_hash; // Of the callable without its binds, by which connections are told apart.
	int reference_count = 1; // More only with CONNECT_REFERENCE_COUNTED.
	// Among the connections of the signal, in the order of connecting.
	SignalLink *next = nullptr;
	SignalLink *previous = nullptr;
	SignalLink *next_in_bucket = nullptr;
	SignalLink *next_incoming = nullptr;
	SignalLink *previous_incoming = nullptr;

	bool is_of(const Callable &p_base, uint32_t p_base_hash) const { return base_hash == p_base_hash && *callable.get_base_comparator() == p_base; }
};

// The connections of one signal. Adding, finding and removing one costs the same however many there are.
class SignalLinks {
	static constexpr uint32_t BUCKETS_FROM = 16; // Fewer are looked through one by one.

	SignalLink *first = nullptr;
	SignalLink *last = nullptr;
	uint32_t count = 0;
	LocalVector<SignalLink *> buckets; // Chains by base_hash; a power of two, or none.

	SignalLink *&bucket_of(uint32_t p_hash) { return buckets[(p_hash * 2654435769u) & (buckets.size() - 1)]; }
	void fill_buckets();

public:
	bool is_empty() const { return count == 0; }
	SignalLink *get_first() const { return first; }
	SignalLink *get_last() const { return last; }
	SignalLink *find(const Callable &p_base) const;
	void add(SignalLink *p_link);
	void remove(SignalLink *p_link);
};

class ObjectSignals {
public:
	struct SignalData {
		MethodInfo user; // Named when add_user_signal() made it.
		SignalLinks links;
	};

private:
	HashMap<StringName, SignalData> signals; // Signals that have connections, script signals that had some, and user signals.
	SignalLink *first_incoming = nullptr;
	SignalLink *last_incoming = nullptr;

	void link_incoming(SignalLink *p_link);
	void unlink_incoming(SignalLink *p_link);

public:
	const HashMap<StringName, SignalData> &get_signals() const { return signals; }
	const SignalLink *get_first_incoming() const { return first_incoming; }
	const SignalData *find(const StringName &p_signal) const { return signals.getptr(p_signal); }
	SignalLink *find_link(const StringName &p_signal, const Callable &p_callable) const;
	bool has_user_signal(const StringName &p_signal) const;

	void add_user_signal(const MethodInfo &p_signal) { signals[StringName(p_signal.name)].user = p_signal; }
	void remove_user_signal(const StringName &p_signal); // Cuts its connections.
	void add_link(Object *p_source, const StringName &p_signal, const Callable &p_callable, uint32_t p_flags);
	void remove_link(SignalLink *p_link); // One of this object's outgoing links. What its callable held may die, when all is whole again.
	void clear(Object *p_owner); // Cuts everything, in both directions.
};

// Emits a signal that a script names; tells when the object has none of that name.
Error emit_signal_by_name(Object *p_object, const StringName &p_name, const Variant **p_args, int p_argcount);
