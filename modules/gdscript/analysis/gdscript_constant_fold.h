// Computes constant expressions while compiling.
#pragma once

#include "modules/gdscript/analysis/gdscript_unit.h"
#include "modules/gdscript/syntax/gdscript_ast.h"

namespace GDScriptConstantFold {

// Operators on known values. False, with a sentence in r_problem, when the operands do not fit or the operation fails (1 / 0).
bool operate(Variant::Operator p_op, const Variant &p_left, const Variant &p_right, Variant &r_result, String &r_problem);
// A call of a constructor or of a function without side effects; false when it fails.
bool construct(Variant::Type p_type, const LocalVector<GDScriptAST::ExpressionNode *> &p_arguments, Variant &r_result);
bool call_utility(const StringName &p_name, const LocalVector<GDScriptAST::ExpressionNode *> &p_arguments, Variant &r_result);
// The language's own functions that are constant: len, ord, char, Color8.
bool call_language_function(const StringName &p_name, const LocalVector<GDScriptAST::ExpressionNode *> &p_arguments, Variant &r_result);
// The values of container literals whose elements are all constant; read-only, typed as p_type says. False if a value does not fit.
bool make_array(const GDScriptAST::ArrayNode *p_array, const GDScriptType &p_type, GDScriptDependencyResolver *p_resolver, Variant &r_result);
bool make_dictionary(const GDScriptAST::DictionaryNode *p_dictionary, const GDScriptType &p_type, GDScriptDependencyResolver *p_resolver, Variant &r_result);
// base[index] or base.name
bool get(const Variant &p_base, const Variant &p_index, Variant &r_result);

} // namespace GDScriptConstantFold
