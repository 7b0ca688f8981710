// The sections of .tscn and .tres files.
#include "core/scene/resources/text_resource_reader.h"

#include "core/io/resource_loader.h"
#include "core/io/resource_uid.h"
#include "core/object/class_db.h"
#include "core/object/missing_resource.h"
#include "core/scene/resources/packed_scene.h"
#include "core/templates/local_vector.h"
#include "core/templates/pair.h"

namespace {

// Innermost last: what this thread is reading, to notice files that need themselves.
thread_local LocalVector<Pair<String, Ref<PackedScene> *>> readings;

int find_reading(const String &p_path) {
	for (uint32_t i = 0; i < readings.size(); i++) {
		if (readings[i].first == p_path) {
			return int(i);
		}
	}
	return -1;
}

} // namespace

Ref<PackedScene> TextResourceReader::get_scene_in_progress(const String &p_path) {
	const int found = find_reading(p_path);
	return found < 0 ? Ref<PackedScene>() : *readings[uint32_t(found)].second;
}

TextResourceReader::TextResourceReader(const String &p_text, const String &p_path, ResourceFormatLoader::CacheMode p_cache_mode) :
		path(p_path), cache_mode(p_cache_mode), hooks{ this, find_ext, find_sub, find_path }, parser(p_text, &hooks) {}

Error TextResourceReader::fail(const String &p_message, Error p_error) {
	ERR_PRINT(vformat("%s:%d: %s", path, parser.get_line(), p_message));
	return p_error;
}

Variant TextResourceReader::field(const char *p_name, const Variant &p_default) const {
	const Variant *value = tag.fields.getptr(p_name);
	return value ? *value : p_default;
}

Error TextResourceReader::find_ext(void *p_self, const Variant &p_id, Variant &r_value, String &r_error) {
	TextResourceReader *self = static_cast<TextResourceReader *>(p_self);
	const Ref<Resource> *resource = self->ext_resources.getptr(p_id);
	if (!resource) {
		r_error = vformat("There is no [ext_resource] with the id \"%s\" above this line.", p_id);
		return ERR_PARSE_ERROR;
	}
	const Ref<PackedScene> *missing = resource->is_null() ? self->missing_scenes.getptr(p_id) : nullptr;
	r_value = missing ? Variant(*missing) : Variant(*resource);
	return OK;
}

Error TextResourceReader::find_sub(void *p_self, const Variant &p_id, Variant &r_value, String &r_error) {
	TextResourceReader *self = static_cast<TextResourceReader *>(p_self);
	const Ref<Resource> *resource = self->sub_resources.getptr(p_id);
	if (!resource) {
		r_error = vformat("There is no [sub_resource] with the id \"%s\" above this line.", p_id);
		return ERR_PARSE_ERROR;
	}
	r_value = *resource;
	return OK;
}

Error TextResourceReader::find_path(void *p_self, const Variant &p_id, Variant &r_value, String &) {
	r_value = static_cast<TextResourceReader *>(p_self)->load_external(p_id, String());
	return OK;
}

String TextResourceReader::absolute_path(const String &p_path) const {
	return !p_path.contains("://") && p_path.is_relative_path() ? path.get_base_dir().path_join(p_path).simplify_path() : p_path;
}

Ref<Resource> TextResourceReader::load_external(const String &p_path, const String &p_type) {
	const String absolute = absolute_path(p_path);
	const bool deep = cache_mode == ResourceFormatLoader::CACHE_MODE_IGNORE_DEEP || cache_mode == ResourceFormatLoader::CACHE_MODE_REPLACE_DEEP;
	if (find_reading(absolute) >= 0) {
		fail(vformat("The file refers to \"%s\", which in turn needs this file. Break the circle, e.g. by loading one of them in a script; null takes its place.", absolute), ERR_CYCLIC_LINK);
		return Ref<Resource>();
	}
	const Ref<Resource> resource = ResourceLoader::load(absolute, p_type, deep ? cache_mode : ResourceFormatLoader::CACHE_MODE_REUSE);
	if (resource.is_null()) {
		fail(vformat("The %s \"%s\" that this file refers to cannot be loaded; null takes its place.", p_type.is_empty() ? String("resource") : p_type, absolute), ERR_FILE_MISSING_DEPENDENCIES);
	}
	return resource;
}

Error TextResourceReader::read_header() {
	Error error = parser.parse_tag(tag);
	if (error == ERR_FILE_EOF) {
		return fail("The file is empty.", ERR_FILE_CORRUPT);
	}
	if (error != OK) {
		return fail(parser.get_error());
	}
	if (int64_t(field("format", 1)) > MAX_FORMAT) {
		return fail(vformat("The file has format %s; this engine reads up to format %d. Save it with an older editor.", field("format"), MAX_FORMAT), ERR_FILE_UNRECOGNIZED);
	}
	if (tag.name == "gd_scene") {
		resource_type = "PackedScene";
		scene.instantiate();
		scene->get_state()->set_path(path);
		return OK;
	}
	if (tag.name == "gd_resource") {
		resource_type = field("type", "");
		return resource_type.is_empty() ? fail("The [gd_resource] line has no type.") : OK;
	}
	return fail(vformat("The file starts with [%s]; [gd_scene] or [gd_resource] was expected.", tag.name), ERR_FILE_UNRECOGNIZED);
}

