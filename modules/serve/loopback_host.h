// The names under which this machine is asked for by itself.
#pragma once

#include <string>
#include <string_view>

// p_host as a request of HTTP has it. A name that somebody else's page leads here by is none of these.
inline bool is_loopback_host(std::string_view p_host, int p_port) {
	for (const char *name : { "127.0.0.1", "localhost" }) {
		if (p_host == std::string(name) + ":" + std::to_string(p_port) || (p_port == 80 && p_host == name)) {
			return true;
		}
	}
	return false;
}
