// The incremental UTF-8 validator.
#pragma once

#include "modules/websocket/protocol/ws_utf8.h"
#include "modules/websocket/tests/ws_test_wire.h"
#include "tests/test_macros.h"

namespace TestWSUtf8 {

using namespace WSTest;

inline bool is_valid(const Pieces &p_pieces) {
	WSUtf8Validator check;
	for (const std::string &piece : p_pieces) {
		if (!check.feed(span(piece).ptr(), int64_t(piece.size()))) {
			return false;
		}
	}
	return check.is_complete();
}

TEST_CASE("[WebSocket][UTF-8] The first and last character of every length are valid") {
	const std::string text = std::string("\x00\x7F", 2) + "\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF";
	for_each_split(text, [](const Pieces &p_pieces) { CHECK(is_valid(p_pieces)); });
}

TEST_CASE("[WebSocket][UTF-8] Overlong forms, surrogates, stray and missing bytes are not valid, also behind ASCII") {
	for (const char *bad : { "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5", "\xFF", "\xC2", "\xE2\x82", "\xC2\x41" }) {
		for (size_t lead : { 0, 1, 7, 15, 16, 33 }) {
			for_each_split(std::string(lead, 'a') + bad, [](const Pieces &p_pieces) { CHECK_FALSE(is_valid(p_pieces)); });
		}
	}
}

} // namespace TestWSUtf8
