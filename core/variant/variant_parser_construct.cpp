// The reader of the text format: names, from `true` to `PackedByteArray(...)`, typed containers, objects and resources.
#include "core/variant/variant_parser.h"

#include "core/string/base64.h"
#include "core/string/char_utils.h"
#include "core/string/number_text.h"
#include "core/variant/container_type.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"

#include <cmath>

namespace {

struct NamedType {
	const char *name;
	Variant::Type type;
};

// Names that older files use for a type of today.
constexpr NamedType OLD_NAMES[] = {
	{ "Matrix32", Variant::TRANSFORM2D },
	{ "Matrix3", Variant::BASIS },
	{ "Transform", Variant::TRANSFORM3D },
	{ "Quat", Variant::QUATERNION },
	{ "Rect3", Variant::AABB },
	{ "PoolByteArray", Variant::PACKED_BYTE_ARRAY },
	{ "ByteArray", Variant::PACKED_BYTE_ARRAY },
	{ "PackedIntArray", Variant::PACKED_INT32_ARRAY },
	{ "PoolIntArray", Variant::PACKED_INT32_ARRAY },
	{ "IntArray", Variant::PACKED_INT32_ARRAY },
	{ "PackedFloatArray", Variant::PACKED_FLOAT32_ARRAY },
	{ "PoolRealArray", Variant::PACKED_FLOAT32_ARRAY },
	{ "FloatArray", Variant::PACKED_FLOAT32_ARRAY },
	{ "PoolStringArray", Variant::PACKED_STRING_ARRAY },
	{ "StringArray", Variant::PACKED_STRING_ARRAY },
	{ "PoolVector2Array", Variant::PACKED_VECTOR2_ARRAY },
	{ "Vector2Array", Variant::PACKED_VECTOR2_ARRAY },
	{ "PoolVector3Array", Variant::PACKED_VECTOR3_ARRAY },
	{ "Vector3Array", Variant::PACKED_VECTOR3_ARRAY },
	{ "PoolColorArray", Variant::PACKED_COLOR_ARRAY },
	{ "ColorArray", Variant::PACKED_COLOR_ARRAY },
};

Variant::Type find_type(const String &p_name) {
	for (const NamedType &old : OLD_NAMES) {
		if (p_name == old.name) {
			return old.type;
		}
	}
	return Variant::get_type_by_name(p_name);
}

// How many numbers the type's constructor takes in this format; 0: it is not written so.
int component_count(Variant::Type p_type) {
	switch (p_type) {
		case Variant::VECTOR2:
		case Variant::VECTOR2I:
			return 2;
		case Variant::VECTOR3:
		case Variant::VECTOR3I:
			return 3;
		case Variant::RECT2:
		case Variant::RECT2I:
		case Variant::VECTOR4:
		case Variant::VECTOR4I:
		case Variant::PLANE:
		case Variant::QUATERNION:
		case Variant::COLOR:
			return 4;
		case Variant::TRANSFORM2D:
		case Variant::AABB:
			return 6;
		case Variant::BASIS:
			return 9;
		case Variant::TRANSFORM3D:
			return 12;
		case Variant::PROJECTION:
			return 16;
		default:
			return 0;
	}
}

// As an int of a script becomes one of a vector: the low half counts.
int32_t to_component_i(double p_number) {
	const bool is_whole = std::fabs(p_number) < 9007199254740992.0 && p_number == std::trunc(p_number);
	return is_whole ? int32_t(uint32_t(uint64_t(int64_t(p_number)))) : int32_t(Variant(p_number));
}

Basis make_basis(const double *p_n) {
	Basis basis;
	for (int i = 0; i < 3; i++) {
		basis.rows[i] = Vector3(p_n[i * 3], p_n[i * 3 + 1], p_n[i * 3 + 2]);
	}
	return basis;
}

Variant make_from_components(Variant::Type p_type, const double *p_n) {
	switch (p_type) {
		case Variant::VECTOR2:
			return Vector2(p_n[0], p_n[1]);
		case Variant::VECTOR2I:
			return Vector2i(to_component_i(p_n[0]), to_component_i(p_n[1]));
		case Variant::RECT2:
			return Rect2(p_n[0], p_n[1], p_n[2], p_n[3]);
		case Variant::RECT2I:
			return Rect2i(to_component_i(p_n[0]), to_component_i(p_n[1]), to_component_i(p_n[2]), to_component_i(p_n[3]));
		case Variant::VECTOR3:
			return Vector3(p_n[0], p_n[1], p_n[2]);
		case Variant::VECTOR3I:
			return Vector3i(to_component_i(p_n[0]), to_component_i(p_n[1]), to_component_i(p_n[2]));
		case Variant::VECTOR4:
			return Vector4(p_n[0], p_n[1], p_n[2], p_n[3]);
		case Variant::VECTOR4I:
			return Vector4i(to_component_i(p_n[0]), to_component_i(p_n[1]), to_component_i(p_n[2]), to_component_i(p_n[3]));
		case Variant::PLANE:
			return Plane(Vector3(p_n[0], p_n[1], p_n[2]), float(p_n[3]));
		case Variant::QUATERNION:
			return Quaternion(p_n[0], p_n[1], p_n[2], p_n[3]);
		case Variant::COLOR:
			return Color(float(p_n[0]), float(p_n[1]), float(p_n[2]), float(p_n[3]));
		case Variant::AABB:
			return AABB(Vector3(p_n[0], p_n[1], p_n[2]), Vector3(p_n[3], p_n[4], p_n[5]));
		case Variant::TRANSFORM2D:
			return Transform2D(Vector2(p_n[0], p_n[1]), Vector2(p_n[2], p_n[3]), Vector2(p_n[4], p_n[5]));
		case Variant::BASIS:
			return make_basis(p_n);
		case Variant::TRANSFORM3D:
			return Transform3D(make_basis(p_n), Vector3(p_n[9], p_n[10], p_n[11]));
		case Variant::PROJECTION: {
			Projection projection;
			for (int i = 0; i < 4; i++) {
				projection.columns[i] = Vector4(p_n[i * 4], p_n[i * 4 + 1], p_n[i * 4 + 2], p_n[i * 4 + 3]);
			}
			return projection;
		}
		default:
			return Variant();
	}
}

bool constant_value(const String &p_name, Variant &r_value) {
	if (p_name == "true" || p_name == "false") {
		r_value = p_name == "true";
	} else if (p_name == "null" || p_name == "nil") {
		r_value = Variant();
	} else if (p_name == "inf") {
		r_value = Math::INF;
	} else if (p_name == "inf_neg") {
		r_value = -Math::INF;
	} else if (p_name == "nan") {
		r_value = Math::NaN;
	} else {
		return false;
	}
	return true;
}

bool is_class(const StringName &p_name) {
	return object_hooks.is_parent_class != nullptr && object_hooks.is_parent_class(p_name, SNAME("Object"));
}

} // namespace

