// Points on a line, and what of them counts at a position.
#include "core/scene/animation_tree/animation_node_blend_space_1d.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

// --- Points ---

void AnimationNodeBlendSpace1D::add_blend_point(const Ref<AnimationRootNode> &p_node, double p_position, int p_at) {
	ERR_FAIL_COND_MSG(get_blend_point_count() >= MAX_BLEND_POINTS, vformat("A blend space has %d points at most.", MAX_BLEND_POINTS));
	ERR_FAIL_COND_MSG(p_node.is_null(), "There is no node to add.");
	ERR_FAIL_COND_MSG(p_node->holds(this), "A blend space cannot stand in itself.");
	ERR_FAIL_COND_MSG(p_at < -1 || p_at > get_blend_point_count(), vformat("There is no place %d among %d points.", p_at, get_blend_point_count()));
	points.insert(p_at < 0 ? points.size() : uint32_t(p_at), Point{ p_node, p_position });
	watch_child(p_node, true);
	emit_tree_changed();
}

void AnimationNodeBlendSpace1D::set_blend_point_position(int p_point, double p_position) {
	ERR_FAIL_INDEX(p_point, int(points.size()));
	points[uint32_t(p_point)].position = p_position;
}

double AnimationNodeBlendSpace1D::get_blend_point_position(int p_point) const {
	ERR_FAIL_INDEX_V(p_point, int(points.size()), 0.0);
	return points[uint32_t(p_point)].position;
}

void AnimationNodeBlendSpace1D::set_blend_point_node(int p_point, const Ref<AnimationRootNode> &p_node) {
	ERR_FAIL_INDEX(p_point, int(points.size()));
	ERR_FAIL_COND_MSG(p_node.is_null(), "There is no node to put there.");
	ERR_FAIL_COND_MSG(p_node->holds(this), "A blend space cannot stand in itself.");
	const Ref<AnimationRootNode> leaving = points[uint32_t(p_point)].node;
	points[uint32_t(p_point)].node = p_node;
	watch_child(leaving, false);
	watch_child(p_node, true);
	emit_tree_changed();
}

Ref<AnimationRootNode> AnimationNodeBlendSpace1D::get_blend_point_node(int p_point) const {
	ERR_FAIL_INDEX_V(p_point, int(points.size()), Ref<AnimationRootNode>());
	return points[uint32_t(p_point)].node;
}

void AnimationNodeBlendSpace1D::remove_blend_point(int p_point) {
	ERR_FAIL_INDEX(p_point, int(points.size()));
	const Point leaving = points[uint32_t(p_point)];
	points.remove_at(uint32_t(p_point));
	watch_child(leaving.node, false);
	emit_signal(SNAME("animation_node_removed"), int64_t(uint64_t(get_instance_id())), itos(p_point));
	emit_tree_changed();
}

void AnimationNodeBlendSpace1D::set_min_space(double p_min) {
	min_space = p_min;
	if (min_space >= max_space) {
		min_space = max_space - 1.0;
	}
}

void AnimationNodeBlendSpace1D::set_max_space(double p_max) {
	max_space = p_max;
	if (max_space <= min_space) {
		max_space = min_space + 1.0;
	}
}

void AnimationNodeBlendSpace1D::collect_children(LocalVector<Child> &r_children) const {
	for (uint32_t i = 0; i < points.size(); i++) {
		r_children.push_back(Child{ itos(int64_t(i)), points[i].node });
	}
}

// --- Processing ---

void AnimationNodeBlendSpace1D::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, "blend_position"), 0.0 });
	r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::INT, "closest", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), int64_t(-1) });
}

AnimationTimes AnimationNodeBlendSpace1D::process_step(const AnimationStep &p_step, bool) {
	if (points.is_empty()) {
		return AnimationTimes();
	}
	const double position = get_parameter(SNAME("blend_position"));
	return blend_mode == BLEND_MODE_INTERPOLATED ? process_weights(p_step, position) : process_nearest(p_step, position);
}

