// BinaryResourceReader: the values that are nothing but numbers.
#include "core/math/aabb.h"
#include "core/math/projection.h"
#include "core/math/transform_3d.h"
#include "core/scene/resources/binary_resource_format.h"
#include "core/scene/resources/binary_resource_reader.h"

using namespace BinaryResourceFormat;

bool BinaryResourceReader::read_math_value(uint32_t p_kind, Variant &r_value) {
	const auto real = [this]() {
		return real_t(get_real());
	};
	const auto whole = [this]() {
		return int32_t(get_32());
	};
	const auto vector_3 = [&real]() {
		const real_t x = real();
		const real_t y = real();
		return Vector3(x, y, real());
	};
	const auto vector_2 = [&real]() {
		const real_t x = real();
		return Vector2(x, real());
	};
	const auto vector_4 = [&vector_2]() {
		const Vector2 first = vector_2();
		const Vector2 second = vector_2();
		return Vector4(first.x, first.y, second.x, second.y);
	};
	const auto basis = [&vector_3]() {
		Basis read;
		for (int row = 0; row < 3; row++) {
			read[row] = vector_3();
		}
		return read;
	};
	switch (p_kind) {
		case VALUE_VECTOR2:
			r_value = vector_2();
			return true;
		case VALUE_VECTOR2I: {
			const int32_t x = whole();
			r_value = Vector2i(x, whole());
			return true;
		}
		case VALUE_RECT2: {
			const Vector2 position = vector_2();
			r_value = Rect2(position, vector_2());
			return true;
		}
		case VALUE_RECT2I: {
			int32_t parts[4];
			for (int32_t &part : parts) {
				part = whole();
			}
			r_value = Rect2i(parts[0], parts[1], parts[2], parts[3]);
			return true;
		}
		case VALUE_VECTOR3:
			r_value = vector_3();
			return true;
		case VALUE_VECTOR3I: {
			const int32_t x = whole();
			const int32_t y = whole();
			r_value = Vector3i(x, y, whole());
			return true;
		}
		case VALUE_VECTOR4:
			r_value = vector_4();
			return true;
		case VALUE_VECTOR4I: {
			int32_t parts[4];
			for (int32_t &part : parts) {
				part = whole();
			}
			r_value = Vector4i(parts[0], parts[1], parts[2], parts[3]);
			return true;
		}
		case VALUE_PLANE: {
			const Vector3 normal = vector_3();
			r_value = Plane(normal, real());
			return true;
		}
		case VALUE_QUATERNION: {
			const Vector4 parts = vector_4();
			r_value = Quaternion(parts.x, parts.y, parts.z, parts.w);
			return true;
		}
		case VALUE_AABB: {
			const Vector3 position = vector_3();
			r_value = AABB(position, vector_3());
			return true;
		}
		case VALUE_BASIS:
			r_value = basis();
			return true;
		case VALUE_TRANSFORM_3D: {
			const Basis turned = basis();
			r_value = Transform3D(turned, vector_3());
			return true;
		}
		case VALUE_TRANSFORM_2D: {
			const Vector2 x_axis = vector_2();
			const Vector2 y_axis = vector_2();
			r_value = Transform2D(x_axis, y_axis, vector_2());
			return true;
		}
		case VALUE_PROJECTION: {
			Projection projection;
			for (int column = 0; column < 4; column++) {
				projection[column] = vector_4();
			}
			r_value = projection;
			return true;
		}
		case VALUE_COLOR: {
			float parts[4];
			for (float &part : parts) {
				part = get_float();
			}
			r_value = Color(parts[0], parts[1], parts[2], parts[3]);
			return true;
		}
		default:
			return false;
	}
}

bool BinaryResourceReader::read_packed_array(uint32_t p_kind, Variant &r_value) {
	const uint64_t real_size = wide_reals ? 8 : 4;
	const auto fill = [this](auto &r_array, uint64_t p_size, auto p_read) {
		const uint32_t count = get_count(p_size);
		r_array.resize(count);
		auto *into = r_array.ptrw();
		for (uint32_t i = 0; i < count && !broken; i++) {
			into[i] = p_read();
		}
	};
	const auto read_as = [&](auto p_array, uint64_t p_size, auto p_read) {
		fill(p_array, p_size, p_read);
		r_value = p_array;
		return true;
	};
	const auto real = [this]() {
		return real_t(get_real());
	};
	switch (p_kind) {
		case VALUE_BYTES: {
			PackedByteArray array;
			const uint32_t count = get_count(1);
			array.append_array(bytes.slice(int64_t(at), int64_t(at) + count));
			at += (uint64_t(count) + 3) / 4 * 4;
			r_value = array;
			return true;
		}
		case VALUE_INTS_32:
			return read_as(PackedInt32Array(), 4, [this]() { return int32_t(get_32()); });
		case VALUE_INTS_64:
			return read_as(PackedInt64Array(), 8, [this]() { return int64_t(get(8)); });
		case VALUE_FLOATS_32:
			return read_as(PackedFloat32Array(), 4, [this]() { return get_float(); });
		case VALUE_FLOATS_64:
			return read_as(PackedFloat64Array(), 8, [this]() { return get_double(); });
		case VALUE_STRINGS:
			return read_as(PackedStringArray(), 4, [this]() { return get_string(); });
		case VALUE_VECTORS_2:
			return read_as(PackedVector2Array(), 2 * real_size, [&real]() {
				const real_t x = real();
				return Vector2(x, real());
			});
		case VALUE_VECTORS_3:
			return read_as(PackedVector3Array(), 3 * real_size, [&real]() {
				const real_t x = real();
				const real_t y = real();
				return Vector3(x, y, real());
			});
		case VALUE_VECTORS_4:
			return read_as(PackedVector4Array(), 4 * real_size, [&real]() {
				const real_t x = real();
				const real_t y = real();
				const real_t z = real();
				return Vector4(x, y, z, real());
			});
		case VALUE_COLORS:
			return read_as(PackedColorArray(), 16, [this]() {
				const float r = get_float();
				const float g = get_float();
				const float b = get_float();
				return Color(r, g, b, get_float());
			});
		default:
			return false;
	}
}
