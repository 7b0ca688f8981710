// StringName: an interned name; comparing and hashing costs what an integer costs.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/safe_refcount.h"

// One pointer into the process-wide table, nullptr for the empty name. Equal text means equal pointer. Names die with their last
// user, static ones never. Safe from any thread once objects are shared between threads.
class StringName {
public:
	// An entry of the table. The text never changes.
	struct Data {
		String text;
		Data *next = nullptr; // In the same bucket.
		SafeRefCount refcount;
		uint32_t hash = 0; // The script's.
		uint32_t table_hash = 0;
		bool is_static = false; // Set by fix() at most once, perhaps while other threads look.

		bool is_fixed() const { return __atomic_load_n(&is_static, __ATOMIC_RELAXED); }
		void fix() { __atomic_store_n(&is_static, true, __ATOMIC_RELAXED); }
	};

private:
	Data *_data = nullptr;

	void _intern(const String &p_text, bool p_static);
	void _intern(const char *p_text, bool p_static);
	static void _unref_slow(Data *p_data);
	_FORCE_INLINE_ void _unref() {
		if (_data != nullptr && !_data->is_fixed() && unlikely(_data->refcount.unref())) {
			_unref_slow(_data);
		}
	}
	_FORCE_INLINE_ void _ref() {
		if (_data != nullptr && !_data->is_fixed()) {
			_data->refcount.ref();
		}
	}

public:
	_FORCE_INLINE_ bool is_empty() const { return _data == nullptr; }
	_FORCE_INLINE_ explicit operator bool() const { return _data != nullptr; }
	_FORCE_INLINE_ bool operator==(const StringName &p_other) const { return _data == p_other._data; }
	_FORCE_INLINE_ bool operator!=(const StringName &p_other) const { return _data != p_other._data; }
	bool operator==(const String &p_text) const { return get_string() == p_text; }
	bool operator!=(const String &p_text) const { return get_string() != p_text; }
	bool operator==(const char *p_text) const { return get_string() == p_text; }
	bool operator!=(const char *p_text) const { return get_string() != p_text; }
	// Some order, fit for containers only; people want AlphCompare.
	_FORCE_INLINE_ bool operator<(const StringName &p_other) const { return _data < p_other._data; }

	_FORCE_INLINE_ uint32_t hash() const { return _data != nullptr ? _data->hash : EMPTY_HASH; } // The same as of the String.
	_FORCE_INLINE_ uint32_t table_hash() const { return _data != nullptr ? _data->table_hash : String::table_hash(nullptr, 0); } // The same, too.
	_FORCE_INLINE_ const void *data_unique_pointer() const { return _data; }
	// Good as long as a StringName of this name lives.
	const String &get_string() const;
	_FORCE_INLINE_ operator String() const { return get_string(); }
	int64_t length() const { return get_string().length(); }
	bool is_node_unique_name() const; // Begins with '%'.

	struct AlphCompare {
		bool operator()(const StringName &p_a, const StringName &p_b) const { return p_a.get_string() < p_b.get_string(); }
		static bool compare(const StringName &p_a, const StringName &p_b) { return p_a.get_string() < p_b.get_string(); }
	};

	// How many names exist, for tests and monitors.
	static uint32_t get_table_size();

	static constexpr uint32_t EMPTY_HASH = 5381;

	_FORCE_INLINE_ StringName() = default;
	// A static name stays for the life of the process and is never counted: for names in the source.
	StringName(const char *p_text, bool p_static = false) { _intern(p_text, p_static); }
	StringName(const String &p_text, bool p_static = false) { _intern(p_text, p_static); }
	_FORCE_INLINE_ StringName(const StringName &p_other) :
			_data(p_other._data) { _ref(); }
	_FORCE_INLINE_ StringName(StringName &&p_other) noexcept :
			_data(p_other._data) { p_other._data = nullptr; }
	_FORCE_INLINE_ StringName &operator=(const StringName &p_other) {
		StringName kept(p_other);
		SWAP(_data, kept._data);
		return *this;
	}
	_FORCE_INLINE_ StringName &operator=(StringName &&p_other) noexcept {
		SWAP(_data, p_other._data);
		return *this;
	}
	_FORCE_INLINE_ ~StringName() { _unref(); }
};

template <>
struct IsRelocatable<StringName> : std::true_type {};

inline bool operator==(const String &p_a, const StringName &p_b) {
	return p_b == p_a;
}
inline bool operator!=(const String &p_a, const StringName &p_b) {
	return p_b != p_a;
}
inline bool operator==(const char *p_a, const StringName &p_b) {
	return p_b == p_a;
}
inline bool operator!=(const char *p_a, const StringName &p_b) {
	return p_b != p_a;
}
inline String operator+(const String &p_a, const StringName &p_b) {
	return p_a + p_b.get_string();
}
inline String operator+(const StringName &p_a, const String &p_b) {
	return p_a.get_string() + p_b;
}
inline String operator+(const char *p_a, const StringName &p_b) {
	return String(p_a) + p_b.get_string();
}
inline String operator+(const StringName &p_a, const char *p_b) {
	return p_a.get_string() + p_b;
}

inline StringName _scs_create(const char *p_text, bool p_static = true) {
	return StringName(p_text, p_static);
}

// A name that is written in the source: interned the first time, free afterwards.
#define SNAME(m_text) ([]() -> const StringName & { static const StringName name(m_text, true); return name; })()
