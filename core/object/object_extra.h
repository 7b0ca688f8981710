// What only some objects have, kept out of Object to keep it small. Private to the object_*.cpp files.
#pragma once

#include "core/object/object_signals.h"
#include "core/os/memory.h"
#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/variant/variant.h"

// Values by name, of which most objects have none: a pointer until the first is put in.
class ObjectValues {
	HashMap<StringName, Variant> *values = nullptr;

public:
	const HashMap<StringName, Variant> &get() const {
		static const HashMap<StringName, Variant> none;
		return values ? *values : none;
	}
	HashMap<StringName, Variant> &ensure() {
		if (!values) {
			values = memnew((HashMap<StringName, Variant>));
		}
		return *values;
	}

	ObjectValues() = default;
	ObjectValues(const ObjectValues &) = delete;
	ObjectValues &operator=(const ObjectValues &) = delete;
	~ObjectValues() {
		if (values) {
			memdelete(values);
		}
	}
};

// Small: every object that a signal is connected to has one.
struct ObjectExtra {
	ObjectSignals signals;
	ObjectValues metadata;
	ObjectValues known_values; // Of properties without a native setter.
	Variant script; // Only while there is no script instance to ask.
	StringName translation_domain;
};
