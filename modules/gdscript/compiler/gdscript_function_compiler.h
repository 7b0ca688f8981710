// Compiles one function's syntax tree into code. One object a function; lambdas get their own.
#pragma once

#include "modules/gdscript/compiler/gdscript_class_host.h"
#include "modules/gdscript/compiler/gdscript_codegen.h"
#include "modules/gdscript/syntax/gdscript_ast.h"

class GDScriptFunctionCompiler {
	using Operand = GDScriptOperand;
	using Jump = GDScriptCodegen::Jump;
	using Expression = GDScriptAST::ExpressionNode;

	struct Loop {
		LocalVector<Jump> breaks;
		LocalVector<Jump> continues;
	};
	// One step of a chain of accesses that is written through: base.name or base[index].
	struct Access {
		GDScriptAST::SubscriptNode *node = nullptr;
		Operand base;
		Operand key; // Of an index.
	};

	GDScriptClassHost &host;
	GDScriptClass *script;
	GDScriptFunction *function;
	GDScriptCodegen gen;
	const GDScriptAST::FunctionNode *node = nullptr; // Null in initializers.
	HashMap<const GDScriptAST::LocalNode *, Operand> locals;
	LocalVector<Loop *> loops;
	LocalVector<Operand> finished; // Of loops and matches that are over.

	// --- Types.
	GDScriptValueType to_value_type(const GDScriptType &p_type) const { return to_value_type(host, p_type); }
	static Variant::Type proved_type(const GDScriptType &p_type);
	static Variant::Type place_type(const GDScriptType &p_type) { return proved_type(p_type); }

	// --- Expressions (gdscript_function_compiler_expressions.cpp). p_target: a place where the value would be welcome, or none; what
	// comes back is where it is.
	Operand compile(Expression *p_node, const Operand &p_target = Operand());
	Operand compile_identifier(GDScriptAST::IdentifierNode *p_node, const Operand &p_target);
	Operand compile_class_member(GDScriptAST::IdentifierNode *p_node, const Operand &p_target);
	Operand compile_array(GDScriptAST::ArrayNode *p_node, const Operand &p_target);
	Operand compile_dictionary(GDScriptAST::DictionaryNode *p_node, const Operand &p_target);
	Operand compile_unary(GDScriptAST::UnaryNode *p_node, const Operand &p_target);
	Operand compile_binary(GDScriptAST::BinaryNode *p_node, const Operand &p_target);
	Operand compile_operator(Variant::Operator p_operator, const Operand &p_left, const Operand &p_right, const Operand &p_target);
	Operand compile_format(const Operand &p_format, const Operand &p_values, const Operand &p_target);
	Operand compile_format_list(Expression *p_format, const GDScriptAST::ArrayNode *p_list, const Operand &p_target);
	Operand compile_short_circuit(GDScriptAST::BinaryNode *p_node);
	Operand compile_ternary(GDScriptAST::TernaryNode *p_node, const Operand &p_target);
	Operand compile_await(GDScriptAST::AwaitNode *p_node);
	void give_type_to_literal(Expression *p_literal, const GDScriptType &p_type);
	Operand compile_cast(GDScriptAST::CastNode *p_node, const Operand &p_target);
	Operand compile_type_test(GDScriptAST::TypeTestNode *p_node);
	Operand compile_subscript(GDScriptAST::SubscriptNode *p_node, const Operand &p_target);
	Operand compile_attribute_of(const Operand &p_base, GDScriptAST::SubscriptNode *p_node, const Operand &p_target);
	// p_element: what the analyzer says of the elements.
	Operand compile_index_of(const Operand &p_base, const Operand &p_key, const Operand &p_target, Variant::Type p_element);
	Operand compile_lambda(GDScriptAST::LambdaNode *p_node, const Operand &p_target);
	Operand compile_get_node(GDScriptAST::GetNodeNode *p_node, const Operand &p_target);
	Operand compile_native_property(const Operand &p_base, const StringName &p_class, const StringName &p_name, const Operand &p_target);
	// Several values that are all used by one instruction later.
	void compile_list(const LocalVector<Expression *> &p_nodes, LocalVector<Operand> &r_operands);
	Operand local_operand(const GDScriptAST::LocalNode *p_local) const;
	Operand class_operand(GDScriptAST::ClassNode *p_class);
	// A place for a result of p_type: p_target if it will do, else a temporary.
	Operand choose_target(const Operand &p_target, Variant::Type p_type);
	// p_operand as a float register or constant, if it is an int.
	Operand to_float(const Operand &p_operand);
	// A register of its own, so that what happens later does not change the value.
	Operand keep(const Operand &p_operand);
	// Whether evaluating it may run code that assigns variables.
	static bool may_assign(const Expression *p_node);
	void evaluate_unused(Expression *p_base);

