// CanvasItem: visibility, colour and order of what would be drawn in 2D, as data: nothing is drawn here.
#pragma once

#include "core/math/color.h"
#include "core/math/transform_2d.h"
#include "core/object/shown_objects.h"
#include "core/scene/main/node.h"

#include <atomic>

class CanvasLayer;

class CanvasItem : public Node {
	GDCLASS(CanvasItem, Node);

public:
	using IsShown = void;

	enum {
		NOTIFICATION_TRANSFORM_CHANGED = 2000,
		NOTIFICATION_DRAW = 30,
		NOTIFICATION_VISIBILITY_CHANGED = 31,
		NOTIFICATION_ENTER_CANVAS = 32,
		NOTIFICATION_EXIT_CANVAS = 33,
		NOTIFICATION_LOCAL_TRANSFORM_CHANGED = 35,
		NOTIFICATION_WORLD_2D_CHANGED = 36,
	};

	enum TextureFilter : int {
		TEXTURE_FILTER_PARENT_NODE,
		TEXTURE_FILTER_NEAREST,
		TEXTURE_FILTER_LINEAR,
		TEXTURE_FILTER_NEAREST_WITH_MIPMAPS,
		TEXTURE_FILTER_LINEAR_WITH_MIPMAPS,
		TEXTURE_FILTER_NEAREST_WITH_MIPMAPS_ANISOTROPIC,
		TEXTURE_FILTER_LINEAR_WITH_MIPMAPS_ANISOTROPIC,
		TEXTURE_FILTER_MAX,
	};

	enum TextureRepeat : int {
		TEXTURE_REPEAT_PARENT_NODE,
		TEXTURE_REPEAT_DISABLED,
		TEXTURE_REPEAT_ENABLED,
		TEXTURE_REPEAT_MIRROR,
		TEXTURE_REPEAT_MAX,
	};

	enum ClipChildrenMode : int {
		CLIP_CHILDREN_DISABLED,
		CLIP_CHILDREN_ONLY,
		CLIP_CHILDREN_AND_DRAW,
		CLIP_CHILDREN_MAX,
	};

	static constexpr int Z_MIN = -4096;
	static constexpr int Z_MAX = 4096;

	void set_visible(bool p_visible);
	bool is_visible() const { return visible; }
	bool is_visible_in_tree() const;
	void show() { set_visible(true); }
	void hide() { set_visible(false); }
	void queue_redraw() {} // Nothing is drawn.
	void move_to_front();
	void set_as_top_level(bool p_enabled);
	bool is_set_as_top_level() const { return top_level; }
	void set_modulate(const Color &p_color) { modulate = p_color; }
	Color get_modulate() const { return modulate; }
	void set_self_modulate(const Color &p_color) { self_modulate = p_color; }
	Color get_self_modulate() const { return self_modulate; }
	void set_z_index(int p_index);
	int get_z_index() const { return z_index; }
	void set_z_as_relative(bool p_enabled) { z_relative = p_enabled; }
	bool is_z_relative() const { return z_relative; }
	void set_y_sort_enabled(bool p_enabled) { y_sort = p_enabled; }
	bool is_y_sort_enabled() const { return y_sort; }
	void set_light_mask(int p_mask) { light_mask = p_mask; }
	int get_light_mask() const { return light_mask; }
	void set_visibility_layer(int p_layer) { visibility_layer = p_layer; }
	int get_visibility_layer() const { return visibility_layer; }
	void set_show_behind_parent(bool p_enabled) { behind_parent = p_enabled; }
	bool is_draw_behind_parent_enabled() const { return behind_parent; }
	void set_texture_filter(TextureFilter p_filter);
	TextureFilter get_texture_filter() const { return texture_filter; }
	void set_texture_repeat(TextureRepeat p_repeat);
	TextureRepeat get_texture_repeat() const { return texture_repeat; }
	void set_clip_children_mode(ClipChildrenMode p_mode);
	ClipChildrenMode get_clip_children_mode() const { return clip_children; }
	void set_notify_local_transform(bool p_enabled) { notify_local_transform = p_enabled; }
	bool is_local_transform_notification_enabled() const { return notify_local_transform; }
	void set_notify_transform(bool p_enabled);
	bool is_transform_notification_enabled() const { return notify_transform; }
	void force_update_transform(); // Tells a move at once that would be told at the end of the frame.

	// The nearest item above, or null where the chain is broken by another kind of node or by top_level.
	CanvasItem *get_parent_item() const;
	CanvasLayer *get_canvas_layer_node() const; // The layer above, or null on the viewport's own canvas.
	virtual Transform2D get_transform() const { return Transform2D(); }
	Transform2D get_global_transform() const;
	Transform2D get_global_transform_with_canvas() const { return get_canvas_transform() * get_global_transform(); }
	Transform2D get_canvas_transform() const; // The layer's.
	Transform2D get_viewport_transform() const { return Transform2D(); }
	Rect2 get_viewport_rect() const;
	// Tells this item and all below that follow it that they are seen now, or no longer.
	void tell_visibility(bool p_visible);
	~CanvasItem() override;

protected:
	static void _bind_methods();
	void _notification(int p_what);
	GDVIRTUAL0(_draw)
	// Derived classes call this whenever their transform changes.
	void local_transform_changed();

private:
	Color modulate = Color(1, 1, 1, 1);
	Color self_modulate = Color(1, 1, 1, 1);
	int z_index = 0;
	int light_mask = 1;
	int visibility_layer = 1;
	TextureFilter texture_filter = TEXTURE_FILTER_PARENT_NODE;
	TextureRepeat texture_repeat = TEXTURE_REPEAT_PARENT_NODE;
	ClipChildrenMode clip_children = CLIP_CHILDREN_DISABLED;
	bool visible = true;
	bool top_level = false;
	bool z_relative = true;
	bool y_sort = false;
	bool behind_parent = false;
	bool notify_local_transform = false;
	bool notify_transform = false;
	bool move_untold = false; // A deferred call is under way.

	static std::atomic<int> watchers; // Items, of any thread, that want to hear of moves: while there are none, nobody looks for them.

	void moved();
	void tell_moved();
};

VARIANT_ENUM_CAST(CanvasItem::TextureFilter);
VARIANT_ENUM_CAST(CanvasItem::TextureRepeat);
VARIANT_ENUM_CAST(CanvasItem::ClipChildrenMode);
