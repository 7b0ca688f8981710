// Compiles a program that nobody trusts, verifies its code and runs it with a budget: for tests and the fuzz target.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object_db.h"
#include "modules/gdscript/compiler/gdscript_verifier.h"
#include "modules/gdscript/runtime/gdscript.h"
#include "modules/gdscript/syntax/gdscript_tokenizer.h"
#include "modules/gdscript/vm/gdscript_budget.h"

// Whether a program of these words may run here: it names no class that reaches files, processes, threads or the network, and no function that
// leads to such a class. What the names of the rest can do ends with the program.
inline bool gdscript_is_harmless(const String &p_source) {
	static const char *const harmless_classes[] = { "Object", "RefCounted", "Node", "Node2D", "Resource", "RegEx", "JSON", "RandomNumberGenerator", "Curve", "Gradient", "Control", "Label" };
	static const char *const harmful_names[] = { "load", "preload", "str_to_var", "bytes_to_var_with_objects", "instance_from_id", "get_tree", "get_viewport", "get_window", "take_over_path", "print_orphan_nodes", "print_tree_pretty" };
	GDScriptTokenizer tokenizer(p_source);
	for (const GDScriptToken &token : tokenizer.get_tokens()) {
		if (!token.is_name()) {
			continue;
		}
		const String name = tokenizer.get_text(token);
		bool is_harmless = !ClassDB::class_exists(StringName(name));
		for (const char *harmless : harmless_classes) {
			is_harmless = is_harmless || name == harmless;
		}
		for (const char *harmful : harmful_names) {
			is_harmless = is_harmless && name != harmful;
		}
		if (!is_harmless) {
			return false;
		}
	}
	return true;
}

// Objects that programs made since p_birth and let nobody free.
inline void gdscript_free_left_objects(uint64_t p_birth) {
	struct Left {
		uint64_t birth;
		LocalVector<ObjectID> ids;
	} left = { p_birth, {} };
	ObjectDB::debug_objects([](Object *p_object, void *p_left) {
		Left *found = static_cast<Left *>(p_left);
		const ObjectID id = p_object->get_instance_id();
		if (!id.is_ref_counted() && ObjectDB::get_birth(id) > found->birth) {
			found->ids.push_back(id);
		}
	},
			&left);
	for (const ObjectID id : left.ids) {
		if (Object *object = ObjectDB::get_instance(id)) {
			memdelete(object); // A node takes its children along.
		}
	}
}

struct GDScriptBudgetedRun {
	bool compiled = false;
	bool used_up = false;
	String problem; // What the verifier says of code that the compiler made; nothing must ever stand here.
};

// Makes an instance and calls all its functions that need no arguments.
inline GDScriptBudgetedRun gdscript_run_with_budget(const String &p_source, uint64_t p_instructions, uint64_t p_bytes) {
	GDScriptBudgetedRun result;
	const uint64_t birth = ObjectDB::get_newest_birth();
	GDScriptBudget budget(p_instructions, p_bytes); // Static initializers run while it is loaded.
	Ref<GDScript> script;
	script.instantiate();
	script->set_source_code(p_source);
	result.compiled = script->reload() == OK;
	for (const KeyValue<StringName, GDScriptFunction *> &entry : script->get_member_functions()) {
		result.problem += result.compiled ? gdscript_verify(entry.value) : String();
	}
	if (result.compiled && result.problem.is_empty()) {
		Callable::CallError error;
		const Variant instance = script->create_instance(nullptr, 0, error);
		Vector<StringName> names;
		for (const KeyValue<StringName, GDScriptFunction *> &entry : script->get_member_functions()) {
			if (entry.value->get_required_count() == 0) {
				names.push_back(entry.key);
			}
		}
		for (const StringName &name : names) {
			if (Object *object = instance.get_validated_object()) {
				object->callp(name, nullptr, 0, error);
			}
		}
	}
	gdscript_free_left_objects(birth);
	script->clear(); // What it holds may hold it.
	result.used_up = budget.is_used_up();
	return result;
}
