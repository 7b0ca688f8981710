// A server's connection before it is a WebSocket: verdicts that come later, and answers in plain HTTP.
#pragma once

#include "modules/websocket/link/ws_link.h"
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/tests/ws_test_net.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

#include <string>

namespace TestWSHttp {

using namespace WSTest;
using Strings = std::vector<std::string>;

inline std::string handshake(const std::string &p_lines = "") {
	return "GET /room?token=7 HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
			p_lines + "\r\n";
}

inline bool begins_with(const std::string &p_text, const std::string &p_beginning) {
	return p_text.compare(0, p_beginning.size(), p_beginning) == 0;
}

// Repeats a letter; with p_fails_at left it cannot be read any more.
class Letters : public WSBodySource {
public:
	int64_t left;
	int64_t fails_at;
	char letter;

	Letters(int64_t p_size, char p_letter, int64_t p_fails_at) :
			left(p_size), fails_at(p_fails_at), letter(p_letter) {}
	int read(uint8_t *r_into, int p_size) override {
		if (left <= fails_at) {
			return 0;
		}
		const int size = int(MIN(int64_t(p_size), left));
		memset(r_into, letter, size_t(size));
		left -= size;
		return size;
	}
};

// A server's link that decides as the test says.
class HttpProbe : public WSLink {
public:
	static inline WSConnectionSettings defaults;
	WSVerdict verdict;
	std::string wire;
	std::string unused;
	std::string asked; // Methods and targets of plain requests.
	int64_t now = 1000;
	int64_t largest_queue = 0;
	int64_t body_size = -1; // -1: no answers in plain HTTP.
	int64_t body_fails_at = -1;
	int ends = 0;

	HttpProbe() :
			WSLink(WSRole::SERVER, &defaults, fill_mask, 1000) {}

