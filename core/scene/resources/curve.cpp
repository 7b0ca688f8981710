// Points, tangents and samples of a Curve.
#include "core/scene/resources/curve.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

void Curve::changed() {
	baked_stale = true;
	emit_changed();
}

uint32_t Curve::insert(const Point &p_point) {
	uint32_t at = 0;
	while (at < points.size() && points[at].position.x <= p_point.position.x) {
		at++;
	}
	points.insert(at, p_point);
	update_linear_tangents(at);
	return at;
}

// Those of a point and of what its neighbours have towards it.
void Curve::update_linear_tangents(uint32_t p_index) {
	const auto slope = [this](uint32_t p_left) {
		const Vector2 step = points[p_left + 1].position - points[p_left].position;
		return Math::is_zero_approx(step.x) ? real_t(0) : step.y / step.x;
	};
	if (p_index > 0) {
		if (points[p_index].left_mode == TANGENT_LINEAR) {
			points[p_index].left_tangent = slope(p_index - 1);
		}
		if (points[p_index - 1].right_mode == TANGENT_LINEAR) {
			points[p_index - 1].right_tangent = slope(p_index - 1);
		}
	}
	if (p_index + 1 < points.size()) {
		if (points[p_index].right_mode == TANGENT_LINEAR) {
			points[p_index].right_tangent = slope(p_index);
		}
		if (points[p_index + 1].left_mode == TANGENT_LINEAR) {
			points[p_index + 1].left_tangent = slope(p_index);
		}
	}
}

int Curve::add_point(const Vector2 &p_position, real_t p_left_tangent, real_t p_right_tangent, TangentMode p_left_mode, TangentMode p_right_mode) {
	Point point;
	point.position = Vector2(CLAMP(p_position.x, min_domain, max_domain), CLAMP(p_position.y, min_value, max_value));
	point.left_tangent = p_left_tangent;
	point.right_tangent = p_right_tangent;
	point.left_mode = p_left_mode;
	point.right_mode = p_right_mode;
	const uint32_t at = insert(point);
	changed();
	return int(at);
}

void Curve::remove_point(int p_index) {
	ERR_FAIL_INDEX(p_index, int(points.size()));
	points.remove_at(uint32_t(p_index));
	changed();
}

void Curve::clear_points() {
	points.clear();
	changed();
}

void Curve::set_point_count(int p_count) {
	ERR_FAIL_COND_MSG(p_count < 0 || p_count > (1 << 20), "A curve has up to a million points.");
	// New ones come first.
	LocalVector<Point> counted;
	counted.resize(uint32_t(MAX(0, p_count - int(points.size()))));
	for (uint32_t i = 0; int(counted.size()) < p_count; i++) {
		counted.push_back(points[i]);
	}
	points = std::move(counted);
	changed();
	notify_property_list_changed();
}

Vector2 Curve::get_point_position(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(points.size()), Vector2());
	return points[uint32_t(p_index)].position;
}

void Curve::set_point_value(int p_index, real_t p_y) {
	ERR_FAIL_INDEX(p_index, int(points.size()));
	points[uint32_t(p_index)].position.y = p_y;
	update_linear_tangents(uint32_t(p_index));
	changed();
}

int Curve::set_point_offset(int p_index, real_t p_offset) {
	ERR_FAIL_INDEX_V(p_index, int(points.size()), -1);
	Point moving = points[uint32_t(p_index)];
	points.remove_at(uint32_t(p_index));
	moving.position.x = p_offset;
	const uint32_t at = insert(moving);
	changed();
	return int(at);
}

real_t Curve::get_point_left_tangent(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(points.size()), 0);
	return points[uint32_t(p_index)].left_tangent;
}

real_t Curve::get_point_right_tangent(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(points.size()), 0);
	return points[uint32_t(p_index)].right_tangent;
}

Curve::TangentMode Curve::get_point_left_mode(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(points.size()), TANGENT_FREE);
	return points[uint32_t(p_index)].left_mode;
}

Curve::TangentMode Curve::get_point_right_mode(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(points.size()), TANGENT_FREE);
	return points[uint32_t(p_index)].right_mode;
}

void Curve::set_point_left_tangent(int p_index, real_t p_tangent) {
	ERR_FAIL_INDEX(p_index, int(points.size()));
	points[uint32_t(p_index)].left_tangent = p_tangent;
	points[uint32_t(p_index)].left_mode = TANGENT_FREE;
	changed();
}

