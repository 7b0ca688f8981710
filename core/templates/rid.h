// RID: the opaque number of a resource that a server keeps.
#pragma once

#include "core/typedefs.h"

// A plain value; 0 is invalid. It owns nothing.
class RID {
	uint64_t _id = 0;

public:
	_FORCE_INLINE_ bool operator==(const RID &p_rid) const { return _id == p_rid._id; }
	_FORCE_INLINE_ bool operator!=(const RID &p_rid) const { return _id != p_rid._id; }
	_FORCE_INLINE_ bool operator<(const RID &p_rid) const { return _id < p_rid._id; }
	_FORCE_INLINE_ bool operator<=(const RID &p_rid) const { return _id <= p_rid._id; }
	_FORCE_INLINE_ bool operator>(const RID &p_rid) const { return _id > p_rid._id; }
	_FORCE_INLINE_ bool operator>=(const RID &p_rid) const { return _id >= p_rid._id; }

	_FORCE_INLINE_ bool is_valid() const { return _id != 0; }
	_FORCE_INLINE_ bool is_null() const { return _id == 0; }
	_FORCE_INLINE_ uint64_t get_id() const { return _id; }
	_FORCE_INLINE_ uint32_t get_local_index() const { return uint32_t(_id); }
	_FORCE_INLINE_ uint32_t hash() const { return uint32_t(_id) ^ uint32_t(_id >> 32); }

	static _FORCE_INLINE_ RID from_uint64(uint64_t p_id) {
		RID rid;
		rid._id = p_id;
		return rid;
	}
};
