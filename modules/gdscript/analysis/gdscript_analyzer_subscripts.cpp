// base.attribute and base[index].
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"
#include "core/object/core_constants.h"
#include "modules/gdscript/analysis/gdscript_constant_fold.h"

using namespace GDScriptAST;

void GDScriptAnalyzer::reduce_subscript(SubscriptNode *p_subscript) {
	reduce(p_subscript->base);
	if (p_subscript->is_attribute) {
		reduce_attribute(p_subscript);
	} else {
		reduce_value(p_subscript->base);
		reduce_index(p_subscript);
	}
}

// ---- Attributes ----

bool GDScriptAnalyzer::find_builtin_attribute(const Type &p_base, IdentifierNode *p_name) {
	const Variant::Type type = p_base.builtin_type;
	const StringName &name = p_name->name;
	if (Variant::has_member(type, name)) {
		p_name->source = IdentifierNode::BUILTIN_PROPERTY;
		p_name->type = Type::make_builtin(Variant::get_member_type(type, name));
		return true;
	}
	if (type == Variant::DICTIONARY) {
		p_name->type = p_base.is_typed_dictionary() ? *p_base.elements[1] : Type::make_variant();
		if (!p_base.is_typed_dictionary()) {
			p_name->type.origin = Type::UNDETECTED;
		}
		return true;
	}
	if (Variant::has_builtin_method(type, name)) {
		p_name->source = IdentifierNode::BUILTIN_METHOD;
		set_callable_type(p_name);
		return true;
	}
	return false;
}

// Attributes of a type itself.
bool GDScriptAnalyzer::find_meta_attribute(const Type &p_base, IdentifierNode *p_name) {
	const StringName &name = p_name->name;
	switch (p_base.kind) {
		case Type::BUILTIN:
			if (Variant::has_constant(p_base.builtin_type, name) || Variant::get_enum_for_enumeration(p_base.builtin_type, name) != StringName()) {
				set_constant(p_name, Variant::get_constant_value(p_base.builtin_type, name));
				p_name->source = IdentifierNode::BUILTIN_CONSTANT;
				const StringName enum_name = Variant::get_enum_for_enumeration(p_base.builtin_type, name);
				if (enum_name != StringName()) {
					p_name->type = Type::make_enum(find_builtin_enum(p_base.builtin_type, enum_name));
					p_name->type.is_constant = true;
				}
				return true;
			}
			if (const GDScriptEnumInfo *info = find_builtin_enum(p_base.builtin_type, name)) {
				p_name->type = Rules::make_meta(Type::make_enum(info));
				p_name->type.is_pseudo = true;
				p_name->source = IdentifierNode::BUILTIN_CONSTANT;
				return true;
			}
			return false;
		case Type::ENUM:
			if (const GDScriptEnumInfo::Value *value = p_base.enum_info->find(name)) {
				set_constant(p_name, value->value);
				p_name->source = IdentifierNode::ENUM_VALUE;
				p_name->type = Type::make_enum(p_base.enum_info);
				p_name->type.is_constant = true;
				return true;
			}
			if (Variant::has_builtin_method(Variant::DICTIONARY, name)) {
				p_name->source = IdentifierNode::BUILTIN_METHOD;
				set_callable_type(p_name);
				return true;
			}
			return false;
		case Type::CLASS:
			if (String(name) == "new") {
				set_callable_type(p_name);
				return true;
			}
			if (find_script_member(p_name, p_base.class_type)) {
				return !is_instance_member(p_name);
			}
			[[fallthrough]];
		case Type::NATIVE:
			if (String(name) == "new") {
				set_callable_type(p_name);
				return true;
			}
			return find_native_member(p_name, p_base.native_type) && !is_instance_member(p_name);
		default:
			return false;
	}
}

bool GDScriptAnalyzer::find_attribute(const Type &p_base, IdentifierNode *p_name) {
	if (p_base.is_pseudo && p_base.kind == Type::VARIANT) {
		const GDScriptEnumInfo *info = find_global_enum(StringName("Variant." + String(p_name->name)));
		if (info) {
			p_name->source = IdentifierNode::GLOBAL_ENUM;
			p_name->type = Rules::make_meta(Type::make_enum(info));
			p_name->type.is_pseudo = true;
		}
		return info;
	}
	if (p_base.is_meta_type) {
		return find_meta_attribute(p_base, p_name);
	}
	switch (p_base.kind) {
		case Type::BUILTIN:
			return find_builtin_attribute(p_base, p_name);
		case Type::CLASS:
			return find_script_member(p_name, p_base.class_type) || find_native_member(p_name, p_base.native_type);
		case Type::NATIVE:
			return find_native_member(p_name, p_base.native_type);
		default:
			return false;
	}
}

// What an engine singleton has is known completely.
bool GDScriptAnalyzer::is_singleton(const ExpressionNode *p_expression) {
	return p_expression->kind == Node::IDENTIFIER && static_cast<const IdentifierNode *>(p_expression)->source == IdentifierNode::SINGLETON;
}

// Objects may have more at run time than their static type tells, and a variable may hold another class than its type tells.
bool GDScriptAnalyzer::attribute_may_exist(const ExpressionNode *p_base) const {
	const Type &type = p_base->type;
	const bool is_variable_class = type.is_meta_type && (type.kind == Type::CLASS || type.kind == Type::NATIVE) && !type.is_hard();
	return (type.is_variant() && !type.is_pseudo) || !type.is_firm() || type.is_object() || is_variable_class;
}

