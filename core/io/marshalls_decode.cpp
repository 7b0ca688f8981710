// Bytes to Variants. Nothing here trusts its input: each length is checked against what is left before memory is taken for it.
#include "core/io/marshalls.h"

#include "core/io/marshalls_format.h"
#include "core/object/encoded_object_as_id.h"
#include "core/variant/container_type.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

using namespace MarshallFormat;

namespace {

// Once something is wrong every read answers zero and `error` tells why; callers look at it when they are through.
class Decoder {
	const uint8_t *at;
	const uint8_t *end;
	bool allow_objects;
	Error error = OK;

	int64_t _left() const { return end - at; }
	void _fail(Error p_error) {
		error = error != OK ? error : p_error;
		at = end;
	}
	// nullptr when there is less left.
	const uint8_t *_take(int64_t p_bytes) {
		if (p_bytes < 0 || p_bytes > _left()) {
			_fail(ERR_INVALID_DATA);
			return nullptr;
		}
		const uint8_t *bytes = at;
		at += p_bytes;
		return bytes;
	}
	uint32_t _word() {
		const uint8_t *bytes = _take(4);
		return bytes != nullptr ? decode_uint32(bytes) : 0;
	}
	uint64_t _long() {
		const uint8_t *bytes = _take(8);
		return bytes != nullptr ? decode_uint64(bytes) : 0;
	}
	double _real(bool p_wide) {
		const uint8_t *bytes = _take(p_wide ? 8 : 4);
		return bytes == nullptr ? 0 : (p_wide ? decode_double(bytes) : double(decode_float(bytes)));
	}
	// A number of elements that take at least p_element_size bytes each.
	int64_t _count(int64_t p_element_size) {
		const int64_t count = _word() & COUNT_MASK;
		if (count > _left() / p_element_size) {
			_fail(ERR_INVALID_DATA);
			return 0;
		}
		return count;
	}
	String _text() {
		const int64_t size = _count(1);
		const uint8_t *bytes = _take((size + 3) / 4 * 4);
		String text;
		if (bytes != nullptr && size > 0 && text.append_utf8(reinterpret_cast<const char *>(bytes), size) != OK) {
			_fail(ERR_INVALID_DATA);
		}
		return text;
	}

	Vector2 _vector2(bool p_wide) {
		const real_t x = real_t(_real(p_wide));
		return Vector2(x, real_t(_real(p_wide)));
	}
	Vector3 _vector3(bool p_wide) {
		const Vector2 xy = _vector2(p_wide);
		return Vector3(xy.x, xy.y, real_t(_real(p_wide)));
	}
	Vector4 _vector4(bool p_wide) {
		const Vector2 xy = _vector2(p_wide);
		const Vector2 zw = _vector2(p_wide);
		return Vector4(xy.x, xy.y, zw.x, zw.y);
	}
	Color _color() {
		const Vector4 v = _vector4(false);
		return Color(v.x, v.y, v.z, v.w);
	}
	Basis _basis(bool p_wide) {
		Basis basis;
		for (int i = 0; i < 3; i++) {
			basis.rows[i] = _vector3(p_wide);
		}
		return basis;
	}
	int32_t _int32() { return int32_t(_word()); }

	Variant _math(Variant::Type p_type, bool p_wide);
	Variant _packed(Variant::Type p_type, bool p_wide);

	template <typename T, typename Read>
	Vector<T> _list(int64_t p_element_size, Read p_read) {
		Vector<T> list;
		const int64_t count = _count(p_element_size);
		list.resize(count);
		T *elements = list.ptrw();
		for (int64_t i = 0; i < count && error == OK; i++) {
			elements[i] = p_read();
		}
		return list;
	}

