// Control: a rectangle below its parent's, given by anchors and offsets, with size, focus and theme values as data: nothing is drawn.
#pragma once

#include "core/math/rect2.h"
#include "core/scene/2d/canvas_item.h"
#include "core/scene/2d/texture_2d.h"
#include "core/scene/gui/text_enums.h"
#include "core/templates/hash_map.h"

// Each edge lies at anchor * (parent's size) + offset, in pixels; the rectangle that follows is kept and recomputed whenever one of
// these, the parent's size or the minimum size changes. A new minimum size is asked for at once but applied later in the frame.
class Control : public CanvasItem {
	GDCLASS(Control, CanvasItem);

public:
	Control();

	enum {
		NOTIFICATION_RESIZED = 40,
		NOTIFICATION_MOUSE_ENTER = 41,
		NOTIFICATION_MOUSE_EXIT = 42,
		NOTIFICATION_MOUSE_ENTER_SELF = 60,
		NOTIFICATION_MOUSE_EXIT_SELF = 61,
		NOTIFICATION_FOCUS_ENTER = 43,
		NOTIFICATION_FOCUS_EXIT = 44,
		NOTIFICATION_THEME_CHANGED = 45,
		NOTIFICATION_SCROLL_BEGIN = 47,
		NOTIFICATION_SCROLL_END = 48,
		NOTIFICATION_LAYOUT_DIRECTION_CHANGED = 49,
	};

	enum FocusMode : int {
		FOCUS_NONE,
		FOCUS_CLICK,
		FOCUS_ALL,
		FOCUS_ACCESSIBILITY,
	};

	enum FocusBehaviorRecursive : int {
		FOCUS_BEHAVIOR_INHERITED,
		FOCUS_BEHAVIOR_DISABLED,
		FOCUS_BEHAVIOR_ENABLED,
	};

	enum MouseBehaviorRecursive : int {
		MOUSE_BEHAVIOR_INHERITED,
		MOUSE_BEHAVIOR_DISABLED,
		MOUSE_BEHAVIOR_ENABLED,
	};

	enum CursorShape : int {
		CURSOR_ARROW,
		CURSOR_IBEAM,
		CURSOR_POINTING_HAND,
		CURSOR_CROSS,
		CURSOR_WAIT,
		CURSOR_BUSY,
		CURSOR_DRAG,
		CURSOR_CAN_DROP,
		CURSOR_FORBIDDEN,
		CURSOR_VSIZE,
		CURSOR_HSIZE,
		CURSOR_BDIAGSIZE,
		CURSOR_FDIAGSIZE,
		CURSOR_MOVE,
		CURSOR_VSPLIT,
		CURSOR_HSPLIT,
		CURSOR_HELP,
	};

	enum LayoutPreset : int {
		PRESET_TOP_LEFT,
		PRESET_TOP_RIGHT,
		PRESET_BOTTOM_LEFT,
		PRESET_BOTTOM_RIGHT,
		PRESET_CENTER_LEFT,
		PRESET_CENTER_TOP,
		PRESET_CENTER_RIGHT,
		PRESET_CENTER_BOTTOM,
		PRESET_CENTER,
		PRESET_LEFT_WIDE,
		PRESET_TOP_WIDE,
		PRESET_RIGHT_WIDE,
		PRESET_BOTTOM_WIDE,
		PRESET_VCENTER_WIDE,
		PRESET_HCENTER_WIDE,
		PRESET_FULL_RECT,
	};

	enum LayoutPresetMode : int {
		PRESET_MODE_MINSIZE,
		PRESET_MODE_KEEP_WIDTH,
		PRESET_MODE_KEEP_HEIGHT,
		PRESET_MODE_KEEP_SIZE,
	};

	enum SizeFlags : int {
		SIZE_SHRINK_BEGIN = 0,
		SIZE_FILL = 1,
		SIZE_EXPAND = 2,
		SIZE_EXPAND_FILL = 3,
		SIZE_SHRINK_CENTER = 4,
		SIZE_SHRINK_END = 8,
	};

	enum MouseFilter : int {
		MOUSE_FILTER_STOP,
		MOUSE_FILTER_PASS,
		MOUSE_FILTER_IGNORE,
	};