// `self.x` inside the accessors of x would call them again.
void GDScriptAnalyzer::check_self_access_in_accessor(const SubscriptNode *p_subscript) {
	const IdentifierNode *name = p_subscript->attribute;
	const bool writes = written == p_subscript;
	const bool reads = !writes || written_is_read;
	if (p_subscript->base->kind == Node::SELF && ((reads && name->bypass_getter) || (writes && name->bypass_setter))) {
		error(p_subscript, "Inside its own accessor a property is written without \"self.\": \"" + String(name->name) + "\". (With it the accessor would call itself.)");
	}
}

void GDScriptAnalyzer::reduce_attribute(SubscriptNode *p_subscript) {
	const Type base = p_subscript->base->type;
	IdentifierNode *name = p_subscript->attribute;
	name->reduced = true;
	name->type = Type::make_variant();
	name->type.origin = Type::UNDETECTED;
	check_confusable_name(name->name, name);
	if (base.is_firm() && (base.is_pseudo || !base.is_variant())) {
		if (find_attribute(base, name)) {
			name->type.limit_to_base(base);
			check_self_access_in_accessor(p_subscript);
			// The storage is only passed by bare names.
			name->bypass_getter = false;
			name->bypass_setter = false;
		} else if (!attribute_may_exist(p_subscript->base) || is_singleton(p_subscript->base)) {
			if (name->source != IdentifierNode::UNRESOLVED) {
				error(name, "\"" + String(name->name) + "\" belongs to instances of " + base.to_string() + ", not to the class itself.");
			} else {
				error_near(name, "\"" + base.to_string() + "\" has no \"" + String(name->name) + "\".", suggest_member(base, name->name, false));
			}
		} else if (!base.is_variant()) {
			name->source = IdentifierNode::UNRESOLVED;
			if (wants(GDScriptWarning::UNSAFE_PROPERTY_ACCESS)) {
				warn(GDScriptWarning::UNSAFE_PROPERTY_ACCESS, p_subscript, "\"" + base.to_string() + "\" has no property \"" + String(name->name) + "\"; a class below it may have one." + question(suggest_member(base, name->name, false)));
			}
		}
	}
	if (!base.is_hard() && name->is_constant) {
		// Of the class that is assumed; the object may be of another one.
		name->is_constant = false;
		name->type.is_constant = false;
		name->source = IdentifierNode::UNRESOLVED;
	} else if (!base.is_hard() && name->source == IdentifierNode::STATIC_VARIABLE) {
		name->source = IdentifierNode::MEMBER_VARIABLE; // Found by name.
	}
	const ExpressionNode *constant_base = p_subscript->base;
	if (!name->is_constant && constant_base->is_constant && !base.is_object() && !base.is_meta_type && name->source != IdentifierNode::BUILTIN_METHOD) {
		Variant value;
		if (GDScriptConstantFold::get(constant_base->reduced_value, name->name, value)) {
			p_subscript->type = name->type;
			set_constant(p_subscript, value);
			return;
		}
	}
	p_subscript->type = name->type;
	p_subscript->is_constant = name->is_constant;
	p_subscript->reduced_value = name->reduced_value;
}

// ---- Indices ----

void GDScriptAnalyzer::reduce_index(SubscriptNode *p_subscript) {
	reduce_value(p_subscript->index);
	const ExpressionNode *base_node = p_subscript->base;
	const Type &base = base_node->type;
	const Type &index = p_subscript->index->type;
	p_subscript->type = Type::make_variant();
	p_subscript->type.origin = Type::UNDETECTED;
	Type container = base;
	if (base.kind == Type::ENUM && base.is_meta_type) {
		container = Type::make_builtin(Variant::DICTIONARY);
	} else if (base.is_variant() && base_node->is_constant) {
		container = Rules::type_of_value(base_node->reduced_value); // Declared as Variant.
	}
	if (base_node->is_constant && p_subscript->index->is_constant && container.kind == Type::BUILTIN) {
		Variant value;
		Type ignored;
		if (!Rules::check_index_type(container, index, ignored) || !GDScriptConstantFold::get(base_node->reduced_value, p_subscript->index->reduced_value, value)) {
			error(p_subscript->index, "The constant has no element " + p_subscript->index->reduced_value.get_construct_string() + ".");
			return;
		}
		set_constant(p_subscript, value);
		return;
	}
	if (base.is_variant()) {
		return;
	}
	if (base.kind == Type::ENUM && base.is_meta_type) {
		p_subscript->type = Type::make_enum(base.enum_info);
		return;
	}
	if (base.kind == Type::NATIVE || base.kind == Type::CLASS || base.kind == Type::ENUM) {
		const Variant::Type type = index.variant_type();
		if (!index.is_variant() && index.is_firm() && type != Variant::STRING && type != Variant::STRING_NAME) {
			error(p_subscript->index, base.kind == Type::ENUM ? "\"" + base.to_string() + "\" has no elements to index." : "An object is indexed by the name of a property, not by \"" + index.to_string() + "\".");
		}
		return;
	}
	Type result;
	if (!Rules::check_index_type(base, index, result)) {
		const bool indexable = base.kind == Type::BUILTIN && (Variant::has_indexing(base.builtin_type) || Variant::is_keyed(base.builtin_type));
		error(indexable ? (const Node *)p_subscript->index : (const Node *)p_subscript, indexable ? "\"" + base.to_string() + "\" cannot be indexed by \"" + index.to_string() + "\"." : "\"" + base.to_string() + "\" has no elements to index.");
		return;
	}
	p_subscript->type = result;
	p_subscript->type.limit_origin(base.is_hard() ? Type::DECLARED : base.origin);
}
