// Static types: what type names mean, which types fit into which places.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/object/class_db.h"
#include "core/object/core_constants.h"
#include "modules/gdscript/analysis/gdscript_constant_fold.h"

using namespace GDScriptAST;

// ---- GDScriptType ----

bool GDScriptType::same_as(const GDScriptType &p_other) const {
	if (is_variant() || p_other.is_variant()) {
		return is_variant() && p_other.is_variant();
	}
	if (kind != p_other.kind || is_meta_type != p_other.is_meta_type) {
		return false;
	}
	switch (kind) {
		case BUILTIN:
			if (builtin_type != p_other.builtin_type) {
				return false;
			}
			for (int i = 0; i < 2; i++) {
				if ((elements[i] == nullptr) != (p_other.elements[i] == nullptr)) {
					return false;
				}
				if (elements[i] && elements[i] != p_other.elements[i] && !elements[i]->same_as(*p_other.elements[i])) {
					return false;
				}
			}
			return true;
		case NATIVE:
			return native_type == p_other.native_type;
		case CLASS:
			return class_type == p_other.class_type || (class_type && p_other.class_type && class_type->fqcn == p_other.class_type->fqcn && !class_type->fqcn.is_empty());
		case ENUM:
			return enum_info == p_other.enum_info || (enum_info && p_other.enum_info && enum_info->full_name == p_other.enum_info->full_name);
		default:
			return true;
	}
}

String GDScriptType::to_string() const {
	switch (kind) {
		case BUILTIN: {
			if (builtin_type == Variant::NIL) {
				return "null";
			}
			String text = Variant::get_type_name(builtin_type);
			if (is_typed_array()) {
				text += "[" + elements[0]->to_string() + "]";
			} else if (is_typed_dictionary()) {
				text += "[" + elements[0]->to_string() + ", " + elements[1]->to_string() + "]";
			}
			return text;
		}
		case NATIVE:
			return is_meta_type ? "the class " + String(native_type) : String(native_type);
		case CLASS:
			if (class_type && class_type->identifier) {
				return is_meta_type ? "the class " + String(class_type->identifier->name) : String(class_type->identifier->name);
			}
			return class_type && !class_type->fqcn.is_empty() ? class_type->fqcn : String("this script");
		case ENUM:
			return enum_info ? (is_meta_type ? "the enum " : "") + String(enum_info->native_class != StringName() ? enum_info->full_name : enum_info->name) : String("enum");
		default:
			return "Variant";
	}
}

// ---- Enums that are not written in scripts ----

namespace {

// Filled at need, kept to the end of the process: types point into it.
HashMap<StringName, GDScriptEnumInfo *> &foreign_enums() {
	static HashMap<StringName, GDScriptEnumInfo *> enums;
	return enums;
}

GDScriptEnumInfo *add_foreign_enum(const StringName &p_full_name, const StringName &p_name) {
	GDScriptEnumInfo *info = new GDScriptEnumInfo;
	info->name = p_name;
	info->full_name = p_full_name;
	foreign_enums().insert(p_full_name, info);
	return info;
}

} // namespace

void gdscript_forget_foreign_enums() {
	for (auto &entry : foreign_enums()) {
		delete entry.value;
	}
	foreign_enums().clear();
}

const GDScriptEnumInfo *GDScriptAnalyzer::find_native_enum(const StringName &p_class, const StringName &p_enum) {
	StringName owner = p_class;
	while (owner != StringName() && !ClassDB::has_enum(owner, p_enum, true)) {
		owner = ClassDB::get_parent_class(owner);
	}
	if (owner == StringName()) {
		return nullptr;
	}
	const StringName full_name(String(owner) + "." + String(p_enum));
	if (GDScriptEnumInfo **known = foreign_enums().getptr(full_name)) {
		return *known;
	}
	GDScriptEnumInfo *info = add_foreign_enum(full_name, p_enum);
	info->native_class = owner;
	LocalVector<StringName> names;
	ClassDB::get_enum_constants(owner, p_enum, &names, true);
	for (const StringName &name : names) {
		info->values.push_back({ name, ClassDB::get_integer_constant(owner, name) });
	}
	return info;
}

