// The language, its classes and its file format.
#include "modules/gdscript/register_types.h"

#include "core/object/class_db.h"
#include "core/object/graveyard.h"
#include "core/object/script_language.h"
#include "core/os/memory.h"
#include "modules/gdscript/analysis/gdscript_warning.h"
#include "modules/gdscript/runtime/gdscript_cache.h"
#include "modules/gdscript/runtime/gdscript_language.h"
#include "modules/gdscript/runtime/gdscript_resource_format.h"
#include "modules/gdscript/syntax/gdscript_datatype.h"
#include "modules/gdscript/vm/gdscript_function_state.h"
#include "modules/gdscript/vm/gdscript_stack.h"

static GDScriptLanguage *language = nullptr;
static GDScriptCache *cache = nullptr;
static Ref<ResourceFormatLoaderGDScript> format_loader;
static Ref<ResourceFormatSaverGDScript> format_saver;

void initialize_gdscript_module(ModuleInitializationLevel p_level) {
	if (p_level != MODULE_INITIALIZATION_LEVEL_SERVERS) {
		return;
	}
	ClassDB::register_class<GDScript>();
	ClassDB::register_internal_class<GDScriptNativeClass>();
	ClassDB::register_internal_class<GDScriptFunctionState>();
	GDScriptStack::set_stress(Graveyard::is_stress_wanted("stack"));
	GDScriptWarning::register_settings();
	language = memnew(GDScriptLanguage);
	cache = memnew(GDScriptCache);
	cache->set_stress(Graveyard::is_stress_wanted("reload"));
	ScriptServer::register_language(language);
	format_loader.instantiate();
	ResourceLoader::add_resource_format_loader(format_loader);
	format_saver.instantiate();
	ResourceSaver::add_resource_format_saver(format_saver);
}

void uninitialize_gdscript_module(ModuleInitializationLevel p_level) {
	if (p_level != MODULE_INITIALIZATION_LEVEL_SERVERS) {
		return;
	}
	ResourceLoader::remove_resource_format_loader(format_loader);
	ResourceSaver::remove_resource_format_saver(format_saver);
	format_saver.unref();
	format_loader.unref();
	language->finish();
	ScriptServer::unregister_language(language);
	memdelete(cache);
	memdelete(language);
	gdscript_forget_foreign_enums();
}
