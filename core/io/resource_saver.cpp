// ResourceSaver: choosing a format saver.
#include "core/io/resource_saver.h"

#include "core/error/error_macros.h"
#include "core/io/resource_loader.h"

LocalVector<Ref<ResourceFormatSaver>> ResourceSaver::savers;

bool ResourceFormatSaver::recognize_path(const Ref<Resource> &p_resource, const String &p_path) const {
	LocalVector<String> extensions;
	get_recognized_extensions(p_resource, &extensions);
	return extensions.has(p_path.get_extension().to_lower());
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
