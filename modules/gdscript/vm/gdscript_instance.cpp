// Member variables, hooks and methods of one scripted object.
#include "modules/gdscript/vm/gdscript_instance.h"

#include "core/os/memory.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "modules/gdscript/vm/gdscript_function_state.h"
#include "modules/gdscript/vm/gdscript_stack.h"
#include "modules/gdscript/vm/gdscript_vm.h"

#include <cstring>

GDScriptInstance::GDScriptInstance(Object *p_owner, const Ref<GDScriptClass> &p_script) :
		ScriptInstance(GDScriptClass::language), owner(p_owner), script(p_script) {
	root_script.reference_ptr(p_script->get_root_class());
	{
		// Copied as bytes: what it counts is given back right away, and what is left names the owner without holding it.
		const Variant self(static_cast<const Object *>(p_owner));
		memcpy(self_bytes, static_cast<const void *>(&self), sizeof(Variant));
	}
	allocate_members();
	SharedSpinLockGuard guard(script->instances_lock);
	next_of_script = script->first_instance;
	if (next_of_script) {
		next_of_script->previous_of_script = this;
	}
	script->first_instance = this;
}

LocalVector<GDScriptInstance *> GDScriptInstance::list_of(const GDScriptClass *p_script) {
	LocalVector<GDScriptInstance *> list;
	SharedSpinLockGuard guard(p_script->instances_lock);
	for (GDScriptInstance *instance = p_script->first_instance; instance; instance = instance->next_of_script) {
		list.push_back(instance);
	}
	return list;
}

GDScriptInstance::~GDScriptInstance() {
	release();
}

void GDScriptInstance::release() {
	if (is_released()) {
		return;
	}
	{
		SharedSpinLockGuard guard(script->instances_lock);
		(previous_of_script ? previous_of_script->next_of_script : script->first_instance) = next_of_script;
		if (next_of_script) {
			next_of_script->previous_of_script = previous_of_script;
		}
	}
	while (first_state) {
		const Ref<GDScriptFunctionState> kept(first_state);
		first_state->drop();
	}
	// Frames that still run on us find out by this; what they point into stays until they are gone.
	const bool in_use = runs_on_this_thread();
	if (in_use) {
		GDScriptStack::get().orphaned_scripts.push_back(root_script);
		for (GDScriptFrame *frame = GDScriptStack::get().get_top(); frame; frame = frame->previous) {
			if (frame->instance == this) {
				frame->instance = nullptr;
			}
		}
	}
	if (running.get() > 0) {
		ObjectMethodLock::remove(owner); // It may go on with another script.
	}
	release_members(in_use);
}

// The count alone does not tell: several threads may be inside methods of one object, and whoever ends it has waited for the others.
bool GDScriptInstance::runs_on_this_thread() const {
	const GDScriptFrame *frame = running.get() > 0 ? GDScriptStack::get().get_top() : nullptr;
	while (frame && frame->instance != this) {
		frame = frame->previous;
	}
	return frame != nullptr;
}

void GDScriptInstance::allocate_members() {
	member_count = script->member_count;
	members = static_cast<Variant *>(memalloc(sizeof(Variant) * size_t(MAX(member_count, 1))));
	fill_members(script.ptr());
}

// Own members stand behind the base's.
void GDScriptInstance::fill_members(const GDScriptClass *p_script) {
	if (const GDScriptClass *base = p_script->get_base()) {
		fill_members(base);
	}
	const int count = int(p_script->own_template.size());
	Variant *own = members + (p_script->member_count - count);
	for (int i = 0; i < count; i++) {
		new (own + i) Variant(p_script->own_template.ptr()[i]);
	}
	for (const Pair<int, GDScriptValueType> &fresh : p_script->fresh_members) {
		members[fresh.first] = fresh.second.get_default();
	}
}

static void free_members(const Span<Variant> &p_members) {
	Variant *released = const_cast<Variant *>(p_members.ptr());
	// In order of declaration, and each gone from its place before its end runs code that may look here.
	for (uint64_t i = 0; i < p_members.size(); i++) {
		Variant dead(static_cast<Variant &&>(released[i]));
	}
	memfree(released);
}

void GDScriptInstance::release_members(bool p_in_use) {
	const Span<Variant> released(members, uint64_t(member_count));
	members = nullptr;
	if (p_in_use) {
		GDScriptStack &stack = GDScriptStack::get();
		stack.orphaned_members.push_back(released);
		for (const Span<Variant> &earlier : earlier_members) {
			stack.orphaned_members.push_back(earlier);
		}
	} else {
		free_members(released);
		for (const Span<Variant> &earlier : earlier_members) {
			free_members(earlier);
		}
	}
	earlier_members.clear();
}

