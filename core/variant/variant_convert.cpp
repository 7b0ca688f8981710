// Conversions between the built-in types: what converts implicitly, and the casts from a Variant to C++ types.
#include "core/variant/variant.h"

#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"

#include <cmath>

namespace {

constexpr uint64_t bit(Variant::Type p_type) {
	return uint64_t(1) << p_type;
}

constexpr uint64_t PACKED_TYPES = ~uint64_t(0) >> (64 - Variant::VARIANT_MAX) & ~(bit(Variant::PACKED_BYTE_ARRAY) - 1);
constexpr uint64_t NUMBERS = bit(Variant::BOOL) | bit(Variant::INT) | bit(Variant::FLOAT);
constexpr uint64_t TEXTS = bit(Variant::STRING) | bit(Variant::STRING_NAME) | bit(Variant::NODE_PATH);

// The types that turn into p_to without being asked.
uint64_t implicit_sources(Variant::Type p_to) {
	switch (p_to) {
		case Variant::BOOL:
		case Variant::INT:
		case Variant::FLOAT:
			return NUMBERS;
		case Variant::STRING:
			return TEXTS;
		case Variant::STRING_NAME:
		case Variant::NODE_PATH:
			return bit(Variant::STRING);
		case Variant::VECTOR2:
			return bit(Variant::VECTOR2I);
		case Variant::VECTOR2I:
			return bit(Variant::VECTOR2);
		case Variant::RECT2:
			return bit(Variant::RECT2I);
		case Variant::RECT2I:
			return bit(Variant::RECT2);
		case Variant::VECTOR3:
			return bit(Variant::VECTOR3I);
		case Variant::VECTOR3I:
			return bit(Variant::VECTOR3);
		case Variant::VECTOR4:
			return bit(Variant::VECTOR4I);
		case Variant::VECTOR4I:
			return bit(Variant::VECTOR4);
		case Variant::TRANSFORM2D:
			return bit(Variant::TRANSFORM3D);
		case Variant::QUATERNION:
			return bit(Variant::BASIS);
		case Variant::BASIS:
			return bit(Variant::QUATERNION);
		case Variant::TRANSFORM3D:
			return bit(Variant::TRANSFORM2D) | bit(Variant::QUATERNION) | bit(Variant::BASIS) | bit(Variant::PROJECTION);
		case Variant::PROJECTION:
			return bit(Variant::TRANSFORM3D);
		case Variant::COLOR:
			return bit(Variant::STRING) | bit(Variant::INT);
		case Variant::RID:
			return bit(Variant::OBJECT);
		case Variant::OBJECT:
			return bit(Variant::NIL);
		case Variant::ARRAY:
			return PACKED_TYPES;
		default:
			return p_to >= Variant::PACKED_BYTE_ARRAY ? bit(Variant::ARRAY) : 0;
	}
}

// Out of range, infinite and NAN give the smallest value, as the hardware that scripts were written on does.
int64_t float_to_int64(double p_value) {
	return p_value >= -0x1p63 && p_value < 0x1p63 ? int64_t(p_value) : INT64_MIN;
}

int32_t to_int32(const Variant &p_value) {
	if (p_value.get_type() == Variant::FLOAT) {
		const double value = VariantInternal::get_float(&p_value);
		return value > -0x1p31 - 1 && value < 0x1p31 ? int32_t(value) : INT32_MIN;
	}
	return int32_t(int64_t(p_value));
}

Vector4 to_vector4(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::VECTOR2: {
			const Vector2 &v = VariantInternal::get<Vector2>(&p_value);
			return Vector4(v.x, v.y, 0, 0);
		}
		case Variant::VECTOR2I: {
			const Vector2i &v = VariantInternal::get<Vector2i>(&p_value);
			return Vector4(real_t(v.x), real_t(v.y), 0, 0);
		}
		case Variant::VECTOR3: {
			const Vector3 &v = VariantInternal::get<Vector3>(&p_value);
			return Vector4(v.x, v.y, v.z, 0);
		}
		case Variant::VECTOR3I: {
			const Vector3i &v = VariantInternal::get<Vector3i>(&p_value);
			return Vector4(real_t(v.x), real_t(v.y), real_t(v.z), 0);
		}
		case Variant::VECTOR4:
			return VariantInternal::get<Vector4>(&p_value);
		case Variant::VECTOR4I: {
			const Vector4i &v = VariantInternal::get<Vector4i>(&p_value);
			return Vector4(real_t(v.x), real_t(v.y), real_t(v.z), real_t(v.w));
		}
		default:
			return Vector4();
	}
}

