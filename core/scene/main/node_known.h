// Methods of Node that are known by their signatures and do what they can here: most of them have little to do without an editor or a screen.
#pragma once

// For start-up.
void implement_known_node_methods();
