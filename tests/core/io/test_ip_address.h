// Addresses as text.
#pragma once

#include "core/io/ip_address.h"
#include "core/string/ustring.h"
#include "tests/test_macros.h"

TEST_CASE("[IO][IPAddress] Text of both families reads back in the form that scripts see") {
	CHECK_EQ(String(IPAddress("127.0.0.1")), "127.0.0.1");
	CHECK_EQ(String(IPAddress("::1")), "0:0:0:0:0:0:0:1");
	CHECK_EQ(String(IPAddress("2001:db8::42:0:7")), "2001:db8:0:0:0:42:0:7");
	CHECK_EQ(String(IPAddress("::ffff:10.0.0.1")), "10.0.0.1");
	CHECK_EQ(String(IPAddress("fe80::1%3")), "fe80:0:0:0:0:0:0:1%3");
	CHECK_EQ(String(IPAddress("*")), "*");
	CHECK(IPAddress("*").is_wildcard());
	CHECK_FALSE(IPAddress("*").is_valid());
}

TEST_CASE("[IO][IPAddress] What is no address is refused and leaves the target alone") {
	const char *const WRONG[] = { "", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.", "01234.1.1.1", "a.b.c.d", "1.2.3.4 ", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "::1%", "::1%eth0", "::1.2.3", "1.2.3.4::", "::g", "localhost", "ž" };
	for (const char *text : WRONG) {
		IPAddress address("9.8.7.6");
		CAPTURE(text);
		CHECK_FALSE(IPAddress::parse(text, address));
		CHECK_EQ(String(address), "9.8.7.6");
	}
}

TEST_CASE("[IO][IPAddress] Families and loopback are told apart") {
	CHECK(IPAddress("10.1.2.3").is_ipv4());
	CHECK_FALSE(IPAddress("::1").is_ipv4());
	CHECK(IPAddress("127.9.9.9").is_loopback());
	CHECK(IPAddress("::1").is_loopback());
	CHECK_FALSE(IPAddress("192.168.0.1").is_loopback());
	CHECK(IPAddress("::ffff:1.2.3.4") == IPAddress("1.2.3.4"));
	CHECK(IPAddress("1.2.3.4") != IPAddress("1.2.3.5"));
}
