// The locale starts as the system's.
#include "core/os/translation_server.h"

#include "core/config/project_settings.h"
#include "core/io/resource_loader.h"
#include "core/object/class_db.h"
#include "core/object/translation_hook.h"
#include "core/os/locale_names.h"
#include "core/os/main_loop.h"
#include "core/os/os.h"

TranslationServer *TranslationServer::singleton = nullptr;

TranslationServer::TranslationServer() {
	main.instantiate();
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
		translation_hook.translate = &TranslationServer::translate_for;
	}
	locale = LocaleNames::standardize(OS::get_singleton()->get_locale());
}

TranslationServer::~TranslationServer() {
	if (singleton == this) {
		translation_hook.translate = nullptr;
		singleton = nullptr;
	}
}

// p_plural: empty for a message without plurals.
StringName TranslationServer::translate_for(const StringName &p_domain, const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context) {
	const Ref<TranslationDomain> *found = p_domain == StringName() ? nullptr : singleton->domains.getptr(p_domain);
	const Ref<TranslationDomain> domain = found ? *found : singleton->main;
	return p_plural == StringName() ? domain->translate(p_message, p_context) : domain->translate_plural(p_message, p_plural, p_n, p_context);
}

void TranslationServer::tell_changed() {
	if (MainLoop *loop = OS::get_singleton()->get_main_loop()) {
		loop->notification(MainLoop::NOTIFICATION_TRANSLATION_CHANGED);
	}
}

void TranslationServer::set_locale(const String &p_locale) {
	const String standard = LocaleNames::standardize(p_locale);
	if (standard != locale) {
		locale = standard;
		tell_changed();
	}
}

void TranslationServer::load_project_translations() {
	ProjectSettings *settings = ProjectSettings::get_singleton();
	fallback = settings->get_setting_with_override(SNAME("internationalization/locale/fallback"));
	const String test = settings->get_setting_with_override(SNAME("internationalization/locale/test"));
	if (!test.is_empty()) {
		set_locale(test);
	}
	const Vector<String> paths = settings->get_setting_with_override(SNAME("internationalization/locale/translations"));
	for (const String &path : paths) {
		const Ref<Translation> translation(ResourceLoader::load(path)); // Which tells what is wrong.
		if (translation.is_valid()) {
			add_translation(translation);
		}
	}
	reload_pseudolocalization();
}

int TranslationServer::compare_locales(const String &p_a, const String &p_b) const {
	return LocaleNames::compare(p_a, p_b);
}

String TranslationServer::standardize_locale(const String &p_locale, bool p_add_defaults) const {
	return LocaleNames::standardize(p_locale, p_add_defaults);
}

Vector<String> TranslationServer::get_all_languages() const {
	return LocaleNames::get_codes(LocaleNames::LANGUAGE);
}

String TranslationServer::get_language_name(const String &p_language) const {
	return LocaleNames::get_name(LocaleNames::LANGUAGE, p_language);
}

Vector<String> TranslationServer::get_all_scripts() const {
	return LocaleNames::get_codes(LocaleNames::SCRIPT);
}

String TranslationServer::get_script_name(const String &p_script) const {
	return LocaleNames::get_name(LocaleNames::SCRIPT, p_script);
}

Vector<String> TranslationServer::get_all_countries() const {
	return LocaleNames::get_codes(LocaleNames::COUNTRY);
}

String TranslationServer::get_country_name(const String &p_country) const {
	return LocaleNames::get_name(LocaleNames::COUNTRY, p_country);
}

String TranslationServer::get_locale_name(const String &p_locale) const {
	return LocaleNames::get_locale_name(p_locale);
}

String TranslationServer::get_plural_rules(const String &p_locale) const {
	return LocaleNames::get_plural_rule(p_locale);
}

String TranslationServer::format_number(const String &p_number, const String &p_locale) const {
	const LocaleNames::NumberForms *forms = LocaleNames::get_number_forms(p_locale);
	if (!forms) {
		return p_number;
	}
	String text = p_number.replace("e", forms->exponent).replace("E", forms->capital_exponent);
	for (int64_t i = 0; i < text.length(); i++) {
		const char32_t letter = text[i];
		if (letter >= '0' && letter <= '9') {
			text.set(i, forms->digits[letter - '0']);
		} else if (letter == '.' || letter == ',') {
			text.set(i, forms->separator[0]);
		}
	}
	return text;
}

String TranslationServer::parse_number(const String &p_number, const String &p_locale) const {
	const LocaleNames::NumberForms *forms = LocaleNames::get_number_forms(p_locale);
	if (!forms) {
		return p_number;
	}
	String text = p_number.replace(forms->exponent, "e").replace(forms->capital_exponent, "E");
	for (int64_t i = 0; i < text.length(); i++) {
		for (int digit = 0; digit < 10; digit++) {
			if (text[i] == forms->digits[digit]) {
				text.set(i, char32_t('0' + digit));
			}
		}
		if (text[i] == forms->separator[0]) {
			text.set(i, U'.');
		}
	}
	return text;
}

String TranslationServer::get_percent_sign(const String &p_locale) const {
	const LocaleNames::NumberForms *forms = LocaleNames::get_number_forms(p_locale);
	return forms ? String(forms->percent) : String("%");
}

Ref<TranslationDomain> TranslationServer::get_or_add_domain(const StringName &p_domain) {
	if (p_domain == StringName()) {
		return main;
	}
	Ref<TranslationDomain> &domain = domains[p_domain];
	if (domain.is_null()) {
		domain.instantiate();
	}
	return domain;
}

