// From names to items and their fields.
#include "core/scene/gui/item_properties.h"

#include "core/object/shown_objects.h"

const ItemProperties::Field *ItemProperties::find(int p_count, const StringName &p_name, int &r_item) const {
	const String name = p_name;
	if (!name.begins_with(prefix)) {
		return nullptr;
	}
	const String rest = name.trim_prefix(prefix);
	const int64_t slash = rest.find("/");
	const String number = rest.substr(0, MAX(slash, int64_t(0)));
	if (!number.is_valid_int() || number.to_int() < 0 || number.to_int() >= p_count) {
		return nullptr;
	}
	r_item = int(number.to_int());
	const String wanted = rest.substr(slash + 1);
	for (const Field &field : fields) {
		if (wanted == field.name) {
			return &field;
		}
	}
	return nullptr;
}

bool ItemProperties::set(Object *p_owner, int p_count, const StringName &p_name, const Variant &p_value) const {
	int item = 0;
	const Field *field = find(p_count, p_name, item);
	if (field) {
		ShownObjects::touch(p_owner);
		field->set(p_owner, item, p_value);
	}
	return field;
}

bool ItemProperties::get(const Object *p_owner, int p_count, const StringName &p_name, Variant &r_value) const {
	int item = 0;
	const Field *field = find(p_count, p_name, item);
	if (field) {
		r_value = field->get(p_owner, item);
	}
	return field;
}

void ItemProperties::list(const Object *p_owner, int p_count, LocalVector<PropertyInfo> *p_list) const {
	for (int i = 0; i < p_count; i++) {
		const String start = prefix + itos(i) + "/";
		for (const Field &field : fields) {
			const bool always = field.initial.get_type() == Variant::NIL;
			const uint32_t usage = always ? uint32_t(PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_STORE_IF_NULL) : field.get(p_owner, i) == field.initial ? uint32_t(PROPERTY_USAGE_EDITOR)
																																					 : uint32_t(PROPERTY_USAGE_DEFAULT);
			p_list->push_back(PropertyInfo(field.type, start + field.name, field.hint, field.hint_string, usage));
		}
	}
}
