// ResourceUID: numbers that stay with a resource when its file moves, and their text form "uid://…".
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
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
	HashMap<ID, String> paths;

protected:
	static void _bind_methods();

public:
	static ResourceUID *get_singleton() { return singleton; }

	// "uid://" and the number in base 34 (a to y, 0 to 8); "uid://<invalid>" for negative numbers.
	String id_to_text(ID p_id) const;
	ID text_to_id(const String &p_text) const; // INVALID_ID when it is no such text.
	ID create_id(); // Random, and not in use.
	ID create_id_for_path(const String &p_path); // The same number for the same path.
	bool has_id(ID p_id) const { return paths.has(p_id); }
	void add_id(ID p_id, const String &p_path);
	void set_id(ID p_id, const String &p_path);
	String get_id_path(ID p_id) const;
	void remove_id(ID p_id);
	static String uid_to_path(const String &p_uid);
	static String path_to_uid(const String &p_path);
	static String ensure_path(const String &p_path_or_uid);

	ResourceUID();
	~ResourceUID() override;
};
