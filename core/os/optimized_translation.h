// OptimizedTranslation: messages in a perfect hash table, as editors write tables of translations (.translation). Texts alone, without contexts.
#pragma once

#include "core/os/translation.h"

// hash_table: for each bucket its place in bucket_table, -1: none. A bucket is its count and the seed of its hash; then for each message its
// hash, the place of its text in strings, the packed and the plain size (with a zero at the end). Equal sizes: not packed. The tables come
// from files: every place is checked when it is used.
class OptimizedTranslation : public Translation {
	GDCLASS(OptimizedTranslation, Translation);

public:
	void generate(const Ref<Translation> &p_from);
	StringName get_message(const StringName &p_message, const StringName &p_context = StringName()) const override;
	StringName get_plural_message(const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context = StringName()) const override;
	Vector<String> get_message_list() const override { return Vector<String>(); } // Only their hashes are kept.
	Vector<String> get_translated_message_list() const override;
	int get_message_count() const override { return 0; }

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	Vector<int32_t> hash_table;
	Vector<int32_t> bucket_table;
	Vector<uint8_t> strings;

	bool text_at(int64_t p_entry, String &r_text) const;
};
