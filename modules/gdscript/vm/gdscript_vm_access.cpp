// Reading and writing elements and properties at run time, and filling the inline caches of property sites.
#include "core/config/engine.h"
#include "core/object/class_db.h"
#include "core/object/method_bind.h"
#include "modules/gdscript/vm/gdscript_native_class.h"
#include "modules/gdscript/vm/gdscript_vm_messages.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

namespace {

String describe(const Variant &p_value) {
	return GDScriptVMMessages::describe(p_value);
}

void publish(GDScriptInlineCache &p_cache, uint64_t p_key, GDScriptInlineCacheEntry::Kind p_kind, int p_index, const void *p_target, const GDScriptValueType *p_type) {
	if (p_key == 0) {
		return;
	}
	GDScriptInlineCacheEntry entry;
	entry.key = p_key;
	entry.kind = p_kind;
	entry.index = p_index;
	entry.target = p_target;
	entry.type = p_type;
	p_cache.publish(entry);
}

void publish_accessor(GDScriptInlineCache &p_cache, uint64_t p_key, const GDScriptFunction *p_function, const GDScriptClass::MemberInfo *p_member) {
	if (p_function) {
		publish(p_cache, p_key, GDScriptInlineCacheEntry::SCRIPT_ACCESSOR, 0, p_function, &p_member->type);
	}
}

void publish_member(GDScriptInlineCache &p_cache, Variant::Type p_type, const StringName &p_name, const void *p_accessor) {
	publish(p_cache, GDScriptVM::get_builtin_key(p_type), GDScriptInlineCacheEntry::BUILTIN_MEMBER, Variant::get_member_type(p_type, p_name), p_accessor, nullptr);
}

// The getter of a native property if it can be called without arguments.
const MethodBind *find_plain_getter(const Object *p_object, const StringName &p_name) {
	if (GDScriptClass::of(p_object) || p_object->derives_from<GDScriptNativeClass>()) {
		return nullptr; // Their properties are what the class declares.
	}
	const ClassDB::PropertySetGet *property = ClassDB::get_property_setget(p_object->get_class_name(), p_name);
	if (!property || !property->get_method || property->index >= 0 || property->get_method->is_vararg() || property->get_method->get_argument_count() != 0) {
		return nullptr;
	}
	return property->get_method;
}

} // namespace

bool GDScriptVMSlow::get_index(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const Variant &p_key) {
	bool valid = false;
	if (p_base.get_type() == Variant::OBJECT && !GDScriptVM::get_live_object(p_base)) {
		return fail(p_frame, "Cannot access '" + p_key.stringify() + "' on a base object of type '" + describe(p_base) + "'.");
	}
	Variant value = p_base.get(p_key, &valid);
	if (likely(valid)) {
		r_result = static_cast<Variant &&>(value);
		return true;
	}
	if (p_key.get_type() == Variant::INT && p_base.is_array()) {
		return fail(p_frame, "Index " + p_key.stringify() + " is out of bounds: the '" + describe(p_base) + "' has " + String::num_int64(int64_t(p_base.get_indexed_size())) + " elements.");
	}
	return fail(p_frame, "Invalid access to property or key '" + p_key.stringify() + "' on a base object of type '" + describe(p_base) + "'." + (p_key.is_string() ? GDScriptVMMessages::near_property(p_base, p_key) : String()));
}

bool GDScriptVMSlow::get_index_typed(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const Variant &p_key, Variant::Type p_type) {
	Variant element;
	return get_index(p_frame, element, p_base, p_key) && assign_builtin(p_frame, r_result, element, p_type);
}

bool GDScriptVMSlow::set_index(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_key, const Variant &p_value) {
	bool valid = false;
	if (p_base.get_type() == Variant::OBJECT && !GDScriptVM::get_live_object(p_base)) {
		return fail(p_frame, "Cannot set '" + p_key.stringify() + "' on a base object of type '" + describe(p_base) + "'.");
	}
	p_base.set(p_key, p_value, &valid);
	if (likely(valid)) {
		return true;
	}
	if (p_key.get_type() == Variant::INT && p_base.is_array() && uint64_t(int64_t(p_key)) >= p_base.get_indexed_size()) {
		return fail(p_frame, "Index " + p_key.stringify() + " is out of bounds: the '" + describe(p_base) + "' has " + String::num_int64(int64_t(p_base.get_indexed_size())) + " elements.");
	}
	return fail(p_frame, "Cannot set '" + p_key.stringify() + "' to a value of type '" + describe(p_value) + "' on a base object of type '" + describe(p_base) + "'.");
}

