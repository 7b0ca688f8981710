// The native backend of WebSocketPeer: WSConnector and WSConnection on sockets.
#pragma once

#include "core/os/thread.h"
#include "modules/websocket/transport/ws_connection.h"
#include "modules/websocket/transport/ws_connector.h"
#include "modules/websocket/transport/ws_redirects.h"
#include "modules/websocket/ws_peer_backend.h"

#include <atomic>
#include <utility>

// On the main thread the network turns of the main loop connect, shake hands, read and reply between polls. Once another thread has
// used the peer, all of it happens in poll().
class WSLPeer : public WSPeerBackend, private WSTaker {
public:
	explicit WSLPeer(const WSConnectionSettings *p_settings) :
			settings(p_settings) {}
	~WSLPeer() override;

	Error connect_to_url(const String &p_url, const Ref<TLSOptions> &p_tls_options, String &r_error) override;
	Error accept_stream(const Ref<StreamPeer> &p_stream) override;
	void poll() override;
	WSSendResult send(WSMessageType p_type, Span<uint8_t> p_data) override;
	void close(int p_code, const CharString &p_reason) override;
	void abort() override;
	Error ping() override;

	State get_state() const override;
	int get_queued_count() const override;
	WSPacketQueue::Packet take_packet() override;
	int get_buffered_amount() const override;
	uint32_t take_events() override { return std::exchange(events, 0u); }
	int get_latency_msec() const override { return connection ? connection->get_latency_msec() : -1; }
	int get_close_code() const override { return connection ? connection->get_close_code() : int(WS_CLOSE_UNCLEAN); }
	String get_close_reason() const override { return connection ? connection->get_close_reason() : String(); }
	WSError get_error() const override;
	String get_error_text() const override;
	int get_http_status() const override { return connection ? connection->get_http_status() : 0; }
	Vector<String> get_received_headers() const override { return connection ? connection->get_received_headers() : Vector<String>(); }
	String get_protocol() const override { return connection ? connection->get_protocol() : String(); }
	bool is_compressing() const override { return connection && connection->is_compressing(); }
	String get_requested_url() const override;
	bool get_peer_address(String &r_host, int &r_port) const override;
	void set_no_delay(bool p_enabled) override;
	void settings_changed() override;

	// Shows a connection that a server owns and polls. The server calls adopt() or forget() before the connection's life ends.
	void show(WSConnection *p_connection);
	bool shows(const WSConnection *p_connection) const { return connection == p_connection && !owns_connection; } // False once it is used for another one.
	void adopt(); // Becomes the owner: what was received stays readable, and what is being sent goes on.
	void forget(); // The connection is gone.

private:
	// WSTaker
	bool take_from_network() override;

	void _reset();
	static void _let_go(WSConnection *p_connection);
	void _advance(int64_t p_now);
	bool _advance_connector(int64_t p_now);
	bool _begin_connecting(String &r_error);
	void _follow_redirect();
	void _fail(WSError p_error, const String &p_text);
	void _note_events(uint32_t p_link_events);
	WSWatch *_find_watch() const;
	bool _has_more() const;
	void _follow_socket();
	void _leave_turns();
	void _send_gathered();
	static void _send_gathered_of_others(const WSLPeer *p_but);
	// Before anything that a network turn does, too.
	void _keep_to_thread() const {
		if (unlikely(!is_used_elsewhere && !Thread::is_main_thread())) {
			const_cast<WSLPeer *>(this)->_leave_turns();
			is_used_elsewhere = true;
		}
	}

	static std::atomic<WSLPeer *> gathering; // The one peer whose answers wait for the rest of what its script reads.

	const WSConnectionSettings *settings;
	const WSConnectionSettings *server_settings = nullptr; // Of a connection that is shown, without this peer.
	WSConnector *connector = nullptr; // Until there is a stream.
	WSConnection *connection = nullptr;
	WSUrl url;
	Ref<TLSOptions> tls_options;
	WSRedirects *redirects = nullptr; // Once an answer has sent us elsewhere.
	WSWatch *followed = nullptr; // Of the socket whose turns are ours. Looked into only while it is _find_watch().
	bool owns_connection = true;
	bool held_in_turn = false; // A network turn found the end of the connection behind messages that no poll() has shown yet.
	bool announced = false; // The main loop knows of the news, and nobody has polled since.
	mutable bool is_used_elsewhere = false;
	bool no_delay = true;
	uint32_t events = 0; // That nobody has taken yet.
	int64_t connect_deadline = 0;
	WSError connect_error = WSError::NONE;
	String connect_error_text;
};
