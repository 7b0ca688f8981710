// The text of a Variant as print() and str() show it.
#include "core/variant/variant.h"

#include "core/error/error_macros.h"
#include "core/variant/container_walk.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"
#include "core/variant/variant_parser.h"

namespace {

class ContainerText {
	String out;
	ContainerWalk walk;

	// Inside containers texts are quoted, so that their ends can be seen.
	void _element(const Variant &p_value, int p_recursion) {
		switch (p_value.get_type()) {
			case Variant::STRING:
				out += VariantInternal::get_string(&p_value).c_escape().quote();
				break;
			case Variant::STRING_NAME:
				out += "&" + VariantInternal::get_string_name(&p_value).get_string().c_escape().quote();
				break;
			case Variant::NODE_PATH:
				out += "^" + String(VariantInternal::get<NodePath>(&p_value)).c_escape().quote();
				break;
			case Variant::ARRAY:
				write(VariantInternal::get_array(&p_value), p_recursion);
				break;
			case Variant::DICTIONARY:
				write(VariantInternal::get_dictionary(&p_value), p_recursion);
				break;
			default:
				out += p_value.stringify();
		}
	}

	bool _enter(const void *p_id, int p_size, int p_recursion, const char *p_short) {
		if (p_recursion <= Array::MAX_RECURSION && walk.find_if_exhausted(p_id, 0, p_size) == nullptr) {
			walk.remember(p_id, nullptr, 0, Variant());
			return true;
		}
		walk.tell("The value is nested too deep, or contains itself or others too often: its text is cut off.");
		out += p_short;
		return false;
	}

public:
	// Snapshots: objects make their texts themselves, and may change the container meanwhile.
	void write(const Array &p_array, int p_recursion) {
		if (!_enter(p_array.id(), p_array.size(), p_recursion, "[...]")) {
			return;
		}
		out += "[";
		const Vector<Variant> elements = VariantInternal::get_snapshot(p_array);
		for (int64_t i = 0; i < elements.size(); i++) {
			out += i > 0 ? ", " : "";
			_element(elements[i], p_recursion + 1);
		}
		out += "]";
	}
	void write(const Dictionary &p_dictionary, int p_recursion) {
		if (!_enter(p_dictionary.id(), p_dictionary.size(), p_recursion, "{ ... }")) {
			return;
		}
		out += "{ ";
		const Vector<Variant> entries = VariantInternal::get_snapshot(p_dictionary);
		for (int64_t i = 0; i < entries.size(); i += 2) {
			out += i > 0 ? ", " : "";
			_element(entries[i], p_recursion + 1);
			out += ": ";
			_element(entries[i + 1], p_recursion + 1);
		}
		out += " }";
	}
	const String &get_text() const { return out; }
};

String element_text(const String &p_value) {
	return p_value.c_escape().quote();
}
String element_text(float p_value) {
	return String::num_real(double(p_value), true); // All digits: what the shorter element really holds.
}
String element_text(double p_value) {
	return String::num_real(p_value, true);
}
template <typename T>
String element_text(const T &p_value) {
	if constexpr (std::is_integral_v<T>) {
		return itos(p_value);
	} else {
		return String(p_value);
	}
}

template <typename T>
String packed_text(const Vector<T> &p_array) {
	String text = "[";
	for (int64_t i = 0; i < p_array.size(); i++) {
		if (i > 0) {
			text += ", ";
		}
		text += element_text(p_array.ptr()[i]);
	}
	return text + "]";
}

template <typename T>
String container_text(const T &p_container, int p_recursion) {
	ContainerText text;
	text.write(p_container, p_recursion);
	return text.get_text();
}

String object_text(const Variant &p_value) {
	bool freed = false;
	Object *object = p_value.get_validated_object_with_check(freed);
	if (object != nullptr) {
		return object_hooks.to_string(object);
	}
	return freed ? "<Freed Object>" : "<Object#null>";
}

} // namespace

String Variant::stringify(int p_recursion) const {
	switch (type) {
		case NIL:
			return "<null>";
		case BOOL:
			return _data.b ? "true" : "false";
		case INT:
			return itos(_data.i);
		case FLOAT:
			return String::num_real(_data.f, true);
		case OBJECT:
			return object_text(*this);
		case RID:
			return "RID(" + itos(int64_t(VariantInternal::get<::RID>(this).get_id())) + ")";
		case STRING_NAME:
			return VariantInternal::get<StringName>(this).get_string();
		case DICTIONARY:
			return container_text(VariantInternal::get<Dictionary>(this), p_recursion);
		case ARRAY:
			return container_text(VariantInternal::get<Array>(this), p_recursion);
#define AS_STRING(m_enum, m_type, m_name) \
	case m_enum: \
		return String(VariantInternal::get<m_type>(this));
			AS_STRING(STRING, String, )
			AS_STRING(NODE_PATH, NodePath, )
			AS_STRING(CALLABLE, Callable, )
			AS_STRING(SIGNAL, Signal, )
			AS_STRING(VECTOR2, Vector2, )
			AS_STRING(VECTOR2I, Vector2i, )
			AS_STRING(RECT2, Rect2, )
			AS_STRING(RECT2I, Rect2i, )
			AS_STRING(VECTOR3, Vector3, )
			AS_STRING(VECTOR3I, Vector3i, )
			AS_STRING(VECTOR4, Vector4, )
			AS_STRING(VECTOR4I, Vector4i, )
			AS_STRING(PLANE, Plane, )
			AS_STRING(QUATERNION, Quaternion, )
			AS_STRING(COLOR, Color, )
			VARIANT_BOXED_TYPES(AS_STRING)
#undef AS_STRING
#define PACKED_TEXT(m_enum, m_type, m_element, m_element_type, m_name) \
	case m_enum: \
		return packed_text(VariantInternal::get<m_type>(this));
			VARIANT_PACKED_TYPES(PACKED_TEXT)
#undef PACKED_TEXT
		default:
			return String();
	}
}

void Variant::construct_from_string(const String &p_text, Variant &r_value) {
	String error;
	int line = 0;
	if (VariantParser::parse(p_text, r_value, error, line) != OK) {
		r_value = Variant();
	}
}

String Variant::get_construct_string() const {
	return VariantWriter::write(*this);
}
