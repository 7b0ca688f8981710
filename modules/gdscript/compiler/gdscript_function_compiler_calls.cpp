// Calls: choosing the instruction that knows most about what is called.
#include "core/object/class_db.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_function_compiler.h"

using namespace GDScriptAST;

using Operand = GDScriptOperand;

void GDScriptFunctionCompiler::free_arguments(const LocalVector<Operand> &p_arguments) {
	for (const Operand &argument : p_arguments) {
		gen.free_temporary(argument);
	}
}

// Whether the argument is, or can cheaply be made, exactly of the type (NIL: any).
bool GDScriptFunctionCompiler::prove_argument(Operand &r_argument, Variant::Type p_type) {
	if (p_type == Variant::NIL || r_argument.type == p_type) {
		return true;
	}
	if (p_type == Variant::FLOAT && r_argument.type == Variant::INT) {
		r_argument = to_float(r_argument);
		return true;
	}
	return false;
}

// Where a call's result goes. A result of unproved type must never reach a place that is proved plain, and a script may suspend and
// give a state instead: then only a register will do.
Operand GDScriptFunctionCompiler::call_target(const CallNode *p_node, const Operand &p_target, Variant::Type p_type) {
	if (GDScriptCodegen::is_plain_type(p_type)) {
		return p_target.kind == Operand::PLAIN && p_target.type == p_type ? p_target : gen.make_temporary(p_type);
	}
	return p_target.type == Operand::UNKNOWN && p_target.is_set() && !p_node->is_statement ? p_target : gen.make_temporary(Operand::UNKNOWN);
}

// A static function called on an object, or bare where there is one, is the one of the object's own class: it may be overridden.
bool GDScriptFunctionCompiler::is_call_on_class(const CallNode *p_node) const {
	if (!p_node->is_static) {
		return false;
	}
	if (p_node->target != CallNode::SCRIPT_FUNCTION) {
		return true;
	}
	return !p_node->base || p_node->base->kind == Node::SELF ? function->is_static : p_node->base->type.is_meta_type;
}

// `Derived.f()` is called on Derived although a base declares it: what it calls in turn may be overridden there.
ClassNode *GDScriptFunctionCompiler::called_class(const CallNode *p_node) const {
	if (p_node->base && p_node->base->type.is_meta_type && p_node->base->type.kind == GDScriptType::CLASS) {
		return p_node->base->type.class_type;
	}
	return p_node->owner_class;
}

Operand GDScriptFunctionCompiler::compile_call(CallNode *p_node, const Operand &p_target) {
	const bool is_self = !p_node->base || p_node->base->kind == Node::SELF;
	if (p_node->is_statement && p_node->function_name == SNAME("emit") && p_node->target == CallNode::BUILTIN_METHOD && is_own_signal(p_node->base)) {
		return compile_emission(p_node);
	}
	Operand base = GDScriptCodegen::make_self();
	const bool base_is_class = p_node->target == CallNode::NEW_SCRIPT || (p_node->target != CallNode::NEW_NATIVE && is_call_on_class(p_node)) || p_node->target == CallNode::SUPER;
	if (!is_self && !base_is_class) {
		base = compile(p_node->base);
	}
	LocalVector<Operand> arguments;
	compile_list(p_node->arguments, arguments);
	gen.set_line(p_node->start_line);
	switch (p_node->target) {
		case CallNode::UTILITY:
			return compile_utility_call(p_node, arguments, p_target);
		case CallNode::GDSCRIPT_UTILITY: {
			free_arguments(arguments);
			const Operand result = gen.make_temporary(Operand::UNKNOWN);
			gen.emit(GDSCRIPT_OP_CALL_GDSCRIPT_UTILITY, result, host.get_utility_number(p_node->function_name));
			gen.put_arguments(arguments);
			return result;
		}
		case CallNode::CONSTRUCTOR:
			return compile_constructor(p_node, arguments, p_target);
		case CallNode::BUILTIN_METHOD:
			return compile_builtin_method(p_node, base, arguments, p_target);
		case CallNode::NATIVE_METHOD:
			return compile_native_method(p_node, base, arguments, p_target);
		case CallNode::SCRIPT_FUNCTION:
			return compile_script_call(p_node, base, arguments, p_target);
		case CallNode::SUPER: {
			free_arguments(arguments);
			const Operand result = gen.make_temporary(Operand::UNKNOWN);
			gen.emit(GDSCRIPT_OP_CALL_SUPER, result, gen.script(script), gen.name(p_node->function_name), gen.cache(false, uses_result_at_once(p_node)));
			gen.put_arguments(arguments);
			return result;
		}
		case CallNode::NEW_SCRIPT: {
			free_arguments(arguments);
			const Operand result = call_target(p_node, p_target, Operand::UNKNOWN);
			gen.emit(GDSCRIPT_OP_CALL_STATIC, result, gen.script(host.get_class_of(p_node->owner_class)), gen.name(SNAME("new")), gen.cache());
			gen.put_arguments(arguments);
			return result;
		}
		case CallNode::NEW_NATIVE:
		case CallNode::DYNAMIC:
			break;
	}
	return compile_dynamic_call(p_node, base, arguments, p_target);
}

