// While a script may run the lists stand still; nodes are found anew for each property.
#include "modules/multiplayer/replication_state.h"

#include "core/object/object_db.h"
#include "core/scene/main/node.h"
#include "modules/multiplayer/replication_codec.h"
#include "modules/multiplayer/rpc_codec.h"

#include <utility>

namespace {

constexpr uint64_t ALL_BITS = ~uint64_t(0);

bool is_container(Variant::Type p_type) {
	return p_type == Variant::ARRAY || p_type == Variant::DICTIONARY;
}

// Differs in type or value; NaN is the same as NaN.
bool has_changed(const Variant &p_old, const Variant &p_new) {
	const Variant::Type type = p_new.get_type();
	if (p_old.get_type() != type) {
		return true;
	}
	switch (type) {
		case Variant::NIL:
			return false;
		case Variant::BOOL:
			return bool(p_old) != bool(p_new);
		case Variant::INT:
			return int64_t(p_old) != int64_t(p_new);
		default:
			return !p_old.hash_compare(p_new);
	}
}

// Counts up while it lives.
struct ScopedCount {
	uint32_t &count;

	explicit ScopedCount(uint32_t &r_count) :
			count(r_count) {
		count++;
	}
	~ScopedCount() { count--; }
};

} // namespace

bool ReplicationState::refresh(const Ref<SceneReplicationConfig> &p_config, ObjectID p_root) {
	const ObjectID new_config = p_config.is_valid() ? p_config->get_instance_id() : ObjectID();
	const uint64_t new_version = p_config.is_valid() ? p_config->get_version() : 0;
	if (busy > 0 || (new_config == config_id && p_root == root_id && new_version == version)) {
		return false;
	}
	config_id = new_config;
	root_id = p_root;
	version = new_version;
	reported = false;
	for (LocalVector<Property> &list : lists) {
		list.clear();
	}
	last.clear();
	if (p_config.is_null()) {
		return true;
	}
	for (const SceneReplicationConfig::ReplicationProperty &listed : p_config->get_list()) {
		Property property;
		property.path = listed.path;
		property.names = listed.path.get_subnames();
		if (listed.spawn) {
			lists[KIND_SPAWN].push_back(property);
		}
		if (listed.mode != SceneReplicationConfig::REPLICATION_MODE_NEVER) {
			lists[listed.mode == SceneReplicationConfig::REPLICATION_MODE_ALWAYS ? KIND_ALWAYS : KIND_ON_CHANGE].push_back(property);
		}
	}
	return true;
}

// The node may have been replaced by another of its name since the last time.
Node *ReplicationState::find(Property &r_property) const {
	Node *root = ObjectDB::get_instance<Node>(root_id);
	if (root == nullptr || r_property.node == root_id) {
		return root;
	}
	Node *node = ObjectDB::get_instance<Node>(r_property.node);
	if (node == nullptr || !root->is_ancestor_of(node)) {
		node = root->get_node_or_null(NodePath(r_property.path.get_names(), r_property.path.is_absolute()));
		r_property.node = node ? node->get_instance_id() : ObjectID();
	}
	return node;
}

bool ReplicationState::read(Property &r_property, Variant &r_value) {
	bool valid = false;
	const Node *node = find(r_property);
	if (node && r_property.names.size() == 1) {
		r_value = node->get(r_property.names[0], &valid);
	} else if (node) {
		r_value = node->get_indexed(r_property.names, &valid);
	}
	if (!valid) {
		report(r_property.path, "cannot be read");
	}
	return valid;
}

void ReplicationState::report(const NodePath &p_path, const char *p_what) {
	if (reported) {
		return;
	}
	reported = true;
	const Node *root = ObjectDB::get_instance<Node>(root_id);
	ERR_PRINT(vformat("Replication of \"%s\": the property \"%s\" %s. Mend the node or the SceneReplicationConfig.", root && root->is_inside_tree() ? String(root->get_path()) : String(), String(p_path), p_what));
}

