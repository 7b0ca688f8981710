// The ResourceLoader that scripts see: hands everything on to ::ResourceLoader.
#include "core/io/resource_loader_singleton.h"

namespace core_bind {

static PackedStringArray packed(const LocalVector<String> &p_list) {
	PackedStringArray array;
	for (const String &text : p_list) {
		array.push_back(text);
	}
	return array;
}

Error ResourceLoader::load_threaded_request(const String &p_path, const String &p_type_hint, bool p_use_sub_threads, CacheMode p_cache_mode) {
	return ::ResourceLoader::load_threaded_request(p_path, p_type_hint, p_use_sub_threads, ResourceFormatLoader::CacheMode(p_cache_mode));
}

ResourceLoader::ThreadLoadStatus ResourceLoader::load_threaded_get_status(const String &p_path, Array r_progress) {
	float progress = 0.0f;
	const ThreadLoadStatus status = ThreadLoadStatus(::ResourceLoader::load_threaded_get_status(p_path, &progress));
	// The default argument is shared by all callers and read-only.
	if (!r_progress.is_read_only()) {
		r_progress.resize(1);
		r_progress.set(0, progress);
	}
	return status;
}

Ref<Resource> ResourceLoader::load_threaded_get(const String &p_path) {
	return ::ResourceLoader::load_threaded_get(p_path);
}

Ref<Resource> ResourceLoader::load(const String &p_path, const String &p_type_hint, CacheMode p_cache_mode) {
	return ::ResourceLoader::load(p_path, p_type_hint, ResourceFormatLoader::CacheMode(p_cache_mode));
}

PackedStringArray ResourceLoader::get_recognized_extensions_for_type(const String &p_type) {
	LocalVector<String> extensions;
	::ResourceLoader::get_recognized_extensions_for_type(p_type, &extensions);
	return packed(extensions);
}

void ResourceLoader::add_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader, bool p_at_front) {
	::ResourceLoader::add_resource_format_loader(p_loader, p_at_front);
}

void ResourceLoader::remove_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader) {
	::ResourceLoader::remove_resource_format_loader(p_loader);
}

void ResourceLoader::set_abort_on_missing_resources(bool p_abort) {
	::ResourceLoader::set_abort_on_missing_resources(p_abort);
}

PackedStringArray ResourceLoader::get_dependencies(const String &p_path) {
	LocalVector<String> dependencies;
	::ResourceLoader::get_dependencies(p_path, &dependencies);
	return packed(dependencies);
}

bool ResourceLoader::has_cached(const String &p_path) {
	return ::ResourceLoader::has_cached(p_path);
}

Ref<Resource> ResourceLoader::get_cached_ref(const String &p_path) {
	return ::ResourceLoader::get_cached_ref(p_path);
}

bool ResourceLoader::exists(const String &p_path, const String &p_type_hint) {
	return ::ResourceLoader::exists(p_path, p_type_hint);
}

int64_t ResourceLoader::get_resource_uid(const String &p_path) {
	return ::ResourceLoader::get_resource_uid(p_path);
}

PackedStringArray ResourceLoader::list_directory(const String &p_directory) {
	return ::ResourceLoader::list_directory(p_directory);
}

void ResourceLoader::_bind_methods() {
	Array no_progress;
	no_progress.make_read_only();
	ClassDB::bind_method(D_METHOD("load_threaded_request", "path", "type_hint", "use_sub_threads", "cache_mode"), &ResourceLoader::load_threaded_request, DEFVAL(""), DEFVAL(false), DEFVAL(CACHE_MODE_REUSE));
	ClassDB::bind_method(D_METHOD("load_threaded_get_status", "path", "progress"), &ResourceLoader::load_threaded_get_status, DEFVAL(no_progress));
	ClassDB::bind_method(D_METHOD("load_threaded_get", "path"), &ResourceLoader::load_threaded_get);
	ClassDB::bind_method(D_METHOD("load", "path", "type_hint", "cache_mode"), &ResourceLoader::load, DEFVAL(""), DEFVAL(CACHE_MODE_REUSE));
	ClassDB::bind_method(D_METHOD("get_recognized_extensions_for_type", "type"), &ResourceLoader::get_recognized_extensions_for_type);
	ClassDB::bind_method(D_METHOD("add_resource_format_loader", "format_loader", "at_front"), &ResourceLoader::add_resource_format_loader, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("remove_resource_format_loader", "format_loader"), &ResourceLoader::remove_resource_format_loader);
	ClassDB::bind_method(D_METHOD("set_abort_on_missing_resources", "abort"), &ResourceLoader::set_abort_on_missing_resources);
	ClassDB::bind_method(D_METHOD("get_dependencies", "path"), &ResourceLoader::get_dependencies);
	ClassDB::bind_method(D_METHOD("has_cached", "path"), &ResourceLoader::has_cached);
	ClassDB::bind_method(D_METHOD("get_cached_ref", "path"), &ResourceLoader::get_cached_ref);
	ClassDB::bind_method(D_METHOD("exists", "path", "type_hint"), &ResourceLoader::exists, DEFVAL(""));
	ClassDB::bind_method(D_METHOD("get_resource_uid", "path"), &ResourceLoader::get_resource_uid);
	ClassDB::bind_method(D_METHOD("list_directory", "directory_path"), &ResourceLoader::list_directory);

	BIND_ENUM_CONSTANT(THREAD_LOAD_INVALID_RESOURCE);
	BIND_ENUM_CONSTANT(THREAD_LOAD_IN_PROGRESS);
	BIND_ENUM_CONSTANT(THREAD_LOAD_FAILED);
	BIND_ENUM_CONSTANT(THREAD_LOAD_LOADED);
	BIND_ENUM_CONSTANT(CACHE_MODE_IGNORE);
	BIND_ENUM_CONSTANT(CACHE_MODE_REUSE);
	BIND_ENUM_CONSTANT(CACHE_MODE_REPLACE);
	BIND_ENUM_CONSTANT(CACHE_MODE_IGNORE_DEEP);
	BIND_ENUM_CONSTANT(CACHE_MODE_REPLACE_DEEP);
}

} // namespace core_bind
