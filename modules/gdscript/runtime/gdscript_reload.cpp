// Values that outlive the code they were made by.
#include "modules/gdscript/runtime/gdscript_reload.h"

#include "modules/gdscript/vm/gdscript_instance.h"

GDScriptReload::GDScriptReload(GDScriptClass *p_script) {
	remember(p_script);
	for (const Before &known : before) {
		known.script->has_interface = false;
	}
}

void GDScriptReload::remember(GDScriptClass *p_script) {
	Before known;
	known.script = p_script;
	known.layout = p_script->layout;
	known.members = p_script->members;
	for (const KeyValue<StringName, GDScriptClass::MemberInfo> &entry : p_script->statics) {
		known.statics.insert(entry.key, p_script->static_values[uint32_t(entry.value.index)]);
	}
	before.push_back(known);
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : p_script->subclasses) {
		remember(entry.value.ptr());
	}
}

void GDScriptReload::restore(bool p_keep_statics) {
	for (const Before &known : before) {
		if (known.layout == known.script->layout) {
			continue;
		}
		for (GDScriptInstance *instance : GDScriptInstance::list_of(known.script)) {
			instance->reload_members(known.members, known.script->members);
		}
	}
	if (!p_keep_statics || before.is_empty()) {
		return;
	}
	before[0].script->init_statics();
	for (const Before &known : before) {
		for (const KeyValue<StringName, Variant> &entry : known.statics) {
			if (const GDScriptClass::MemberInfo *info = known.script->statics.getptr(entry.key)) {
				info->type.convert(entry.value, known.script->static_values[uint32_t(info->index)]);
			}
		}
	}
}
