// Random sequences: the same seed must give the stock engine's numbers.
#pragma once

#include "core/math/math_funcs.h"
#include "core/math/random_pcg.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

namespace TestRandomPCG {

TEST_CASE("[Math][Random] Seeds give the known integers and states") {
	RandomPCG pcg(0);
	CHECK_EQ(int64_t(pcg.get_state()), -8330585842245805678);
	CHECK_EQ(pcg.rand(), 881477183u);
	CHECK_EQ(pcg.rand(), 1327520283u);
	pcg.seed(uint64_t(-1));
	CHECK_EQ(int64_t(pcg.get_state()), 3752022007616952933);
	CHECK_EQ(pcg.rand(), 3188254867u);
	pcg.set_state(0);
	CHECK_EQ(pcg.rand(), 0u);
	CHECK_EQ(pcg.rand(), 1342897407u);
	CHECK_EQ(pcg.get_seed(), uint64_t(-1));
}

TEST_CASE("[Math][Random] Seeds give the known distributions") {
	RandomPCG pcg(0);
	CHECK_EQ(pcg.randf(), 0.20227185f);
	CHECK_EQ(pcg.randf(), 0.1253594f);
	pcg.seed(5);
	CHECK_EQ(pcg.randfn(0.0f, 1.0f), 0.54781616f);
	pcg.seed(0);
	CHECK_EQ(pcg.randfn(0.0, 1.0), doctest::Approx(1.7683036252170616).epsilon(1e-15));
	pcg.seed(0);
	CHECK_EQ(pcg.random(-100, 100), 25);
	CHECK_EQ(pcg.random(100, -100), 5);
	pcg.seed(6);
	CHECK_EQ(pcg.random(-2.0f, 2.0f), 1.6357946f);
}

TEST_CASE("[Math][Random] A range of all 32-bit integers, or of one, works") {
	RandomPCG pcg(7);
	CHECK_EQ(pcg.random(INT32_MIN, INT32_MAX), -794815845);
	const uint64_t state = pcg.get_state();
	CHECK_EQ(pcg.random(4, 4), 4);
	CHECK_EQ(pcg.get_state(), state);
}

TEST_CASE("[Math][Random] Weights choose the index, and zero weights none") {
	RandomPCG pcg(8);
	const int64_t expected[] = { 1, 2, 1, 0, 2, 2, 2, 2, 2, 1, 2, 0 };
	for (int64_t index : expected) {
		CHECK_EQ(pcg.rand_weighted({ 1, 2, 3 }), index);
	}
	CHECK_EQ(pcg.rand_weighted({}), -1);
	CHECK_EQ(pcg.rand_weighted({ 0, 0 }), -1);
	CHECK_EQ(pcg.rand_weighted({ 0, 1, 0 }), 1);
}

TEST_CASE("[Math][Random] The global generator can be seeded and repeats") {
	Math::seed(12345);
	CHECK_EQ(Math::rand(), 1321476956u);
	CHECK_EQ(Math::rand(), 17539747u);
	CHECK_EQ(Math::rand_from_seed(0), 881477183u);
	CHECK_EQ(Math::rand(), 3348728241u);
	CHECK_EQ(Math::randf(), 0.666673f);
	Math::randomize();
}

} // namespace TestRandomPCG
