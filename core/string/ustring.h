// String: Unicode text, one UTF-32 unit a character, shared until written to.
#pragma once

#include "core/string/char_string.h"
#include "core/templates/vector.h"

using PackedByteArray = Vector<uint8_t>;
class String;
using PackedStringArray = Vector<String>;
using PackedFloat64Array = Vector<double>;

// One pointer; copies share the text (contract of memory and threads: CowData). Positions and lengths count characters. Methods
// with a documented scripting counterpart behave as documented there, with every argument: out of range is clamped or answered
// with an empty result, never read out of bounds. Nothing here is localised. `const char *` arguments are UTF-8.
class String {
	CowData<char32_t> _data; // Empty, or length() + 1 units with a zero at the end.

	uint32_t _compute_table_hash() const;

	// Sets the length; the characters are for the caller to write. nullptr when p_length is 0.
	char32_t *_resize(int64_t p_length);

public:
	/* Access */

	_FORCE_INLINE_ int64_t length() const { return _data.is_empty() ? 0 : _data.size() - 1; }
	_FORCE_INLINE_ int64_t size() const { return _data.size(); } // With the end mark.
	_FORCE_INLINE_ bool is_empty() const { return length() == 0; }
	// Never nullptr, ends with a zero. Goes stale when the String changes or dies.
	_FORCE_INLINE_ const char32_t *get_data() const {
		static constexpr char32_t NOTHING[1] = { 0 };
		return _data.is_empty() ? NOTHING : _data.ptr();
	}
	_FORCE_INLINE_ const char32_t *ptr() const { return get_data(); }
	_FORCE_INLINE_ Span<char32_t> span() const { return Span<char32_t>(get_data(), uint64_t(length())); }
	// For writing; length() characters. nullptr when empty.
	_FORCE_INLINE_ char32_t *ptrw() { return _data.ptrw(); }
	// The end mark may be read, too.
	_FORCE_INLINE_ char32_t operator[](int64_t p_index) const {
		if (unlikely(p_index == length())) {
			return 0;
		}
		CRASH_COND(uint64_t(p_index) >= uint64_t(length()));
		return _data.ptr()[p_index];
	}
	_FORCE_INLINE_ char32_t get(int64_t p_index) const { return (*this)[p_index]; }
	void set(int64_t p_index, char32_t p_char);
	char32_t unicode_at(int64_t p_index) const; // 0 and an error when out of range.
	void clear() { _data.clear(); }
	Error reserve(int64_t p_length);
	// New characters are unwritten. Negative: nothing changes.
	Error resize_uninitialized(int64_t p_length);

	const char32_t *begin() const { return get_data(); }
	const char32_t *end() const { return get_data() + length(); }

	/* Construction and decoding */

	_FORCE_INLINE_ String() = default;
	_FORCE_INLINE_ String(const String &p_other) = default;
	_FORCE_INLINE_ String(String &&p_other) noexcept = default;
	_FORCE_INLINE_ String &operator=(const String &p_other) = default;
	_FORCE_INLINE_ String &operator=(String &&p_other) noexcept = default;
	String(const char *p_utf8);
	String(const char32_t *p_text);
	String(const char32_t *p_text, int64_t p_length);
	explicit String(Span<char32_t> p_text);
	String &operator=(const char *p_utf8);

	static String chr(char32_t p_char); // U+FFFD for 0 and for what is no character.
	// Decoders stop at p_length units, or at a zero when p_length is negative; what is not valid becomes U+FFFD.
	static String utf8(const char *p_text, int64_t p_length = -1);
	static String utf8(Span<char> p_text) { return utf8(p_text.ptr(), int64_t(p_text.size())); }
	static String utf16(const char16_t *p_text, int64_t p_length = -1);
	static String latin1(Span<char> p_text);
	static String ascii(Span<char> p_text);
	// The encodings of to_multibyte_char_buffer(); empty for any other.
	static String multibyte(Span<char> p_text, const String &p_encoding);
	// Each returns OK, or ERR_INVALID_DATA when something had to be replaced.
	Error append_utf8(const char *p_text, int64_t p_length = -1);
	Error append_utf16(const char16_t *p_text, int64_t p_length = -1);
	void append_latin1(Span<char> p_text);
	Error append_ascii(Span<char> p_text);
	Error append_utf32(Span<char32_t> p_text); // Checks: no zeros, no lone surrogates.
	void append_utf32_unchecked(Span<char32_t> p_text);

