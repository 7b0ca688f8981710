// JSON: text to Variant and back (RFC 8259, with the leniencies of the scripting API).
#pragma once

#include "core/io/resource.h"
#include "core/string/ustring.h"
#include "core/variant/variant.h"

class JSON : public Resource {
	GDCLASS(JSON, Resource);

public:
	static constexpr int MAX_DEPTH = 1024; // Arrays and objects nested deeper are refused, in both directions.

	// On failure get_error_line() (from 0) and get_error_message() say where and what; nothing is printed.
	Error parse(const String &p_text, bool p_keep_text = false);
	Variant get_data() const { return data; }
	void set_data(const Variant &p_data) { data = p_data; }
	String get_parsed_text() const { return text; }
	int get_error_line() const { return error_line; }
	String get_error_message() const { return error_message; }

	static String stringify(const Variant &p_data, const String &p_indent = String(), bool p_sort_keys = true, bool p_full_precision = false);
	// As files of resources have it. ERR_INVALID_DATA, with an error printed, when something would have to be left out.
	static Error write_file_text(const Variant &p_data, String &r_text);
	static Variant parse_string(const String &p_text); // null, and an error printed, when it is not JSON.
	// Every Variant as JSON data that to_native() turns back into the same Variant.
	static Variant from_native(const Variant &p_variant, bool p_full_objects = false);
	static Variant to_native(const Variant &p_json, bool p_allow_objects = false);

protected:
	static void _bind_methods();

private:
	Variant data;
	String text;
	String error_message;
	int error_line = 0;
};
