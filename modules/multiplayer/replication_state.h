// ReplicationState: the properties of one synchronizer, as its configuration lists them: read, written and compared with what was sent last.
#pragma once

#include "core/object/object_id.h"
#include "core/string/node_path.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"
#include "core/variant/variant.h"
#include "modules/multiplayer/scene_replication_config.h"

class Node;

// Main thread. Getters and setters of scripts run in all that reads or writes; the owner keeps this alive until they have returned, and refresh() does
// nothing meanwhile.
class ReplicationState {
public:
	enum Kind {
		KIND_SPAWN,
		KIND_ALWAYS,
		KIND_ON_CHANGE,
		KIND_MAX,
	};

	// To be called before the rest, each time: follows changes of the configuration and of the root. True: something had changed.
	bool refresh(const Ref<SceneReplicationConfig> &p_config, ObjectID p_root);
	bool is_known() const { return version != 0; } // There was a configuration in the last refresh().

	uint32_t get_count(Kind p_kind) const { return lists[p_kind].size(); }

	// Appends the values of a kind. False, with an error once until something changes: a property cannot be read; r_bytes is then incomplete.
	bool encode(Kind p_kind, bool p_full_objects, Vector<uint8_t> &r_bytes);
	// The same for the properties on change that share these bits.
	bool encode_delta(uint64_t p_bits, bool p_full_objects, Vector<uint8_t> &r_bytes);

	// Reads all values, then sets all. r_length: bytes read. An error leaves everything as it was.
	Error decode(Kind p_kind, Span<uint8_t> p_bytes, bool p_allow_objects, uint64_t &r_length);
	// The same for the properties that share these bits. Bytes that are left over are an error.
	Error decode_delta(uint64_t p_bits, Span<uint8_t> p_bytes, bool p_allow_objects);

	// The bits of the properties on change whose value is another than in the last call. The first call only remembers.
	uint64_t watch();
	bool is_watching() const { return last.size() == lists[KIND_ON_CHANGE].size(); } // Since the last change of the configuration.
	// The bits of those that the last watch() could not read.
	uint64_t get_unreadable() const { return unreadable; }

private:
	struct Property {
		NodePath path;
		Vector<StringName> names;
		ObjectID node;
	};

	uint64_t version = 0; // Of the configuration that was read.
	ObjectID config_id;
	ObjectID root_id;
	LocalVector<Property> lists[KIND_MAX];
	LocalVector<Variant> last; // Beside the list of properties on change; empty before the first watch().
	uint64_t unreadable = 0;
	bool reported = false;
	uint32_t busy = 0; // Scripts may be running.

	Node *find(Property &r_property) const;
	bool read(Property &r_property, Variant &r_value);
	void write(Kind p_kind, uint64_t p_bits, const LocalVector<Variant> &p_values);
	void report(const NodePath &p_path, const char *p_what);
	bool encode_some(Kind p_kind, uint64_t p_bits, bool p_full_objects, Vector<uint8_t> &r_bytes);
	Error decode_some(Kind p_kind, uint64_t p_bits, Span<uint8_t> p_bytes, bool p_allow_objects, LocalVector<Variant> &r_values, uint64_t &r_length) const;
};
