// What a bare name means.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/object/core_constants.h"
#include "modules/gdscript/analysis/gdscript_utility_table.h"

#include <cmath>

using namespace GDScriptAST;

bool GDScriptAnalyzer::reduce_local(IdentifierNode *p_identifier) {
	LocalNode *local = find_local(p_identifier->name);
	if (!local) {
		return false;
	}
	local->usages++;
	p_identifier->local = local;
	p_identifier->type = local->type;
	p_identifier->type.is_constant = false;
	switch (local->kind) {
		case Node::CONSTANT: {
			p_identifier->source = IdentifierNode::LOCAL_CONSTANT;
			const ExpressionNode *value = static_cast<ConstantNode *>(local)->initializer;
			p_identifier->is_constant = value->is_constant;
			p_identifier->reduced_value = value->reduced_value;
			p_identifier->type = get_constant_type(static_cast<ConstantNode *>(local));
			return true;
		}
		case Node::PARAMETER:
			p_identifier->source = IdentifierNode::PARAMETER;
			break;
		case Node::LOOP_VARIABLE:
			p_identifier->source = IdentifierNode::LOOP_VARIABLE;
			break;
		case Node::PATTERN_BIND:
			p_identifier->source = IdentifierNode::PATTERN_BIND;
			break;
		default:
			p_identifier->source = IdentifierNode::LOCAL_VARIABLE;
			check_unassigned(p_identifier, static_cast<VariableNode *>(local));
			break;
	}
	for (FunctionNode *function = context.function; function && function != local->owner; function = function->outer) {
		if (!function->lambda) {
			break;
		}
		p_identifier->is_captured = true;
		local->is_captured = true;
		if (!function->lambda->captures.has(local)) {
			function->lambda->captures.push_back(local);
		}
	}
	return true;
}

// A declared type counts for more than what the value is.
GDScriptType GDScriptAnalyzer::get_constant_type(const ConstantNode *p_constant) {
	return p_constant->type_specifier && !p_constant->initializer->type.has_elements() ? p_constant->type : p_constant->initializer->type;
}

// ---- Members ----

void GDScriptAnalyzer::set_callable_type(ExpressionNode *p_expression) {
	p_expression->type = Type::make_builtin(Variant::CALLABLE);
}

// Fills in an identifier that names a member of a script class, bare or as an attribute.
void GDScriptAnalyzer::use_script_member(IdentifierNode *p_identifier, ClassNode *p_owner, Member *p_member) {
	resolve_member(p_owner, p_member, p_identifier);
	p_identifier->owner_class = p_owner;
	p_identifier->is_inherited = p_owner != context.cls;
	switch (p_member->kind) {
		case Member::VARIABLE: {
			VariableNode *variable = p_member->variable;
			variable->usages++;
			p_identifier->source = variable->is_static ? IdentifierNode::STATIC_VARIABLE : IdentifierNode::MEMBER_VARIABLE;
			p_identifier->variable = variable;
			p_identifier->type = variable->type.is_set() ? variable->type : Type::make_variant();
			const FunctionNode *function = context.function;
			if (function && !function->is_lambda && variable->style != VariableNode::NO_ACCESSORS) {
				const StringName &name = function->name;
				p_identifier->bypass_getter = (variable->getter && function == variable->getter) || (variable->getter_name && variable->getter_name->name == name);
				p_identifier->bypass_setter = (variable->setter && function == variable->setter) || (variable->setter_name && variable->setter_name->name == name);
			}
		} break;
		case Member::CONSTANT: {
			const ExpressionNode *value = p_member->constant->initializer;
			p_member->constant->usages++;
			p_identifier->source = IdentifierNode::MEMBER_CONSTANT;
			p_identifier->constant = p_member->constant;
			p_identifier->type = p_member->constant->type.is_set() ? p_member->constant->type : Type::make_variant();
			if (value && value->is_constant) {
				p_identifier->is_constant = true;
				p_identifier->reduced_value = value->reduced_value;
				p_identifier->type = get_constant_type(p_member->constant);
			}
		} break;
		case Member::FUNCTION:
			p_identifier->source = IdentifierNode::MEMBER_FUNCTION;
			p_identifier->function = p_member->function;
			set_callable_type(p_identifier);
			break;
		case Member::SIGNAL:
			p_member->signal->usages++;
			p_identifier->source = IdentifierNode::MEMBER_SIGNAL;
			p_identifier->signal = p_member->signal;
			p_identifier->type = Type::make_builtin(Variant::SIGNAL);
			break;
		case Member::CLASS:
			p_identifier->source = IdentifierNode::MEMBER_CLASS;
			p_identifier->type = Rules::make_meta(p_member->class_node->type);
			p_identifier->is_constant = true;
			p_identifier->reduced_value = resolver ? resolver->get_class_value(p_member->class_node) : Variant();
			break;
		case Member::ENUM:
			p_identifier->source = IdentifierNode::MEMBER_ENUM;
			p_identifier->type = Rules::make_meta(Type::make_enum(&p_member->enum_node->info));
			p_identifier->is_constant = true;
			p_identifier->reduced_value = p_member->enum_node->dictionary;
			break;
		case Member::ENUM_VALUE:
			p_identifier->source = IdentifierNode::ENUM_VALUE;
			p_identifier->is_constant = true;
			p_identifier->reduced_value = p_member->enum_node->values[p_member->enum_value_index].value;
			p_identifier->type = Type::make_enum(&p_member->enum_node->info);
			p_identifier->type.is_constant = true;
			break;
		case Member::GROUP:
			break;
	}
}

