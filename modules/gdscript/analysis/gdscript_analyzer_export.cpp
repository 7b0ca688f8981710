// What annotations do to the declarations they stand before.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"
#include "modules/gdscript/syntax/gdscript_annotations.h"

using namespace GDScriptAST;
using Info = GDScriptAnnotationInfo;

namespace {

// "One:0,Two:4" with the names spelled for people.
String enum_hint(const GDScriptEnumInfo *p_enum) {
	String hint;
	for (const GDScriptEnumInfo::Value &value : p_enum->values) {
		hint += (hint.is_empty() ? "" : ",") + String(value.name).capitalize() + ":" + itos(value.value);
	}
	return hint;
}

// An argument of an export as it goes into the hint: numbers are written as floats.
String hint_text(const Variant &p_value) {
	return p_value.get_type() == Variant::INT ? Variant((double)p_value).stringify() : p_value.stringify();
}

// Elements carry their own hint: "TYPE/HINT:STRING".
String element_hint(const PropertyInfo &p_info) {
	String text = itos(p_info.type);
	if (p_info.type > Variant::ARRAY) {
		return text + ":"; // Packed arrays inside containers tell no more.
	}
	if (p_info.hint != PROPERTY_HINT_NONE) {
		text += "/" + itos(p_info.hint);
	}
	return text + ":" + p_info.hint_string;
}

Variant::Type packed_element(Variant::Type p_type) {
	switch (p_type) {
		case Variant::PACKED_BYTE_ARRAY:
		case Variant::PACKED_INT32_ARRAY:
		case Variant::PACKED_INT64_ARRAY:
			return Variant::INT;
		case Variant::PACKED_FLOAT32_ARRAY:
		case Variant::PACKED_FLOAT64_ARRAY:
			return Variant::FLOAT;
		case Variant::PACKED_STRING_ARRAY:
			return Variant::STRING;
		case Variant::PACKED_COLOR_ARRAY:
			return Variant::COLOR;
		default:
			return Variant::NIL;
	}
}

// Whether a hint can be on a value of that type.
bool hint_fits(const AnnotationNode *p_annotation, Variant::Type p_type) {
	const bool is_number = p_type == Variant::INT || p_type == Variant::FLOAT;
	switch (p_annotation->info->hint) {
		case PROPERTY_HINT_ENUM:
			return p_type == Variant::INT || p_type == Variant::STRING;
		case PROPERTY_HINT_FILE:
		case PROPERTY_HINT_FILE_PATH:
		case PROPERTY_HINT_DIR:
		case PROPERTY_HINT_GLOBAL_FILE:
		case PROPERTY_HINT_GLOBAL_DIR:
		case PROPERTY_HINT_PLACEHOLDER_TEXT:
			return p_type == Variant::STRING;
		case PROPERTY_HINT_MULTILINE_TEXT:
			return p_type == Variant::STRING || p_type == Variant::DICTIONARY;
		case PROPERTY_HINT_COLOR_NO_ALPHA:
			return p_type == Variant::COLOR;
		case PROPERTY_HINT_NODE_PATH_VALID_TYPES:
			return p_type == Variant::NODE_PATH;
		case PROPERTY_HINT_TOOL_BUTTON:
			return p_type == Variant::CALLABLE;
		default:
			return is_number;
	}
}

Variant::Type default_hint_type(const AnnotationNode *p_annotation) {
	switch (p_annotation->info->hint) {
		case PROPERTY_HINT_RANGE:
		case PROPERTY_HINT_EXP_EASING:
			return Variant::FLOAT;
		case PROPERTY_HINT_COLOR_NO_ALPHA:
			return Variant::COLOR;
		case PROPERTY_HINT_NODE_PATH_VALID_TYPES:
			return Variant::NODE_PATH;
		case PROPERTY_HINT_TOOL_BUTTON:
			return Variant::CALLABLE;
		default:
			return hint_fits(p_annotation, Variant::INT) ? Variant::INT : Variant::STRING;
	}
}

// What is wrong with one name of @export_flags, or null.
const char *flag_problem(const String &p_flag) {
	const int64_t parts = p_flag.get_slice_count(":");
	if (p_flag.is_empty() || p_flag.get_slice(":", 0).is_empty()) {
		return "A flag needs a name.";
	}
	if (parts > 2) {
		return "A flag is written \"Name\" or \"Name:value\".";
	}
	if (parts == 2) {
		const String value = p_flag.get_slice(":", 1);
		if (!value.is_valid_int()) {
			return "The value of a flag must be an integer.";
		}
		if (value.to_int() < 1 || value.to_int() >= ((int64_t)1 << 32)) {
			return "The value of a flag must be between 1 and 2^32 - 1.";
		}
	}
	return nullptr;
}

} // namespace