String TextResourceReader::read_type() {
	if (parser.parse_tag(tag) != OK) {
		return String();
	}
	return tag.name == "gd_scene" ? String("PackedScene") : (tag.name == "gd_resource" ? String(field("type", "")) : String());
}

void TextResourceReader::read_dependencies(LocalVector<String> *r_dependencies, bool p_add_types) {
	if (parser.parse_tag(tag) != OK) {
		return;
	}
	while (parser.parse_tag(tag) == OK && tag.name == "ext_resource") {
		const String dependency = absolute_path(field("path", ""));
		r_dependencies->push_back(p_add_types ? dependency + "::" + String(field("type", "")) : dependency);
	}
}

Ref<Resource> TextResourceReader::read(Error &r_error) {
	readings.push_back(Pair<String, Ref<PackedScene> *>(path, &scene));
	const Ref<Resource> result = read_sections(r_error);
	readings.resize(readings.size() - 1);
	return result;
}

Ref<Resource> TextResourceReader::read_sections(Error &r_error) {
	r_error = read_header();
	if (r_error == OK) {
		r_error = next_section();
	}
	while (r_error == OK && !at_end) {
		r_error = read_section();
	}
	if (r_error == OK && scene.is_valid() && scene->get_state()->get_node_count() == 0) {
		r_error = fail("The scene has no [node].", ERR_FILE_CORRUPT);
	}
	if (r_error == OK && scene.is_null() && main_resource.is_null()) {
		r_error = fail("The file has no [resource] section.", ERR_FILE_CORRUPT);
	}
	if (r_error != OK) {
		return Ref<Resource>();
	}
	return scene.is_valid() ? Ref<Resource>(scene) : main_resource;
}

// Moves to the next `[section]`; assignments in between would belong to nothing.
Error TextResourceReader::next_section() {
	String assign;
	Variant value;
	const Error error = next_assignment(assign, value);
	if (error != OK) {
		return error;
	}
	return assign.is_empty() ? OK : fail(vformat("The value \"%s\" stands outside of any section that takes values.", assign));
}

Error TextResourceReader::read_section() {
	struct Section {
		const char *name;
		Error (TextResourceReader::*read)();
	};
	static const Section sections[] = {
		{ "ext_resource", &TextResourceReader::read_ext_resource },
		{ "sub_resource", &TextResourceReader::read_sub_resource },
		{ "resource", &TextResourceReader::read_main_resource },
		{ "node", &TextResourceReader::read_node },
		{ "connection", &TextResourceReader::read_connection },
		{ "editable", &TextResourceReader::read_editable },
	};
	for (const Section &section : sections) {
		if (tag.name == section.name) {
			return (this->*section.read)();
		}
	}
	return fail(vformat("Unknown section [%s].", tag.name));
}

Error TextResourceReader::read_ext_resource() {
	if ((!has_field("path") && !has_field("uid")) || !has_field("id")) {
		return fail("An [ext_resource] needs a path or a uid, and an id.");
	}
	String file = absolute_path(field("path", ""));
	if (has_field("uid")) {
		file = ResourceUID::get_singleton()->find_file(field("uid"), file);
	}
	const Ref<Resource> resource = load_external(file, field("type", ""));
	// A scene keeps its other nodes; a resource without its parts would be saved without them.
	if (resource.is_null() && scene.is_null() && ResourceLoader::get_abort_on_missing_resources()) {
		return ERR_FILE_MISSING_DEPENDENCIES;
	}
	if (resource.is_null() && scene.is_valid() && String(field("type", "")) == "PackedScene") {
		missing_scenes.insert(field("id"), PackedScene::make_missing(file));
	}
	ext_resources.insert(field("id"), resource);
	return next_section();
}

// What this engine does not know is kept for whoever does.
Ref<Resource> TextResourceReader::make_resource(const String &p_type) {
	if (ClassDB::class_exists(p_type)) {
		Object *object = ClassDB::is_parent_class(p_type, SNAME("Resource")) ? ClassDB::instantiate(p_type) : nullptr;
		return Ref<Resource>(Object::cast_to<Resource>(object));
	}
	warn_of_missing_class(p_type, path);
	Ref<MissingResource> missing;
	missing.instantiate();
	missing->set_original_class(p_type);
	return missing;
}

