// Static files with the headers of isolated pages, and of nothing kept by the browser: who serves a folder so is about to change it.
#include "modules/serve/folder_service.h"

#include "core/io/file_system.h"
#include "core/os/memory.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "modules/serve/loopback_host.h"
#include "modules/websocket/protocol/ws_handshake.h"

void FolderService::poll() {
	core.poll(int64_t(OS::get_singleton()->get_ticks_msec()));
}

bool FolderService::answer_request(WSServerClient *p_client, WSHttpAnswer &r_answer) {
	const WSRequest &request = p_client->get_request().get_request();
	if (!is_loopback_host(request.host, core.get_local_port())) {
		r_answer.status = 403;
		r_answer.headers = "Content-Type: text/plain; charset=utf-8\r\n";
		r_answer.head_only = request.method == "HEAD";
		r_answer.text = "This folder is served under the names 127.0.0.1 and localhost alone.\n";
		return true;
	}
	return WSStaticFiles::answer(core.get_policy().files, request.method, request.target, p_client->get_request().get_head(), r_answer);
}

Service *FolderService::start(const String &p_folder, int p_port) {
	const String folder = p_folder.is_absolute_path() ? p_folder.simplify_path() : OS::get_singleton()->get_working_dir().path_join(p_folder).simplify_path();
	if (FileSystem::get_kind(folder) != FileSystem::KIND_FOLDER) {
		print_error("estragon: --serve needs a folder; \"" + p_folder + "\" is none.");
		return nullptr;
	}
	FolderService *service = memnew(FolderService);
	WSServerSettings policy;
	policy.files.folders.push_back(WSStaticFolder{ "/", folder });
	policy.files.headers.push_back("Cache-Control: no-cache");
	policy.files.is_isolated = true;
	service->core.set_policy(policy);
	if (service->core.listen(p_port, "127.0.0.1", Ref<TLSOptions>()) != OK) {
		print_error("estragon: --serve cannot listen on port " + itos(p_port) + " of 127.0.0.1; another program may have it. --port 0 takes any.");
		memdelete(service);
		return nullptr;
	}
	const String page = FileSystem::get_kind(folder + "/index.html") == FileSystem::KIND_FILE ? "" : " (it has no index.html)";
	print_line("Serving " + folder + page + " at http://127.0.0.1:" + itos(service->core.get_local_port()) + "/");
	return service;
}