void GDScriptAnalyzer::resolve_annotation_arguments(AnnotationNode *p_annotation) {
	if (p_annotation->applied) {
		return;
	}
	p_annotation->applied = true;
	ContextScope scope(*this);
	context.is_constant = true;
	for (uint32_t i = 0; i < p_annotation->arguments.size(); i++) {
		ExpressionNode *argument = p_annotation->arguments[i];
		const int errors_before = unit.diagnostics.get_error_count();
		reduce_value(argument);
		p_annotation->resolved_arguments.push_back(argument->reduced_value);
		if (unit.diagnostics.get_error_count() > errors_before) {
			continue;
		}
		if (!argument->is_constant) {
			error(argument, "The arguments of \"" + String(p_annotation->name) + "\" must be constant.");
			continue;
		}
		const Variant::Type wanted = p_annotation->info->argument_type(i);
		const Variant::Type given = argument->reduced_value.get_type();
		const bool number = wanted == Variant::FLOAT && (given == Variant::INT || given == Variant::BOOL);
		if (wanted != Variant::NIL && given != wanted && !number && !(wanted == Variant::STRING && given == Variant::STRING_NAME)) {
			error(argument, "Argument " + itos(i + 1) + " of \"" + String(p_annotation->name) + "\" must be \"" + Variant::get_type_name(wanted) + "\", but is \"" + Variant::get_type_name(given) + "\".");
		}
	}
}

void GDScriptAnalyzer::apply_class_annotations(ClassNode *p_class) {
	ContextScope scope(*this);
	enter_class(p_class, true);
	for (AnnotationNode *annotation : p_class->annotations) {
		if (annotation->info->action == Info::ICON) {
			resolve_annotation_arguments(annotation);
			p_class->icon_path = annotation->resolved_arguments[0];
		}
	}
}

void GDScriptAnalyzer::apply_group(Member &r_member) {
	AnnotationNode *annotation = r_member.group;
	resolve_annotation_arguments(annotation);
	const Vector<Variant> &arguments = annotation->resolved_arguments;
	r_member.group_info.name = arguments.is_empty() ? String() : (String)arguments[0];
	r_member.group_info.hint_string = arguments.size() > 1 ? (String)arguments[1] : String();
	r_member.group_info.usage = annotation->info->hint;
}

void GDScriptAnalyzer::apply_variable_annotations(VariableNode *p_variable) {
	const AnnotationNode *onready = nullptr;
	const AnnotationNode *exported = nullptr;
	for (AnnotationNode *annotation : p_variable->annotations) {
		if (annotation->info->action == Info::ONREADY) {
			onready = annotation;
			apply_onready(p_variable, annotation);
		} else if (annotation->info->action == Info::EXPORT) {
			if (exported) {
				error(annotation, "A variable can have only one export annotation.");
				continue;
			}
			exported = annotation;
			apply_export(p_variable, annotation);
		}
	}
	if (onready && exported) {
		warn(GDScriptWarning::ONREADY_WITH_EXPORT, onready, "\"@onready\" sets the variable after the exported value was set, and so undoes it; use one of the two.");
	}
}

void GDScriptAnalyzer::apply_onready(VariableNode *p_variable, const AnnotationNode *p_annotation) {
	if (p_variable->is_static) {
		error(p_annotation, "A static variable belongs to no node and cannot wait for one to be ready.");
	} else if (!is_node_class(context.cls)) {
		error(p_annotation, "\"@onready\" only works in classes that extend Node.");
	}
	p_variable->is_onready = true;
	context.cls->onready_used = true;
}

// ---- Export ----

