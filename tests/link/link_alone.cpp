// Proves by linking that modules/websocket/protocol and link stand on the lowest layers and wslay alone: no Object, socket or clock.
// A client and a server shake hands and talk in memory; exits with 0 when everything arrived.
#include "modules/websocket/link/ws_link.h"

#include <cstdio>
#include <cstring>

namespace {

int failures = 0;

void expect(bool p_holds, const char *p_what) {
	if (!p_holds) {
		fprintf(stderr, "link_alone: %s\n", p_what);
		failures++;
	}
}

void fill_with_sevens(uint8_t *p_into, int p_size) {
	memset(p_into, 7, size_t(p_size));
}

// What one link has to say reaches the other in pieces.
void carry(WSLink &r_from, WSLink &r_to) {
	ByteChunk chunk;
	while (r_from.get_output_queue().get_chunks(&chunk, 1) > 0) {
		const int size = int(MIN(chunk.size, int64_t(1000)));
		uint8_t piece[1000];
		memcpy(piece, chunk.data, size_t(size));
		r_from.get_output_queue().consume(size);
		expect(r_to.receive(piece, size, 0) == size, "a link did not take its input");
	}
	r_from.finish_output(0);
}

void send(WSLink &r_link, int p_size) {
	Vector<uint8_t> payload;
	payload.resize(p_size);
	r_link.write_message(WSMessageType::BINARY, payload.span(), r_link.get_output(), nullptr);
}

int64_t read_all(WSLink &r_link) {
	int64_t bytes = 0;
	while (r_link.get_queued_count() > 0) {
		bytes += r_link.take_packet().data.size();
	}
	return bytes;
}

void talk() {
	WSConnectionSettings settings;
	settings.inbound_buffer_size = 0;
	WSLink client(WSRole::CLIENT, &settings, fill_with_sevens, 0);
	WSLink server(WSRole::SERVER, &settings, fill_with_sevens, 0);
	const uint8_t random[16] = {};
	client.start_client(CharString("/"), CharString("localhost"), Vector<String>(), random);
	carry(client, server);
	carry(server, client);
	expect(client.get_phase() == WSLink::OPEN && server.get_phase() == WSLink::OPEN, "the handshake failed");
	int64_t sent = 0;
	for (int size : { 0, 1, 125, 126, 65535, 65536, 300000 }) {
		send(client, size);
		sent += size;
	}
	client.close(WS_CLOSE_NORMAL, Span<uint8_t>(), 0);
	carry(client, server);
	expect(server.get_queued_count() == 7 && read_all(server) == sent, "messages were lost on the way to the server");
	server.advance(0);
	carry(server, client);
	expect(server.get_close_code() == WS_CLOSE_NORMAL && client.get_close_code() == WS_CLOSE_NORMAL, "the closing handshake did not go both ways");
	client.end_input(ERR_FILE_EOF, 0);
	expect(client.get_phase() == WSLink::CLOSED && server.get_phase() == WSLink::CLOSED, "a link did not end");
	expect(client.was_clean() && server.was_clean(), "a link did not end well");
}

} // namespace

int main() {
	talk();
	return failures == 0 ? 0 : 1;
}
