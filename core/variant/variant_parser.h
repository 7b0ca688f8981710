// The text format of Variants: writer (var_to_str, .tscn, .tres, project.godot) and a bounded reader for the same.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/templates/vector.h"
#include "core/variant/variant.h"

// Reads tokens, values, `[tag key=value]` lines and `key = value` assignments from a text. Input is not trusted: nesting is limited, every
// error has a line and a message, nothing is printed. The text must outlive the parser.
class VariantParser {
public:
	static constexpr int MAX_DEPTH = 512; // Deeper nesting is an error.

	enum TokenType {
		TK_CURLY_BRACKET_OPEN,
		TK_CURLY_BRACKET_CLOSE,
		TK_BRACKET_OPEN,
		TK_BRACKET_CLOSE,
		TK_PARENTHESIS_OPEN,
		TK_PARENTHESIS_CLOSE,
		TK_IDENTIFIER,
		TK_STRING,
		TK_STRING_NAME,
		TK_NUMBER,
		TK_COLON,
		TK_COMMA,
		TK_PERIOD,
		TK_EQUAL,
		TK_EOF,
		TK_ERROR, // value is the message.
	};
	struct Token {
		TokenType type = TK_EOF;
		Variant value;
	};

	// `[name key=value ...]`
	struct Tag {
		String name;
		HashMap<String, Variant> fields;
	};

	// How `ExtResource("id")` and `SubResource("id")` and `Resource("path")` become values. Each may be nullptr: then the construct is an error.
	// p_id is what stands in the parentheses. ERR_PARSE_ERROR and a message refuse it.
	struct ResourceHooks {
		using Function = Error (*)(void *p_userdata, const Variant &p_id, Variant &r_value, String &r_error);
		void *userdata = nullptr;
		Function ext_resource = nullptr;
		Function sub_resource = nullptr;
		Function resource = nullptr; // By path.
	};

	explicit VariantParser(const String &p_text, const ResourceHooks *p_hooks = nullptr, bool p_allow_objects = true);

	// Objects of classes that do not exist are not an error but kept as they are written.
	void keep_unknown_objects() { keeps_unknown = true; }

	int get_line() const { return line; } // 1-based, of the last token.
	String get_error() const { return error; } // Of the last failure.
	bool is_at_end(); // Only blanks and comments remain.

	// The whole value that starts here. ERR_FILE_EOF when there is only white space.
	Error parse_value(Variant &r_value);
	// One tag. ERR_FILE_EOF at the end. With p_simple the brackets hold a bare name up to `]` (project.godot, ConfigFile).
	Error parse_tag(Tag &r_tag, bool p_simple = false);
	// The next tag (then r_assign is empty) or `name = value`. ERR_FILE_EOF at the end.
	Error parse_tag_or_assign(Tag &r_tag, String &r_assign, Variant &r_value, bool p_simple_tag = false);

	// All of p_text as one value, as str_to_var() reads it (what follows the value is ignored).
	static Error parse(const String &p_text, Variant &r_value, String &r_error, int &r_line);

private:
	String text; // Shares the caller's characters.
	const char32_t *at = nullptr;
	const char32_t *end = nullptr;
	const ResourceHooks *hooks = nullptr;
	bool allow_objects = true;
	bool keeps_unknown = false;
	int line = 1;
	int depth = 0;
	String error;

	Error _fail(const String &p_message, Error p_error = ERR_PARSE_ERROR);
	Error _next(Token &r_token);
	Error _next_string(Token &r_token);
	Error _next_number(Token &r_token);
	Error _next_escape(String &r_text);
	void _skip_blanks();
	bool _at_string_name() const;
	Error _value_of(const Token &p_token, Variant &r_value);
	Error _identifier_value(const String &p_name, Variant &r_value);
	Error _nested_value(Variant &r_value);
	Error _array(Array &r_array);
	Error _dictionary(Dictionary &r_dictionary);
	Error _object(Variant &r_value);
	Error _typed_array(Variant &r_value);
	Error _typed_dictionary(Variant &r_value);
	Error _container_type(struct ContainerType &r_type);
	Error _resource(ResourceHooks::Function p_function, const char *p_what, Variant &r_value);
	Error _expect(TokenType p_type, const char *p_what);
	struct Number {
		double real = 0;
		int64_t integer = 0;
	};
	template <typename F>
	Error _each_number(F p_take);
	Error _next_component(Number &r_number, bool &r_is_end);
	static constexpr int MAX_COMPONENTS = 16; // Of a Projection.
	Error _numbers(Number *r_numbers, int p_most, int &r_count);
	template <typename T>
	Error _packed_numbers(Variant &r_value);
	template <typename T, int COMPONENTS>
	Error _packed_groups(Variant &r_value);
	Error _strings(PackedStringArray &r_strings);
	Error _bytes(PackedByteArray &r_bytes);
	Error _string_argument(String &r_text);
	Error _construct(Variant::Type p_type, Variant &r_value);
	Error _packed(Variant::Type p_type, Variant &r_value);
};

// Writes the same format. Containers that are nested deeper than MAX_RECURSION, or met again too often (see ContainerWalk), are cut off.
class VariantWriter {
public:
	static constexpr int MAX_RECURSION = 100;

	// Called for each resource. True: r_text is what to write for it (`ExtResource("1")`).
	using EncodeResource = bool (*)(void *p_userdata, Object *p_resource, String &r_text);

	static constexpr const char *CUT_OFF_BECAUSE = "nested too deep, or contains itself or others too often"; // Behind "is", in messages.

	// For files: ERR_INVALID_DATA, silently, when the text is cut off; the caller knows what the value is, and says so.
	static Error write_to(String &r_text, const Variant &p_value, EncodeResource p_encode_resource = nullptr, void *p_userdata = nullptr);
	// For texts to look at: prints an error when it is cut off.
	static String write(const Variant &p_value);
	// A double as the format has it: shortest text that reads back, always with a point or exponent; inf, inf_neg, nan.
	static String write_real(double p_value);
};
