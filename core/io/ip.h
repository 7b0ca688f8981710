// IP: names to addresses, at once or in the background, and the addresses of this machine.
#pragma once

#include "core/io/ip_address.h"
#include "core/io/ip_resolver_queue.h"
#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"
#include "core/variant/array.h"
#include "core/variant/typed_array.h"

class IPLookup;

// Names are looked up by threads of IPResolverQueue, which touch no engine object. When an answer is there it is news for a frame.
class IP : public Object {
	GDCLASS(IP, Object);

public:
	enum Type : int {
		TYPE_NONE = 0,
		TYPE_IPV4 = 1,
		TYPE_IPV6 = 2,
		TYPE_ANY = 3,
	};
	enum ResolverStatus : int {
		RESOLVER_STATUS_NONE,
		RESOLVER_STATUS_WAITING,
		RESOLVER_STATUS_DONE,
		RESOLVER_STATUS_ERROR,
	};
	using ResolverID = int;
	static constexpr int RESOLVER_MAX_QUERIES = 256;
	static constexpr ResolverID RESOLVER_INVALID_ID = -1;

	struct Interface {
		String name;
		String friendly;
		int index = 0;
		LocalVector<IPAddress> addresses;
	};

	static IP *get_singleton() { return singleton; }

	// A look-up of its own, for C++: there is no limit to their number, and those for the same name share one question.
	IPLookup look_up(const String &p_host, Type p_type = TYPE_ANY);

	// Blocks. Invalid / empty when there is no such host or it has no address of that type; nothing is printed.
	IPAddress resolve_hostname(const String &p_host, Type p_type = TYPE_ANY);
	LocalVector<IPAddress> resolve_hostname_addresses(const String &p_host, Type p_type = TYPE_ANY);
	// RESOLVER_INVALID_ID when RESOLVER_MAX_QUERIES are under way. Addresses and cached names are DONE at once. erase_resolve_item()
	// is due for every id.
	ResolverID resolve_hostname_queue_item(const String &p_host, Type p_type = TYPE_ANY);
	ResolverStatus get_resolve_item_status(ResolverID p_id) const;
	IPAddress get_resolve_item_address(ResolverID p_id) const; // The first one.
	LocalVector<IPAddress> get_resolve_item_address_list(ResolverID p_id) const; // In the system's order of preference.
	void erase_resolve_item(ResolverID p_id);
	void clear_cache(const String &p_hostname = String());

	LocalVector<Interface> get_interfaces() const;
	LocalVector<IPAddress> get_local_address_list() const;

	IP();
	~IP() override;

protected:
	static void _bind_methods();

private:
	IPResolverQueue::Lookup *_ask(const String &p_host, Type p_type);
	String _resolve_hostname(const String &p_host, Type p_type);
	Vector<String> _resolve_hostname_addresses(const String &p_host, Type p_type);
	String _get_resolve_item_address(ResolverID p_id) const;
	Array _get_resolve_item_addresses(ResolverID p_id) const;
	Vector<String> _get_local_addresses() const;
	TypedArray<Dictionary> _get_local_interfaces() const;

	IPResolverQueue *queue = nullptr;
	static IP *singleton;
};

// A question to the resolver. Move-only; dropping it takes it back, which costs nothing while others wait for the same name.
class IPLookup {
public:
	bool is_started() const { return lookup != nullptr; }
	bool is_waiting() const { return lookup && IPResolverQueue::get_status(lookup) == IPResolverQueue::STATUS_WAITING; }
	// OK, ERR_DOES_NOT_EXIST (no such name), ERR_UNAVAILABLE (no name server answers) or ERR_CANT_RESOLVE.
	Error get_error() const { return IPResolverQueue::get_error(lookup); }
	LocalVector<IPAddress> get_addresses() const { return IPResolverQueue::get_addresses(lookup); }
	void cancel();

	IPLookup() = default;
	IPLookup(IPLookup &&p_other) { SWAP(lookup, p_other.lookup); }
	IPLookup &operator=(IPLookup &&p_other) {
		SWAP(lookup, p_other.lookup);
		return *this;
	}
	IPLookup(const IPLookup &) = delete;
	IPLookup &operator=(const IPLookup &) = delete;
	~IPLookup() { cancel(); }

private:
	friend class IP;
	explicit IPLookup(IPResolverQueue::Lookup *p_lookup) :
			lookup(p_lookup) {}

	IPResolverQueue::Lookup *lookup = nullptr;
};

VARIANT_ENUM_CAST(IP::Type);
VARIANT_ENUM_CAST(IP::ResolverStatus);
