// A WebSocket echo (or broadcast) server in C++ on the module's server core: the module's own speed, without scripts.
// Usage: ws_echo PORT [echo|broadcast|singly]: to all with one frame, or with one for each. Serves 127.0.0.1 until SIGTERM or SIGINT.
#include "core/io/network_turn.h"
#include "core/io/socket_poller.h"
#include "modules/websocket/server/ws_server_core.h"
#include "platform/linux/os_linux.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

volatile sig_atomic_t ending = 0;

void on_end_signal(int) {
	ending = 1;
}

class Echo : public WSServerHandler {
public:
	WSServerCore core;
	enum Mode {
		ECHO,
		BROADCAST,
		SINGLY,
	};
	Mode mode = ECHO;

	Echo() :
			core(this) {}

	void client_opened(WSServerClient *) override {}
	void client_messages(WSServerClient *, int) override {}
	void client_close_requested(WSServerClient *) override {}
	void client_closed(WSServerClient *) override {}
	bool take_message(WSServerClient *p_client, WSMessageType p_type, Span<uint8_t> p_data) override {
		if (mode == ECHO) {
			p_client->send(p_type, p_data);
			return true;
		}
		if (mode == BROADCAST) {
			WSBroadcast message(p_type, p_data);
			int count = 0;
			core.send_to_all(message, 0, count);
			return true;
		}
		for (WSServerClient *client : core.get_clients()) {
			client->send(p_type, p_data);
		}
		return true;
	}
};

} // namespace

int main(int p_argc, char **p_argv) {
	if (p_argc < 2) {
		fprintf(stderr, "usage: ws_echo PORT [echo|broadcast|singly]\n");
		return 2;
	}
	OS_Linux os;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGTERM, on_end_signal);
	signal(SIGINT, on_end_signal);
	{
		Echo echo;
		const char *const mode = p_argc > 2 ? p_argv[2] : "echo";
		echo.mode = strcmp(mode, "broadcast") == 0 ? Echo::BROADCAST : (strcmp(mode, "singly") == 0 ? Echo::SINGLY : Echo::ECHO);
		echo.core.settings.inbound_buffer_size = 16 * 1024 * 1024;
		echo.core.settings.outbound_buffer_size = 64 * 1024 * 1024;
		if (echo.core.listen(atoi(p_argv[1]), "127.0.0.1", Ref<TLSOptions>()) != OK) {
			return 1;
		}
		// As the engine's main loop does it: turns take, answer and reply; a poll follows when there is news for the handler, and for deadlines.
		constexpr int64_t LONGEST_SLEEP = 50; // Milliseconds.
		int64_t poll_at = 0;
		while (!ending) {
			NetworkTurn::wait(NetworkTurn::has_work() || NetworkTurn::has_news() ? 0 : LONGEST_SLEEP * 1000);
			NetworkTurn::run();
			const int64_t now = int64_t(os.get_ticks_msec());
			if (NetworkTurn::has_news() || now >= poll_at) {
				NetworkTurn::clear_news();
				echo.core.poll(now);
				poll_at = now + LONGEST_SLEEP;
			}
		}
	}
	SocketPoller::destroy_main();
	return 0;
}