	NodePath _node_path() {
		const uint32_t marked = _word();
		const int64_t subname_count = _word();
		const bool absolute = (_word() & NODE_PATH_ABSOLUTE) != 0;
		const int64_t name_count = marked & COUNT_MASK;
		if ((marked & NODE_PATH_MARK) == 0 || name_count + subname_count > _left() / 4) {
			_fail(ERR_INVALID_DATA);
			return NodePath();
		}
		Vector<StringName> names;
		Vector<StringName> subnames;
		for (int64_t i = 0; i < name_count + subname_count && error == OK; i++) {
			(i < name_count ? names : subnames).push_back(_text());
		}
		return NodePath(names, subnames, absolute);
	}

	ContainerType _container_type(uint32_t p_kind) {
		ContainerType type;
		switch (p_kind) {
			case CONTAINER_BUILTIN: {
				const uint32_t builtin = _word();
				if (builtin >= Variant::VARIANT_MAX) {
					_fail(ERR_INVALID_DATA);
				} else {
					type.builtin_type = Variant::Type(builtin);
				}
			} break;
			case CONTAINER_CLASS:
				type.builtin_type = Variant::OBJECT;
				type.class_name = _text();
				// Without objects the elements can only be ids.
				if (!allow_objects && type.class_name != StringName("EncodedObjectAsID")) {
					type.class_name = "EncodedObjectAsID";
				}
				break;
			case CONTAINER_SCRIPT:
				_script_type(type);
				break;
			default:
				break;
		}
		return type;
	}
	void _script_type(ContainerType &r_type) {
		const String path = _text();
		if (!allow_objects) {
			_fail(ERR_UNAUTHORIZED);
			return;
		}
		r_type.script = path.is_empty() || object_hooks.load_resource == nullptr ? Variant() : object_hooks.load_resource(path);
		Object *script = r_type.script.get_validated_object();
		if (script == nullptr) {
			_fail(ERR_INVALID_DATA);
			return;
		}
		Variant base;
		Callable::CallError call_error;
		object_hooks.callp(script, SNAME("get_instance_base_type"), nullptr, 0, base, call_error);
		r_type.builtin_type = Variant::OBJECT;
		r_type.class_name = base;
	}

	Variant _array(uint32_t p_header, int p_depth) {
		const ContainerType type = _container_type(p_header >> ELEMENT_SHIFT & CONTAINER_MASK);
		const int64_t count = _count(4);
		Array array;
		array.set_typed(type);
		const ContainerTypeValidate &validator = array.get_element_type();
		for (int64_t i = 0; i < count && error == OK; i++) {
			const Variant value = decode(p_depth + 1);
			if (error == OK && !validator.fits(value)) {
				_fail(ERR_INVALID_DATA);
			}
			if (error == OK) {
				array.push_back(value);
			}
		}
		return array;
	}

	Variant _dictionary(uint32_t p_header, int p_depth) {
		const ContainerType key_type = _container_type(p_header >> KEY_SHIFT & CONTAINER_MASK);
		const ContainerType value_type = _container_type(p_header >> VALUE_SHIFT & CONTAINER_MASK);
		const int64_t count = _count(8);
		Dictionary dictionary;
		dictionary.set_typed(key_type, value_type);
		const ContainerTypeValidate &key_validator = dictionary.get_key_type();
		const ContainerTypeValidate &value_validator = dictionary.get_value_type();
		for (int64_t i = 0; i < count && error == OK; i++) {
			const Variant key = decode(p_depth + 1);
			const Variant value = decode(p_depth + 1);
			if (error == OK && (!key_validator.fits(key) || !value_validator.fits(value))) {
				_fail(ERR_INVALID_DATA);
			}
			if (error == OK) {
				dictionary.set(key, value);
			}
		}
		return dictionary;
	}

