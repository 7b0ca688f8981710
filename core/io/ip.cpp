// IP: resolving and local addresses.
#include "core/io/ip.h"

#include "core/io/ip_platform.h"
#include "core/object/class_db.h"

static_assert(IP::RESOLVER_MAX_QUERIES == IPResolverQueue::MAX_QUERIES);

IP *IP::singleton = nullptr;

static uint8_t wanted_of(IP::Type p_type) {
	uint8_t wanted = 0;
	if (p_type & IP::TYPE_IPV4) {
		wanted |= IPResolverQueue::WANT_IPV4;
	}
	if (p_type & IP::TYPE_IPV6) {
		wanted |= IPResolverQueue::WANT_IPV6;
	}
	return wanted;
}

// "fe80::1%eth0": the system knows the number of the interface.
static bool is_address_in_zone(const String &p_host) {
	const int64_t mark = p_host.find_char('%');
	IPAddress address;
	return mark > 0 && mark + 1 < p_host.length() && IPAddress::parse(p_host.left(mark), address) && !address.is_ipv4();
}

// Names of hosts know no case, names of interfaces do.
static CharString to_resolver_name(const String &p_host) {
	return is_address_in_zone(p_host) ? p_host.utf8() : p_host.to_lower().utf8();
}

// False for what no resolver can know: then nobody is asked, and nobody waits for a name server.
static bool is_resolvable_name(const String &p_host) {
	static constexpr int LONGEST_NAME = 255; // RFC 1035 §2.3.4.
	if (p_host.is_empty() || p_host.length() > LONGEST_NAME) {
		return false;
	}
	if (is_address_in_zone(p_host)) {
		return true;
	}
	bool only_numbers = true; // A malformed address, not a name (RFC 3696 §2).
	for (int64_t i = 0; i < p_host.length(); i++) {
		const char32_t character = p_host[i];
		if (character <= ' ' || character == 0x7f || character == '/' || character == ':' || character == '!') {
			return false;
		}
		only_numbers &= (character >= '0' && character <= '9') || character == '.';
	}
	return !only_numbers;
}

static LocalVector<IPAddress> addresses_of_literal(const IPAddress &p_address, IP::Type p_type) {
	LocalVector<IPAddress> addresses;
	const IP::Type own_type = p_address.is_ipv4() ? IP::TYPE_IPV4 : IP::TYPE_IPV6;
	if (p_address.is_valid() && (own_type & p_type)) {
		addresses.push_back(p_address);
	}
	return addresses;
}

LocalVector<IPAddress> IP::resolve_hostname_addresses(const String &p_host, Type p_type) {
	IPAddress literal;
	if (IPAddress::parse(p_host, literal)) {
		return addresses_of_literal(literal, p_type);
	}
	if (!is_resolvable_name(p_host) || wanted_of(p_type) == 0) {
		return LocalVector<IPAddress>();
	}
	return queue->resolve_now(to_resolver_name(p_host).get_data(), wanted_of(p_type));
}

IPAddress IP::resolve_hostname(const String &p_host, Type p_type) {
	const LocalVector<IPAddress> addresses = resolve_hostname_addresses(p_host, p_type);
	return addresses.is_empty() ? IPAddress() : addresses[0];
}

IPResolverQueue::Lookup *IP::_ask(const String &p_host, Type p_type) {
	IPAddress literal;
	if (IPAddress::parse(p_host, literal)) {
		return queue->make_answer(addresses_of_literal(literal, p_type));
	}
	if (!is_resolvable_name(p_host) || wanted_of(p_type) == 0) {
		return queue->make_answer(LocalVector<IPAddress>());
	}
	return queue->ask(to_resolver_name(p_host).get_data(), wanted_of(p_type));
}

IPLookup IP::look_up(const String &p_host, Type p_type) {
	return IPLookup(_ask(p_host, p_type));
}

void IPLookup::cancel() {
	if (lookup) {
		IPResolverQueue::release(lookup);
		lookup = nullptr;
	}
}

IP::ResolverID IP::resolve_hostname_queue_item(const String &p_host, Type p_type) {
	const ResolverID id = queue->add(_ask(p_host, p_type));
	if (id < 0) {
		WARN_PRINT_ONCE("All " + itos(RESOLVER_MAX_QUERIES) + " places of the resolver are taken: call erase_resolve_item() for queries that are done.");
		return RESOLVER_INVALID_ID;
	}
	return id;
}

IP::ResolverStatus IP::get_resolve_item_status(ResolverID p_id) const {
	ERR_FAIL_INDEX_V(p_id, RESOLVER_MAX_QUERIES, RESOLVER_STATUS_NONE);
	switch (queue->get_status(p_id)) {
		case IPResolverQueue::STATUS_WAITING:
			return RESOLVER_STATUS_WAITING;
		case IPResolverQueue::STATUS_DONE:
			return RESOLVER_STATUS_DONE;
		case IPResolverQueue::STATUS_ERROR:
			return RESOLVER_STATUS_ERROR;
		case IPResolverQueue::STATUS_NONE:
			break;
	}
	return RESOLVER_STATUS_NONE;
}

LocalVector<IPAddress> IP::get_resolve_item_address_list(ResolverID p_id) const {
	ERR_FAIL_INDEX_V(p_id, RESOLVER_MAX_QUERIES, LocalVector<IPAddress>());
	return queue->get_addresses(p_id);
}

