// An HTTP server for one client after another that answers what a test says, to see what WebSocketPeer asks and makes of the answers.
#pragma once

#include "core/io/tcp_server.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/tests/ws_test_net.h"
#include "modules/websocket/websocket_peer.h"

namespace WSTest {

class Origin {
public:
	std::vector<std::string> requests; // Heads, as they came.
	// What it says to the request of that number, counted from 0; "{accept}" becomes the accept value. Past the end it says nothing.
	std::vector<std::string> answers;
	std::string received; // Behind the last request.

	bool listen() {
		server.instantiate();
		return server->listen(0, "127.0.0.1") == OK;
	}
	int get_port() const { return server->get_local_port(); }
	String get_url(const String &p_target = "/") const { return "ws://127.0.0.1:" + itos(get_port()) + p_target; }

	void step() {
		if (server->is_connection_available()) {
			stream = server->take_connection();
			head.clear();
			received.clear();
			answered = false;
		}
		if (stream.is_null()) {
			return;
		}
		stream->poll();
		uint8_t bytes[4096];
		int size = 0;
		stream->get_partial_data(bytes, int(sizeof(bytes)), size);
		(answered ? received : head).append(reinterpret_cast<const char *>(bytes), size_t(size));
		if (!answered && head.find("\r\n\r\n") != std::string::npos) {
			_answer();
		}
	}
	// Until the peer's state is p_state.
	bool wait_for(const Ref<WebSocketPeer> &p_peer, WebSocketPeer::State p_state) {
		return wait_until([&]() { step(); p_peer->poll(); }, [&]() { return p_peer->get_ready_state() == p_state; });
	}
	void send(const std::string &p_bytes) { stream->put_data(reinterpret_cast<const uint8_t *>(p_bytes.data()), int(p_bytes.size())); }
	void hang_up() { stream.unref(); }
	std::string get_header(size_t p_request, const std::string &p_name) const {
		const std::string &text = requests.at(p_request);
		const size_t at = text.find("\r\n" + p_name + ": ");
		if (at == std::string::npos) {
			return "(none)";
		}
		const size_t begin = at + 2 + p_name.size() + 2;
		return text.substr(begin, text.find("\r\n", begin) - begin);
	}

private:
	void _answer() {
		const bool is_tunnel = head.compare(0, 8, "CONNECT ") == 0;
		requests.push_back(head);
		if (requests.size() > answers.size()) {
			answered = true;
			return;
		}
		std::string text = answers[requests.size() - 1];
		const size_t at = text.find("{accept}");
		if (at != std::string::npos) {
			char accept[WS_ACCEPT_LENGTH];
			ws_make_accept(get_header(requests.size() - 1, "Sec-WebSocket-Key"), accept);
			text.replace(at, 8, std::string(accept, WS_ACCEPT_LENGTH));
		}
		send(text);
		head.clear();
		answered = !is_tunnel; // What follows a CONNECT is another request.
	}

	Ref<TCPServer> server;
	Ref<StreamPeerTCP> stream;
	std::string head;
	bool answered = false;
};

// An answer that opens the WebSocket; p_more are whole header lines.
inline std::string accepting(const std::string &p_more = "") {
	return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n" + p_more + "\r\n";
}

inline Ref<WebSocketPeer> make_peer() {
	Ref<WebSocketPeer> peer;
	peer.instantiate();
	return peer;
}

} // namespace WSTest