void Curve::set_point_right_tangent(int p_index, real_t p_tangent) {
	ERR_FAIL_INDEX(p_index, int(points.size()));
	points[uint32_t(p_index)].right_tangent = p_tangent;
	points[uint32_t(p_index)].right_mode = TANGENT_FREE;
	changed();
}

void Curve::set_point_left_mode(int p_index, TangentMode p_mode) {
	ERR_FAIL_INDEX(p_index, int(points.size()));
	points[uint32_t(p_index)].left_mode = p_mode;
	update_linear_tangents(uint32_t(p_index));
	changed();
}

void Curve::set_point_right_mode(int p_index, TangentMode p_mode) {
	ERR_FAIL_INDEX(p_index, int(points.size()));
	points[uint32_t(p_index)].right_mode = p_mode;
	update_linear_tangents(uint32_t(p_index));
	changed();
}

void Curve::set_min_value(real_t p_value) {
	min_value = MIN(p_value, max_value - MIN_Y_RANGE);
	for (Point &point : points) {
		point.position.y = MAX(point.position.y, min_value);
	}
	emit_signal(SNAME("range_changed"));
}

void Curve::set_max_value(real_t p_value) {
	max_value = MAX(p_value, min_value + MIN_Y_RANGE);
	for (Point &point : points) {
		point.position.y = MIN(point.position.y, max_value);
	}
	emit_signal(SNAME("range_changed"));
}

void Curve::set_min_domain(real_t p_offset) {
	min_domain = MIN(p_offset, max_domain - MIN_X_RANGE);
	for (Point &point : points) {
		point.position.x = MAX(point.position.x, min_domain);
	}
	baked_stale = true;
	emit_signal(SNAME("domain_changed"));
}

void Curve::set_max_domain(real_t p_offset) {
	max_domain = MAX(p_offset, min_domain + MIN_X_RANGE);
	for (Point &point : points) {
		point.position.x = MIN(point.position.x, max_domain);
	}
	baked_stale = true;
	emit_signal(SNAME("domain_changed"));
}

real_t Curve::sample(real_t p_offset) const {
	if (points.is_empty()) {
		return 0;
	}
	uint32_t after = 0; // The first point beyond the place.
	while (after < points.size() && points[after].position.x <= p_offset) {
		after++;
	}
	if (after == 0 || after == points.size()) {
		return points[after == 0 ? 0 : after - 1].position.y;
	}
	// A cubic Bezier whose handles lie a third of the way towards the neighbour.
	const Point &a = points[after - 1];
	const Point &b = points[after];
	const real_t width = b.position.x - a.position.x;
	if (Math::is_zero_approx(width)) {
		return b.position.y;
	}
	const real_t third = width / real_t(3);
	return Math::bezier_interpolate(a.position.y, a.position.y + third * a.right_tangent, b.position.y - third * b.left_tangent, b.position.y, (p_offset - a.position.x) / width);
}

void Curve::bake() {
	baked.resize(uint32_t(bake_resolution));
	const real_t step = get_domain_range() / real_t(MAX(1, bake_resolution - 1));
	for (int i = 0; i < bake_resolution; i++) {
		baked[uint32_t(i)] = sample(min_domain + step * real_t(i));
	}
	if (!points.is_empty()) {
		baked[0] = points[0].position.y;
		baked[baked.size() - 1] = points[points.size() - 1].position.y;
	}
	baked_stale = false;
}

real_t Curve::sample_baked(real_t p_offset) {
	if (baked_stale) {
		bake();
	}
	const real_t place = (p_offset - min_domain) / get_domain_range() * real_t(baked.size() - 1);
	if (!(place > 0)) {
		return baked[0];
	}
	const uint32_t before = place >= real_t(baked.size() - 1) ? baked.size() - 1 : uint32_t(place);
	return before + 1 >= baked.size() ? baked[baked.size() - 1] : Math::lerp(baked[before], baked[before + 1], place - real_t(before));
}

void Curve::set_bake_resolution(int p_samples) {
	ERR_FAIL_COND_MSG(p_samples < 1 || p_samples > 1000, "A table has 1 to 1000 samples.");
	bake_resolution = p_samples;
	baked_stale = true;
}

void Curve::clean_dupes() {
	bool dirty = false;
	for (uint32_t i = 1; i < points.size();) {
		if (points[i].position.x - points[i - 1].position.x <= real_t(CMP_EPSILON)) {
			points.remove_at(i);
			dirty = true;
		} else {
			i++;
		}
	}
	if (dirty) {
		changed();
	}
}

// --- As files keep it ---

