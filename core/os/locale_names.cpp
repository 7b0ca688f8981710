// Tables of codes, and the standard form of a locale.
#include "core/os/locale_names.h"

#include "core/string/char_utils.h"

#include <cstring>

namespace {

#include "core/os/locale_countries_table.inc"
#include "core/os/locale_languages_table.inc"
#include "core/os/locale_scripts_table.inc"

struct Default {
	const char *language;
	const char *country; // Empty: for the language alone.
	const char *standard;
};
// Languages with several scripts, by country.
constexpr Default defaults[] = {
	{ "az", "", "az_Latn" },
	{ "az", "AZ", "az_Latn_AZ" },
	{ "az", "IR", "az_Arab_IR" },
	{ "bs", "", "bs_Latn" },
	{ "bs", "BA", "bs_Latn_BA" },
	{ "ff", "", "ff_Latn" },
	{ "ff", "BF", "ff_Latn_BF" },
	{ "ff", "CM", "ff_Latn_CM" },
	{ "ff", "GH", "ff_Latn_GH" },
	{ "ff", "GM", "ff_Latn_GM" },
	{ "ff", "GN", "ff_Latn_GN" },
	{ "ff", "GW", "ff_Latn_GW" },
	{ "ff", "LR", "ff_Latn_LR" },
	{ "ff", "MR", "ff_Latn_MR" },
	{ "ff", "NE", "ff_Latn_NE" },
	{ "ff", "NG", "ff_Latn_NG" },
	{ "ff", "SL", "ff_Latn_SL" },
	{ "ff", "SN", "ff_Latn_SN" },
	{ "pa", "", "pa_Arab_PK" },
	{ "pa", "IN", "pa_Guru_IN" },
	{ "pa", "PK", "pa_Arab_PK" },
	{ "sd", "", "sd_Arab_PK" },
	{ "sd", "IN", "sd_Deva_IN" },
	{ "sd", "PK", "sd_Arab_PK" },
	{ "shi", "", "shi_Tfng" },
	{ "shi", "MA", "shi_Tfng_MA" },
	{ "sr", "", "sr_Cyrl" },
	{ "sr", "BA", "sr_Cyrl_BA" },
	{ "sr", "ME", "sr_Latn_ME" },
	{ "sr", "RS", "sr_Cyrl_RS" },
	{ "sr", "XK", "sr_Cyrl_XK" },
	{ "uz", "", "uz_Latn" },
	{ "uz", "AF", "uz_Arab_AF" },
	{ "uz", "UZ", "uz_Latn_UZ" },
	{ "vai", "", "vai_Vaii" },
	{ "vai", "LR", "vai_Vaii_LR" },
	{ "yue", "", "yue_Hans_CN" },
	{ "yue", "CN", "yue_Hans_CN" },
	{ "yue", "HK", "yue_Hant_HK" },
	{ "zh", "", "zh_Hans_CN" },
	{ "zh", "CN", "zh_Hans_CN" },
	{ "zh", "HK", "zh_Hant_HK" },
	{ "zh", "MO", "zh_Hant_MO" },
	{ "zh", "SG", "zh_Hans_SG" },
	{ "zh", "TW", "zh_Hant_TW" },
};

// The country that a script means.
struct ScriptCountry {
	const char *language;
	const char *script;
	const char *country;
};
constexpr ScriptCountry script_countries[] = {
	{ "pa", "Arab", "PK" },
	{ "pa", "Guru", "IN" },
	{ "sd", "Arab", "PK" },
	{ "sd", "Deva", "IN" },
	{ "uz", "Arab", "AF" },
	{ "yue", "Hans", "CN" },
	{ "yue", "Hant", "HK" },
	{ "zh", "Hans", "CN" },
	{ "zh", "Hant", "TW" },
};

struct Renamed {
	const char *old_code;
	const char *code;
};
constexpr Renamed renamed[] = { { "in", "id" }, { "iw", "he" }, { "no", "nb" }, { "C", "en" } };
constexpr const char *variants[] = { "valencia", "iqtelif", "saaho", "tarask" };
// What follows an @.
constexpr Renamed modifiers[] = { { "latin", "Latn" }, { "hebrew", "Hebr" }, { "cyrillic", "Cyrl" }, { "arabic", "Arab" } };

struct Parts {
	String language;
	String script;
	String country;
	String variant;
};

const char *table_of(LocaleNames::Part p_part) {
	return p_part == LocaleNames::LANGUAGE ? LANGUAGES : (p_part == LocaleNames::SCRIPT ? SCRIPTS : COUNTRIES);
}

// The line of a code: null where there is none. r_name_length: of what follows the tab.
const char *find_name(LocaleNames::Part p_part, const String &p_code, size_t &r_length) {
	const CharString code = p_code.utf8();
	for (const char *line = table_of(p_part); *line; line = strchr(line, '\n') + 1) {
		const char *tab = strchr(line, '\t');
		if (size_t(tab - line) == size_t(code.length()) && memcmp(line, code.get_data(), size_t(code.length())) == 0) {
			r_length = size_t(strchr(tab, '\n') - tab) - 1;
			return tab + 1;
		}
	}
	return nullptr;
}

bool has_code(LocaleNames::Part p_part, const String &p_code) {
	size_t length = 0;
	return find_name(p_part, p_code, length) != nullptr;
}

Parts take_apart(const String &p_locale) {
	const String text = p_locale.replace("-", "_");
	const int64_t at = text.find("@");
	const Vector<String> pieces = (at < 0 ? text : text.substr(0, at)).split("_");
	Parts parts;
	parts.language = pieces[0].get_slicec('.', 0);
	for (const Renamed &entry : renamed) {
		parts.language = parts.language == entry.old_code ? String(entry.code) : parts.language;
	}
	for (int64_t i = 1; i < pieces.size(); i++) {
		const String &piece = pieces[i];
		if (piece.length() == 4 && is_ascii_upper_case(piece[0]) && is_ascii_lower_case(piece[1]) && has_code(LocaleNames::SCRIPT, piece)) {
			parts.script = piece;
		} else if (piece.length() == 2 && is_ascii_upper_case(piece[0]) && is_ascii_upper_case(piece[1])) {
			parts.country = piece;
		} else {
			for (const char *variant : variants) {
				parts.variant = piece.to_lower() == variant ? String(variant) : parts.variant;
			}
		}
	}
	const String modifier = at < 0 ? String() : text.substr(at + 1);
	for (const Renamed &entry : modifiers) {
		parts.script = modifier == entry.old_code ? String(entry.code) : parts.script;
	}
	for (const char *variant : variants) {
		parts.variant = modifier == variant ? String(variant) : parts.variant;
	}
	return parts;
}

void add_defaults(Parts &r_parts) {
	if (r_parts.script.is_empty()) {
		for (const Default &entry : defaults) {
			if (r_parts.language == entry.language && r_parts.country == entry.country) {
				const Vector<String> standard = String(entry.standard).split("_");
				r_parts.script = standard[1];
				r_parts.country = standard.size() > 2 ? standard[2] : String();
				return;
			}
		}
	} else if (r_parts.country.is_empty()) {
		for (const ScriptCountry &entry : script_countries) {
			if (r_parts.language == entry.language && r_parts.script == entry.script) {
				r_parts.country = entry.country;
			}
		}
	}
}

String put_together(const Parts &p_parts) {
	String locale = p_parts.language;
	for (const String &part : { p_parts.script, p_parts.country, p_parts.variant }) {
		locale += part.is_empty() ? String() : "_" + part;
	}
	return locale;
}

} // namespace

