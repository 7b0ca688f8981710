// Looking up by hash, and unpacking short texts.
#include "core/os/optimized_translation.h"

#include "core/object/class_db.h"

#include <cstring>

namespace {

constexpr const char *codebook[] = {
#include "core/os/optimized_translation_codebook.inc"
};
constexpr uint8_t ONE_PLAIN_BYTE = 254; // It follows.
constexpr uint8_t PLAIN_BYTES = 255; // Their count less one follows, then they.
constexpr uint32_t FNV_PRIME = 0x1000193;
constexpr uint32_t BUCKET_HEAD = 2;
constexpr uint32_t ENTRY_SIZE = 4;
constexpr int64_t MAX_GROWTH = 16; // Of all texts together, unpacked: no code stands for as many bytes. Broken tables name one text many times.
constexpr uint32_t MAX_SEED = 1 << 16; // Of generate(): 32-bit hashes of different texts part long before.

uint32_t hash(uint32_t p_seed, const CharString &p_text) {
	uint32_t value = p_seed == 0 ? FNV_PRIME : p_seed;
	for (int64_t i = 0; i < p_text.length(); i++) {
		value = (value * FNV_PRIME) ^ uint32_t(int32_t(int8_t(p_text.get_data()[i])));
	}
	return value;
}

// At most p_size bytes.
Vector<uint8_t> unpack(const uint8_t *p_from, int64_t p_length, int64_t p_size) {
	Vector<uint8_t> out;
	for (int64_t i = 0; i < p_length && out.size() < p_size;) {
		const uint8_t code = p_from[i++];
		if (code == ONE_PLAIN_BYTE || code == PLAIN_BYTES) {
			int64_t count = code == PLAIN_BYTES && i < p_length ? int64_t(p_from[i++]) + 1 : 1;
			for (; count > 0 && i < p_length; count--) {
				out.push_back(p_from[i++]);
			}
		} else {
			for (const char *piece = codebook[code]; *piece; piece++) {
				out.push_back(uint8_t(*piece));
			}
		}
	}
	return out;
}

bool is_prime(uint32_t p_number) {
	for (uint32_t i = 2; uint64_t(i) * i <= p_number; i++) {
		if (p_number % i == 0) {
			return false;
		}
	}
	return true;
}

} // namespace

static String text_up_to_zero(const uint8_t *p_bytes, int64_t p_size) {
	const char *text = reinterpret_cast<const char *>(p_bytes);
	return p_size > 0 ? String::utf8(text, int(strnlen(text, size_t(p_size)))) : String();
}

bool OptimizedTranslation::text_at(int64_t p_entry, String &r_text) const {
	const int64_t place = bucket_table[p_entry + 1];
	const int64_t packed = bucket_table[p_entry + 2];
	const int64_t plain = bucket_table[p_entry + 3];
	if (place < 0 || packed < 0 || plain < 0 || place + packed > strings.size()) {
		return false;
	}
	const uint8_t *from = strings.ptr() + place;
	if (packed == plain) {
		r_text = text_up_to_zero(from, packed);
	} else {
		const Vector<uint8_t> bytes = unpack(from, packed, plain);
		r_text = text_up_to_zero(bytes.ptr(), bytes.size());
	}
	return true;
}

StringName OptimizedTranslation::get_message(const StringName &p_message, const StringName &) const {
	if (hash_table.is_empty()) {
		return StringName();
	}
	const CharString text = String(p_message).utf8();
	const int64_t bucket = hash_table[int64_t(hash(0, text) % uint32_t(hash_table.size()))];
	if (bucket < 0 || bucket + int64_t(BUCKET_HEAD) > bucket_table.size()) {
		return StringName();
	}
	const int64_t count = bucket_table[bucket];
	const uint32_t wanted = hash(uint32_t(bucket_table[bucket + 1]), text);
	for (int64_t i = 0; i < count; i++) {
		const int64_t entry = bucket + int64_t(BUCKET_HEAD) + i * int64_t(ENTRY_SIZE);
		if (entry + int64_t(ENTRY_SIZE) > bucket_table.size()) {
			break;
		}
		String found;
		if (uint32_t(bucket_table[entry]) == wanted) {
			ERR_FAIL_COND_V_MSG(!text_at(entry, found), StringName(), vformat("The table of translation %s is broken at place %d.", get_path(), int(entry)));
			return found;
		}
	}
	return StringName();
}

StringName OptimizedTranslation::get_plural_message(const StringName &p_message, const StringName &, int, const StringName &p_context) const {
	return get_message(p_message, p_context);
}

