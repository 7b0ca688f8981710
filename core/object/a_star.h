// AStar3D and AStar2D: ways through a graph of points.
#pragma once

#include "core/math/a_star_search.h"
#include "core/math/vector2.h"
#include "core/math/vector3.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/templates/hash_map.h"
#include "core/variant/packed_arrays.h"

// The points, for both classes. Keeps each point's connections in the order in which they were made.
class AStarGraph {
public:
	struct Point : AStarNode {
		int64_t id = 0;
		Vector3 position;
		double weight_scale = 1;
		bool is_enabled = true;
		LocalVector<Point *> neighbours; // Where one can go.
		LocalVector<Point *> sources; // From where one can come.
	};

	AStarGraph() = default;
	~AStarGraph() { clear(); }
	AStarGraph(const AStarGraph &) = delete;
	AStarGraph &operator=(const AStarGraph &) = delete;

	Point *find(int64_t p_id) const;
	Point *add(int64_t p_id); // The one of this id, made if need be.
	void remove(Point *p_point);
	void clear();
	static void connect(Point *p_from, Point *p_to);
	static void disconnect(Point *p_from, Point *p_to);
	static bool is_connected(const Point *p_from, const Point *p_to) { return p_from->neighbours.has(const_cast<Point *>(p_to)); }
	const LocalVector<Point *> &get_points() const { return points; }
	int64_t get_free_id() const;
	Point *find_nearest(const Vector3 &p_position, bool p_with_disabled) const; // Of equals the one with the lower id. Null: there is none.
	Vector3 find_nearest_on_connections(const Vector3 &p_position) const; // Between enabled points; zero without any.
	uint64_t next_pass() { return ++pass; }

private:
	LocalVector<Point *> points; // The last one takes the place of one that goes.
	HashMap<int64_t, uint32_t> places;
	uint64_t pass = 0;
};

// What AStar3D and AStar2D have in common. Position is Vector3 or Vector2, Path the packed array of it.
template <typename Self, typename Position, typename Path>
class AStarPoints : public RefCounted {
public:
	int64_t get_available_point_id() const { return graph.get_free_id(); }
	void add_point(int64_t p_id, const Position &p_position, double p_weight_scale = 1.0);
	Position get_point_position(int64_t p_id) const;
	void set_point_position(int64_t p_id, const Position &p_position);
	double get_point_weight_scale(int64_t p_id) const;
	void set_point_weight_scale(int64_t p_id, double p_weight_scale);
	void remove_point(int64_t p_id);
	bool has_point(int64_t p_id) const { return graph.find(p_id) != nullptr; }
	PackedInt64Array get_point_connections(int64_t p_id);
	PackedInt64Array get_point_ids();
	void set_point_disabled(int64_t p_id, bool p_disabled = true);
	bool is_point_disabled(int64_t p_id) const;
	void set_neighbor_filter_enabled(bool p_enabled) { neighbor_filter_enabled = p_enabled; }
	bool is_neighbor_filter_enabled() const { return neighbor_filter_enabled; }
	void connect_points(int64_t p_id, int64_t p_to, bool p_bidirectional = true);
	void disconnect_points(int64_t p_id, int64_t p_to, bool p_bidirectional = true);
	bool are_points_connected(int64_t p_id, int64_t p_to, bool p_bidirectional = true) const; // Bidirectional: in either direction.
	int64_t get_point_count() const { return int64_t(graph.get_points().size()); }
	int64_t get_point_capacity() const;
	void reserve_space(int64_t p_count);
	void clear();
	int64_t get_closest_point(const Position &p_to, bool p_include_disabled = false) const;
	Position get_closest_position_in_segment(const Position &p_to) const;
	Path get_point_path(int64_t p_from, int64_t p_to, bool p_allow_partial = false);
	PackedInt64Array get_id_path(int64_t p_from, int64_t p_to, bool p_allow_partial = false);

protected:
	static void bind_members(); // For _bind_methods() of Self.

private:
	// The way's points, the last one first.
	LocalVector<AStarGraph::Point *> find_way(int64_t p_from, int64_t p_to, bool p_allow_partial);

	AStarGraph graph;
	int64_t reserved = 0;
	bool neighbor_filter_enabled = false;
	bool is_searching = false;
};

class AStar3D : public AStarPoints<AStar3D, Vector3, PackedVector3Array> {
	GDCLASS(AStar3D, RefCounted);

public:
	GDVIRTUAL2RC(bool, _filter_neighbor, int64_t, int64_t)
	GDVIRTUAL2RC(double, _estimate_cost, int64_t, int64_t)
	GDVIRTUAL2RC(double, _compute_cost, int64_t, int64_t)

protected:
	static void _bind_methods();
};

class AStar2D : public AStarPoints<AStar2D, Vector2, PackedVector2Array> {
	GDCLASS(AStar2D, RefCounted);

public:
	GDVIRTUAL2RC(bool, _filter_neighbor, int64_t, int64_t)
	GDVIRTUAL2RC(double, _estimate_cost, int64_t, int64_t)
	GDVIRTUAL2RC(double, _compute_cost, int64_t, int64_t)

protected:
	static void _bind_methods();
};
