// Node: one element of the scene tree. Owns its children, knows its tree while it is inside one, and carries groups,
// processing flags, names and owners. The implementation is split by concern over node*.cpp.
#pragma once

#include "core/object/gdvirtual.h"
#include "core/object/object.h"
#include "core/scene/main/child_list.h"
#include "core/scene/main/node_groups.h"
#include "core/string/node_path.h"
#include "core/string/string_name.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "core/variant/typed_array.h"

class MultiplayerAPI;
class SceneTree;
class Tween;
class Viewport;
class Window;

// A node belongs to whoever created it until add_child() hands it to its parent; freeing a node frees its subtree.
// Everything here is for the main thread, save what says otherwise.
class Node : public Object {
	GDCLASS(Node, Object);

public:
	enum ProcessMode : int {
		PROCESS_MODE_INHERIT,
		PROCESS_MODE_PAUSABLE,
		PROCESS_MODE_WHEN_PAUSED,
		PROCESS_MODE_ALWAYS,
		PROCESS_MODE_DISABLED,
	};

	enum ProcessThreadGroup : int {
		PROCESS_THREAD_GROUP_INHERIT,
		PROCESS_THREAD_GROUP_MAIN_THREAD,
		PROCESS_THREAD_GROUP_SUB_THREAD,
	};

	enum ProcessThreadMessages : int {
		FLAG_PROCESS_THREAD_MESSAGES = 1,
		FLAG_PROCESS_THREAD_MESSAGES_PHYSICS = 2,
		FLAG_PROCESS_THREAD_MESSAGES_ALL = 3,
	};

	enum PhysicsInterpolationMode : int {
		PHYSICS_INTERPOLATION_MODE_INHERIT,
		PHYSICS_INTERPOLATION_MODE_ON,
		PHYSICS_INTERPOLATION_MODE_OFF,
	};

	enum DuplicateFlags : int {
		DUPLICATE_SIGNALS = 1,
		DUPLICATE_GROUPS = 2,
		DUPLICATE_SCRIPTS = 4,
		DUPLICATE_USE_INSTANTIATION = 8,
		DUPLICATE_INTERNAL_STATE = 16,
		DUPLICATE_DEFAULT = 15,
	};

	enum InternalMode : int {
		INTERNAL_MODE_DISABLED,
		INTERNAL_MODE_FRONT,
		INTERNAL_MODE_BACK,
	};

	enum AutoTranslateMode : int {
		AUTO_TRANSLATE_MODE_INHERIT,
		AUTO_TRANSLATE_MODE_ALWAYS,
		AUTO_TRANSLATE_MODE_DISABLED,
	};

