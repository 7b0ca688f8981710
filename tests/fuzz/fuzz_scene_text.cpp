// Scene and resource files.
#include "core/scene/main/node.h"
#include "core/scene/resources/packed_scene.h"
#include "core/scene/resources/text_resource_reader.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	Error error = OK;
	const Ref<PackedScene> scene(TextResourceReader(fuzz_text(p_data, p_size), "res://fuzz.tscn").read(error));
	if (scene.is_valid()) {
		if (Node *node = scene->instantiate()) {
			memdelete(node);
		}
	}
	return 0;
}