Array Curve::_get_data() const {
	Array data;
	for (const Point &point : points) {
		data.push_back(point.position);
		data.push_back(point.left_tangent);
		data.push_back(point.right_tangent);
		data.push_back(int(point.left_mode));
		data.push_back(int(point.right_mode));
	}
	return data;
}

void Curve::_set_data(const Array &p_data) {
	ERR_FAIL_COND_MSG(p_data.size() % 5 != 0, vformat("The points of a curve are five values each; %d values are not.", p_data.size()));
	points.clear();
	for (int64_t i = 0; i < p_data.size(); i += 5) {
		Point point;
		point.position = p_data[i];
		point.left_tangent = real_t(double(p_data[i + 1]));
		point.right_tangent = real_t(double(p_data[i + 2]));
		point.left_mode = TangentMode(CLAMP(int(p_data[i + 3]), 0, int(TANGENT_LINEAR)));
		point.right_mode = TangentMode(CLAMP(int(p_data[i + 4]), 0, int(TANGENT_LINEAR)));
		points.push_back(point);
	}
	changed();
}

void Curve::_set_limits(const Array &p_limits) {
	ERR_FAIL_COND_MSG(p_limits.size() != 4, "The limits of a curve are four numbers.");
	min_value = real_t(double(p_limits[0]));
	max_value = real_t(double(p_limits[1]));
	min_domain = real_t(double(p_limits[2]));
	max_domain = real_t(double(p_limits[3]));
	baked_stale = true;
}

bool Curve::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name == "_limits") {
		_set_limits(p_value);
		return true;
	}
	const int64_t index = name.begins_with("point_") ? name.get_slicec('/', 0).substr(6).to_int() : -1;
	if (index < 0 || index >= int64_t(points.size()) || !name.contains("/")) {
		return false;
	}
	const String what = name.get_slicec('/', 1);
	if (what == "position") {
		const Vector2 position = p_value;
		set_point_value(int(index), position.y);
		set_point_offset(int(index), position.x);
	} else if (what == "left_tangent") {
		set_point_left_tangent(int(index), real_t(double(p_value)));
	} else if (what == "right_tangent") {
		set_point_right_tangent(int(index), real_t(double(p_value)));
	} else if (what == "left_mode") {
		set_point_left_mode(int(index), TangentMode(CLAMP(int(p_value), 0, 1)));
	} else if (what == "right_mode") {
		set_point_right_mode(int(index), TangentMode(CLAMP(int(p_value), 0, 1)));
	} else {
		return false;
	}
	return true;
}

bool Curve::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (name == "_limits") {
		r_value = _get_limits();
		return true;
	}
	const int64_t index = name.begins_with("point_") ? name.get_slicec('/', 0).substr(6).to_int() : -1;
	if (index < 0 || index >= int64_t(points.size()) || !name.contains("/")) {
		return false;
	}
	const Point &point = points[uint32_t(index)];
	const String what = name.get_slicec('/', 1);
	if (what == "position") {
		r_value = point.position;
	} else if (what == "left_tangent" || what == "right_tangent") {
		r_value = what == "left_tangent" ? point.left_tangent : point.right_tangent;
	} else if (what == "left_mode" || what == "right_mode") {
		r_value = int(what == "left_mode" ? point.left_mode : point.right_mode);
	} else {
		return false;
	}
	return true;
}

// Limits are kept only where they are not the usual ones.
void Curve::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	const bool usual = min_value == 0 && max_value == 1 && min_domain == 0 && max_domain == 1;
	p_list->push_back(PropertyInfo(Variant::ARRAY, "_limits", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_INTERNAL | (usual ? PROPERTY_USAGE_NONE : PROPERTY_USAGE_STORAGE)));
}

