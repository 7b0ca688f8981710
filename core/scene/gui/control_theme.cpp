// Theme values set on one control. There are no theme resources: what is not set here is the plain value of its kind.
#include "core/object/class_db.h"
#include "core/scene/gui/container.h"
#include "core/scene/gui/control.h"

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
	if (is_inside_tree()) {
		notification(NOTIFICATION_THEME_CHANGED);
	}
}

static bool is_separation(const StringName &p_name) {
	return p_name == SNAME("separation") || p_name == SNAME("h_separation") || p_name == SNAME("v_separation");
}

#define THEME_KIND(m_kind, m_prefix, m_set, m_get, m_default) \
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
		return has_theme_##m_kind##_override(p_name); \
	} \
	m_get Control::get_theme_##m_kind(const StringName &p_name, const StringName &p_theme_type) const { \
		const Variant value = get_theme_override(m_prefix, p_name); \
		return value.get_type() == Variant::NIL ? m_get(m_default) : m_get(value); \
	}
THEME_KIND(icon, ICONS, const Ref<Texture2D> &, Ref<Texture2D>, Ref<Texture2D>())
THEME_KIND(stylebox, STYLEBOXES, const Ref<Resource> &, Ref<Resource>, Ref<Resource>())
THEME_KIND(font, FONTS, const Ref<Resource> &, Ref<Resource>, Ref<Resource>())
THEME_KIND(font_size, FONT_SIZES, int, int, DEFAULT_FONT_SIZE)
THEME_KIND(color, COLORS, const Color &, Color, Color(1, 1, 1))
THEME_KIND(constant, CONSTANTS, int, int, is_separation(p_name) ? DEFAULT_SEPARATION : 0)
#undef THEME_KIND

void Control::set_theme(const Ref<Resource> &p_theme) {
	theme = p_theme;
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