// Reads `(…)` and hands over one number after the other.
template <typename F>
Error VariantParser::_each_number(F p_take) {
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	_skip_blanks();
	if (at < end && *at == ')') {
		at++;
		return OK;
	}
	bool is_end = false;
	while (!is_end) {
		Number number;
		if (const Error result = _next_component(number, is_end)) {
			return result;
		}
		p_take(number);
	}
	return OK;
}

Error VariantParser::_identifier_value(const String &p_name, Variant &r_value) {
	if (constant_value(p_name, r_value)) {
		return OK;
	}
	if (p_name == "Object") {
		return _object(r_value);
	}
	if (p_name == "Array") {
		return _typed_array(r_value);
	}
	if (p_name == "Dictionary") {
		return _typed_dictionary(r_value);
	}
	if (p_name == "Resource") {
		return _resource(hooks != nullptr ? hooks->resource : nullptr, "Resource", r_value);
	}
	if (p_name == "ExtResource") {
		return _resource(hooks != nullptr ? hooks->ext_resource : nullptr, "ExtResource", r_value);
	}
	if (p_name == "SubResource") {
		return _resource(hooks != nullptr ? hooks->sub_resource : nullptr, "SubResource", r_value);
	}
	return _construct(find_type(p_name), r_value);
}

Error VariantParser::_construct(Variant::Type p_type, Variant &r_value) {
	if (p_type >= Variant::PACKED_BYTE_ARRAY && p_type < Variant::VARIANT_MAX) {
		return _packed(p_type, r_value);
	}
	if (p_type == Variant::NODE_PATH) {
		String path;
		const Error result = _string_argument(path);
		r_value = NodePath(path);
		return result;
	}
	Number numbers[MAX_COMPONENTS];
	int given = 0;
	if (const int count = component_count(p_type)) {
		if (const Error result = _numbers(numbers, count, given)) {
			return result;
		}
		if (given != count) {
			return _fail("Expected " + itos(count) + " numbers for " + Variant::get_type_name(p_type) + ".");
		}
		double components[MAX_COMPONENTS];
		for (int i = 0; i < count; i++) {
			components[i] = numbers[i].real;
		}
		r_value = make_from_components(p_type, components);
		return OK;
	}
	if (p_type != Variant::RID && p_type != Variant::CALLABLE && p_type != Variant::SIGNAL) {
		return _fail("Unexpected identifier.");
	}
	if (const Error result = _numbers(numbers, MAX_COMPONENTS, given)) {
		return result;
	}
	VariantInternal::initialize(&r_value, p_type);
	if (p_type == Variant::RID && given == 1) {
		r_value = RID::from_uint64(uint64_t(numbers[0].integer));
	}
	return OK;
}