void GDScriptInstance::reload_members(const HashMap<StringName, GDScriptClass::MemberInfo> &p_old, const HashMap<StringName, GDScriptClass::MemberInfo> &p_new) {
	Variant *old_members = members;
	const int old_count = member_count;
	allocate_members();
	for (const KeyValue<StringName, GDScriptClass::MemberInfo> &entry : p_new) {
		const GDScriptClass::MemberInfo *before = p_old.getptr(entry.key);
		if (before && before->index < old_count) {
			entry.value.type.convert(old_members[before->index], members[entry.value.index]);
		}
	}
	const Span<Variant> old(old_members, uint64_t(old_count));
	if (running.get() > 0) {
		earlier_members.push_back(old);
	} else {
		free_members(old);
	}
}

void GDScriptInstance::run_initializers(const GDScriptClass *p_script, GDScriptFunction *GDScriptClass::*p_which) {
	if (const GDScriptClass *base = p_script->get_base()) {
		run_initializers(base, p_which);
	}
	if (GDScriptFunction *function = p_script->*p_which) {
		Callable::CallError error;
		GDScriptVM::call(function, this, nullptr, 0, error);
	}
}

void GDScriptInstance::run_member_initializers() {
	run_initializers(script.ptr(), &GDScriptClass::implicit_initializer);
}

// --- Properties ------------------------------------------------------------------------------------------------------

bool GDScriptInstance::call_hook(const GDScriptClass *p_script, const StringName &p_hook, const Variant **p_args, int p_argcount, Variant &r_result) const {
	GDScriptFunction *function = p_script->find_own_function(p_hook);
	if (!function || is_released()) { // A hook before this one may have freed the owner.
		return false;
	}
	Callable::CallError error;
	r_result = GDScriptVM::call(function, const_cast<GDScriptInstance *>(this), p_args, p_argcount, error);
	return error.error == Callable::CallError::CALL_OK;
}

// From outside whatever a constructor of the type would take is taken.
bool GDScriptInstance::set_member(const GDScriptClass::MemberInfo &p_info, const Variant &p_value) {
	Variant value = p_value;
	if (!p_info.type.matches(p_value, true)) {
		const Variant *arg = &p_value;
		Callable::CallError error;
		Variant::construct(p_info.type.builtin_type, value, &arg, 1, error);
		if (error.error != Callable::CallError::CALL_OK || !p_info.type.matches(value, true)) {
			return false;
		}
	}
	if (!p_info.setter.is_empty()) {
		const Variant *args = &value;
		Callable::CallError error;
		callp(p_info.setter, &args, 1, error);
		return error.error == Callable::CallError::CALL_OK;
	}
	members[p_info.index] = value;
	return true;
}

bool GDScriptInstance::set_by_hook(const StringName &p_name, const Variant &p_value) {
	const Variant name = p_name;
	const Variant *args[2] = { &name, &p_value };
	for (const GDScriptClass *current = script.ptr(); current && current->hooked_set; current = current->get_base()) {
		Variant taken;
		if (call_hook(current, SNAME("_set"), args, 2, taken) && taken.get_type() == Variant::BOOL && bool(taken)) {
			return true;
		}
	}
	return false;
}

bool GDScriptInstance::get_by_hook(const StringName &p_name, Variant &r_value) const {
	const Variant name = p_name;
	const Variant *args = &name;
	for (const GDScriptClass *current = script.ptr(); current && current->hooked_get; current = current->get_base()) {
		Variant found;
		if (call_hook(current, SNAME("_get"), &args, 1, found) && found.get_type() != Variant::NIL) {
			r_value = found;
			return true;
		}
	}
	return false;
}

bool GDScriptInstance::set(const StringName &p_name, const Variant &p_value) {
	if (const GDScriptClass::MemberInfo *info = script->find_member(p_name)) {
		return set_member(*info, p_value);
	}
	if (script->find_static(p_name)) {
		bool valid = false;
		script->set(p_name, p_value, &valid);
		return valid;
	}
	return set_by_hook(p_name, p_value);
}

bool GDScriptInstance::get(const StringName &p_name, Variant &r_value) const {
	if (const GDScriptClass::MemberInfo *info = script->find_member(p_name)) {
		if (info->getter.is_empty()) {
			r_value = members[info->index];
			return true;
		}
		Callable::CallError error;
		r_value = const_cast<GDScriptInstance *>(this)->callp(info->getter, nullptr, 0, error);
		return error.error == Callable::CallError::CALL_OK;
	}
	for (GDScriptClass *current = script.ptr(); current; current = current->get_base()) {
		if (const Variant *constant = current->constants.getptr(p_name)) {
			r_value = *constant;
			return true;
		}
		if (current->statics.has(p_name)) {
			bool valid = false;
			r_value = current->Object::get(p_name, &valid);
			return valid;
		}
		if (current->signals.has(p_name)) {
			r_value = Signal(owner, p_name);
			return true;
		}
		if (current->find_own_function(p_name)) {
			r_value = Callable(owner, p_name); // Of a static one, too.
			return true;
		}
	}
	return get_by_hook(p_name, r_value);
}

