// One poll: collect readiness, accept, serve, then the lists, then the dead.
#include "modules/websocket/server/ws_server_core.h"

#include "core/os/os.h"
#include "modules/websocket/transport/ws_linger.h"
#include "modules/websocket/transport/ws_random.h"

namespace {

constexpr int ACCEPTS_PER_POLL = 1024;
constexpr int ROUNDS_PER_POLL = 2; // Looks at the readiness set; the second one catches what came while the first was served.
constexpr int64_t ACCEPT_PAUSE = 200; // After running out of descriptors.
constexpr uint32_t SECOND = 1000000; // Microseconds.
constexpr uint32_t BACKLOG_PER_ADDRESS = 2; // So many times the limit of an address may wait to be told that it is over it.

// One IPv4 address, or the 64 bits that one customer's IPv6 network has. ::/32, the only prefix that could look like another's, is reserved.
uint64_t get_address_key(const IPAddress &p_address) {
	const uint8_t *bytes = p_address.is_ipv4() ? p_address.get_ipv4() : p_address.get_ipv6();
	uint64_t key = p_address.is_ipv4() ? 1 : 0;
	for (int i = 0; i < (p_address.is_ipv4() ? 4 : 8); i++) {
		key = key << 8 | bytes[i];
	}
	return key;
}

} // namespace

WSServerCore::WSServerCore(WSServerHandler *p_handler) :
		handler(p_handler) {
	settings.owner = this;
	settings.traffic = &stats.traffic;
}

WSServerCore::~WSServerCore() {
	stop();
	_bury();
}

Error WSServerCore::listen(int p_port, const String &p_bind_address, const Ref<TLSOptions> &p_tls) {
	if (is_listening()) {
		return ERR_ALREADY_IN_USE;
	}
	const Error checked = p_tls.is_valid() ? ws_check_tls_server(p_tls) : OK;
	if (checked != OK) {
		return checked;
	}
	const Error result = ws_listen(listener, p_port, p_bind_address);
	if (result != OK) {
		return result;
	}
	if ((!loop.is_open() && loop.open(this) != OK) || loop.watch(listener.get_handle(), WSPoller::EVENT_READABLE, nullptr) != OK) {
		listener.close();
		return ERR_CANT_CREATE;
	}
	tls = p_tls;
	stats = WSServerStats();
	longest_linger = -1;
	listen_again_at = 0;
	return OK;
}

Error WSServerCore::change_tls(const Ref<TLSOptions> &p_tls) {
	const Error checked = ws_check_tls_server(p_tls);
	if (checked == OK) {
		tls = p_tls;
	}
	return checked;
}

int WSServerCore::get_local_port() const {
	IPAddress address;
	uint16_t port = 0;
	return listener.is_open() && listener.get_local_address(address, port) == OK ? port : 0;
}

void WSServerCore::stop() {
	static constexpr char REASON[] = "The server is stopping.";
	stop(WS_CLOSE_GOING_AWAY, Span<uint8_t>(reinterpret_cast<const uint8_t *>(REASON), sizeof(REASON) - 1), -1);
}

void WSServerCore::stop(int p_code, Span<uint8_t> p_reason, int64_t p_longest) {
	if (!is_listening()) {
		return;
	}
	longest_linger = p_longest;
	loop.unwatch(listener.get_handle());
	listener.close();
	reports.reset();
	const int64_t stopped_at = int64_t(OS::get_singleton()->get_ticks_msec());
	while (!clients.is_empty()) {
		WSServerClient *client = *clients.begin();
		if (p_code == WS_CLOSE_UNCLEAN) {
			client->abort();
		} else {
			client->close(p_code, p_reason, stopped_at);
		}
		_remove(client);
	}
	while (!connecting.is_empty()) {
		WSServerClient *client = connecting[0];
		if (client->is_undecided()) {
			client->refuse_handshake(503, Vector<String>(), "The server is stopping.\n", stopped_at);
		}
		_remove(client);
	}
	if (!polling) {
		_tidy_up();
	}
}

WSServerClient *WSServerCore::find_client(int32_t p_id) const {
	return clients.find(p_id);
}

