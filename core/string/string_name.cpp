// StringName: the table of all names in use.
#include "core/string/string_name.h"

#include "core/templates/local_vector.h"
#include "core/templates/spin_lock.h"

#include <cstring>

namespace {

// Never destroyed: names in static storage may outlive every other object of the process.
struct NameTable {
	LocalVector<StringName::Data *> buckets; // A power of two of chains.
	uint32_t count = 0;
	SpinLock lock;

	NameTable() { rehash(1024); }

	StringName::Data *&bucket_of(uint32_t p_hash) { return buckets.ptr()[p_hash & (buckets.size() - 1)]; }

	void rehash(uint32_t p_size) {
		const LocalVector<StringName::Data *> old = std::move(buckets);
		buckets = LocalVector<StringName::Data *>();
		buckets.resize(p_size);
		memset(buckets.ptr(), 0, sizeof(StringName::Data *) * p_size);
		for (StringName::Data *data : old) {
			while (data != nullptr) {
				StringName::Data *next = data->next;
				StringName::Data *&bucket = bucket_of(data->table_hash);
				data->next = bucket;
				bucket = data;
				data = next;
			}
		}
	}

	// Returns a counted entry. p_same(text) compares, p_make() makes the text of a new one.
	template <typename Same, typename Make>
	StringName::Data *intern(uint32_t p_hash, bool p_static, Same p_same, Make p_make) {
		const SharedSpinLockGuard guard(lock);
		for (StringName::Data *data = bucket_of(p_hash); data != nullptr; data = data->next) {
			// A name whose last user is just leaving another thread cannot be revived; it is passed over.
			if (data->table_hash == p_hash && p_same(data->text) && (data->is_fixed() || data->refcount.ref())) {
				if (p_static) {
					data->fix();
				}
				return data;
			}
		}
		if (count >= buckets.size()) {
			rehash(buckets.size() * 2);
		}
		StringName::Data *data = memnew(StringName::Data);
		data->text = p_make();
		data->hash = data->text.hash();
		data->table_hash = p_hash;
		if (p_static) {
			data->fix();
		}
		data->refcount.init();
		StringName::Data *&bucket = bucket_of(p_hash);
		data->next = bucket;
		bucket = data;
		count++;
		return data;
	}

	void remove(StringName::Data *p_data) {
		{
			const SharedSpinLockGuard guard(lock);
			StringName::Data **link = &bucket_of(p_data->table_hash);
			while (*link != p_data) {
				link = &(*link)->next;
			}
			*link = p_data->next;
			count--;
		}
		memdelete(p_data);
	}
};

NameTable &name_table() {
	static NameTable *table = memnew(NameTable);
	return *table;
}

constexpr int64_t MOST_ON_STACK = 128; // Characters of names from the source.

// -1 when the text is more than ASCII, for which characters and bytes differ.
int64_t ascii_length(const char *p_text) {
	int64_t length = 0;
	while (p_text[length] != 0) {
		if (uint8_t(p_text[length]) >= 0x80) {
			return -1;
		}
		length++;
	}
	return length;
}

} // namespace

void StringName::_intern(const String &p_text, bool p_static) {
	if (p_text.is_empty()) {
		return;
	}
	_data = name_table().intern(
			p_text.table_hash(), p_static, [&](const String &p_other) { return p_other == p_text; }, [&]() { return p_text; });
}

void StringName::_intern(const char *p_text, bool p_static) {
	if (p_text == nullptr || *p_text == 0) {
		return;
	}
	char32_t characters[MOST_ON_STACK];
	const int64_t length = ascii_length(p_text);
	if (length < 0 || length > MOST_ON_STACK) {
		_intern(String(p_text), p_static);
		return;
	}
	// No String is made for a name that exists.
	for (int64_t i = 0; i < length; i++) {
		characters[i] = char32_t(p_text[i]);
	}
	_data = name_table().intern(
			String::table_hash(characters, length), p_static, [&](const String &p_other) { return p_other == p_text; },
			[&]() { return String(characters, length); });
}

void StringName::_unref_slow(Data *p_data) {
	name_table().remove(p_data);
}

const String &StringName::get_string() const {
	static const String empty;
	return _data != nullptr ? _data->text : empty;
}

bool StringName::is_node_unique_name() const {
	return _data != nullptr && _data->text[0] == '%';
}

uint32_t StringName::get_table_size() {
	NameTable &table = name_table();
	const SharedSpinLockGuard guard(table.lock);
	return table.count;
}
