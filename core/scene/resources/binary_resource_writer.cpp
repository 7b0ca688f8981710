// Bodies come first, for they say which names there are; then what stands in front of them.
#include "core/scene/resources/binary_resource_writer.h"

#include "core/io/resource_uid.h"
#include "core/io/uid_files.h"
#include "core/math/aabb.h"
#include "core/math/projection.h"
#include "core/math/transform_3d.h"
#include "core/scene/resources/binary_resource_format.h"
#include "core/scene/resources/bundled_scene.h"
#include "core/scene/resources/packed_scene.h"

#include <cstring>

using namespace BinaryResourceFormat;

void BinaryResourceWriter::Bytes::put(uint64_t p_value, int p_size) {
	for (int i = 0; i < p_size; i++) {
		bytes.push_back(uint8_t(p_value >> (8 * i)));
	}
}

void BinaryResourceWriter::Bytes::put_float(float p_value) {
	uint32_t bits;
	memcpy(&bits, &p_value, 4);
	put(bits, 4);
}

void BinaryResourceWriter::Bytes::put_double(double p_value) {
	uint64_t bits;
	memcpy(&bits, &p_value, 8);
	put(bits, 8);
}

// With a zero at the end, which counts.
void BinaryResourceWriter::Bytes::put_string(const String &p_text) {
	const PackedByteArray letters = p_text.to_utf8_buffer();
	put_32(uint32_t(letters.size()) + 1);
	bytes.append_array(letters);
	bytes.push_back(0);
}

uint32_t BinaryResourceWriter::name_number(const StringName &p_name) {
	const uint32_t *known = names.getptr(p_name);
	if (known) {
		return *known;
	}
	const uint32_t number = uint32_t(names.size());
	names.insert(p_name, number);
	return number;
}

void BinaryResourceWriter::put_object(Bytes &r_into, const Variant &p_value) {
	Resource *resource = Object::cast_to<Resource>(p_value.get_validated_object());
	uint32_t number = 0;
	for (const KeyValue<Resource *, String> &entry : ext_ids) {
		if (entry.key == resource) {
			r_into.put_32(OBJECT_EXTERNAL_INDEX);
			r_into.put_32(number);
			return;
		}
		number++;
	}
	number = 0;
	for (const KeyValue<Resource *, String> &entry : sub_ids) {
		if (entry.key == resource) {
			r_into.put_32(OBJECT_INTERNAL);
			r_into.put_32(number);
			return;
		}
		number++;
	}
	r_into.put_32(OBJECT_EMPTY);
}

