// Control's rectangle: anchors, offsets, presets, and the minimum size that stretches it.
#include "core/math/math_funcs.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/message_queue.h"
#include "core/scene/gui/container.h"
#include "core/scene/gui/control.h"
#include "core/scene/main/viewport.h"

// How a preset places the control along one axis of its parent.
enum class PresetSpan : uint8_t {
	BEGIN,
	CENTER,
	END,
	WIDE,
};

struct PresetSpans {
	PresetSpan h;
	PresetSpan v;
};

static constexpr PresetSpans PRESETS[] = {
	{ PresetSpan::BEGIN, PresetSpan::BEGIN }, // PRESET_TOP_LEFT
	{ PresetSpan::END, PresetSpan::BEGIN }, // PRESET_TOP_RIGHT
	{ PresetSpan::BEGIN, PresetSpan::END }, // PRESET_BOTTOM_LEFT
	{ PresetSpan::END, PresetSpan::END }, // PRESET_BOTTOM_RIGHT
	{ PresetSpan::BEGIN, PresetSpan::CENTER }, // PRESET_CENTER_LEFT
	{ PresetSpan::CENTER, PresetSpan::BEGIN }, // PRESET_CENTER_TOP
	{ PresetSpan::END, PresetSpan::CENTER }, // PRESET_CENTER_RIGHT
	{ PresetSpan::CENTER, PresetSpan::END }, // PRESET_CENTER_BOTTOM
	{ PresetSpan::CENTER, PresetSpan::CENTER }, // PRESET_CENTER
	{ PresetSpan::BEGIN, PresetSpan::WIDE }, // PRESET_LEFT_WIDE
	{ PresetSpan::WIDE, PresetSpan::BEGIN }, // PRESET_TOP_WIDE
	{ PresetSpan::END, PresetSpan::WIDE }, // PRESET_RIGHT_WIDE
	{ PresetSpan::WIDE, PresetSpan::END }, // PRESET_BOTTOM_WIDE
	{ PresetSpan::CENTER, PresetSpan::WIDE }, // PRESET_VCENTER_WIDE
	{ PresetSpan::WIDE, PresetSpan::CENTER }, // PRESET_HCENTER_WIDE
	{ PresetSpan::WIDE, PresetSpan::WIDE }, // PRESET_FULL_RECT
};
static constexpr int PRESET_COUNT = sizeof(PRESETS) / sizeof(PRESETS[0]);

static real_t first_anchor(PresetSpan p_span) {
	return p_span == PresetSpan::CENTER ? 0.5f : (p_span == PresetSpan::END ? 1.0f : 0.0f);
}

static real_t second_anchor(PresetSpan p_span) {
	return p_span == PresetSpan::WIDE ? 1.0f : first_anchor(p_span);
}

static real_t along(const Vector2 &p_size, int p_side) {
	return p_side == SIDE_LEFT || p_side == SIDE_RIGHT ? p_size.x : p_size.y;
}

static int opposite(int p_side) {
	return (p_side + 2) % 4;
}

Control *Control::get_parent_control() const {
	return Object::cast_to<Control>(get_parent());
}

Vector2 Control::default_area_size() const {
	const CanvasItem *above = get_parent_item();
	if (const Control *control = Object::cast_to<Control>(above)) {
		return control->rect.size;
	}
	return above || !is_inside_tree() ? Vector2() : get_viewport()->get_visible_rect().size;
}

Vector2 Control::get_parent_area_size() const {
	return default_area_size();
}

Rect2 Control::edges() const {
	const Vector2 area = default_area_size();
	real_t at[4];
	for (int side = 0; side < 4; side++) {
		at[side] = offsets[side] + anchors[side] * along(area, side);
	}
	const Vector2 begin(at[SIDE_LEFT], at[SIDE_TOP]);
	return Rect2(begin, Vector2(at[SIDE_RIGHT], at[SIDE_BOTTOM]) - begin);
}

static void grow_axis(real_t &r_position, real_t &r_size, real_t p_minimum, Control::GrowDirection p_direction) {
	if (r_size >= p_minimum) {
		return;
	}
	const real_t missing = p_minimum - r_size;
	if (p_direction == Control::GROW_DIRECTION_BEGIN) {
		r_position -= missing;
	} else if (p_direction == Control::GROW_DIRECTION_BOTH) {
		r_position -= missing * 0.5f;
	}
	r_size = p_minimum;
}

Rect2 Control::grown_to_minimum(Rect2 p_rect) const {
	const Vector2 minimum = get_combined_minimum_size();
	grow_axis(p_rect.position.x, p_rect.size.x, minimum.x, h_grow);
	grow_axis(p_rect.position.y, p_rect.size.y, minimum.y, v_grow);
	return p_rect;
}

