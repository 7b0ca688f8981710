// Loading scripts through the cache of script files.
#include "modules/gdscript/runtime/gdscript_resource_format.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
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

Error ResourceFormatSaverGDScript::save(const Ref<Resource> &p_resource, const String &p_path, uint32_t) {
	const Ref<GDScript> script(p_resource);
	ERR_FAIL_COND_V(script.is_null(), ERR_INVALID_PARAMETER);
	const Error error = FileAccess::save_text(p_path, script->get_source_code());
	ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot write '" + p_path + "': " + error_names[error] + ". What was there before is unchanged.");
	return OK;
}

bool ResourceFormatSaverGDScript::recognize(const Ref<Resource> &p_resource) const {
	return Ref<GDScript>(p_resource).is_valid();
}

void ResourceFormatSaverGDScript::get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const {
	if (recognize(p_resource)) {
		p_extensions->push_back("gd");
	}
}