bool BinaryResourceWriter::put_math_value(Bytes &r_into, const Variant &p_value) {
	const auto floats = [&r_into](uint32_t p_kind, std::initializer_list<double> p_numbers) {
		r_into.put_32(p_kind);
		for (const double number : p_numbers) {
			r_into.put_float(float(number));
		}
		return true;
	};
	const auto ints = [&r_into](uint32_t p_kind, std::initializer_list<int32_t> p_numbers) {
		r_into.put_32(p_kind);
		for (const int32_t number : p_numbers) {
			r_into.put_32(uint32_t(number));
		}
		return true;
	};
	switch (p_value.get_type()) {
		case Variant::VECTOR2: {
			const Vector2 v = p_value;
			return floats(VALUE_VECTOR2, { v.x, v.y });
		}
		case Variant::VECTOR2I: {
			const Vector2i v = p_value;
			return ints(VALUE_VECTOR2I, { v.x, v.y });
		}
		case Variant::RECT2: {
			const Rect2 r = p_value;
			return floats(VALUE_RECT2, { r.position.x, r.position.y, r.size.x, r.size.y });
		}
		case Variant::RECT2I: {
			const Rect2i r = p_value;
			return ints(VALUE_RECT2I, { r.position.x, r.position.y, r.size.x, r.size.y });
		}
		case Variant::VECTOR3: {
			const Vector3 v = p_value;
			return floats(VALUE_VECTOR3, { v.x, v.y, v.z });
		}
		case Variant::VECTOR3I: {
			const Vector3i v = p_value;
			return ints(VALUE_VECTOR3I, { v.x, v.y, v.z });
		}
		case Variant::VECTOR4: {
			const Vector4 v = p_value;
			return floats(VALUE_VECTOR4, { v.x, v.y, v.z, v.w });
		}
		case Variant::VECTOR4I: {
			const Vector4i v = p_value;
			return ints(VALUE_VECTOR4I, { v.x, v.y, v.z, v.w });
		}
		case Variant::PLANE: {
			const Plane p = p_value;
			return floats(VALUE_PLANE, { p.normal.x, p.normal.y, p.normal.z, p.d });
		}
		case Variant::QUATERNION: {
			const Quaternion q = p_value;
			return floats(VALUE_QUATERNION, { q.x, q.y, q.z, q.w });
		}
		case Variant::AABB: {
			const ::AABB box = p_value;
			return floats(VALUE_AABB, { box.position.x, box.position.y, box.position.z, box.size.x, box.size.y, box.size.z });
		}
		case Variant::BASIS: {
			const Basis b = p_value;
			return floats(VALUE_BASIS, { b.rows[0].x, b.rows[0].y, b.rows[0].z, b.rows[1].x, b.rows[1].y, b.rows[1].z, b.rows[2].x, b.rows[2].y, b.rows[2].z });
		}
		case Variant::TRANSFORM3D: {
			const Transform3D t = p_value;
			const Basis &b = t.basis;
			return floats(VALUE_TRANSFORM_3D, { b.rows[0].x, b.rows[0].y, b.rows[0].z, b.rows[1].x, b.rows[1].y, b.rows[1].z, b.rows[2].x, b.rows[2].y, b.rows[2].z, t.origin.x, t.origin.y, t.origin.z });
		}
		case Variant::TRANSFORM2D: {
			const Transform2D t = p_value;
			return floats(VALUE_TRANSFORM_2D, { t.columns[0].x, t.columns[0].y, t.columns[1].x, t.columns[1].y, t.columns[2].x, t.columns[2].y });
		}
		case Variant::PROJECTION: {
			const Projection p = p_value;
			r_into.put_32(VALUE_PROJECTION);
			for (const Vector4 &column : p.columns) {
				for (const double number : { double(column.x), double(column.y), double(column.z), double(column.w) }) {
					r_into.put_float(float(number));
				}
			}
			return true;
		}
		case Variant::COLOR: {
			const Color c = p_value;
			return floats(VALUE_COLOR, { c.r, c.g, c.b, c.a });
		}
		default:
			return false;
	}
}

