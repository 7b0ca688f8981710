// Dictionary: the shared, insertion-ordered, optionally typed, optionally read-only map of Variants.
#pragma once

#include "core/templates/hash_map.h"
#include "core/typedefs.h"
#include "core/variant/resource_deep_duplicate_mode.h"

class Array;
class ContainerWalk;
class StringName;
class Variant;
struct ContainerType;
struct ContainerTypeValidate;
struct DictionaryPrivate;
struct StringLikeVariantComparator;
struct VariantHasher;

// A handle: copies share the entries. A String and a StringName of the same text are one key; an int and a float never are.
// Writes to a read-only dictionary, and keys or values that do not fit a typed one, print an error and change nothing.
class Dictionary {
public:
	static constexpr int MAX_RECURSION = 100;

	using Map = HashMap<Variant, Variant, VariantHasher, StringLikeVariantComparator>;
	using ConstIterator = Map::ConstIterator;

	Dictionary();
	Dictionary(const Dictionary &p_from);
	Dictionary(Dictionary &&p_from) noexcept;
	Dictionary(const Dictionary &p_base, uint32_t p_key_type, const StringName &p_key_class_name, const Variant &p_key_script, uint32_t p_value_type, const StringName &p_value_class_name, const Variant &p_value_script);
	Dictionary(const Dictionary &p_base, const ContainerType &p_key, const ContainerType &p_value);
	~Dictionary();

	Dictionary &operator=(const Dictionary &p_from);
	Dictionary &operator=(Dictionary &&p_from) noexcept;

	// Inserts a missing key with nil (the type's default in a typed dictionary). References and pointers into a dictionary stay good until their
	// entry is erased. They bypass the checks of typed dictionaries; for a read-only one operator[] refers to a copy.
	Variant &operator[](const Variant &p_key);
	const Variant &operator[](const Variant &p_key) const;
	const Variant *getptr(const Variant &p_key) const; // nullptr if missing.
	Variant *getptr(const Variant &p_key);

	Variant get(const Variant &p_key, const Variant &p_default) const;
	Variant get_or_add(const Variant &p_key, const Variant &p_default);
	bool set(const Variant &p_key, const Variant &p_value); // False when refused.
	Variant get_valid(const Variant &p_key) const; // nil if missing.

	int size() const;
	bool is_empty() const;
	void clear();
	bool has(const Variant &p_key) const;
	bool has_all(const Array &p_keys) const;
	bool erase(const Variant &p_key);
	Variant find_key(const Variant &p_value) const;
	void sort();
	void reserve(int p_new_capacity);
	void merge(const Dictionary &p_dictionary, bool p_overwrite = false);
	Dictionary merged(const Dictionary &p_dictionary, bool p_overwrite = false) const;
	Array keys() const;
	Array values() const;

	// In insertion order: `for (const KeyValue<Variant, Variant> &entry : dictionary)`. An iterator is good until its entry is erased.
	ConstIterator begin() const;
	ConstIterator end() const;
	// The entry p_index places from the front; linear.
	const Variant &get_key_at_index(int p_index) const;
	Variant get_value_at_index(int p_index) const;
	// The key after *p_key (nullptr: the first), or nullptr.
	const Variant *next(const Variant *p_key = nullptr) const;

	Dictionary duplicate(bool p_deep = false) const;
	Dictionary duplicate_deep(ResourceDeepDuplicateMode p_mode = RESOURCE_DEEP_DUPLICATE_INTERNAL) const;
	// The recursive_ ones take the memory of the walk that they are part of; nullptr: it begins here.
	Dictionary recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion, ContainerWalk *p_walk = nullptr) const;

	uint32_t hash() const;
	uint32_t recursive_hash(int p_recursion, ContainerWalk *p_walk = nullptr) const;
	bool operator==(const Dictionary &p_other) const;
	bool operator!=(const Dictionary &p_other) const { return !(*this == p_other); }
	bool recursive_equal(const Dictionary &p_other, int p_recursion, ContainerWalk *p_walk = nullptr) const;

	void assign(const Dictionary &p_dictionary);
	void set_typed(const ContainerType &p_key, const ContainerType &p_value);
	void set_typed(uint32_t p_key_type, const StringName &p_key_class_name, const Variant &p_key_script, uint32_t p_value_type, const StringName &p_value_class_name, const Variant &p_value_script);
	bool is_typed() const;
	bool is_typed_key() const;
	bool is_typed_value() const;
	bool is_same_typed(const Dictionary &p_other) const;
	bool is_same_typed_key(const Dictionary &p_other) const;
	bool is_same_typed_value(const Dictionary &p_other) const;
	bool is_same_instance(const Dictionary &p_other) const;
	const ContainerTypeValidate &get_key_type() const;
	const ContainerTypeValidate &get_value_type() const;
	uint32_t get_typed_key_builtin() const;
	uint32_t get_typed_value_builtin() const;
	StringName get_typed_key_class_name() const;
	StringName get_typed_value_class_name() const;
	Variant get_typed_key_script() const;
	Variant get_typed_value_script() const;

	void make_read_only();
	bool is_read_only() const;
	const void *id() const { return _p; }

private:
	friend struct VariantInternal;

	DictionaryPrivate *_p; // Owned through its reference count; nullptr only when moved from.

	void _ref(const Dictionary &p_from);
	void _unref();
	bool _refuse_write() const;
};
