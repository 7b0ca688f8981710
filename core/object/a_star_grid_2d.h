// AStarGrid2D: ways through a grid of cells.
#pragma once

#include "core/math/a_star_search.h"
#include "core/math/rect2i.h"
#include "core/math/vector2.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/variant/packed_arrays.h"
#include "core/variant/typed_array.h"

// After changes of region, offset, cell size or shape, update() makes the cells anew, none of them solid.
class AStarGrid2D : public RefCounted {
	GDCLASS(AStarGrid2D, RefCounted);

public:
	enum DiagonalMode : int {
		DIAGONAL_MODE_ALWAYS,
		DIAGONAL_MODE_NEVER,
		DIAGONAL_MODE_AT_LEAST_ONE_WALKABLE, // Of the two cells beside the step.
		DIAGONAL_MODE_ONLY_IF_NO_OBSTACLES,
		DIAGONAL_MODE_MAX,
	};
	enum Heuristic : int {
		HEURISTIC_EUCLIDEAN,
		HEURISTIC_MANHATTAN,
		HEURISTIC_OCTILE,
		HEURISTIC_CHEBYSHEV,
		HEURISTIC_MAX,
	};
	enum CellShape : int {
		CELL_SHAPE_SQUARE,
		CELL_SHAPE_ISOMETRIC_RIGHT,
		CELL_SHAPE_ISOMETRIC_DOWN,
		CELL_SHAPE_MAX,
	};

	void set_region(const Rect2i &p_region);
	Rect2i get_region() const { return region; }
	void set_size(const Vector2i &p_size);
	Vector2i get_size() const { return region.size; }
	void set_offset(const Vector2 &p_offset);
	Vector2 get_offset() const { return offset; }
	void set_cell_size(const Vector2 &p_size);
	Vector2 get_cell_size() const { return cell_size; }
	void set_cell_shape(CellShape p_shape);
	CellShape get_cell_shape() const { return cell_shape; }
	void set_jumping_enabled(bool p_enabled) { jumping_enabled = p_enabled; }
	bool is_jumping_enabled() const { return jumping_enabled; }
	void set_diagonal_mode(DiagonalMode p_mode);
	DiagonalMode get_diagonal_mode() const { return diagonal_mode; }
	void set_default_compute_heuristic(Heuristic p_heuristic);
	Heuristic get_default_compute_heuristic() const { return compute_heuristic; }
	void set_default_estimate_heuristic(Heuristic p_heuristic);
	Heuristic get_default_estimate_heuristic() const { return estimate_heuristic; }

	bool is_in_bounds(int p_x, int p_y) const { return region.has_point(Vector2i(p_x, p_y)); }
	bool is_in_boundsv(const Vector2i &p_id) const { return region.has_point(p_id); }
	bool is_dirty() const { return dirty; }
	void update();
	void clear();
	void set_point_solid(const Vector2i &p_id, bool p_solid = true);
	bool is_point_solid(const Vector2i &p_id) const;
	void set_point_weight_scale(const Vector2i &p_id, double p_weight_scale);
	double get_point_weight_scale(const Vector2i &p_id) const;
	void fill_solid_region(const Rect2i &p_region, bool p_solid = true);
	void fill_weight_scale_region(const Rect2i &p_region, double p_weight_scale);
	Vector2 get_point_position(const Vector2i &p_id) const;
	TypedArray<Dictionary> get_point_data_in_region(const Rect2i &p_region) const;
	PackedVector2Array get_point_path(const Vector2i &p_from, const Vector2i &p_to, bool p_allow_partial = false);
	TypedArray<Vector2i> get_id_path(const Vector2i &p_from, const Vector2i &p_to, bool p_allow_partial = false);

	GDVIRTUAL2RC(double, _estimate_cost, Vector2i, Vector2i)
	GDVIRTUAL2RC(double, _compute_cost, Vector2i, Vector2i)

protected:
	static void _bind_methods();

private:
	struct Cell : AStarNode {
		Vector2i id;
		double weight_scale = 1;
		bool is_solid = false;
	};

	bool is_usable(const Vector2i &p_id) const; // Else an error has been printed.
	uint32_t place_of(const Vector2i &p_id) const { return uint32_t(p_id.y - region.position.y) * uint32_t(region.size.x) + uint32_t(p_id.x - region.position.x); }
	Cell *find_open(int p_x, int p_y); // Null outside, and where it is solid.
	Vector2 position_of(const Vector2i &p_id) const;
	template <typename Visit>
	void visit_neighbours(const Cell *p_cell, Visit p_visit);
	LocalVector<Cell *> find_way(const Vector2i &p_from, const Vector2i &p_to, bool p_allow_partial); // The last one first.

	LocalVector<Cell> cells; // Row by row.
	Rect2i region;
	Vector2 offset;
	Vector2 cell_size = Vector2(1, 1);
	CellShape cell_shape = CELL_SHAPE_SQUARE;
	DiagonalMode diagonal_mode = DIAGONAL_MODE_ALWAYS;
	Heuristic compute_heuristic = HEURISTIC_EUCLIDEAN;
	Heuristic estimate_heuristic = HEURISTIC_EUCLIDEAN;
	uint64_t pass = 0;
	bool jumping_enabled = false;
	bool dirty = false;
	bool is_searching = false;
};

VARIANT_ENUM_CAST(AStarGrid2D::DiagonalMode);
VARIANT_ENUM_CAST(AStarGrid2D::Heuristic);
VARIANT_ENUM_CAST(AStarGrid2D::CellShape);
