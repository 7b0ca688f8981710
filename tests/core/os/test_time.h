// Dates and clock times, and their texts.
#pragma once

#include "core/os/time.h"
#include "tests/test_macros.h"

TEST_CASE("[OS][Time] Unix times become dates and come back, before 1970 and after 9999") {
	const Time *time = Time::get_singleton();
	const struct {
		int64_t unix_time;
		const char *text;
	} CASES[] = { { 0, "1970-01-01T00:00:00" }, { -1, "1969-12-31T23:59:59" }, { 951782400, "2000-02-29T00:00:00" }, { 4102444800, "2100-01-01T00:00:00" }, { -2208988800, "1900-01-01T00:00:00" }, { 253402300799, "9999-12-31T23:59:59" }, { -62135596800, "0001-01-01T00:00:00" } };
	for (const auto &entry : CASES) {
		CHECK_EQ(time->get_datetime_string_from_unix_time(entry.unix_time), entry.text);
		CHECK_EQ(time->get_unix_time_from_datetime_string(entry.text), entry.unix_time);
	}
}

TEST_CASE("[OS][Time] Every day of four centuries follows the one before") {
	const Time *time = Time::get_singleton();
	int64_t weekday = 4;
	for (int64_t day = 0; day < 146097; day += 97) {
		const Dictionary date = time->get_date_dict_from_unix_time(day * 86400);
		CHECK_EQ(time->get_unix_time_from_datetime_dict(date), day * 86400);
		CHECK_EQ(int64_t(date["weekday"]), weekday);
		weekday = (weekday + 97) % 7;
	}
}

TEST_CASE("[OS][Time] Dates that do not exist are refused") {
	ExpectErrors quiet;
	const Time *time = Time::get_singleton();
	for (const char *text : { "2023-02-29", "2000-13-01", "2000-00-10", "2000-01-01T25:00:00", "2000-01-01T00:60:00" }) {
		CAPTURE(text);
		CHECK_EQ(time->get_unix_time_from_datetime_string(text), 0);
	}
	CHECK_EQ(time->get_unix_time_from_datetime_string("not a date"), -1);
	CHECK(time->get_datetime_dict_from_datetime_string("not a date").is_empty());
	CHECK_EQ(time->get_unix_time_from_datetime_dict(Dictionary()), 0);
}

TEST_CASE("[OS][Time] The first and the last second have a date; years without seconds are refused") {
	const Time *time = Time::get_singleton();
	CHECK_EQ(time->get_datetime_string_from_unix_time(INT64_MIN), "-292277022657-01-27T08:29:52");
	CHECK_EQ(time->get_datetime_string_from_unix_time(INT64_MAX), "292277026596-12-04T15:30:07");
	ExpectErrors quiet;
	Dictionary date;
	date["year"] = INT64_MAX;
	CHECK_EQ(time->get_unix_time_from_datetime_dict(date), 0);
	date["year"] = INT64_MIN;
	CHECK_EQ(time->get_unix_time_from_datetime_dict(date), 0);
}

TEST_CASE("[OS][Time] Offsets have a sign and two parts") {
	const Time *time = Time::get_singleton();
	CHECK_EQ(time->get_offset_string_from_offset_minutes(330), "+05:30");
	CHECK_EQ(time->get_offset_string_from_offset_minutes(-1), "-00:01");
}
