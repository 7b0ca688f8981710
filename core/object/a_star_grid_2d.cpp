// Cells, steps between them, and ways.
#include "core/object/a_star_grid_2d.h"

#include "core/object/class_db.h"

#include <cmath>

static constexpr int64_t MOST_CELLS = int64_t(1) << 24; // More than a gigabyte.

void AStarGrid2D::set_region(const Rect2i &p_region) {
	ERR_FAIL_COND_MSG(is_searching, "The region cannot change while a way is being searched for.");
	ERR_FAIL_COND_MSG(int64_t(p_region.position.x) + p_region.size.x > INT32_MAX || int64_t(p_region.position.y) + p_region.size.y > INT32_MAX, "The region of a grid must end within the range of its numbers.");
	ERR_FAIL_COND_MSG(p_region.size.x < 0 || p_region.size.y < 0, "The size of a grid's region must not be below 0.");
	ERR_FAIL_COND_MSG(int64_t(p_region.size.x) * p_region.size.y > MOST_CELLS, "A grid has at most " + itos(MOST_CELLS) + " cells.");
	dirty = dirty || region != p_region;
	region = p_region;
}

void AStarGrid2D::set_size(const Vector2i &p_size) {
	set_region(Rect2i(region.position, p_size));
}

void AStarGrid2D::set_offset(const Vector2 &p_offset) {
	dirty = dirty || offset != p_offset;
	offset = p_offset;
}

void AStarGrid2D::set_cell_size(const Vector2 &p_size) {
	dirty = dirty || cell_size != p_size;
	cell_size = p_size;
}

void AStarGrid2D::set_cell_shape(CellShape p_shape) {
	ERR_FAIL_INDEX_MSG(int(p_shape), int(CELL_SHAPE_MAX), "There is no cell shape " + itos(p_shape) + ".");
	dirty = dirty || cell_shape != p_shape;
	cell_shape = p_shape;
}

void AStarGrid2D::set_diagonal_mode(DiagonalMode p_mode) {
	ERR_FAIL_INDEX_MSG(int(p_mode), int(DIAGONAL_MODE_MAX), "There is no diagonal mode " + itos(p_mode) + ".");
	diagonal_mode = p_mode;
}

void AStarGrid2D::set_default_compute_heuristic(Heuristic p_heuristic) {
	ERR_FAIL_INDEX_MSG(int(p_heuristic), int(HEURISTIC_MAX), "There is no heuristic " + itos(p_heuristic) + ".");
	compute_heuristic = p_heuristic;
}

void AStarGrid2D::set_default_estimate_heuristic(Heuristic p_heuristic) {
	ERR_FAIL_INDEX_MSG(int(p_heuristic), int(HEURISTIC_MAX), "There is no heuristic " + itos(p_heuristic) + ".");
	estimate_heuristic = p_heuristic;
}

void AStarGrid2D::update() {
	ERR_FAIL_COND_MSG(is_searching, "update: a way is being searched for. Call it after that.");
	if (!dirty) {
		return;
	}
	cells.clear();
	cells.resize(uint32_t(region.size.x) * uint32_t(region.size.y));
	for (int y = 0; y < region.size.y; y++) {
		for (int x = 0; x < region.size.x; x++) {
			const Vector2i id = region.position + Vector2i(x, y);
			cells[place_of(id)].id = id;
		}
	}
	dirty = false;
}

void AStarGrid2D::clear() {
	ERR_FAIL_COND_MSG(is_searching, "clear: a way is being searched for. Call it after that.");
	cells.clear();
	region = Rect2i();
}

bool AStarGrid2D::is_usable(const Vector2i &p_id) const {
	ERR_FAIL_COND_V_MSG(dirty, false, "The grid was changed and is not ready: call update() first.");
	ERR_FAIL_COND_V_MSG(!is_in_boundsv(p_id), false, "The cell " + String(p_id) + " is outside of the region " + String(region) + ".");
	return true;
}

