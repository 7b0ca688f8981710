// What a CanvasItem answers about canvases and drawing that are not there.
#pragma once

// At start-up, once.
void implement_known_canvas_item_methods();
