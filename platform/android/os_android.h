// OS on Android: a program in an app's sandbox. The Activity says in the environment where things are (see AndroidShell).
#pragma once

#include "platform/unix/os_unix.h"

class OS_Android final : public OS_Unix {
public:
	String get_name() const override { return "Android"; }
	String get_executable_path() const override;
	String get_model_name() const override;
	String get_user_data_dir() const override;
	String get_system_ca_certificates() const override;

protected:
	bool _has_platform_feature(const String &p_tag) const override;
};
