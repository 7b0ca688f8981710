// The core's classes and tables: registered before anything else runs, released after everything else is gone.
#pragma once

// Variant tables, object hooks, the message queue, then every class of core except the scene's.
void register_core_types();
// Makes Engine, OS, ProjectSettings, ResourceLoader and their like visible to scripts. After Engine and ProjectSettings exist.
void register_core_singletons();
void unregister_core_types();
