// What a call calls, and whether its arguments fit.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/variant/builtin_registry.h"
#include "modules/gdscript/analysis/gdscript_constant_fold.h"
#include "modules/gdscript/analysis/gdscript_utility_table.h"

using namespace GDScriptAST;

// ---- Signatures ----

GDScriptAnalyzer::Signature GDScriptAnalyzer::signature_of(const FunctionNode *p_function) {
	Signature signature;
	// What an undeclared function returned so far is known like the value of a weak variable.
	signature.return_type = p_function->return_type.is_set() ? p_function->return_type : Type::make_variant();
	if (signature.return_type.is_weak() && signature.return_type.is_void_or_null()) {
		signature.return_type = Rules::weak_type_of(signature.return_type);
	}
	for (const ParameterNode *parameter : p_function->parameters) {
		signature.parameters.push_back(parameter->type.is_set() ? parameter->type : Type::make_variant());
	}
	signature.required = p_function->required_parameters;
	signature.is_vararg = p_function->rest_parameter != nullptr;
	signature.is_static = p_function->is_static;
	signature.is_coroutine = p_function->is_coroutine;
	signature.is_abstract = p_function->is_abstract;
	return signature;
}

GDScriptAnalyzer::Signature GDScriptAnalyzer::signature_of(const MethodInfo &p_info) {
	Signature signature;
	signature.return_type = type_of_property_info(p_info.return_val, true);
	for (const PropertyInfo &argument : p_info.arguments) {
		signature.parameters.push_back(type_of_property_info(argument, false));
	}
	signature.required = p_info.arguments.size() - p_info.default_arguments.size();
	signature.is_vararg = p_info.flags & METHOD_FLAG_VARARG;
	signature.is_static = p_info.flags & METHOD_FLAG_STATIC;
	signature.is_virtual_native = p_info.flags & METHOD_FLAG_VIRTUAL;
	signature.is_const = p_info.flags & METHOD_FLAG_CONST;
	return signature;
}

bool GDScriptAnalyzer::find_script_method(CallNode *p_call, ClassNode *p_class, const StringName &p_name, Signature &r_signature) {
	for (ClassNode *cls = p_class; cls; cls = cls->base_type.class_type) {
		Member *member = cls->find_member(p_name);
		if (!member) {
			continue;
		}
		if (member->kind != Member::FUNCTION) {
			return false;
		}
		resolve_member(cls, member, p_call);
		p_call->target = CallNode::SCRIPT_FUNCTION;
		p_call->function = member->function;
		p_call->owner_class = cls;
		r_signature = signature_of(member->function);
		return true;
	}
	return false;
}

bool GDScriptAnalyzer::find_native_method(CallNode *p_call, const StringName &p_class, const StringName &p_name, Signature &r_signature) {
	MethodInfo info;
	const MethodBind *bind = ClassDB::get_method(p_class, p_name);
	if (bind) {
		info = bind->get_method_info();
	} else if (!ClassDB::get_method_info(p_class, p_name, &info)) {
		LocalVector<MethodInfo> virtuals;
		ClassDB::get_virtual_methods(p_class, &virtuals);
		bool found = false;
		for (const MethodInfo &candidate : virtuals) {
			if (candidate.name == String(p_name)) {
				info = candidate;
				info.flags |= METHOD_FLAG_VIRTUAL;
				found = true;
				break;
			}
		}
		if (!found) {
			return false;
		}
	}
	p_call->target = CallNode::NATIVE_METHOD;
	p_call->native_class = p_class;
	p_call->method_bind = bind;
	if (bind && KnownClasses::is_reporting_calls() && KnownClasses::is_absent(bind)) {
		ScriptDiagnostic absent = unit.make_diagnostic(ScriptDiagnostic::NOTICE, p_call, String(bind->get_instance_class()) + "." + String(p_name) + "()\t" + KnownClasses::get_missing_part(bind->get_instance_class()));
		absent.code = SNAME("absent");
		unit.diagnostics.add(absent);
	}
	r_signature = signature_of(info);
	if (bind) {
		r_signature.is_static = bind->is_static();
		r_signature.is_vararg = bind->is_vararg();
		r_signature.is_virtual_native = false;
		if (!bind->has_return()) {
			r_signature.return_type = Type::make_builtin(Variant::NIL);
		} else if (r_signature.return_type.is_void_or_null()) {
			r_signature.return_type = Type::make_variant();
		}
	}
	return true;
}

