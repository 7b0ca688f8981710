// The English names of the error codes.
#include "core/error/error_list.h"

#define X(m_name, m_value, m_text) m_text,
const char *const error_names[ERR_MAX] = { ESTRAGON_ERRORS(X) };
#undef X
