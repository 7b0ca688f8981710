// OS in a browser: POSIX as far as Emscripten emulates it, no processes, no sockets.
#pragma once

#include "core/os/piped_process.h"
#include "platform/unix/os_unix.h"

class OS_Web final : public OS_Unix {
public:
	String get_name() const override { return "Web"; }
	String get_executable_path() const override { return "/estragon"; }
	int get_processor_count() const override { return 1; } // Without threads more would be no use.
	int execute(const String &p_path, const Vector<String> &p_arguments, String *r_output, bool p_read_stderr) override { return -1; }
	int create_process(const String &p_path, const Vector<String> &p_arguments) override { return -1; }
	PipedProcess execute_with_pipe(const String &p_path, const Vector<String> &p_arguments, bool p_blocking) override { return PipedProcess(); }

protected:
	bool _has_platform_feature(const String &p_tag) const override;
};