bool GDScriptAnalyzer::find_builtin_method(CallNode *p_call, Variant::Type p_type, const StringName &p_name, Signature &r_signature) {
	const BuiltinMethod *method = Variant::get_builtin_method_info(p_type, p_name);
	if (!method) {
		return false;
	}
	p_call->target = CallNode::BUILTIN_METHOD;
	r_signature.return_type = !method->has_return() ? Type::make_builtin(Variant::NIL) : method->return_type == Variant::NIL ? Type::make_variant()
			: method->return_type == Variant::OBJECT																		 ? Type::make_native(ClassDB::class_exists(StringName(method->return_class)) ? StringName(method->return_class) : SNAME("Object"))
																															 : Type::make_builtin(method->return_type);
	for (Variant::Type type : method->argument_types) {
		r_signature.parameters.push_back(type == Variant::NIL ? Type::make_variant() : type == Variant::OBJECT ? Type::make_native(SNAME("Object"))
																											   : Type::make_builtin(type));
	}
	r_signature.required = method->argument_types.size() - method->defaults.size();
	r_signature.is_vararg = method->is_vararg();
	r_signature.is_static = method->is_static();
	r_signature.is_const = method->is_const();
	return true;
}

// What is no function hides a native method of its name.
bool GDScriptAnalyzer::has_script_member(const ClassNode *p_class, const StringName &p_name) {
	for (const ClassNode *cls = p_class; cls; cls = cls->base_type.class_type) {
		if (cls->find_member(p_name)) {
			return true;
		}
	}
	return false;
}

bool GDScriptAnalyzer::find_method(CallNode *p_call, const Type &p_base, const StringName &p_name, Signature &r_signature) {
	switch (p_base.kind) {
		case Type::BUILTIN:
			if (!find_builtin_method(p_call, p_base.builtin_type, p_name, r_signature)) {
				return false;
			}
			if (p_base.is_typed_array()) {
				const String name = p_name;
				if (name == "duplicate" || name == "slice" || name == "filter" || name == "duplicate_deep") {
					r_signature.return_type = p_base;
					r_signature.return_type.is_constant = false;
					r_signature.return_type.is_read_only = false;
				} else if (r_signature.return_type.is_variant() && (name == "front" || name == "back" || name == "get" || name == "pop_back" || name == "pop_front" || name == "pop_at" || name == "pick_random" || name == "max" || name == "min")) {
					r_signature.return_type = Type::make_variant();
				}
			}
			return true;
		case Type::ENUM:
			return find_builtin_method(p_call, p_base.is_meta_type ? Variant::DICTIONARY : Variant::INT, p_name, r_signature);
		case Type::NATIVE:
			return find_native_method(p_call, p_base.native_type, p_name, r_signature);
		case Type::CLASS:
			return find_script_method(p_call, p_base.class_type, p_name, r_signature) || (!has_script_member(p_base.class_type, p_name) && find_native_method(p_call, p_base.native_type, p_name, r_signature));
		default:
			return false;
	}
}

// ---- Arguments ----

