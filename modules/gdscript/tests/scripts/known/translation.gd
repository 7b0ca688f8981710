# Locales, plurals of every language and translations: results of the stock engine.
func run():
	for locale in ["en-US", "en_US.UTF-8", "zh_CN", "sr@latin", "ca_ES@valencia", "C", "xx_YY", "no", "iw", "zh_Hant", "pt_BR", "EN_us", "es_419"]:
		print(locale, " ", TranslationServer.standardize_locale(locale), " ", TranslationServer.standardize_locale(locale, true), " ", TranslationServer.get_locale_name(locale))
	for pair in [["en", "en_US"], ["en_US", "en_GB"], ["zh_CN", "zh_TW"], ["sr_Latn", "sr_RS"], ["de", "en"], ["no", "nb"], ["zh_Hans", "zh_SG"], ["en_Latn_US", "en_US"]]:
		print(pair, " ", TranslationServer.compare_locales(pair[0], pair[1]), " ", TranslationServer.compare_locales(pair[1], pair[0]))
	for locale in ["en", "fr", "ru", "pl", "ja", "ar", "cs", "sl", "lt", "ga", "ro", "lv", "cy", "is", "mt", "br", "kw", "gd", "gv", "pt_BR", "xx"]:
		var translation := Translation.new()
		translation.locale = locale
		translation.add_plural_message("m", ["0", "1", "2", "3", "4", "5"])
		var forms := ""
		for n in 130:
			forms += translation.get_plural_message("m", "ms", n)
		print(locale, " ", forms)
	for locale in ["ar", "fa", "en", "ne", "ar_MA"]:
		print(TranslationServer.format_number("-1,234.5e7", locale), TranslationServer.get_percent_sign(locale), TranslationServer.parse_number(TranslationServer.format_number("12.5e7", locale), locale))
	var kept := TranslationServer.get_locale()
	TranslationServer.set_locale("fr")
	var fr := Translation.new()
	fr.locale = "fr"
	fr.add_message("Hello", "Bonjour")
	fr.add_message("Hello", "Salut", "casual")
	fr.add_plural_message("apple", ["pomme", "pommes"])
	TranslationServer.add_translation(fr)
	print(tr("Hello"), tr("Hello", "casual"), tr("Hello", "none"), tr("nothing"), tr_n("apple", "apples", 0), tr_n("apple", "apples", 2), tr_n("pear", "pears", 2))
	TranslationServer.set_locale("fr_CA")
	print(tr("Hello"), " ", TranslationServer.get_loaded_locales(), TranslationServer.has_translation_for_locale("fr_CA", true), TranslationServer.has_translation_for_locale("fr_CA", false))
	TranslationServer.set_locale("de")
	print(tr("Hello"), TranslationServer.get_translation_object("fr") == fr, TranslationServer.get_translation_object("de"))
	TranslationServer.set_locale("fr")
	var domain := TranslationServer.get_or_add_domain("golden")
	var other := Translation.new()
	other.locale = "fr"
	other.add_message("Hello", "Coucou")
	domain.add_translation(other)
	var parent := Node.new()
	var child := Node.new()
	parent.add_child(child)
	parent.set_translation_domain("golden")
	print(parent.tr("Hello"), child.tr("Hello"), child.get_translation_domain(), child.atr("Hello"))
	child.set_translation_domain_inherited()
	child.auto_translate_mode = Node.AUTO_TRANSLATE_MODE_DISABLED
	print(child.can_auto_translate(), child.atr("Hello"), child.tr("Hello"), child.atr_n("a", "b", 2))
	child.set_message_translation(false)
	print(child.tr("Hello"))
	parent.free()
	domain.pseudolocalization_enabled = true
	print(domain.translate("Hello"), domain.pseudolocalize("Some %s text"))
	domain.pseudolocalization_accents_enabled = false
	domain.pseudolocalization_double_vowels_enabled = true
	domain.pseudolocalization_expansion_ratio = 0.5
	print(domain.pseudolocalize("hello world"))
	TranslationServer.remove_domain("golden")
	var leaf := Node.new()
	var above := leaf
	for i in 100000: # A tree deeper than the machine's stack.
		var node := Node.new()
		node.add_child(above)
		above = node
	print("deep ", leaf.tr("Hello"))
	above.free()
	TranslationServer.remove_translation(fr)
	TranslationServer.set_locale(kept)
