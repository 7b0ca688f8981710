// The browser's backend of WebSocketPeer.
#pragma once

#include "core/io/stream_peer.h"
#include "modules/websocket/host/ws_tls_options.h"
#include "modules/websocket/ws_peer_backend.h"

// The browser reads and writes on its own; what it tells between polls is kept and shows at the next poll(). It cannot be asked to
// read more slowly, so unread messages may go above the limits that hold elsewhere.
class EMWSPeer : public WSPeerBackend {
public:
	explicit EMWSPeer(const WSConnectionSettings *p_settings) :
			settings(p_settings) {}
	~EMWSPeer() override;

	Error connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) override;
	Error accept_stream(const Ref<StreamPeer> &p_stream) override;
	void poll() override;
	WSSendResult send(WSMessageType p_type, Span<uint8_t> p_data) override;
	void close(int p_code, const CharString &p_reason) override;
	void abort() override;
	Error ping() override { return ERR_UNAVAILABLE; }

	State get_state() const override { return state; }
	int get_queued_count() const override { return queue.get_count(); }
	WSPacketQueue::Packet take_packet() override { return queue.pop(); }
	int get_buffered_amount() const override;
	uint32_t take_events() override;
	int get_latency_msec() const override { return -1; }
	int get_close_code() const override { return close_code; }
	String get_close_reason() const override { return close_reason; }
	WSError get_error() const override { return error; }
	String get_error_text() const override { return error_text; }
	int get_http_status() const override { return 0; }
	Vector<String> get_received_headers() const override { return Vector<String>(); }
	String get_protocol() const override { return protocol; }
	bool get_peer_address(String &r_host, int &r_port) const override { return false; } // Browsers do not tell.
	bool is_compressing() const override;
	String get_requested_url() const override { return String(); }
	void settings_changed() override {}
	void set_no_delay(bool p_enabled) override {}

	// Called by library_estragon_websocket.js.
	uint8_t *make_room(int p_size); // Where the next text or message is to be written.
	void on_open(); // The room holds the sub-protocol.
	void on_message(bool p_is_text); // The room holds the payload.
	void on_close(int p_code); // The room holds the reason.

private:
	void _release();
	void _warn_of_idle_settings(bool p_has_tls_options) const;
	void _fail(WSError p_error, const char *p_text);
	String _take_room_text();

	const WSConnectionSettings *settings;
	WSPacketQueue queue;
	Vector<uint8_t> room;
	String protocol;
	String close_reason;
	String error_text;
	int handle = 0; // Of the browser's object; 0 for none.
	int close_code = WS_CLOSE_UNCLEAN;
	uint32_t events = 0; // That nobody has taken yet.
	bool was_opened = false;
	bool closed_by_server = false; // And the next poll() tells.
	bool is_congested = false; // A message was refused because others wait.
	double connect_deadline = 0.0; // Milliseconds.
	double close_deadline = 0.0; // While CLOSING by our wish; 0: none.
	WSError error = WSError::NONE;
	State state = CLOSED;
	State told_state = CLOSED; // What the browser said last; becomes `state` in poll().
};
