// Accepts and serves any number of WebSockets on one port. Plain C++; the script classes stand on it.
#pragma once

#include "core/os/thread.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "modules/websocket/host/ws_tls_options.h"
#include "modules/websocket/server/ws_client_table.h"
#include "modules/websocket/server/ws_event_loop.h"
#include "modules/websocket/server/ws_server_settings.h"
#include "modules/websocket/server/ws_server_stats.h"
#include "modules/websocket/server/ws_timer_wheel.h"
#include "modules/websocket/server/ws_topics.h"
#include "modules/websocket/transport/ws_connection.h"

class WSServerCore;

// A client as the server knows it. Owned by the core unless WSServerHandler::keep_client() takes it over in the end.
class WSServerClient : public WSConnection {
public:
	int32_t get_id() const { return id; }
	// Known as long as the client is.
	const IPAddress &get_address() const { return address; }
	uint16_t get_port() const { return port; }
	Ref<RefCounted> script_peer; // The script-visible object, if anyone asked for it.
	String target; // Of its request, where the handler kept it.
	WSTimerPlace timer; // In the core's wheel.
	LocalVector<WSSubscription> *subscriptions = nullptr; // The topics' own.

	WSServerClient(const WSConnectionSettings *p_settings, WSStream &&p_stream, int64_t p_now) :
			WSConnection(WSRole::SERVER, p_settings, static_cast<WSStream &&>(p_stream), p_now) {}

private:
	friend class WSServerCore;
	template <int LIST>
	friend class WSClientList;

	enum List {
		CONNECTING, // Handshake not over, or refused and still reading why.
		STALLED, // Reading is stopped, or the end of the connection is to be told.
		UNSENT, // Got output during poll().
		EVENTFUL, // Has something to tell the handler.
		PUT_OFF, // Its TLS handshake goes on in the next turn.
		LIST_MAX,
	};

	IPAddress address;
	int32_t id = 0;
	uint32_t places[LIST_MAX] = {}; // In each list, counted from 1; 0 when it is not there.
	uint32_t next_message_at = 0; // By the limit of messages a second, in microseconds that wrap: when all that came would have been due.
	uint32_t opened_in = 0; // The number of the poll that told of it.
	int untold_messages = 0; // They joined the queue and the handler does not know yet.
	uint16_t port = 0;
	uint8_t untold_events = 0; // Bits of WSConnection::Event.
	uint8_t watched = 0; // The events that the loop reports for it.
	bool opened = false;
	bool was_open = false;
	bool removed = false; // Waits in the graveyard for the end of poll().
	bool broken = false; // The system says that the socket broke.
	bool has_place = false; // Counts among max_clients.
	bool is_counted = false; // Among those of its address.
	WSRefusal refusal = WSRefusal::NONE;
};

// Clients in no particular order; joining and leaving take constant time.
template <int LIST>
class WSClientList {
public:
	uint32_t size() const { return clients.size(); }
	bool is_empty() const { return clients.is_empty(); }
	WSServerClient *operator[](uint32_t p_index) const { return clients[p_index]; }

	void add(WSServerClient *p_client) {
		if (p_client->places[LIST] == 0) {
			clients.push_back(p_client);
			p_client->places[LIST] = clients.size();
		}
	}
	// The last one takes its place.
	void remove(WSServerClient *p_client) {
		const uint32_t place = p_client->places[LIST];
		if (place != 0) {
			clients.remove_at_unordered(place - 1);
			p_client->places[LIST] = 0;
			if (clients.is_empty()) {
				clients.reset(); // A crowd that came at once leaves no memory behind.
			}
			if (place <= clients.size()) {
				clients[place - 1]->places[LIST] = place;
			}
		}
	}

	// In the order in which they joined; the list is empty afterwards.
	LocalVector<WSServerClient *> take_all() {
		LocalVector<WSServerClient *> taken = std::move(clients);
		clients = LocalVector<WSServerClient *>();
		for (WSServerClient *client : taken) {
			client->places[LIST] = 0;
		}
		return taken;
	}

private:
	LocalVector<WSServerClient *> clients;
};

