// Visibility through the tree, and the values a renderer would read.
#include "core/scene/2d/canvas_item.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/2d/canvas_layer.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/viewport.h"

void CanvasItem::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_ENTER_TREE:
			notification(NOTIFICATION_ENTER_CANVAS);
			moved();
			if (is_visible_in_tree()) {
				notification(NOTIFICATION_VISIBILITY_CHANGED);
			}
			break;
		case NOTIFICATION_EXIT_TREE:
			notification(NOTIFICATION_EXIT_CANVAS);
			move_untold = false;
			break;
		case NOTIFICATION_VISIBILITY_CHANGED:
			emit_signal(SNAME("visibility_changed"));
			break;
	}
}

CanvasItem *CanvasItem::get_parent_item() const {
	return top_level ? nullptr : Object::cast_to<CanvasItem>(get_parent());
}

bool CanvasItem::is_visible_in_tree() const {
	if (!is_inside_tree()) {
		return false;
	}
	for (const CanvasItem *item = this; item; item = Object::cast_to<CanvasItem>(item->get_parent())) {
		if (!item->visible) {
			return false;
		}
	}
	const CanvasLayer *layer = get_canvas_layer_node();
	return !layer || layer->is_visible();
}

CanvasLayer *CanvasItem::get_canvas_layer_node() const {
	for (Node *node = get_parent(); node && !Object::cast_to<Viewport>(node); node = node->get_parent()) {
		if (CanvasLayer *layer = Object::cast_to<CanvasLayer>(node)) {
			return layer;
		}
	}
	return nullptr;
}

Transform2D CanvasItem::get_canvas_transform() const {
	const CanvasLayer *layer = get_canvas_layer_node();
	return layer ? layer->get_transform() : Transform2D();
}

void CanvasItem::set_visible(bool p_visible) {
	if (visible == p_visible) {
		return;
	}
	ShownObjects::touch(this);
	visible = p_visible;
	const CanvasItem *above = Object::cast_to<CanvasItem>(get_parent());
	if (is_inside_tree() && (!above || above->is_visible_in_tree())) {
		tell_visibility(p_visible);
	} else {
		notification(NOTIFICATION_VISIBILITY_CHANGED);
	}
}

void CanvasItem::tell_visibility(bool p_visible) {
	NodeWalk walk;
	walk.run(this, [this, p_visible](Node *p_node) {
		CanvasItem *item = Object::cast_to<CanvasItem>(p_node);
		if (!item || (item != this && !item->visible)) {
			return false;
		}
		item->notification(NOTIFICATION_VISIBILITY_CHANGED);
		if (!p_visible) {
			item->emit_signal(SNAME("hidden"));
		}
		return true;
	});
}

void CanvasItem::move_to_front() {
	if (Node *parent = get_parent()) {
		parent->move_child(this, -1);
	}
}

void CanvasItem::set_as_top_level(bool p_enabled) {
	top_level = p_enabled;
	local_transform_changed();
}

void CanvasItem::set_z_index(int p_index) {
	ERR_FAIL_COND_MSG(p_index < Z_MIN || p_index > Z_MAX, vformat("z_index must lie between %d and %d; %d does not.", Z_MIN, Z_MAX, p_index));
	z_index = p_index;
}

void CanvasItem::set_texture_filter(TextureFilter p_filter) {
	ERR_FAIL_INDEX_MSG(int(p_filter), int(TEXTURE_FILTER_MAX), "texture_filter must be one of the TEXTURE_FILTER_* constants.");
	if (texture_filter != p_filter) {
		texture_filter = p_filter;
		notify_property_list_changed();
	}
}

void CanvasItem::set_texture_repeat(TextureRepeat p_repeat) {
	ERR_FAIL_INDEX_MSG(int(p_repeat), int(TEXTURE_REPEAT_MAX), "texture_repeat must be one of the TEXTURE_REPEAT_* constants.");
	if (texture_repeat != p_repeat) {
		texture_repeat = p_repeat;
		notify_property_list_changed();
	}
}

void CanvasItem::set_clip_children_mode(ClipChildrenMode p_mode) {
	ERR_FAIL_INDEX_MSG(int(p_mode), int(CLIP_CHILDREN_MAX), "clip_children must be one of the CLIP_CHILDREN_* constants.");
	clip_children = p_mode;
}

Transform2D CanvasItem::get_global_transform() const {
	const CanvasItem *above = get_parent_item();
	return above ? above->get_global_transform() * get_transform() : get_transform();
}

Rect2 CanvasItem::get_viewport_rect() const {
	ERR_FAIL_COND_V_MSG(!is_inside_tree(), Rect2(), "get_viewport_rect: the node is outside the tree.");
	return get_viewport()->get_visible_rect();
}

void CanvasItem::local_transform_changed() {
	if (notify_local_transform && is_inside_tree()) {
		notification(NOTIFICATION_LOCAL_TRANSFORM_CHANGED);
	}
	moved();
}

// --- Notifications of moves ---

std::atomic<int> CanvasItem::watchers{ 0 };