	enum GrowDirection : int {
		GROW_DIRECTION_BEGIN,
		GROW_DIRECTION_END,
		GROW_DIRECTION_BOTH,
	};

	enum Anchor : int {
		ANCHOR_BEGIN,
		ANCHOR_END,
	};

	enum LayoutDirection : int {
		LAYOUT_DIRECTION_INHERITED = 0,
		LAYOUT_DIRECTION_APPLICATION_LOCALE = 1,
		LAYOUT_DIRECTION_LOCALE = LAYOUT_DIRECTION_APPLICATION_LOCALE,
		LAYOUT_DIRECTION_LTR = 2,
		LAYOUT_DIRECTION_RTL = 3,
		LAYOUT_DIRECTION_SYSTEM_LOCALE = 4,
		LAYOUT_DIRECTION_MAX = 5,
	};

	enum TextDirection : int {
		TEXT_DIRECTION_INHERITED = 3,
		TEXT_DIRECTION_AUTO = 0,
		TEXT_DIRECTION_LTR = 1,
		TEXT_DIRECTION_RTL = 2,
	};

	// --- Layout: control_layout.cpp ---
	void set_anchor(Side p_side, real_t p_anchor, bool p_keep_offset = false, bool p_push_opposite_anchor = true);
	real_t get_anchor(Side p_side) const;
	void set_offset(Side p_side, real_t p_offset);
	real_t get_offset(Side p_side) const;
	void set_anchor_and_offset(Side p_side, real_t p_anchor, real_t p_offset, bool p_push_opposite_anchor = false);
	void set_anchors_preset(LayoutPreset p_preset, bool p_keep_offsets = false);
	void set_offsets_preset(LayoutPreset p_preset, LayoutPresetMode p_mode = PRESET_MODE_MINSIZE, int p_margin = 0);
	void set_anchors_and_offsets_preset(LayoutPreset p_preset, LayoutPresetMode p_mode = PRESET_MODE_MINSIZE, int p_margin = 0);
	void set_begin(const Vector2 &p_position);
	Vector2 get_begin() const { return Vector2(offsets[SIDE_LEFT], offsets[SIDE_TOP]); }
	void set_end(const Vector2 &p_position);
	Vector2 get_end() const { return Vector2(offsets[SIDE_RIGHT], offsets[SIDE_BOTTOM]); }
	void set_rect(const Rect2 &p_rect); // By offsets; the anchors stay.
	void set_position(const Vector2 &p_position, bool p_keep_offsets = false);
	Vector2 get_position() const { return rect.position; }
	void set_size(const Vector2 &p_size, bool p_keep_offsets = false);
	Vector2 get_size() const { return rect.size; }
	void reset_size() { set_size(Vector2()); }
	void set_global_position(const Vector2 &p_position, bool p_keep_offsets = false);
	Vector2 get_global_position() const { return get_global_transform().get_origin(); }
	Vector2 get_screen_position() const { return get_global_position(); }
	Rect2 get_rect() const { return Rect2(get_transform().get_origin(), rect.size); }
	Rect2 get_global_rect() const;
	Vector2 get_parent_area_size() const;
	Control *get_parent_control() const;
	Transform2D get_transform() const override;
	void set_rotation(real_t p_radians);
	real_t get_rotation() const { return rotation; }
	void set_rotation_degrees(real_t p_degrees);
	real_t get_rotation_degrees() const;
	void set_scale(const Vector2 &p_scale);
	Vector2 get_scale() const { return scale; }
	void set_pivot_offset(const Vector2 &p_pivot_offset);
	Vector2 get_pivot_offset() const { return pivot_offset; }
	void set_pivot_offset_ratio(const Vector2 &p_ratio);
	Vector2 get_pivot_offset_ratio() const { return pivot_offset_ratio; }
	Vector2 get_combined_pivot_offset() const { return pivot_offset + pivot_offset_ratio * rect.size; }
	void set_h_grow_direction(GrowDirection p_direction);
	GrowDirection get_h_grow_direction() const { return h_grow; }
	void set_v_grow_direction(GrowDirection p_direction);
	GrowDirection get_v_grow_direction() const { return v_grow; }

