// What the build makes of known_classes.facts (build_known_facts.py): sorted hashes of names, and the text as one zlib stream.
#pragma once

#include "core/typedefs.h"

extern const uint32_t known_class_hashes[];
extern const uint32_t known_class_hashes_count;
extern const uint32_t known_member_hashes[]; // Of native classes only.
extern const uint32_t known_member_hashes_count;
extern const uint32_t known_singleton_hashes[];
extern const uint32_t known_singleton_hashes_count;
extern const uint8_t known_text[];
extern const uint32_t known_text_packed_size; // 0: the text is not in this binary.
extern const uint32_t known_text_size;
