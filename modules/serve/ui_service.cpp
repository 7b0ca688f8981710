// The page, its WebSocket, and who may have them.
#include "modules/serve/ui_service.h"

#include "core/crypto/crypto.h"
#include "core/os/memory.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "modules/serve/loopback_host.h"
#include "modules/serve/pages.h"
#include "modules/websocket/protocol/ws_handshake.h"

namespace {

constexpr int TOKEN_BYTES = 16;
constexpr int MAX_EVENT_BYTES = int(ControlStream::MAX_EVENT_LENGTH) * 4;

// In a time that tells nothing of where they differ.
bool is_equal(std::string_view p_one, std::string_view p_other) {
	if (p_one.size() != p_other.size()) {
		return false;
	}
	uint8_t difference = 0;
	for (size_t i = 0; i < p_one.size(); i++) {
		difference |= uint8_t(p_one[i] ^ p_other[i]);
	}
	return difference == 0;
}

struct PageFile {
	std::string_view path;
	std::string_view type;
	const std::string_view *content;
};
const PageFile FILES[] = {
	{ "/", "text/html; charset=utf-8", &serve_page_html },
	{ "/page.js", "text/javascript; charset=utf-8", &serve_page_script },
	{ "/control_viewer.js", "text/javascript; charset=utf-8", &serve_control_viewer },
};
constexpr const char *HEADERS = "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
								"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src 'self' ws:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n";

} // namespace

Service *UIService::start(SceneTree *p_tree, int p_port) {
	UIService *service = memnew(UIService(p_tree));
	const Vector<uint8_t> secret = Ref<Crypto>(Crypto::create())->generate_random_bytes(TOKEN_BYTES);
	service->token = String::hex_encode_buffer(secret.ptr(), int(secret.size())).utf8().get_data();
	service->core.settings.max_message_size = MAX_EVENT_BYTES;
	service->core.settings.inbound_buffer_size = MAX_EVENT_BYTES * 2;
	service->core.settings.outbound_buffer_size = 0; // send_commands() looks after it.
	if (secret.size() != TOKEN_BYTES || service->core.listen(p_port, "127.0.0.1", Ref<TLSOptions>()) != OK) {
		print_error("estragon: --serve-ui cannot listen on port " + itos(p_port) + " of 127.0.0.1; another program may have it. --port 0 takes any.");
		memdelete(service);
		return nullptr;
	}
	print_line("The program's controls are shown at http://127.0.0.1:" + itos(service->core.get_local_port()) + "/" + String(service->token.c_str()) + "/");
	return service;
}

UIService::~UIService() {
	end_viewer();
	core.stop();
}

void UIService::end_viewer() {
	viewer = 0;
	if (stream) {
		memdelete(stream);
		stream = nullptr;
	}
}

void UIService::poll() {
	core.poll(int64_t(OS::get_singleton()->get_ticks_msec()));
	send_commands();
}

void UIService::send_commands() {
	WSServerClient *client = viewer ? core.find_client(viewer) : nullptr;
	if (!client || !stream->has_commands()) {
		return;
	}
	const CharString text = stream->take_commands().utf8();
	if (client->get_buffered_amount() > MAX_UNSENT) {
		static constexpr char REASON[] = "Too slow.";
		end_viewer();
		core.close_client(client, CODE_TOO_SLOW, Span<uint8_t>(reinterpret_cast<const uint8_t *>(REASON), sizeof(REASON) - 1), int64_t(OS::get_singleton()->get_ticks_msec()));
		return;
	}
	client->send(WSMessageType::TEXT, Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.get_data()), uint64_t(text.length())));
}

bool UIService::takes_host(std::string_view p_host) const {
	return is_loopback_host(p_host, core.get_local_port());
}

bool UIService::strip_token(std::string_view p_target, std::string_view &r_path) const {
	if (p_target.size() < token.size() + 2 || p_target[0] != '/' || !is_equal(p_target.substr(1, token.size()), token)) {
		return false;
	}
	r_path = p_target.substr(1 + token.size());
	return true;
}

WSVerdict UIService::judge_client(WSServerClient *p_client) {
	const WSRequest &request = p_client->get_request().get_request();
	std::string_view path;
	if (!takes_host(request.host) || request.origin != "http://" + std::string(request.host)) {
		return { 403, "Only the program's own page may connect." };
	}
	if (!strip_token(request.target, path) || path != "/events") {
		return { 404, "There is nothing here. Use the address that the program printed." };
	}
	return WSVerdict();
}

bool UIService::answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) {
	const WSRequest &request = p_client->get_request().get_request();
	r_answer.headers = HEADERS;
	r_answer.head_only = request.method == "HEAD";
	std::string_view path;
	if (request.method != "GET" && request.method != "HEAD") {
		return false;
	}
	if (takes_host(request.host) && strip_token(request.target, path)) {
		for (const PageFile &file : FILES) {
			if (path == file.path) {
				r_answer.headers.append("Content-Type: ").append(file.type).append("\r\n");
				r_answer.text = *file.content;
				return true;
			}
		}
	}
	r_answer.status = 404;
	r_answer.headers += "Content-Type: text/plain; charset=utf-8\r\n";
	r_answer.text = "There is nothing here. Use the address that the program printed.\n";
	return true;
}

void UIService::client_opened(WSServerClient *p_client) {
	if (WSServerClient *before = viewer ? core.find_client(viewer) : nullptr) {
		static constexpr char REASON[] = "Shown elsewhere.";
		core.close_client(before, CODE_TAKEN_OVER, Span<uint8_t>(reinterpret_cast<const uint8_t *>(REASON), sizeof(REASON) - 1), int64_t(OS::get_singleton()->get_ticks_msec()));
	}
	end_viewer();
	viewer = p_client->get_id();
	stream = memnew(ControlStream(tree));
}

// What an event runs may do anything, but polling this service: a viewer goes in a poll alone.
void UIService::client_messages(WSServerClient *p_client, int p_count) {
	for (int i = 0; i < p_count && p_client->get_queued_count() > 0; i++) {
		const WSPacketQueue::Packet packet = p_client->take_packet();
		if (p_client->get_id() == viewer) {
			stream->take_event(String::utf8(reinterpret_cast<const char *>(packet.data.ptr()), int64_t(packet.data.size())));
		}
	}
}

void UIService::client_closed(WSServerClient *p_client) {
	if (p_client->get_id() == viewer) {
		end_viewer();
	}
}
