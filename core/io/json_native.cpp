// JSON.from_native() and to_native(): every Variant as JSON data and back.
//   null, bool     as they are
//   "i:", "f:", "s:", "sn:", "np:" + text    int, float, String, StringName, NodePath
//   [...]          Array; {"type": "Array", "elem_type": ..., "args": [...]} when typed
//   {"type": ..., "args": [...]}    everything else; Dictionary has its keys and values in turn
#include "core/io/json.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/variant/container_type.h"
#include "core/variant/container_walk.h"
#include "core/variant/variant_internal.h"

#include <type_traits>

namespace {

const char *const TYPE = "type";
const char *const ARGS = "args";
const char *const ELEM_TYPE = "elem_type";
const char *const KEY_TYPE = "key_type";
const char *const VALUE_TYPE = "value_type";
const char *const PROPS = "props";

// How many numbers make the type up, and whether they are whole. 0: not made of numbers.
struct Shape {
	int count = 0;
	bool whole = false;
};

Shape shape_of(Variant::Type p_type) {
	switch (p_type) {
		case Variant::VECTOR2:
			return { 2, false };
		case Variant::VECTOR2I:
			return { 2, true };
		case Variant::VECTOR3:
			return { 3, false };
		case Variant::VECTOR3I:
			return { 3, true };
		case Variant::RECT2:
		case Variant::VECTOR4:
		case Variant::PLANE:
		case Variant::QUATERNION:
		case Variant::COLOR:
			return { 4, false };
		case Variant::RECT2I:
		case Variant::VECTOR4I:
			return { 4, true };
		case Variant::TRANSFORM2D:
		case Variant::AABB:
			return { 6, false };
		case Variant::BASIS:
			return { 9, false };
		case Variant::TRANSFORM3D:
			return { 12, false };
		case Variant::PROJECTION:
			return { 16, false };
		default:
			return {};
	}
}

// The numbers of a value in the order in which they lie in memory.
template <typename F>
void with_numbers(Variant &r_value, F &&p_function) {
	switch (r_value.get_type()) {
#define CASE(m_enum, m_type) \
	case Variant::m_enum: { \
		m_type value = r_value; \
		p_function(reinterpret_cast<real_t *>(&value), reinterpret_cast<int32_t *>(&value)); \
		r_value = value; \
	} break;
		CASE(VECTOR2, Vector2)
		CASE(VECTOR2I, Vector2i)
		CASE(VECTOR3, Vector3)
		CASE(VECTOR3I, Vector3i)
		CASE(VECTOR4, Vector4)
		CASE(VECTOR4I, Vector4i)
		CASE(RECT2, Rect2)
		CASE(RECT2I, Rect2i)
		CASE(PLANE, Plane)
		CASE(QUATERNION, Quaternion)
		CASE(COLOR, Color)
		CASE(TRANSFORM2D, Transform2D)
		CASE(AABB, AABB)
		CASE(BASIS, Basis)
		CASE(TRANSFORM3D, Transform3D)
		CASE(PROJECTION, Projection)
#undef CASE
		default:
			break;
	}
}

Dictionary typed_entry(const Variant &p_type) {
	Dictionary entry;
	entry[TYPE] = p_type;
	return entry;
}

String type_name_of(const ContainerType &p_type) {
	return p_type.builtin_type == Variant::OBJECT && p_type.class_name != StringName() ? String(p_type.class_name) : Variant::get_type_name(p_type.builtin_type);
}

// What a walk remembers of the containers and objects that it has turned. Each is turned anew where it is met again, until that was too often:
// then the result that there is stands in all places.
class NativeWalk {
	ContainerWalk walk;
	LocalVector<Variant> kept; // Getters make new containers: while they live no others have their addresses.
	bool told = false;

public:
	// Nullptr for what is neither, and for what has no inside.
	static const void *get_id(const Variant &p_value) {
		switch (p_value.get_type()) {
			case Variant::ARRAY:
				return VariantInternal::get_array(&p_value).id();
			case Variant::DICTIONARY:
				return VariantInternal::get_dictionary(&p_value).id();
			case Variant::OBJECT:
				return p_value.get_validated_object();
			default:
				return nullptr;
		}
	}
	const Variant *find(const void *p_id, int p_depth, const Variant &p_value) {
		const int64_t size = p_value.get_type() == Variant::ARRAY ? VariantInternal::get_array(&p_value).size() : 1;
		return walk.find_if_exhausted(p_id, p_depth, int(size));
	}
	void remember(const void *p_id, int p_depth, const Variant &p_value, const Variant &p_result) {
		walk.remember(p_id, nullptr, p_depth, p_result);
		kept.push_back(p_value);
	}
	// What cannot be turned is null. The first error is printed: a value may have as many as it has paths.
	Variant fail(const String &p_message) {
		if (!told) {
			told = true;
			ERR_PRINT(p_message);
		}
		return Variant();
	}
};

class NativeWriter {
	const bool full_objects;
	NativeWalk walk;