bool ReplicationState::encode_some(Kind p_kind, uint64_t p_bits, bool p_full_objects, Vector<uint8_t> &r_bytes) {
	const ScopedCount running(busy);
	for (uint32_t i = 0; i < lists[p_kind].size(); i++) {
		if ((p_bits & delta_bit(i)) == 0) {
			continue;
		}
		Variant value;
		if (!read(lists[p_kind][i], value)) {
			return false;
		}
		if (encode_argument(value, r_bytes, p_full_objects) != OK) {
			report(lists[p_kind][i].path, "holds a value that cannot be sent: it contains itself, or is nested too deep");
			return false;
		}
	}
	return true;
}

bool ReplicationState::encode(Kind p_kind, bool p_full_objects, Vector<uint8_t> &r_bytes) {
	return encode_some(p_kind, ALL_BITS, p_full_objects, r_bytes);
}

bool ReplicationState::encode_delta(uint64_t p_bits, bool p_full_objects, Vector<uint8_t> &r_bytes) {
	return encode_some(KIND_ON_CHANGE, p_bits, p_full_objects, r_bytes);
}

Error ReplicationState::decode_some(Kind p_kind, uint64_t p_bits, Span<uint8_t> p_bytes, bool p_allow_objects, LocalVector<Variant> &r_values, uint64_t &r_length) const {
	r_length = 0;
	for (uint32_t i = 0; i < lists[p_kind].size(); i++) {
		if ((p_bits & delta_bit(i)) == 0) {
			continue;
		}
		Variant value;
		int length = 0;
		const Error error = decode_argument(value, p_bytes.subspan(r_length), length, p_allow_objects);
		if (error != OK) {
			return error;
		}
		r_length += uint64_t(length);
		r_values.push_back(std::move(value));
	}
	return OK;
}

void ReplicationState::write(Kind p_kind, uint64_t p_bits, const LocalVector<Variant> &p_values) {
	const ScopedCount running(busy);
	uint32_t next = 0;
	for (uint32_t i = 0; i < lists[p_kind].size(); i++) {
		if ((p_bits & delta_bit(i)) == 0) {
			continue;
		}
		const Variant &value = p_values[next++];
		Property &property = lists[p_kind][i];
		bool valid = false;
		Node *node = find(property);
		if (node && property.names.size() == 1) {
			node->set(property.names[0], value, &valid);
		} else if (node) {
			node->set_indexed(property.names, value, &valid);
		}
		if (!valid) {
			report(property.path, "cannot be set to what the network brings");
		}
	}
}

Error ReplicationState::decode(Kind p_kind, Span<uint8_t> p_bytes, bool p_allow_objects, uint64_t &r_length) {
	LocalVector<Variant> values;
	const Error error = decode_some(p_kind, ALL_BITS, p_bytes, p_allow_objects, values, r_length);
	if (error == OK) {
		write(p_kind, ALL_BITS, values);
	}
	return error;
}

Error ReplicationState::decode_delta(uint64_t p_bits, Span<uint8_t> p_bytes, bool p_allow_objects) {
	LocalVector<Variant> values;
	uint64_t length = 0;
	const Error error = decode_some(KIND_ON_CHANGE, p_bits, p_bytes, p_allow_objects, values, length);
	if (error != OK) {
		return error;
	}
	if (values.is_empty() || length != p_bytes.size()) {
		return ERR_INVALID_DATA;
	}
	write(KIND_ON_CHANGE, p_bits, values);
	return OK;
}

uint64_t ReplicationState::watch() {
	const ScopedCount running(busy);
	LocalVector<Property> &list = lists[KIND_ON_CHANGE];
	const bool first = !is_watching();
	if (first) {
		last.resize(list.size());
	}
	uint64_t bits = 0;
	unreadable = 0;
	for (uint32_t i = 0; i < list.size(); i++) {
		Variant value;
		if (!read(list[i], value)) {
			unreadable |= delta_bit(i);
			continue;
		}
		if (!first && !has_changed(last[i], value)) {
			continue;
		}
		// What was there dies when the slot has its new value.
		const Variant old = std::exchange(last[i], is_container(value.get_type()) ? value.duplicate(true) : value);
		bits |= first ? 0 : delta_bit(i);
	}
	return bits;
}