void GDScriptAnalyzer::check_arguments(CallNode *p_call, const Signature &p_signature) {
	const int count = (int)p_call->arguments.size();
	const int most = (int)p_signature.parameters.size();
	const String name = p_call->function_name;
	if (count < p_signature.required) {
		error(p_call, "\"" + name + "()\" needs at least " + itos(p_signature.required) + " argument(s), but is given " + itos(count) + ".");
		return;
	}
	if (count > most && !p_signature.is_vararg) {
		error(p_call->arguments[most], "\"" + name + "()\" takes at most " + itos(most) + " argument(s), but is given " + itos(count) + ".");
		return;
	}
	p_call->arguments_proven = count == most && !p_signature.is_vararg;
	for (int i = 0; i < count && i < most; i++) {
		ExpressionNode *argument = p_call->arguments[i];
		const Type &parameter = p_signature.parameters[i];
		update_literal_type(argument, parameter);
		const Type type = Rules::type_to_check(argument, parameter);
		if (Rules::needs_runtime_check(parameter, type)) {
			p_call->arguments_proven = false;
		}
		if (type.is_variant() || !type.is_firm()) {
			if (wants(GDScriptWarning::UNSAFE_CALL_ARGUMENT) && (!parameter.is_variant() || !parameter.is_hard())) {
				warn(GDScriptWarning::UNSAFE_CALL_ARGUMENT, argument, "The argument is of no known type; \"" + name + "()\" wants \"" + parameter.to_string() + "\".");
			}
			continue;
		}
		if (parameter.is_variant() || !parameter.is_firm()) {
			continue;
		}
		if (Rules::is_compatible(parameter, type, true) && !(type.is_void_or_null() && parameter.kind != Type::NATIVE && parameter.kind != Type::CLASS)) {
			if (parameter.kind != Type::ENUM || argument->is_constant) {
				warn_conversion(parameter, argument);
			}
			continue;
		}
		if (Rules::is_compatible(type, parameter, false) && !parameter.is_meta_type) {
			warn(GDScriptWarning::UNSAFE_CALL_ARGUMENT, argument, "The argument is a \"" + type.to_string() + "\"; \"" + name + "()\" wants \"" + parameter.to_string() + "\".");
			continue;
		}
		error(argument, "Argument " + itos(i + 1) + " of \"" + name + "()\" must be \"" + parameter.to_string() + "\", but is \"" + type.to_string() + "\".");
	}
}

void GDScriptAnalyzer::check_coroutine_use(CallNode *p_call, const Signature &p_signature) {
	if (!p_signature.is_coroutine || p_call->is_awaited) {
		return;
	}
	if (p_call->is_statement) {
		warn(GDScriptWarning::MISSING_AWAIT, p_call, "\"" + String(p_call->function_name) + "()\" is a coroutine and goes on by itself; write \"await\" to wait for its end.");
		return;
	}
	error(p_call, "\"" + String(p_call->function_name) + "()\" is a coroutine, so its value must be waited for: \"await " + String(p_call->function_name) + "(…)\".");
}

void GDScriptAnalyzer::finish_call(CallNode *p_call, const Signature &p_signature) {
	p_call->is_static = p_signature.is_static;
	p_call->type = p_signature.return_type;
	p_call->type.is_constant = false;
	p_call->type.is_coroutine = p_signature.is_coroutine;
	check_arguments(p_call, p_signature);
	check_coroutine_use(p_call, p_signature);
	if (p_call->is_statement) {
		warn_discarded(p_call);
	}
}

// ---- Kinds of calls ----

void GDScriptAnalyzer::reduce_call(CallNode *p_call) {
	p_call->type = Type::make_variant();
	p_call->type.origin = Type::UNDETECTED;
	for (ExpressionNode *argument : p_call->arguments) {
		reduce_value(argument);
	}
	if (p_call->is_super) {
		reduce_super_call(p_call);
	} else if (p_call->base) {
		reduce_method_call(p_call);
	} else if (!reduce_global_call(p_call)) {
		reduce_own_call(p_call);
	}
	note_signal_by_name(p_call);
}

bool GDScriptAnalyzer::reduce_global_call(CallNode *p_call) {
	const StringName &name = p_call->function_name;
	const Variant::Type builtin = Variant::get_type_by_name(name);
	if (builtin != Variant::VARIANT_MAX && builtin != Variant::OBJECT && builtin != Variant::NIL) {
		reduce_constructor(p_call, builtin);
		return true;
	}
	if (Variant::has_utility_function(name)) {
		reduce_utility_call(p_call);
		return true;
	}
	if (gdscript_find_utility(name)) {
		reduce_language_call(p_call);
		return true;
	}
	return false;
}

void GDScriptAnalyzer::warn_constructor_argument(Variant::Type p_type, Variant::Type p_parameter, const ExpressionNode *p_argument) {
	if (p_argument->type.is_variant()) {
		if (!wants(GDScriptWarning::UNSAFE_CALL_ARGUMENT)) {
			return;
		}
		warn(GDScriptWarning::UNSAFE_CALL_ARGUMENT, p_argument, "The argument is of no known type; not every value can become a \"" + Variant::get_type_name(p_type) + "\".");
	} else if (p_parameter == Variant::INT && p_type != Variant::INT) {
		warn_conversion(Type::make_builtin(Variant::INT), p_argument);
	}
}

