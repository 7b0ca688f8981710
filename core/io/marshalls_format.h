// The bits of a header word in the binary format of Variants, shared by encoder and decoder.
#pragma once

#include "core/typedefs.h"

namespace MarshallFormat {
// The low byte is the Variant::Type.
constexpr uint32_t TYPE_MASK = 0xff;
constexpr uint32_t FLAG_64 = 1 << 16; // INT and FLOAT: 8 bytes instead of 4. Math types: doubles.
constexpr uint32_t FLAG_OBJECT_AS_ID = 1 << 16; // OBJECT: only the instance id.
// How the element type of an ARRAY (or the keys and values of a DICTIONARY) is given, two bits each.
constexpr uint32_t ELEMENT_SHIFT = 16;
constexpr uint32_t KEY_SHIFT = 16;
constexpr uint32_t VALUE_SHIFT = 18;
constexpr uint32_t CONTAINER_MASK = 3;
constexpr uint32_t CONTAINER_UNTYPED = 0;
constexpr uint32_t CONTAINER_BUILTIN = 1; // A word: the type.
constexpr uint32_t CONTAINER_CLASS = 2; // A text: the class.
constexpr uint32_t CONTAINER_SCRIPT = 3; // A text: the script's path.

constexpr uint32_t COUNT_MASK = 0x7fffffff; // The top bit of an element count is not part of it.
constexpr uint32_t NODE_PATH_MARK = 0x80000000; // On the count of names; the older form without it is not read.
constexpr uint32_t NODE_PATH_ABSOLUTE = 1;
} // namespace MarshallFormat
