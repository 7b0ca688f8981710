// HashSet: keys in the order of insertion.
#pragma once

#include "core/templates/hash_map.h"

// Same promises as HashMap: erasing keeps the order, keys never move.
template <typename T, typename Hasher = HashMapHasherDefault, typename Comparator = HashMapComparatorDefault<T>>
class HashSet {
	struct Nothing {};
	using Map = HashMap<T, Nothing, Hasher, Comparator>;

	Map map;

public:
	class Iterator {
		typename Map::ConstIterator at;
		friend class HashSet;

	public:
		_FORCE_INLINE_ const T &operator*() const { return at->key; }
		_FORCE_INLINE_ const T *operator->() const { return &at->key; }
		_FORCE_INLINE_ Iterator &operator++() {
			++at;
			return *this;
		}
		_FORCE_INLINE_ bool operator==(const Iterator &p_other) const { return at == p_other.at; }
		_FORCE_INLINE_ bool operator!=(const Iterator &p_other) const { return at != p_other.at; }
		_FORCE_INLINE_ explicit operator bool() const { return bool(at); } // False past the end.

		Iterator() = default;
		explicit Iterator(const typename Map::ConstIterator &p_at) :
				at(p_at) {}
	};

	_FORCE_INLINE_ uint32_t size() const { return map.size(); }
	_FORCE_INLINE_ bool is_empty() const { return map.is_empty(); }
	Iterator begin() const { return Iterator(map.begin()); }
	Iterator end() const { return Iterator(map.end()); }
	Iterator last() const { return Iterator(map.last()); }

	bool has(const T &p_key) const { return map.has(p_key); }
	Iterator find(const T &p_key) const { return Iterator(map.find(p_key)); }
	// A key that is there already stays as it is.
	Iterator insert(const T &p_key) {
		const Iterator found = find(p_key);
		return found ? found : Iterator(map.insert(p_key, Nothing()));
	}
	bool erase(const T &p_key) { return map.erase(p_key); }
	void remove(const Iterator &p_iterator) {
		if (p_iterator) {
			map.erase(T(*p_iterator));
		}
	}
	void clear() { map.clear(); }
	void reserve(uint32_t p_count) { map.reserve(p_count); }
	void sort() { map.sort(); }

	HashSet() = default;
	HashSet(std::initializer_list<T> p_keys) {
		for (const T &key : p_keys) {
			insert(key);
		}
	}
};
