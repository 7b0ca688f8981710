// What every user of mbedTLS needs: random bytes, words for its errors, memory that is wiped.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

#include <cstddef>
#include <cstdint>

// mbedTLS's f_rng over the operating system's generator. Thread-safe; p_context is not used.
int mbedtls_fill_random(void *p_context, unsigned char *r_bytes, size_t p_size);

// What went wrong, as a part of a sentence ("the text is no PEM"), with the library's number at the end.
String mbedtls_describe_error(int p_error);

// What a text holds where mbedtls_describe_error() says that it is not what was asked for: a sentence after a space that names the kind of
// its first PEM block ("CERTIFICATE") and, if that helps, what to do. Empty when there is no block.
String mbedtls_describe_text(Span<uint8_t> p_text);

// Overwrites what must not stay in memory, whatever the optimiser thinks of it.
void mbedtls_wipe(void *p_bytes, size_t p_size);

// A block of bytes that is wiped when it dies: keys in clear, PEM on its way.
class WipedBytes {
public:
	explicit WipedBytes(size_t p_size);
	~WipedBytes();
	WipedBytes(const WipedBytes &) = delete;
	WipedBytes &operator=(const WipedBytes &) = delete;

	uint8_t *ptr() { return bytes; }
	char *text() { return reinterpret_cast<char *>(bytes); }
	size_t size() const { return length; }

private:
	uint8_t *bytes;
	size_t length;
};
