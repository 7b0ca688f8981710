// permessage-deflate: negotiation, the examples of RFC 7692, context takeover, and limits.
#pragma once

#include "modules/websocket/protocol/ws_extensions.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

namespace TestWSDeflate {

using namespace WSTest;
using Strings = std::vector<std::string>;
using Offers = LocalVector<std::string_view>;

static Offers offers(std::initializer_list<std::string_view> p_offers) {
	Offers list;
	for (std::string_view offer : p_offers) {
		list.push_back(offer);
	}
	return list;
}

static WSDeflateParameters plain() {
	WSDeflateParameters parameters;
	parameters.enabled = true;
	return parameters;
}

static std::string hello() {
	return bytes({ 0xF2, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00 }); // "Hello", RFC 7692 §7.2.3.1.
}

struct DeflateProbe : SessionProbe {
	DeflateProbe(WSRole p_role, const WSDeflateParameters &p_parameters, int p_max = 0) :
			SessionProbe(p_role, Pieces(), p_max) { session.enable_deflate(p_parameters, 1); }
};

TEST_CASE("[WebSocket][Deflate] The examples of RFC 7692 section 7.2.3 are understood however they are cut") {
	const Strings inputs = {
		frame(0xC1, hello()),
		frame(0x41, hello().substr(0, 3)) + frame(0x80, hello().substr(3)),
		frame(0xC1, bytes({ 0x00, 0x05, 0x00, 0xFA, 0xFF, 0x48, 0x65, 0x6C, 0x6C, 0x6F, 0x00 })), // A stored block.
		frame(0xC1, bytes({ 0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x00 })), // A final block.
		frame(0xC1, bytes({ 0xF2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xCA, 0xC9, 0xC9, 0x07, 0x00 })), // Two blocks.
		frame(0x81, "Hello"), // Not every message has to be compressed.
	};
	for (const std::string &input : inputs) {
		for_each_split(input, [](const Pieces &p_pieces) {
			DeflateProbe probe(WSRole::SERVER, plain());
			for (const std::string &piece : p_pieces) {
				probe.feed(piece);
			}
			CHECK(probe.messages == Strings{ "text:Hello" });
		});
	}
}

TEST_CASE("[WebSocket][Deflate] Context takeover refers to earlier messages; without it each stands alone") {
	for (int takeover = 0; takeover < 2; takeover++) {
		WSDeflateParameters parameters = plain();
		parameters.server_no_context_takeover = parameters.client_no_context_takeover = takeover == 0;
		parameters.server_max_window_bits = parameters.client_max_window_bits = 12;
		DeflateProbe server(WSRole::SERVER, parameters);
		DeflateProbe client(WSRole::CLIENT, parameters);
		const std::string text = "{\"x\": 12.5, \"y\": 3.25, \"name\": \"somebody\"}";
		size_t sizes[2];
		for (size_t &size : sizes) {
			server.out.clear();
			server.session.send(WSMessageType::TEXT, span(text), server.out);
			size = server.sent().size();
			client.feed(server.sent());
		}
		CHECK(client.messages == Strings{ "text:" + text, "text:" + text });
		CHECK((sizes[1] < sizes[0] / 2) == (takeover == 1));
		CHECK(uint8_t(server.sent()[0]) == 0xC1);
	}
}

TEST_CASE("[WebSocket][Deflate] What does not get smaller is sent as it is, and what follows stays readable") {
	DeflateProbe server(WSRole::SERVER, plain());
	DeflateProbe client(WSRole::CLIENT, plain());
	std::string noise;
	uint32_t state = 1;
	for (int i = 0; i < 5000; i++) {
		state = state * 1664525u + 1013904223u;
		noise += char(state >> 24);
	}
	const std::string zeros(5000, '\0');
	for (const std::string &message : { zeros, noise, zeros, noise + zeros, std::string("x"), zeros }) {
		server.out.clear();
		server.session.send(WSMessageType::BINARY, span(message), server.out);
		CHECK(server.sent().size() <= message.size() + 4);
		CHECK((server.sent()[0] == char(0x82)) == (message == noise || message == "x"));
		client.feed(server.sent());
		CHECK((client.messages.back() == "binary:" + message));
	}
}

TEST_CASE("[WebSocket][Deflate] A bomb ends with 1009 before it is as large as it would be") {
	WSDeflate compressor(WSRole::SERVER, plain(), 1);
	const std::string zeros(10000000, '\0');
	const std::string bomb = text_of(compressor.compress(span(zeros)));
	CHECK(bomb.size() < 20000);
	for (const std::string &input : { frame(0xC2, bomb), frame(0x42, bomb.substr(0, 100)) + frame(0x80, bomb.substr(100)) }) {
		DeflateProbe probe(WSRole::SERVER, plain(), 65536);
		probe.feed(input);
		CHECK(probe.messages.empty());
		CHECK(probe.session.get_failure().error == WSError::MESSAGE_TOO_BIG);
	}
	DeflateProbe fits(WSRole::SERVER, plain(), int(zeros.size()));
	fits.feed(frame(0xC2, bomb));
	CHECK(fits.messages.size() == 1);
}

TEST_CASE("[WebSocket][Deflate] Broken data, texts that are none and reserved bits end the connection") {
	const std::pair<std::string, WSError> cases[] = {
		{ frame(0xC1, bytes({ 0xFF, 0xFF, 0xFF, 0xFF })), WSError::INVALID_COMPRESSION },
		{ frame(0xC1, bytes({ 0x00, 0x01, 0x00, 0xFE, 0xFF, 0xFF, 0x00 })), WSError::INVALID_TEXT },
		{ frame(0x41, hello()) + frame(0xC0, ""), WSError::PROTOCOL }, // RSV1 on a continuation,
		{ frame(0xC9, ""), WSError::PROTOCOL }, // on a control frame,
		{ frame(0xA1, "x"), WSError::PROTOCOL }, // and RSV2.
	};
	for (const auto &[input, error] : cases) {
		DeflateProbe probe(WSRole::SERVER, plain());
		probe.feed(input);
		CHECK(probe.session.get_state() == WSSession::FAILED);
		CHECK(probe.session.get_failure().error == error);
	}
	SessionProbe unagreed(WSRole::SERVER, Pieces{ frame(0xC1, hello()) });
	CHECK(unagreed.session.get_failure().error == WSError::PROTOCOL);
}

TEST_CASE("[WebSocket][Deflate] A server takes the first offer that it can meet") {
	WSDeflateParameters parameters;
	const auto accept = [&](std::initializer_list<std::string_view> p_offers, WSCompressionMode p_mode = WSCompressionMode::DEDICATED, int p_bits = 15) {
		return ws_accept_deflate(offers(p_offers), p_mode, p_bits, parameters);
	};
	CHECK(accept({ "permessage-deflate" }) == "permessage-deflate");
	CHECK(accept({ "permessage-deflate" }, WSCompressionMode::OFF) == "");
	CHECK_FALSE(parameters.enabled);
	CHECK(accept({ "x-other", "permessage-deflate; client_max_window_bits" }, WSCompressionMode::DEDICATED, 12) == "permessage-deflate; client_max_window_bits=12");
	CHECK(parameters.client_max_window_bits == 12);
	CHECK(accept({ "permessage-deflate; server_max_window_bits=10; client_no_context_takeover" }) == "permessage-deflate; client_no_context_takeover; server_max_window_bits=10");
	CHECK(parameters.server_max_window_bits == 10);
	CHECK(accept({ "permessage-deflate" }, WSCompressionMode::SHARED) == "permessage-deflate; server_no_context_takeover; client_no_context_takeover");
	CHECK(accept({ "permessage-deflate; client_max_window_bits=\"9\"" }) == "permessage-deflate; client_max_window_bits=9");
	for (std::string_view bad : { "permessage-deflate; unknown", "permessage-deflate; server_max_window_bits", "permessage-deflate; server_max_window_bits=7", "permessage-deflate; server_max_window_bits=16",
				 "permessage-deflate; server_max_window_bits=010", "permessage-deflate; server_no_context_takeover=1", "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
				 "permessage-deflate; server_max_window_bits=8", "permessage-deflate;", "permessage-bzip2" }) {
		CHECK(accept({ bad }) == "");
		CHECK(accept({ bad, "permessage-deflate" }) == "permessage-deflate");
	}
}

TEST_CASE("[WebSocket][Deflate] A client takes only answers that its offer allows") {
	WSDeflateParameters parameters;
	CHECK(ws_offer_deflate(WSCompressionMode::OFF, 15) == "");
	CHECK(ws_offer_deflate(WSCompressionMode::DEDICATED, 15) == "permessage-deflate; client_max_window_bits");
	CHECK(ws_offer_deflate(WSCompressionMode::SHARED, 12) == "permessage-deflate; client_max_window_bits=12; server_max_window_bits=12; server_no_context_takeover; client_no_context_takeover");
	CHECK(ws_read_deflate_answer(offers({}), parameters));
	CHECK_FALSE(parameters.enabled);
	CHECK(ws_read_deflate_answer(offers({ "permessage-deflate; client_max_window_bits=9; server_no_context_takeover" }), parameters));
	CHECK(parameters.enabled);
	CHECK(parameters.client_max_window_bits == 9);
	CHECK(parameters.server_no_context_takeover);
	CHECK_FALSE(ws_read_deflate_answer(offers({ "permessage-deflate; client_max_window_bits" }), parameters));
	CHECK_FALSE(ws_read_deflate_answer(offers({ "permessage-deflate", "permessage-deflate" }), parameters));
	CHECK_FALSE(ws_read_deflate_answer(offers({ "x-other" }), parameters));
}

} // namespace TestWSDeflate
