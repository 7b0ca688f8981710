// The parts of register_variant_math(), one file each, over the sixteen mathematical types from Vector2 to Color.
#pragma once

void register_math_constructors(); // variant_construct_math.cpp
void register_math_operators(); // variant_op_math.cpp
void register_math_vector_methods(); // variant_call_math.cpp
void register_math_geometry_methods(); // variant_call_geometry.cpp
void register_math_members(); // variant_members_math.cpp
void register_math_constants(); // variant_constants_math.cpp
