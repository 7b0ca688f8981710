// The ResourceLoader that scripts see.
#pragma once

#include "core/io/resource_loader.h"
#include "core/variant/array.h"

namespace core_bind {

class ResourceLoader : public Object {
	GDCLASS(ResourceLoader, Object);

public:
	enum ThreadLoadStatus : int {
		THREAD_LOAD_INVALID_RESOURCE = ::ResourceLoader::THREAD_LOAD_INVALID_RESOURCE,
		THREAD_LOAD_IN_PROGRESS = ::ResourceLoader::THREAD_LOAD_IN_PROGRESS,
		THREAD_LOAD_FAILED = ::ResourceLoader::THREAD_LOAD_FAILED,
		THREAD_LOAD_LOADED = ::ResourceLoader::THREAD_LOAD_LOADED,
	};
	enum CacheMode : int {
		CACHE_MODE_IGNORE = ResourceFormatLoader::CACHE_MODE_IGNORE,
		CACHE_MODE_REUSE = ResourceFormatLoader::CACHE_MODE_REUSE,
		CACHE_MODE_REPLACE = ResourceFormatLoader::CACHE_MODE_REPLACE,
		CACHE_MODE_IGNORE_DEEP = ResourceFormatLoader::CACHE_MODE_IGNORE_DEEP,
		CACHE_MODE_REPLACE_DEEP = ResourceFormatLoader::CACHE_MODE_REPLACE_DEEP,
	};

private:
	Error load_threaded_request(const String &p_path, const String &p_type_hint, bool p_use_sub_threads, CacheMode p_cache_mode);
	ThreadLoadStatus load_threaded_get_status(const String &p_path, Array r_progress);
	Ref<Resource> load_threaded_get(const String &p_path);
	Ref<Resource> load(const String &p_path, const String &p_type_hint, CacheMode p_cache_mode);
	PackedStringArray get_recognized_extensions_for_type(const String &p_type);
	void add_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader, bool p_at_front);
	void remove_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader);
	void set_abort_on_missing_resources(bool p_abort);
	PackedStringArray get_dependencies(const String &p_path);
	bool has_cached(const String &p_path);
	Ref<Resource> get_cached_ref(const String &p_path);
	bool exists(const String &p_path, const String &p_type_hint);
	int64_t get_resource_uid(const String &p_path);
	PackedStringArray list_directory(const String &p_directory);

protected:
	static void _bind_methods();
};

} // namespace core_bind

VARIANT_ENUM_CAST(core_bind::ResourceLoader::ThreadLoadStatus);
VARIANT_ENUM_CAST(core_bind::ResourceLoader::CacheMode);
