// Options that editors write and that nothing here comes of.
#pragma once

#include "platform/export/export_preset.h"

namespace IdleOptions {

// Those of p_platform that ask for something: an editor's own defaults do not. In the order of the table.
Vector<String> find(const ExportPreset &p_preset, const String &p_platform);

} // namespace IdleOptions
