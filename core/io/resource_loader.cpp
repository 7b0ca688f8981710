// ResourceLoader: choosing a format loader, and the cache modes.
#include "core/io/resource_loader.h"

#include "core/config/project_settings.h"
#include "core/error/error_macros.h"
#include "core/io/config_file.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/resource_uid.h"
#include "core/io/uid_files.h"

LocalVector<Ref<ResourceFormatLoader>> ResourceLoader::loaders;
bool ResourceLoader::abort_on_missing_resource = true;
thread_local int ResourceLoader::nesting = 0;

void ResourceFormatLoader::get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const {
	if (p_type.is_empty() || handles_type(p_type)) {
		get_recognized_extensions(p_extensions);
	}
}

bool ResourceFormatLoader::recognize_path(const String &p_path, const String &p_for_type) const {
	bool recognized = false;
	if (GDVIRTUAL_CALL(_recognize_path, p_path, StringName(p_for_type), recognized)) {
		return recognized;
	}
	LocalVector<String> extensions;
	get_recognized_extensions_for_type(p_for_type, &extensions);
	return extensions.has(p_path.get_extension().to_lower());
}

bool ResourceFormatLoader::exists(const String &p_path) const {
	bool found = false;
	return GDVIRTUAL_CALL(_exists, p_path, found) ? found : FileAccess::exists(p_path);
}

Ref<Resource> ResourceFormatLoader::load(const String &p_path, const String &p_original_path, Error *r_error, bool p_use_sub_threads, float *, CacheMode p_cache_mode) {
	Variant result;
	Error error = ERR_FILE_UNRECOGNIZED;
	// A script gives a resource, or one of the values of Error.
	if (GDVIRTUAL_CALL(_load, p_path, p_original_path, p_use_sub_threads, int(p_cache_mode), result)) {
		error = result.get_type() == Variant::INT ? Error(int64_t(result)) : OK;
	}
	const Ref<Resource> resource(result);
	if (r_error) {
		*r_error = resource.is_valid() ? OK : error == OK ? ERR_FILE_CORRUPT
														  : error;
	}
	return resource;
}

void ResourceFormatLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	PackedStringArray extensions;
	GDVIRTUAL_CALL(_get_recognized_extensions, extensions);
	for (const String &extension : extensions) {
		p_extensions->push_back(extension);
	}
}

bool ResourceFormatLoader::handles_type(const String &p_type) const {
	bool handled = false;
	GDVIRTUAL_CALL(_handles_type, StringName(p_type), handled);
	return handled;
}

String ResourceFormatLoader::get_resource_type(const String &p_path) const {
	String type;
	GDVIRTUAL_CALL(_get_resource_type, p_path, type);
	return type;
}

void ResourceFormatLoader::get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types) {
	PackedStringArray found;
	GDVIRTUAL_CALL(_get_dependencies, p_path, p_add_types, found);
	for (const String &dependency : found) {
		p_dependencies->push_back(dependency);
	}
}

int64_t ResourceFormatLoader::get_resource_uid(const String &p_path) const {
	int64_t uid = -1;
	GDVIRTUAL_CALL(_get_resource_uid, p_path, uid);
	return uid;
}

void ResourceFormatLoader::_bind_methods() {
	GDVIRTUAL_BIND(_get_recognized_extensions);
	GDVIRTUAL_BIND(_recognize_path, "path", "type");
	GDVIRTUAL_BIND(_handles_type, "type");
	GDVIRTUAL_BIND(_get_resource_type, "path");
	GDVIRTUAL_BIND(_get_resource_script_class, "path");
	GDVIRTUAL_BIND(_get_resource_uid, "path");
	GDVIRTUAL_BIND(_get_dependencies, "path", "add_types");
	GDVIRTUAL_BIND(_rename_dependencies, "path", "renames");
	GDVIRTUAL_BIND(_exists, "path");
	GDVIRTUAL_BIND(_get_classes_used, "path");
	GDVIRTUAL_BIND(_load, "path", "original_path", "use_sub_threads", "cache_mode");
	BIND_ENUM_CONSTANT(CACHE_MODE_IGNORE);
	BIND_ENUM_CONSTANT(CACHE_MODE_REUSE);
	BIND_ENUM_CONSTANT(CACHE_MODE_REPLACE);
	BIND_ENUM_CONSTANT(CACHE_MODE_IGNORE_DEEP);
	BIND_ENUM_CONSTANT(CACHE_MODE_REPLACE_DEEP);
}

