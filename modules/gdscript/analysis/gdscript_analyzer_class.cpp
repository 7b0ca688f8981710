// Resolving the members of classes: first what others see of them, then their bodies.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"

using namespace GDScriptAST;

void GDScriptAnalyzer::enter_class(ClassNode *p_class, bool p_is_static) {
	context = Context();
	context.cls = p_class;
	context.is_static = p_is_static;
	context.first_local = (int)locals.size();
	context.first_outer_use = outer_uses.size();
	context.first_ended_local = ended_locals.size();
}

// ---- On demand ----

bool GDScriptAnalyzer::resolve_member(ClassNode *p_class, Member *p_member, const Node *p_asker) {
	GDScriptAnalyzer &owner = analyzer_of(p_class);
	if (p_class->stage < ClassNode::STAGE_INHERITANCE && p_class->stage != ClassNode::STAGE_RESOLVING_INHERITANCE) {
		owner.resolve_class_inheritance(p_class, p_asker);
	}
	owner.resolve_member_here(p_class, p_member, p_asker);
	return true;
}

void GDScriptAnalyzer::resolve_member_here(ClassNode *p_class, Member *p_member, const Node *p_asker) {
	Depth guard(*this, p_member->node);
	if (!guard.ok) {
		return;
	}
	ContextScope scope(*this);
	switch (p_member->kind) {
		case Member::CLASS:
			if (p_member->class_node->stage < ClassNode::STAGE_RESOLVING_INHERITANCE) {
				resolve_class_inheritance(p_member->class_node, p_asker);
			}
			break;
		case Member::CONSTANT:
			enter_class(p_class, true);
			resolve_member_constant(p_class, p_member->constant, p_asker);
			break;
		case Member::FUNCTION:
			enter_class(p_class, p_member->function->is_static);
			resolve_function_interface(p_member->function, p_asker);
			break;
		case Member::SIGNAL:
			enter_class(p_class, true);
			resolve_signal(p_class, p_member->signal);
			break;
		case Member::VARIABLE:
			enter_class(p_class, p_member->variable->is_static);
			resolve_member_variable(p_class, p_member->variable, p_asker);
			break;
		case Member::ENUM:
			enter_class(p_class, true);
			resolve_enum(p_class, p_member->enum_node, p_asker);
			break;
		case Member::ENUM_VALUE:
			enter_class(p_class, true);
			resolve_enum_value(p_class, p_member->enum_node, p_member->enum_value_index);
			break;
		case Member::GROUP:
			enter_class(p_class, true);
			apply_group(*p_member);
			break;
	}
}

// ---- Interface ----

void GDScriptAnalyzer::resolve_class_interface(ClassNode *p_class) {
	if (p_class->stage >= ClassNode::STAGE_RESOLVING_INTERFACE) {
		return;
	}
	if (!resolve_class_inheritance(p_class, p_class)) {
		p_class->stage = ClassNode::STAGE_BODY; // Without its base nothing in it can be judged.
		return;
	}
	p_class->stage = ClassNode::STAGE_RESOLVING_INTERFACE;
	if (ClassNode *base = p_class->base_type.class_type) {
		analyzer_of(base).resolve_class_interface(base);
	}
	apply_class_annotations(p_class);
	for (Member &member : p_class->members) {
		if (member.kind != Member::GROUP) {
			check_member_name(p_class, member);
		}
		if (member.kind != Member::CLASS) {
			resolve_member_here(p_class, &member, member.node);
		}
	}
	for (Member &member : p_class->members) {
		if (member.kind == Member::CLASS) {
			resolve_class_interface(member.class_node);
		}
	}
	check_abstract_functions(p_class);
	p_class->stage = ClassNode::STAGE_INTERFACE;
}