	enum {
		NOTIFICATION_ENTER_TREE = 10,
		NOTIFICATION_EXIT_TREE = 11,
		NOTIFICATION_MOVED_IN_PARENT = 12,
		NOTIFICATION_READY = 13,
		NOTIFICATION_PAUSED = 14,
		NOTIFICATION_UNPAUSED = 15,
		NOTIFICATION_PHYSICS_PROCESS = 16,
		NOTIFICATION_PROCESS = 17,
		NOTIFICATION_PARENTED = 18,
		NOTIFICATION_UNPARENTED = 19,
		NOTIFICATION_SCENE_INSTANTIATED = 20,
		NOTIFICATION_DRAG_BEGIN = 21,
		NOTIFICATION_DRAG_END = 22,
		NOTIFICATION_PATH_RENAMED = 23,
		NOTIFICATION_CHILD_ORDER_CHANGED = 24,
		NOTIFICATION_INTERNAL_PROCESS = 25,
		NOTIFICATION_INTERNAL_PHYSICS_PROCESS = 26,
		NOTIFICATION_POST_ENTER_TREE = 27,
		NOTIFICATION_DISABLED = 28,
		NOTIFICATION_ENABLED = 29,
		NOTIFICATION_RESET_PHYSICS_INTERPOLATION = 2001,
		NOTIFICATION_OS_MEMORY_WARNING = 2009,
		NOTIFICATION_TRANSLATION_CHANGED = 2010,
		NOTIFICATION_WM_ABOUT = 2011,
		NOTIFICATION_CRASH = 2012,
		NOTIFICATION_OS_IME_UPDATE = 2013,
		NOTIFICATION_APPLICATION_RESUMED = 2014,
		NOTIFICATION_APPLICATION_PAUSED = 2015,
		NOTIFICATION_APPLICATION_FOCUS_IN = 2016,
		NOTIFICATION_APPLICATION_FOCUS_OUT = 2017,
		NOTIFICATION_TEXT_SERVER_CHANGED = 2018,
		NOTIFICATION_ACCESSIBILITY_UPDATE = 3000,
		NOTIFICATION_ACCESSIBILITY_INVALIDATE = 3001,
		NOTIFICATION_WM_MOUSE_ENTER = 1002,
		NOTIFICATION_WM_MOUSE_EXIT = 1003,
		NOTIFICATION_WM_WINDOW_FOCUS_IN = 1004,
		NOTIFICATION_WM_WINDOW_FOCUS_OUT = 1005,
		NOTIFICATION_WM_CLOSE_REQUEST = 1006,
		NOTIFICATION_WM_GO_BACK_REQUEST = 1007,
		NOTIFICATION_WM_SIZE_CHANGED = 1008,
		NOTIFICATION_WM_DPI_CHANGE = 1009,
		NOTIFICATION_VP_MOUSE_ENTER = 1010,
		NOTIFICATION_VP_MOUSE_EXIT = 1011,
		NOTIFICATION_WM_POSITION_CHANGED = 1012,
		NOTIFICATION_EDITOR_PRE_SAVE = 9001,
		NOTIFICATION_EDITOR_POST_SAVE = 9002,
	};

	// The kinds of callbacks a node can switch on; a bit each in process_flags.
	enum ProcessFlag : uint16_t {
		PROCESS_IDLE = 1 << 0,
		PROCESS_PHYSICS = 1 << 1,
		PROCESS_INTERNAL = 1 << 2,
		PROCESS_PHYSICS_INTERNAL = 1 << 3,
		PROCESS_INPUT = 1 << 4,
		PROCESS_SHORTCUT_INPUT = 1 << 5,
		PROCESS_UNHANDLED_INPUT = 1 << 6,
		PROCESS_UNHANDLED_KEY_INPUT = 1 << 7,
	};

	Node() = default;
	~Node() override;

	// --- Structure (node.cpp, node_children.cpp) ---
	void add_child(Node *p_child, bool p_force_readable_name = false, InternalMode p_internal = INTERNAL_MODE_DISABLED);
	void add_sibling(Node *p_sibling, bool p_force_readable_name = false);
	void remove_child(Node *p_child);
	void move_child(Node *p_child, int p_index);
	void reparent(Node *p_parent, bool p_keep_global_transform = true);
	void replace_by(Node *p_node, bool p_keep_groups = false);
	int get_child_count(bool p_include_internal = false) const;
	TypedArray<Node> get_children(bool p_include_internal = false) const;
	// Negative indices count from the end. Prints an error and returns null when there is no such child.
	Node *get_child(int p_index, bool p_include_internal = false) const;
	// All children including internal ones, front to back. Goes stale with the next change of children.
	const ChildList &get_all_children() const { return children; }
	// For loops that call out: who is freed or taken away meanwhile has another parent when its turn comes.
	LocalVector<Node *> copy_children() const;
	Node *get_parent() const { return parent; }
	// -1 for a node without a parent, and for internal nodes unless they are counted.
	int get_index(bool p_include_internal = false) const;
	InternalMode get_internal_mode() const { return internal_mode; }
	bool is_ancestor_of(const Node *p_node) const;
	// Whether this node comes after p_node in depth-first order. Both must be in the same tree.
	bool is_greater_than(const Node *p_node) const;
	bool is_inside_tree() const { return tree != nullptr; }
	SceneTree *get_tree() const; // With an error outside a tree.
	SceneTree *get_tree_or_null() const { return tree; }
	Viewport *get_viewport() const;
	Window *get_window() const;
	Window *get_last_exclusive_window() const;
	// Bound to this node: it stops with it.
	Ref<Tween> create_tween();
	void queue_free();
	void request_ready() { ready_first = true; }
	bool is_node_ready() const { return !ready_first; }

