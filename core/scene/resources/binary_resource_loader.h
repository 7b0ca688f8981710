// BinaryResourceLoader: .scn and .res files.
#pragma once

#include "core/io/resource_loader.h"

class BinaryResourceLoader : public ResourceFormatLoader {
	GDCLASS(BinaryResourceLoader, ResourceFormatLoader);

public:
	Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE) override;
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	void get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const override;
	void get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types = false) override;
	bool handles_type(const String &p_type) const override { return true; }
	String get_resource_type(const String &p_path) const override;
	int64_t get_resource_uid(const String &p_path) const override;
};
