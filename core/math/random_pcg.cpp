// PCG32 and the distributions of the scripting API.
#include "core/math/random_pcg.h"

#include "core/math/math_funcs.h"
#include "core/templates/vector.h"

#include <chrono>

namespace {

constexpr uint64_t MULTIPLIER = 6364136223846793005ULL; // O'Neill's.

// p_value is not 0.
int leading_zeros(uint32_t p_value) {
	return __builtin_clz(p_value);
}

} // namespace

RandomPCG::RandomPCG(uint64_t p_seed, uint64_t p_inc) :
		increment((p_inc << 1) | 1) {
	seed(p_seed);
}

void RandomPCG::seed(uint64_t p_seed) {
	current_seed = p_seed;
	state = 0;
	rand();
	state += p_seed;
	rand();
}

void RandomPCG::randomize() {
	const uint64_t wall = uint64_t(std::chrono::system_clock::now().time_since_epoch().count());
	const uint64_t steady = uint64_t(std::chrono::steady_clock::now().time_since_epoch().count());
	// The address differs between processes started in the same tick.
	seed((wall + steady + uint64_t(reinterpret_cast<uintptr_t>(this))) * (state | 1) + DEFAULT_INC);
}

uint32_t RandomPCG::rand() {
	const uint64_t old = state;
	state = old * MULTIPLIER + increment;
	const uint32_t mixed = uint32_t(((old >> 18) ^ old) >> 27);
	const uint32_t turn = uint32_t(old >> 59);
	return (mixed >> turn) | (mixed << ((32 - turn) & 31));
}

uint32_t RandomPCG::rand(uint32_t p_bounds) {
	// Drawing again below 2^32 mod p_bounds leaves a whole number of equal intervals.
	const uint32_t threshold = (0u - p_bounds) % p_bounds;
	for (;;) {
		const uint32_t drawn = rand();
		if (drawn >= threshold) {
			return drawn % p_bounds;
		}
	}
}

// One draw fixes the exponent, the others the mantissa: small results keep all their bits.
double RandomPCG::randd() {
	const uint32_t exponent_draw = rand();
	if (unlikely(exponent_draw == 0)) {
		return 0.0;
	}
	const uint64_t high = rand();
	const uint64_t mantissa = (high << 32) | rand() | 0x8000000000000001ULL;
	return std::ldexp(double(mantissa), -64 - leading_zeros(exponent_draw));
}

float RandomPCG::randf() {
	const uint32_t exponent_draw = rand();
	if (unlikely(exponent_draw == 0)) {
		return 0.0f;
	}
	return std::ldexp(float(rand() | 0x80000001u), -32 - leading_zeros(exponent_draw));
}

// Box-Muller, one of the pair only: a cached second value would make the sequence depend on earlier calls.
double RandomPCG::randfn(double p_mean, double p_deviation) {
	double radius_draw = randd();
	if (radius_draw < CMP_EPSILON) {
		radius_draw += CMP_EPSILON; // log(0) is minus infinity.
	}
	return p_mean + p_deviation * (std::cos(Math::TAU * randd()) * std::sqrt(-2.0 * std::log(radius_draw)));
}

float RandomPCG::randfn(float p_mean, float p_deviation) {
	float radius_draw = randf();
	if (radius_draw < float(CMP_EPSILON)) {
		radius_draw += float(CMP_EPSILON);
	}
	return p_mean + p_deviation * (std::cos(float(Math::TAU) * randf()) * std::sqrt(-2.0f * std::log(radius_draw)));
}

double RandomPCG::random(double p_from, double p_to) {
	return randd() * (p_to - p_from) + p_from;
}

float RandomPCG::random(float p_from, float p_to) {
	return randf() * (p_to - p_from) + p_from;
}

int32_t RandomPCG::random(int32_t p_from, int32_t p_to) {
	if (p_from == p_to) {
		return p_from;
	}
	const int32_t lowest = MIN(p_from, p_to);
	// 0 stands for all of 2^32.
	const uint32_t count = uint32_t(MAX(p_from, p_to)) - uint32_t(lowest) + 1;
	return int32_t(uint32_t(lowest) + (count == 0 ? rand() : rand(count)));
}

int64_t RandomPCG::rand_weighted(const Vector<float> &p_weights) {
	if (p_weights.is_empty()) {
		return -1; // Nothing is drawn, the sequence stays where it is.
	}
	float total = 0;
	for (int64_t i = 0; i < p_weights.size(); i++) {
		total += p_weights[i];
	}
	float remaining = randf() * total;
	for (int64_t i = 0; i < p_weights.size(); i++) {
		remaining -= p_weights[i];
		if (remaining < 0) {
			return i;
		}
	}
	// Rounding may leave a rest: the last possible index takes it.
	for (int64_t i = p_weights.size() - 1; i >= 0; i--) {
		if (p_weights[i] > 0) {
			return i;
		}
	}
	return -1;
}
