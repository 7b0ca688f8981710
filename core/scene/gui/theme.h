// Theme: values by type, kind and name that controls look up.
#pragma once

#include "core/math/color.h"
#include "core/object/resource.h"
#include "core/scene/2d/texture_2d.h"

// Kinds: method name, type of the argument, type of the result, name in properties, value where none is set.
#define THEME_KINDS(X) \
	X(color, colors, const Color &, Color, Color()) \
	X(constant, constants, int, int, 0) \
	X(font, fonts, const Ref<Resource> &, Ref<Resource>, get_default_font()) \
	X(font_size, font_sizes, int, int, default_font_size > 0 ? default_font_size : FALLBACK_FONT_SIZE) \
	X(icon, icons, const Ref<Texture2D> &, Ref<Texture2D>, Ref<Texture2D>()) \
	X(stylebox, styles, const Ref<Resource> &, Ref<Resource>, Ref<Resource>())

// In files a value is the property "Label/colors/font_color", a variation "Big/base_type".
class Theme : public Resource {
	GDCLASS(Theme, Resource);

public:
	enum DataType : int {
		DATA_TYPE_COLOR,
		DATA_TYPE_CONSTANT,
		DATA_TYPE_FONT,
		DATA_TYPE_FONT_SIZE,
		DATA_TYPE_ICON,
		DATA_TYPE_STYLEBOX,
		DATA_TYPE_MAX,
	};
	static constexpr int FALLBACK_FONT_SIZE = 16; // Pixels.

#define X(m_kind, m_group, m_argument, m_type, m_default) \
	void set_##m_kind(const StringName &p_name, const StringName &p_theme_type, m_argument p_value); \
	m_type get_##m_kind(const StringName &p_name, const StringName &p_theme_type) const; \
	bool has_##m_kind(const StringName &p_name, const StringName &p_theme_type) const; \
	void clear_##m_kind(const StringName &p_name, const StringName &p_theme_type); \
	void rename_##m_kind(const StringName &p_old_name, const StringName &p_name, const StringName &p_theme_type); \
	PackedStringArray get_##m_kind##_list(const String &p_theme_type) const; \
	PackedStringArray get_##m_kind##_type_list() const;
	THEME_KINDS(X)
#undef X

	void set_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type, const Variant &p_value);
	Variant get_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) const;
	bool has_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) const {
		return find(p_kind, p_name, p_theme_type) != nullptr;
	}
	void clear_theme_item(DataType p_kind, const StringName &p_name, const StringName &p_theme_type);
	PackedStringArray get_theme_item_list(DataType p_kind, const String &p_theme_type) const;

	void set_type_variation(const StringName &p_theme_type, const StringName &p_base_type);
	bool is_type_variation(const StringName &p_theme_type, const StringName &p_base_type) const;
	void clear_type_variation(const StringName &p_theme_type);
	StringName get_type_variation_base(const StringName &p_theme_type) const; // Empty: it is none.
	PackedStringArray get_type_variation_list(const StringName &p_base_type) const;

	void add_type(const StringName &p_theme_type);
	void remove_type(const StringName &p_theme_type);
	PackedStringArray get_type_list() const;
	void merge_with(Object *p_other);
	void clear();

	void set_default_font(const Ref<Resource> &p_font);
	Ref<Resource> get_default_font() const {
		return default_font;
	}
	bool has_default_font() const {
		return default_font.is_valid();
	}
	void set_default_font_size(int p_size);
	int get_default_font_size() const {
		return default_font_size;
	}
	bool has_default_font_size() const {
		return default_font_size > 0;
	}
	void set_default_base_scale(float p_scale);
	float get_default_base_scale() const {
		return default_base_scale;
	}
	bool has_default_base_scale() const {
		return default_base_scale > 0;
	}

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	using Values = HashMap<StringName, Variant>;
	struct Type {
		Values kinds[DATA_TYPE_MAX];
		StringName base; // Of a variation.
	};

	HashMap<StringName, Type> types;
	Ref<Resource> default_font;
	int default_font_size = -1;
	float default_base_scale = 0;

	const Variant *find(DataType p_kind, const StringName &p_name, const StringName &p_theme_type) const;
	void put(DataType p_kind, const StringName &p_name, const StringName &p_theme_type, const Variant &p_value);
	void drop(DataType p_kind, const StringName &p_name, const StringName &p_theme_type);
	void rename(DataType p_kind, const StringName &p_old_name, const StringName &p_name, const StringName &p_theme_type);
	PackedStringArray list_of(DataType p_kind, const StringName &p_theme_type) const;
	PackedStringArray types_of(DataType p_kind) const;
};

VARIANT_ENUM_CAST(Theme::DataType);
