// From resources to sections of text.
#include "core/scene/resources/text_resource_writer.h"

#include "core/io/resource_uid.h"
#include "core/io/uid_files.h"
#include "core/math/math_funcs.h"
#include "core/object/class_db.h"
#include "core/object/missing_resource.h"
#include "core/object/script_language.h"
#include "core/scene/resources/packed_scene.h"
#include "core/variant/variant_parser.h"

namespace {

constexpr int MAX_DEPTH = 128; // Of containers and resources in each other.

String quoted(const String &p_text) {
	return "\"" + p_text.c_escape() + "\"";
}

} // namespace

// Five letters or digits, so that the ids of two branches of a project's history seldom meet.
String TextResourceWriter::random_suffix() {
	static const char symbols[] = "abcdefghijklmnopqrstuvwxy0123456789";
	String suffix;
	for (int i = 0; i < 5; i++) {
		suffix += char32_t(symbols[Math::rand() % (sizeof(symbols) - 1)]);
	}
	return suffix;
}

bool TextResourceWriter::encode(void *p_self, Object *p_object, String &r_text) {
	TextResourceWriter *self = static_cast<TextResourceWriter *>(p_self);
	Resource *resource = Object::cast_to<Resource>(p_object);
	if (const String *id = self->ext_ids.getptr(resource)) {
		r_text = "ExtResource(" + quoted(*id) + ")";
		return true;
	}
	if (const String *id = self->sub_ids.getptr(resource)) {
		r_text = "SubResource(" + quoted(*id) + ")";
		return true;
	}
	r_text = "null";
	return true;
}

String TextResourceWriter::value_text(const Variant &p_value) {
	return VariantWriter::write(p_value, encode, this);
}

// What has to be stored of a resource: what differs from its class's defaults, the script first.
LocalVector<TextResourceWriter::Value> TextResourceWriter::values_of(const Ref<Resource> &p_resource) {
	LocalVector<Value> values;
	const Ref<Script> script(p_resource->get_script());
	const MissingResource *missing = Object::cast_to<MissingResource>(p_resource.ptr());
	const Variant *kept_script = missing ? missing->get_recorded().getptr(SNAME("script")) : nullptr;
	if (script.is_valid() || kept_script) {
		values.push_back(Value{ SNAME("script"), script.is_valid() ? Variant(script) : *kept_script });
	}
	LocalVector<PropertyInfo> properties;
	p_resource->get_property_list(&properties);
	for (const PropertyInfo &property : properties) {
		if (!(property.usage & PROPERTY_USAGE_STORAGE) || property.name == SNAME("script") || property.name == SNAME("resource_path")) {
			continue;
		}
		const Variant value = p_resource->get(property.name);
		Variant initial;
		bool known = script.is_valid() && script->get_stored_default(property.name, initial);
		if (!known) {
			initial = ClassDB::class_get_default_property_value(p_resource->get_class_name(), property.name, &known);
		}
		if (known ? value == initial : value.get_type() == Variant::NIL) {
			continue;
		}
		values.push_back(Value{ property.name, value });
	}
	return values;
}

String TextResourceWriter::class_of(const Resource *p_resource) {
	const MissingResource *missing = Object::cast_to<MissingResource>(p_resource);
	return missing && !missing->get_original_class().is_empty() ? missing->get_original_class() : p_resource->get_class();
}

// It stays with a file that is written over, and with one that is referred to again.
String TextResourceWriter::uid_field(int64_t p_uid) {
	return p_uid < 0 ? String() : " uid=" + quoted(ResourceUID::get_singleton()->id_to_text(p_uid));
}

void TextResourceWriter::fail(Error p_error, const String &p_message) {
	if (error == OK) {
		error = p_error;
		ERR_PRINT("Cannot save \"" + path + "\": " + p_message);
	}
}

bool TextResourceWriter::leads_back(const Resource *p_resource) {
	String circle;
	bool found = false;
	for (const Step &step : way) {
		found = found || step.resource == p_resource;
		if (found) {
			circle += (circle.is_empty() ? "" : " -> ") + class_of(step.resource) + "." + step.property;
		}
	}
	if (found) {
		fail(ERR_CYCLIC_LINK, "its resources contain each other in a circle (" + circle + " -> the first one). Clear one of these properties, or let it hold a name or an id instead of the resource.");
	}
	return found;
}

