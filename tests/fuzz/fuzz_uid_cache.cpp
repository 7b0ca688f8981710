// The editor's cache of uids, and the heads of files that hold one.
#include "core/io/uid_files.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	LocalVector<UIDFiles::Entry> entries;
	UIDFiles::parse_cache(Span<uint8_t>(p_data, p_size), entries);
	UIDFiles::parse_head(fuzz_text(p_data, p_size));
	return 0;
}
