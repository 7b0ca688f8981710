// Loading scripts through the cache of script files.
#include "modules/gdscript/runtime/gdscript_resource_format.h"

#include "modules/gdscript/runtime/gdscript_cache.h"

Ref<Resource> ResourceFormatLoaderGDScript::load(const String &p_path, const String &p_original_path, Error *r_error, bool p_use_sub_threads, float *r_progress, CacheMode p_cache_mode) {
	const ResourceLoader::Exclusive one_at_a_time;
	Error error = OK;
	const bool anew = p_cache_mode == CACHE_MODE_REPLACE || p_cache_mode == CACHE_MODE_REPLACE_DEEP;
	const Ref<GDScript> script = GDScriptCache::get_singleton()->load(p_path, error, anew);
	if (r_error) {
		// A script with errors is still a resource: what it lacks shows when it is used.
		*r_error = script.is_valid() ? OK : error;
	}
	return script;
}

void ResourceFormatLoaderGDScript::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("gd");
}

bool ResourceFormatLoaderGDScript::handles_type(const String &p_type) const {
	return p_type == "Script" || p_type == "GDScript";
}

String ResourceFormatLoaderGDScript::get_resource_type(const String &p_path) const {
	return p_path.get_extension().to_lower() == "gd" ? "GDScript" : "";
}
