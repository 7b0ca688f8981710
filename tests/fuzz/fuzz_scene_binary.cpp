// Binary scenes and resources: any bytes are read, or refused with an error; a scene that was read can be built.
#include "core/scene/main/node.h"
#include "core/scene/resources/binary_resource_reader.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	Vector<uint8_t> bytes;
	for (size_t i = 0; i < p_size; i++) {
		bytes.push_back(p_data[i]);
	}
	LocalVector<String> dependencies;
	BinaryResourceReader(bytes, "res://fuzz.scn").read_dependencies(&dependencies, true);
	Error error = OK;
	const Ref<Resource> resource = BinaryResourceReader(bytes, "res://fuzz.scn", ResourceFormatLoader::CACHE_MODE_IGNORE).read(error);
	const PackedScene *scene = Object::cast_to<PackedScene>(resource.ptr());
	if (scene && scene->can_instantiate() && scene->get_state()->get_node_count() < 200) {
		if (Node *root = scene->instantiate()) {
			memdelete(root);
		}
	}
	return 0;
}
