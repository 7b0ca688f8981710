// BinaryResourceWriter: scenes and resources to their binary form (.scn, .res).
#pragma once

#include "core/scene/resources/resource_collector.h"
#include "core/templates/vector.h"

// One use writes one file's bytes. Errors are those of ResourceCollector.
class BinaryResourceWriter : private ResourceCollector {
public:
	BinaryResourceWriter(const String &p_path, bool p_bundle) :
			ResourceCollector(p_path, p_bundle) {}
	// p_to_be_packed: offsets do not count the first four bytes, which compressed files have in front of all else.
	Error write(const Ref<Resource> &p_resource, Vector<uint8_t> &r_bytes, bool p_to_be_packed = false);

private:
	struct Bytes {
		Vector<uint8_t> bytes;

		void put(uint64_t p_value, int p_size);
		void put_32(uint32_t p_value) { put(p_value, 4); }
		void put_float(float p_value);
		void put_double(double p_value);
		void put_string(const String &p_text);
	};

	HashMap<StringName, uint32_t> names; // By number, in the order in which they came.

	uint32_t name_number(const StringName &p_name);
	void put_value(Bytes &r_into, const Variant &p_value);
	bool put_math_value(Bytes &r_into, const Variant &p_value);
	bool put_packed_array(Bytes &r_into, const Variant &p_value);
	void put_object(Bytes &r_into, const Variant &p_value);
	void put_resource(Bytes &r_into, const Ref<Resource> &p_resource);
	void put_head(Bytes &r_into, const Ref<Resource> &p_resource) const;
};
