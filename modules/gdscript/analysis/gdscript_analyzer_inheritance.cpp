// Finding out what each class extends.
#include "modules/gdscript/analysis/gdscript_analyzer.h"

#include "core/config/engine.h"
#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/object/known/known_facts.h"
#include "core/string/print_string.h"

#include <atomic>

using namespace GDScriptAST;

ClassNode *GDScriptAnalyzer::load_class(const String &p_path, const Node *p_node, bool p_report) {
	String path = p_path;
	if (path.begins_with("uid://")) {
		path = ResourceLoader::to_cache_path(path);
	} else if (path.is_relative_path()) {
		path = unit.path.get_base_dir().path_join(path).simplify_path();
	}
	if (path == unit.path && !path.is_empty()) {
		return unit.tree;
	}
	GDScriptUnit *other = resolver ? resolver->get_unit(path) : nullptr;
	if (!other || !other->tree) {
		if (p_report) {
			error(p_node, "There is no script \"" + path + "\".");
		}
		return nullptr;
	}
	add_dependency(path);
	// What is wrong in the other file's members and functions is told there, and when this one comes to use them.
	if (!other->readable || other->tree->lost_base) {
		if (p_report && !told_files.has(path)) {
			told_files.insert(path);
			error(p_node, "The script \"" + path + "\" has errors; mend them first.");
		}
		return nullptr;
	}
	return other->tree;
}

ClassNode *GDScriptAnalyzer::find_global_class(const StringName &p_name, const Node *p_node) {
	if (unit.tree->identifier && unit.tree->identifier->name == p_name) {
		return unit.tree;
	}
	if (!resolver) {
		return nullptr;
	}
	const String path = resolver->get_global_class_path(p_name);
	return path.is_empty() ? nullptr : load_class(path, p_node);
}

bool GDScriptAnalyzer::is_own_addition(const StringName &p_name) {
	// Native, and not in the API that projects are written for.
	return ClassDB::is_native(p_name) && ClassDB::is_class_exposed(p_name) && !KnownFacts::is_in_api(KnownFacts::hash(p_name));
}

bool GDScriptAnalyzer::means_native_class(const StringName &p_name, const Node *p_node) {
	if (!ClassDB::class_exists(p_name) || !ClassDB::is_class_exposed(p_name)) {
		return false;
	}
	// The project's class counts also where it cannot be used for its errors.
	if (is_own_addition(p_name) && (find_global_class(p_name, p_node) || (resolver && !resolver->get_global_class_path(p_name).is_empty()))) {
		static std::atomic<bool> told{ false };
		if (is_print_verbose_enabled() && !told.exchange(true)) {
			print_verbose("The project has a class of its own named " + String(p_name) + ", which is used in place of Estragon's.");
		}
		return false;
	}
	return true;
}

// False: a base that is not known yet is missing.
bool GDScriptAnalyzer::add_to_name_scope(ClassNode *p_class, LocalVector<ClassNode *> &r_scope) {
	if (r_scope.has(p_class)) {
		return true;
	}
	r_scope.push_back(p_class);
	bool complete = p_class->stage >= ClassNode::STAGE_INHERITANCE;
	if (complete && p_class->base_type.class_type) {
		complete &= add_to_name_scope(p_class->base_type.class_type, r_scope);
	}
	if (p_class->outer) {
		complete &= add_to_name_scope(p_class->outer, r_scope);
	}
	return complete;
}

// The classes whose members a bare name in p_class may mean, nearest first: each before its base with what is around that one,
// and those before what is around itself.
// Valid until the next call for the class.
const LocalVector<ClassNode *> &GDScriptAnalyzer::get_name_scope(ClassNode *p_class) {
	if (!p_class->name_scope_is_complete) {
		p_class->name_scope.clear();
		p_class->name_scope_is_complete = add_to_name_scope(p_class, p_class->name_scope);
	}
	return p_class->name_scope;
}