const GDScriptEnumInfo *GDScriptAnalyzer::find_global_enum(const StringName &p_enum) {
	const CoreConstants::Enum *source = CoreConstants::find_global_enum(p_enum);
	if (!source) {
		return nullptr;
	}
	if (GDScriptEnumInfo **known = foreign_enums().getptr(p_enum)) {
		return *known;
	}
	GDScriptEnumInfo *info = add_foreign_enum(p_enum, p_enum);
	for (int i = source->first; i < source->first + source->count; i++) {
		info->values.push_back({ StringName(CoreConstants::get_global_constant_name(i)), CoreConstants::get_global_constant_value(i) });
	}
	return info;
}

const GDScriptEnumInfo *GDScriptAnalyzer::find_builtin_enum(Variant::Type p_type, const StringName &p_enum) {
	if (!Variant::has_enum(p_type, p_enum)) {
		return nullptr;
	}
	const StringName full_name(Variant::get_type_name(p_type) + "." + String(p_enum));
	if (GDScriptEnumInfo **known = foreign_enums().getptr(full_name)) {
		return *known;
	}
	GDScriptEnumInfo *info = add_foreign_enum(full_name, p_enum);
	info->native_class = StringName(Variant::get_type_name(p_type));
	Vector<StringName> names;
	Variant::get_enumerations_for_enum(p_type, p_enum, &names);
	for (const StringName &name : names) {
		info->values.push_back({ name, Variant::get_enum_value(p_type, p_enum, name) });
	}
	return info;
}

// ---- Type names ----

GDScriptType GDScriptAnalyzer::with_elements(Type p_container, const Type &p_first, const Type &p_second) {
	p_container.elements[0] = unit.arena.keep(Rules::make_instance(p_first));
	p_container.elements[1] = p_container.builtin_type == Variant::DICTIONARY ? unit.arena.keep(Rules::make_instance(p_second)) : nullptr;
	return p_container;
}

// What a member means where a type is due. False, with an error, if it is no type.
bool GDScriptAnalyzer::type_of_member(ClassNode *p_class, Member *p_member, const IdentifierNode *p_name, Type &r_type) {
	const String name = p_name->name;
	switch (p_member->kind) {
		case Member::CLASS:
			r_type = p_member->class_node->type;
			r_type.kind = Type::CLASS;
			r_type.origin = Type::DECLARED;
			r_type.builtin_type = Variant::OBJECT;
			r_type.class_type = p_member->class_node;
			if (p_member->class_node->stage < ClassNode::STAGE_RESOLVING_INHERITANCE && p_class->stage >= ClassNode::STAGE_INHERITANCE) {
				analyzer_of(p_class).resolve_class_inheritance(p_member->class_node, p_name);
				r_type = p_member->class_node->type;
			}
			return true;
		case Member::ENUM:
			resolve_member(p_class, p_member, p_name);
			r_type = Type::make_enum(&p_member->enum_node->info);
			return true;
		case Member::CONSTANT: {
			resolve_member(p_class, p_member, p_name);
			const ExpressionNode *value = p_member->constant->initializer;
			if (!value || !value->type.is_meta_type) {
				error(p_name, "The constant \"" + name + "\" does not hold a type.");
				return false;
			}
			r_type = Rules::make_instance(value->type);
			return true;
		}
		default:
			error(p_name, "\"" + name + "\" is not a type.");
			return false;
	}
}