	/* Encoding */

	CharString utf8() const; // Always valid: U+FFFD takes the place of lone surrogates and of what is no character.
	CharString ascii(bool p_allow_extended = false) const; // What does not fit becomes a space.
	CharString latin1() const { return ascii(true); }
	Char16String utf16() const; // Lone surrogates stay, so that UTF-16 survives the way in and out.
	PackedByteArray to_ascii_buffer() const;
	PackedByteArray to_utf8_buffer() const;
	PackedByteArray to_utf16_buffer() const;
	PackedByteArray to_utf32_buffer() const;
	PackedByteArray to_wchar_buffer() const;
	// UTF-8 (also by default), ISO-8859-1 or ASCII, with a zero at the end; empty when the text does not fit the encoding.
	PackedByteArray to_multibyte_char_buffer(const String &p_encoding = String()) const;

	/* Joining */

	String operator+(const String &p_other) const;
	String operator+(const char *p_utf8) const;
	String operator+(char32_t p_char) const;
	// Amortised: appending n times costs O(n).
	String &operator+=(const String &p_other);
	String &operator+=(const char *p_utf8);
	String &operator+=(char32_t p_char);

	/* Comparison */

	bool operator==(const String &p_other) const;
	bool operator==(const char *p_utf8) const;
	bool operator!=(const String &p_other) const { return !(*this == p_other); }
	bool operator!=(const char *p_utf8) const { return !(*this == p_utf8); }
	bool operator<(const String &p_other) const;
	bool operator<=(const String &p_other) const { return !(p_other < *this); }
	bool operator>(const String &p_other) const { return p_other < *this; }
	bool operator>=(const String &p_other) const { return !(*this < p_other); }
	// -1, 0 or 1.
	signed char casecmp_to(const String &p_other) const;
	signed char nocasecmp_to(const String &p_other) const;
	signed char naturalcasecmp_to(const String &p_other) const;
	signed char naturalnocasecmp_to(const String &p_other) const;
	signed char filecasecmp_to(const String &p_other) const;
	signed char filenocasecmp_to(const String &p_other) const;
	double similarity(const String &p_text) const;
	PackedStringArray bigrams() const;

	/* Search: -1 when there is none */

	int64_t find(const String &p_what, int64_t p_from = 0) const;
	int64_t find(const char *p_what, int64_t p_from = 0) const { return find(String(p_what), p_from); }
	int64_t findn(const String &p_what, int64_t p_from = 0) const;
	int64_t find_char(char32_t p_char, int64_t p_from = 0) const;
	int64_t rfind_char(char32_t p_char, int64_t p_from = -1) const;
	int64_t rfind(const String &p_what, int64_t p_from = -1) const;
	int64_t rfindn(const String &p_what, int64_t p_from = -1) const;
	// The first of several keys from p_from on; r_key says which.
	int64_t findmk(const Vector<String> &p_keys, int64_t p_from = 0, int *r_key = nullptr) const;
	int64_t count(const String &p_what, int64_t p_from = 0, int64_t p_to = 0) const;
	int64_t countn(const String &p_what, int64_t p_from = 0, int64_t p_to = 0) const;
	bool contains(const String &p_what) const { return find(p_what) != -1; }
	bool contains(const char *p_what) const { return find(p_what) != -1; }
	bool contains_char(char32_t p_char) const { return find_char(p_char) != -1; }
	bool containsn(const String &p_what) const { return findn(p_what) != -1; }
	bool begins_with(const String &p_text) const;
	bool begins_with(const char *p_text) const;
	bool ends_with(const String &p_text) const;
	bool is_enclosed_in(const String &p_text) const { return begins_with(p_text) && ends_with(p_text); }
	bool match(const String &p_wildcard) const; // `*` any run, `?` any character but `.`.
	bool matchn(const String &p_wildcard) const;
	bool is_subsequence_of(const String &p_text) const;
	bool is_subsequence_ofn(const String &p_text) const;
	bool is_quoted() const;

