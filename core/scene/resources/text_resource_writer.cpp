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

String quoted(const String &p_text) {
	return "\"" + p_text.c_escape() + "\"";
}

} // namespace

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

String TextResourceWriter::value_text(const Variant &p_value, const String &p_what) {
	String result;
	if (VariantWriter::write_to(result, p_value, encode, this) != OK) {
		fail(ERR_INVALID_DATA, vformat("%s is %s.", p_what, VariantWriter::CUT_OFF_BECAUSE));
	}
	return result;
}

// It stays with a file that is written over, and with one that is referred to again.
String TextResourceWriter::uid_field(int64_t p_uid) {
	return p_uid < 0 ? String() : " uid=" + quoted(ResourceUID::get_singleton()->id_to_text(p_uid));
}

void TextResourceWriter::write_values(const Ref<Resource> &p_resource) {
	const LocalVector<Value> values = values_of(p_resource);
	for (const Value &entry : values) {
		text += String(entry.name).property_name_encode() + " = " + value_text(entry.value, class_of(p_resource.ptr()) + "." + entry.name) + "\n";
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
	collect_scene(p_state);
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
		text += " node_paths=" + value_text(node_paths, "node_paths");
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
		text += " instance=" + value_text(p_node.instance, "instance");
	}
	if (!p_node.placeholder.is_empty()) {
		text += " instance_placeholder=" + quoted(p_node.placeholder);
	}
	text += "]\n";
	for (const SceneState::PropertyEntry &property : p_node.properties) {
		text += String(property.name).property_name_encode() + " = " + value_text(property.value, vformat("%s of the node \"%s\"", property.name, p_node.name)) + "\n";
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
		text += " binds= " + value_text(p_connection.binds, vformat("what is bound to the connection of the signal \"%s\"", p_connection.signal));
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
