// The memory of a walk through nested values. Containers are shared: sixty arrays can have 2^60 paths, and cycles have no end.
#pragma once

#include "core/error/error_macros.h"
#include "core/templates/hash_map.h"
#include "core/variant/variant.h"

// Lives for one walk (hash, ==, <, text, copy). The walk limits its depth itself; with what is remembered here for a container (or a pair of them)
// at a depth, its work is at most the number of containers times that depth. Short walks remember nothing and pay nothing.
class ContainerWalk {
	struct Place {
		const void *a = nullptr;
		const void *b = nullptr;
		int depth = 0;
		bool operator==(const Place &p_other) const { return a == p_other.a && b == p_other.b && depth == p_other.depth; }
	};
	struct PlaceHasher {
		static uint32_t hash(const Place &p_place) {
			const uint32_t a = HashMapHasherDefault::hash(p_place.a);
			return hash_table_pair(hash_table_pair(a, HashMapHasherDefault::hash(p_place.b)), uint32_t(p_place.depth));
		}
	};

	static constexpr uint32_t SHORT_WALK = 1024; // Containers.

	HashMap<Place, Variant, PlaceHasher> known;
	uint32_t steps = 0;
	int64_t repeats = 0;
	bool told = false;

public:
	// Walks that must treat the same container anew each time (texts, copies) do so for this many elements, and then use what they know.
	static constexpr int64_t MAX_REPEATS = 1 << 18;

	const bool for_table; // Of hashes: seeded ones.

	// What was remembered, or nullptr. Call it once for each container that is entered.
	const Variant *find(const void *p_a, const void *p_b, int p_depth) {
		return ++steps <= SHORT_WALK ? nullptr : known.getptr(Place{ p_a, p_b, p_depth });
	}
	void remember(const void *p_a, const void *p_b, int p_depth, const Variant &p_answer) {
		if (steps > SHORT_WALK) {
			known.insert(Place{ p_a, p_b, p_depth }, p_answer);
		}
	}
	// find() for walks that repeat: nullptr until they did so too often.
	const Variant *find_if_exhausted(const void *p_id, int p_depth, int p_size) {
		const Variant *found = find(p_id, nullptr, p_depth);
		if (found == nullptr) {
			return nullptr;
		}
		repeats += 1 + int64_t(p_size);
		return repeats > MAX_REPEATS ? found : nullptr;
	}
	// Prints an error, once a walk.
	void tell(const char *p_message) {
		if (!told) {
			told = true;
			ERR_PRINT(p_message);
		}
	}

	explicit ContainerWalk(bool p_for_table = false) :
			for_table(p_for_table) {}
};