void AStarGrid2D::set_point_solid(const Vector2i &p_id, bool p_solid) {
	if (is_usable(p_id)) {
		cells[place_of(p_id)].is_solid = p_solid;
	}
}

bool AStarGrid2D::is_point_solid(const Vector2i &p_id) const {
	return is_usable(p_id) && cells[place_of(p_id)].is_solid;
}

void AStarGrid2D::set_point_weight_scale(const Vector2i &p_id, double p_weight_scale) {
	ERR_FAIL_COND_MSG(!(p_weight_scale >= 0), "The weight scale of a cell must not be below 0.");
	if (is_usable(p_id)) {
		cells[place_of(p_id)].weight_scale = p_weight_scale;
	}
}

double AStarGrid2D::get_point_weight_scale(const Vector2i &p_id) const {
	return is_usable(p_id) ? cells[place_of(p_id)].weight_scale : 0;
}

void AStarGrid2D::fill_solid_region(const Rect2i &p_region, bool p_solid) {
	ERR_FAIL_COND_MSG(dirty, "The grid was changed and is not ready: call update() first.");
	const Rect2i part = p_region.intersection(region);
	for (int y = part.position.y; y < part.position.y + part.size.y; y++) {
		for (int x = part.position.x; x < part.position.x + part.size.x; x++) {
			cells[place_of(Vector2i(x, y))].is_solid = p_solid;
		}
	}
}

void AStarGrid2D::fill_weight_scale_region(const Rect2i &p_region, double p_weight_scale) {
	ERR_FAIL_COND_MSG(dirty, "The grid was changed and is not ready: call update() first.");
	ERR_FAIL_COND_MSG(!(p_weight_scale >= 0), "The weight scale of a cell must not be below 0.");
	const Rect2i part = p_region.intersection(region);
	for (int y = part.position.y; y < part.position.y + part.size.y; y++) {
		for (int x = part.position.x; x < part.position.x + part.size.x; x++) {
			cells[place_of(Vector2i(x, y))].weight_scale = p_weight_scale;
		}
	}
}

// Isometric cells: rows that lean, to the right or down, with the region's first cell at the offset.
Vector2 AStarGrid2D::position_of(const Vector2i &p_id) const {
	const Vector2 id(p_id);
	const Vector2 half = cell_size * 0.5;
	switch (cell_shape) {
		case CELL_SHAPE_ISOMETRIC_RIGHT:
			return offset + half + Vector2(id.x + id.y, id.y - id.x) * half;
		case CELL_SHAPE_ISOMETRIC_DOWN:
			return offset + half + Vector2(id.x - id.y, id.x + id.y) * half;
		default:
			return offset + id * cell_size;
	}
}

Vector2 AStarGrid2D::get_point_position(const Vector2i &p_id) const {
	return is_usable(p_id) ? position_of(p_id) : Vector2();
}

TypedArray<Dictionary> AStarGrid2D::get_point_data_in_region(const Rect2i &p_region) const {
	TypedArray<Dictionary> list;
	ERR_FAIL_COND_V_MSG(dirty, list, "The grid was changed and is not ready: call update() first.");
	const Rect2i part = p_region.intersection(region);
	for (int y = part.position.y; y < part.position.y + part.size.y; y++) {
		for (int x = part.position.x; x < part.position.x + part.size.x; x++) {
			const Cell &cell = cells[place_of(Vector2i(x, y))];
			Dictionary data;
			data["id"] = cell.id;
			data["position"] = position_of(cell.id);
			data["solid"] = cell.is_solid;
			data["weight_scale"] = cell.weight_scale;
			list.push_back(data);
		}
	}
	return list;
}

/* Searching */

AStarGrid2D::Cell *AStarGrid2D::find_open(int p_x, int p_y) {
	if (!is_in_bounds(p_x, p_y)) {
		return nullptr;
	}
	Cell *cell = &cells[place_of(Vector2i(p_x, p_y))];
	return cell->is_solid ? nullptr : cell;
}

