// What carries the server side of WebSocketMultiplayerPeer and WebSocketServer. Sockets; the browser has none.
#pragma once

#include "core/templates/local_vector.h"
#include "modules/websocket/host/ws_host.h"
#include "modules/websocket/host/ws_tls_options.h"
#include "modules/websocket/link/ws_link_settings.h"
#include "modules/websocket/link/ws_packet_queue.h"
#include "modules/websocket/protocol/ws_types.h"
#include "modules/websocket/server/ws_server_settings.h"
#include "modules/websocket/server/ws_server_stats.h"
#include "modules/websocket/ws_request_info.h"

#include <string_view>

class WebSocketPeer;

// Hears what poll() finds, by client id. Everything may be called from inside except poll() itself.
class WSServerBackendHandler {
public:
	virtual void client_opened(int32_t p_id) = 0;
	virtual void client_messages(int32_t p_id, int p_count) = 0; // p_count more of them are queued.
	virtual void client_close_requested(int32_t p_id, int p_code, const String &p_reason) = 0;
	virtual void client_closed(int32_t p_id, bool p_was_clean) = 0; // Once for each client_opened(); it is known until the call returns. Never from inside another call than poll().
	virtual bool accepts_client(const String &p_target) const = 0; // p_target: path and query. False: the handshake is refused with 503.
	virtual bool keeps_target(std::string_view p_target) const { return false; } // True: get_client_target() will know it.
	virtual bool reserves_id(int32_t p_id) const { return false; } // No new client may have it.
	virtual bool decides_requests() const { return false; } // True: client_requested() tells of every handshake that is in order.
	// accept_request() or refuse_request() follows, now or later. p_id will be the client's.
	virtual void client_requested(int32_t p_id, const WSRequestInfo &p_info) {}

protected:
	~WSServerBackendHandler() = default;
};

// Ids are unpredictable, unique among the open clients, and 2 or more. The calls for one client do nothing for an unknown id.
class WSServerBackend {
public:
	// nullptr where the platform cannot listen. p_handler outlives the backend. Owned by the caller (memdelete).
	static WSServerBackend *create(WSServerBackendHandler *p_handler);

	static bool is_available();
	static Error check_tls(const Ref<TLSOptions> &p_tls); // ERR_INVALID_PARAMETER, said on stderr, when key and certificate are of no use.

	virtual Error listen(int p_port, const String &p_bind_address, const Ref<TLSOptions> &p_tls, const WSConnectionSettings &p_settings) = 0;
	// From now on, for clients that come later and those that are there. A peer object whose setting differs from the server's keeps it.
	virtual void change_settings(const WSConnectionSettings &p_settings) = 0;
	// For connections that come from now on. ERR_INVALID_PARAMETER (said on stderr) when key and certificate are of no use; all stays as it was.
	virtual Error change_tls(const Ref<TLSOptions> &p_tls) = 0;
	virtual void change_server_settings(const WSServerSettings &p_settings) = 0; // From now on.
	// Sends close frames (as WebSocketPeer::close()); calls no handler. What was accepted for sending still leaves, in the background, for
	// p_longest milliseconds at most (-1: as long as there is progress).
	virtual void stop(int p_code = WS_CLOSE_GOING_AWAY, const String &p_reason = "The server is stopping.", int64_t p_longest = -1) = 0;
	virtual bool is_listening() const = 0;
	virtual WSServerStats get_stats() const = 0;
	virtual int get_local_port() const = 0;
	virtual void poll() = 0;

	virtual bool has_request(int32_t p_id) const = 0; // It waits for its verdict.
	// Only while has_request(). Headers are checked lines. ERR_INVALID_PARAMETER: the client does not offer this sub-protocol.
	virtual Error accept_request(int32_t p_id, const String &p_protocol, const Vector<String> &p_headers) = 0;
	virtual void refuse_request(int32_t p_id, int p_status, const Vector<String> &p_headers, const String &p_body) = 0;

	virtual bool has_client(int32_t p_id) const = 0;
	virtual int get_client_count() const = 0;
	virtual Ref<WebSocketPeer> get_client_peer(int32_t p_id) = 0; // The same object every time; null for an unknown id.
	virtual bool get_client_address(int32_t p_id, String &r_host, int &r_port) const = 0;
	virtual String get_client_protocol(int32_t p_id) const = 0;
	virtual String get_client_target(int32_t p_id) const = 0; // Inside client_opened(), where keeps_target() was true.
	virtual int get_client_latency_msec(int32_t p_id) const = 0; // -1: unknown.
	virtual void change_client_id(int32_t p_id, int32_t p_new_id) = 0; // A client that has p_new_id gets p_id.
	// In client_closed(): the connection broke; no side had ended it, nor broken a rule. And no script has used its peer to send or read past us.
	virtual bool has_lost_client(int32_t p_id) const = 0;
	virtual int64_t get_client_room(int32_t p_id) const = 0; // How many bytes a message may have now to be accepted.
	virtual WSSendResult send(int32_t p_id, WSMessageType p_type, Span<uint8_t> p_data) = 0;
	// To all open clients, or those of a topic, but one (0: to all). REFUSED when any of them refused. r_count: how many have it, or will.
	// r_without, unless null, gets the ids of those that do not have it.
	virtual WSSendResult send_to_all(WSMessageType p_type, Span<uint8_t> p_data, int32_t p_but, int &r_count, LocalVector<int32_t> *r_without = nullptr) = 0;
	virtual Vector<int32_t> get_client_ids() const = 0;
	virtual WSSendResult send_to_topic(const String &p_topic, WSMessageType p_type, Span<uint8_t> p_data, int32_t p_but, int &r_count) = 0;
	virtual bool subscribe(int32_t p_id, const String &p_topic) = 0; // False for an unknown id, or when it was before.
	virtual bool unsubscribe(int32_t p_id, const String &p_topic) = 0; // False when it was not.
	virtual Vector<String> get_client_topics(int32_t p_id) const = 0;
	virtual Vector<int32_t> get_topic_clients(const String &p_topic) const = 0;
	virtual int get_queued_count(int32_t p_id) const = 0;
	virtual WSPacketQueue::Packet take_packet(int32_t p_id) = 0; // Only while get_queued_count() > 0.
	virtual void close_client(int32_t p_id, int p_code, const String &p_reason) = 0; // Arguments as WebSocketPeer::close().
	virtual void drop_client(int32_t p_id) = 0; // At once; the next poll() calls client_closed().

	virtual ~WSServerBackend() = default;
};
