// Resource under the name by which engine code includes it; it lives in core/object because scripts are resources.
#pragma once

#include "core/object/resource.h" // IWYU pragma: export
