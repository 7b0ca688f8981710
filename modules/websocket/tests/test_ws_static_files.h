// Files over plain HTTP: paths that stay inside, ranges, validators, precompressed siblings; and certificates that change.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/http_codec.h"
#include "modules/websocket/server/ws_static_files.h"
#include "modules/websocket/tests/ws_test_net.h"
#include "modules/websocket/websocket_server.h"
#include "tests/test_macros.h"

namespace TestWSStaticFiles {

using namespace WSStaticFiles;

TEST_CASE("[WebSocket][StaticFiles] Paths are taken apart, and what would lead elsewhere is none") {
	Vector<String> names;
	CHECK(split_path("/a/b%20c//d.txt", names));
	CHECK_EQ(names, Vector<String>({ "a", "b c", "d.txt" }));
	for (const char *bad : { "/..", "/a/../b", "/%2e%2e/b", "/.%2E", "/.", "/a%2Fb", "/a%5Cb", "/a\\b", "/a%00b", "/a%0Ab", "/%", "/%4", "/%zz", "/%FF", "/%C0%AF", "/%7F" }) {
		CAPTURE(bad);
		Vector<String> none;
		CHECK_FALSE(split_path(bad, none));
	}
}

TEST_CASE("[WebSocket][StaticFiles] Ranges") {
	struct Case {
		const char *value;
		RangeResult result;
		int64_t first;
		int64_t length;
	};
	const Case cases[] = {
		{ "bytes=0-0", RANGE_GIVEN, 0, 1 },
		{ "bytes=0-", RANGE_GIVEN, 0, 1000 },
		{ "bytes=990-5000", RANGE_GIVEN, 990, 10 },
		{ "bytes=-5", RANGE_GIVEN, 995, 5 },
		{ "bytes=-5000", RANGE_GIVEN, 0, 1000 },
		{ "BYTES = 3-4", RANGE_GIVEN, 3, 2 },
		{ "bytes=1000-", RANGE_OUTSIDE, 0, 0 },
		{ "bytes=1000-1001", RANGE_OUTSIDE, 0, 0 },
		{ "bytes=-0", RANGE_OUTSIDE, 0, 0 },
		{ "bytes=5-4", RANGE_NONE, 0, 0 },
		{ "bytes=2000-1500", RANGE_NONE, 0, 0 },
		{ "bytes=0-1,5-6", RANGE_NONE, 0, 0 },
		{ "bytes=-", RANGE_NONE, 0, 0 },
		{ "bytes=a-b", RANGE_NONE, 0, 0 },
		{ "items=0-1", RANGE_NONE, 0, 0 },
		{ "bytes", RANGE_NONE, 0, 0 },
		{ "bytes=99999999999999999999-", RANGE_NONE, 0, 0 },
		{ "", RANGE_NONE, 0, 0 },
	};
	for (const Case &one : cases) {
		CAPTURE(one.value);
		int64_t first = 0;
		int64_t length = 0;
		CHECK(parse_range(one.value, 1000, first, length) == one.result);
		CHECK_EQ(first, one.first);
		CHECK_EQ(length, one.length);
	}
}

TEST_CASE("[WebSocket][StaticFiles] Tags, types and dates") {
	CHECK(has_tag("\"a\"", "\"a\""));
	CHECK(has_tag("\"x\", W/\"a\"", "\"a\""));
	CHECK(has_tag("*", "\"a\""));
	CHECK_FALSE(has_tag("\"ab\"", "\"a\""));
	CHECK_FALSE(has_tag("", "\"a\""));
	CHECK(get_mime_type("index.HTML") == "text/html; charset=utf-8");
	CHECK(get_mime_type("game.wasm") == "application/wasm");
	CHECK(get_mime_type("game.pck") == "application/octet-stream");
	CHECK(get_mime_type("none") == "application/octet-stream");
	CHECK(format_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}

// A folder with files, served under /; the answer to one request with all that would be sent.
struct Site {
	Ref<DirAccess> dir;
	String root;
	WSStaticSettings settings;

	Site() {
		dir = DirAccess::create_temp("ws_static");
		root = dir->get_current_dir();
		for (const char *folder : { "www", "www/sub", "www/.git", "secret" }) {
			dir->make_dir(folder);
		}
		write("www/index.html", "<p>start</p>");
		write("www/file.txt", "0123456789");
		write("www/sub/index.html", "sub");
		write("www/.git/config", "hidden");
		write("www/app.js", "plain");
		write("www/app.js.br", "BR");
		write("www/app.js.gz", "GZ");
		write("www/empty.bin", "");
		write("secret/key", "secret");
		dir->create_link(root.path_join("secret/key"), "www/out");
		dir->create_link("../secret", "www/outside");
		dir->create_link("file.txt", "www/inside.txt");
		dir->create_link("loop", "www/loop");
		settings.folders.push_back({ "/", root.path_join("www") });
	}
	~Site() {
		for (const char *link : { "www/out", "www/outside", "www/inside.txt", "www/loop" }) {
			dir->remove(link);
		}
	}
	void write(const char *p_name, const char *p_text) { FileAccess::save_text(root.path_join(p_name), p_text); }

	// "STATUS head-lines|body"
	std::string ask(const std::string &p_target, const std::string &p_fields = "", const std::string &p_method = "GET") const {
		HTTPHead head(8192);
		const std::string text = p_method + " " + p_target + " HTTP/1.1\r\nHost: x\r\n" + p_fields + "\r\n";
		int used = 0;
		if (head.feed(Span<uint8_t>(reinterpret_cast<const uint8_t *>(text.data()), text.size()), used) != HTTPHead::DONE) {
			return "malformed";
		}
		WSHttpAnswer answer;
		if (!WSStaticFiles::answer(settings, p_method, p_target, head, answer)) {
			return "not served";
		}
		std::string body = answer.text;
		if (answer.body) {
			std::string bytes(size_t(answer.length), '?');
			CHECK(answer.body->read(reinterpret_cast<uint8_t *>(&bytes[0]), int(answer.length)) == int(answer.length));
			body += bytes;
		}
		return std::to_string(answer.status) + " " + answer.headers + "|" + body;
	}
	int status(const std::string &p_target, const std::string &p_fields = "", const std::string &p_method = "GET") const { return atoi(ask(p_target, p_fields, p_method).c_str()); }
	std::string body(const std::string &p_target, const std::string &p_fields = "", const std::string &p_method = "GET") const {
		const std::string whole = ask(p_target, p_fields, p_method);
		return whole.substr(whole.find('|') + 1);
	}
	std::string field(const std::string &p_answer, const std::string &p_name) const {
		const size_t at = p_answer.find(p_name + ": ");
		const size_t begin = at + p_name.size() + 2;
		return at == std::string::npos ? "" : p_answer.substr(begin, p_answer.find("\r\n", begin) - begin);
	}
};

TEST_CASE("[WebSocket][StaticFiles] Files, folders and their start pages") {
	const Site site;
	CHECK(site.body("/file.txt?version=3") == "0123456789");
	CHECK(site.body("/") == "<p>start</p>");
	CHECK(site.body("/sub/") == "sub");
	CHECK(site.field(site.ask("/sub?a=b"), "Location") == "/sub/?a=b");
	CHECK(site.field(site.ask("//sub"), "Location") == "/sub/");
	CHECK(site.status("/sub") == 301);
	CHECK(site.status("/empty.bin") == 200);
	CHECK(site.body("/inside.txt") == "0123456789");
	CHECK(site.body("/file.txt", "", "HEAD") == "");
	CHECK(site.status("/file.txt", "", "POST") == 405);
	CHECK(site.status("/missing") == 404);
	CHECK(site.status("/file.txt/") == 404);
	CHECK(site.status("/file.txt/more") == 404);
}

TEST_CASE("[WebSocket][StaticFiles] Nothing outside of the folder is ever sent, nor what is hidden in it") {
	const Site site;
	for (const char *target : { "/../secret/key", "/sub/../../secret/key", "/%2e%2e/secret/key", "/..%2fsecret/key", "/..%5csecret/key", "/sub/..", "/out", "/outside/key", "/outside/", "/loop",
				 "/.git/config", "/%2egit/config", "/file.txt%00.html", "/\\..\\secret\\key", "//etc/passwd", "/etc/passwd", "/.", "/....//secret/key" }) {
		CAPTURE(target);
		const int status = site.status(target);
		CHECK((status == 400 || status == 404));
		CHECK(site.ask(target).find("secret\n") == std::string::npos);
	}
}

TEST_CASE("[WebSocket][StaticFiles] What the client has already is not sent again") {
	const Site site;
	const std::string answer = site.ask("/file.txt");
	const std::string tag = site.field(answer, "ETag");
	const std::string date = site.field(answer, "Last-Modified");
	CHECK(tag.size() > 3);
	CHECK(site.ask("/file.txt", "If-None-Match: \"other\", " + tag + "\r\n").substr(0, 4) == "304 ");
	CHECK(site.status("/file.txt", "If-None-Match: \"other\"\r\nIf-Modified-Since: " + date + "\r\n") == 200); // The tag counts.
	CHECK(site.status("/file.txt", "If-Modified-Since: " + date + "\r\n") == 304);
	CHECK(site.body("/file.txt", "If-None-Match: " + tag + "\r\n") == "");
}

TEST_CASE("[WebSocket][StaticFiles] Parts of a file") {
	const Site site;
	const std::string part = site.ask("/file.txt", "Range: bytes=2-4\r\n");
	CHECK(part.substr(0, 4) == "206 ");
	CHECK(site.field(part, "Content-Range") == "bytes 2-4/10");
	CHECK(site.body("/file.txt", "Range: bytes=2-4\r\n") == "234");
	CHECK(site.status("/file.txt", "Range: bytes=10-\r\n") == 416);
	CHECK(site.status("/file.txt", "Range: bytes=2-4\r\nIf-Range: \"other\"\r\n") == 200);
	CHECK(site.status("/file.txt", "Range: bytes=2-4\r\nIf-Range: " + site.field(part, "ETag") + "\r\n") == 206);
	CHECK(site.status("/empty.bin", "Range: bytes=0-\r\n") == 416);
}

TEST_CASE("[WebSocket][StaticFiles] Precompressed siblings go to those who take them, unless they are older") {
	const Site site;
	CHECK(site.body("/app.js") == "plain");
	CHECK(site.body("/app.js", "Accept-Encoding: gzip, deflate, br\r\n") == "BR");
	CHECK(site.body("/app.js", "Accept-Encoding: gzip\r\n") == "GZ");
	CHECK(site.body("/app.js", "Accept-Encoding: br;q=0, gzip;q=0.000\r\n") == "plain");
	const std::string packed = site.ask("/app.js", "Accept-Encoding: br\r\n");
	CHECK(site.field(packed, "Content-Encoding") == "br");
	CHECK(site.field(packed, "Content-Type") == "text/javascript; charset=utf-8");
	CHECK(site.field(packed, "Vary") == "Accept-Encoding");
	CHECK(site.field(site.ask("/app.js"), "Vary") == "Accept-Encoding");
	CHECK(site.field(packed, "ETag") != site.field(site.ask("/app.js"), "ETag"));
	CHECK(site.field(site.ask("/file.txt"), "Vary") == "");
}

TEST_CASE("[WebSocket][StaticFiles] Folders stand under prefixes of whole names, and pages can be isolated") {
	Site site;
	site.settings.folders.clear();
	site.settings.folders.push_back({ "/game/", site.root.path_join("www") });
	site.settings.folders.push_back({ "/game/sub/deep/", site.root.path_join("www/sub") });
	site.settings.headers = { "X-Mine: 1", "Cache-Control: max-age=60" };
	site.settings.is_isolated = true;
	CHECK(site.body("/game/file.txt") == "0123456789");
	CHECK(site.body("/game/sub/deep/index.html") == "sub");
	CHECK(site.status("/game") == 301);
	CHECK(site.ask("/gamefile.txt") == "not served");
	CHECK(site.ask("/file.txt") == "not served");
	const std::string answer = site.ask("/game/");
	CHECK(site.field(answer, "Cross-Origin-Opener-Policy") == "same-origin");
	CHECK(site.field(answer, "Cross-Origin-Embedder-Policy") == "require-corp");
	CHECK(site.field(answer, "X-Mine") == "1");
	CHECK(site.field(answer, "Cache-Control") == "max-age=60");
	CHECK(answer.find("no-cache") == std::string::npos);
}

// --- Certificates.

static void write_identity(const Ref<DirAccess> &p_dir, const String &p_name, const String &p_common_name) {
	Ref<Crypto> crypto(Crypto::create());
	const Ref<CryptoKey> key = crypto->generate_ec(256);
	const Ref<X509Certificate> certificate = crypto->generate_self_signed_certificate(key, "CN=" + p_common_name, "20140101000000", "20340101000000", { "localhost" });
	CHECK_EQ(key->save(p_dir->get_current_dir().path_join(p_name + ".key")), OK);
	CHECK_EQ(certificate->save(p_dir->get_current_dir().path_join(p_name + ".crt")), OK);
}

static Ref<WebSocketPeer> connect_trusting(const Ref<WebSocketServer> &p_server, const String &p_certificate) {
	Ref<X509Certificate> trusted(X509Certificate::create());
	trusted->load(p_certificate);
	Ref<WebSocketPeer> client;
	client.instantiate();
	client->connect_to_url("wss://localhost:" + itos(p_server->get_local_port()), TLSOptions::client(trusted));
	CHECK(WSTest::wait_until(
			[&]() {
				p_server->poll();
				client->poll();
			},
			[&]() { return client->get_ready_state() != WebSocketPeer::STATE_CONNECTING; }));
	return client;
}

TEST_CASE("[WebSocket][WebSocketServer] TLS in one call, and a new certificate for those who come while the others stay") {
	const Ref<DirAccess> dir = DirAccess::create_temp("ws_tls");
	const String path = dir->get_current_dir() + "/";
	write_identity(dir, "one", "first.test");
	write_identity(dir, "two", "second.test");
	dir->copy("one.key", path + "used.key");
	dir->copy("one.crt", path + "used.crt");
	Ref<WebSocketServer> server;
	server.instantiate();
	server->set_bind_ip("127.0.0.1");
	{
		ExpectErrors quiet;
		CHECK(server->listen_tls(0, path + "missing.key", path + "used.crt") != OK);
		CHECK(server->listen_tls(0, path + "two.key", path + "used.crt") != OK); // They do not belong together.
		CHECK_EQ(server->reload_certificate(), ERR_UNCONFIGURED);
		CHECK_FALSE(server->is_listening());
	}
	CHECK_EQ(server->listen_tls(0, path + "used.key", path + "used.crt"), OK);
	const Ref<WebSocketPeer> first = connect_trusting(server, path + "one.crt");
	CHECK_EQ(first->get_ready_state(), WebSocketPeer::STATE_OPEN);
	dir->copy("two.key", path + "used.key");
	{
		ExpectErrors quiet;
		CHECK(server->reload_certificate() != OK); // Half of it was replaced: the old one stays.
	}
	CHECK_EQ(connect_trusting(server, path + "one.crt")->get_ready_state(), WebSocketPeer::STATE_OPEN);
	dir->copy("two.crt", path + "used.crt");
	CHECK_EQ(server->reload_certificate(), OK);
	CHECK_EQ(connect_trusting(server, path + "two.crt")->get_ready_state(), WebSocketPeer::STATE_OPEN);
	CHECK_EQ(connect_trusting(server, path + "one.crt")->get_connection_error(), WebSocketPeer::CONNECTION_ERROR_TLS);
	first->send_text("still here");
	CHECK(WSTest::wait_until(
			[&]() {
				server->poll();
				first->poll();
			},
			[&]() { return int64_t(server->get_statistics()["messages_received"]) == 1; }));
	CHECK_EQ(first->get_ready_state(), WebSocketPeer::STATE_OPEN);
}

} // namespace TestWSStaticFiles