bool BinaryResourceWriter::put_packed_array(Bytes &r_into, const Variant &p_value) {
	const auto each = [&r_into](uint32_t p_kind, const auto &p_array, auto p_put) {
		r_into.put_32(p_kind);
		r_into.put_32(uint32_t(p_array.size()));
		for (const auto &element : p_array) {
			p_put(element);
		}
		return true;
	};
	switch (p_value.get_type()) {
		case Variant::PACKED_BYTE_ARRAY: {
			const PackedByteArray array = p_value;
			r_into.put_32(VALUE_BYTES);
			r_into.put_32(uint32_t(array.size()));
			r_into.bytes.append_array(array);
			r_into.put(0, int((4 - array.size() % 4) % 4));
			return true;
		}
		case Variant::PACKED_INT32_ARRAY:
			return each(VALUE_INTS_32, PackedInt32Array(p_value), [&r_into](int32_t p_number) { r_into.put_32(uint32_t(p_number)); });
		case Variant::PACKED_INT64_ARRAY:
			return each(VALUE_INTS_64, PackedInt64Array(p_value), [&r_into](int64_t p_number) { r_into.put(uint64_t(p_number), 8); });
		case Variant::PACKED_FLOAT32_ARRAY:
			return each(VALUE_FLOATS_32, PackedFloat32Array(p_value), [&r_into](float p_number) { r_into.put_float(p_number); });
		case Variant::PACKED_FLOAT64_ARRAY:
			return each(VALUE_FLOATS_64, PackedFloat64Array(p_value), [&r_into](double p_number) { r_into.put_double(p_number); });
		case Variant::PACKED_STRING_ARRAY:
			return each(VALUE_STRINGS, PackedStringArray(p_value), [&r_into](const String &p_text) { r_into.put_string(p_text); });
		case Variant::PACKED_VECTOR2_ARRAY:
			return each(VALUE_VECTORS_2, PackedVector2Array(p_value), [&r_into](const Vector2 &p_vector) {
				r_into.put_float(float(p_vector.x));
				r_into.put_float(float(p_vector.y));
			});
		case Variant::PACKED_VECTOR3_ARRAY:
			return each(VALUE_VECTORS_3, PackedVector3Array(p_value), [&r_into](const Vector3 &p_vector) {
				r_into.put_float(float(p_vector.x));
				r_into.put_float(float(p_vector.y));
				r_into.put_float(float(p_vector.z));
			});
		case Variant::PACKED_VECTOR4_ARRAY:
			return each(VALUE_VECTORS_4, PackedVector4Array(p_value), [&r_into](const Vector4 &p_vector) {
				r_into.put_float(float(p_vector.x));
				r_into.put_float(float(p_vector.y));
				r_into.put_float(float(p_vector.z));
				r_into.put_float(float(p_vector.w));
			});
		case Variant::PACKED_COLOR_ARRAY:
			return each(VALUE_COLORS, PackedColorArray(p_value), [&r_into](const Color &p_color) {
				r_into.put_float(p_color.r);
				r_into.put_float(p_color.g);
				r_into.put_float(p_color.b);
				r_into.put_float(p_color.a);
			});
		default:
			return false;
	}
}

// collect() has looked at how deep values go.
void BinaryResourceWriter::put_value(Bytes &r_into, const Variant &p_value) {
	if (put_math_value(r_into, p_value) || put_packed_array(r_into, p_value)) {
		return;
	}
	switch (p_value.get_type()) {
		case Variant::BOOL:
			r_into.put_32(VALUE_BOOL);
			r_into.put_32(bool(p_value));
			break;
		case Variant::INT: {
			const int64_t number = p_value;
			const bool is_short = number == int64_t(int32_t(number));
			r_into.put_32(is_short ? VALUE_INT : VALUE_INT_64);
			r_into.put(uint64_t(number), is_short ? 4 : 8);
			break;
		}
		case Variant::FLOAT: {
			const double number = p_value;
			const bool is_short = double(float(number)) == number;
			r_into.put_32(is_short ? VALUE_FLOAT : VALUE_DOUBLE);
			if (is_short) {
				r_into.put_float(float(number));
			} else {
				r_into.put_double(number);
			}
			break;
		}
		case Variant::STRING:
			r_into.put_32(VALUE_STRING);
			r_into.put_string(p_value);
			break;
		case Variant::STRING_NAME:
			r_into.put_32(VALUE_STRING_NAME);
			r_into.put_string(p_value);
			break;
		case Variant::NODE_PATH: {
			const NodePath node_path = p_value;
			r_into.put_32(VALUE_NODE_PATH);
			r_into.put(uint64_t(node_path.get_name_count()), 2);
			r_into.put(uint64_t(node_path.get_subname_count()) | (node_path.is_absolute() ? 0x8000 : 0), 2);
			for (int i = 0; i < node_path.get_name_count(); i++) {
				r_into.put_32(name_number(node_path.get_name(i)));
			}
			for (int i = 0; i < node_path.get_subname_count(); i++) {
				r_into.put_32(name_number(node_path.get_subname(i)));
			}
			break;
		}
		case Variant::OBJECT:
			r_into.put_32(VALUE_OBJECT);
			put_object(r_into, p_value);
			break;
		case Variant::DICTIONARY: {
			const Dictionary dictionary = p_value;
			r_into.put_32(VALUE_DICTIONARY);
			r_into.put_32(uint32_t(dictionary.size()));
			for (const KeyValue<Variant, Variant> &entry : dictionary) {
				put_value(r_into, entry.key);
				put_value(r_into, entry.value);
			}
			break;
		}
		case Variant::ARRAY: {
			const Array array = p_value;
			r_into.put_32(VALUE_ARRAY);
			r_into.put_32(uint32_t(array.size()));
			for (const Variant &element : array) {
				put_value(r_into, element);
			}
			break;
		}
		default:
			r_into.put_32(VALUE_NIL);
			break;
	}
}

