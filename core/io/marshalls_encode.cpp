// Variants to bytes.
#include "core/io/marshalls.h"

#include "core/io/marshalls_format.h"
#include "core/variant/container_type.h"
#include "core/variant/container_walk.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

#include <cstring>

using namespace MarshallFormat;

namespace {

class Encoder {
	Vector<uint8_t> &out;
	bool full_objects;
	ContainerWalk walk;

	uint8_t *_grow(int64_t p_bytes) {
		const int64_t size = out.size();
		out.resize_uninitialized(size + p_bytes);
		return out.ptrw() + size;
	}
	void _word(uint32_t p_value) { encode_uint32(p_value, _grow(4)); }
	void _long(uint64_t p_value) { encode_uint64(p_value, _grow(8)); }
	void _real(float p_value) { encode_float(p_value, _grow(4)); }
	void _reals(std::initializer_list<real_t> p_values) {
		for (const real_t value : p_values) {
			_real(value);
		}
	}
	void _header(Variant::Type p_type, uint32_t p_flags = 0) { _word(uint32_t(p_type) | p_flags); }

	void _raw(const void *p_bytes, int64_t p_size) {
		if (p_size > 0) {
			std::memcpy(_grow(p_size), p_bytes, size_t(p_size));
		}
		const int64_t padding = (4 - p_size % 4) % 4;
		if (padding > 0) {
			std::memset(_grow(padding), 0, size_t(padding));
		}
	}
	void _text(const String &p_text, bool p_with_end = false) {
		const CharString utf8 = p_text.utf8();
		const int64_t size = utf8.length() + (p_with_end ? 1 : 0);
		_word(uint32_t(size));
		_raw(utf8.get_data(), size);
	}

	void _vector(const Vector3 &p_value) { _reals({ p_value.x, p_value.y, p_value.z }); }
	void _vector(const Vector4 &p_value) { _reals({ p_value.x, p_value.y, p_value.z, p_value.w }); }
	void _basis(const Basis &p_value) {
		for (int i = 0; i < 3; i++) {
			_vector(p_value.rows[i]);
		}
	}

	void _elements(const PackedByteArray &p_array) { _raw(p_array.ptr(), p_array.size()); }
	void _elements(const PackedInt32Array &p_array) {
		for (const int32_t value : p_array) {
			_word(uint32_t(value));
		}
	}
	void _elements(const PackedInt64Array &p_array) {
		for (const int64_t value : p_array) {
			_long(uint64_t(value));
		}
	}
	void _elements(const PackedFloat32Array &p_array) {
		for (const float value : p_array) {
			_real(value);
		}
	}
	void _elements(const PackedFloat64Array &p_array) {
		for (const double value : p_array) {
			encode_double(value, _grow(8));
		}
	}
	void _elements(const PackedStringArray &p_array) {
		for (const String &text : p_array) {
			_text(text, true);
		}
	}
	void _elements(const PackedVector2Array &p_array) {
		for (const Vector2 &value : p_array) {
			_reals({ value.x, value.y });
		}
	}
	void _elements(const PackedVector3Array &p_array) {
		for (const Vector3 &value : p_array) {
			_vector(value);
		}
	}
	void _elements(const PackedVector4Array &p_array) {
		for (const Vector4 &value : p_array) {
			_vector(value);
		}
	}
	void _elements(const PackedColorArray &p_array) {
		for (const Color &value : p_array) {
			_reals({ value.r, value.g, value.b, value.a });
		}
	}

	void _node_path(const NodePath &p_path) {
		_word(uint32_t(p_path.get_name_count()) | NODE_PATH_MARK);
		_word(uint32_t(p_path.get_subname_count()));
		_word(p_path.is_absolute() ? NODE_PATH_ABSOLUTE : 0);
		for (int64_t i = 0; i < p_path.get_name_count(); i++) {
			_text(p_path.get_name(i));
		}
		for (int64_t i = 0; i < p_path.get_subname_count(); i++) {
			_text(p_path.get_subname(i));
		}
	}

	uint32_t _container_kind(const ContainerType &p_type) const {
		if (p_type.builtin_type != Variant::OBJECT) {
			return p_type.is_typed() ? CONTAINER_BUILTIN : CONTAINER_UNTYPED;
		}
		if (full_objects && !p_type.script.is_null()) {
			return CONTAINER_SCRIPT;
		}
		return p_type.class_name.is_empty() ? CONTAINER_BUILTIN : CONTAINER_CLASS;
	}
	void _container_type(const ContainerType &p_type) {
		switch (_container_kind(p_type)) {
			case CONTAINER_BUILTIN:
				_word(uint32_t(p_type.builtin_type));
				break;
			case CONTAINER_CLASS:
				// Without objects the elements arrive as ids.
				_text(full_objects ? String(p_type.class_name) : String("EncodedObjectAsID"));
				break;
			case CONTAINER_SCRIPT:
				_text(object_hooks.get_resource_path(p_type.script.get_validated_object()));
				break;
			default:
				break;
		}
	}

