// Writes Variants in the text format.
#include "core/variant/variant_parser.h"

#include "core/error/error_macros.h"
#include "core/variant/container_type.h"
#include "core/variant/container_walk.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"

namespace {

class Writer {
	VariantWriter::EncodeResource encode_resource;
	void *userdata;
	int depth = 0;
	bool cut_off = false;
	String out;
	ContainerWalk walk;

	static String _component(real_t p_value) {
		return _number(p_value);
	}
	// The shortest text that reads back as the same number of its kind, without a mark that tells it from an int: inside `Vector2(...)` there is no doubt.
	template <typename F>
	static String _number(F p_value) {
		if (p_value == 0) {
			return "0"; // The format has no minus zero.
		}
		if (p_value != p_value) {
			return "nan";
		}
		if (p_value - p_value != 0) {
			return p_value > 0 ? "inf" : "inf_neg";
		}
		return String::num_scientific(p_value);
	}

	static String _text(const String &p_text) { return "\"" + p_text.c_escape_multiline() + "\""; }
	// On one line, for what stands inside lines: names and elements of packed arrays.
	static String _escaped(const String &p_text) { return "\"" + p_text.c_escape() + "\""; }

	void _components(const char *p_name, std::initializer_list<real_t> p_components) {
		out += String(p_name) + "(";
		bool first = true;
		for (const real_t component : p_components) {
			out += (first ? "" : ", ") + _component(component);
			first = false;
		}
		out += ")";
	}
	void _integers(const char *p_name, std::initializer_list<int32_t> p_components) {
		out += String(p_name) + "(";
		bool first = true;
		for (const int32_t component : p_components) {
			out += (first ? "" : ", ") + itos(component);
			first = false;
		}
		out += ")";
	}

	static String _element(const String &p_value) { return _escaped(p_value); }
	static String _element(double p_value) { return _number(p_value); }
	static String _element(float p_value) { return _number(p_value); }
	static String _element(uint8_t p_value) { return itos(p_value); }
	static String _element(int32_t p_value) { return itos(p_value); }
	static String _element(int64_t p_value) { return itos(p_value); }
	static String _element(const Vector2 &p_value) { return _component(p_value.x) + ", " + _component(p_value.y); }
	static String _element(const Vector3 &p_value) { return _component(p_value.x) + ", " + _component(p_value.y) + ", " + _component(p_value.z); }
	static String _element(const Vector4 &p_value) {
		return _component(p_value.x) + ", " + _component(p_value.y) + ", " + _component(p_value.z) + ", " + _component(p_value.w);
	}
	static String _element(const Color &p_value) { return _element(Vector4(p_value.r, p_value.g, p_value.b, p_value.a)); }

	template <typename T>
	void _packed(const char *p_name, const Vector<T> &p_array) {
		out += String(p_name) + "(";
		for (int64_t i = 0; i < p_array.size(); i++) {
			if (i > 0) {
				out += ", ";
			}
			out += _element(p_array.ptr()[i]);
		}
		out += ")";
	}

	// Or, for containers, too often: p_id.
	bool _too_deep(const char *p_short, const void *p_id = nullptr, int p_size = 0) {
		if (depth <= VariantWriter::MAX_RECURSION && (p_id == nullptr || walk.find_if_exhausted(p_id, 0, p_size) == nullptr)) {
			walk.remember(p_id, nullptr, 0, Variant());
			return false;
		}
		cut_off = true;
		out += p_short;
		return true;
	}

	// "int", "Node", or the script's path as a resource.
	void _type_name(const ContainerType &p_type) {
		Object *script = p_type.script.get_validated_object();
		if (script == nullptr) {
			out += p_type.get_name();
			return;
		}
		_resource(script);
	}

	void _array(const Array &p_array) {
		if (_too_deep("[]", p_array.id(), p_array.size())) {
			return;
		}
		if (p_array.is_typed()) {
			out += "Array[";
			_type_name(p_array.get_element_type());
			out += "](";
		}
		out += "[";
		depth++;
		const Vector<Variant> elements = VariantInternal::get_snapshot(p_array); // Getters of objects may change the array.
		for (int64_t i = 0; i < elements.size(); i++) {
			if (i > 0) {
				out += ", ";
			}
			write(elements[i]);
		}
		depth--;
		out += p_array.is_typed() ? "])" : "]";
	}

