// "Did you mean": the names that could stand where an unknown one does.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/object/class_db.h"
#include "core/object/core_constants.h"
#include "core/object/script_language.h"
#include "core/string/near_name.h"
#include "modules/gdscript/analysis/gdscript_utility_table.h"

using namespace GDScriptAST;

namespace {

void offer_methods(NearName &r_name, const StringName &p_class) {
	LocalVector<MethodInfo> methods;
	ClassDB::get_method_list(p_class, &methods);
	for (const MethodInfo &method : methods) {
		r_name.offer(method.name);
	}
}

void offer_native_members(NearName &r_name, const StringName &p_class) {
	LocalVector<PropertyInfo> properties;
	ClassDB::get_property_list(p_class, &properties);
	for (const PropertyInfo &property : properties) {
		r_name.offer(property.name);
	}
	LocalVector<MethodInfo> signals;
	ClassDB::get_signal_list(p_class, &signals);
	for (const MethodInfo &signal : signals) {
		r_name.offer(signal.name);
	}
}

void offer_native_constants(NearName &r_name, const StringName &p_class) {
	LocalVector<StringName> names;
	ClassDB::get_integer_constant_list(p_class, &names);
	ClassDB::get_enum_list(p_class, &names);
	for (const StringName &name : names) {
		r_name.offer(name);
	}
}

void offer_script_members(NearName &r_name, const ClassNode *p_class, bool p_functions_only) {
	for (const ClassNode *cls = p_class; cls; cls = cls->base_type.class_type) {
		for (const ClassNode::Member &member : cls->members) {
			if (member.kind != ClassNode::Member::GROUP && (!p_functions_only || member.kind == ClassNode::Member::FUNCTION)) {
				r_name.offer(member.name);
			}
		}
	}
}

void offer_builtin(NearName &r_name, Variant::Type p_type, bool p_is_meta, bool p_functions_only) {
	Vector<StringName> names;
	Variant::get_builtin_method_list(p_type, &names);
	if (!p_functions_only && p_is_meta) {
		Variant::get_constants_for_type(p_type, &names);
		Vector<StringName> enums;
		Variant::get_enums_for_type(p_type, &enums);
		for (const StringName &name : enums) {
			names.push_back(name);
			Variant::get_enumerations_for_enum(p_type, name, &names);
		}
	} else if (!p_functions_only) {
		Variant::get_member_list(p_type, &names);
	}
	for (const StringName &name : names) {
		r_name.offer(name);
	}
}

void offer_global_functions(NearName &r_name) {
	Vector<StringName> functions;
	Variant::get_utility_function_list(&functions);
	for (const StringName &name : functions) {
		r_name.offer(name);
	}
	for (const GDScriptUtilityInfo &info : GDSCRIPT_UTILITIES) {
		r_name.offer(info.name);
	}
}

void offer_global_types(NearName &r_name) {
	for (int i = Variant::BOOL; i < Variant::VARIANT_MAX; i++) {
		r_name.offer(Variant::get_type_name(Variant::Type(i)));
	}
	LocalVector<StringName> classes;
	ClassDB::get_class_list(&classes);
	ScriptServer::get_global_class_list(&classes);
	for (const StringName &name : classes) {
		r_name.offer(name);
	}
}

void offer_global_values(NearName &r_name) {
	for (const char *word : { "self", "super", "true", "false", "null", "PI", "TAU", "INF", "NAN" }) {
		r_name.offer(word);
	}
	if (const Engine *engine = Engine::get_singleton()) {
		for (const KeyValue<StringName, Engine::Singleton> &entry : engine->get_singletons()) {
			r_name.offer(entry.key);
		}
	}
	if (const ProjectSettings *settings = ProjectSettings::get_singleton()) {
		for (const KeyValue<StringName, ProjectSettings::AutoloadInfo> &entry : settings->get_autoload_list()) {
			r_name.offer(entry.key);
		}
	}
	for (int i = 0; i < CoreConstants::get_global_constant_count(); i++) {
		r_name.offer(CoreConstants::get_global_constant_name(i));
	}
}

struct ForeignName {
	const char *name;
	const char *hint;
};

constexpr ForeignName FOREIGN_NAMES[] = {
	{ "True", "Write \"true\"." },
	{ "TRUE", "Write \"true\"." },
	{ "False", "Write \"false\"." },
	{ "FALSE", "Write \"false\"." },
	{ "None", "Write \"null\"." },
	{ "nil", "Write \"null\"." },
	{ "NULL", "Write \"null\"." },
	{ "Null", "Write \"null\"." },
	{ "nullptr", "Write \"null\"." },
	{ "undefined", "Write \"null\"." },
	{ "this", "Write \"self\"." },
	{ "end", "Blocks end where their indentation does." },
	{ "Math", "The functions of mathematics are global: floor(x)." },
	{ "math", "The functions of mathematics are global: floor(x)." },
	{ "console", "Lines are printed with print(…)." },
	{ "printf", "Values are put into text with \"%d\" % value, and printed with print(…)." },
	{ "println", "Lines are printed with print(…)." },
	{ "echo", "Lines are printed with print(…)." },
	{ "parseInt", "Text becomes a number with int(text) and float(text)." },
	{ "parseFloat", "Text becomes a number with float(text)." },
	{ "sizeof", "Containers tell their size with size(), texts with length()." },
	{ "isinstance", "Types are asked with \"x is Node\"." },
	{ "require", "Other scripts are loaded: const Other = preload(\"res://other.gd\")." },
};

struct ForeignMember {
	Variant::Type type; // NIL: of any container.
	const char *names; // Each between spaces.
	const char *name;
};

constexpr ForeignMember FOREIGN_MEMBERS[] = {
	{ Variant::STRING, " len size count ", "length" },
	{ Variant::STRING, " upper toUpperCase toupper uppercase ", "to_upper" },
	{ Variant::STRING, " lower toLowerCase tolower lowercase ", "to_lower" },
	{ Variant::STRING, " trim strip ", "strip_edges" },
	{ Variant::STRING, " substring slice ", "substr" },
	{ Variant::STRING, " startswith startsWith starts_with ", "begins_with" },
	{ Variant::STRING, " endswith endsWith ", "ends_with" },
	{ Variant::STRING, " includes has ", "contains" },
	{ Variant::STRING, " indexOf index_of index ", "find" },
	{ Variant::STRING, " toInt ", "to_int" },
	{ Variant::STRING, " toFloat ", "to_float" },
	{ Variant::STRING, " charAt char_at at ", "substr" },
	{ Variant::ARRAY, " add push insert_last ", "push_back" },
	{ Variant::ARRAY, " pop ", "pop_back" },
	{ Variant::ARRAY, " shift ", "pop_front" },
	{ Variant::ARRAY, " unshift prepend ", "push_front" },
	{ Variant::ARRAY, " remove delete ", "remove_at" },
	{ Variant::ARRAY, " concat extend ", "append_array" },
	{ Variant::ARRAY, " indexOf index_of index ", "find" },
	{ Variant::ARRAY, " each forEach ", "map" },
	{ Variant::DICTIONARY, " remove delete ", "erase" },
	{ Variant::DICTIONARY, " add put insert ", "set" },
	{ Variant::NIL, " len length ", "size" },
	{ Variant::NIL, " contains includes has_key hasKey containsKey has_value ", "has" },
};

// A method that is called otherwise elsewhere.
String foreign_member(Variant::Type p_type, const StringName &p_name) {
	const String word = " " + String(p_name) + " ";
	for (const ForeignMember &foreign : FOREIGN_MEMBERS) {
		const bool fits = foreign.type == p_type || (foreign.type == Variant::NIL && p_type >= Variant::DICTIONARY);
		if (fits && String(foreign.names).contains(word) && Variant::has_builtin_method(p_type, foreign.name)) {
			return foreign.name;
		}
	}
	return String();
}

} // namespace

