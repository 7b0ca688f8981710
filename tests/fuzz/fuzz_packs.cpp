// Directories of packs, and ZIP archives with all they hold.
#include "core/io/file_access_memory.h"
#include "core/io/pack/pck_format.h"
#include "core/io/pack/zip_archive.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	Vector<uint8_t> content;
	content.append_span(Span<uint8_t>(p_data, p_size));
	const Ref<FileAccess> file = FileAccessMemory::open_content("fuzzed", content);
	LocalVector<PckEntry> entries;
	String problem;
	PckFormat::read_directory(*const_cast<FileAccess *>(file.ptr()), 0, Vector<uint8_t>(), entries, problem);
	ZipInput zip;
	if (zip.open_file(file) == OK) {
		int64_t budget = 4 << 20;
		for (const String &name : Vector<String>(zip.get_names())) {
			Vector<uint8_t> unpacked;
			if (zip.get_size(name) < budget && zip.read(name, true, unpacked) == OK) {
				budget -= unpacked.size() + 1024;
			}
		}
	}
	return 0;
}