void Control::refresh_rect() {
	const Rect2 wanted = grown_to_minimum(edges());
	const bool moved = wanted.position != rect.position;
	const bool resized = wanted.size != rect.size;
	rect = wanted;
	if (!is_inside_tree() || (!moved && !resized)) {
		return;
	}
	emit_signal(SNAME("item_rect_changed"));
	local_transform_changed();
	if (!resized) {
		return;
	}
	for (Node *node : copy_children()) {
		Control *child = node->get_parent() == this ? Object::cast_to<Control>(node) : nullptr;
		if (child && child->is_inside_tree() && !child->is_set_as_top_level()) {
			child->refresh_rect();
		}
	}
	notification(NOTIFICATION_RESIZED);
}

void Control::place_edge(Side p_side, real_t p_edge) {
	offsets[p_side] = p_edge - anchors[p_side] * along(default_area_size(), p_side);
}

void Control::set_anchor(Side p_side, real_t p_anchor, bool p_keep_offset, bool p_push_opposite_anchor) {
	ERR_FAIL_INDEX(int(p_side), 4);
	const Side other = Side(opposite(p_side));
	const Vector2 area = default_area_size();
	const real_t edge = offsets[p_side] + anchors[p_side] * along(area, p_side);
	const real_t other_edge = offsets[other] + anchors[other] * along(area, other);
	anchors[p_side] = p_anchor;
	const bool crossed = p_side == SIDE_LEFT || p_side == SIDE_TOP ? p_anchor > anchors[other] : p_anchor < anchors[other];
	if (crossed && p_push_opposite_anchor) {
		anchors[other] = p_anchor;
	} else if (crossed) {
		anchors[p_side] = anchors[other];
	}
	if (!p_keep_offset) {
		place_edge(p_side, edge);
		if (p_push_opposite_anchor) {
			place_edge(other, other_edge);
		}
	}
	refresh_rect();
}

real_t Control::get_anchor(Side p_side) const {
	ERR_FAIL_INDEX_V(int(p_side), 4, 0);
	return anchors[p_side];
}

real_t Control::get_offset(Side p_side) const {
	ERR_FAIL_INDEX_V(int(p_side), 4, 0);
	return offsets[p_side];
}

void Control::set_offset(Side p_side, real_t p_offset) {
	ERR_FAIL_INDEX(int(p_side), 4);
	offsets[p_side] = p_offset;
	refresh_rect();
}

void Control::set_anchor_and_offset(Side p_side, real_t p_anchor, real_t p_offset, bool p_push_opposite_anchor) {
	set_anchor(p_side, p_anchor, false, p_push_opposite_anchor);
	set_offset(p_side, p_offset);
}

void Control::set_anchors_preset(LayoutPreset p_preset, bool p_keep_offsets) {
	ERR_FAIL_INDEX(int(p_preset), PRESET_COUNT);
	const PresetSpans spans = PRESETS[p_preset];
	const real_t wanted[4] = { first_anchor(spans.h), first_anchor(spans.v), second_anchor(spans.h), second_anchor(spans.v) };
	const Rect2 kept = edges();
	const Vector2 end = kept.get_end();
	const real_t at[4] = { kept.position.x, kept.position.y, end.x, end.y };
	for (int side = 0; side < 4; side++) {
		anchors[side] = wanted[side];
		if (!p_keep_offsets) {
			place_edge(Side(side), at[side]);
		}
	}
	refresh_rect();
}

// Where the two edges lie along one axis of a parent of p_area pixels.
static void span_edges(PresetSpan p_span, real_t p_area, real_t p_size, real_t p_margin, real_t &r_begin, real_t &r_end) {
	switch (p_span) {
		case PresetSpan::BEGIN:
			r_begin = p_margin;
			r_end = p_margin + p_size;
			break;
		case PresetSpan::CENTER:
			r_begin = p_area * 0.5f - p_size * 0.5f;
			r_end = p_area * 0.5f + p_size * 0.5f;
			break;
		case PresetSpan::END:
			r_begin = p_area - p_margin - p_size;
			r_end = p_area - p_margin;
			break;
		case PresetSpan::WIDE:
			r_begin = p_margin;
			r_end = p_area - p_margin;
			break;
	}
}

void Control::set_offsets_preset(LayoutPreset p_preset, LayoutPresetMode p_mode, int p_margin) {
	ERR_FAIL_INDEX(int(p_preset), PRESET_COUNT);
	ERR_FAIL_INDEX(int(p_mode), 4);
	const Vector2 minimum = get_minimum_size();
	const bool keep_width = p_mode == PRESET_MODE_KEEP_WIDTH || p_mode == PRESET_MODE_KEEP_SIZE;
	const bool keep_height = p_mode == PRESET_MODE_KEEP_HEIGHT || p_mode == PRESET_MODE_KEEP_SIZE;
	const Vector2 size(keep_width ? rect.size.x : minimum.x, keep_height ? rect.size.y : minimum.y);
	const Vector2 area = default_area_size();
	real_t at[4];
	span_edges(PRESETS[p_preset].h, area.x, size.x, p_margin, at[SIDE_LEFT], at[SIDE_RIGHT]);
	span_edges(PRESETS[p_preset].v, area.y, size.y, p_margin, at[SIDE_TOP], at[SIDE_BOTTOM]);
	for (int side = 0; side < 4; side++) {
		place_edge(Side(side), at[side]);
	}
	refresh_rect();
}