// Hears what poll() finds. Everything may be called from inside: sending, closing, stopping the server; only not poll().
class WSServerHandler {
public:
	virtual void client_opened(WSServerClient *p_client) = 0;
	// p_count messages joined the client's queue.
	virtual void client_messages(WSServerClient *p_client, int p_count) = 0;
	virtual void client_close_requested(WSServerClient *p_client) = 0;
	// Of a client with a script_peer: all of the output has left that had to wait for the network.
	virtual void client_drained(WSServerClient *p_client) {}
	// Once for every client_opened(). The client leaves the table after the call.
	virtual void client_closed(WSServerClient *p_client) = 0;
	// For handlers that want messages at once and without a copy: true when it was dealt with. p_data is valid for the call; only
	// sending and closing is allowed inside.
	virtual bool take_message(WSServerClient *p_client, WSMessageType p_type, Span<uint8_t> p_data) { return false; }
	// On the handshake that the client's get_request() is. LATER: client_requested() follows in poll().
	virtual WSVerdict judge_client(WSServerClient *p_client) { return WSVerdict(); }
	// The verdict that judge_client() put off is due: accept_client() or refuse_client(), now or later. The client has its id.
	virtual void client_requested(WSServerClient *p_client) {}
	// A request that asks for no WebSocket. False: refused.
	virtual bool answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) { return false; }
	// No new client may have this id.
	virtual bool reserves_id(int32_t p_id) const { return false; }
	// Asked when a client that has a script_peer is about to be deleted: true makes the handler its owner.
	virtual bool keep_client(WSServerClient *p_client) { return false; }

protected:
	~WSServerHandler() = default;
};

// The cost of poll() grows with the clients that have something to do. Clients with stopped reading, unsent output or a deadline
// stand in lists of their own.
//
// On the main thread the main loop's network turns accept, shake hands, read and reply between polls; what the handler has to hear
// waits for the next poll(). A server that is used on another thread does all of it in poll().
class WSServerCore : private WSConnectionOwner, private WSTaker {
public:
	WSConnectionSettings settings; // For clients that come from now on; `owner` is set by the core.

	explicit WSServerCore(WSServerHandler *p_handler); // Not owned; outlives the core.
	~WSServerCore();

	// Port 0 lets the system choose. Errors are those of TCPServer::listen() and of ws_check_tls_server(). p_tls may be null.
	Error listen(int p_port, const String &p_bind_address, const Ref<TLSOptions> &p_tls);
	// For connections that come from now on; those that are there stay. Not between plain and TLS. Errors: ws_check_tls_server().
	Error change_tls(const Ref<TLSOptions> &p_tls);
	// Every client gets a close frame behind what was accepted for it, and the listening ends. The connections end in the background
	// (WSLinger, after p_longest milliseconds at most; -1: no limit), or in the script's peers. No handler is called. WS_CLOSE_UNCLEAN cuts
	// the clients off.
	void stop(int p_code, Span<uint8_t> p_reason, int64_t p_longest);
	void stop(); // 1001, and no limit.
	bool is_listening() const { return listener.is_open(); }
	void set_policy(const WSServerSettings &p_policy); // At any time; holds from the next connection, message and request on.
	const WSServerSettings &get_policy() const { return policy; }
	void refresh_deadlines(int64_t p_now); // The times in `settings` have changed.
	WSServerStats get_stats() const;
	// For judge_client(): refuses, and counts why.
	WSVerdict refuse(WSServerClient *p_client, WSRefusal p_why, int p_status, const char *p_text);
	int get_local_port() const;

	void poll(int64_t p_now); // p_now in milliseconds.
	// To be called first by whatever another thread may call: afterwards no network turn touches the server or its clients.
	void keep_to_thread() {
		if (unlikely(!Thread::is_main_thread())) {
			loop.leave_turns();
		}
	}

