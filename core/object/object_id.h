// ObjectID under the name by which engine code includes it.
#pragma once

#include "core/templates/object_id.h" // IWYU pragma: export
