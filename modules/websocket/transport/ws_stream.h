// The byte stream under a WebSocket: a plain TCP socket of our own, or any StreamPeer (TLS, or what a script handed over).
#pragma once

#include "core/io/stream_peer.h"
#include "modules/websocket/host/ws_streams.h"

// Move-only; owns the socket, shares the StreamPeer. All calls return at once.
class WSStream {
public:
	WSStream() = default;
	explicit WSStream(WSSocket &&p_socket) :
			socket(static_cast<WSSocket &&>(p_socket)) {}
	explicit WSStream(const Ref<StreamPeer> &p_stream) :
			stream(p_stream) {}

	bool is_open() const { return socket.is_open() || stream.is_valid(); }
	// OK and r_read > 0; ERR_BUSY when nothing is there yet; ERR_FILE_EOF when the other side has ended; else it broke.
	Error read(uint8_t *r_into, int p_capacity, int &r_read);
	// OK and r_sent > 0; ERR_BUSY when nothing more fits; else it broke. Stops early when the system's buffer is full.
	Error write(const ByteChunk *p_chunks, int p_count, int64_t &r_sent);
	void end_sending(); // What was written still arrives; reading goes on. Does nothing on streams that cannot.
	// What write() took can wait in the stream itself (TLS), which needs room in the network to get rid of it.
	bool has_output() const;
	void flush();
	// A TLS handshake was put off to the next turn: read() then, though nothing may arrive.
	bool wants_read() const;
	void close();

	WSSocket::Handle get_handle() const; // INVALID_HANDLE for StreamPeers that are no socket.
	WSWatch *get_watch() const; // Of that socket; null when it has none.
	void wake_main_loop(); // From now on the socket is among those that the main loop sleeps on.
	int get_unsent_bytes() const; // As WSSocket's.
	bool is_secure() const; // TLS.
	// False for streams without an address.
	bool get_peer_address(IPAddress &r_address, uint16_t &r_port) const;
	void set_no_delay(bool p_enabled);

private:
	WSSocketPtr _find_socket() const; // At the bottom of the stream, or null.
	Error _get_ready(bool p_to_read); // ERR_BUSY while it is still connecting.

	WSSocket socket;
	Ref<StreamPeer> stream;
};
