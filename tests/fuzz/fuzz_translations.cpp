// What gives a language its texts: catalogues, tables of an editor, tables of a spreadsheet, rules of plurals. The first byte chooses.
#include "core/io/file_access_memory.h"
#include "core/io/translation_loader.h"
#include "core/os/optimized_translation.h"
#include "core/os/plural_rules.h"
#include "tests/fuzz/fuzz_support.h"

#include <cstring>

FUZZ_WITH_ENGINE

namespace {

// What a game does with a catalogue.
void ask(const Ref<Translation> &p_translation) {
	for (const String &key : p_translation->get_message_list()) {
		for (const int number : { 0, 1, 2, 1000000 }) {
			p_translation->get_plural_message(key, key, number);
		}
	}
	CRASH_COND(p_translation->get_translated_message_list().size() < p_translation->get_message_count());
	Ref<OptimizedTranslation> packed;
	packed.instantiate();
	packed->generate(p_translation);
	for (const String &key : p_translation->get_message_list()) {
		const StringName text = p_translation->get_message(key);
		CRASH_COND(!key.contains_char(4) && packed->get_message(key) != text);
	}
}

// The head of p_count numbers; as many as there are.
Vector<int32_t> take_numbers(Span<uint8_t> &r_bytes, uint64_t p_count) {
	Vector<int32_t> numbers;
	const uint64_t count = MIN(p_count, r_bytes.size() / sizeof(int32_t));
	numbers.resize(int64_t(count));
	if (count > 0) {
		memcpy(numbers.ptrw(), r_bytes.ptr(), count * sizeof(int32_t));
	}
	r_bytes = Span<uint8_t>(r_bytes.ptr() + count * sizeof(int32_t), r_bytes.size() - count * sizeof(int32_t));
	return numbers;
}

// How many numbers both tables have, the tables, the texts.
void ask_packed(Span<uint8_t> p_bytes) {
	if (p_bytes.size() < 2) {
		return;
	}
	Span<uint8_t> rest(p_bytes.ptr() + 2, p_bytes.size() - 2);
	Ref<OptimizedTranslation> table;
	table.instantiate();
	table->set("hash_table", take_numbers(rest, p_bytes[0]));
	table->set("bucket_table", take_numbers(rest, p_bytes[1]));
	Vector<uint8_t> texts;
	texts.append_span(rest);
	table->set("strings", texts);
	for (const char *key : { "", "a", "b", "menu" }) {
		table->get_message(key);
	}
	table->get_translated_message_list();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	if (p_size < 1) {
		return 0;
	}
	const Span<uint8_t> bytes(p_data + 1, p_size - 1);
	Vector<uint8_t> copy;
	copy.append_span(bytes);
	Ref<Translation> translation;
	String problem;
	switch (p_data[0] % 5) {
		case 0: {
			int line = 0;
			translation = TranslationLoader::parse_po(fuzz_text(bytes.ptr(), bytes.size()), problem, line);
		} break;
		case 1: {
			int64_t offset = 0;
			translation = TranslationLoader::parse_mo(copy, problem, offset);
		} break;
		case 2: {
			const Ref<FileAccess> file = FileAccessMemory::open_content("fuzzed", copy);
			translation = CSVTranslationLoader::parse_table(*const_cast<FileAccess *>(file.ptr()), "de", problem);
		} break;
		case 3:
			ask_packed(bytes);
			return 0;
		default: {
			PluralRules rules;
			CRASH_COND(rules.parse(fuzz_text(bytes.ptr(), bytes.size()), problem) != problem.is_empty());
			for (const int64_t number : { INT64_MIN, int64_t(-1), int64_t(0), int64_t(1), INT64_MAX }) {
				const int form = rules.get_form(number);
				CRASH_COND(form < 0 || form >= rules.get_form_count());
			}
			return 0;
		}
	}
	CRASH_COND(translation.is_valid() != problem.is_empty());
	if (translation.is_valid()) {
		ask(translation);
	}
	return 0;
}
