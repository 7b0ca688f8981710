// UIService: --serve-ui: a page on this machine that shows the program's controls (ControlStream) and is used in place of a window.
#pragma once

#include "core/main/service.h"
#include "core/scene/gui/control_stream.h"
#include "modules/websocket/server/ws_server_core.h"

// It listens on the loopback address alone. Every path begins with a token that only who sees the program's output knows; other pages of the browser, even
// under names that lead here, are refused by their origin. One viewer at a time: a new one takes over. While there is none nothing is observed.
class UIService final : public Service, private WSServerHandler {
	static constexpr int64_t MAX_UNSENT = 16 * 1024 * 1024; // Bytes; a viewer that is further behind begins anew.
	static constexpr int CODE_TAKEN_OVER = 4001;
	static constexpr int CODE_TOO_SLOW = 4002;

	SceneTree *tree;
	WSServerCore core;
	std::string token;
	ControlStream *stream = nullptr; // While there is a viewer.
	int32_t viewer = 0; // 0: none.

	explicit UIService(SceneTree *p_tree) :
			tree(p_tree), core(this) {}

	bool takes_host(std::string_view p_host) const;
	// What stands behind the token; false: another token.
	bool strip_token(std::string_view p_target, std::string_view &r_path) const;
	void end_viewer();
	void send_commands();

	// WSServerHandler
	void client_opened(WSServerClient *p_client) override;
	void client_messages(WSServerClient *p_client, int p_count) override;
	void client_close_requested(WSServerClient *p_client) override {}
	void client_closed(WSServerClient *p_client) override;
	WSVerdict judge_client(WSServerClient *p_client) override;
	bool answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) override;

public:
	void poll() override;
	static Service *start(SceneTree *p_tree, int p_port); // Prints the address. Null: said why.
	~UIService() override;
};
