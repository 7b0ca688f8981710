// The binary format of Variants, as bytes_to_var() and packets bring it.
#include "core/io/marshalls.h"
#include "core/variant/variant.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	Variant value;
	if (decode_variant(value, p_data, int(p_size)) == OK) {
		Vector<uint8_t> bytes;
		encode_variant(value, bytes);
	}
	return 0;
}
