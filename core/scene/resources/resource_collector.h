// ResourceCollector: what goes into a file of a resource: which parts, which other files, and which values of each. The base of the writers.
#pragma once

#include "core/io/resource.h"
#include "core/scene/resources/scene_state.h"
#include "core/templates/hash_map.h"

// Resources with a file of their own are referred to, all others become parts of the file that is written.
class ResourceCollector {
protected:
	static constexpr int MAX_DEPTH = 128; // Of containers and resources in each other.

	struct Value {
		StringName name;
		Variant value;
	};

	const String path;
	const bool bundle;
	HashMap<Resource *, String> ext_ids; // In the order in which they are found.
	HashMap<Resource *, String> sub_ids; // Parts before what needs them.
	Error error = OK; // The first one.

	// p_path: where the file will be; resources that say they live in it are parts of it. p_bundle: all are parts.
	ResourceCollector(const String &p_path, bool p_bundle) :
			path(p_path), bundle(p_bundle) {}
	// Nothing is left out: ERR_CYCLIC_LINK, with a message, when parts contain each other in a circle, which no reader could put together;
	// ERR_INVALID_DATA when values are nested too deeply, or share containers so often that writing each where it is held would have no end.
	void collect(const Variant &p_value, int p_depth);
	void collect_values(const Ref<Resource> &p_resource, int p_depth);
	void collect_scene(const Ref<SceneState> &p_state);
	void fail(Error p_error, const String &p_message);
	static String class_of(const Resource *p_resource);
	// Asked for once: getters may give something new each time, and what is written is what was collected.
	const LocalVector<Value> &values_of(const Ref<Resource> &p_resource);

private:
	struct Step {
		const Resource *resource;
		StringName property; // Of it; where the next step was found.
	};
	struct Container {
		Variant kept; // Getters make new ones: while it lives no other has its address.
		bool open = false; // Its inside is being looked at.
		int64_t size = 0; // Values that are written for its inside.
		int height = 0; // How much deeper they go.
	};
	struct Stored {
		Ref<Resource> kept;
		LocalVector<Value> values;
	};
	int next_ext = 1;
	HashMap<const Resource *, Stored> stored;
	LocalVector<Step> way; // From the resource that is written to the one that is looked at, parts only.
	HashMap<const void *, Container> containers; // Arrays and dictionaries that were looked at.
	int64_t written = 0; // Values, as often as they will be, without those of other parts.
	int64_t repeated = 0; // Of them those that were written before.
	int deepest = 0; // Of the container that is looked at.
	const SceneState::NodeEntry *node = nullptr; // The one that is looked at, and its property.
	StringName node_property;

	static String random_suffix();
	static LocalVector<Value> read_values(const Ref<Resource> &p_resource);
	bool leads_back(const Resource *p_resource); // Reports it, too.
	// False: its inside is known already, or it is inside itself (which is reported).
	bool begin_container(const void *p_id, const Variant &p_container, int p_depth);
	void count_again(const Container &p_container, int p_depth);
	template <typename T, typename F>
	void collect_container(const T &p_container, int p_depth, F &&p_collect_inside);
	void check_depth(int p_depth);
	String get_place() const;
	void collect_resource(const Ref<Resource> &p_resource, int p_depth);
};
