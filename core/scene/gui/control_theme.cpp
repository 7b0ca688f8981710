// Theme values: set on one control, or in the themes of it and those above it. What is nowhere set is the plain value of its kind.
#include "core/object/class_db.h"
#include "core/scene/gui/container.h"
#include "core/scene/gui/control.h"
#include "core/scene/gui/theme.h"
#include "core/scene/main/node_walk.h"

static constexpr const char *ICONS = "theme_override_icons/";
static constexpr const char *STYLEBOXES = "theme_override_styles/";
static constexpr const char *FONTS = "theme_override_fonts/";
static constexpr const char *FONT_SIZES = "theme_override_font_sizes/";
static constexpr const char *COLORS = "theme_override_colors/";
static constexpr const char *CONSTANTS = "theme_override_constants/";
static constexpr const char *PROPERTY_START = "theme_override_";
static constexpr int DEFAULT_FONT_SIZE = 16; // Pixels.
static constexpr int DEFAULT_SEPARATION = 4; // Pixels.

void Control::set_theme_override(const char *p_kind, const StringName &p_name, const Variant &p_value) {
	theme_overrides[StringName(String(p_kind) + String(p_name))] = p_value;
	theme_changed();
}

void Control::remove_theme_override(const char *p_kind, const StringName &p_name) {
	if (theme_overrides.erase(StringName(String(p_kind) + String(p_name)))) {
		theme_changed();
	}
}

Variant Control::get_theme_override(const char *p_kind, const StringName &p_name) const {
	const Variant *value = theme_overrides.getptr(StringName(String(p_kind) + String(p_name)));
	return value ? *value : Variant();
}

void Control::theme_changed() {
	ShownObjects::touch(this);
	if (is_inside_tree()) {
		notification(NOTIFICATION_THEME_CHANGED);
	}
}

// The names under which a control's values may stand: its variations, its class and what that derives from; of another type, that one's.
static LocalVector<StringName> theme_types_of(const Control *p_control, const Theme *p_theme, const StringName &p_type) {
	constexpr uint32_t MOST_VARIATIONS = 100; // They may vary each other in a circle.
	LocalVector<StringName> types;
	StringName type = p_type == StringName() ? p_control->get_theme_type_variation() : p_type;
	for (; type != StringName() && types.size() < MOST_VARIATIONS; type = p_theme->get_type_variation_base(type)) {
		types.push_back(type);
	}
	const StringName first = p_type == StringName() ? p_control->get_class_name() : types[types.size() - 1];
	for (type = ClassDB::class_exists(first) ? first : StringName(); type != StringName(); type = ClassDB::get_parent_class(type)) {
		types.push_back(type);
	}
	return types;
}

Variant Control::find_theme_value(int p_kind, const StringName &p_name, const StringName &p_theme_type) const {
	for (const Node *node = this; node; node = node->get_parent()) {
		const Control *control = cast_to<Control>(node);
		const Theme *own = control ? cast_to<Theme>(control->theme.ptr()) : nullptr;
		if (!own) {
			continue;
		}
		for (const StringName &type : theme_types_of(this, own, p_theme_type)) {
			if (own->has_theme_item(Theme::DataType(p_kind), p_name, type)) {
				return own->get_theme_item(Theme::DataType(p_kind), p_name, type);
			}
		}
	}
	return Variant();
}

Variant Control::get_theme_value(const char *p_kind, int p_type, const StringName &p_name, const StringName &p_theme_type) const {
	const bool is_own = p_theme_type == StringName() || p_theme_type == get_class_name() || p_theme_type == theme_type_variation;
	const Variant value = is_own ? get_theme_override(p_kind, p_name) : Variant();
	return value.get_type() == Variant::NIL ? find_theme_value(p_type, p_name, p_theme_type) : value;
}

static bool is_separation(const StringName &p_name) {
	return p_name == SNAME("separation") || p_name == SNAME("h_separation") || p_name == SNAME("v_separation");
}

