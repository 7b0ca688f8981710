// The saver of the text formats.
#include "core/scene/resources/text_resource_saver.h"

#include "core/io/file_access.h"
#include "core/scene/resources/packed_scene.h"
#include "core/scene/resources/text_resource_writer.h"

Error TextResourceSaver::save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags) {
	String text;
	Error error = TextResourceWriter(p_path, p_flags & ResourceSaver::FLAG_BUNDLE_RESOURCES).write(p_resource, text);
	if (error != OK) {
		return error;
	}
	error = FileAccess::save_text(p_path, text);
	ERR_FAIL_COND_V_MSG(error != OK, error, vformat("Cannot write \"%s\": %s. What was there before is unchanged.", p_path, error_names[error]));
	return OK;
}

void TextResourceSaver::get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const {
	p_extensions->push_back(Ref<PackedScene>(p_resource).is_valid() ? "tscn" : "tres");
}
