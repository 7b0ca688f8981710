// NodePath: parsing, printing and taking apart.
#include "core/string/node_path.h"

#include "core/error/error_macros.h"
#include "core/templates/hash_wang.h"
#include "core/templates/hashfuncs.h"

static Vector<StringName> append_all(const Vector<StringName> &p_first, const Vector<StringName> &p_second) {
	Vector<StringName> all = p_first;
	all.append_array(p_second);
	return all;
}

static String join_names(const Vector<StringName> &p_names, char32_t p_between) {
	String text;
	for (int64_t i = 0; i < p_names.size(); i++) {
		if (i > 0) {
			text += p_between;
		}
		text += p_names[i].get_string();
	}
	return text;
}

void NodePath::_unref() {
	if (_data->refcount.unref()) {
		memdelete(_data);
	}
	_data = nullptr;
}

namespace {

// The hash of the names with a separator between them, without joining them.
uint32_t hash_joined(const Vector<StringName> &p_names, char32_t p_separator) {
	uint32_t hash = StringName::EMPTY_HASH;
	for (int64_t i = 0; i < p_names.size(); i++) {
		if (i > 0) {
			hash = hash_djb2_one_32(p_separator, hash);
		}
		const String &name = p_names[i].get_string();
		for (const char32_t c : name.span()) {
			hash = hash_djb2_one_32(c, hash);
		}
	}
	return hash;
}

} // namespace

void NodePath::_set(const Vector<StringName> &p_names, const Vector<StringName> &p_subnames, bool p_absolute) {
	if (p_names.is_empty() && p_subnames.is_empty() && !p_absolute) {
		return;
	}
	_data = memnew(Data);
	_data->refcount.init();
	_data->absolute = p_absolute;
	_data->names = p_names;
	_data->subnames = p_subnames;
	const uint32_t hash = hash_wang(uint64_t(hash_joined(p_names, '/')) << 32 | hash_joined(p_subnames, ':'));
	_data->hash = p_absolute ? hash : ~hash;
	uint32_t table_hash = hash_table_uint64(uint64_t(p_names.size()) << 1 | (p_absolute ? 1 : 0));
	for (const StringName &name : p_names) {
		table_hash = hash_table_pair(table_hash, name.table_hash());
	}
	for (const StringName &name : p_subnames) {
		table_hash = hash_table_pair(table_hash, name.table_hash());
	}
	_data->table_hash = table_hash;
}

void NodePath::_parse(const String &p_path) {
	if (p_path.is_empty()) {
		return;
	}
	const int64_t colon = p_path.find_char(':');
	const String path = colon < 0 ? p_path : p_path.left(colon);
	Vector<StringName> names;
	for (const String &name : path.split("/", false)) {
		names.push_back(name);
	}
	Vector<StringName> subnames;
	if (colon >= 0 && colon + 1 < p_path.length()) {
		const Vector<String> parts = p_path.substr(colon + 1).split(":");
		for (int64_t i = 0; i < parts.size(); i++) {
			const bool is_last = i == parts.size() - 1;
			ERR_FAIL_COND_MSG(parts[i].is_empty() && !is_last, "Invalid NodePath \"" + p_path + "\": a subname between two colons is empty.");
			if (!parts[i].is_empty()) {
				subnames.push_back(parts[i]);
			}
		}
	}
	_set(names, subnames, p_path.begins_with("/"));
}

NodePath::NodePath(const Vector<StringName> &p_names, bool p_absolute) {
	_set(p_names, Vector<StringName>(), p_absolute);
}

NodePath::NodePath(const Vector<StringName> &p_names, const Vector<StringName> &p_subnames, bool p_absolute) {
	_set(p_names, p_subnames, p_absolute);
}

StringName NodePath::get_name(int64_t p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_name_count(), StringName());
	return _data->names[p_index];
}

StringName NodePath::get_subname(int64_t p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_subname_count(), StringName());
	return _data->subnames[p_index];
}

Vector<StringName> NodePath::get_names() const {
	return _data != nullptr ? _data->names : Vector<StringName>();
}

