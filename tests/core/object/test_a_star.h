// Ways: the cheapest one, what lies in its way, and what happens when scripts interfere.
#pragma once

#include "core/math/random_pcg.h"
#include "core/object/a_star.h"
#include "core/object/a_star_grid_2d.h"
#include "tests/test_macros.h"

namespace test_a_star {

PackedInt64Array ids(std::initializer_list<int64_t> p_ids) {
	PackedInt64Array list;
	for (int64_t id : p_ids) {
		list.push_back(id);
	}
	return list;
}

// By looking at every edge again and again: slow, and too simple to be wrong.
double cheapest_cost(const double (*p_costs)[12], int p_from, int p_to) {
	double best[12];
	for (double &one : best) {
		one = 1e18;
	}
	best[p_from] = 0;
	for (int round = 0; round < 12; round++) {
		for (int a = 0; a < 12; a++) {
			for (int b = 0; b < 12; b++) {
				if (p_costs[a][b] >= 0) {
					best[b] = MIN(best[b], best[a] + p_costs[a][b]);
				}
			}
		}
	}
	return best[p_to];
}

} // namespace test_a_star

TEST_CASE("[Math][AStar] Ways are the cheapest ones of random graphs") {
	using namespace test_a_star;
	RandomPCG random(5);
	for (int graph = 0; graph < 50; graph++) {
		AStar2D map;
		double costs[12][12];
		for (int i = 0; i < 12; i++) {
			map.add_point(i, Vector2(random.random(0, 9), random.random(0, 9)), 1 + random.random(0, 2));
		}
		for (int a = 0; a < 12; a++) {
			for (int b = 0; b < 12; b++) {
				costs[a][b] = -1;
				if (a != b && random.random(0, 9) < 3) {
					map.connect_points(a, b, false);
					costs[a][b] = double(map.get_point_position(a).distance_to(map.get_point_position(b))) * map.get_point_weight_scale(b);
				}
			}
		}
		for (int to = 1; to < 12; to++) {
			const PackedInt64Array way = map.get_id_path(0, to);
			const double expected = cheapest_cost(costs, 0, to);
			if (way.is_empty()) {
				CHECK(expected > 1e17);
				continue;
			}
			double cost = 0;
			for (int64_t i = 1; i < way.size(); i++) {
				REQUIRE(costs[way[i - 1]][way[i]] >= 0);
				cost += costs[way[i - 1]][way[i]];
			}
			CHECK(cost == doctest::Approx(expected));
		}
	}
}

TEST_CASE("[Math][AStar] Disabled points, partial ways, and points that go") {
	using namespace test_a_star;
	AStar3D map;
	for (int i = 0; i < 4; i++) {
		map.add_point(i, Vector3(real_t(i * 2), 0, 0));
	}
	map.connect_points(0, 1);
	map.connect_points(1, 2);
	map.connect_points(2, 3);
	map.connect_points(0, 3, false);
	CHECK_EQ(map.get_id_path(0, 3), ids({ 0, 3 }));
	CHECK_EQ(map.get_id_path(3, 0), ids({ 3, 2, 1, 0 }));
	CHECK_EQ(map.get_id_path(1, 1), ids({ 1 }));
	map.set_point_disabled(2);
	CHECK_EQ(map.get_id_path(1, 3), ids({ 1, 0, 3 }));
	CHECK_EQ(map.get_id_path(1, 2), ids({}));
	CHECK_EQ(map.get_id_path(1, 2, true), ids({ 1 }));
	CHECK_EQ(map.get_id_path(2, 1, true), ids({}));
	map.remove_point(0);
	CHECK_EQ(map.get_point_ids(), ids({ 3, 1, 2 }));
	CHECK_EQ(map.get_point_connections(1), ids({ 2 }));
	CHECK_EQ(map.get_available_point_id(), 0);
	CHECK_EQ(map.get_closest_point(Vector3(4, 0, 0)), 1); // Of equals the lower id.
	ExpectErrors quiet;
	CHECK_EQ(map.get_id_path(1, 99), ids({}));
	map.add_point(-1, Vector3());
	map.add_point(7, Vector3(), -1);
	CHECK_EQ(map.get_point_count(), 3);
}

TEST_CASE("[Math][AStarGrid2D] Obstacles, diagonal steps and weights") {
	AStarGrid2D grid;
	grid.set_region(Rect2i(0, 0, 5, 4));
	CHECK(grid.is_dirty());
	{
		ExpectErrors quiet;
		CHECK(grid.get_id_path(Vector2i(), Vector2i(1, 1)).is_empty());
	}
	grid.update();
	grid.set_point_solid(Vector2i(1, 1));
	const int lengths[] = { 4, 6, 4, 5 };
	for (int mode = 0; mode < AStarGrid2D::DIAGONAL_MODE_MAX; mode++) {
		grid.set_diagonal_mode(AStarGrid2D::DiagonalMode(mode));
		CHECK_EQ(grid.get_id_path(Vector2i(0, 0), Vector2i(3, 2)).size(), lengths[mode]);
	}
	grid.set_diagonal_mode(AStarGrid2D::DIAGONAL_MODE_NEVER);
	grid.fill_solid_region(Rect2i(3, 0, 1, 4));
	CHECK(grid.get_id_path(Vector2i(0, 0), Vector2i(4, 3)).is_empty());
	const TypedArray<Vector2i> partial = grid.get_id_path(Vector2i(0, 0), Vector2i(4, 3), true);
	CHECK_EQ(Vector2i(partial[partial.size() - 1]), Vector2i(2, 3));
	grid.fill_solid_region(Rect2i(0, 0, 5, 4), false);
	grid.fill_weight_scale_region(Rect2i(0, 1, 4, 1), 50);
	CHECK_EQ(grid.get_id_path(Vector2i(0, 0), Vector2i(0, 2)).size(), 11); // Round the costly row.
	grid.set_jumping_enabled(true);
	CHECK_EQ(grid.get_id_path(Vector2i(0, 0), Vector2i(0, 3)).size(), 2);
	grid.set_cell_size(Vector2(16, 8));
	grid.set_offset(Vector2(1, 2));
	grid.update();
	CHECK_EQ(grid.get_point_position(Vector2i(2, 3)), Vector2(33, 26));
	ExpectErrors quiet;
	grid.set_region(Rect2i(0, 0, 1 << 20, 1 << 20)); // Too many cells for any memory.
	CHECK_EQ(grid.get_size(), Vector2i(5, 4));
}

TEST_CASE("[Math][AStarGrid2D] What a search stands on does not change under it") {
	AStarGrid2D grid;
	ExpectErrors quiet;
	grid.set_region(Rect2i(INT32_MAX, 0, 3, 3)); // Ends beyond what a number holds.
	CHECK_EQ(grid.get_region(), Rect2i());
	grid.set_region(Rect2i(0, 0, 3, 3));
	grid.update();
	CHECK_EQ(grid.get_id_path(Vector2i(), Vector2i(2, 2)).size(), 3);
}
