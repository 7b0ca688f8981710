// Signatures, overrides and bodies of functions.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"

using namespace GDScriptAST;

PropertyInfo GDScriptAnalyzer::make_property_info(const Type &p_type, const StringName &p_name) {
	PropertyInfo info;
	info.name = p_name;
	info.usage = PROPERTY_USAGE_NONE;
	if (p_type.is_variant() || !p_type.is_firm()) {
		info.usage |= PROPERTY_USAGE_NIL_IS_VARIANT;
		return info;
	}
	info.type = p_type.variant_type();
	auto element_name = [](const Type *p_element) {
		return p_element->is_variant() ? String("Variant") : p_element->kind == Type::BUILTIN ? Variant::get_type_name(p_element->builtin_type)
				: p_element->kind == Type::ENUM												  ? String("int")
																							  : p_element->to_string();
	};
	switch (p_type.kind) {
		case Type::BUILTIN:
			if (p_type.is_typed_array()) {
				info.hint = PROPERTY_HINT_ARRAY_TYPE;
				info.hint_string = element_name(p_type.elements[0]);
			} else if (p_type.is_typed_dictionary()) {
				info.hint = PROPERTY_HINT_DICTIONARY_TYPE;
				info.hint_string = element_name(p_type.elements[0]) + ";" + element_name(p_type.elements[1]);
			}
			break;
		case Type::NATIVE:
			info.class_name = p_type.native_type;
			break;
		case Type::CLASS: {
			const ClassNode *cls = p_type.class_type;
			info.class_name = cls->identifier && !cls->outer ? cls->identifier->name : p_type.native_type;
		} break;
		case Type::ENUM:
			info.class_name = p_type.enum_info->full_name;
			info.usage |= PROPERTY_USAGE_CLASS_IS_ENUM;
			break;
		default:
			break;
	}
	return info;
}

void GDScriptAnalyzer::resolve_parameter(ParameterNode *p_parameter) {
	bool conversion = false;
	p_parameter->type = resolve_declared_type(p_parameter->type_specifier, p_parameter->infer_type, p_parameter->default_value, p_parameter, p_parameter->name, conversion);
	p_parameter->needs_conversion = conversion;
}

// Default values may use the parameters before them.
void GDScriptAnalyzer::resolve_parameters(FunctionNode *p_function) {
	for (ParameterNode *parameter : p_function->parameters) {
		resolve_parameter(parameter);
		declare_local(parameter, parameter);
		if (!parameter->type_specifier) {
			warn_untyped(parameter, "parameter", parameter->name, parameter->infer_type);
		}
	}
	ParameterNode *rest = p_function->rest_parameter;
	if (!rest) {
		return;
	}
	rest->type = Type::make_builtin(Variant::ARRAY);
	if (rest->type_specifier) {
		const Type type = resolve_type(rest->type_specifier);
		if (type.is_set() && (!type.is_builtin(Variant::ARRAY) || type.has_elements())) {
			error(rest, "A rest parameter is a plain Array.");
		}
	} else {
		rest->type = Rules::weak_type_of(rest->type);
	}
	declare_local(rest, rest);
	if (!rest->type_specifier) {
		warn_untyped(rest, "parameter", rest->name, false);
	}
}

void GDScriptAnalyzer::fill_method_info(FunctionNode *p_function) {
	MethodInfo &info = p_function->method_info;
	info.name = p_function->name;
	info.flags = METHOD_FLAG_NORMAL | (p_function->is_static ? METHOD_FLAG_STATIC : 0) | (p_function->rest_parameter ? METHOD_FLAG_VARARG : 0) | (p_function->is_abstract ? METHOD_FLAG_VIRTUAL_REQUIRED : 0);
	for (const ParameterNode *parameter : p_function->parameters) {
		info.arguments.push_back(make_property_info(parameter->type, parameter->name));
		if (parameter->default_value) {
			info.default_arguments.push_back(parameter->default_value->is_constant ? parameter->default_value->reduced_value : Variant());
		}
	}
	info.return_val = make_property_info(p_function->return_type, StringName());
	if (p_function->return_type.is_void_or_null() || (!p_function->return_type.is_firm() && !p_function->returns_value)) {
		info.return_val.usage = PROPERTY_USAGE_DEFAULT; // Nothing.
	}
}

