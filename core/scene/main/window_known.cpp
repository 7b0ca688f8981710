// Theme values set on a window are kept under the names that its files have; what only a screen could do does nothing.
#include "core/scene/main/window_known.h"

#include "core/io/resource.h"
#include "core/math/color.h"
#include "core/math/transform_2d.h"
#include "core/object/class_db.h"
#include "core/object/known/known_answers.h"
#include "core/object/known/known_classes.h"
#include "core/scene/main/window.h"
#include "core/variant/typed_array.h"

namespace {

using namespace KnownAnswers;

constexpr int DEFAULT_FONT_SIZE = 16; // Pixels.

constexpr char ICONS[] = "theme_override_icons/";
constexpr char STYLEBOXES[] = "theme_override_styles/";
constexpr char FONTS[] = "theme_override_fonts/";
constexpr char FONT_SIZES[] = "theme_override_font_sizes/";
constexpr char COLORS[] = "theme_override_colors/";
constexpr char CONSTANTS[] = "theme_override_constants/";

StringName place_of(const char *p_kind, const Variant *p_name) {
	return StringName(String(p_kind) + String(*p_name));
}

template <const char *KIND>
void add_override(Object *p_object, const Variant **p_args, Variant *) {
	p_object->set_known_value(place_of(KIND, p_args[0]), *p_args[1]);
}

template <const char *KIND>
void remove_override(Object *p_object, const Variant **p_args, Variant *) {
	p_object->set_known_value(place_of(KIND, p_args[0]), Variant());
}

template <const char *KIND>
void has_override(Object *p_object, const Variant **p_args, Variant *r_ret) {
	const Variant *kept = p_object->get_known_value(place_of(KIND, p_args[0]));
	*r_ret = kept && kept->get_type() != Variant::NIL;
}

template <const char *KIND>
void give_override(Object *p_object, const Variant **p_args, Variant *r_ret) {
	const Variant *kept = p_object->get_known_value(place_of(KIND, p_args[0]));
	if (kept && kept->get_type() != Variant::NIL) {
		*r_ret = *kept;
	} else if (KIND == COLORS) {
		*r_ret = Color(0, 0, 0, 1);
	} else if (KIND == CONSTANTS || KIND == FONT_SIZES) {
		*r_ret = KIND == FONT_SIZES ? DEFAULT_FONT_SIZE : 0;
	} else {
		*r_ret = Variant(static_cast<Object *>(nullptr));
	}
}

#define THEME_KIND(m_name, m_kind) \
	KnownClasses::implement("Window", "add_theme_" m_name "_override", add_override<m_kind>); \
	KnownClasses::implement("Window", "remove_theme_" m_name "_override", remove_override<m_kind>); \
	KnownClasses::implement("Window", "has_theme_" m_name "_override", has_override<m_kind>); \
	KnownClasses::implement("Window", "has_theme_" m_name, has_override<m_kind>); \
	KnownClasses::implement("Window", "get_theme_" m_name, give_override<m_kind>)

void give_zero(Object *, const Variant **, Variant *r_ret) {
	*r_ret = 0;
}
void give_one(Object *, const Variant **, Variant *r_ret) {
	*r_ret = 1.0;
}
void give_null(Object *, const Variant **, Variant *r_ret) {
	*r_ret = Variant(static_cast<Object *>(nullptr));
}
void give_nil(Object *, const Variant **, Variant *r_ret) {
	*r_ret = Variant();
}
void give_origin(Object *, const Variant **, Variant *r_ret) {
	*r_ret = Vector2();
}

// A value that is set and asked for, with what it is until then.
constexpr char LAYOUT[] = "layout_direction";
constexpr char OVERSAMPLING[] = "use_font_oversampling";
constexpr char DRAG[] = "gui_drag_description";
constexpr char CULL_MASK[] = "canvas_cull_mask";
constexpr int64_t ALL_LAYERS = 0xffffffff;

constexpr int LAYOUT_RTL = 3;

// Puts the window below the one that the node is in; null where it has a parent already.
Window *take_in(Object *p_window, const Variant *p_node) {
	Window *window = static_cast<Window *>(p_window);
	const Node *from = Object::cast_to<Node>(p_node->get_validated_object());
	ERR_FAIL_NULL_V_MSG(from, nullptr, "A dialog needs a node of the window that it belongs to.");
	ERR_FAIL_COND_V_MSG(window->get_parent(), nullptr, "Attempting to parent and popup a dialog that already has a parent.");
	ERR_FAIL_COND_V_MSG(!from->is_inside_tree(), nullptr, "The node that a dialog is to belong to is not inside the tree.");
	Node *above = from->get_viewport();
	while (above && !Object::cast_to<Window>(above)) {
		above = above->get_parent();
	}
	ERR_FAIL_NULL_V(above, nullptr);
	window->set(SNAME("exclusive"), true);
	above->add_child(window);
	return window->get_parent() == above ? window : nullptr;
}

void implement_exclusive() {
	KnownClasses::implement("Window", "popup_exclusive", [](Object *p_object, const Variant **p_args, Variant *) {
		if (Window *window = take_in(p_object, p_args[0])) {
			window->popup(*p_args[1]);
		}
	});
	KnownClasses::implement("Window", "popup_exclusive_on_parent", [](Object *p_object, const Variant **p_args, Variant *) {
		if (Window *window = take_in(p_object, p_args[0])) {
			window->popup_on_parent(*p_args[1]);
		}
	});
	KnownClasses::implement("Window", "popup_exclusive_centered", [](Object *p_object, const Variant **p_args, Variant *) {
		if (Window *window = take_in(p_object, p_args[0])) {
			window->popup_centered(*p_args[1]);
		}
	});
	KnownClasses::implement("Window", "popup_exclusive_centered_ratio", [](Object *p_object, const Variant **p_args, Variant *) {
		if (Window *window = take_in(p_object, p_args[0])) {
			window->popup_centered_ratio(real_t(double(*p_args[1])));
		}
	});
	KnownClasses::implement("Window", "popup_exclusive_centered_clamped", [](Object *p_object, const Variant **p_args, Variant *) {
		if (Window *window = take_in(p_object, p_args[0])) {
			window->popup_centered_clamped(*p_args[1], real_t(double(*p_args[2])));
		}
	});
}

void implement_window() {
	KnownClasses::implement("Window", "get_focused_window", give_null); // No window has the screen's focus.
	implement_exclusive();
	THEME_KIND("icon", ICONS);
	THEME_KIND("stylebox", STYLEBOXES);
	THEME_KIND("font", FONTS);
	THEME_KIND("font_size", FONT_SIZES);
	THEME_KIND("color", COLORS);
	THEME_KIND("constant", CONSTANTS);
	for (const char *name : { "move_to_center", "reset_size", "request_attention", "move_to_foreground", "grab_focus", "start_drag", "start_resize", "set_ime_active", "set_ime_position", "child_controls_changed", "begin_bulk_theme_override", "end_bulk_theme_override", "set_unparent_when_invisible" }) {
		KnownClasses::implement("Window", name, do_nothing);
	}
	for (const char *name : { "is_maximize_allowed", "can_draw", "is_embedded" }) {
		KnownClasses::implement("Window", name, give_false);
	}
	KnownClasses::implement("Window", "has_focus", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = static_cast<Window *>(p_object)->is_inside_tree(); });
	KnownClasses::implement("Window", "get_window_id", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = static_cast<Window *>(p_object)->is_inside_tree() ? 0 : -1; });
	KnownClasses::implement("Window", "get_theme_default_base_scale", give_one);
	KnownClasses::implement("Window", "get_theme_default_font", give_null);
	KnownClasses::implement("Window", "get_theme_default_font_size", [](Object *, const Variant **, Variant *r_ret) { *r_ret = DEFAULT_FONT_SIZE; });
	KnownClasses::implement("Window", "get_contents_minimum_size", give_origin);
	KnownClasses::implement("Window", "get_position_with_decorations", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = p_object->get(SNAME("position")); });
	KnownClasses::implement("Window", "get_size_with_decorations", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = p_object->get(SNAME("size")); });
	KnownClasses::implement("Window", "set_layout_direction", keep<LAYOUT>);
	KnownClasses::implement("Window", "get_layout_direction", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = get_kept<LAYOUT>(p_object, 0); });
	KnownClasses::implement("Window", "is_layout_rtl", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = int(get_kept<LAYOUT>(p_object, 0)) == LAYOUT_RTL; });
	KnownClasses::implement("Window", "set_use_font_oversampling", keep<OVERSAMPLING>);
	KnownClasses::implement("Window", "is_using_font_oversampling", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = get_kept<OVERSAMPLING>(p_object, true); });
}