Vector<StringName> NodePath::get_subnames() const {
	return _data != nullptr ? _data->subnames : Vector<StringName>();
}

StringName NodePath::get_concatenated_names() const {
	return _data != nullptr ? StringName(join_names(_data->names, '/')) : StringName();
}

StringName NodePath::get_concatenated_subnames() const {
	return _data != nullptr ? StringName(join_names(_data->subnames, ':')) : StringName();
}

NodePath NodePath::slice(int64_t p_begin, int64_t p_end) const {
	const int64_t names = get_name_count();
	const int64_t total = get_total_name_count();
	int64_t begin = CLAMP(p_begin, -total, total);
	int64_t end = CLAMP(p_end, -total, total);
	begin += begin < 0 ? total : 0;
	end += end < 0 ? total : 0;
	if (_data == nullptr) {
		return NodePath();
	}
	Vector<StringName> kept_names;
	Vector<StringName> kept_subnames;
	if (begin < end) {
		kept_names = _data->names.slice(MIN(begin, names), MIN(end, names));
		kept_subnames = _data->subnames.slice(MAX(begin - names, int64_t(0)), MAX(end - names, int64_t(0)));
	}
	return NodePath(kept_names, kept_subnames, is_absolute() && begin == 0);
}

NodePath NodePath::rel_path_to(const NodePath &p_path) const {
	ERR_FAIL_COND_V_MSG(!is_absolute() || !p_path.is_absolute(), NodePath(), "Only between absolute paths is there a relative path.");
	const Vector<StringName> from = get_names();
	const Vector<StringName> to = p_path.get_names();
	int64_t common = 0;
	while (common < from.size() && common < to.size() && from[common] == to[common]) {
		common++;
	}
	Vector<StringName> names;
	for (int64_t i = common; i < from.size(); i++) {
		names.push_back(SNAME(".."));
	}
	names.append_array(to.slice(common));
	if (names.is_empty()) {
		names.push_back(SNAME("."));
	}
	return NodePath(names, p_path.get_subnames(), false);
}

NodePath NodePath::get_as_property_path() const {
	if (_data == nullptr || _data->names.is_empty()) {
		return *this;
	}
	// The way to the node becomes one subname: that is what an animation or a tween looks up.
	Vector<StringName> subnames = { get_concatenated_names() };
	subnames.append_array(_data->subnames);
	return NodePath(Vector<StringName>(), subnames, false);
}

void NodePath::prepend_period() {
	if (_data != nullptr && !_data->absolute && !_data->names.is_empty() && _data->names[0] != SNAME(".")) {
		*this = NodePath(append_all({ SNAME(".") }, _data->names), _data->subnames, false);
	}
}

NodePath NodePath::simplified() const {
	if (_data == nullptr) {
		return *this;
	}
	Vector<StringName> kept;
	for (const StringName &name : std::as_const(_data->names)) {
		if (name == SNAME(".") && _data->names.size() > 1) {
			continue;
		}
		if (name == SNAME("..") && !kept.is_empty() && kept[kept.size() - 1] != SNAME("..")) {
			kept.resize(kept.size() - 1);
		} else {
			kept.push_back(name);
		}
	}
	if (kept.is_empty() && !_data->absolute && !_data->names.is_empty()) {
		kept.push_back(SNAME("."));
	}
	return NodePath(kept, _data->subnames, _data->absolute);
}

NodePath::operator String() const {
	if (_data == nullptr) {
		return String();
	}
	String text = _data->absolute ? "/" : "";
	text += join_names(_data->names, '/');
	if (!_data->subnames.is_empty()) {
		text += U':';
		text += join_names(_data->subnames, ':');
	}
	return text;
}

bool NodePath::operator==(const NodePath &p_other) const {
	if (_data == p_other._data) {
		return true;
	}
	if (_data == nullptr || p_other._data == nullptr) {
		return false;
	}
	return _data->hash == p_other._data->hash && _data->absolute == p_other._data->absolute && _data->names == p_other._data->names && _data->subnames == p_other._data->subnames;
}
