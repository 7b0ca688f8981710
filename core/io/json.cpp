// JSON: writing, and the class that scripts use. The parser is in json_parser.cpp, native types in json_native.cpp.
#include "core/io/json.h"

#include "core/io/json_parser.h"
#include "core/object/class_db.h"
#include "core/string/number_text.h"
#include "core/string/text_builder.h"
#include "core/templates/local_vector.h"
#include "core/variant/container_walk.h"
#include "core/variant/variant_internal.h"

#include <cmath>

namespace {

// At most 15 digits that count, without exponent; or as many as it takes to read the same number back.
void add_float(TextBuilder &r_out, double p_value, bool p_full_precision) {
	if (std::isnan(p_value)) {
		r_out.add_ascii("null");
		return;
	}
	if (std::isinf(p_value)) {
		r_out.add_ascii(p_value < 0 ? "-1e99999" : "1e99999"); // Reads back as infinity.
		return;
	}
	if (p_full_precision) {
		const String shortest = String::num_scientific(p_value);
		r_out.add(shortest);
		if (!shortest.contains(".") && !shortest.contains("e")) {
			r_out.add_ascii(".0");
		}
		return;
	}
	if (p_value == 0) {
		r_out.add_ascii("0.0"); // Of either sign.
		return;
	}
	const int magnitude = int(std::floor(std::log10(std::fabs(p_value))));
	char digits[512];
	int length = write_fixed(digits, sizeof(digits), p_value, CLAMP(14 - magnitude, 1, 60));
	while (digits[length - 1] == '0' && digits[length - 2] != '.') {
		length--;
	}
	r_out.add_ascii(digits, length);
}

// Keys of one type by their value, others by type; both kinds of string are one type.
struct KeyOrder {
	static int rank(const Variant &p_key) {
		return p_key.get_type() == Variant::STRING_NAME ? int(Variant::STRING) : int(p_key.get_type());
	}
	bool operator()(const Variant &p_a, const Variant &p_b) const {
		const int rank_a = rank(p_a);
		const int rank_b = rank(p_b);
		if (rank_a != rank_b) {
			return rank_a < rank_b;
		}
		if (rank_a == Variant::STRING) {
			return String(p_a) < String(p_b);
		}
		bool valid = false;
		Variant is_less;
		Variant::evaluate(Variant::OP_LESS, p_a, p_b, is_less, valid);
		return valid && bool(is_less);
	}
};

struct EntryOrder {
	bool operator()(const Pair<Variant, Variant> &p_a, const Pair<Variant, Variant> &p_b) const { return KeyOrder()(p_a.first, p_b.first); }
};

class JSONWriter {
	TextBuilder out;
	const String indent;
	const bool sort_keys;
	const bool full_precision;
	LocalVector<const void *> open_containers; // Guards against containers that hold themselves,
	ContainerWalk walk; // and this against those that hold others too often.
	const char *problem = nullptr; // The first one.

	void _new_line(int p_depth) {
		if (!indent.is_empty()) {
			out.add('\n');
			for (int i = 0; i < p_depth; i++) {
				out.add(indent);
			}
		}
	}

	// p_id: nullptr for what is never shared.
	bool _enter(const void *p_id, int p_size, const char *p_instead) {
		const bool is_cycle = p_id != nullptr && open_containers.has(p_id);
		if (is_cycle || open_containers.size() >= uint32_t(JSON::MAX_DEPTH) || (p_id != nullptr && walk.find_if_exhausted(p_id, 0, p_size) != nullptr)) {
			if (problem == nullptr) {
				problem = is_cycle ? "A container that holds itself cannot become JSON" : "The data is nested too deeply or holds containers too often to become JSON";
			}
			out.add_ascii(p_instead);
			return false;
		}
		walk.remember(p_id, nullptr, 0, Variant());
		open_containers.push_back(p_id);
		return true;
	}

	void _leave() { open_containers.resize(open_containers.size() - 1); }

	void _write_array(const Array &p_array, const void *p_id, int p_depth) {
		if (p_array.is_empty()) {
			out.add_ascii("[]");
			return;
		}
		if (!_enter(p_id, p_array.size(), "\"[...]\"")) {
			return;
		}
		out.add('[');
		const Vector<Variant> elements = VariantInternal::get_snapshot(p_array); // Objects make their texts themselves.
		for (int64_t i = 0; i < elements.size(); i++) {
			if (i > 0) {
				out.add(',');
			}
			_new_line(p_depth + 1);
			write(elements[i], p_depth + 1);
		}
		_new_line(p_depth);
		out.add(']');
		_leave();
	}

	void _write_text(const Variant &p_value) {
		out.add('"');
		out.add(p_value.stringify().json_escape());
		out.add('"');
	}

