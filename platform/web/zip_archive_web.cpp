// ZIP archives without a library: browsers load what a project is made of by other means.
#include "core/io/pack/zip_archive.h"

Error ZipInput::open(const String &) {
	return ERR_UNAVAILABLE;
}

Error ZipInput::open_file(const Ref<FileAccess> &) {
	return ERR_UNAVAILABLE;
}

void ZipInput::close() {}

int64_t ZipInput::get_size(const String &) const {
	return -1;
}

int ZipInput::get_compression_level(const String &, bool) const {
	return -1;
}

int64_t ZipInput::find(const String &, bool) const {
	return -1;
}

Error ZipInput::read(const String &, bool, Vector<uint8_t> &) const {
	return ERR_UNAVAILABLE;
}

Error ZipOutput::open(const String &, Append) {
	return ERR_UNAVAILABLE;
}

Error ZipOutput::start_file(const String &, int) {
	return ERR_UNAVAILABLE;
}

Error ZipOutput::write(Span<uint8_t>) {
	return ERR_UNAVAILABLE;
}

Error ZipOutput::finish_file() {
	return ERR_UNAVAILABLE;
}

Error ZipOutput::close() {
	in_file = false;
	return ERR_UNAVAILABLE;
}

void ZipOutput::abandon() {
}