void GDScriptAnalyzer::resolve_function_interface(FunctionNode *p_function, const Node *p_asker) {
	if (p_function->interface_resolved) {
		return;
	}
	if (p_function->resolving) {
		error(p_asker, "The signature of \"" + String(p_function->name) + "()\" depends on itself; write its types out.");
		return;
	}
	p_function->resolving = true;
	ContextScope scope(*this);
	scope.keeps_uses = p_function->is_lambda;
	context.function = p_function;
	context.is_static = p_function->is_static;
	context.suite = nullptr;
	if (p_function->identifier) {
		check_confusable_name(p_function->identifier->name, p_function->identifier);
	}
	p_function->return_type = Type::make_variant();
	p_function->return_type.origin = Type::UNDETECTED;
	if (p_function->return_type_specifier) {
		p_function->return_type = resolve_type(p_function->return_type_specifier);
	}
	const bool special = String(p_function->name) == "_init" || String(p_function->name) == "_static_init";
	if (special && !p_function->is_lambda) {
		p_function->return_type = Type::make_builtin(Variant::NIL);
	}
	resolve_parameters(p_function);
	p_function->interface_resolved = true;
	p_function->resolving = false;
	fill_method_info(p_function);
	if (!p_function->return_type_specifier && wants(GDScriptWarning::UNTYPED_DECLARATION)) {
		warn(GDScriptWarning::UNTYPED_DECLARATION, p_function, "The function \"" + String(p_function->name) + "()\" has no return type.");
	}
	if (p_function->is_lambda) {
		return;
	}
	check_special_function(p_function);
	apply_function_annotations(p_function);
	check_override(p_function);
}

void GDScriptAnalyzer::check_special_function(FunctionNode *p_function) {
	const String name = p_function->name;
	if (p_function->is_abstract && p_function->is_static) {
		error(p_function, "A static function cannot be abstract, since it cannot be overridden.");
	}
	if (name == "_static_init") {
		if (!p_function->is_static) {
			error(p_function, "\"_static_init()\" must be static.");
		} else if (!p_function->parameters.is_empty() || p_function->rest_parameter) {
			error(p_function, "\"_static_init()\" takes no parameters.");
		}
	} else if (name != "_init") {
		return;
	}
	if (p_function->return_type_specifier && !p_function->return_type_specifier->is_void) {
		error(p_function->return_type_specifier, "The constructor \"" + name + "()\" cannot return a value.");
	}
}

// Whoever calls the base's function must be able to call this one in its place.
bool GDScriptAnalyzer::overrides_correctly(const FunctionNode *p_function, const Signature &p_parent, bool p_return_is_checked) const {
	if (p_function->is_static != p_parent.is_static) {
		return false;
	}
	const int own_count = (int)p_function->parameters.size();
	const int parent_count = (int)p_parent.parameters.size();
	if (p_function->required_parameters > p_parent.required || (own_count < parent_count && !p_function->rest_parameter)) {
		return false;
	}
	if (p_parent.is_vararg && !p_function->rest_parameter) {
		return false;
	}
	for (int i = 0; i < own_count && i < parent_count; i++) {
		const Type &own = p_function->parameters[i]->type;
		const Type &parent = p_parent.parameters[i];
		const bool is_narrower = parent.is_variant() ? parent.is_firm() : !Rules::is_compatible(own, parent, false);
		if (!own.is_variant() && is_narrower) {
			return false;
		}
	}
	const Type &own = p_function->return_type;
	if (!p_return_is_checked || !own.is_firm() || !p_parent.return_type.is_firm()) {
		return true;
	}
	if (p_parent.return_type.is_void_or_null() || own.is_void_or_null()) {
		return p_parent.return_type.is_void_or_null() == own.is_void_or_null() || (p_parent.return_type.is_variant() && !own.is_void_or_null());
	}
	return p_parent.return_type.is_variant() || (!own.is_variant() && Rules::is_compatible(p_parent.return_type, own, false));
}

