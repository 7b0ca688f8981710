// Texture: the base of images that nodes refer to. Nothing is drawn, so only the class exists.
#pragma once

#include "core/io/resource.h"

class Texture : public Resource {
	GDCLASS(Texture, Resource);
};
