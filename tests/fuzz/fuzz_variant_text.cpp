// The text format of Variants, as str_to_var(), project.godot and scenes read it.
#include "core/variant/variant_parser.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	Variant value;
	String error;
	int line = 0;
	if (VariantParser::parse(fuzz_text(p_data, p_size), value, error, line) == OK) {
		VariantWriter::write(value);
	}
	return 0;
}
