// HashingContext and HMACContext: see the header.
#include "core/crypto/hashing_context.h"

#include <cstring>

static_assert(int(HashingContext::HASH_MD5) == int(Digest::MD5) && int(HashingContext::HASH_SHA256) == int(Digest::SHA256));

Error HashingContext::start(HashType p_type) {
	ERR_FAIL_COND_V_MSG(started, ERR_ALREADY_IN_USE, "This context is in use: call finish() before it is started again.");
	ERR_FAIL_INDEX_V_MSG(p_type, HASH_SHA256 + 1, ERR_UNAVAILABLE, "The hash type must be HASH_MD5, HASH_SHA1 or HASH_SHA256.");
	type = p_type;
	digest = Digest(Digest::Algorithm(p_type));
	started = true;
	return OK;
}

Error HashingContext::update(const Vector<uint8_t> &p_chunk) {
	ERR_FAIL_COND_V_MSG(!started, ERR_UNCONFIGURED, "Call start() first.");
	ERR_FAIL_COND_V_MSG(p_chunk.is_empty(), FAILED, "There are no bytes to add.");
	digest.update(p_chunk.span());
	return OK;
}

Vector<uint8_t> HashingContext::finish() {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(!started, bytes, "Call start() first.");
	started = false;
	bytes.resize(Digest::get_size(Digest::Algorithm(type)));
	digest.finish(bytes.ptrw());
	return bytes;
}

void HashingContext::_bind_methods() {
	ClassDB::bind_method(D_METHOD("start", "type"), &HashingContext::start);
	ClassDB::bind_method(D_METHOD("update", "chunk"), &HashingContext::update);
	ClassDB::bind_method(D_METHOD("finish"), &HashingContext::finish);

	BIND_ENUM_CONSTANT(HASH_MD5);
	BIND_ENUM_CONSTANT(HASH_SHA1);
	BIND_ENUM_CONSTANT(HASH_SHA256);
}

Error HMACContext::start(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_key) {
	ERR_FAIL_COND_V_MSG(started, ERR_FILE_ALREADY_IN_USE, "This context is in use: call finish() before it is started again.");
	ERR_FAIL_COND_V_MSG(p_hash_type != HashingContext::HASH_SHA1 && p_hash_type != HashingContext::HASH_SHA256, ERR_INVALID_PARAMETER, "HMAC works with HASH_SHA1 and HASH_SHA256.");
	ERR_FAIL_COND_V_MSG(p_key.is_empty(), ERR_INVALID_PARAMETER, "The key must not be empty.");
	algorithm = Digest::Algorithm(p_hash_type);
	uint8_t key[BLOCK_BYTES] = {};
	if (p_key.size() > BLOCK_BYTES) {
		Digest::compute(algorithm, p_key.span(), key);
	} else {
		memcpy(key, p_key.ptr(), size_t(p_key.size()));
	}
	uint8_t inner_pad[BLOCK_BYTES];
	for (int i = 0; i < BLOCK_BYTES; i++) {
		inner_pad[i] = key[i] ^ 0x36;
		outer_pad[i] = key[i] ^ 0x5c;
	}
	inner = Digest(algorithm);
	inner.update(Span<uint8_t>(inner_pad));
	started = true;
	return OK;
}

Error HMACContext::update(const Vector<uint8_t> &p_data) {
	ERR_FAIL_COND_V_MSG(!started, ERR_INVALID_DATA, "Call start() first.");
	ERR_FAIL_COND_V_MSG(p_data.is_empty(), ERR_INVALID_PARAMETER, "There are no bytes to add.");
	inner.update(p_data.span());
	return OK;
}

Vector<uint8_t> HMACContext::finish() {
	Vector<uint8_t> bytes;
	ERR_FAIL_COND_V_MSG(!started, bytes, "Call start() first.");
	started = false;
	bytes.resize(Digest::get_size(algorithm));
	inner.finish(bytes.ptrw());
	Digest outer(algorithm);
	outer.update(Span<uint8_t>(outer_pad));
	outer.update(bytes.span());
	outer.finish(bytes.ptrw());
	memset(outer_pad, 0, sizeof(outer_pad));
	return bytes;
}

void HMACContext::_bind_methods() {
	ClassDB::bind_method(D_METHOD("start", "hash_type", "key"), &HMACContext::start);
	ClassDB::bind_method(D_METHOD("update", "data"), &HMACContext::update);
	ClassDB::bind_method(D_METHOD("finish"), &HMACContext::finish);
}