CanvasItem::~CanvasItem() {
	set_notify_transform(false);
}

void CanvasItem::set_notify_transform(bool p_enabled) {
	if (notify_transform != p_enabled) {
		notify_transform = p_enabled;
		watchers.fetch_add(p_enabled ? 1 : -1, std::memory_order_relaxed);
	}
}

void CanvasItem::moved() {
	if (watchers.load(std::memory_order_relaxed) == 0 || !is_inside_tree()) {
		return;
	}
	NodeWalk().run(this, [this](Node *p_node) {
		CanvasItem *item = Object::cast_to<CanvasItem>(p_node);
		if (!item || (item != this && item->top_level)) {
			return false;
		}
		if (item->notify_transform && !item->move_untold) {
			item->move_untold = true;
			callable_mp(item, &CanvasItem::tell_moved).call_deferred();
		}
		return true;
	});
}

void CanvasItem::tell_moved() {
	if (move_untold) {
		move_untold = false;
		if (is_inside_tree()) {
			notification(NOTIFICATION_TRANSFORM_CHANGED);
		}
	}
}

void CanvasItem::force_update_transform() {
	ERR_FAIL_COND_MSG(!is_inside_tree(), "force_update_transform() needs a node inside the tree.");
	tell_moved();
}

void CanvasItem::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_visible", "visible"), &CanvasItem::set_visible);
	ClassDB::bind_method(D_METHOD("is_visible"), &CanvasItem::is_visible);
	ClassDB::bind_method(D_METHOD("is_visible_in_tree"), &CanvasItem::is_visible_in_tree);
	ClassDB::bind_method(D_METHOD("show"), &CanvasItem::show);
	ClassDB::bind_method(D_METHOD("hide"), &CanvasItem::hide);
	ClassDB::bind_method(D_METHOD("queue_redraw"), &CanvasItem::queue_redraw);
	ClassDB::bind_method(D_METHOD("move_to_front"), &CanvasItem::move_to_front);
	ClassDB::bind_method(D_METHOD("set_as_top_level", "enable"), &CanvasItem::set_as_top_level);
	ClassDB::bind_method(D_METHOD("is_set_as_top_level"), &CanvasItem::is_set_as_top_level);
	ClassDB::bind_method(D_METHOD("set_light_mask", "light_mask"), &CanvasItem::set_light_mask);
	ClassDB::bind_method(D_METHOD("get_light_mask"), &CanvasItem::get_light_mask);
	ClassDB::bind_method(D_METHOD("set_modulate", "modulate"), &CanvasItem::set_modulate);
	ClassDB::bind_method(D_METHOD("get_modulate"), &CanvasItem::get_modulate);
	ClassDB::bind_method(D_METHOD("set_self_modulate", "self_modulate"), &CanvasItem::set_self_modulate);
	ClassDB::bind_method(D_METHOD("get_self_modulate"), &CanvasItem::get_self_modulate);
	ClassDB::bind_method(D_METHOD("set_z_index", "z_index"), &CanvasItem::set_z_index);
	ClassDB::bind_method(D_METHOD("get_z_index"), &CanvasItem::get_z_index);
	ClassDB::bind_method(D_METHOD("set_z_as_relative", "enable"), &CanvasItem::set_z_as_relative);
	ClassDB::bind_method(D_METHOD("is_z_relative"), &CanvasItem::is_z_relative);
	ClassDB::bind_method(D_METHOD("set_y_sort_enabled", "enabled"), &CanvasItem::set_y_sort_enabled);
	ClassDB::bind_method(D_METHOD("is_y_sort_enabled"), &CanvasItem::is_y_sort_enabled);
	ClassDB::bind_method(D_METHOD("set_draw_behind_parent", "enable"), &CanvasItem::set_show_behind_parent);
	ClassDB::bind_method(D_METHOD("is_draw_behind_parent_enabled"), &CanvasItem::is_draw_behind_parent_enabled);
	ClassDB::bind_method(D_METHOD("get_transform"), &CanvasItem::get_transform);
	ClassDB::bind_method(D_METHOD("get_global_transform"), &CanvasItem::get_global_transform);
	ClassDB::bind_method(D_METHOD("get_global_transform_with_canvas"), &CanvasItem::get_global_transform_with_canvas);
	ClassDB::bind_method(D_METHOD("get_viewport_transform"), &CanvasItem::get_viewport_transform);
	ClassDB::bind_method(D_METHOD("get_viewport_rect"), &CanvasItem::get_viewport_rect);
	ClassDB::bind_method(D_METHOD("get_canvas_layer_node"), &CanvasItem::get_canvas_layer_node);
	ClassDB::bind_method(D_METHOD("get_canvas_transform"), &CanvasItem::get_canvas_transform);
	ClassDB::bind_method(D_METHOD("set_notify_local_transform", "enable"), &CanvasItem::set_notify_local_transform);
	ClassDB::bind_method(D_METHOD("is_local_transform_notification_enabled"), &CanvasItem::is_local_transform_notification_enabled);
	ClassDB::bind_method(D_METHOD("set_notify_transform", "enable"), &CanvasItem::set_notify_transform);
	ClassDB::bind_method(D_METHOD("is_transform_notification_enabled"), &CanvasItem::is_transform_notification_enabled);
	ClassDB::bind_method(D_METHOD("force_update_transform"), &CanvasItem::force_update_transform);
	ClassDB::bind_method(D_METHOD("set_visibility_layer", "layer"), &CanvasItem::set_visibility_layer);
	ClassDB::bind_method(D_METHOD("get_visibility_layer"), &CanvasItem::get_visibility_layer);
	ClassDB::bind_method(D_METHOD("set_texture_filter", "mode"), &CanvasItem::set_texture_filter);
	ClassDB::bind_method(D_METHOD("get_texture_filter"), &CanvasItem::get_texture_filter);
	ClassDB::bind_method(D_METHOD("set_texture_repeat", "mode"), &CanvasItem::set_texture_repeat);
	ClassDB::bind_method(D_METHOD("get_texture_repeat"), &CanvasItem::get_texture_repeat);
	ClassDB::bind_method(D_METHOD("set_clip_children_mode", "mode"), &CanvasItem::set_clip_children_mode);
	ClassDB::bind_method(D_METHOD("get_clip_children_mode"), &CanvasItem::get_clip_children_mode);
	GDVIRTUAL_BIND(_draw);

	ADD_GROUP("Visibility", "");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "visible"), "set_visible", "is_visible");
	ADD_PROPERTY(PropertyInfo(Variant::COLOR, "modulate"), "set_modulate", "get_modulate");
	ADD_PROPERTY(PropertyInfo(Variant::COLOR, "self_modulate"), "set_self_modulate", "get_self_modulate");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "show_behind_parent"), "set_draw_behind_parent", "is_draw_behind_parent_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "top_level"), "set_as_top_level", "is_set_as_top_level");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "clip_children", PROPERTY_HINT_ENUM, "Disabled,Clip Only,Clip + Draw"), "set_clip_children_mode", "get_clip_children_mode");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "light_mask", PROPERTY_HINT_LAYERS_2D_RENDER), "set_light_mask", "get_light_mask");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "visibility_layer", PROPERTY_HINT_LAYERS_2D_RENDER), "set_visibility_layer", "get_visibility_layer");
	ADD_GROUP("Ordering", "");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "z_index", PROPERTY_HINT_RANGE, "-4096,4096,1"), "set_z_index", "get_z_index");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "z_as_relative"), "set_z_as_relative", "is_z_relative");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "y_sort_enabled"), "set_y_sort_enabled", "is_y_sort_enabled");
	ADD_GROUP("Texture", "texture_");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "texture_filter", PROPERTY_HINT_ENUM, "Inherit,Nearest,Linear,Nearest Mipmap,Linear Mipmap,Nearest Mipmap Anisotropic,Linear Mipmap Anisotropic"), "set_texture_filter", "get_texture_filter");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "texture_repeat", PROPERTY_HINT_ENUM, "Inherit,Disabled,Enabled,Mirror"), "set_texture_repeat", "get_texture_repeat");

	for (const char *name : { "draw", "visibility_changed", "hidden", "item_rect_changed" }) {
		ADD_SIGNAL(MethodInfo(name));
	}
	BIND_CONSTANT(NOTIFICATION_TRANSFORM_CHANGED);
	BIND_CONSTANT(NOTIFICATION_LOCAL_TRANSFORM_CHANGED);
	BIND_CONSTANT(NOTIFICATION_DRAW);
	BIND_CONSTANT(NOTIFICATION_VISIBILITY_CHANGED);
	BIND_CONSTANT(NOTIFICATION_ENTER_CANVAS);
	BIND_CONSTANT(NOTIFICATION_EXIT_CANVAS);
	BIND_CONSTANT(NOTIFICATION_WORLD_2D_CHANGED);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_PARENT_NODE);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_NEAREST);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_LINEAR);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_NEAREST_WITH_MIPMAPS);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_LINEAR_WITH_MIPMAPS);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_NEAREST_WITH_MIPMAPS_ANISOTROPIC);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_LINEAR_WITH_MIPMAPS_ANISOTROPIC);
	BIND_ENUM_CONSTANT(TEXTURE_FILTER_MAX);
	BIND_ENUM_CONSTANT(TEXTURE_REPEAT_PARENT_NODE);
	BIND_ENUM_CONSTANT(TEXTURE_REPEAT_DISABLED);
	BIND_ENUM_CONSTANT(TEXTURE_REPEAT_ENABLED);
	BIND_ENUM_CONSTANT(TEXTURE_REPEAT_MIRROR);
	BIND_ENUM_CONSTANT(TEXTURE_REPEAT_MAX);
	BIND_ENUM_CONSTANT(CLIP_CHILDREN_DISABLED);
	BIND_ENUM_CONSTANT(CLIP_CHILDREN_ONLY);
	BIND_ENUM_CONSTANT(CLIP_CHILDREN_AND_DRAW);
	BIND_ENUM_CONSTANT(CLIP_CHILDREN_MAX);
}
