// HashMap: keys to values, in the order of insertion, with entries that never move.
#pragma once

#include "core/error/error_macros.h"
#include "core/os/memory.h"
#include "core/templates/hashfuncs.h"
#include "core/templates/pair.h"
#include "core/templates/sort_array.h"

#include <initializer_list>

// Iterates in the order in which keys were first inserted; erasing keeps the order of the rest. A reference to an entry, and an
// iterator on it, is good until that entry is erased, whatever else happens to the map. Erasing the entry just visited needs the
// next iterator taken beforehand. Up to LINEAR_SIZE entries there is no table: a scan over the stored hashes is faster and smaller.
template <typename K, typename V, typename Hasher = HashMapHasherDefault, typename Comparator = HashMapComparatorDefault<K>>
class HashMap {
	struct Element {
		Element *next;
		Element *prev;
		uint32_t hash;
		uint32_t place; // In its chunk.
		KeyValue<K, V> data;
	};
	struct Slot {
		Element *element; // nullptr: free.
		uint32_t hash;
	};
	// Raw room for a few elements, given back when none is left.
	struct Chunk {
		Chunk *next; // In the list of those with room.
		Chunk *prev;
		Element *free_list; // Chained by next; holds no live objects.
		uint32_t used; // Places ever taken.
		uint32_t live; // Places taken now.
		uint32_t capacity;
	};

	static constexpr uint32_t LINEAR_SIZE = 8;
	static constexpr uint32_t MAX_CHUNK = 16; // Small, so that what is left over after erasing holds little.

	Element *head = nullptr;
	Element *tail = nullptr;
	Chunk *roomy = nullptr; // Chunks with room; full ones are reached by their elements alone.
	Slot *slots = nullptr; // slot_mask + 1, probed in order from an entry's home.
	uint32_t slot_mask = 0;
	uint32_t home_shift = 0;
	uint32_t count = 0;

	static _FORCE_INLINE_ uint32_t _hash(const K &p_key) {
		return Hasher::hash(p_key);
	}
	// Fibonacci hashing: the high bits of the product depend on every bit of the hash.
	_FORCE_INLINE_ uint32_t _home(uint32_t p_hash) const { return (p_hash * 0x9E3779B1u) >> home_shift; }
	// At most 5 of 8 slots are taken: beyond that, runs get long.
	_FORCE_INLINE_ bool _is_table_too_small(uint32_t p_count) const { return slots == nullptr ? p_count > LINEAR_SIZE : p_count > (slot_mask + 1) / 8 * 5; }

	static constexpr size_t FIRST_ELEMENT = (sizeof(Chunk) + 15) / 16 * 16;

	void _link_chunk(Chunk *p_chunk) {
		p_chunk->prev = nullptr;
		p_chunk->next = roomy;
		if (roomy != nullptr) {
			roomy->prev = p_chunk;
		}
		roomy = p_chunk;
	}
	void _unlink_chunk(Chunk *p_chunk) {
		(p_chunk->prev != nullptr ? p_chunk->prev->next : roomy) = p_chunk->next;
		if (p_chunk->next != nullptr) {
			p_chunk->next->prev = p_chunk->prev;
		}
	}

	_NO_INLINE_ void _add_chunk() {
		const uint32_t capacity = CLAMP<uint32_t>(count, 2, MAX_CHUNK);
		Chunk *chunk = static_cast<Chunk *>(memalloc(FIRST_ELEMENT + sizeof(Element) * size_t(capacity)));
		CRASH_COND(chunk == nullptr);
		chunk->free_list = nullptr;
		chunk->used = 0;
		chunk->live = 0;
		chunk->capacity = capacity;
		_link_chunk(chunk);
	}

	Element *_take_room() {
		if (roomy == nullptr) {
			_add_chunk();
		}
		Chunk *chunk = roomy;
		Element *element = chunk->free_list;
		if (element != nullptr) {
			chunk->free_list = element->next;
		} else {
			element = reinterpret_cast<Element *>(reinterpret_cast<uint8_t *>(chunk) + FIRST_ELEMENT) + chunk->used;
			element->place = chunk->used++;
		}
		if (++chunk->live == chunk->capacity) {
			_unlink_chunk(chunk);
		}
		return element;
	}

