// Turns the checked syntax tree of a file into script classes: interfaces first, then code.
#pragma once

#include "core/templates/hash_set.h"
#include "modules/gdscript/runtime/gdscript.h"
#include "modules/gdscript/syntax/gdscript_ast.h"

class GDScriptCache;

class GDScriptCompiler {
	GDScriptCache *cache;
	// Variables whose constant value is in the script's member template already.
	HashSet<const GDScriptAST::VariableNode *> preset;

	struct Before {
		GDScript *script = nullptr;
		HashMap<StringName, GDScript::MemberInfo> members;
		HashMap<StringName, Variant> statics;
	};
	LocalVector<Before> before; // What reloading must keep.

	void remember(GDScript *p_script);
	void restore(const Before &p_before);
	void add_variable(GDScript *p_script, GDScriptAST::VariableNode *p_variable, bool &r_runs_code);
	void add_static_variable(GDScript *p_script, GDScriptAST::VariableNode *p_variable);
	void compile_bodies(GDScript *p_script, GDScriptAST::ClassNode *p_class);
	void compile_initializers(GDScript *p_script, GDScriptAST::ClassNode *p_class);
	void compile_static_initializer(GDScript *p_script, GDScriptAST::ClassNode *p_class);
	void add_function(GDScript *p_script, const GDScriptAST::FunctionNode *p_function);

public:
	explicit GDScriptCompiler(GDScriptCache *p_cache) :
			cache(p_cache) {}
	// Members, constants and signals; for those who refer to a class before it is compiled.
	void make_interface(GDScript *p_script, GDScriptAST::ClassNode *p_class);
	// p_class was analyzed without errors. p_keep_state: instances and static variables keep their values.
	void compile(GDScript *p_script, GDScriptAST::ClassNode *p_class, bool p_keep_state);
};
