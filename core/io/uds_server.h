// UDSServer: listens on a Unix domain socket and hands out connections one by one.
#pragma once

#include "core/io/socket_server.h"
#include "core/io/stream_peer_uds.h"

class UDSServer : public SocketServer {
	GDCLASS(UDSServer, SocketServer);

public:
	// Makes the socket file; stop() removes it. ERR_ALREADY_IN_USE (this server listens already, or something of that name is there),
	// ERR_INVALID_PARAMETER (empty or too long), ERR_UNAUTHORIZED, ERR_CANT_CREATE; each with a message.
	Error listen(const String &p_path);
	void stop() override;
	Ref<StreamPeerUDS> take_connection(); // null when nobody waits.
	Ref<StreamPeerSocket> take_socket_connection() override { return take_connection(); }

	~UDSServer() override;

protected:
	static void _bind_methods();

private:
	String path; // Of the system.
};
