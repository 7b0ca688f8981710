// SHA-1 and Base64, only for Sec-WebSocket-Accept and Sec-WebSocket-Key (RFC 6455 §1.3): no secret depends on them.
#pragma once

#include "core/typedefs.h"

#include <string_view>

void ws_sha1(std::string_view p_text, uint8_t r_digest[20]);
// Writes 4 characters for every 3 bytes begun and no terminator; returns how many.
int ws_base64_encode(const uint8_t *p_bytes, int p_size, char *r_text);
// True for the Base64 form of exactly 16 bytes, as a Sec-WebSocket-Key must be.
bool ws_is_base64_of_16_bytes(std::string_view p_text);