	Variant _object(Object *p_object, int p_depth) {
		if (!full_objects) {
			return walk.fail("An object becomes JSON only with full_objects; null stands in its place.");
		}
		if (!p_object) {
			return Variant();
		}
		Dictionary entry = typed_entry(p_object->get_class());
		Array properties;
		LocalVector<PropertyInfo> list;
		p_object->get_property_list(&list);
		for (const PropertyInfo &info : list) {
			if (info.usage & PROPERTY_USAGE_STORAGE) {
				properties.push_back(info.name);
				properties.push_back(write(p_object->get(info.name), p_depth + 1));
			}
		}
		entry[PROPS] = properties;
		return entry;
	}

	Variant _array(const Array &p_array, int p_depth) {
		Array elements;
		for (const Variant &element : VariantInternal::get_snapshot(p_array)) { // Getters of objects may change the array.
			elements.push_back(write(element, p_depth + 1));
		}
		if (!p_array.is_typed()) {
			return elements;
		}
		Dictionary entry = typed_entry("Array");
		entry[ELEM_TYPE] = type_name_of(p_array.get_element_type());
		entry[ARGS] = elements;
		return entry;
	}

	Variant _dictionary(const Dictionary &p_dictionary, int p_depth) {
		Dictionary entry = typed_entry("Dictionary");
		if (p_dictionary.is_typed_key()) {
			entry[KEY_TYPE] = type_name_of(p_dictionary.get_key_type());
		}
		if (p_dictionary.is_typed_value()) {
			entry[VALUE_TYPE] = type_name_of(p_dictionary.get_value_type());
		}
		Array args;
		for (const Variant &key_or_value : VariantInternal::get_snapshot(p_dictionary)) {
			args.push_back(write(key_or_value, p_depth + 1));
		}
		entry[ARGS] = args;
		return entry;
	}

	Variant _packed(const Variant &p_value) {
		Dictionary entry = typed_entry(Variant::get_type_name(p_value.get_type()));
		Array args;
		const Array elements = p_value;
		for (int i = 0; i < elements.size(); i++) {
			Variant element = elements[i];
			const Shape shape = shape_of(element.get_type());
			if (shape.count == 0) {
				args.push_back(element);
				continue;
			}
			with_numbers(element, [&](const real_t *p_reals, const int32_t *) {
				for (int k = 0; k < shape.count; k++) {
					args.push_back(double(p_reals[k]));
				}
			});
		}
		entry[ARGS] = args;
		return entry;
	}

	Variant _numbers(const Variant &p_value, const Shape &p_shape) {
		Array args;
		Variant copy = p_value;
		with_numbers(copy, [&](const real_t *p_reals, const int32_t *p_ints) {
			for (int i = 0; i < p_shape.count; i++) {
				args.push_back(p_shape.whole ? Variant(p_ints[i]) : Variant(double(p_reals[i])));
			}
		});
		Dictionary entry = typed_entry(Variant::get_type_name(p_value.get_type()));
		entry[ARGS] = args;
		return entry;
	}

