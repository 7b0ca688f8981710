// FileAccess: numbers, text, CSV and Variants over the bytes.
#include "core/io/file_access.h"

#include "core/io/marshalls.h"

template <typename T>
T FileAccess::_get_number() const {
	uint8_t bytes[sizeof(T)] = {};
	get_buffer(bytes, sizeof(T));
	T value = 0;
	for (size_t i = 0; i < sizeof(T); i++) {
		value = T(value | T(T(bytes[big_endian ? sizeof(T) - 1 - i : i]) << (8 * i)));
	}
	return value;
}

template <typename T>
bool FileAccess::_store_number(T p_value) {
	uint8_t bytes[sizeof(T)];
	for (size_t i = 0; i < sizeof(T); i++) {
		bytes[big_endian ? sizeof(T) - 1 - i : i] = uint8_t(p_value >> (8 * i));
	}
	return store_buffer(bytes, sizeof(T));
}

uint8_t FileAccess::get_8() const {
	return _get_number<uint8_t>();
}

uint16_t FileAccess::get_16() const {
	return _get_number<uint16_t>();
}

uint32_t FileAccess::get_32() const {
	return _get_number<uint32_t>();
}

uint64_t FileAccess::get_64() const {
	return _get_number<uint64_t>();
}

float FileAccess::get_half() const {
	uint8_t bytes[2];
	encode_uint16(get_16(), bytes);
	return decode_half(bytes);
}

float FileAccess::get_float() const {
	uint8_t bytes[4];
	encode_uint32(get_32(), bytes);
	return decode_float(bytes);
}

double FileAccess::get_double() const {
	uint8_t bytes[8];
	encode_uint64(get_64(), bytes);
	return decode_double(bytes);
}

Vector<uint8_t> FileAccess::get_buffer(int64_t p_length) const {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(p_length < 0, bytes, "The number of bytes must not be negative.");
	// A length beyond the end of the file must not cost memory.
	const int64_t rest = MAX(int64_t(get_length()) - int64_t(get_position()), int64_t(65536));
	const int64_t wanted = MIN(p_length, rest);
	if (wanted == 0 || bytes.resize_uninitialized(wanted) != OK) {
		return Vector<uint8_t>();
	}
	const uint64_t count = get_buffer(bytes.ptrw(), uint64_t(wanted));
	bytes.resize(int64_t(count));
	if (wanted < p_length && count == uint64_t(wanted)) {
		uint8_t unused;
		get_buffer(&unused, 1); // Reaches the end, as reading the whole length would have.
	}
	return bytes;
}

// Lines end with "\n", "\r\n" or "\r".
String FileAccess::get_line() const {
	bool more = false;
	return _read_line(more);
}

// r_more is false when the text ended before the line did. Not every kind of file says so in eof_reached().
String FileAccess::_read_line(bool &r_more) const {
	Vector<uint8_t> line;
	uint8_t character;
	const int64_t longest = MAX(int64_t(get_length()), MAX_UNSIZED_BYTES);
	while ((r_more = get_buffer(&character, 1) == 1) && character != '\n') {
		ERR_FAIL_COND_V_MSG(line.size() >= longest, String(), _endless_message());
		if (character == '\r') {
			const uint64_t behind = get_position();
			if (get_buffer(&character, 1) == 1 && character != '\n') {
				const_cast<FileAccess *>(this)->seek(behind);
			}
			break;
		}
		line.push_back(character);
	}
	return String::utf8(reinterpret_cast<const char *>(line.ptr()), line.size());
}

// Whole lines until the quotes are closed.
String FileAccess::_read_csv_text() const {
	String text;
	bool in_quotes = false;
	for (;;) {
		bool more = false;
		const String line = _read_line(more);
		text += line;
		for (const char32_t character : line) {
			in_quotes ^= character == '"';
		}
		if (!in_quotes || !more) {
			return text;
		}
		text += "\n";
	}
}

