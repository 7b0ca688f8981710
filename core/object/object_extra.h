// What only some objects have, kept out of Object to keep it small. Private to the object_*.cpp files.
#pragma once

#include "core/object/object_signals.h"
#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/variant/variant.h"

struct ObjectExtra {
	ObjectSignals signals;
	HashMap<StringName, Variant> metadata;
	HashMap<StringName, Variant> known_values; // Of properties without a native setter.
	Variant script; // Only while there is no script instance to ask.
	StringName translation_domain;
};