void GDScriptAnalyzer::reduce_constructor(CallNode *p_call, Variant::Type p_type) {
	p_call->target = CallNode::CONSTRUCTOR;
	p_call->is_static = true;
	p_call->type = Type::make_builtin(p_type);
	const int count = (int)p_call->arguments.size();
	bool all_constant = true;
	for (const ExpressionNode *argument : p_call->arguments) {
		all_constant &= argument->is_constant && argument->type.kind != Type::CLASS && argument->type.kind != Type::NATIVE;
	}
	const bool is_container = p_type >= Variant::DICTIONARY;
	const bool is_packed = p_type > Variant::ARRAY;
	Variant value;
	if (all_constant && !is_packed && (!is_container || context.is_constant)) {
		if (!GDScriptConstantFold::construct(p_type, p_call->arguments, value)) {
			error(p_call, "There is no way to make a \"" + Variant::get_type_name(p_type) + "\" from these arguments.");
			return;
		}
		if (p_type == Variant::ARRAY) {
			((Array)value).make_read_only();
		} else if (p_type == Variant::DICTIONARY) {
			((Dictionary)value).make_read_only();
		}
		set_constant(p_call, value);
		return;
	}
	if (p_type == Variant::RID && count == 1 && p_call->arguments[0]->type.is_object()) {
		return; // What the object is known by.
	}
	for (int i = 0; i < Variant::get_constructor_count(p_type); i++) {
		if (Variant::get_constructor_argument_count(p_type, i) != count) {
			continue;
		}
		bool fits = true;
		for (int j = 0; j < count && fits; j++) {
			const Variant::Type wanted = Variant::get_constructor_argument_type(p_type, i, j);
			const Type &given = p_call->arguments[j]->type;
			const Type parameter = wanted == Variant::NIL ? Type::make_variant() : wanted == Variant::OBJECT ? Type::make_native(SNAME("Object"))
																											 : Type::make_builtin(wanted);
			fits = !given.is_firm() || given.is_variant() || (Rules::is_compatible(parameter, given, true) && !(given.is_void_or_null() && wanted != Variant::NIL && wanted != Variant::OBJECT));
		}
		if (!fits) {
			continue;
		}
		for (int j = 0; j < count; j++) {
			warn_constructor_argument(p_type, Variant::get_constructor_argument_type(p_type, i, j), p_call->arguments[j]);
		}
		return;
	}
	String types;
	for (int i = 0; i < count; i++) {
		types += (i ? ", " : "") + p_call->arguments[i]->type.to_string();
	}
	error(p_call, "There is no constructor \"" + Variant::get_type_name(p_type) + "(" + types + ")\".");
}

void GDScriptAnalyzer::reduce_utility_call(CallNode *p_call) {
	const UtilityFunction *info = Variant::get_utility_function_info(p_call->function_name);
	p_call->target = CallNode::UTILITY;
	Signature signature;
	signature.is_static = true;
	signature.is_vararg = info->is_vararg();
	signature.return_type = !info->has_return() ? Type::make_builtin(Variant::NIL) : info->return_type == Variant::NIL ? Type::make_variant()
			: info->return_type == Variant::OBJECT																	   ? Type::make_native(SNAME("Object"))
																													   : Type::make_builtin(info->return_type);
	for (Variant::Type type : info->argument_types) {
		signature.parameters.push_back(type == Variant::NIL ? Type::make_variant() : type == Variant::OBJECT ? Type::make_native(SNAME("Object"))
																											 : Type::make_builtin(type));
	}
	bool all_constant = info->category == Variant::UTILITY_FUNC_TYPE_MATH && p_call->function_name != SNAME("seed");
	for (const ExpressionNode *argument : p_call->arguments) {
		all_constant &= argument->is_constant && argument->type.kind != Type::CLASS && argument->type.kind != Type::NATIVE;
	}
	// Functions of any number of arguments judge that number when they run, which is now where everything is constant.
	signature.required = signature.is_vararg && !all_constant ? 0 : info->argument_types.size() - info->defaults.size();
	const int errors_before = unit.diagnostics.get_error_count();
	finish_call(p_call, signature);
	if (!all_constant || p_call->arguments.is_empty() || unit.diagnostics.get_error_count() > errors_before) {
		return;
	}
	Variant value;
	if (!GDScriptConstantFold::call_utility(p_call->function_name, p_call->arguments, value)) {
		error(p_call, "\"" + String(p_call->function_name) + "()\" does not work on these arguments.");
		return;
	}
	const Type declared = p_call->type;
	set_constant(p_call, value);
	if (declared.is_variant()) {
		p_call->type = Rules::type_of_value(value);
	}
}

