// Who answers IPPlatform::resolve() on POSIX systems.
#pragma once

#include "core/io/ip_platform.h"

namespace IPUnix {

// getaddrinfo(), unless a platform puts something better in its place before anybody asks.
extern Error (*resolver)(const char *p_host, bool p_ipv4, bool p_ipv6, LocalVector<IPAddress> &r_addresses);

} // namespace IPUnix
