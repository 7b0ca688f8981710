// The number by which an object is remembered without keeping it alive. It lives this low because Variant, Callable and Signal store it.
#pragma once

#include "core/typedefs.h"

// 0 is "no object". The meaning of the bits belongs to ObjectDB (core/object/object.h); bit 63 says that the object is reference counted.
class ObjectID {
	uint64_t id = 0;

public:
	constexpr ObjectID() = default;
	constexpr explicit ObjectID(uint64_t p_id) :
			id(p_id) {}
	constexpr explicit ObjectID(int64_t p_id) :
			id(uint64_t(p_id)) {}

	constexpr bool is_ref_counted() const { return (id >> 63) != 0; }
	constexpr bool is_valid() const { return id != 0; }
	constexpr bool is_null() const { return id == 0; }
	constexpr operator uint64_t() const { return id; }
	constexpr operator int64_t() const { return int64_t(id); }

	constexpr bool operator==(const ObjectID &p_other) const { return id == p_other.id; }
	constexpr bool operator!=(const ObjectID &p_other) const { return id != p_other.id; }
	constexpr bool operator<(const ObjectID &p_other) const { return id < p_other.id; }

	constexpr uint32_t hash() const { return uint32_t((id ^ (id >> 32)) * 0x9E3779B97F4A7C15ull >> 32); }
};
