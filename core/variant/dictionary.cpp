// Dictionary: an insertion-ordered HashMap behind a shared handle, with the checks of typed and read-only dictionaries.
#include "core/variant/dictionary.h"

#include "core/error/error_macros.h"
#include "core/variant/container_type.h"
#include "core/variant/container_walk.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

struct DictionaryPrivate {
	SafeRefCount ref_count;
	bool read_only = false;
	ContainerTypeValidate *key_type = nullptr; // Owned, as the next; both nullptr when the dictionary is untyped.
	ContainerTypeValidate *value_type = nullptr;
	Dictionary::Map map;
	// The entry that an iteration reached last, so that its next step needs no search. Dictionaries may be read by several threads at once.
	decltype(Dictionary::ConstIterator().get_element()) cursor = nullptr;

	// Entries are about to go.
	void forget_cursor() { __atomic_store_n(&cursor, nullptr, __ATOMIC_RELAXED); }

	bool is_typed() const { return key_type != nullptr; }
	bool validate(Variant &r_key, Variant &r_value, const char *p_operation) const {
		return !is_typed() || (key_type->validate(r_key, p_operation) && value_type->validate(r_value, p_operation));
	}
	~DictionaryPrivate() {
		if (is_typed()) {
			memdelete(key_type);
			memdelete(value_type);
		}
	}
};

namespace {

using Entry = KeyValue<Variant, Variant>;

const ContainerTypeValidate &untyped() {
	static const ContainerTypeValidate type;
	return type;
}

struct KeyOrder {
	bool operator()(const Entry &p_a, const Entry &p_b) const { return StringLikeVariantOrder::compare(p_a.key, p_b.key); }
};

ContainerTypeValidate *make_validator(const ContainerType &p_type, const char *p_where) {
	ContainerTypeValidate *validator = memnew(ContainerTypeValidate);
	static_cast<ContainerType &>(*validator) = p_type;
	validator->where = p_where;
	return validator;
}

bool is_sound(const ContainerType &p_type) {
	ERR_FAIL_COND_V_MSG(!p_type.class_name.is_empty() && p_type.builtin_type != Variant::OBJECT, false, "A class name goes only with keys or values of type Object.");
	ERR_FAIL_COND_V_MSG(!p_type.script.is_null() && p_type.class_name.is_empty(), false, "A script goes only with the name of its base class.");
	return true;
}

ContainerType make_type(uint32_t p_type, const StringName &p_class_name, const Variant &p_script) {
	ERR_FAIL_INDEX_V_MSG(p_type, Variant::VARIANT_MAX, ContainerType(), "There is no such type.");
	return ContainerType{ Variant::Type(p_type), p_class_name, p_script.is_null() ? Variant() : p_script };
}

} // namespace

// --- Handles.

Dictionary::Dictionary() :
		_p(memnew(DictionaryPrivate)) {
	_p->ref_count.init();
}

Dictionary::Dictionary(const Dictionary &p_from) :
		_p(p_from._p) {
	_p->ref_count.ref();
}

Dictionary::Dictionary(Dictionary &&p_from) noexcept :
		_p(p_from._p) {
	p_from._p = nullptr;
}

Dictionary::Dictionary(const Dictionary &p_base, uint32_t p_key_type, const StringName &p_key_class_name, const Variant &p_key_script, uint32_t p_value_type, const StringName &p_value_class_name, const Variant &p_value_script) :
		Dictionary(p_base, make_type(p_key_type, p_key_class_name, p_key_script), make_type(p_value_type, p_value_class_name, p_value_script)) {}

Dictionary::Dictionary(const Dictionary &p_base, const ContainerType &p_key, const ContainerType &p_value) :
		Dictionary() {
	set_typed(p_key, p_value);
	assign(p_base);
}

Dictionary::~Dictionary() {
	_unref();
}

Dictionary &Dictionary::operator=(const Dictionary &p_from) {
	if (_p != p_from._p) {
		_ref(p_from);
	}
	return *this;
}