// One number of a list and the comma behind it, or the bracket that ends the list.
Error VariantParser::_next_component(Number &r_number, bool &r_is_end) {
	_skip_blanks();
	if (at < end && (is_digit(*at) || (*at == '-' && at + 1 < end && is_digit(at[1])))) {
		const ScannedNumber number = scan_number(at, end);
		at = number.end;
		r_number = { number.real, number.is_float ? int64_t(Variant(number.real)) : number.integer };
	} else {
		Token token;
		Variant value;
		if (const Error result = _next(token)) {
			return result;
		}
		if (token.type != TK_IDENTIFIER || !constant_value(token.value, value) || !value.is_num()) {
			return _fail("Expected a number.");
		}
		r_number = { value, value };
	}
	_skip_blanks();
	if (at >= end || (*at != ',' && *at != ')')) {
		return _fail("Expected ',' or ')'.");
	}
	r_is_end = *at++ == ')';
	return OK;
}

// Reads `(…)`; numbers beyond p_most are counted only.
Error VariantParser::_numbers(Number *r_numbers, int p_most, int &r_count) {
	r_count = 0;
	return _each_number([&](const Number &p_number) {
		if (r_count < p_most) {
			r_numbers[r_count] = p_number;
		}
		r_count++;
	});
}

Error VariantParser::_strings(PackedStringArray &r_strings) {
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	bool first = true;
	while (true) {
		Token token;
		if (const Error result = _next(token)) {
			return result;
		}
		if (first && token.type == TK_PARENTHESIS_CLOSE) {
			return OK;
		}
		if (!first && token.type == TK_COMMA) {
			if (const Error result = _next(token)) {
				return result;
			}
		} else if (!first) {
			return token.type == TK_PARENTHESIS_CLOSE ? OK : _fail("Expected ',' or ')'.");
		}
		first = false;
		if (token.type != TK_STRING) {
			return _fail("Expected a string.");
		}
		r_strings.push_back(token.value);
	}
}

// A list of numbers, or base64 in one string.
Error VariantParser::_bytes(PackedByteArray &r_bytes) {
	const char32_t *start = at;
	const int start_line = line;
	Token token;
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type != TK_STRING) {
		at = start;
		line = start_line;
		return _each_number([&](const Number &p_number) { r_bytes.push_back(uint8_t(p_number.integer)); });
	}
	if (!Base64::decode(token.value, r_bytes)) {
		return _fail("Malformed base64 text.");
	}
	return _expect(TK_PARENTHESIS_CLOSE, "')'");
}