GDScriptType GDScriptAnalyzer::resolve_type_name(const IdentifierNode *p_name) {
	const StringName &name = p_name->name;
	if (String(name) == "Variant") {
		return Type::make_variant();
	}
	if (String(name) == "Object") {
		return Type::make_native(name);
	}
	const Variant::Type builtin = Variant::get_type_by_name(name);
	if (builtin != Variant::VARIANT_MAX && builtin != Variant::NIL) {
		return Type::make_builtin(builtin);
	}
	if (!is_own_addition(name) && means_native_class(name, p_name)) {
		return Type::make_native(name);
	}
	Type type;
	// A constant of the function may hold a type.
	if (LocalNode *local = find_local(name)) {
		if (local->kind == Node::CONSTANT) {
			const ExpressionNode *value = static_cast<ConstantNode *>(local)->initializer;
			if (value && value->type.is_meta_type) {
				local->usages++;
				return Rules::make_instance(value->type);
			}
		}
		error(p_name, "\"" + String(name) + "\" is not a type.");
		return Type::make_variant();
	}
	const LocalVector<ClassNode *> scope = get_name_scope(context.cls);
	for (ClassNode *cls : scope) {
		if (cls->identifier && cls->identifier->name == name) {
			return cls->type;
		}
		if (Member *member = cls->find_member(name)) {
			return type_of_member(cls, member, p_name, type) ? type : Type::make_variant();
		}
	}
	for (const ClassNode *cls : scope) {
		if (const GDScriptEnumInfo *native_enum = find_native_enum(cls->base_type.native_type, name)) {
			return Type::make_enum(native_enum);
		}
	}
	if (ClassNode *global = find_global_class(name, p_name)) {
		analyzer_of(global).resolve_class_inheritance(global, p_name);
		return global->type;
	}
	if (means_native_class(name, p_name)) {
		return Type::make_native(name);
	}
	if (const GDScriptEnumInfo *global_enum = find_global_enum(name)) {
		return Type::make_enum(global_enum);
	}
	String path;
	bool is_singleton = false;
	if (resolver && resolver->get_autoload(name, path, is_singleton) && is_singleton && path.ends_with(".gd")) {
		if (ClassNode *autoload = load_class(path, p_name)) {
			analyzer_of(autoload).resolve_class_inheritance(autoload, p_name);
			return autoload->type;
		}
		return Type::make_variant();
	}
	if (!is_broken_class(name)) {
		error_near(p_name, "There is no type \"" + String(name) + "\".", suggest_type(name));
	}
	return Type::make_variant();
}

bool GDScriptAnalyzer::resolve_inner_type(Type &r_type, const IdentifierNode *p_name) {
	const StringName &name = p_name->name;
	if (r_type.kind == Type::CLASS) {
		for (ClassNode *cls = r_type.class_type; cls; cls = cls->base_type.class_type) {
			if (Member *member = cls->find_member(name)) {
				return type_of_member(cls, member, p_name, r_type);
			}
		}
	}
	const GDScriptEnumInfo *found = nullptr;
	if (r_type.kind == Type::CLASS || r_type.kind == Type::NATIVE) {
		found = find_native_enum(r_type.native_type, name);
	} else if (r_type.kind == Type::BUILTIN && !r_type.has_elements()) {
		found = find_builtin_enum(r_type.builtin_type, name);
	} else if (r_type.kind == Type::VARIANT) {
		found = find_global_enum(StringName("Variant." + String(name)));
	}
	if (!found) {
		error(p_name, "\"" + r_type.to_string() + "\" has no inner type \"" + String(name) + "\".");
		return false;
	}
	r_type = Type::make_enum(found);
	return true;
}

GDScriptType GDScriptAnalyzer::resolve_type(TypeNode *p_node) {
	if (p_node->resolved) {
		return p_node->type;
	}
	p_node->resolved = true;
	p_node->type = Type::make_variant();
	if (p_node->is_void) {
		p_node->type = Type::make_builtin(Variant::NIL);
		return p_node->type;
	}
	for (const IdentifierNode *name : p_node->chain) {
		check_confusable_name(name->name, name);
	}
	Type type = resolve_type_name(p_node->chain[0]);
	for (uint32_t i = 1; i < p_node->chain.size(); i++) {
		if (!resolve_inner_type(type, p_node->chain[i])) {
			return p_node->type;
		}
	}
	type = type.is_variant() ? Type::make_variant() : Rules::make_instance(type);
	const uint32_t count = p_node->containers.size();
	if (count > 0) {
		const uint32_t wanted = type.is_builtin(Variant::ARRAY) ? 1 : type.is_builtin(Variant::DICTIONARY) ? 2
																										   : 0;
		if (wanted == 0) {
			error(p_node, "Only Array and Dictionary take element types.");
			return p_node->type;
		}
		if (count != wanted) {
			error(p_node, wanted == 1 ? "An Array takes one element type: Array[int]." : "A Dictionary takes two types, of keys and values: Dictionary[String, int].");
			return p_node->type;
		}
		const Type first = resolve_type(p_node->containers[0]);
		const Type second = wanted == 2 ? resolve_type(p_node->containers[1]) : Type();
		if (!first.is_variant() || (wanted == 2 && !second.is_variant())) {
			type = with_elements(type, first, second);
		}
	}
	p_node->type = type;
	return type;
}

// ---- Types of native things ----

