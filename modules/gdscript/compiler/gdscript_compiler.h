// Turns the checked syntax tree of a file into script classes: interfaces first, then code.
#pragma once

#include "core/templates/hash_set.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/compiler/gdscript_class_host.h"

class GDScriptCompiler {
	GDScriptClassHost &host;
	// Variables whose constant value is in the script's member template already.
	HashSet<const GDScriptAST::VariableNode *> preset;

	void add_stored_default(GDScriptClass *p_script, const GDScriptAST::VariableNode *p_variable, const GDScriptClass::MemberInfo &p_info);
	void add_variable(GDScriptClass *p_script, GDScriptAST::VariableNode *p_variable, bool &r_runs_code);
	void add_static_variable(GDScriptClass *p_script, GDScriptAST::VariableNode *p_variable);
	void compile_bodies(GDScriptClass *p_script, GDScriptAST::ClassNode *p_class);
	void compile_initializers(GDScriptClass *p_script, GDScriptAST::ClassNode *p_class);
	void compile_static_initializer(GDScriptClass *p_script, GDScriptAST::ClassNode *p_class);
	void add_function(GDScriptClass *p_script, const GDScriptAST::FunctionNode *p_function);

public:
	explicit GDScriptCompiler(GDScriptClassHost &p_host) :
			host(p_host) {}
	// Members, constants and signals; for those who refer to a class before it is compiled.
	void make_interface(GDScriptClass *p_script, GDScriptAST::ClassNode *p_class);
	// p_class was analyzed without errors. Inner classes that have an interface already keep it.
	void compile(GDScriptClass *p_script, GDScriptAST::ClassNode *p_class);
};
