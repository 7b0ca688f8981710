// Source text of scripts, up to the syntax tree.
#include "modules/gdscript/gdscript_parser.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	GDScriptUnit unit;
	unit.source = fuzz_text(p_data, p_size);
	GDScriptParser(unit).parse();
	return 0;
}
