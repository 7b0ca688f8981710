// The packed array types of the scripting API: plain vectors, copied on write in C++.
// Inside a Variant they sit in a box that copies of the Variant share (see variant.h).
#pragma once

#include "core/string/ustring.h"
#include "core/templates/vector.h"

struct Vector2;
struct Vector3;
struct Vector4;
struct Color;

using PackedByteArray = Vector<uint8_t>;
using PackedInt32Array = Vector<int32_t>;
using PackedInt64Array = Vector<int64_t>;
using PackedFloat32Array = Vector<float>;
using PackedFloat64Array = Vector<double>;
using PackedStringArray = Vector<String>;
using PackedVector2Array = Vector<Vector2>;
using PackedVector3Array = Vector<Vector3>;
using PackedColorArray = Vector<Color>;
using PackedVector4Array = Vector<Vector4>;