Error TextResourceReader::read_sub_resource() {
	if (!has_field("type") || !has_field("id")) {
		return fail("A [sub_resource] needs a type and an id.");
	}
	const String type = field("type");
	const String id = field("id");
	const Ref<Resource> resource = make_resource(type);
	if (resource.is_null()) {
		return fail(vformat("The type \"%s\" of the [sub_resource] \"%s\" is not a resource class of this engine.", type, id));
	}
	if (cache_mode == ResourceFormatLoader::CACHE_MODE_IGNORE || cache_mode == ResourceFormatLoader::CACHE_MODE_IGNORE_DEEP) {
		resource->set_path_cache(path + "::" + id);
	} else {
		resource->set_path(path + "::" + id, true);
	}
	resource->set_scene_unique_id(id);
	sub_resources.insert(id, resource);
	return read_assignments(resource);
}

Error TextResourceReader::read_main_resource() {
	if (scene.is_valid()) {
		return fail("A scene file has no [resource] section.");
	}
	main_resource = make_resource(resource_type);
	if (main_resource.is_null()) {
		return fail(vformat("The type \"%s\" is not a resource class of this engine.", resource_type));
	}
	return read_assignments(main_resource);
}

Variant TextResourceReader::without_missing(const Variant &p_value) const {
	if (p_value.get_type() == Variant::OBJECT) {
		for (const KeyValue<String, Ref<PackedScene>> &entry : missing_scenes) {
			if (p_value == Variant(entry.value)) {
				return Variant();
			}
		}
	}
	return p_value;
}

// The next `name = value` of this section; r_assign stays empty when the section is over.
Error TextResourceReader::next_assignment(String &r_assign, Variant &r_value) {
	const Error error = parser.parse_tag_or_assign(tag, r_assign, r_value);
	if (error == ERR_FILE_EOF && r_assign.is_empty()) {
		at_end = true;
		return OK;
	}
	return error == OK ? OK : fail(parser.get_error());
}

Error TextResourceReader::read_assignments(const Ref<Resource> &p_resource) {
	MissingResource *missing = Object::cast_to<MissingResource>(p_resource.ptr());
	while (true) {
		String assign;
		Variant value;
		const Error error = next_assignment(assign, value);
		if (error != OK || assign.is_empty()) {
			return error;
		}
		if (missing && !assign.begins_with("resource_")) {
			missing->record(assign, value);
		} else {
			p_resource->set(assign, without_missing(value));
		}
	}
}

Error TextResourceReader::read_node() {
	if (scene.is_null()) {
		return fail("A [node] may only stand in a scene file.");
	}
	SceneState::NodeEntry entry;
	entry.name = field("name", "");
	entry.type = field("type", "");
	entry.parent = NodePath(String(field("parent", "")));
	entry.index = field("index", "-1").operator String().to_int();
	entry.placeholder = field("instance_placeholder", "");
	entry.unique_id = field("unique_id", 0);
	if (has_field("instance")) {
		entry.instance = Ref<PackedScene>(field("instance"));
		if (entry.instance.is_null()) {
			entry.type = SNAME("Node"); // Keeps the place of a scene that is missing, and what stands below it.
		}
	}
	const Array groups = field("groups", Array());
	for (int i = 0; i < groups.size(); i++) {
		entry.groups.push_back(groups[i]);
	}
	if (!has_field("name")) { // An empty one is what roots have that were never given a name.
		return fail("A [node] needs a name.");
	}
	const Vector<String> node_paths = field("node_paths", Vector<String>());
	const Error error = read_node_properties(entry, node_paths);
	if (error == OK) {
		scene->get_state()->add_node(entry);
	}
	return error;
}

Error TextResourceReader::read_node_properties(SceneState::NodeEntry &r_entry, const Vector<String> &p_node_paths) {
	while (true) {
		String assign;
		Variant value;
		const Error error = next_assignment(assign, value);
		if (error != OK || assign.is_empty()) {
			return error;
		}
		r_entry.properties.push_back(SceneState::PropertyEntry{ assign, without_missing(value), p_node_paths.has(assign) });
	}
}

Error TextResourceReader::read_connection() {
	if (scene.is_null()) {
		return fail("A [connection] may only stand in a scene file.");
	}
	for (const char *needed : { "signal", "from", "to", "method" }) {
		if (!has_field(needed)) {
			return fail(vformat("A [connection] needs \"%s\".", needed));
		}
	}
	SceneState::ConnectionEntry entry;
	entry.from = NodePath(String(field("from")));
	entry.to = NodePath(String(field("to")));
	entry.signal = field("signal");
	entry.method = field("method");
	entry.flags = int(field("flags", int(Object::CONNECT_PERSIST)));
	entry.unbinds = int(field("unbinds", 0));
	entry.binds = field("binds", Array());
	scene->get_state()->add_connection(entry);
	return next_section();
}

Error TextResourceReader::read_editable() {
	if (scene.is_null() || !has_field("path")) {
		return fail("An [editable] section needs a path and may only stand in a scene file.");
	}
	scene->get_state()->add_editable_instance(NodePath(String(field("path"))));
	return next_section();
}
