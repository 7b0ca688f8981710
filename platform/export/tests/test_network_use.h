// Finding networking classes by their names.
#pragma once

#include "platform/export/network_use.h"
#include "tests/test_macros.h"

#include <cstring>

namespace TestNetworkUse {

inline String found_in(const char *p_text, bool p_is_script, int p_line) {
	int line = 0;
	const char *name = find_network_class(Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text), strlen(p_text)), p_is_script, line);
	CHECK((!name || line == p_line));
	return name ? String(name) : String();
}

TEST_CASE("[Export][NetworkUse] Code counts, comments and texts do not") {
	CHECK_EQ(found_in("extends Node\nvar p := WebSocketPeer.new()\n", true, 2), "WebSocketPeer");
	CHECK_EQ(found_in("extends HTTPRequest", true, 1), "HTTPRequest");
	CHECK_EQ(found_in("# WebSocketPeer\nvar a = 1 # HTTPRequest\n", true, 0), "");
	CHECK_EQ(found_in("print(\"HTTPRequest \\\" IP\", 'IP')\n", true, 0), "");
	CHECK_EQ(found_in("\"\"\"\nTCPServer\n\"\"\"\nvar s: TCPServer", true, 4), "TCPServer");
	CHECK_EQ(found_in("print(\"open\nvar s: TCPServer", true, 2), "TCPServer");
	CHECK_EQ(found_in("var IP_ADDRESS\nvar MyHTTPRequest\nvar HTTPRequestPool", true, 0), "");
	CHECK_EQ(found_in("\"\\", true, 0), "");
	CHECK_EQ(found_in("", true, 0), "");
}

TEST_CASE("[Export][NetworkUse] Scenes name classes in quotes") {
	CHECK_EQ(found_in("[node name=\"A\" type=\"HTTPRequest\"]", false, 1), "HTTPRequest");
	CHECK_EQ(found_in("[node name=\"A\" type=\"Timer\"]\n", false, 0), "");
}

} // namespace TestNetworkUse