	// --- Names, owners, paths (node_names.cpp, node_paths.cpp) ---
	void set_name(const StringName &p_name);
	StringName get_name() const { return name; }
	void set_owner(Node *p_owner);
	Node *get_owner() const { return owner; }
	void set_unique_name_in_owner(bool p_enabled);
	bool is_unique_name_in_owner() const { return unique_name_in_owner; }
	bool has_node(const NodePath &p_path) const;
	Node *get_node(const NodePath &p_path) const; // With an error when there is none.
	Node *get_node_or_null(const NodePath &p_path) const;
	Node *get_child_by_name(const StringName &p_name) const;
	bool has_node_and_resource(const NodePath &p_path) const;
	Array get_node_and_resource(const NodePath &p_path);
	NodePath get_path() const;
	NodePath get_path_to(const Node *p_node, bool p_use_unique_path = false) const;
	Node *find_child(const String &p_pattern, bool p_recursive = true, bool p_owned = true) const;
	TypedArray<Node> find_children(const String &p_pattern, const String &p_type = String(), bool p_recursive = true, bool p_owned = true) const;
	Node *find_parent(const String &p_pattern) const;
	void print_tree();
	void print_tree_pretty();
	String get_tree_string();
	String get_tree_string_pretty();
	void set_scene_file_path(const String &p_path) { scene_file_path = p_path; }
	String get_scene_file_path() const { return scene_file_path; }
	void set_editable_instance(Node *p_node, bool p_editable);
	bool is_editable_instance(const Node *p_node) const;
	void set_scene_instance_load_placeholder(bool p_enabled) { load_placeholder = p_enabled; }
	bool get_scene_instance_load_placeholder() const { return load_placeholder; }
	void set_editor_description(const String &p_text);
	String get_editor_description() const { return editor_description; }
	bool is_part_of_edited_scene() const { return false; } // There is no editor.
	// What str() and log lines show: "Name:<Class#id>".
	String _to_string() override;
	static TypedArray<int> get_orphan_node_ids();
	static void print_orphan_nodes();

	// --- Groups (node_groups.cpp) ---
	void add_to_group(const StringName &p_group, bool p_persistent = false);
	void remove_from_group(const StringName &p_group);
	bool is_in_group(const StringName &p_group) const;
	TypedArray<StringName> get_groups() const;
	const NodeGroups *get_group_table() const { return groups; }

	// --- Processing (node_process.cpp) ---
	void set_process_flag(ProcessFlag p_flag, bool p_enabled);
	bool has_process_flag(ProcessFlag p_flag) const { return process_flags & p_flag; }
	void set_process_priority(int p_priority);
	int get_process_priority() const { return process_priority; }
	void set_physics_process_priority(int p_priority);
	int get_physics_process_priority() const { return physics_process_priority; }
	double get_process_delta_time() const;
	double get_physics_process_delta_time() const;
	void set_process_mode(ProcessMode p_mode);
	ProcessMode get_process_mode() const { return process_mode; }
	bool can_process() const;
	bool is_enabled() const { return effective_mode != PROCESS_MODE_DISABLED; }
	void set_process_thread_group(ProcessThreadGroup p_group) { process_thread_group = p_group; }
	ProcessThreadGroup get_process_thread_group() const { return process_thread_group; }
	void set_process_thread_group_order(int p_order) { process_thread_group_order = p_order; }
	int get_process_thread_group_order() const { return process_thread_group_order; }
	void set_process_thread_messages(BitField<ProcessThreadMessages> p_messages) { process_thread_messages = p_messages; }
	BitField<ProcessThreadMessages> get_process_thread_messages() const { return process_thread_messages; }
	void set_physics_interpolation_mode(PhysicsInterpolationMode p_mode) { physics_interpolation_mode = p_mode; }
	PhysicsInterpolationMode get_physics_interpolation_mode() const { return physics_interpolation_mode; }
	void set_auto_translate_mode(AutoTranslateMode p_mode) { auto_translate_mode = p_mode; }
	AutoTranslateMode get_auto_translate_mode() const { return auto_translate_mode; }
	void propagate_notification(int p_what);
	void propagate_call(const StringName &p_method, const Array &p_args = Array(), bool p_parent_first = false);

