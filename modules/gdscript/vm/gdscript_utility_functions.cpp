// One function each, and the table that names them.
#include "modules/gdscript/vm/gdscript_utility_functions.h"

#include "core/io/resource_loader.h"
#include "core/math/color.h"
#include "core/object/class_db.h"
#include "core/string/print_string.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "core/variant/typed_array.h"
#include "core/variant/variant_utility.h"
#include "modules/gdscript/vm/gdscript_instance.h"
#include "modules/gdscript/vm/gdscript_native_class.h"
#include "modules/gdscript/vm/gdscript_vm.h"

namespace {

using CallError = Callable::CallError;

struct Call {
	GDScriptFrame *frame;
	Variant &result;
	const Variant **args;
	int argcount;
	CallError &error;

	// The argument does not fit; with words, too, where the type alone does not explain it.
	void refuse(int p_argument, Variant::Type p_expected, const String &p_reason = String()) {
		error.error = CallError::CALL_ERROR_INVALID_ARGUMENT;
		error.argument = p_argument;
		error.expected = p_expected;
		result = p_reason.is_empty() ? Variant() : Variant(p_reason);
	}
	bool wants(int p_argument, Variant::Type p_type) {
		if (args[p_argument]->get_type() == p_type || (p_type == Variant::STRING && args[p_argument]->is_string()) || (p_type == Variant::INT && (args[p_argument]->get_type() == Variant::FLOAT || args[p_argument]->get_type() == Variant::BOOL))) {
			return true;
		}
		refuse(p_argument, p_type);
		return false;
	}
};

void call_range(Call &r_call) {
	int64_t bounds[3] = { 0, 0, 1 };
	for (int i = 0; i < r_call.argcount; i++) {
		if (!r_call.wants(i, Variant::INT)) {
			return;
		}
		bounds[r_call.argcount == 1 ? 1 : i] = *r_call.args[i];
	}
	if (bounds[2] == 0) {
		r_call.refuse(2, Variant::INT, "The step of a range must not be 0.");
		return;
	}
	const bool up = bounds[2] > 0;
	Array numbers;
	if (up ? bounds[0] < bounds[1] : bounds[0] > bounds[1]) {
		const uint64_t distance = up ? uint64_t(bounds[1]) - uint64_t(bounds[0]) : uint64_t(bounds[0]) - uint64_t(bounds[1]);
		const uint64_t step = up ? uint64_t(bounds[2]) : uint64_t(0) - uint64_t(bounds[2]);
		const uint64_t count = (distance - 1) / step + 1;
		if (count > uint64_t(INT32_MAX) || numbers.resize(int(count)) != OK) {
			r_call.refuse(1, Variant::INT, "The range has too many numbers to be an array.");
			return;
		}
		Variant *elements = VariantInternal::array_ptrw(numbers);
		for (uint64_t i = 0; i < count; i++) {
			elements[i] = int64_t(uint64_t(bounds[0]) + i * uint64_t(bounds[2]));
		}
	}
	r_call.result = numbers;
}

void call_len(Call &r_call) {
	const Variant &value = *r_call.args[0];
	switch (value.get_type()) {
		case Variant::STRING:
		case Variant::STRING_NAME:
			r_call.result = String(value).length();
			break;
		case Variant::DICTIONARY:
			r_call.result = VariantInternal::get_dictionary(&value).size();
			break;
		default:
			if (!value.is_array()) {
				r_call.refuse(0, Variant::NIL, "A value of type '" + Variant::get_type_name(value.get_type()) + "' has no length.");
				return;
			}
			r_call.result = int64_t(value.get_indexed_size());
	}
}

void call_char(Call &r_call) {
	if (!r_call.wants(0, Variant::INT)) {
		return;
	}
	const int64_t code = *r_call.args[0];
	if (code < 0 || code > int64_t(UINT32_MAX)) {
		r_call.refuse(0, Variant::INT, "Expected a code point between 0 and 0x10FFFF.");
		return;
	}
	r_call.result = String::chr(char32_t(code));
}

void call_ord(Call &r_call) {
	if (!r_call.wants(0, Variant::STRING)) {
		return;
	}
	const String text = *r_call.args[0];
	if (text.length() != 1) {
		r_call.refuse(0, Variant::STRING, "Expected a string of one character.");
		return;
	}
	r_call.result = int64_t(text[0]);
}

void call_convert(Call &r_call) {
	if (!r_call.wants(1, Variant::INT)) {
		return;
	}
	const int64_t type = *r_call.args[1];
	if (type < 0 || type >= Variant::VARIANT_MAX) {
		r_call.refuse(1, Variant::INT, "Not a type: use the TYPE_* constants.");
		return;
	}
	Variant::construct(Variant::Type(type), r_call.result, r_call.args, 1, r_call.error);
}

void call_type_exists(Call &r_call) {
	if (r_call.wants(0, Variant::STRING)) {
		r_call.result = ClassDB::class_exists(*r_call.args[0]);
	}
}

void call_load(Call &r_call) {
	if (!r_call.wants(0, Variant::STRING)) {
		return;
	}
	String path = *r_call.args[0];
	if (path.is_relative_path() && r_call.frame && !r_call.frame->function->path.is_empty()) {
		path = r_call.frame->function->path.get_base_dir().path_join(path).simplify_path();
	}
	r_call.result = ResourceLoader::load(path);
}

void call_color8(Call &r_call) {
	float parts[4] = { 0, 0, 0, 1 };
	for (int i = 0; i < r_call.argcount; i++) {
		if (!r_call.wants(i, Variant::INT)) {
			return;
		}
		parts[i] = float(int64_t(*r_call.args[i])) / 255.0f;
	}
	r_call.result = Color(parts[0], parts[1], parts[2], parts[3]);
}

void call_is_instance_of(Call &r_call) {
	const Variant &value = *r_call.args[0];
	const Variant &type = *r_call.args[1];
	if (type.get_type() == Variant::INT) {
		const int64_t wanted = type;
		if (wanted < 0 || wanted >= Variant::VARIANT_MAX) {
			r_call.refuse(1, Variant::NIL, "Not a type: use the TYPE_* constants.");
			return;
		}
		r_call.result = value.get_type() == Variant::Type(wanted);
		return;
	}
	Object *type_object = type.get_type() == Variant::OBJECT ? type.get_validated_object() : nullptr;
	const GDScriptNativeClass *native = Object::cast_to<GDScriptNativeClass>(type_object);
	Script *script = Object::cast_to<Script>(type_object);
	if (!native && !script) {
		r_call.refuse(1, Variant::NIL, "Not a type: give a TYPE_* constant, a class or a script.");
		return;
	}
	Object *object = value.get_type() == Variant::OBJECT ? value.get_validated_object() : nullptr;
	if (!object) {
		r_call.result = false;
	} else if (native) {
		r_call.result = object->is_class(native->get_name());
	} else {
		ScriptInstance *instance = object->get_script_instance();
		r_call.result = instance && instance->get_script()->inherits_script(Ref<Script>(script));
	}
}

TypedArray<Dictionary> stack_of_calls() {
	TypedArray<Dictionary> stack;
	for (const ScriptLanguage::StackInfo &info : GDScriptStack::get().get_trace()) {
		Dictionary entry;
		entry["source"] = info.file;
		entry["function"] = info.func;
		entry["line"] = info.line;
		stack.push_back(entry);
	}
	return stack;
}

void call_get_stack(Call &r_call) {
	r_call.result = stack_of_calls();
}

void call_print_stack(Call &r_call) {
	const TypedArray<Dictionary> stack = stack_of_calls();
	for (int i = 0; i < stack.size(); i++) {
		const Dictionary entry = stack[i];
		print_line("Frame " + String::num_int64(i) + " - " + String(entry["source"]) + ":" + entry["line"].stringify() + " in function '" + String(entry["function"]) + "'");
	}
}

void call_print_debug(Call &r_call) {
	print_line(VariantUtilityFunctions::join_string(r_call.args, r_call.argcount));
	if (!r_call.frame) {
		return;
	}
	const GDScriptFunction *function = r_call.frame->function;
	print_line("   At: " + function->path + ":" + String::num_int64(function->get_line(int(r_call.frame->ip - function->code.ptr()))) + ":" + String(function->name) + "()");
}

void call_inst_to_dict(Call &r_call) {
	Object *object = r_call.args[0]->get_type() == Variant::OBJECT ? r_call.args[0]->get_validated_object() : nullptr;
	if (r_call.args[0]->get_type() == Variant::NIL) {
		return;
	}
	GDScriptInstance *instance = object ? GDScriptVM::get_gdscript_instance(object) : nullptr;
	if (!instance || !instance->get_gdscript()->get_root_class()->get_script_path().is_resource_file()) {
		r_call.refuse(0, Variant::OBJECT, "Not an instance of a script with a file of its own.");
		return;
	}
	GDScriptClass *script = instance->get_gdscript();
	PackedStringArray names;
	for (GDScriptClass *current = script; current->get_outer(); current = current->get_outer()) {
		names.insert(0, current->get_local_name());
	}
	String subpath;
	for (const String &name : names) {
		subpath += (subpath.is_empty() ? String() : String("/")) + name;
	}
	Dictionary values;
	values["@subpath"] = NodePath(subpath);
	values["@path"] = script->get_root_class()->get_script_path();
	LocalVector<GDScriptClass *> chain;
	for (GDScriptClass *current = script; current; current = current->get_base()) {
		chain.push_back(current);
	}
	for (GDScriptClass *current : chain) {
		for (const StringName &name : current->get_member_order()) {
			if (!values.has(name)) {
				values[name] = instance->get_members()[script->find_member(name)->index];
			}
		}
	}
	r_call.result = values;
}

void call_dict_to_inst(Call &r_call) {
	if (!r_call.wants(0, Variant::DICTIONARY)) {
		return;
	}
	const Dictionary values = *r_call.args[0];
	if (!values.has("@path")) {
		r_call.refuse(0, Variant::DICTIONARY, "The dictionary has no '@path': it was not made by inst_to_dict().");
		return;
	}
	const Ref<Resource> root = ResourceLoader::load(values["@path"]);
	GDScriptClass *script = GDScriptClass::of(root.ptr());
	const NodePath subpath = values.get("@subpath", NodePath());
	for (int i = 0; script && i < subpath.get_name_count(); i++) {
		script = script->find_subclass(subpath.get_name(i));
	}
	if (!script) {
		r_call.refuse(0, Variant::DICTIONARY, "The script that '@path' and '@subpath' name cannot be loaded.");
		return;
	}
	CallError error;
	Variant made = script->create_instance(nullptr, 0, error);
	Object *object = made.get_type() == Variant::OBJECT ? made.get_validated_object() : nullptr;
	if (!object) {
		r_call.refuse(0, Variant::DICTIONARY, "The script cannot be instantiated without arguments.");
		return;
	}
	for (const KeyValue<StringName, GDScriptClass::MemberInfo> &entry : script->get_member_table()) {
		if (values.has(entry.key)) {
			object->set(entry.key, values[entry.key]);
		}
	}
	r_call.result = made;
}

struct Entry {
	const char *name;
	int least;
	int most; // -1: any number.
	void (*function)(Call &r_call);
};

constexpr Entry ENTRIES[] = {
	{ "convert", 2, 2, call_convert },
	{ "type_exists", 1, 1, call_type_exists },
	{ "char", 1, 1, call_char },
	{ "ord", 1, 1, call_ord },
	{ "range", 1, 3, call_range },
	{ "load", 1, 1, call_load },
	{ "inst_to_dict", 1, 1, call_inst_to_dict },
	{ "dict_to_inst", 1, 1, call_dict_to_inst },
	{ "Color8", 3, 4, call_color8 },
	{ "print_debug", 0, -1, call_print_debug },
	{ "print_stack", 0, 0, call_print_stack },
	{ "get_stack", 0, 0, call_get_stack },
	{ "len", 1, 1, call_len },
	{ "is_instance_of", 2, 2, call_is_instance_of },
};

} // namespace

int GDScriptUtilityFunctions::find(const StringName &p_name) {
	const String name = p_name;
	for (int i = 0; i < int(sizeof(ENTRIES) / sizeof(Entry)); i++) {
		if (name == ENTRIES[i].name) {
			return i;
		}
	}
	return -1;
}

StringName GDScriptUtilityFunctions::get_name(int p_function) {
	return ENTRIES[p_function].name;
}

int GDScriptUtilityFunctions::get_required_count(int p_function) {
	return ENTRIES[p_function].least;
}

void GDScriptUtilityFunctions::call(int p_function, GDScriptFrame *p_frame, Variant &r_result, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	const Entry &entry = ENTRIES[p_function];
	r_error.error = CallError::CALL_OK;
	if (p_argcount < entry.least) {
		r_error.error = CallError::CALL_ERROR_TOO_FEW_ARGUMENTS;
		r_error.expected = entry.least;
		return;
	}
	if (entry.most >= 0 && p_argcount > entry.most) {
		r_error.error = CallError::CALL_ERROR_TOO_MANY_ARGUMENTS;
		r_error.expected = entry.most;
		return;
	}
	Call call = { p_frame, r_result, p_args, p_argcount, r_error };
	entry.function(call);
}
