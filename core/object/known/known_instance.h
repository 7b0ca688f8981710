// KnownInstance: an object of a native class that passes for one of a known class below it.
#pragma once

#include "core/object/gdclass.h"

template <typename T>
class KnownInstance final : public T {
	ClassTag *tag; // Of the known class; lives until ClassDB is cleaned up.

public:
	ClassTag *get_class_tag() const override { return tag; }
	explicit KnownInstance(ClassTag *p_tag) :
			tag(p_tag) {}
};
