// A compiled class of the language: members, constants, signals and functions. What the compiler makes and the virtual machine runs on.
#pragma once

#include "core/object/script_language.h"
#include "core/templates/hash_map.h"
#include "core/templates/pair.h"
#include "core/templates/spin_lock.h"
#include "modules/gdscript/compiler/gdscript_function.h"

class GDScriptInstance;

// Always a GDScript, the script object that scripts see; that adds source text and loading. A file is one of them, and each of its inner
// classes another. Filled by GDScriptCompiler, on one thread at a time.
class GDScriptClass : public Script {
	friend class GDScript;
	friend class GDScriptCache;
	friend class GDScriptCompiler;
	friend class GDScriptInstance;
	friend class GDScriptReload;

public:
	struct MemberInfo {
		int index = 0;
		StringName getter;
		StringName setter;
		GDScriptValueType type;
		PropertyInfo info;
	};

	// The language itself, set while it lives: its scripts and their instances are known by it.
	static ScriptLanguage *language;

private:
	// The class that ClassDB knows is GDScript: of() is how to get here from an Object.
	struct NoClassTag;
	static NoClassTag class_tag;

	String path; // Kept apart from the resource path: "" for scripts made at run time, the file's path for inner classes too.
	bool valid = false; // Compiled without errors.
	bool tool = false;
	bool abstract = false;
	bool compiling = false;
	bool static_initialized = false;
	bool has_interface = false; // Members, constants and signals are known; there may be no code yet.
	bool initializes_by_code = false; // Here or in a base: instances do not start from the template alone.
	uint64_t layout = 0; // Never reused: renewed when a compilation gives other variables, or others of the same name.
	uint64_t base_layout = 0; // The base's when this was laid out.
	uint64_t cache_key = 0; // Odd, never reused: renewed with every compilation. See GDScriptVM::get_cache_key().

	StringName local_name; // Of inner classes, or `class_name`.
	StringName global_name;
	String icon_path;
	StringName native_base; // "RefCounted" until compiled.
	Ref<GDScriptClass> base;
	GDScriptClass *outer = nullptr; // Inner classes: the class around it, which owns us.

	HashMap<StringName, MemberInfo> members; // Inherited ones included.
	Vector<StringName> member_order; // Own ones.
	int member_count = 0; // Inherited ones included.
	Vector<PropertyInfo> own_properties; // With groups and categories, as the property list shows them.
	LocalVector<Variant> own_template; // What the own members of new instances start with.
	LocalVector<Pair<int, GDScriptValueType>> fresh_members; // Own ones that start with a container of their own.
	HashMap<StringName, Variant> stored_defaults; // Own ones that scenes and resources store and whose start is a constant.
	HashMap<StringName, MemberInfo> statics; // Own ones; index into static_values.
	Vector<StringName> static_order;
	LocalVector<Variant> static_values; // Sized once per compilation.
	HashMap<StringName, Variant> constants; // With enums and inner classes.
	HashMap<StringName, Ref<GDScriptClass>> subclasses;
	HashMap<StringName, GDScriptFunction *> functions; // Owned; in order of declaration.
	Vector<MethodInfo> method_infos; // Own functions and accessors, abstract ones too, in order of declaration.
	HashMap<StringName, MethodInfo> signals;
	Dictionary rpc_config; // Own ones.
	GDScriptFunction *implicit_initializer = nullptr; // Owned. Null: nothing to run.
	GDScriptFunction *implicit_ready = nullptr;
	GDScriptFunction *static_initializer = nullptr;
	LocalVector<GDScriptFunction *> retired; // Of earlier compilations while instances or lambdas may still run them.
	bool hooked_get = false; // Somebody in the chain has `_get`, `_set`, `_notification`.
	bool hooked_set = false;
	bool hooked_notification = false;

	GDScriptInstance *first_instance = nullptr; // Of a list that runs through them; guarded by instances_lock, as threads may make and drop them.
	mutable SpinLock instances_lock;

	struct Variables {
		HashMap<StringName, MemberInfo> members;
		HashMap<StringName, MemberInfo> statics;
	};
	void clear_compiled();
	// After the variables are known anew.
	void renew_layout(const Variables &p_before);

public:
	// The class that an object is, if it is one of ours; else null.
	static GDScriptClass *of(Object *p_object);
	static const GDScriptClass *of(const Object *p_object) { return of(const_cast<Object *>(p_object)); }

	bool is_valid() const override { return valid; }
	bool is_tool() const override { return tool; }
	bool is_abstract() const override { return abstract; }
	StringName get_global_name() const override { return global_name; }
	StringName get_instance_base_type() const override { return native_base; }
	ScriptLanguage *get_language() const override { return language; }

	uint64_t get_cache_key() const { return cache_key; }
	uint64_t get_layout() const { return layout; }
	GDScriptClass *get_base() const { return base.ptr(); }
	GDScriptClass *get_outer() const { return outer; }
	// The file's class.
	GDScriptClass *get_root_class();
	const StringName &get_native_base() const { return native_base; }
	const String &get_script_path() const { return path; }
	void set_script_path(const String &p_path) { path = p_path; }
	const StringName &get_local_name() const { return local_name; }
	// For messages: class name, else path.
	String get_display_name() const;
	int get_member_count() const { return member_count; }
	const HashMap<StringName, MemberInfo> &get_member_table() const { return members; }
	const MemberInfo *find_member(const StringName &p_name) const { return members.getptr(p_name); }
	// The nearest of the chain; null if there is none.
	GDScriptFunction *find_function(const StringName &p_name) const;
	GDScriptFunction *find_own_function(const StringName &p_name) const;
	// Null: nobody in the chain has such a variable, or it starts with the result of code.
	const Variant *find_stored_default(const StringName &p_name) const;
	Variant *find_static(const StringName &p_name, const MemberInfo **r_info = nullptr, GDScriptClass **r_owner = nullptr);
	const HashMap<StringName, Ref<GDScriptClass>> &get_subclasses() const { return subclasses; }
	GDScriptClass *find_subclass(const StringName &p_name) const;
	Variant *get_static_values() { return static_values.ptr(); }
	// Whether it, or a base, was laid out after a base that has other variables now: instances must neither be made nor used so.
	bool is_off_base() const;
	// Whether it, or an inner class, was laid out after a base that has other variables now.
	bool is_outdated() const;
	// Takes code, variables and the base from it, and from inner classes, until it is compiled again. p_outdated: only from those that are.
	void disable(bool p_outdated);
	const HashMap<StringName, GDScriptFunction *> &get_member_functions() const { return functions; }
	const Vector<StringName> &get_member_order() const { return member_order; }
	bool is_hooked_get() const { return hooked_get; }
	// As the property list shows them: a category with the file's name, then what the class declares.
	void collect_own_properties(LocalVector<PropertyInfo> *p_list) const;

	virtual void init_statics() = 0; // Bases first; once per compilation.
	// Makes the native object, the instance, and runs the constructor. Null Variant with r_error set when it cannot be made.
	virtual Variant create_instance(const Variant **p_args, int p_argcount, Callable::CallError &r_error) = 0;
	// Breaks reference cycles at shut-down.
	void clear();

	GDScriptClass();
	~GDScriptClass() override;
};