bool GDScriptAnalyzer::export_plain(VariableNode *p_variable, const Type &p_type, PropertyInfo &r_info, const Node *p_at) {
	r_info.type = p_type.variant_type();
	switch (p_type.kind) {
		case Type::BUILTIN:
			if (p_type.builtin_type > Variant::ARRAY) {
				r_info.hint = PROPERTY_HINT_TYPE_STRING;
				r_info.hint_string = itos(Variant::get_indexed_element_type(p_type.builtin_type)) + ":";
				return true;
			}
			if (!p_type.has_elements()) {
				return true;
			}
			r_info.hint = PROPERTY_HINT_TYPE_STRING;
			for (int i = 0; i < 2 && p_type.elements[i]; i++) {
				PropertyInfo element;
				if (!p_type.elements[i]->is_variant() && !export_plain(p_variable, *p_type.elements[i], element, p_at)) {
					return false;
				}
				r_info.hint_string += (i ? ";" : "") + element_hint(element);
			}
			return true;
		case Type::ENUM:
			r_info.type = Variant::INT;
			r_info.hint = PROPERTY_HINT_ENUM;
			r_info.hint_string = enum_hint(p_type.enum_info);
			r_info.class_name = p_type.enum_info->full_name;
			r_info.usage |= PROPERTY_USAGE_CLASS_IS_ENUM;
			return true;
		case Type::NATIVE:
		case Type::CLASS: {
			const bool is_resource = ClassDB::is_parent_class(p_type.native_type, SNAME("Resource"));
			const bool is_node = ClassDB::is_parent_class(p_type.native_type, SNAME("Node"));
			if (!is_resource && !is_node) {
				error(p_at, "A variable of type \"" + p_type.to_string() + "\" cannot be exported; only resources and nodes can.");
				return false;
			}
			if (is_node && !is_node_class(context.cls)) {
				error(p_at, "Nodes can only be exported by classes that extend Node.");
				return false;
			}
			StringName name = p_type.native_type;
			if (p_type.class_type && p_type.class_type->identifier && !p_type.class_type->outer) {
				name = p_type.class_type->identifier->name;
			}
			r_info.hint = is_resource ? PROPERTY_HINT_RESOURCE_TYPE : PROPERTY_HINT_NODE_TYPE;
			r_info.hint_string = name;
			r_info.class_name = name;
			return true;
		}
		default:
			return true;
	}
}

bool GDScriptAnalyzer::export_hinted(VariableNode *p_variable, const Type &p_type, AnnotationNode *p_annotation) {
	PropertyInfo &info = p_variable->export_info;
	const int hint = p_annotation->info->hint;
	String text;
	for (int i = 0; i < p_annotation->resolved_arguments.size(); i++) {
		const Variant &argument = p_annotation->resolved_arguments[i];
		if (hint == PROPERTY_HINT_FLAGS) {
			if (const char *problem = flag_problem(argument)) {
				error(p_annotation->arguments[i], problem);
				return false;
			}
		} else if (hint == PROPERTY_HINT_ENUM && ((String)argument).is_empty()) {
			error(p_annotation->arguments[i], "A value of an enum needs a name.");
			return false;
		} else if (hint == PROPERTY_HINT_NODE_PATH_VALID_TYPES) {
			const StringName name = argument;
			const ClassNode *global = ClassDB::class_exists(name) ? nullptr : find_global_class(name, p_annotation->arguments[i]);
			if (!ClassDB::is_parent_class(global ? global->type.native_type : name, SNAME("Node"))) {
				error(p_annotation->arguments[i], "\"" + String(name) + "\" is no class of nodes.");
				return false;
			}
		}
		text += (i ? "," : "") + (hint == PROPERTY_HINT_RANGE ? hint_text(argument) : argument.stringify());
	}
	Variant::Type element = p_type.variant_type();
	bool is_list = false;
	if (p_type.is_typed_array()) {
		element = p_type.elements[0]->variant_type();
		is_list = true;
	} else if (packed_element(element) != Variant::NIL) {
		element = packed_element(element);
		is_list = true;
	}
	if (p_type.is_variant()) {
		element = default_hint_type(p_annotation);
		info.type = element;
	} else {
		info.type = p_type.variant_type();
	}
	if (!hint_fits(p_annotation, element) || p_type.kind == Type::CLASS || p_type.kind == Type::NATIVE || p_type.kind == Type::ENUM) {
		error(p_annotation, "\"" + String(p_annotation->name) + "\" does not fit a variable of type \"" + p_type.to_string() + "\".");
		return false;
	}
	info.hint = (PropertyHint)hint;
	info.hint_string = text;
	if (is_list) {
		PropertyInfo item;
		item.type = element;
		item.hint = (PropertyHint)hint;
		item.hint_string = text;
		info.hint = PROPERTY_HINT_TYPE_STRING;
		info.hint_string = element_hint(item);
	}
	return true;
}

