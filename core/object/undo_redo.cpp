// UndoRedo: building, merging, running and dropping actions.
#include "core/object/undo_redo.h"

#include "core/error/error_macros.h"

#include <chrono>

static int64_t now_msec() {
	return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

UndoRedo::~UndoRedo() {
	clear_history(false);
}

bool UndoRedo::has_open_action(const char *p_what) const {
	ERR_FAIL_COND_V_MSG(action_level <= 0 || current_action + 1 >= int(actions.size()), false, String("Cannot ") + p_what + ": call create_action() first.");
	return true;
}

bool UndoRedo::can_merge_into_last(const String &p_name, MergeMode p_mode, bool p_backward_undo, int64_t p_now) const {
	if (p_mode == MERGE_DISABLE || actions.is_empty()) {
		return false;
	}
	const Action &last = actions[actions.size() - 1];
	return last.name == p_name && last.backward_undo == p_backward_undo && last.last_msec + MERGE_WINDOW_MSEC > p_now;
}

void UndoRedo::create_action(const String &p_name, MergeMode p_mode, bool p_backward_undo_ops) {
	if (action_level == 0) {
		const int64_t now = now_msec();
		discard_redo();
		merging = can_merge_into_last(p_name, p_mode, p_backward_undo_ops, now);
		merge_mode = merging ? p_mode : MERGE_DISABLE;
		if (merging) {
			current_action = int(actions.size()) - 2;
			Action &last = actions[actions.size() - 1];
			last.last_msec = now;
			if (p_mode == MERGE_ENDS) {
				LocalVector<Operation> kept;
				for (const Operation &operation : last.do_operations) {
					if (operation.force_keep) {
						kept.push_back(operation);
					}
				}
				last.do_operations = kept;
			}
		} else {
			Action action;
			action.name = p_name;
			action.last_msec = now;
			action.backward_undo = p_backward_undo_ops;
			actions.push_back(action);
		}
	}
	action_level++;
	force_keep_in_merge_ends = false;
}

UndoRedo::Operation UndoRedo::property_operation(Object *p_object, const StringName &p_property, const Variant &p_value) {
	Operation operation = reference_operation(p_object);
	operation.type = Operation::PROPERTY;
	operation.property = p_property;
	operation.value = p_value;
	return operation;
}

UndoRedo::Operation UndoRedo::reference_operation(Object *p_object) {
	Operation operation;
	operation.type = Operation::REFERENCE;
	operation.object = p_object->get_instance_id();
	operation.keeper = Ref<RefCounted>(Object::cast_to<RefCounted>(p_object));
	return operation;
}

void UndoRedo::add_do(const Operation &p_operation) {
	Operation operation = p_operation;
	operation.force_keep = force_keep_in_merge_ends;
	actions[uint32_t(current_action + 1)].do_operations.push_back(operation);
}

void UndoRedo::add_undo(const Operation &p_operation) {
	// The first action of the merged ones knows how to get back.
	if (merge_mode == MERGE_ENDS && !force_keep_in_merge_ends) {
		return;
	}
	Operation operation = p_operation;
	operation.force_keep = force_keep_in_merge_ends;
	actions[uint32_t(current_action + 1)].undo_operations.push_back(operation);
}

void UndoRedo::add_do_method(const Callable &p_callable) {
	ERR_FAIL_COND_MSG(!p_callable.is_valid(), "Cannot add an operation: the callable is not valid.");
	if (has_open_action("add an operation")) {
		Operation operation;
		operation.callable = p_callable;
		operation.keeper = Ref<RefCounted>(Object::cast_to<RefCounted>(p_callable.get_object()));
		add_do(operation);
	}
}

void UndoRedo::add_undo_method(const Callable &p_callable) {
	ERR_FAIL_COND_MSG(!p_callable.is_valid(), "Cannot add an operation: the callable is not valid.");
	if (has_open_action("add an operation")) {
		Operation operation;
		operation.callable = p_callable;
		operation.keeper = Ref<RefCounted>(Object::cast_to<RefCounted>(p_callable.get_object()));
		add_undo(operation);
	}
}

void UndoRedo::add_do_property(Object *p_object, const StringName &p_property, const Variant &p_value) {
	ERR_FAIL_NULL(p_object);
	if (has_open_action("add a property")) {
		add_do(property_operation(p_object, p_property, p_value));
	}
}

void UndoRedo::add_undo_property(Object *p_object, const StringName &p_property, const Variant &p_value) {
	ERR_FAIL_NULL(p_object);
	if (has_open_action("add a property")) {
		add_undo(property_operation(p_object, p_property, p_value));
	}
}

void UndoRedo::add_do_reference(Object *p_object) {
	ERR_FAIL_NULL(p_object);
	if (has_open_action("add a reference")) {
		add_do(reference_operation(p_object));
	}
}

void UndoRedo::add_undo_reference(Object *p_object) {
	ERR_FAIL_NULL(p_object);
	if (has_open_action("add a reference")) {
		add_undo(reference_operation(p_object));
	}
}

// The operations are no part of the history any more: objects that go may run scripts, which may change it.
void UndoRedo::free_references(const LocalVector<Operation> &p_operations) {
	for (const Operation &operation : p_operations) {
		Object *object = operation.type == Operation::REFERENCE && operation.keeper.is_null() ? ObjectDB::get_instance(operation.object) : nullptr;
		if (object && object != this) {
			memdelete(object);
		}
	}
}

void UndoRedo::discard_redo() {
	while (int(actions.size()) > current_action + 1) {
		const uint32_t last = actions.size() - 1;
		const LocalVector<Operation> operations = std::move(actions[last].do_operations);
		actions.resize(last);
		free_references(operations);
	}
}

void UndoRedo::drop_oldest() {
	const LocalVector<Operation> operations = std::move(actions[0].undo_operations);
	actions.remove_at(0);
	current_action--;
	free_references(operations);
}

void UndoRedo::run(const Operation &p_operation) {
	if (p_operation.type == Operation::METHOD) {
		Variant result;
		Callable::CallError error;
		p_operation.callable.callp(nullptr, 0, result, error);
		ERR_FAIL_COND_MSG(error.error != Callable::CallError::CALL_OK, "Error calling an operation of UndoRedo: " + Variant::get_callable_error_text(p_operation.callable, nullptr, 0, error) + ".");
	} else if (p_operation.type == Operation::PROPERTY) {
		if (Object *object = ObjectDB::get_instance(p_operation.object)) {
			object->set(p_operation.property, p_operation.value);
		}
	}
}

void UndoRedo::redo_current(bool p_execute) {
	current_action++;
	if (p_execute) {
		// Copied, because an operation may clear the history.
		const LocalVector<Operation> operations = actions[uint32_t(current_action)].do_operations;
		for (const Operation &operation : operations) {
			run(operation);
		}
	}
	version++;
	emit_signal(SNAME("version_changed"));
}

void UndoRedo::commit_action(bool p_execute) {
	ERR_FAIL_COND_MSG(action_level <= 0, "There is no action to commit: call create_action() first.");
	if (--action_level > 0) {
		return;
	}
	if (merging) {
		version--;
		merging = false;
	}
	merge_mode = MERGE_DISABLE;
	const ObjectMethodLock lock(this); // An operation cannot free what runs it.
	committing++;
	redo_current(p_execute);
	committing--;
	while (max_steps > 0 && int(actions.size()) > max_steps) {
		drop_oldest();
	}
}

bool UndoRedo::redo() {
	ERR_FAIL_COND_V_MSG(action_level > 0, false, "Cannot redo while an action is being built.");
	if (!has_redo()) {
		return false;
	}
	const ObjectMethodLock lock(this);
	redo_current(true);
	return true;
}

bool UndoRedo::undo() {
	ERR_FAIL_COND_V_MSG(action_level > 0, false, "Cannot undo while an action is being built.");
	if (!has_undo()) {
		return false;
	}
	const ObjectMethodLock lock(this);
	const Action action = actions[uint32_t(current_action)];
	const uint32_t count = action.undo_operations.size();
	for (uint32_t i = 0; i < count; i++) {
		run(action.undo_operations[action.backward_undo ? count - 1 - i : i]);
	}
	current_action--;
	version--;
	emit_signal(SNAME("version_changed"));
	return true;
}

int UndoRedo::get_history_count() {
	ERR_FAIL_COND_V_MSG(action_level > 0, -1, "The history cannot be asked while an action is being built.");
	return int(actions.size());
}

int UndoRedo::get_current_action() {
	ERR_FAIL_COND_V_MSG(action_level > 0, -1, "The history cannot be asked while an action is being built.");
	return current_action;
}

String UndoRedo::get_action_name(int p_index) {
	ERR_FAIL_INDEX_V(p_index, int(actions.size()), String());
	return actions[uint32_t(p_index)].name;
}

String UndoRedo::get_current_action_name() const {
	ERR_FAIL_COND_V_MSG(action_level > 0, String(), "The history cannot be asked while an action is being built.");
	return has_undo() ? actions[uint32_t(current_action)].name : String();
}

void UndoRedo::clear_history(bool p_increase_version) {
	action_level = 0;
	merging = false;
	discard_redo();
	while (!actions.is_empty()) {
		drop_oldest();
	}
	current_action = -1;
	if (p_increase_version) {
		version++;
		emit_signal(SNAME("version_changed"));
	}
}

void UndoRedo::_bind_methods() {
	ClassDB::bind_method(D_METHOD("create_action", "name", "merge_mode", "backward_undo_ops"), &UndoRedo::create_action, DEFVAL(MERGE_DISABLE), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("commit_action", "execute"), &UndoRedo::commit_action, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("is_committing_action"), &UndoRedo::is_committing_action);
	ClassDB::bind_method(D_METHOD("add_do_method", "callable"), &UndoRedo::add_do_method);
	ClassDB::bind_method(D_METHOD("add_undo_method", "callable"), &UndoRedo::add_undo_method);
	ClassDB::bind_method(D_METHOD("add_do_property", "object", "property", "value"), &UndoRedo::add_do_property);
	ClassDB::bind_method(D_METHOD("add_undo_property", "object", "property", "value"), &UndoRedo::add_undo_property);
	ClassDB::bind_method(D_METHOD("add_do_reference", "object"), &UndoRedo::add_do_reference);
	ClassDB::bind_method(D_METHOD("add_undo_reference", "object"), &UndoRedo::add_undo_reference);
	ClassDB::bind_method(D_METHOD("start_force_keep_in_merge_ends"), &UndoRedo::start_force_keep_in_merge_ends);
	ClassDB::bind_method(D_METHOD("end_force_keep_in_merge_ends"), &UndoRedo::end_force_keep_in_merge_ends);
	ClassDB::bind_method(D_METHOD("get_history_count"), &UndoRedo::get_history_count);
	ClassDB::bind_method(D_METHOD("get_current_action"), &UndoRedo::get_current_action);
	ClassDB::bind_method(D_METHOD("get_action_name", "id"), &UndoRedo::get_action_name);
	ClassDB::bind_method(D_METHOD("clear_history", "increase_version"), &UndoRedo::clear_history, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("get_current_action_name"), &UndoRedo::get_current_action_name);
	ClassDB::bind_method(D_METHOD("has_undo"), &UndoRedo::has_undo);
	ClassDB::bind_method(D_METHOD("has_redo"), &UndoRedo::has_redo);
	ClassDB::bind_method(D_METHOD("get_version"), &UndoRedo::get_version);
	ClassDB::bind_method(D_METHOD("set_max_steps", "max_steps"), &UndoRedo::set_max_steps);
	ClassDB::bind_method(D_METHOD("get_max_steps"), &UndoRedo::get_max_steps);
	ClassDB::bind_method(D_METHOD("redo"), &UndoRedo::redo);
	ClassDB::bind_method(D_METHOD("undo"), &UndoRedo::undo);
	ADD_PROPERTY(PropertyInfo(Variant::INT, "max_steps", PROPERTY_HINT_RANGE, "0,50,1,or_greater"), "set_max_steps", "get_max_steps");
	ADD_SIGNAL(MethodInfo("version_changed"));
	BIND_ENUM_CONSTANT(MERGE_DISABLE);
	BIND_ENUM_CONSTANT(MERGE_ENDS);
	BIND_ENUM_CONSTANT(MERGE_ALL);
}