void Control::set_anchors_and_offsets_preset(LayoutPreset p_preset, LayoutPresetMode p_mode, int p_margin) {
	set_anchors_preset(p_preset);
	set_offsets_preset(p_preset, p_mode, p_margin);
}

void Control::set_begin(const Vector2 &p_position) {
	offsets[SIDE_LEFT] = p_position.x;
	offsets[SIDE_TOP] = p_position.y;
	refresh_rect();
}

void Control::set_end(const Vector2 &p_position) {
	offsets[SIDE_RIGHT] = p_position.x;
	offsets[SIDE_BOTTOM] = p_position.y;
	refresh_rect();
}

void Control::set_rect(const Rect2 &p_rect) {
	const Vector2 end = p_rect.get_end();
	place_edge(SIDE_LEFT, p_rect.position.x);
	place_edge(SIDE_TOP, p_rect.position.y);
	place_edge(SIDE_RIGHT, end.x);
	place_edge(SIDE_BOTTOM, end.y);
	refresh_rect();
}

void Control::anchor_rect(const Rect2 &p_rect) {
	const Vector2 area = default_area_size();
	ERR_FAIL_COND_MSG(area.x == 0 || area.y == 0, "Offsets cannot be kept below a parent without size.");
	const Vector2 end = p_rect.get_end();
	anchors[SIDE_LEFT] = (p_rect.position.x - offsets[SIDE_LEFT]) / area.x;
	anchors[SIDE_TOP] = (p_rect.position.y - offsets[SIDE_TOP]) / area.y;
	anchors[SIDE_RIGHT] = (end.x - offsets[SIDE_RIGHT]) / area.x;
	anchors[SIDE_BOTTOM] = (end.y - offsets[SIDE_BOTTOM]) / area.y;
	refresh_rect();
}

void Control::set_position(const Vector2 &p_position, bool p_keep_offsets) {
	const Rect2 wanted(p_position, rect.size);
	p_keep_offsets ? anchor_rect(wanted) : set_rect(wanted);
}

void Control::set_size(const Vector2 &p_size, bool p_keep_offsets) {
	const Vector2 minimum = get_combined_minimum_size();
	const Rect2 wanted(rect.position, Vector2(MAX(p_size.x, minimum.x), MAX(p_size.y, minimum.y)));
	p_keep_offsets ? anchor_rect(wanted) : set_rect(wanted);
}

void Control::set_global_position(const Vector2 &p_position, bool p_keep_offsets) {
	const CanvasItem *above = get_parent_item();
	set_position(above ? above->get_global_transform().affine_inverse().xform(p_position) : p_position, p_keep_offsets);
}

Rect2 Control::get_global_rect() const {
	const Transform2D global = get_global_transform();
	return Rect2(global.get_origin(), global.get_scale() * rect.size);
}

Transform2D Control::get_transform() const {
	const Vector2 pivot = get_combined_pivot_offset();
	Transform2D turned(rotation, scale, 0, Vector2());
	turned.set_origin(rect.position + pivot - turned.basis_xform(pivot));
	return turned;
}

void Control::set_rotation(real_t p_radians) {
	rotation = p_radians;
	local_transform_changed();
}

void Control::set_rotation_degrees(real_t p_degrees) {
	set_rotation(Math::deg_to_rad(p_degrees));
}

real_t Control::get_rotation_degrees() const {
	return Math::rad_to_deg(rotation);
}

void Control::set_scale(const Vector2 &p_scale) {
	// A scale of exactly zero could not be undone: the matrix would have no inverse.
	scale.x = p_scale.x == 0 ? real_t(CMP_EPSILON) : p_scale.x;
	scale.y = p_scale.y == 0 ? real_t(CMP_EPSILON) : p_scale.y;
	local_transform_changed();
}

void Control::set_pivot_offset(const Vector2 &p_pivot_offset) {
	pivot_offset = p_pivot_offset;
	local_transform_changed();
}

void Control::set_pivot_offset_ratio(const Vector2 &p_ratio) {
	pivot_offset_ratio = p_ratio;
	local_transform_changed();
}

void Control::set_h_grow_direction(GrowDirection p_direction) {
	ERR_FAIL_INDEX(int(p_direction), 3);
	h_grow = p_direction;
	refresh_rect();
}

