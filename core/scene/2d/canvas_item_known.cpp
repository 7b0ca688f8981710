// Nobody ever asks an item to draw itself, so whoever draws does so at a time when the stock engine refuses it as well.
#include "core/scene/2d/canvas_item_known.h"

#include "core/object/known/known_classes.h"
#include "core/scene/2d/canvas_item.h"
#include "core/scene/main/viewport.h"

namespace {

constexpr char SHADER_PARAMETERS[] = "instance_shader_parameters/";

CanvasItem *item_of(Object *p_object) {
	return static_cast<CanvasItem *>(p_object);
}

void refuse_drawing(Object *, const Variant **, Variant *) {
	ERR_FAIL_MSG("Drawing is only allowed inside this node's `_draw()`, functions connected to its `draw` signal, or when it receives NOTIFICATION_DRAW. Here nothing is drawn, and none of these is called.");
}

Transform2D from_viewport(const CanvasItem *p_item) {
	return p_item->get_global_transform_with_canvas().affine_inverse();
}

void implement_places() {
	KnownClasses::implement("CanvasItem", "get_screen_transform", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = Transform2D();
		ERR_FAIL_COND_MSG(!item_of(p_object)->is_inside_tree(), "get_screen_transform() needs a node inside the tree.");
		*r_ret = item_of(p_object)->get_global_transform_with_canvas();
	});
	// The mouse of a viewport without one rests in its corner.
	KnownClasses::implement("CanvasItem", "get_local_mouse_position", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = from_viewport(item_of(p_object)).xform(Vector2()); });
	KnownClasses::implement("CanvasItem", "get_global_mouse_position", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = item_of(p_object)->get_canvas_transform().affine_inverse().xform(Vector2()); });
	KnownClasses::implement("CanvasItem", "make_canvas_position_local", [](Object *p_object, const Variant **p_args, Variant *r_ret) { *r_ret = from_viewport(item_of(p_object)).xform(Vector2(*p_args[0])); });
	KnownClasses::implement("CanvasItem", "make_input_local", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const Ref<InputEvent> event(Object::cast_to<InputEvent>(p_args[0]->get_validated_object()));
		ERR_FAIL_COND_MSG(event.is_null(), "There is no event.");
		*r_ret = event->xformed_by(from_viewport(item_of(p_object)));
	});
	KnownClasses::implement("CanvasItem", "get_canvas_item", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = ::RID::from_uint64(p_object->get_instance_id()); });
	KnownClasses::implement("CanvasItem", "get_canvas", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = ::RID();
		ERR_FAIL_COND_MSG(!item_of(p_object)->is_inside_tree(), "get_canvas() needs a node inside the tree.");
		*r_ret = ::RID::from_uint64(item_of(p_object)->get_viewport()->get_instance_id());
	});
	KnownClasses::implement("CanvasItem", "get_world_2d", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = Variant(static_cast<Object *>(nullptr));
		ERR_FAIL_COND_MSG(!item_of(p_object)->is_inside_tree(), "get_world_2d() needs a node inside the tree.");
		*r_ret = item_of(p_object)->get_viewport()->call(SNAME("find_world_2d"));
	});
}

void implement_values() {
	KnownClasses::implement("CanvasItem", "set_instance_shader_parameter", [](Object *p_object, const Variant **p_args, Variant *) {
		p_object->set_known_value(StringName(String(SHADER_PARAMETERS) + String(*p_args[0])), *p_args[1]);
	});
	KnownClasses::implement("CanvasItem", "get_instance_shader_parameter", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const Variant *kept = p_object->get_known_value(StringName(String(SHADER_PARAMETERS) + String(*p_args[0])));
		*r_ret = kept ? *kept : Variant();
	});
	KnownClasses::implement("CanvasItem", "set_visibility_layer_bit", [](Object *p_object, const Variant **p_args, Variant *) {
		const int64_t layer = *p_args[0];
		ERR_FAIL_INDEX(layer, int64_t(32));
		const uint32_t bit = uint32_t(1) << layer;
		const uint32_t mask = uint32_t(item_of(p_object)->get_visibility_layer());
		item_of(p_object)->set_visibility_layer(int(bool(*p_args[1]) ? mask | bit : mask & ~bit));
	});
	KnownClasses::implement("CanvasItem", "get_visibility_layer_bit", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const int64_t layer = *p_args[0];
		*r_ret = false;
		ERR_FAIL_INDEX(layer, int64_t(32));
		*r_ret = (uint32_t(item_of(p_object)->get_visibility_layer()) >> layer & 1) != 0;
	});
}

} // namespace

void implement_known_canvas_item_methods() {
	for (const char *name : { "draw_line", "draw_dashed_line", "draw_polyline", "draw_polyline_colors", "draw_ellipse_arc", "draw_arc", "draw_multiline", "draw_multiline_colors", "draw_rect", "draw_circle", "draw_ellipse", "draw_texture", "draw_texture_rect", "draw_texture_rect_region", "draw_msdf_texture_rect_region", "draw_lcd_texture_rect_region", "draw_style_box", "draw_primitive", "draw_polygon", "draw_colored_polygon", "draw_string", "draw_multiline_string", "draw_string_outline", "draw_multiline_string_outline", "draw_char", "draw_char_outline", "draw_mesh", "draw_multimesh", "draw_set_transform", "draw_set_transform_matrix", "draw_animation_slice", "draw_end_animation" }) {
		KnownClasses::implement("CanvasItem", name, refuse_drawing);
	}
	implement_places();
	implement_values();
}