void BinaryResourceWriter::put_resource(Bytes &r_into, const Ref<Resource> &p_resource) {
	r_into.put_string(class_of(p_resource.ptr()));
	const Ref<PackedScene> scene = p_resource;
	if (scene.is_valid()) {
		r_into.put_32(1);
		r_into.put_32(name_number(SNAME("_bundled")));
		put_value(r_into, write_bundled_scene(scene->get_state().ptr()));
		return;
	}
	const LocalVector<Value> values = values_of(p_resource);
	r_into.put_32(uint32_t(values.size()));
	for (const Value &entry : values) {
		r_into.put_32(name_number(entry.name));
		put_value(r_into, entry.value);
	}
}

void BinaryResourceWriter::put_head(Bytes &r_into, const Ref<Resource> &p_resource) const {
	for (const char letter : { 'R', 'S', 'R', 'C' }) {
		r_into.bytes.push_back(uint8_t(letter));
	}
	for (const uint32_t number : { 0u, 0u, 4u, 6u, uint32_t(WRITTEN_FORMAT) }) {
		r_into.put_32(number);
	}
	r_into.put_string(class_of(p_resource.ptr()));
	r_into.put(0, 8);
	r_into.put_32(FLAG_NAMED_PARTS | FLAG_UIDS);
	r_into.put(uint64_t(UIDFiles::read_uid_of(path)), 8);
	for (int i = 0; i < RESERVED_WORDS; i++) {
		r_into.put_32(0);
	}
}

Error BinaryResourceWriter::write(const Ref<Resource> &p_resource, Vector<uint8_t> &r_bytes, bool p_to_be_packed) {
	const Ref<PackedScene> scene = p_resource;
	if (scene.is_valid()) {
		collect_scene(scene->get_state());
	} else {
		collect_values(p_resource, 0);
	}
	if (error != OK) {
		return error;
	}
	Bytes bodies;
	LocalVector<uint64_t> offsets; // In bodies.
	for (const KeyValue<Resource *, String> &entry : sub_ids) {
		offsets.push_back(uint64_t(bodies.bytes.size()));
		put_resource(bodies, Ref<Resource>(entry.key));
	}
	offsets.push_back(uint64_t(bodies.bytes.size()));
	put_resource(bodies, p_resource);
	Bytes all;
	put_head(all, p_resource);
	all.put_32(uint32_t(names.size()));
	for (const KeyValue<StringName, uint32_t> &entry : names) {
		all.put_string(entry.key);
	}
	all.put_32(uint32_t(ext_ids.size()));
	for (const KeyValue<Resource *, String> &entry : ext_ids) {
		all.put_string(entry.key->is_class("Script") ? String("Script") : class_of(entry.key));
		all.put_string(entry.key->get_path());
		all.put(uint64_t(ResourceUID::get_singleton()->find_id(entry.key->get_path())), 8);
	}
	Vector<String> locals;
	for (const KeyValue<Resource *, String> &entry : sub_ids) {
		locals.push_back("local://" + entry.value);
	}
	locals.push_back(path);
	uint64_t begin = uint64_t(all.bytes.size()) + (p_to_be_packed ? 0 : 4);
	for (const String &local : locals) {
		begin += 4 + uint64_t(local.to_utf8_buffer().size()) + 1 + 8;
	}
	all.put_32(uint32_t(locals.size()));
	for (int64_t i = 0; i < locals.size(); i++) {
		all.put_string(locals[i]);
		all.put(begin + offsets[uint32_t(i)], 8);
	}
	all.bytes.append_array(bodies.bytes);
	for (const char letter : { 'R', 'S', 'R', 'C' }) {
		all.bytes.push_back(uint8_t(letter));
	}
	r_bytes = all.bytes;
	return OK;
}