	void feed(const std::string &p_bytes) {
		unused += p_bytes;
		int used = 1;
		while (!unused.empty() && wants_input() && used > 0) {
			std::vector<uint8_t> exact(unused.begin(), unused.end());
			used = receive(exact.data(), int(exact.size()), now);
			unused = unused.substr(size_t(used));
		}
	}
	void drain() {
		do {
			largest_queue = MAX(largest_queue, get_buffered_amount());
			ByteChunk chunk;
			while (get_output_queue().get_chunks(&chunk, 1) > 0) {
				const int64_t size = chunk.size;
				wire.append(reinterpret_cast<const char *>(chunk.data), size_t(size));
				get_output_queue().consume(size);
				note_output(size, now);
			}
			finish_output(now);
		} while (has_waiting_output());
	}

protected:
	WSVerdict judge_handshake() override { return verdict; }
	bool answer_request(WSHttpAnswer &r_answer) override {
		const WSRequest &request = get_request().get_request();
		asked += std::string(request.method) + " " + std::string(request.target) + ";";
		if (body_size < 0) {
			return false;
		}
		r_answer.headers = "X-Test: yes\r\n";
		r_answer.body = new Letters(body_size, 'b', body_fails_at);
		r_answer.length = body_size;
		r_answer.head_only = request.method == "HEAD";
		return true;
	}
	void phase_ended() override { ends++; }
};

TEST_CASE("[WebSocket][Http] A verdict may come later, and what came behind the handshake waits for it") {
	for_each_split(handshake() + frame(0x81, "early"), [](const Pieces &p_pieces) {
		HttpProbe link;
		link.verdict.status = WSVerdict::LATER;
		for (const std::string &piece : p_pieces) {
			link.feed(piece);
		}
		CHECK(link.is_undecided());
		CHECK(link.get_request().get_request().target == "/room?token=7");
		CHECK(link.take_events() == uint32_t(WSLink::EVENT_REQUESTED));
		CHECK(link.get_output_queue().is_empty());
		CHECK_FALSE(link.wants_input());
		CHECK(link.accept_handshake(String(), { "X-One: 1" }, link.now) == OK);
		link.drain();
		CHECK(begins_with(link.wire, "HTTP/1.1 101 "));
		CHECK(link.wire.find("X-One: 1\r\n") != std::string::npos);
		link.feed("");
		CHECK((link.take_events() & (WSLink::EVENT_OPENED | WSLink::EVENT_MESSAGES)) == uint32_t(WSLink::EVENT_OPENED | WSLink::EVENT_MESSAGES));
		CHECK(text_of(link.take_packet().data.span()) == "early");
	});
}

TEST_CASE("[WebSocket][Http] A late verdict chooses among the sub-protocols of the client") {
	HttpProbe link;
	link.verdict.status = WSVerdict::LATER;
	link.feed(handshake("Sec-WebSocket-Protocol: a, b\r\n"));
	CHECK(link.accept_handshake("c", {}, link.now) == ERR_INVALID_PARAMETER);
	CHECK(link.is_undecided());
	CHECK(link.accept_handshake("b", {}, link.now) == OK);
	CHECK(link.get_protocol() == "b");
	HttpProbe without;
	without.verdict.status = WSVerdict::LATER;
	without.feed(handshake("Sec-WebSocket-Protocol: a, b\r\n"));
	CHECK(without.accept_handshake(String(), {}, without.now) == OK); // None in common: refused after all.
	CHECK(without.get_http_status() == 400);
}

TEST_CASE("[WebSocket][Http] A late refusal has the status, headers and body that were chosen, and the connection ends") {
	HttpProbe link;
	link.verdict.status = WSVerdict::LATER;
	link.feed(handshake());
	link.refuse_handshake(401, { "WWW-Authenticate: Basic", "Content-Type: application/json" }, "{}", link.now);
	link.drain();
	CHECK(link.wire == "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nWWW-Authenticate: Basic\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
	CHECK(link.get_phase() == WSLink::LINGERING);
}

TEST_CASE("[WebSocket][Http] A verdict that does not come in time is a refusal") {
	HttpProbe link;
	link.verdict.status = WSVerdict::LATER;
	link.feed(handshake());
	link.now += HttpProbe::defaults.handshake_timeout;
	link.advance(link.now);
	CHECK_FALSE(link.is_undecided());
	link.drain();
	CHECK(begins_with(link.wire, "HTTP/1.1 503 "));
	CHECK(link.get_error() == WSError::TIMEOUT);
}

TEST_CASE("[WebSocket][Http] One plain request after another is answered on one connection, and then a handshake") {
	const std::string requests = "GET /a HTTP/1.1\r\nHost: here\r\n\r\nHEAD /b HTTP/1.1\r\nHost: here\r\n\r\n" + handshake();
	for_each_split(requests, [](const Pieces &p_pieces) {
		HttpProbe link;
		link.body_size = 3;
		for (const std::string &piece : p_pieces) {
			link.feed(piece);
			for (int i = 0; i < 3; i++) {
				link.drain();
				link.feed("");
			}
		}
		CHECK(link.asked == "GET /a;HEAD /b;");
		const std::string head = "HTTP/1.1 200 OK\r\nX-Test: yes\r\nContent-Length: 3\r\n\r\n";
		CHECK(begins_with(link.wire, head + "bbb" + head + "HTTP/1.1 101 "));
		CHECK(link.get_phase() == WSLink::OPEN);
	});
}

TEST_CASE("[WebSocket][Http] A long body stands in memory piece by piece, and the connection ends where the client asked for it") {
	HttpProbe link;
	link.body_size = 5 * 1000 * 1000;
	link.feed("GET /long HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
	CHECK_FALSE(link.wants_input());
	link.drain();
	CHECK(link.wire.size() > 5 * 1000 * 1000);
	CHECK(link.largest_queue <= 128 * 1024);
	CHECK(link.wire.find("Connection: close\r\n") != std::string::npos);
	CHECK(link.get_phase() == WSLink::LINGERING);
}

TEST_CASE("[WebSocket][Http] A body that cannot be read ends the connection, not the answer") {
	HttpProbe link;
	link.body_size = 200 * 1000;
	link.body_fails_at = 50 * 1000;
	link.feed("GET /long HTTP/1.1\r\nHost: here\r\n\r\n");
	link.drain();
	CHECK(link.get_phase() == WSLink::CLOSED);
	CHECK(link.ends == 1);
	CHECK(link.wire.size() < 200 * 1000);
}

TEST_CASE("[WebSocket][Http] Whoever takes nothing of an answer, or asks for nothing more, is let go") {
	HttpProbe stuck;
	stuck.body_size = 500 * 1000;
	stuck.feed("GET /long HTTP/1.1\r\nHost: here\r\n\r\n");
	stuck.advance(stuck.now + HttpProbe::defaults.handshake_timeout);
	CHECK(stuck.get_phase() == WSLink::CLOSED);
	HttpProbe idle;
	idle.body_size = 1;
	idle.feed("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
	idle.drain();
	CHECK(idle.wants_input());
	idle.advance(idle.now + HttpProbe::defaults.handshake_timeout);
	CHECK(idle.get_phase() == WSLink::CLOSED);
	CHECK(idle.get_error() == WSError::NONE);
}

TEST_CASE("[WebSocket][Http] Whoever goes with the answer has lost nothing, and whoever goes before has") {
	for (const char *last : { "", "Connection: close\r\n" }) {
		HttpProbe content;
		content.body_size = 1;
		content.feed(std::string("GET / HTTP/1.1\r\nHost: here\r\n") + last + "\r\n");
		content.drain();
		content.end_input(ERR_FILE_EOF, content.now);
		CHECK(content.get_error() == WSError::NONE);
		CHECK(content.get_phase() == WSLink::CLOSED);
	}
	HttpProbe early;
	early.body_size = 1;
	early.feed("GET / HTTP/1.1\r\nHost: here\r\n\r\nGET");
	early.drain();
	early.feed("");
	early.end_input(ERR_FILE_EOF, early.now);
	CHECK(early.get_error() == WSError::HANDSHAKE);
}

TEST_CASE("[WebSocket][Http] Plain requests that nobody answers are refused as ever") {
	HttpProbe get;
	get.feed("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
	get.drain();
	CHECK(begins_with(get.wire, "HTTP/1.1 426 "));
	HttpProbe other;
	other.feed("DELETE / HTTP/1.1\r\nHost: here\r\n\r\n");
	other.drain();
	CHECK(begins_with(other.wire, "HTTP/1.1 405 "));
	HttpProbe body;
	body.body_size = 1;
	body.feed("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\nhello");
	body.drain();
	CHECK(begins_with(body.wire, "HTTP/1.1 400 "));
	CHECK(body.asked.empty());
}

TEST_CASE("[WebSocket][Server] A handshake is decided after the handler has returned") {
	RecordingServer server;
	server.refuse_with = WSVerdict::LATER;
	CHECK(server.listen());
	Client accepted;
	String error;
	CHECK(accepted.peer.connect_to_url(server.get_url(), Ref<TLSOptions>(), error) == OK);
	CHECK(wait_until([&]() { accepted.step(server); }, [&]() { return server.requested != 0; }));
	CHECK(server.events == Strings{ "requested" });
	WSServerClient *client = server.core.find_undecided(server.requested);
	REQUIRE(client != nullptr);
	CHECK(server.core.accept_client(client, String(), {}, now()) == OK);
	CHECK(server.core.find_undecided(server.requested) == nullptr);
	CHECK(accepted.wait_for(server, WSPeerBackend::OPEN));
	CHECK(wait_until([&]() { accepted.step(server); }, [&]() { return server.last != nullptr; }));
	CHECK(server.last->get_id() == server.requested);
	CHECK(accepted.send("x") != WSSendResult::REFUSED);
	CHECK(wait_until([&]() { accepted.step(server); }, [&]() { return server.events == Strings{ "requested", "opened", "messages 1" }; }));

	server.requested = 0;
	Client refused;
	CHECK(refused.peer.connect_to_url(server.get_url(), Ref<TLSOptions>(), error) == OK);
	CHECK(wait_until([&]() { refused.step(server); }, [&]() { return server.requested != 0; }));
	server.core.refuse_client(server.core.find_undecided(server.requested), 401, {}, "no", now());
	CHECK(refused.wait_for(server, WSPeerBackend::CLOSED));
	CHECK(refused.peer.get_error() == WSError::HTTP_STATUS);
	CHECK(server.events.size() == 4);
}

TEST_CASE("[WebSocket][Server] A client that goes while its handshake is undecided is forgotten") {
	RecordingServer server;
	server.refuse_with = WSVerdict::LATER;
	server.core.settings.handshake_timeout = 50;
	server.core.settings.close_timeout = 50;
	CHECK(server.listen());
	{
		RawClient raw;
		CHECK(raw.connect(server));
		raw.send(handshake());
		CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.requested != 0; }));
	}
	CHECK(wait_until([&]() { server.poll(); }, [&]() { return server.core.find_undecided(server.requested) == nullptr; }));
	server.core.stop();
	CHECK(server.events == Strings{ "requested" });
}

} // namespace TestWSHttp