bool GDScriptAnalyzer::find_script_member(IdentifierNode *p_identifier, ClassNode *p_class) {
	for (ClassNode *cls = p_class; cls; cls = cls->base_type.class_type) {
		Member *member = cls->find_member(p_identifier->name);
		if (member) {
			use_script_member(p_identifier, cls, member);
			return true;
		}
	}
	return false;
}

bool GDScriptAnalyzer::find_native_member(IdentifierNode *p_identifier, const StringName &p_class) {
	const StringName &name = p_identifier->name;
	p_identifier->native_class = p_class;
	if (ClassDB::has_property(p_class, name)) {
		// What the getter gives may be more than what an inspector offers: the tree's root is a Window, and shown as a Node.
		PropertyInfo info;
		const ClassDB::PropertySetGet *accessors = ClassDB::get_property_setget(p_class, name);
		if (accessors && accessors->get_method) {
			info = accessors->get_method->get_return_info();
		} else {
			ClassDB::get_property_info(p_class, name, &info);
		}
		p_identifier->source = IdentifierNode::NATIVE_PROPERTY;
		p_identifier->type = type_of_property_info(info, false);
		return true;
	}
	if (ClassDB::has_method(p_class, name) || name == SNAME("free")) {
		p_identifier->source = IdentifierNode::NATIVE_METHOD;
		set_callable_type(p_identifier);
		return true;
	}
	if (ClassDB::has_signal(p_class, name)) {
		p_identifier->source = IdentifierNode::NATIVE_SIGNAL;
		p_identifier->type = Type::make_builtin(Variant::SIGNAL);
		return true;
	}
	if (ClassDB::has_integer_constant(p_class, name)) {
		p_identifier->source = IdentifierNode::NATIVE_CONSTANT;
		const StringName enum_name = ClassDB::get_integer_constant_enum(p_class, name);
		set_constant(p_identifier, ClassDB::get_integer_constant(p_class, name));
		const GDScriptEnumInfo *info = enum_name == StringName() || ClassDB::is_enum_bitfield(p_class, enum_name) ? nullptr : find_native_enum(p_class, enum_name);
		if (info) {
			p_identifier->type = Type::make_enum(info);
			p_identifier->type.is_constant = true;
		}
		return true;
	}
	if (const GDScriptEnumInfo *info = find_native_enum(p_class, name)) {
		p_identifier->source = IdentifierNode::NATIVE_ENUM;
		Dictionary values;
		for (const GDScriptEnumInfo::Value &value : info->values) {
			values[String(value.name)] = value.value;
		}
		values.make_read_only();
		p_identifier->type = Rules::make_meta(Type::make_enum(info));
		p_identifier->type.is_pseudo = true;
		p_identifier->is_constant = true;
		p_identifier->reduced_value = values;
		return true;
	}
	return false;
}

