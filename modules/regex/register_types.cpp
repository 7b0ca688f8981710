// Makes the module's classes known to scripts.
#include "modules/regex/register_types.h"

#include "core/object/class_db.h"
#include "modules/regex/regex.h"

void initialize_regex_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_CORE) {
		GDREGISTER_CLASS(RegExMatch);
		GDREGISTER_CLASS(RegEx);
	}
}

void uninitialize_regex_module(ModuleInitializationLevel p_level) {
}
