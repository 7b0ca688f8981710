// What holds between static types whatever program they stand in: which fit where, what operators, indices and loops make of them.
#pragma once

#include "modules/gdscript/syntax/gdscript_ast.h"

// All static, without state, and nobody is told anything: errors and warnings are GDScriptAnalyzer's.
class GDScriptTypeRules {
	using Type = GDScriptType;
	using ClassNode = GDScriptAST::ClassNode;

public:
	static Type make_unknown(); // Of a value that may be anything.
	static Type make_meta(Type p_type); // Of the type as a value.
	static Type make_instance(Type p_type); // The other way about.
	static Type type_of_value(const Variant &p_value); // Of a constant.
	// Of what goes to p_target: where that is a built-in type a constant is known by its value, though the expression may have no type.
	static Type type_to_check(const GDScriptAST::ExpressionNode *p_value, const Type &p_target);
	// What is known of a place that got a value of the type, but may get others.
	static Type weak_type_of(Type p_type);

	static bool is_subclass(const ClassNode *p_class, const ClassNode *p_base);
	// Whether a value of p_source is one of p_target; p_convert: or becomes one.
	static bool is_compatible(const Type &p_target, const Type &p_source, bool p_convert);
	static bool needs_runtime_check(const Type &p_target, const Type &p_source);

	// r_valid: whether the operator works on these at all; where that is not known, it may. p_right: nothing for unary ones.
	static Type get_operation_type(Variant::Operator p_op, const Type &p_left, const Type &p_right, bool &r_valid);
	// Whether p_base may have such an index, and what is there.
	static bool check_index_type(const Type &p_base, const Type &p_index, Type &r_result);
	// What `for` goes through. False where there is nothing; r_element stays where nothing is known.
	static bool get_element_type(const Type &p_list, Type &r_element);
};