	// A snapshot: getters of objects may change the container. p_width values make one entry.
	Error _values(const Vector<Variant> &p_values, int p_width, int p_depth) {
		_word(uint32_t(p_values.size() / p_width));
		for (const Variant &value : p_values) {
			if (const Error error = encode(value, p_depth + 1)) {
				return error;
			}
		}
		return OK;
	}

	// False: this one was there so often already that its paths may have no end.
	bool _enter(const void *p_id, int p_size) {
		if (walk.find_if_exhausted(p_id, 0, p_size) != nullptr) {
			return false;
		}
		walk.remember(p_id, nullptr, 0, Variant());
		return true;
	}

	Error _array(const Array &p_array, int p_depth) {
		if (!_enter(p_array.id(), p_array.size())) {
			return ERR_INVALID_PARAMETER;
		}
		const ContainerType &type = p_array.get_element_type();
		_header(Variant::ARRAY, _container_kind(type) << ELEMENT_SHIFT);
		_container_type(type);
		return _values(VariantInternal::get_snapshot(p_array), 1, p_depth);
	}

	Error _dictionary(const Dictionary &p_dictionary, int p_depth) {
		if (!_enter(p_dictionary.id(), p_dictionary.size())) {
			return ERR_INVALID_PARAMETER;
		}
		const ContainerType &key_type = p_dictionary.get_key_type();
		const ContainerType &value_type = p_dictionary.get_value_type();
		_header(Variant::DICTIONARY, _container_kind(key_type) << KEY_SHIFT | _container_kind(value_type) << VALUE_SHIFT);
		_container_type(key_type);
		_container_type(value_type);
		return _values(VariantInternal::get_snapshot(p_dictionary), 2, p_depth);
	}

	Error _object(const Variant &p_value, int p_depth) {
		Object *object = p_value.get_validated_object();
		if (!full_objects) {
			_header(Variant::OBJECT, FLAG_OBJECT_AS_ID);
			_long(object != nullptr ? uint64_t(p_value.get_object_instance_id()) : 0);
			return OK;
		}
		_header(Variant::OBJECT);
		if (object == nullptr) {
			_text(String());
			return OK;
		}
		Array names_and_values;
		object_hooks.get_stored_properties(object, names_and_values);
		_text(object_hooks.get_class_name(object));
		_word(uint32_t(names_and_values.size() / 2));
		for (int i = 0; i + 1 < names_and_values.size(); i += 2) {
			const String name = names_and_values[i];
			Variant value = names_and_values[i + 1];
			// A script travels as its path: the other side has it, or should not get it.
			Object *script = name == "script" ? value.get_validated_object() : nullptr;
			if (script != nullptr) {
				value = object_hooks.get_resource_path(script);
			}
			_text(name);
			if (const Error error = encode(value, p_depth + 1)) {
				return error;
			}
		}
		return OK;
	}

	void _scalar(const Variant &p_value);
	void _math(const Variant &p_value);

public:
	Error encode(const Variant &p_value, int p_depth);

	Encoder(Vector<uint8_t> &r_out, bool p_full_objects) :
			out(r_out), full_objects(p_full_objects) {}
};

void Encoder::_scalar(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::BOOL:
			_header(Variant::BOOL);
			_word(VariantInternal::get_bool(&p_value) ? 1 : 0);
			break;
		case Variant::INT: {
			const int64_t value = VariantInternal::get_int(&p_value);
			const bool wide = value != int64_t(int32_t(value));
			_header(Variant::INT, wide ? FLAG_64 : 0);
			wide ? _long(uint64_t(value)) : _word(uint32_t(value));
		} break;
		case Variant::FLOAT: {
			const double value = VariantInternal::get_float(&p_value);
			const bool wide = double(float(value)) != value;
			_header(Variant::FLOAT, wide ? FLAG_64 : 0);
			wide ? void(encode_double(value, _grow(8))) : _real(float(value));
		} break;
		case Variant::STRING:
		case Variant::STRING_NAME:
			_header(p_value.get_type());
			_text(p_value);
			break;
		case Variant::NODE_PATH:
			_header(Variant::NODE_PATH);
			_node_path(VariantInternal::get<NodePath>(&p_value));
			break;
		case Variant::RID:
			_header(Variant::RID);
			_long(VariantInternal::get<RID>(&p_value).get_id());
			break;
		case Variant::SIGNAL: {
			const Signal &signal = VariantInternal::get<Signal>(&p_value);
			_header(Variant::SIGNAL);
			_text(signal.get_name());
			_long(uint64_t(signal.get_object_id()));
		} break;
		default:
			_header(p_value.get_type()); // nil, and Callables: a target means nothing elsewhere.
			break;
	}
}