#define THEME_KIND(m_kind, m_prefix, m_type, m_set, m_get, m_default) \
	void Control::add_theme_##m_kind##_override(const StringName &p_name, m_set p_value) { \
		set_theme_override(m_prefix, p_name, p_value); \
	} \
	void Control::remove_theme_##m_kind##_override(const StringName &p_name) { \
		remove_theme_override(m_prefix, p_name); \
	} \
	bool Control::has_theme_##m_kind##_override(const StringName &p_name) const { \
		return get_theme_override(m_prefix, p_name).get_type() != Variant::NIL; \
	} \
	bool Control::has_theme_##m_kind(const StringName &p_name, const StringName &p_theme_type) const { \
		return get_theme_value(m_prefix, Theme::m_type, p_name, p_theme_type).get_type() != Variant::NIL; \
	} \
	m_get Control::get_theme_##m_kind(const StringName &p_name, const StringName &p_theme_type) const { \
		const Variant value = get_theme_value(m_prefix, Theme::m_type, p_name, p_theme_type); \
		return value.get_type() == Variant::NIL ? m_get(m_default) : m_get(value); \
	}
THEME_KIND(icon, ICONS, DATA_TYPE_ICON, const Ref<Texture2D> &, Ref<Texture2D>, Ref<Texture2D>())
THEME_KIND(stylebox, STYLEBOXES, DATA_TYPE_STYLEBOX, const Ref<Resource> &, Ref<Resource>, Ref<Resource>())
THEME_KIND(font, FONTS, DATA_TYPE_FONT, const Ref<Resource> &, Ref<Resource>, Ref<Resource>())
THEME_KIND(font_size, FONT_SIZES, DATA_TYPE_FONT_SIZE, int, int, DEFAULT_FONT_SIZE)
THEME_KIND(color, COLORS, DATA_TYPE_COLOR, const Color &, Color, Color(1, 1, 1))
THEME_KIND(constant, CONSTANTS, DATA_TYPE_CONSTANT, int, int, is_separation(p_name) ? DEFAULT_SEPARATION : 0)
#undef THEME_KIND

void Control::set_theme(const Ref<Resource> &p_theme) {
	theme = p_theme;
	if (ShownObjects::get_observer()) {
		NodeWalk().run(this, [](Node *p_node) { // All below look like it.
			ShownObjects::touch(p_node);
			return true;
		});
	}
	theme_changed();
}

void Control::set_theme_type_variation(const StringName &p_theme_type) {
	theme_type_variation = p_theme_type;
	theme_changed();
}

bool Control::_set(const StringName &p_name, const Variant &p_value) {
	if (!String(p_name).begins_with(PROPERTY_START)) {
		return false;
	}
	if (p_value.get_type() == Variant::NIL) {
		theme_overrides.erase(p_name);
	} else {
		theme_overrides[p_name] = p_value;
	}
	theme_changed();
	return true;
}

bool Control::_get(const StringName &p_name, Variant &r_value) const {
	if (!String(p_name).begins_with(PROPERTY_START)) {
		return false;
	}
	const Variant *value = theme_overrides.getptr(p_name);
	r_value = value ? *value : Variant();
	return true;
}

void Control::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (const KeyValue<StringName, Variant> &entry : theme_overrides) {
		p_list->push_back(PropertyInfo(entry.value.get_type(), entry.key));
	}
}

// What a container decides is not the scene's to store.
void Control::_validate_property(PropertyInfo &p_property) const {
	if (p_property.name == "layout_mode") {
		if (_get_layout_mode() == LAYOUT_MODE_POSITION || _get_layout_mode() == LAYOUT_MODE_ANCHORS) {
			p_property.hint_string = "Position,Anchors";
		} else {
			p_property.usage |= PROPERTY_USAGE_READ_ONLY;
		}
	} else if (is_placed_by_container() && (p_property.name.begins_with("anchor") || p_property.name.begins_with("offset_") || p_property.name.begins_with("grow_"))) {
		p_property.usage &= ~uint32_t(PROPERTY_USAGE_STORAGE);
	}
}
