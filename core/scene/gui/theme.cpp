// Values in tables by type and kind.
#include "core/scene/gui/theme.h"

#include "core/object/class_db.h"

namespace {

struct Kind {
	const char *group; // In properties.
	Variant::Type type;
};
constexpr Kind KINDS[] = { { "colors", Variant::COLOR }, { "constants", Variant::INT }, { "fonts", Variant::OBJECT }, { "font_sizes", Variant::INT }, { "icons", Variant::OBJECT }, { "styles", Variant::OBJECT } };
constexpr Theme::DataType kind_color = Theme::DATA_TYPE_COLOR;
constexpr Theme::DataType kind_constant = Theme::DATA_TYPE_CONSTANT;
constexpr Theme::DataType kind_font = Theme::DATA_TYPE_FONT;
constexpr Theme::DataType kind_font_size = Theme::DATA_TYPE_FONT_SIZE;
constexpr Theme::DataType kind_icon = Theme::DATA_TYPE_ICON;
constexpr Theme::DataType kind_stylebox = Theme::DATA_TYPE_STYLEBOX;

PackedStringArray sorted(PackedStringArray p_names) {
	p_names.sort();
	return p_names;
}

} // namespace

const Variant *Theme::find(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) const {
	ERR_FAIL_INDEX_V(int(p_kind), int(DATA_TYPE_MAX), nullptr);
	const Type *type = types.getptr(p_theme_type);
	return type ? type->kinds[p_kind].getptr(p_name) : nullptr;
}

void Theme::put(DataType p_kind, const StringName &p_name, const StringName &p_theme_type, const Variant &p_value) {
	ERR_FAIL_INDEX(int(p_kind), int(DATA_TYPE_MAX));
	types[p_theme_type].kinds[p_kind][p_name] = p_value;
	emit_changed();
}

void Theme::drop(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) {
	ERR_FAIL_NULL_MSG(find(p_kind, p_name, p_theme_type), "The theme has no such value: " + String(p_theme_type) + "/" + String(p_name) + ".");
	types[p_theme_type].kinds[p_kind].erase(p_name);
	emit_changed();
}

void Theme::rename(DataType p_kind, const StringName &p_old_name, const StringName &p_name, const StringName &p_theme_type) {
	const Variant *value = find(p_kind, p_old_name, p_theme_type);
	ERR_FAIL_NULL_MSG(value, "The theme has no such value: " + String(p_theme_type) + "/" + String(p_old_name) + ".");
	ERR_FAIL_COND_MSG(find(p_kind, p_name, p_theme_type), "The theme has a value of the new name already.");
	const Variant kept = *value;
	Values &values = types[p_theme_type].kinds[p_kind];
	values.erase(p_old_name);
	values[p_name] = kept;
	emit_changed();
}

PackedStringArray Theme::list_of(DataType p_kind, const StringName &p_theme_type) const {
	PackedStringArray names;
	const Type *type = int(p_kind) >= 0 && p_kind < DATA_TYPE_MAX ? types.getptr(p_theme_type) : nullptr;
	if (type) {
		for (const KeyValue<StringName, Variant> &entry : type->kinds[p_kind]) {
			names.push_back(entry.key);
		}
	}
	return sorted(names);
}

PackedStringArray Theme::types_of(DataType p_kind) const {
	PackedStringArray names;
	for (const KeyValue<StringName, Type> &entry : types) {
		if (!entry.value.kinds[p_kind].is_empty()) {
			names.push_back(entry.key);
		}
	}
	return sorted(names);
}