	void _write_dictionary(const Dictionary &p_dictionary, int p_depth) {
		if (!_enter(p_dictionary.id(), p_dictionary.size(), "\"{...}\"")) {
			return;
		}
		// Copied, as texts of objects may change the dictionary.
		Vector<Pair<Variant, Variant>> entries;
		for (const KeyValue<Variant, Variant> &entry : p_dictionary) {
			entries.push_back(Pair<Variant, Variant>(entry.key, entry.value));
		}
		if (sort_keys) {
			entries.sort_custom<EntryOrder>();
		}
		out.add('{');
		for (int64_t i = 0; i < entries.size(); i++) {
			if (i > 0) {
				out.add(',');
			}
			_new_line(p_depth + 1);
			_write_text(entries[i].first);
			out.add_ascii(indent.is_empty() ? ":" : ": ");
			write(entries[i].second, p_depth + 1);
		}
		if (entries.is_empty() && !indent.is_empty()) {
			out.add('\n'); // As the stock engine lays an empty object out.
		}
		_new_line(p_depth);
		out.add('}');
		_leave();
	}

public:
	void write(const Variant &p_value, int p_depth) {
		switch (p_value.get_type()) {
			case Variant::NIL:
				out.add_ascii("null");
				break;
			case Variant::BOOL:
				out.add_ascii(bool(p_value) ? "true" : "false");
				break;
			case Variant::INT:
				out.add(itos(p_value));
				break;
			case Variant::FLOAT:
				add_float(out, p_value, full_precision);
				break;
			case Variant::ARRAY: {
				const Array array = p_value;
				_write_array(array, array.id(), p_depth);
			} break;
			case Variant::PACKED_INT32_ARRAY:
			case Variant::PACKED_INT64_ARRAY:
			case Variant::PACKED_FLOAT32_ARRAY:
			case Variant::PACKED_FLOAT64_ARRAY:
			case Variant::PACKED_STRING_ARRAY: {
				_write_array(p_value, nullptr, p_depth);
			} break;
			case Variant::DICTIONARY:
				_write_dictionary(p_value, p_depth);
				break;
			default:
				_write_text(p_value);
		}
	}

	String take() { return out.take(); }
	// Nullptr when nothing was left out.
	const char *get_problem() const { return problem; }

	JSONWriter(const String &p_indent, bool p_sort_keys, bool p_full_precision) :
			indent(p_indent), sort_keys(p_sort_keys), full_precision(p_full_precision) {}
};

} // namespace

Error JSON::parse(const String &p_text, bool p_keep_text) {
	JSONParser parser(p_text);
	Variant parsed;
	const Error error = parser.parse(parsed);
	if (p_keep_text) {
		text = p_text;
	}
	error_line = error == OK ? 0 : parser.get_line();
	error_message = error == OK ? String() : parser.get_message();
	if (error == OK) {
		data = parsed;
	}
	return error;
}

String JSON::stringify(const Variant &p_data, const String &p_indent, bool p_sort_keys, bool p_full_precision) {
	JSONWriter writer(p_indent, p_sort_keys, p_full_precision);
	writer.write(p_data, 0);
	if (writer.get_problem()) {
		ERR_PRINT(String(writer.get_problem()) + "; \"[...]\" or \"{...}\" stands in its place.");
	}
	return writer.take();
}

Error JSON::write_file_text(const Variant &p_data, String &r_text) {
	JSONWriter writer("\t", false, true);
	writer.write(p_data, 0);
	ERR_FAIL_COND_V_MSG(writer.get_problem() != nullptr, ERR_INVALID_DATA, String(writer.get_problem()) + ".");
	r_text = writer.take();
	return OK;
}

Variant JSON::parse_string(const String &p_text) {
	JSONParser parser(p_text);
	Variant parsed;
	const Error error = parser.parse(parsed);
	ERR_FAIL_COND_V_MSG(error != OK, Variant(), "The text is not JSON: line " + itos(parser.get_line()) + ": " + parser.get_message() + ".");
	return parsed;
}

void JSON::_bind_methods() {
	ClassDB::bind_static_method("JSON", D_METHOD("stringify", "data", "indent", "sort_keys", "full_precision"), &JSON::stringify, DEFVAL(""), DEFVAL(true), DEFVAL(false));
	ClassDB::bind_static_method("JSON", D_METHOD("parse_string", "json_string"), &JSON::parse_string);
	ClassDB::bind_method(D_METHOD("parse", "json_text", "keep_text"), &JSON::parse, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_data"), &JSON::get_data);
	ClassDB::bind_method(D_METHOD("set_data", "data"), &JSON::set_data);
	ClassDB::bind_method(D_METHOD("get_parsed_text"), &JSON::get_parsed_text);
	ClassDB::bind_method(D_METHOD("get_error_line"), &JSON::get_error_line);
	ClassDB::bind_method(D_METHOD("get_error_message"), &JSON::get_error_message);
	ClassDB::bind_static_method("JSON", D_METHOD("from_native", "variant", "full_objects"), &JSON::from_native, DEFVAL(false));
	ClassDB::bind_static_method("JSON", D_METHOD("to_native", "json", "allow_objects"), &JSON::to_native, DEFVAL(false));

	ADD_PROPERTY(PropertyInfo(Variant::NIL, "data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NIL_IS_VARIANT), "set_data", "get_data");
}
