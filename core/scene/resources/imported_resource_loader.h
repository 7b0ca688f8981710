// ImportedResourceLoader: images, sounds, fonts and models of a project as placeholders: of the right class and size, at the right path, without contents.
#pragma once

#include "core/io/resource_loader.h"

// What a file is, the `.import` file beside it says, or else its extension. The source need not be there where the import is (as in packs),
// nor the import where the source is (as in a fresh checkout).
class ImportedResourceLoader : public ResourceFormatLoader {
	GDCLASS(ImportedResourceLoader, ResourceFormatLoader);

public:
	Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE) override;
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	void get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const override;
	bool handles_type(const String &p_type) const override;
	String get_resource_type(const String &p_path) const override;
	bool recognize_path(const String &p_path, const String &p_for_type = String()) const override;
	bool exists(const String &p_path) const override;
};