bool GDScriptAnalyzer::is_instance_member(const IdentifierNode *p_identifier) const {
	switch (p_identifier->source) {
		case IdentifierNode::MEMBER_VARIABLE:
		case IdentifierNode::MEMBER_SIGNAL:
		case IdentifierNode::NATIVE_PROPERTY:
		case IdentifierNode::NATIVE_SIGNAL:
			return true;
		case IdentifierNode::MEMBER_FUNCTION:
			return !p_identifier->function->is_static;
		case IdentifierNode::NATIVE_METHOD: {
			const MethodBind *method = ClassDB::get_method(p_identifier->native_class, p_identifier->name);
			return !method || !method->is_static();
		}
		default:
			return false;
	}
}

void GDScriptAnalyzer::check_static_access(const IdentifierNode *p_identifier) {
	if (!is_instance_member(p_identifier)) {
		return;
	}
	if (context.is_constant) {
		return; // The constant itself is refused for not being one.
	}
	if (context.is_static) {
		error(p_identifier, "\"" + String(p_identifier->name) + "\" belongs to an instance and cannot be used from a static function or a static variable.");
		return;
	}
	mark_lambdas_use_self();
}

// Members of the class and its bases; of the classes around only what needs no instance and no static storage.
bool GDScriptAnalyzer::reduce_own_member(IdentifierNode *p_identifier) {
	const StringName &name = p_identifier->name;
	const LocalVector<ClassNode *> &scope = get_name_scope(context.cls);
	for (ClassNode *cls : scope) {
		if (Member *member = cls->find_member(name)) {
			const bool needs_class = member->kind == Member::VARIABLE || member->kind == Member::FUNCTION || member->kind == Member::SIGNAL;
			if (needs_class && !Rules::is_subclass(context.cls, cls)) {
				continue;
			}
			use_script_member(p_identifier, cls, member);
			check_static_access(p_identifier);
			return true;
		}
		if (cls->identifier && cls->identifier->name == name) {
			p_identifier->source = cls->outer ? IdentifierNode::MEMBER_CLASS : IdentifierNode::GLOBAL_CLASS;
			p_identifier->owner_class = cls->outer;
			p_identifier->type = Rules::make_meta(cls->type);
			p_identifier->is_constant = true;
			p_identifier->reduced_value = resolver ? resolver->get_class_value(cls) : Variant();
			return true;
		}
	}
	if (find_native_member(p_identifier, context.cls->type.native_type)) {
		check_static_access(p_identifier);
		return true;
	}
	for (const ClassNode *cls : scope) {
		if (ClassDB::has_integer_constant(cls->type.native_type, name) || find_native_enum(cls->type.native_type, name)) {
			return find_native_member(p_identifier, cls->type.native_type);
		}
	}
	return false;
}

// ---- Global names ----

bool GDScriptAnalyzer::reduce_autoload(IdentifierNode *p_identifier) {
	String path;
	bool is_singleton = false;
	if (!resolver || !resolver->get_autoload(p_identifier->name, path, is_singleton) || !is_singleton) {
		return false;
	}
	p_identifier->source = IdentifierNode::AUTOLOAD;
	p_identifier->type = Type::make_native(SNAME("Node"));
	if (path.ends_with(".gd")) {
		ClassNode *cls = load_class(path, p_identifier, false);
		if (cls && analyzer_of(cls).resolve_class_inheritance(cls, p_identifier)) {
			p_identifier->type = cls->type;
		}
	} else {
		// What the root of a scene is, is only known at run time.
		p_identifier->type = Type::make_variant();
	}
	return true;
}

