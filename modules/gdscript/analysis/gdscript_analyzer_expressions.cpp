// Types and constant values of operators, literals and the simpler expressions.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "modules/gdscript/analysis/gdscript_constant_fold.h"

using namespace GDScriptAST;

namespace {

bool divides_integers(const GDScriptType &p_left, const GDScriptType &p_right) {
	if (p_left.is_variant() || p_right.is_variant() || p_left.is_meta_type || p_right.is_meta_type) {
		return false;
	}
	const Variant::Type left = p_left.variant_type();
	const Variant::Type right = p_right.variant_type();
	const bool is_vector = left == Variant::VECTOR2I || left == Variant::VECTOR3I || left == Variant::VECTOR4I;
	return right == Variant::INT ? left == Variant::INT || is_vector : is_vector && left == right;
}

} // namespace

void GDScriptAnalyzer::set_constant(ExpressionNode *p_expression, const Variant &p_value) {
	const Type before = p_expression->type;
	p_expression->reduced = true;
	p_expression->is_constant = true;
	p_expression->reduced_value = p_value;
	p_expression->type = Rules::type_of_value(p_value);
	// What the value alone does not tell.
	if (before.kind == Type::ENUM && p_value.get_type() == before.builtin_type) {
		p_expression->type = before;
		p_expression->type.is_constant = true;
	} else if (before.is_builtin(p_value.get_type()) && before.has_elements()) {
		p_expression->type.elements[0] = before.elements[0];
		p_expression->type.elements[1] = before.elements[1];
	}
}

void GDScriptAnalyzer::reduce(ExpressionNode *p_expression) {
	if (p_expression->reduced) {
		return;
	}
	p_expression->reduced = true;
	p_expression->type = Rules::make_unknown();
	Depth guard(*this, p_expression);
	if (!guard.ok) {
		return;
	}
	switch (p_expression->kind) {
		case Node::LITERAL:
			set_constant(p_expression, static_cast<LiteralNode *>(p_expression)->value);
			break;
		case Node::IDENTIFIER:
			reduce_identifier(static_cast<IdentifierNode *>(p_expression));
			break;
		case Node::SELF:
			reduce_self(static_cast<SelfNode *>(p_expression));
			break;
		case Node::ARRAY:
			reduce_array(static_cast<ArrayNode *>(p_expression));
			break;
		case Node::DICTIONARY:
			reduce_dictionary(static_cast<DictionaryNode *>(p_expression));
			break;
		case Node::UNARY:
			reduce_unary(static_cast<UnaryNode *>(p_expression));
			break;
		case Node::BINARY:
			reduce_binary(static_cast<BinaryNode *>(p_expression));
			break;
		case Node::TERNARY:
			reduce_ternary(static_cast<TernaryNode *>(p_expression));
			break;
		case Node::ASSIGNMENT:
			reduce_assignment(static_cast<AssignmentNode *>(p_expression));
			break;
		case Node::AWAIT:
			reduce_await(static_cast<AwaitNode *>(p_expression));
			break;
		case Node::CALL:
			reduce_call(static_cast<CallNode *>(p_expression));
			break;
		case Node::CAST:
			reduce_cast(static_cast<CastNode *>(p_expression));
			break;
		case Node::TYPE_TEST:
			reduce_type_test(static_cast<TypeTestNode *>(p_expression));
			break;
		case Node::SUBSCRIPT:
			reduce_subscript(static_cast<SubscriptNode *>(p_expression));
			break;
		case Node::GET_NODE:
			reduce_get_node(static_cast<GetNodeNode *>(p_expression));
			break;
		case Node::PRELOAD:
			reduce_preload(static_cast<PreloadNode *>(p_expression));
			break;
		case Node::LAMBDA:
			reduce_lambda(static_cast<LambdaNode *>(p_expression));
			break;
		default:
			break;
	}
}

void GDScriptAnalyzer::reduce_value(ExpressionNode *p_expression) {
	reduce(p_expression);
	const Type &type = p_expression->type;
	if (p_expression->kind == Node::CALL && type.is_void_or_null() && !p_expression->is_constant) {
		error(p_expression, "\"" + String(static_cast<CallNode *>(p_expression)->function_name) + "()\" returns nothing, so there is no value to use here.");
		p_expression->type = Rules::make_unknown();
	} else if ((type.is_meta_type && type.kind == Type::BUILTIN) || type.is_pseudo) {
		error(p_expression, "A built-in type is no value; call it (\"int(…)\") or use one of its constants.");
		p_expression->type = Rules::make_unknown();
	}
}

