// Small reads come out of a buffer that one read() fills; large ones pass it by.
#include "platform/unix/file_access_pipe.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

Ref<FileAccess> FileAccessPipe::make(int p_read_from, int p_write_to) {
	FileAccessPipe *pipe = memnew(FileAccessPipe);
	pipe->read_from = p_read_from;
	pipe->write_to = p_write_to;
	return Ref<FileAccess>(pipe);
}

FileAccessPipe::~FileAccessPipe() {
	close();
}

void FileAccessPipe::close() {
	if (read_from >= 0) {
		::close(read_from);
	}
	if (write_to >= 0) {
		::close(write_to);
	}
	read_from = -1;
	write_to = -1;
	waiting_begin = waiting_end;
}

Error FileAccessPipe::commit() {
	close();
	return last_error;
}

uint64_t FileAccessPipe::get_length() const {
	ERR_FAIL_COND_V_MSG(read_from < 0, 0, "The pipe is not open.");
	int count = 0;
	if (::ioctl(read_from, FIONREAD, &count) != 0) {
		count = 0;
	}
	return uint64_t(count) + (waiting_end - waiting_begin);
}

uint64_t FileAccessPipe::take_waiting(uint8_t *r_into, uint64_t p_length) const {
	const uint64_t count = MIN(p_length, uint64_t(waiting_end - waiting_begin));
	memcpy(r_into, waiting + waiting_begin, count);
	waiting_begin += uint32_t(count);
	return count;
}

static ssize_t read_some(int p_from, uint8_t *r_into, uint64_t p_length) {
	ssize_t count;
	do {
		count = ::read(p_from, r_into, size_t(p_length));
	} while (count < 0 && errno == EINTR);
	return count;
}

uint64_t FileAccessPipe::get_buffer(uint8_t *r_into, uint64_t p_length) const {
	ERR_FAIL_COND_V_MSG(read_from < 0, 0, "The pipe is not open.");
	if (p_length == 0) {
		return 0;
	}
	uint64_t count = take_waiting(r_into, p_length);
	if (count == 0 && p_length >= sizeof(waiting)) {
		count = uint64_t(MAX(read_some(read_from, r_into, p_length), ssize_t(0)));
	} else if (count == 0) {
		waiting_begin = 0;
		waiting_end = uint32_t(MAX(read_some(read_from, waiting, sizeof(waiting)), ssize_t(0)));
		count = take_waiting(r_into, p_length);
	}
	last_error = count < p_length ? ERR_FILE_CANT_READ : OK;
	return count;
}

bool FileAccessPipe::store_buffer(const uint8_t *p_data, uint64_t p_length) {
	ERR_FAIL_COND_V_MSG(write_to < 0, false, read_from < 0 ? "The pipe is not open." : "This pipe is for reading alone.");
	for (uint64_t done = 0; done < p_length;) {
		const ssize_t count = ::write(write_to, p_data + done, size_t(p_length - done));
		if (count >= 0) {
			done += uint64_t(count);
		} else if (errno != EINTR) {
			last_error = ERR_FILE_CANT_WRITE;
			return false;
		}
	}
	return true;
}