void GDScriptAnalyzer::reduce_language_call(CallNode *p_call) {
	const GDScriptUtilityInfo *info = gdscript_find_utility(p_call->function_name);
	p_call->target = CallNode::GDSCRIPT_UTILITY;
	Signature signature;
	signature.is_static = true;
	signature.is_vararg = info->count < 0;
	signature.required = info->required;
	signature.return_type = info->returns_variant ? Type::make_variant() : info->return_type == Variant::OBJECT ? Type::make_native(StringName(info->return_class))
																												: Type::make_builtin(info->return_type);
	for (int i = 0; i < info->count; i++) {
		const Variant::Type type = info->parameters[i];
		signature.parameters.push_back(type == Variant::NIL ? Type::make_variant() : type == Variant::OBJECT ? Type::make_native(SNAME("Object"))
																											 : Type::make_builtin(type));
	}
	const int errors_before = unit.diagnostics.get_error_count();
	finish_call(p_call, signature);
	bool all_constant = info->is_constant;
	for (const ExpressionNode *argument : p_call->arguments) {
		all_constant &= argument->is_constant;
	}
	Variant value;
	if (!all_constant || unit.diagnostics.get_error_count() > errors_before) {
		return;
	}
	if (GDScriptConstantFold::call_language_function(p_call->function_name, p_call->arguments, value)) {
		set_constant(p_call, value);
	} else {
		error(p_call, "\"" + String(p_call->function_name) + "()\" does not work on these arguments.");
	}
}

void GDScriptAnalyzer::reduce_super_call(CallNode *p_call) {
	const StringName &name = p_call->function_name;
	const Type &base = context.cls->base_type;
	if (!context.function) {
		error(p_call, "\"super\" only works inside a function.");
		return;
	}
	mark_lambdas_use_self();
	Signature signature;
	if (!find_method(p_call, base, name, signature)) {
		error(p_call, "The base class \"" + base.to_string() + "\" has no function \"" + String(name) + "()\"." + question(suggest_member(base, name, true)));
		return;
	}
	if (signature.is_abstract) {
		error(p_call, "\"" + String(name) + "()\" of the base class is abstract and has nothing to call.");
		return;
	}
	if (signature.is_virtual_native) {
		error(p_call, "\"" + String(name) + "()\" of the native class \"" + base.to_string() + "\" is virtual and has nothing to call.");
		return;
	}
	if (context.is_static && !signature.is_static) {
		error(p_call, "\"" + String(name) + "()\" needs an instance and cannot be called from a static function.");
		return;
	}
	p_call->target = CallNode::SUPER;
	finish_call(p_call, signature);
}

void GDScriptAnalyzer::report_not_callable(CallNode *p_call) {
	IdentifierNode *name = static_cast<IdentifierNode *>(p_call->callee);
	const int errors_before = unit.diagnostics.get_error_count();
	called = name;
	reduce(name);
	called = nullptr;
	if (unit.diagnostics.get_error_count() > errors_before) {
		return;
	}
	if (name->type.is_builtin(Variant::CALLABLE) || name->type.is_variant() || name->type.is_weak()) {
		error(p_call, "\"" + String(name->name) + "\" is a variable; a Callable in it is called with \"" + String(name->name) + ".call(…)\".");
	} else if (name->type.is_builtin(Variant::SIGNAL)) {
		error(p_call, "\"" + String(name->name) + "\" is a signal; it is sent with \"" + String(name->name) + ".emit(…)\".");
	} else if (name->type.is_meta_type && (name->type.kind == Type::CLASS || name->type.kind == Type::NATIVE)) {
		error(p_call, "\"" + String(name->name) + "\" is a class; an instance is made with \"" + String(name->name) + ".new(…)\".");
	} else {
		error(p_call, "\"" + String(name->name) + "\" is no function.");
	}
}