void TranslationServer::remove_domain(const StringName &p_domain) {
	ERR_FAIL_COND_MSG(p_domain == StringName(), "The main domain cannot be removed.");
	domains.erase(p_domain);
}

void TranslationServer::set_pseudolocalization_enabled(bool p_enabled) {
	main->set_pseudolocalization_enabled(p_enabled);
	tell_changed();
}

void TranslationServer::reload_pseudolocalization() {
	ProjectSettings *settings = ProjectSettings::get_singleton();
	const auto value = [settings](const char *p_name) {
		return settings->get_setting(String("internationalization/pseudolocalization/") + p_name, Variant());
	};
	if (value("use_pseudolocalization").get_type() == Variant::NIL) {
		return;
	}
	main->set_pseudolocalization_enabled(value("use_pseudolocalization"));
	main->set_pseudolocalization_accents_enabled(value("replace_with_accents"));
	main->set_pseudolocalization_double_vowels_enabled(value("double_vowels"));
	main->set_pseudolocalization_fake_bidi_enabled(value("fake_bidi"));
	main->set_pseudolocalization_override_enabled(value("override"));
	main->set_pseudolocalization_expansion_ratio(value("expansion_ratio"));
	main->set_pseudolocalization_prefix(value("prefix"));
	main->set_pseudolocalization_suffix(value("suffix"));
	main->set_pseudolocalization_skip_placeholders_enabled(value("skip_placeholders"));
	tell_changed();
}

void TranslationServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_locale", "locale"), &TranslationServer::set_locale);
	ClassDB::bind_method(D_METHOD("get_locale"), &TranslationServer::get_locale);
	ClassDB::bind_method(D_METHOD("get_tool_locale"), &TranslationServer::get_tool_locale);
	ClassDB::bind_method(D_METHOD("compare_locales", "locale_a", "locale_b"), &TranslationServer::compare_locales);
	ClassDB::bind_method(D_METHOD("standardize_locale", "locale", "add_defaults"), &TranslationServer::standardize_locale, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_all_languages"), &TranslationServer::get_all_languages);
	ClassDB::bind_method(D_METHOD("get_language_name", "language"), &TranslationServer::get_language_name);
	ClassDB::bind_method(D_METHOD("get_all_scripts"), &TranslationServer::get_all_scripts);
	ClassDB::bind_method(D_METHOD("get_script_name", "script"), &TranslationServer::get_script_name);
	ClassDB::bind_method(D_METHOD("get_all_countries"), &TranslationServer::get_all_countries);
	ClassDB::bind_method(D_METHOD("get_country_name", "country"), &TranslationServer::get_country_name);
	ClassDB::bind_method(D_METHOD("get_locale_name", "locale"), &TranslationServer::get_locale_name);
	ClassDB::bind_method(D_METHOD("get_plural_rules", "locale"), &TranslationServer::get_plural_rules);
	ClassDB::bind_method(D_METHOD("translate", "message", "context"), &TranslationServer::translate, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("translate_plural", "message", "plural_message", "n", "context"), &TranslationServer::translate_plural, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("add_translation", "translation"), &TranslationServer::add_translation);
	ClassDB::bind_method(D_METHOD("remove_translation", "translation"), &TranslationServer::remove_translation);
	ClassDB::bind_method(D_METHOD("get_translation_object", "locale"), &TranslationServer::get_translation_object);
	ClassDB::bind_method(D_METHOD("get_translations"), &TranslationServer::get_translations);
	ClassDB::bind_method(D_METHOD("find_translations", "locale", "exact"), &TranslationServer::find_translations);
	ClassDB::bind_method(D_METHOD("has_translation_for_locale", "locale", "exact"), &TranslationServer::has_translation_for_locale);
	ClassDB::bind_method(D_METHOD("has_translation", "translation"), &TranslationServer::has_translation);
	ClassDB::bind_method(D_METHOD("has_domain", "domain"), &TranslationServer::has_domain);
	ClassDB::bind_method(D_METHOD("get_or_add_domain", "domain"), &TranslationServer::get_or_add_domain);
	ClassDB::bind_method(D_METHOD("remove_domain", "domain"), &TranslationServer::remove_domain);
	ClassDB::bind_method(D_METHOD("clear"), &TranslationServer::clear);
	ClassDB::bind_method(D_METHOD("get_loaded_locales"), &TranslationServer::get_loaded_locales);
	ClassDB::bind_method(D_METHOD("format_number", "number", "locale"), &TranslationServer::format_number);
	ClassDB::bind_method(D_METHOD("get_percent_sign", "locale"), &TranslationServer::get_percent_sign);
	ClassDB::bind_method(D_METHOD("parse_number", "number", "locale"), &TranslationServer::parse_number);
	ClassDB::bind_method(D_METHOD("is_pseudolocalization_enabled"), &TranslationServer::is_pseudolocalization_enabled);
	ClassDB::bind_method(D_METHOD("set_pseudolocalization_enabled", "enabled"), &TranslationServer::set_pseudolocalization_enabled);
	ClassDB::bind_method(D_METHOD("reload_pseudolocalization"), &TranslationServer::reload_pseudolocalization);
	ClassDB::bind_method(D_METHOD("pseudolocalize", "message"), &TranslationServer::pseudolocalize);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "pseudolocalization_enabled"), "set_pseudolocalization_enabled", "is_pseudolocalization_enabled");
}