void Encoder::_math(const Variant &p_value) {
	_header(p_value.get_type());
	switch (p_value.get_type()) {
		case Variant::VECTOR2: {
			const Vector2 v = p_value;
			_reals({ v.x, v.y });
		} break;
		case Variant::RECT2: {
			const Rect2 r = p_value;
			_reals({ r.position.x, r.position.y, r.size.x, r.size.y });
		} break;
		case Variant::VECTOR2I:
		case Variant::VECTOR3I:
		case Variant::VECTOR4I: {
			const Vector4i v = p_value;
			const int32_t components[4] = { v.x, v.y, v.z, v.w };
			for (uint64_t i = 0; i < p_value.get_indexed_size(); i++) {
				_word(uint32_t(components[i]));
			}
		} break;
		case Variant::RECT2I: {
			const Rect2i r = p_value;
			for (const int32_t value : { r.position.x, r.position.y, r.size.x, r.size.y }) {
				_word(uint32_t(value));
			}
		} break;
		case Variant::VECTOR3:
			_vector(p_value.operator Vector3());
			break;
		case Variant::VECTOR4:
			_vector(p_value.operator Vector4());
			break;
		case Variant::PLANE: {
			const Plane p = p_value;
			_vector(p.normal);
			_real(p.d);
		} break;
		case Variant::QUATERNION: {
			const Quaternion q = p_value;
			_reals({ q.x, q.y, q.z, q.w });
		} break;
		case Variant::COLOR: {
			const Color c = p_value;
			_reals({ c.r, c.g, c.b, c.a });
		} break;
		case Variant::AABB: {
			const AABB b = p_value;
			_vector(b.position);
			_vector(b.size);
		} break;
		case Variant::TRANSFORM2D: {
			const Transform2D t = p_value;
			for (int i = 0; i < 3; i++) {
				_reals({ t.columns[i].x, t.columns[i].y });
			}
		} break;
		case Variant::BASIS:
			_basis(p_value);
			break;
		case Variant::TRANSFORM3D: {
			const Transform3D t = p_value;
			_basis(t.basis);
			_vector(t.origin);
		} break;
		case Variant::PROJECTION: {
			const Projection p = p_value;
			for (int i = 0; i < 4; i++) {
				_vector(p.columns[i]);
			}
		} break;
		default:
			break;
	}
}

Error Encoder::encode(const Variant &p_value, int p_depth) {
	if (p_depth > MARSHALL_MAX_DEPTH) {
		return ERR_INVALID_PARAMETER;
	}
	switch (p_value.get_type()) {
		case Variant::NIL:
		case Variant::BOOL:
		case Variant::INT:
		case Variant::FLOAT:
		case Variant::STRING:
		case Variant::STRING_NAME:
		case Variant::NODE_PATH:
		case Variant::RID:
		case Variant::CALLABLE:
		case Variant::SIGNAL:
			_scalar(p_value);
			return OK;
		case Variant::OBJECT:
			return _object(p_value, p_depth);
		case Variant::ARRAY:
			return _array(VariantInternal::get_array(&p_value), p_depth);
		case Variant::DICTIONARY:
			return _dictionary(VariantInternal::get_dictionary(&p_value), p_depth);
#define ENCODE_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case Variant::m_enum: { \
		const m_type &array = VariantInternal::get<m_type>(&p_value); \
		_header(Variant::m_enum); \
		_word(uint32_t(array.size())); \
		_elements(array); \
		return OK; \
	}
			VARIANT_PACKED_TYPES(ENCODE_PACKED)
#undef ENCODE_PACKED
		default:
			_math(p_value);
			return OK;
	}
}

} // namespace

Error encode_variant(const Variant &p_variant, Vector<uint8_t> &r_bytes, bool p_full_objects, int p_depth) {
	return Encoder(r_bytes, p_full_objects).encode(p_variant, p_depth);
}
