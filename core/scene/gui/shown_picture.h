// The picture of a texture as a viewer takes it.
#pragma once

#include "core/scene/2d/texture_2d.h"

// A "data:" address; empty where there is no picture, or one of more than a megabyte. Of an ImageTexture its image; of others the file that they were loaded
// from, if it is there and browsers read it.
String shown_picture_of(const Variant &p_texture);
