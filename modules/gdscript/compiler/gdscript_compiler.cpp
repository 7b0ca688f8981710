// Classes: members, constants, signals, and the functions that initialize them.
#include "modules/gdscript/compiler/gdscript_compiler.h"

#include "core/os/memory.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/analysis/gdscript_unit.h"
#include "modules/gdscript/compiler/gdscript_function_compiler.h"
#include "modules/gdscript/compiler/gdscript_verifier.h"

using namespace GDScriptAST;

namespace {

StringName accessor_name(const FunctionNode *p_inline, const IdentifierNode *p_named) {
	if (p_inline) {
		return p_inline->name;
	}
	return p_named ? p_named->name : StringName();
}

GDScriptClass::MemberInfo describe_variable(GDScriptClassHost &p_host, const VariableNode *p_variable, int p_index) {
	GDScriptClass::MemberInfo info;
	info.index = p_index;
	info.getter = accessor_name(p_variable->getter, p_variable->getter_name);
	info.setter = accessor_name(p_variable->setter, p_variable->setter_name);
	info.type = GDScriptFunctionCompiler::to_value_type(p_host, p_variable->type);
	info.info = p_variable->export_info;
	return info;
}

bool is_container(Variant::Type p_type) {
	return p_type == Variant::ARRAY || p_type == Variant::DICTIONARY || p_type >= Variant::PACKED_BYTE_ARRAY;
}

// False: it takes code to know it.
bool value_of_literal(const ExpressionNode *p_expression, Variant &r_value) {
	if (p_expression->is_constant) {
		r_value = p_expression->reduced_value;
		return true;
	}
	Variant part;
	if (p_expression->kind == Node::ARRAY) {
		Array array;
		for (const ExpressionNode *element : static_cast<const ArrayNode *>(p_expression)->elements) {
			if (!value_of_literal(element, part)) {
				return false;
			}
			array.push_back(part);
		}
		r_value = array;
		return true;
	}
	if (p_expression->kind == Node::DICTIONARY) {
		Dictionary dictionary;
		for (const DictionaryNode::Pair &pair : static_cast<const DictionaryNode *>(p_expression)->elements) {
			Variant key;
			if (!value_of_literal(pair.key, key) || !value_of_literal(pair.value, part)) {
				return false;
			}
			dictionary[key] = part;
		}
		r_value = dictionary;
		return true;
	}
	return false;
}

} // namespace

// --- Interfaces ------------------------------------------------------------------------------------------------------

void GDScriptCompiler::add_stored_default(GDScriptClass *p_script, const VariableNode *p_variable, const GDScriptClass::MemberInfo &p_info) {
	if (!(p_info.info.usage & PROPERTY_USAGE_STORAGE) || p_variable->is_onready) {
		return;
	}
	Variant value = p_info.type.get_default();
	if (p_variable->initializer) {
		Variant written;
		if (!value_of_literal(p_variable->initializer, written)) {
			return; // Made by code.
		}
		if (p_info.type.has_elements && written.get_type() == value.get_type()) { // The analyzer saw that the elements fit.
			if (value.get_type() == Variant::ARRAY) {
				Array(value).assign(written);
			} else {
				Dictionary(value).assign(written);
			}
		} else if (!p_info.type.convert(written, value)) {
			return;
		}
	}
	p_script->stored_defaults.insert(p_variable->name, value);
}

void GDScriptCompiler::add_variable(GDScriptClass *p_script, VariableNode *p_variable, bool &r_runs_code) {
	const GDScriptClass::MemberInfo info = describe_variable(host, p_variable, p_script->member_count++);
	p_script->members.insert(p_variable->name, info);
	p_script->member_order.push_back(p_variable->name);
	p_script->own_properties.push_back(p_variable->export_info);
	add_stored_default(p_script, p_variable, info);
	Variant start = info.type.get_default();
	if (info.type.kind == GDScriptValueType::BUILTIN && is_container(info.type.builtin_type)) {
		p_script->fresh_members.push_back({ info.index, info.type });
		start = Variant();
	}
	if (p_variable->initializer && !p_variable->is_onready) {
		// A constant can be there from the start, unless code before it could see that it is.
		const Variant &value = p_variable->initializer->reduced_value;
		const bool simple = p_variable->initializer->is_constant && !is_container(value.get_type()) && value.get_type() != Variant::OBJECT && value.get_type() != Variant::CALLABLE;
		Variant converted;
		if (simple && !r_runs_code && info.type.convert(value, converted)) {
			start = converted;
			preset.insert(p_variable);
		} else {
			r_runs_code = true;
		}
	}
	p_script->own_template.push_back(start);
}

