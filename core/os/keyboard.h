// Names of keys. The values are those of the global enum Key.
#pragma once

#include "core/string/ustring.h"
#include "core/variant/type_info.h"

#include <cstdint>

enum class Key : int64_t { NONE = 0 };

struct KeyModifier {
	static constexpr int64_t CMD_OR_CTRL = 1 << 24;
	static constexpr int64_t SHIFT = 1 << 25;
	static constexpr int64_t ALT = 1 << 26;
	static constexpr int64_t META = 1 << 27;
	static constexpr int64_t CTRL = 1 << 28;
	static constexpr int64_t ALL = CMD_OR_CTRL | SHIFT | ALT | META | CTRL;
};

// "Ctrl+Shift+A"; empty for no key.
String get_keycode_string(Key p_code);
// The reverse, in any case; NONE when a part is no name.
Key find_keycode(const String &p_name);
