// TranslationServer: the locale of the program, and the translations of its texts.
#pragma once

#include "core/os/translation_domain.h"

// tr() and its like end here (TranslationHook). The main domain has the project's translations; others are made on request.
class TranslationServer : public Object {
	GDCLASS(TranslationServer, Object);

public:
	static TranslationServer *get_singleton() { return singleton; }

	void set_locale(const String &p_locale); // Tells the main loop of the change.
	String get_locale() const { return locale; } // "en_US"
	String get_tool_locale() const { return locale; }
	const String &get_fallback_locale() const { return fallback; }
	// Loads what the project settings name, and takes their fallback and test locale.
	void load_project_translations();

	int compare_locales(const String &p_a, const String &p_b) const;
	String standardize_locale(const String &p_locale, bool p_add_defaults = false) const;
	Vector<String> get_all_languages() const;
	String get_language_name(const String &p_language) const;
	Vector<String> get_all_scripts() const;
	String get_script_name(const String &p_script) const;
	Vector<String> get_all_countries() const;
	String get_country_name(const String &p_country) const;
	String get_locale_name(const String &p_locale) const;
	String get_plural_rules(const String &p_locale) const;
	String format_number(const String &p_number, const String &p_locale) const;
	String parse_number(const String &p_number, const String &p_locale) const;
	String get_percent_sign(const String &p_locale) const;

	StringName translate(const StringName &p_message, const StringName &p_context = StringName()) const { return main->translate(p_message, p_context); }
	StringName translate_plural(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context = StringName()) const { return main->translate_plural(p_message, p_plural, p_n, p_context); }
	void add_translation(const Ref<Translation> &p_translation) { main->add_translation(p_translation); }
	void remove_translation(const Ref<Translation> &p_translation) { main->remove_translation(p_translation); }
	Ref<Translation> get_translation_object(const String &p_locale) { return main->get_translation_object(p_locale); }
	TypedArray<Translation> get_translations() const { return main->get_translations(); }
	TypedArray<Translation> find_translations(const String &p_locale, bool p_exact) const { return main->find_translations(p_locale, p_exact); }
	bool has_translation_for_locale(const String &p_locale, bool p_exact) const { return main->has_translation_for_locale(p_locale, p_exact); }
	bool has_translation(const Ref<Translation> &p_translation) const { return main->has_translation(p_translation); }
	Vector<String> get_loaded_locales() const { return main->get_loaded_locales(); }
	void clear() { main->clear(); }

	bool has_domain(const StringName &p_domain) const { return p_domain == StringName() || domains.has(p_domain); }
	Ref<TranslationDomain> get_or_add_domain(const StringName &p_domain);
	void remove_domain(const StringName &p_domain);

	void set_pseudolocalization_enabled(bool p_enabled);
	bool is_pseudolocalization_enabled() const { return main->is_pseudolocalization_enabled(); }
	void reload_pseudolocalization();
	StringName pseudolocalize(const StringName &p_message) const { return main->pseudolocalize(p_message); }

	TranslationServer();
	~TranslationServer() override;

protected:
	static void _bind_methods();

private:
	static TranslationServer *singleton;
	Ref<TranslationDomain> main;
	HashMap<StringName, Ref<TranslationDomain>> domains;
	String locale;
	String fallback = "en";

	static StringName translate_for(const StringName &p_domain, const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context);
	void tell_changed();
};