// Without `await`. Where a class of the engine is known to be asked, as in `call("name")`, the state of a call that waits is what is wanted.
bool GDScriptFunctionCompiler::uses_result_at_once(const CallNode *p_node) {
	const bool asks_engine = p_node->target == CallNode::NATIVE_METHOD && (!p_node->base || p_node->base->kind != Node::SELF);
	return !p_node->is_statement && !p_node->is_awaited && !asks_engine;
}

bool GDScriptFunctionCompiler::is_own_signal(const Expression *p_node) {
	if (!p_node || p_node->kind != Node::IDENTIFIER) {
		return false;
	}
	const IdentifierNode::Source source = static_cast<const IdentifierNode *>(p_node)->source;
	return source == IdentifierNode::MEMBER_SIGNAL || source == IdentifierNode::NATIVE_SIGNAL;
}

// Without a Signal as a value in between.
Operand GDScriptFunctionCompiler::compile_emission(CallNode *p_node) {
	LocalVector<Operand> arguments;
	compile_list(p_node->arguments, arguments);
	gen.set_line(p_node->start_line);
	free_arguments(arguments);
	gen.emit(GDSCRIPT_OP_EMIT_SIGNAL, GDScriptCodegen::make_self(), gen.name(static_cast<const IdentifierNode *>(p_node->base)->name));
	gen.put_arguments(arguments);
	return gen.make_constant(Variant());
}

Operand GDScriptFunctionCompiler::compile_dynamic_call(CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target) {
	gen.hold_temporary(p_base);
	free_arguments(r_arguments);
	const Operand result = call_target(p_node, p_target, Operand::UNKNOWN);
	const uint32_t cache = gen.cache(!p_node->is_statement, uses_result_at_once(p_node));
	if (p_base.kind == Operand::SELF) {
		gen.emit(GDSCRIPT_OP_CALL_SELF, result, gen.name(p_node->function_name), cache);
	} else {
		gen.emit(GDSCRIPT_OP_CALL, result, p_base, gen.name(p_node->function_name), cache);
	}
	gen.put_arguments(r_arguments);
	return result;
}

// Functions of many types that have a twin for numbers of one type, which is called without looking at the arguments. min() and max()
// of floats have none: they treat NaN differently.
struct TypedTwins {
	const char *name;
	const char *of_floats;
	const char *of_ints;
};

static constexpr TypedTwins TYPED_TWINS[] = {
	{ "abs", "absf", "absi" },
	{ "sign", "signf", "signi" },
	{ "floor", "floorf", nullptr },
	{ "ceil", "ceilf", nullptr },
	{ "round", "roundf", nullptr },
	{ "snapped", "snappedf", nullptr },
	{ "lerp", "lerpf", nullptr },
	{ "wrap", "wrapf", "wrapi" },
	{ "clamp", "clampf", "clampi" },
	{ "min", nullptr, "mini" },
	{ "max", nullptr, "maxi" },
};

// p_function itself where there is no twin for the proved types of p_arguments.
static const UtilityFunction *typed_twin(const UtilityFunction *p_function, const LocalVector<Operand> &p_arguments) {
	if (p_function->validated != nullptr || p_arguments.is_empty() || p_arguments.size() != uint32_t(p_function->argument_types.size())) {
		return p_function;
	}
	const Variant::Type type = p_arguments[0].type;
	for (const Operand &argument : p_arguments) {
		if (argument.type != type) {
			return p_function;
		}
	}
	const String name = p_function->name;
	for (const TypedTwins &twins : TYPED_TWINS) {
		if (name == twins.name) {
			const char *twin = type == Variant::FLOAT ? twins.of_floats : (type == Variant::INT ? twins.of_ints : nullptr);
			return twin != nullptr ? Variant::get_utility_function_info(twin) : p_function;
		}
	}
	return p_function;
}

