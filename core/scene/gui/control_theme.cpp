// Theme values: set on one control, or in the themes of it and those above it. What is nowhere set is the plain value of its kind.
#include "core/object/class_db.h"
#include "core/scene/gui/container.h"
#include "core/scene/gui/control.h"
#include "core/scene/gui/theme.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/window.h"

static constexpr const char *ICONS = "theme_override_icons/";
static constexpr const char *STYLEBOXES = "theme_override_styles/";
static constexpr const char *FONTS = "theme_override_fonts/";
static constexpr const char *FONT_SIZES = "theme_override_font_sizes/";
static constexpr const char *COLORS = "theme_override_colors/";
static constexpr const char *CONSTANTS = "theme_override_constants/";
static constexpr const char *PROPERTY_START = "theme_override_";
static constexpr int DEFAULT_SEPARATION = 4; // Pixels.

void Control::set_theme_override(const char *p_kind, const StringName &p_name, const Variant &p_value) {
	ERR_FAIL_COND_MSG(p_value.get_type() == Variant::NIL || (p_value.get_type() == Variant::OBJECT && !p_value.get_validated_object()), vformat("There is nothing to override '%s' with; remove_theme_*_override() takes an override away.", p_name));
	theme_overrides[StringName(String(p_kind) + String(p_name))] = p_value;
	theme_override_changed();
}

void Control::remove_theme_override(const char *p_kind, const StringName &p_name) {
	theme_overrides.erase(StringName(String(p_kind) + String(p_name)));
	theme_override_changed();
}

void Control::theme_override_changed() {
	if (!bulk_theme_override) {
		theme_changed();
	}
}

void Control::begin_bulk_theme_override() {
	bulk_theme_override = true;
}

void Control::end_bulk_theme_override() {
	ERR_FAIL_COND_MSG(!bulk_theme_override, "end_bulk_theme_override() ends what begin_bulk_theme_override() began.");
	bulk_theme_override = false;
	theme_changed();
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

// The theme that a control or window sets for itself and what is below; null if it sets none.
static const Theme *theme_of(const Node *p_node) {
	if (const Control *control = Object::cast_to<Control>(p_node)) {
		return Object::cast_to<Theme>(control->get_theme().ptr());
	}
	return Object::cast_to<Window>(p_node) ? Object::cast_to<Theme>(p_node->get(SNAME("theme")).get_validated_object()) : nullptr;
}

static const Theme *next_theme(const Node *&r_node) {
	const Theme *found = nullptr;
	while (r_node && !found) {
		found = theme_of(r_node);
		r_node = r_node->get_parent();
	}
	return found;
}

Variant Control::find_theme_value(int p_kind, const StringName &p_name, const StringName &p_theme_type) const {
	const Node *from = this;
	while (const Theme *own = next_theme(from)) {
		for (const StringName &type : theme_types_of(this, own, p_theme_type)) {
			if (own->has_theme_item(Theme::DataType(p_kind), p_name, type)) {
				return own->get_theme_item(Theme::DataType(p_kind), p_name, type);
			}
		}
	}
	return Variant();
}

int Control::get_theme_default_font_size() const {
	const Node *from = this;
	while (const Theme *own = next_theme(from)) {
		if (own->has_default_font_size()) {
			return own->get_default_font_size();
		}
	}
	return Theme::FALLBACK_FONT_SIZE;
}

float Control::get_theme_default_base_scale() const {
	const Node *from = this;
	while (const Theme *own = next_theme(from)) {
		if (own->has_default_base_scale()) {
			return own->get_default_base_scale();
		}
	}
	return 1;
}

// What stands where no theme has a font, a box or a picture, so that scripts find an object to ask or to copy.
static Ref<Resource> fallbacks[3];
static const char *FALLBACK_CLASSES[] = { "FontVariation", "StyleBoxFlat", "DPITexture" };
enum { FALLBACK_FONT,
	FALLBACK_STYLEBOX,
	FALLBACK_ICON };

static Ref<Resource> get_fallback(int p_which) {
	if (fallbacks[p_which].is_null()) {
		fallbacks[p_which] = Ref<Resource>(Object::cast_to<Resource>(ClassDB::instantiate(FALLBACK_CLASSES[p_which])));
	}
	return fallbacks[p_which];
}

void Control::free_theme_fallbacks() {
	for (Ref<Resource> &fallback : fallbacks) {
		fallback.unref();
	}
}

Ref<Resource> Control::get_theme_default_font() const {
	const Node *from = this;
	while (const Theme *own = next_theme(from)) {
		if (own->has_default_font()) {
			return own->get_default_font();
		}
	}
	return get_fallback(FALLBACK_FONT);
}

Variant Control::get_theme_value(const char *p_kind, int p_type, const StringName &p_name, const StringName &p_theme_type) const {
	const bool is_own = p_theme_type == StringName() || p_theme_type == get_class_name() || p_theme_type == theme_type_variation;
	const Variant value = is_own ? get_theme_override(p_kind, p_name) : Variant();
	return value.get_type() == Variant::NIL ? find_theme_value(p_type, p_name, p_theme_type) : value;
}

static bool is_separation(const StringName &p_name) {
	return p_name == SNAME("separation") || p_name == SNAME("h_separation") || p_name == SNAME("v_separation");
}

// Every name has a font and a size: the default ones.
static bool has_default(Theme::DataType p_kind) {
	return p_kind == Theme::DATA_TYPE_FONT || p_kind == Theme::DATA_TYPE_FONT_SIZE;
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
		return has_default(Theme::m_type) || get_theme_value(m_prefix, Theme::m_type, p_name, p_theme_type).get_type() != Variant::NIL; \
	} \
	m_get Control::get_theme_##m_kind(const StringName &p_name, const StringName &p_theme_type) const { \
		const Variant value = get_theme_value(m_prefix, Theme::m_type, p_name, p_theme_type); \
		return value.get_type() == Variant::NIL ? m_get(m_default) : m_get(value); \
	}
THEME_KIND(icon, ICONS, DATA_TYPE_ICON, const Ref<Texture2D> &, Ref<Texture2D>, get_fallback(FALLBACK_ICON))
THEME_KIND(stylebox, STYLEBOXES, DATA_TYPE_STYLEBOX, const Ref<Resource> &, Ref<Resource>, get_fallback(FALLBACK_STYLEBOX))
THEME_KIND(font, FONTS, DATA_TYPE_FONT, const Ref<Resource> &, Ref<Resource>, get_theme_default_font())
THEME_KIND(font_size, FONT_SIZES, DATA_TYPE_FONT_SIZE, int, int, get_theme_default_font_size())
THEME_KIND(color, COLORS, DATA_TYPE_COLOR, const Color &, Color, Color())
THEME_KIND(constant, CONSTANTS, DATA_TYPE_CONSTANT, int, int, is_separation(p_name) ? DEFAULT_SEPARATION : 0)
#undef THEME_KIND

void Control::set_theme(const Ref<Resource> &p_theme) {
	if (theme == p_theme) {
		return;
	}
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
	if (theme_type_variation != p_theme_type) {
		theme_type_variation = p_theme_type;
		theme_changed();
	}
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