Dictionary &Dictionary::operator=(Dictionary &&p_from) noexcept {
	SWAP(_p, p_from._p);
	return *this;
}

void Dictionary::_ref(const Dictionary &p_from) {
	const Dictionary old(static_cast<Dictionary &&>(*this)); // Dies last: its end may run code that looks here.
	_p = p_from._p;
	_p->ref_count.ref();
}

void Dictionary::_unref() {
	if (_p != nullptr && _p->ref_count.unref()) {
		DeepRelease::destroy(_p);
	}
}

bool Dictionary::_refuse_write() const {
	if (likely(!_p->read_only)) {
		return false;
	}
	ERR_PRINT("This dictionary is read-only and cannot be changed. Use duplicate() to get one that can.");
	return true;
}

Vector<Variant> VariantInternal::get_snapshot(const Dictionary &p_dictionary) {
	Vector<Variant> entries;
	entries.reserve(int64_t(p_dictionary.size()) * 2);
	for (const Entry &entry : p_dictionary) {
		entries.push_back(entry.key);
		entries.push_back(entry.value);
	}
	return entries;
}

// --- Entries.

Variant &Dictionary::operator[](const Variant &p_key) {
	static thread_local Variant copy; // What callers get that must not write.
	if (unlikely(_p->read_only)) {
		const Variant *value = _p->map.getptr(p_key);
		copy = value != nullptr ? *value : Variant();
		return copy;
	}
	if (likely(!_p->is_typed())) {
		return _p->map[p_key];
	}
	Variant key = p_key;
	if (!_p->key_type->validate(key, "use `operator[]`")) {
		copy = Variant();
		return copy;
	}
	Variant *value = _p->map.getptr(key);
	if (value == nullptr) {
		Variant fresh;
		if (_p->value_type->builtin_type != Variant::OBJECT) {
			VariantInternal::initialize(&fresh, _p->value_type->builtin_type);
		}
		value = &_p->map.insert(key, fresh)->value;
	}
	return *value;
}

const Variant &Dictionary::operator[](const Variant &p_key) const {
	static const Variant nothing;
	const Variant *value = getptr(p_key);
	ERR_FAIL_NULL_V_MSG(value, nothing, "The dictionary has no such key.");
	return *value;
}

const Variant *Dictionary::getptr(const Variant &p_key) const {
	if (likely(!_p->is_typed() || _p->key_type->builtin_type == p_key.get_type())) {
		return _p->map.getptr(p_key);
	}
	Variant key = p_key;
	return _p->key_type->validate(key, "getptr") ? _p->map.getptr(key) : nullptr;
}

Variant *Dictionary::getptr(const Variant &p_key) {
	if (_p->read_only) {
		return nullptr;
	}
	return const_cast<Variant *>(static_cast<const Dictionary *>(this)->getptr(p_key));
}

Variant Dictionary::get(const Variant &p_key, const Variant &p_default) const {
	const Variant *value = getptr(p_key);
	return value != nullptr ? *value : p_default;
}

Variant Dictionary::get_valid(const Variant &p_key) const {
	const Variant *value = getptr(p_key);
	return value != nullptr ? *value : Variant();
}

Variant Dictionary::get_or_add(const Variant &p_key, const Variant &p_default) {
	Variant key = p_key;
	Variant value = p_default;
	if (_p->is_typed() && !_p->key_type->validate(key, "get")) {
		return value;
	}
	const Variant *found = _p->map.getptr(key);
	if (found != nullptr) {
		return *found;
	}
	if (!_refuse_write() && _p->validate(key, value, "add")) {
		_p->map.insert(key, value);
	}
	return value;
}

bool Dictionary::set(const Variant &p_key, const Variant &p_value) {
	if (_refuse_write()) {
		return false;
	}
	if (likely(!_p->is_typed())) {
		_p->map.insert(p_key, p_value);
		return true;
	}
	Variant key = p_key;
	Variant value = p_value;
	if (!_p->validate(key, value, "set")) {
		return false;
	}
	_p->map.insert(key, value);
	return true;
}