	/* Parts and edits: each returns a new String */

	String substr(int64_t p_from, int64_t p_length = -1) const;
	String left(int64_t p_length) const; // Negative: all but that many.
	String right(int64_t p_length) const;
	String replace(const String &p_what, const String &p_by) const;
	String replacen(const String &p_what, const String &p_by) const;
	String replace_first(const String &p_what, const String &p_by) const;
	String replace_char(char32_t p_key, char32_t p_by) const;
	String replace_chars(const String &p_keys, char32_t p_by) const;
	String remove_char(char32_t p_char) const;
	String remove_chars(const String &p_chars) const;
	String repeat(int64_t p_count) const;
	String reverse() const;
	String insert(int64_t p_position, const String &p_what) const;
	String erase(int64_t p_position, int64_t p_chars = 1) const;
	String lpad(int64_t p_min_length, const String &p_character = " ") const;
	String rpad(int64_t p_min_length, const String &p_character = " ") const;
	String pad_decimals(int64_t p_digits) const;
	String pad_zeros(int64_t p_digits) const;
	String trim_prefix(const String &p_prefix) const;
	String trim_suffix(const String &p_suffix) const;
	String strip_edges(bool p_left = true, bool p_right = true) const;
	String strip_escapes() const;
	String lstrip(const String &p_chars) const;
	String rstrip(const String &p_chars) const;
	String indent(const String &p_prefix) const;
	String dedent() const;
	String quote(const char *p_quote = "\"") const;
	String unquote() const;

	/* Slices and lists */

	String get_slice(const String &p_delimiter, int64_t p_slice) const;
	String get_slicec(char32_t p_delimiter, int64_t p_slice) const;
	int64_t get_slice_count(const String &p_delimiter) const;
	Vector<String> split(const String &p_delimiter = "", bool p_allow_empty = true, int64_t p_maxsplit = 0) const;
	Vector<String> rsplit(const String &p_delimiter = "", bool p_allow_empty = true, int64_t p_maxsplit = 0) const;
	Vector<String> split_spaces() const;
	Vector<double> split_floats(const String &p_delimiter, bool p_allow_empty = true) const;
	String join(const Vector<String> &p_parts) const;

	/* Case and identifiers */

	String to_upper() const;
	String to_lower() const;
	String capitalize() const;
	String to_camel_case() const;
	String to_pascal_case() const;
	String to_snake_case() const;
	String to_kebab_case() const;
	bool is_valid_ascii_identifier() const;
	bool is_valid_unicode_identifier() const;
	bool is_valid_identifier() const { return is_valid_ascii_identifier(); }
	String validate_ascii_identifier() const;
	String validate_node_name() const; // Characters that a node name cannot hold become '_'.
	static String get_invalid_node_name_characters(bool p_allow_internal = false);
	bool is_valid_filename() const;
	String validate_filename() const;

	/* Numbers */

	bool is_numeric() const;
	bool is_valid_int() const;
	bool is_valid_float() const;
	bool is_valid_hex_number(bool p_with_prefix = false) const;
	bool is_valid_html_color() const;
	bool is_valid_ip_address() const;
	int64_t to_int() const; // Saturates.
	int64_t hex_to_int() const;
	int64_t bin_to_int() const;
	double to_float() const;
	static int64_t to_int(const char *p_text, int64_t p_length = -1);
	static double to_float(const char *p_text);
	PackedByteArray hex_decode() const;