// ---- Containers ----

void GDScriptAnalyzer::reduce_array(ArrayNode *p_array) {
	bool all_constant = true;
	for (ExpressionNode *element : p_array->elements) {
		reduce_value(element);
		all_constant &= element->is_constant;
	}
	p_array->type = Type::make_builtin(Variant::ARRAY);
	Variant value;
	if (context.is_constant && all_constant && GDScriptConstantFold::make_array(p_array, p_array->type, resolver, value)) {
		set_constant(p_array, value);
	}
}

void GDScriptAnalyzer::reduce_dictionary(DictionaryNode *p_dictionary) {
	bool all_constant = true;
	Dictionary keys;
	for (DictionaryNode::Pair &pair : p_dictionary->elements) {
		reduce_value(pair.key);
		reduce_value(pair.value);
		all_constant &= pair.key->is_constant && pair.value->is_constant;
		if (!pair.key->is_constant) {
			continue;
		}
		if (const Variant *line = keys.getptr(pair.key->reduced_value)) {
			error(pair.key, "The key " + pair.key->reduced_value.get_construct_string() + " is in the dictionary already, on line " + itos(*line) + ".");
		} else {
			keys[pair.key->reduced_value] = pair.key->start_line;
		}
	}
	p_dictionary->type = Type::make_builtin(Variant::DICTIONARY);
	Variant value;
	if (context.is_constant && all_constant && GDScriptConstantFold::make_dictionary(p_dictionary, p_dictionary->type, resolver, value)) {
		set_constant(p_dictionary, value);
	}
}

// ---- Operators ----

void GDScriptAnalyzer::reduce_unary(UnaryNode *p_unary) {
	reduce_value(p_unary->operand);
	const ExpressionNode *operand = p_unary->operand;
	if (operand->is_constant && operand->type.kind != Type::CLASS && operand->type.kind != Type::NATIVE) {
		Variant result;
		String problem;
		if (!GDScriptConstantFold::operate(p_unary->op, operand->reduced_value, Variant(), result, problem)) {
			error(p_unary, problem);
			return;
		}
		set_constant(p_unary, result);
		return;
	}
	if (p_unary->op == Variant::OP_NOT) {
		p_unary->type = Type::make_builtin(Variant::BOOL, Type::DECLARED_INFERRED);
		p_unary->type.limit_origin(operand->type.is_weak() && !operand->type.is_variant() ? Type::INFERRED : Type::DECLARED);
		return;
	}
	bool valid = true;
	p_unary->type = Rules::get_operation_type(p_unary->op, operand->type, Type(), valid);
	if (!valid) {
		error(p_unary, "The operator \"" + Variant::get_operator_name(p_unary->op) + "\" does not work on \"" + operand->type.to_string() + "\".");
	}
}

void GDScriptAnalyzer::fold_binary(BinaryNode *p_binary) {
	Variant result;
	String problem;
	const Variant &left = p_binary->left->reduced_value;
	const Variant &right = p_binary->right->reduced_value;
	if (!GDScriptConstantFold::operate(p_binary->op, left, right, result, problem)) {
		error(p_binary, problem);
		return;
	}
	if (result.get_type() == Variant::ARRAY || result.get_type() == Variant::DICTIONARY) {
		// Only a constant declaration may share one container.
		p_binary->type = Type::make_builtin(result.get_type());
		if (!context.is_constant) {
			return;
		}
		if (result.get_type() == Variant::ARRAY) {
			((Array)result).make_read_only();
		}
	}
	set_constant(p_binary, result);
}

void GDScriptAnalyzer::reduce_binary(BinaryNode *p_binary) {
	reduce_value(p_binary->left);
	reduce_value(p_binary->right);
	const Type &left = p_binary->left->type;
	const Type &right = p_binary->right->type;
	if (p_binary->op == Variant::OP_DIVIDE && divides_integers(left, right)) {
		warn(GDScriptWarning::INTEGER_DIVISION, p_binary, "Both sides of the division are whole numbers, so that the fraction is lost; make one a float if that is not meant.");
	}
	const bool left_is_class = left.kind == Type::CLASS || left.kind == Type::NATIVE;
	const bool right_is_class = right.kind == Type::CLASS || right.kind == Type::NATIVE;
	if (p_binary->left->is_constant && p_binary->right->is_constant && !left_is_class && !right_is_class) {
		fold_binary(p_binary);
		return;
	}
	const bool is_equality = p_binary->op == Variant::OP_EQUAL || p_binary->op == Variant::OP_NOT_EQUAL;
	const bool with_null = (left.is_void_or_null() || right.is_void_or_null()) && is_equality;
	if (p_binary->op == Variant::OP_AND || p_binary->op == Variant::OP_OR || with_null) {
		p_binary->type = Type::make_builtin(Variant::BOOL, Type::DECLARED_INFERRED);
		return;
	}
	bool valid = true;
	p_binary->type = Rules::get_operation_type(p_binary->op, left, right, valid);
	if (!valid) {
		error(p_binary, "The operator \"" + Variant::get_operator_name(p_binary->op) + "\" does not work on \"" + left.to_string() + "\" and \"" + right.to_string() + "\".");
	}
}

