// Time: calendar arithmetic and ISO 8601 texts.
#include "core/os/time.h"

#include "core/object/class_db.h"

Time *Time::singleton = nullptr;

static constexpr int64_t SECONDS_A_DAY = 86400;
static constexpr int64_t LAST_YEAR = 292277026595; // Whose seconds are still within 64 bits.
// The names of the fields, as dictionaries have them.
static const char *const YEAR = "year";
static const char *const MONTH = "month";
static const char *const DAY = "day";
static const char *const WEEKDAY = "weekday";
static const char *const HOUR = "hour";
static const char *const MINUTE = "minute";
static const char *const SECOND = "second";
static const char *const DST = "dst";

using DateTime = OS::DateTime;

static int64_t divide_down(int64_t p_value, int64_t p_by) {
	const int64_t quotient = p_value / p_by;
	return quotient - (p_value % p_by < 0 ? 1 : 0);
}

static bool is_leap_year(int64_t p_year) {
	return p_year % 4 == 0 && (p_year % 100 != 0 || p_year % 400 == 0);
}

static int get_days_in_month(int64_t p_year, int p_month) {
	static const uint8_t DAYS[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return p_month == 2 && is_leap_year(p_year) ? 29 : DAYS[p_month - 1];
}

// Days since 1970-01-01. Years count from March, so that the leap day ends its year; 400 of them have 146097 days.
static int64_t days_of_date(int64_t p_year, int p_month, int p_day) {
	const int64_t year = p_month > 2 ? p_year : p_year - 1;
	const int64_t era = divide_down(year, 400);
	const int64_t year_of_era = year - era * 400;
	const int month_from_march = (p_month + 9) % 12;
	const int64_t day_of_year = (153 * month_from_march + 2) / 5 + p_day - 1;
	const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468; // 719468 days from 0000-03-01 to 1970-01-01.
}

static void date_of_days(int64_t p_days, DateTime &r_date) {
	const int64_t days = p_days + 719468;
	const int64_t era = divide_down(days, 146097);
	const int64_t day_of_era = days - era * 146097;
	const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	const int64_t month_from_march = (5 * day_of_year + 2) / 153;
	r_date.day = int(day_of_year - (153 * month_from_march + 2) / 5) + 1;
	r_date.month = int(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
	r_date.year = year_of_era + era * 400 + (r_date.month <= 2 ? 1 : 0);
	r_date.weekday = int(p_days + 4 - divide_down(p_days + 4, 7) * 7);
}

static DateTime from_unix_time(int64_t p_unix_time) {
	DateTime result;
	const int64_t days = divide_down(p_unix_time, SECONDS_A_DAY);
	const int second_of_day = int((p_unix_time % SECONDS_A_DAY + SECONDS_A_DAY) % SECONDS_A_DAY);
	date_of_days(days, result);
	result.hour = second_of_day / 3600;
	result.minute = second_of_day / 60 % 60;
	result.second = second_of_day % 60;
	return result;
}

static int64_t to_unix_time(const DateTime &p_time) {
	return days_of_date(p_time.year, p_time.month, p_time.day) * SECONDS_A_DAY + p_time.hour * 3600 + p_time.minute * 60 + p_time.second;
}

static void add_date(Dictionary &r_dict, const DateTime &p_time, bool p_weekday) {
	r_dict[YEAR] = p_time.year;
	r_dict[MONTH] = p_time.month;
	r_dict[DAY] = p_time.day;
	if (p_weekday) {
		r_dict[WEEKDAY] = p_time.weekday;
	}
}

static void add_clock(Dictionary &r_dict, const DateTime &p_time) {
	r_dict[HOUR] = p_time.hour;
	r_dict[MINUTE] = p_time.minute;
	r_dict[SECOND] = p_time.second;
}

static String padded(int64_t p_number, int p_digits) {
	const String digits = itos(p_number < 0 ? -p_number : p_number).lpad(p_digits, "0");
	return p_number < 0 ? "-" + digits : digits;
}

static String date_text(const DateTime &p_time) {
	return padded(p_time.year, 4) + "-" + padded(p_time.month, 2) + "-" + padded(p_time.day, 2);
}

static String clock_text(const DateTime &p_time) {
	return padded(p_time.hour, 2) + ":" + padded(p_time.minute, 2) + ":" + padded(p_time.second, 2);
}

static String datetime_text(const DateTime &p_time, bool p_use_space) {
	return date_text(p_time) + (p_use_space ? " " : "T") + clock_text(p_time);
}

// Empty when the date and clock exist, else what is wrong with them.
static String find_fault(const DateTime &p_time) {
	if (p_time.year < -LAST_YEAR || p_time.year > LAST_YEAR) {
		return "The year must lie between " + itos(-LAST_YEAR) + " and " + itos(LAST_YEAR) + ".";
	}
	if (p_time.month < 1 || p_time.month > 12) {
		return "The month must lie between 1 and 12.";
	}
	if (p_time.day < 1 || p_time.day > get_days_in_month(p_time.year, p_time.month)) {
		return "That month has only " + itos(get_days_in_month(p_time.year, p_time.month)) + " days, from 1 on.";
	}
	if (p_time.hour < 0 || p_time.hour > 23) {
		return "The hour must lie between 0 and 23.";
	}
	if (p_time.minute < 0 || p_time.minute > 59) {
		return "The minute must lie between 0 and 59.";
	}
	if (p_time.second < 0 || p_time.second > 59) {
		return "The second must lie between 0 and 59.";
	}
	return String();
}

static DateTime from_dict(const Dictionary &p_dict) {
	DateTime result;
	result.year = p_dict.get(YEAR, 1970);
	result.month = p_dict.get(MONTH, 1);
	result.day = p_dict.get(DAY, 1);
	result.hour = p_dict.get(HOUR, 0);
	result.minute = p_dict.get(MINUTE, 0);
	result.second = p_dict.get(SECOND, 0);
	return result;
}

static bool parse_date(const String &p_text, DateTime &r_time) {
	const bool is_negative = p_text.begins_with("-"); // A year before 0.
	const Vector<String> parts = (is_negative ? p_text.substr(1) : p_text).split("-");
	if (parts.size() < 3) {
		return false;
	}
	r_time.year = is_negative ? -parts[0].to_int() : parts[0].to_int();
	r_time.month = int(parts[1].to_int());
	r_time.day = int(parts[2].to_int());
	return true;
}

static bool parse_clock(const String &p_text, DateTime &r_time) {
	const Vector<String> parts = p_text.split(":");
	if (parts.size() < 3) {
		return false;
	}
	r_time.hour = int(parts[0].to_int());
	r_time.minute = int(parts[1].to_int());
	r_time.second = int(parts[2].to_int());
	return true;
}

// "2000-01-31T12:34:56", with a space for the T, or one half of it. What is missing stays 1970-01-01 and midnight.
static bool parse_datetime(const String &p_text, DateTime &r_time) {
	const char *const separator = p_text.contains("T") ? "T" : " ";
	if (p_text.contains(separator)) {
		const Vector<String> halves = p_text.split(separator);
		return halves.size() == 2 && parse_date(halves[0], r_time) && parse_clock(halves[1], r_time);
	}
	if (p_text.contains("-")) {
		return parse_date(p_text, r_time);
	}
	if (p_text.contains(":")) {
		return parse_clock(p_text, r_time);
	}
	return true;
}

Dictionary Time::get_datetime_dict_from_unix_time(int64_t p_unix_time) const {
	Dictionary result;
	add_date(result, from_unix_time(p_unix_time), true);
	add_clock(result, from_unix_time(p_unix_time));
	return result;
}

Dictionary Time::get_date_dict_from_unix_time(int64_t p_unix_time) const {
	Dictionary result;
	add_date(result, from_unix_time(p_unix_time), true);
	return result;
}

Dictionary Time::get_time_dict_from_unix_time(int64_t p_unix_time) const {
	Dictionary result;
	add_clock(result, from_unix_time(p_unix_time));
	return result;
}

String Time::get_datetime_string_from_unix_time(int64_t p_unix_time, bool p_use_space) const {
	return datetime_text(from_unix_time(p_unix_time), p_use_space);
}

String Time::get_date_string_from_unix_time(int64_t p_unix_time) const {
	return date_text(from_unix_time(p_unix_time));
}

String Time::get_time_string_from_unix_time(int64_t p_unix_time) const {
	return clock_text(from_unix_time(p_unix_time));
}

Dictionary Time::get_datetime_dict_from_datetime_string(const String &p_datetime, bool p_weekday) const {
	DateTime parsed;
	ERR_FAIL_COND_V_MSG(!parse_datetime(p_datetime, parsed), Dictionary(), "\"" + p_datetime + "\" is no date or time in the form \"YYYY-MM-DDTHH:MM:SS\".");
	if (p_weekday) {
		const String fault = find_fault(parsed);
		ERR_FAIL_COND_V_MSG(!fault.is_empty(), Dictionary(), fault);
		parsed.weekday = from_unix_time(to_unix_time(parsed)).weekday;
	}
	Dictionary result;
	add_date(result, parsed, p_weekday);
	add_clock(result, parsed);
	return result;
}

String Time::get_datetime_string_from_datetime_dict(const Dictionary &p_datetime, bool p_use_space) const {
	ERR_FAIL_COND_V_MSG(p_datetime.is_empty(), String(), "The dictionary is empty: it must have at least one of the keys year, month, day, hour, minute and second.");
	return datetime_text(from_dict(p_datetime), p_use_space);
}

int64_t Time::get_unix_time_from_datetime_dict(const Dictionary &p_datetime) const {
	ERR_FAIL_COND_V_MSG(p_datetime.is_empty(), 0, "The dictionary is empty: it must have at least one of the keys year, month, day, hour, minute and second.");
	const DateTime time = from_dict(p_datetime);
	const String fault = find_fault(time);
	ERR_FAIL_COND_V_MSG(!fault.is_empty(), 0, fault);
	return to_unix_time(time);
}

int64_t Time::get_unix_time_from_datetime_string(const String &p_datetime) const {
	DateTime parsed;
	ERR_FAIL_COND_V_MSG(!parse_datetime(p_datetime, parsed), -1, "\"" + p_datetime + "\" is no date or time in the form \"YYYY-MM-DDTHH:MM:SS\".");
	const String fault = find_fault(parsed);
	ERR_FAIL_COND_V_MSG(!fault.is_empty(), 0, fault);
	return to_unix_time(parsed);
}

String Time::get_offset_string_from_offset_minutes(int64_t p_offset_minutes) const {
	const uint64_t minutes = p_offset_minutes < 0 ? uint64_t(0) - uint64_t(p_offset_minutes) : uint64_t(p_offset_minutes);
	return (p_offset_minutes < 0 ? "-" : "+") + padded(int64_t(minutes / 60), 2) + ":" + padded(int64_t(minutes % 60), 2);
}

static DateTime system_time(bool p_utc) {
	return OS::get_singleton()->get_datetime(p_utc ? OS::CLOCK_UTC : OS::CLOCK_LOCAL);
}

Dictionary Time::get_datetime_dict_from_system(bool p_utc) const {
	const DateTime now = system_time(p_utc);
	Dictionary result;
	add_date(result, now, true);
	add_clock(result, now);
	result[DST] = now.dst;
	return result;
}

Dictionary Time::get_date_dict_from_system(bool p_utc) const {
	Dictionary result;
	add_date(result, system_time(p_utc), true);
	return result;
}

Dictionary Time::get_time_dict_from_system(bool p_utc) const {
	Dictionary result;
	add_clock(result, system_time(p_utc));
	return result;
}

String Time::get_datetime_string_from_system(bool p_utc, bool p_use_space) const {
	return datetime_text(system_time(p_utc), p_use_space);
}

String Time::get_date_string_from_system(bool p_utc) const {
	return date_text(system_time(p_utc));
}

String Time::get_time_string_from_system(bool p_utc) const {
	return clock_text(system_time(p_utc));
}

Dictionary Time::get_time_zone_from_system() const {
	const OS::TimeZone zone = OS::get_singleton()->get_time_zone_info();
	Dictionary result;
	result["bias"] = zone.bias;
	result["name"] = zone.name;
	return result;
}

double Time::get_unix_time_from_system() const {
	return OS::get_singleton()->get_unix_time();
}

uint64_t Time::get_ticks_msec() const {
	return OS::get_singleton()->get_ticks_msec();
}

uint64_t Time::get_ticks_usec() const {
	return OS::get_singleton()->get_ticks_usec();
}

Time::Time() {
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
	}
}

Time::~Time() {
	if (singleton == this) {
		singleton = nullptr;
	}
}

void Time::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_datetime_dict_from_unix_time", "unix_time_val"), &Time::get_datetime_dict_from_unix_time);
	ClassDB::bind_method(D_METHOD("get_date_dict_from_unix_time", "unix_time_val"), &Time::get_date_dict_from_unix_time);
	ClassDB::bind_method(D_METHOD("get_time_dict_from_unix_time", "unix_time_val"), &Time::get_time_dict_from_unix_time);
	ClassDB::bind_method(D_METHOD("get_datetime_string_from_unix_time", "unix_time_val", "use_space"), &Time::get_datetime_string_from_unix_time, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_date_string_from_unix_time", "unix_time_val"), &Time::get_date_string_from_unix_time);
	ClassDB::bind_method(D_METHOD("get_time_string_from_unix_time", "unix_time_val"), &Time::get_time_string_from_unix_time);
	ClassDB::bind_method(D_METHOD("get_datetime_dict_from_datetime_string", "datetime", "weekday"), &Time::get_datetime_dict_from_datetime_string);
	ClassDB::bind_method(D_METHOD("get_datetime_string_from_datetime_dict", "datetime", "use_space"), &Time::get_datetime_string_from_datetime_dict);
	ClassDB::bind_method(D_METHOD("get_unix_time_from_datetime_dict", "datetime"), &Time::get_unix_time_from_datetime_dict);
	ClassDB::bind_method(D_METHOD("get_unix_time_from_datetime_string", "datetime"), &Time::get_unix_time_from_datetime_string);
	ClassDB::bind_method(D_METHOD("get_offset_string_from_offset_minutes", "offset_minutes"), &Time::get_offset_string_from_offset_minutes);
	ClassDB::bind_method(D_METHOD("get_datetime_dict_from_system", "utc"), &Time::get_datetime_dict_from_system, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_date_dict_from_system", "utc"), &Time::get_date_dict_from_system, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_time_dict_from_system", "utc"), &Time::get_time_dict_from_system, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_datetime_string_from_system", "utc", "use_space"), &Time::get_datetime_string_from_system, DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_date_string_from_system", "utc"), &Time::get_date_string_from_system, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_time_string_from_system", "utc"), &Time::get_time_string_from_system, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_time_zone_from_system"), &Time::get_time_zone_from_system);
	ClassDB::bind_method(D_METHOD("get_unix_time_from_system"), &Time::get_unix_time_from_system);
	ClassDB::bind_method(D_METHOD("get_ticks_msec"), &Time::get_ticks_msec);
	ClassDB::bind_method(D_METHOD("get_ticks_usec"), &Time::get_ticks_usec);

	BIND_ENUM_CONSTANT(MONTH_JANUARY);
	BIND_ENUM_CONSTANT(MONTH_FEBRUARY);
	BIND_ENUM_CONSTANT(MONTH_MARCH);
	BIND_ENUM_CONSTANT(MONTH_APRIL);
	BIND_ENUM_CONSTANT(MONTH_MAY);
	BIND_ENUM_CONSTANT(MONTH_JUNE);
	BIND_ENUM_CONSTANT(MONTH_JULY);
	BIND_ENUM_CONSTANT(MONTH_AUGUST);
	BIND_ENUM_CONSTANT(MONTH_SEPTEMBER);
	BIND_ENUM_CONSTANT(MONTH_OCTOBER);
	BIND_ENUM_CONSTANT(MONTH_NOVEMBER);
	BIND_ENUM_CONSTANT(MONTH_DECEMBER);
	BIND_ENUM_CONSTANT(WEEKDAY_SUNDAY);
	BIND_ENUM_CONSTANT(WEEKDAY_MONDAY);
	BIND_ENUM_CONSTANT(WEEKDAY_TUESDAY);
	BIND_ENUM_CONSTANT(WEEKDAY_WEDNESDAY);
	BIND_ENUM_CONSTANT(WEEKDAY_THURSDAY);
	BIND_ENUM_CONSTANT(WEEKDAY_FRIDAY);
	BIND_ENUM_CONSTANT(WEEKDAY_SATURDAY);
}
