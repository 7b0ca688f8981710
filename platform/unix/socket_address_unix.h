// IPAddress and port to sockaddr and back.
#pragma once

#include "core/error/error_list.h"
#include "core/io/ip_address.h"

#include <sys/socket.h>

namespace SocketAddressUnix {

// p_ipv6: the socket is an IPv6 one, which takes IPv4 addresses in mapped form. Returns the length for the system call.
socklen_t write(sockaddr_storage &r_storage, const IPAddress &p_address, uint16_t p_port, bool p_ipv6);
// False for families other than IPv4 and IPv6.
bool read(const sockaddr *p_address, IPAddress &r_address, uint16_t &r_port);

// What an errno of connect() means: ERR_CANT_CONNECT, ERR_UNAVAILABLE or ERR_TIMEOUT, as NetSocket::finish_connect().
Error get_connect_error(int p_errno);

} // namespace SocketAddressUnix