void GDScriptAnalyzer::reduce_ternary(TernaryNode *p_ternary) {
	reduce_value(p_ternary->condition);
	for (ExpressionNode *side : { p_ternary->if_true, p_ternary->if_false }) {
		if (!p_ternary->is_statement) {
			reduce_value(side);
			continue;
		}
		if (side->kind == Node::TERNARY) {
			static_cast<TernaryNode *>(side)->is_statement = true;
		}
		reduce(side);
		if (side->kind == Node::CALL) {
			warn_discarded(static_cast<const CallNode *>(side));
		}
	}
	const ExpressionNode *if_true = p_ternary->if_true;
	const ExpressionNode *if_false = p_ternary->if_false;
	if (p_ternary->condition->is_constant && if_true->is_constant && if_false->is_constant) {
		const ExpressionNode *chosen = p_ternary->condition->reduced_value.booleanize() ? if_true : if_false;
		p_ternary->type = chosen->type;
		p_ternary->is_constant = true;
		p_ternary->reduced_value = chosen->reduced_value;
	}
	const Type &a = if_true->type;
	const Type &b = if_false->type;
	Type result;
	if (Rules::is_compatible(a, b, false)) {
		result = a;
	} else if (Rules::is_compatible(b, a, false)) {
		result = b;
	} else {
		result = Type::make_variant();
		warn(GDScriptWarning::INCOMPATIBLE_TERNARY, p_ternary, "The two values have types that do not fit together: \"" + a.to_string() + "\" and \"" + b.to_string() + "\".");
	}
	if (a.is_variant() || b.is_variant()) {
		result = Type::make_variant();
	}
	result.origin = Type::DECLARED_INFERRED;
	result.limit_origin(MAX(Type::INFERRED, MIN(a.origin, b.origin)));
	result.is_constant = p_ternary->is_constant;
	if (result.is_void_or_null() || !p_ternary->is_constant) {
		result.is_read_only = false;
	}
	if (!p_ternary->is_constant) {
		p_ternary->type = result;
	} else if (result.is_variant()) {
		p_ternary->type.limit_origin(Type::INFERRED); // What is chosen is known, yet the expression has no type.
	}
}

// ---- Assignment ----

// A constant, or a part of one, or something that is no variable at all.
bool GDScriptAnalyzer::check_assignment_target(ExpressionNode *p_target) {
	if (p_target->kind == Node::IDENTIFIER) {
		const IdentifierNode *name = static_cast<IdentifierNode *>(p_target);
		switch (name->source) {
			case IdentifierNode::UNRESOLVED:
			case IdentifierNode::LOCAL_VARIABLE:
			case IdentifierNode::PARAMETER:
			case IdentifierNode::LOOP_VARIABLE:
			case IdentifierNode::PATTERN_BIND:
			case IdentifierNode::MEMBER_VARIABLE:
			case IdentifierNode::STATIC_VARIABLE:
			case IdentifierNode::NATIVE_PROPERTY:
			case IdentifierNode::BUILTIN_PROPERTY:
				return true;
			default:
				error(p_target, "\"" + String(name->name) + "\" is not a variable and cannot be assigned to.");
				return false;
		}
	}
	if (p_target->is_constant) {
		error(p_target, "A constant cannot be assigned to.");
		return false;
	}
	if (p_target->kind != Node::SUBSCRIPT) {
		return true;
	}
	const SubscriptNode *subscript = static_cast<SubscriptNode *>(p_target);
	if (subscript->attribute && subscript->attribute->source != IdentifierNode::UNRESOLVED && !check_assignment_target(subscript->attribute)) {
		return false;
	}
	for (const ExpressionNode *base = subscript->base; base; base = base->kind == Node::SUBSCRIPT ? static_cast<const SubscriptNode *>(base)->base : nullptr) {
		const bool is_object = base->type.kind == Type::CLASS || base->type.kind == Type::NATIVE;
		if (is_object) {
			return true;
		}
		if (base->is_constant) {
			error(p_target, "This is a part of a constant and cannot be changed.");
			return false;
		}
	}
	return true;
}

