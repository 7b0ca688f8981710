// UndoRedo: a history of actions, each with what does and what undoes it.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/object/ref_counted.h"
#include "core/templates/local_vector.h"
#include "core/variant/callable.h"

// Actions may be nested: only the outermost commit counts. Objects that operations name are not kept alive (RefCounted ones are);
// an operation whose object is gone is skipped.
class UndoRedo : public Object {
	GDCLASS(UndoRedo, Object);

public:
	enum MergeMode : int {
		MERGE_DISABLE,
		MERGE_ENDS, // Keeps the first action's undo and the last one's do.
		MERGE_ALL, // Keeps everything.
	};
	static constexpr int64_t MERGE_WINDOW_MSEC = 800; // Actions of one name within this time merge.

private:
	struct Operation {
		enum Type : int {
			METHOD,
			PROPERTY,
			REFERENCE, // The object belongs to the history and is freed with it.
		};
		Type type = METHOD;
		bool force_keep = false;
		Callable callable;
		ObjectID object;
		Ref<RefCounted> keeper;
		StringName property;
		Variant value;
	};

	struct Action {
		String name;
		LocalVector<Operation> do_operations;
		LocalVector<Operation> undo_operations;
		int64_t last_msec = 0;
		bool backward_undo = false;
	};

	LocalVector<Action> actions;
	int current_action = -1; // The last one that is done.
	int action_level = 0;
	int committing = 0;
	int max_steps = 0; // 0: no limit.
	uint64_t version = 1;
	bool force_keep_in_merge_ends = false;
	bool merging = false;
	MergeMode merge_mode = MERGE_DISABLE;

	bool has_open_action(const char *p_what) const;
	bool can_merge_into_last(const String &p_name, MergeMode p_mode, bool p_backward_undo, int64_t p_now) const;
	void add_do(const Operation &p_operation);
	void add_undo(const Operation &p_operation);
	void redo_current(bool p_execute);
	void discard_redo();
	void drop_oldest();
	static Operation property_operation(Object *p_object, const StringName &p_property, const Variant &p_value);
	static Operation reference_operation(Object *p_object);
	void free_references(const LocalVector<Operation> &p_operations);
	static void run(const Operation &p_operation);

protected:
	static void _bind_methods();
	void let_go() override { clear_history(false); }

public:
	void create_action(const String &p_name, MergeMode p_mode = MERGE_DISABLE, bool p_backward_undo_ops = false);
	void add_do_method(const Callable &p_callable);
	void add_undo_method(const Callable &p_callable);
	void add_do_property(Object *p_object, const StringName &p_property, const Variant &p_value);
	void add_undo_property(Object *p_object, const StringName &p_property, const Variant &p_value);
	void add_do_reference(Object *p_object);
	void add_undo_reference(Object *p_object);
	void start_force_keep_in_merge_ends() { force_keep_in_merge_ends = true; }
	void end_force_keep_in_merge_ends() { force_keep_in_merge_ends = false; }
	void commit_action(bool p_execute = true);
	bool is_committing_action() const { return committing > 0; }

	bool redo();
	bool undo();
	bool has_undo() const { return current_action >= 0; }
	bool has_redo() const { return current_action + 1 < int(actions.size()); }

	int get_history_count(); // -1, with an error, while an action is being built.
	int get_current_action();
	String get_action_name(int p_index);
	String get_current_action_name() const;
	void clear_history(bool p_increase_version = true);
	uint64_t get_version() const { return version; }
	void set_max_steps(int p_max_steps) { max_steps = p_max_steps; }
	int get_max_steps() const { return max_steps; }

	~UndoRedo() override;
};

VARIANT_ENUM_CAST(UndoRedo::MergeMode);
