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

} // namespace

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
	return near.get_question();
}

String GDScriptAnalyzer::suggest_member(const Type &p_base, const StringName &p_name, bool p_is_call) const {
	NearName near(p_name);
	switch (p_base.kind) {
		case Type::BUILTIN:
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
	return near.get_question();
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
	return near.get_question();
}

String GDScriptAnalyzer::suggest_warning(const String &p_name) {
	NearName near(p_name);
	for (int i = 0; i < GDScriptWarning::CODE_MAX; i++) {
		near.offer(GDScriptWarning::get_name((GDScriptWarning::Code)i));
	}
	return near.get_question();
}
