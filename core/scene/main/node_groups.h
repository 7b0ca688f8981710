// The groups a node is in: names in the order they were joined, and whether a saved scene keeps them.
#pragma once

#include "core/string/string_name.h"
#include "core/templates/hash_map.h"

struct NodeGroups {
	HashMap<StringName, bool> persistent; // By group name.
};
