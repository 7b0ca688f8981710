// Resource and the cache of resources by path.
#include "core/object/resource.h"

#include "core/error/error_macros.h"
#include "core/object/script_language.h"
#include "core/templates/spin_lock.h"

#include <chrono>

HashMap<String, Resource *> ResourceCache::resources;

namespace {
SpinLock cache_lock;
constexpr int UNIQUE_ID_LENGTH = 5;
constexpr int MAX_NESTING = 256; // Of containers in containers; deeper, and circles, stay shared.
constexpr int MAX_COPY_DEPTH = 128; // Of resources in resources whose copies are filled one inside the other.
} // namespace

bool ResourceCache::has(const String &p_path) {
	SharedSpinLockGuard guard(cache_lock);
	return resources.has(p_path);
}

Ref<Resource> ResourceCache::get_ref(const String &p_path) {
	SharedSpinLockGuard guard(cache_lock);
	Resource *const *resource = resources.getptr(p_path);
	return resource ? Ref<Resource>(*resource) : Ref<Resource>();
}

int ResourceCache::get_cached_resource_count() {
	SharedSpinLockGuard guard(cache_lock);
	return int(resources.size());
}

void ResourceCache::clear() {
	SharedSpinLockGuard guard(cache_lock);
	resources.clear();
}

void Resource::leave_cache() {
	SharedSpinLockGuard guard(cache_lock);
	Resource *const *cached = ResourceCache::resources.getptr(path_cache);
	if (cached && *cached == this) {
		ResourceCache::resources.erase(path_cache);
	}
}

void Resource::let_go() {
	if (!path_cache.is_empty()) {
		leave_cache();
	}
}

Resource::~Resource() {
	Resource::let_go();
	memdelete_notnull(ids_by_path);
}

void Resource::set_id_for_path(const String &p_path, const String &p_id) {
	if (!ids_by_path) {
		ids_by_path = memnew((HashMap<String, String>));
	}
	if (p_id.is_empty()) {
		ids_by_path->erase(p_path);
	} else {
		(*ids_by_path)[p_path] = p_id;
	}
}

String Resource::get_id_for_path(const String &p_path) const {
	const String *id = ids_by_path ? ids_by_path->getptr(p_path) : nullptr;
	return id ? *id : String();
}

void Resource::set_path(const String &p_path, bool p_take_over) {
	if (path_cache == p_path) {
		return;
	}
	if (!path_cache.is_empty()) {
		leave_cache();
		path_cache = String();
	}
	if (p_path.is_empty()) {
		return;
	}
	const Ref<Resource> holder = ResourceCache::get_ref(p_path);
	if (holder.is_valid()) {
		ERR_FAIL_COND_MSG(!p_take_over, "Another resource is loaded from path '" + p_path + "' already; use take_over_path() to replace it.");
		holder->set_path(String());
	}
	path_cache = p_path;
	{
		SharedSpinLockGuard guard(cache_lock);
		ResourceCache::resources[p_path] = this;
	}
	GDVIRTUAL_CALL(_set_path_cache, p_path);
}

void Resource::set_path_cache(const String &p_path) {
	if (!path_cache.is_empty()) {
		leave_cache();
	}
	path_cache = p_path;
	GDVIRTUAL_CALL(_set_path_cache, p_path);
}

bool Resource::is_built_in() const {
	return path_cache.is_empty() || path_cache.contains("::") || path_cache.begins_with("local://");
}

void Resource::set_name(const String &p_name) {
	name = p_name;
	emit_changed();
}

void Resource::setup_local_to_scene() {
	emit_signal(SNAME("setup_local_to_scene_requested"));
	GDVIRTUAL_CALL(_setup_local_to_scene);
}

