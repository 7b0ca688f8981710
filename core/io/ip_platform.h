// What IP needs of a platform. platform/unix/ip_unix.cpp implements it; plain values only, callable from any thread.
#pragma once

#include "core/io/ip_address.h"
#include "core/templates/local_vector.h"

namespace IPPlatform {

static constexpr int NAME_LENGTH = 64;

struct InterfaceAddress {
	char name[NAME_LENGTH] = {};
	int index = 0;
	IPAddress address;
};

bool can_resolve(); // False where there is no resolver at all (web).
// Blocks; asks the system. In its order of preference; empty when there is no such host.
LocalVector<IPAddress> resolve(const char *p_host, bool p_ipv4, bool p_ipv6);
LocalVector<InterfaceAddress> get_interface_addresses();

} // namespace IPPlatform