String ResourceLoader::to_cache_path(const String &p_path) {
	if (p_path.is_empty()) {
		return p_path;
	}
	if (p_path.begins_with("uid://")) {
		ResourceUID *uids = ResourceUID::get_singleton();
		const String path = uids->find_path(uids->text_to_id(p_path));
		return path.is_empty() ? p_path : path;
	}
	const bool has_scheme = p_path.contains("://");
	if (!has_scheme && !p_path.is_absolute_path()) {
		return ("res://" + p_path).simplify_path();
	}
	const String path = p_path.simplify_path();
	return has_scheme ? path : ProjectSettings::get_singleton()->localize_path(path);
}

Ref<Resource> ResourceLoader::enter_into_cache(const Ref<Resource> &p_resource, const String &p_path, CacheMode p_cache_mode) {
	switch (p_cache_mode) {
		case ResourceFormatLoader::CACHE_MODE_IGNORE:
		case ResourceFormatLoader::CACHE_MODE_IGNORE_DEEP:
			p_resource->set_path_cache(p_path);
			return p_resource;
		case ResourceFormatLoader::CACHE_MODE_REUSE:
			// A loader that met its own file on a detour has entered it already.
			if (p_resource->get_path() != p_path) {
				const Ref<Resource> known = ResourceCache::get_ref(p_path);
				if (known.is_valid()) {
					return known; // Another thread was faster.
				}
				p_resource->set_path(p_path, true);
			}
			return p_resource;
		case ResourceFormatLoader::CACHE_MODE_REPLACE:
		case ResourceFormatLoader::CACHE_MODE_REPLACE_DEEP:
			break;
	}
	// Whoever holds the old resource is to see the new contents.
	const Ref<Resource> old = ResourceCache::get_ref(p_path);
	if (old.is_valid() && old != p_resource && !old->is_class("Script") && old->copy_from(p_resource) == OK) {
		return old;
	}
	p_resource->set_path(p_path, true);
	return p_resource;
}

// Exports put another file in the place of some: "main.tscn.remap" says which.
static String find_remapped(const String &p_path) {
	if (FileAccess::exists(p_path) || !FileAccess::exists(p_path + ".remap")) {
		return p_path;
	}
	Ref<ConfigFile> remap;
	remap.instantiate();
	const String target = remap->load(p_path + ".remap") == OK ? String(remap->get_value("remap", "path", "")) : String();
	return target.is_empty() ? p_path : target;
}

Ref<Resource> ResourceLoader::load_uncached(const String &p_path, const String &p_type_hint, CacheMode p_cache_mode, Error &r_error) {
	const String file = find_remapped(p_path);
	bool recognized = false;
	for (const Ref<ResourceFormatLoader> &loader : loaders) {
		if (!loader->recognize_path(file, p_type_hint)) {
			continue;
		}
		recognized = true;
		nesting++;
		const Ref<Resource> resource = loader->load(file, p_path, &r_error, false, nullptr, p_cache_mode);
		nesting--;
		if (resource.is_valid()) {
			r_error = OK;
			return enter_into_cache(resource, p_path, p_cache_mode);
		}
	}
	const bool there = FileAccess::exists(p_path);
	if (recognized) {
		r_error = r_error == OK ? ERR_CANT_OPEN : r_error;
		ERR_PRINT("Cannot load '" + p_path + "': " + (there ? "its contents are not valid." : "the file does not exist."));
	} else if (!there) {
		r_error = ERR_FILE_NOT_FOUND;
		ERR_PRINT("Cannot load '" + p_path + "': the file does not exist.");
	} else {
		r_error = ERR_FILE_UNRECOGNIZED;
		ERR_PRINT("Cannot load '" + p_path + "'" + (p_type_hint.is_empty() ? String() : " as " + p_type_hint) + ": nothing here reads files with the extension '" + p_path.get_extension() + "' as such.");
	}
	return Ref<Resource>();
}

