// The ResourceSaver that scripts see.
#pragma once

#include "core/io/resource_saver.h"

namespace core_bind {

class ResourceSaver : public Object {
	GDCLASS(ResourceSaver, Object);

public:
	enum SaverFlags : int {
		FLAG_NONE = ::ResourceSaver::FLAG_NONE,
		FLAG_RELATIVE_PATHS = ::ResourceSaver::FLAG_RELATIVE_PATHS,
		FLAG_BUNDLE_RESOURCES = ::ResourceSaver::FLAG_BUNDLE_RESOURCES,
		FLAG_CHANGE_PATH = ::ResourceSaver::FLAG_CHANGE_PATH,
		FLAG_OMIT_EDITOR_PROPERTIES = ::ResourceSaver::FLAG_OMIT_EDITOR_PROPERTIES,
		FLAG_SAVE_BIG_ENDIAN = ::ResourceSaver::FLAG_SAVE_BIG_ENDIAN,
		FLAG_COMPRESS = ::ResourceSaver::FLAG_COMPRESS,
		FLAG_REPLACE_SUBRESOURCE_PATHS = ::ResourceSaver::FLAG_REPLACE_SUBRESOURCE_PATHS,
	};

private:
	Error save(const Ref<Resource> &p_resource, const String &p_path, BitField<SaverFlags> p_flags);
	Error set_uid(const String &p_path, int64_t p_uid);
	PackedStringArray get_recognized_extensions(const Ref<Resource> &p_resource);
	void add_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver, bool p_at_front);
	void remove_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver);
	int64_t get_resource_id_for_path(const String &p_path, bool p_generate);

protected:
	static void _bind_methods();
};

} // namespace core_bind

VARIANT_BITFIELD_CAST(core_bind::ResourceSaver::SaverFlags);