String LocaleNames::standardize(const String &p_locale, bool p_add_defaults) {
	Parts parts = take_apart(p_locale);
	if (p_add_defaults) {
		add_defaults(parts);
	}
	return put_together(parts);
}

int LocaleNames::compare(const String &p_a, const String &p_b) {
	if (p_a == p_b) {
		return 10;
	}
	Parts a = take_apart(p_a);
	Parts b = take_apart(p_b);
	add_defaults(a);
	add_defaults(b);
	if (put_together(a) == put_together(b)) {
		return 10;
	}
	if (a.language != b.language) {
		return 0;
	}
	int score = 5;
	const auto judge = [&score](const String &p_one, const String &p_other) {
		score += p_one.is_empty() || p_other.is_empty() ? 0 : (p_one == p_other ? 1 : -1);
	};
	judge(a.script, b.script);
	judge(a.country, b.country);
	judge(a.variant, b.variant);
	return score;
}

Vector<String> LocaleNames::get_codes(Part p_part) {
	Vector<String> codes;
	for (const char *line = table_of(p_part); *line; line = strchr(line, '\n') + 1) {
		codes.push_back(String::utf8(line, int(strchr(line, '\t') - line)));
	}
	return codes;
}

String LocaleNames::get_name(Part p_part, const String &p_code) {
	size_t length = 0;
	const char *name = find_name(p_part, p_code, length);
	return name ? String::utf8(name, int(length)) : p_code;
}

