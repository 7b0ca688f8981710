// Two values that travel together, and the entry of a map.
#pragma once

#include "core/typedefs.h"

template <typename F, typename S>
struct Pair {
	F first{};
	S second{};

	constexpr Pair() = default;
	constexpr Pair(const F &p_first, const S &p_second) :
			first(p_first), second(p_second) {}

	constexpr bool operator==(const Pair &p_other) const { return first == p_other.first && second == p_other.second; }
	constexpr bool operator!=(const Pair &p_other) const { return !(*this == p_other); }
	constexpr bool operator<(const Pair &p_other) const {
		if (first < p_other.first) {
			return true;
		}
		return !(p_other.first < first) && second < p_other.second;
	}
};

template <typename K, typename V>
struct KeyValue {
	const K key;
	V value;

	KeyValue(const K &p_key, const V &p_value) :
			key(p_key), value(p_value) {}
	KeyValue(const K &p_key, V &&p_value) :
			key(p_key), value(std::move(p_value)) {}
	KeyValue(K &&p_key, V &&p_value) :
			key(std::move(p_key)), value(std::move(p_value)) {}
	KeyValue(const KeyValue &) = default;
	KeyValue &operator=(const KeyValue &) = delete;
};