// The world of a viewport, which is made when somebody asks.
template <const char *CLASS>
void give_world(Object *p_object, const Variant **, Variant *r_ret) {
	const StringName place(String("found_") + CLASS);
	const Variant *kept = p_object->get_known_value(place);
	*r_ret = kept ? *kept : Variant(Ref<Resource>(Object::cast_to<Resource>(ClassDB::instantiate(CLASS))));
	p_object->set_known_value(place, *r_ret);
}
constexpr char WORLD_2D[] = "World2D";
constexpr char WORLD_3D[] = "World3D";

void implement_viewport() {
	KnownClasses::implement("Viewport", "find_world_2d", give_world<WORLD_2D>);
	KnownClasses::implement("Viewport", "find_world_3d", give_world<WORLD_3D>);
	KnownClasses::implement("Viewport", "get_viewport_rid", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = RID::from_uint64(p_object->get_instance_id()); });
	for (const char *name : { "push_text_input", "notify_mouse_entered", "notify_mouse_exited", "warp_mouse", "update_mouse_cursor_state", "gui_cancel_drag" }) {
		KnownClasses::implement("Viewport", name, do_nothing);
	}
	for (const char *name : { "gui_is_dragging", "gui_is_drag_successful" }) {
		KnownClasses::implement("Viewport", name, give_false);
	}
	for (const char *name : { "gui_get_hovered_control", "get_audio_listener_2d", "get_camera_2d", "get_audio_listener_3d", "get_camera_3d" }) {
		KnownClasses::implement("Viewport", name, give_null);
	}
	KnownClasses::implement("Viewport", "get_stretch_transform", [](Object *p_object, const Variant **, Variant *r_ret) {
		const Window *window = Object::cast_to<Window>(p_object);
		*r_ret = window ? window->get_stretch_transform() : Transform2D();
	});
	KnownClasses::implement("Viewport", "get_screen_transform", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = static_cast<Viewport *>(p_object)->get_final_transform(); });
	KnownClasses::implement("Viewport", "get_render_info", give_zero);
	KnownClasses::implement("Viewport", "get_oversampling", give_one);
	KnownClasses::implement("Viewport", "get_mouse_position", give_origin);
	KnownClasses::implement("Viewport", "gui_get_drag_data", give_nil);
	KnownClasses::implement("Viewport", "gui_set_drag_description", keep<DRAG>);
	KnownClasses::implement("Viewport", "gui_get_drag_description", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = get_kept<DRAG>(p_object, "Drag-and-drop data"); });
	KnownClasses::implement("Viewport", "get_embedded_subwindows", [](Object *, const Variant **, Variant *r_ret) { *r_ret = TypedArray<Window>(); });
	// The mask is a property, of all layers at first.
	KnownClasses::implement("Viewport", "set_canvas_cull_mask_bit", [](Object *p_object, const Variant **p_args, Variant *) {
		const int64_t layer = *p_args[0];
		ERR_FAIL_INDEX(layer, int64_t(32));
		const int64_t mask = get_kept<CULL_MASK>(p_object, ALL_LAYERS);
		p_object->set(SNAME("canvas_cull_mask"), bool(*p_args[1]) ? mask | int64_t(1) << layer : mask & ~(int64_t(1) << layer));
	});
	KnownClasses::implement("Viewport", "get_canvas_cull_mask_bit", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const int64_t layer = *p_args[0];
		const int64_t mask = get_kept<CULL_MASK>(p_object, ALL_LAYERS);
		*r_ret = layer >= 0 && layer < 32 && (mask >> layer & 1) != 0;
	});
}

} // namespace

void implement_known_window_methods() {
	implement_window();
	implement_viewport();
}