	// --- Minimum size ---
	virtual Vector2 get_minimum_size() const; // What the contents need; a script may answer with _get_minimum_size.
	Vector2 get_combined_minimum_size() const; // That or the custom one, whichever is larger.
	void set_custom_minimum_size(const Vector2 &p_size);
	Vector2 get_custom_minimum_size() const { return custom_minimum_size; }
	void update_minimum_size(); // The contents changed. Applied deferred, once for many calls.
	void set_h_size_flags(BitField<SizeFlags> p_flags);
	BitField<SizeFlags> get_h_size_flags() const { return h_size_flags; }
	void set_v_size_flags(BitField<SizeFlags> p_flags);
	BitField<SizeFlags> get_v_size_flags() const { return v_size_flags; }
	void set_stretch_ratio(real_t p_ratio);
	real_t get_stretch_ratio() const { return stretch_ratio; }

	// --- Focus: one control of a viewport has it ---
	void set_focus_mode(FocusMode p_mode);
	FocusMode get_focus_mode() const { return focus_mode; }
	bool has_focus(bool p_ignore_hidden_focus = false) const;
	void grab_focus(bool p_hide_focus = false);
	void release_focus();
	// Null if nothing takes it. control_focus.cpp.
	Control *find_next_valid_focus() const;
	Control *find_prev_valid_focus() const;
	Control *find_valid_focus_neighbor(Side p_side) const;
	void set_focus_neighbor(Side p_side, const NodePath &p_neighbor);
	NodePath get_focus_neighbor(Side p_side) const;
	void set_focus_next(const NodePath &p_next) { focus_next = p_next; }
	NodePath get_focus_next() const { return focus_next; }
	void set_focus_previous(const NodePath &p_previous) { focus_previous = p_previous; }
	NodePath get_focus_previous() const { return focus_previous; }
	void set_focus_behavior_recursive(FocusBehaviorRecursive p_behavior);
	FocusBehaviorRecursive get_focus_behavior_recursive() const { return focus_behavior; }
	FocusMode get_focus_mode_with_override() const; // FOCUS_NONE where it or one above says so for all below.

	// What a click does before anything else: the focus, where the control can have it. Without effect outside the tree.
	void user_focus();

	// --- Theme values set on this node: control_theme.cpp ---
#define THEME_OVERRIDE(m_kind, m_set, m_get) \
	void add_theme_##m_kind##_override(const StringName &p_name, m_set p_value); \
	void remove_theme_##m_kind##_override(const StringName &p_name); \
	bool has_theme_##m_kind##_override(const StringName &p_name) const; \
	bool has_theme_##m_kind(const StringName &p_name, const StringName &p_theme_type = StringName()) const; \
	m_get get_theme_##m_kind(const StringName &p_name, const StringName &p_theme_type = StringName()) const;
	THEME_OVERRIDE(icon, const Ref<Texture2D> &, Ref<Texture2D>)
	THEME_OVERRIDE(stylebox, const Ref<Resource> &, Ref<Resource>)
	THEME_OVERRIDE(font, const Ref<Resource> &, Ref<Resource>)
	THEME_OVERRIDE(font_size, int, int)
	THEME_OVERRIDE(color, const Color &, Color)
	THEME_OVERRIDE(constant, int, int)
#undef THEME_OVERRIDE
	void set_theme(const Ref<Resource> &p_theme);
	Ref<Resource> get_theme() const {
		return theme;
	}
	// Of the nearest theme that has one; else 16 pixels, 1 and a font, a box and a picture without contents.
	int get_theme_default_font_size() const;
	float get_theme_default_base_scale() const;
	Ref<Resource> get_theme_default_font() const;
	static void free_theme_fallbacks(); // At the end of the program.
	void begin_bulk_theme_override(); // Till end_bulk_theme_override(), which tells of the overrides between them, once.
	void end_bulk_theme_override();
	void set_theme_type_variation(const StringName &p_theme_type);
	StringName get_theme_type_variation() const {
		return theme_type_variation;
	}

