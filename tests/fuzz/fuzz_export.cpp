// What an export reads of others: presets, key stores, the words of scripts.
#include "platform/android/export/key_store.h"
#include "platform/export/export_preset.h"
#include "platform/export/network_use.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	static constexpr size_t LONGEST = 16 * 1024;
	if (p_size < 1 || p_size > LONGEST) {
		return 0;
	}
	const Span<uint8_t> bytes(p_data + 1, p_size - 1);
	switch (p_data[0] % 3) {
		case 0: {
			LocalVector<ExportPreset> presets;
			ExportPresets::parse(fuzz_text(bytes.ptr(), bytes.size()), String(), presets);
			for (const ExportPreset &preset : presets) {
				preset.get_filter();
				preset.get_chosen_files();
				preset.get_int_option("version/code", 1);
			}
		} break;
		case 1: {
			Vector<uint8_t> copy;
			copy.append_span(bytes);
			SigningIdentity identity;
			String problem;
			KeyStore::open(copy, String(), "x", identity, problem);
		} break;
		default: {
			int line = 0;
			find_network_class(bytes, NetworkText((p_data[0] >> 6) % 3), line);
		} break;
	}
	return 0;
}
