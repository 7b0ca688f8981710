// Object: properties and metadata.
#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/object/object.h"
#include "core/object/object_extra.h"
#include "core/object/script_instance.h"
#include "core/object/shown_objects.h"

static constexpr char META_PREFIX[] = "metadata/";

// The metadata's name when p_property is "metadata/<name>", else empty.
static StringName meta_name_of(const StringName &p_property) {
	const String &text = p_property.get_string();
	return text.begins_with(META_PREFIX) ? StringName(text.substr(sizeof(META_PREFIX) - 1)) : StringName();
}

bool Object::set_by_class(const StringName &p_name, const Variant &p_value) {
	for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
		if (tag->set && tag->set(this, p_name, p_value)) {
			return true;
		}
	}
	return false;
}

bool Object::get_by_class(const StringName &p_name, Variant &r_value) const {
	for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
		if (tag->get && tag->get(this, p_name, r_value)) {
			return true;
		}
	}
	return false;
}

void Object::set(const StringName &p_name, const Variant &p_value, bool *r_valid) {
	bool valid = true;
	if (script_instance && script_instance->set(p_name, p_value)) {
	} else if (ClassDB::set_property(this, p_name, p_value, &valid)) {
	} else if (p_name == SNAME("script")) {
		set_script(p_value);
	} else if (const StringName meta = meta_name_of(p_name)) {
		set_meta(meta, p_value);
	} else {
		valid = set_by_class(p_name, p_value);
	}
	if (r_valid) {
		*r_valid = valid;
	}
}

Variant Object::get(const StringName &p_name, bool *r_valid) const {
	Variant value;
	bool valid = true;
	if (script_instance && script_instance->get(p_name, value)) {
	} else if (ClassDB::get_property(this, p_name, value)) {
	} else if (p_name == SNAME("script")) {
		value = get_script();
	} else if (const StringName meta = meta_name_of(p_name); meta && has_meta(meta)) {
		value = *extra->metadata.get().getptr(meta);
	} else {
		valid = get_by_class(p_name, value);
	}
	if (r_valid) {
		*r_valid = valid;
	}
	return value;
}

void Object::set_indexed(const Vector<StringName> &p_names, const Variant &p_value, bool *r_valid) {
	bool valid = !p_names.is_empty();
	if (p_names.size() == 1) {
		set(p_names[0], p_value, &valid);
	} else if (valid) {
		// Built-in values are copies: take each level out, change the innermost, and put them all back.
		const int64_t depth = p_names.size();
		LocalVector<Variant> levels;
		levels.push_back(get(p_names[0], &valid));
		for (int64_t i = 1; i < depth - 1 && valid; i++) {
			levels.push_back(levels[uint32_t(i - 1)].get_named(p_names[i], valid));
		}
		Variant value = p_value;
		for (int64_t i = depth - 1; i > 0 && valid; i--) {
			levels[uint32_t(i - 1)].set_named(p_names[i], value, valid);
			value = levels[uint32_t(i - 1)];
		}
		if (valid) {
			set(p_names[0], value, &valid);
		}
	}
	if (r_valid) {
		*r_valid = valid;
	}
}

Variant Object::get_indexed(const Vector<StringName> &p_names, bool *r_valid) const {
	bool valid = !p_names.is_empty();
	Variant value;
	if (valid) {
		value = get(p_names[0], &valid);
	}
	for (int64_t i = 1; i < p_names.size() && valid; i++) {
		value = value.get_named(p_names[i], valid);
	}
	if (r_valid) {
		*r_valid = valid;
	}
	return valid ? value : Variant();
}

// p_reversed: the class itself before its bases, as an inspector shows them.
void Object::get_class_property_list(const ClassTag *p_tag, bool p_reversed, LocalVector<PropertyInfo> *p_list) const {
	if (p_tag->parent == nullptr) {
		return;
	}
	if (!p_reversed) {
		get_class_property_list(p_tag->parent, p_reversed, p_list);
	}
	p_list->push_back(PropertyInfo(Variant::NIL, *p_tag->class_name, PROPERTY_HINT_NONE, *p_tag->class_name, PROPERTY_USAGE_CATEGORY));
	ClassDB::get_property_list(*p_tag->class_name, p_list, true, this);
	if (p_tag->get_property_list) {
		p_tag->get_property_list(this, p_list);
	}
	if (p_reversed) {
		get_class_property_list(p_tag->parent, p_reversed, p_list);
	}
}