void GDScriptAnalyzer::check_override(FunctionNode *p_function) {
	const String name = p_function->name;
	if (name == "_init" || name == "_static_init" || name == "free") {
		return;
	}
	const ClassNode *cls = p_function->owner_class;
	Signature parent;
	String parent_name;
	for (ClassNode *base = cls->base_type.class_type; base; base = base->base_type.class_type) {
		Member *member = base->find_member(p_function->name);
		if (!member || member->kind != Member::FUNCTION) {
			continue;
		}
		resolve_member(base, member, p_function);
		parent = signature_of(member->function);
		parent_name = base->type.to_string();
		break;
	}
	bool is_native = false;
	if (parent_name.is_empty()) {
		CallNode probe;
		const StringName native = cls->type.native_type;
		if (!find_native_method(&probe, native, p_function->name, parent)) {
			return;
		}
		is_native = true;
		parent_name = native;
	}
	if (!overrides_correctly(p_function, parent, true)) {
		String signature;
		for (int i = 0; i < (int)parent.parameters.size(); i++) {
			signature += (i ? ", " : "") + parent.parameters[i].to_string() + (i >= parent.required ? " = <default>" : "");
		}
		signature += parent.is_vararg ? String(parent.parameters.is_empty() ? "..." : ", ...") : String();
		error(p_function, "The function does not fit the one that it overrides: \"" + String(parent_name) + "." + name + "(" + signature + ") -> " + parent.return_type.to_string() + "\"" + (parent.is_static ? " (static)." : "."));
	}
	if (is_native && !parent.is_virtual_native) {
		warn(GDScriptWarning::NATIVE_METHOD_OVERRIDE, p_function, "\"" + name + "()\" has the name of a method of the native class \"" + parent_name + "\", which the engine will not replace by yours. Choose another name.");
	}
}

void GDScriptAnalyzer::resolve_function_body(FunctionNode *p_function) {
	if (p_function->body_resolved) {
		return;
	}
	p_function->body_resolved = true;
	if (p_function->is_abstract || !p_function->body) {
		return;
	}
	ContextScope scope(*this);
	scope.keeps_uses = p_function->is_lambda;
	const uint32_t first_parameter = locals.size();
	if (!p_function->is_lambda) {
		resolve_function_interface(p_function, p_function);
		context.first_local = (int)locals.size();
	}
	context.function = p_function;
	context.is_static = p_function->is_static;
	context.suite = nullptr;
	context.is_constant = false;
	context.is_static_initializer = false;
	context.initializing = nullptr;
	for (ParameterNode *parameter : p_function->parameters) {
		parameter->owner = p_function;
		locals.push_back({ parameter, parameter->start_line });
	}
	if (p_function->rest_parameter) {
		p_function->rest_parameter->owner = p_function;
		locals.push_back({ p_function->rest_parameter, p_function->rest_parameter->start_line });
	}
	if (!p_function->is_lambda) {
		told_names.clear();
	}
	resolve_suite(p_function->body);
	check_unused_locals(first_parameter, !p_function->accessor_of);
	for (uint32_t i = first_parameter; i < locals.size(); i++) {
		ended_locals.push_back(locals[i].node);
	}
	const Type &type = p_function->return_type;
	const bool must_return = p_function->return_type_specifier || (p_function->accessor_of && p_function->accessor_of->getter == p_function && type.is_firm());
	if (must_return && !type.is_void_or_null() && !returns_always(p_function->body)) {
		const Node *at = p_function->identifier ? (const Node *)p_function->identifier : (const Node *)p_function;
		error(at, "Not every way through the function returns a value; add a \"return\" at its end.");
	}
}
