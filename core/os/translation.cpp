// Messages by context and text.
#include "core/os/translation.h"

#include "core/object/class_db.h"
#include "core/os/locale_names.h"

static constexpr char32_t CONTEXT_END = 0x04; // EOT, as gettext has it.

StringName Translation::key_of(const StringName &p_message, const StringName &p_context) {
	return p_context == StringName() ? p_message : StringName(String(p_context) + String::chr(CONTEXT_END) + String(p_message));
}

void Translation::set_locale(const String &p_locale) {
	locale = LocaleNames::standardize(p_locale);
	read_rules();
}

void Translation::set_plural_rules_override(const String &p_rules) {
	rules_override = p_rules;
	read_rules();
}

void Translation::read_rules() {
	String text = rules_override.is_empty() ? LocaleNames::get_plural_rule(locale) : rules_override;
	text = text.is_empty() ? String("nplurals=2; plural=(n != 1);") : text; // Of languages that nobody knows.
	String error;
	if (!rules.parse(text, error)) {
		ERR_PRINT(vformat("The rule for plurals of %s, \"%s\", cannot be read: %s.", get_path().is_empty() ? locale : get_path(), text, error));
	}
}

void Translation::add_message(const StringName &p_message, const StringName &p_translated, const StringName &p_context) {
	messages.insert(key_of(p_message, p_context), Vector<StringName>({ p_translated }));
}

void Translation::add_plural_message(const StringName &p_message, const Vector<String> &p_translated, const StringName &p_context) {
	ERR_FAIL_COND_MSG(p_translated.is_empty(), "A message with plurals needs at least one translation.");
	Vector<StringName> forms;
	for (const String &form : p_translated) {
		forms.push_back(form);
	}
	messages.insert(key_of(p_message, p_context), forms);
}

StringName Translation::get_message(const StringName &p_message, const StringName &p_context) const {
	StringName own;
	if (GDVIRTUAL_CALL(_get_message, p_message, p_context, own)) {
		return own;
	}
	const Vector<StringName> *found = messages.getptr(key_of(p_message, p_context));
	return found ? (*found)[0] : StringName();
}

StringName Translation::get_plural_message(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context) const {
	StringName own;
	if (GDVIRTUAL_CALL(_get_plural_message, p_message, p_plural, p_n, p_context, own)) {
		return own;
	}
	const Vector<StringName> *found = messages.getptr(key_of(p_message, p_context));
	if (!found) {
		return StringName();
	}
	return (*found)[MIN(int64_t(rules.get_form(p_n)), found->size() - 1)];
}

void Translation::erase_message(const StringName &p_message, const StringName &p_context) {
	messages.erase(key_of(p_message, p_context));
}

Vector<String> Translation::get_message_list() const {
	Vector<String> list;
	for (const KeyValue<StringName, Vector<StringName>> &entry : messages) {
		list.push_back(entry.key);
	}
	return list;
}

Vector<String> Translation::get_translated_message_list() const {
	Vector<String> list;
	for (const KeyValue<StringName, Vector<StringName>> &entry : messages) {
		for (const StringName &form : entry.value) {
			list.push_back(form);
		}
	}
	return list;
}

void Translation::for_each(void (*p_visit)(const StringName &p_message, const StringName &p_context, const Vector<StringName> &p_translated, void *p_user), void *p_user) const {
	for (const KeyValue<StringName, Vector<StringName>> &entry : messages) {
		const String key = entry.key;
		const int64_t end = key.find(String::chr(CONTEXT_END));
		p_visit(end < 0 ? entry.key : StringName(key.substr(end + 1)), end < 0 ? StringName() : StringName(key.substr(0, end)), entry.value, p_user);
	}
}

// Keys are [context, text], values lists of forms; older files have texts for both.
void Translation::_set_messages(const Dictionary &p_messages) {
	messages.clear();
	const Array keys = p_messages.keys();
	for (int64_t i = 0; i < keys.size(); i++) {
		const Variant value = p_messages[keys[i]];
		const Array pair = keys[i].get_type() == Variant::ARRAY ? Array(keys[i]) : Array{ String(), keys[i] };
		ERR_FAIL_COND_MSG(pair.size() != 2, vformat("Entry %d of the messages is keyed by %s, not by a context and a text.", int(i + 1), keys[i]));
		Vector<StringName> forms;
		if (value.is_string()) {
			forms.push_back(value);
		} else {
			const Array list = value;
			for (int64_t k = 0; k < list.size(); k++) {
				forms.push_back(list[k]);
			}
		}
		if (!forms.is_empty()) {
			messages.insert(key_of(pair[1], pair[0]), forms);
		}
	}
}

Dictionary Translation::_get_messages() const {
	Dictionary kept;
	for_each([](const StringName &p_message, const StringName &p_context, const Vector<StringName> &p_translated, void *p_user) {
		Array forms;
		for (const StringName &form : p_translated) {
			forms.push_back(form);
		}
		(*static_cast<Dictionary *>(p_user))[Array{ p_context, p_message }] = forms;
	},
			&kept);
	return kept;
}

void Translation::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_locale", "locale"), &Translation::set_locale);
	ClassDB::bind_method(D_METHOD("get_locale"), &Translation::get_locale);
	ClassDB::bind_method(D_METHOD("add_message", "src_message", "xlated_message", "context"), &Translation::add_message, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("add_plural_message", "src_message", "xlated_messages", "context"), &Translation::add_plural_message, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("get_message", "src_message", "context"), &Translation::get_message, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("get_plural_message", "src_message", "src_plural_message", "n", "context"), &Translation::get_plural_message, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("erase_message", "src_message", "context"), &Translation::erase_message, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("get_message_list"), &Translation::get_message_list);
	ClassDB::bind_method(D_METHOD("get_translated_message_list"), &Translation::get_translated_message_list);
	ClassDB::bind_method(D_METHOD("get_message_count"), &Translation::get_message_count);
	ClassDB::bind_method(D_METHOD("_set_messages", "messages"), &Translation::_set_messages);
	ClassDB::bind_method(D_METHOD("_get_messages"), &Translation::_get_messages);
	ClassDB::bind_method(D_METHOD("set_plural_rules_override", "rules"), &Translation::set_plural_rules_override);
	ClassDB::bind_method(D_METHOD("get_plural_rules_override"), &Translation::get_plural_rules_override);
	GDVIRTUAL_BIND(_get_plural_message, "src_message", "src_plural_message", "n", "context");
	GDVIRTUAL_BIND(_get_message, "src_message", "context");
	ADD_PROPERTY(PropertyInfo(Variant::DICTIONARY, "messages", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_messages", "_get_messages");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "locale", PROPERTY_HINT_LOCALE_ID), "set_locale", "get_locale");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "plural_rules_override"), "set_plural_rules_override", "get_plural_rules_override");
}
