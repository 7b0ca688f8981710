// Signatures, parameters and initializers.
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

#include "core/variant/variant_internal.h"
#include "modules/gdscript/compiler/gdscript_class.h"

using namespace GDScriptAST;

GDScriptFunctionCompiler::GDScriptFunctionCompiler(GDScriptClassHost &p_host, GDScriptClass *p_script, GDScriptFunction *p_function) :
		host(p_host), script(p_script), function(p_function), gen(p_function) {
	p_function->script = p_script;
	p_function->path = p_script->get_script_path();
}

Variant::Type GDScriptFunctionCompiler::proved_type(const GDScriptType &p_type) {
	if (!p_type.is_hard() || p_type.is_coroutine || p_type.is_meta_type) {
		return Operand::UNKNOWN;
	}
	if (p_type.kind == GDScriptType::ENUM) {
		return Variant::INT;
	}
	// Objects may be null, which is another Variant type.
	if (p_type.kind != GDScriptType::BUILTIN || p_type.builtin_type == Variant::NIL || p_type.builtin_type == Variant::OBJECT) {
		return Operand::UNKNOWN;
	}
	return p_type.builtin_type;
}

namespace {

ContainerType to_container_type(GDScriptClassHost &p_host, const GDScriptType *p_type) {
	ContainerType result;
	if (!p_type || p_type->is_variant()) {
		return result;
	}
	result.builtin_type = p_type->variant_type();
	if (p_type->kind == GDScriptType::NATIVE) {
		result.class_name = p_type->native_type;
	} else if (p_type->kind == GDScriptType::CLASS) {
		result.class_name = p_type->native_type;
		result.script = Variant(static_cast<const Object *>(p_host.get_class_of(p_type->class_type)));
	}
	return result;
}

} // namespace

GDScriptValueType GDScriptFunctionCompiler::to_value_type(GDScriptClassHost &p_host, const GDScriptType &p_type) {
	GDScriptValueType result;
	if (!p_type.is_hard() || p_type.is_variant() || p_type.is_meta_type || p_type.is_void_or_null()) {
		return result;
	}
	switch (p_type.kind) {
		case GDScriptType::NATIVE:
			result.kind = GDScriptValueType::NATIVE;
			result.builtin_type = Variant::OBJECT;
			result.native_class = p_type.native_type;
			break;
		case GDScriptType::CLASS:
			result.kind = GDScriptValueType::SCRIPT;
			result.builtin_type = Variant::OBJECT;
			result.script = p_host.get_class_of(p_type.class_type);
			break;
		default:
			result.kind = GDScriptValueType::BUILTIN;
			result.builtin_type = p_type.variant_type();
			if (result.builtin_type == Variant::OBJECT) {
				result.kind = GDScriptValueType::NATIVE;
				result.native_class = SNAME("Object");
			}
			if (p_type.has_elements()) {
				result.has_elements = true;
				result.elements[0] = to_container_type(p_host, p_type.elements[0]);
				result.elements[1] = to_container_type(p_host, p_type.elements[1]);
			}
	}
	return result;
}

void GDScriptFunctionCompiler::compile_parameters(const FunctionNode *p_node) {
	for (const ParameterNode *parameter : p_node->parameters) {
		GDScriptFunction::Argument argument;
		argument.name = parameter->name;
		argument.type = to_value_type(parameter->type);
		function->arguments.push_back(argument);
		function->argument_tags.push_back(!argument.type.is_typed() ? GDScriptFunction::TAG_ANY : argument.type.kind == GDScriptValueType::BUILTIN && !argument.type.has_elements ? uint8_t(argument.type.builtin_type)
																																												  : GDScriptFunction::TAG_CHECK);
		locals.insert(parameter, gen.make_argument(place_type(parameter->type)));
		if (parameter->default_value) {
			function->default_argument_count++;
		}
	}
	if (p_node->rest_parameter) {
		function->is_vararg = true;
		locals.insert(p_node->rest_parameter, gen.make_argument(Variant::ARRAY));
	}
	for (const ParameterNode *parameter : p_node->parameters) {
		if (!parameter->default_value) {
			continue;
		}
		function->default_entries.push_back(gen.mark_label());
		gen.set_line(parameter->start_line);
		compile_into(locals[parameter], parameter->type, parameter->default_value, parameter->needs_conversion);
		gen.clear_temporaries();
	}
	function->default_entries.push_back(gen.mark_label());
}