	// --- Plain values ---
	void set_clip_contents(bool p_enable) {
		clip_contents = p_enable;
	}
	bool is_clipping_contents() const {
		return clip_contents;
	}
	void set_layout_direction(LayoutDirection p_direction);
	LayoutDirection get_layout_direction() const {
		return layout_direction;
	}
	bool is_layout_rtl() const;
	void set_localize_numeral_system(bool p_enable) {
		localize_numerals = p_enable;
	}
	bool is_localizing_numeral_system() const {
		return localize_numerals;
	}
	void set_auto_translate(bool p_enable);
	bool is_auto_translating() const;
	void set_tooltip_text(const String &p_hint) {
		tooltip_text = p_hint;
	}
	String get_tooltip_text() const {
		return tooltip_text;
	}
	void set_tooltip_auto_translate_mode(AutoTranslateMode p_mode) {
		tooltip_translation = p_mode;
	}
	AutoTranslateMode get_tooltip_auto_translate_mode() const {
		return tooltip_translation;
	}
	virtual String get_tooltip(const Vector2 &p_at_position = Vector2()) const;
	void set_default_cursor_shape(CursorShape p_shape);
	CursorShape get_default_cursor_shape() const {
		return cursor_shape;
	}
	virtual CursorShape get_cursor_shape(const Vector2 &p_position = Vector2()) const {
		return cursor_shape;
	}
	void set_mouse_filter(MouseFilter p_filter);
	MouseFilter get_mouse_filter() const {
		return mouse_filter;
	}
	void set_mouse_behavior_recursive(MouseBehaviorRecursive p_behavior);
	MouseBehaviorRecursive get_mouse_behavior_recursive() const {
		return mouse_behavior;
	}
	MouseFilter get_mouse_filter_with_override() const; // MOUSE_FILTER_IGNORE where it or one above says so for all below.
	void set_force_pass_scroll_events(bool p_enable) {
		pass_scroll_events = p_enable;
	}
	bool is_force_pass_scroll_events() const {
		return pass_scroll_events;
	}
	void set_shortcut_context(const Node *p_node);
	Node *get_shortcut_context() const;

protected:
	static void _bind_methods();
	void _notification(int p_what);
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	void _validate_property(PropertyInfo &p_property) const;
	GDVIRTUAL1RC(bool, _has_point, Vector2)
	GDVIRTUAL0RC(Vector2, _get_minimum_size)
	GDVIRTUAL1RC(String, _get_tooltip, Vector2)
	GDVIRTUAL1R(Variant, _get_drag_data, Vector2)
	GDVIRTUAL2RC(bool, _can_drop_data, Vector2, Variant)
	GDVIRTUAL2(_drop_data, Vector2, Variant)
	GDVIRTUAL1RC(Object *, _make_custom_tooltip, String)

private:
	// The values of the layout_mode property: who places this control.
	enum LayoutMode {
		LAYOUT_MODE_POSITION,
		LAYOUT_MODE_ANCHORS,
		LAYOUT_MODE_CONTAINER,
		LAYOUT_MODE_UNCONTROLLED,
	};
	static constexpr int PRESET_CUSTOM = -1;

