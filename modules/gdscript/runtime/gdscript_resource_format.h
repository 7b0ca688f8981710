// Script files as resources: `load("res://a.gd")`.
#pragma once

#include "core/io/resource_loader.h"

class ResourceFormatLoaderGDScript : public ResourceFormatLoader {
	GDCLASS(ResourceFormatLoaderGDScript, ResourceFormatLoader);

public:
	Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE) override;
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	bool handles_type(const String &p_type) const override;
	String get_resource_type(const String &p_path) const override;
};