bool GDScriptVMSlow::get_named(GDScriptFrame *p_frame, Variant &r_result, const Variant &p_base, const StringName &p_name, GDScriptInlineCache &p_cache) {
	bool valid = false;
	Variant value;
	if (p_base.get_type() == Variant::OBJECT) {
		GDScriptInstance *instance = nullptr;
		Object *object = nullptr;
		const uint64_t key = GDScriptVM::get_cache_key(p_base, instance, object);
		if (!object) {
			return fail(p_frame, "Cannot access property '" + String(p_name) + "' on a base object of type '" + describe(p_base) + "'.");
		}
		const GDScriptClass::MemberInfo *member = instance ? instance->get_gdscript()->find_member(p_name) : nullptr;
		if (member && member->getter.is_empty()) {
			publish(p_cache, key, GDScriptInlineCacheEntry::SCRIPT_MEMBER, member->index, nullptr, &member->type);
			const Variant found = instance->members[member->index];
			r_result = found;
			return true;
		}
		if (member) {
			publish_accessor(p_cache, key, instance->get_gdscript()->find_function(member->getter), member);
		}
		if (key && !member && !(instance && (instance->get_gdscript()->is_hooked_get() || instance->get_gdscript()->find_static(p_name)))) {
			if (const MethodBind *getter = find_plain_getter(object, p_name)) {
				publish(p_cache, key, GDScriptInlineCacheEntry::NATIVE_METHOD, 0, getter, nullptr);
			}
		}
		value = object->get(p_name, &valid);
	} else if (p_base.get_type() == Variant::DICTIONARY) {
		if (const Variant *found = VariantInternal::get_dictionary(&p_base).getptr(Variant(p_name))) {
			value = *found;
			valid = true;
		}
	} else {
		if (const Variant::ValidatedGetter getter = Variant::get_member_validated_getter(p_base.get_type(), p_name)) {
			publish_member(p_cache, p_base.get_type(), p_name, reinterpret_cast<const void *>(getter));
		}
		value = p_base.get_named(p_name, valid);
		if (!valid && p_base.get_type() != Variant::DICTIONARY && Variant::has_builtin_method(p_base.get_type(), p_name)) {
			value = Callable::create(p_base, p_name);
			valid = true;
		}
	}
	if (likely(valid)) {
		r_result = static_cast<Variant &&>(value);
		return true;
	}
	return fail(p_frame, "Invalid access to property or key '" + String(p_name) + "' on a base object of type '" + describe(p_base) + "'." + GDScriptVMMessages::near_property(p_base, p_name));
}

bool GDScriptVMSlow::set_named(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_value, const StringName &p_name, GDScriptInlineCache &p_cache) {
	bool valid = false;
	if (p_base.get_type() == Variant::OBJECT) {
		GDScriptInstance *instance = nullptr;
		Object *object = nullptr;
		const uint64_t key = GDScriptVM::get_cache_key(p_base, instance, object);
		if (!object) {
			return fail(p_frame, "Cannot set property '" + String(p_name) + "' on a base object of type '" + describe(p_base) + "'.");
		}
		const GDScriptClass::MemberInfo *member = instance ? instance->get_gdscript()->find_member(p_name) : nullptr;
		if (member && member->setter.is_empty()) {
			publish(p_cache, key, GDScriptInlineCacheEntry::SCRIPT_MEMBER, member->index, nullptr, &member->type);
			Variant converted;
			if (member->type.convert(p_value, converted)) {
				instance->members[member->index] = static_cast<Variant &&>(converted);
				return true;
			}
			valid = instance->set(p_name, p_value);
		} else {
			if (member) {
				const GDScriptFunction *setter = instance->get_gdscript()->find_function(member->setter);
				publish_accessor(p_cache, key, setter && setter->gives_nothing ? setter : nullptr, member);
			}
			object->set(p_name, p_value, &valid);
		}
	} else {
		if (const Variant::ValidatedSetter setter = Variant::get_member_validated_setter(p_base.get_type(), p_name)) {
			publish_member(p_cache, p_base.get_type(), p_name, reinterpret_cast<const void *>(setter));
		}
		p_base.set_named(p_name, p_value, valid);
	}
	if (likely(valid)) {
		return true;
	}
	return fail(p_frame, "Cannot set property or key '" + String(p_name) + "' to a value of type '" + describe(p_value) + "' on a base object of type '" + describe(p_base) + "'." + GDScriptVMMessages::near_property(p_base, p_name));
}

Variant *GDScriptVMSlow::find_static(GDScriptFrame *p_frame, const GDScriptStaticSlot &p_slot) {
	const GDScriptClass::MemberInfo *info = nullptr;
	Variant *place = p_slot.script->find_static(p_slot.name, &info);
	if (place && info->type == p_slot.type) {
		return place;
	}
	const String name = "The static variable '" + String(p_slot.name) + "' of '" + p_slot.script->get_display_name() + "'";
	if (!place && !p_slot.script->is_valid()) {
		fail(p_frame, name + " is not there, since that script has errors.");
		return nullptr;
	}
	fail(p_frame, name + (place ? " is of another type" : " does not exist any more") + " since that script was reloaded. Reload this script, too.");
	return nullptr;
}

bool GDScriptVMSlow::get_global(GDScriptFrame *p_frame, Variant &r_result, const StringName &p_name) {
	const Variant *value = GDScriptVM::globals->getptr(p_name);
	if (value) {
		r_result = *value;
		return true;
	}
	if (Engine::get_singleton()->has_singleton(p_name)) {
		r_result = Variant(static_cast<const Object *>(Engine::get_singleton()->get_singleton_object(p_name)));
		return true;
	}
	return fail(p_frame, "The global '" + String(p_name) + "' does not exist any more.");
}
