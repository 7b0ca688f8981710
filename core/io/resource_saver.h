// ResourceSaver: from a Resource to a file, through the format saver that knows the extension.
#pragma once

#include "core/io/resource.h"
#include "core/object/class_db.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/templates/local_vector.h"

// Knows one kind of file. Derive, override, and ResourceSaver::add_resource_format_saver() it. Scripts override the methods with an
// underscore, which what is not overridden here asks.
class ResourceFormatSaver : public RefCounted {
	GDCLASS(ResourceFormatSaver, RefCounted);

public:
	virtual Error save(const Ref<Resource> &p_resource, const String &p_path, uint32_t p_flags = 0);
	virtual Error set_uid(const String &p_path, int64_t p_uid);
	virtual bool recognize(const Ref<Resource> &p_resource) const;
	virtual void get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const;
	virtual bool recognize_path(const Ref<Resource> &p_resource, const String &p_path) const;

protected:
	static void _bind_methods();

	GDVIRTUAL3R(Error, _save, Ref<Resource>, String, uint32_t)
	GDVIRTUAL2R(Error, _set_uid, String, int64_t)
	GDVIRTUAL1RC(bool, _recognize, Ref<Resource>)
	GDVIRTUAL1RC(PackedStringArray, _get_recognized_extensions, Ref<Resource>)
	GDVIRTUAL2RC(bool, _recognize_path, Ref<Resource>, String)
};

// All static. Format savers are added by the main thread during start-up. Failures are reported with the path and the reason.
class ResourceSaver {
public:
	enum SaverFlags {
		FLAG_NONE = 0,
		FLAG_RELATIVE_PATHS = 1,
		FLAG_BUNDLE_RESOURCES = 2, // Resources of other files are written into this one.
		FLAG_CHANGE_PATH = 4, // The resource belongs to the new file from now on.
		FLAG_OMIT_EDITOR_PROPERTIES = 8,
		FLAG_SAVE_BIG_ENDIAN = 16,
		FLAG_COMPRESS = 32,
		FLAG_REPLACE_SUBRESOURCE_PATHS = 64,
	};

	// p_path empty: the resource's own. ERR_FILE_UNRECOGNIZED: no saver knows the extension for this resource.
	static Error save(const Ref<Resource> &p_resource, const String &p_path = "", uint32_t p_flags = 0);
	static Error set_uid(const String &p_path, int64_t p_uid);
	static void get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions);
	static void add_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver, bool p_at_front = false);
	static void remove_resource_format_saver(const Ref<ResourceFormatSaver> &p_saver);
	static void remove_scripted_savers(); // Those that are scripts' must go before the languages do.
	static void cleanup(); // Drops the format savers.

private:
	static LocalVector<Ref<ResourceFormatSaver>> savers;
};