// A lambda has copies of what it captured; only values that are shared are changed for all.
void GDScriptAnalyzer::check_capture_write(const AssignmentNode *p_assignment) {
	const ExpressionNode *base = p_assignment->target;
	while (base->kind == Node::SUBSCRIPT) {
		base = static_cast<const SubscriptNode *>(base)->base;
		const Type &type = base->type;
		if (!type.is_firm() || type.kind != Type::BUILTIN || Variant::is_type_shared(type.builtin_type) || type.builtin_type > Variant::ARRAY) {
			return;
		}
	}
	if (base->kind == Node::IDENTIFIER && static_cast<const IdentifierNode *>(base)->is_captured) {
		warn(GDScriptWarning::CONFUSABLE_CAPTURE_REASSIGNMENT, p_assignment, "The lambda changes its own copy of \"" + String(static_cast<const IdentifierNode *>(base)->name) + "\"; the variable outside keeps its value.");
	}
}

// What was only known of a variable's first value is not known any more.
void GDScriptAnalyzer::forget_contradicted_type(const ExpressionNode *p_target, const Type &p_value) {
	const IdentifierNode *name = nullptr;
	if (p_target->kind == Node::IDENTIFIER) {
		name = static_cast<const IdentifierNode *>(p_target);
	} else if (p_target->kind == Node::SUBSCRIPT) {
		name = static_cast<const SubscriptNode *>(p_target)->attribute;
	}
	LocalNode *place = !name ? nullptr : name->variable ? name->variable
														: name->local;
	if (!place || place->type.is_firm() || place->type.is_variant() || Rules::is_compatible(place->type, p_value, true)) {
		return;
	}
	place->type = Rules::make_unknown();
}

void GDScriptAnalyzer::reduce_assignment(AssignmentNode *p_assignment) {
	ExpressionNode *target = p_assignment->target;
	reduce_value(p_assignment->value);
	// Writing to a local alone is no use of it.
	written = target;
	written_is_read = p_assignment->is_compound;
	reduce(target);
	written = nullptr;
	LocalNode *local = target->kind == Node::IDENTIFIER ? static_cast<IdentifierNode *>(target)->local : nullptr;
	if (local) {
		if (p_assignment->is_compound && local->kind == Node::VARIABLE && local->assignments == 0 && !static_cast<VariableNode *>(local)->initializer) {
			warn(GDScriptWarning::UNASSIGNED_VARIABLE_OP_ASSIGN, p_assignment, "\"" + String(local->name) + "\" has no value yet.");
		}
		local->assignments++;
		local->usages--;
	}
	check_capture_write(p_assignment);
	if (!check_assignment_target(target)) {
		return;
	}
	const Type target_type = target->type;
	const ExpressionNode *value = p_assignment->value;
	if (!p_assignment->is_compound) {
		if (!check_assignable(target_type, p_assignment->value, p_assignment->needs_conversion)) {
			error(p_assignment->value, "A value of type \"" + value->type.to_string() + "\" cannot be assigned to a place of type \"" + target_type.to_string() + "\".");
		}
		forget_contradicted_type(target, value->type);
		p_assignment->type = target_type;
		return;
	}
	if (p_assignment->op == Variant::OP_ADD && target_type.is_typed_array()) {
		update_literal_type(p_assignment->value, target_type);
	}
	bool valid = true;
	const Type result = Rules::get_operation_type(p_assignment->op, target_type, value->type, valid);
	if (!valid) {
		error(p_assignment, "The operator \"" + Variant::get_operator_name(p_assignment->op) + "\" does not work on \"" + target_type.to_string() + "\" and \"" + value->type.to_string() + "\".");
		return;
	}
	p_assignment->needs_conversion = Rules::needs_runtime_check(target_type, result);
	if (target_type.kind == Type::ENUM && target_type.is_firm() && result.variant_type() == Variant::INT) {
		warn_int_as_enum(target_type, p_assignment);
	}
	if (target_type.is_firm() && result.is_firm() && !Rules::is_compatible(target_type, result, true)) {
		error(p_assignment, "The result is of type \"" + result.to_string() + "\" and cannot be assigned to a place of type \"" + target_type.to_string() + "\".");
	} else if (target_type.is_builtin(Variant::INT) && target_type.is_firm() && result.is_builtin(Variant::FLOAT) && result.is_firm()) {
		warn_narrowing(p_assignment);
	}
	forget_contradicted_type(target, result);
	p_assignment->type = target_type;
}

