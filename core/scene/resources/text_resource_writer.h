// Writes scenes and resources in the text format (.tscn, .tres).
#pragma once

#include "core/io/resource.h"
#include "core/scene/resources/scene_state.h"
#include "core/templates/hash_map.h"

// One use writes one file's text. Resources with a file of their own are referred to, all others become parts of this text.
class TextResourceWriter {
public:
	// p_path: where the text will be stored; resources that say they live in that file are parts of it. p_bundle: write all as parts.
	TextResourceWriter(const String &p_path, bool p_bundle) :
			path(p_path), bundle(p_bundle) {}
	// Nothing is printed twice and nothing is left out: ERR_CYCLIC_LINK, with a message, when parts of the text contain each other in a
	// circle, which no reader could put together; ERR_INVALID_DATA when values are nested too deeply.
	Error write(const Ref<Resource> &p_resource, String &r_text);

private:
	const String path;
	const bool bundle;
	String text;
	HashMap<Resource *, String> ext_ids; // In the order of the [ext_resource] lines.
	HashMap<Resource *, String> sub_ids; // Parts before what needs them.
	int next_ext = 1;
	struct Step {
		const Resource *resource;
		StringName property; // Of it; where the next step was found.
	};
	LocalVector<Step> way; // From the resource that is written to the one that is looked at, parts only.
	struct Container {
		Variant kept; // Getters make new ones: while it lives no other has its address.
		bool open = false; // Its inside is being looked at.
	};
	HashMap<const void *, Container> containers; // Arrays and dictionaries that were looked at.
	Error error = OK; // The first one.

	struct Value {
		StringName name;
		Variant value;
	};

	static bool encode(void *p_self, Object *p_object, String &r_text);
	static String random_suffix();
	static String class_of(const Resource *p_resource);
	static String uid_field(int64_t p_uid);
	static LocalVector<Value> values_of(const Ref<Resource> &p_resource);
	String value_text(const Variant &p_value);
	void fail(Error p_error, const String &p_message);
	void collect(const Variant &p_value, int p_depth);
	void collect_values(const Ref<Resource> &p_resource, int p_depth);
	bool leads_back(const Resource *p_resource); // Reports it, too.
	bool begin_container(const void *p_id, const Variant &p_container); // False: its inside is known already, or it is inside itself (which is reported).
	void collect_resource(const Ref<Resource> &p_resource, int p_depth);
	void write_values(const Ref<Resource> &p_resource);
	void write_references();
	void write_resource(const Ref<Resource> &p_resource);
	void write_scene(const Ref<SceneState> &p_state);
	void write_node(const SceneState::NodeEntry &p_node);
	void write_connection(const SceneState::ConnectionEntry &p_connection);
};