void WSServerCore::close_client(WSServerClient *p_client, int p_code, Span<uint8_t> p_reason, int64_t p_now) {
	p_client->close(p_code, p_reason, p_now);
}

void WSServerCore::drop_client(WSServerClient *p_client) {
	p_client->abort();
	WSTurn::announce(); // The handler hears of it in poll().
}

bool WSServerCore::take_message(WSConnection *p_connection, WSMessageType p_type, Span<uint8_t> p_data) {
	WSServerClient *client = static_cast<WSServerClient *>(p_connection);
	return policy.max_messages_per_second > 0 ? _take_limited(client, p_type, p_data) : handler->take_message(client, p_type, p_data);
}

// As take_message(), with a limit of messages a second.
bool WSServerCore::_take_limited(WSServerClient *p_client, WSMessageType p_type, Span<uint8_t> p_data) {
	if (!_allows_message(p_client)) {
		p_client->cut_off(WSError::TOO_MANY_MESSAGES, "Too many messages in a second.", WS_CLOSE_POLICY_VIOLATION, now);
		return true;
	}
	return handler->take_message(p_client, p_type, p_data);
}

// A second's share may come at once; then each message has to wait until it is due.
bool WSServerCore::_allows_message(WSServerClient *p_client) {
	const uint32_t time = uint32_t(now * 1000);
	const uint32_t ahead = p_client->next_message_at - time;
	const uint32_t due = (ahead <= 2 * SECOND ? ahead : 0) + SECOND / uint32_t(policy.max_messages_per_second); // From now on.
	p_client->next_message_at = time + due;
	return due <= SECOND;
}

bool WSServerCore::defers_output(WSConnection *p_connection) {
	if (!polling) {
		return false;
	}
	unsent.add(static_cast<WSServerClient *>(p_connection));
	return true;
}

void WSServerCore::connection_changed(WSConnection *p_connection) {
	WSServerClient *client = static_cast<WSServerClient *>(p_connection);
	_file(client);
	if (!client->removed && client->get_phase() == WSConnection::CLOSED) {
		stalled.add(client);
	}
}

void WSServerCore::stream_closing(WSConnection *p_connection) {
	loop.unwatch(p_connection->get_stream().get_handle());
}

WSVerdict WSServerCore::judge_handshake(WSConnection *p_connection) {
	WSServerClient *client = static_cast<WSServerClient *>(p_connection);
	WSVerdict verdict = _judge_limits(client);
	if (verdict.status == WSVerdict::ACCEPT) {
		verdict = handler->judge_client(client);
	}
	if (verdict.status == WSVerdict::ACCEPT || verdict.status == WSVerdict::LATER) {
		client->has_place = true;
		places_taken++;
	}
	return verdict;
}

WSVerdict WSServerCore::refuse(WSServerClient *p_client, WSRefusal p_why, int p_status, const char *p_text) {
	p_client->refusal = p_why;
	return { p_status, p_text };
}

WSVerdict WSServerCore::_judge_limits(WSServerClient *p_client) {
	if (policy.max_clients > 0 && places_taken >= uint32_t(policy.max_clients)) {
		return refuse(p_client, WSRefusal::MAX_CLIENTS, 503, "The server is full.");
	}
	if (policy.max_clients_per_address > 0) {
		const auto found = addresses.find(get_address_key(p_client->address));
		if (found != addresses.end() && found->value > uint32_t(policy.max_clients_per_address)) {
			return refuse(p_client, WSRefusal::MAX_PER_ADDRESS, 429, "Too many connections from one address.");
		}
	}
	return WSVerdict();
}

void WSServerCore::set_policy(const WSServerSettings &p_policy) {
	const bool was_counting = policy.max_clients_per_address > 0;
	policy = p_policy;
	const bool counts = policy.max_clients_per_address > 0;
	if (counts == was_counting) {
		return;
	}
	addresses = HashMap<uint64_t, uint32_t>();
	for (WSServerClient *client : clients) {
		client->is_counted = false;
		_count_address(client, true);
	}
	for (uint32_t i = 0; i < connecting.size(); i++) {
		connecting[i]->is_counted = false;
		_count_address(connecting[i], true);
	}
}

