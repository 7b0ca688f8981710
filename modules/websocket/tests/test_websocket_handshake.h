// handshake_requested: scripts that accept or reject those who come.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/os/os.h"
#include "modules/websocket/websocket_request.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

namespace TestWebSocketHandshake {

inline Vector<Ref<WebSocketRequest>> requests;
inline bool keeps_requests = true;
inline int64_t connected_id = 0;

inline void on_requested(const Ref<WebSocketRequest> &p_request) {
	if (keeps_requests) {
		requests.push_back(p_request);
	}
}
inline void on_connected(int64_t p_id, const String &) {
	connected_id = p_id;
}

struct Fixture {
	Ref<WebSocketServer> server;
	Ref<WebSocketPeer> client;

	Fixture() {
		requests.clear();
		keeps_requests = true;
		connected_id = 0;
		server.instantiate();
		client.instantiate();
		server->connect("handshake_requested", callable_mp_static(&on_requested));
		server->connect("client_connected", callable_mp_static(&on_connected));
		server->set_bind_ip("127.0.0.1");
		CHECK_EQ(server->listen(0), OK);
	}
	~Fixture() { requests.clear(); }

	void begin(const String &p_target = "/") {
		CHECK_EQ(client->connect_to_url("ws://127.0.0.1:" + itos(server->get_local_port()) + p_target), OK);
	}
	template <typename Done>
	bool until(Done p_done) {
		for (int i = 0; i < 20000 && !p_done(); i++) {
			server->poll();
			client->poll();
			OS::get_singleton()->delay_usec(100);
		}
		return p_done();
	}
	bool until_requested() {
		return until([&]() { return requests.size() > 0; });
	}
	bool until_state(WebSocketPeer::State p_state) {
		return until([&]() { return client->get_ready_state() == p_state; });
	}
};

TEST_CASE("[WebSocket][WebSocketRequest] A request tells what the client asked for") {
	Fixture f;
	f.client->set_supported_protocols({ "chat", "game" });
	f.client->set_handshake_headers({ "Cookie: a=1; b=two=2", "X-Twice: 1", "X-Twice: 2", "Origin: https://example.com" });
	f.begin("/room%201+/?name=J%C3%BCrgen+K&empty&x=1&x=2");
	REQUIRE(f.until_requested());
	const Ref<WebSocketRequest> request = requests[0];
	CHECK(request->is_pending());
	CHECK_EQ(request->get_path(), "/room 1+/");
	CHECK_EQ(request->get_query(), "name=J%C3%BCrgen+K&empty&x=1&x=2");
	CHECK_EQ(String(request->get_query_parameters()["name"]), String::utf8("J\xC3\xBCrgen K"));
	CHECK_EQ(String(request->get_query_parameters()["empty"]), "");
	CHECK_EQ(String(request->get_query_parameters()["x"]), "2");
	CHECK_EQ(request->get_header("x-twice"), "1, 2");
	CHECK_EQ(request->get_header("missing"), "");
	CHECK_EQ(String(request->get_cookies()["a"]), "1");
	CHECK_EQ(String(request->get_cookies()["b"]), "two=2");
	CHECK_EQ(request->get_origin(), "https://example.com");
	CHECK_EQ(request->get_protocols(), Vector<String>({ "chat", "game" }));
	CHECK_EQ(request->get_address(), "127.0.0.1");
	CHECK(request->get_port() > 0);
	CHECK_FALSE(request->is_secure());
	CHECK_EQ(request->accept("game", { "X-Answer: 42" }), OK);
	CHECK(f.until_state(WebSocketPeer::STATE_OPEN));
	CHECK(f.until([&]() { return connected_id != 0; }));
	CHECK_EQ(connected_id, int64_t(request->get_peer_id()));
	CHECK_EQ(f.client->get_selected_protocol(), "game");
	CHECK_FALSE(request->is_pending());
	{
		ExpectErrors quiet;
		CHECK_EQ(request->accept(), ERR_ALREADY_IN_USE);
		CHECK_EQ(request->reject(), ERR_ALREADY_IN_USE);
	}
}

TEST_CASE("[WebSocket][WebSocketRequest] What may not go into an answer is refused, and the request still waits") {
	Fixture f;
	f.begin();
	REQUIRE(f.until_requested());
	const Ref<WebSocketRequest> request = requests[0];
	{
		ExpectErrors quiet;
		CHECK_EQ(request->accept("", { "X: 1\r\nSet-Cookie: stolen=1" }), ERR_INVALID_PARAMETER);
		CHECK_EQ(request->accept("", { "Sec-WebSocket-Accept: x" }), ERR_INVALID_PARAMETER);
		CHECK_EQ(request->accept("unknown"), ERR_INVALID_PARAMETER);
		CHECK_EQ(request->reject(401, { "X: 1\nY: 2" }), ERR_INVALID_PARAMETER);
		CHECK_EQ(request->reject(401, { "Content-Length: 100" }), ERR_INVALID_PARAMETER);
		CHECK_EQ(request->reject(200), ERR_INVALID_PARAMETER);
	}
	CHECK(request->is_pending());
	CHECK_EQ(request->reject(401, { "WWW-Authenticate: Basic" }, "No."), OK);
	CHECK(f.until_state(WebSocketPeer::STATE_CLOSED));
	CHECK(f.client->get_connection_error_message().contains("401"));
	CHECK_EQ(connected_id, 0);
}

TEST_CASE("[WebSocket][WebSocketRequest] A request that is dropped unanswered is refused with 500") {
	Fixture f;
	keeps_requests = false;
	{
		ExpectErrors quiet;
		f.begin();
		CHECK(f.until_state(WebSocketPeer::STATE_CLOSED));
	}
	CHECK(f.client->get_connection_error_message().contains("500"));
}

TEST_CASE("[WebSocket][WebSocketRequest] An answer that comes too late, or after its server, says so") {
	Fixture f;
	f.server->set_handshake_timeout(0.05f);
	f.begin();
	REQUIRE(f.until_requested());
	CHECK(f.until([&]() { return !requests[0]->is_pending(); }));
	CHECK_EQ(requests[0]->accept(), ERR_DOES_NOT_EXIST);
	CHECK(f.until_state(WebSocketPeer::STATE_CLOSED));
	CHECK(f.client->get_connection_error_message().contains("503"));

	Fixture stopped;
	stopped.begin();
	REQUIRE(stopped.until_requested());
	stopped.server->stop();
	CHECK_FALSE(requests[0]->is_pending());
	CHECK(stopped.until_state(WebSocketPeer::STATE_CLOSED));
	CHECK(stopped.client->get_connection_error_message().contains("503"));
	CHECK_EQ(requests[0]->reject(), ERR_DOES_NOT_EXIST);
	stopped.server.unref();
	CHECK_EQ(requests[0]->accept(), ERR_DOES_NOT_EXIST);
}

TEST_CASE("[WebSocket][WebSocketServer] What cannot go into a handshake is refused, also while the server listens") {
	Fixture f;
	f.server->disconnect("handshake_requested", callable_mp_static(&on_requested));
	f.server->set_extra_headers({ "X-Good: 1" });
	{
		ExpectErrors quiet;
		f.server->set_extra_headers({ "X: 1\r\nSet-Cookie: stolen=1" });
		f.server->set_extra_headers({ "Sec-WebSocket-Protocol: chat" });
		f.server->set_supported_protocols({ "no token" });
	}
	CHECK_EQ(f.server->get_handshake_headers(), Vector<String>({ "X-Good: 1" }));
	CHECK(f.server->get_supported_protocols().is_empty());
	f.begin();
	CHECK(f.until_state(WebSocketPeer::STATE_OPEN));
	CHECK(f.client->get_handshake_response_headers().has("X-Good: 1"));
	{
		ExpectErrors quiet;
		CHECK_EQ(f.server->listen(0, Vector<String>({ "chat" }), true), ERR_ALREADY_IN_USE);
	}
	CHECK(f.server->get_supported_protocols().is_empty()); // Nothing has changed for those who come.
	f.server->stop();
	ExpectErrors quiet;
	f.server->set_extra_headers({ "X: 1\r\nY: 2" });
	CHECK_EQ(f.server->listen(0), ERR_INVALID_PARAMETER);
}

TEST_CASE("[WebSocket][WebSocketServer] Pages of other origins are refused where origins are named, also while it listens") {
	Fixture f;
	f.server->disconnect("handshake_requested", callable_mp_static(&on_requested));
	f.server->set_allowed_origins({ "https://game.example" });
	f.client->set_handshake_headers({ "Origin: https://evil.example" });
	f.begin();
	CHECK(f.until_state(WebSocketPeer::STATE_CLOSED));
	CHECK(f.client->get_connection_error_message().contains("403"));
	f.client->set_handshake_headers({ "Origin: https://GAME.example" });
	f.begin();
	CHECK(f.until_state(WebSocketPeer::STATE_OPEN));
	f.client->close(-1);
	f.client->set_handshake_headers({}); // No browser.
	f.begin();
	CHECK(f.until_state(WebSocketPeer::STATE_OPEN));
	{
		ExpectErrors quiet;
		f.server->set_allowed_origins({ "game.example" });
	}
	CHECK_EQ(f.server->get_allowed_origins(), Vector<String>({ "https://game.example" }));
}

} // namespace TestWebSocketHandshake
