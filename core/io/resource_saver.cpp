// ResourceSaver: choosing a format saver.
#include "core/io/resource_saver.h"

#include "core/error/error_macros.h"
#include "core/io/resource_loader.h"

LocalVector<Ref<ResourceFormatSaver>> ResourceSaver::savers;

bool ResourceFormatSaver::recognize_path(const Ref<Resource> &p_resource, const String &p_path) const {
	bool recognized = false;
	if (GDVIRTUAL_CALL(_recognize_path, p_resource, p_path, recognized)) {
		return recognized;
	}
	LocalVector<String> extensions;
	get_recognized_extensions(p_resource, &extensions);
	return extensions.has(p_path.get_extension().to_lower());
}

Error ResourceFormatSaver::save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags) {
	Error error = ERR_METHOD_NOT_FOUND;
	GDVIRTUAL_CALL(_save, p_resource, p_path, p_flags, error);
	return error;
}

Error ResourceFormatSaver::set_uid(const String &p_path, int64_t p_uid) {
	Error error = ERR_FILE_UNRECOGNIZED;
	GDVIRTUAL_CALL(_set_uid, p_path, p_uid, error);
	return error;
}

bool ResourceFormatSaver::recognize(const Ref<Resource> &p_resource) const {
	bool recognized = false;
	GDVIRTUAL_CALL(_recognize, p_resource, recognized);
	return recognized;
}

void ResourceFormatSaver::get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const {
	PackedStringArray extensions;
	GDVIRTUAL_CALL(_get_recognized_extensions, p_resource, extensions);
	for (const String &extension : extensions) {
		p_extensions->push_back(extension);
	}
}

void ResourceFormatSaver::_bind_methods() {
	GDVIRTUAL_BIND(_save, "resource", "path", "flags");
	GDVIRTUAL_BIND(_set_uid, "path", "uid");
	GDVIRTUAL_BIND(_recognize, "resource");
	GDVIRTUAL_BIND(_get_recognized_extensions, "resource");
	GDVIRTUAL_BIND(_recognize_path, "resource", "path");
}

void ResourceSaver::remove_scripted_savers() {
	LocalVector<Ref<ResourceFormatSaver>> dropped;
	for (uint32_t i = savers.size(); i > 0; i--) {
		if (savers[i - 1]->get_script_instance()) {
			dropped.push_back(savers[i - 1]);
			savers.remove_at(i - 1);
		}
	}
}

Error ResourceSaver::save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags) {
	ERR_FAIL_COND_V_MSG(p_resource.is_null(), ERR_INVALID_PARAMETER, "Cannot save: the resource is null.");
	const String path = p_path.is_empty() ? p_resource->get_path() : p_path;
	ERR_FAIL_COND_V_MSG(path.is_empty(), ERR_INVALID_PARAMETER, "Cannot save a resource of class " + p_resource->get_class() + ": no path was given, and it has none of its own.");
	for (const Ref<ResourceFormatSaver> &saver : savers) {
		if (!saver->recognize(p_resource) || !saver->recognize_path(p_resource, path)) {
			continue;
		}
		// The saver takes the path to tell what belongs to this file.
		const String old_path = p_resource->get_path();
		const String local_path = ResourceLoader::to_cache_path(path);
		if (p_flags & FLAG_CHANGE_PATH) {
			p_resource->set_path(local_path, true);
		}
		const Error error = saver->save(p_resource, path, p_flags);
		if (error != OK && (p_flags & FLAG_CHANGE_PATH)) {
			p_resource->set_path(old_path, true);
		}
		return error;
	}
	ERR_PRINT("Cannot save a resource of class " + p_resource->get_class() + " to '" + path + "': nothing here writes such files.");
	return ERR_FILE_UNRECOGNIZED;
}

Error ResourceSaver::set_uid(const String &p_path, int64_t p_uid) {
	Error error = ERR_FILE_UNRECOGNIZED;
	for (const Ref<ResourceFormatSaver> &saver : savers) {
		error = saver->set_uid(p_path, p_uid);
		if (error == OK) {
			break;
		}
	}
	return error;
}

void ResourceSaver::get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) {
	ERR_FAIL_COND_MSG(p_resource.is_null(), "A null resource has no extensions.");
	for (const Ref<ResourceFormatSaver> &saver : savers) {
		LocalVector<String> extensions;
		if (saver->recognize(p_resource)) {
			saver->get_recognized_extensions(p_resource, &extensions);
		}
		for (const String &extension : extensions) {
			if (!p_extensions->has(extension)) {
				p_extensions->push_back(extension);
			}
		}
	}
}

void ResourceSaver::add_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver, bool p_at_front) {
	ERR_FAIL_COND(p_saver.is_null());
	if (p_at_front) {
		savers.insert(0, p_saver);
	} else {
		savers.push_back(p_saver);
	}
}

void ResourceSaver::remove_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver) {
	ERR_FAIL_COND(p_saver.is_null());
	savers.erase(p_saver);
}

void ResourceSaver::cleanup() {
	savers.reset();
}
