// Time: dates, clock times and their texts (ISO 8601), for the proleptic Gregorian calendar.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/os/os.h"
#include "core/string/ustring.h"
#include "core/variant/dictionary.h"

class Time : public Object {
	GDCLASS(Time, Object);

public:
	enum Month : int {
		MONTH_JANUARY = 1,
		MONTH_FEBRUARY,
		MONTH_MARCH,
		MONTH_APRIL,
		MONTH_MAY,
		MONTH_JUNE,
		MONTH_JULY,
		MONTH_AUGUST,
		MONTH_SEPTEMBER,
		MONTH_OCTOBER,
		MONTH_NOVEMBER,
		MONTH_DECEMBER,
	};
	enum Weekday : int {
		WEEKDAY_SUNDAY,
		WEEKDAY_MONDAY,
		WEEKDAY_TUESDAY,
		WEEKDAY_WEDNESDAY,
		WEEKDAY_THURSDAY,
		WEEKDAY_FRIDAY,
		WEEKDAY_SATURDAY,
	};

	static Time *get_singleton() { return singleton; }

	// All unix times are whole seconds since 1970-01-01T00:00:00 UTC.
	Dictionary get_datetime_dict_from_unix_time(int64_t p_unix_time) const;
	Dictionary get_date_dict_from_unix_time(int64_t p_unix_time) const;
	Dictionary get_time_dict_from_unix_time(int64_t p_unix_time) const;
	String get_datetime_string_from_unix_time(int64_t p_unix_time, bool p_use_space = false) const;
	String get_date_string_from_unix_time(int64_t p_unix_time) const;
	String get_time_string_from_unix_time(int64_t p_unix_time) const;
	Dictionary get_datetime_dict_from_datetime_string(const String &p_datetime, bool p_weekday = true) const; // Empty when it is no date.
	String get_datetime_string_from_datetime_dict(const Dictionary &p_datetime, bool p_use_space = false) const;
	int64_t get_unix_time_from_datetime_dict(const Dictionary &p_datetime) const; // 0 with an error for impossible dates.
	int64_t get_unix_time_from_datetime_string(const String &p_datetime) const;
	String get_offset_string_from_offset_minutes(int64_t p_offset_minutes) const; // "+05:30"

	Dictionary get_datetime_dict_from_system(bool p_utc = false) const;
	Dictionary get_date_dict_from_system(bool p_utc = false) const;
	Dictionary get_time_dict_from_system(bool p_utc = false) const;
	String get_datetime_string_from_system(bool p_utc = false, bool p_use_space = false) const;
	String get_date_string_from_system(bool p_utc = false) const;
	String get_time_string_from_system(bool p_utc = false) const;
	Dictionary get_time_zone_from_system() const;
	double get_unix_time_from_system() const;
	uint64_t get_ticks_msec() const;
	uint64_t get_ticks_usec() const;

	Time();
	~Time() override;

protected:
	static void _bind_methods();

private:
	static Time *singleton;
};

VARIANT_ENUM_CAST(Time::Month);
VARIANT_ENUM_CAST(Time::Weekday);
