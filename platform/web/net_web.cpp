// A browser gives no sockets, no resolver and nothing to wait for: what core/io expects of a platform, answered with "not here".
#include "core/io/ip_platform.h"
#include "core/io/net_socket.h"
#include "core/io/socket_poller.h"
#include "core/string/ustring.h"

SocketPoller *SocketPoller::create() {
	return nullptr;
}

SocketPoller *SocketPoller::get_main() {
	return nullptr;
}

void SocketPoller::destroy_main() {}

bool IPPlatform::can_resolve() {
	return false;
}

Error IPPlatform::resolve(const char *, bool, bool, LocalVector<IPAddress> &) {
	return ERR_UNAVAILABLE;
}

LocalVector<IPPlatform::InterfaceAddress> IPPlatform::get_interface_addresses() {
	return LocalVector<InterfaceAddress>();
}

Error NetSocket::open(Type, Family, MainLoopWake) {
	ERR_FAIL_V_MSG(ERR_UNAVAILABLE, "A browser has no TCP or UDP sockets. Use WebSocketPeer.");
}

void NetSocket::close() {}

NetSocket &NetSocket::operator=(NetSocket &&) {
	return *this;
}

void NetSocket::set_wakes_main_loop(bool) {}

Error NetSocket::bind(const IPAddress &, uint16_t) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::listen(int) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::accept(NetSocket &, IPAddress &, uint16_t &, MainLoopWake) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::bind_to_path(const String &) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::connect_to_path(const String &) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::connect_to_address(const IPAddress &, uint16_t) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::finish_connect() {
	return ERR_UNAVAILABLE;
}

Error NetSocket::recv(uint8_t *, int, int &r_read) {
	r_read = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::peek(uint8_t *, int, int &r_read) {
	r_read = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::send(const uint8_t *, int, int &r_sent) {
	r_sent = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::send_chunks(const ByteChunk *, int, int64_t &r_sent) {
	r_sent = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::recv_from(uint8_t *, int, int &r_read, IPAddress &, uint16_t &) {
	r_read = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::send_to(const uint8_t *, int, int &r_sent, const IPAddress &, uint16_t) {
	r_sent = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::recv_datagrams(Datagram *, int, int &r_received) {
	r_received = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::send_datagrams(const Datagram *, int, int &r_sent) {
	r_sent = 0;
	return ERR_UNAVAILABLE;
}

Error NetSocket::connect_datagrams(const IPAddress &, uint16_t) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::wait(uint32_t, int64_t) const {
	return ERR_UNAVAILABLE;
}

int NetSocket::get_available_bytes() const {
	return -1;
}

bool NetSocket::may_have_ended() const {
	return true;
}

const NetSocket::Traffic &NetSocket::get_traffic() {
	static const Traffic none;
	return none;
}

bool NetSocket::has_waiting_connection() const {
	return false;
}

Error NetSocket::shutdown_sending() {
	return ERR_UNAVAILABLE;
}

Error NetSocket::get_local_address(IPAddress &, uint16_t &) const {
	return ERR_UNAVAILABLE;
}

Error NetSocket::get_peer_address(IPAddress &, uint16_t &) const {
	return ERR_UNAVAILABLE;
}

Error NetSocket::set_no_delay(bool) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::set_reuse_address(bool) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::set_reuse_port(bool) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::set_broadcast(bool) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::set_send_buffer_size(int) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::set_receive_buffer_size(int) {
	return ERR_UNAVAILABLE;
}

Error NetSocket::change_multicast_group(const IPAddress &, const String &, bool) {
	return ERR_UNAVAILABLE;
}

bool NetSocket::is_forbidden() {
	return false;
}

String NetSocket::get_last_error_text() {
	return "not available in a browser";
}