void WSServerCore::_count_address(WSServerClient *p_client, bool p_joins) {
	if (policy.max_clients_per_address <= 0 || p_client->is_counted == p_joins) {
		return;
	}
	p_client->is_counted = p_joins;
	const uint64_t key = get_address_key(p_client->address);
	if (p_joins) {
		addresses[key]++;
	} else if (--addresses[key] == 0) {
		addresses.erase(key);
	}
}

void WSServerCore::refresh_deadlines(int64_t p_now) {
	LocalVector<WSServerClient *> all;
	for (WSServerClient *client : clients) {
		all.push_back(client);
	}
	for (WSServerClient *client : all) {
		client->change_settings(p_now);
	}
}

WSServerStats WSServerCore::get_stats() const {
	WSServerStats now_stats = stats;
	now_stats.clients = uint64_t(clients.size());
	now_stats.handshakes = connecting.size();
	for (WSServerClient *client : clients) {
		const uint64_t buffered = uint64_t(client->get_buffered_amount());
		now_stats.queued_packets += uint64_t(client->get_queued_count());
		now_stats.buffered_bytes += buffered;
		now_stats.largest_buffer = MAX(now_stats.largest_buffer, buffered);
	}
	return now_stats;
}

// Why it came to nothing, or what ended it.
void WSServerCore::_note_end(WSServerClient *p_client) {
	if (p_client->was_open) {
		stats.failed[int(p_client->get_error())]++;
		return;
	}
	WSRefusal why = p_client->refusal;
	if (why == WSRefusal::NONE && p_client->get_phase() != WSConnection::HANDSHAKE && p_client->get_error() != WSError::NONE) {
		switch (p_client->get_error()) {
			case WSError::SUBPROTOCOL:
				why = WSRefusal::SUBPROTOCOL;
				break;
			case WSError::TIMEOUT:
				why = WSRefusal::TIMEOUT;
				break;
			default:
				why = p_client->get_http_status() == 0 ? WSRefusal::LOST : WSRefusal::BAD_REQUEST;
				break;
		}
	}
	if (why != WSRefusal::NONE) {
		stats.refused[int(why)]++;
	}
}

bool WSServerCore::answer_request(WSConnection *p_connection, WSHttpAnswer &r_answer) {
	const bool answered = handler->answer_request(static_cast<WSServerClient *>(p_connection), r_answer);
	stats.requests_answered += answered ? 1 : 0;
	return answered;
}

// Those that are on their way out are no failure.
static WSSendResult _send_one(WSServerClient *p_client, WSBroadcast &r_message, int32_t p_but, int &r_count) {
	if (p_client->get_id() == p_but || p_client->get_phase() != WSConnection::OPEN) {
		return WSSendResult::SENT;
	}
	const WSSendResult result = p_client->send_shared(r_message);
	r_count += result < WSSendResult::DROPPED ? 1 : 0;
	return result;
}

WSSendResult WSServerCore::send_to_all(WSBroadcast &r_message, int32_t p_but, int &r_count, LocalVector<int32_t> *r_without) {
	WSSendResult result = WSSendResult::SENT;
	for (WSServerClient *client : clients) {
		const int count_before = r_count;
		result = MAX(result, _send_one(client, r_message, p_but, r_count));
		if (r_without && r_count == count_before) {
			r_without->push_back(client->get_id());
		}
	}
	return result;
}

WSSendResult WSServerCore::send_to_topic(const String &p_topic, WSBroadcast &r_message, int32_t p_but, int &r_count) {
	WSSendResult result = WSSendResult::SENT;
	if (const WSTopic *topic = topics.find(p_topic)) {
		for (const WSTopicMember &member : topic->members) {
			result = MAX(result, _send_one(member.client, r_message, p_but, r_count));
		}
	}
	return result;
}

WSServerClient *WSServerCore::find_undecided(int32_t p_id) const {
	const auto found = undecided.find(p_id);
	return found != undecided.end() && found->value->is_undecided() ? found->value : nullptr;
}

