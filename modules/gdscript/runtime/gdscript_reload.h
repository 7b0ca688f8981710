// Keeps what instances and static variables hold over a compilation of their classes.
#pragma once

#include "modules/gdscript/compiler/gdscript_class.h"

class GDScriptReload {
	struct Before {
		GDScriptClass *script = nullptr;
		uint64_t layout = 0;
		HashMap<StringName, GDScriptClass::MemberInfo> members;
		HashMap<StringName, Variant> statics;
	};
	LocalVector<Before> before;

	void remember(GDScriptClass *p_script);

public:
	// Before: notes what is there, in inner classes too, and asks for their interfaces anew.
	explicit GDScriptReload(GDScriptClass *p_script);
	// After: members of the same name keep their values, with p_keep_statics static variables too.
	void restore(bool p_keep_statics);
};
