// Values are walked in the order in which they are written, so that parts come before what needs them.
#include "core/scene/resources/resource_collector.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/object/class_db.h"
#include "core/object/missing_resource.h"
#include "core/object/script_language.h"
#include "core/scene/resources/packed_scene.h"
#include "core/variant/container_walk.h"
#include "core/variant/dictionary.h"

// Five letters or digits, so that the ids of two branches of a project's history seldom meet.
String ResourceCollector::random_suffix() {
	static const char symbols[] = "abcdefghijklmnopqrstuvwxy0123456789";
	String suffix;
	for (int i = 0; i < 5; i++) {
		suffix += char32_t(symbols[Math::rand() % (sizeof(symbols) - 1)]);
	}
	return suffix;
}

// What has to be stored of a resource: what differs from its class's defaults, the script first.
LocalVector<ResourceCollector::Value> ResourceCollector::read_values(const Ref<Resource> &p_resource) {
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

const LocalVector<ResourceCollector::Value> &ResourceCollector::values_of(const Ref<Resource> &p_resource) {
	if (const Stored *found = stored.getptr(p_resource.ptr())) {
		return found->values;
	}
	const LocalVector<Value> values = read_values(p_resource); // May call scripts.
	return stored.insert(p_resource.ptr(), Stored{ p_resource, values })->value.values;
}

String ResourceCollector::class_of(const Resource *p_resource) {
	const MissingResource *missing = Object::cast_to<MissingResource>(p_resource);
	return missing && !missing->get_original_class().is_empty() ? missing->get_original_class() : p_resource->get_class();
}

void ResourceCollector::fail(Error p_error, const String &p_message) {
	if (error == OK) {
		error = p_error;
		ERR_PRINT("Cannot save \"" + path + "\": " + p_message);
	}
}

bool ResourceCollector::leads_back(const Resource *p_resource) {
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

bool ResourceCollector::begin_container(const void *p_id, const Variant &p_container, int p_depth) {
	const Container *known = containers.getptr(p_id);
	if (known && known->open) {
		fail(ERR_CYCLIC_LINK, "an array or dictionary contains itself.");
	}
	if (known) {
		count_again(*known, p_depth);
	} else {
		containers.insert(p_id, Container{ p_container, true, 0, 0 });
	}
	return !known;
}

// Sixty arrays that each hold the next one twice are 2^60 when they are written.
void ResourceCollector::count_again(const Container &p_container, int p_depth) {
	written += p_container.size;
	repeated += p_container.size + 1;
	deepest = MAX(deepest, p_depth + p_container.height);
	if (repeated > ContainerWalk::MAX_REPEATS) {
		fail(ERR_INVALID_DATA, vformat("%s holds the same arrays or dictionaries again and again: more than %d values would be written twice.", get_place(), ContainerWalk::MAX_REPEATS));
	}
	check_depth(p_depth + p_container.height);
}

void ResourceCollector::check_depth(int p_depth) {
	if (p_depth > MAX_DEPTH) {
		fail(ERR_INVALID_DATA, vformat("%s: resources or containers are nested more than %d deep.", get_place(), MAX_DEPTH));
	}
}

// The property that is looked at, for messages.
String ResourceCollector::get_place() const {
	if (way.is_empty()) {
		return node ? vformat("%s of the node \"%s\"", node_property, node->name) : String("What is bound to a connection");
	}
	const Step &step = way[way.size() - 1];
	return class_of(step.resource) + "." + step.property;
}

template <typename T, typename F>
void ResourceCollector::collect_container(const T &p_container, int p_depth, F &&p_collect_inside) {
	if (!begin_container(p_container.id(), p_container, p_depth)) {
		return;
	}
	const int64_t written_before = written;
	const int deepest_before = deepest;
	deepest = p_depth;
	p_collect_inside();
	Container &container = containers[p_container.id()];
	container.open = false;
	container.size = written - written_before;
	container.height = deepest - p_depth;
	deepest = MAX(deepest, deepest_before);
}

void ResourceCollector::collect(const Variant &p_value, int p_depth) {
	check_depth(p_depth);
	if (error != OK) {
		return;
	}
	written++;
	deepest = MAX(deepest, p_depth);
	switch (p_value.get_type()) {
		case Variant::OBJECT: {
			const Ref<Resource> resource(p_value);
			if (resource.is_valid()) {
				const int64_t written_before = written;
				const int deepest_before = deepest;
				collect_resource(resource, p_depth);
				written = written_before; // Its values stand elsewhere, once.
				deepest = deepest_before;
			}
		} break;
		case Variant::ARRAY: {
			const Array array = p_value;
			collect_container(array, p_depth, [&]() {
				for (int i = 0; i < array.size(); i++) {
					collect(array[i], p_depth + 1);
				}
			});
		} break;
		case Variant::DICTIONARY: {
			const Dictionary dictionary = p_value;
			collect_container(dictionary, p_depth, [&]() {
				for (const KeyValue<Variant, Variant> &entry : dictionary) {
					collect(entry.key, p_depth + 1);
					collect(entry.value, p_depth + 1);
				}
			});
		} break;
		default:
			break;
	}
}

void ResourceCollector::collect_resource(const Ref<Resource> &p_resource, int p_depth) {
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

void ResourceCollector::collect_values(const Ref<Resource> &p_resource, int p_depth) {
	way.push_back(Step{ p_resource.ptr(), StringName() });
	const LocalVector<Value> values = values_of(p_resource); // The table grows meanwhile.
	for (const Value &entry : values) {
		way[way.size() - 1].property = entry.name;
		collect(entry.value, p_depth);
	}
	way.resize(way.size() - 1);
}

void ResourceCollector::collect_scene(const Ref<SceneState> &p_state) {
	for (const SceneState::NodeEntry &entry : p_state->get_nodes()) {
		node = &entry;
		if (entry.instance.is_valid()) {
			node_property = SNAME("instance");
			collect(entry.instance, 0);
		}
		for (const SceneState::PropertyEntry &property : entry.properties) {
			node_property = property.name;
			collect(property.value, 0);
		}
	}
	node = nullptr;
	for (const SceneState::ConnectionEntry &connection : p_state->get_connections()) {
		collect(connection.binds, 0);
	}
}