void Curve::bind_points() {
	ClassDB::bind_method(D_METHOD("get_point_count"), &Curve::get_point_count);
	ClassDB::bind_method(D_METHOD("set_point_count", "count"), &Curve::set_point_count);
	ClassDB::bind_method(D_METHOD("add_point", "position", "left_tangent", "right_tangent", "left_mode", "right_mode"), &Curve::add_point, DEFVAL(0), DEFVAL(0), DEFVAL(TANGENT_FREE), DEFVAL(TANGENT_FREE));
	ClassDB::bind_method(D_METHOD("remove_point", "index"), &Curve::remove_point);
	ClassDB::bind_method(D_METHOD("clear_points"), &Curve::clear_points);
	ClassDB::bind_method(D_METHOD("get_point_position", "index"), &Curve::get_point_position);
	ClassDB::bind_method(D_METHOD("set_point_value", "index", "y"), &Curve::set_point_value);
	ClassDB::bind_method(D_METHOD("set_point_offset", "index", "offset"), &Curve::set_point_offset);
	ClassDB::bind_method(D_METHOD("get_point_left_tangent", "index"), &Curve::get_point_left_tangent);
	ClassDB::bind_method(D_METHOD("get_point_right_tangent", "index"), &Curve::get_point_right_tangent);
	ClassDB::bind_method(D_METHOD("get_point_left_mode", "index"), &Curve::get_point_left_mode);
	ClassDB::bind_method(D_METHOD("get_point_right_mode", "index"), &Curve::get_point_right_mode);
	ClassDB::bind_method(D_METHOD("set_point_left_tangent", "index", "tangent"), &Curve::set_point_left_tangent);
	ClassDB::bind_method(D_METHOD("set_point_right_tangent", "index", "tangent"), &Curve::set_point_right_tangent);
	ClassDB::bind_method(D_METHOD("set_point_left_mode", "index", "mode"), &Curve::set_point_left_mode);
	ClassDB::bind_method(D_METHOD("set_point_right_mode", "index", "mode"), &Curve::set_point_right_mode);
}

void Curve::_bind_methods() {
	bind_points();
	ClassDB::bind_method(D_METHOD("sample", "offset"), &Curve::sample);
	ClassDB::bind_method(D_METHOD("sample_baked", "offset"), &Curve::sample_baked);
	ClassDB::bind_method(D_METHOD("get_min_value"), &Curve::get_min_value);
	ClassDB::bind_method(D_METHOD("set_min_value", "min"), &Curve::set_min_value);
	ClassDB::bind_method(D_METHOD("get_max_value"), &Curve::get_max_value);
	ClassDB::bind_method(D_METHOD("set_max_value", "max"), &Curve::set_max_value);
	ClassDB::bind_method(D_METHOD("get_value_range"), &Curve::get_value_range);
	ClassDB::bind_method(D_METHOD("get_min_domain"), &Curve::get_min_domain);
	ClassDB::bind_method(D_METHOD("set_min_domain", "min"), &Curve::set_min_domain);
	ClassDB::bind_method(D_METHOD("get_max_domain"), &Curve::get_max_domain);
	ClassDB::bind_method(D_METHOD("set_max_domain", "max"), &Curve::set_max_domain);
	ClassDB::bind_method(D_METHOD("get_domain_range"), &Curve::get_domain_range);
	ClassDB::bind_method(D_METHOD("clean_dupes"), &Curve::clean_dupes);
	ClassDB::bind_method(D_METHOD("bake"), &Curve::bake);
	ClassDB::bind_method(D_METHOD("get_bake_resolution"), &Curve::get_bake_resolution);
	ClassDB::bind_method(D_METHOD("set_bake_resolution", "resolution"), &Curve::set_bake_resolution);
	ClassDB::bind_method(D_METHOD("_get_data"), &Curve::_get_data);
	ClassDB::bind_method(D_METHOD("_set_data", "data"), &Curve::_set_data);
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "min_domain", PROPERTY_HINT_RANGE, "-1024,1024,0.01,or_greater,or_less", PROPERTY_USAGE_EDITOR), "set_min_domain", "get_min_domain");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "max_domain", PROPERTY_HINT_RANGE, "-1024,1024,0.01,or_greater,or_less", PROPERTY_USAGE_EDITOR), "set_max_domain", "get_max_domain");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "min_value", PROPERTY_HINT_RANGE, "-1024,1024,0.01,or_greater,or_less", PROPERTY_USAGE_EDITOR), "set_min_value", "get_min_value");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "max_value", PROPERTY_HINT_RANGE, "-1024,1024,0.01,or_greater,or_less", PROPERTY_USAGE_EDITOR), "set_max_value", "get_max_value");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "bake_resolution", PROPERTY_HINT_RANGE, "1,1000,1"), "set_bake_resolution", "get_bake_resolution");
	ADD_PROPERTY(PropertyInfo(Variant::ARRAY, "_data", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_data", "_get_data");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "point_count", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_DEFAULT | PROPERTY_USAGE_ARRAY, SNAME("Points,point_")), "set_point_count", "get_point_count");
	ADD_SIGNAL(MethodInfo("range_changed"));
	ADD_SIGNAL(MethodInfo("domain_changed"));
	BIND_ENUM_CONSTANT(TANGENT_FREE);
	BIND_ENUM_CONSTANT(TANGENT_LINEAR);
	BIND_ENUM_CONSTANT(TANGENT_MODE_COUNT);
}
