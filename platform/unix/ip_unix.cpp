// IPPlatform over getaddrinfo and getifaddrs.
#include "platform/unix/ip_unix.h"

#include "platform/unix/socket_address_unix.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <sys/socket.h>

#include <cstdio>
#include <memory>

bool IPPlatform::can_resolve() {
	return true;
}

static Error error_of(int p_result) {
	switch (p_result) {
		case EAI_NONAME:
#if defined(EAI_NODATA)
		case EAI_NODATA:
#endif
#if defined(EAI_ADDRFAMILY)
		case EAI_ADDRFAMILY:
#endif
			return ERR_DOES_NOT_EXIST;
		case EAI_AGAIN:
			return ERR_UNAVAILABLE;
		default:
			return ERR_CANT_RESOLVE;
	}
}

static Error resolve_here(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses) {
	addrinfo hints = {};
	hints.ai_family = p_ipv4 && p_ipv6 ? AF_UNSPEC : (p_ipv6 ? AF_INET6 : AF_INET);
	hints.ai_socktype = SOCK_STREAM; // Else every address comes once a socket type.
	addrinfo *list = nullptr;
	const int result = ::getaddrinfo(p_host, nullptr, &hints, &list);
	if (result != 0) {
		return error_of(result);
	}
	const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(list, &::freeaddrinfo);
	for (const addrinfo *entry = list; entry; entry = entry->ai_next) {
		IPAddress address;
		uint16_t unused_port;
		if (entry->ai_addr && SocketAddressUnix::read(entry->ai_addr, address, unused_port) && !r_addresses.has(address)) {
			r_addresses.push_back(address);
		}
	}
	return OK;
}

Error (*IPUnix::resolver)(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses) = resolve_here;

Error IPPlatform::resolve(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses) {
	return IPUnix::resolver(p_host, p_ipv4, p_ipv6, r_addresses);
}

LocalVector<IPPlatform::InterfaceAddress> IPPlatform::get_interface_addresses() {
	LocalVector<InterfaceAddress> found;
	ifaddrs *list = nullptr;
	if (::getifaddrs(&list) != 0) {
		return found;
	}
	const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
	for (const ifaddrs *entry = list; entry; entry = entry->ifa_next) {
		InterfaceAddress item;
		uint16_t unused_port;
		if (entry->ifa_addr && SocketAddressUnix::read(entry->ifa_addr, item.address, unused_port)) {
			snprintf(item.name, sizeof(item.name), "%s", entry->ifa_name);
			item.index = int(::if_nametoindex(entry->ifa_name));
			found.push_back(item);
		}
	}
	return found;
}