IPAddress IP::get_resolve_item_address(ResolverID p_id) const {
	const LocalVector<IPAddress> addresses = get_resolve_item_address_list(p_id);
	return addresses.is_empty() ? IPAddress() : addresses[0];
}

void IP::erase_resolve_item(ResolverID p_id) {
	ERR_FAIL_INDEX(p_id, RESOLVER_MAX_QUERIES);
	queue->erase(p_id);
}

void IP::clear_cache(const String &p_hostname) {
	if (p_hostname.is_empty()) {
		queue->forget(nullptr);
	} else {
		queue->forget(p_hostname.to_lower().utf8().get_data());
	}
}

LocalVector<IP::Interface> IP::get_interfaces() const {
	LocalVector<Interface> interfaces;
	for (const IPPlatform::InterfaceAddress &item : IPPlatform::get_interface_addresses()) {
		const String name = String::utf8(item.name);
		Interface *known = nullptr;
		for (Interface &candidate : interfaces) {
			if (candidate.name == name) {
				known = &candidate;
			}
		}
		if (!known) {
			Interface added;
			added.name = name;
			added.friendly = name;
			added.index = item.index;
			interfaces.push_back(added);
			known = &interfaces[interfaces.size() - 1];
		}
		known->addresses.push_back(item.address);
	}
	return interfaces;
}

LocalVector<IPAddress> IP::get_local_address_list() const {
	LocalVector<IPAddress> addresses;
	for (const IPPlatform::InterfaceAddress &item : IPPlatform::get_interface_addresses()) {
		addresses.push_back(item.address);
	}
	return addresses;
}

String IP::_resolve_hostname(const String &p_host, Type p_type) {
	return resolve_hostname(p_host, p_type);
}

static Vector<String> to_strings(const LocalVector<IPAddress> &p_addresses) {
	Vector<String> texts;
	for (const IPAddress &address : p_addresses) {
		texts.push_back(address);
	}
	return texts;
}

static Array to_array(const LocalVector<IPAddress> &p_addresses) {
	Array texts;
	for (const IPAddress &address : p_addresses) {
		texts.push_back(String(address));
	}
	return texts;
}

Vector<String> IP::_resolve_hostname_addresses(const String &p_host, Type p_type) {
	return to_strings(resolve_hostname_addresses(p_host, p_type));
}

String IP::_get_resolve_item_address(ResolverID p_id) const {
	return get_resolve_item_address(p_id);
}

Array IP::_get_resolve_item_addresses(ResolverID p_id) const {
	return to_array(get_resolve_item_address_list(p_id));
}

Vector<String> IP::_get_local_addresses() const {
	return to_strings(get_local_address_list());
}

TypedArray<Dictionary> IP::_get_local_interfaces() const {
	TypedArray<Dictionary> list;
	for (const Interface &item : get_interfaces()) {
		Dictionary entry;
		entry["name"] = item.name;
		entry["friendly"] = item.friendly;
		entry["index"] = itos(item.index);
		entry["addresses"] = to_array(item.addresses);
		list.push_back(entry);
	}
	return list;
}

IP::IP() :
		queue(memnew(IPResolverQueue(&IPPlatform::resolve))) {
	singleton = this;
}

IP::~IP() {
	memdelete(queue);
	singleton = nullptr;
}

void IP::_bind_methods() {
	ClassDB::bind_method(D_METHOD("resolve_hostname", "host", "ip_type"), &IP::_resolve_hostname, DEFVAL(TYPE_ANY));
	ClassDB::bind_method(D_METHOD("resolve_hostname_addresses", "host", "ip_type"), &IP::_resolve_hostname_addresses, DEFVAL(TYPE_ANY));
	ClassDB::bind_method(D_METHOD("resolve_hostname_queue_item", "host", "ip_type"), &IP::resolve_hostname_queue_item, DEFVAL(TYPE_ANY));
	ClassDB::bind_method(D_METHOD("get_resolve_item_status", "id"), &IP::get_resolve_item_status);
	ClassDB::bind_method(D_METHOD("get_resolve_item_address", "id"), &IP::_get_resolve_item_address);
	ClassDB::bind_method(D_METHOD("get_resolve_item_addresses", "id"), &IP::_get_resolve_item_addresses);
	ClassDB::bind_method(D_METHOD("erase_resolve_item", "id"), &IP::erase_resolve_item);
	ClassDB::bind_method(D_METHOD("get_local_addresses"), &IP::_get_local_addresses);
	ClassDB::bind_method(D_METHOD("get_local_interfaces"), &IP::_get_local_interfaces);
	ClassDB::bind_method(D_METHOD("clear_cache", "hostname"), &IP::clear_cache, DEFVAL(""));

	BIND_ENUM_CONSTANT(RESOLVER_STATUS_NONE);
	BIND_ENUM_CONSTANT(RESOLVER_STATUS_WAITING);
	BIND_ENUM_CONSTANT(RESOLVER_STATUS_DONE);
	BIND_ENUM_CONSTANT(RESOLVER_STATUS_ERROR);

	BIND_CONSTANT(RESOLVER_MAX_QUERIES);
	BIND_CONSTANT(RESOLVER_INVALID_ID);

	BIND_ENUM_CONSTANT(TYPE_NONE);
	BIND_ENUM_CONSTANT(TYPE_IPV4);
	BIND_ENUM_CONSTANT(TYPE_IPV6);
	BIND_ENUM_CONSTANT(TYPE_ANY);
}
