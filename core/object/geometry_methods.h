// What scripts call as Geometry2D and Geometry3D.
#pragma once

// For start-up.
void implement_geometry_methods();