	void _entries(const Dictionary &p_dictionary) {
		if (p_dictionary.is_empty()) {
			out += "{}";
			return;
		}
		Dictionary ordered = p_dictionary.duplicate();
		ordered.sort();
		const Vector<Variant> entries = VariantInternal::get_snapshot(ordered);
		out += "{\n";
		depth++;
		for (int64_t i = 0; i < entries.size(); i += 2) {
			if (i > 0) {
				out += ",\n";
			}
			write(entries[i]);
			out += ": ";
			write(entries[i + 1]);
		}
		depth--;
		out += "\n}";
	}

	void _dictionary(const Dictionary &p_dictionary) {
		if (_too_deep("{}", p_dictionary.id(), p_dictionary.size())) {
			return;
		}
		if (p_dictionary.is_typed()) {
			out += "Dictionary[";
			_type_name(p_dictionary.get_key_type());
			out += ", ";
			_type_name(p_dictionary.get_value_type());
			out += "](";
		}
		_entries(p_dictionary);
		out += p_dictionary.is_typed() ? ")" : "";
	}

	// False: it has no place of its own and must be written out.
	bool _resource(Object *p_object) {
		String text;
		if (encode_resource != nullptr && encode_resource(userdata, p_object, text)) {
			out += text;
			return true;
		}
		const String path = object_hooks.get_resource_path(p_object);
		if (path.is_empty()) {
			return false;
		}
		out += "Resource(\"" + path.c_escape() + "\")";
		return true;
	}

	void _object(const Variant &p_value) {
		Object *object = p_value.get_validated_object();
		if (object == nullptr || _too_deep("null")) {
			out += object == nullptr ? "null" : "";
			return;
		}
		if (object_hooks.is_resource(object) && _resource(object)) {
			return;
		}
		Array names_and_values;
		object_hooks.get_stored_properties(object, names_and_values);
		out += "Object(" + String(object_hooks.get_stored_class(object));
		depth++;
		for (int i = 0; i + 1 < names_and_values.size(); i += 2) {
			out += ",\"" + String(names_and_values[i]) + "\":";
			write(names_and_values[i + 1]);
		}
		depth--;
		out += ")\n";
	}

	void _geometry(const Variant &p_value);

public:
	void write(const Variant &p_value);
	const String &get_text() const { return out; }
	bool is_cut_off() const { return cut_off; }

	Writer(VariantWriter::EncodeResource p_encode_resource, void *p_userdata) :
			encode_resource(p_encode_resource), userdata(p_userdata) {}
};

void Writer::_geometry(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::VECTOR2: {
			const Vector2 v = p_value;
			_components("Vector2", { v.x, v.y });
		} break;
		case Variant::VECTOR2I: {
			const Vector2i v = p_value;
			_integers("Vector2i", { v.x, v.y });
		} break;
		case Variant::RECT2: {
			const Rect2 r = p_value;
			_components("Rect2", { r.position.x, r.position.y, r.size.x, r.size.y });
		} break;
		case Variant::RECT2I: {
			const Rect2i r = p_value;
			_integers("Rect2i", { r.position.x, r.position.y, r.size.x, r.size.y });
		} break;
		case Variant::VECTOR3: {
			const Vector3 v = p_value;
			_components("Vector3", { v.x, v.y, v.z });
		} break;
		case Variant::VECTOR3I: {
			const Vector3i v = p_value;
			_integers("Vector3i", { v.x, v.y, v.z });
		} break;
		case Variant::VECTOR4: {
			const Vector4 v = p_value;
			_components("Vector4", { v.x, v.y, v.z, v.w });
		} break;
		case Variant::VECTOR4I: {
			const Vector4i v = p_value;
			_integers("Vector4i", { v.x, v.y, v.z, v.w });
		} break;
		case Variant::PLANE: {
			const Plane p = p_value;
			_components("Plane", { p.normal.x, p.normal.y, p.normal.z, p.d });
		} break;
		case Variant::QUATERNION: {
			const Quaternion q = p_value;
			_components("Quaternion", { q.x, q.y, q.z, q.w });
		} break;
		case Variant::AABB: {
			const AABB b = p_value;
			_components("AABB", { b.position.x, b.position.y, b.position.z, b.size.x, b.size.y, b.size.z });
		} break;
		case Variant::TRANSFORM2D: {
			const Transform2D t = p_value;
			_components("Transform2D", { t.columns[0].x, t.columns[0].y, t.columns[1].x, t.columns[1].y, t.columns[2].x, t.columns[2].y });
		} break;
		case Variant::BASIS: {
			const Basis b = p_value;
			_components("Basis", { b.rows[0].x, b.rows[0].y, b.rows[0].z, b.rows[1].x, b.rows[1].y, b.rows[1].z, b.rows[2].x, b.rows[2].y, b.rows[2].z });
		} break;
		case Variant::TRANSFORM3D: {
			const Transform3D t = p_value;
			const Basis &b = t.basis;
			_components("Transform3D", { b.rows[0].x, b.rows[0].y, b.rows[0].z, b.rows[1].x, b.rows[1].y, b.rows[1].z, b.rows[2].x, b.rows[2].y, b.rows[2].z, t.origin.x, t.origin.y, t.origin.z });
		} break;
		case Variant::PROJECTION: {
			const Projection p = p_value;
			const Vector4 *c = p.columns;
			_components("Projection", { c[0].x, c[0].y, c[0].z, c[0].w, c[1].x, c[1].y, c[1].z, c[1].w, c[2].x, c[2].y, c[2].z, c[2].w, c[3].x, c[3].y, c[3].z, c[3].w });
		} break;
		case Variant::COLOR: {
			const Color c = p_value;
			_components("Color", { c.r, c.g, c.b, c.a });
		} break;
		default:
			break;
	}
}

