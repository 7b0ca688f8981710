// Methods of Window and Viewport that are known by their signatures and answer as a window without a screen does.
#pragma once

// For start-up.
void implement_known_window_methods();
