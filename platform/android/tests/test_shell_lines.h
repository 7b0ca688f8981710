// What the Activity says, in any pieces, and what becomes of look-ups.
#pragma once

#include "core/variant/variant.h"
#include "platform/android/shell_lines.h"
#include "tests/test_macros.h"

#include <cstring>

namespace TestShellLines {

inline LocalVector<ShellOrder> &received() {
	static LocalVector<ShellOrder> orders;
	return orders;
}

inline void note(const ShellOrder &p_order) {
	received().push_back(p_order);
}

TEST_CASE("[Android][Shell] Lines are read from any pieces") {
	const char *text = "pause\nresume\naddresses 7 10.0.0.1 fd00::1\nfailed 8\nsomething new\nstop\n";
	const int length = int(strlen(text));
	for (int piece = 1; piece <= length; piece++) {
		received().clear();
		ShellLineReader reader;
		for (int at = 0; at < length; at += piece) {
			reader.feed(text + at, MIN(piece, length - at), note);
		}
		const LocalVector<ShellOrder> &orders = received();
		REQUIRE_EQ(orders.size(), 6);
		CHECK_EQ(orders[0].kind, ShellOrder::KIND_PAUSE);
		CHECK_EQ(orders[1].kind, ShellOrder::KIND_RESUME);
		CHECK_EQ(orders[2].number, 7);
		CHECK_EQ(orders[2].addresses.size(), 2);
		CHECK_EQ(orders[3].verdict, ERR_UNAVAILABLE);
		CHECK_EQ(orders[4].kind, ShellOrder::KIND_UNKNOWN);
		CHECK_EQ(orders[5].kind, ShellOrder::KIND_STOP);
	}
}

TEST_CASE("[Android][Shell] Lines that are too long or no orders do nothing") {
	received().clear();
	ShellLineReader reader;
	for (int i = 0; i < 3 * ShellLineReader::LONGEST; i++) {
		reader.feed("x", 1, note);
	}
	reader.feed("\nstop\n", 6, note);
	REQUIRE_EQ(received().size(), 1);
	CHECK_EQ(received()[0].kind, ShellOrder::KIND_STOP);
	for (const char *line : { "", " ", "addresses", "addresses x 1.2.3.4", "addresses -1", "failed", "failed 99999999999999999999" }) {
		CHECK_EQ(ShellOrder::parse(line).kind, ShellOrder::KIND_UNKNOWN);
	}
	CHECK_EQ(ShellOrder::parse("addresses 3 nonsense").verdict, ERR_DOES_NOT_EXIST);
	CHECK_EQ(ShellOrder::parse("addresses 3 fe80::1%wlan0").addresses.size(), 1);
}

TEST_CASE("[Android][Shell] Questions get their own answers, and only once") {
	ShellQuestions questions;
	const uint32_t first = questions.ask();
	const uint32_t second = questions.ask();
	questions.answer(ShellOrder::parse(vformat("addresses %d 10.0.0.2", second).utf8().get_data()));
	questions.answer(ShellOrder::parse(vformat("addresses %d 10.0.0.3", second).utf8().get_data()));
	questions.answer(ShellOrder::parse("addresses 12345 10.0.0.4"));
	CHECK_FALSE(questions.is_answered(first));
	CHECK(questions.is_answered(second));
	LocalVector<IPAddress> addresses;
	CHECK_EQ(questions.take(second, addresses), OK);
	REQUIRE_EQ(addresses.size(), 1);
	CHECK_EQ(String(addresses[0]), "10.0.0.2");
	CHECK_EQ(questions.take(first, addresses), ERR_UNAVAILABLE);
	CHECK_EQ(addresses.size(), 1);
	CHECK_FALSE(questions.is_answered(second));
}

TEST_CASE("[Android][Shell] Names that would break a line are not asked for") {
	CHECK(ShellQuestions::is_askable("example.com"));
	for (const char *host : { "", "a b", "a\nstop", "a\tb", "\x7f" }) {
		CHECK_FALSE(ShellQuestions::is_askable(host));
	}
	CHECK_FALSE(ShellQuestions::is_askable(String("x").repeat(300).utf8().get_data()));
}

} // namespace TestShellLines