// ---- await, as, is ----

void GDScriptAnalyzer::reduce_await(AwaitNode *p_await) {
	reduce(p_await->operand);
	const ExpressionNode *operand = p_await->operand;
	Type type = operand->type;
	const bool is_signal = type.is_builtin(Variant::SIGNAL);
	if (is_signal) {
		p_await->type = Rules::make_unknown();
		return;
	}
	if (!type.is_variant() && !type.is_coroutine) {
		warn(GDScriptWarning::REDUNDANT_AWAIT, p_await, "\"await\" has nothing to wait for here: this is neither a signal nor a call of a coroutine.");
	}
	if (operand->is_constant) {
		p_await->is_constant = true;
		p_await->reduced_value = operand->reduced_value;
	}
	type.is_coroutine = false;
	if (type.is_void_or_null() && !operand->is_constant) {
		type = Rules::make_unknown();
	}
	p_await->type = type;
}

void GDScriptAnalyzer::reduce_cast(CastNode *p_cast) {
	reduce_value(p_cast->operand);
	const Type target = resolve_type(p_cast->cast_type);
	const ExpressionNode *operand = p_cast->operand;
	const bool is_known_value = operand->is_constant && operand->type.is_variant();
	const Type source = is_known_value ? Rules::type_of_value(operand->reduced_value) : operand->type;
	p_cast->type = target;
	if (target.is_variant()) {
		return;
	}
	if (!source.is_firm() || source.is_variant()) {
		warn(GDScriptWarning::UNSAFE_CAST, p_cast, "The value is of no known type, so that this cast may fail when it runs.");
		return;
	}
	bool valid = false;
	if (target.kind == Type::BUILTIN && source.kind == Type::BUILTIN) {
		const bool name_as_number = source.builtin_type == Variant::STRING_NAME && target.builtin_type <= Variant::FLOAT;
		const bool null_as_text = source.builtin_type == Variant::NIL && target.builtin_type == Variant::STRING;
		// What a constant becomes is settled here, where texts are not read as numbers nor written as texts.
		const bool converts = operand->is_constant && source.builtin_type != target.builtin_type ? Variant::can_convert_strict(source.builtin_type, target.builtin_type) : Variant::can_convert(source.builtin_type, target.builtin_type);
		valid = !name_as_number && !null_as_text && converts;
	} else if (target.kind == Type::ENUM || source.kind == Type::ENUM) {
		valid = target.variant_type() == Variant::INT && source.variant_type() == Variant::INT;
	} else if (target.kind != Type::BUILTIN && source.kind != Type::BUILTIN) {
		valid = Rules::is_compatible(target, source, false) || Rules::is_compatible(source, target, false);
	}
	if (!valid) {
		error(p_cast, "A value of type \"" + source.to_string() + "\" can never be a \"" + target.to_string() + "\".");
		return;
	}
	if (operand->is_constant && source.is_builtin(Variant::FLOAT) && target.is_builtin(Variant::INT)) {
		warn_narrowing(p_cast);
	}
	if (operand->is_constant && target.kind == Type::ENUM && operand->reduced_value.get_type() == Variant::INT && !target.enum_info->has_value(operand->reduced_value)) {
		warn(GDScriptWarning::INT_AS_ENUM_WITHOUT_MATCH, p_cast, "The enum \"" + target.to_string() + "\" has no such value.");
	}
	if (operand->is_constant && (target.kind == Type::BUILTIN || target.kind == Type::ENUM) && !target.has_elements() && target.builtin_type < Variant::OBJECT) {
		Variant value;
		LocalVector<ExpressionNode *> arguments;
		arguments.push_back(p_cast->operand);
		if (GDScriptConstantFold::construct(target.builtin_type, arguments, value)) {
			set_constant(p_cast, value);
		}
	}
}

