// Sharing the length of a box among its children, in whole pixels.
#include "core/scene/gui/box_container.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

struct BoxContainer::Slot {
	Control *child = nullptr;
	real_t minimum = 0; // Pixels along the box.
	real_t length = 0;
	bool stretches = false;
};

static real_t main_axis(const Vector2 &p_size, bool p_vertical) {
	return p_vertical ? p_size.y : p_size.x;
}

static real_t cross_axis(const Vector2 &p_size, bool p_vertical) {
	return p_vertical ? p_size.x : p_size.y;
}

static Vector2 from_axes(real_t p_main, real_t p_cross, bool p_vertical) {
	return p_vertical ? Vector2(p_cross, p_main) : Vector2(p_main, p_cross);
}

Vector2 BoxContainer::get_minimum_size() const {
	const LocalVector<Control *> children = get_placed_children();
	real_t length = 0;
	real_t width = 0;
	for (const Control *child : children) {
		const Vector2 minimum = child->get_combined_minimum_size();
		length += main_axis(minimum, vertical);
		width = MAX(width, cross_axis(minimum, vertical));
	}
	if (children.size() > 1) {
		length += get_theme_constant(SNAME("separation")) * int(children.size() - 1);
	}
	return from_axes(length, width, vertical);
}

// p_room is for the slots that stretch. One whose share is less than its minimum keeps that, and the others share again.
void BoxContainer::stretch(LocalVector<Slot> &r_slots, real_t p_room) {
	real_t ratios = 0;
	for (bool again = true; again;) {
		again = false;
		ratios = 0;
		for (const Slot &slot : r_slots) {
			ratios += slot.stretches ? slot.child->get_stretch_ratio() : 0;
		}
		for (Slot &slot : r_slots) {
			if (slot.stretches && (ratios <= 0 || p_room * slot.child->get_stretch_ratio() / ratios < slot.minimum)) {
				slot.stretches = false;
				p_room -= slot.minimum;
				again = true;
				break;
			}
		}
	}
	real_t carried = 0; // Parts of a pixel that earlier slots left over.
	for (Slot &slot : r_slots) {
		slot.length = slot.minimum;
		if (slot.stretches) {
			const real_t share = p_room * slot.child->get_stretch_ratio() / ratios + carried;
			slot.length = Math::floor(share + real_t(CMP_EPSILON));
			carried = share - slot.length;
		}
	}
}

void BoxContainer::place_children() {
	LocalVector<Slot> slots;
	real_t room = main_axis(get_size(), vertical);
	const int separation = get_theme_constant(SNAME("separation"));
	for (Control *child : get_placed_children()) {
		Slot slot;
		slot.child = child;
		slot.minimum = main_axis(child->get_combined_minimum_size(), vertical);
		const BitField<SizeFlags> flags = vertical ? child->get_v_size_flags() : child->get_h_size_flags();
		slot.stretches = flags.has_flag(SIZE_EXPAND);
		room -= (slot.stretches ? 0 : slot.minimum) + (slots.is_empty() ? 0 : separation);
		slots.push_back(slot);
	}
	const bool any_stretches = [&slots]() {
		for (const Slot &slot : slots) {
			if (slot.stretches) {
				return true;
			}
		}
		return false;
	}();
	stretch(slots, room);
	real_t at = 0;
	if (!any_stretches && alignment != ALIGNMENT_BEGIN) {
		at = alignment == ALIGNMENT_END ? room : Math::floor(room / 2);
	}
	const real_t width = cross_axis(get_size(), vertical);
	for (const Slot &slot : slots) {
		fit_child_in_rect(slot.child, Rect2(from_axes(at, 0, vertical), from_axes(slot.length, width, vertical)));
		at += slot.length + separation;
	}
}

void BoxContainer::_notification(int p_what) {
	if (p_what == NOTIFICATION_SORT_CHILDREN) {
		place_children();
	}
}

Control *BoxContainer::add_spacer(bool p_begin) {
	Control *spacer = memnew(Control);
	spacer->set_mouse_filter(MOUSE_FILTER_PASS);
	if (vertical) {
		spacer->set_v_size_flags(SIZE_EXPAND_FILL);
	} else {
		spacer->set_h_size_flags(SIZE_EXPAND_FILL);
	}
	add_child(spacer);
	if (p_begin) {
		move_child(spacer, 0);
	}
	return spacer;
}

void BoxContainer::set_alignment(AlignmentMode p_alignment) {
	ERR_FAIL_INDEX(int(p_alignment), 3);
	alignment = p_alignment;
	queue_sort();
}

void BoxContainer::set_vertical(bool p_vertical) {
	ERR_FAIL_COND_MSG(has_fixed_direction(), "The direction of HBoxContainer and VBoxContainer cannot be changed; use BoxContainer.");
	vertical = p_vertical;
	update_minimum_size();
	queue_sort();
}

void BoxContainer::_validate_property(PropertyInfo &p_property) const {
	if (p_property.name == "vertical" && has_fixed_direction()) {
		p_property.usage = PROPERTY_USAGE_NONE;
	}
}

void BoxContainer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_spacer", "begin"), &BoxContainer::add_spacer);
	ClassDB::bind_method(D_METHOD("set_alignment", "alignment"), &BoxContainer::set_alignment);
	ClassDB::bind_method(D_METHOD("get_alignment"), &BoxContainer::get_alignment);
	ClassDB::bind_method(D_METHOD("set_vertical", "vertical"), &BoxContainer::set_vertical);
	ClassDB::bind_method(D_METHOD("is_vertical"), &BoxContainer::is_vertical);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "alignment", PROPERTY_HINT_ENUM, "Begin,Center,End"), "set_alignment", "get_alignment");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "vertical"), "set_vertical", "is_vertical");

	BIND_ENUM_CONSTANT(ALIGNMENT_BEGIN);
	BIND_ENUM_CONSTANT(ALIGNMENT_CENTER);
	BIND_ENUM_CONSTANT(ALIGNMENT_END);
}