AnimationTimes AnimationNodeBlendSpace1D::process_weights(const AnimationStep &p_step, double p_position) {
	int lower = -1;
	int upper = -1;
	for (int i = 0; i < int(points.size()); i++) {
		const double at = points[uint32_t(i)].position;
		lower = at <= p_position && (lower < 0 || at > points[uint32_t(lower)].position) ? i : lower;
		upper = at > p_position && (upper < 0 || at < points[uint32_t(upper)].position) ? i : upper;
	}
	double fraction = 0.0; // Of the upper one.
	if (lower < 0 || upper < 0) {
		lower = upper = lower < 0 ? upper : lower; // Beyond an end, or NAN.
		if (lower < 0) {
			return AnimationTimes();
		}
	} else {
		fraction = (p_position - points[uint32_t(lower)].position) / (points[uint32_t(upper)].position - points[uint32_t(lower)].position);
	}
	AnimationTimes times;
	double most = -1.0;
	const int count = int(points.size());
	for (int i = 0; i < count; i++) {
		const double weight = i == lower ? 1.0 - fraction : (i == upper ? fraction : 0.0);
		if (i != lower && i != upper && !sync) {
			continue;
		}
		const AnimationTimes found = blend_child(itos(i), p_step, weight, FILTER_IGNORE, true, false); // Both ends go on, though one may not be seen.
		if (weight > most) {
			most = weight;
			times = found;
		}
	}
	return times;
}

AnimationTimes AnimationNodeBlendSpace1D::process_nearest(const AnimationStep &p_step, double p_position) {
	int nearest = 0;
	for (int i = 1; i < int(points.size()); i++) {
		if (Math::abs(points[uint32_t(i)].position - p_position) < Math::abs(points[uint32_t(nearest)].position - p_position)) {
			nearest = i;
		}
	}
	const int before = int(get_parameter(SNAME("closest")));
	set_parameter(SNAME("closest"), int64_t(nearest));
	AnimationStep step = p_step;
	if (before >= 0 && before != nearest && before < int(points.size()) && !p_step.seeked) {
		// It goes on where the one before is now.
		const AnimationTimes stood = blend_child(itos(before), AnimationStep{ 0.0, blend_mode == BLEND_MODE_DISCRETE_CARRY ? p_step.delta : 0.0, false, false }, 0.0, FILTER_IGNORE, true, true);
		step = AnimationStep{ blend_mode == BLEND_MODE_DISCRETE_CARRY ? stood.position : stood.position + p_step.delta, p_step.delta, true, false };
	}
	const AnimationTimes times = blend_child(itos(nearest), step, 1.0, FILTER_IGNORE, true, false);
	for (int i = 0; sync && i < int(points.size()); i++) {
		if (i != nearest) {
			blend_child(itos(i), p_step, 0.0, FILTER_IGNORE, true, false);
		}
	}
	return times;
}

// --- Files: "blend_point_N/node", "blend_point_N/pos" ---

bool AnimationNodeBlendSpace1D::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (!name.begins_with("blend_point_")) {
		return false;
	}
	const int point = int(name.get_slicec('/', 0).trim_prefix("blend_point_").to_int());
	const String what = name.get_slicec('/', 1);
	if (what == "node") {
		const Ref<AnimationRootNode> node(p_value);
		if (node.is_valid() && point == int(points.size())) {
			add_blend_point(node, 0.0);
		} else if (node.is_valid()) {
			set_blend_point_node(point, node);
		}
		return true;
	}
	if (what == "pos" && point >= 0 && point < int(points.size())) {
		set_blend_point_position(point, p_value);
		return true;
	}
	return false;
}

bool AnimationNodeBlendSpace1D::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	const int64_t point = name.begins_with("blend_point_") ? name.get_slicec('/', 0).trim_prefix("blend_point_").to_int() : -1;
	if (point < 0 || point >= int64_t(points.size())) {
		return false;
	}
	r_value = name.get_slicec('/', 1) == "node" ? Variant(points[uint32_t(point)].node) : Variant(points[uint32_t(point)].position);
	return true;
}