void GDScriptAnalyzer::reduce_own_call(CallNode *p_call) {
	const StringName &name = p_call->function_name;
	Signature signature;
	if (!find_method(p_call, context.cls->type, name, signature)) {
		if (String(name) == "new") {
			// The class calls itself, as in `static func make(): return new()`.
			reduce_new_call(p_call, Rules::make_meta(context.cls->type));
			return;
		}
		report_not_callable(p_call);
		return;
	}
	// For reading elsewhere: the name is known to be this function.
	IdentifierNode *identifier = static_cast<IdentifierNode *>(p_call->callee);
	identifier->reduced = true;
	set_callable_type(identifier);
	if (String(name) == "_static_init") {
		signature.is_static = true;
	}
	if (!signature.is_static) {
		if (context.is_constant) {
			return;
		}
		if (context.is_static) {
			error(p_call, "\"" + String(name) + "()\" needs an instance and cannot be called from a static function or a static variable.");
			return;
		}
		mark_lambdas_use_self();
	}
	finish_call(p_call, signature);
	if (signature.is_static && p_call->target == CallNode::SCRIPT_FUNCTION && !context.is_static && !context.is_constant && String(name) != "_static_init") {
		// With a self the call goes by its class, which may have a static function of the same name.
		p_call->is_static = false;
		mark_lambdas_use_self();
	}
}

bool GDScriptAnalyzer::reduce_new_call(CallNode *p_call, const Type &p_base) {
	Signature signature;
	signature.return_type = Rules::make_instance(p_base);
	signature.is_static = true;
	if (p_base.kind == Type::NATIVE) {
		p_call->target = CallNode::NEW_NATIVE;
		p_call->native_class = p_base.native_type;
		if (!ClassDB::can_instantiate(p_base.native_type)) {
			error(p_call, "The class \"" + String(p_base.native_type) + "\" is abstract or a singleton, so that there is no \"new()\".");
			return true;
		}
		finish_call(p_call, signature);
		return true;
	}
	ClassNode *cls = p_base.class_type;
	if (!ClassDB::can_instantiate(cls->type.native_type)) {
		error(p_call, "The class \"" + Rules::make_instance(p_base).to_string() + "\" extends the native class \"" + String(cls->type.native_type) + "\", which is abstract, so that there is no \"new()\".");
		return true;
	}
	if (cls->is_abstract) {
		error(p_call, "The class \"" + Rules::make_instance(p_base).to_string() + "\" is abstract and cannot be instantiated; use a class that extends it.");
		return true;
	}
	Signature constructor;
	CallNode probe;
	probe.start_line = p_call->start_line;
	probe.start_column = p_call->start_column;
	if (find_script_method(&probe, cls, SNAME("_init"), constructor)) {
		signature.parameters = constructor.parameters;
		signature.required = constructor.required;
		signature.is_vararg = constructor.is_vararg;
		signature.is_coroutine = constructor.is_coroutine;
		p_call->function = probe.function;
	}
	p_call->target = CallNode::NEW_SCRIPT;
	p_call->owner_class = cls;
	finish_call(p_call, signature);
	return true;
}

