// Finding networking classes by their names.
#pragma once

#include "platform/export/network_use.h"
#include "tests/test_macros.h"

#include <cstring>

namespace TestNetworkUse {

inline String found_in(const char *p_text, NetworkText p_kind, int p_line) {
	int line = 0;
	const char *name = find_network_class(Span<uint8_t>(reinterpret_cast<const uint8_t *>(p_text), strlen(p_text)), p_kind, line);
	CHECK((!name || line == p_line));
	return name ? String(name) : String();
}

TEST_CASE("[Export][NetworkUse] Code counts, comments and texts do not") {
	CHECK_EQ(found_in("extends Node\nvar p := WebSocketPeer.new()\n", NetworkText::SCRIPT, 2), "WebSocketPeer");
	CHECK_EQ(found_in("extends HTTPRequest", NetworkText::SCRIPT, 1), "HTTPRequest");
	CHECK_EQ(found_in("# WebSocketPeer\nvar a = 1 # HTTPRequest\n", NetworkText::SCRIPT, 0), "");
	CHECK_EQ(found_in("print(\"HTTPRequest \\\" IP\", 'IP')\n", NetworkText::SCRIPT, 0), "");
	CHECK_EQ(found_in("\"\"\"\nTCPServer\n\"\"\"\nvar s: TCPServer", NetworkText::SCRIPT, 4), "TCPServer");
	CHECK_EQ(found_in("print(\"open\nvar s: TCPServer", NetworkText::SCRIPT, 2), "TCPServer");
	CHECK_EQ(found_in("var IP_ADDRESS\nvar MyHTTPRequest\nvar HTTPRequestPool", NetworkText::SCRIPT, 0), "");
	CHECK_EQ(found_in("\"\\", NetworkText::SCRIPT, 0), "");
	CHECK_EQ(found_in("", NetworkText::SCRIPT, 0), "");
}

TEST_CASE("[Export][NetworkUse] Scenes name classes in quotes") {
	CHECK_EQ(found_in("[node name=\"A\" type=\"HTTPRequest\"]", NetworkText::SCENE, 1), "HTTPRequest");
	CHECK_EQ(found_in("[node name=\"A\" type=\"Timer\"]\n", NetworkText::SCENE, 0), "");
}

TEST_CASE("[Export][NetworkUse] Names of other things in scripts are no classes") {
	for (const char *text : { "enum {IP, X}\nvar a = IP", "enum Mode { A = 1, # IP\n\tIP = 2 }\nvar a = Mode.IP", "const IP = \"1.2.3.4\"\nfunc f():\n\tg(IP)", "var IP: String\nvar x = IP",
				 "func f(IP: String, UPNP = 1):\n\treturn IP + UPNP", "var a = {IP = 1}", "var a = $IP", "var a = $Box/IP.text", "var a = %IP", "signal IP", "for IP in list:\n\tprint(IP)",
				 "var a = b.IP", "print(\"TCPServer\")", "var a = r\"\\TCPServer\"", "var x = $\"a#b\"", "foo.bar(\"TCPServer\", 1)" }) {
		CAPTURE(text);
		CHECK_EQ(found_in(text, NetworkText::SCRIPT, 0), "");
	}
}

TEST_CASE("[Export][NetworkUse] Classes in all places of a script are found") {
	CHECK_EQ(found_in("var b = ClassDB.instantiate(\"TCPServer\")\n", NetworkText::SCRIPT, 1), "TCPServer");
	CHECK_EQ(found_in("\nvar b = ClassDB.instantiate( &'UDPServer' )\n", NetworkText::SCRIPT, 2), "UDPServer");
	CHECK_EQ(found_in("var a = WebRTCDataChannel\n", NetworkText::SCRIPT, 1), "WebRTCDataChannel");
	CHECK_EQ(found_in("enum Mode {IP}\nvar a = IP.resolve_hostname(\"x\")", NetworkText::SCRIPT, 2), "IP");
	CHECK_EQ(found_in("var a: TCPServer = null", NetworkText::SCRIPT, 1), "TCPServer");
	CHECK_EQ(found_in("var a := [1,\n\tTCPServer.new()]", NetworkText::SCRIPT, 2), "TCPServer");
	CHECK_EQ(found_in("func f(a: Array[StreamPeerTCP] = []):\n\tpass", NetworkText::SCRIPT, 1), "StreamPeerTCP");
	CHECK_EQ(found_in("func f() -> UDPServer:\n\tpass", NetworkText::SCRIPT, 1), "UDPServer");
	CHECK_EQ(found_in("f(TCPServer, x is UPNP)", NetworkText::SCRIPT, 1), "TCPServer");
	CHECK_EQ(found_in("if a == IP:\n\tpass", NetworkText::SCRIPT, 1), "IP");
	CHECK_EQ(found_in("var a = r\"\\\"\nvar b = TCPServer.new()\n", NetworkText::SCRIPT, 2), "TCPServer");
	CHECK_EQ(found_in("var x = $\"a#b\"\nvar b = TCPServer.new()\n", NetworkText::SCRIPT, 2), "TCPServer");
	CHECK_EQ(found_in("$", NetworkText::SCRIPT, 0), "");
	CHECK_EQ(found_in("f(\"", NetworkText::SCRIPT, 0), "");
	CHECK_EQ(found_in("instantiate(\"", NetworkText::SCRIPT, 0), "");
}

TEST_CASE("[Export][NetworkUse] Of scenes only types count, and scripts inside") {
	CHECK_EQ(found_in("[gd_scene format=3]\n[node name=\"IP\" type=\"Label\"]\n", NetworkText::SCENE, 0), "");
	CHECK_EQ(found_in("[node name=\"L\" type=\"Label\"]\ntext = \"Your IP address\n[node type=\\\"HTTPRequest\\\"]\n\"\n", NetworkText::SCENE, 0), "");
	CHECK_EQ(found_in("[node name=\"L\" parent=\"HTTPRequest\" type=\"Label\"]\ntype = \"HTTPRequest\"", NetworkText::SCENE, 0), "");
	CHECK_EQ(found_in("[gd_scene format=3]\n\n[node name=\"L\" type=\"Label\"]\ntext = \"a\nb\"\n\n[node name=\"H\" type=\"HTTPRequest\" parent=\".\"]\n", NetworkText::SCENE, 7), "HTTPRequest");
	CHECK_EQ(found_in("[sub_resource type=\"GDScript\" id=\"1\"]\nscript/source = \"extends Node\n# \\\"IP\\\"\nvar s = TCPServer.new()\n\"\n", NetworkText::SCENE, 4), "TCPServer");
	CHECK_EQ(found_in("[sub_resource type=\"GDScript\" id=\"1\"]\nscript/source = \"extends Node\nvar s = \\\"TCPServer\\\"\n\"\n", NetworkText::SCENE, 0), "");
	CHECK_EQ(found_in("[node type=\"", NetworkText::SCENE, 0), "");
	CHECK_EQ(found_in("x\\\"", NetworkText::SCENE, 0), "");
	CHECK_EQ(found_in("IP Label HTTPRequest", NetworkText::BINARY, 1), "HTTPRequest");
	CHECK_EQ(found_in("IP Label", NetworkText::BINARY, 0), "");
}

} // namespace TestNetworkUse
