// The methods of String, StringName and NodePath as scripts see them.
#include "core/variant/builtin_registry.h"

#include "core/string/node_path.h"
#include "core/string/string_name.h"
#include "core/string/ustring.h"
#include "core/variant/string_format.h"

// Positions and counts of the scripting API are 32 bits wide: scripts see the low half of anything larger.
template <typename P>
struct Narrowed {
	using Type = P;
};
template <>
struct Narrowed<int64_t> {
	using Type = int32_t;
};

template <auto F>
struct Narrow;
template <typename R, typename... P, R (String::*F)(P...) const>
struct Narrow<F> {
	static R call(const String &p_self, typename Narrowed<P>::Type... p_args) { return (p_self.*F)(p_args...); }
};

// A StringName answers every method of a String; Stored says which of the two it is.
template <typename Stored>
static void register_text_methods() {
	bind_builtin_method_as<Stored, &String::casecmp_to>("casecmp_to", { "to" });
	bind_builtin_method_as<Stored, &String::nocasecmp_to>("nocasecmp_to", { "to" });
	bind_builtin_method_as<Stored, &String::naturalcasecmp_to>("naturalcasecmp_to", { "to" });
	bind_builtin_method_as<Stored, &String::naturalnocasecmp_to>("naturalnocasecmp_to", { "to" });
	bind_builtin_method_as<Stored, &String::filecasecmp_to>("filecasecmp_to", { "to" });
	bind_builtin_method_as<Stored, &String::filenocasecmp_to>("filenocasecmp_to", { "to" });
	bind_builtin_method_as<Stored, &String::length>("length", {});
	bind_builtin_method_as<Stored, &Narrow<&String::substr>::call>("substr", { "from", "len" }, { -1 });
	bind_builtin_method_as<Stored, &Narrow<&String::get_slice>::call>("get_slice", { "delimiter", "slice" });
	bind_builtin_method_as<Stored, &Narrow<&String::get_slicec>::call>("get_slicec", { "delimiter", "slice" });
	bind_builtin_method_as<Stored, &String::get_slice_count>("get_slice_count", { "delimiter" });
	bind_builtin_method_as<Stored, &Narrow<static_cast<int64_t (String::*)(const String &, int64_t) const>(&String::find)>::call>("find", { "what", "from" }, { 0 });
	bind_builtin_method_as<Stored, &Narrow<&String::findn>::call>("findn", { "what", "from" }, { 0 });
	bind_builtin_method_as<Stored, &Narrow<&String::count>::call>("count", { "what", "from", "to" }, { 0, 0 });
	bind_builtin_method_as<Stored, &Narrow<&String::countn>::call>("countn", { "what", "from", "to" }, { 0, 0 });
	bind_builtin_method_as<Stored, &Narrow<&String::rfind>::call>("rfind", { "what", "from" }, { -1 });
	bind_builtin_method_as<Stored, &Narrow<&String::rfindn>::call>("rfindn", { "what", "from" }, { -1 });
	bind_builtin_method_as<Stored, &String::match>("match", { "expr" });
	bind_builtin_method_as<Stored, &String::matchn>("matchn", { "expr" });
	bind_builtin_method_as<Stored, static_cast<bool (String::*)(const String &) const>(&String::begins_with)>("begins_with", { "text" });
	bind_builtin_method_as<Stored, &String::ends_with>("ends_with", { "text" });
	bind_builtin_method_as<Stored, &String::is_subsequence_of>("is_subsequence_of", { "text" });
	bind_builtin_method_as<Stored, &String::is_subsequence_ofn>("is_subsequence_ofn", { "text" });
	bind_builtin_method_as<Stored, &String::bigrams>("bigrams", {});
	bind_builtin_method_as<Stored, &String::similarity>("similarity", { "text" });
	bind_builtin_method_as<Stored, &string_format>("format", { "values", "placeholder" }, { String("{_}") });
	bind_builtin_method_as<Stored, &String::replace>("replace", { "what", "forwhat" });
	bind_builtin_method_as<Stored, &String::replacen>("replacen", { "what", "forwhat" });
	bind_builtin_method_as<Stored, &String::replace_char>("replace_char", { "key", "with" });
	bind_builtin_method_as<Stored, &String::replace_chars>("replace_chars", { "keys", "with" });
	bind_builtin_method_as<Stored, &String::remove_char>("remove_char", { "what" });
	bind_builtin_method_as<Stored, &String::remove_chars>("remove_chars", { "chars" });
	bind_builtin_method_as<Stored, &Narrow<&String::repeat>::call>("repeat", { "count" });
	bind_builtin_method_as<Stored, &String::reverse>("reverse", {});
	bind_builtin_method_as<Stored, &Narrow<&String::insert>::call>("insert", { "position", "what" });
	bind_builtin_method_as<Stored, &Narrow<&String::erase>::call>("erase", { "position", "chars" }, { 1 });
	bind_builtin_method_as<Stored, &String::capitalize>("capitalize", {});
	bind_builtin_method_as<Stored, &String::to_camel_case>("to_camel_case", {});
	bind_builtin_method_as<Stored, &String::to_pascal_case>("to_pascal_case", {});
	bind_builtin_method_as<Stored, &String::to_snake_case>("to_snake_case", {});
	bind_builtin_method_as<Stored, &String::to_kebab_case>("to_kebab_case", {});
	bind_builtin_method_as<Stored, &Narrow<&String::split>::call>("split", { "delimiter", "allow_empty", "maxsplit" }, { String(), true, 0 });
	bind_builtin_method_as<Stored, &Narrow<&String::rsplit>::call>("rsplit", { "delimiter", "allow_empty", "maxsplit" }, { String(), true, 0 });
	bind_builtin_method_as<Stored, &String::split_floats>("split_floats", { "delimiter", "allow_empty" }, { true });
	bind_builtin_method_as<Stored, &String::join>("join", { "parts" });
	bind_builtin_method_as<Stored, &String::to_upper>("to_upper", {});
	bind_builtin_method_as<Stored, &String::to_lower>("to_lower", {});
	bind_builtin_method_as<Stored, &Narrow<&String::left>::call>("left", { "length" });
	bind_builtin_method_as<Stored, &Narrow<&String::right>::call>("right", { "length" });
	bind_builtin_method_as<Stored, &String::strip_edges>("strip_edges", { "left", "right" }, { true, true });
	bind_builtin_method_as<Stored, &String::strip_escapes>("strip_escapes", {});
	bind_builtin_method_as<Stored, &String::lstrip>("lstrip", { "chars" });
	bind_builtin_method_as<Stored, &String::rstrip>("rstrip", { "chars" });
	bind_builtin_method_as<Stored, &String::get_extension>("get_extension", {});
	bind_builtin_method_as<Stored, &String::get_basename>("get_basename", {});
	bind_builtin_method_as<Stored, &String::path_join>("path_join", { "path" });
	bind_builtin_method_as<Stored, &Narrow<&String::unicode_at>::call>("unicode_at", { "at" });
	bind_builtin_method_as<Stored, &String::indent>("indent", { "prefix" });
	bind_builtin_method_as<Stored, &String::dedent>("dedent", {});
	bind_builtin_method_as<Stored, static_cast<uint32_t (String::*)() const>(&String::hash)>("hash", {});
	bind_builtin_method_as<Stored, &String::md5_text>("md5_text", {});
	bind_builtin_method_as<Stored, &String::sha1_text>("sha1_text", {});
	bind_builtin_method_as<Stored, &String::sha256_text>("sha256_text", {});
	bind_builtin_method_as<Stored, &String::md5_buffer>("md5_buffer", {});
	bind_builtin_method_as<Stored, &String::sha1_buffer>("sha1_buffer", {});
	bind_builtin_method_as<Stored, &String::sha256_buffer>("sha256_buffer", {});
	bind_builtin_method_as<Stored, &String::is_empty>("is_empty", {});
	bind_builtin_method_as<Stored, static_cast<bool (String::*)(const String &) const>(&String::contains)>("contains", { "what" });
	bind_builtin_method_as<Stored, &String::containsn>("containsn", { "what" });
	bind_builtin_method_as<Stored, &String::is_absolute_path>("is_absolute_path", {});
	bind_builtin_method_as<Stored, &String::is_relative_path>("is_relative_path", {});
	bind_builtin_method_as<Stored, &String::simplify_path>("simplify_path", {});
	bind_builtin_method_as<Stored, &String::get_base_dir>("get_base_dir", {});
	bind_builtin_method_as<Stored, &String::get_file>("get_file", {});
	bind_builtin_method_as<Stored, &String::xml_escape>("xml_escape", { "escape_quotes" }, { false });
	bind_builtin_method_as<Stored, &String::xml_unescape>("xml_unescape", {});
	bind_builtin_method_as<Stored, &String::uri_encode>("uri_encode", {});
	bind_builtin_method_as<Stored, &String::uri_decode>("uri_decode", {});
	bind_builtin_method_as<Stored, &String::uri_file_decode>("uri_file_decode", {});
	bind_builtin_method_as<Stored, &String::c_escape>("c_escape", {});
	bind_builtin_method_as<Stored, &String::c_unescape>("c_unescape", {});
	bind_builtin_method_as<Stored, &String::json_escape>("json_escape", {});
	bind_builtin_method_as<Stored, &String::validate_node_name>("validate_node_name", {});
	bind_builtin_method_as<Stored, &String::validate_filename>("validate_filename", {});
	bind_builtin_method_as<Stored, &String::is_valid_ascii_identifier>("is_valid_ascii_identifier", {});
	bind_builtin_method_as<Stored, &String::is_valid_unicode_identifier>("is_valid_unicode_identifier", {});
	bind_builtin_method_as<Stored, &String::is_valid_identifier>("is_valid_identifier", {});
	bind_builtin_method_as<Stored, &String::is_valid_int>("is_valid_int", {});
	bind_builtin_method_as<Stored, &String::is_valid_float>("is_valid_float", {});
	bind_builtin_method_as<Stored, &String::is_valid_hex_number>("is_valid_hex_number", { "with_prefix" }, { false });
	bind_builtin_method_as<Stored, &String::is_valid_html_color>("is_valid_html_color", {});
	bind_builtin_method_as<Stored, &String::is_valid_ip_address>("is_valid_ip_address", {});
	bind_builtin_method_as<Stored, &String::is_valid_filename>("is_valid_filename", {});
	bind_builtin_method_as<Stored, static_cast<int64_t (String::*)() const>(&String::to_int)>("to_int", {});
	bind_builtin_method_as<Stored, static_cast<double (String::*)() const>(&String::to_float)>("to_float", {});
	bind_builtin_method_as<Stored, &String::hex_to_int>("hex_to_int", {});
	bind_builtin_method_as<Stored, &String::bin_to_int>("bin_to_int", {});
	bind_builtin_method_as<Stored, &Narrow<&String::lpad>::call>("lpad", { "min_length", "character" }, { String(" ") });
	bind_builtin_method_as<Stored, &Narrow<&String::rpad>::call>("rpad", { "min_length", "character" }, { String(" ") });
	bind_builtin_method_as<Stored, &Narrow<&String::pad_decimals>::call>("pad_decimals", { "digits" });
	bind_builtin_method_as<Stored, &Narrow<&String::pad_zeros>::call>("pad_zeros", { "digits" });
	bind_builtin_method_as<Stored, &String::trim_prefix>("trim_prefix", { "prefix" });
	bind_builtin_method_as<Stored, &String::trim_suffix>("trim_suffix", { "suffix" });
	bind_builtin_method_as<Stored, &String::to_ascii_buffer>("to_ascii_buffer", {});
	bind_builtin_method_as<Stored, &String::to_utf8_buffer>("to_utf8_buffer", {});
	bind_builtin_method_as<Stored, &String::to_utf16_buffer>("to_utf16_buffer", {});
	bind_builtin_method_as<Stored, &String::to_utf32_buffer>("to_utf32_buffer", {});
	bind_builtin_method_as<Stored, &String::to_wchar_buffer>("to_wchar_buffer", {});
	bind_builtin_method_as<Stored, &String::to_multibyte_char_buffer>("to_multibyte_char_buffer", { "encoding" }, { String() });
	bind_builtin_method_as<Stored, &String::hex_decode>("hex_decode", {});
}

