// The budget of handshakes.
#include "modules/mbedtls/tls/tls_budget.h"

#include "core/io/network_turn.h"
#include "core/os/os.h"

namespace {

struct Share {
	uint64_t turn = 0;
	uint64_t began = 0;
	uint64_t spent = 0;
};

thread_local Share share;

} // namespace

bool TLSBudget::may_go_on() {
	const uint64_t turn = NetworkTurn::get_count();
	const uint64_t now = OS::get_singleton()->get_ticks_usec();
	if (turn != share.turn || now - share.began > LONGEST_TURN_USEC) {
		share.turn = turn;
		share.began = now;
		share.spent = 0;
	}
	return share.spent < TURN_USEC;
}

void TLSBudget::spend(uint64_t p_usec) {
	share.spent += p_usec;
}
