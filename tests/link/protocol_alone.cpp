// Proves by linking that modules/websocket/protocol stands on the lowest layers and wslay alone: no Object, socket or clock.
// A client and a server shake hands and talk in memory; exits with 0 when everything arrived.
#include "modules/websocket/protocol/ws_handshake.h"
#include "modules/websocket/protocol/ws_session.h"

#include <cstdio>

namespace {

int failures = 0;

void expect(bool p_holds, const char *p_what) {
	if (!p_holds) {
		fprintf(stderr, "protocol_alone: %s\n", p_what);
		failures++;
	}
}

void fill_with_sevens(uint8_t *p_into, int p_size) {
	memset(p_into, 7, size_t(p_size));
}

class Recorder : public WSSessionHandler {
public:
	int messages = 0;
	int64_t bytes = 0;
	int close_code = WS_CLOSE_UNCLEAN;

	void on_message(WSMessageType, Span<uint8_t> p_data) override {
		messages++;
		bytes += int64_t(p_data.size());
	}
	void on_assembled_message(WSMessageType p_type, Vector<uint8_t> &&p_data) override { on_message(p_type, p_data.span()); }
	bool wants_more() const override { return true; }
	void on_close(int p_code, Span<uint8_t>) override { close_code = p_code; }
	void on_pong(Span<uint8_t>) override {}
};

void shake_hands() {
	const uint8_t random[16] = {};
	char key[WS_KEY_LENGTH];
	ws_make_key(random, key);
	WSRequestHead head;
	head.target = "/";
	head.host = "localhost";
	head.key = std::string_view(key, WS_KEY_LENGTH);
	WSBuffer request;
	ws_write_request(head, request);
	WSRequestParser server;
	int used = 0;
	expect(server.feed(Span<uint8_t>(request.ptr(), uint64_t(request.size())), used) == WSRequestParser::DONE, "the server refused the client's request");
	WSBuffer response;
	ws_write_response(server.get_request().key, "", "", {}, response);
	WSExpectedResponse expected;
	expected.key = head.key;
	WSResponseParser client;
	expect(client.feed(Span<uint8_t>(response.ptr(), uint64_t(response.size())), expected, used) == WSResponseParser::DONE, "the client refused the server's answer");
}

void talk() {
	WSSession client(WSRole::CLIENT, 0, fill_with_sevens);
	WSSession server(WSRole::SERVER, 0);
	Recorder client_events;
	Recorder server_events;
	WSBuffer to_server;
	WSBuffer to_client;
	int64_t sent = 0;
	Vector<uint8_t> payload;
	for (int size : { 0, 1, 125, 126, 65535, 65536, 300000 }) {
		payload.resize(size);
		client.send(WSMessageType::BINARY, payload.span(), to_server);
		sent += size;
	}
	client.close(WS_CLOSE_NORMAL, Span<uint8_t>(), to_server);
	while (!to_server.is_empty()) {
		const int piece = to_server.size() < 1000 ? to_server.size() : 1000;
		to_server.consume(server.feed(to_server.ptrw(), piece, to_client, server_events));
	}
	client.feed(to_client.ptrw(), to_client.size(), to_server, client_events);
	expect(server_events.messages == 7 && server_events.bytes == sent, "messages were lost on the way to the server");
	expect(server_events.close_code == WS_CLOSE_NORMAL && client_events.close_code == WS_CLOSE_NORMAL, "the closing handshake did not go both ways");
	expect(client.get_state() == WSSession::CLOSED && server.get_state() == WSSession::CLOSED, "a session did not end");
}

} // namespace

int main() {
	shake_hands();
	talk();
	return failures == 0 ? 0 : 1;
}
