// res:// and user:// to paths of the system, for the file classes.
#pragma once

#include "core/string/ustring.h"

// Absolute paths and paths relative to the working folder stay as they are. What no uid:// leads to is empty. Makes the folder of user:// when it is missing.
String map_to_system_path(const String &p_path);
