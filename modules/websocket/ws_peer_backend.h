// What carries a WebSocketPeer: sockets (wsl_peer) or the browser (emws_peer).
#pragma once

#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/link/ws_link_settings.h"
#include "modules/websocket/link/ws_packet_queue.h"
#include "modules/websocket/protocol/ws_types.h"

class StreamPeer;
class TLSOptions;
template <typename T>
class Ref;

// One connection after another. The caller checks arguments; everything returns at once. What a script sees may change in poll() and between frames.
class WSPeerBackend {
public:
	enum State : uint8_t {
		CONNECTING,
		OPEN,
		CLOSING,
		CLOSED,
	};
	enum Event : uint8_t {
		EVENT_OPENED = 1,
		EVENT_CLOSE_REQUESTED = 2, // The other side's close frame came first.
		EVENT_DRAINED = 4, // All output has left that had to wait for the network.
	};

	// p_settings belongs to the caller, outlives the backend, and may change at any time. Owned by the caller (memdelete).
	static WSPeerBackend *create(const WSConnectionSettings *p_settings);

	// ERR_INVALID_PARAMETER and a sentence in r_error when the URL is none, ERR_UNAVAILABLE when the platform cannot do it.
	virtual Error connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) = 0;
	virtual Error accept_stream(const Ref<StreamPeer> &p_stream) = 0;
	virtual void poll() = 0;
	virtual WSSendResult send(WSMessageType p_type, Span<uint8_t> p_data) = 0;
	virtual void close(int p_code, const CharString &p_reason) = 0; // Arguments as WSConnection::close().
	virtual void abort() = 0; // At once, without a close frame.
	virtual Error ping() = 0; // Only while OPEN. ERR_UNAVAILABLE where the platform does not let us.

	virtual State get_state() const = 0;
	virtual int get_queued_count() const = 0;
	virtual WSPacketQueue::Packet take_packet() = 0; // Only while get_queued_count() > 0.
	virtual int get_buffered_amount() const = 0;
	virtual uint32_t take_events() = 0; // Bits of Event; what happened since the last call.
	virtual int get_latency_msec() const = 0; // -1: unknown.
	virtual int get_close_code() const = 0;
	virtual String get_close_reason() const = 0;
	virtual WSError get_error() const = 0;
	virtual String get_error_text() const = 0;
	virtual int get_http_status() const = 0; // As WSLink's, and so are
	virtual Vector<String> get_received_headers() const = 0; // these.
	virtual String get_protocol() const = 0;
	virtual bool is_compressing() const = 0; // Both sides agreed upon permessage-deflate.
	virtual String get_requested_url() const = 0; // Of an accepted stream: what its client asked for.
	virtual bool get_peer_address(String &r_host, int &r_port) const = 0; // False when there is none to tell.
	virtual void set_no_delay(bool p_enabled) = 0;
	virtual void settings_changed() = 0; // What p_settings points to has other times or limits now.
	// At the end of the program: nothing goes on in the background any more.
	static void end_all();

	virtual ~WSPeerBackend() = default;
};
