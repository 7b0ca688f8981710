// Names of C++ enums as the scripting API spells them.
#include "core/variant/type_info.h"

#include <cstring>

namespace {

// Where the part of [p_begin, p_end) behind its last "::" or "." begins; p_begin when there is none.
const char *last_part(const char *p_begin, const char *p_end) {
	for (const char *at = p_end; at > p_begin; at--) {
		if (at[-1] == ':' || at[-1] == '.') {
			return at;
		}
	}
	return p_begin;
}

} // namespace

// Runs some thousand times at start-up, so it makes no String on its way.
StringName type_info_enum_name(const char *p_qualified) {
	const char *end = p_qualified + strlen(p_qualified);
	const char *enum_name = last_part(p_qualified, end);
	if (enum_name == p_qualified) {
		return StringName(p_qualified);
	}
	const char *class_end = enum_name - (enum_name[-1] == ':' ? 2 : 1);
	const char *class_name = last_part(p_qualified, class_end);
	char dotted[128];
	const int64_t class_length = class_end - class_name;
	const int64_t enum_length = end - enum_name;
	CRASH_COND(class_length + enum_length + 2 > int64_t(sizeof(dotted)));
	memcpy(dotted, class_name, uint64_t(class_length));
	dotted[class_length] = '.';
	memcpy(dotted + class_length + 1, enum_name, uint64_t(enum_length) + 1);
	return StringName(dotted);
}
