// ResourceUID: numbers that stay with a resource when its file moves, and their text form "uid://…".
// Those of the project's files are learnt when the first one is asked for that is not known: from the editor's cache, then, if that does not
// help, from the files. Usable from any thread.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/os/mutex.h"
#include "core/templates/hash_map.h"

class ResourceUID : public Object {
	GDCLASS(ResourceUID, Object);

public:
	using ID = int64_t;
	enum {
		INVALID_ID = -1,
	};

private:
	static ResourceUID *singleton;
	mutable Mutex mutex; // Guards what follows.
	HashMap<ID, String> paths;
	HashMap<String, ID> ids; // By path.
	bool cache_is_read = false;
	bool project_is_scanned = false;

	void note(ID p_id, const String &p_path);
	void drop(ID p_id);
	void read_cache();
	void scan_project();

protected:
	static void _bind_methods();

public:
	static ResourceUID *get_singleton() { return singleton; }

	// "uid://" and the number in base 34 (a to y, 0 to 8); "uid://<invalid>" for negative numbers.
	String id_to_text(ID p_id) const;
	ID text_to_id(const String &p_text) const; // INVALID_ID when it is no such text.
	ID create_id(); // Random, and not in use.
	ID create_id_for_path(const String &p_path); // The same number for the same path.
	bool has_id(ID p_id) const;
	void add_id(ID p_id, const String &p_path);
	void set_id(ID p_id, const String &p_path);
	String get_id_path(ID p_id) const;
	void remove_id(ID p_id);
	String find_path(ID p_id); // As get_id_path(), but empty without an error for those that nobody knows.
	ID find_id(const String &p_path) const; // Of those that are known by now; INVALID_ID otherwise.
	// What a file says of another one that it needs: its uid leads to it, and where nobody knows that or there is none, the path.
	// Scans the project only if nothing is at the path.
	String find_file(const String &p_uid, const String &p_path);
	void forget_project(); // What was learnt of the files of res://, which is another folder now.
	static String uid_to_path(const String &p_uid);
	static String path_to_uid(const String &p_path);
	static String ensure_path(const String &p_path_or_uid);

	ResourceUID();
	~ResourceUID() override;
};