void GDScriptInstance::get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const GDScriptClass *current = script.ptr(); current; current = current->get_base()) {
		current->collect_own_properties(p_list);
		Variant listed;
		if (!call_hook(current, SNAME("_get_property_list"), nullptr, 0, listed) || listed.get_type() != Variant::ARRAY) {
			continue;
		}
		const Array entries = listed;
		for (int i = 0; i < entries.size(); i++) {
			if (entries[i].get_type() == Variant::DICTIONARY) {
				p_list->push_back(PropertyInfo::from_dict(entries[i]));
			}
		}
	}
}

Variant::Type GDScriptInstance::get_property_type(const StringName &p_name, bool *r_valid) const {
	const GDScriptClass::MemberInfo *info = script->find_member(p_name);
	if (r_valid) {
		*r_valid = info != nullptr;
	}
	return info ? info->info.type : Variant::NIL;
}

void GDScriptInstance::validate_property(PropertyInfo &p_property) const {
	GDScriptFunction *function = script->find_function(SNAME("_validate_property"));
	if (!function) {
		return;
	}
	const Variant property = Dictionary(p_property);
	const Variant *args = &property;
	Callable::CallError error;
	GDScriptVM::call(function, const_cast<GDScriptInstance *>(this), &args, 1, error);
	if (error.error == Callable::CallError::CALL_OK) {
		p_property = PropertyInfo::from_dict(property);
	}
}

bool GDScriptInstance::property_can_revert(const StringName &p_name) const {
	const Variant name = p_name;
	const Variant *args = &name;
	for (const GDScriptClass *current = script.ptr(); current; current = current->get_base()) {
		Variant can;
		if (call_hook(current, SNAME("_property_can_revert"), &args, 1, can) && can.get_type() == Variant::BOOL && bool(can)) {
			return true;
		}
	}
	return false;
}

bool GDScriptInstance::property_get_revert(const StringName &p_name, Variant &r_value) const {
	const Variant name = p_name;
	const Variant *args = &name;
	for (const GDScriptClass *current = script.ptr(); current; current = current->get_base()) {
		Variant value;
		if (call_hook(current, SNAME("_property_get_revert"), &args, 1, value) && value.get_type() != Variant::NIL) {
			r_value = value;
			return true;
		}
	}
	return false;
}

// --- Methods ---------------------------------------------------------------------------------------------------------

void GDScriptInstance::get_method_list(LocalVector<MethodInfo> *p_list) const {
	script->get_script_method_list(p_list);
}

bool GDScriptInstance::has_method(const StringName &p_name) const {
	return script->find_function(p_name) != nullptr;
}

int GDScriptInstance::get_method_argument_count(const StringName &p_name, bool *r_valid) const {
	return script->get_script_method_argument_count(p_name, r_valid);
}

Variant GDScriptInstance::callp(const StringName &p_name, const Variant **p_args, int p_argcount, Callable::CallError &r_error) {
	GDScriptFunction *function = script->find_function(p_name);
	if (p_name == SNAME("_ready")) {
		// `@onready` variables of the whole chain come first, bases before derived classes.
		run_initializers(script.ptr(), &GDScriptClass::implicit_ready);
	}
	if (!function || is_released()) {
		r_error.error = Callable::CallError::CALL_ERROR_INVALID_METHOD;
		return Variant();
	}
	const Ref<GDScriptClass> kept = script; // The object, and us with it, may go while it runs.
	return GDScriptVM::call(function, function->is_static ? nullptr : this, p_args, p_argcount, r_error);
}

void GDScriptInstance::notification(int p_what, bool p_reversed) {
	if (!script->hooked_notification) {
		return;
	}
	LocalVector<GDScriptClass *> chain; // Derived first.
	for (GDScriptClass *current = script.ptr(); current; current = current->get_base()) {
		chain.push_back(current);
	}
	const Ref<GDScriptClass> kept = script;
	const ObjectID id = owner->get_instance_id();
	const Variant what = p_what;
	const Variant *args = &what;
	Variant ignored;
	for (uint32_t i = 0; i < chain.size(); i++) {
		call_hook(chain[p_reversed ? i : chain.size() - 1 - i], SNAME("_notification"), &args, 1, ignored);
		if (!ObjectDB::get_instance(id)) {
			return;
		}
	}
}

String GDScriptInstance::to_string(bool *r_valid) {
	Variant text;
	bool valid = false;
	if (has_method(SNAME("_to_string"))) {
		Callable::CallError error;
		text = callp(SNAME("_to_string"), nullptr, 0, error);
		valid = error.error == Callable::CallError::CALL_OK && text.is_string();
		if (!valid) {
			ERR_PRINT("Wrong type for _to_string() of " + script->get_display_name() + ": it must return a String.");
		}
	}
	if (r_valid) {
		*r_valid = valid;
	}
	return valid ? String(text) : String();
}

const Variant GDScriptInstance::get_rpc_config() const {
	return script->get_rpc_config();
}
