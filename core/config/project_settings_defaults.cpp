// The built-in settings and their defaults.
#include "core/config/project_settings.h"

void ProjectSettings::_register_defaults() {
#define SETTING(m_name, m_default) declare(m_name, m_default);
#include "core/config/project_settings_defaults.inc"
#undef SETTING
}
