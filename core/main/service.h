// Service: what the command line has the program do for others beside its own loop. Modules that can, fill the makers in.
#pragma once

#include "core/string/ustring.h"

class SceneTree;

class Service {
public:
	virtual void poll() = 0; // Once a frame, before the loop's own work.
	virtual ~Service() = default;

	// Both return null when they cannot, which they have said. The caller owns the result. Port 0 lets the system choose. Null pointers: this build has none.
	static inline Service *(*show_controls)(SceneTree *p_tree, int p_port) = nullptr; // --serve-ui
	static inline Service *(*serve_folder)(const String &p_folder, int p_port) = nullptr; // --serve
};