void Object::get_property_list(LocalVector<PropertyInfo> *p_list, bool p_reversed) const {
	if (script_instance && p_reversed) {
		script_instance->get_property_list(p_list);
	}
	get_class_name(); // The class may still have to be initialised.
	get_class_property_list(get_class_tag(), p_reversed, p_list);
	if (extra) {
		// What a native class lacks is listed where it holds a value, so that it is saved.
		for (const KeyValue<StringName, Variant> &entry : extra->known_values.get()) {
			for (const ClassDB::ClassInfo *info = ClassDB::get_class_info(this); info; info = info->inherits_ptr) {
				const ClassDB::ClassInfo *supplement = KnownClasses::find_supplement(info, entry.key);
				if (const PropertyInfo *property = supplement ? supplement->members().property_map.getptr(entry.key) : nullptr) {
					p_list->push_back(*property);
				}
			}
		}
	}
	if (!is_class("Script")) { // A script has no script.
		p_list->push_back(PropertyInfo(Variant::OBJECT, "script", PROPERTY_HINT_RESOURCE_TYPE, "Script", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_NEVER_DUPLICATE));
	}
	const uint32_t script_begin = p_list->size();
	if (script_instance && !p_reversed) {
		script_instance->get_property_list(p_list);
	}
	for (uint32_t i = script_begin; i < p_list->size(); i++) {
		validate_property((*p_list)[i]);
	}
	if (!extra) {
		return;
	}
	for (const KeyValue<StringName, Variant> &entry : extra->metadata.get()) {
		PropertyInfo info(entry.value.get_type(), META_PREFIX + entry.key.get_string());
		if (entry.value.get_type() == Variant::OBJECT) {
			info.hint = PROPERTY_HINT_RESOURCE_TYPE;
			info.hint_string = "Resource";
		}
		p_list->push_back(info);
	}
}

void Object::validate_property(PropertyInfo &p_property) const {
	for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
		if (tag->validate_property) {
			tag->validate_property(this, p_property);
		}
	}
	if (script_instance) {
		script_instance->validate_property(p_property);
	}
}

bool Object::property_can_revert(const StringName &p_name) const {
	if (script_instance && script_instance->property_can_revert(p_name)) {
		return true;
	}
	for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
		if (tag->property_can_revert && tag->property_can_revert(this, p_name)) {
			return true;
		}
	}
	return false;
}

Variant Object::property_get_revert(const StringName &p_name) const {
	Variant value;
	if (script_instance && script_instance->property_get_revert(p_name, value)) {
		return value;
	}
	for (const ClassTag *tag = get_class_tag(); tag; tag = tag->parent) {
		if (tag->property_get_revert && tag->property_get_revert(this, p_name, value)) {
			return value;
		}
	}
	return Variant();
}

void Object::notify_property_list_changed() {
	emit_signal(SNAME("property_list_changed"));
}

const Variant *Object::get_known_value(const StringName &p_name) const {
	return extra ? extra->known_values.get().getptr(p_name) : nullptr;
}

void Object::set_known_value(const StringName &p_name, const Variant &p_value) {
	ShownObjects::touch(this);
	HashMap<StringName, Variant> &values = ensure_extra().known_values.ensure();
	Variant *kept = values.getptr(p_name);
	if (!kept) {
		values.insert(p_name, p_value);
		return;
	}
	const Variant old = *kept; // Goes last: what it holds may run a script.
	*kept = p_value;
}

bool Object::has_meta(const StringName &p_name) const {
	return extra && extra->metadata.get().has(p_name);
}

void Object::set_meta(const StringName &p_name, const Variant &p_value) {
	if (p_value.get_type() == Variant::NIL) {
		if (has_meta(p_name)) {
			extra->metadata.ensure().erase(p_name);
			notify_property_list_changed();
		}
		return;
	}
	if (has_meta(p_name)) {
		extra->metadata.ensure()[p_name] = p_value;
		return;
	}
	ERR_FAIL_COND_MSG(!p_name.get_string().is_valid_ascii_identifier(), "Invalid metadata name '" + p_name + "': it must be an identifier.");
	ensure_extra().metadata.ensure().insert(p_name, p_value);
	notify_property_list_changed();
}

void Object::remove_meta(const StringName &p_name) {
	set_meta(p_name, Variant());
}

Variant Object::get_meta(const StringName &p_name, const Variant &p_default) const {
	if (has_meta(p_name)) {
		return *extra->metadata.get().getptr(p_name);
	}
	ERR_FAIL_COND_V_MSG(p_default.get_type() == Variant::NIL, Variant(), "Object " + to_string_native() + " has no metadata '" + p_name + "'. Give get_meta() a default, or ask has_meta() first.");
	return p_default;
}

void Object::get_meta_list(LocalVector<StringName> *p_list) const {
	if (extra) {
		for (const KeyValue<StringName, Variant> &entry : extra->metadata.get()) {
			p_list->push_back(entry.key);
		}
	}
}

void Object::merge_meta_from(const Object *p_source) {
	if (p_source->extra) {
		for (const KeyValue<StringName, Variant> &entry : p_source->extra->metadata.get()) {
			set_meta(entry.key, entry.value);
		}
	}
}
