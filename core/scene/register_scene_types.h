// Registers the classes of the scene layer.
#pragma once

void register_scene_types();
void unregister_scene_types();