	// --- Calls (gdscript_function_compiler_calls.cpp).
	Operand compile_call(GDScriptAST::CallNode *p_node, const Operand &p_target);
	Operand compile_dynamic_call(GDScriptAST::CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target);
	Operand compile_utility_call(GDScriptAST::CallNode *p_node, LocalVector<Operand> &r_arguments, const Operand &p_target);
	Operand compile_constructor(GDScriptAST::CallNode *p_node, LocalVector<Operand> &r_arguments, const Operand &p_target);
	Operand compile_builtin_method(GDScriptAST::CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target);
	Operand compile_native_method(GDScriptAST::CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target);
	Operand compile_script_call(GDScriptAST::CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target);
	static constexpr uint32_t UNPROVED = UINT32_MAX;
	uint32_t prove_native_arguments(const MethodBind *p_method, LocalVector<Operand> &r_arguments);
	void free_arguments(const LocalVector<Operand> &p_arguments);
	bool prove_argument(Operand &r_argument, Variant::Type p_type);
	bool is_call_on_class(const GDScriptAST::CallNode *p_node) const;
	static bool uses_result_at_once(const GDScriptAST::CallNode *p_node);
	static bool is_own_signal(const Expression *p_node);
	Operand compile_emission(GDScriptAST::CallNode *p_node);
	GDScriptAST::ClassNode *called_class(const GDScriptAST::CallNode *p_node) const;
	Operand call_target(const GDScriptAST::CallNode *p_node, const Operand &p_target, Variant::Type p_type);

	// --- Assignments (gdscript_function_compiler_assignments.cpp).
	void compile_assignment(GDScriptAST::AssignmentNode *p_node);
	void assign_identifier(GDScriptAST::AssignmentNode *p_node, GDScriptAST::IdentifierNode *p_target);
	void assign_subscript(GDScriptAST::AssignmentNode *p_node, GDScriptAST::SubscriptNode *p_target);
	void write_last(const LocalVector<Access> &p_chain, const Access &p_last, const Operand &p_value, LocalVector<Jump> &r_done);
	Operand read_last(const Access &p_last);
	bool is_text_of_static(const Access &p_last) const;
	static bool may_be_text_inside(const LocalVector<Access> &p_chain, const Access &p_last);
	// p_value into a place of a type, converted where that is not proved.
	void store(const Operand &p_target, const GDScriptType &p_type, const Operand &p_value, bool p_needs_conversion);
	// Compiles p_value straight into p_target if possible.
	void compile_into(const Operand &p_target, const GDScriptType &p_type, Expression *p_value, bool p_needs_conversion);
	Operand read_base(Expression *p_node, LocalVector<Access> &r_chain);
	void write_step(const Access &p_access, const Operand &p_value);
	void write_back(Expression *p_root, const Operand &p_value);
	void write_member(GDScriptAST::IdentifierNode *p_node, const Operand &p_value, bool p_needs_conversion);
	// Adding to a place, so that a text grows where it is (gdscript_function_compiler_adding.cpp). Each frees its operands where it says true.
	bool add_to_place(const Operand &p_place, const GDScriptType &p_type, const Operand &p_current, const Operand &p_part);
	void emit_add_to(const Operand &p_place, const Operand &p_current, const Operand &p_part);
	bool takes_texts_as_they_are(const GDScriptAST::IdentifierNode *p_static);
	static Variant::Type static_type(const Expression *p_node);
	// Of `target = target + addend + …`, else none.
	static void find_addends(const GDScriptAST::AssignmentNode *p_node, LocalVector<Expression *> &r_addends);
	static bool may_all_be_text(const LocalVector<Expression *> &p_parts);
	static bool is_seen_meanwhile(const LocalVector<Expression *> &p_parts);
	bool add_to_static(const GDScriptAST::IdentifierNode *p_target, const Operand &p_current, const Operand &p_part);
	bool add_to_own_static(GDScriptAST::AssignmentNode *p_node, GDScriptAST::IdentifierNode *p_target);
	bool add_to_step(const Access &p_access, const Operand &p_part);
	// `place = place + part + …`
	bool add_parts(GDScriptAST::AssignmentNode *p_node, GDScriptAST::IdentifierNode *p_target, const Operand &p_place, const GDScriptType &p_type);
	Operand compile_sum_later(const LocalVector<Expression *> &p_parts, const Operand &p_first, const Operand &p_current);
	void add_parts_later(GDScriptAST::AssignmentNode *p_node, GDScriptAST::IdentifierNode *p_target, const Operand &p_place, const LocalVector<Expression *> &p_parts);
	void add_to_last_later(const LocalVector<Expression *> &p_parts, const LocalVector<Access> &p_chain, Access &r_last, LocalVector<Jump> &r_done);
	bool can_add_to_step(const Access &p_access) const;
	bool add_parts_in_turn(const LocalVector<Expression *> &p_parts, const GDScriptAST::LocalNode *p_local, const Operand &p_place);
	Operand direct_place(const GDScriptAST::IdentifierNode *p_node) const;
	bool has_accessor(const GDScriptAST::IdentifierNode *p_node, bool p_setter) const;

