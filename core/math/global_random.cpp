// The one generator behind the global random functions.
#include "core/math/math_funcs.h"
#include "core/math/random_pcg.h"
#include "core/templates/spin_lock.h"

namespace Math {

namespace {

struct GlobalGenerator {
	RandomPCG pcg;
	SpinLock lock;

	GlobalGenerator() { pcg.randomize(); }
};

GlobalGenerator &global_generator() {
	static GlobalGenerator generator;
	return generator;
}

// Runs p_draw on the generator, one thread at a time.
template <typename Draw>
auto draw(Draw p_draw) {
	GlobalGenerator &generator = global_generator();
	generator.lock.lock();
	const auto drawn = p_draw(generator.pcg);
	generator.lock.unlock();
	return drawn;
}

} // namespace

void randomize() {
	draw([](RandomPCG &p_pcg) { return p_pcg.randomize(), 0; });
}

void seed(uint64_t p_seed) {
	draw([=](RandomPCG &p_pcg) { return p_pcg.seed(p_seed), 0; });
}

uint32_t rand() {
	return draw([](RandomPCG &p_pcg) { return p_pcg.rand(); });
}

uint32_t rand_from_seed(uint64_t p_seed) {
	return RandomPCG(p_seed).rand();
}

float randf() {
	return float(double(rand()) / double(UINT32_MAX));
}

double randfn(double p_mean, double p_deviation) {
	return draw([=](RandomPCG &p_pcg) { return p_pcg.randfn(p_mean, p_deviation); });
}

double random(double p_from, double p_to) {
	return draw([=](RandomPCG &p_pcg) { return p_pcg.random(p_from, p_to); });
}

int32_t random(int32_t p_from, int32_t p_to) {
	return draw([=](RandomPCG &p_pcg) { return p_pcg.random(p_from, p_to); });
}

} // namespace Math
