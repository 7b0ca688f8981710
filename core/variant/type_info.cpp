// Names of C++ enums as the scripting API spells them.
#include "core/variant/type_info.h"

StringName type_info_enum_name(const char *p_qualified) {
	return String(p_qualified).replace("::", ".");
}