static void register_static_methods() {
	bind_builtin_static_method<static_cast<String (*)(double)>(&String::num_scientific)>(Variant::STRING, "num_scientific", { "number" });
	bind_builtin_static_method<&String::num>(Variant::STRING, "num", { "number", "decimals" }, { -1 });
	bind_builtin_static_method<&String::num_int64>(Variant::STRING, "num_int64", { "number", "base", "capitalize_hex" }, { 10, false });
	bind_builtin_static_method<&String::num_uint64>(Variant::STRING, "num_uint64", { "number", "base", "capitalize_hex" }, { 10, false });
	bind_builtin_static_method<&String::chr>(Variant::STRING, "chr", { "code" });
	bind_builtin_static_method<&String::humanize_size>(Variant::STRING, "humanize_size", { "size" });
}

static void register_node_path_methods() {
	bind_builtin_method<&NodePath::is_absolute>("is_absolute", {});
	bind_builtin_method<&NodePath::get_name_count>("get_name_count", {});
	bind_builtin_method<&NodePath::get_name>("get_name", { "idx" });
	bind_builtin_method<&NodePath::get_subname_count>("get_subname_count", {});
	bind_builtin_method<&NodePath::hash>("hash", {});
	bind_builtin_method<&NodePath::get_subname>("get_subname", { "idx" });
	bind_builtin_method<&NodePath::get_concatenated_names>("get_concatenated_names", {});
	bind_builtin_method<&NodePath::get_concatenated_subnames>("get_concatenated_subnames", {});
	bind_builtin_method<&NodePath::slice>("slice", { "begin", "end" }, { INT32_MAX });
	bind_builtin_method<&NodePath::get_as_property_path>("get_as_property_path", {});
	bind_builtin_method<&NodePath::is_empty>("is_empty", {});
}

void register_variant_string_methods() {
	register_text_methods<String>();
	register_text_methods<StringName>();
	register_static_methods();
	register_node_path_methods();
}