int Dictionary::size() const {
	return int(_p->map.size());
}

bool Dictionary::is_empty() const {
	return _p->map.is_empty();
}

void Dictionary::clear() {
	if (!_refuse_write()) {
		_p->forget_cursor();
		_p->map.clear();
	}
}

bool Dictionary::has(const Variant &p_key) const {
	return getptr(p_key) != nullptr;
}

bool Dictionary::has_all(const Array &p_keys) const {
	for (const Variant &key : p_keys) {
		if (!has(key)) {
			return false;
		}
	}
	return true;
}

bool Dictionary::erase(const Variant &p_key) {
	if (_refuse_write()) {
		return false;
	}
	Variant key = p_key;
	if (_p->is_typed() && !_p->key_type->validate(key, "erase")) {
		return false;
	}
	_p->forget_cursor();
	return _p->map.erase(key);
}

Variant Dictionary::find_key(const Variant &p_value) const {
	Variant value = p_value;
	if (_p->is_typed() && !_p->value_type->validate(value, "find_key")) {
		return Variant();
	}
	for (const Entry &entry : _p->map) {
		if (StringLikeVariantComparator::compare(entry.value, value)) {
			return entry.key;
		}
	}
	return Variant();
}

void Dictionary::sort() {
	if (!_refuse_write()) {
		_p->map.sort_custom<KeyOrder>();
	}
}

void Dictionary::reserve(int p_new_capacity) {
	ERR_FAIL_COND_MSG(p_new_capacity < 0, "A dictionary cannot hold a negative number of entries.");
	if (!_refuse_write()) {
		_p->map.reserve(uint32_t(p_new_capacity));
	}
}

void Dictionary::merge(const Dictionary &p_dictionary, bool p_overwrite) {
	if (_refuse_write() || _p == p_dictionary._p) {
		return;
	}
	// What is overwritten may change either dictionary when it ends, or drop the handle that was called.
	const Dictionary self(*this);
	const Vector<Variant> entries = VariantInternal::get_snapshot(p_dictionary);
	for (int64_t i = 0; i < entries.size(); i += 2) {
		Variant key = entries[i];
		Variant value = entries[i + 1];
		if (!self._p->validate(key, value, "merge")) {
			continue;
		}
		if (p_overwrite || !self._p->map.has(key)) {
			self._p->map.insert(key, value);
		}
	}
}

Dictionary Dictionary::merged(const Dictionary &p_dictionary, bool p_overwrite) const {
	Dictionary both = duplicate();
	both.merge(p_dictionary, p_overwrite);
	return both;
}

Array Dictionary::keys() const {
	Array list;
	list.set_typed(get_key_type());
	list.reserve(size());
	for (const Entry &entry : _p->map) {
		list.push_back(entry.key);
	}
	return list;
}

Array Dictionary::values() const {
	Array list;
	list.set_typed(get_value_type());
	list.reserve(size());
	for (const Entry &entry : _p->map) {
		list.push_back(entry.value);
	}
	return list;
}

Dictionary::ConstIterator Dictionary::begin() const {
	return static_cast<const Map &>(_p->map).begin();
}

Dictionary::ConstIterator Dictionary::end() const {
	return static_cast<const Map &>(_p->map).end();
}

const Variant &Dictionary::get_key_at_index(int p_index) const {
	static const Variant nothing;
	ERR_FAIL_INDEX_V(p_index, size(), nothing);
	ConstIterator at = begin();
	for (int i = 0; i < p_index; i++) {
		++at;
	}
	return at->key;
}

Variant Dictionary::get_value_at_index(int p_index) const {
	return p_index >= 0 && p_index < size() ? get_valid(get_key_at_index(p_index)) : Variant();
}

const Variant *Dictionary::next(const Variant *p_key) const {
	ConstIterator at = begin();
	if (p_key != nullptr) {
		at = ConstIterator(__atomic_load_n(&_p->cursor, __ATOMIC_RELAXED));
		if (!at || !StringLikeVariantComparator::compare(at->key, *p_key)) {
			at = static_cast<const Map &>(_p->map).find(*p_key);
		}
		if (!at) {
			return nullptr;
		}
		++at;
	}
	__atomic_store_n(&_p->cursor, at.get_element(), __ATOMIC_RELAXED);
	return at ? &at->key : nullptr;
}

