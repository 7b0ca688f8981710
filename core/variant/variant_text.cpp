// The text of a Variant as print() and str() show it.
#include "core/variant/variant.h"

#include "core/error/error_macros.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"
#include "core/variant/variant_parser.h"

namespace {

// Inside containers texts are quoted, so that their ends can be seen.
String quoted(const Variant &p_value, int p_recursion) {
	switch (p_value.get_type()) {
		case Variant::STRING:
			return VariantInternal::get_string(&p_value).c_escape().quote();
		case Variant::STRING_NAME:
			return "&" + VariantInternal::get_string_name(&p_value).get_string().c_escape().quote();
		case Variant::NODE_PATH:
			return "^" + String(VariantInternal::get<NodePath>(&p_value)).c_escape().quote();
		default:
			return p_value.stringify(p_recursion);
	}
}

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

String dictionary_text(const Dictionary &p_dictionary, int p_recursion) {
	ERR_FAIL_COND_V_MSG(p_recursion > Dictionary::MAX_RECURSION, "{ ... }", "The dictionary is nested too deep, or contains itself: its text is cut off.");
	String text = "{ ";
	bool first = true;
	for (const KeyValue<Variant, Variant> &entry : p_dictionary) {
		if (!first) {
			text += ", ";
		}
		first = false;
		text += quoted(entry.key, p_recursion + 1) + ": " + quoted(entry.value, p_recursion + 1);
	}
	return text + " }";
}

String array_text(const Array &p_array, int p_recursion) {
	ERR_FAIL_COND_V_MSG(p_recursion > Array::MAX_RECURSION, "[...]", "The array is nested too deep, or contains itself: its text is cut off.");
	String text = "[";
	for (int i = 0; i < p_array.size(); i++) {
		if (i > 0) {
			text += ", ";
		}
		text += quoted(p_array[i], p_recursion + 1);
	}
	return text + "]";
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
			return dictionary_text(VariantInternal::get<Dictionary>(this), p_recursion);
		case ARRAY:
			return array_text(VariantInternal::get<Array>(this), p_recursion);
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
