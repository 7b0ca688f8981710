// The error codes of the scripting API (global enum Error) and their English names.
#pragma once

#include "core/typedefs.h"

// X(name, value, English): the one list from which the enum, error_names and the constants of scripts come.
#define ESTRAGON_ERRORS(X) \
	X(OK, 0, "OK") \
	X(FAILED, 1, "Failed") \
	X(ERR_UNAVAILABLE, 2, "Unavailable") \
	X(ERR_UNCONFIGURED, 3, "Unconfigured") \
	X(ERR_UNAUTHORIZED, 4, "Unauthorized") \
	X(ERR_PARAMETER_RANGE_ERROR, 5, "Parameter out of range") \
	X(ERR_OUT_OF_MEMORY, 6, "Out of memory") \
	X(ERR_FILE_NOT_FOUND, 7, "File not found") \
	X(ERR_FILE_BAD_DRIVE, 8, "File: Bad drive") \
	X(ERR_FILE_BAD_PATH, 9, "File: Bad path") \
	X(ERR_FILE_NO_PERMISSION, 10, "File: Permission denied") \
	X(ERR_FILE_ALREADY_IN_USE, 11, "File already in use") \
	X(ERR_FILE_CANT_OPEN, 12, "Can't open file") \
	X(ERR_FILE_CANT_WRITE, 13, "Can't write file") \
	X(ERR_FILE_CANT_READ, 14, "Can't read file") \
	X(ERR_FILE_UNRECOGNIZED, 15, "File unrecognized") \
	X(ERR_FILE_CORRUPT, 16, "File corrupt") \
	X(ERR_FILE_MISSING_DEPENDENCIES, 17, "Missing dependencies for file") \
	X(ERR_FILE_EOF, 18, "End of file") \
	X(ERR_CANT_OPEN, 19, "Can't open") \
	X(ERR_CANT_CREATE, 20, "Can't create") \
	X(ERR_QUERY_FAILED, 21, "Query failed") \
	X(ERR_ALREADY_IN_USE, 22, "Already in use") \
	X(ERR_LOCKED, 23, "Locked") \
	X(ERR_TIMEOUT, 24, "Timeout") \
	X(ERR_CANT_CONNECT, 25, "Can't connect") \
	X(ERR_CANT_RESOLVE, 26, "Can't resolve") \
	X(ERR_CONNECTION_ERROR, 27, "Connection error") \
	X(ERR_CANT_ACQUIRE_RESOURCE, 28, "Can't acquire resource") \
	X(ERR_CANT_FORK, 29, "Can't fork") \
	X(ERR_INVALID_DATA, 30, "Invalid data") \
	X(ERR_INVALID_PARAMETER, 31, "Invalid parameter") \
	X(ERR_ALREADY_EXISTS, 32, "Already exists") \
	X(ERR_DOES_NOT_EXIST, 33, "Does not exist") \
	X(ERR_DATABASE_CANT_READ, 34, "Can't read database") \
	X(ERR_DATABASE_CANT_WRITE, 35, "Can't write database") \
	X(ERR_COMPILATION_FAILED, 36, "Compilation failed") \
	X(ERR_METHOD_NOT_FOUND, 37, "Method not found") \
	X(ERR_LINK_FAILED, 38, "Link failed") \
	X(ERR_SCRIPT_FAILED, 39, "Script failed") \
	X(ERR_CYCLIC_LINK, 40, "Cyclic link detected") \
	X(ERR_INVALID_DECLARATION, 41, "Invalid declaration") \
	X(ERR_DUPLICATE_SYMBOL, 42, "Duplicate symbol") \
	X(ERR_PARSE_ERROR, 43, "Parse error") \
	X(ERR_BUSY, 44, "Busy") \
	X(ERR_SKIP, 45, "Skip") \
	X(ERR_HELP, 46, "Help") \
	X(ERR_BUG, 47, "Bug") \
	X(ERR_PRINTER_ON_FIRE, 48, "Printer on fire")

enum Error : int {
#define X(m_name, m_value, m_text) m_name = m_value,
	ESTRAGON_ERRORS(X)
#undef X
			ERR_MAX = 49,
};

// Indexed by Error, e.g. error_names[ERR_CANT_OPEN] is "Can't open". Valid for the life of the program.
extern const char *const error_names[ERR_MAX];