Operand GDScriptFunctionCompiler::compile_utility_call(CallNode *p_node, LocalVector<Operand> &r_arguments, const Operand &p_target) {
	const UtilityFunction *info = typed_twin(Variant::get_utility_function_info(p_node->function_name), r_arguments);
	bool proved = info->validated != nullptr && int(r_arguments.size()) == int(info->argument_types.size()) && r_arguments.size() <= 16;
	for (uint32_t i = 0; proved && i < r_arguments.size(); i++) {
		proved = prove_argument(r_arguments[i], info->argument_types[int(i)]);
	}
	free_arguments(r_arguments);
	const Variant::Type type = !info->has_return() || info->return_type == Variant::NIL || info->return_type == Variant::OBJECT ? Operand::UNKNOWN : info->return_type;
	if (proved) {
		const Operand result = choose_target(p_target, type);
		gen.emit(GDSCRIPT_OP_CALL_UTILITY_VALIDATED, result, GDScriptCodegen::entry(function->utilities, info));
		gen.put_arguments(r_arguments);
		return result;
	}
	const Operand result = choose_target(p_target, info->has_return() ? type : Variant::BOOL); // What gives nothing gives null: plain.
	gen.emit(GDSCRIPT_OP_CALL_UTILITY, result, GDScriptCodegen::entry(function->utilities, info));
	gen.put_arguments(r_arguments);
	return result;
}

Operand GDScriptFunctionCompiler::compile_constructor(CallNode *p_node, LocalVector<Operand> &r_arguments, const Operand &p_target) {
	const Variant::Type type = p_node->type.builtin_type;
	const int count = int(r_arguments.size());
	if (type == Variant::RID && count == 1 && r_arguments[0].type != Variant::RID) {
		GDScriptValueType rid;
		rid.kind = GDScriptValueType::BUILTIN;
		rid.builtin_type = Variant::RID;
		free_arguments(r_arguments);
		const Operand result = choose_target(p_target, type);
		gen.emit(GDSCRIPT_OP_CAST, result, r_arguments[0], gen.type(rid));
		return result;
	}
	for (int candidate = 0; candidate < Variant::get_constructor_count(type) && count <= 16; candidate++) {
		if (Variant::get_constructor_argument_count(type, candidate) != count) {
			continue;
		}
		bool exact = true;
		for (int i = 0; exact && i < count; i++) {
			const Variant::Type wanted = Variant::get_constructor_argument_type(type, candidate, i);
			// Between constructors that differ in int and float only the exact one is right.
			exact = wanted == r_arguments[uint32_t(i)].type || (wanted == Variant::FLOAT && r_arguments[uint32_t(i)].type == Variant::INT && count > 1);
		}
		const Variant::ValidatedConstructor constructor = exact ? Variant::get_validated_constructor(type, candidate) : nullptr;
		if (!constructor) {
			continue;
		}
		for (int i = 0; i < count; i++) {
			prove_argument(r_arguments[uint32_t(i)], Variant::get_constructor_argument_type(type, candidate, i));
		}
		free_arguments(r_arguments);
		const Operand result = choose_target(p_target, type);
		gen.emit(GDSCRIPT_OP_CONSTRUCT_VALIDATED, result, GDScriptCodegen::entry(function->constructors, constructor));
		gen.put_arguments(r_arguments);
		return result;
	}
	free_arguments(r_arguments);
	const Operand result = choose_target(p_target, type);
	gen.emit(GDSCRIPT_OP_CONSTRUCT, result, uint32_t(type));
	gen.put_arguments(r_arguments);
	return result;
}

Operand GDScriptFunctionCompiler::compile_builtin_method(CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target) {
	const Variant::Type base_type = p_node->base ? p_node->base->type.builtin_type : Variant::NIL;
	const BuiltinMethod *info = Variant::get_builtin_method_info(base_type, p_node->function_name);
	if (!info) {
		return compile_dynamic_call(p_node, p_base, r_arguments, p_target);
	}
	const Variant::Type type = !info->has_return() || info->return_type == Variant::NIL || info->return_type == Variant::OBJECT ? Operand::UNKNOWN : info->return_type;
	if (info->is_static()) {
		free_arguments(r_arguments);
		const Operand result = choose_target(p_target, type);
		gen.emit(GDSCRIPT_OP_CALL_BUILTIN_STATIC, result, uint32_t(base_type), gen.name(p_node->function_name));
		gen.put_arguments(r_arguments);
		return result;
	}
	const int wanted = int(info->argument_types.size());
	const int given = int(r_arguments.size());
	const int defaults = int(info->defaults.size());
	bool proved = info->validated != nullptr && p_base.type == base_type && given <= wanted && given >= wanted - defaults && wanted <= 16;
	for (int i = 0; proved && i < given; i++) {
		proved = prove_argument(r_arguments[uint32_t(i)], info->argument_types[i]);
	}
	const bool may_wait = base_type == Variant::CALLABLE && p_node->function_name == SNAME("callv") && uses_result_at_once(p_node);
	if (!proved || may_wait) {
		return compile_dynamic_call(p_node, p_base, r_arguments, p_target);
	}
	for (int i = given; i < wanted; i++) {
		r_arguments.push_back(gen.make_constant(info->defaults[i - (wanted - defaults)]));
	}
	gen.free_temporary(p_base);
	free_arguments(r_arguments);
	const Operand result = choose_target(p_target, info->has_return() ? type : Variant::BOOL);
	gen.emit(GDSCRIPT_OP_CALL_BUILTIN_VALIDATED, result, p_base, GDScriptCodegen::entry(function->builtin_methods, info->validated));
	gen.put_arguments(r_arguments);
	return result;
}

