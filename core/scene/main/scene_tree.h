// SceneTree: the main loop that drives nodes. Owns the root, the frame lists, the groups, timers and the current scene.
#pragma once

#include "core/os/main_loop.h"
#include "core/scene/main/process_list.h"
#include "core/scene/main/scene_tree_timer.h"
#include "core/scene/main/tween.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "core/variant/typed_array.h"

class MultiplayerAPI;
class Node;
class PackedScene;
class Window;

// One per process, on the main thread. The order inside a frame is documented at physics_process() and process().
class SceneTree : public MainLoop {
	GDCLASS(SceneTree, MainLoop);

public:
	enum GroupCallFlags : int {
		GROUP_CALL_DEFAULT = 0,
		GROUP_CALL_REVERSE = 1,
		GROUP_CALL_DEFERRED = 2,
		GROUP_CALL_UNIQUE = 4, // With DEFERRED: the same call waits only once, with its first arguments.
	};

	static SceneTree *get_singleton() { return singleton; }

	SceneTree();
	~SceneTree() override;

	// --- Main loop (scene_tree.cpp) ---
	void initialize() override;
	// physics_frame signal, nodes, deferred calls, physics timers, deletions.
	bool physics_process(double p_delta) override;
	// The script, packets of other peers, process_frame signal, deferred calls, nodes, deferred calls, timers, scene change, deletions.
	bool process(double p_delta) override;
	void finalize() override; // Nodes leave the tree.
	void release() override; // Nodes are freed.
	// Nodes hear NOTIFICATION_WM_CLOSE_REQUEST; refused while auto_accept_quit is off.
	bool request_close() override;
	void notify_application(int p_notification) override;
	double get_next_deadline() const override;

	Window *get_root() const { return root; }
	double get_process_time() const { return process_time; }
	double get_physics_process_time() const { return physics_process_time; }
	int64_t get_frame() const { return physics_frame_count; }
	int get_node_count() const { return node_count; }
	void set_pause(bool p_paused);
	bool is_paused() const { return paused; }
	void quit(int p_exit_code = 0);
	bool is_auto_accept_quit() const { return auto_accept_quit; }
	void set_auto_accept_quit(bool p_enabled) { auto_accept_quit = p_enabled; }
	bool is_quit_on_go_back() const { return quit_on_go_back; }
	void set_quit_on_go_back(bool p_enabled) { quit_on_go_back = p_enabled; }
	// Deletes the object at the end of the frame; more than once is the same as once.
	void queue_delete(Object *p_object);
	Ref<SceneTreeTimer> create_timer(double p_seconds, bool p_process_always = true, bool p_in_physics = false, bool p_ignore_time_scale = false);

	// The clocks of Timer nodes: they count there while they can process.
	TimerQueue &get_timer_queue(bool p_physics, bool p_unscaled) { return node_timers[p_physics][p_unscaled]; }

	Ref<Tween> create_tween();
	TypedArray<Tween> get_processed_tweens();

	// --- Groups (scene_tree_groups.cpp) ---
	bool has_group(const StringName &p_group) const;
	TypedArray<Node> get_nodes_in_group(const StringName &p_group);
	Node *get_first_node_in_group(const StringName &p_group);
	int get_node_count_in_group(const StringName &p_group) const;
	void call_group_flagsp(uint32_t p_flags, const StringName &p_group, const StringName &p_method, const Variant **p_args, int p_arg_count);
	void notify_group_flags(uint32_t p_flags, const StringName &p_group, int p_what);
	void set_group_flags(uint32_t p_flags, const StringName &p_group, const String &p_property, const Variant &p_value);
	void notify_group(const StringName &p_group, int p_what) { notify_group_flags(GROUP_CALL_DEFAULT, p_group, p_what); }
	void set_group(const StringName &p_group, const String &p_property, const Variant &p_value) { set_group_flags(GROUP_CALL_DEFAULT, p_group, p_property, p_value); }

