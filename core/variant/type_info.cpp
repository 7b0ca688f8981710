// Names of C++ enums as the scripting API spells them.
#include "core/variant/type_info.h"

StringName type_info_enum_name(const char *p_qualified) {
	const String dotted = String(p_qualified).replace("::", ".");
	const int64_t enum_dot = dotted.rfind(".");
	const int64_t class_dot = enum_dot > 0 ? dotted.rfind(".", enum_dot - 1) : -1;
	return class_dot < 0 ? dotted : dotted.substr(class_dot + 1);
}