// Members may not take the names of types, of members of base classes, or (but for functions) of what the native base has.
void GDScriptAnalyzer::check_member_name(ClassNode *p_class, const Member &p_member) {
	const StringName &name = p_member.name;
	const String text = name;
	const Node *at = p_member.node;
	if (p_member.kind == Member::ENUM_VALUE) {
		at = p_member.enum_node->values[p_member.enum_value_index].identifier;
	}
	if (p_member.kind == Member::CLASS) {
		return; // check_class_name() looks at these.
	}
	if (p_member.kind != Member::FUNCTION) {
		if ((ClassDB::class_exists(name) && !is_own_addition(name)) || Variant::get_type_by_name(name) != Variant::VARIANT_MAX) {
			error(at, "The name \"" + text + "\" is taken by a " + (ClassDB::class_exists(name) ? "native class" : "built-in type") + ".");
			return;
		}
		if (p_member.kind == Member::VARIABLE || p_member.kind == Member::CONSTANT) {
			check_shadowed_global(name, at, "member");
		}
	}
	for (const ClassNode *base = p_class->base_type.class_type; base; base = base->base_type.class_type) {
		const Member *other = base->find_member(name);
		if (!other || (p_member.kind == Member::FUNCTION && other->kind == Member::FUNCTION)) {
			continue;
		}
		error(at, "The base class \"" + base->type.to_string() + "\" has a member \"" + text + "\" already.");
		return;
	}
	if (p_member.kind == Member::FUNCTION) {
		return;
	}
	const StringName native = p_class->type.native_type;
	if ((p_member.kind == Member::VARIABLE || p_member.kind == Member::CONSTANT) && ClassDB::has_method(native, name)) {
		warn(GDScriptWarning::SHADOWED_VARIABLE_BASE_CLASS, at, "The member \"" + text + "\" hides the method of that name of \"" + String(native) + "\".");
	}
	const char *taken_by = ClassDB::has_property(native, name) || text == "script" ? "a property" : ClassDB::has_signal(native, name) ? "a signal"
			: ClassDB::has_integer_constant(native, name)																			  ? "a constant"
																																	  : nullptr;
	if (taken_by) {
		error(at, "The name \"" + text + "\" is taken by " + taken_by + " of the base class \"" + String(native) + "\".");
	}
}

// A value without one of its own follows the value before it.
void GDScriptAnalyzer::resolve_enum_value(ClassNode *p_class, EnumNode *p_enum, int p_index) {
	if (!p_enum->identifier && p_enum->info.name == StringName()) {
		// Those of one class are one type.
		p_enum->info.name = SNAME("<anonymous enum>");
		p_enum->info.full_name = StringName(p_class->fqcn.replace("::", ".") + ".<anonymous enum>");
	}
	int first = p_index;
	while (first > 0 && !p_enum->values[first].resolved && !p_enum->values[first].custom_value) {
		first--;
	}
	for (int i = first; i <= p_index; i++) {
		EnumNode::Value &value = p_enum->values[i];
		if (value.resolved) {
			continue;
		}
		check_confusable_name(value.identifier->name, value.identifier);
		if (value.custom_value) {
			resolve_custom_enum_value(p_class, value);
		} else if (i > 0) {
			value.value = p_enum->values[i - 1].value + 1;
		}
		value.resolved = true;
	}
}

void GDScriptAnalyzer::resolve_custom_enum_value(ClassNode *p_class, EnumNode::Value &r_value) {
	(void)p_class;
	ExpressionNode *expression = r_value.custom_value;
	if (expression->reduced) {
		error(r_value.identifier, "The value of \"" + String(r_value.identifier->name) + "\" depends on itself.");
		return;
	}
	const bool was_constant = context.is_constant;
	context.is_constant = true;
	reduce(expression);
	context.is_constant = was_constant;
	if (!expression->is_constant || expression->reduced_value.get_type() != Variant::INT) {
		error(expression, "The value of an enum must be a constant integer.");
		return;
	}
	r_value.value = expression->reduced_value;
}

