// PipedProcess: a program that was begun with its standard streams in our hands.
#pragma once

#include "core/io/file_access.h"

struct PipedProcess {
	Ref<FileAccess> stdio; // Reads what it prints, writes what it reads.
	Ref<FileAccess> stderr_output;
	int pid = -1; // No such program could be begun.
};
