// The dictionary in which binary files keep a scene, to and from the tables of a SceneState.
#pragma once

#include "core/scene/resources/scene_state.h"
#include "core/variant/dictionary.h"

// False when the dictionary makes no sense; r_state then holds what came before.
bool read_bundled_scene(const Dictionary &p_bundle, SceneState *r_state);
Dictionary write_bundled_scene(const SceneState *p_state);
