// TextClusters: which characters of a line stand together as one sign, so that a caret goes over them at once.
#pragma once

#include "core/string/ustring.h"

namespace TextClusters {

// A column is in front of the character of that number. Beyond the ends there are the ends.
int64_t next(const String &p_line, int64_t p_column);
int64_t previous(const String &p_line, int64_t p_column);

} // namespace TextClusters
