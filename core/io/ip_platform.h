// What IP needs of a platform. platform/unix/ip_unix.cpp implements it; plain values only, callable from any thread.
#pragma once

#include "core/error/error_list.h"
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
// Blocks; asks the system. OK and addresses in its order of preference; ERR_DOES_NOT_EXIST (no such host, or it has no such address),
// ERR_UNAVAILABLE (no name server answers) or ERR_CANT_RESOLVE.
Error resolve(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses);
LocalVector<InterfaceAddress> get_interface_addresses();

} // namespace IPPlatform