// Adds the defaults. What comes back has a bit for each argument that may be an object: whether it lives and is of the class is found out when
// it is passed.
uint32_t GDScriptFunctionCompiler::prove_native_arguments(const MethodBind *p_method, LocalVector<Operand> &r_arguments) {
	const int wanted = p_method->get_argument_count();
	const int given = int(r_arguments.size());
	if (p_method->is_vararg() || given > wanted || given < wanted - p_method->get_default_argument_count() || wanted > MethodBind::MAX_ARGUMENTS) {
		return UNPROVED;
	}
	LocalVector<Operand> all = r_arguments;
	uint32_t objects = 0;
	for (int i = 0; i < wanted; i++) {
		if (i >= given) {
			all.push_back(gen.make_constant(p_method->get_default_argument(i)));
		}
		if (p_method->get_argument_type(i) == Variant::OBJECT && p_method->get_argument_class_tag(i)) {
			objects |= 1u << i;
		} else if (p_method->get_argument_type(i) == Variant::OBJECT || !prove_argument(all[uint32_t(i)], p_method->get_argument_type(i))) {
			return UNPROVED;
		}
	}
	r_arguments = all;
	return objects;
}

Operand GDScriptFunctionCompiler::compile_native_method(CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target) {
	MethodBind *method = const_cast<MethodBind *>(p_node->method_bind);
	if (!method || method->get_name() == SNAME("call")) { // What it calls is mostly script: the loop sees to that.
		return compile_dynamic_call(p_node, p_base, r_arguments, p_target);
	}
	const Variant::Type returned = method->has_return() ? method->get_argument_type(-1) : Variant::NIL;
	if (method->is_static()) {
		free_arguments(r_arguments);
		const Operand result = gen.make_temporary(Operand::UNKNOWN);
		gen.emit(GDSCRIPT_OP_CALL_NATIVE_STATIC, result, GDScriptCodegen::entry(function->methods, method));
		gen.put_arguments(r_arguments);
		return result;
	}
	const uint32_t objects = prove_native_arguments(method, r_arguments);
	gen.hold_temporary(p_base);
	free_arguments(r_arguments);
	const bool proved = objects != UNPROVED;
	Operand result;
	if (proved ? !method->has_return() : !method->has_return() && !method->is_vararg()) {
		result = gen.make_temporary(Variant::BOOL); // Nothing goes there, or null.
	} else if (proved && returned != Variant::NIL && returned != Variant::OBJECT) {
		result = choose_target(p_target, returned);
	} else {
		result = objects == 0 ? choose_target(p_target, Operand::UNKNOWN) : call_target(p_node, p_target, Operand::UNKNOWN);
	}
	const uint32_t entry = GDScriptCodegen::entry(function->methods, method);
	if (objects == 0) {
		gen.emit(GDSCRIPT_OP_CALL_METHOD_BIND_VALIDATED, result, p_base, entry);
	} else if (proved) {
		gen.emit(GDSCRIPT_OP_CALL_METHOD_BIND_OBJECTS, result, p_base, entry, objects);
	} else {
		gen.emit(GDSCRIPT_OP_CALL_METHOD_BIND, result, p_base, entry);
	}
	gen.put_arguments(r_arguments);
	return result;
}

Operand GDScriptFunctionCompiler::compile_script_call(CallNode *p_node, const Operand &p_base, LocalVector<Operand> &r_arguments, const Operand &p_target) {
	// A derived class may have made a coroutine of it, which "await" will find out.
	const Variant::Type type = p_node->is_awaited ? Operand::UNKNOWN : proved_type(p_node->type);
	const bool plain = GDScriptCodegen::is_plain_type(type);
	const bool on_class = is_call_on_class(p_node);
	if (!on_class) {
		gen.hold_temporary(p_base);
	}
	free_arguments(r_arguments);
	const Operand result = call_target(p_node, p_target, plain ? type : Operand::UNKNOWN);
	if (on_class) {
		gen.emit(GDSCRIPT_OP_CALL_STATIC, result, gen.script(host.get_class_of(called_class(p_node))), gen.name(p_node->function_name), gen.cache(false, uses_result_at_once(p_node)));
	} else if (p_base.kind == Operand::SELF) {
		gen.emit(GDSCRIPT_OP_CALL_SELF, result, gen.name(p_node->function_name), gen.cache(false, uses_result_at_once(p_node)));
	} else {
		gen.emit(GDSCRIPT_OP_CALL, result, p_base, gen.name(p_node->function_name), gen.cache(false, uses_result_at_once(p_node)));
	}
	gen.put_arguments(r_arguments);
	return result;
}