// The first name after `extends`: classes around, global and native classes, constants that hold a script.
bool GDScriptAnalyzer::resolve_base_name(ClassNode *p_class, const IdentifierNode *p_name, Type &r_type) {
	const StringName &name = p_name->name;
	const LocalVector<ClassNode *> scope = get_name_scope(p_class); // A copy: what the members are may ask for it again.
	for (ClassNode *cls : scope) {
		if (cls != unit.tree && cls->identifier && cls->identifier->name == name) {
			r_type = cls->type;
			r_type.class_type = cls;
			return true;
		}
		if (Member *member = cls->find_member(name)) {
			return type_of_member(cls, member, p_name, r_type);
		}
	}
	if (Variant::get_type_by_name(name) != Variant::VARIANT_MAX && Variant::get_type_by_name(name) != Variant::OBJECT) {
		error(p_name, "\"" + String(name) + "\" is a built-in type; only classes can be extended.");
		return false;
	}
	if (means_native_class(name, p_name)) {
		if (Engine::get_singleton() && Engine::get_singleton()->has_singleton(name)) {
			error(p_name, "\"" + String(name) + "\" is a singleton of the engine and cannot be extended.");
			return false;
		}
		r_type = Type::make_native(name);
		return true;
	}
	if (ClassNode *global = find_global_class(name, p_name)) {
		r_type = global->type;
		r_type.class_type = global;
		return true;
	}
	String path;
	bool is_singleton = false;
	if (resolver && resolver->get_autoload(name, path, is_singleton) && path.ends_with(".gd")) {
		if (ClassNode *autoload = load_class(path, p_name)) {
			r_type = autoload->type;
			r_type.class_type = autoload;
			return true;
		}
		return false;
	}
	error_near(p_name, "There is no class \"" + String(name) + "\" to extend.", suggest_type(name));
	return false;
}

bool GDScriptAnalyzer::resolve_base_member(ClassNode *p_class, const IdentifierNode *p_name, Type &r_type) {
	if (r_type.kind != Type::CLASS || !r_type.class_type) {
		error(p_name, "\"" + r_type.to_string() + "\" has no inner class \"" + String(p_name->name) + "\".");
		return false;
	}
	if (r_type.class_type->stage < ClassNode::STAGE_INHERITANCE && r_type.class_type->stage != ClassNode::STAGE_RESOLVING_INHERITANCE) {
		analyzer_of(r_type.class_type).resolve_class_inheritance(r_type.class_type, p_name);
	}
	for (ClassNode *cls = r_type.class_type; cls; cls = cls->base_type.class_type) {
		Member *member = cls->find_member(p_name->name);
		if (member && cls != p_class) {
			return type_of_member(cls, member, p_name, r_type);
		}
		if (member) {
			break;
		}
	}
	error(p_name, "\"" + r_type.to_string() + "\" has no inner class \"" + String(p_name->name) + "\".");
	return false;
}

bool GDScriptAnalyzer::resolve_base(ClassNode *p_class) {
	if (!p_class->extends_used) {
		p_class->base_type = Type::make_native(SNAME("RefCounted"));
		return true;
	}
	Type base;
	uint32_t first = 0;
	const Node *at = p_class->extends_chain.is_empty() ? (const Node *)p_class : p_class->extends_chain[p_class->extends_chain.size() - 1];
	if (!p_class->extends_path.is_empty()) {
		ClassNode *file = load_class(p_class->extends_path, p_class->extends_chain.is_empty() ? (const Node *)p_class : p_class->extends_chain[0]);
		if (!file) {
			return false;
		}
		base = file->type;
		base.class_type = file;
		base.kind = Type::CLASS;
	} else {
		if (p_class->extends_chain.is_empty() || !resolve_base_name(p_class, p_class->extends_chain[0], base)) {
			return false;
		}
		first = 1;
	}
	for (uint32_t i = first; i < p_class->extends_chain.size(); i++) {
		if (!resolve_base_member(p_class, p_class->extends_chain[i], base)) {
			return false;
		}
	}
	if (base.class_type) {
		base.kind = Type::CLASS;
		ClassNode *base_class = base.class_type;
		if (base_class->stage == ClassNode::STAGE_RESOLVING_INHERITANCE) {
			error(at, base_class == p_class ? String("A class cannot extend itself.") : "These classes extend each other in a circle.");
			return false;
		}
		if (!analyzer_of(base_class).resolve_class_inheritance(base_class, at)) {
			error(at, "The base class \"" + base.to_string() + "\" could not be resolved.");
			return false;
		}
		if (base_class->unit != &unit && base_class->unit->has_errors()) {
			told_files.insert(base_class->unit->path);
			error(at, "The script \"" + base_class->unit->path + "\" has errors; mend them first.");
			return false;
		}
		base = base_class->type;
	} else if (base.kind != Type::NATIVE) {
		error(at, "\"" + base.to_string() + "\" is not a class and cannot be extended.");
		return false;
	}
	base.is_meta_type = false;
	base.is_constant = false;
	p_class->base_type = base;
	return true;
}