	Variant _turn(const Variant &p_value, int p_depth) {
		switch (p_value.get_type()) {
			case Variant::NIL:
			case Variant::BOOL:
				return p_value;
			case Variant::INT:
				return "i:" + itos(p_value);
			case Variant::FLOAT:
				return "f:" + p_value.stringify(); // The shortest text that reads back the same.
			case Variant::STRING:
				return "s:" + String(p_value);
			case Variant::STRING_NAME:
				return "sn:" + String(p_value);
			case Variant::NODE_PATH:
				return "np:" + String(p_value);
			case Variant::ARRAY:
				return _array(p_value, p_depth);
			case Variant::DICTIONARY:
				return _dictionary(p_value, p_depth);
			case Variant::OBJECT:
				return _object(p_value.get_validated_object(), p_depth);
			default:
				break;
		}
		if (p_value.get_type() >= Variant::PACKED_BYTE_ARRAY) {
			return _packed(p_value);
		}
		const Shape shape = shape_of(p_value.get_type());
		// A RID, a Callable and a Signal mean nothing outside this process; only their type is kept.
		return shape.count > 0 ? _numbers(p_value, shape) : Variant(typed_entry(Variant::get_type_name(p_value.get_type())));
	}

public:
	Variant write(const Variant &p_value, int p_depth) {
		if (p_depth > JSON::MAX_DEPTH) {
			return walk.fail("The data is nested too deeply to become JSON, or holds itself; null stands for what is too deep.");
		}
		const void *id = NativeWalk::get_id(p_value);
		if (id == nullptr) {
			return _turn(p_value, p_depth);
		}
		if (const Variant *known = walk.find(id, p_depth, p_value)) {
			return *known;
		}
		const Variant result = _turn(p_value, p_depth);
		walk.remember(id, p_depth, p_value, result);
		return result;
	}

	explicit NativeWriter(bool p_full_objects) :
			full_objects(p_full_objects) {}
};

// Reads data that may come from anywhere: what does not fit prints one error and becomes null.
class NativeReader {
	const bool allow_objects;
	NativeWalk walk;

	static Variant::Type find_type(const String &p_name) {
		for (int i = 0; i < Variant::VARIANT_MAX; i++) {
			if (Variant::get_type_name(Variant::Type(i)) == p_name) {
				return Variant::Type(i);
			}
		}
		return Variant::VARIANT_MAX;
	}

	static ContainerType container_type(const Variant &p_name) {
		ContainerType type;
		const String name = p_name;
		const Variant::Type builtin = find_type(name);
		if (builtin != Variant::VARIANT_MAX) {
			type.builtin_type = builtin;
		} else if (ClassDB::class_exists(name)) {
			type.builtin_type = Variant::OBJECT;
			type.class_name = name;
		}
		return type;
	}

	Variant _text(const String &p_text) {
		if (p_text.begins_with("i:")) {
			return p_text.substr(2).to_int();
		}
		if (p_text.begins_with("f:")) {
			const String number = p_text.substr(2);
			if (number == "inf" || number == "-inf") {
				return number == "inf" ? Math::INF : -Math::INF;
			}
			return number == "nan" ? Math::NaN : number.to_float();
		}
		if (p_text.begins_with("s:")) {
			return p_text.substr(2);
		}
		if (p_text.begins_with("sn:")) {
			return StringName(p_text.substr(3));
		}
		if (p_text.begins_with("np:")) {
			return NodePath(p_text.substr(3));
		}
		return walk.fail("\"" + p_text + "\" does not begin with the kind of value it is (\"i:\", \"f:\", \"s:\", \"sn:\" or \"np:\").");
	}

	Variant _object(const Dictionary &p_entry, const String &p_class, int p_depth) {
		if (!allow_objects) {
			return walk.fail("The data holds an object of the class " + p_class + ", while objects are not allowed.");
		}
		if (!ClassDB::can_instantiate(p_class)) {
			return walk.fail("There is no class \"" + p_class + "\" of which an object could be made.");
		}
		Object *object = ClassDB::instantiate(p_class);
		const Variant result = object;
		const Array properties = p_entry.get(PROPS, Array());
		for (int i = 0; i + 1 < properties.size(); i += 2) {
			object->set(String(properties[i]), read(properties[i + 1], p_depth + 1));
		}
		return result;
	}

	Variant _dictionary(const Dictionary &p_entry, const Array &p_args, int p_depth) {
		Dictionary dictionary;
		if (p_entry.has(KEY_TYPE) || p_entry.has(VALUE_TYPE)) {
			dictionary.set_typed(container_type(p_entry.get(KEY_TYPE, "")), container_type(p_entry.get(VALUE_TYPE, "")));
		}
		for (int i = 0; i + 1 < p_args.size(); i += 2) {
			dictionary.set(read(p_args[i], p_depth + 1), read(p_args[i + 1], p_depth + 1));
		}
		return dictionary;
	}

	Variant _elements(const Array &p_args, const Dictionary &p_entry, int p_depth) {
		Array array;
		if (p_entry.has(ELEM_TYPE)) {
			array.set_typed(container_type(p_entry[ELEM_TYPE]));
		}
		for (int i = 0; i < p_args.size(); i++) {
			array.push_back(read(p_args[i], p_depth + 1));
		}
		return array;
	}