Error WSServerCore::accept_client(WSServerClient *p_client, const String &p_protocol, const Vector<String> &p_headers, int64_t p_now) {
	const Error result = p_client->accept_handshake(p_protocol, p_headers, p_now);
	if (result == OK) {
		_note_verdict(p_client);
	}
	return result;
}

void WSServerCore::refuse_client(WSServerClient *p_client, int p_status, const Vector<String> &p_headers, const String &p_body, int64_t p_now) {
	p_client->refusal = WSRefusal::REJECTED;
	p_client->refuse_handshake(p_status, p_headers, p_body, p_now);
	_note_verdict(p_client);
}

void WSServerCore::_note_verdict(WSServerClient *p_client) {
	undecided.erase(p_client->id);
	p_client->untold_events |= uint8_t(p_client->take_events());
	if (p_client->untold_events != 0 && !p_client->removed) {
		eventful.add(p_client); // The next poll() tells, this one where the handler has just been asked.
		WSTurn::announce();
	}
}

void WSServerCore::poll(int64_t p_now) {
	keep_to_thread();
	WSLinger::tidy(p_now);
	now = p_now;
	if (polling || !loop.is_open()) {
		return;
	}
	polling = true;
	telling = true;
	poll_number++;
	announced = false;
	loop.note_look();
	_tell_handler();
	_serve_put_off();
	int found = 0;
	for (int round = 0; round < ROUNDS_PER_POLL && is_listening(); round++) {
		found = _take_ready();
		if (found == 0) {
			break;
		}
	}
	if (is_listening()) {
		_serve_lists(p_now);
	}
	telling = false;
	_tidy_up();
	if ((found > 0 || !put_off.is_empty()) && loop.is_open()) {
		loop.request_turn(); // What is left makes no new edge.
	}
}

bool WSServerCore::take_from_network() {
	if (polling || !loop.is_open()) {
		return false;
	}
	now = int64_t(OS::get_singleton()->get_ticks_msec());
	polling = true;
	_serve_put_off();
	int found = 0;
	for (int round = 0; round < ROUNDS_PER_POLL && is_listening() && !_has_fresh_news(); round++) {
		found = _take_ready();
		if (found == 0) {
			break;
		}
	}
	_tidy_up();
	if (_has_fresh_news()) {
		announced = true;
		WSTurn::announce();
	}
	return (found > 0 || !put_off.is_empty()) && loop.is_open();
}

// Accepts and serves what the loop reports once. Returns how many reports there were.
int WSServerCore::_take_ready() {
	if (reports.is_empty()) {
		const int count = loop.collect();
		const WSPoller::Ready *ready = loop.get_ready();
		for (int i = 0; i < count; i++) {
			reports.push_back(ready[count - 1 - i]);
		}
	}
	const int count = int(reports.size());
	while (!reports.is_empty() && is_listening()) {
		if (!telling && _has_fresh_news()) {
			break; // The frame that follows may poll: then each client is read, told of and answered while its bytes are at hand.
		}
		const WSPoller::Ready report = reports[reports.size() - 1];
		reports.resize(reports.size() - 1);
		WSServerClient *client = static_cast<WSServerClient *>(report.userdata);
		if (!client) {
			_accept(now);
			continue;
		}
		client->broken |= (report.events & WSPoller::EVENT_BROKEN) != 0;
		if (client->is_holding() && !telling) {
			_file(client); // It is to end. First the handler hears, and may answer, what came before.
		} else {
			_serve(client, now);
		}
	}
	return count;
}

void WSServerCore::_tell_handler() {
	const LocalVector<WSServerClient *> waiting = eventful.take_all();
	for (WSServerClient *client : waiting) {
		if (!client->removed && is_listening()) {
			_tell(client);
			_file(client);
		}
	}
}

void WSServerCore::_tell(WSServerClient *p_client) {
	WSCork cork(p_client); // Everything that the handlers answer leaves in one write.
	const uint32_t events = p_client->untold_events;
	const int messages = p_client->untold_messages;
	p_client->untold_events = 0;
	p_client->untold_messages = 0;
	_dispatch(p_client, events, messages);
}