bool GDScriptAnalyzer::reduce_global(IdentifierNode *p_identifier) {
	const StringName &name = p_identifier->name;
	const Variant::Type builtin = Variant::get_type_by_name(name);
	if (builtin != Variant::VARIANT_MAX && builtin != Variant::OBJECT && builtin != Variant::NIL) {
		p_identifier->source = IdentifierNode::BUILTIN_TYPE;
		p_identifier->type = Rules::make_meta(Type::make_builtin(builtin));
		return true;
	}
	Engine *engine = Engine::get_singleton();
	if (engine && engine->has_singleton(name)) {
		const Object *singleton = engine->get_singleton_object(name);
		p_identifier->source = IdentifierNode::SINGLETON;
		p_identifier->native_class = singleton ? singleton->get_class_name() : name;
		p_identifier->type = Type::make_native(ClassDB::class_exists(name) ? name : p_identifier->native_class);
		return true;
	}
	if (means_native_class(name, p_identifier)) {
		p_identifier->source = IdentifierNode::NATIVE_CLASS;
		p_identifier->native_class = name;
		p_identifier->type = Rules::make_meta(Type::make_native(name));
		p_identifier->type.is_constant = false;
		return true;
	}
	const bool is_variant = String(name) == "Variant";
	if (ClassNode *global = is_variant ? nullptr : find_global_class(name, p_identifier)) {
		analyzer_of(global).resolve_class_inheritance(global, p_identifier);
		p_identifier->source = IdentifierNode::GLOBAL_CLASS;
		p_identifier->type = Rules::make_meta(global->type);
		p_identifier->is_constant = true;
		p_identifier->reduced_value = resolver ? resolver->get_class_value(global) : Variant();
		return true;
	}
	if (reduce_autoload(p_identifier)) {
		return true;
	}
	const int index = CoreConstants::get_global_constant_index(name);
	if (index >= 0) {
		set_constant(p_identifier, CoreConstants::get_global_constant_value(index));
		p_identifier->source = IdentifierNode::GLOBAL_CONSTANT;
		const CoreConstants::Enum *source = CoreConstants::find_global_enum(CoreConstants::get_global_constant_enum(index));
		if (source && !source->is_bitfield) {
			p_identifier->type = Type::make_enum(find_global_enum(source->name));
			p_identifier->type.is_constant = true;
		}
		return true;
	}
	const String text = name;
	if (text == "PI" || text == "TAU" || text == "INF" || text == "NAN") {
		constexpr double HALF_TURN = 3.14159265358979323846;
		set_constant(p_identifier, text == "PI" ? HALF_TURN : text == "TAU" ? 2 * HALF_TURN
						: text == "INF"										? (double)INFINITY
																			: (double)NAN);
		p_identifier->source = IdentifierNode::GLOBAL_CONSTANT;
		return true;
	}
	const GDScriptEnumInfo *global_enum = is_variant ? nullptr : find_global_enum(name);
	if (is_variant || global_enum) {
		p_identifier->source = IdentifierNode::GLOBAL_ENUM;
		p_identifier->type = is_variant ? Type::make_variant() : Rules::make_meta(Type::make_enum(global_enum));
		p_identifier->type.is_pseudo = true;
		return true;
	}
	if (Variant::has_utility_function(name) || gdscript_find_utility(name)) {
		p_identifier->source = IdentifierNode::UTILITY_FUNCTION;
		set_callable_type(p_identifier);
		p_identifier->type.is_constant = true;
		const Variant callable = resolver ? resolver->get_function_value(name) : Variant();
		if (callable.get_type() == Variant::CALLABLE) {
			p_identifier->is_constant = true;
			p_identifier->reduced_value = callable;
		}
		return true;
	}
	return false;
}

// A class whose file has errors: that was told.
bool GDScriptAnalyzer::is_broken_class(const StringName &p_name) const {
	const String path = resolver ? resolver->get_global_class_path(p_name) : String();
	return !path.is_empty() && told_files.has(path);
}

void GDScriptAnalyzer::report_undeclared(const IdentifierNode *p_identifier) {
	const StringName &name = p_identifier->name;
	if (told_names.has(name) || is_broken_class(name)) {
		return;
	}
	told_names.insert(name);
	const String text = "There is no \"" + String(name) + "\" here.";
	const String foreign = hint_for_foreign_name(name);
	if (!foreign.is_empty()) {
		error_near(p_identifier, text + foreign, String());
		return;
	}
	for (const ClassNode *outer = context.cls ? context.cls->outer : nullptr; outer; outer = outer->outer) {
		if (outer->find_member(name)) {
			error_near(p_identifier, text + " An inner class sees the constants, enums and classes around it, but needs an instance or the class's name for the rest.", String());
			return;
		}
	}
	const String near = suggest_name(name, called == p_identifier);
	const bool is_new = near.is_empty() && written == p_identifier && !written_is_read;
	error_near(p_identifier, text + (is_new ? " A variable is declared with \"var\" first." : ""), near);
}

void GDScriptAnalyzer::reduce_identifier(IdentifierNode *p_identifier) {
	if (reduce_local(p_identifier)) {
		return;
	}
	outer_uses.push_back(p_identifier);
	if (reduce_own_member(p_identifier) || reduce_global(p_identifier)) {
		return;
	}
	report_undeclared(p_identifier);
}