void GDScriptAnalyzer::report_missing_method(CallNode *p_call, const Type &p_base) {
	const String name = p_call->function_name;
	const bool on_self = p_call->base->kind == Node::SELF;
	const bool is_class = p_base.kind == Type::CLASS || p_base.kind == Type::NATIVE;
	if (is_class) {
		IdentifierNode probe;
		probe.name = p_call->function_name;
		if (find_attribute(p_base, &probe) && probe.source != IdentifierNode::NATIVE_METHOD) {
			error(p_call, "\"" + name + "\" of \"" + p_base.to_string() + "\" is no function; a Callable in it is called with \"" + name + ".call(…)\".");
			return;
		}
	}
	const bool may_be_other = p_base.is_weak() && p_base.kind != Type::ENUM && !(p_base.is_meta_type && Engine::get_singleton()->has_singleton(p_base.native_type));
	if (may_be_other || (p_base.is_object() && !on_self && !is_singleton(p_call->base))) {
		p_call->target = CallNode::DYNAMIC;
		if (wants(GDScriptWarning::UNSAFE_METHOD_ACCESS)) {
			warn(GDScriptWarning::UNSAFE_METHOD_ACCESS, p_call, "\"" + p_base.to_string() + "\" has no method \"" + name + "()\"; a class below it may have one." + question(suggest_member(p_base, p_call->function_name, true)));
		}
		return;
	}
	error_near(static_cast<const SubscriptNode *>(p_call->callee)->attribute, "\"" + p_base.to_string() + "\" has no method \"" + name + "()\".", suggest_member(p_base, p_call->function_name, true));
}

// A call on what is only assumed to be of p_base was checked; which function it is, and what it gives, is known when it happens.
void GDScriptAnalyzer::find_at_run_time(CallNode *p_call, const Type &p_base) {
	if (p_base.is_hard()) {
		return;
	}
	p_call->target = CallNode::DYNAMIC;
	p_call->is_static = false;
	p_call->arguments_proven = false;
	p_call->type.limit_origin(Type::ASSUMED);
}

void GDScriptAnalyzer::reduce_method_call(CallNode *p_call) {
	reduce(p_call->base);
	if (p_call->base->kind == Node::CALL) {
		reduce_value(p_call->base);
	}
	const Type base = p_call->base->type;
	const StringName &name = p_call->function_name;
	p_call->target = CallNode::DYNAMIC;
	SubscriptNode *callee = static_cast<SubscriptNode *>(p_call->callee);
	callee->reduced = true;
	set_callable_type(callee);
	check_confusable_name(callee->attribute->name, callee->attribute);
	if (base.is_pseudo && base.kind == Type::VARIANT) {
		error(p_call, "\"Variant\" is a type and has no functions.");
		return;
	}
	if (base.is_pseudo) {
		error(p_call->base, "The enum \"" + Rules::make_instance(base).to_string() + "\" of the engine is no dictionary, so that there is no \"" + String(name) + "()\"; only its values can be used.");
		return;
	}
	if (base.is_variant()) {
		if (wants(GDScriptWarning::UNSAFE_METHOD_ACCESS)) {
			warn(GDScriptWarning::UNSAFE_METHOD_ACCESS, p_call, "The type of what \"" + String(name) + "()\" is called on is not known.");
		}
		return;
	}
	if (base.is_meta_type && (base.kind == Type::CLASS || base.kind == Type::NATIVE) && String(name) == "new") {
		reduce_new_call(p_call, base);
		find_at_run_time(p_call, base);
		return;
	}
	Signature signature;
	if (!find_method(p_call, base, name, signature)) {
		p_call->target = CallNode::DYNAMIC;
		report_missing_method(p_call, base);
		return;
	}
	if (base.is_meta_type && base.kind != Type::ENUM && !signature.is_static) {
		error(p_call, "\"" + String(name) + "()\" needs an instance of " + base.to_string() + "; make one first.");
		return;
	}
	if (base.is_meta_type && base.kind == Type::ENUM) {
		if (!signature.is_const) {
			error(p_call, "An enum cannot be changed, so \"" + String(name) + "()\" cannot be called on it.");
			return;
		}
		p_call->target = CallNode::DYNAMIC;
	} else if (base.kind == Type::ENUM) {
		p_call->target = CallNode::DYNAMIC;
	}
	if (signature.is_static && !base.is_meta_type && p_call->base->kind != Node::SELF) {
		warn(GDScriptWarning::STATIC_CALLED_ON_INSTANCE, p_call, "The static function \"" + String(name) + "()\" is called through an instance; call it through its class.");
	}
	if (p_call->function && p_call->base->kind == Node::SELF && !signature.is_static) {
		mark_lambdas_use_self();
	}
	finish_call(p_call, signature);
	find_at_run_time(p_call, base);
}
