// Tells the command line what this module can do.
#include "modules/serve/register_types.h"

#include "modules/serve/folder_service.h"
#include "modules/serve/ui_service.h"

void initialize_serve_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_SCENE) {
		Service::show_controls = UIService::start;
		Service::serve_folder = FolderService::start;
	}
}

void uninitialize_serve_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_SCENE) {
		Service::show_controls = nullptr;
		Service::serve_folder = nullptr;
	}
}
