// Points, their connections, and the ways between them.
#include "core/object/a_star.h"

#include "core/object/class_db.h"

/* The graph */

AStarGraph::Point *AStarGraph::find(int64_t p_id) const {
	const uint32_t *place = places.getptr(p_id);
	return place ? points[*place] : nullptr;
}

AStarGraph::Point *AStarGraph::add(int64_t p_id) {
	if (Point *known = find(p_id)) {
		return known;
	}
	Point *point = memnew(Point);
	point->id = p_id;
	places.insert(p_id, points.size());
	points.push_back(point);
	return point;
}

void AStarGraph::connect(Point *p_from, Point *p_to) {
	if (!is_connected(p_from, p_to)) {
		p_from->neighbours.push_back(p_to);
		p_to->sources.push_back(p_from);
	}
}

static void take_out(LocalVector<AStarGraph::Point *> &r_list, const AStarGraph::Point *p_point) {
	for (uint32_t i = 0; i < r_list.size(); i++) {
		if (r_list[i] == p_point) {
			r_list.remove_at_unordered(i);
			return;
		}
	}
}

void AStarGraph::disconnect(Point *p_from, Point *p_to) {
	take_out(p_from->neighbours, p_to);
	take_out(p_to->sources, p_from);
}

void AStarGraph::remove(Point *p_point) {
	for (Point *neighbour : p_point->neighbours) {
		take_out(neighbour->sources, p_point);
	}
	for (Point *source : p_point->sources) {
		take_out(source->neighbours, p_point);
	}
	const uint32_t place = places[p_point->id];
	places.erase(p_point->id);
	points.remove_at_unordered(place);
	if (place < points.size()) {
		places[points[place]->id] = place;
	}
	memdelete(p_point);
}

void AStarGraph::clear() {
	for (Point *point : points) {
		memdelete(point);
	}
	points.clear();
	places.clear();
}

int64_t AStarGraph::get_free_id() const {
	int64_t id = 0;
	while (places.has(id)) {
		id++;
	}
	return id;
}

AStarGraph::Point *AStarGraph::find_nearest(const Vector3 &p_position, bool p_with_disabled) const {
	Point *nearest = nullptr;
	real_t least = 0;
	for (Point *point : points) {
		if (!p_with_disabled && !point->is_enabled) {
			continue;
		}
		const real_t distance = p_position.distance_squared_to(point->position);
		if (!nearest || distance < least || (distance == least && point->id < nearest->id)) {
			nearest = point;
			least = distance;
		}
	}
	return nearest;
}

static Vector3 nearest_between(const Vector3 &p_position, const Vector3 &p_a, const Vector3 &p_b) {
	const Vector3 along = p_b - p_a;
	const real_t length_squared = along.length_squared();
	const real_t share = length_squared > 0 ? CLAMP(along.dot(p_position - p_a) / length_squared, real_t(0), real_t(1)) : real_t(0);
	return p_a + along * share;
}

Vector3 AStarGraph::find_nearest_on_connections(const Vector3 &p_position) const {
	Vector3 nearest;
	real_t least = -1;
	for (const Point *from : points) {
		for (const Point *to : from->neighbours) {
			if (!from->is_enabled || !to->is_enabled) {
				continue;
			}
			const Vector3 found = nearest_between(p_position, from->position, to->position);
			const real_t distance = p_position.distance_squared_to(found);
			if (least < 0 || distance < least) {
				least = distance;
				nearest = found;
			}
		}
	}
	return nearest;
}

/* Both classes */

namespace {

Vector3 to_3d(const Vector3 &p_position) {
	return p_position;
}
Vector3 to_3d(const Vector2 &p_position) {
	return Vector3(p_position.x, p_position.y, 0);
}
void from_3d(const Vector3 &p_from, Vector3 &r_to) {
	r_to = p_from;
}
void from_3d(const Vector3 &p_from, Vector2 &r_to) {
	r_to = Vector2(p_from.x, p_from.y);
}

String no_point(int64_t p_id) {
	return "There is no point with the id " + itos(p_id) + ".";
}

} // namespace

#define POINTS_METHOD(m_result) \
	template <typename Self, typename Position, typename Path> \
	m_result AStarPoints<Self, Position, Path>

