// KnownAnswers: what methods do that need nothing this engine has not, for KnownClasses::implement().
#pragma once

#include "core/object/object.h"

namespace KnownAnswers {

inline void do_nothing(Object *, const Variant **, Variant *) {}

inline void give_false(Object *, const Variant **, Variant *r_ret) {
	*r_ret = false;
}

// Values that are set and asked for under a name that is a constexpr char array.
template <const char *NAME>
void keep(Object *p_object, const Variant **p_args, Variant *) {
	p_object->set_known_value(StringName(NAME), *p_args[0]);
}

template <const char *NAME>
Variant get_kept(const Object *p_object, const Variant &p_default) {
	const Variant *value = p_object->get_known_value(StringName(NAME));
	return value ? *value : p_default;
}

} // namespace KnownAnswers