void GDScriptAnalyzer::resolve_enum(ClassNode *p_class, EnumNode *p_enum, const Node *p_asker) {
	if (p_enum->resolved) {
		return;
	}
	if (p_enum->resolving) {
		error(p_asker, "The values of the enum \"" + String(p_enum->identifier->name) + "\" depend on itself; use the bare names of those before.");
		return;
	}
	p_enum->resolving = true;
	check_confusable_name(p_enum->identifier->name, p_enum->identifier);
	p_enum->info.name = p_enum->identifier->name;
	p_enum->info.full_name = StringName(p_class->fqcn.replace("::", ".") + "." + String(p_enum->identifier->name));
	Dictionary dictionary;
	ContextScope scope(*this);
	for (EnumNode::Value &value : p_enum->values) {
		resolve_enum_value(p_class, p_enum, value.index);
		p_enum->info.values.push_back({ value.identifier->name, value.value });
		dictionary[String(value.identifier->name)] = value.value;
		// The values that follow may use it by its bare name.
		ConstantNode *constant = unit.arena.make<ConstantNode>();
		constant->name = value.identifier->name;
		constant->initializer = unit.arena.make<LiteralNode>();
		set_constant(constant->initializer, value.value);
		locals.push_back({ constant, 0 });
	}
	dictionary.make_read_only();
	p_enum->dictionary = dictionary;
	p_enum->resolved = true;
}

void GDScriptAnalyzer::resolve_signal(ClassNode *p_class, SignalNode *p_signal) {
	(void)p_class;
	if (p_signal->resolved) {
		return;
	}
	p_signal->resolved = true;
	check_confusable_name(p_signal->identifier->name, p_signal->identifier);
	p_signal->method_info.name = p_signal->identifier->name;
	for (ParameterNode *parameter : p_signal->parameters) {
		parameter->type = parameter->type_specifier ? resolve_type(parameter->type_specifier) : Type::make_variant();
		check_confusable_name(parameter->name, parameter);
		if (!parameter->type_specifier) {
			warn_untyped(parameter, "parameter", parameter->name, false);
		}
		p_signal->method_info.arguments.push_back(make_property_info(parameter->type, parameter->name));
	}
}

void GDScriptAnalyzer::resolve_member_constant(ClassNode *p_class, ConstantNode *p_constant, const Node *p_asker) {
	(void)p_class;
	if (p_constant->resolved) {
		return;
	}
	if (p_constant->type.kind == Type::RESOLVING) {
		error(p_asker, "The constant \"" + String(p_constant->name) + "\" depends on itself.");
		return;
	}
	p_constant->type.kind = Type::RESOLVING;
	check_confusable_name(p_constant->name, p_constant->identifier);
	p_constant->type = resolve_constant_value(p_constant);
	p_constant->resolved = true;
	if (!p_constant->type_specifier && !p_constant->type.is_meta_type) {
		warn_untyped(p_constant, "constant", p_constant->name, true);
	}
}

void GDScriptAnalyzer::resolve_member_variable(ClassNode *p_class, VariableNode *p_variable, const Node *p_asker) {
	if (p_variable->resolved) {
		return;
	}
	if (p_variable->type.kind == Type::RESOLVING) {
		error(p_asker, "The value of \"" + String(p_variable->name) + "\" depends on itself.");
		return;
	}
	p_variable->type.kind = Type::RESOLVING;
	check_confusable_name(p_variable->name, p_variable->identifier);
	context.initializing = p_variable;
	context.is_static_initializer = p_variable->is_static;
	context.puts_off_lambdas = true;
	p_variable->type = resolve_declared_type(p_variable->type_specifier, p_variable->infer_type, p_variable->initializer, p_variable, p_variable->name, p_variable->needs_conversion);
	context.puts_off_lambdas = false;
	p_variable->resolved = true;
	p_variable->owner_class = p_class;
	p_variable->export_info = make_property_info(p_variable->type, p_variable->name);
	p_variable->export_info.usage = (p_variable->export_info.usage & ~(uint32_t)PROPERTY_USAGE_DEFAULT) | PROPERTY_USAGE_SCRIPT_VARIABLE;
	resolve_accessors(p_class, p_variable);
	apply_variable_annotations(p_variable);
}

// Gives the accessors written inside the property the types that follow from it.
void GDScriptAnalyzer::resolve_accessors(ClassNode *p_class, VariableNode *p_variable) {
	for (FunctionNode *accessor : { p_variable->getter, p_variable->setter }) {
		if (!accessor) {
			continue;
		}
		accessor->owner_class = p_class;
		accessor->is_static = p_variable->is_static;
		accessor->interface_resolved = true;
		accessor->return_type = accessor == p_variable->getter ? p_variable->type : Type::make_builtin(Variant::NIL);
		for (ParameterNode *parameter : accessor->parameters) {
			parameter->type = p_variable->type;
		}
		fill_method_info(accessor);
	}
}

