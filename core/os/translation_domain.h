// TranslationDomain: the translations that belong together; one is the project's, and addons may have their own.
#pragma once

#include "core/os/translation.h"
#include "core/variant/typed_array.h"

class TranslationDomain : public RefCounted {
	GDCLASS(TranslationDomain, RefCounted);

public:
	void add_translation(const Ref<Translation> &p_translation);
	void remove_translation(const Ref<Translation> &p_translation);
	void clear() { translations.clear(); }
	TypedArray<Translation> get_translations() const;
	bool has_translation(const Ref<Translation> &p_translation) const { return translations.find(p_translation) >= 0; }
	// p_exact: for this very locale, else for one that it can do with.
	TypedArray<Translation> find_translations(const String &p_locale, bool p_exact) const;
	bool has_translation_for_locale(const String &p_locale, bool p_exact) const;
	Ref<Translation> get_translation_object(const String &p_locale) const; // The nearest; null without one.
	Vector<String> get_loaded_locales() const;

	// In the locale of the server (or the override), else in the fallback, else as it is.
	StringName translate(const StringName &p_message, const StringName &p_context = StringName()) const;
	StringName translate_plural(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context = StringName()) const;
	void set_locale_override(const String &p_locale);
	String get_locale_override() const { return locale_override; }
	void set_enabled(bool p_enabled) { enabled = p_enabled; }
	bool is_enabled() const { return enabled; }

	// Texts made strange on purpose, to see which were forgotten and where there is too little room.
	StringName pseudolocalize(const StringName &p_message) const;
	void set_pseudolocalization_enabled(bool p_on) { pseudo.enabled = p_on; }
	bool is_pseudolocalization_enabled() const { return pseudo.enabled; }
	void set_pseudolocalization_accents_enabled(bool p_on) { pseudo.accents = p_on; }
	bool is_pseudolocalization_accents_enabled() const { return pseudo.accents; }
	void set_pseudolocalization_double_vowels_enabled(bool p_on) { pseudo.double_vowels = p_on; }
	bool is_pseudolocalization_double_vowels_enabled() const { return pseudo.double_vowels; }
	void set_pseudolocalization_fake_bidi_enabled(bool p_on) { pseudo.fake_bidi = p_on; }
	bool is_pseudolocalization_fake_bidi_enabled() const { return pseudo.fake_bidi; }
	void set_pseudolocalization_override_enabled(bool p_on) { pseudo.stars = p_on; }
	bool is_pseudolocalization_override_enabled() const { return pseudo.stars; }
	void set_pseudolocalization_skip_placeholders_enabled(bool p_on) { pseudo.skip_placeholders = p_on; }
	bool is_pseudolocalization_skip_placeholders_enabled() const { return pseudo.skip_placeholders; }
	void set_pseudolocalization_expansion_ratio(float p_ratio) { pseudo.expansion = p_ratio; }
	float get_pseudolocalization_expansion_ratio() const { return pseudo.expansion; }
	void set_pseudolocalization_prefix(const String &p_text) { pseudo.prefix = p_text; }
	String get_pseudolocalization_prefix() const { return pseudo.prefix; }
	void set_pseudolocalization_suffix(const String &p_text) { pseudo.suffix = p_text; }
	String get_pseudolocalization_suffix() const { return pseudo.suffix; }

protected:
	static void _bind_methods();

private:
	struct Pseudo {
		bool enabled = false;
		bool accents = true;
		bool double_vowels = false;
		bool fake_bidi = false;
		bool stars = false;
		bool skip_placeholders = true;
		float expansion = 0.0f;
		String prefix = "[";
		String suffix = "]";
	};
	Vector<Ref<Translation>> translations;
	String locale_override;
	Pseudo pseudo;
	bool enabled = true;

	template <typename F>
	StringName best(const String &p_locale, F p_ask) const;
	template <typename F>
	StringName best_or_fallback(F p_ask) const;
	bool is_placeholder(const String &p_text, int64_t p_at, int64_t &r_length) const;
};
