// FolderService: --serve DIR: the files of a folder over HTTP on this machine, as pages of exports need them.
#pragma once

#include "core/main/service.h"
#include "modules/websocket/server/ws_server_core.h"

class FolderService final : public Service, private WSServerHandler {
	WSServerCore core;

	FolderService() :
			core(this) {}

	// WSServerHandler
	void client_opened(WSServerClient *p_client) override {}
	void client_messages(WSServerClient *p_client, int p_count) override {}
	void client_close_requested(WSServerClient *p_client) override {}
	void client_closed(WSServerClient *p_client) override {}
	WSVerdict judge_client(WSServerClient *p_client) override { return { 404, "There is no WebSocket here." }; }
	bool answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) override;

public:
	void poll() override;
	static Service *start(const String &p_folder, int p_port); // Prints the address. Null: said why.
};
