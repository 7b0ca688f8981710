// The text is one zlib stream of known size.
#include "core/main/known_facts_source.h"

#include "core/io/compression.h"
#include "core/object/known/known_data.h"

bool (*fetch_known_facts)(Vector<uint8_t> &r_packed) = nullptr;

bool unpack_known_facts(Vector<uint8_t> &r_text) {
	int64_t written = 0;
	Vector<uint8_t> fetched;
	const bool is_here = known_text_packed_size > 0;
	if (!is_here && (!fetch_known_facts || !fetch_known_facts(fetched))) {
		return false;
	}
	const uint8_t *packed = is_here ? known_text : fetched.ptr();
	r_text.resize(known_text_size);
	if (Compression::decompress(r_text.ptrw(), known_text_size, packed, is_here ? known_text_packed_size : fetched.size(), Compression::MODE_DEFLATE, written) != OK || written != known_text_size) {
		r_text.clear();
		return false;
	}
	return true;
}