void Control::set_v_grow_direction(GrowDirection p_direction) {
	ERR_FAIL_INDEX(int(p_direction), 3);
	v_grow = p_direction;
	refresh_rect();
}

Vector2 Control::get_minimum_size() const {
	Vector2 minimum;
	GDVIRTUAL_CALL(_get_minimum_size, minimum);
	return minimum;
}

Vector2 Control::get_combined_minimum_size() const {
	if (!minimum_size_known) {
		const Vector2 needed = get_minimum_size();
		minimum_size_cache = Vector2(MAX(needed.x, custom_minimum_size.x), MAX(needed.y, custom_minimum_size.y));
		minimum_size_known = true;
	}
	return minimum_size_cache;
}

void Control::set_custom_minimum_size(const Vector2 &p_size) {
	if (p_size == custom_minimum_size) {
		return;
	}
	custom_minimum_size = p_size;
	update_minimum_size();
}

void Control::update_minimum_size() {
	// What lies above may need more room because of this one; it asks again when it is looked at.
	for (Control *control = this; control && control->minimum_size_known; control = control->get_parent_control()) {
		control->minimum_size_known = false;
		if (control->is_set_as_top_level()) {
			break;
		}
	}
	if (is_inside_tree() && !minimum_size_update_queued) {
		minimum_size_update_queued = true;
		MessageQueue::get_singleton()->push_callable(callable_mp(this, &Control::apply_minimum_size));
	}
}

void Control::apply_minimum_size() {
	minimum_size_update_queued = false;
	if (!is_inside_tree()) {
		return;
	}
	const Vector2 minimum = get_combined_minimum_size();
	if (minimum == last_minimum_size) {
		return;
	}
	last_minimum_size = minimum;
	refresh_rect();
	emit_signal(SNAME("minimum_size_changed"));
}

bool Control::is_placed_by_container() const {
	return Object::cast_to<Container>(get_parent()) != nullptr;
}

int Control::_get_layout_mode() const {
	if (!get_parent_control()) {
		return LAYOUT_MODE_UNCONTROLLED;
	}
	if (is_placed_by_container()) {
		return LAYOUT_MODE_CONTAINER;
	}
	const bool anchored = stored_layout_mode == LAYOUT_MODE_ANCHORS || stored_layout_mode == LAYOUT_MODE_UNCONTROLLED;
	return anchored ? LAYOUT_MODE_ANCHORS : LAYOUT_MODE_POSITION;
}

void Control::_set_layout_mode(int p_mode) {
	ERR_FAIL_INDEX(p_mode, 4);
	if (stored_layout_mode == p_mode) {
		return;
	}
	stored_layout_mode = LayoutMode(p_mode);
	if (p_mode == LAYOUT_MODE_POSITION) { // Placed by numbers from the corner alone.
		custom_anchors = false;
		set_anchors_and_offsets_preset(PRESET_TOP_LEFT, PRESET_MODE_KEEP_SIZE);
		set_h_grow_direction(GROW_DIRECTION_END);
		set_v_grow_direction(GROW_DIRECTION_END);
	}
	notify_property_list_changed();
}

// A new parent decides who places this control.
void Control::update_layout_mode() {
	const LayoutMode mode = LayoutMode(_get_layout_mode());
	if (stored_layout_mode != mode) {
		stored_layout_mode = mode;
		notify_property_list_changed();
	}
}

void Control::_set_anchors_layout_preset(int p_preset) {
	const bool anchored = stored_layout_mode == LAYOUT_MODE_ANCHORS || stored_layout_mode == LAYOUT_MODE_UNCONTROLLED;
	if (p_preset != PRESET_CUSTOM && !anchored) {
		return;
	}
	const bool was_custom = custom_anchors;
	custom_anchors = p_preset == PRESET_CUSTOM;
	if (!custom_anchors) {
		set_anchors_preset(LayoutPreset(p_preset));
	}
	if (was_custom != custom_anchors) {
		notify_property_list_changed();
	}
}

int Control::_get_anchors_layout_preset() const {
	if (stored_layout_mode == LAYOUT_MODE_POSITION || stored_layout_mode == LAYOUT_MODE_CONTAINER) {
		return PRESET_TOP_LEFT;
	}
	if (custom_anchors) {
		return PRESET_CUSTOM;
	}
	for (int i = 0; i < PRESET_COUNT; i++) {
		const PresetSpans spans = PRESETS[i];
		if (anchors[SIDE_LEFT] == first_anchor(spans.h) && anchors[SIDE_RIGHT] == second_anchor(spans.h) && anchors[SIDE_TOP] == first_anchor(spans.v) && anchors[SIDE_BOTTOM] == second_anchor(spans.v)) {
			return i;
		}
	}
	return PRESET_CUSTOM;
}