void GDScriptFunctionCompiler::compile_function(const FunctionNode *p_node, const LocalVector<LocalNode *> *p_captures) {
	node = p_node;
	function->name = p_node->name;
	function->is_static = p_node->is_static;
	function->is_coroutine = p_node->is_coroutine;
	function->is_lambda = p_node->is_lambda;
	function->first_line = p_node->start_line;
	function->method_info = p_node->method_info;
	function->return_type = to_value_type(p_node->return_type);
	if (p_captures) {
		for (const LocalNode *capture : *p_captures) {
			function->arguments.push_back({ capture->name, to_value_type(capture->type) });
			function->argument_tags.push_back(GDScriptFunction::TAG_ANY);
			// The register's own type is as good as the local's: it is a copy of that.
			locals.insert(capture, gen.make_argument(place_type(capture->type)));
		}
		function->capture_count = int(p_captures->size());
	}
	compile_parameters(p_node);
	if (p_node->body) {
		compile_suite(p_node->body, false);
		gen.set_line(p_node->end_line);
	}
	if (p_node->body && p_node->body->returns_always) {
		gen.finish();
		return;
	}
	// Falling off the end gives what an error gives.
	const Variant::Type type = function->return_type.kind == GDScriptValueType::BUILTIN ? function->return_type.builtin_type : Variant::NIL;
	if (GDScriptCodegen::is_plain_type(type)) {
		gen.emit(GDSCRIPT_OP_RETURN, gen.make_constant(get_variant_default(type)));
	} else {
		gen.emit(GDSCRIPT_OP_RETURN_NIL);
	}
	gen.finish();
}

void GDScriptFunctionCompiler::compile_member_initializer(VariableNode *p_variable) {
	if (function->default_entries.is_empty()) {
		function->default_entries.push_back(0);
	}
	gen.set_line(p_variable->start_line);
	const GDScriptClass::MemberInfo *info = script->find_member(p_variable->name);
	compile_into(GDScriptCodegen::make_member(info->index, place_type(p_variable->type)), p_variable->type, p_variable->initializer, p_variable->needs_conversion);
	gen.clear_temporaries();
}

void GDScriptFunctionCompiler::compile_static_initializer(VariableNode *p_variable) {
	if (function->default_entries.is_empty()) {
		function->default_entries.push_back(0);
	}
	gen.set_line(p_variable->start_line);
	const Operand value = gen.make_temporary(place_type(p_variable->type));
	compile_into(value, p_variable->type, p_variable->initializer, p_variable->needs_conversion);
	gen.emit(GDSCRIPT_OP_SET_STATIC, gen.static_slot(script, p_variable->name), value);
	gen.free_temporary(value);
	gen.clear_temporaries();
}

void GDScriptFunctionCompiler::compile_static_call(const StringName &p_function) {
	if (function->default_entries.is_empty()) {
		function->default_entries.push_back(0);
	}
	const Operand result = gen.make_temporary(Operand::UNKNOWN);
	gen.emit(GDSCRIPT_OP_CALL_STATIC, result, gen.script(script), gen.name(p_function), gen.cache(), 0u);
	gen.free_temporary(result);
	gen.clear_temporaries();
}

void GDScriptFunctionCompiler::finish_initializer() {
	gen.emit(GDSCRIPT_OP_RETURN_NIL);
	gen.finish();
}