bool TextResourceWriter::begin_container(const void *p_id, const Variant &p_container) {
	const Container *known = containers.getptr(p_id);
	if (known && known->open) {
		fail(ERR_CYCLIC_LINK, "an array or dictionary contains itself.");
	}
	if (!known) {
		containers.insert(p_id, Container{ p_container, true });
	}
	return !known;
}

void TextResourceWriter::collect(const Variant &p_value, int p_depth) {
	if (p_depth > MAX_DEPTH) {
		fail(ERR_INVALID_DATA, vformat("resources or containers are nested more than %d deep.", MAX_DEPTH));
	}
	if (error != OK) {
		return;
	}
	switch (p_value.get_type()) {
		case Variant::OBJECT: {
			const Ref<Resource> resource(p_value);
			if (resource.is_valid()) {
				collect_resource(resource, p_depth);
			}
		} break;
		case Variant::ARRAY: {
			const Array array = p_value;
			if (begin_container(array.id(), array)) {
				for (int i = 0; i < array.size(); i++) {
					collect(array[i], p_depth + 1);
				}
				containers[array.id()].open = false;
			}
		} break;
		case Variant::DICTIONARY: {
			const Dictionary dictionary = p_value;
			if (begin_container(dictionary.id(), dictionary)) {
				for (const KeyValue<Variant, Variant> &entry : dictionary) {
					collect(entry.key, p_depth + 1);
					collect(entry.value, p_depth + 1);
				}
				containers[dictionary.id()].open = false;
			}
		} break;
		default:
			break;
	}
}

void TextResourceWriter::collect_resource(const Ref<Resource> &p_resource, int p_depth) {
	Resource *resource = const_cast<Resource *>(p_resource.ptr());
	if (leads_back(resource) || ext_ids.has(resource) || sub_ids.has(resource)) {
		return;
	}
	if (!resource->is_built_in() && resource->get_path() != path && !bundle) {
		ext_ids.insert(resource, itos(next_ext++) + "_" + random_suffix());
		return;
	}
	collect_values(p_resource, p_depth + 1);
	String id = resource->get_scene_unique_id();
	if (id.is_empty()) {
		id = class_of(resource) + "_" + random_suffix();
		resource->set_scene_unique_id(id);
	}
	sub_ids.insert(resource, id);
}

void TextResourceWriter::collect_values(const Ref<Resource> &p_resource, int p_depth) {
	way.push_back(Step{ p_resource.ptr(), StringName() });
	for (const Value &entry : values_of(p_resource)) {
		way[way.size() - 1].property = entry.name;
		collect(entry.value, p_depth);
	}
	way.resize(way.size() - 1);
}

void TextResourceWriter::write_values(const Ref<Resource> &p_resource) {
	for (const Value &entry : values_of(p_resource)) {
		text += String(entry.name).property_name_encode() + " = " + value_text(entry.value) + "\n";
	}
}

void TextResourceWriter::write_references() {
	for (const KeyValue<Resource *, String> &entry : ext_ids) {
		text += "[ext_resource type=" + quoted(entry.key->is_class("Script") ? String("Script") : class_of(entry.key)) + uid_field(ResourceUID::get_singleton()->find_id(entry.key->get_path())) + " path=" + quoted(entry.key->get_path()) + " id=" + quoted(entry.value) + "]\n";
	}
	if (!ext_ids.is_empty()) {
		text += "\n";
	}
	for (const KeyValue<Resource *, String> &entry : sub_ids) {
		text += "[sub_resource type=" + quoted(class_of(entry.key)) + " id=" + quoted(entry.value) + "]\n";
		write_values(Ref<Resource>(entry.key));
		text += "\n";
	}
}

