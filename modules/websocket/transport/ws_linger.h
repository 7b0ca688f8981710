// Connections that nobody holds any more, until their last words have left.
#pragma once

#include "core/typedefs.h"

class WSConnection;

// What was accepted for sending is delivered, and the closing handshake ends in order, although the script has let go of its peer or
// stopped its server. The main loop's network turns serve them; deadlines are those of the closing (WSLink).
class WSLinger {
public:
	static constexpr uint32_t MAX_CONNECTIONS = 16384; // More than this are cut off.

	// Takes ownership, from any thread. The connection's owner and settings need not live on. p_longest: milliseconds after which it is cut
	// off although there is progress; -1: never.
	static void take(WSConnection *p_connection, int64_t p_longest = -1);
	// Looks at deadlines now and then; costs nothing while there is nobody. Main thread.
	static void tidy(int64_t p_now);
	static uint32_t get_count();
	// At the end of the program: waits for what is still leaving, EXIT_TIME at most, and cuts off who is left.
	static void end_all();
	static constexpr int64_t EXIT_TIME = 3000; // Milliseconds.

private:
	struct Entry;
	struct List;

	static List &_get_list();
};
