// The methods that only PackedByteArray has. They are bound here because numbers, values and compression belong to this layer.
#include "core/error/error_macros.h"
#include "core/io/compression.h"
#include "core/io/marshalls.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"

#include <cstring>

namespace {

// --- Texts.

String from_ascii(const PackedByteArray &p_self) {
	String text;
	const char *bytes = reinterpret_cast<const char *>(p_self.ptr());
	text.append_latin1(Span<char>(bytes, p_self.is_empty() ? 0 : strnlen(bytes, size_t(p_self.size()))));
	return text;
}

String from_utf8(const PackedByteArray &p_self) {
	String text;
	if (!p_self.is_empty()) {
		text.append_utf8(reinterpret_cast<const char *>(p_self.ptr()), p_self.size());
	}
	return text;
}

template <typename U>
Vector<U> units_of(const PackedByteArray &p_bytes) {
	Vector<U> units;
	const int64_t count = p_bytes.size() / int64_t(sizeof(U));
	if (count == 0 || units.resize_uninitialized(count) != OK) {
		return units;
	}
	U *to = units.ptrw();
	for (int64_t i = 0; i < count; i++) {
		const uint8_t *bytes = p_bytes.ptr() + i * int64_t(sizeof(U));
		to[i] = U(sizeof(U) == 2 ? decode_uint16(bytes) : decode_uint32(bytes));
	}
	return units;
}

String from_utf16(const PackedByteArray &p_self) {
	const Vector<char16_t> units = units_of<char16_t>(p_self);
	String text;
	if (!units.is_empty()) {
		text.append_utf16(units.ptr(), units.size());
	}
	return text;
}

String from_utf32(const PackedByteArray &p_self) {
	String text;
	text.append_utf32(units_of<char32_t>(p_self).span()); // Ends at the first zero.
	return text;
}

String from_multibyte(const PackedByteArray &p_self, const String &p_encoding) {
	return String::multibyte(Span<char>(reinterpret_cast<const char *>(p_self.ptr()), uint64_t(p_self.size())), p_encoding);
}

String hex_encode(const PackedByteArray &p_self) {
	return String::hex_encode_buffer(p_self.ptr(), p_self.size());
}

// --- Compression.

bool is_mode(int64_t p_mode) {
	return p_mode >= Compression::MODE_FASTLZ && p_mode <= Compression::MODE_BROTLI && Compression::is_supported(Compression::Mode(p_mode));
}

PackedByteArray compress(const PackedByteArray &p_self, int64_t p_mode) {
	PackedByteArray compressed;
	if (p_self.is_empty()) {
		return compressed;
	}
	ERR_FAIL_COND_V_MSG(!is_mode(p_mode), compressed, "There is no such compression mode.");
	const Error error = Compression::compress(p_self.ptr(), p_self.size(), Compression::Mode(p_mode), compressed);
	ERR_FAIL_COND_V_MSG(error != OK, PackedByteArray(), "The bytes could not be compressed in this mode.");
	return compressed;
}

constexpr int64_t FIRST_CAPACITY = 16 << 20;

PackedByteArray decompress(const PackedByteArray &p_self, int64_t p_buffer_size, int64_t p_mode) {
	ERR_FAIL_COND_V_MSG(p_buffer_size <= 0, PackedByteArray(), "The size of the decompressed data must be greater than 0.");
	ERR_FAIL_COND_V_MSG(!is_mode(p_mode), PackedByteArray(), "There is no such compression mode.");
	PackedByteArray data;
	int64_t written = 0;
	Error error = OK;
	// A size is soon named. Memory is taken for what the data holds: more only when it did not fit.
	int64_t capacity = MIN(p_buffer_size, MAX(FIRST_CAPACITY, p_self.size()));
	for (;;) {
		data.clear();
		ERR_FAIL_COND_V_MSG(data.resize_uninitialized(capacity) != OK, PackedByteArray(), "There is not enough memory for the decompressed data.");
		error = Compression::decompress(data.ptrw(), capacity, p_self.ptr(), p_self.size(), Compression::Mode(p_mode), written);
		if (error != ERR_OUT_OF_MEMORY || capacity == p_buffer_size) {
			break;
		}
		capacity = capacity > p_buffer_size / 4 ? p_buffer_size : capacity * 4;
	}
	ERR_FAIL_COND_V_MSG(error != OK, PackedByteArray(), error == ERR_OUT_OF_MEMORY ? "The bytes hold more than fits into that size." : "The bytes are not compressed data of this mode.");
	data.resize(written);
	return data;
}

PackedByteArray decompress_dynamic(const PackedByteArray &p_self, int64_t p_max_output_size, int64_t p_mode) {
	ERR_FAIL_COND_V_MSG(!is_mode(p_mode), PackedByteArray(), "There is no such compression mode.");
	PackedByteArray data;
	const Error error = Compression::decompress_dynamic(data, p_max_output_size, p_self.ptr(), p_self.size(), Compression::Mode(p_mode));
	ERR_FAIL_COND_V_MSG(error != OK, PackedByteArray(), "The bytes are not compressed data of this mode, or hold more than was allowed.");
	return data;
}

// --- Numbers.

const char *const OUTSIDE = "There are not that many bytes at this offset.";

bool has_bytes(const PackedByteArray &p_self, int64_t p_offset, int64_t p_bytes) {
	return p_offset >= 0 && p_offset <= p_self.size() - p_bytes;
}

template <typename T>
T read_number(const uint8_t *p_bytes) {
	if constexpr (std::is_same_v<T, float>) {
		return decode_float(p_bytes);
	} else if constexpr (std::is_same_v<T, double>) {
		return decode_double(p_bytes);
	} else {
		uint64_t value = 0;
		for (size_t i = 0; i < sizeof(T); i++) {
			value |= uint64_t(p_bytes[i]) << (i * 8);
		}
		return T(value);
	}
}

template <typename T>
void write_number(uint8_t *r_bytes, T p_value) {
	if constexpr (std::is_same_v<T, float>) {
		encode_float(p_value, r_bytes);
	} else if constexpr (std::is_same_v<T, double>) {
		encode_double(p_value, r_bytes);
	} else {
		for (size_t i = 0; i < sizeof(T); i++) {
			r_bytes[i] = uint8_t(uint64_t(p_value) >> (i * 8));
		}
	}
}

template <typename T, typename Argument>
Argument decode_number(const PackedByteArray &p_self, int64_t p_offset) {
	ERR_FAIL_COND_V_MSG(!has_bytes(p_self, p_offset, sizeof(T)), 0, OUTSIDE);
	return Argument(read_number<T>(p_self.ptr() + p_offset));
}

template <typename T, typename Argument>
void encode_number(PackedByteArray &r_self, int64_t p_offset, Argument p_value) {
	ERR_FAIL_COND_MSG(!has_bytes(r_self, p_offset, sizeof(T)), OUTSIDE);
	write_number<T>(r_self.ptrw() + p_offset, T(p_value));
}

double decode_half_at(const PackedByteArray &p_self, int64_t p_offset) {
	ERR_FAIL_COND_V_MSG(!has_bytes(p_self, p_offset, 2), 0, OUTSIDE);
	return decode_half(p_self.ptr() + p_offset);
}

void encode_half_at(PackedByteArray &r_self, int64_t p_offset, double p_value) {
	ERR_FAIL_COND_MSG(!has_bytes(r_self, p_offset, 2), OUTSIDE);
	encode_half(float(p_value), r_self.ptrw() + p_offset);
}

template <int SIZE>
void swap_bytes(PackedByteArray &r_self, int64_t p_offset, int64_t p_count) {
	ERR_FAIL_COND_MSG(p_offset < 0 || p_offset > r_self.size(), OUTSIDE);
	const int64_t most = (r_self.size() - p_offset) / SIZE;
	const int64_t count = p_count < 0 ? most : p_count;
	ERR_FAIL_COND_MSG(count > most, OUTSIDE);
	uint8_t *bytes = r_self.ptrw() + p_offset;
	for (int64_t i = 0; i < count; i++, bytes += SIZE) {
		for (int j = 0; j < SIZE / 2; j++) {
			SWAP(bytes[j], bytes[SIZE - 1 - j]);
		}
	}
}

template <typename T>
Vector<T> to_array(const PackedByteArray &p_self) {
	Vector<T> array;
	ERR_FAIL_COND_V_MSG(p_self.size() % int64_t(sizeof(T)) != 0, array, "The number of bytes is no multiple of the size of an element.");
	if (!p_self.is_empty()) {
		array.resize(p_self.size() / int64_t(sizeof(T)));
		std::memcpy(static_cast<void *>(array.ptrw()), p_self.ptr(), size_t(p_self.size()));
	}
	return array;
}

// --- Values.

bool decode_at(const PackedByteArray &p_self, int64_t p_offset, bool p_allow_objects, Variant &r_value, int &r_size) {
	if (p_offset < 0 || p_offset > p_self.size()) {
		return false;
	}
	return decode_variant(r_value, p_self.span().subspan(uint64_t(p_offset)), &r_size, p_allow_objects) == OK;
}

bool has_encoded_var(const PackedByteArray &p_self, int64_t p_offset, bool p_allow_objects) {
	Variant value;
	int size = 0;
	return decode_at(p_self, p_offset, p_allow_objects, value, size);
}

Variant decode_var(const PackedByteArray &p_self, int64_t p_offset, bool p_allow_objects) {
	Variant value;
	int size = 0;
	ERR_FAIL_COND_V_MSG(!decode_at(p_self, p_offset, p_allow_objects, value, size), Variant(), "There is no encoded value at this offset.");
	return value;
}

int64_t decode_var_size(const PackedByteArray &p_self, int64_t p_offset, bool p_allow_objects) {
	Variant value;
	int size = 0;
	return decode_at(p_self, p_offset, p_allow_objects, value, size) ? size : 0;
}

// The number of bytes written, or -1 when they do not fit.
int64_t encode_var(PackedByteArray &r_self, int64_t p_offset, const Variant &p_value, bool p_allow_objects) {
	PackedByteArray bytes;
	if (p_offset < 0 || encode_variant(p_value, bytes, p_allow_objects) != OK || !has_bytes(r_self, p_offset, bytes.size())) {
		return -1;
	}
	std::memcpy(r_self.ptrw() + p_offset, bytes.ptr(), size_t(bytes.size()));
	return bytes.size();
}

void register_number_methods() {
	bind_builtin_method<&decode_number<uint8_t, int64_t>>("decode_u8", { "byte_offset" });
	bind_builtin_method<&decode_number<int8_t, int64_t>>("decode_s8", { "byte_offset" });
	bind_builtin_method<&decode_number<uint16_t, int64_t>>("decode_u16", { "byte_offset" });
	bind_builtin_method<&decode_number<int16_t, int64_t>>("decode_s16", { "byte_offset" });
	bind_builtin_method<&decode_number<uint32_t, int64_t>>("decode_u32", { "byte_offset" });
	bind_builtin_method<&decode_number<int32_t, int64_t>>("decode_s32", { "byte_offset" });
	bind_builtin_method<&decode_number<uint64_t, int64_t>>("decode_u64", { "byte_offset" });
	bind_builtin_method<&decode_number<int64_t, int64_t>>("decode_s64", { "byte_offset" });
	bind_builtin_method<&decode_half_at>("decode_half", { "byte_offset" });
	bind_builtin_method<&decode_number<float, double>>("decode_float", { "byte_offset" });
	bind_builtin_method<&decode_number<double, double>>("decode_double", { "byte_offset" });
	bind_builtin_method<&has_encoded_var>("has_encoded_var", { "byte_offset", "allow_objects" }, { false });
	bind_builtin_method<&decode_var>("decode_var", { "byte_offset", "allow_objects" }, { false });
	bind_builtin_method<&decode_var_size>("decode_var_size", { "byte_offset", "allow_objects" }, { false });
	bind_builtin_method<&to_array<int32_t>>("to_int32_array", {});
	bind_builtin_method<&to_array<int64_t>>("to_int64_array", {});
	bind_builtin_method<&to_array<float>>("to_float32_array", {});
	bind_builtin_method<&to_array<double>>("to_float64_array", {});
	bind_builtin_method<&to_array<Vector2>>("to_vector2_array", {});
	bind_builtin_method<&to_array<Vector3>>("to_vector3_array", {});
	bind_builtin_method<&to_array<Vector4>>("to_vector4_array", {});
	bind_builtin_method<&to_array<Color>>("to_color_array", {});
	bind_builtin_method<&swap_bytes<2>>("bswap16", { "offset", "count" }, { 0, -1 });
	bind_builtin_method<&swap_bytes<4>>("bswap32", { "offset", "count" }, { 0, -1 });
	bind_builtin_method<&swap_bytes<8>>("bswap64", { "offset", "count" }, { 0, -1 });
	bind_builtin_method<&encode_number<uint8_t, int64_t>>("encode_u8", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<int8_t, int64_t>>("encode_s8", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<uint16_t, int64_t>>("encode_u16", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<int16_t, int64_t>>("encode_s16", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<uint32_t, int64_t>>("encode_u32", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<int32_t, int64_t>>("encode_s32", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<uint64_t, int64_t>>("encode_u64", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<int64_t, int64_t>>("encode_s64", { "byte_offset", "value" });
	bind_builtin_method<&encode_half_at>("encode_half", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<float, double>>("encode_float", { "byte_offset", "value" });
	bind_builtin_method<&encode_number<double, double>>("encode_double", { "byte_offset", "value" });
	bind_builtin_method<&encode_var>("encode_var", { "byte_offset", "value", "allow_objects" }, { false });
}

} // namespace

void register_packed_byte_methods() {
	bind_builtin_method<&from_ascii>("get_string_from_ascii", {});
	bind_builtin_method<&from_utf8>("get_string_from_utf8", {});
	bind_builtin_method<&from_utf16>("get_string_from_utf16", {});
	bind_builtin_method<&from_utf32>("get_string_from_utf32", {});
	bind_builtin_method<&from_utf32>("get_string_from_wchar", {});
	bind_builtin_method<&from_multibyte>("get_string_from_multibyte_char", { "encoding" }, { "" });
	bind_builtin_method<&hex_encode>("hex_encode", {});
	bind_builtin_method<&compress>("compress", { "compression_mode" }, { 0 });
	bind_builtin_method<&decompress>("decompress", { "buffer_size", "compression_mode" }, { 0 });
	bind_builtin_method<&decompress_dynamic>("decompress_dynamic", { "max_output_size", "compression_mode" }, { 0 });
	register_number_methods();
}