	real_t anchors[4] = {};
	real_t offsets[4] = {}; // Pixels.
	Rect2 rect; // What anchors, offsets and the minimum size gave.
	Vector2 custom_minimum_size;
	mutable Vector2 minimum_size_cache;
	Vector2 last_minimum_size; // The one last announced.
	Vector2 scale = Vector2(1, 1);
	Vector2 pivot_offset;
	Vector2 pivot_offset_ratio;
	real_t rotation = 0; // Radians.
	real_t stretch_ratio = 1;
	HashMap<StringName, Variant> theme_overrides; // By the property name: "theme_override_constants/separation".
	Ref<Resource> theme;
	StringName theme_type_variation;
	String tooltip_text;
	NodePath focus_neighbors[4];
	NodePath focus_next;
	NodePath focus_previous;
	ObjectID shortcut_context;
	BitField<SizeFlags> h_size_flags = SIZE_FILL;
	BitField<SizeFlags> v_size_flags = SIZE_FILL;
	GrowDirection h_grow = GROW_DIRECTION_END;
	GrowDirection v_grow = GROW_DIRECTION_END;
	LayoutMode stored_layout_mode = LAYOUT_MODE_POSITION;
	LayoutDirection layout_direction = LAYOUT_DIRECTION_INHERITED;
	FocusMode focus_mode = FOCUS_NONE;
	FocusBehaviorRecursive focus_behavior = FOCUS_BEHAVIOR_INHERITED;
	MouseFilter mouse_filter = MOUSE_FILTER_STOP;
	MouseBehaviorRecursive mouse_behavior = MOUSE_BEHAVIOR_INHERITED;
	CursorShape cursor_shape = CURSOR_ARROW;
	AutoTranslateMode tooltip_translation = AUTO_TRANSLATE_MODE_INHERIT;
	bool bulk_theme_override = false; // Overrides are not told of.
	bool custom_anchors = false; // anchors_preset was set to -1.
	bool clip_contents = false;
	bool localize_numerals = true;
	bool pass_scroll_events = true;
	mutable bool minimum_size_known = false;
	bool minimum_size_update_queued = false;

	Rect2 edges() const; // As anchors and offsets say, before the minimum size.
	Rect2 grown_to_minimum(Rect2 p_rect) const;
	void place_edge(Side p_side, real_t p_edge); // By the offset.
	void anchor_rect(const Rect2 &p_rect); // By anchors; the offsets stay.
	void refresh_rect();
	void apply_minimum_size(); // Deferred by update_minimum_size().
	void release_focus_quietly();
	// A control that lies in a viewport, not in an item, changes with its size.
	void follow_viewport();
	void leave_viewport();
	bool follows_viewport = false;
	LocalVector<Control *> get_focus_chain() const;
	Control *get_named_focus(const NodePath &p_path) const; // Null unless it takes the focus.
	Control *step_focus(int p_step) const;
	void emit_size_flags_changed();
	bool is_placed_by_container() const;
	Vector2 default_area_size() const;
	void set_theme_override(const char *p_kind, const StringName &p_name, const Variant &p_value);
	void remove_theme_override(const char *p_kind, const StringName &p_name);
	Variant get_theme_override(const char *p_kind, const StringName &p_name) const; // Null if there is none.
	Variant find_theme_value(int p_kind, const StringName &p_name, const StringName &p_theme_type) const; // In themes. Null if there is none.
	Variant get_theme_value(const char *p_kind, int p_type, const StringName &p_name, const StringName &p_theme_type) const;
	void theme_changed();
	void theme_override_changed();
	void update_layout_mode();

	// Setters of properties, whose methods take more.
	void _set_anchor(Side p_side, real_t p_anchor) {
		set_anchor(p_side, p_anchor, true);
	}
	void _set_position(const Vector2 &p_position) {
		set_position(p_position);
	}
	void _set_global_position(const Vector2 &p_position) {
		set_global_position(p_position);
	}
	void _set_size(const Vector2 &p_size) {
		set_size(p_size);
	}
	void _set_layout_mode(int p_mode);
	int _get_layout_mode() const;
	void _set_anchors_layout_preset(int p_preset);
	int _get_anchors_layout_preset() const;
	static void bind_layout();
	static void bind_values();
	static void bind_theme();
	static void bind_properties();
	static void bind_constants();
};

VARIANT_ENUM_CAST(Control::FocusMode);
VARIANT_ENUM_CAST(Control::FocusBehaviorRecursive);
VARIANT_ENUM_CAST(Control::MouseBehaviorRecursive);
VARIANT_ENUM_CAST(Control::CursorShape);
VARIANT_ENUM_CAST(Control::LayoutPreset);
VARIANT_ENUM_CAST(Control::LayoutPresetMode);
VARIANT_BITFIELD_CAST(Control::SizeFlags);
VARIANT_ENUM_CAST(Control::MouseFilter);
VARIANT_ENUM_CAST(Control::GrowDirection);
VARIANT_ENUM_CAST(Control::Anchor);
VARIANT_ENUM_CAST(Control::LayoutDirection);
VARIANT_ENUM_CAST(Control::TextDirection);
