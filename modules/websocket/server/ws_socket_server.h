// The native server backend: WSServerCore with script-visible peers on top.
#pragma once

#include "modules/websocket/server/ws_server_core.h"
#include "modules/websocket/ws_server_backend.h"

class WSSocketServer : public WSServerBackend, private WSServerHandler {
public:
	explicit WSSocketServer(WSServerBackendHandler *p_handler) :
			handler(p_handler), core(this) {}

	Error listen(int p_port, const String &p_bind_address, const Ref<TLSOptions> &p_tls, const WSConnectionSettings &p_settings) override;
	void change_settings(const WSConnectionSettings &p_settings) override;
	Error change_tls(const Ref<TLSOptions> &p_tls) override;
	void change_server_settings(const WSServerSettings &p_settings) override;
	void stop(int p_code, const String &p_reason, int64_t p_longest) override;
	bool is_listening() const override { return core.is_listening(); }
	WSServerStats get_stats() const override;
	int get_local_port() const override { return core.get_local_port(); }
	void poll() override;

	bool has_request(int32_t p_id) const override;
	Error accept_request(int32_t p_id, const String &p_protocol, const Vector<String> &p_headers) override;
	void refuse_request(int32_t p_id, int p_status, const Vector<String> &p_headers, const String &p_body) override;

	bool has_client(int32_t p_id) const override { return _find(p_id) != nullptr; }
	int get_client_count() const override { return int(core.get_clients().size()); }
	Ref<WebSocketPeer> get_client_peer(int32_t p_id) override;
	bool get_client_address(int32_t p_id, String &r_host, int &r_port) const override;
	String get_client_protocol(int32_t p_id) const override;
	String get_client_target(int32_t p_id) const override;
	void change_client_id(int32_t p_id, int32_t p_new_id) override;
	int get_client_latency_msec(int32_t p_id) const override;
	bool has_lost_client(int32_t p_id) const override;
	int64_t get_client_room(int32_t p_id) const override;
	WSSendResult send(int32_t p_id, WSMessageType p_type, Span<uint8_t> p_data) override;
	WSSendResult send_to_all(WSMessageType p_type, Span<uint8_t> p_data, int32_t p_but, int &r_count, LocalVector<int32_t> *r_without) override;
	Vector<int32_t> get_client_ids() const override;
	WSSendResult send_to_topic(const String &p_topic, WSMessageType p_type, Span<uint8_t> p_data, int32_t p_but, int &r_count) override;
	bool subscribe(int32_t p_id, const String &p_topic) override;
	bool unsubscribe(int32_t p_id, const String &p_topic) override;
	Vector<String> get_client_topics(int32_t p_id) const override;
	Vector<int32_t> get_topic_clients(const String &p_topic) const override;
	int get_queued_count(int32_t p_id) const override;
	WSPacketQueue::Packet take_packet(int32_t p_id) override;
	void close_client(int32_t p_id, int p_code, const String &p_reason) override;
	void drop_client(int32_t p_id) override;

private:
	// WSServerHandler
	void client_opened(WSServerClient *p_client) override;
	bool reserves_id(int32_t p_id) const override { return handler->reserves_id(p_id); }
	void client_messages(WSServerClient *p_client, int p_count) override;
	void client_close_requested(WSServerClient *p_client) override;
	void client_drained(WSServerClient *p_client) override;
	void client_closed(WSServerClient *p_client) override { handler->client_closed(p_client->get_id(), p_client->was_clean()); }
	WSVerdict judge_client(WSServerClient *p_client) override;
	void client_requested(WSServerClient *p_client) override;
	bool answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) override;
	bool keep_client(WSServerClient *p_client) override;

	WSServerClient *_find(int32_t p_id) const;
	bool _allows_origin(std::string_view p_origin) const;

	WSServerBackendHandler *handler;
	mutable WSServerCore core; // Whoever looks from another thread ends its part in network turns.
};
