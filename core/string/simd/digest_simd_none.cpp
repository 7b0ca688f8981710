// Processors whose instructions we do not use.
#include "core/string/simd/digest_simd.h"

DigestSimd::Transform DigestSimd::find_sha1() {
	return nullptr;
}

DigestSimd::Transform DigestSimd::find_sha256() {
	return nullptr;
}
