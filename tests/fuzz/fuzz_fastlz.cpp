// FastLZ: any bytes unpack or are refused within the buffer; what is packed unpacks to the same bytes.
#include "core/io/fastlz.h"
#include "core/templates/local_vector.h"

#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	const int64_t size = int64_t(p_size);
	LocalVector<uint8_t> unpacked;
	unpacked.resize(uint32_t(p_size * 4 + 1));
	int64_t written = 0;
	FastLZ::decompress(p_data, size, unpacked.ptr(), int64_t(unpacked.size()), written);
	LocalVector<uint8_t> packed;
	packed.resize(uint32_t(FastLZ::get_bound(size)));
	const int64_t packed_size = FastLZ::compress(p_data, size, packed.ptr());
	if (size > 0 && (FastLZ::decompress(packed.ptr(), packed_size, unpacked.ptr(), size, written) != OK || written != size || memcmp(unpacked.ptr(), p_data, p_size) != 0)) {
		abort();
	}
	return 0;
}