#define X(m_kind, m_group, m_argument, m_type, m_default) \
	void Theme::set_##m_kind(const StringName &p_name, const StringName &p_theme_type, m_argument p_value) { \
		put(kind_##m_kind, p_name, p_theme_type, p_value); \
	} \
	m_type Theme::get_##m_kind(const StringName &p_name, const StringName &p_theme_type) const { \
		const Variant *value = find(kind_##m_kind, p_name, p_theme_type); \
		return value ? m_type(*value) : m_type(m_default); \
	} \
	bool Theme::has_##m_kind(const StringName &p_name, const StringName &p_theme_type) const { \
		const Variant *value = find(kind_##m_kind, p_name, p_theme_type); \
		return value && (value->get_type() != Variant::OBJECT || value->get_validated_object()); \
	} \
	void Theme::clear_##m_kind(const StringName &p_name, const StringName &p_theme_type) { \
		drop(kind_##m_kind, p_name, p_theme_type); \
	} \
	void Theme::rename_##m_kind(const StringName &p_old_name, const StringName &p_name, const StringName &p_theme_type) { \
		rename(kind_##m_kind, p_old_name, p_name, p_theme_type); \
	} \
	PackedStringArray Theme::get_##m_kind##_list(const String &p_theme_type) const { \
		return list_of(kind_##m_kind, p_theme_type); \
	} \
	PackedStringArray Theme::get_##m_kind##_type_list() const { \
		return types_of(kind_##m_kind); \
	}
THEME_KINDS(X)
#undef X

void Theme::set_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type, const Variant &p_value) {
	ERR_FAIL_INDEX(int(p_kind), int(DATA_TYPE_MAX));
	ERR_FAIL_COND_MSG(!Variant::can_convert(p_value.get_type(), KINDS[p_kind].type) && p_value.get_type() != Variant::NIL, "The value is not of the type of its kind.");
	put(p_kind, p_name, p_theme_type, p_value);
}

Variant Theme::get_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) const {
	const Variant *value = find(p_kind, p_name, p_theme_type);
	return value ? *value : Variant();
}

void Theme::clear_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) {
	drop(p_kind, p_name, p_theme_type);
}

PackedStringArray Theme::get_theme_item_list(DataType p_kind, const String &p_theme_type) const {
	return list_of(p_kind, p_theme_type);
}

// --- Types ---

void Theme::set_type_variation(const StringName &p_theme_type, const StringName &p_base_type) {
	ERR_FAIL_COND_MSG(p_theme_type == StringName() || p_base_type == StringName(), "A variation and what it varies have names.");
	ERR_FAIL_COND_MSG(ClassDB::class_exists(p_theme_type), "A variation is not named as a class: " + String(p_theme_type) + ".");
	types[p_theme_type].base = p_base_type;
	emit_changed();
}

bool Theme::is_type_variation(const StringName &p_theme_type, const StringName &p_base_type) const {
	return p_base_type != StringName() && get_type_variation_base(p_theme_type) == p_base_type;
}

void Theme::clear_type_variation(const StringName &p_theme_type) {
	if (Type *type = types.getptr(p_theme_type)) {
		type->base = StringName();
		emit_changed();
	}
}

StringName Theme::get_type_variation_base(const StringName &p_theme_type) const {
	const Type *type = types.getptr(p_theme_type);
	return type ? type->base : StringName();
}

PackedStringArray Theme::get_type_variation_list(const StringName &p_base_type) const {
	PackedStringArray names;
	for (const KeyValue<StringName, Type> &entry : types) {
		if (entry.value.base == p_base_type && p_base_type != StringName()) {
			names.push_back(entry.key);
		}
	}
	return sorted(names);
}

void Theme::add_type(const StringName &p_theme_type) {
	types[p_theme_type];
	emit_changed();
}

void Theme::remove_type(const StringName &p_theme_type) {
	types.erase(p_theme_type);
	emit_changed();
}

PackedStringArray Theme::get_type_list() const {
	PackedStringArray names;
	for (const KeyValue<StringName, Type> &entry : types) {
		names.push_back(entry.key);
	}
	return sorted(names);
}

void Theme::merge_with(Object *p_other) {
	const Theme *other = cast_to<Theme>(p_other);
	ERR_FAIL_NULL_MSG(other, "merge_with() needs another Theme.");
	const HashMap<StringName, Type> theirs = other->types;
	for (const KeyValue<StringName, Type> &entry : theirs) {
		StringName &base = types[entry.key].base;
		base = entry.value.base == StringName() ? base : entry.value.base;
		for (int kind = 0; kind < DATA_TYPE_MAX; kind++) {
			for (const KeyValue<StringName, Variant> &value : entry.value.kinds[kind]) {
				types[entry.key].kinds[kind][value.key] = value.value; // Looked up anew: what it replaces may run a script when it goes.
			}
		}
	}
	emit_changed();
}