String GDScriptAnalyzer::hint_for_foreign_name(const StringName &p_name) {
	const String name = p_name;
	for (const ForeignName &foreign : FOREIGN_NAMES) {
		if (name == foreign.name) {
			return String(" ") + foreign.hint;
		}
	}
	return String();
}

// The nearest first: locals, then members, then what is global.
String GDScriptAnalyzer::suggest_name(const StringName &p_name, bool p_is_call) const {
	NearName near(p_name);
	for (int i = (int)locals.size() - 1; i >= context.first_local && !p_is_call; i--) {
		near.offer(locals[i].node->name);
	}
	if (context.cls) {
		offer_script_members(near, context.cls, p_is_call);
		for (const ClassNode *outer = context.cls->outer; outer && !p_is_call; outer = outer->outer) {
			for (const Member &member : outer->members) {
				if (member.kind == Member::CONSTANT || member.kind == Member::CLASS || member.kind == Member::ENUM || member.kind == Member::ENUM_VALUE) {
					near.offer(member.name);
				}
			}
		}
		const StringName &native = context.cls->type.native_type;
		offer_methods(near, native);
		if (!p_is_call) {
			offer_native_members(near, native);
			offer_native_constants(near, native);
		}
	}
	offer_global_functions(near);
	offer_global_types(near);
	if (!p_is_call) {
		offer_global_values(near);
	}
	return near.get();
}

String GDScriptAnalyzer::suggest_member(const Type &p_base, const StringName &p_name, bool p_is_call) const {
	NearName near(p_name);
	switch (p_base.kind) {
		case Type::BUILTIN:
			if (const String foreign = foreign_member(p_base.builtin_type, p_name); !foreign.is_empty()) {
				return foreign;
			}
			offer_builtin(near, p_base.builtin_type, p_base.is_meta_type, p_is_call);
			break;
		case Type::ENUM:
			for (const GDScriptEnumInfo::Value &value : p_base.enum_info->values) {
				if (p_base.is_meta_type && !p_is_call) {
					near.offer(value.name);
				}
			}
			offer_builtin(near, p_base.is_meta_type ? Variant::DICTIONARY : Variant::INT, false, p_is_call);
			break;
		case Type::CLASS:
		case Type::NATIVE:
			if (p_base.is_meta_type) {
				near.offer("new");
			}
			offer_script_members(near, p_base.class_type, p_is_call);
			offer_methods(near, p_base.native_type);
			if (!p_is_call) {
				offer_native_members(near, p_base.native_type);
				offer_native_constants(near, p_base.native_type);
			}
			break;
		default:
			break;
	}
	return near.get();
}

String GDScriptAnalyzer::suggest_type(const StringName &p_name) const {
	NearName near(p_name);
	for (const ClassNode *outer = context.cls; outer; outer = outer->outer) {
		if (outer->identifier) {
			near.offer(outer->identifier->name);
		}
		for (const ClassNode *cls = outer; cls; cls = cls->base_type.class_type) {
			for (const Member &member : cls->members) {
				if (member.kind == Member::CLASS || member.kind == Member::ENUM) {
					near.offer(member.name);
				}
			}
		}
	}
	offer_global_types(near);
	near.offer("Variant");
	return near.get();
}

String GDScriptAnalyzer::suggest_warning(const String &p_name) {
	NearName near(p_name);
	for (int i = 0; i < GDScriptWarning::CODE_MAX; i++) {
		near.offer(GDScriptWarning::get_name((GDScriptWarning::Code)i));
	}
	return near.get();
}
