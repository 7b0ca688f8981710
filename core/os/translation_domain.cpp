// The translation whose locale is nearest gives the text.
#include "core/os/translation_domain.h"

#include "core/config/project_settings.h"
#include "core/object/class_db.h"
#include "core/os/locale_names.h"
#include "core/os/translation_server.h"

void TranslationDomain::add_translation(const Ref<Translation> &p_translation) {
	ERR_FAIL_COND(p_translation.is_null());
	if (!has_translation(p_translation)) {
		translations.push_back(p_translation);
	}
}

void TranslationDomain::remove_translation(const Ref<Translation> &p_translation) {
	const int64_t found = translations.find(p_translation);
	if (found >= 0) {
		const Ref<Translation> leaving = translations[found];
		translations.remove_at(found);
	}
}

TypedArray<Translation> TranslationDomain::get_translations() const {
	TypedArray<Translation> list;
	for (const Ref<Translation> &translation : translations) {
		list.push_back(translation);
	}
	return list;
}

TypedArray<Translation> TranslationDomain::find_translations(const String &p_locale, bool p_exact) const {
	TypedArray<Translation> list;
	int best_score = 1;
	for (const Ref<Translation> &translation : translations) {
		const int score = p_exact ? (translation->get_locale() == p_locale ? 10 : 0) : LocaleNames::compare(p_locale, translation->get_locale());
		if (score > best_score) {
			list.clear();
			best_score = score;
		}
		if (score == best_score) {
			list.push_back(translation);
		}
	}
	return list;
}

bool TranslationDomain::has_translation_for_locale(const String &p_locale, bool p_exact) const {
	return !find_translations(p_locale, p_exact).is_empty();
}

Ref<Translation> TranslationDomain::get_translation_object(const String &p_locale) const {
	const TypedArray<Translation> found = find_translations(p_locale, false);
	return found.is_empty() ? Ref<Translation>() : Ref<Translation>(found[0]);
}

Vector<String> TranslationDomain::get_loaded_locales() const {
	Vector<String> locales;
	for (const Ref<Translation> &translation : translations) {
		if (!locales.has(translation->get_locale())) {
			locales.push_back(translation->get_locale());
		}
	}
	return locales;
}

template <typename F>
StringName TranslationDomain::best(const String &p_locale, F p_ask) const {
	StringName found;
	int best_score = 0;
	const Vector<Ref<Translation>> all = translations; // A translation may be a script's.
	for (const Ref<Translation> &translation : all) {
		const int score = LocaleNames::compare(p_locale, translation->get_locale());
		if (score <= best_score) {
			continue;
		}
		const StringName text = p_ask(translation);
		if (text != StringName()) {
			found = text;
			best_score = score;
		}
		if (best_score == 10) {
			break;
		}
	}
	return found;
}

template <typename F>
StringName TranslationDomain::best_or_fallback(F p_ask) const {
	if (translations.is_empty()) {
		return StringName();
	}
	const String locale = locale_override.is_empty() ? TranslationServer::get_singleton()->get_locale() : locale_override;
	const StringName found = best(locale, p_ask);
	const String fallback = TranslationServer::get_singleton()->get_fallback_locale();
	return found != StringName() || fallback.is_empty() ? found : best(fallback, p_ask);
}

StringName TranslationDomain::translate(const StringName &p_message, const StringName &p_context) const {
	if (!enabled) {
		return p_message;
	}
	const StringName found = best_or_fallback([&](const Ref<Translation> &p_from) { return p_from->get_message(p_message, p_context); });
	const StringName text = found == StringName() ? p_message : found;
	return pseudo.enabled ? pseudolocalize(text) : text;
}

StringName TranslationDomain::translate_plural(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context) const {
	const StringName plain = p_n == 1 ? p_message : p_plural;
	if (!enabled) {
		return plain;
	}
	const StringName found = best_or_fallback([&](const Ref<Translation> &p_from) { return p_from->get_plural_message(p_message, p_plural, p_n, p_context); });
	return found == StringName() ? plain : found;
}