GDScriptType GDScriptAnalyzer::type_by_name(const String &p_name) {
	const StringName name(p_name);
	const Variant::Type builtin = Variant::get_type_by_name(name);
	if (p_name == "Variant" || p_name.is_empty()) {
		return Type::make_variant();
	}
	if (builtin != Variant::VARIANT_MAX && builtin != Variant::OBJECT) {
		return Type::make_builtin(builtin);
	}
	if (ClassDB::class_exists(name)) {
		return Type::make_native(name);
	}
	const int dot = p_name.find(".");
	if (dot >= 0) {
		if (const GDScriptEnumInfo *found = find_native_enum(StringName(p_name.substr(0, dot)), StringName(p_name.substr(dot + 1)))) {
			return Type::make_enum(found);
		}
		const Variant::Type owner = Variant::get_type_by_name(StringName(p_name.substr(0, dot)));
		if (owner != Variant::VARIANT_MAX) {
			if (const GDScriptEnumInfo *found = find_builtin_enum(owner, StringName(p_name.substr(dot + 1)))) {
				return Type::make_enum(found);
			}
		}
	}
	if (const GDScriptEnumInfo *found = find_global_enum(name)) {
		return Type::make_enum(found);
	}
	return Type::make_variant();
}

GDScriptType GDScriptAnalyzer::type_of_hint(const String &p_hint, Variant::Type p_container) {
	Type type = Type::make_builtin(p_container);
	if (p_hint.is_empty() || p_hint.contains(":") || p_hint.contains("/")) {
		return type;
	}
	if (p_container == Variant::ARRAY) {
		const Type element = type_by_name(p_hint);
		return element.is_variant() ? type : with_elements(type, element);
	}
	const Type key = type_by_name(p_hint.get_slice(";", 0));
	const Type value = type_by_name(p_hint.get_slice(";", 1));
	return key.is_variant() && value.is_variant() ? type : with_elements(type, key, value);
}

GDScriptType GDScriptAnalyzer::type_of_property_info(const PropertyInfo &p_info, bool p_is_result) {
	if (p_info.type == Variant::NIL) {
		return p_is_result && !(p_info.usage & PROPERTY_USAGE_NIL_IS_VARIANT) ? Type::make_builtin(Variant::NIL) : Type::make_variant();
	}
	if (p_info.type == Variant::OBJECT) {
		const StringName name = p_info.class_name;
		return Type::make_native(name != StringName() && ClassDB::class_exists(name) ? name : SNAME("Object"));
	}
	if (p_info.type == Variant::INT && (p_info.usage & PROPERTY_USAGE_CLASS_IS_ENUM)) {
		const Type found = type_by_name(p_info.class_name);
		return found.kind == Type::ENUM ? found : Type::make_builtin(Variant::INT);
	}
	if (p_info.type == Variant::ARRAY && p_info.hint == PROPERTY_HINT_ARRAY_TYPE) {
		return type_of_hint(p_info.hint_string, Variant::ARRAY);
	}
	if (p_info.type == Variant::DICTIONARY && p_info.hint == PROPERTY_HINT_DICTIONARY_TYPE) {
		return type_of_hint(p_info.hint_string, Variant::DICTIONARY);
	}
	return Type::make_builtin(p_info.type);
}

// ---- What fits where ----

void GDScriptAnalyzer::warn_conversion(const Type &p_target, const ExpressionNode *p_value) {
	const Type &source = p_value->type;
	if (p_target.is_builtin(Variant::INT) && source.is_firm() && source.is_builtin(Variant::FLOAT)) {
		warn_narrowing(p_value);
	} else if (p_target.kind == Type::ENUM && !p_target.is_meta_type && source.is_builtin(Variant::INT)) {
		warn_int_as_enum(p_target, p_value);
	}
}

void GDScriptAnalyzer::warn_narrowing(const Node *p_node) {
	warn(GDScriptWarning::NARROWING_CONVERSION, p_node, "The float loses its fraction on its way into an int; use int() to say that you mean it.");
}

void GDScriptAnalyzer::warn_int_as_enum(const Type &p_target, const ExpressionNode *p_value) {
	warn(GDScriptWarning::INT_AS_ENUM_WITHOUT_CAST, p_value, "An int goes into the enum \"" + p_target.to_string() + "\"; write \"as " + p_target.to_string() + "\" to say that you mean it.");
	if (p_value->is_constant && p_value->reduced_value.get_type() == Variant::INT && !p_target.enum_info->has_value(p_value->reduced_value)) {
		warn(GDScriptWarning::INT_AS_ENUM_WITHOUT_MATCH, p_value, "The enum \"" + p_target.to_string() + "\" has no value " + itos(p_value->reduced_value) + ".");
	}
}