// Integer vectors convert among themselves without going through floats.
Vector4i to_vector4i(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::VECTOR2I: {
			const Vector2i &v = VariantInternal::get<Vector2i>(&p_value);
			return Vector4i(v.x, v.y, 0, 0);
		}
		case Variant::VECTOR3I: {
			const Vector3i &v = VariantInternal::get<Vector3i>(&p_value);
			return Vector4i(v.x, v.y, v.z, 0);
		}
		case Variant::VECTOR4I:
			return VariantInternal::get<Vector4i>(&p_value);
		default: {
			const Vector4 v = to_vector4(p_value);
			return Vector4i(to_int32(v.x), to_int32(v.y), to_int32(v.z), to_int32(v.w));
		}
	}
}

template <typename To, typename From>
Vector<To> convert_elements(const Vector<From> &p_from) {
	if constexpr (std::is_same_v<To, From>) {
		return p_from;
	} else {
		Vector<To> to;
		to.resize(p_from.size());
		To *target = to.ptrw();
		const From *source = p_from.ptr();
		for (int64_t i = 0; i < p_from.size(); i++) {
			target[i] = Variant(source[i]).operator To();
		}
		return to;
	}
}

template <typename To>
Vector<To> to_packed(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::ARRAY: {
			const Vector<Variant> array = VariantInternal::get_snapshot(VariantInternal::get_array(&p_value)); // Objects make their texts themselves.
			return convert_elements<To>(array);
		}
#define FROM_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case Variant::m_enum: \
		return convert_elements<To>(VariantInternal::get<m_type>(&p_value));
			VARIANT_PACKED_TYPES(FROM_PACKED)
#undef FROM_PACKED
		default:
			return Vector<To>();
	}
}

template <typename T>
void fill_array(Array &r_array, const Vector<T> &p_from) {
	r_array.resize(int(p_from.size()));
	for (int i = 0; i < r_array.size(); i++) {
		r_array[i] = p_from[i];
	}
}

} // namespace

bool Variant::can_convert_strict(Type p_from, Type p_to) {
	return p_from == p_to || p_to == NIL || (implicit_sources(p_to) & bit(p_from)) != 0;
}

bool Variant::can_convert(Type p_from, Type p_to) {
	if (can_convert_strict(p_from, p_to)) {
		return true;
	}
	switch (p_to) {
		case BOOL:
		case INT:
		case FLOAT:
			return p_from == STRING || p_from == STRING_NAME;
		case STRING:
			return p_from != OBJECT;
		default:
			return false;
	}
}

bool Variant::convert_strict(Variant &r_value, Type p_to) {
	if (r_value.get_type() == p_to) {
		return true;
	}
	if (!can_convert_strict(r_value.get_type(), p_to)) {
		return false;
	}
	if (p_to != NIL) {
		r_value = type_convert(r_value, p_to);
	}
	return true;
}

Variant Variant::type_convert(const Variant &p_value, Type p_to) {
	switch (p_to) {
		case OBJECT:
			return p_value.get_type() == OBJECT ? p_value : Variant(static_cast<const Object *>(nullptr));
#define CONVERT_TO(m_enum, m_type, m_name) \
	case m_enum: \
		return Variant(p_value.operator m_type());
#define CONVERT_TO_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return p_value.get_type() == m_enum ? p_value : Variant(p_value.operator m_type());
			VARIANT_PLAIN_TYPES(CONVERT_TO)
			VARIANT_HANDLE_TYPES(CONVERT_TO)
			VARIANT_BOXED_TYPES(CONVERT_TO)
			VARIANT_PACKED_TYPES(CONVERT_TO_PACKED)
#undef CONVERT_TO
#undef CONVERT_TO_PACKED
		default:
			return Variant();
	}
}

// --- Numbers and texts.