	static String num(double p_number, int64_t p_decimals = -1); // Fixed point, zeros at the end removed unless p_decimals asks for them.
	static String num_scientific(double p_number); // The shortest text that reads back as the same number.
	static String num_scientific(float p_number);
	static String num_real(double p_number, bool p_trailing = true); // As str() shows it: `1.0`, `0.1`, `1e+20`.
	static String num_real(float p_number, bool p_trailing = true);
	static String num_int64(int64_t p_number, int64_t p_base = 10, bool p_capitalize_hex = false);
	static String num_uint64(uint64_t p_number, int64_t p_base = 10, bool p_capitalize_hex = false);
	static String humanize_size(uint64_t p_size);
	static String md5(const uint8_t *p_digest); // 16 bytes as hexadecimal text.
	static String hex_encode_buffer(const uint8_t *p_bytes, int64_t p_length);

	/* Paths */

	String get_extension() const;
	String get_basename() const;
	String get_base_dir() const;
	String get_file() const;
	String path_join(const String &p_path) const;
	String simplify_path() const;
	bool is_absolute_path() const;
	bool is_relative_path() const { return !is_absolute_path(); }
	bool is_resource_file() const; // In res:// and no sub-resource.
	bool is_network_share_path() const;
	String path_to_file(const String &p_path) const;
	String path_to(const String &p_path) const;

	/* Escapes */

	String xml_escape(bool p_escape_quotes = false) const;
	String xml_unescape() const;
	String uri_encode() const;
	String uri_decode() const; // `+` is a space.
	String uri_file_decode() const; // `+` stays.
	String c_escape() const;
	String c_escape_multiline() const;
	String c_unescape() const;
	String json_escape() const;
	String property_name_encode() const;
	// Takes a URL apart: scheme with its "://", lower-case host without brackets or user, port 0 and an empty path where the URL has none.
	// The query stays in the path. ERR_INVALID_PARAMETER when there is no host or no such port.
	Error parse_url(String &r_scheme, String &r_host, int &r_port, String &r_path, String &r_fragment) const;

	/* Hashes */

	uint32_t hash() const; // djb2 over the characters.
	// For tables of this process; the same as of the StringName. Kept with the text until it is written.
	_FORCE_INLINE_ uint32_t table_hash() const {
		const uint32_t known = _data.get_text_hash();
		return likely(known != 0) ? known : _compute_table_hash();
	}
	static uint32_t table_hash(const char32_t *p_text, int64_t p_length);
	static uint32_t hash(const char *p_latin1);
	static uint32_t hash(const char *p_latin1, int64_t p_length);
	static uint32_t hash(const char32_t *p_text, int64_t p_length);
	uint64_t hash64() const;
	// Of the UTF-8 text.
	String md5_text() const;
	String sha1_text() const;
	String sha256_text() const;
	PackedByteArray md5_buffer() const;
	PackedByteArray sha1_buffer() const;
	PackedByteArray sha256_buffer() const;
};

template <>
struct IsRelocatable<String> : std::true_type {};

bool operator==(const char *p_a, const String &p_b);
bool operator!=(const char *p_a, const String &p_b);
String operator+(const char *p_a, const String &p_b);
String operator+(char32_t p_a, const String &p_b);

String itos(int64_t p_number);
String uitos(uint64_t p_number);
String rtos(double p_number); // String::num
String rtoss(double p_number); // String::num_scientific

// Orders for sort_custom and maps.
struct NoCaseComparator {
	bool operator()(const String &p_a, const String &p_b) const { return p_a.nocasecmp_to(p_b) < 0; }
};
struct NaturalNoCaseComparator {
	bool operator()(const String &p_a, const String &p_b) const { return p_a.naturalnocasecmp_to(p_b) < 0; }
};
struct FileNoCaseComparator {
	bool operator()(const String &p_a, const String &p_b) const { return p_a.filenocasecmp_to(p_b) < 0; }
};