	Variant _object(uint32_t p_header, int p_depth) {
		if ((p_header & FLAG_OBJECT_AS_ID) != 0) {
			const ObjectID id(_long());
			if (error != OK || id.is_null()) {
				return Variant(static_cast<const Object *>(nullptr));
			}
			Ref<EncodedObjectAsID> encoded;
			encoded.instantiate();
			encoded->set_object_id(id);
			return encoded;
		}
		if (!allow_objects) {
			_fail(ERR_UNAUTHORIZED);
			return Variant();
		}
		const StringName class_name = _text();
		if (error != OK || class_name.is_empty()) {
			return Variant(static_cast<const Object *>(nullptr));
		}
		Object *object = object_hooks.instantiate(class_name);
		if (object == nullptr) {
			_fail(ERR_INVALID_DATA);
			return Variant();
		}
		const Variant held = object; // A RefCounted lives by this; any other is freed by hand on failure.
		_properties(object, p_depth);
		if (error != OK && !held.is_ref_counted()) {
			object_hooks.free_object(object);
			return Variant();
		}
		return held;
	}

	void _properties(Object *p_object, int p_depth) {
		const int64_t count = _count(8);
		for (int64_t i = 0; i < count && error == OK; i++) {
			const StringName name = _text();
			Variant value = decode(p_depth + 1);
			if (error != OK) {
				return;
			}
			if (name == SNAME("script") && value.get_type() != Variant::NIL) {
				value = value.get_type() == Variant::STRING && object_hooks.load_resource != nullptr ? object_hooks.load_resource(value) : Variant();
				if (value.is_null()) {
					_fail(ERR_INVALID_DATA);
					return;
				}
			}
			object_hooks.set(p_object, name, value);
		}
	}

public:
	Variant decode(int p_depth);
	Error get_error() const { return error; }
	const uint8_t *get_position() const { return at; }

