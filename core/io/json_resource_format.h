// JSON files as resources: load("res://data.json").data, and saved again.
#pragma once

#include "core/io/resource_loader.h"
#include "core/io/resource_saver.h"

class JSONResourceLoader : public ResourceFormatLoader {
	GDCLASS(JSONResourceLoader, ResourceFormatLoader);

public:
	Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE) override;
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	bool handles_type(const String &p_type) const override { return p_type == "JSON"; }
	String get_resource_type(const String &p_path) const override;
};

class JSONResourceSaver : public ResourceFormatSaver {
	GDCLASS(JSONResourceSaver, ResourceFormatSaver);

public:
	Error save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags = 0) override;
	bool recognize(const Ref<Resource> &p_resource) const override;
	void get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const override;
};