// --- Copies.

Dictionary Dictionary::duplicate(bool p_deep) const {
	return recursive_duplicate(p_deep, RESOURCE_DEEP_DUPLICATE_NONE, 0);
}

Dictionary Dictionary::duplicate_deep(ResourceDeepDuplicateMode p_mode) const {
	return recursive_duplicate(true, p_mode, 0);
}

Dictionary Dictionary::recursive_duplicate(bool p_deep, ResourceDeepDuplicateMode p_mode, int p_recursion, ContainerWalk *p_walk) const {
	if (p_deep && p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_duplicate(p_deep, p_mode, p_recursion, &walk);
	}
	Dictionary copy;
	copy.set_typed(get_key_type(), get_value_type());
	if (!p_deep) {
		copy._p->map = _p->map;
		return copy;
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The dictionary is nested too deep, or contains itself: the copy is cut off.");
		return copy;
	}
	if (const Variant *known = p_walk->find_if_exhausted(_p, p_recursion, size())) {
		p_walk->tell("The dictionary holds others so often that their copies are shared, too.");
		return known->operator Dictionary();
	}
	const Dictionary self(*this);
	copy._p->map.reserve(_p->map.size());
	const Vector<Variant> entries = VariantInternal::get_snapshot(*this); // Setters of resources that are copied may change the dictionary.
	for (int64_t i = 0; i < entries.size(); i += 2) {
		copy._p->map.insert(entries[i].recursive_duplicate(true, p_mode, p_recursion + 1, p_walk), entries[i + 1].recursive_duplicate(true, p_mode, p_recursion + 1, p_walk));
	}
	p_walk->remember(self._p, nullptr, p_recursion, copy);
	return copy;
}

// --- Comparison.

uint32_t Dictionary::hash() const {
	return recursive_hash(0);
}

uint32_t Dictionary::recursive_hash(int p_recursion, ContainerWalk *p_walk) const {
	if (p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_hash(p_recursion, &walk);
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The dictionary is nested too deep, or contains itself: its hash is cut off.");
		return 0;
	}
	if (const Variant *known = p_walk->find(_p, nullptr, p_recursion)) {
		return uint32_t(*known);
	}
	uint32_t hash = hash_murmur3_one_32(Variant::DICTIONARY);
	for (const Entry &entry : _p->map) {
		if (p_walk->for_table) {
			hash = hash_table_pair(hash, entry.key.recursive_table_hash(p_recursion + 1, p_walk));
			hash = hash_table_pair(hash, entry.value.recursive_table_hash(p_recursion + 1, p_walk));
		} else {
			hash = hash_murmur3_one_32(entry.key.recursive_hash(p_recursion + 1, p_walk), hash);
			hash = hash_murmur3_one_32(entry.value.recursive_hash(p_recursion + 1, p_walk), hash);
		}
	}
	hash = hash_fmix32(hash);
	p_walk->remember(_p, nullptr, p_recursion, hash);
	return hash;
}

bool Dictionary::operator==(const Dictionary &p_other) const {
	return recursive_equal(p_other, 0);
}

bool Dictionary::recursive_equal(const Dictionary &p_other, int p_recursion, ContainerWalk *p_walk) const {
	if (_p == p_other._p) {
		return true;
	}
	if (size() != p_other.size()) {
		return false;
	}
	if (p_walk == nullptr) {
		ContainerWalk walk;
		return recursive_equal(p_other, p_recursion, &walk);
	}
	if (p_recursion > MAX_RECURSION) {
		p_walk->tell("The dictionaries are nested too deep, or contain themselves: the comparison is cut off.");
		return true;
	}
	if (p_walk->find(_p, p_other._p, p_recursion) != nullptr) {
		return true; // The first difference ends the walk: what is known was equal.
	}
	for (const Entry &entry : _p->map) {
		const Variant *other = p_other._p->map.getptr(entry.key);
		if (other == nullptr || !entry.value.hash_compare(*other, p_recursion + 1, false, p_walk)) {
			return false;
		}
	}
	p_walk->remember(_p, p_other._p, p_recursion, true);
	return true;
}

