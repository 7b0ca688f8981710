// CanvasLayer: a canvas of its own: items below it follow its transform and visibility, not those of nodes above it.
#pragma once

#include "core/math/transform_2d.h"
#include "core/scene/main/node.h"

class CanvasLayer : public Node {
	GDCLASS(CanvasLayer, Node);

public:
	void set_layer(int p_layer) { layer = p_layer; }
	int get_layer() const { return layer; }
	void set_visible(bool p_visible);
	bool is_visible() const { return visible; }
	void show() { set_visible(true); }
	void hide() { set_visible(false); }
	void set_offset(const Vector2 &p_offset) { offset = p_offset; }
	Vector2 get_offset() const { return offset; }
	void set_rotation(real_t p_radians) { rotation = p_radians; }
	real_t get_rotation() const { return rotation; }
	void set_scale(const Vector2 &p_scale) { scale = p_scale; }
	Vector2 get_scale() const { return scale; }
	void set_transform(const Transform2D &p_transform);
	Transform2D get_transform() const { return Transform2D(rotation, scale, 0, offset); }
	Transform2D get_final_transform() const { return get_transform(); }
	void set_follow_viewport(bool p_enable) { follow_viewport = p_enable; }
	bool is_following_viewport() const { return follow_viewport; }
	void set_follow_viewport_scale(real_t p_scale) { follow_viewport_scale = p_scale; }
	real_t get_follow_viewport_scale() const { return follow_viewport_scale; }

protected:
	static void _bind_methods();

private:
	Vector2 offset; // Pixels.
	Vector2 scale = Vector2(1, 1);
	real_t rotation = 0; // Radians.
	real_t follow_viewport_scale = 1;
	int layer = 1;
	bool visible = true;
	bool follow_viewport = false;
};