void Theme::clear() {
	const HashMap<StringName, Type> before = types; // What it held goes when the table is empty.
	types.clear();
	emit_changed();
}

void Theme::set_default_font(const Ref<Resource> &p_font) {
	default_font = p_font;
	emit_changed();
}

void Theme::set_default_font_size(int p_size) {
	default_font_size = p_size;
	emit_changed();
}

void Theme::set_default_base_scale(float p_scale) {
	default_base_scale = p_scale;
	emit_changed();
}

// --- Values as properties ---

// The kind that a property means; DATA_TYPE_MAX: none.
static int parse_property(const StringName &p_name, StringName &r_type, StringName &r_name) {
	const Vector<String> parts = String(p_name).split("/");
	if (parts.size() != 3) {
		return Theme::DATA_TYPE_MAX;
	}
	r_type = parts[0];
	r_name = parts[2];
	int kind = 0;
	while (kind < Theme::DATA_TYPE_MAX && parts[1] != KINDS[kind].group) {
		kind++;
	}
	return kind;
}

bool Theme::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name.ends_with("/base_type") && name.count("/") == 1) {
		set_type_variation(name.get_slice("/", 0), p_value);
		return true;
	}
	StringName type;
	StringName item;
	const int kind = parse_property(p_name, type, item);
	if (kind == DATA_TYPE_MAX) {
		return false;
	}
	put(DataType(kind), item, type, p_value);
	return true;
}

bool Theme::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (name.ends_with("/base_type") && name.count("/") == 1) {
		r_value = get_type_variation_base(name.get_slice("/", 0));
		return true;
	}
	StringName type;
	StringName item;
	const int kind = parse_property(p_name, type, item);
	const Variant *value = kind == DATA_TYPE_MAX ? nullptr : find(DataType(kind), item, type);
	if (value) {
		r_value = *value;
	}
	return value != nullptr;
}

void Theme::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	PackedStringArray names;
	for (const KeyValue<StringName, Type> &entry : types) {
		if (entry.value.base != StringName()) {
			names.push_back(String(entry.key) + "/base_type");
		}
		for (int kind = 0; kind < DATA_TYPE_MAX; kind++) {
			for (const KeyValue<StringName, Variant> &value : entry.value.kinds[kind]) {
				names.push_back(String(entry.key) + "/" + KINDS[kind].group + "/" + String(value.key));
			}
		}
	}
	for (const String &name : sorted(names)) {
		StringName type;
		StringName item;
		const int kind = parse_property(name, type, item);
		p_list->push_back(PropertyInfo(kind == DATA_TYPE_MAX ? Variant::STRING_NAME : KINDS[kind].type, name, PROPERTY_HINT_NONE, String(), PROPERTY_USAGE_NO_EDITOR));
	}
}