	// --- Scenes (scene_tree_scenes.cpp) ---
	void set_current_scene(Node *p_scene);
	Node *get_current_scene() const { return current_scene; }
	Error change_scene_to_file(const String &p_path);
	Error change_scene_to_packed(const Ref<PackedScene> &p_scene);
	Error change_scene_to_node(Node *p_node);
	Error reload_current_scene();
	void unload_current_scene();
	// A new tree of nodes from a scene's file, owned by the caller; null where there is none.
	static Node *instantiate_scene(const String &p_path);
	void set_edited_scene_root(Node *) {}
	Node *get_edited_scene_root() const { return nullptr; } // There is no editor.

	// --- Multiplayer (scene_tree_multiplayer.cpp) ---
	// Without a path the tree's own one, else the one of the nearest node upwards that has its own.
	Ref<MultiplayerAPI> get_multiplayer(const NodePath &p_for_path = NodePath()) const;
	Ref<MultiplayerAPI> get_multiplayer_for(const Node *p_node) const;
	// Gives the nodes from p_root_path (absolute) down an API of their own; null takes it back.
	void set_multiplayer(const Ref<MultiplayerAPI> &p_api, const NodePath &p_root_path = NodePath());
	void set_multiplayer_poll_enabled(bool p_enabled) { multiplayer_poll = p_enabled; }
	bool is_multiplayer_poll_enabled() const { return multiplayer_poll; }

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	friend class Node;

	struct Group {
		HashSet<Node *> nodes; // In tree order while sorted.
		bool sorted = true;
	};

	static SceneTree *singleton;
	Window *root = nullptr;
	ObjectMethodLock *root_lock = nullptr; // Scripts cannot free the root.
	ProcessList idle_list{ ProcessList::KIND_IDLE };
	ProcessList physics_list{ ProcessList::KIND_PHYSICS };
	HashMap<StringName, Group> group_members;
	// Calls that wait for the end of the step under GROUP_CALL_UNIQUE.
	struct UniqueCall {
		StringName group;
		StringName method;
		Vector<Variant> args;
	};
	LocalVector<UniqueCall> unique_calls;
	TimerQueue node_timers[2][2]; // By frame (idle, physics) and scale (scaled, unscaled).
	TimerQueue timers[2][2][2]; // The same, and by pausing (with the tree, never). They hold a reference to each SceneTreeTimer.
	LocalVector<Ref<Tween>> tweens;
	LocalVector<ObjectID> delete_queue;
	Node *current_scene = nullptr;
	ObjectID previous_scene; // Out of the tree, freed when the change is carried out.
	Node *pending_scene = nullptr; // Owned until it enters the tree.
	double process_time = 0.0; // Seconds, scaled, of the running frame.
	double physics_process_time = 0.0;
	int64_t physics_frame_count = 0;
	int node_count = 0;
	bool paused = false;
	bool quit_asked = false;
	bool auto_accept_quit = true;
	bool quit_on_go_back = true;
	bool debug_hints[3] = {}; // Collisions, paths, navigation: kept for scripts that set them.
	bool multiplayer_poll = true;
	Ref<MultiplayerAPI> multiplayer; // Of all nodes without their own.
	HashMap<NodePath, Ref<MultiplayerAPI>> custom_multiplayers; // By the path of the topmost node.
	bool physics_interpolation = false;

	void order_changed();
	void join_group(const StringName &p_group, Node *p_node);
	void leave_group(const StringName &p_group, Node *p_node);
	// The node left the tree or dies: nothing here may point at it any longer.
	void forget_node(Node *p_node);
	LocalVector<ObjectID> group_snapshot(const StringName &p_group, bool p_reverse);
	void sort_group(Group &r_group);
	void flush_unique_calls();
	void collect_due_nodes(double p_delta, bool p_physics);
	void run_timers(double p_delta, bool p_physics);
	void drop_timers();
	void run_tweens(double p_delta, bool p_physics);
	void drop_left_tweens();
	void flush_delete_queue();
	void flush_scene_change();
	void call_group_flags_bind(const Variant **p_args, int p_arg_count, Callable::CallError &r_error);
	void call_group_bind(const Variant **p_args, int p_arg_count, Callable::CallError &r_error);
	void set_debug_hint(int p_which, bool p_enabled) { debug_hints[p_which] = p_enabled; }
	static void bind_settings();
	static void bind_scenes();
	static void bind_groups();
	static void bind_multiplayer();
	void poll_multiplayer();
};

VARIANT_ENUM_CAST(SceneTree::GroupCallFlags);