void TranslationDomain::set_locale_override(const String &p_locale) {
	locale_override = p_locale.is_empty() ? String() : LocaleNames::standardize(p_locale);
}

// --- Strange texts ---

// %s and its like, and {name}.
bool TranslationDomain::is_placeholder(const String &p_text, int64_t p_at, int64_t &r_length) const {
	static constexpr char32_t conversions[] = U"sdcofxXv%";
	if (!pseudo.skip_placeholders || p_text[p_at] != '%' || p_at + 1 >= p_text.length()) {
		return false;
	}
	for (const char32_t conversion : conversions) {
		if (conversion && p_text[p_at + 1] == conversion) {
			r_length = 2;
			return true;
		}
	}
	return false;
}

StringName TranslationDomain::pseudolocalize(const StringName &p_message) const {
	// By letter, A to Z and a to z; some take a mark behind them.
	static constexpr const char32_t *accented[] = {
		U"Å", U"ß", U"Ç", U"Ð", U"É", U"F́", U"Ĝ", U"Ĥ", U"Ĩ", U"Ĵ", U"ĸ", U"Ł", U"Ḿ", U"й", U"Ö", U"Ṕ", U"Q́", U"R\u030C", U"Ŝ", U"Ŧ", U"Ũ", U"Ṽ", U"Ŵ", U"X́", U"Ÿ", U"Ž",
		U"á", U"ḅ", U"ć", U"d́", U"é", U"f́", U"ǵ", U"h̀", U"í", U"ǰ", U"ḱ", U"ł", U"m̀", U"ή", U"ô", U"ṕ", U"q́", U"ŕ", U"š", U"ŧ", U"ü", U"ṽ", U"ŵ", U"x́", U"ý", U"ź"
	};
	const String BIDI_BEGIN = String::chr(0x202e);
	const String BIDI_END = String::chr(0x202c);
	const String text = p_message;
	String out;
	for (int64_t i = 0; i < text.length(); i++) {
		int64_t length = 0;
		if (is_placeholder(text, i, length)) {
			out += pseudo.fake_bidi ? BIDI_END + text.substr(i, length) + BIDI_BEGIN : text.substr(i, length);
			i += length - 1;
			continue;
		}
		const char32_t letter = text[i];
		const bool is_vowel = String("aeiouAEIOU").find(String::chr(letter)) >= 0;
		const bool is_upper = letter >= 'A' && letter <= 'Z';
		const String shown = pseudo.stars ? String("*") : (pseudo.accents && (is_upper || (letter >= 'a' && letter <= 'z')) ? String(accented[is_upper ? letter - 'A' : letter - 'a' + 26]) : String::chr(letter));
		out += shown;
		if (pseudo.double_vowels && is_vowel && !pseudo.stars) {
			out += shown;
		}
	}
	if (pseudo.fake_bidi) { // Each line as if it ran the other way.
		out = BIDI_BEGIN + out.replace("\n", BIDI_END + "\n" + BIDI_BEGIN) + BIDI_END;
	}
	static constexpr double MOST_FILL = 1 << 16;
	const double extra = double(text.length()) * double(pseudo.expansion) / 2;
	const String fill = String("_").repeat(extra > 0 ? int64_t(MIN(extra, MOST_FILL)) : 0); // Ratios may be any number, or none.
	return pseudo.prefix + fill + out + fill + pseudo.suffix;
}