void WSServerCore::_tidy_up() {
	_flush_unsent();
	polling = false;
	_bury();
	if (!is_listening()) {
		loop.close();
	}
}

void WSServerCore::_accept(int64_t p_now) {
	for (int accepted = 0; accepted < ACCEPTS_PER_POLL; accepted++) {
		WSSocket socket;
		IPAddress address;
		uint16_t port = 0;
		const Error result = listener.accept(socket, address, port, WSSocket::WAKES_NOBODY);
		if (result == OK && _admits(socket, address)) {
			_add_client(static_cast<WSSocket &&>(socket), address, port, p_now);
		} else if (result == ERR_OUT_OF_MEMORY) {
			ERR_PRINT_ONCE("The WebSocket server cannot take more clients: the process has no file descriptors left (see `ulimit -n`).");
			loop.change(listener.get_handle(), 0, nullptr);
			listen_again_at = p_now + ACCEPT_PAUSE;
			return;
		} else if (result != ERR_SKIP && result != OK) {
			return;
		}
	}
}

// False for one too many, which hears of it at once and is let go.
bool WSServerCore::_admits(WSSocket &r_socket, const IPAddress &p_address) {
	WSRefusal why = WSRefusal::NONE;
	if (policy.max_handshakes > 0 && connecting.size() >= uint32_t(policy.max_handshakes)) {
		why = WSRefusal::MAX_HANDSHAKES;
	} else if (policy.max_clients_per_address > 0) {
		const auto found = addresses.find(get_address_key(p_address));
		if (found != addresses.end() && found->value >= BACKLOG_PER_ADDRESS * uint32_t(policy.max_clients_per_address)) {
			why = WSRefusal::MAX_PER_ADDRESS;
		}
	}
	if (why == WSRefusal::NONE) {
		return true;
	}
	stats.refused[int(why)]++;
	if (tls.is_null()) {
		static constexpr char ANSWER[] = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
		int sent = 0;
		r_socket.send(reinterpret_cast<const uint8_t *>(ANSWER), int(sizeof(ANSWER)) - 1, sent);
	}
	r_socket.close();
	return false;
}

void WSServerCore::_add_client(WSSocket &&p_socket, const IPAddress &p_address, uint16_t p_port, int64_t p_now) {
	p_socket.set_no_delay(true);
	WSStream stream;
	if (tls.is_valid()) {
		p_socket.set_wakes_main_loop(false);
		const Ref<StreamPeerTCP> tcp = ws_wrap_socket(static_cast<WSSocket &&>(p_socket), p_address, p_port);
		const Ref<StreamPeerTLS> secured = ws_create_tls();
		if (secured.is_null() || secured->accept_stream(tcp, tls) != OK) {
			return;
		}
		stream = WSStream(Ref<StreamPeer>(secured));
	} else {
		stream = WSStream(static_cast<WSSocket &&>(p_socket));
	}
	WSServerClient *client = memnew(WSServerClient(&settings, static_cast<WSStream &&>(stream), p_now));
	client->address = p_address;
	client->port = p_port;
	client->watched = WSPoller::EVENT_READABLE;
	if (loop.watch(client->get_stream().get_handle(), client->watched, client) != OK) {
		memdelete(client);
		return;
	}
	connecting.add(client);
	_count_address(client, true);
	_file(client);
}

void WSServerCore::_serve(WSServerClient *p_client, int64_t p_now) {
	{
		WSCork cork(p_client);
		const int queued_before = p_client->get_queued_count();
		uint32_t events = p_client->process(p_now);
		if (p_client->script_peer.is_null()) {
			events &= ~uint32_t(WSConnection::EVENT_DRAINED); // Nobody listens.
		}
		p_client->untold_events |= uint8_t(events);
		p_client->untold_messages += MAX(p_client->get_queued_count() - queued_before, 0);
		const bool is_known = p_client->opened || (p_client->untold_events & WSConnection::EVENT_OPENED);
		if (events == 0 || p_client->removed) {
			// Nothing to tell, or nobody to tell it of.
		} else if (!is_known && (events & WSConnection::EVENT_CLOSED)) {
			_remove(p_client); // A handshake that came to nothing.
		} else if (telling) {
			_tell(p_client);
		} else {
			eventful.add(p_client);
		}
	}
	_file(p_client);
}

