// The version of this engine, and of the scripting API it offers.
#pragma once

#define ESTRAGON_VERSION_MAJOR 0
#define ESTRAGON_VERSION_MINOR 1
#define ESTRAGON_VERSION_PATCH 0
#define ESTRAGON_VERSION_FULL "Estragon 0.1.0 (scripting API 4.6)"

// What scripts read from Engine.get_version_info(): the API they may rely on.
#define ESTRAGON_API_MAJOR 4
#define ESTRAGON_API_MINOR 6