// --- Types of keys and values.

void Dictionary::assign(const Dictionary &p_dictionary) {
	if (_refuse_write() || _p == p_dictionary._p) {
		return;
	}
	if (!_p->is_typed()) {
		_p->forget_cursor();
		_p->map = Map(p_dictionary._p->map);
		return;
	}
	Map fresh(p_dictionary._p->map.size());
	for (const Entry &entry : p_dictionary._p->map) {
		Variant key = entry.key;
		Variant value = entry.value;
		if (!_p->validate(key, value, "assign")) {
			return;
		}
		fresh.insert(key, value);
	}
	_p->forget_cursor();
	SWAP(_p->map, fresh);
}

void Dictionary::set_typed(const ContainerType &p_key, const ContainerType &p_value) {
	ERR_FAIL_COND_MSG(_p->read_only, "The types of a read-only dictionary cannot be changed.");
	ERR_FAIL_COND_MSG(!_p->map.is_empty(), "Only an empty dictionary can be given types.");
	ERR_FAIL_COND_MSG(_p->ref_count.get() > 1, "Only a dictionary that nobody else refers to can be given types.");
	ERR_FAIL_COND_MSG(_p->is_typed(), "The dictionary has types already.");
	if (!is_sound(p_key) || !is_sound(p_value) || (!p_key.is_typed() && !p_value.is_typed())) {
		return;
	}
	_p->key_type = make_validator(p_key, "TypedDictionary.Key");
	_p->value_type = make_validator(p_value, "TypedDictionary.Value");
}

void Dictionary::set_typed(uint32_t p_key_type, const StringName &p_key_class_name, const Variant &p_key_script, uint32_t p_value_type, const StringName &p_value_class_name, const Variant &p_value_script) {
	set_typed(make_type(p_key_type, p_key_class_name, p_key_script), make_type(p_value_type, p_value_class_name, p_value_script));
}

bool Dictionary::is_typed() const {
	return _p->is_typed();
}

bool Dictionary::is_typed_key() const {
	return get_key_type().is_typed();
}

bool Dictionary::is_typed_value() const {
	return get_value_type().is_typed();
}

bool Dictionary::is_same_typed(const Dictionary &p_other) const {
	return is_same_typed_key(p_other) && is_same_typed_value(p_other);
}

bool Dictionary::is_same_typed_key(const Dictionary &p_other) const {
	return get_key_type() == p_other.get_key_type();
}

bool Dictionary::is_same_typed_value(const Dictionary &p_other) const {
	return get_value_type() == p_other.get_value_type();
}

bool Dictionary::is_same_instance(const Dictionary &p_other) const {
	return _p == p_other._p;
}

const ContainerTypeValidate &Dictionary::get_key_type() const {
	return _p->is_typed() ? *_p->key_type : untyped();
}

const ContainerTypeValidate &Dictionary::get_value_type() const {
	return _p->is_typed() ? *_p->value_type : untyped();
}

uint32_t Dictionary::get_typed_key_builtin() const {
	return get_key_type().builtin_type;
}

uint32_t Dictionary::get_typed_value_builtin() const {
	return get_value_type().builtin_type;
}

StringName Dictionary::get_typed_key_class_name() const {
	return get_key_type().class_name;
}

StringName Dictionary::get_typed_value_class_name() const {
	return get_value_type().class_name;
}

Variant Dictionary::get_typed_key_script() const {
	return get_key_type().script;
}

Variant Dictionary::get_typed_value_script() const {
	return get_value_type().script;
}

void Dictionary::make_read_only() {
	_p->read_only = true;
}

bool Dictionary::is_read_only() const {
	return _p->read_only;
}