Variant::operator int64_t() const {
	switch (type) {
		case BOOL:
			return _data.b ? 1 : 0;
		case INT:
			return _data.i;
		case FLOAT:
			return float_to_int64(_data.f);
		case STRING:
			return VariantInternal::get<String>(this).to_int();
		case STRING_NAME:
			return VariantInternal::get<StringName>(this).get_string().to_int();
		default:
			return 0;
	}
}

Variant::operator int8_t() const {
	return int8_t(to_int32(*this));
}

Variant::operator uint8_t() const {
	return uint8_t(to_int32(*this));
}

Variant::operator int16_t() const {
	return int16_t(to_int32(*this));
}

Variant::operator uint16_t() const {
	return uint16_t(to_int32(*this));
}

Variant::operator int32_t() const {
	return to_int32(*this);
}

Variant::operator double() const {
	switch (type) {
		case BOOL:
			return _data.b ? 1.0 : 0.0;
		case INT:
			return double(_data.i);
		case FLOAT:
			return _data.f;
		case STRING:
			return VariantInternal::get<String>(this).to_float();
		case STRING_NAME:
			return VariantInternal::get<StringName>(this).get_string().to_float();
		default:
			return 0;
	}
}

Variant::operator String() const {
	return type == STRING ? VariantInternal::get<String>(this) : stringify();
}

Variant::operator StringName() const {
	switch (type) {
		case STRING_NAME:
			return VariantInternal::get<StringName>(this);
		case STRING:
			return StringName(VariantInternal::get<String>(this));
		default:
			return StringName();
	}
}

Variant::operator NodePath() const {
	switch (type) {
		case NODE_PATH:
			return VariantInternal::get<NodePath>(this);
		case STRING:
			return NodePath(VariantInternal::get<String>(this));
		case STRING_NAME:
			return NodePath(VariantInternal::get<StringName>(this).get_string());
		default:
			return NodePath();
	}
}

// --- Math types.

Variant::operator Vector2() const {
	if (type == VECTOR2) {
		return VariantInternal::get<Vector2>(this);
	}
	const Vector4 v = to_vector4(*this);
	return Vector2(v.x, v.y);
}

Variant::operator Vector2i() const {
	const Vector4i v = to_vector4i(*this);
	return Vector2i(v.x, v.y);
}

Variant::operator Vector3() const {
	if (type == VECTOR3) {
		return VariantInternal::get<Vector3>(this);
	}
	const Vector4 v = to_vector4(*this);
	return Vector3(v.x, v.y, v.z);
}

Variant::operator Vector3i() const {
	const Vector4i v = to_vector4i(*this);
	return Vector3i(v.x, v.y, v.z);
}

Variant::operator Vector4() const {
	return to_vector4(*this);
}

Variant::operator Vector4i() const {
	return to_vector4i(*this);
}

Variant::operator Rect2() const {
	switch (type) {
		case RECT2:
			return VariantInternal::get<Rect2>(this);
		case RECT2I:
			return Rect2(VariantInternal::get<Rect2i>(this));
		default:
			return Rect2();
	}
}

Variant::operator Rect2i() const {
	switch (type) {
		case RECT2: {
			const Rect2 &rect = VariantInternal::get<Rect2>(this);
			return Rect2i(Variant(rect.position), Variant(rect.size));
		}
		case RECT2I:
			return VariantInternal::get<Rect2i>(this);
		default:
			return Rect2i();
	}
}

Variant::operator Plane() const {
	return type == PLANE ? VariantInternal::get<Plane>(this) : Plane();
}

Variant::operator ::AABB() const {
	return type == AABB ? VariantInternal::get<::AABB>(this) : ::AABB();
}

Variant::operator Transform2D() const {
	switch (type) {
		case TRANSFORM2D:
			return VariantInternal::get<Transform2D>(this);
		case TRANSFORM3D: {
			const Transform3D &t = VariantInternal::get<Transform3D>(this);
			const Basis &b = t.basis;
			return Transform2D(Vector2(b.rows[0].x, b.rows[1].x), Vector2(b.rows[0].y, b.rows[1].y), Vector2(t.origin.x, t.origin.y));
		}
		default:
			return Transform2D();
	}
}