	// --- Duplication (node_duplicate.cpp) ---
	Node *duplicate(int p_flags = DUPLICATE_DEFAULT) const;

	// --- From any thread (node_threads.cpp): on the main thread at once or, where the name says so and from others, deferred to it ---
	void set_deferred_thread_group(const StringName &p_property, const Variant &p_value);
	void notify_deferred_thread_group(int p_notification);
	void set_thread_safe(const StringName &p_property, const Variant &p_value);
	void notify_thread_safe(int p_notification);

	// --- Remote calls (node_remote.cpp) ---
	Ref<MultiplayerAPI> get_multiplayer() const; // Null outside a tree.
	// Calls a method here and there as its configuration says. ERR_UNCONFIGURED outside a tree.
	Error rpcp(int p_peer_id, const StringName &p_method, const Variant **p_args, int p_argcount);
	void set_multiplayer_authority(int p_peer_id, bool p_recursive = true);
	int get_multiplayer_authority() const { return multiplayer_authority; }
	bool is_multiplayer_authority() const;
	void rpc_config(const StringName &p_method, const Variant &p_config);
	Variant get_node_rpc_config() const;

private:
	Variant _call_deferred_thread_group(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	Variant _call_thread_safe(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	static void bind_threads();
	Variant _rpc_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error);
	Variant _rpc_id_bind(const Variant **p_args, int p_argcount, Callable::CallError &r_error);

protected:
	static void _bind_methods();
	void _notification(int p_what);
	void _validate_property(PropertyInfo &p_property) const;
	GDVIRTUAL1(_process, double)
	GDVIRTUAL1(_physics_process, double)
	GDVIRTUAL0(_enter_tree)
	GDVIRTUAL0(_exit_tree)
	GDVIRTUAL0(_ready)
	GDVIRTUAL0RC(Vector<String>, _get_configuration_warnings)
	virtual void add_child_notify(Node *) {}
	virtual void remove_child_notify(Node *) {}
	virtual void move_child_notify(Node *) {}
	// The parent's transform, where a class has one; see reparent().
	virtual void reparent_keeping_transform(Node *p_parent);

private:
	friend class ChildList;
	friend class NodeWalk;
	friend class ProcessList;
	friend class SceneTree;
	friend class SceneInstantiator;
	friend class NodeDuplicator;

	Node *parent = nullptr;
	Node *owner = nullptr;
	SceneTree *tree = nullptr;
	Viewport *viewport = nullptr; // The nearest one upwards, this node included; only inside a tree.
	StringName name;
	ChildList children; // Front internal, then ordinary, then back internal.
	uint32_t front_internal_count = 0;
	uint32_t back_internal_count = 0;
	int slot = -1; // In parent->children; greater further back.
	int depth = 0; // Of the root: 1. Only inside a tree.
	uint16_t blocked = 0; // > 0 while children are being told something: scripts must not change the list then. Deaths do.

	// What few nodes have is allocated on first use, to keep the others small.
	struct OwnerTables {
		HashSet<Node *> owned;
		HashMap<StringName, Node *> unique_names;
	};
	OwnerTables *owner_tables = nullptr;
	struct ChildNames {
		HashMap<StringName, Node *> nodes;
		// By the stem of names with numbers: all numbers from the first one on and below the end are taken.
		struct TakenNumbers {
			int64_t first = 0;
			int64_t end = 0;
			int width = 0; // Of the names that were looked for.
		};
		HashMap<String, TakenNumbers> taken_numbers;
	};
	struct OwnedPair {
		Node *node;
		Node *owner;
	};
	ChildNames *child_names = nullptr; // Only past CHILD_INDEX_THRESHOLD children.
	NodeGroups *groups = nullptr;
	HashMap<StringName, Variant> *rpc_settings = nullptr;
	String scene_file_path;
	String editor_description;
	int process_priority = 0;
	int physics_process_priority = 0;
	int process_thread_group_order = 0;
	int multiplayer_authority = 1;
	int process_places[2] = { -1, -1 }; // In the frame lists, by ProcessList::Kind.
	uint16_t process_flags = 0;
	ProcessMode process_mode = PROCESS_MODE_INHERIT;
	ProcessMode effective_mode = PROCESS_MODE_PAUSABLE; // process_mode with inheritance resolved; kept by update_effective_mode().
	InternalMode internal_mode = INTERNAL_MODE_DISABLED;
	ProcessThreadGroup process_thread_group = PROCESS_THREAD_GROUP_INHERIT;
	BitField<ProcessThreadMessages> process_thread_messages = 0;
	PhysicsInterpolationMode physics_interpolation_mode = PHYSICS_INTERPOLATION_MODE_INHERIT;
	AutoTranslateMode auto_translate_mode = AUTO_TRANSLATE_MODE_INHERIT;
	bool ready_first = true; // The next time it is made ready, _ready() is due.
	bool ready_notified = false; // Since it entered the tree, its turn to be ready has come.
	bool unique_name_in_owner = false;
	bool editable_instance = false;
	bool load_placeholder = false;
	bool display_folded = false;
	bool exiting = false; // Being told that it leaves the tree.
	bool dies_with_ancestor = false; // Set while an ancestor deletes its subtree; see delete_children().

	static constexpr uint32_t CHILD_INDEX_THRESHOLD = 16;

	// Structure
	bool can_take_child(const Node *p_child, const char *p_what) const;
	void insert_child(Node *p_child, uint32_t p_position);
	void take_out_child(Node *p_child);
	void move_child_to(Node *p_child, uint32_t p_position);
	uint32_t insertion_position(InternalMode p_mode) const;
	void child_order_changed();
	void change_parent(Node *p_parent);
	void enter_tree_recursively(SceneTree *p_tree);
	void ready_recursively();
	void exit_tree_recursively();
	void enter_tree(SceneTree *p_tree);
	void become_ready();
	void exit_tree();
	void leave_tree();
	void tell_exited();
	void prepare_deletion();
	void delete_children();

	// Names and owners
	void index_child_name(Node *p_child);
	void unindex_child_name(Node *p_child);
	void free_number(const StringName &p_name);
	void give_name(Node *p_child, bool p_readable);
	StringName make_readable_name(const Node *p_child, const StringName &p_wanted) const;
	void notify_path_renamed();
	void link_owner(Node *p_owner);
	void unlink_owner();
	void drop_foreign_owners();
	static void collect_owners(Node *p_from, LocalVector<OwnedPair> &r_owners);
	static void restore_owners(const LocalVector<OwnedPair> &p_owners, const Node *p_gone, Node *p_successor);
	static bool is_unique_name(const StringName &p_part);
	Node *find_unique(const StringName &p_part) const;
	void register_unique_name();
	void unregister_unique_name();
	OwnerTables &get_owner_tables();
	void collect_matching(const String &p_pattern, const String &p_type, bool p_recursive, bool p_owned, bool p_first_only, LocalVector<Node *> &r_found) const;
	bool matches_type(const String &p_type) const;
	void write_tree_string(const Node *p_from, String &r_text) const;
	void write_tree_string_pretty(const String &p_prefix, bool p_last, String &r_text) const;

	// Processing
	void update_effective_mode();
	bool resolve_mode();
	void notify_pause(bool p_paused);
	static bool mode_can_process(ProcessMode p_mode, bool p_paused);
	void enable_script_callbacks();
	void join_process_lists();
	void leave_process_lists();

	// Binding
	template <ProcessFlag FLAG>
	void set_flag(bool p_enabled) { set_process_flag(FLAG, p_enabled); }
	template <ProcessFlag FLAG>
	bool get_flag() const { return has_process_flag(FLAG); }
	static void bind_structure_methods();
	static void bind_naming_methods();
	static void bind_process_methods();
	static void bind_remote_methods();
	static void bind_properties();
	static void bind_constants();
};

VARIANT_ENUM_CAST(Node::ProcessMode);
VARIANT_ENUM_CAST(Node::ProcessThreadGroup);
VARIANT_BITFIELD_CAST(Node::ProcessThreadMessages);
VARIANT_ENUM_CAST(Node::PhysicsInterpolationMode);
VARIANT_ENUM_CAST(Node::DuplicateFlags);
VARIANT_ENUM_CAST(Node::InternalMode);
VARIANT_ENUM_CAST(Node::AutoTranslateMode);