// Straight into the array's own memory.
template <typename T>
Error VariantParser::_packed_numbers(Variant &r_value) {
	Vector<T> numbers;
	const Error result = _each_number([&](const Number &p_number) {
		if constexpr (std::is_integral_v<T>) {
			numbers.push_back(T(p_number.integer));
		} else {
			numbers.push_back(T(p_number.real));
		}
	});
	r_value = numbers;
	return result;
}

// What does not fill a last group is dropped.
template <typename T, int COMPONENTS>
Error VariantParser::_packed_groups(Variant &r_value) {
	Vector<T> groups;
	T group;
	int filled = 0;
	const Error result = _each_number([&](const Number &p_number) {
		group[filled++] = real_t(p_number.real);
		if (filled == COMPONENTS) {
			groups.push_back(group);
			filled = 0;
		}
	});
	r_value = groups;
	return result;
}

Error VariantParser::_packed(Variant::Type p_type, Variant &r_value) {
	switch (p_type) {
		case Variant::PACKED_BYTE_ARRAY: {
			PackedByteArray bytes;
			const Error result = _bytes(bytes);
			r_value = bytes;
			return result;
		}
		case Variant::PACKED_STRING_ARRAY: {
			PackedStringArray strings;
			const Error result = _strings(strings);
			r_value = strings;
			return result;
		}
		case Variant::PACKED_INT32_ARRAY:
			return _packed_numbers<int32_t>(r_value);
		case Variant::PACKED_INT64_ARRAY:
			return _packed_numbers<int64_t>(r_value);
		case Variant::PACKED_FLOAT32_ARRAY:
			return _packed_numbers<float>(r_value);
		case Variant::PACKED_FLOAT64_ARRAY:
			return _packed_numbers<double>(r_value);
		case Variant::PACKED_VECTOR2_ARRAY:
			return _packed_groups<Vector2, 2>(r_value);
		case Variant::PACKED_VECTOR3_ARRAY:
			return _packed_groups<Vector3, 3>(r_value);
		case Variant::PACKED_VECTOR4_ARRAY:
			return _packed_groups<Vector4, 4>(r_value);
		default:
			return _packed_groups<Color, 4>(r_value);
	}
}

Error VariantParser::_string_argument(String &r_text) {
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	Token token;
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type != TK_STRING) {
		return _fail("Expected a string.");
	}
	r_text = token.value;
	return _expect(TK_PARENTHESIS_CLOSE, "')'");
}

// --- Typed containers.

Error VariantParser::_container_type(ContainerType &r_type) {
	Token token;
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type != TK_IDENTIFIER) {
		return _fail("Expected a type.");
	}
	const String name = token.value;
	if (name == "Variant") {
		return OK;
	}
	if (name == "Resource" || name == "ExtResource" || name == "SubResource") {
		const char32_t *rest = at;
		if (!is_at_end() && *at == '(') {
			at = rest;
			if (const Error result = _identifier_value(name, r_type.script)) {
				return result;
			}
			r_type.builtin_type = Variant::OBJECT;
			Object *script = r_type.script.get_validated_object();
			Callable::CallError error;
			Variant base;
			if (script != nullptr) {
				object_hooks.callp(script, SNAME("get_instance_base_type"), nullptr, 0, base, error);
			}
			r_type.class_name = base;
			return OK;
		}
	}
	const Variant::Type type = Variant::get_type_by_name(name);
	if (type != Variant::VARIANT_MAX) {
		r_type.builtin_type = type;
	} else if (is_class(name)) {
		r_type.builtin_type = Variant::OBJECT;
		r_type.class_name = name;
	}
	// A class that does not exist here leaves the container untyped: better than losing its contents.
	return OK;
}

Error VariantParser::_typed_array(Variant &r_value) {
	ContainerType type;
	Variant elements;
	if (const Error result = _expect(TK_BRACKET_OPEN, "'['")) {
		return result;
	}
	if (const Error result = _container_type(type)) {
		return result;
	}
	if (const Error result = _expect(TK_BRACKET_CLOSE, "']'")) {
		return result;
	}
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	if (const Error result = _nested_value(elements)) {
		return result;
	}
	if (elements.get_type() != Variant::ARRAY) {
		return _fail("Expected an array.");
	}
	r_value = Array(VariantInternal::get_array(&elements), type);
	return _expect(TK_PARENTHESIS_CLOSE, "')'");
}

