// BinaryResourceSaver: .scn and .res files.
#pragma once

#include "core/io/resource_saver.h"

class BinaryResourceSaver : public ResourceFormatSaver {
	GDCLASS(BinaryResourceSaver, ResourceFormatSaver);

public:
	Error save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags = 0) override;
	bool recognize(const Ref<Resource> &p_resource) const override { return p_resource.is_valid(); }
	void get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const override;
};