Ref<Resource> ResourceLoader::load(const String &p_path, const String &p_type_hint, CacheMode p_cache_mode, Error *r_error) {
	Error ignored = OK;
	Error &error = r_error ? *r_error : ignored;
	error = ERR_INVALID_PARAMETER;
	ERR_FAIL_COND_V_MSG(p_path.is_empty(), Ref<Resource>(), "Cannot load a resource: the path is empty.");
	const String path = to_cache_path(p_path);
	if (path.begins_with("uid://")) {
		error = ERR_FILE_NOT_FOUND;
		ERR_FAIL_V_MSG(Ref<Resource>(), "Cannot load '" + path + "': no file of the project has this uid. It stands in the first line of a scene or resource, in a .uid file beside a script, or in an .import file.");
	}
	if (p_cache_mode == ResourceFormatLoader::CACHE_MODE_REUSE) {
		const Ref<Resource> cached = ResourceCache::get_ref(path);
		if (cached.is_valid()) {
			error = OK;
			return cached;
		}
	}
	error = OK;
	return p_cache_mode == ResourceFormatLoader::CACHE_MODE_REUSE ? load_as_task(path, p_type_hint, error) : load_uncached(path, p_type_hint, p_cache_mode, error);
}

bool ResourceLoader::exists(const String &p_path, const String &p_type_hint) {
	const String path = to_cache_path(p_path);
	if (ResourceCache::has(path)) {
		return true;
	}
	const String file = find_remapped(path);
	for (const Ref<ResourceFormatLoader> &loader : loaders) {
		if (loader->recognize_path(file, p_type_hint) && loader->exists(file)) {
			return true;
		}
	}
	return false;
}

bool ResourceLoader::has_cached(const String &p_path) {
	return ResourceCache::has(to_cache_path(p_path));
}

Ref<Resource> ResourceLoader::get_cached_ref(const String &p_path) {
	return ResourceCache::get_ref(to_cache_path(p_path));
}

String ResourceLoader::get_resource_type(const String &p_path) {
	const String path = to_cache_path(p_path);
	for (const Ref<ResourceFormatLoader> &loader : loaders) {
		const String type = loader->recognize_path(path) ? loader->get_resource_type(path) : String();
		if (!type.is_empty()) {
			return type;
		}
	}
	return String();
}

int64_t ResourceLoader::get_resource_uid(const String &p_path) {
	const String path = to_cache_path(p_path);
	if (path.begins_with("uid://")) {
		return -1;
	}
	for (const Ref<ResourceFormatLoader> &loader : loaders) {
		const int64_t uid = loader->recognize_path(path) ? loader->get_resource_uid(path) : -1;
		if (uid != -1) {
			return uid;
		}
	}
	const int64_t known = ResourceUID::get_singleton()->find_id(path);
	return known >= 0 ? known : UIDFiles::read_uid_of(path);
}

void ResourceLoader::get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types) {
	const String path = to_cache_path(p_path);
	for (const Ref<ResourceFormatLoader> &loader : loaders) {
		if (loader->recognize_path(path)) {
			loader->get_dependencies(path, p_dependencies, p_add_types);
		}
	}
}

void ResourceLoader::get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) {
	for (const Ref<ResourceFormatLoader> &loader : loaders) {
		LocalVector<String> extensions;
		loader->get_recognized_extensions_for_type(p_type, &extensions);
		for (const String &extension : extensions) {
			if (!p_extensions->has(extension)) {
				p_extensions->push_back(extension);
			}
		}
	}
}

PackedStringArray ResourceLoader::list_directory(const String &p_directory) {
	PackedStringArray found;
	const Ref<DirAccess> directory = DirAccess::open(p_directory);
	ERR_FAIL_COND_V_MSG(directory.is_null(), found, "Cannot list '" + p_directory + "': there is no such directory.");
	LocalVector<String> extensions;
	get_recognized_extensions_for_type(String(), &extensions);
	for (const String &folder : directory->get_directories()) {
		found.push_back(folder + "/");
	}
	for (const String &file : directory->get_files()) {
		if (extensions.has(file.get_extension().to_lower())) {
			found.push_back(file);
		}
	}
	return found;
}

void ResourceLoader::add_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader, bool p_at_front) {
	ERR_FAIL_COND(p_loader.is_null());
	if (p_at_front) {
		loaders.insert(0, p_loader);
	} else {
		loaders.push_back(p_loader);
	}
}

void ResourceLoader::remove_scripted_loaders() {
	LocalVector<Ref<ResourceFormatLoader>> dropped;
	for (uint32_t i = loaders.size(); i > 0; i--) {
		if (loaders[i - 1]->get_script_instance()) {
			dropped.push_back(loaders[i - 1]);
			loaders.remove_at(i - 1);
		}
	}
}

void ResourceLoader::remove_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader) {
	ERR_FAIL_COND(p_loader.is_null());
	loaders.erase(p_loader);
}