void Theme::_bind_methods() {
#define X(m_kind, m_group, m_argument, m_type, m_default) \
	ClassDB::bind_method(D_METHOD("get_" #m_kind, "name", "theme_type"), &Theme::get_##m_kind); \
	ClassDB::bind_method(D_METHOD("has_" #m_kind, "name", "theme_type"), &Theme::has_##m_kind); \
	ClassDB::bind_method(D_METHOD("clear_" #m_kind, "name", "theme_type"), &Theme::clear_##m_kind); \
	ClassDB::bind_method(D_METHOD("rename_" #m_kind, "old_name", "name", "theme_type"), &Theme::rename_##m_kind); \
	ClassDB::bind_method(D_METHOD("get_" #m_kind "_list", "theme_type"), &Theme::get_##m_kind##_list); \
	ClassDB::bind_method(D_METHOD("get_" #m_kind "_type_list"), &Theme::get_##m_kind##_type_list);
	THEME_KINDS(X)
#undef X
	ClassDB::bind_method(D_METHOD("set_color", "name", "theme_type", "color"), &Theme::set_color);
	ClassDB::bind_method(D_METHOD("set_constant", "name", "theme_type", "constant"), &Theme::set_constant);
	ClassDB::bind_method(D_METHOD("set_font", "name", "theme_type", "font"), &Theme::set_font);
	ClassDB::bind_method(D_METHOD("set_font_size", "name", "theme_type", "font_size"), &Theme::set_font_size);
	ClassDB::bind_method(D_METHOD("set_icon", "name", "theme_type", "texture"), &Theme::set_icon);
	ClassDB::bind_method(D_METHOD("set_stylebox", "name", "theme_type", "texture"), &Theme::set_stylebox);
	ClassDB::bind_method(D_METHOD("set_theme_item", "data_type", "name", "theme_type", "value"), &Theme::set_theme_item);
	ClassDB::bind_method(D_METHOD("get_theme_item", "data_type", "name", "theme_type"), &Theme::get_theme_item);
	ClassDB::bind_method(D_METHOD("has_theme_item", "data_type", "name", "theme_type"), &Theme::has_theme_item);
	ClassDB::bind_method(D_METHOD("clear_theme_item", "data_type", "name", "theme_type"), &Theme::clear_theme_item);
	ClassDB::bind_method(D_METHOD("get_theme_item_list", "data_type", "theme_type"), &Theme::get_theme_item_list);
	ClassDB::bind_method(D_METHOD("set_type_variation", "theme_type", "base_type"), &Theme::set_type_variation);
	ClassDB::bind_method(D_METHOD("is_type_variation", "theme_type", "base_type"), &Theme::is_type_variation);
	ClassDB::bind_method(D_METHOD("clear_type_variation", "theme_type"), &Theme::clear_type_variation);
	ClassDB::bind_method(D_METHOD("get_type_variation_base", "theme_type"), &Theme::get_type_variation_base);
	ClassDB::bind_method(D_METHOD("get_type_variation_list", "base_type"), &Theme::get_type_variation_list);
	ClassDB::bind_method(D_METHOD("add_type", "theme_type"), &Theme::add_type);
	ClassDB::bind_method(D_METHOD("remove_type", "theme_type"), &Theme::remove_type);
	ClassDB::bind_method(D_METHOD("get_type_list"), &Theme::get_type_list);
	ClassDB::bind_method(D_METHOD("merge_with", "other"), &Theme::merge_with);
	ClassDB::bind_method(D_METHOD("clear"), &Theme::clear);
	ClassDB::bind_method(D_METHOD("set_default_font", "font"), &Theme::set_default_font);
	ClassDB::bind_method(D_METHOD("get_default_font"), &Theme::get_default_font);
	ClassDB::bind_method(D_METHOD("has_default_font"), &Theme::has_default_font);
	ClassDB::bind_method(D_METHOD("set_default_font_size", "font_size"), &Theme::set_default_font_size);
	ClassDB::bind_method(D_METHOD("get_default_font_size"), &Theme::get_default_font_size);
	ClassDB::bind_method(D_METHOD("has_default_font_size"), &Theme::has_default_font_size);
	ClassDB::bind_method(D_METHOD("set_default_base_scale", "base_scale"), &Theme::set_default_base_scale);
	ClassDB::bind_method(D_METHOD("get_default_base_scale"), &Theme::get_default_base_scale);
	ClassDB::bind_method(D_METHOD("has_default_base_scale"), &Theme::has_default_base_scale);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "default_base_scale", PROPERTY_HINT_RANGE, "0.0,2.0,0.01,or_greater"), "set_default_base_scale", "get_default_base_scale");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "default_font", PROPERTY_HINT_RESOURCE_TYPE, "Font"), "set_default_font", "get_default_font");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "default_font_size", PROPERTY_HINT_RANGE, "0,256,1,or_greater,suffix:px"), "set_default_font_size", "get_default_font_size");
	BIND_ENUM_CONSTANT(DATA_TYPE_COLOR);
	BIND_ENUM_CONSTANT(DATA_TYPE_CONSTANT);
	BIND_ENUM_CONSTANT(DATA_TYPE_FONT);
	BIND_ENUM_CONSTANT(DATA_TYPE_FONT_SIZE);
	BIND_ENUM_CONSTANT(DATA_TYPE_ICON);
	BIND_ENUM_CONSTANT(DATA_TYPE_STYLEBOX);
	BIND_ENUM_CONSTANT(DATA_TYPE_MAX);
}