	WSServerClient *find_client(int32_t p_id) const; // nullptr when there is none, or before it is open.
	// All open clients. Do not close or open any while walking.
	const WSClientTable<WSServerClient> &get_clients() const { return clients; }
	// Starts the closing handshake, watched over by a deadline.
	void close_client(WSServerClient *p_client, int p_code, Span<uint8_t> p_reason, int64_t p_now);
	// The same to many: every open client, or the members of a topic, but p_but (0: nobody). REFUSED when any of them refused; r_count tells
	// how many have it, or will.
	// r_without, unless null, gets those that do not have it, p_but among them.
	WSSendResult send_to_all(WSBroadcast &r_message, int32_t p_but, int &r_count, LocalVector<int32_t> *r_without = nullptr);
	WSSendResult send_to_topic(const String &p_topic, WSBroadcast &r_message, int32_t p_but, int &r_count);
	WSTopics &get_topics() { return topics; }
	// From now on p_client has the id p_id; the one that had it gets p_client's.
	void change_id(WSServerClient *p_client, int32_t p_id);
	WSServerClient *find_undecided(int32_t p_id) const; // nullptr when it has gone, or was decided upon.
	Error accept_client(WSServerClient *p_client, const String &p_protocol, const Vector<String> &p_headers, int64_t p_now); // As WSLink::accept_handshake().
	void refuse_client(WSServerClient *p_client, int p_status, const Vector<String> &p_headers, const String &p_body, int64_t p_now);
	void drop_client(WSServerClient *p_client); // At once and without a close frame. The next poll() calls client_closed().

private:
	// WSConnectionOwner
	bool take_message(WSConnection *p_connection, WSMessageType p_type, Span<uint8_t> p_data) override;
	bool defers_output(WSConnection *p_connection) override;
	void connection_changed(WSConnection *p_connection) override;
	void stream_closing(WSConnection *p_connection) override;
	WSVerdict judge_handshake(WSConnection *p_connection) override;
	bool answer_request(WSConnection *p_connection, WSHttpAnswer &r_answer) override;

	// WSTaker
	bool take_from_network() override;

	int _take_ready();
	bool _has_fresh_news() const { return !announced && !eventful.is_empty(); }
	void _tell_handler();
	void _tell(WSServerClient *p_client);
	void _tidy_up();
	void _accept(int64_t p_now);
	bool _admits(WSSocket &r_socket, const IPAddress &p_address);
	void _count_address(WSServerClient *p_client, bool p_joins);
	WSVerdict _judge_limits(WSServerClient *p_client);
	_NO_INLINE_ bool _take_limited(WSServerClient *p_client, WSMessageType p_type, Span<uint8_t> p_data);
	bool _allows_message(WSServerClient *p_client);
	void _note_end(WSServerClient *p_client);
	void _serve_timers(int64_t p_now);
	void _add_client(WSSocket &&p_socket, const IPAddress &p_address, uint16_t p_port, int64_t p_now);
	void _serve(WSServerClient *p_client, int64_t p_now);
	void _dispatch(WSServerClient *p_client, uint32_t p_events, int p_new_messages);
	void _file(WSServerClient *p_client);
	void _serve_lists(int64_t p_now);
	void _serve_put_off();
	void _flush_unsent();
	void _end_client(WSServerClient *p_client);
	void _remove(WSServerClient *p_client);
	void _note_verdict(WSServerClient *p_client);
	void _bury();
	void _let_go(WSServerClient *p_client);
	int32_t _make_id() const;

	WSServerHandler *handler;
	WSEventLoop loop;
	WSSocket listener;
	Ref<TLSOptions> tls;
	WSClientTable<WSServerClient> clients; // Those that are open.
	HashMap<int32_t, WSServerClient *> undecided; // Those whose handshake waits for a verdict.
	WSClientList<WSServerClient::CONNECTING> connecting;
	WSTimerWheel<WSServerClient> timers;
	HashMap<uint64_t, uint32_t> addresses; // How many connections each has; only while there is a limit.
	WSTopics topics;
	WSServerSettings policy;
	WSServerStats stats;
	uint32_t places_taken = 0; // Among max_clients: also of those that the handler does not know yet.
	WSClientList<WSServerClient::STALLED> stalled;
	WSClientList<WSServerClient::UNSENT> unsent;
	WSClientList<WSServerClient::EVENTFUL> eventful;
	WSClientList<WSServerClient::PUT_OFF> put_off;
	LocalVector<WSServerClient *> graveyard;
	LocalVector<WSPoller::Ready> reports; // Of the loop, not dealt with yet, the next one last.
	int64_t now = 0;
	uint32_t poll_number = 0;
	int64_t longest_linger = -1;
	int64_t listen_again_at = 0; // The system was out of descriptors; 0: listening.
	bool polling = false; // Also in a network turn.
	bool telling = false; // In poll(): the handler hears of everything at once.
	bool announced = false; // The main loop knows of the eventful ones, and nobody has polled since.
};
