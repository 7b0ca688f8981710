// AnimationValues: what lies between the values of two keys, for every type that a key may have.
#pragma once

#include "core/variant/variant.h"

namespace AnimationValues {

// Whether a track of such values moves between its keys; the others only change at a key.
bool can_move(Variant::Type p_type);
// p_fraction 0 gives p_from, 1 gives p_to. Texts and lists move element by element; where two values have nothing between them (other
// types, or different ones), p_from stays.
Variant linear(const Variant &p_from, const Variant &p_to, double p_fraction);
// The same for angles in radians, the shorter way round.
Variant linear_angle(const Variant &p_from, const Variant &p_to, double p_fraction);

// The keys around a piece of a cubic curve, with their times relative to p_from's.
struct CubicNeighbours {
	const Variant &pre;
	const Variant &post;
	double to_time;
	double pre_time;
	double post_time;
};
Variant cubic(const Variant &p_from, const Variant &p_to, const CubicNeighbours &p_neighbours, double p_fraction);
Variant cubic_angle(const Variant &p_from, const Variant &p_to, const CubicNeighbours &p_neighbours, double p_fraction);

// p_sum + (p_value - p_base) * p_weight, for mixing animations that add up to more or less than one. Types that cannot: p_value.
Variant add_weighted(const Variant &p_sum, const Variant &p_value, const Variant &p_base, double p_weight);
// The zero of a type: what a track without a RESET counts from.
Variant zero_of(const Variant &p_like);

} // namespace AnimationValues