Variant::operator Transform3D() const {
	switch (type) {
		case TRANSFORM3D:
			return VariantInternal::get<Transform3D>(this);
		case TRANSFORM2D: {
			const Transform2D &t = VariantInternal::get<Transform2D>(this);
			Transform3D result;
			result.basis.rows[0] = Vector3(t.columns[0].x, t.columns[1].x, 0);
			result.basis.rows[1] = Vector3(t.columns[0].y, t.columns[1].y, 0);
			result.origin = Vector3(t.columns[2].x, t.columns[2].y, 0);
			return result;
		}
		case BASIS:
			return Transform3D(VariantInternal::get<Basis>(this), Vector3());
		case QUATERNION:
			return Transform3D(Basis(VariantInternal::get<Quaternion>(this)), Vector3());
		case PROJECTION:
			return VariantInternal::get<Projection>(this);
		default:
			return Transform3D();
	}
}

Variant::operator Projection() const {
	switch (type) {
		case PROJECTION:
			return VariantInternal::get<Projection>(this);
		case TRANSFORM2D:
		case TRANSFORM3D:
		case BASIS:
		case QUATERNION:
			return Projection(operator Transform3D());
		default:
			return Projection();
	}
}

Variant::operator Basis() const {
	switch (type) {
		case BASIS:
			return VariantInternal::get<Basis>(this);
		case QUATERNION:
			return Basis(VariantInternal::get<Quaternion>(this));
		case TRANSFORM3D:
			return VariantInternal::get<Transform3D>(this).basis;
		default:
			return Basis();
	}
}

Variant::operator Quaternion() const {
	switch (type) {
		case QUATERNION:
			return VariantInternal::get<Quaternion>(this);
		case BASIS:
			return VariantInternal::get<Basis>(this).get_quaternion();
		case TRANSFORM3D:
			return VariantInternal::get<Transform3D>(this).basis.get_quaternion();
		default:
			return Quaternion();
	}
}

Variant::operator Color() const {
	switch (type) {
		case COLOR:
			return VariantInternal::get<Color>(this);
		case STRING:
			return Color(VariantInternal::get<String>(this));
		case INT:
			return Color::hex(uint32_t(_data.i));
		default:
			return Color();
	}
}

// --- References.

Variant::operator ::RID() const {
	if (type == RID) {
		return VariantInternal::get<::RID>(this);
	}
	Object *object = get_validated_object();
	if (object == nullptr) {
		return ::RID();
	}
	Variant id;
	Callable::CallError error;
	object_hooks.callp(object, SNAME("get_rid"), nullptr, 0, id, error);
	return id.get_type() == RID ? VariantInternal::get<::RID>(&id) : ::RID();
}

Variant::operator ObjectID() const {
	return type == INT ? ObjectID(_data.i) : get_object_instance_id();
}

Variant::operator Object *() const {
	return get_validated_object();
}

Variant::operator Callable() const {
	return type == CALLABLE ? VariantInternal::get<Callable>(this) : Callable();
}

Variant::operator Signal() const {
	return type == SIGNAL ? VariantInternal::get<Signal>(this) : Signal();
}

// --- Containers.

Variant::operator Dictionary() const {
	return type == DICTIONARY ? VariantInternal::get<Dictionary>(this) : Dictionary();
}

Variant::operator Array() const {
	if (type == ARRAY) {
		return VariantInternal::get<Array>(this);
	}
	Array array;
	switch (type) {
#define FILL_FROM(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		fill_array(array, VariantInternal::get<m_type>(this)); \
		break;
		VARIANT_PACKED_TYPES(FILL_FROM)
#undef FILL_FROM
		default:
			break;
	}
	return array;
}

#define TO_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	Variant::operator m_type() const { \
		return to_packed<m_element>(*this); \
	}
VARIANT_PACKED_TYPES(TO_PACKED)
#undef TO_PACKED

Variant::operator Vector<Variant>() const {
	return VariantInternal::get_snapshot(Array(*this));
}

Variant::operator Vector<StringName>() const {
	const PackedStringArray strings = *this;
	Vector<StringName> names;
	for (const String &text : strings) {
		names.push_back(text);
	}
	return names;
}