// ---- Bodies ----

void GDScriptAnalyzer::resolve_class_body(ClassNode *p_class) {
	if (p_class->stage >= ClassNode::STAGE_RESOLVING_BODY) {
		return;
	}
	resolve_class_interface(p_class);
	if (p_class->stage == ClassNode::STAGE_BODY) {
		return;
	}
	p_class->stage = ClassNode::STAGE_RESOLVING_BODY;
	for (Member &member : p_class->members) {
		ContextScope scope(*this);
		if (member.kind == Member::FUNCTION) {
			enter_class(p_class, member.function->is_static);
			resolve_function_body(member.function);
		} else if (member.kind == Member::VARIABLE) {
			enter_class(p_class, member.variable->is_static);
			resolve_variable_body(member.variable);
		}
	}
	for (Member &member : p_class->members) {
		if (member.kind == Member::CLASS) {
			resolve_class_body(member.class_node);
		} else if (member.kind == Member::VARIABLE) {
			check_named_accessor(p_class, member.variable, member.variable->getter_name, true);
			check_named_accessor(p_class, member.variable, member.variable->setter_name, false);
		}
	}
	check_class_warnings(p_class);
	p_class->stage = ClassNode::STAGE_BODY;
}

void GDScriptAnalyzer::resolve_variable_body(VariableNode *p_variable) {
	if (const LocalVector<LambdaNode *> *waiting = put_off_lambdas.getptr(p_variable)) {
		ContextScope scope(*this);
		context.initializing = p_variable;
		context.is_static_initializer = p_variable->is_static;
		for (LambdaNode *lambda : *waiting) {
			reduce_lambda(lambda);
		}
	}
	if (!p_variable->initializer && p_variable->type.kind == Type::ENUM && !p_variable->type.enum_info->has_value(0)) {
		warn(GDScriptWarning::ENUM_VARIABLE_WITHOUT_DEFAULT, p_variable, "The variable \"" + String(p_variable->name) + "\" starts as 0, which is no value of its enum; give it a value.");
	}
	if (!p_variable->type_specifier) {
		warn_untyped(p_variable, "variable", p_variable->name, p_variable->infer_type);
	}
	check_node_in_initializer(p_variable);
	for (FunctionNode *accessor : { p_variable->getter, p_variable->setter }) {
		if (accessor) {
			resolve_function_body(accessor);
		}
	}
}

// When all bodies were looked at: what an undeclared getter returns is known by then.
void GDScriptAnalyzer::check_named_accessor(ClassNode *p_class, VariableNode *p_variable, const IdentifierNode *p_name, bool p_is_getter) {
	if (!p_name) {
		return;
	}
	const Member *member = p_class->find_member(p_name->name);
	const String kind = p_is_getter ? "getter" : "setter";
	if (!member || member->kind != Member::FUNCTION) {
		error(p_name, "There is no function \"" + String(p_name->name) + "()\" in this class to be the " + kind + ".");
		return;
	}
	const FunctionNode *function = member->function;
	if (function->parameters.size() != (p_is_getter ? 0 : 1) || function->rest_parameter) {
		error(p_name, p_is_getter ? String("A getter takes no parameters.") : String("A setter takes exactly one parameter."));
		return;
	}
	const Type &own = p_is_getter ? function->return_type : function->parameters[0]->type;
	if (!Rules::is_compatible(p_is_getter ? p_variable->type : own, p_is_getter ? own : p_variable->type, true)) {
		error(p_name, "The " + kind + (p_is_getter ? " returns \"" : " takes \"") + own.to_string() + "\", but the property is \"" + p_variable->type.to_string() + "\".");
	}
	const Type &from = p_is_getter ? own : p_variable->type;
	const Type &to = p_is_getter ? p_variable->type : own;
	if (from.is_builtin(Variant::FLOAT) && to.is_builtin(Variant::INT)) {
		warn_narrowing(p_variable);
	}
}
