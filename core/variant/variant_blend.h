// Blending Variants of one type: sums, and values on the way from one to another.
#pragma once

#include "core/variant/variant.h"

// p_from + p_delta; types that cannot be added give p_delta.
Variant variant_sum(const Variant &p_from, const Variant &p_delta);
// p_fraction 0 is p_from, 1 is p_to; beyond, numbers go on. Integers are rounded; what has no middle changes over at the half.
Variant variant_blend(const Variant &p_from, const Variant &p_to, double p_fraction);
// Whether there is a middle between values of this type.
bool variant_can_blend(Variant::Type p_type);
