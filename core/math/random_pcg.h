// Random numbers of the scripting API: the PCG32 generator (XSH-RR, O'Neill 2014) and the distributions drawn from it.
// A given seed yields the stock engine's exact sequence. Not for secrets. One thread at a time.
#pragma once

#include "core/math/math_defs.h"

template <typename T>
class Vector;

class RandomPCG {
	uint64_t state = 0;
	uint64_t current_seed = 0;
	uint64_t increment = 0;

public:
	static constexpr uint64_t DEFAULT_SEED = 12047754176567800795ULL;
	static constexpr uint64_t DEFAULT_INC = 1442695040888963407ULL;

	explicit RandomPCG(uint64_t p_seed = DEFAULT_SEED, uint64_t p_inc = DEFAULT_INC);

	void seed(uint64_t p_seed);
	uint64_t get_seed() const { return current_seed; }
	void set_state(uint64_t p_state) { state = p_state; }
	uint64_t get_state() const { return state; }
	// Seeds from the clock: a different sequence each time.
	void randomize();

	// Uniform over 32 bits.
	uint32_t rand();
	// Uniform in 0 ≤ x < p_bounds without bias; p_bounds > 0.
	uint32_t rand(uint32_t p_bounds);
	// Uniform in 0 ≤ x ≤ 1.
	double randd();
	float randf();
	// Normally distributed.
	double randfn(double p_mean, double p_deviation);
	float randfn(float p_mean, float p_deviation);
	double random(double p_from, double p_to);
	float random(float p_from, float p_to);
	// Uniform over both ends included, which may come in either order.
	int32_t random(int32_t p_from, int32_t p_to);
	// An index with a probability proportional to its weight; -1 when all weights are zero or there is none.
	int64_t rand_weighted(const Vector<float> &p_weights);
};
