// A file that takes the place of another when it is whole, for saves that a crash, a full disk or a killed process must not spoil.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"

// begin(), write into the descriptor, then commit() or discard(); dropped without either, it discards. Symbolic links are followed: what
// they point to is replaced, with the same mode and, where the system allows it, the same owner. Hard links of the old file keep the old contents.
// What cannot be replaced (devices, pipes, what /proc names) is opened itself.
class FileReplacement {
public:
	// r_descriptor is the caller's to close, after commit() or discard(). p_path is absolute.
	Error begin(const String &p_path, int &r_descriptor);
	bool is_begun() const { return begun; }
	// So much more was written. What a large file has by now starts on its way to the disk, so that commit() has little left to wait for.
	void note_written(int p_descriptor, uint64_t p_bytes) {
		unstarted += p_bytes;
		if (unstarted >= BYTES_A_START) {
			start_storing(p_descriptor);
		}
	}
	// Everything is written to p_descriptor and on its way to the disk; then the name changes hands. The old file stays when this fails.
	Error commit(int p_descriptor);
	void discard();

	FileReplacement() = default;
	~FileReplacement() { discard(); }
	FileReplacement(const FileReplacement &) = delete;
	FileReplacement &operator=(const FileReplacement &) = delete;

private:
	Error open_special(const CharString &p_path, int &r_descriptor);
	Error make_beside(int &r_descriptor);
	bool make_nameless(int &r_descriptor);
	Error make_named(int &r_descriptor);
	Error choose_name();
	void start_storing(int p_descriptor);

	static constexpr uint64_t BYTES_A_START = 8 * 1024 * 1024;

	CharString target; // Without links.
	CharString temporary; // The name that the new file has or will have; empty when a special file is written itself.
	bool is_named = false; // A nameless file vanishes with the process.
	bool begun = false;
	uint64_t unstarted = 0;
};
