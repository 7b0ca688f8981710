// NodePath: the way to a node, and on to its properties: "/root/Main/Label:text:0".
#pragma once

#include "core/string/string_name.h"

// One pointer, nullptr for the empty path; copies share. The path itself never changes once made.
class NodePath {
	struct Data {
		SafeRefCount refcount;
		bool absolute = false;
		uint32_t hash = 0; // The script's.
		uint32_t table_hash = 0;
		Vector<StringName> names;
		Vector<StringName> subnames;
	};
	Data *_data = nullptr;

	void _unref();
	void _set(const Vector<StringName> &p_names, const Vector<StringName> &p_subnames, bool p_absolute);
	void _parse(const String &p_path);

public:
	_FORCE_INLINE_ bool is_empty() const { return _data == nullptr; }
	_FORCE_INLINE_ bool is_absolute() const { return _data != nullptr && _data->absolute; }
	_FORCE_INLINE_ int64_t get_name_count() const { return _data != nullptr ? _data->names.size() : 0; }
	_FORCE_INLINE_ int64_t get_subname_count() const { return _data != nullptr ? _data->subnames.size() : 0; }
	int64_t get_total_name_count() const { return get_name_count() + get_subname_count(); }
	// An error and the empty name when out of range.
	StringName get_name(int64_t p_index) const;
	StringName get_subname(int64_t p_index) const;
	Vector<StringName> get_names() const;
	Vector<StringName> get_subnames() const;
	StringName get_concatenated_names() const; // With '/' between, without the leading one of absolute paths.
	StringName get_concatenated_subnames() const; // With ':' between.

	// Counts names first, then subnames; negative positions count from the end.
	NodePath slice(int64_t p_begin, int64_t p_end = INT32_MAX) const;
	// The way from this absolute path to another one.
	NodePath rel_path_to(const NodePath &p_path) const;
	// All names as subnames: "a/b:c" becomes ":a/b:c".
	NodePath get_as_property_path() const;
	void prepend_period(); // "a" becomes "./a".
	NodePath simplified() const; // Without "." and with ".." resolved where possible.
	void simplify() { *this = simplified(); }

	operator String() const;
	_FORCE_INLINE_ uint32_t hash() const { return _data != nullptr ? _data->hash : 0; }
	_FORCE_INLINE_ uint32_t table_hash() const { return _data != nullptr ? _data->table_hash : 0; }
	bool operator==(const NodePath &p_other) const;
	bool operator!=(const NodePath &p_other) const { return !(*this == p_other); }

	NodePath() = default;
	NodePath(const String &p_path) { _parse(p_path); }
	NodePath(const char *p_path) { _parse(String(p_path)); }
	NodePath(const Vector<StringName> &p_names, bool p_absolute);
	NodePath(const Vector<StringName> &p_names, const Vector<StringName> &p_subnames, bool p_absolute);
	_FORCE_INLINE_ NodePath(const NodePath &p_other) :
			_data(p_other._data) {
		if (_data != nullptr) {
			_data->refcount.ref();
		}
	}
	_FORCE_INLINE_ NodePath(NodePath &&p_other) noexcept :
			_data(p_other._data) { p_other._data = nullptr; }
	NodePath &operator=(const NodePath &p_other) {
		NodePath kept(p_other);
		SWAP(_data, kept._data);
		return *this;
	}
	NodePath &operator=(NodePath &&p_other) noexcept {
		SWAP(_data, p_other._data);
		return *this;
	}
	_FORCE_INLINE_ ~NodePath() {
		if (_data != nullptr) {
			_unref();
		}
	}
};

template <>
struct IsRelocatable<NodePath> : std::true_type {};
