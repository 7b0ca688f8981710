// StreamPeerUDS: a stream within this machine over a Unix domain socket, made by us or taken from a UDSServer.
#pragma once

#include "core/io/stream_peer_socket.h"

class StreamPeerUDS : public StreamPeerSocket {
	GDCLASS(StreamPeerUDS, StreamPeerSocket);

public:
	Error bind(const String &p_path); // Gives our end a name of its own.
	// ERR_FILE_NOT_FOUND when nobody listens under that name; otherwise as StreamPeerTCP::connect_to_host().
	Error connect_to_host(const String &p_path);
	void accept_socket(NetSocket &&p_socket, const String &p_path); // Takes over a connected socket.
	String get_connected_path() const { return peer_path; }
	void disconnect_from_host() override;

	~StreamPeerUDS() override;

protected:
	static void _bind_methods();
	void let_go() override { disconnect_from_host(); }
	void _poll_connecting() override;

private:
	String peer_path;
};
