// Resource: data that scripts and scenes share, usually loaded from a file and then known by its path.
#pragma once

#include "core/object/class_db.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/templates/hash_map.h"
#include "core/variant/container_walk.h"
#include "core/variant/resource_deep_duplicate_mode.h"

class Resource : public RefCounted {
	GDCLASS(Resource, RefCounted);

public:
	enum DeepDuplicateMode : int {
		DEEP_DUPLICATE_NONE = RESOURCE_DEEP_DUPLICATE_NONE,
		DEEP_DUPLICATE_INTERNAL = RESOURCE_DEEP_DUPLICATE_INTERNAL, // Only resources without a file of their own.
		DEEP_DUPLICATE_ALL = RESOURCE_DEEP_DUPLICATE_ALL,
	};

private:
	friend class ResourceCache;

	String name;
	String path_cache; // Under which the cache knows it; "file::id" for one inside another's file.
	String scene_unique_id;
	HashMap<String, String> *ids_by_path = nullptr; // Few resources need it.
	bool local_to_scene = false;
	Object *local_scene = nullptr; // The root of the scene instance it was made for.

	// One duplicate() call. What it has copied already is remembered, so that shared parts stay shared in the copy.
	struct Copying {
		bool deep = false;
		DeepDuplicateMode mode = DEEP_DUPLICATE_INTERNAL;
		HashMap<Object *, Ref<Resource>> copies;
		ContainerWalk walk;
		// Resources that are nested deeper than the stack should be are filled when those above them are.
		struct Unfilled {
			Ref<Resource> source;
			Ref<Resource> copy;
		};
		LocalVector<Unfilled> unfilled;
		int depth = 0;
	};
	void fill_copy(Resource *p_copy, Copying &r_copying) const;
	Ref<Resource> duplicate_into(Copying &r_copying) const;
	static Variant duplicate_value(const Variant &p_value, uint32_t p_usage, Copying &r_copying, int p_nesting);
	static Variant duplicate_resource_value(const Ref<Resource> &p_resource, Copying &r_copying, uint32_t p_usage);
	void leave_cache();
	void _set_path(const String &p_path) { set_path(p_path); }
	void _take_over_path(const String &p_path) { set_path(p_path, true); }

protected:
	static void _bind_methods();
	void let_go() override;
	GDVIRTUAL0(_setup_local_to_scene)
	GDVIRTUAL0RC(::RID, _get_rid)
	GDVIRTUAL1C(_set_path_cache, String)
	GDVIRTUAL0(_reset_state)

public:
	// Empty when it belongs to no file. Taking the path of another resource is an error unless p_take_over.
	virtual void set_path(const String &p_path, bool p_take_over = false);
	const String &get_path() const { return path_cache; }
	virtual void set_path_cache(const String &p_path); // Without entering it into the cache.
	bool is_built_in() const; // Stored inside another file, or nowhere yet.

	void set_name(const String &p_name);
	const String &get_name() const { return name; }
	void set_local_to_scene(bool p_enable) { local_to_scene = p_enable; }
	bool is_local_to_scene() const { return local_to_scene; }
	void setup_local_to_scene();
	void set_local_scene(Object *p_root) { local_scene = p_root; }
	Object *get_local_scene() const { return local_scene; }

	// The ID under which the file p_path refers to this resource; kept so that saving again changes as little as possible.
	void set_id_for_path(const String &p_path, const String &p_id);
	String get_id_for_path(const String &p_path) const;
	void set_scene_unique_id(const String &p_id);
	const String &get_scene_unique_id() const { return scene_unique_id; }
	static String generate_scene_unique_id();

	String _to_string() override;
	virtual ::RID get_rid() const;
	virtual void reset_state();
	void emit_changed();

	virtual Ref<Resource> duplicate(bool p_deep = false) const;
	Ref<Resource> duplicate_deep(DeepDuplicateMode p_mode = DEEP_DUPLICATE_INTERNAL) const;
	// What Array.duplicate_deep() and the like put in the place of a resource: a copy, or the resource itself.
	static Variant duplicate_in_container(Resource *p_resource, DeepDuplicateMode p_mode);
	// A copy of p_original for one scene instance: every part that is local to the scene is copied once per r_copies.
	static Ref<Resource> duplicate_for_local_scene(const Ref<Resource> &p_original, Object *p_scene_root, HashMap<Object *, Ref<Resource>> &r_copies);
	// Takes over p_from's values (used when a cached resource is reloaded). Both must be of one class.
	virtual Error copy_from(const Ref<Resource> &p_from);

	Resource() = default;
	~Resource() override;
};

VARIANT_ENUM_CAST(Resource::DeepDuplicateMode);

// Living resources by path; holds no references. Usable from any thread.
class ResourceCache {
	friend class Resource;
	static HashMap<String, Resource *> resources;

public:
	static bool has(const String &p_path);
	static Ref<Resource> get_ref(const String &p_path);
	static int get_cached_resource_count();
	static void clear();
};
