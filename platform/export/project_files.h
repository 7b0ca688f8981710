// Which files of the open project go into an export.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

class ExportPreset;

namespace ProjectFiles {

// Paths below res://, sorted. Resources as the preset's filter chooses them (with their .import and .uid files and what was imported), further ones
// as include_filter says, none of exclude_filter. Never: hidden files, folders with a .gdignore, override.cfg, the presets themselves, and p_outputs (what the export makes).
Error choose(const ExportPreset &p_preset, const Vector<String> &p_outputs, Vector<String> &r_files);

} // namespace ProjectFiles