void AnimationNodeBlendSpace1D::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	for (uint32_t i = 0; i < points.size(); i++) {
		const String prefix = "blend_point_" + itos(int64_t(i));
		p_list->push_back(PropertyInfo(Variant::OBJECT, prefix + "/node", PROPERTY_HINT_RESOURCE_TYPE, "AnimationRootNode", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL));
		p_list->push_back(PropertyInfo(Variant::FLOAT, prefix + "/pos", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL));
	}
}

void AnimationNodeBlendSpace1D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_blend_point", "node", "pos", "at_index"), &AnimationNodeBlendSpace1D::add_blend_point, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("set_blend_point_position", "point", "pos"), &AnimationNodeBlendSpace1D::set_blend_point_position);
	ClassDB::bind_method(D_METHOD("get_blend_point_position", "point"), &AnimationNodeBlendSpace1D::get_blend_point_position);
	ClassDB::bind_method(D_METHOD("set_blend_point_node", "point", "node"), &AnimationNodeBlendSpace1D::set_blend_point_node);
	ClassDB::bind_method(D_METHOD("get_blend_point_node", "point"), &AnimationNodeBlendSpace1D::get_blend_point_node);
	ClassDB::bind_method(D_METHOD("remove_blend_point", "point"), &AnimationNodeBlendSpace1D::remove_blend_point);
	ClassDB::bind_method(D_METHOD("get_blend_point_count"), &AnimationNodeBlendSpace1D::get_blend_point_count);
	ClassDB::bind_method(D_METHOD("set_min_space", "min_space"), &AnimationNodeBlendSpace1D::set_min_space);
	ClassDB::bind_method(D_METHOD("get_min_space"), &AnimationNodeBlendSpace1D::get_min_space);
	ClassDB::bind_method(D_METHOD("set_max_space", "max_space"), &AnimationNodeBlendSpace1D::set_max_space);
	ClassDB::bind_method(D_METHOD("get_max_space"), &AnimationNodeBlendSpace1D::get_max_space);
	ClassDB::bind_method(D_METHOD("set_snap", "snap"), &AnimationNodeBlendSpace1D::set_snap);
	ClassDB::bind_method(D_METHOD("get_snap"), &AnimationNodeBlendSpace1D::get_snap);
	ClassDB::bind_method(D_METHOD("set_value_label", "text"), &AnimationNodeBlendSpace1D::set_value_label);
	ClassDB::bind_method(D_METHOD("get_value_label"), &AnimationNodeBlendSpace1D::get_value_label);
	ClassDB::bind_method(D_METHOD("set_blend_mode", "mode"), &AnimationNodeBlendSpace1D::set_blend_mode);
	ClassDB::bind_method(D_METHOD("get_blend_mode"), &AnimationNodeBlendSpace1D::get_blend_mode);
	ClassDB::bind_method(D_METHOD("set_use_sync", "enable"), &AnimationNodeBlendSpace1D::set_use_sync);
	ClassDB::bind_method(D_METHOD("is_using_sync"), &AnimationNodeBlendSpace1D::is_using_sync);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "min_space", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_min_space", "get_min_space");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "max_space", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_max_space", "get_max_space");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "snap", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_snap", "get_snap");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "value_label", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_value_label", "get_value_label");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "blend_mode", PROPERTY_HINT_ENUM, "Interpolated,Discrete,Carry", PROPERTY_USAGE_NO_EDITOR), "set_blend_mode", "get_blend_mode");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "sync", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_use_sync", "is_using_sync");
	BIND_ENUM_CONSTANT(BLEND_MODE_INTERPOLATED);
	BIND_ENUM_CONSTANT(BLEND_MODE_DISCRETE);
	BIND_ENUM_CONSTANT(BLEND_MODE_DISCRETE_CARRY);
}
