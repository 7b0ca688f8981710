// ResourceLoader: from a path to a Resource, through the format loader that knows the file's extension.
#pragma once

#include "core/io/resource.h"
#include "core/object/class_db.h"
#include "core/object/gdvirtual.h"
#include "core/object/ref_counted.h"
#include "core/templates/local_vector.h"

// Knows one kind of file. Derive, override, and ResourceLoader::add_resource_format_loader() it. Scripts override the methods with an
// underscore, which what is not overridden here asks.
class ResourceFormatLoader : public RefCounted {
	GDCLASS(ResourceFormatLoader, RefCounted);

public:
	enum CacheMode : int {
		CACHE_MODE_IGNORE, // A fresh resource, unknown to the cache; parts come from the cache.
		CACHE_MODE_REUSE, // What the cache has; loaded and remembered otherwise.
		CACHE_MODE_REPLACE, // Loaded anew into the resource that the cache has.
		CACHE_MODE_IGNORE_DEEP, // As IGNORE and REPLACE, for the parts as well.
		CACHE_MODE_REPLACE_DEEP,
	};

	// Null, with the reason in r_error and reported, when the file cannot be loaded. The caller sets the resource's path.
	virtual Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE);
	virtual void get_recognized_extensions(LocalVector<String> *p_extensions) const; // Lower case, without the dot.
	virtual void get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const;
	virtual bool handles_type(const String &p_type) const;
	virtual String get_resource_type(const String &p_path) const; // Empty when it is none of ours.
	// Whether load() is to be tried; p_for_type is empty when any type will do.
	virtual bool recognize_path(const String &p_path, const String &p_for_type = String()) const;
	virtual bool exists(const String &p_path) const;
	virtual void get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types = false);
	virtual int64_t get_resource_uid(const String &p_path) const;

protected:
	static void _bind_methods();

	GDVIRTUAL0RC(PackedStringArray, _get_recognized_extensions)
	GDVIRTUAL2RC(bool, _recognize_path, String, StringName)
	GDVIRTUAL1RC(bool, _handles_type, StringName)
	GDVIRTUAL1RC(String, _get_resource_type, String)
	GDVIRTUAL1RC(String, _get_resource_script_class, String)
	GDVIRTUAL1RC(int64_t, _get_resource_uid, String)
	GDVIRTUAL2RC(PackedStringArray, _get_dependencies, String, bool)
	GDVIRTUAL2RC(Error, _rename_dependencies, String, Dictionary)
	GDVIRTUAL1RC(bool, _exists, String)
	GDVIRTUAL1RC(PackedStringArray, _get_classes_used, String)
	GDVIRTUAL4RC(Variant, _load, String, String, bool, int)
};

VARIANT_ENUM_CAST(ResourceFormatLoader::CacheMode);

// All static; loading is safe from any thread. Format loaders are added by the main thread while nothing loads. Failures are reported
// with the path and the reason.
//
// With CACHE_MODE_REUSE a path is loaded once at a time: whoever asks meanwhile, on another thread, waits for that (a thread that
// cannot wait without waiting for itself loads a copy of its own).
class ResourceLoader {
public:
	enum ThreadLoadStatus {
		THREAD_LOAD_INVALID_RESOURCE, // Never requested, or already taken.
		THREAD_LOAD_IN_PROGRESS,
		THREAD_LOAD_FAILED,
		THREAD_LOAD_LOADED,
	};
	using CacheMode = ResourceFormatLoader::CacheMode;

	static Ref<Resource> load(const String &p_path, const String &p_type_hint = "", CacheMode p_cache_mode = ResourceFormatLoader::CACHE_MODE_REUSE, Error *r_error = nullptr);
	// Loads on a thread of the WorkerThreadPool. Each request is answered by one load_threaded_get(), which waits, or loads itself what
	// has not begun. p_use_sub_threads is a hint that nothing takes up.
	static Error load_threaded_request(const String &p_path, const String &p_type_hint = "", bool p_use_sub_threads = false, CacheMode p_cache_mode = ResourceFormatLoader::CACHE_MODE_REUSE);
	// r_progress grows from 0 to 1 with the parts that are loaded; how many come is not known beforehand.
	static ThreadLoadStatus load_threaded_get_status(const String &p_path, float *r_progress = nullptr);
	static Ref<Resource> load_threaded_get(const String &p_path, Error *r_error = nullptr);

	static bool exists(const String &p_path, const String &p_type_hint = "");
	static bool has_cached(const String &p_path);
	static Ref<Resource> get_cached_ref(const String &p_path);
	static String get_resource_type(const String &p_path);
	static int64_t get_resource_uid(const String &p_path); // -1 when it has none.
	static void get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types = false);
	static void get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions);
	static PackedStringArray list_directory(const String &p_directory);

	static void add_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader, bool p_at_front = false);
	static void remove_scripted_loaders(); // Those that are scripts' must go before the languages do.
	static void remove_resource_format_loader(const Ref<ResourceFormatLoader> &p_loader);
	static void set_abort_on_missing_resources(bool p_abort) { abort_on_missing_resource = p_abort; }
	static bool get_abort_on_missing_resources() { return abort_on_missing_resource; }
	// Whether this thread is inside load().
	static bool is_within_load() { return nesting > 0; }
	// Held while scripts are compiled, which is for one thread at a time. Recursive.
	class Exclusive {
	public:
		Exclusive();
		~Exclusive();
		Exclusive(const Exclusive &) = delete;
		Exclusive &operator=(const Exclusive &) = delete;
	};
	static void drop_requests(); // Gives up what was requested and not taken. While nothing loads, and scripts still may run.
	static void cleanup(); // Drops format loaders and what was requested but never taken.

	// The form under which the cache knows a path: relative paths belong to res://, dots are resolved, a uid:// is the file that has it (or stays).
	static String to_cache_path(const String &p_path);

private:
	struct Task; // A path that is being loaded, or was requested.
	struct Shared;

	static LocalVector<Ref<ResourceFormatLoader>> loaders;
	static bool abort_on_missing_resource;
	static thread_local int nesting;

	static void run_task(Task *p_task);
	static void run_queued(void *);
	static bool can_wait_for(const Task *p_task);
	static void finish_on_this_thread(Task *p_task);
	static Ref<Resource> load_as_task(const String &p_path, const String &p_type_hint, Error &r_error);
	static Ref<Resource> load_uncached(const String &p_path, const String &p_type_hint, CacheMode p_cache_mode, Error &r_error);
	static Ref<Resource> enter_into_cache(const Ref<Resource> &p_resource, const String &p_path, CacheMode p_cache_mode);
};
