// The warnings of the GDScript compiler and how the project's settings treat them.
#pragma once

#include "core/string/string_name.h"
#include "core/string/ustring.h"

// X(CODE, "setting name", default level)
#define GDSCRIPT_WARNINGS(X) \
	X(UNASSIGNED_VARIABLE, "unassigned_variable", WARN) \
	X(UNASSIGNED_VARIABLE_OP_ASSIGN, "unassigned_variable_op_assign", WARN) \
	X(UNUSED_VARIABLE, "unused_variable", WARN) \
	X(UNUSED_LOCAL_CONSTANT, "unused_local_constant", WARN) \
	X(UNUSED_PRIVATE_CLASS_VARIABLE, "unused_private_class_variable", WARN) \
	X(UNUSED_PARAMETER, "unused_parameter", WARN) \
	X(UNUSED_SIGNAL, "unused_signal", WARN) \
	X(SHADOWED_VARIABLE, "shadowed_variable", WARN) \
	X(SHADOWED_VARIABLE_BASE_CLASS, "shadowed_variable_base_class", WARN) \
	X(SHADOWED_GLOBAL_IDENTIFIER, "shadowed_global_identifier", WARN) \
	X(UNREACHABLE_CODE, "unreachable_code", WARN) \
	X(UNREACHABLE_PATTERN, "unreachable_pattern", WARN) \
	X(STANDALONE_EXPRESSION, "standalone_expression", WARN) \
	X(STANDALONE_TERNARY, "standalone_ternary", WARN) \
	X(INCOMPATIBLE_TERNARY, "incompatible_ternary", WARN) \
	X(UNTYPED_DECLARATION, "untyped_declaration", IGNORE) \
	X(INFERRED_DECLARATION, "inferred_declaration", IGNORE) \
	X(UNSAFE_PROPERTY_ACCESS, "unsafe_property_access", IGNORE) \
	X(UNSAFE_METHOD_ACCESS, "unsafe_method_access", IGNORE) \
	X(UNSAFE_CAST, "unsafe_cast", IGNORE) \
	X(UNSAFE_CALL_ARGUMENT, "unsafe_call_argument", IGNORE) \
	X(UNSAFE_VOID_RETURN, "unsafe_void_return", WARN) \
	X(RETURN_VALUE_DISCARDED, "return_value_discarded", IGNORE) \
	X(STATIC_CALLED_ON_INSTANCE, "static_called_on_instance", WARN) \
	X(MISSING_TOOL, "missing_tool", WARN) \
	X(REDUNDANT_STATIC_UNLOAD, "redundant_static_unload", WARN) \
	X(REDUNDANT_AWAIT, "redundant_await", WARN) \
	X(MISSING_AWAIT, "missing_await", IGNORE) \
	X(ASSERT_ALWAYS_TRUE, "assert_always_true", WARN) \
	X(ASSERT_ALWAYS_FALSE, "assert_always_false", WARN) \
	X(INTEGER_DIVISION, "integer_division", WARN) \
	X(NARROWING_CONVERSION, "narrowing_conversion", WARN) \
	X(INT_AS_ENUM_WITHOUT_CAST, "int_as_enum_without_cast", WARN) \
	X(INT_AS_ENUM_WITHOUT_MATCH, "int_as_enum_without_match", WARN) \
	X(ENUM_VARIABLE_WITHOUT_DEFAULT, "enum_variable_without_default", WARN) \
	X(EMPTY_FILE, "empty_file", WARN) \
	X(DEPRECATED_KEYWORD, "deprecated_keyword", WARN) \
	X(CONFUSABLE_IDENTIFIER, "confusable_identifier", WARN) \
	X(CONFUSABLE_LOCAL_DECLARATION, "confusable_local_declaration", WARN) \
	X(CONFUSABLE_LOCAL_USAGE, "confusable_local_usage", WARN) \
	X(CONFUSABLE_CAPTURE_REASSIGNMENT, "confusable_capture_reassignment", WARN) \
	X(INFERENCE_ON_VARIANT, "inference_on_variant", ERROR) \
	X(NATIVE_METHOD_OVERRIDE, "native_method_override", ERROR) \
	X(GET_NODE_DEFAULT_WITHOUT_ONREADY, "get_node_default_without_onready", ERROR) \
	X(ONREADY_WITH_EXPORT, "onready_with_export", ERROR) \
	X(PROPERTY_USED_AS_FUNCTION, "property_used_as_function", WARN) \
	X(CONSTANT_USED_AS_FUNCTION, "constant_used_as_function", WARN) \
	X(FUNCTION_USED_AS_PROPERTY, "function_used_as_property", WARN)

class GDScriptWarning {
public:
	enum Code {
#define GDSCRIPT_WARNING_ENUM(m_code, m_name, m_level) m_code,
		GDSCRIPT_WARNINGS(GDSCRIPT_WARNING_ENUM)
#undef GDSCRIPT_WARNING_ENUM
				CODE_MAX,
	};
	enum Level : uint8_t {
		IGNORE,
		WARN,
		ERROR,
	};

	static const char *get_name(Code p_code); // As in settings and annotations.
	static Code find(const String &p_name); // CODE_MAX if there is none.
	static Level get_default_level(Code p_code);
	static String get_setting_path(Code p_code);
	// Defines the settings with their defaults; once at start-up.
	static void register_settings();
};

// The levels that hold for one file.
struct GDScriptWarningLevels {
	GDScriptWarning::Level levels[GDScriptWarning::CODE_MAX];

	// From the project's settings: debug/gdscript/warnings/*, and directory_rules for the path. What nobody would be shown is not looked for.
	explicit GDScriptWarningLevels(const String &p_path);
};