void Writer::write(const Variant &p_value) {
	switch (p_value.get_type()) {
		case Variant::NIL:
			out += "null";
			break;
		case Variant::BOOL:
			out += VariantInternal::get_bool(&p_value) ? "true" : "false";
			break;
		case Variant::INT:
			out += itos(VariantInternal::get_int(&p_value));
			break;
		case Variant::FLOAT:
			out += VariantWriter::write_real(VariantInternal::get_float(&p_value));
			break;
		case Variant::STRING:
			out += _text(VariantInternal::get_string(&p_value));
			break;
		case Variant::STRING_NAME:
			out += "&" + _escaped(VariantInternal::get_string_name(&p_value));
			break;
		case Variant::NODE_PATH:
			out += "NodePath(\"" + String(VariantInternal::get<NodePath>(&p_value)).c_escape() + "\")";
			break;
		case Variant::RID: {
			const uint64_t id = VariantInternal::get<RID>(&p_value).get_id();
			out += id == 0 ? String("RID()") : "RID(" + itos(int64_t(id)) + ")";
		} break;
		case Variant::OBJECT:
			_object(p_value);
			break;
		case Variant::CALLABLE:
			out += "Callable()"; // A target means nothing outside this run.
			break;
		case Variant::SIGNAL:
			out += "Signal()";
			break;
		case Variant::DICTIONARY:
			_dictionary(VariantInternal::get_dictionary(&p_value));
			break;
		case Variant::ARRAY:
			_array(VariantInternal::get_array(&p_value));
			break;
#define WRITE_PACKED(m_enum, m_type, m_element, m_element_type, m_name) \
	case Variant::m_enum: \
		_packed(m_name, VariantInternal::get<m_type>(&p_value)); \
		break;
			VARIANT_PACKED_TYPES(WRITE_PACKED)
#undef WRITE_PACKED
		default:
			_geometry(p_value);
			break;
	}
}

} // namespace

String VariantWriter::write_real(double p_value) {
	if (p_value == 0) {
		return "0.0";
	}
	if (p_value != p_value) {
		return "nan";
	}
	if (p_value - p_value != 0) {
		return p_value > 0 ? "inf" : "inf_neg";
	}
	const String text = String::num_scientific(p_value);
	return text.contains_char('.') || text.contains_char('e') ? text : text + ".0";
}

Error VariantWriter::write_to(String &r_text, const Variant &p_value, EncodeResource p_encode_resource, void *p_userdata) {
	Writer writer(p_encode_resource, p_userdata);
	writer.write(p_value);
	r_text = writer.get_text();
	return writer.is_cut_off() ? ERR_INVALID_DATA : OK;
}

String VariantWriter::write(const Variant &p_value) {
	String text;
	if (write_to(text, p_value) != OK) {
		ERR_PRINT("The value is " + String(CUT_OFF_BECAUSE) + ": its text is cut off.");
	}
	return text;
}