void TextResourceWriter::write_resource(const Ref<Resource> &p_resource) {
	collect_values(p_resource, 0);
	if (error != OK) {
		return;
	}
	text = "[gd_resource type=" + quoted(class_of(p_resource.ptr()));
	const Ref<Script> script(p_resource->get_script());
	if (script.is_valid() && script->get_global_name() != StringName()) {
		text += " script_class=" + quoted(script->get_global_name());
	}
	text += " format=3" + uid_field(UIDFiles::read_uid_of(path)) + "]\n\n";
	write_references();
	text += "[resource]\n";
	write_values(p_resource);
}

void TextResourceWriter::write_scene(const Ref<SceneState> &p_state) {
	for (const SceneState::NodeEntry &node : p_state->get_nodes()) {
		if (node.instance.is_valid()) {
			collect(node.instance, 0);
		}
		for (const SceneState::PropertyEntry &property : node.properties) {
			collect(property.value, 0);
		}
	}
	for (const SceneState::ConnectionEntry &connection : p_state->get_connections()) {
		collect(connection.binds, 0);
	}
	if (error != OK) {
		return;
	}
	text = "[gd_scene format=3" + uid_field(UIDFiles::read_uid_of(path)) + "]\n\n";
	write_references();
	for (const SceneState::NodeEntry &node : p_state->get_nodes()) {
		write_node(node);
	}
	for (const SceneState::ConnectionEntry &connection : p_state->get_connections()) {
		write_connection(connection);
	}
	if (!p_state->get_editable_instances().is_empty()) {
		text += "\n";
	}
	for (const NodePath &editable : p_state->get_editable_instances()) {
		text += "[editable path=" + quoted(editable) + "]\n";
	}
}

void TextResourceWriter::write_node(const SceneState::NodeEntry &p_node) {
	text += "[node name=" + quoted(p_node.name);
	if (p_node.type != StringName()) {
		text += " type=" + quoted(p_node.type);
	}
	if (!p_node.parent.is_empty()) {
		text += " parent=" + quoted(p_node.parent);
	}
	if (p_node.unique_id != 0) {
		text += " unique_id=" + itos(p_node.unique_id);
	}
	if (p_node.index >= 0) {
		text += " index=" + quoted(itos(p_node.index));
	}
	Vector<String> node_paths;
	for (const SceneState::PropertyEntry &property : p_node.properties) {
		if (property.is_node_path) {
			node_paths.push_back(property.name);
		}
	}
	if (!node_paths.is_empty()) {
		text += " node_paths=" + value_text(node_paths);
	}
	Vector<String> groups;
	for (const StringName &group : p_node.groups) {
		groups.push_back(quoted(group));
	}
	if (!groups.is_empty()) {
		groups.sort();
		text += " groups=[" + String(", ").join(groups) + "]";
	}
	if (p_node.instance.is_valid()) {
		text += " instance=" + value_text(p_node.instance);
	}
	if (!p_node.placeholder.is_empty()) {
		text += " instance_placeholder=" + quoted(p_node.placeholder);
	}
	text += "]\n";
	for (const SceneState::PropertyEntry &property : p_node.properties) {
		text += String(property.name).property_name_encode() + " = " + value_text(property.value) + "\n";
	}
	text += "\n";
}

void TextResourceWriter::write_connection(const SceneState::ConnectionEntry &p_connection) {
	text += "[connection signal=" + quoted(p_connection.signal) + " from=" + quoted(p_connection.from) + " to=" + quoted(p_connection.to) + " method=" + quoted(p_connection.method);
	if (p_connection.flags != int(Object::CONNECT_PERSIST)) {
		text += " flags=" + itos(p_connection.flags);
	}
	if (p_connection.unbinds > 0) {
		text += " unbinds=" + itos(p_connection.unbinds);
	}
	if (!p_connection.binds.is_empty()) {
		text += " binds= " + value_text(p_connection.binds);
	}
	text += "]\n";
}

Error TextResourceWriter::write(const Ref<Resource> &p_resource, String &r_text) {
	const Ref<PackedScene> scene = p_resource;
	if (scene.is_valid()) {
		write_scene(scene->get_state());
		text = text.trim_suffix("\n\n").trim_suffix("\n") + "\n";
	} else {
		write_resource(p_resource);
	}
	r_text = text;
	return error;
}