void TranslationDomain::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_translation_object", "locale"), &TranslationDomain::get_translation_object);
	ClassDB::bind_method(D_METHOD("add_translation", "translation"), &TranslationDomain::add_translation);
	ClassDB::bind_method(D_METHOD("remove_translation", "translation"), &TranslationDomain::remove_translation);
	ClassDB::bind_method(D_METHOD("clear"), &TranslationDomain::clear);
	ClassDB::bind_method(D_METHOD("get_translations"), &TranslationDomain::get_translations);
	ClassDB::bind_method(D_METHOD("has_translation_for_locale", "locale", "exact"), &TranslationDomain::has_translation_for_locale);
	ClassDB::bind_method(D_METHOD("has_translation", "translation"), &TranslationDomain::has_translation);
	ClassDB::bind_method(D_METHOD("find_translations", "locale", "exact"), &TranslationDomain::find_translations);
	ClassDB::bind_method(D_METHOD("translate", "message", "context"), &TranslationDomain::translate, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("translate_plural", "message", "message_plural", "n", "context"), &TranslationDomain::translate_plural, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("get_locale_override"), &TranslationDomain::get_locale_override);
	ClassDB::bind_method(D_METHOD("set_locale_override", "locale"), &TranslationDomain::set_locale_override);
	ClassDB::bind_method(D_METHOD("is_enabled"), &TranslationDomain::is_enabled);
	ClassDB::bind_method(D_METHOD("set_enabled", "enabled"), &TranslationDomain::set_enabled);
	ClassDB::bind_method(D_METHOD("pseudolocalize", "message"), &TranslationDomain::pseudolocalize);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_enabled"), &TranslationDomain::is_pseudolocalization_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_enabled", "enabled"), &TranslationDomain::set_pseudolocalization_enabled);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_accents_enabled"), &TranslationDomain::is_pseudolocalization_accents_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_accents_enabled", "enabled"), &TranslationDomain::set_pseudolocalization_accents_enabled);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_double_vowels_enabled"), &TranslationDomain::is_pseudolocalization_double_vowels_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_double_vowels_enabled", "enabled"), &TranslationDomain::set_pseudolocalization_double_vowels_enabled);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_fake_bidi_enabled"), &TranslationDomain::is_pseudolocalization_fake_bidi_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_fake_bidi_enabled", "enabled"), &TranslationDomain::set_pseudolocalization_fake_bidi_enabled);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_override_enabled"), &TranslationDomain::is_pseudolocalization_override_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_override_enabled", "enabled"), &TranslationDomain::set_pseudolocalization_override_enabled);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_skip_placeholders_enabled"), &TranslationDomain::is_pseudolocalization_skip_placeholders_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_skip_placeholders_enabled", "enabled"), &TranslationDomain::set_pseudolocalization_skip_placeholders_enabled);
	ClassDB::bind_method(D_METHOD("get_pseudolocalization_expansion_ratio"), &TranslationDomain::get_pseudolocalization_expansion_ratio);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_expansion_ratio", "ratio"), &TranslationDomain::set_pseudolocalization_expansion_ratio);
	ClassDB::bind_method(D_METHOD("get_pseudolocalization_prefix"), &TranslationDomain::get_pseudolocalization_prefix);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_prefix", "prefix"), &TranslationDomain::set_pseudolocalization_prefix);
	ClassDB::bind_method(D_METHOD("get_pseudolocalization_suffix"), &TranslationDomain::get_pseudolocalization_suffix);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_suffix", "suffix"), &TranslationDomain::set_pseudolocalization_suffix);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "enabled"), "set_enabled", "is_enabled");
	for (const char *name : { "enabled", "accents_enabled", "double_vowels_enabled", "fake_bidi_enabled", "override_enabled", "skip_placeholders_enabled" }) {
		const String full = String("pseudolocalization_") + name;
		ADD_PROPERTY(PropertyInfo(Variant::BOOL, full), ("set_" + full).utf8().get_data(), ("is_" + full).utf8().get_data());
	}
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "pseudolocalization_expansion_ratio"), "set_pseudolocalization_expansion_ratio", "get_pseudolocalization_expansion_ratio");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "pseudolocalization_prefix"), "set_pseudolocalization_prefix", "get_pseudolocalization_prefix");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "pseudolocalization_suffix"), "set_pseudolocalization_suffix", "get_pseudolocalization_suffix");
}
