// Constants of the math layer and the small global enums (EulerOrder, Side, Corner …) that math types and scenes share.
#pragma once

#include "core/typedefs.h"

#include <limits>

// The tolerance of every is_equal_approx / is_zero_approx, and of a unit length (squared) respectively.
#define CMP_EPSILON 0.00001
#define CMP_EPSILON2 (CMP_EPSILON * CMP_EPSILON)
#define UNIT_EPSILON 0.001

namespace Math {
constexpr double PI = 3.14159265358979323846;
constexpr double TAU = 6.28318530717958647692;
constexpr double E = 2.71828182845904523536;
constexpr double SQRT2 = 1.41421356237309504880;
constexpr double SQRT12 = 0.70710678118654752440;
constexpr double INF = std::numeric_limits<double>::infinity();
constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
} // namespace Math

enum class EulerOrder : int {
	XYZ,
	XZY,
	YXZ,
	YZX,
	ZXY,
	ZYX,
};

enum Side : int { // Scripts can give any number.
	SIDE_LEFT,
	SIDE_TOP,
	SIDE_RIGHT,
	SIDE_BOTTOM,
};

enum Corner {
	CORNER_TOP_LEFT,
	CORNER_TOP_RIGHT,
	CORNER_BOTTOM_RIGHT,
	CORNER_BOTTOM_LEFT,
};

enum Orientation {
	HORIZONTAL,
	VERTICAL,
};

enum ClockDirection : int {
	CLOCKWISE,
	COUNTERCLOCKWISE,
};