POINTS_METHOD(void)::add_point(int64_t p_id, const Position &p_position, double p_weight_scale) {
	ERR_FAIL_COND_MSG(p_id < 0, "The id of a point must not be below 0; " + itos(p_id) + " is.");
	ERR_FAIL_COND_MSG(!(p_weight_scale >= 0), "The weight scale of a point must not be below 0.");
	AStarGraph::Point *point = graph.add(p_id);
	point->position = to_3d(p_position);
	point->weight_scale = p_weight_scale;
}

POINTS_METHOD(Position)::get_point_position(int64_t p_id) const {
	const AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_V_MSG(point, Position(), no_point(p_id));
	Position position;
	from_3d(point->position, position);
	return position;
}

POINTS_METHOD(void)::set_point_position(int64_t p_id, const Position &p_position) {
	AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_MSG(point, no_point(p_id));
	point->position = to_3d(p_position);
}

POINTS_METHOD(double)::get_point_weight_scale(int64_t p_id) const {
	const AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_V_MSG(point, 0, no_point(p_id));
	return point->weight_scale;
}

POINTS_METHOD(void)::set_point_weight_scale(int64_t p_id, double p_weight_scale) {
	AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_MSG(point, no_point(p_id));
	ERR_FAIL_COND_MSG(!(p_weight_scale >= 0), "The weight scale of a point must not be below 0.");
	point->weight_scale = p_weight_scale;
}

POINTS_METHOD(void)::remove_point(int64_t p_id) {
	AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_MSG(point, no_point(p_id));
	ERR_FAIL_COND_MSG(is_searching, "remove_point: a way is being searched for. Call it after that.");
	graph.remove(point);
}

POINTS_METHOD(PackedInt64Array)::get_point_connections(int64_t p_id) {
	PackedInt64Array ids;
	const AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_V_MSG(point, ids, no_point(p_id));
	for (const AStarGraph::Point *neighbour : point->neighbours) {
		ids.push_back(neighbour->id);
	}
	return ids;
}

POINTS_METHOD(PackedInt64Array)::get_point_ids() {
	PackedInt64Array ids;
	for (const AStarGraph::Point *point : graph.get_points()) {
		ids.push_back(point->id);
	}
	return ids;
}

POINTS_METHOD(void)::set_point_disabled(int64_t p_id, bool p_disabled) {
	AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_MSG(point, no_point(p_id));
	point->is_enabled = !p_disabled;
}

POINTS_METHOD(bool)::is_point_disabled(int64_t p_id) const {
	const AStarGraph::Point *point = graph.find(p_id);
	ERR_FAIL_NULL_V_MSG(point, false, no_point(p_id));
	return !point->is_enabled;
}

POINTS_METHOD(void)::connect_points(int64_t p_id, int64_t p_to, bool p_bidirectional) {
	ERR_FAIL_COND_MSG(p_id == p_to, "The point " + itos(p_id) + " cannot be connected to itself.");
	AStarGraph::Point *from = graph.find(p_id);
	AStarGraph::Point *to = graph.find(p_to);
	ERR_FAIL_COND_MSG(!from || !to, no_point(from ? p_to : p_id));
	AStarGraph::connect(from, to);
	if (p_bidirectional) {
		AStarGraph::connect(to, from);
	}
}

POINTS_METHOD(void)::disconnect_points(int64_t p_id, int64_t p_to, bool p_bidirectional) {
	AStarGraph::Point *from = graph.find(p_id);
	AStarGraph::Point *to = graph.find(p_to);
	ERR_FAIL_COND_MSG(!from || !to, no_point(from ? p_to : p_id));
	ERR_FAIL_COND_MSG(is_searching, "disconnect_points: a way is being searched for. Call it after that.");
	AStarGraph::disconnect(from, to);
	if (p_bidirectional) {
		AStarGraph::disconnect(to, from);
	}
}

POINTS_METHOD(bool)::are_points_connected(int64_t p_id, int64_t p_to, bool p_bidirectional) const {
	const AStarGraph::Point *from = graph.find(p_id);
	const AStarGraph::Point *to = graph.find(p_to);
	return from && to && (AStarGraph::is_connected(from, to) || (p_bidirectional && AStarGraph::is_connected(to, from)));
}

// Powers of two, as tables have them.
POINTS_METHOD(int64_t)::get_point_capacity() const {
	int64_t capacity = 16;
	while (capacity < MAX(reserved, get_point_count())) {
		capacity *= 2;
	}
	return capacity;
}

