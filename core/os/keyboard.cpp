// One table of names, in the order of the keys.
#include "core/os/keyboard.h"

namespace {

struct KeyName {
	int64_t code;
	const char *name;
};

constexpr KeyName NAMES[] = {
#define KEY(m_code, m_name) { m_code, m_name },
#include "core/os/keyboard_names.inc"
#undef KEY
};

struct ModifierName {
	int64_t mask;
	const char *name;
};

constexpr ModifierName MODIFIERS[] = { { KeyModifier::CTRL, "Ctrl" }, { KeyModifier::ALT, "Alt" }, { KeyModifier::SHIFT, "Shift" }, { KeyModifier::META, "Meta" } };

int64_t find_one(const String &p_name) {
	for (const KeyName &key : NAMES) {
		if (p_name.nocasecmp_to(key.name) == 0) {
			return key.code;
		}
	}
	return p_name.length() == 1 ? int64_t(p_name.to_upper()[0]) : 0;
}

} // namespace

String get_keycode_string(Key p_code) {
	String text;
	const int64_t code = int64_t(p_code);
	for (const ModifierName &modifier : MODIFIERS) {
		if (code & modifier.mask) {
			text += String(modifier.name) + "+";
		}
	}
	const int64_t plain = code & ~KeyModifier::ALL;
	if (plain == 0) {
		return text.is_empty() ? text : text.substr(0, text.length() - 1);
	}
	for (const KeyName &key : NAMES) {
		if (key.code == plain) {
			return text + key.name;
		}
	}
	return text + String::chr(char32_t(plain));
}

Key find_keycode(const String &p_name) {
	int64_t code = 0;
	const Vector<String> parts = p_name.split("+", false);
	for (const String &part : parts) {
		int64_t mask = 0;
		for (const ModifierName &modifier : MODIFIERS) {
			mask = part.nocasecmp_to(modifier.name) == 0 ? modifier.mask : mask;
		}
		const int64_t key = mask ? mask : find_one(part);
		if (key == 0) {
			return Key::NONE;
		}
		code |= key;
	}
	return Key(code);
}
