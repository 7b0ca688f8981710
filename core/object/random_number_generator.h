// A random sequence of one's own, apart from the global one. The same seed gives the same numbers.
#pragma once

#include "core/math/random_pcg.h"
#include "core/object/ref_counted.h"
#include "core/variant/packed_arrays.h"

class RandomNumberGenerator : public RefCounted {
	GDCLASS(RandomNumberGenerator, RefCounted);

	RandomPCG pcg;

protected:
	static void _bind_methods();

public:
	RandomNumberGenerator(); // Seeded from the clock.

	void set_seed(uint64_t p_seed) { pcg.seed(p_seed); }
	uint64_t get_seed() { return pcg.get_seed(); }
	// What the next number depends on: saving and restoring it continues the sequence.
	void set_state(uint64_t p_state) { pcg.set_state(p_state); }
	uint64_t get_state() const { return pcg.get_state(); }
	void randomize() { pcg.randomize(); }

	// See RandomPCG.
	uint32_t randi() { return pcg.rand(); }
	float randf() { return pcg.randf(); }
	float randfn(float p_mean = 0.0f, float p_deviation = 1.0f) { return pcg.randfn(p_mean, p_deviation); }
	float randf_range(float p_from, float p_to) { return pcg.random(p_from, p_to); }
	int32_t randi_range(int32_t p_from, int32_t p_to) { return pcg.random(p_from, p_to); }
	int64_t rand_weighted(const PackedFloat32Array &p_weights) { return pcg.rand_weighted(p_weights); }
};
