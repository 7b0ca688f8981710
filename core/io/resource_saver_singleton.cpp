// The ResourceSaver that scripts see: hands everything on to ::ResourceSaver.
#include "core/io/resource_saver_singleton.h"

#include "core/io/resource_loader.h"
#include "core/io/resource_uid.h"

namespace core_bind {

Error ResourceSaver::save(const Ref<Resource> &p_resource, const String &p_path, BitField<SaverFlags> p_flags) {
	return ::ResourceSaver::save(p_resource, p_path, uint32_t(int64_t(p_flags)));
}

Error ResourceSaver::set_uid(const String &p_path, int64_t p_uid) {
	return ::ResourceSaver::set_uid(p_path, p_uid);
}

PackedStringArray ResourceSaver::get_recognized_extensions(const Ref<Resource> &p_resource) {
	LocalVector<String> extensions;
	::ResourceSaver::get_recognized_extensions(p_resource, &extensions);
	PackedStringArray array;
	for (const String &extension : extensions) {
		array.push_back(extension);
	}
	return array;
}

void ResourceSaver::add_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver, bool p_at_front) {
	::ResourceSaver::add_resource_format_saver(p_saver, p_at_front);
}

void ResourceSaver::remove_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver) {
	::ResourceSaver::remove_resource_format_saver(p_saver);
}

int64_t ResourceSaver::get_resource_id_for_path(const String &p_path, bool p_generate) {
	const int64_t uid = ::ResourceLoader::get_resource_uid(p_path);
	return uid == ResourceUID::INVALID_ID && p_generate ? ResourceUID::get_singleton()->create_id_for_path(p_path) : uid;
}

void ResourceSaver::_bind_methods() {
	ClassDB::bind_method(D_METHOD("save", "resource", "path", "flags"), &ResourceSaver::save, DEFVAL(""), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("set_uid", "resource", "uid"), &ResourceSaver::set_uid);
	ClassDB::bind_method(D_METHOD("get_recognized_extensions", "type"), &ResourceSaver::get_recognized_extensions);
	ClassDB::bind_method(D_METHOD("add_resource_format_saver", "format_saver", "at_front"), &ResourceSaver::add_resource_format_saver, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("remove_resource_format_saver", "format_saver"), &ResourceSaver::remove_resource_format_saver);
	ClassDB::bind_method(D_METHOD("get_resource_id_for_path", "path", "generate"), &ResourceSaver::get_resource_id_for_path, DEFVAL(false));
	BIND_BITFIELD_FLAG(FLAG_NONE);
	BIND_BITFIELD_FLAG(FLAG_RELATIVE_PATHS);
	BIND_BITFIELD_FLAG(FLAG_BUNDLE_RESOURCES);
	BIND_BITFIELD_FLAG(FLAG_CHANGE_PATH);
	BIND_BITFIELD_FLAG(FLAG_OMIT_EDITOR_PROPERTIES);
	BIND_BITFIELD_FLAG(FLAG_SAVE_BIG_ENDIAN);
	BIND_BITFIELD_FLAG(FLAG_COMPRESS);
	BIND_BITFIELD_FLAG(FLAG_REPLACE_SUBRESOURCE_PATHS);
}

} // namespace core_bind
