// The native backend of WebSocketPeer: WSConnector and WSConnection on sockets.
#pragma once

#include "modules/websocket/transport/ws_connection.h"
#include "modules/websocket/transport/ws_connector.h"
#include "modules/websocket/ws_peer_backend.h"

class WSLPeer : public WSPeerBackend {
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

	State get_state() const override;
	int get_queued_count() const override;
	WSPacketQueue::Packet take_packet() override { return connection->take_packet(); }
	int get_buffered_amount() const override { return connection ? connection->get_buffered_amount() : 0; }
	int get_close_code() const override { return connection ? connection->get_close_code() : int(WS_CLOSE_UNCLEAN); }
	String get_close_reason() const override { return connection ? connection->get_close_reason() : String(); }
	WSError get_error() const override;
	String get_error_text() const override;
	String get_protocol() const override { return connection ? connection->get_protocol() : String(); }
	bool get_peer_address(String &r_host, int &r_port) const override;
	void set_no_delay(bool p_enabled) override;

	// Shows a connection that a server owns and polls. The server calls adopt() or forget() before the connection's life ends.
	void show(WSConnection *p_connection);
	void adopt(); // Becomes the owner: what was received stays readable.
	void forget(); // The connection is gone.

private:
	void _reset();
	void _start(WSConnection *p_connection);

	const WSConnectionSettings *settings;
	WSConnector *connector = nullptr; // Until there is a stream.
	WSConnection *connection = nullptr;
	WSUrl url;
	bool owns_connection = true;
	bool no_delay = true;
	int64_t connect_deadline = 0;
	WSError connect_error = WSError::NONE;
	String connect_error_text;
};