	Decoder(Span<uint8_t> p_bytes, bool p_allow_objects) :
			at(p_bytes.ptr()), end(p_bytes.ptr() + p_bytes.size()), allow_objects(p_allow_objects) {}
};

Variant Decoder::_math(Variant::Type p_type, bool p_wide) {
	switch (p_type) {
		case Variant::VECTOR2:
			return _vector2(p_wide);
		case Variant::VECTOR2I: {
			const int32_t x = _int32();
			return Vector2i(x, _int32());
		}
		case Variant::RECT2: {
			const Vector2 position = _vector2(p_wide);
			return Rect2(position, _vector2(p_wide));
		}
		case Variant::RECT2I: {
			const int32_t v[4] = { _int32(), _int32(), _int32(), _int32() };
			return Rect2i(v[0], v[1], v[2], v[3]);
		}
		case Variant::VECTOR3:
			return _vector3(p_wide);
		case Variant::VECTOR3I: {
			const int32_t v[3] = { _int32(), _int32(), _int32() };
			return Vector3i(v[0], v[1], v[2]);
		}
		case Variant::VECTOR4:
			return _vector4(p_wide);
		case Variant::VECTOR4I: {
			const int32_t v[4] = { _int32(), _int32(), _int32(), _int32() };
			return Vector4i(v[0], v[1], v[2], v[3]);
		}
		case Variant::PLANE: {
			const Vector3 normal = _vector3(p_wide);
			return Plane(normal, real_t(_real(p_wide)));
		}
		case Variant::QUATERNION: {
			const Vector4 v = _vector4(p_wide);
			return Quaternion(v.x, v.y, v.z, v.w);
		}
		case Variant::AABB: {
			const Vector3 position = _vector3(p_wide);
			return AABB(position, _vector3(p_wide));
		}
		case Variant::TRANSFORM2D: {
			Transform2D transform;
			for (int i = 0; i < 3; i++) {
				transform.columns[i] = _vector2(p_wide);
			}
			return transform;
		}
		case Variant::BASIS:
			return _basis(p_wide);
		case Variant::TRANSFORM3D: {
			const Basis basis = _basis(p_wide);
			return Transform3D(basis, _vector3(p_wide));
		}
		case Variant::PROJECTION: {
			Projection projection;
			for (int i = 0; i < 4; i++) {
				projection.columns[i] = _vector4(p_wide);
			}
			return projection;
		}
		default:
			return _color();
	}
}

Variant Decoder::_packed(Variant::Type p_type, bool p_wide) {
	const int64_t real_size = p_wide ? 8 : 4;
	switch (p_type) {
		case Variant::PACKED_BYTE_ARRAY: {
			PackedByteArray array;
			const int64_t count = _count(1);
			const uint8_t *bytes = _take((count + 3) / 4 * 4);
			if (bytes != nullptr) {
				array.append_span(Span<uint8_t>(bytes, uint64_t(count)));
			}
			return array;
		}
		case Variant::PACKED_INT32_ARRAY:
			return _list<int32_t>(4, [this] { return _int32(); });
		case Variant::PACKED_INT64_ARRAY:
			return _list<int64_t>(8, [this] { return int64_t(_long()); });
		case Variant::PACKED_FLOAT32_ARRAY:
			return _list<float>(4, [this] { return float(_real(false)); });
		case Variant::PACKED_FLOAT64_ARRAY:
			return _list<double>(8, [this] { return _real(true); });
		case Variant::PACKED_STRING_ARRAY:
			return _list<String>(4, [this] { return _text(); });
		case Variant::PACKED_VECTOR2_ARRAY:
			return _list<Vector2>(2 * real_size, [this, p_wide] { return _vector2(p_wide); });
		case Variant::PACKED_VECTOR3_ARRAY:
			return _list<Vector3>(3 * real_size, [this, p_wide] { return _vector3(p_wide); });
		case Variant::PACKED_VECTOR4_ARRAY:
			return _list<Vector4>(4 * real_size, [this, p_wide] { return _vector4(p_wide); });
		default:
			return _list<Color>(16, [this] { return _color(); });
	}
}

Variant Decoder::decode(int p_depth) {
	if (p_depth > MARSHALL_MAX_DEPTH) {
		_fail(ERR_INVALID_DATA);
		return Variant();
	}
	const uint32_t header = _word();
	const uint32_t type = header & TYPE_MASK;
	const bool wide = (header & FLAG_64) != 0;
	if (type >= Variant::VARIANT_MAX) {
		_fail(ERR_INVALID_DATA);
	}
	if (error != OK) {
		return Variant();
	}
	switch (type) {
		case Variant::NIL:
			return Variant();
		case Variant::BOOL:
			return _word() != 0;
		case Variant::INT:
			return wide ? int64_t(_long()) : int64_t(_int32());
		case Variant::FLOAT:
			return _real(wide);
		case Variant::STRING:
			return _text();
		case Variant::STRING_NAME:
			return StringName(_text());
		case Variant::NODE_PATH:
			return _node_path();
		case Variant::RID:
			return RID::from_uint64(_long());
		case Variant::CALLABLE:
			return Callable();
		case Variant::SIGNAL: {
			const StringName name = _text();
			return Signal(ObjectID(_long()), name);
		}
		case Variant::OBJECT:
			return _object(header, p_depth);
		case Variant::DICTIONARY:
			return _dictionary(header, p_depth);
		case Variant::ARRAY:
			return _array(header, p_depth);
		default:
			return type >= Variant::PACKED_BYTE_ARRAY ? _packed(Variant::Type(type), wide) : _math(Variant::Type(type), wide);
	}
}

} // namespace

Error decode_variant(Variant &r_variant, Span<uint8_t> p_bytes, int *r_length, bool p_allow_objects, int p_depth) {
	Decoder decoder(p_bytes, p_allow_objects);
	const Variant value = decoder.decode(p_depth);
	if (decoder.get_error() != OK) {
		return decoder.get_error();
	}
	r_variant = value;
	if (r_length != nullptr) {
		*r_length = int(decoder.get_position() - p_bytes.ptr());
	}
	return OK;
}