POINTS_METHOD(void)::reserve_space(int64_t p_count) {
	ERR_FAIL_COND_MSG(p_count <= 0, "reserve_space: the number of points must be above 0.");
	reserved = MIN(p_count, int64_t(1) << 40);
}

POINTS_METHOD(void)::clear() {
	ERR_FAIL_COND_MSG(is_searching, "clear: a way is being searched for. Call it after that.");
	graph.clear();
}

POINTS_METHOD(int64_t)::get_closest_point(const Position &p_to, bool p_include_disabled) const {
	const AStarGraph::Point *nearest = graph.find_nearest(to_3d(p_to), p_include_disabled);
	return nearest ? nearest->id : -1;
}

POINTS_METHOD(Position)::get_closest_position_in_segment(const Position &p_to) const {
	Position position;
	from_3d(graph.find_nearest_on_connections(to_3d(p_to)), position);
	return position;
}

POINTS_METHOD(LocalVector<AStarGraph::Point *>)::find_way(int64_t p_from, int64_t p_to, bool p_allow_partial) {
	using Point = AStarGraph::Point;
	LocalVector<Point *> way;
	Point *begin = graph.find(p_from);
	Point *end = graph.find(p_to);
	ERR_FAIL_COND_V_MSG(!begin || !end, way, no_point(begin ? p_to : p_from));
	ERR_FAIL_COND_V_MSG(is_searching, way, "A way is being searched for already: the methods that scripts override for a search cannot begin another one.");
	if (!begin->is_enabled || (!end->is_enabled && !p_allow_partial)) {
		return way;
	}
	const Self *self = static_cast<const Self *>(this);
	const bool has_cost = self->_gdvirtual__compute_cost_overridden();
	const bool has_estimate = self->_gdvirtual__estimate_cost_overridden();
	const auto cost = [&](const Point *p_a, const Point *p_b) {
		double result = 0;
		const real_t paid = has_cost && self->_gdvirtual__compute_cost_call(p_a->id, p_b->id, result) ? real_t(result) : p_a->position.distance_to(p_b->position);
		return paid * real_t(p_b->weight_scale);
	};
	const auto estimate = [&](const Point *p_point) {
		double result = 0;
		return has_estimate && self->_gdvirtual__estimate_cost_call(p_point->id, end->id, result) ? real_t(result) : p_point->position.distance_to(end->position);
	};
	const auto visit_neighbours = [&](const Point *p_point, auto p_visit) {
		for (uint32_t i = 0; i < p_point->neighbours.size(); i++) {
			Point *neighbour = p_point->neighbours[i];
			bool is_left_out = !neighbour->is_enabled;
			if (!is_left_out && neighbor_filter_enabled) {
				self->_gdvirtual__filter_neighbor_call(p_point->id, neighbour->id, is_left_out);
			}
			if (!is_left_out) {
				p_visit(neighbour);
			}
		}
	};
	is_searching = true;
	const Point *last = a_star_search(begin, end, graph.next_pass(), p_allow_partial, visit_neighbours, cost, estimate);
	is_searching = false;
	for (const AStarNode *node = last; node; node = node->previous) {
		way.push_back(static_cast<Point *>(const_cast<AStarNode *>(node)));
	}
	return way;
}

POINTS_METHOD(Path)::get_point_path(int64_t p_from, int64_t p_to, bool p_allow_partial) {
	const LocalVector<AStarGraph::Point *> way = find_way(p_from, p_to, p_allow_partial);
	Path path;
	path.resize(int64_t(way.size()));
	for (uint32_t i = 0; i < way.size(); i++) {
		from_3d(way[way.size() - 1 - i]->position, path.write[int64_t(i)]);
	}
	return path;
}

POINTS_METHOD(PackedInt64Array)::get_id_path(int64_t p_from, int64_t p_to, bool p_allow_partial) {
	const LocalVector<AStarGraph::Point *> way = find_way(p_from, p_to, p_allow_partial);
	PackedInt64Array path;
	for (uint32_t i = way.size(); i > 0; i--) {
		path.push_back(way[i - 1]->id);
	}
	return path;
}

// The methods of the common base, as those of the class that is bound.
template <typename Self, typename Base, typename R, typename... P>
static auto own(R (Base::*p_method)(P...)) {
	return static_cast<R (Self::*)(P...)>(p_method);
}
template <typename Self, typename Base, typename R, typename... P>
static auto own(R (Base::*p_method)(P...) const) {
	return static_cast<R (Self::*)(P...) const>(p_method);
}

