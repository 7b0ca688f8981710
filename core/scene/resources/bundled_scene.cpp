// The tables of a scene as binary files keep them: numbers into lists of names, values and paths.
#include "core/scene/resources/bundled_scene.h"

#include "core/scene/resources/binary_resource_format.h"
#include "core/scene/resources/packed_scene.h"

#include "core/variant/dictionary.h"

using namespace BinaryResourceFormat;

namespace {

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

	PackedInt32Array ids; // Of the nodes, in their order; shorter where a file has none.

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
	const int64_t number = int64_t(node_paths.size()) - 1;
	entry.unique_id = number < ids.size() ? ids[number] : 0;
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
	ids = p_bundle.get("node_ids", PackedInt32Array());
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

// The reverse: gives numbers to names, values and paths as they come.
class BundleWriter {
	PackedStringArray names;
	HashMap<StringName, int32_t> name_numbers;
	Array values;
	Array paths;
	HashMap<String, int32_t> node_numbers;

	int32_t name_number(const StringName &p_name) {
		if (const int32_t *known = name_numbers.getptr(p_name)) {
			return *known;
		}
		const int32_t number = int32_t(names.size());
		names.push_back(p_name);
		name_numbers.insert(p_name, number);
		return number;
	}
	int32_t value_number(const Variant &p_value) {
		values.push_back(p_value);
		return int32_t(values.size()) - 1;
	}
	int32_t node_number(const NodePath &p_path) {
		const String path = p_path;
		if (const int32_t *known = node_numbers.getptr(path.is_empty() ? String(".") : path)) {
			return *known;
		}
		paths.push_back(p_path);
		return (int32_t(paths.size()) - 1) | ID_IS_PATH;
	}
	void write_node(const SceneState::NodeEntry &p_node, bool p_is_root, PackedInt32Array &r_numbers);

public:
	Dictionary write(const SceneState *p_state);
};

void BundleWriter::write_node(const SceneState::NodeEntry &p_node, bool p_is_root, PackedInt32Array &r_numbers) {
	const String parent = p_node.parent;
	r_numbers.push_back(p_is_root ? -1 : node_number(p_node.parent));
	r_numbers.push_back(p_is_root ? -1 : 0);
	r_numbers.push_back(p_node.type.is_empty() ? TYPE_INSTANTIATED : name_number(p_node.type));
	r_numbers.push_back(int32_t(uint32_t(name_number(p_node.name)) | (uint32_t(p_node.index + 1) << NAME_INDEX_BITS)));
	const bool is_base = p_is_root && p_node.instance.is_valid();
	r_numbers.push_back(!p_node.placeholder.is_empty() ? value_number(p_node.placeholder) | INSTANCE_IS_PLACEHOLDER : p_node.instance.is_valid() && !is_base ? value_number(p_node.instance)
																																							 : -1);
	r_numbers.push_back(int32_t(p_node.properties.size()));
	for (const SceneState::PropertyEntry &property : p_node.properties) {
		r_numbers.push_back(name_number(property.name) | (property.is_node_path ? NAME_IS_NODE_PATH : 0));
		r_numbers.push_back(value_number(property.value));
	}
	r_numbers.push_back(int32_t(p_node.groups.size()));
	for (const StringName &group : p_node.groups) {
		r_numbers.push_back(name_number(group));
	}
	node_numbers.insert(p_is_root ? String(".") : parent == "." ? String(p_node.name)
																: parent + "/" + p_node.name,
			int32_t(node_numbers.size()));
}

Dictionary BundleWriter::write(const SceneState *p_state) {
	PackedInt32Array nodes;
	for (uint32_t i = 0; i < p_state->get_nodes().size(); i++) {
		write_node(p_state->get_nodes()[i], i == 0, nodes);
	}
	PackedInt32Array connections;
	for (const SceneState::ConnectionEntry &connection : p_state->get_connections()) {
		for (const int32_t number : { node_number(connection.from), node_number(connection.to), name_number(connection.signal), name_number(connection.method), int32_t(connection.flags), int32_t(connection.binds.size()) }) {
			connections.push_back(number);
		}
		for (const Variant &value : connection.binds) {
			connections.push_back(value_number(value));
		}
		connections.push_back(connection.unbinds);
	}
	Array editable;
	for (const NodePath &path : p_state->get_editable_instances()) {
		editable.push_back(path);
	}
	Dictionary bundle;
	const bool is_inherited = !p_state->get_nodes().is_empty() && p_state->get_nodes()[0].instance.is_valid();
	const int32_t base_scene = is_inherited ? value_number(p_state->get_nodes()[0].instance) : -1;
	PackedInt32Array ids;
	for (const SceneState::NodeEntry &node : p_state->get_nodes()) {
		ids.push_back(int32_t(node.unique_id));
	}
	bundle["names"] = names;
	bundle["variants"] = values;
	bundle["node_count"] = p_state->get_node_count();
	bundle["nodes"] = nodes;
	bundle["node_ids"] = ids;
	bundle["conn_count"] = p_state->get_connection_count();
	bundle["conns"] = connections;
	bundle["node_paths"] = paths;
	bundle["id_paths"] = Array(); // Where nodes below instances are known by their ids as well.
	bundle["editable_instances"] = editable;
	if (is_inherited) {
		bundle["base_scene"] = base_scene;
	}
	bundle["version"] = 3;
	return bundle;
}

} // namespace

Dictionary write_bundled_scene(const SceneState *p_state) {
	return BundleWriter().write(p_state);
}

bool read_bundled_scene(const Dictionary &p_bundle, SceneState *r_state) {
	return BundleReader(p_bundle, r_state).read(p_bundle);
}
