// The global functions that are neither mathematics nor chance nor bytes: printing, texts, types, objects.
#include "core/variant/variant_utility.h"

#include "core/error/error_list.h"
#include "core/error/error_macros.h"
#include "core/string/print_string.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/object_hooks.h"
#include "core/variant/variant_internal.h"

namespace {

using CallError = Callable::CallError;

String join_with(const Variant **p_args, int p_argcount, const char *p_separator) {
	String text;
	for (int i = 0; i < p_argcount; i++) {
		if (i > 0) {
			text += p_separator;
		}
		text += p_args[i]->stringify();
	}
	return text;
}

void utility_str(Variant *, const Variant **p_args, int p_argcount, Variant &r_ret, CallError &) {
	r_ret = join_with(p_args, p_argcount, "");
}
void utility_print(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	print_line(join_with(p_args, p_argcount, ""));
}
void utility_printerr(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	print_error(join_with(p_args, p_argcount, ""));
}
void utility_printt(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	print_line(join_with(p_args, p_argcount, "\t"));
}
void utility_prints(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	print_line(join_with(p_args, p_argcount, " "));
}
void utility_printraw(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	print_raw(join_with(p_args, p_argcount, ""));
}
void utility_print_verbose(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	if (is_print_verbose_enabled()) {
		print_line(join_with(p_args, p_argcount, ""));
	}
}
void utility_push_error(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	VariantUtilityFunctions::push_error(p_args, p_argcount);
}
void utility_push_warning(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	VariantUtilityFunctions::push_warning(p_args, p_argcount);
}

// --- print_rich(): the tags become escape codes of the terminal, the unknown ones stay.

struct RichTag {
	const char *tag;
	const char *code;
};

constexpr RichTag RICH_TAGS[] = {
	{ "[b]", "\033[1m" },
	{ "[/b]", "\033[22m" },
	{ "[i]", "\033[3m" },
	{ "[/i]", "\033[23m" },
	{ "[u]", "\033[4m" },
	{ "[/u]", "\033[24m" },
	{ "[s]", "\033[9m" },
	{ "[/s]", "\033[29m" },
	{ "[code]", "\033[2m" },
	{ "[/code]", "\033[22m" },
	{ "[indent]", "    " },
	{ "[/indent]", "" },
	{ "[center]", "\n\t\t\t" },
	{ "[/center]", "" },
	{ "[right]", "\n\t\t\t\t\t\t" },
	{ "[/right]", "" },
	{ "[/color]", "\033[39m" },
	{ "[/bgcolor]", "\033[49m" },
	{ "[/fgcolor]", "\033[39m" },
	{ "[/url]", "\033]8;;\033\\" },
};

constexpr const char *COLOR_NAMES[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white" };

// The eight colours that every terminal has, by name; others stay the default.
int terminal_color(const String &p_name) {
	for (int i = 0; i < 8; i++) {
		if (p_name == COLOR_NAMES[i]) {
			return i;
		}
	}
	if (p_name == "pink") {
		return 5;
	}
	return p_name == "orange" ? 3 : 9;
}

String rich_code(const String &p_tag) {
	for (const RichTag &tag : RICH_TAGS) {
		if (p_tag == tag.tag) {
			return tag.code;
		}
	}
	const String value = p_tag.get_slice("=", 1).trim_suffix("]").to_lower();
	if (p_tag.begins_with("[color=") || p_tag.begins_with("[fgcolor=")) {
		return "\033[3" + itos(terminal_color(value)) + "m";
	}
	if (p_tag.begins_with("[bgcolor=")) {
		return "\033[4" + itos(terminal_color(value)) + "m";
	}
	if (p_tag.begins_with("[url=")) {
		return "\033]8;;" + p_tag.substr(5, p_tag.length() - 6) + "\033\\";
	}
	return p_tag;
}

void utility_print_rich(Variant *, const Variant **p_args, int p_argcount, Variant &, CallError &) {
	const String source = join_with(p_args, p_argcount, "");
	String text;
	int64_t at = 0;
	while (at < source.length()) {
		const int64_t open = source.find_char('[', at);
		const int64_t close = open < 0 ? -1 : source.find_char(']', open);
		if (close < 0) {
			break;
		}
		text += source.substr(at, open - at) + rich_code(source.substr(open, close - open + 1));
		at = close + 1;
	}
	print_line(text + source.substr(at) + "\033[0m");
}

// --- Types and texts.

int64_t type_of(const Variant &p_variable) {
	return p_variable.get_type();
}

Variant type_convert(const Variant &p_variant, int64_t p_type) {
	ERR_FAIL_INDEX_V_MSG(p_type, Variant::VARIANT_MAX, Variant(), "There is no such type.");
	return Variant::type_convert(p_variant, Variant::Type(p_type));
}

String error_string(int32_t p_error) {
	return p_error >= 0 && p_error < ERR_MAX ? String(error_names[p_error]) : String("(invalid error code)");
}

String type_string(int32_t p_type) {
	return p_type >= 0 && p_type < Variant::VARIANT_MAX ? Variant::get_type_name(Variant::Type(p_type)) : String("<invalid type>");
}

String var_to_str(const Variant &p_variable) {
	return p_variable.get_construct_string();
}

Variant str_to_var(const String &p_string) {
	Variant value;
	Variant::construct_from_string(p_string, value);
	return value;
}

int64_t hash_of(const Variant &p_variable) {
	return p_variable.hash();
}

bool is_same(const Variant &p_a, const Variant &p_b) {
	return p_a.identity_compare(p_b);
}

// --- Objects and resources.

// Answers an error of the call itself when it is given no object, as a wrong argument does.
void utility_weakref(Variant *, const Variant **p_args, int, Variant &r_ret, CallError &r_error) {
	if (p_args[0]->get_type() != Variant::OBJECT && p_args[0]->get_type() != Variant::NIL) {
		r_error.error = CallError::CALL_ERROR_INVALID_ARGUMENT;
		r_error.argument = 0;
		r_error.expected = Variant::OBJECT;
		return;
	}
	ERR_FAIL_COND_MSG(object_hooks.weakref == nullptr, "There is no object system.");
	r_ret = object_hooks.weakref(*p_args[0]);
}

Object *instance_from_id(int64_t p_instance_id) {
	const ObjectID id(p_instance_id);
	return id.is_valid() && object_hooks.get_instance != nullptr ? object_hooks.get_instance(id) : nullptr;
}

bool is_instance_id_valid(int64_t p_id) {
	return instance_from_id(p_id) != nullptr;
}

bool is_instance_valid(const Variant &p_instance) {
	return VariantUtilityFunctions::is_instance_valid(p_instance);
}

int64_t rid_allocate_id() {
	static SafeNumeric<uint64_t> last(0);
	return int64_t(last.increment());
}

RID rid_from_int64(int64_t p_base) {
	return RID::from_uint64(uint64_t(p_base));
}

} // namespace

String VariantUtilityFunctions::join_string(const Variant **p_args, int p_argcount) {
	return join_with(p_args, p_argcount, "");
}

String VariantUtilityFunctions::type_string(Variant::Type p_type) {
	return ::type_string(int32_t(p_type));
}

void VariantUtilityFunctions::push_error(const Variant **p_args, int p_argcount) {
	_err_print_error("push_error", __FILE__, __LINE__, "", join_with(p_args, p_argcount, ""));
}

void VariantUtilityFunctions::push_warning(const Variant **p_args, int p_argcount) {
	_err_print_error("push_warning", __FILE__, __LINE__, "", join_with(p_args, p_argcount, ""), ERR_HANDLER_WARNING);
}

bool VariantUtilityFunctions::is_instance_valid(const Variant &p_instance) {
	return p_instance.get_validated_object() != nullptr;
}

namespace {

// Takes any number of arguments, also none.
void bind_print(const char *p_name, BuiltinVarargFunction p_function) {
	UtilityFunction function;
	function.name = p_name;
	function.category = Variant::UTILITY_FUNC_TYPE_GENERAL;
	function.vararg = p_function;
	function.flags = BUILTIN_VARARG;
	function.argument_names.push_back("arg1");
	function.argument_types.push_back(Variant::NIL);
	function.defaults.push_back(Variant());
	add_utility_function(static_cast<UtilityFunction &&>(function));
}

} // namespace

void register_variant_utility_general() {
	constexpr Variant::UtilityFunctionType GENERAL = Variant::UTILITY_FUNC_TYPE_GENERAL;
	bind_vararg_utility_function("weakref", &utility_weakref, BUILTIN_RETURNS, Variant::NIL, { "obj" }, GENERAL);
	bind_utility_function<&type_of>("typeof", { "variable" }, GENERAL);
	bind_utility_function<&type_convert>("type_convert", { "variant", "type" }, GENERAL);
	bind_vararg_utility_function("str", &utility_str, BUILTIN_VARARG | BUILTIN_RETURNS, Variant::STRING, { "arg1" }, GENERAL);
	bind_utility_function<&error_string>("error_string", { "error" }, GENERAL);
	bind_utility_function<&type_string>("type_string", { "type" }, GENERAL);
	bind_print("print", &utility_print);
	bind_print("print_rich", &utility_print_rich);
	bind_print("printerr", &utility_printerr);
	bind_print("printt", &utility_printt);
	bind_print("prints", &utility_prints);
	bind_print("printraw", &utility_printraw);
	bind_print("print_verbose", &utility_print_verbose);
	bind_print("push_error", &utility_push_error);
	bind_print("push_warning", &utility_push_warning);
	bind_utility_function<&var_to_str>("var_to_str", { "variable" }, GENERAL);
	bind_utility_function<&str_to_var>("str_to_var", { "string" }, GENERAL);
	bind_utility_function<&hash_of>("hash", { "variable" }, GENERAL);
	bind_utility_function<&instance_from_id>("instance_from_id", { "instance_id" }, GENERAL);
	bind_utility_function<&is_instance_id_valid>("is_instance_id_valid", { "id" }, GENERAL);
	bind_utility_function<&is_instance_valid>("is_instance_valid", { "instance" }, GENERAL);
	bind_utility_function<&rid_allocate_id>("rid_allocate_id", {}, GENERAL);
	bind_utility_function<&rid_from_int64>("rid_from_int64", { "base" }, GENERAL);
	bind_utility_function<&is_same>("is_same", { "a", "b" }, GENERAL);
}
