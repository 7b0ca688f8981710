// OS on Linux: what the kernel and the distribution tell about the machine.
#pragma once

#include "platform/unix/os_unix.h"

class OS_Linux final : public OS_Unix {
public:
	String get_name() const override { return "Linux"; }
	String get_distribution_name() const override;
	String get_version() const override;
	String get_executable_path() const override;
	String get_processor_name() const override;
	String get_unique_id() const override;
	MemoryInfo get_memory_info() const override;

protected:
	bool _has_platform_feature(const String &p_tag) const override;
};