// First the straight steps, then the diagonal ones that the mode allows.
template <typename Visit>
void AStarGrid2D::visit_neighbours(const Cell *p_cell, Visit p_visit) {
	const int x = p_cell->id.x;
	const int y = p_cell->id.y;
	Cell *up = find_open(x, y - 1);
	Cell *right = find_open(x + 1, y);
	Cell *down = find_open(x, y + 1);
	Cell *left = find_open(x - 1, y);
	for (Cell *straight : { up, right, down, left }) {
		if (straight) {
			p_visit(straight);
		}
	}
	const auto is_allowed = [this](const Cell *p_one, const Cell *p_other) {
		switch (diagonal_mode) {
			case DIAGONAL_MODE_NEVER:
				return false;
			case DIAGONAL_MODE_AT_LEAST_ONE_WALKABLE:
				return p_one || p_other;
			case DIAGONAL_MODE_ONLY_IF_NO_OBSTACLES:
				return p_one && p_other;
			default:
				return true;
		}
	};
	struct Step {
		int x, y;
		bool is_allowed;
	};
	for (const Step &step : { Step{ -1, -1, is_allowed(left, up) }, Step{ 1, -1, is_allowed(up, right) }, Step{ 1, 1, is_allowed(right, down) }, Step{ -1, 1, is_allowed(down, left) } }) {
		Cell *diagonal = step.is_allowed ? find_open(x + step.x, y + step.y) : nullptr;
		if (diagonal) {
			p_visit(diagonal);
		}
	}
}

static real_t distance_by(AStarGrid2D::Heuristic p_heuristic, const Vector2i &p_from, const Vector2i &p_to) {
	const real_t x = std::fabs(real_t(p_to.x) - real_t(p_from.x));
	const real_t y = std::fabs(real_t(p_to.y) - real_t(p_from.y));
	switch (p_heuristic) {
		case AStarGrid2D::HEURISTIC_MANHATTAN:
			return x + y;
		case AStarGrid2D::HEURISTIC_OCTILE:
			return MAX(x, y) + real_t(0.41421356237309504880) * MIN(x, y);
		case AStarGrid2D::HEURISTIC_CHEBYSHEV:
			return MAX(x, y);
		default:
			return std::sqrt(x * x + y * y);
	}
}

LocalVector<AStarGrid2D::Cell *> AStarGrid2D::find_way(const Vector2i &p_from, const Vector2i &p_to, bool p_allow_partial) {
	LocalVector<Cell *> way;
	ERR_FAIL_COND_V_MSG(is_searching, way, "A way is being searched for already: the methods that scripts override for a search cannot begin another one.");
	if (!is_usable(p_from) || !is_usable(p_to)) {
		return way;
	}
	Cell *begin = &cells[place_of(p_from)];
	Cell *end = &cells[place_of(p_to)];
	if (begin->is_solid || (end->is_solid && !p_allow_partial)) {
		return way;
	}
	const bool has_cost = GDVIRTUAL_IS_OVERRIDDEN(_compute_cost);
	const bool has_estimate = GDVIRTUAL_IS_OVERRIDDEN(_estimate_cost);
	const auto cost = [&](const Cell *p_a, const Cell *p_b) {
		double result = 0;
		const real_t paid = has_cost && GDVIRTUAL_CALL(_compute_cost, p_a->id, p_b->id, result) ? real_t(result) : distance_by(compute_heuristic, p_a->id, p_b->id);
		return jumping_enabled ? paid : paid * real_t(p_b->weight_scale);
	};
	const auto estimate = [&](const Cell *p_cell) {
		double result = 0;
		return has_estimate && GDVIRTUAL_CALL(_estimate_cost, p_cell->id, p_to, result) ? real_t(result) : distance_by(estimate_heuristic, p_cell->id, p_to);
	};
	is_searching = true;
	const Cell *last = a_star_search(
			begin, end, ++pass, p_allow_partial, [this](const Cell *p_cell, auto p_visit) { visit_neighbours(p_cell, p_visit); }, cost, estimate);
	is_searching = false;
	for (const AStarNode *node = last; node; node = node->previous) {
		Cell *cell = static_cast<Cell *>(const_cast<AStarNode *>(node));
		const uint32_t count = way.size();
		// With jumping, only cells stay where the way turns.
		if (jumping_enabled && count >= 2 && (way[count - 1]->id - way[count - 2]->id).sign() == cell->id - way[count - 1]->id) {
			way[count - 1] = cell;
		} else {
			way.push_back(cell);
		}
	}
	return way;
}

