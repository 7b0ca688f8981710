// Keeping values for a scene that is not there yet, and bringing it.
#include "core/scene/resources/instance_placeholder.h"

#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/scene/resources/packed_scene.h"

bool InstancePlaceholder::_set(const StringName &p_name, const Variant &p_value) {
	values.insert(p_name, p_value);
	return true;
}

bool InstancePlaceholder::_get(const StringName &p_name, Variant &r_value) const {
	const Variant *value = values.getptr(p_name);
	if (value) {
		r_value = *value;
	}
	return value != nullptr;
}

void InstancePlaceholder::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const KeyValue<StringName, Variant> &entry : values) {
		p_list->push_back(PropertyInfo(entry.value.get_type(), entry.key, PROPERTY_HINT_NONE, "", PROPERTY_USAGE_STORAGE));
	}
}

Dictionary InstancePlaceholder::get_stored_values(bool p_with_order) {
	Dictionary result;
	Vector<String> order;
	for (const KeyValue<StringName, Variant> &entry : values) {
		result[entry.key] = entry.value;
		order.push_back(entry.key);
	}
	if (p_with_order) {
		result[".order"] = order;
	}
	return result;
}

Node *InstancePlaceholder::create_instance(bool p_replace, const Ref<PackedScene> &p_custom_scene) {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), nullptr, "create_instance: the placeholder is outside the tree.");
	Node *base = get_parent();
	ERR_FAIL_NULL_V_MSG(base, nullptr, "create_instance: the placeholder has no parent.");
	const Ref<PackedScene> scene = p_custom_scene.is_valid() ? p_custom_scene : Ref<PackedScene>(ResourceLoader::load(path, "PackedScene"));
	ERR_FAIL_COND_V_MSG(scene.is_null(), nullptr, vformat("create_instance: \"%s\" cannot be loaded as a scene.", path));
	Node *instance = scene->instantiate();
	if (!instance) {
		return nullptr;
	}
	instance->set_name(get_name());
	for (const KeyValue<StringName, Variant> &entry : values) {
		instance->set(entry.key, entry.value);
	}
	const int position = get_index();
	if (p_replace) {
		queue_free();
		base->remove_child(this);
	}
	base->add_child(instance);
	base->move_child(instance, position);
	return instance;
}

void InstancePlaceholder::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_stored_values", "with_order"), &InstancePlaceholder::get_stored_values, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("create_instance", "replace", "custom_scene"), &InstancePlaceholder::create_instance, DEFVAL(false), DEFVAL(Ref<PackedScene>()));
	ClassDB::bind_method(D_METHOD("get_instance_path"), &InstancePlaceholder::get_instance_path);
}