	static Variant default_of(Variant::Type p_type) {
		Variant value;
		Callable::CallError error;
		Variant::construct(p_type, value, nullptr, 0, error);
		return value;
	}

	static Variant _numbers(Variant::Type p_type, const Shape &p_shape, const Array &p_args, int p_first) {
		Variant value = default_of(p_type);
		with_numbers(value, [&](real_t *p_reals, int32_t *p_ints) {
			for (int i = 0; i < p_shape.count; i++) {
				if (p_shape.whole) {
					p_ints[i] = int32_t(int64_t(p_args[p_first + i]));
				} else {
					p_reals[i] = real_t(double(p_args[p_first + i]));
				}
			}
		});
		return value;
	}

	// Vectors and colours lie as plain numbers one after another.
	static Variant _packed(Variant::Type p_type, const Array &p_args) {
		static const Variant::Type ELEMENTS[] = { Variant::VECTOR2, Variant::VECTOR3, Variant::COLOR, Variant::VECTOR4 };
		Array elements = p_args;
		if (p_type >= Variant::PACKED_VECTOR2_ARRAY) {
			elements = Array();
			const Variant::Type element = ELEMENTS[p_type - Variant::PACKED_VECTOR2_ARRAY];
			const Shape shape = shape_of(element);
			for (int i = 0; i + shape.count <= p_args.size(); i += shape.count) {
				elements.push_back(_numbers(element, shape, p_args, i));
			}
		}
		const Variant from = elements;
		const Variant *argument = &from;
		Variant value;
		Callable::CallError error;
		Variant::construct(p_type, value, &argument, 1, error);
		return value;
	}

	Variant _entry(const Dictionary &p_entry, int p_depth) {
		const String name = p_entry.get(TYPE, "");
		const Variant::Type type = find_type(name);
		const Variant raw_args = p_entry.get(ARGS, Array());
		if (name.is_empty() || raw_args.get_type() != Variant::ARRAY) {
			return walk.fail("An object in the data must have the keys \"type\" (a name) and \"args\" (an array).");
		}
		const Array args = raw_args;
		if (type == Variant::VARIANT_MAX || type == Variant::OBJECT) {
			return _object(p_entry, name, p_depth);
		}
		if (type == Variant::DICTIONARY) {
			return _dictionary(p_entry, args, p_depth);
		}
		if (type == Variant::ARRAY) {
			return _elements(args, p_entry, p_depth);
		}
		if (type >= Variant::PACKED_BYTE_ARRAY) {
			return _packed(type, args);
		}
		const Shape shape = shape_of(type);
		if (shape.count == 0) {
			return default_of(type);
		}
		if (args.size() != shape.count) {
			return walk.fail("A " + name + " has " + itos(shape.count) + " numbers; the data gives it " + itos(args.size()) + ".");
		}
		return _numbers(type, shape, args, 0);
	}

	Variant _turn(const Variant &p_json, int p_depth) {
		switch (p_json.get_type()) {
			case Variant::NIL:
			case Variant::BOOL:
				return p_json;
			case Variant::STRING:
			case Variant::STRING_NAME:
				return _text(p_json);
			case Variant::ARRAY:
				return _elements(p_json, Dictionary(), p_depth);
			case Variant::DICTIONARY:
				return _entry(p_json, p_depth);
			default:
				return walk.fail("A bare " + Variant::get_type_name(p_json.get_type()) + " is not what JSON.from_native() writes.");
		}
	}

public:
	Variant read(const Variant &p_json, int p_depth) {
		if (p_depth > JSON::MAX_DEPTH) {
			return walk.fail("The data is nested too deeply, or holds itself.");
		}
		const void *id = NativeWalk::get_id(p_json);
		if (id == nullptr) {
			return _turn(p_json, p_depth);
		}
		if (const Variant *known = walk.find(id, p_depth, p_json)) {
			return *known;
		}
		const Variant result = _turn(p_json, p_depth);
		walk.remember(id, p_depth, p_json, result);
		return result;
	}

	explicit NativeReader(bool p_allow_objects) :
			allow_objects(p_allow_objects) {}
};

} // namespace

Variant JSON::from_native(const Variant &p_variant, bool p_full_objects) {
	return NativeWriter(p_full_objects).write(p_variant, 0);
}

Variant JSON::to_native(const Variant &p_json, bool p_allow_objects) {
	return NativeReader(p_allow_objects).read(p_json, 0);
}
