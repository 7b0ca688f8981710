// PCKPacker: makes packs.
#pragma once

#include "core/io/file_access.h"
#include "core/io/pack/pck_format.h"

// The pack is in its place once flush() said OK; until then nothing of it is to be seen.
class PCKPacker : public RefCounted {
	GDCLASS(PCKPacker, RefCounted);

public:
	// p_alignment: files begin at its multiples; at least 1. p_key: 64 hexadecimal digits, for what is to be encrypted.
	Error pck_start(const String &p_path, int p_alignment = 32, const String &p_key = NO_KEY, bool p_encrypt_directory = false);
	Error add_file(const String &p_target_path, const String &p_source_path, bool p_encrypt = false);
	Error add_content(const String &p_target_path, const Vector<uint8_t> &p_content, bool p_encrypt = false); // A file that stands nowhere else.
	Error add_file_removal(const String &p_target_path); // Loading the pack takes the file away.
	Error flush(bool p_verbose = false);

	static constexpr const char *NO_KEY = "0000000000000000000000000000000000000000000000000000000000000000";

protected:
	static void _bind_methods();
	void let_go() override { file.unref(); }

private:
	bool _align();

	Ref<FileAccess> file;
	LocalVector<PckEntry> entries;
	Vector<uint8_t> key;
	uint64_t alignment = 1;
	uint64_t files_begin = 0;
	bool encrypts_directory = false;
};