void WSServerCore::_dispatch(WSServerClient *p_client, uint32_t p_events, int p_new_messages) {
	if ((p_events & WSConnection::EVENT_REQUESTED) && p_client->is_undecided()) {
		p_client->id = _make_id();
		undecided.insert(p_client->id, p_client);
		handler->client_requested(p_client);
		eventful.remove(p_client);
		p_events |= p_client->untold_events;
		p_client->untold_events = 0;
	}
	if (!p_client->opened && (p_events & WSConnection::EVENT_CLOSED) && !(p_events & WSConnection::EVENT_OPENED)) {
		_remove(p_client);
	}
	if ((p_events & WSConnection::EVENT_OPENED) && !p_client->removed) {
		connecting.remove(p_client);
		p_client->id = p_client->id != 0 ? p_client->id : _make_id();
		p_client->opened = true;
		p_client->was_open = true;
		stats.clients_accepted++;
		p_client->opened_in = poll_number;
		clients.insert(p_client);
		handler->client_opened(p_client);
	}
	if ((p_events & WSConnection::EVENT_MESSAGES) && p_client->opened && !p_client->removed && p_new_messages > 0) {
		handler->client_messages(p_client, p_new_messages);
	}
	if ((p_events & WSConnection::EVENT_CLOSE_REQUESTED) && p_client->opened && !p_client->removed) {
		handler->client_close_requested(p_client);
	}
	if ((p_events & WSConnection::EVENT_DRAINED) && p_client->opened && !p_client->removed) {
		handler->client_drained(p_client);
	}
	if (!(p_events & WSConnection::EVENT_CLOSED) || p_client->removed) {
		return;
	}
	if (p_client->opened_in == poll_number) {
		// Who has just heard of it finds it until the next poll.
		p_client->untold_events |= WSConnection::EVENT_CLOSED;
		eventful.add(p_client);
		WSTurn::announce();
	} else {
		_end_client(p_client);
	}
}

void WSServerCore::_end_client(WSServerClient *p_client) {
	if (p_client->opened) {
		p_client->opened = false;
		handler->client_closed(p_client); // Who may stop the server.
	}
	_remove(p_client);
}

// Puts a client into the lists and under the watch that its state asks for.
void WSServerCore::_file(WSServerClient *p_client) {
	if (p_client->removed || p_client->get_phase() == WSConnection::CLOSED) {
		return;
	}
	if (p_client->get_deadline() != 0) {
		timers.file(p_client, p_client->get_deadline(), now);
	}
	const bool reading = p_client->wants_input();
	const WSSocket::Handle handle = p_client->get_stream().get_handle();
	if (p_client->broken) {
		// A broken socket is reported whatever is asked for, so it is not watched; what it still holds is read from the list.
		loop.unwatch(handle);
		stalled.add(p_client);
		return;
	}
	if (!reading) {
		stalled.add(p_client);
	}
	const bool is_put_off = p_client->get_stream().wants_read();
	if (is_put_off) {
		put_off.add(p_client);
	}
	const uint8_t wanted = uint8_t((reading && !is_put_off ? uint32_t(WSPoller::EVENT_READABLE) : 0u) | (p_client->has_output() ? uint32_t(WSPoller::EVENT_WRITABLE) : 0u));
	if (wanted != p_client->watched) {
		p_client->watched = wanted;
		loop.change(handle, wanted, p_client);
	}
}