PackedVector2Array AStarGrid2D::get_point_path(const Vector2i &p_from, const Vector2i &p_to, bool p_allow_partial) {
	const LocalVector<Cell *> way = find_way(p_from, p_to, p_allow_partial);
	PackedVector2Array path;
	for (uint32_t i = way.size(); i > 0; i--) {
		path.push_back(position_of(way[i - 1]->id));
	}
	return path;
}

TypedArray<Vector2i> AStarGrid2D::get_id_path(const Vector2i &p_from, const Vector2i &p_to, bool p_allow_partial) {
	const LocalVector<Cell *> way = find_way(p_from, p_to, p_allow_partial);
	TypedArray<Vector2i> path;
	for (uint32_t i = way.size(); i > 0; i--) {
		path.push_back(way[i - 1]->id);
	}
	return path;
}

void AStarGrid2D::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_region", "region"), &AStarGrid2D::set_region);
	ClassDB::bind_method(D_METHOD("get_region"), &AStarGrid2D::get_region);
	ClassDB::bind_method(D_METHOD("set_size", "size"), &AStarGrid2D::set_size);
	ClassDB::bind_method(D_METHOD("get_size"), &AStarGrid2D::get_size);
	ClassDB::bind_method(D_METHOD("set_offset", "offset"), &AStarGrid2D::set_offset);
	ClassDB::bind_method(D_METHOD("get_offset"), &AStarGrid2D::get_offset);
	ClassDB::bind_method(D_METHOD("set_cell_size", "cell_size"), &AStarGrid2D::set_cell_size);
	ClassDB::bind_method(D_METHOD("get_cell_size"), &AStarGrid2D::get_cell_size);
	ClassDB::bind_method(D_METHOD("set_cell_shape", "cell_shape"), &AStarGrid2D::set_cell_shape);
	ClassDB::bind_method(D_METHOD("get_cell_shape"), &AStarGrid2D::get_cell_shape);
	ClassDB::bind_method(D_METHOD("is_in_bounds", "x", "y"), &AStarGrid2D::is_in_bounds);
	ClassDB::bind_method(D_METHOD("is_in_boundsv", "id"), &AStarGrid2D::is_in_boundsv);
	ClassDB::bind_method(D_METHOD("is_dirty"), &AStarGrid2D::is_dirty);
	ClassDB::bind_method(D_METHOD("update"), &AStarGrid2D::update);
	ClassDB::bind_method(D_METHOD("set_jumping_enabled", "enabled"), &AStarGrid2D::set_jumping_enabled);
	ClassDB::bind_method(D_METHOD("is_jumping_enabled"), &AStarGrid2D::is_jumping_enabled);
	ClassDB::bind_method(D_METHOD("set_diagonal_mode", "mode"), &AStarGrid2D::set_diagonal_mode);
	ClassDB::bind_method(D_METHOD("get_diagonal_mode"), &AStarGrid2D::get_diagonal_mode);
	ClassDB::bind_method(D_METHOD("set_default_compute_heuristic", "heuristic"), &AStarGrid2D::set_default_compute_heuristic);
	ClassDB::bind_method(D_METHOD("get_default_compute_heuristic"), &AStarGrid2D::get_default_compute_heuristic);
	ClassDB::bind_method(D_METHOD("set_default_estimate_heuristic", "heuristic"), &AStarGrid2D::set_default_estimate_heuristic);
	ClassDB::bind_method(D_METHOD("get_default_estimate_heuristic"), &AStarGrid2D::get_default_estimate_heuristic);
	ClassDB::bind_method(D_METHOD("set_point_solid", "id", "solid"), &AStarGrid2D::set_point_solid, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("is_point_solid", "id"), &AStarGrid2D::is_point_solid);
	ClassDB::bind_method(D_METHOD("set_point_weight_scale", "id", "weight_scale"), &AStarGrid2D::set_point_weight_scale);
	ClassDB::bind_method(D_METHOD("get_point_weight_scale", "id"), &AStarGrid2D::get_point_weight_scale);
	ClassDB::bind_method(D_METHOD("fill_solid_region", "region", "solid"), &AStarGrid2D::fill_solid_region, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("fill_weight_scale_region", "region", "weight_scale"), &AStarGrid2D::fill_weight_scale_region);
	ClassDB::bind_method(D_METHOD("clear"), &AStarGrid2D::clear);
	ClassDB::bind_method(D_METHOD("get_point_position", "id"), &AStarGrid2D::get_point_position);
	ClassDB::bind_method(D_METHOD("get_point_data_in_region", "region"), &AStarGrid2D::get_point_data_in_region);
	ClassDB::bind_method(D_METHOD("get_point_path", "from_id", "to_id", "allow_partial_path"), &AStarGrid2D::get_point_path, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_id_path", "from_id", "to_id", "allow_partial_path"), &AStarGrid2D::get_id_path, DEFVAL(false));
	GDVIRTUAL_BIND(_estimate_cost, "from_id", "end_id");
	GDVIRTUAL_BIND(_compute_cost, "from_id", "to_id");

	ADD_PROPERTY(PropertyInfo(Variant::RECT2I, "region"), "set_region", "get_region");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2I, "size"), "set_size", "get_size");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "offset"), "set_offset", "get_offset");
	ADD_PROPERTY(PropertyInfo(Variant::VECTOR2, "cell_size"), "set_cell_size", "get_cell_size");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "cell_shape", PROPERTY_HINT_ENUM, "Square,IsometricRight,IsometricDown"), "set_cell_shape", "get_cell_shape");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "jumping_enabled"), "set_jumping_enabled", "is_jumping_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "default_compute_heuristic", PROPERTY_HINT_ENUM, "Euclidean,Manhattan,Octile,Chebyshev"), "set_default_compute_heuristic", "get_default_compute_heuristic");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "default_estimate_heuristic", PROPERTY_HINT_ENUM, "Euclidean,Manhattan,Octile,Chebyshev"), "set_default_estimate_heuristic", "get_default_estimate_heuristic");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "diagonal_mode", PROPERTY_HINT_ENUM, "Never,Always,At Least One Walkable,Only If No Obstacles"), "set_diagonal_mode", "get_diagonal_mode");

	BIND_ENUM_CONSTANT(HEURISTIC_EUCLIDEAN);
	BIND_ENUM_CONSTANT(HEURISTIC_MANHATTAN);
	BIND_ENUM_CONSTANT(HEURISTIC_OCTILE);
	BIND_ENUM_CONSTANT(HEURISTIC_CHEBYSHEV);
	BIND_ENUM_CONSTANT(HEURISTIC_MAX);

	BIND_ENUM_CONSTANT(DIAGONAL_MODE_ALWAYS);
	BIND_ENUM_CONSTANT(DIAGONAL_MODE_NEVER);
	BIND_ENUM_CONSTANT(DIAGONAL_MODE_AT_LEAST_ONE_WALKABLE);
	BIND_ENUM_CONSTANT(DIAGONAL_MODE_ONLY_IF_NO_OBSTACLES);
	BIND_ENUM_CONSTANT(DIAGONAL_MODE_MAX);

	BIND_ENUM_CONSTANT(CELL_SHAPE_SQUARE);
	BIND_ENUM_CONSTANT(CELL_SHAPE_ISOMETRIC_RIGHT);
	BIND_ENUM_CONSTANT(CELL_SHAPE_ISOMETRIC_DOWN);
	BIND_ENUM_CONSTANT(CELL_SHAPE_MAX);
}