	// p_element's key and value are gone already.
	void _give_room(Element *p_element) {
		Chunk *chunk = reinterpret_cast<Chunk *>(reinterpret_cast<uint8_t *>(p_element - p_element->place) - FIRST_ELEMENT);
		if (chunk->live == chunk->capacity) {
			_link_chunk(chunk);
		}
		p_element->next = chunk->free_list;
		chunk->free_list = p_element;
		if (--chunk->live == 0 && (chunk->next != nullptr || chunk->prev != nullptr)) {
			_unlink_chunk(chunk); // There is other room for what comes next.
			memfree(chunk);
		}
	}

	void _put_slot(Element *p_element) {
		uint32_t at = _home(p_element->hash);
		while (slots[at].element != nullptr) {
			at = (at + 1) & slot_mask;
		}
		slots[at] = { p_element, p_element->hash };
	}

	void _make_table(uint32_t p_count) {
		const uint64_t wanted = next_power_of_2(MAX((uint64_t(p_count) * 8 + 4) / 5, uint64_t(LINEAR_SIZE * 4)));
		CRASH_COND(wanted > (uint64_t(1) << 31));
		memfree(slots);
		slots = static_cast<Slot *>(memalloc(size_t(wanted) * sizeof(Slot)));
		CRASH_COND(slots == nullptr);
		slot_mask = uint32_t(wanted - 1);
		home_shift = 32;
		for (uint64_t size = wanted; size > 1; size /= 2) {
			home_shift--;
		}
		for (uint64_t i = 0; i < wanted; i++) {
			slots[i] = { nullptr, 0 };
		}
		for (Element *element = head; element != nullptr; element = element->next) {
			_put_slot(element);
		}
	}

	Element *_find(const K &p_key, uint32_t p_hash) const {
		if (slots == nullptr) {
			for (Element *element = head; element != nullptr; element = element->next) {
				if (element->hash == p_hash && Comparator::compare(element->data.key, p_key)) {
					return element;
				}
			}
			return nullptr;
		}
		for (uint32_t at = _home(p_hash); slots[at].element != nullptr; at = (at + 1) & slot_mask) {
			if (slots[at].hash == p_hash && Comparator::compare(slots[at].element->data.key, p_key)) {
				return slots[at].element;
			}
		}
		return nullptr;
	}
	_FORCE_INLINE_ Element *_find(const K &p_key) const { return count == 0 ? nullptr : _find(p_key, _hash(p_key)); }

	template <typename Value>
	Element *_add(const K &p_key, uint32_t p_hash, Value &&p_value, bool p_front) {
		if (_is_table_too_small(count + 1)) {
			_make_table(count + 1);
		}
		Element *element = _take_room();
		::new (static_cast<void *>(&element->data)) KeyValue<K, V>(p_key, std::forward<Value>(p_value));
		element->hash = p_hash;
		element->next = p_front ? head : nullptr;
		element->prev = p_front ? nullptr : tail;
		(element->prev != nullptr ? element->prev->next : head) = element;
		(element->next != nullptr ? element->next->prev : tail) = element;
		count++;
		if (slots != nullptr) {
			_put_slot(element);
		}
		return element;
	}

	void _remove_slot(const Element *p_element) {
		uint32_t hole = _home(p_element->hash);
		while (slots[hole].element != p_element) {
			hole = (hole + 1) & slot_mask;
		}
		// Entries behind the hole move up unless that would put them before their home.
		for (uint32_t at = (hole + 1) & slot_mask; slots[at].element != nullptr; at = (at + 1) & slot_mask) {
			const uint32_t home = _home(slots[at].hash);
			if (((at - home) & slot_mask) >= ((at - hole) & slot_mask)) {
				slots[hole] = slots[at];
				hole = at;
			}
		}
		slots[hole].element = nullptr;
	}