Error VariantParser::_typed_dictionary(Variant &r_value) {
	ContainerType key_type;
	ContainerType value_type;
	Variant entries;
	if (const Error result = _expect(TK_BRACKET_OPEN, "'['")) {
		return result;
	}
	if (const Error result = _container_type(key_type)) {
		return result;
	}
	if (const Error result = _expect(TK_COMMA, "','")) {
		return result;
	}
	if (const Error result = _container_type(value_type)) {
		return result;
	}
	if (const Error result = _expect(TK_BRACKET_CLOSE, "']'")) {
		return result;
	}
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	if (const Error result = _nested_value(entries)) {
		return result;
	}
	if (entries.get_type() != Variant::DICTIONARY) {
		return _fail("Expected a dictionary.");
	}
	r_value = Dictionary(VariantInternal::get_dictionary(&entries), key_type, value_type);
	return _expect(TK_PARENTHESIS_CLOSE, "')'");
}

// --- Objects.

// Object(Class,"property":value,...)
Error VariantParser::_object(Variant &r_value) {
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	Token token;
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type != TK_IDENTIFIER) {
		return _fail("Expected the class of the object.");
	}
	const String class_name = token.value;
	Object *object = allow_objects && object_hooks.instantiate != nullptr ? object_hooks.instantiate(class_name) : nullptr;
	const bool is_missing = object == nullptr && allow_objects && keeps_unknown && object_hooks.make_missing != nullptr;
	if (object == nullptr && !is_missing) {
		return _fail("Cannot make an object of the class \"" + class_name + "\".");
	}
	// Held from now on, so that an error further on leaves nothing behind.
	const Variant held = object;
	Array kept; // Of a missing class: names and values.
	Error result = _expect(TK_COMMA, "','");
	while (result == OK) {
		Variant property_value;
		result = _next(token);
		if (result == OK && token.type != TK_STRING) {
			result = _fail("Expected the name of a property.");
		}
		const StringName property = token.value;
		result = result == OK ? _expect(TK_COLON, "':'") : result;
		result = result == OK ? _nested_value(property_value) : result;
		if (result == OK && is_missing) {
			kept.push_back(property);
			kept.push_back(property_value);
		} else if (result == OK) {
			object_hooks.set(object, property, property_value);
		}
		result = result == OK ? _next(token) : result;
		if (result == OK && token.type == TK_PARENTHESIS_CLOSE) {
			r_value = is_missing ? object_hooks.make_missing(class_name, kept) : held;
			return OK;
		}
		if (result == OK && token.type != TK_COMMA) {
			result = _fail("Expected ',' or ')'.");
		}
	}
	if (object != nullptr && !held.is_ref_counted()) {
		object_hooks.free_object(object);
	}
	return result;
}

Error VariantParser::_resource(ResourceHooks::Function p_function, const char *p_what, Variant &r_value) {
	if (const Error result = _expect(TK_PARENTHESIS_OPEN, "'('")) {
		return result;
	}
	Token token;
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type != TK_STRING && token.type != TK_NUMBER) {
		return _fail(String("Expected the id or path of the ") + p_what + ".");
	}
	String message;
	if (p_function != nullptr) {
		if (const Error result = p_function(hooks->userdata, token.value, r_value, message)) {
			return _fail(message, result);
		}
	} else if (String(p_what) == "Resource" && allow_objects && object_hooks.load_resource != nullptr) {
		r_value = object_hooks.load_resource(token.value);
		if (r_value.is_null()) {
			return _fail("Cannot load the resource \"" + String(token.value) + "\".");
		}
	} else {
		return _fail(String(p_what) + " has no meaning here.");
	}
	// Some files give a second argument, the type; it adds nothing.
	if (const Error result = _next(token)) {
		return result;
	}
	if (token.type == TK_COMMA) {
		if (const Error result = _next(token)) {
			return result;
		}
		return _expect(TK_PARENTHESIS_CLOSE, "')'");
	}
	return token.type == TK_PARENTHESIS_CLOSE ? OK : _fail("Expected ')'.");
}
