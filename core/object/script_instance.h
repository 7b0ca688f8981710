// ScriptInstance: what a script adds to one object.
#pragma once

#include "core/core_fwd.h"
#include "core/object/property_info.h"
#include "core/templates/local_vector.h"
#include "core/templates/pair.h"
#include "core/variant/callable.h"

class ScriptLanguage;

// Owned by its object, which asks it first for everything. Calls happen on the thread that uses the object. When the object dies or
// takes another script the instance is released at once, and destroyed when no C++ frame can be in it any more (graveyard.h).
class ScriptInstance {
	ScriptLanguage *const language;

public:
	explicit ScriptInstance(ScriptLanguage *p_language) :
			language(p_language) {}
	ScriptLanguage *get_language() const { return language; }

	// False: the script has no such property (the object looks further), or refuses the value.
	virtual bool set(const StringName &p_name, const Variant &p_value) = 0;
	virtual bool get(const StringName &p_name, Variant &r_ret) const = 0;
	virtual void get_property_list(LocalVector<PropertyInfo> *p_properties) const = 0;
	virtual Variant::Type get_property_type(const StringName &p_name, bool *r_is_valid = nullptr) const = 0;
	virtual void validate_property(PropertyInfo &p_property) const = 0;
	virtual bool property_can_revert(const StringName &p_name) const = 0;
	virtual bool property_get_revert(const StringName &p_name, Variant &r_ret) const = 0;
	// Name and value of every property that is stored.
	virtual void get_property_state(LocalVector<Pair<StringName, Variant>> &r_state);

	virtual Object *get_owner() = 0;
	virtual void get_method_list(LocalVector<MethodInfo> *p_list) const = 0;
	virtual bool has_method(const StringName &p_method) const = 0;
	virtual int get_method_argument_count(const StringName &p_method, bool *r_is_valid = nullptr) const = 0;
	// CALL_ERROR_INVALID_METHOD: the script has no such method; the object then tries its native class. The caller holds an
	// ObjectMethodLock on the owner.
	virtual Variant callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) = 0;
	virtual void notification(int p_notification, bool p_reversed = false) = 0;
	virtual String to_string(bool *r_valid) = 0; // r_valid false: not overridden.

	virtual Ref<Script> get_script() const = 0;
	virtual const Variant get_rpc_config() const = 0; // Dictionary from method name to its configuration.

	// Lets go of all values and of the owner; called once, and nothing but the destructor after it.
	virtual void release() {}
	virtual ~ScriptInstance() = default;
};
