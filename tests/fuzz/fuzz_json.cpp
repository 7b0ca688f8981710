// JSON: any text parses or is refused; what parses survives writing and reading again.
#include "core/io/json.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	Ref<JSON> json;
	json.instantiate();
	if (json->parse(fuzz_text(p_data, p_size)) == OK) {
		const String written = JSON::stringify(json->get_data());
		json->parse(written);
	}
	return 0;
}