String LocaleNames::get_locale_name(const String &p_locale) {
	const Parts parts = take_apart(p_locale);
	String name = get_name(LANGUAGE, parts.language);
	if (!parts.script.is_empty()) {
		name += " (" + get_name(SCRIPT, parts.script) + ")";
	}
	if (!parts.country.is_empty()) {
		name += ", " + get_name(COUNTRY, parts.country);
	}
	return name;
}

String LocaleNames::get_plural_rule(const String &p_locale) {
	struct Rule {
		const char *rule;
		const char *languages;
	};
#define PLURAL_RULE(m_rule, m_languages) { m_rule, m_languages },
	static constexpr Rule rules[] = {
#include "core/os/plural_rules_table.inc"
	};
#undef PLURAL_RULE
	const Parts parts = take_apart(p_locale);
	if (parts.language == "pt" && parts.country == "BR") {
		return "nplurals=2; plural=(n > 1);";
	}
	const CharString wanted = (" " + parts.language + " ").utf8();
	for (const Rule &entry : rules) {
		if (!parts.language.is_empty() && strstr(entry.languages, wanted.get_data())) {
			return entry.rule;
		}
	}
	return String();
}

const LocaleNames::NumberForms *LocaleNames::get_number_forms(const String &p_locale) {
	struct Entry {
		const char *locales; // Those that write so; others of the same language do not.
		NumberForms forms;
	};
	static constexpr Entry entries[] = {
		{ " ar ar_AE ar_BH ar_DJ ar_EG ar_ER ar_IL ar_IQ ar_JO ar_KM ar_KW ar_LB ar_MR ar_OM ar_PS ar_QA ar_SA ar_SD ar_SO ar_SS ar_SY ar_TD ar_YE ckb ckb_IQ ckb_IR sd sd_PK sd_Arab sd_Arab_PK ", { U"٠١٢٣٤٥٦٧٨٩", U"٫", U"اس", U"اس", U"٪" } },
		{ " as as_IN bn bn_BD bn_IN mni mni_IN mni_Beng mni_Beng_IN ", { U"০১২৩৪৫৬৭৮৯", U".", U"e", U"E", U"%" } },
		{ " ccp ccp_BD ccp_IN ", { U"𑄶𑄷𑄸𑄹𑄺𑄻𑄼𑄽𑄾𑄿", U".", U"e", U"E", U"%" } },
		{ " dz dz_BT ", { U"༠༡༢༣༤༥༦༧༨༩", U".", U"e", U"E", U"%" } },
		{ " fa fa_AF fa_IR ks ks_IN ks_Arab lrc lrc_IQ lrc_IR mzn mzn_IR pa_PK pa_Arab pa_Arab_PK ps ps_AF ps_PK ur_IN uz_AF uz_Arab uz_Arab_AF ", { U"۰۱۲۳۴۵۶۷۸۹", U"٫", U"اس", U"اس", U"٪" } },
		{ " ff ff_Adlm_GN ", { U"𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙", U".", U"𞤉", U"𞤉", U"%" } },
		{ " mr mr_IN ne ne_IN ne_NP sa sa_IN ", { U"०१२३४५६७८९", U".", U"e", U"E", U"%" } },
		{ " my my_MM ", { U"၀၁၂၃၄၅၆၇၈၉", U".", U"e", U"E", U"%" } },
		{ " sat sat_IN sat_Olck sat_Olck_IN ", { U"᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙", U".", U"e", U"E", U"%" } },
	};
	const CharString wanted = (" " + p_locale + " ").utf8();
	for (const Entry &entry : entries) {
		if (!p_locale.is_empty() && strstr(entry.locales, wanted.get_data())) {
			return &entry.forms;
		}
	}
	return nullptr;
}