	void _erase(Element *p_element) {
		if (slots != nullptr) {
			_remove_slot(p_element);
		}
		(p_element->prev != nullptr ? p_element->prev->next : head) = p_element->next;
		(p_element->next != nullptr ? p_element->next->prev : tail) = p_element->prev;
		count--;
		if (unlikely(slots != nullptr && slot_mask >= LINEAR_SIZE * 4 && count < slot_mask / 16)) {
			_make_table(count * 2);
		}
		if constexpr (std::is_trivially_destructible_v<KeyValue<K, V>>) {
			_give_room(p_element);
		} else {
			// They die last: what their destructors run may use this map, or end it.
			[[maybe_unused]] const KeyValue<K, V> leaving(std::move(const_cast<K &>(p_element->data.key)), std::move(p_element->data.value));
			p_element->data.~KeyValue<K, V>();
			_give_room(p_element);
		}
	}

	void _swap(HashMap &r_other) {
		SWAP(head, r_other.head);
		SWAP(tail, r_other.tail);
		SWAP(roomy, r_other.roomy);
		SWAP(slots, r_other.slots);
		SWAP(slot_mask, r_other.slot_mask);
		SWAP(home_shift, r_other.home_shift);
		SWAP(count, r_other.count);
	}

	void _copy(const HashMap &p_other) {
		reserve(p_other.count);
		for (const Element *element = p_other.head; element != nullptr; element = element->next) {
			_add(element->data.key, element->hash, element->data.value, false);
		}
	}

	struct ElementComparator {
		bool operator()(const Element *p_a, const Element *p_b) const { return p_a->data.key < p_b->data.key; }
	};
	template <typename Less>
	struct EntryComparator {
		Less less;
		bool operator()(const Element *p_a, const Element *p_b) const { return less(p_a->data, p_b->data); }
	};

	template <typename ElementLess>
	void _sort() {
		if (count < 2) {
			return;
		}
		Element **order = static_cast<Element **>(memalloc(sizeof(Element *) * count));
		CRASH_COND(order == nullptr);
		uint32_t filled = 0;
		for (Element *element = head; element != nullptr; element = element->next) {
			order[filled++] = element;
		}
		SortArray<Element *, ElementLess> sorter;
		sorter.sort(order, filled);
		head = order[0];
		tail = order[filled - 1];
		for (uint32_t i = 0; i < filled; i++) {
			order[i]->prev = i > 0 ? order[i - 1] : nullptr;
			order[i]->next = i + 1 < filled ? order[i + 1] : nullptr;
		}
		memfree(order);
	}

public:
	using KV = KeyValue<K, V>;

	template <typename E, typename Entry>
	class IteratorBase {
		E *element = nullptr;
		friend class HashMap;

	public:
		_FORCE_INLINE_ Entry &operator*() const { return element->data; }
		_FORCE_INLINE_ Entry *operator->() const { return &element->data; }
		_FORCE_INLINE_ IteratorBase &operator++() {
			element = element->next;
			return *this;
		}
		_FORCE_INLINE_ IteratorBase &operator--() {
			element = element->prev;
			return *this;
		}
		_FORCE_INLINE_ bool operator==(const IteratorBase &p_other) const { return element == p_other.element; }
		_FORCE_INLINE_ bool operator!=(const IteratorBase &p_other) const { return element != p_other.element; }
		_FORCE_INLINE_ explicit operator bool() const { return element != nullptr; } // False past the end.

		IteratorBase() = default;
		explicit IteratorBase(E *p_element) :
				element(p_element) {}
		// An iterator that may write becomes one that reads.
		template <typename OtherE, typename OtherEntry>
		IteratorBase(const IteratorBase<OtherE, OtherEntry> &p_other) :
				element(p_other.get_element()) {}
		E *get_element() const { return element; }
	};
	using Iterator = IteratorBase<Element, KV>;
	using ConstIterator = IteratorBase<const Element, const KV>;

	_FORCE_INLINE_ uint32_t size() const { return count; }
	_FORCE_INLINE_ bool is_empty() const { return count == 0; }

	Iterator begin() { return Iterator(head); }
	Iterator end() { return Iterator(nullptr); }
	Iterator last() { return Iterator(tail); }
	ConstIterator begin() const { return ConstIterator(head); }
	ConstIterator end() const { return ConstIterator(nullptr); }
	ConstIterator last() const { return ConstIterator(tail); }

