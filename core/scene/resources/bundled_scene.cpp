// The tables of a scene as binary files keep them: numbers into lists of names, values and paths.
#include "core/scene/resources/binary_resource_reader.h"

#include "core/variant/dictionary.h"

namespace {

constexpr int32_t ID_IS_PATH = 1 << 30;
constexpr int32_t ID_MASK = (1 << 24) - 1;
constexpr int32_t NO_PARENT = 0x7FFFFFFF;
constexpr int32_t TYPE_INSTANTIATED = 0x7FFFFFFF;
constexpr int32_t INSTANCE_IS_PLACEHOLDER = 1 << 30;
constexpr int32_t NAME_IS_NODE_PATH = 1 << 30;
constexpr int NAME_INDEX_BITS = 18;

class BundleReader {
	const PackedStringArray names;
	const Array values;
	const Array paths;
	SceneState *state;
	PackedInt32Array numbers;
	int64_t at = 0;
	bool good = true;
	LocalVector<String> node_paths; // From the root; "." is the root.

	int32_t next() {
		if (at >= numbers.size()) {
			good = false;
			return 0;
		}
		return numbers[at++];
	}
	// A count of things that take at least p_least numbers each.
	int32_t next_count(int32_t p_least) {
		const int32_t count = next();
		if (count < 0 || int64_t(count) * p_least > numbers.size() - at) {
			good = false;
			return 0;
		}
		return count;
	}
	StringName name_at(int32_t p_index) {
		good = good && p_index >= 0 && p_index < names.size();
		return good ? StringName(names[p_index]) : StringName();
	}
	Variant value_at(int32_t p_index) {
		good = good && p_index >= 0 && p_index < values.size();
		return good ? values[p_index] : Variant();
	}
	// A node by its number, or by a path where an instanced scene brings it.
	NodePath node_at(int32_t p_id) {
		const int32_t index = p_id & ID_MASK;
		if (p_id & ID_IS_PATH) {
			good = good && index < paths.size();
			const String path = good ? String(NodePath(paths[index])) : String();
			return path.begins_with("./") ? path.substr(2) : path;
		}
		good = good && index < int32_t(node_paths.size());
		return good ? NodePath(node_paths[uint32_t(index)]) : NodePath();
	}
	void read_node();
	void read_connection(bool p_has_unbinds);

public:
	bool read(const Dictionary &p_bundle);
	BundleReader(const Dictionary &p_bundle, SceneState *r_state) :
			names(p_bundle.get("names", PackedStringArray())), values(p_bundle.get("variants", Array())), paths(p_bundle.get("node_paths", Array())), state(r_state) {}
};

void BundleReader::read_node() {
	SceneState::NodeEntry entry;
	const int32_t parent = next();
	next(); // The owner is the root, or the instance that brings the node.
	const int32_t type = next();
	const uint32_t name = uint32_t(next());
	entry.name = name_at(int32_t(name & ((1u << NAME_INDEX_BITS) - 1)));
	entry.index = int(name >> NAME_INDEX_BITS) - 1;
	entry.type = type == TYPE_INSTANTIATED ? StringName() : name_at(type);
	if (parent != NO_PARENT && parent >= 0) {
		entry.parent = node_at(parent);
	}
	const int32_t instance = next();
	if (instance >= 0 && (instance & INSTANCE_IS_PLACEHOLDER)) {
		entry.placeholder = value_at(instance & ID_MASK);
	} else if (instance >= 0) {
		entry.instance = Ref<PackedScene>(value_at(instance & ID_MASK));
		entry.type = entry.instance.is_null() ? SNAME("Node") : StringName();
	}
	for (int32_t left = next_count(2); left > 0 && good; left--) {
		const int32_t property = next();
		const StringName property_name = name_at(property & ~NAME_IS_NODE_PATH);
		entry.properties.push_back({ property_name, value_at(next()), (property & NAME_IS_NODE_PATH) != 0 });
	}
	for (int32_t left = next_count(1); left > 0 && good; left--) {
		entry.groups.push_back(name_at(next()));
	}
	const String own = entry.parent.is_empty() ? String(".") : String(entry.parent) == "." ? String(entry.name)
																						   : String(entry.parent) + "/" + entry.name;
	node_paths.push_back(own);
	if (good) {
		state->add_node(entry);
	}
}

void BundleReader::read_connection(bool p_has_unbinds) {
	SceneState::ConnectionEntry entry;
	entry.from = node_at(next());
	entry.to = node_at(next());
	entry.signal = name_at(next());
	entry.method = name_at(next());
	entry.flags = next();
	for (int32_t left = next_count(1); left > 0 && good; left--) {
		entry.binds.push_back(value_at(next()));
	}
	entry.unbinds = p_has_unbinds ? next() : 0;
	if (good) {
		state->add_connection(entry);
	}
}

bool BundleReader::read(const Dictionary &p_bundle) {
	const int version = p_bundle.get("version", 1);
	numbers = p_bundle.get("nodes", PackedInt32Array());
	const int node_count = p_bundle.get("node_count", 0);
	for (int i = 0; i < node_count && good; i++) {
		read_node();
	}
	numbers = p_bundle.get("conns", PackedInt32Array());
	at = 0;
	const int connection_count = p_bundle.get("conn_count", 0);
	for (int i = 0; i < connection_count && good; i++) {
		read_connection(version >= 3);
	}
	const Array editable = p_bundle.get("editable_instances", Array());
	for (const Variant &path : editable) {
		state->add_editable_instance(path);
	}
	if (p_bundle.has("base_scene") && good && state->get_node_count() > 0) {
		state->set_base_scene(Ref<PackedScene>(value_at(p_bundle["base_scene"])));
	}
	return good;
}

} // namespace

bool read_bundled_scene(const Dictionary &p_bundle, SceneState *r_state) {
	return BundleReader(p_bundle, r_state).read(p_bundle);
}
