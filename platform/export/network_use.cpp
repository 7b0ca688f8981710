// The words of a file against the names of classes: see the header.
#include "platform/export/network_use.h"

#include "core/io/file_access.h"
#include "platform/export/exporter.h"

#include <cstring>

static const char *const NETWORK_CLASSES[] = {
	"DTLSServer", "ENetConnection", "ENetMultiplayerPeer", "HTTPClient", "HTTPRequest", "IP", "PacketPeerDTLS", "PacketPeerUDP", "StreamPeerTCP", "StreamPeerTLS",
	"TCPServer", "UDPServer", "UPNP", "WebRTCMultiplayerPeer", "WebRTCPeerConnection", "WebSocketClient", "WebSocketMultiplayerPeer", "WebSocketPeer", "WebSocketServer"
};
static constexpr int64_t MAX_SCANNED_BYTES = 64 * 1024 * 1024;

static bool is_word(uint8_t p_character) {
	return (p_character >= 'a' && p_character <= 'z') || (p_character >= 'A' && p_character <= 'Z') || (p_character >= '0' && p_character <= '9') || p_character == '_' || p_character >= 0x80;
}

static const char *find_class(const uint8_t *p_word, uint64_t p_length) {
	for (const char *name : NETWORK_CLASSES) {
		if (strlen(name) == p_length && memcmp(name, p_word, p_length) == 0) {
			return name;
		}
	}
	return nullptr;
}

// Past a string of a script: p_at is its first quote. Returns where it ends, and counts its lines.
static uint64_t skip_string(Span<uint8_t> p_text, uint64_t p_at, int &r_line) {
	const uint8_t quote = p_text[p_at];
	const bool is_long = p_at + 2 < p_text.size() && p_text[p_at + 1] == quote && p_text[p_at + 2] == quote;
	uint64_t at = p_at + (is_long ? 3 : 1);
	while (at < p_text.size()) {
		if (p_text[at] == '\\') {
			at += 2;
			continue;
		}
		if (p_text[at] == '\n') {
			if (!is_long) {
				return at; // Not closed: the compiler complains, not we.
			}
			r_line++;
		}
		if (p_text[at] == quote && (!is_long || (at + 2 < p_text.size() && p_text[at + 1] == quote && p_text[at + 2] == quote))) {
			return at + (is_long ? 3 : 1);
		}
		at++;
	}
	return p_text.size();
}

const char *find_network_class(Span<uint8_t> p_text, bool p_is_script, int &r_line) {
	r_line = 1;
	for (uint64_t i = 0; i < p_text.size();) {
		const uint8_t character = p_text[i];
		if (p_is_script && character == '#') {
			while (i < p_text.size() && p_text[i] != '\n') {
				i++;
			}
		} else if (p_is_script && (character == '"' || character == '\'')) {
			i = skip_string(p_text, i, r_line);
		} else if (is_word(character)) {
			const uint64_t begin = i;
			while (i < p_text.size() && is_word(p_text[i])) {
				i++;
			}
			if (const char *name = find_class(p_text.ptr() + begin, i - begin)) {
				return name;
			}
		} else {
			r_line += character == '\n' ? 1 : 0;
			i++;
		}
	}
	return nullptr;
}

NetworkUse ExportTools::find_network_use(const Vector<String> &p_files) {
	for (const String &path : p_files) {
		const String extension = path.get_extension().to_lower();
		const bool is_script = extension == "gd";
		if ((!is_script && extension != "tscn" && extension != "tres" && extension != "scn" && extension != "res") || FileAccess::get_size(path) > MAX_SCANNED_BYTES) {
			continue;
		}
		NetworkUse use;
		const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(path);
		if (const char *name = find_network_class(bytes.span(), is_script, use.line)) {
			use.file = path;
			use.class_name = name;
			return use;
		}
	}
	return NetworkUse();
}
