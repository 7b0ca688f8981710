// An Android package as bytes: a ZIP archive whose entries lie as Android wants them, and its signatures.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "platform/android/export/byte_out.h"

struct SigningIdentity;

// Always the same bytes for the same entries: they carry no time.
class ApkFile {
public:
	static constexpr int ALIGNMENT = 4; // Of what is stored as it is, for mapping into memory.

	// p_store: not compressed. ERR_OUT_OF_MEMORY past the 2 GiB of simple archives, ERR_ALREADY_EXISTS.
	Error add(const String &p_name, const Vector<uint8_t> &p_content, bool p_store = false);
	// The archive with signatures of the schemes v2 and v3. Nothing can be added after it. Empty, with an error printed, when signing fails.
	Vector<uint8_t> sign(const SigningIdentity &p_identity, int p_min_sdk) const;
	Vector<uint8_t> finish_unsigned() const;

private:
	void write_directory_entry(const String &p_name, uint32_t p_checksum, uint32_t p_stored, uint32_t p_size, bool p_compressed, uint32_t p_offset);
	Vector<uint8_t> make_end(uint32_t p_directory_at) const;

	ByteOut entries;
	ByteOut directory;
	Vector<String> names;
};
