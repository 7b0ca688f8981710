// How things leave containers: taken out first, destroyed afterwards, and never deeper than a limit.
#pragma once

#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/templates/release.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

namespace TestRelease {

// Runs a function when it ends.
class Ender {
	void (*end)(void *) = nullptr;
	void *what = nullptr;

public:
	Ender() = default;
	Ender(void (*p_end)(void *), void *p_what) :
			end(p_end), what(p_what) {}
	Ender(const Ender &) = default;
	Ender(Ender &&p_other) noexcept :
			end(p_other.end), what(p_other.what) { p_other.end = nullptr; }
	Ender &operator=(const Ender &) = default;
	Ender &operator=(Ender &&p_other) noexcept {
		SWAP(end, p_other.end);
		SWAP(what, p_other.what);
		return *this;
	}
	~Ender() {
		if (void (*once)(void *) = end) {
			end = nullptr;
			once(what);
		}
	}
};

TEST_CASE_TEMPLATE("[Templates][Release] Elements that end may rebuild the vector they leave", T, Vector<Ender>, LocalVector<Ender>) {
	for (const int size : { 0, 1, 3, 7 }) {
		T elements;
		elements.resize(8);
		elements.remove_at(7);
		elements.push_back(Ender(
				[](void *p_elements) {
					T *again = static_cast<T *>(p_elements);
					for (int i = 0; i < 100; i++) {
						again->push_back(Ender());
					}
				},
				&elements));
		elements.resize(size);
		CHECK_EQ(int(elements.size()), size + 100);
	}
}

TEST_CASE("[Templates][Release] An entry that ends may clear the map it leaves") {
	HashMap<int, Ender> map;
	for (int i = 0; i < 100; i++) {
		map.insert(i, Ender());
	}
	map[50] = Ender([](void *p_map) { static_cast<HashMap<int, Ender> *>(p_map)->clear(); }, &map);
	CHECK(map.erase(50));
	CHECK(map.is_empty());
}

struct Link {
	Link *next = nullptr;
	static inline int depth = 0;
	static inline int deepest = 0;
	static inline int ended = 0;
	~Link() {
		deepest = MAX(deepest, ++depth);
		ended++;
		if (next != nullptr) {
			DeepRelease::destroy(next);
		}
		depth--;
	}
};

TEST_CASE("[Templates][Release] A chain of any length ends within the limit of depth, before the first end returns") {
	Link *chain = nullptr;
	for (int i = 0; i < 100000; i++) {
		Link *link = memnew(Link);
		link->next = chain;
		chain = link;
	}
	DeepRelease::destroy(chain);
	CHECK_EQ(Link::ended, 100000);
	CHECK_LE(Link::deepest, DeepRelease::DEPTH_LIMIT);
}

} // namespace TestRelease