# expect: en-US en_US en_US English, United States of America
# expect: en_US.UTF-8 en en English
# expect: zh_CN zh_CN zh_Hans_CN Chinese, China
# expect: sr@latin sr_Latn sr_Latn Serbian (Latin)
# expect: ca_ES@valencia ca_ES_valencia ca_ES_valencia Catalan, Spain
# expect: C en en English
# expect: xx_YY xx_YY xx_YY xx, YY
# expect: no nb nb Norwegian Bokmål
# expect: iw he he Hebrew
# expect: zh_Hant zh_Hant zh_Hant_TW Chinese (Traditional Han)
# expect: pt_BR pt_BR pt_BR Portuguese, Brazil
# expect: EN_us EN EN EN
# expect: es_419 es es Spanish
# expect: ["en", "en_US"] 5 5
# expect: ["en_US", "en_GB"] 4 4
# expect: ["zh_CN", "zh_TW"] 3 3
# expect: ["sr_Latn", "sr_RS"] 4 4
# expect: ["de", "en"] 0 0
# expect: ["no", "nb"] 10 10
# expect: ["zh_Hans", "zh_SG"] 5 5
# expect: ["en_Latn_US", "en_US"] 6 6
# expect: en 1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
# expect: fr 0011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
# expect: ru 2011122222222222222220111222222011122222201112222220111222222011122222201112222220111222222011122222201112222222222222222011122222
# expect: pl 2011122222222222222222111222222211122222221112222222111222222211122222221112222222111222222211122222221112222222222222222211122222
# expect: ja 0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
# expect: ar 0123333333344444444444444444444444444444444444444444444444444444444444444444444444444444444444444444555333333334444444444444444444
# expect: cs 2011122222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222
# expect: sl 3012233333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333301223333333333333333333333333
# expect: lt 2011111111222222222220111111112011111111201111111120111111112011111111201111111120111111112011111111201111111122222222222011111111
# expect: ga 2012222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222222
# expect: ro 1011111111111111111122222222222222222222222222222222222222222222222222222222222222222222222222222222211111111111111111112222222222
# expect: lv 2011111111111111111110111111111011111111101111111110111111111011111111101111111110111111111011111111101111111111111111111011111111
# expect: cy 0123554555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555555
# expect: is 0100000000000000000001000000000100000000010000000001000000000100000000010000000001000000000100000000010000000000000000000100000000
# expect: mt 2012222222233333333344444444444444444444444444444444444444444444444444444444444444444444444444444444444222222223333333334444444444
# expect: br 4012244442444444444440122444424012244442401224444240122444424012244442444444444440122444424444444444401224444244444444444012244442
# expect: kw 0123555555555555555554235555555555555555542355555555555555555423555555555555555554235555555555555555542355555555555555555423555555
# expect: gd 3012222222201222222233333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333
# expect: gv 2013333333301333333320133333333013333333201333333330133333332013333333301333333320133333333013333333201333333330133333332013333333
# expect: pt_BR 0011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
# expect: xx 1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111
# expect: -١٫٢٣٤٫٥اس٧٪12.5e7
# expect: -۱٫۲۳۴٫۵اس۷٪12.5e7
# expect: -1,234.5e7%12.5e7
# expect: -१.२३४.५e७%12.5e7
# expect: -1,234.5e7%12.5e7
# expect: BonjourSalutHellonothingpommepommespears
# expect: Bonjour ["fr"]falsetrue
# expect: Hellotrue<Object#null>
# expect: CoucouCoucougoldenCoucou
# expect: falseHelloCoucoub
# expect: Hello
# expect: [Çôüćôü][Ŝôm̀é %s ŧéx́ŧ]
# expect: [__heelloo woorld__]
# expect: deep Bonjour