POINTS_METHOD(void)::bind_members() {
	ClassDB::bind_method(D_METHOD("get_available_point_id"), own<Self>(&Self::get_available_point_id));
	ClassDB::bind_method(D_METHOD("add_point", "id", "position", "weight_scale"), own<Self>(&Self::add_point), DEFVAL(1.0));
	ClassDB::bind_method(D_METHOD("get_point_position", "id"), own<Self>(&Self::get_point_position));
	ClassDB::bind_method(D_METHOD("set_point_position", "id", "position"), own<Self>(&Self::set_point_position));
	ClassDB::bind_method(D_METHOD("get_point_weight_scale", "id"), own<Self>(&Self::get_point_weight_scale));
	ClassDB::bind_method(D_METHOD("set_point_weight_scale", "id", "weight_scale"), own<Self>(&Self::set_point_weight_scale));
	ClassDB::bind_method(D_METHOD("remove_point", "id"), own<Self>(&Self::remove_point));
	ClassDB::bind_method(D_METHOD("has_point", "id"), own<Self>(&Self::has_point));
	ClassDB::bind_method(D_METHOD("get_point_connections", "id"), own<Self>(&Self::get_point_connections));
	ClassDB::bind_method(D_METHOD("get_point_ids"), own<Self>(&Self::get_point_ids));
	ClassDB::bind_method(D_METHOD("set_point_disabled", "id", "disabled"), own<Self>(&Self::set_point_disabled), DEFVAL(true));
	ClassDB::bind_method(D_METHOD("is_point_disabled", "id"), own<Self>(&Self::is_point_disabled));
	ClassDB::bind_method(D_METHOD("set_neighbor_filter_enabled", "enabled"), own<Self>(&Self::set_neighbor_filter_enabled));
	ClassDB::bind_method(D_METHOD("is_neighbor_filter_enabled"), own<Self>(&Self::is_neighbor_filter_enabled));
	ClassDB::bind_method(D_METHOD("connect_points", "id", "to_id", "bidirectional"), own<Self>(&Self::connect_points), DEFVAL(true));
	ClassDB::bind_method(D_METHOD("disconnect_points", "id", "to_id", "bidirectional"), own<Self>(&Self::disconnect_points), DEFVAL(true));
	ClassDB::bind_method(D_METHOD("are_points_connected", "id", "to_id", "bidirectional"), own<Self>(&Self::are_points_connected), DEFVAL(true));
	ClassDB::bind_method(D_METHOD("get_point_count"), own<Self>(&Self::get_point_count));
	ClassDB::bind_method(D_METHOD("get_point_capacity"), own<Self>(&Self::get_point_capacity));
	ClassDB::bind_method(D_METHOD("reserve_space", "num_nodes"), own<Self>(&Self::reserve_space));
	ClassDB::bind_method(D_METHOD("clear"), own<Self>(&Self::clear));
	ClassDB::bind_method(D_METHOD("get_closest_point", "to_position", "include_disabled"), own<Self>(&Self::get_closest_point), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_closest_position_in_segment", "to_position"), own<Self>(&Self::get_closest_position_in_segment));
	ClassDB::bind_method(D_METHOD("get_point_path", "from_id", "to_id", "allow_partial_path"), own<Self>(&Self::get_point_path), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_id_path", "from_id", "to_id", "allow_partial_path"), own<Self>(&Self::get_id_path), DEFVAL(false));
	ClassDB::add_property(Self::get_class_static(), PropertyInfo(Variant::BOOL, "neighbor_filter_enabled"), "set_neighbor_filter_enabled", "is_neighbor_filter_enabled");
}

void AStar3D::_bind_methods() {
	bind_members();
	GDVIRTUAL_BIND(_filter_neighbor, "from_id", "neighbor_id");
	GDVIRTUAL_BIND(_estimate_cost, "from_id", "end_id");
	GDVIRTUAL_BIND(_compute_cost, "from_id", "to_id");
}

void AStar2D::_bind_methods() {
	bind_members();
	GDVIRTUAL_BIND(_filter_neighbor, "from_id", "neighbor_id");
	GDVIRTUAL_BIND(_estimate_cost, "from_id", "end_id");
	GDVIRTUAL_BIND(_compute_cost, "from_id", "to_id");
}