	bool has(const K &p_key) const { return _find(p_key) != nullptr; }
	Iterator find(const K &p_key) { return Iterator(_find(p_key)); }
	ConstIterator find(const K &p_key) const { return ConstIterator(_find(p_key)); }
	// nullptr when the key is missing.
	V *getptr(const K &p_key) {
		Element *element = _find(p_key);
		return element != nullptr ? &element->data.value : nullptr;
	}
	const V *getptr(const K &p_key) const {
		const Element *element = _find(p_key);
		return element != nullptr ? &element->data.value : nullptr;
	}
	// The key must be there.
	V &get(const K &p_key) {
		V *value = getptr(p_key);
		CRASH_COND(value == nullptr);
		return *value;
	}
	const V &get(const K &p_key) const {
		const V *value = getptr(p_key);
		CRASH_COND(value == nullptr);
		return *value;
	}
	const V &operator[](const K &p_key) const { return get(p_key); }
	// Inserts V() for a missing key.
	V &operator[](const K &p_key) {
		const uint32_t hash = _hash(p_key);
		Element *element = _find(p_key, hash);
		return (element != nullptr ? element : _add(p_key, hash, V(), false))->data.value;
	}

	// An existing key keeps its place and gets the new value. p_front puts a new key first.
	Iterator insert(const K &p_key, const V &p_value, bool p_front = false) {
		const uint32_t hash = _hash(p_key);
		Element *element = _find(p_key, hash);
		if (element != nullptr) {
			element->data.value = p_value;
		} else {
			element = _add(p_key, hash, p_value, p_front);
		}
		return Iterator(element);
	}
	Iterator insert(const K &p_key, V &&p_value, bool p_front = false) {
		const uint32_t hash = _hash(p_key);
		Element *element = _find(p_key, hash);
		if (element != nullptr) {
			element->data.value = std::move(p_value);
		} else {
			element = _add(p_key, hash, std::move(p_value), p_front);
		}
		return Iterator(element);
	}

	// False when the key was missing.
	bool erase(const K &p_key) {
		Element *element = _find(p_key);
		if (element == nullptr) {
			return false;
		}
		_erase(element);
		return true;
	}
	void remove(const Iterator &p_iterator) {
		if (p_iterator) {
			_erase(p_iterator.element);
		}
	}
	// Gives an entry another key, in the same place. False when p_old is missing or p_new taken.
	bool replace_key(const K &p_old, const K &p_new) {
		Element *element = _find(p_old);
		if (element == nullptr || _find(p_new) != nullptr) {
			return false;
		}
		const K fresh(p_new);
		if (slots != nullptr) {
			_remove_slot(element);
		}
		element->hash = _hash(fresh);
		const_cast<K &>(element->data.key) = fresh;
		if (slots != nullptr) {
			_put_slot(element);
		}
		return true;
	}

	// Gives the memory back.
	void clear() {
		HashMap old;
		_swap(old);
	}
	// The table is made for p_count entries in all and does not grow before.
	void reserve(uint32_t p_count) {
		if (p_count > count && _is_table_too_small(p_count)) {
			_make_table(p_count);
		}
	}

	// By key, smallest first.
	void sort() { _sort<ElementComparator>(); }
	// Less()(KeyValue, KeyValue) says which goes first.
	template <typename Less>
	void sort_custom() {
		_sort<EntryComparator<Less>>();
	}

	HashMap() = default;
	explicit HashMap(uint32_t p_capacity) { reserve(p_capacity); }
	HashMap(std::initializer_list<KV> p_entries) {
		for (const KV &entry : p_entries) {
			insert(entry.key, entry.value);
		}
	}
	HashMap(const HashMap &p_other) { _copy(p_other); }
	HashMap(HashMap &&p_other) noexcept { _swap(p_other); }
	HashMap &operator=(const HashMap &p_other) {
		if (this != &p_other) {
			HashMap fresh(p_other);
			_swap(fresh);
		}
		return *this;
	}
	HashMap &operator=(HashMap &&p_other) noexcept {
		if (this != &p_other) {
			HashMap fresh(std::move(p_other));
			_swap(fresh);
		}
		return *this;
	}
	~HashMap() {
		while (head != nullptr) {
			Element *element = head;
			head = element->next;
			element->data.~KeyValue<K, V>();
			_give_room(element);
		}
		while (roomy != nullptr) {
			Chunk *chunk = roomy;
			roomy = chunk->next;
			memfree(chunk);
		}
		memfree(slots);
	}
};