bool GDScriptAnalyzer::resolve_class_inheritance(ClassNode *p_class, const Node *p_asker) {
	if (p_class->stage >= ClassNode::STAGE_INHERITANCE) {
		return p_class->base_type.is_set();
	}
	if (p_class->stage == ClassNode::STAGE_RESOLVING_INHERITANCE) {
		error(p_asker, "Cyclic inheritance.");
		return false;
	}
	Depth guard(*this, p_class);
	if (!guard.ok) {
		return false;
	}
	p_class->stage = ClassNode::STAGE_RESOLVING_INHERITANCE;
	ContextScope scope(*this);
	enter_class(p_class, true);
	const bool resolved = resolve_base(p_class);
	if (!resolved) {
		p_class->lost_base = true;
		p_class->base_type = Type::make_native(SNAME("RefCounted"));
	}
	Type &type = p_class->type;
	type.kind = Type::CLASS;
	type.origin = Type::DECLARED;
	type.builtin_type = Variant::OBJECT;
	type.class_type = p_class;
	type.native_type = p_class->base_type.native_type;
	p_class->stage = ClassNode::STAGE_INHERITANCE;
	p_class->is_tool = unit.is_tool;
	check_class_name(p_class);
	for (Member &member : p_class->members) {
		if (member.kind == Member::CLASS) {
			resolve_class_inheritance(member.class_node, member.class_node);
		}
	}
	return resolved;
}

void GDScriptAnalyzer::check_class_name(ClassNode *p_class) {
	if (!p_class->identifier) {
		return;
	}
	const StringName &name = p_class->identifier->name;
	const char *problem = nullptr;
	if (ClassDB::class_exists(name) && !is_own_addition(name)) {
		problem = "a native class";
	} else if (Variant::get_type_by_name(name) != Variant::VARIANT_MAX) {
		problem = "a built-in type";
	}
	if (!problem && !p_class->outer && resolver && !unit.path.is_empty()) {
		String path;
		bool is_singleton = false;
		const String other = resolver->get_global_class_path(name);
		if (!other.is_empty() && other != unit.path) {
			error(p_class->identifier, "The class name \"" + String(name) + "\" is taken by \"" + other + "\".");
			return;
		}
		if (resolver->get_autoload(name, path, is_singleton) && is_singleton) {
			problem = "an autoload";
		}
	}
	if (problem) {
		error(p_class->identifier, "The name \"" + String(name) + "\" is taken by " + problem + ".");
	}
	check_confusable_name(name, p_class->identifier);
}

// A class that is not abstract must implement what its bases leave open.
void GDScriptAnalyzer::check_abstract_functions(ClassNode *p_class) {
	if (p_class->is_abstract) {
		return;
	}
	for (ClassNode *base = p_class; base; base = base->base_type.class_type) {
		for (const Member &member : base->members) {
			if (member.kind != Member::FUNCTION || !member.function->is_abstract) {
				continue;
			}
			const FunctionNode *implementation = nullptr;
			for (ClassNode *cls = p_class; cls != base->base_type.class_type && !implementation; cls = cls->base_type.class_type) {
				const Member *other = cls->find_member(member.name);
				implementation = other && other->kind == Member::FUNCTION ? other->function : nullptr;
			}
			if (implementation && !implementation->is_abstract) {
				continue;
			}
			const Node *at = base == p_class ? (const Node *)member.function : p_class->identifier ? (const Node *)p_class->identifier
																								   : (const Node *)p_class;
			error(at, base == p_class ? "A class with an abstract function must itself be \"@abstract\"." : "The class must implement the abstract function \"" + String(member.name) + "()\" of its base class, or be \"@abstract\" itself.");
			return;
		}
	}
}
