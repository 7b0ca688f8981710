// Catalogues as files have them, whole and broken, and the rules of plurals.
#pragma once

#include "core/io/translation_loader.h"
#include "core/os/optimized_translation.h"
#include "core/os/plural_rules.h"
#include "core/os/translation_domain.h"
#include "tests/test_macros.h"

#include <cmath>

namespace TestTranslation {

TEST_CASE("[Translation] A catalogue gives messages, contexts and plurals") {
	String error;
	int line = 0;
	const Ref<Translation> read = TranslationLoader::parse_po("msgid \"\"\nmsgstr \"Language: de\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
															  "#, fuzzy\nmsgid \"f\"\nmsgstr \"F\"\n\nmsgctxt \"menu\"\nmsgid \"Open\"\nmsgstr \"A\"\n\"b\"\n"
															  "msgid \"Open\"\nmsgstr \"C\"\nmsgid \"one\"\nmsgid_plural \"%d\"\nmsgstr[0] \"eins\"\nmsgstr[1] \"viele\"\n",
			error, line);
	REQUIRE(read.is_valid());
	CHECK_EQ(read->get_locale(), "de");
	CHECK_EQ(String(read->get_message("Open", "menu")), "Ab");
	CHECK_EQ(String(read->get_message("Open")), "C");
	CHECK_EQ(String(read->get_message("f")), "");
	CHECK_EQ(String(read->get_plural_message("one", "%d", 1)), "eins");
	CHECK_EQ(String(read->get_plural_message("one", "%d", 0)), "viele");
	CHECK_EQ(read->get_message_count(), 3);
}

TEST_CASE("[Translation] A broken catalogue is refused with its line") {
	const struct {
		const char *text;
		int line;
	} cases[] = {
		{ "msgid \"a\"\nmsgstr b\n", 2 },
		{ "msgstr \"b\"\n", 1 },
		{ "msgid \"a\"\nmsgstr[1] \"b\"\n", 2 },
		{ "\"a\"\n", 1 },
		{ "msgid \"a\"\n\nnonsense\n", 3 },
		{ "msgid_plural \"a\"\n", 1 },
		{ "msgid \"a\nmsgstr \"b\"\n", 1 },
		{ "msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", 2 },
		{ "msgid \"a\"\nmsgstr \"b\"\nmsgid \"c\"", 3 },
	};
	for (const auto &entry : cases) {
		String error;
		int line = 0;
		CHECK(TranslationLoader::parse_po(entry.text, error, line).is_null());
		CHECK_EQ(line, entry.line);
		CHECK_FALSE(error.is_empty());
	}
}

TEST_CASE("[Translation] Binary catalogues: each byte may be wrong") {
	// "a" -> "b", "c EOT d" -> "e".
	const uint8_t bytes[] = { 0xde, 0x12, 0x04, 0x95, 0, 0, 0, 0, 2, 0, 0, 0, 28, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, //
		1, 0, 0, 0, 60, 0, 0, 0, 3, 0, 0, 0, 62, 0, 0, 0, 1, 0, 0, 0, 66, 0, 0, 0, 1, 0, 0, 0, 68, 0, 0, 0, //
		'a', 0, 'c', 4, 'd', 0, 'b', 0, 'e', 0 };
	Vector<uint8_t> whole;
	for (const uint8_t byte : bytes) {
		whole.push_back(byte);
	}
	String error;
	int64_t offset = 0;
	const Ref<Translation> read = TranslationLoader::parse_mo(whole, error, offset);
	REQUIRE(read.is_valid());
	CHECK_EQ(String(read->get_message("a")), "b");
	CHECK_EQ(String(read->get_message("d", "c")), "e");
	for (int64_t at = 0; at < whole.size(); at++) {
		for (const uint8_t value : { 0x00, 0x7f, 0xff }) {
			Vector<uint8_t> broken = whole;
			broken.set(at, value);
			TranslationLoader::parse_mo(broken, error, offset);
		}
		TranslationLoader::parse_mo(whole.slice(0, at), error, offset);
	}
}

TEST_CASE("[Translation] Binary catalogues whose texts lie over each other do not grow without end") {
	static constexpr uint32_t COUNT = 200;
	static constexpr uint32_t SIZE = 28 + COUNT * 16;
	Vector<uint8_t> file;
	const auto put = [&file](uint32_t p_number) {
		for (int shift = 0; shift < 32; shift += 8) {
			file.push_back(uint8_t(p_number >> shift));
		}
	};
	for (const uint32_t number : { 0x950412deu, 0u, COUNT, 28u, 28u + COUNT * 8, 0u, SIZE }) {
		put(number);
	}
	for (uint32_t i = 0; i < COUNT * 2; i++) {
		put(SIZE); // Every text is the whole file.
		put(0);
	}
	String error;
	int64_t offset = 0;
	CHECK(TranslationLoader::parse_mo(file, error, offset).is_null());
	CHECK_EQ(error, "the texts lie over each other");
}

TEST_CASE("[Translation] A table that names one text many times does not grow without end") {
	static constexpr int64_t LENGTH = 1000;
	static constexpr int64_t COUNT = 200;
	Vector<uint8_t> strings;
	for (int64_t i = 0; i < LENGTH; i++) {
		strings.push_back('x');
	}
	PackedInt32Array buckets = { int32_t(COUNT), 1 };
	for (int64_t i = 0; i < COUNT; i++) {
		for (const int32_t number : { int32_t(i), 0, int32_t(LENGTH), int32_t(LENGTH) }) {
			buckets.push_back(number);
		}
	}
	Ref<OptimizedTranslation> table;
	table.instantiate();
	table->set("hash_table", PackedInt32Array({ 0 }));
	table->set("bucket_table", buckets);
	table->set("strings", strings);
	int64_t total = 0;
	for (const String &text : table->get_translated_message_list()) {
		total += text.length();
	}
	CHECK_GE(total, LENGTH);
	CHECK_LE(total, LENGTH * 20);
}

TEST_CASE("[Translation] Rules of plurals are read, and refused when they are none") {
	PluralRules rules;
	String error;
	CHECK(rules.parse("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", error));
	const int forms[] = { 2, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2 };
	for (int n = 0; n < 12; n++) {
		CHECK_EQ(rules.get_form(n), forms[n]);
	}
	CHECK_EQ(rules.get_form(21), 0);
	CHECK(rules.parse("nplurals=2; plural=n/0 + n%0 - !n;", error));
	CHECK_EQ(rules.get_form(1), 0);
	for (const String &broken : { String("plural=n"), String("nplurals=2;"), String("nplurals=2; plural=(n"), String("nplurals=2; plural=n n;"), String("nplurals=2; plural=n ? 1;"), "nplurals=2; plural=" + String("(").repeat(5000) + "n", "nplurals=2; plural=n" + String("+n").repeat(5000), "nplurals=2; plural=" + String("n?").repeat(5000) }) {
		CHECK_FALSE(rules.parse(broken, error));
		CHECK_EQ(rules.get_form(5), 0);
	}
}

TEST_CASE("[Translation] A rule is read when it is set, so that asking changes nothing") {
	Ref<Translation> translation;
	translation.instantiate();
	translation->add_plural_message("tree", { "one", "few", "many" });
	CHECK_EQ(String(translation->get_plural_message("tree", "trees", 3)), "few");
	translation->set_locale("ru");
	CHECK_EQ(String(translation->get_plural_message("tree", "trees", 5)), "many");
	int errors = 0;
	ErrorHandler handler;
	handler.userdata = &errors;
	handler.func = [](void *p_errors, const ErrorReport &) {
		++*static_cast<int *>(p_errors);
	};
	const ExpectErrors quiet;
	add_error_handler(&handler);
	translation->set_plural_rules_override("nonsense");
	CHECK_EQ(errors, 1);
	CHECK_EQ(String(translation->get_plural_message("tree", "trees", 5)), "one");
	CHECK_EQ(errors, 1);
	remove_error_handler(&handler);
}

TEST_CASE("[Translation] Strange texts grow by any ratio, within bounds") {
	Ref<TranslationDomain> domain;
	domain.instantiate();
	for (const float ratio : { -5.0f, -INFINITY, float(NAN) }) {
		domain->set_pseudolocalization_expansion_ratio(ratio);
		CHECK_EQ(String(domain->pseudolocalize("abc")).length(), 5);
	}
	domain->set_pseudolocalization_expansion_ratio(2);
	CHECK_EQ(String(domain->pseudolocalize("abc")).length(), 11);
	for (const float ratio : { 1e30f, INFINITY }) {
		domain->set_pseudolocalization_expansion_ratio(ratio);
		CHECK_EQ(String(domain->pseudolocalize("abc")).length(), 5 + 2 * 65536);
	}
}

TEST_CASE("[Translation] A table whose places lead nowhere gives nothing") {
	Ref<Translation> plain;
	plain.instantiate();
	for (int i = 0; i < 50; i++) {
		plain->add_message("message " + itos(i), "text " + itos(i));
	}
	Ref<OptimizedTranslation> packed;
	packed.instantiate();
	packed->generate(plain);
	for (int i = 0; i < 50; i++) {
		CHECK_EQ(String(packed->get_message("message " + itos(i))), "text " + itos(i));
	}
	CHECK_EQ(String(packed->get_message("message 50")), "");
	const ExpectErrors quiet;
	for (const char *table : { "hash_table", "bucket_table" }) {
		const PackedInt32Array kept = packed->get(table);
		for (int64_t i = 0; i < kept.size(); i++) {
			for (const int32_t value : { -5, 0, 0x7fffffff, int32_t(kept.size()) }) {
				PackedInt32Array broken = kept;
				broken.set(i, value);
				packed->set(table, broken);
				for (int k = 0; k < 50; k++) {
					packed->get_message("message " + itos(k));
				}
				packed->get_translated_message_list();
			}
		}
		packed->set(table, kept);
	}
}

} // namespace TestTranslation
