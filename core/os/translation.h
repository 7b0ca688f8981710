// Translation: the messages of one language. OptimizedTranslation (optimized_translation.h): the same, packed, as editors import tables.
#pragma once

#include "core/io/resource.h"
#include "core/object/gdvirtual.h"
#include "core/os/plural_rules.h"
#include "core/templates/hash_map.h"

// A message is known by its text and its context (empty: none). Any thread may ask while nobody changes it.
class Translation : public Resource {
	GDCLASS(Translation, Resource);

public:
	Translation() { read_rules(); }

	void set_locale(const String &p_locale);
	String get_locale() const { return locale; }
	// "Plural-Forms: nplurals=...; plural=...;" in place of the rule of the locale. One that cannot be read is reported at once.
	void set_plural_rules_override(const String &p_rules);
	String get_plural_rules_override() const { return rules_override; }

	virtual void add_message(const StringName &p_message, const StringName &p_translated, const StringName &p_context = StringName());
	virtual void add_plural_message(const StringName &p_message, const Vector<String> &p_translated, const StringName &p_context = StringName());
	virtual StringName get_message(const StringName &p_message, const StringName &p_context = StringName()) const; // Empty: none.
	virtual StringName get_plural_message(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context = StringName()) const;
	virtual void erase_message(const StringName &p_message, const StringName &p_context = StringName());
	virtual Vector<String> get_message_list() const; // A context stands before its text, with EOT between.
	virtual Vector<String> get_translated_message_list() const;
	virtual int get_message_count() const { return int(messages.size()); }
	virtual void for_each(void (*p_visit)(const StringName &p_message, const StringName &p_context, const Vector<StringName> &p_translated, void *p_user), void *p_user) const;

protected:
	static void _bind_methods();
	GDVIRTUAL4RC(StringName, _get_plural_message, StringName, StringName, int, StringName)
	GDVIRTUAL2RC(StringName, _get_message, StringName, StringName)

private:
	// "context EOT text", as catalogues key it.
	static StringName key_of(const StringName &p_message, const StringName &p_context);
	void _set_messages(const Dictionary &p_messages);
	Dictionary _get_messages() const;
	void read_rules();

	String locale = "en";
	String rules_override;
	HashMap<StringName, Vector<StringName>> messages;
	PluralRules rules; // Those of the override, or else of the locale.
};