void GDScriptAnalyzer::reduce_type_test(TypeTestNode *p_test) {
	reduce_value(p_test->operand);
	p_test->type = Type::make_builtin(Variant::BOOL, Type::DECLARED_INFERRED);
	p_test->test_datatype = resolve_type(p_test->test_type);
	const Type &tested = p_test->operand->type;
	const Type &type = p_test->test_datatype;
	if (!tested.is_firm() || tested.is_variant() || type.is_variant()) {
		return;
	}
	if (!Rules::is_compatible(type, tested, false) && !Rules::is_compatible(tested, type, false)) {
		error(p_test->operand, "A value of type \"" + tested.to_string() + "\" can never be a \"" + type.to_string() + "\".");
		return;
	}
	if (p_test->operand->is_constant && type.kind == Type::BUILTIN && !type.has_elements()) {
		set_constant(p_test, p_test->operand->reduced_value.get_type() == type.builtin_type);
	}
}

// ---- self, nodes, preload, lambdas ----

void GDScriptAnalyzer::mark_lambdas_use_self() {
	for (FunctionNode *function = context.function; function; function = function->outer) {
		if (function->lambda) {
			function->lambda->uses_self = true;
		}
	}
}

void GDScriptAnalyzer::reduce_self(SelfNode *p_self) {
	if (context.is_constant || (context.is_static && !context.is_static_initializer)) {
		error(p_self, "There is no \"self\" in a static function or a constant.");
		return;
	}
	p_self->current_class = context.cls;
	if (context.is_static_initializer) {
		return; // Null there.
	}
	p_self->type = context.cls->type;
	p_self->type.origin = Type::DECLARED;
	mark_lambdas_use_self();
}

bool GDScriptAnalyzer::is_node_class(const ClassNode *p_class) const {
	return ClassDB::is_parent_class(p_class->type.native_type, SNAME("Node"));
}

void GDScriptAnalyzer::reduce_get_node(GetNodeNode *p_get_node) {
	p_get_node->type = Type::make_native(SNAME("Node"));
	if (!is_node_class(context.cls)) {
		error(p_get_node, "\"$\" and \"%\" only work in classes that extend Node.");
		return;
	}
	if (context.is_static || context.is_static_initializer || context.is_constant) {
		error(p_get_node, "There is no node to start from in a static function or a constant.");
		return;
	}
	mark_lambdas_use_self();
}

void GDScriptAnalyzer::reduce_preload(PreloadNode *p_preload) {
	reduce(p_preload->path);
	const ExpressionNode *path = p_preload->path;
	if (!path->is_constant || !path->reduced_value.is_string()) {
		error(path, "The path of \"preload\" must be a constant string, since the file is loaded while compiling; use load() for other paths.");
		return;
	}
	p_preload->resolved_path = path->reduced_value;
	if (p_preload->resolved_path.begins_with("uid://")) {
		p_preload->resolved_path = ResourceLoader::to_cache_path(p_preload->resolved_path);
	} else if (p_preload->resolved_path.is_relative_path()) {
		p_preload->resolved_path = unit.path.get_base_dir().path_join(p_preload->resolved_path).simplify_path();
	}
	if (!resolver) {
		return;
	}
	if (p_preload->resolved_path.ends_with(".gd")) {
		if (!resolver->file_exists(p_preload->resolved_path) && p_preload->resolved_path != unit.path) {
			error(path, "There is no file \"" + p_preload->resolved_path + "\" to preload.");
			return;
		}
		ClassNode *cls = load_class(p_preload->resolved_path, path);
		if (!cls) {
			return;
		}
		analyzer_of(cls).resolve_class_inheritance(cls, path);
		p_preload->type = Rules::make_meta(cls->type);
		p_preload->is_constant = true;
		p_preload->reduced_value = resolver->get_class_value(cls);
		return;
	}
	String reason;
	const Ref<RefCounted> resource = resolver->load_resource(p_preload->resolved_path, reason);
	if (resource.is_null()) {
		error(path, "\"" + p_preload->resolved_path + "\" could not be preloaded" + (reason.is_empty() ? String(".") : ": " + reason));
		return;
	}
	add_dependency(p_preload->resolved_path);
	set_constant(p_preload, resource);
}

void GDScriptAnalyzer::reduce_lambda(LambdaNode *p_lambda) {
	p_lambda->type = Type::make_builtin(Variant::CALLABLE);
	if (context.puts_off_lambdas) {
		put_off_lambdas[context.initializing].push_back(p_lambda);
		return;
	}
	FunctionNode *function = p_lambda->function;
	function->is_static = context.is_static;
	function->outer = context.function;
	function->owner_class = context.cls;
	resolve_function_interface(function, p_lambda);
	ContextScope scope(*this);
	scope.keeps_uses = true;
	context.lambda = p_lambda;
	resolve_function_body(function);
}