	// --- Statements (gdscript_function_compiler_statements.cpp).
	void compile_suite(GDScriptAST::SuiteNode *p_suite, bool p_clear_locals = true);
	void compile_statement(GDScriptAST::Node *p_node);
	void compile_local_variable(GDScriptAST::VariableNode *p_node);
	void compile_if(GDScriptAST::IfNode *p_node);
	void compile_while(GDScriptAST::WhileNode *p_node);
	void compile_for(GDScriptAST::ForNode *p_node);
	void compile_counting_for(GDScriptAST::ForNode *p_node, const Operand &p_variable);
	void compile_container_for(GDScriptAST::ForNode *p_node, const Operand &p_variable);
	void compile_return(GDScriptAST::ReturnNode *p_node);
	void compile_assert(GDScriptAST::AssertNode *p_node);
	// Jumps away if the condition does not hold. Temporaries are released on both ways.
	void compile_condition(Expression *p_node, LocalVector<Jump> &r_if_false);
	bool compile_compare_jump(GDScriptAST::BinaryNode *p_node, LocalVector<Jump> &r_if_false);
	void let_go_later(const Operand &p_local);
	void let_go_of_finished();
	void clear_locals(GDScriptAST::SuiteNode *p_suite);
	void emit_return(const Operand &p_value, bool p_needs_conversion);

	// --- match (gdscript_function_compiler_match.cpp).
	void compile_match(GDScriptAST::MatchNode *p_node);
	void compile_match_branch(GDScriptAST::MatchBranchNode *p_branch, const Operand &p_value, LocalVector<Jump> &r_ends);
	// Jumps away if p_value does not fit the pattern; binds what it binds.
	void compile_pattern(GDScriptAST::PatternNode *p_pattern, const Operand &p_value, LocalVector<Jump> &r_if_not);
	void compile_array_pattern(GDScriptAST::PatternNode *p_pattern, const Operand &p_value, LocalVector<Jump> &r_if_not);
	void compile_dictionary_pattern(GDScriptAST::PatternNode *p_pattern, const Operand &p_value, LocalVector<Jump> &r_if_not);
	void let_go_of_binds(const GDScriptAST::PatternNode *p_pattern);
	void declare_binds(GDScriptAST::PatternNode *p_pattern);

	void compile_parameters(const GDScriptAST::FunctionNode *p_node);

public:
	GDScriptFunctionCompiler(GDScriptClassHost &p_host, GDScriptClass *p_script, GDScriptFunction *p_function);

	// A function with its parameters and body. p_captures: of lambdas.
	void compile_function(const GDScriptAST::FunctionNode *p_node, const LocalVector<GDScriptAST::LocalNode *> *p_captures = nullptr);
	// Initializers of member variables, one after the other.
	void compile_member_initializer(GDScriptAST::VariableNode *p_variable);
	void compile_static_initializer(GDScriptAST::VariableNode *p_variable);
	void compile_static_call(const StringName &p_function);
	void finish_initializer();

	static GDScriptValueType to_value_type(GDScriptClassHost &p_host, const GDScriptType &p_type);
};