void GDScriptCompiler::add_static_variable(GDScriptClass *p_script, VariableNode *p_variable) {
	const GDScriptClass::MemberInfo info = describe_variable(host, p_variable, int(p_script->static_values.size()));
	p_script->statics.insert(p_variable->name, info);
	p_script->static_order.push_back(p_variable->name);
	p_script->static_values.push_back(info.type.get_default());
}

void GDScriptCompiler::make_interface(GDScriptClass *p_script, ClassNode *p_class) {
	const GDScriptClass::Variables before = { p_script->members, p_script->statics };
	p_script->clear_compiled();
	p_script->tool = p_class->unit->is_tool;
	p_script->abstract = p_class->is_abstract;
	p_script->icon_path = p_class->icon_path;
	if (!p_class->outer && p_class->identifier) {
		p_script->global_name = p_class->identifier->name;
	}
	bool runs_code = false;
	p_script->base.unref();
	p_script->native_base = p_class->base_type.native_type;
	if (p_class->base_type.kind == GDScriptType::CLASS) {
		GDScriptClass *base = host.get_class_of(p_class->base_type.class_type);
		p_script->base.reference_ptr(base);
		if (!base->has_interface) {
			ClassNode *base_class = p_class->base_type.class_type;
			if (base_class->unit != p_class->unit) {
				host.finish_analysis(base_class->unit);
			}
			make_interface(base, base_class);
		}
		p_script->native_base = base->native_base;
		p_script->members = base->members;
		p_script->member_count = base->member_count;
		p_script->hooked_get = base->hooked_get;
		p_script->hooked_set = base->hooked_set;
		p_script->hooked_notification = base->hooked_notification;
		runs_code = base->initializes_by_code;
	}
	p_script->has_interface = true;
	for (ClassNode::Member &member : p_class->members) {
		switch (member.kind) {
			case ClassNode::Member::VARIABLE:
				if (member.variable->is_static) {
					add_static_variable(p_script, member.variable);
				} else {
					add_variable(p_script, member.variable, runs_code);
				}
				break;
			case ClassNode::Member::GROUP:
				p_script->own_properties.push_back(member.group_info);
				break;
			case ClassNode::Member::CONSTANT:
				p_script->constants.insert(member.name, member.constant->initializer->reduced_value);
				break;
			case ClassNode::Member::ENUM:
				p_script->constants.insert(member.name, member.enum_node->dictionary);
				break;
			case ClassNode::Member::ENUM_VALUE:
				p_script->constants.insert(member.name, member.enum_node->values[uint32_t(member.enum_value_index)].value);
				break;
			case ClassNode::Member::CLASS:
				p_script->constants.insert(member.name, Variant(static_cast<const Object *>(host.get_class_of(member.class_node))));
				break;
			case ClassNode::Member::SIGNAL:
				p_script->signals.insert(member.name, member.signal->method_info);
				break;
			case ClassNode::Member::FUNCTION:
				if (member.function->rpc_config.get_type() == Variant::DICTIONARY) {
					p_script->rpc_config[member.name] = member.function->rpc_config;
				}
				p_script->hooked_get = p_script->hooked_get || member.name == SNAME("_get");
				p_script->hooked_set = p_script->hooked_set || member.name == SNAME("_set");
				p_script->hooked_notification = p_script->hooked_notification || member.name == SNAME("_notification");
				break;
		}
	}
	p_script->initializes_by_code = runs_code;
	p_script->renew_layout(before);
	for (ClassNode::Member &member : p_class->members) {
		if (member.kind == ClassNode::Member::CLASS) {
			GDScriptClass *inner = host.get_class_of(member.class_node);
			if (!inner->has_interface) {
				make_interface(inner, member.class_node);
			}
		}
	}
}

// --- Code ------------------------------------------------------------------------------------------------------------

