// The text is one zlib stream of known size.
#include "core/main/known_facts_source.h"

#include "core/io/compression.h"
#include "core/object/known/known_data.h"

bool unpack_known_facts(Vector<uint8_t> &r_text) {
	int64_t written = 0;
	r_text.resize(known_text_size);
	if (known_text_packed_size == 0 || Compression::decompress(r_text.ptrw(), known_text_size, known_text, known_text_packed_size, Compression::MODE_DEFLATE, written) != OK) {
		r_text.clear();
		return false;
	}
	return true;
}