void WSServerCore::_serve_lists(int64_t p_now) {
	// From the end: those that must come back next time join behind.
	for (uint32_t i = stalled.size(); i > 0 && is_listening();) {
		i = MIN(i, stalled.size());
		WSServerClient *client = i > 0 ? stalled[--i] : nullptr;
		if (client && (client->wants_input() || client->is_holding() || client->get_phase() == WSConnection::CLOSED)) {
			stalled.remove(client);
			_serve(client, p_now); // What was read before the stop comes first; the socket may have nothing new to report.
		}
	}
	_serve_timers(p_now);
	if (listen_again_at != 0 && p_now >= listen_again_at && is_listening()) {
		listen_again_at = 0;
		loop.change(listener.get_handle(), WSPoller::EVENT_READABLE, nullptr);
	}
}

void WSServerCore::_serve_timers(int64_t p_now) {
	for (WSServerClient *client : timers.take_due(p_now)) {
		const int64_t deadline = client->get_deadline();
		if (client->removed || deadline == 0) {
			continue;
		}
		if (p_now < deadline || !is_listening()) {
			timers.file(client, deadline, p_now);
		} else {
			_serve(client, p_now);
		}
	}
}

// Handshakes of TLS that had no time in the last turn, as long as there is some in this one.
void WSServerCore::_serve_put_off() {
	bool has_time = true;
	for (WSServerClient *client : put_off.take_all()) {
		if (client->removed || !is_listening()) {
			continue;
		}
		if (has_time) {
			_serve(client, now);
			has_time = client->removed || !client->get_stream().wants_read();
		} else {
			put_off.add(client);
		}
	}
}

void WSServerCore::_flush_unsent() {
	while (!unsent.is_empty()) {
		WSServerClient *client = unsent[unsent.size() - 1];
		unsent.remove(client);
		client->flush();
		_file(client);
	}
}

// Takes the client out of every table. It lives on in the graveyard as long as poll() may still hold pointers to it.
void WSServerCore::_remove(WSServerClient *p_client) {
	if (p_client->removed) {
		return;
	}
	p_client->removed = true;
	if (p_client->get_stream().is_open()) {
		loop.unwatch(p_client->get_stream().get_handle());
	}
	if (p_client->id != 0) {
		clients.erase(p_client->id);
		undecided.erase(p_client->id);
	}
	connecting.remove(p_client);
	timers.remove(p_client);
	topics.leave_all(p_client);
	_count_address(p_client, false);
	places_taken -= p_client->has_place ? 1 : 0;
	p_client->has_place = false;
	_note_end(p_client);
	stalled.remove(p_client);
	eventful.remove(p_client);
	put_off.remove(p_client);
	for (uint32_t i = 0; i < reports.size(); i++) {
		if (reports[i].userdata == p_client) {
			reports.remove_at(i);
			break;
		}
	}
	graveyard.push_back(p_client);
}

void WSServerCore::_bury() {
	// Script objects may go with their last client and call in here again, so each grave is emptied before.
	while (!graveyard.is_empty()) {
		WSServerClient *client = graveyard[graveyard.size() - 1];
		graveyard.resize(graveyard.size() - 1);
		unsent.remove(client);
		if (client->script_peer.is_null() || !handler->keep_client(client)) {
			_let_go(client);
		}
	}
}

// What was accepted for it, and our last words, still leave.
void WSServerCore::_let_go(WSServerClient *p_client) {
	if (p_client->get_phase() == WSConnection::CLOSING || p_client->get_phase() == WSConnection::LINGERING) {
		WSLinger::take(p_client, longest_linger);
	} else {
		memdelete(p_client);
	}
}

int32_t WSServerCore::_make_id() const {
	int32_t id = 0;
	do {
		uint32_t random = 0;
		ws_fill_random(reinterpret_cast<uint8_t *>(&random), int(sizeof(random)));
		id = int32_t(random & 0x7FFFFFFF);
	} while (id < 2 || clients.find(id) || undecided.has(id) || handler->reserves_id(id));
	return id;
}

void WSServerCore::change_id(WSServerClient *p_client, int32_t p_id) {
	WSServerClient *const other = clients.find(p_id);
	const int32_t before = p_client->id;
	clients.erase(before);
	if (other) {
		clients.erase(p_id);
		other->id = before;
		clients.insert(other);
	}
	p_client->id = p_id;
	clients.insert(p_client);
}