// Asked in debug builds only.
[[maybe_unused]] static bool is_sound(const GDScriptFunction *p_function) {
	const String problem = p_function ? gdscript_verify(p_function) : String();
	ERR_FAIL_COND_V_MSG(!problem.is_empty(), false, problem);
	return true;
}

void GDScriptCompiler::add_function(GDScriptClass *p_script, const FunctionNode *p_function) {
	GDScriptFunction *function = memnew(GDScriptFunction);
	GDScriptFunctionCompiler compiler(host, p_script, function);
	compiler.compile_function(p_function);
	DEV_ASSERT(is_sound(function));
	p_script->functions.insert(p_function->name, function);
	p_script->method_infos.push_back(p_function->method_info);
}

void GDScriptCompiler::compile_initializers(GDScriptClass *p_script, ClassNode *p_class) {
	for (const bool onready : { false, true }) {
		GDScriptFunction *function = nullptr;
		GDScriptFunctionCompiler *compiler = nullptr;
		for (const ClassNode::Member &member : p_class->members) {
			VariableNode *variable = member.kind == ClassNode::Member::VARIABLE ? member.variable : nullptr;
			if (!variable || variable->is_static || variable->is_onready != onready || !variable->initializer || preset.has(variable)) {
				continue;
			}
			if (!function) {
				function = memnew(GDScriptFunction);
				function->name = onready ? SNAME("@implicit_ready") : SNAME("@implicit_new");
				compiler = memnew(GDScriptFunctionCompiler(host, p_script, function));
			}
			compiler->compile_member_initializer(variable);
		}
		if (compiler) {
			compiler->finish_initializer();
			memdelete(compiler);
		}
		(onready ? p_script->implicit_ready : p_script->implicit_initializer) = function;
	}
}

void GDScriptCompiler::compile_static_initializer(GDScriptClass *p_script, ClassNode *p_class) {
	const ClassNode::Member *init = p_class->find_member(SNAME("_static_init"));
	const bool calls_init = init && init->kind == ClassNode::Member::FUNCTION;
	bool needed = calls_init;
	for (const ClassNode::Member &member : p_class->members) {
		needed = needed || (member.kind == ClassNode::Member::VARIABLE && member.variable->is_static && member.variable->initializer);
	}
	if (!needed) {
		return;
	}
	GDScriptFunction *function = memnew(GDScriptFunction);
	function->name = SNAME("@static_initializer");
	function->is_static = true;
	GDScriptFunctionCompiler compiler(host, p_script, function);
	for (const ClassNode::Member &member : p_class->members) {
		if (member.kind == ClassNode::Member::VARIABLE && member.variable->is_static && member.variable->initializer) {
			compiler.compile_static_initializer(member.variable);
		}
	}
	if (calls_init) {
		compiler.compile_static_call(SNAME("_static_init"));
	}
	compiler.finish_initializer();
	p_script->static_initializer = function;
}

void GDScriptCompiler::compile_bodies(GDScriptClass *p_script, ClassNode *p_class) {
	for (const ClassNode::Member &member : p_class->members) {
		if (member.kind == ClassNode::Member::VARIABLE) {
			for (const FunctionNode *accessor : { member.variable->getter, member.variable->setter }) {
				if (accessor) {
					add_function(p_script, accessor);
				}
			}
		} else if (member.kind == ClassNode::Member::FUNCTION && member.function->is_abstract) {
			p_script->method_infos.push_back(member.function->method_info);
		} else if (member.kind == ClassNode::Member::FUNCTION) {
			add_function(p_script, member.function);
		}
	}
	compile_initializers(p_script, p_class);
	compile_static_initializer(p_script, p_class);
	DEV_ASSERT(is_sound(p_script->implicit_initializer) && is_sound(p_script->implicit_ready) && is_sound(p_script->static_initializer));
	for (const ClassNode::Member &member : p_class->members) {
		if (member.kind == ClassNode::Member::CLASS) {
			compile_bodies(host.get_class_of(member.class_node), member.class_node);
		}
	}
	p_script->valid = true;
}

void GDScriptCompiler::compile(GDScriptClass *p_script, ClassNode *p_class) {
	make_interface(p_script, p_class);
	compile_bodies(p_script, p_class);
}
