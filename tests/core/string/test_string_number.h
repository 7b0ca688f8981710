// String: numbers written and read.
#pragma once

#include "core/string/number_text.h"
#include "core/string/ustring.h"
#include "tests/test_macros.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace TestStringNumber {

TEST_CASE("[String][Number] Fixed point keeps one decimal at least and fourteen digits at most") {
	CHECK_EQ(String::num(1.0), "1.0");
	CHECK_EQ(String::num(-0.0), "-0.0");
	CHECK_EQ(String::num(100.0 / 3), "33.3333333333333");
	CHECK_EQ(String::num(2.5, 0), "2");
	CHECK_EQ(String::num(999.999, 2), "1000.0");
	CHECK_EQ(String::num(0.5, 40), "0.5");
	CHECK_EQ(String::num(1e15 + 0.5), "1000000000000000.5");
	CHECK_EQ(String::num(1e300).length(), 303);
	CHECK_EQ(String::num(INFINITY), "inf");
	CHECK_EQ(String::num(-INFINITY), "-inf");
	CHECK_EQ(String::num(NAN), "nan");
}

TEST_CASE("[String][Number] What str() shows: whole numbers end in .0, single precision has six digits") {
	CHECK_EQ(String::num_real(-0.0), "0.0");
	CHECK_EQ(String::num_real(1e20), "100000000000000000000.0");
	CHECK_EQ(String::num_real(3.14159265358979), "3.14159265358979");
	CHECK_EQ(String::num_real(0.3f), "0.3");
	CHECK_EQ(String::num_real(33.333333f), "33.33333");
	CHECK_EQ(String::num_real(2.0f, false), "2");
	CHECK_EQ(String::num_real(double(INT64_MAX)), "9223372036854775808.0");
}

TEST_CASE("[String][Number] The shortest text reads back as the same number") {
	for (double number : { 0.1, 1.0 / 3, 1e-4, 1e-5, 123456789012345.0, 1234567890123456.0, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, -2.5e-17 }) {
		CHECK_EQ(String::num_scientific(number).to_float(), number);
	}
	CHECK_EQ(String::num_scientific(0.1), "0.1");
	CHECK_EQ(String::num_scientific(0.1 + 0.2), "0.30000000000000004");
	CHECK_EQ(String::num_scientific(1e-4), "0.0001");
	CHECK_EQ(String::num_scientific(1e-5), "1e-05");
	CHECK_EQ(String::num_scientific(1e14), "100000000000000");
	CHECK_EQ(String::num_scientific(1e15), "1e+15");
	CHECK_EQ(String::num_scientific(5e-324), "5e-324");
	CHECK_EQ(String::num_scientific(-0.0), "-0");
	CHECK_EQ(String::num_scientific(0.1f), "0.1");
	CHECK_EQ(String::num_scientific(16777216.0f), "16777216");
}

TEST_CASE("[String][Number] Integers in every base, up to the ends of their range") {
	CHECK_EQ(String::num_int64(INT64_MIN), "-9223372036854775808");
	CHECK_EQ(String::num_int64(INT64_MIN, 2).length(), 65);
	CHECK_EQ(String::num_int64(-255, 16, true), "-FF");
	CHECK_EQ(String::num_uint64(UINT64_MAX, 36), "3w5e11264sgsf");
	ExpectErrors silence;
	CHECK_EQ(String::num_int64(5, 1), "");
	CHECK_EQ(String::num_int64(5, 37), "");
}

TEST_CASE("[String][Number] Reading integers skips what is no digit and never overflows") {
	CHECK_EQ(String("a1b2c3").to_int(), 123);
	CHECK_EQ(String("1e3.9").to_int(), 13);
	CHECK_EQ(String("-  5").to_int(), -5);
	CHECK_EQ(String("--1").to_int(), 1);
	CHECK_EQ(String("99999999999999999999").to_int(), INT64_MAX);
	CHECK_EQ(String("-99999999999999999999").to_int(), INT64_MIN);
	CHECK_EQ(String("-9223372036854775808").to_int(), INT64_MIN);
	CHECK_EQ(String("-9223372036854775809").to_int(), INT64_MIN);
	CHECK_EQ(String("-0x1F").hex_to_int(), -31);
	CHECK_EQ(String("0x8000000000000000").hex_to_int(), INT64_MAX);
	CHECK_EQ(String("1g").hex_to_int(), 0);
	CHECK_EQ(String("-0b101").bin_to_int(), -5);
}

