// Makes the module's classes known to scripts, and SceneMultiplayer the API that trees start with.
#include "modules/multiplayer/register_types.h"

#include "core/object/class_db.h"
#include "modules/multiplayer/multiplayer_spawner.h"
#include "modules/multiplayer/multiplayer_synchronizer.h"
#include "modules/multiplayer/scene_multiplayer.h"
#include "modules/multiplayer/scene_replication_config.h"

void initialize_multiplayer_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_SCENE) {
		GDREGISTER_CLASS(SceneMultiplayer);
		GDREGISTER_CLASS(SceneReplicationConfig);
		GDREGISTER_CLASS(MultiplayerSpawner);
		GDREGISTER_CLASS(MultiplayerSynchronizer);
		MultiplayerAPI::set_default_interface("SceneMultiplayer");
	}
}

void uninitialize_multiplayer_module(ModuleInitializationLevel p_level) {
	if (p_level == MODULE_INITIALIZATION_LEVEL_SCENE) {
		MultiplayerAPI::set_default_interface(StringName());
	}
}