Vector<String> OptimizedTranslation::get_translated_message_list() const {
	Vector<String> list;
	int64_t left = strings.size() * MAX_GROWTH;
	for (int64_t i = 0; i < hash_table.size(); i++) {
		const int64_t bucket = hash_table[i];
		const int64_t count = bucket >= 0 && bucket + int64_t(BUCKET_HEAD) <= bucket_table.size() ? bucket_table[bucket] : 0;
		for (int64_t k = 0; k < count && left > 0 && list.size() <= bucket_table.size(); k++) {
			const int64_t entry = bucket + int64_t(BUCKET_HEAD) + k * int64_t(ENTRY_SIZE);
			String text;
			if (entry + int64_t(ENTRY_SIZE) > bucket_table.size() || !text_at(entry, text)) {
				break;
			}
			left -= text.length();
			list.push_back(text);
		}
	}
	return list;
}

// Texts are kept as they are: unpacked, every reader can read them.
void OptimizedTranslation::generate(const Ref<Translation> &p_from) {
	ERR_FAIL_COND(p_from.is_null());
	struct Message {
		CharString key;
		CharString text;
	};
	LocalVector<Message> messages;
	p_from->for_each([](const StringName &p_message, const StringName &p_context, const Vector<StringName> &p_translated, void *p_user) {
		if (p_context == StringName()) {
			static_cast<LocalVector<Message> *>(p_user)->push_back(Message{ String(p_message).utf8(), String(p_translated[0]).utf8() });
		}
	},
			&messages);
	uint32_t size = MAX(3u, messages.size());
	while (!is_prime(size)) {
		size++;
	}
	LocalVector<LocalVector<uint32_t>> buckets;
	buckets.resize(size);
	for (uint32_t i = 0; i < messages.size(); i++) {
		buckets[hash(0, messages[i].key) % size].push_back(i);
	}
	hash_table.resize(size);
	bucket_table.clear();
	strings.clear();
	for (uint32_t b = 0; b < size; b++) {
		hash_table.set(b, buckets[b].is_empty() ? -1 : int32_t(bucket_table.size()));
		if (buckets[b].is_empty()) {
			continue;
		}
		uint32_t seed = 1;
		for (bool clash = true; clash && seed < MAX_SEED; seed += clash ? 1 : 0) {
			clash = false;
			for (uint32_t i = 0; i < buckets[b].size() && !clash; i++) {
				for (uint32_t k = 0; k < i && !clash; k++) {
					clash = hash(seed, messages[buckets[b][i]].key) == hash(seed, messages[buckets[b][k]].key);
				}
			}
		}
		bucket_table.push_back(int32_t(buckets[b].size()));
		bucket_table.push_back(int32_t(seed));
		for (const uint32_t index : buckets[b]) {
			const CharString &text = messages[index].text;
			const int32_t length = int32_t(text.length()) + 1;
			for (const int32_t number : { int32_t(hash(seed, messages[index].key)), int32_t(strings.size()), length, length }) {
				bucket_table.push_back(number);
			}
			for (int32_t i = 0; i < length; i++) {
				strings.push_back(i + 1 < length ? uint8_t(text.get_data()[i]) : uint8_t(0));
			}
		}
	}
	set_locale(p_from->get_locale());
}

bool OptimizedTranslation::_set(const StringName &p_name, const Variant &p_value) {
	if (p_name == SNAME("hash_table")) {
		hash_table = p_value;
	} else if (p_name == SNAME("bucket_table")) {
		bucket_table = p_value;
	} else if (p_name == SNAME("strings")) {
		strings = p_value;
	} else if (p_name == SNAME("load_from")) {
		generate(Ref<Translation>(p_value));
	} else {
		return false;
	}
	return true;
}

bool OptimizedTranslation::_get(const StringName &p_name, Variant &r_value) const {
	if (p_name == SNAME("hash_table")) {
		r_value = hash_table;
	} else if (p_name == SNAME("bucket_table")) {
		r_value = bucket_table;
	} else if (p_name == SNAME("strings")) {
		r_value = strings;
	} else {
		return false;
	}
	return true;
}

void OptimizedTranslation::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	p_list->push_back(PropertyInfo(Variant::PACKED_INT32_ARRAY, "hash_table"));
	p_list->push_back(PropertyInfo(Variant::PACKED_INT32_ARRAY, "bucket_table"));
	p_list->push_back(PropertyInfo(Variant::PACKED_BYTE_ARRAY, "strings"));
}

void OptimizedTranslation::_bind_methods() {
	ClassDB::bind_method(D_METHOD("generate", "from"), &OptimizedTranslation::generate);
}
