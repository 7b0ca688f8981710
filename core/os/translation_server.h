// TranslationServer: the locale of the program. Texts pass through untranslated until catalogues can be loaded.
#pragma once

#include "core/object/object.h"

class TranslationServer : public Object {
	GDCLASS(TranslationServer, Object);

public:
	static TranslationServer *get_singleton() { return singleton; }

	void set_locale(const String &p_locale) { locale = p_locale; }
	String get_locale() const { return locale; } // "en_US"
	String get_tool_locale() const { return locale; }
	StringName translate(const StringName &p_message, const StringName &p_context = StringName()) const { return p_message; }
	StringName translate_plural(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context = StringName()) const { return p_n == 1 ? p_message : p_plural; }

	TranslationServer();
	~TranslationServer() override;

protected:
	static void _bind_methods();

private:
	static TranslationServer *singleton;
	String locale;
};
