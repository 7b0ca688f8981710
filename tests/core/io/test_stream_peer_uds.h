// Streams by path.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_system.h"
#include "core/io/uds_server.h"
#include "tests/support/loopback.h"
#include "tests/test_macros.h"

TEST_CASE("[IO][StreamPeerUDS] Both ends talk over a path, and the server removes it") {
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String path = folder->get_current_dir().path_join("s");
	Ref<UDSServer> server;
	server.instantiate();
	REQUIRE_EQ(server->listen(path), OK);
	Ref<StreamPeerUDS> client;
	client.instantiate();
	REQUIRE_EQ(client->connect_to_host(path), OK);
	CHECK_EQ(client->get_connected_path(), path);
	Ref<StreamPeerUDS> accepted;
	REQUIRE(wait_for(client->get_socket(), SocketPoller::EVENT_READABLE, [&]() {
		client->poll();
		accepted = server->take_connection();
		return accepted.is_valid();
	}));
	CHECK_EQ(client->get_status(), StreamPeerUDS::STATUS_CONNECTED);
	client->put_utf8_string("unix");
	CHECK_EQ(accepted->get_utf8_string(), "unix");
	accepted->disconnect_from_host();
	CHECK(wait_for(client->get_socket(), SocketPoller::EVENT_READABLE, [&]() {
		client->poll();
		return client->get_status() == StreamPeerUDS::STATUS_NONE;
	}));
	server->stop();
	CHECK_EQ(FileSystem::get_kind(path), FileSystem::KIND_NONE);
}

TEST_CASE("[IO][UDSServer] A name that is taken, too long or absent is an error of its own") {
	ExpectErrors quiet;
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String path = folder->get_current_dir().path_join("s");
	Ref<UDSServer> server;
	Ref<UDSServer> second;
	server.instantiate();
	second.instantiate();
	REQUIRE_EQ(server->listen(path), OK);
	CHECK_EQ(server->listen(path), ERR_ALREADY_IN_USE);
	CHECK_EQ(second->listen(path), ERR_ALREADY_IN_USE);
	CHECK_EQ(second->listen(path + String("x").repeat(200)), ERR_INVALID_PARAMETER);
	CHECK_EQ(second->listen(""), ERR_INVALID_PARAMETER);
	Ref<StreamPeerUDS> client;
	client.instantiate();
	CHECK_EQ(client->connect_to_host(path + "none"), ERR_FILE_NOT_FOUND);
	CHECK_EQ(client->connect_to_host(""), ERR_INVALID_PARAMETER);
}
