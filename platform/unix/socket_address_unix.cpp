// sockaddr conversions: see the header.
#include "platform/unix/socket_address_unix.h"

#include <netinet/in.h>

#include <cerrno>
#include <cstring>

socklen_t SocketAddressUnix::write(sockaddr_storage &r_storage, const IPAddress &p_address, uint16_t p_port, bool p_ipv6) {
	memset(&r_storage, 0, sizeof(r_storage));
	if (p_ipv6) {
		sockaddr_in6 *address = reinterpret_cast<sockaddr_in6 *>(&r_storage);
		address->sin6_family = AF_INET6;
		address->sin6_port = htons(p_port);
		address->sin6_scope_id = p_address.get_scope();
		if (!p_address.is_wildcard()) {
			memcpy(&address->sin6_addr, p_address.get_ipv6(), 16);
		}
		return sizeof(sockaddr_in6);
	}
	sockaddr_in *address = reinterpret_cast<sockaddr_in *>(&r_storage);
	address->sin_family = AF_INET;
	address->sin_port = htons(p_port);
	if (!p_address.is_wildcard()) {
		memcpy(&address->sin_addr, p_address.get_ipv4(), 4);
	}
	return sizeof(sockaddr_in);
}

bool SocketAddressUnix::read(const sockaddr *p_address, IPAddress &r_address, uint16_t &r_port) {
	if (p_address->sa_family == AF_INET) {
		const sockaddr_in *address = reinterpret_cast<const sockaddr_in *>(p_address);
		r_address.set_ipv4(reinterpret_cast<const uint8_t *>(&address->sin_addr));
		r_port = ntohs(address->sin_port);
		return true;
	}
	if (p_address->sa_family == AF_INET6) {
		const sockaddr_in6 *address = reinterpret_cast<const sockaddr_in6 *>(p_address);
		r_address.set_ipv6(reinterpret_cast<const uint8_t *>(&address->sin6_addr), address->sin6_scope_id);
		r_port = ntohs(address->sin6_port);
		return true;
	}
	return false;
}

Error SocketAddressUnix::get_connect_error(int p_errno) {
	switch (p_errno) {
		case ETIMEDOUT:
			return ERR_TIMEOUT;
		case ENETUNREACH:
		case EHOSTUNREACH:
		case ENETDOWN:
		case EADDRNOTAVAIL: // No address of that family to come from.
			return ERR_UNAVAILABLE;
		default:
			return ERR_CANT_CONNECT;
	}
}
