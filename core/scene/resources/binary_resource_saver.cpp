// The saver of the binary formats.
#include "core/scene/resources/binary_resource_saver.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/io/file_access_memory.h"
#include "core/scene/resources/binary_resource_writer.h"
#include "core/scene/resources/packed_scene.h"

Error BinaryResourceSaver::save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags) {
	Vector<uint8_t> bytes;
	Error error = BinaryResourceWriter(p_path, p_flags & ResourceSaver::FLAG_BUNDLE_RESOURCES).write(p_resource, bytes, (p_flags & ResourceSaver::FLAG_COMPRESS) != 0);
	if (error != OK) {
		return error;
	}
	if (p_flags & ResourceSaver::FLAG_COMPRESS) {
		bytes = FileAccessMemory::pack(bytes.slice(4), "RSCC", Compression::MODE_DEFLATE);
	}
	error = FileAccess::save_bytes(p_path, Span<uint8_t>(bytes.ptr(), uint64_t(bytes.size())));
	ERR_FAIL_COND_V_MSG(error != OK, error, vformat("Cannot write \"%s\": %s. What was there before is unchanged.", p_path, error_names[error]));
	return OK;
}

void BinaryResourceSaver::get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const {
	p_extensions->push_back(Ref<PackedScene>(p_resource).is_valid() ? "scn" : "res");
	if (p_resource.is_valid() && p_resource->is_class("Translation")) {
		p_extensions->push_back("translation");
	}
}
