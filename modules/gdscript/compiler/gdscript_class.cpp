// What a compiled class consists of, and finding it in the chain of bases.
#include "modules/gdscript/compiler/gdscript_class.h"

#include "core/os/memory.h"

#include <atomic>

ScriptLanguage *GDScriptClass::language = nullptr;

GDScriptClass::GDScriptClass() = default;

GDScriptClass::~GDScriptClass() {
	for (GDScriptFunction *function : retired) {
		memdelete(function);
	}
}

GDScriptClass *GDScriptClass::of(Object *p_object) {
	Script *script = Object::cast_to<Script>(p_object);
	return script && script->get_language() == language ? static_cast<GDScriptClass *>(script) : nullptr;
}

// Odd and never given twice, so that no class tag is equal to it.
static uint64_t make_cache_key() {
	static std::atomic<uint64_t> last{ 4097 };
	return last.fetch_add(2, std::memory_order_relaxed);
}

static bool are_alike(const HashMap<StringName, GDScriptClass::MemberInfo> &p_a, const HashMap<StringName, GDScriptClass::MemberInfo> &p_b) {
	if (p_a.size() != p_b.size()) {
		return false;
	}
	for (const KeyValue<StringName, GDScriptClass::MemberInfo> &entry : p_a) {
		const GDScriptClass::MemberInfo *other = p_b.getptr(entry.key);
		if (!other || other->index != entry.value.index || other->type != entry.value.type) {
			return false;
		}
	}
	return true;
}

void GDScriptClass::renew_layout(const Variables &p_before) {
	base_layout = base.is_valid() ? base->layout : 0;
	if (layout == 0 || !are_alike(p_before.members, members) || !are_alike(p_before.statics, statics)) {
		layout = make_cache_key();
	}
}

bool GDScriptClass::is_off_base() const {
	const GDScriptClass *current = this;
	while (current->base.is_valid() && current->base_layout == current->base->layout) {
		current = current->base.ptr();
	}
	return current->base.is_valid();
}

bool GDScriptClass::is_outdated() const {
	if (is_off_base()) {
		return true;
	}
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : subclasses) {
		if (entry.value->is_outdated()) {
			return true;
		}
	}
	return false;
}

void GDScriptClass::disable(bool p_outdated) {
	if (!p_outdated || is_off_base()) {
		const Variables before = { members, statics };
		clear_compiled();
		base.unref(); // Its functions know nothing of the variables that instances of ours have.
		renew_layout(before);
	}
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : subclasses) {
		entry.value->disable(p_outdated);
	}
}

// The functions go when the script goes: a lambda or a running call may still need those of an earlier compilation.
void GDScriptClass::clear_compiled() {
	valid = false;
	static_initialized = false;
	cache_key = make_cache_key();
	for (const KeyValue<StringName, GDScriptFunction *> &entry : functions) {
		retired.push_back(entry.value);
	}
	functions.clear();
	for (GDScriptFunction *special : { implicit_initializer, implicit_ready, static_initializer }) {
		if (special) {
			retired.push_back(special);
		}
	}
	implicit_initializer = nullptr;
	implicit_ready = nullptr;
	static_initializer = nullptr;
	hooked_get = false;
	hooked_set = false;
	hooked_notification = false;
	members.clear();
	member_order.clear();
	member_count = 0;
	own_properties.clear();
	own_template.clear();
	stored_defaults.clear();
	fresh_members.clear();
	statics.clear();
	static_order.clear();
	static_values.clear();
	constants.clear();
	signals.clear();
	method_infos.clear();
	rpc_config = Dictionary();
}

void GDScriptClass::clear() {
	clear_compiled();
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : subclasses) {
		entry.value->outer = nullptr;
		entry.value->clear();
	}
	subclasses.clear();
	// What functions hold on to may hold us.
	for (GDScriptFunction *function : retired) {
		function->constants.clear();
		function->types.clear();
	}
}

GDScriptClass *GDScriptClass::get_root_class() {
	GDScriptClass *root = this;
	while (root->outer) {
		root = root->outer;
	}
	return root;
}

String GDScriptClass::get_display_name() const {
	if (!global_name.is_empty()) {
		return global_name;
	}
	if (!local_name.is_empty()) {
		return local_name;
	}
	return path.is_empty() ? String("GDScript") : path.get_file();
}

const Variant *GDScriptClass::find_stored_default(const StringName &p_name) const {
	for (const GDScriptClass *script = this; script; script = script->get_base()) {
		if (const Variant *value = script->stored_defaults.getptr(p_name)) {
			return value;
		}
	}
	return nullptr;
}

Variant *GDScriptClass::find_static(const StringName &p_name, const MemberInfo **r_info, GDScriptClass **r_owner) {
	for (GDScriptClass *current = this; current; current = current->base.ptr()) {
		if (const MemberInfo *info = current->statics.getptr(p_name)) {
			if (r_info) {
				*r_info = info;
			}
			if (r_owner) {
				*r_owner = current;
			}
			return &current->static_values[uint32_t(info->index)];
		}
	}
	return nullptr;
}

GDScriptFunction *GDScriptClass::find_own_function(const StringName &p_name) const {
	GDScriptFunction *const *function = functions.getptr(p_name);
	return function ? *function : nullptr;
}

GDScriptFunction *GDScriptClass::find_function(const StringName &p_name) const {
	for (const GDScriptClass *current = this; current; current = current->base.ptr()) {
		if (GDScriptFunction *const *function = current->functions.getptr(p_name)) {
			return *function;
		}
	}
	return nullptr;
}

GDScriptClass *GDScriptClass::find_subclass(const StringName &p_name) const {
	const Ref<GDScriptClass> *found = subclasses.getptr(p_name);
	return found ? found->ptr() : nullptr;
}

void GDScriptClass::collect_own_properties(LocalVector<PropertyInfo> *p_list) const {
	const bool is_file = !path.is_empty() && !outer;
	PropertyInfo category(Variant::NIL, is_file ? path.get_file() : String("Built-in script"), PROPERTY_HINT_NONE, is_file ? path : String(), PROPERTY_USAGE_CATEGORY);
	p_list->push_back(category);
	for (const PropertyInfo &property : own_properties) {
		p_list->push_back(property);
	}
}
