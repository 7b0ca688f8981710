// HTTPBodySink: see the header.
#include "core/io/http_body_sink.h"

Error HTTPBodySink::begin(Encoding p_encoding, int64_t p_limit, const String &p_path) {
	cancel();
	encoding = p_encoding;
	limit = p_limit;
	if (!p_path.is_empty()) {
		file = FileAccess::open_replacement(p_path);
		if (file.is_null()) {
			return ERR_FILE_CANT_OPEN;
		}
	}
	return OK;
}

Error HTTPBodySink::take(Span<uint8_t> p_bytes) {
	return encoding == ENCODING_NONE ? _store(p_bytes) : _unpack(p_bytes);
}

// In pieces: what a small input can unpack to has no bound but the limit.
Error HTTPBodySink::_unpack(Span<uint8_t> p_bytes) {
	static constexpr int PIECE = 32768;
	static constexpr uint8_t GZIP_MAGIC = 0x1f;
	uint8_t piece[PIECE];
	Span<uint8_t> rest = p_bytes;
	bool has_more = false; // The output was full, so there may be more without any input.
	received += int64_t(p_bytes.size());
	while ((!rest.is_empty() || has_more) && !is_over) {
		if (!stream.is_started()) {
			// Another stream may follow, RFC 1952 §2.2; anything else is padding.
			is_over = has_ended && (encoding != ENCODING_GZIP || rest[0] != GZIP_MAGIC);
			if (is_over) {
				break;
			}
			if (!stream.start_decompression(encoding == ENCODING_GZIP ? DeflateStream::FORMAT_GZIP : DeflateStream::FORMAT_ZLIB)) {
				return ERR_INVALID_DATA;
			}
		}
		int64_t taken = 0;
		int64_t written = 0;
		const DeflateStream::Result result = stream.process(rest.ptr(), int64_t(rest.size()), taken, piece, PIECE, written, false);
		rest = rest.subspan(uint64_t(taken));
		const bool is_bomb = stored > MAX_PRESENT && stored / MAX_RATIO > received;
		if (result == DeflateStream::RESULT_BROKEN || is_bomb) {
			return ERR_INVALID_DATA;
		}
		const Error error = _store(Span<uint8_t>(piece, uint64_t(written)));
		if (error != OK) {
			return error;
		}
		has_more = written == PIECE && result != DeflateStream::RESULT_END;
		if (result == DeflateStream::RESULT_END) {
			stream.end();
			has_ended = true;
		} else if (taken == 0 && written == 0) {
			break;
		}
	}
	return OK;
}

Error HTTPBodySink::_store(Span<uint8_t> p_bytes) {
	stored += int64_t(p_bytes.size());
	if (limit >= 0 && stored > limit) {
		return ERR_OUT_OF_MEMORY;
	}
	if (p_bytes.is_empty()) {
		return OK;
	}
	if (file.is_null()) {
		return body.append_span(p_bytes);
	}
	return file->store_buffer(p_bytes.ptr(), p_bytes.size()) ? OK : ERR_FILE_CANT_WRITE;
}

Error HTTPBodySink::finish() {
	if (stream.is_started()) {
		return ERR_INVALID_DATA;
	}
	if (file.is_valid()) {
		const Error error = file->commit();
		file.unref();
		return error == OK ? OK : ERR_FILE_CANT_WRITE;
	}
	return OK;
}

void HTTPBodySink::cancel() {
	stream.end();
	file.unref();
	body.clear();
	stored = received = 0;
	has_ended = is_over = false;
}

Vector<uint8_t> HTTPBodySink::take_body() {
	Vector<uint8_t> taken;
	SWAP(taken, body);
	return taken;
}
