// The global random functions.
#include "core/variant/utility_random.h"

#include "core/math/math_funcs.h"
#include "core/variant/builtin_registry.h"

namespace {

int64_t randi() {
	return Math::rand();
}

double randf() {
	return Math::randf();
}

// The API promises 32-bit integers: wider limits lose their upper half, as they always did.
int64_t randi_range(int64_t p_from, int64_t p_to) {
	return Math::random(int32_t(p_from), int32_t(p_to));
}

double randf_range(double p_from, double p_to) {
	return Math::random(p_from, p_to);
}

void seed(int64_t p_base) {
	Math::seed(uint64_t(p_base));
}

PackedInt64Array rand_from_seed(int64_t p_seed) {
	PackedInt64Array drawn_and_seed;
	drawn_and_seed.push_back(Math::rand_from_seed(uint64_t(p_seed)));
	drawn_and_seed.push_back(p_seed);
	return drawn_and_seed;
}

constexpr Variant::UtilityFunctionType RANDOM = Variant::UTILITY_FUNC_TYPE_RANDOM;

} // namespace

void register_utility_random() {
	bind_utility_function<&Math::randomize>("randomize", {}, RANDOM);
	bind_utility_function<&randi>("randi", {}, RANDOM);
	bind_utility_function<&randf>("randf", {}, RANDOM);
	bind_utility_function<&randi_range>("randi_range", { "from", "to" }, RANDOM);
	bind_utility_function<&randf_range>("randf_range", { "from", "to" }, RANDOM);
	bind_utility_function<&Math::randfn>("randfn", { "mean", "deviation" }, RANDOM);
	bind_utility_function<&seed>("seed", { "base" }, RANDOM);
	bind_utility_function<&rand_from_seed>("rand_from_seed", { "seed" }, RANDOM);
}