TEST_CASE("[String][Number] Reading floats takes what looks like a number and leaves the rest") {
	CHECK_EQ(String(" 1.5e3x").to_float(), 1500.0);
	CHECK_EQ(String("1e").to_float(), 1.0);
	CHECK_EQ(String("1e400").to_float(), double(INFINITY));
	CHECK_EQ(String("0x1F").to_float(), 0.0);
	CHECK_EQ(String("nan").to_float(), 0.0);
	CHECK_EQ(String("-.5").to_float(), -0.5);
	CHECK_EQ((String("0.") + String("0").repeat(100) + "1").to_float(), 1e-101);
}

TEST_CASE("[String][Number] Sizes carry as many digits as are worth reading") {
	CHECK_EQ(String::humanize_size(1024), "1024 B");
	CHECK_EQ(String::humanize_size(1025), "1.00 KiB");
	CHECK_EQ(String::humanize_size(100 * 1024), "100.0 KiB");
	CHECK_EQ(String::humanize_size(1048576), "1024 KiB");
	CHECK_EQ(String::humanize_size(UINT64_MAX), "16.00 EiB");
}

TEST_CASE("[String][Number] IP addresses are judged by RFC 4291") {
	for (const char *valid : { "1.2.3.4", "01.2.3.4", "::", "::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4" }) {
		CHECK_MESSAGE(String(valid).is_valid_ip_address(), valid);
	}
	for (const char *invalid : { "", "1.2.3", "256.1.1.1", "1.2.3.+4", " 1.2.3.4", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1.2.3.4:5", "[::1]", ":1:2:3:4:5:6:7" }) {
		CHECK_MESSAGE(!String(invalid).is_valid_ip_address(), invalid);
	}
}

TEST_CASE("[String][Number] The scanner rounds as reading the whole text does, and stops where the number ends") {
	for (const char *text : { "0", "-0.0", "1", "12.5", "0.1", "1e22", "1e23", "123456789012345678901234567890", "9007199254740993", "0.30000000000000004", "-1.7976931348623157e308", "1e400", "-1e-400", "5e-324", "2.2250738585072011e-308", "18446744073709551615.5", "1e0000000000000000000005" }) {
		CAPTURE(text);
		const String number = text;
		const String more = number + "x";
		const ScannedNumber found = scan_number(more.begin(), more.end());
		CHECK(found.end == more.begin() + number.length());
		CHECK_EQ(found.real, strtod(text, nullptr));
		CHECK_EQ(std::signbit(found.real), text[0] == '-');
	}
	const String half = "1e+";
	CHECK(scan_number(half.begin(), half.end()).end == half.begin() + 1);
	const String least = "-9223372036854775808";
	CHECK_EQ(scan_number(least.begin(), least.end()).integer, INT64_MIN);
	const String large = "99999999999999999999";
	CHECK_EQ(scan_number(large.begin(), large.end()).integer, INT64_MAX);
}

TEST_CASE("[String][Number] Fixed digits are rounded as the C library rounds them") {
	uint64_t seed = 12345;
	for (int i = 0; i < 20000; i++) {
		seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
		const double numbers[] = { double(int64_t(seed) >> (20 + i % 40)) / 1000, double(int32_t(seed >> 33) % 100000) * 0.5, double(int32_t(seed >> 40)) * 0.005, std::ldexp(double(seed >> 11), int(i % 200) - 150) };
		for (const double number : numbers) {
			char expected[400];
			char written[400];
			const int decimals = i % 17;
			const int length = snprintf(expected, sizeof(expected), "%.*f", decimals, number);
			REQUIRE_EQ(write_fixed(written, sizeof(written), number, decimals), length);
			REQUIRE_EQ(memcmp(written, expected, size_t(length)), 0);
		}
	}
}

} // namespace TestStringNumber