void GDScriptAnalyzer::apply_export(VariableNode *p_variable, AnnotationNode *p_annotation) {
	const String name = p_annotation->name;
	if (p_variable->is_static) {
		error(p_annotation, "A static variable cannot be exported.");
		return;
	}
	resolve_annotation_arguments(p_annotation);
	p_variable->is_exported = true;
	Type type = p_variable->type;
	const bool is_custom = name == "@export_custom";
	const bool is_storage = name == "@export_storage";
	if (type.is_weak() && p_variable->initializer && !is_storage) {
		type = p_variable->initializer->type; // Without a static type the value tells it.
	}
	if (type.is_meta_type) {
		const Type::Origin origin = type.origin;
		type = type.kind == Type::ENUM ? Type::make_builtin(Variant::DICTIONARY) : Rules::make_instance(type);
		type.origin = origin;
	}
	PropertyInfo &info = p_variable->export_info;
	info = PropertyInfo();
	info.name = p_variable->name;
	info.usage = PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_SCRIPT_VARIABLE;
	if (is_custom || is_storage) {
		info = make_property_info(type, p_variable->name);
		info.usage = (is_storage ? PROPERTY_USAGE_STORAGE : PROPERTY_USAGE_DEFAULT) | PROPERTY_USAGE_SCRIPT_VARIABLE | (info.usage & (PROPERTY_USAGE_NIL_IS_VARIANT | PROPERTY_USAGE_CLASS_IS_ENUM));
		if (is_custom && p_annotation->resolved_arguments.size() >= 2) {
			info.hint = (PropertyHint)(int64_t)p_annotation->resolved_arguments[0];
			info.hint_string = p_annotation->resolved_arguments[1];
			if (p_annotation->resolved_arguments.size() > 2) {
				info.usage = (uint32_t)(int64_t)p_annotation->resolved_arguments[2] | PROPERTY_USAGE_SCRIPT_VARIABLE;
			}
		}
		return;
	}
	if (name != "@export") {
		if (p_annotation->info->hint == PROPERTY_HINT_TOOL_BUTTON && !unit.is_tool) {
			error(p_annotation, "A button in the editor only works in a \"@tool\" script.");
			return;
		}
		export_hinted(p_variable, type, p_annotation);
		if (p_annotation->info->hint == PROPERTY_HINT_TOOL_BUTTON) {
			info.usage &= ~(uint32_t)PROPERTY_USAGE_STORAGE;
		}
		return;
	}
	if (!p_variable->type_specifier && !p_variable->initializer) {
		error(p_annotation, "An exported variable needs a type, or a value that tells it.");
		return;
	}
	if (!type.is_firm() || type.is_variant()) {
		info.usage |= PROPERTY_USAGE_NIL_IS_VARIANT;
		return;
	}
	export_plain(p_variable, type, info, p_annotation);
}

// ---- Functions ----

void GDScriptAnalyzer::apply_function_annotations(FunctionNode *p_function) {
	for (AnnotationNode *annotation : p_function->annotations) {
		if (annotation->info->action == Info::RPC) {
			resolve_annotation_arguments(annotation);
			apply_rpc(p_function, annotation);
		}
	}
}

void GDScriptAnalyzer::apply_rpc(FunctionNode *p_function, const AnnotationNode *p_annotation) {
	struct Word {
		const char *text;
		const char *key;
		Variant value;
	};
	const Word words[] = {
		{ "authority", "rpc_mode", 2 },
		{ "any_peer", "rpc_mode", 1 },
		{ "call_local", "call_local", true },
		{ "call_remote", "call_local", false },
		{ "unreliable", "transfer_mode", 0 },
		{ "unreliable_ordered", "transfer_mode", 1 },
		{ "reliable", "transfer_mode", 2 },
	};
	Dictionary config;
	config["rpc_mode"] = 2;
	HashMap<String, bool> given;
	for (int i = 0; i < p_annotation->resolved_arguments.size(); i++) {
		const Variant &argument = p_annotation->resolved_arguments[i];
		if (i == 3) {
			config["channel"] = argument;
			continue;
		}
		const String text = argument;
		const Word *found = nullptr;
		for (const Word &word : words) {
			if (text == word.text) {
				found = &word;
			}
		}
		if (!found) {
			error(p_annotation->arguments[i], "\"@rpc\" knows \"authority\", \"any_peer\", \"call_local\", \"call_remote\", \"reliable\", \"unreliable\" and \"unreliable_ordered\", but not \"" + text + "\".");
			return;
		}
		if (given.has(found->key)) {
			error(p_annotation->arguments[i], "\"" + text + "\" contradicts or repeats another argument of \"@rpc\".");
			return;
		}
		given.insert(found->key, true);
		config[found->key] = found->value;
	}
	p_function->rpc_config = config;
}