bool GDScriptAnalyzer::check_assignable(const Type &p_target, ExpressionNode *p_value, bool &r_needs_conversion) {
	update_literal_type(p_value, p_target);
	const Type source = Rules::type_to_check(p_value, p_target);
	r_needs_conversion = Rules::needs_runtime_check(p_target, source);
	if (!p_target.is_firm() || p_target.is_variant() || !source.is_firm() || source.is_variant()) {
		if (p_target.is_firm() && p_target.kind == Type::ENUM && !p_target.is_meta_type && source.is_builtin(Variant::INT)) {
			warn_int_as_enum(p_target, p_value);
		}
		return true;
	}
	if (source.is_void_or_null() && p_target.kind != Type::NATIVE && p_target.kind != Type::CLASS && !p_target.is_void_or_null()) {
		return false;
	}
	if (Rules::is_compatible(p_target, source, true)) {
		warn_conversion(p_target, p_value);
		if (p_value->is_constant && p_target.kind == Type::BUILTIN && source.kind == Type::BUILTIN && p_target.builtin_type != source.builtin_type) {
			// Converted here, once.
			Variant converted = p_value->reduced_value;
			if (Variant::convert_strict(converted, p_target.builtin_type)) {
				set_constant(p_value, converted);
				r_needs_conversion = Rules::needs_runtime_check(p_target, p_value->type);
			}
		}
		return true;
	}
	// It may be an object of a class below.
	return Rules::is_compatible(source, p_target, false) && !p_target.is_meta_type;
}

// Of floats that lose their fraction only constants are told here: they are converted now.
bool GDScriptAnalyzer::check_element(const Type &p_target, ExpressionNode *p_value) {
	const GDScriptWarning::Level level = warnings.levels[GDScriptWarning::NARROWING_CONVERSION];
	if (!p_value->is_constant) {
		warnings.levels[GDScriptWarning::NARROWING_CONVERSION] = GDScriptWarning::IGNORE;
	}
	bool conversion = false;
	const bool fits = check_assignable(p_target, p_value, conversion);
	warnings.levels[GDScriptWarning::NARROWING_CONVERSION] = level;
	return fits;
}

// A container literal takes the element types of the place that it goes to.
void GDScriptAnalyzer::update_literal_type(ExpressionNode *p_value, const Type &p_target) {
	if (!p_target.is_firm() || !p_target.has_elements()) {
		return;
	}
	if (p_value->kind == Node::ARRAY && p_target.is_typed_array()) {
		ArrayNode *array = static_cast<ArrayNode *>(p_value);
		for (ExpressionNode *element : array->elements) {
			if (!check_element(*p_target.elements[0], element)) {
				error(element, "An element of type \"" + element->type.to_string() + "\" cannot be in \"" + p_target.to_string() + "\".");
			}
		}
	} else if (p_value->kind == Node::DICTIONARY && p_target.is_typed_dictionary()) {
		for (DictionaryNode::Pair &pair : static_cast<DictionaryNode *>(p_value)->elements) {
			if (!check_element(*p_target.elements[0], pair.key)) {
				error(pair.key, "A key of type \"" + pair.key->type.to_string() + "\" cannot be in \"" + p_target.to_string() + "\".");
			}
			if (!check_element(*p_target.elements[1], pair.value)) {
				error(pair.value, "A value of type \"" + pair.value->type.to_string() + "\" cannot be in \"" + p_target.to_string() + "\".");
			}
		}
	} else if (p_value->kind == Node::TERNARY) {
		update_literal_type(static_cast<TernaryNode *>(p_value)->if_true, p_target);
		update_literal_type(static_cast<TernaryNode *>(p_value)->if_false, p_target);
		return;
	} else {
		return;
	}
	p_value->type.elements[0] = p_target.elements[0];
	p_value->type.elements[1] = p_target.elements[1];
	if (!p_value->is_constant) {
		return;
	}
	// The folded value must be typed as well.
	Variant value;
	const bool made = p_value->kind == Node::ARRAY ? GDScriptConstantFold::make_array(static_cast<ArrayNode *>(p_value), p_value->type, resolver, value) : GDScriptConstantFold::make_dictionary(static_cast<DictionaryNode *>(p_value), p_value->type, resolver, value);
	if (made) {
		set_constant(p_value, value);
	}
}
