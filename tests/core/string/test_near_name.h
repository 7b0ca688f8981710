// Near names: distances and what counts as a resemblance.
#pragma once

#include "core/string/near_name.h"

#include "tests/test_macros.h"

namespace TestNearName {

inline String nearest(const String &p_wanted, std::initializer_list<const char *> p_candidates) {
	NearName near(p_wanted);
	for (const char *candidate : p_candidates) {
		near.offer(candidate);
	}
	return near.get();
}

TEST_CASE("[NearName] Changed, missing, surplus and swapped letters cost the same, other case half") {
	CHECK_EQ(NearName::distance("health", "health", 10), 0);
	CHECK_EQ(NearName::distance("helth", "health", 10), 2);
	CHECK_EQ(NearName::distance("healthy", "health", 10), 2);
	CHECK_EQ(NearName::distance("heelth", "health", 10), 2);
	CHECK_EQ(NearName::distance("haelth", "health", 10), 2);
	CHECK_EQ(NearName::distance("Health", "health", 10), 1);
	CHECK_EQ(NearName::distance("abc", "xyz", 3), 4);
	CHECK_EQ(NearName::distance("", "abc", 10), 6);
	CHECK_EQ(NearName::distance(String("a").repeat(100), String("a").repeat(100), 10), 11);
}

TEST_CASE("[NearName] The nearest is kept, the first among equals, and nothing that is far") {
	CHECK_EQ(nearest("helth", { "wealth", "health" }), "health");
	CHECK_EQ(nearest("cat", { "bat", "rat" }), "bat");
	CHECK_EQ(nearest("Zero", { "ONE", "ZERO" }), "ZERO");
	CHECK_EQ(nearest("x", { "y", "z" }), "");
	CHECK_EQ(nearest("X", { "x" }), "x");
	CHECK_EQ(nearest("position", { "rotation", "scale" }), "");
	CHECK_EQ(nearest("name", { "name" }), ""); // It does not exist, so it is not meant.
	CHECK_EQ(NearName("prnt").get_question(), "");
}

} // namespace TestNearName
