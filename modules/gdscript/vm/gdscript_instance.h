// What an object has of its class: the values of the member variables.
#pragma once

#include "core/object/object.h"
#include "core/object/script_language.h"
#include "modules/gdscript/compiler/gdscript_class.h"

class GDScriptFunctionState;

// Owned by the object (Object::set_script_instance).
class GDScriptInstance : public ScriptInstance {
	friend class GDScriptFunctionState;
	friend class GDScriptVM;
	friend struct GDScriptVMSlow;

	Object *owner = nullptr;
	Ref<GDScriptClass> script;
	Ref<GDScriptClass> root_script; // The file's class: an inner class is nothing without it.
	Variant *members = nullptr; // script->get_member_count() of them; never moves while a method runs.
	int member_count = 0;
	SharedCounter running; // Frames of ours, on all threads; the owner is locked while there are any.
	LocalVector<Span<Variant>> earlier_members; // Of before reloads while methods ran, whose frames may point there.
	GDScriptInstance *previous_of_script = nullptr; // All of one script, see GDScriptClass::first_instance.
	GDScriptInstance *next_of_script = nullptr;
	GDScriptFunctionState *first_state = nullptr; // Our suspended coroutines: they are dropped with us.

	alignas(Variant) char self_bytes[sizeof(Variant)]; // A Variant of owner that counts no reference; only to be copied from.

	bool get_by_hook(const StringName &p_name, Variant &r_value) const;
	bool set_by_hook(const StringName &p_name, const Variant &p_value);
	bool set_member(const GDScriptClass::MemberInfo &p_info, const Variant &p_value);
	// Calls p_hook of p_script's own, if it has one. False: it has none, or the call failed.
	bool call_hook(const GDScriptClass *p_script, const StringName &p_hook, const Variant **p_args, int p_argcount, Variant &r_result) const;
	void allocate_members();
	void fill_members(const GDScriptClass *p_script);
	bool runs_on_this_thread() const;
	void release_members(bool p_in_use); // In use: their memory stays until the frames that point into it have ended.
	// Those of the chain, bases first.
	void run_initializers(const GDScriptClass *p_script, GDScriptFunction *GDScriptClass::*p_which);
	const Variant &get_self() const { return *reinterpret_cast<const Variant *>(self_bytes); }

public:
	GDScriptInstance(Object *p_owner, const Ref<GDScriptClass> &p_script);
	~GDScriptInstance() override;
	void release() override;
	bool is_released() const { return members == nullptr; }

	// Those of a script as they are now; whoever calls sees to it that none dies meanwhile.
	static LocalVector<GDScriptInstance *> list_of(const GDScriptClass *p_script);

	Object *get_owner() override { return owner; }
	Ref<Script> get_script() const override { return script; }
	GDScriptClass *get_gdscript() const { return script.ptr(); }
	void run_member_initializers();
	Variant *get_members() const { return members; }
	// After the script was compiled anew: members of the same name keep their values, new ones start with their defaults.
	void reload_members(const HashMap<StringName, GDScriptClass::MemberInfo> &p_old, const HashMap<StringName, GDScriptClass::MemberInfo> &p_new);

	bool set(const StringName &p_name, const Variant &p_value) override;
	bool get(const StringName &p_name, Variant &r_value) const override;
	void get_property_list(LocalVector<PropertyInfo> *p_list) const override;
	Variant::Type get_property_type(const StringName &p_name, bool *r_valid = nullptr) const override;
	void validate_property(PropertyInfo &p_property) const override;
	bool property_can_revert(const StringName &p_name) const override;
	bool property_get_revert(const StringName &p_name, Variant &r_value) const override;

	void get_method_list(LocalVector<MethodInfo> *p_list) const override;
	bool has_method(const StringName &p_name) const override;
	int get_method_argument_count(const StringName &p_name, bool *r_valid = nullptr) const override;
	Variant callp(const StringName &p_name, const Variant **p_args, int p_argcount, Callable::CallError &r_error) override;
	void notification(int p_what, bool p_reversed = false) override;
	String to_string(bool *r_valid) override;
	const Variant get_rpc_config() const override;
};