Vector<String> FileAccess::get_csv_line(const String &p_delim) const {
	Vector<String> fields;
	ERR_FAIL_COND_V_MSG(p_delim.length() != 1, fields, "The delimiter of CSV fields must be one character.");
	ERR_FAIL_COND_V_MSG(p_delim == "\"", fields, "The delimiter of CSV fields cannot be a quotation mark.");
	const String text = _read_csv_text();
	String field;
	bool in_quotes = false;
	for (int64_t i = 0; i < text.length(); i++) {
		const char32_t character = text[i];
		if (character == '"') {
			if (in_quotes && text[i + 1] == '"') {
				field += character;
				i++;
			} else {
				in_quotes = !in_quotes;
			}
		} else if (character == p_delim[0] && !in_quotes) {
			fields.push_back(field);
			field = String();
		} else {
			field += character;
		}
	}
	fields.push_back(field);
	return fields;
}

String FileAccess::get_as_utf8_string() const {
	FileAccess *self = const_cast<FileAccess *>(this);
	const uint64_t position = get_position();
	self->seek(0);
	const Vector<uint8_t> bytes = _get_rest(get_length());
	self->seek(position);
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

String FileAccess::get_pascal_string() {
	const Vector<uint8_t> bytes = get_buffer(int64_t(get_32()));
	return String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
}

Variant FileAccess::get_var(bool p_allow_objects) const {
	const uint32_t length = get_32();
	const Vector<uint8_t> bytes = get_buffer(int64_t(length));
	if (uint64_t(bytes.size()) != uint64_t(length) || length == 0) {
		return Variant();
	}
	Variant value;
	const Error error = decode_variant(value, bytes.span(), nullptr, p_allow_objects);
	ERR_FAIL_COND_V_MSG(error != OK, Variant(), "The file " + path + " holds no encoded value at that position (or an object, while objects are not allowed).");
	return value;
}

bool FileAccess::store_16(uint16_t p_value) {
	return _store_number(p_value);
}

bool FileAccess::store_32(uint32_t p_value) {
	return _store_number(p_value);
}

bool FileAccess::store_64(uint64_t p_value) {
	return _store_number(p_value);
}

bool FileAccess::store_half(float p_value) {
	uint8_t bytes[2];
	encode_half(p_value, bytes);
	return store_16(decode_uint16(bytes));
}

bool FileAccess::store_float(float p_value) {
	uint8_t bytes[4];
	encode_float(p_value, bytes);
	return store_32(decode_uint32(bytes));
}

bool FileAccess::store_double(double p_value) {
	uint8_t bytes[8];
	encode_double(p_value, bytes);
	return store_64(decode_uint64(bytes));
}

bool FileAccess::store_buffer(const Vector<uint8_t> &p_data) {
	return store_buffer(p_data.ptr(), uint64_t(p_data.size()));
}

bool FileAccess::store_string(const String &p_string) {
	const CharString bytes = p_string.utf8();
	return store_buffer(reinterpret_cast<const uint8_t *>(bytes.get_data()), uint64_t(bytes.length()));
}

bool FileAccess::store_line(const String &p_line) {
	return store_string(p_line) && store_8('\n');
}

bool FileAccess::store_csv_line(const Vector<String> &p_values, const String &p_delim) {
	ERR_FAIL_COND_V_MSG(p_delim.length() != 1, false, "The delimiter of CSV fields must be one character.");
	String line;
	for (int64_t i = 0; i < p_values.size(); i++) {
		const String &value = p_values[i];
		if (i > 0) {
			line += p_delim;
		}
		const bool needs_quotes = value.contains("\"") || value.contains(p_delim) || value.contains("\n") || value.contains("\r");
		line += needs_quotes ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
	}
	return store_line(line);
}

bool FileAccess::store_pascal_string(const String &p_string) {
	const CharString bytes = p_string.utf8();
	return store_32(uint32_t(bytes.length())) && store_buffer(reinterpret_cast<const uint8_t *>(bytes.get_data()), uint64_t(bytes.length()));
}

bool FileAccess::store_var(const Variant &p_value, bool p_full_objects) {
	Vector<uint8_t> bytes;
	const Error error = encode_variant(p_value, bytes, p_full_objects);
	ERR_FAIL_COND_V_MSG(error != OK, false, "This value cannot be stored: it is nested too deeply. Nothing was written.");
	return store_32(uint32_t(bytes.size())) && store_buffer(bytes);
}
