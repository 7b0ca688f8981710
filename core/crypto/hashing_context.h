// HashingContext and HMACContext: digests of bytes that arrive in pieces, for scripts.
#pragma once

#include "core/object/class_db.h"
#include "core/object/ref_counted.h"
#include "core/string/digest.h"
#include "core/templates/vector.h"

class HashingContext : public RefCounted {
	GDCLASS(HashingContext, RefCounted);

public:
	enum HashType : int { // Scripts pass any number, which is refused where it matters.
		HASH_MD5,
		HASH_SHA1,
		HASH_SHA256,
	};

	Error start(HashType p_type); // ERR_ALREADY_IN_USE until finish().
	Error update(const Vector<uint8_t> &p_chunk); // Empty chunks are refused.
	Vector<uint8_t> finish(); // Empty, with an error, when nothing was started.

protected:
	static void _bind_methods();

private:
	Digest digest{ Digest::MD5 };
	HashType type = HASH_MD5;
	bool started = false;
};

VARIANT_ENUM_CAST(HashingContext::HashType);

// RFC 2104 over SHA-1 or SHA-256.
class HMACContext : public RefCounted {
	GDCLASS(HMACContext, RefCounted);

public:
	Error start(HashingContext::HashType p_hash_type, const Vector<uint8_t> &p_key);
	Error update(const Vector<uint8_t> &p_data);
	Vector<uint8_t> finish();

protected:
	static void _bind_methods();

private:
	static constexpr int BLOCK_BYTES = 64;

	Digest inner{ Digest::SHA256 };
	uint8_t outer_pad[BLOCK_BYTES] = {};
	Digest::Algorithm algorithm = Digest::SHA256;
	bool started = false;
};