void Resource::set_scene_unique_id(const String &p_id) {
	bool valid = true;
	for (const char32_t character : p_id) {
		valid &= (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character == '_';
	}
	scene_unique_id = valid ? p_id : generate_scene_unique_id();
	ERR_FAIL_COND_MSG(!valid, "The scene unique ID '" + p_id + "' must consist of letters, digits and underscores; '" + scene_unique_id + "' is used instead.");
}

String Resource::generate_scene_unique_id() {
	// Distinct within a process by the counter, and unlikely to meet an ID that another run wrote into the same file.
	static uint64_t counter = uint64_t(std::chrono::system_clock::now().time_since_epoch().count());
	counter += 0x9E3779B97F4A7C15ull;
	uint64_t bits = (counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9ull;
	bits ^= bits >> 27;
	String id;
	for (int i = 0; i < UNIQUE_ID_LENGTH; i++) {
		const char32_t digit = char32_t(bits % 34);
		bits /= 34;
		id += digit < 25 ? char32_t('a' + digit) : char32_t('0' + digit - 25);
	}
	return id;
}

::RID Resource::get_rid() const {
	::RID rid;
	GDVIRTUAL_CALL(_get_rid, rid);
	return rid;
}

void Resource::reset_state() {
	GDVIRTUAL_CALL(_reset_state);
}

void Resource::emit_changed() {
	emit_signal(SNAME("changed"));
}

String Resource::_to_string() {
	return (name.is_empty() ? String() : name + " ") + "(" + path_cache + "):" + to_string_native();
}

Variant Resource::duplicate_resource_value(const Ref<Resource> &p_resource, Copying &r_copying, uint32_t p_usage) {
	const bool wanted = (p_usage & PROPERTY_USAGE_ALWAYS_DUPLICATE) != 0 || (r_copying.deep && (r_copying.mode == DEEP_DUPLICATE_ALL || (r_copying.mode == DEEP_DUPLICATE_INTERNAL && p_resource->is_built_in())));
	// A script is code: copies of an object run the same one.
	if (!wanted || (p_usage & PROPERTY_USAGE_NEVER_DUPLICATE) || p_resource->is_class("Script")) {
		return p_resource;
	}
	return p_resource->duplicate_into(r_copying);
}

Variant Resource::duplicate_value(const Variant &p_value, uint32_t p_usage, Copying &r_copying, int p_nesting) {
	if (p_value.get_type() == Variant::OBJECT) {
		const Ref<Resource> resource(p_value);
		return resource.is_valid() ? duplicate_resource_value(resource, r_copying, p_usage) : p_value;
	}
	if ((!r_copying.deep && !(p_usage & PROPERTY_USAGE_ALWAYS_DUPLICATE)) || p_nesting > MAX_NESTING) {
		return p_value;
	}
	if (p_value.get_type() == Variant::ARRAY) {
		const Array source = p_value;
		if (const Variant *known = r_copying.walk.find_if_exhausted(source.id(), p_nesting, source.size())) {
			return *known;
		}
		Array copy = source.duplicate();
		for (int i = 0; i < copy.size(); i++) {
			copy.set(i, duplicate_value(copy[i], p_usage, r_copying, p_nesting + 1));
		}
		r_copying.walk.remember(source.id(), nullptr, p_nesting, copy);
		return copy;
	}
	if (p_value.get_type() == Variant::DICTIONARY) {
		const Dictionary source = p_value;
		if (const Variant *known = r_copying.walk.find_if_exhausted(source.id(), p_nesting, source.size())) {
			return *known;
		}
		Dictionary copy = source.duplicate();
		copy.clear();
		for (const KeyValue<Variant, Variant> &entry : source) {
			copy.set(duplicate_value(entry.key, p_usage, r_copying, p_nesting + 1), duplicate_value(entry.value, p_usage, r_copying, p_nesting + 1));
		}
		r_copying.walk.remember(source.id(), nullptr, p_nesting, copy);
		return copy;
	}
	return p_value.duplicate(true);
}

Ref<Resource> Resource::duplicate_into(Copying &r_copying) const {
	Object *key = const_cast<Resource *>(this);
	if (const Ref<Resource> *done = r_copying.copies.getptr(key)) {
		return *done;
	}
	const Ref<Resource> copy(Object::cast_to<Resource>(ClassDB::instantiate(get_class_name())));
	ERR_FAIL_COND_V_MSG(copy.is_null(), Ref<Resource>(), "Cannot duplicate a resource of class '" + get_class() + "': it cannot be instantiated.");
	r_copying.copies.insert(key, copy);
	if (r_copying.depth >= MAX_COPY_DEPTH) {
		r_copying.unfilled.push_back({ Ref<Resource>(const_cast<Resource *>(this)), copy });
		return copy;
	}
	fill_copy(copy.ptr(), r_copying);
	while (r_copying.depth == 0 && !r_copying.unfilled.is_empty()) {
		const Copying::Unfilled next = r_copying.unfilled[r_copying.unfilled.size() - 1];
		r_copying.unfilled.resize(r_copying.unfilled.size() - 1);
		next.source->fill_copy(next.copy.ptr(), r_copying);
	}
	return copy;
}

void Resource::fill_copy(Resource *p_copy, Copying &r_copying) const {
	r_copying.depth++;
	p_copy->set_script(get_script());
	LocalVector<PropertyInfo> properties;
	get_property_list(&properties);
	for (const PropertyInfo &property : properties) {
		if ((property.usage & PROPERTY_USAGE_STORAGE) && property.name != "script" && property.name != "resource_path") {
			const StringName property_name = property.name;
			p_copy->set(property_name, duplicate_value(get(property_name), property.usage, r_copying, 0));
		}
	}
	r_copying.depth--;
}

Ref<Resource> Resource::duplicate(bool p_deep) const {
	Copying copying;
	copying.deep = p_deep;
	return duplicate_into(copying);
}

Ref<Resource> Resource::duplicate_deep(DeepDuplicateMode p_mode) const {
	Copying copying;
	copying.deep = true;
	copying.mode = p_mode;
	return duplicate_into(copying);
}

Variant Resource::duplicate_in_container(Resource *p_resource, DeepDuplicateMode p_mode) {
	Copying copying;
	copying.deep = true;
	copying.mode = p_mode;
	return duplicate_resource_value(Ref<Resource>(p_resource), copying, PROPERTY_USAGE_DEFAULT);
}

Ref<Resource> Resource::duplicate_for_local_scene(const Ref<Resource> &p_original, Object *p_scene_root, HashMap<Object *, Ref<Resource>> &r_copies) {
	if (const Ref<Resource> *done = r_copies.getptr(p_original.ptr())) {
		return *done;
	}
	const Ref<Resource> copy = p_original->duplicate();
	if (copy.is_null()) {
		return copy;
	}
	r_copies.insert(p_original.ptr(), copy);
	copy->local_scene = p_scene_root;
	LocalVector<PropertyInfo> properties;
	copy->get_property_list(&properties);
	for (const PropertyInfo &property : properties) {
		if (property.type != Variant::OBJECT || !(property.usage & PROPERTY_USAGE_STORAGE) || property.name == "script") {
			continue;
		}
		const Ref<Resource> part(copy->get(property.name));
		if (part.is_valid() && part->is_local_to_scene()) {
			copy->set(property.name, duplicate_for_local_scene(part, p_scene_root, r_copies));
		}
	}
	return copy;
}

Error Resource::copy_from(const Ref<Resource> &p_from) {
	ERR_FAIL_COND_V(p_from.is_null(), ERR_INVALID_PARAMETER);
	if (get_class_name() != p_from->get_class_name()) {
		return ERR_INVALID_PARAMETER;
	}
	reset_state();
	set_script(p_from->get_script());
	LocalVector<PropertyInfo> properties;
	p_from->get_property_list(&properties);
	for (const PropertyInfo &property : properties) {
		if ((property.usage & PROPERTY_USAGE_STORAGE) && property.name != "script" && property.name != "resource_path") {
			set(property.name, p_from->get(property.name));
		}
	}
	return OK;
}

void Resource::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_path", "path"), &Resource::_set_path);
	ClassDB::bind_method(D_METHOD("take_over_path", "path"), &Resource::_take_over_path);
	ClassDB::bind_method(D_METHOD("get_path"), &Resource::get_path);
	ClassDB::bind_method(D_METHOD("set_path_cache", "path"), &Resource::set_path_cache);
	ClassDB::bind_method(D_METHOD("set_name", "name"), &Resource::set_name);
	ClassDB::bind_method(D_METHOD("get_name"), &Resource::get_name);
	ClassDB::bind_method(D_METHOD("get_rid"), &Resource::get_rid);
	ClassDB::bind_method(D_METHOD("set_local_to_scene", "enable"), &Resource::set_local_to_scene);
	ClassDB::bind_method(D_METHOD("is_local_to_scene"), &Resource::is_local_to_scene);
	ClassDB::bind_method(D_METHOD("get_local_scene"), &Resource::get_local_scene);
	ClassDB::bind_method(D_METHOD("setup_local_to_scene"), &Resource::setup_local_to_scene);
	ClassDB::bind_method(D_METHOD("reset_state"), &Resource::reset_state);
	ClassDB::bind_static_method("Resource", D_METHOD("generate_scene_unique_id"), &Resource::generate_scene_unique_id);
	ClassDB::bind_method(D_METHOD("set_scene_unique_id", "id"), &Resource::set_scene_unique_id);
	ClassDB::bind_method(D_METHOD("get_scene_unique_id"), &Resource::get_scene_unique_id);
	ClassDB::bind_method(D_METHOD("set_id_for_path", "path", "id"), &Resource::set_id_for_path);
	ClassDB::bind_method(D_METHOD("get_id_for_path", "path"), &Resource::get_id_for_path);
	ClassDB::bind_method(D_METHOD("emit_changed"), &Resource::emit_changed);
	ClassDB::bind_method(D_METHOD("duplicate", "deep"), &Resource::duplicate, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("duplicate_deep", "deep_subresources_mode"), &Resource::duplicate_deep, DEFVAL(DEEP_DUPLICATE_INTERNAL));
	ClassDB::bind_method(D_METHOD("is_built_in"), &Resource::is_built_in);
	GDVIRTUAL_BIND(_setup_local_to_scene);
	GDVIRTUAL_BIND(_get_rid);
	GDVIRTUAL_BIND(_reset_state);
	GDVIRTUAL_BIND(_set_path_cache, "path");

	ADD_SIGNAL(MethodInfo("changed"));
	ADD_SIGNAL(MethodInfo("setup_local_to_scene_requested"));
	ADD_GROUP("Resource", "resource_");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "resource_local_to_scene"), "set_local_to_scene", "is_local_to_scene");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "resource_path", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_EDITOR), "set_path", "get_path");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "resource_name"), "set_name", "get_name");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "resource_scene_unique_id", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NONE), "set_scene_unique_id", "get_scene_unique_id");

	BIND_ENUM_CONSTANT(DEEP_DUPLICATE_NONE);
	BIND_ENUM_CONSTANT(DEEP_DUPLICATE_INTERNAL);
	BIND_ENUM_CONSTANT(DEEP_DUPLICATE_ALL);
}
