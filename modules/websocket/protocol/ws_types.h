// Words that every part of the WebSocket module shares: roles, close codes, verdicts, reasons of failure.
#pragma once

#include "core/typedefs.h"

enum class WSRole : uint8_t {
	CLIENT, // Masks what it sends, RFC 6455 §5.3.
	SERVER,
};

enum class WSMessageType : uint8_t {
	TEXT,
	BINARY,
};

// What became of a message handed over for sending.
enum class WSSendResult : uint8_t {
	SENT, // The system has all of it.
	QUEUED, // Part or all waits in memory until the network takes it.
	DROPPED, // Not sent, as WSSlowPolicy::DROP_MESSAGE wants it.
	REFUSED, // Not accepted: the outbound limit would be exceeded, or the connection is not open.
};

// What is done about a message that would exceed the outbound limit.
enum class WSSlowPolicy : uint8_t {
	REFUSE_MESSAGE, // The sender is told.
	DROP_MESSAGE, // The sender goes on as if it were sent.
	DISCONNECT, // The connection is cut.
};

// Close codes, RFC 6455 §7.4.1 and the IANA registry.
enum WSCloseCode {
	WS_CLOSE_UNCLEAN = -1, // No close frame arrived. Never on the wire.
	WS_CLOSE_NO_CODE = 0, // A close frame without a code arrived. Never on the wire.
	WS_CLOSE_NORMAL = 1000,
	WS_CLOSE_GOING_AWAY = 1001,
	WS_CLOSE_PROTOCOL_ERROR = 1002,
	WS_CLOSE_UNSUPPORTED_DATA = 1003,
	WS_CLOSE_INVALID_PAYLOAD = 1007,
	WS_CLOSE_POLICY_VIOLATION = 1008,
	WS_CLOSE_MESSAGE_TOO_BIG = 1009,
	WS_CLOSE_MISSING_EXTENSION = 1010,
	WS_CLOSE_INTERNAL_ERROR = 1011,
	WS_CLOSE_SERVICE_RESTART = 1012,
	WS_CLOSE_TRY_AGAIN_LATER = 1013,
	WS_CLOSE_BAD_GATEWAY = 1014,
};

// Why a connection failed, whichever layer found it. WebSocketPeer binds these under the same numbers.
enum class WSError : uint8_t {
	NONE,
	RESOLVE, // The host name has no address.
	CONNECT, // No address accepted a TCP connection.
	TLS, // The TLS handshake failed or the certificate is not trusted.
	HTTP_STATUS, // The server answered the handshake with another status than 101.
	HANDSHAKE, // The other side's handshake is malformed or does not prove that it speaks WebSocket.
	SUBPROTOCOL, // No sub-protocol in common.
	TIMEOUT, // The handshake took longer than handshake_timeout.
	PROTOCOL, // A frame broke RFC 6455.
	INVALID_TEXT, // A text message was not UTF-8.
	MESSAGE_TOO_BIG, // A message was longer than the receiver's limit.
	CONNECTION_LOST, // TCP ended without a close frame.
	CLOSE_TIMEOUT, // The other side did not answer our close frame in time.
	HEARTBEAT, // The other side answered no ping.
	INVALID_COMPRESSION, // A compressed message was no deflate data.
	PROXY, // The proxy could not be reached, or does not let us through.
	REDIRECT, // The server sent us on, and we do not follow there.
	TOO_SLOW, // It took less than was sent to it (WSSlowPolicy::DISCONNECT).
	TOO_MANY_MESSAGES, // It sent more than the server allows.
	PERMISSION, // The system does not let this program use the network.
	MAX,
};

// The connection broke: nobody ended it, and nobody broke a rule.
constexpr bool ws_is_lost(int p_close_code, WSError p_error) {
	return p_close_code == WS_CLOSE_UNCLEAN && (p_error == WSError::CONNECTION_LOST || p_error == WSError::HEARTBEAT);
}

namespace WSLimits {
constexpr int MAX_CONTROL_PAYLOAD = 125; // RFC 6455 §5.5.
constexpr int MAX_CLOSE_REASON = MAX_CONTROL_PAYLOAD - 2; // Bytes of UTF-8.
constexpr int MAX_HEAD_BYTES = 8192; // Of an opening handshake, either direction.
constexpr uint32_t MAX_PROTOCOLS = 100; // Sub-protocols that a client may offer.
} // namespace WSLimits

// Codes an endpoint may put into a close frame: 1004-1006 and 1015 are reserved, the rest below 3000 is not assigned.
constexpr bool ws_is_close_code_valid(int p_code) {
	return (p_code >= 1000 && p_code <= 1003) || (p_code >= 1007 && p_code <= 1014) || (p_code >= 3000 && p_code <= 4999);
}

// Fills p_into with unpredictable bytes (masks and handshake keys must come from a strong source, RFC 6455 §10.3).
using WSRandomFill = void (*)(uint8_t *p_into, int p_size);
