// Names of what is counted, and the counters as text.
#include "modules/websocket/server/ws_server_stats.h"

#include <cstdio>

static const char *const REFUSAL_NAMES[] = {
#define WS_REFUSAL(m_name, m_text) m_text,
	WS_REFUSALS(WS_REFUSAL)
#undef WS_REFUSAL
};

const char *ws_get_refusal_name(WSRefusal p_refusal) {
	return p_refusal < WSRefusal::MAX ? REFUSAL_NAMES[int(p_refusal)] : "none";
}

const char *ws_get_failure_name(WSError p_error) {
	switch (p_error) {
		case WSError::NONE:
			return "none";
		case WSError::PROTOCOL:
			return "protocol";
		case WSError::INVALID_TEXT:
			return "invalid_text";
		case WSError::MESSAGE_TOO_BIG:
			return "message_too_big";
		case WSError::CONNECTION_LOST:
			return "connection_lost";
		case WSError::CLOSE_TIMEOUT:
			return "close_timeout";
		case WSError::HEARTBEAT:
			return "heartbeat";
		case WSError::INVALID_COMPRESSION:
			return "invalid_compression";
		case WSError::TOO_SLOW:
			return "too_slow";
		case WSError::TOO_MANY_MESSAGES:
			return "too_many_messages";
		default:
			return "other";
	}
}

namespace {

class Metrics {
public:
	std::string text;

	void describe(const char *p_name, const char *p_type, const char *p_help) {
		text.append("# HELP websocket_").append(p_name).append(" ").append(p_help).append("\n# TYPE websocket_").append(p_name).append(" ").append(p_type).append("\n");
	}
	void value(const char *p_name, uint64_t p_value, const char *p_label = nullptr, const char *p_label_value = nullptr) {
		char number[32];
		snprintf(number, sizeof(number), " %llu\n", static_cast<unsigned long long>(p_value));
		text.append("websocket_").append(p_name);
		if (p_label) {
			text.append("{").append(p_label).append("=\"").append(p_label_value).append("\"}");
		}
		text.append(number);
	}
	void counter(const char *p_name, const char *p_help, uint64_t p_value) {
		describe(p_name, "counter", p_help);
		value(p_name, p_value);
	}
	void gauge(const char *p_name, const char *p_help, uint64_t p_value) {
		describe(p_name, "gauge", p_help);
		value(p_name, p_value);
	}
};

} // namespace

std::string ws_write_metrics(const WSServerStats &p_stats) {
	Metrics metrics;
	const WSTraffic &traffic = p_stats.traffic;
	metrics.gauge("clients", "Open connections.", p_stats.clients);
	metrics.gauge("handshakes", "Connections that are no WebSockets yet.", p_stats.handshakes);
	metrics.gauge("queued_packets", "Messages received and not read.", p_stats.queued_packets);
	metrics.gauge("buffered_bytes", "Bytes accepted for sending that the network has not taken.", p_stats.buffered_bytes);
	metrics.gauge("largest_buffer_bytes", "Of them, the most for one client.", p_stats.largest_buffer);
	metrics.counter("clients_accepted_total", "Handshakes that succeeded.", p_stats.clients_accepted);
	metrics.counter("http_requests_total", "Requests answered in plain HTTP.", p_stats.requests_answered);
	metrics.counter("messages_received_total", "Messages from clients.", traffic.messages_in);
	metrics.counter("messages_sent_total", "Messages accepted for sending.", traffic.messages_out);
	metrics.counter("messages_dropped_total", "Messages not sent because their client is slow.", traffic.messages_dropped);
	metrics.counter("payload_received_bytes_total", "Bytes of received messages, decompressed.", traffic.payload_in);
	metrics.counter("payload_sent_bytes_total", "Bytes of sent messages before compression.", traffic.payload_out);
	metrics.counter("framed_sent_bytes_total", "The same compressed and framed.", traffic.framed_out);
	metrics.counter("received_bytes_total", "All bytes from the network.", traffic.bytes_in);
	metrics.counter("sent_bytes_total", "All bytes that the network took.", traffic.bytes_out);
	metrics.describe("refused_total", "counter", "Connections that were not let in, by reason.");
	for (int i = 0; i < WSServerStats::REFUSALS; i++) {
		metrics.value("refused_total", p_stats.refused[i], "reason", ws_get_refusal_name(WSRefusal(i)));
	}
	metrics.describe("closed_total", "counter", "Clients that ended, by reason; \"none\" for those that ended in order.");
	uint64_t others = 0;
	for (int i = 0; i < WSServerStats::FAILURES; i++) {
		const char *name = ws_get_failure_name(WSError(i));
		if (std::string_view(name) == "other") {
			others += p_stats.failed[i];
		} else {
			metrics.value("closed_total", p_stats.failed[i], "reason", name);
		}
	}
	metrics.value("closed_total", others, "reason", "other");
	return metrics.text;
}
