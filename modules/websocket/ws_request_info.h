// What a client's opening handshake says, in texts that outlive the connection.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"

struct WSRequestInfo {
	String target; // Path and query as they came.
	String host;
	String origin; // Empty when none was sent.
	String address;
	Vector<String> headers; // "Name: value".
	Vector<String> protocols; // In the client's order of preference.
	int port = 0;
	bool is_secure = false; // TLS.
};
