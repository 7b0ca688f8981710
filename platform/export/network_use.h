// Finds uses of networking classes in scripts and scenes.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"

enum class NetworkText {
	SCRIPT, // Names of classes where code uses them, and what ClassDB.instantiate() is given; not comments, other texts, members and names that the script itself declares.
	SCENE, // Types of nodes and resources, and the scripts inside.
	BINARY, // Any word that may be a type.
};

// The first class that opens connections; r_line counts from 1. Null: none.
const char *find_network_class(Span<uint8_t> p_text, NetworkText p_kind, int &r_line);
