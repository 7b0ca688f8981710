// Per-frame callbacks, process modes and pausing.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/scene_tree.h"

namespace {

constexpr uint16_t IDLE_FLAGS = Node::PROCESS_IDLE | Node::PROCESS_INTERNAL;
constexpr uint16_t PHYSICS_FLAGS = Node::PROCESS_PHYSICS | Node::PROCESS_PHYSICS_INTERNAL;

} // namespace

void Node::set_process_flag(ProcessFlag p_flag, bool p_enabled) {
	if (bool(process_flags & p_flag) == p_enabled) {
		return;
	}
	const uint16_t before = process_flags;
	process_flags = uint16_t(p_enabled ? process_flags | p_flag : process_flags & ~p_flag);
	if (!tree) {
		return;
	}
	// A frame list holds a node once, whichever of its two flags is set.
	if (bool(before & IDLE_FLAGS) != bool(process_flags & IDLE_FLAGS)) {
		p_enabled ? tree->idle_list.add(this) : tree->idle_list.remove(this);
	}
	if (bool(before & PHYSICS_FLAGS) != bool(process_flags & PHYSICS_FLAGS)) {
		p_enabled ? tree->physics_list.add(this) : tree->physics_list.remove(this);
	}
}

void Node::join_process_lists() {
	if (process_flags & IDLE_FLAGS) {
		tree->idle_list.add(this);
	}
	if (process_flags & PHYSICS_FLAGS) {
		tree->physics_list.add(this);
	}
}

void Node::leave_process_lists() {
	if (tree) {
		tree->idle_list.remove(this);
		tree->physics_list.remove(this);
	}
}

// A script that has a callback wants it called; this runs just before the node's first _ready().
void Node::enable_script_callbacks() {
	const ScriptInstance *instance = get_script_instance();
	if (!instance) {
		return;
	}
	struct Callback {
		const StringName &method;
		ProcessFlag flag;
	};
	const Callback callbacks[] = {
		{ SNAME("_process"), PROCESS_IDLE },
		{ SNAME("_physics_process"), PROCESS_PHYSICS },
		{ SNAME("_input"), PROCESS_INPUT },
		{ SNAME("_shortcut_input"), PROCESS_SHORTCUT_INPUT },
		{ SNAME("_unhandled_input"), PROCESS_UNHANDLED_INPUT },
		{ SNAME("_unhandled_key_input"), PROCESS_UNHANDLED_KEY_INPUT },
	};
	for (const Callback &callback : callbacks) {
		if (instance->has_method(callback.method)) {
			set_process_flag(callback.flag, true);
		}
	}
}

void Node::set_process_priority(int p_priority) {
	process_priority = p_priority;
	if (tree) {
		tree->idle_list.invalidate_order();
	}
}

void Node::set_physics_process_priority(int p_priority) {
	physics_process_priority = p_priority;
	if (tree) {
		tree->physics_list.invalidate_order();
	}
}

double Node::get_process_delta_time() const {
	return tree ? tree->get_process_time() : 0.0;
}

double Node::get_physics_process_delta_time() const {
	return tree ? tree->get_physics_process_time() : 0.0;
}

bool Node::mode_can_process(ProcessMode p_mode, bool p_paused) {
	switch (p_mode) {
		case PROCESS_MODE_DISABLED:
			return false;
		case PROCESS_MODE_ALWAYS:
			return true;
		case PROCESS_MODE_WHEN_PAUSED:
			return p_paused;
		default:
			return !p_paused;
	}
}

bool Node::can_process() const {
	ERR_FAIL_NULL_V_MSG(tree, false, vformat("can_process: node '%s' is outside the tree.", name));
	return mode_can_process(effective_mode, tree->is_paused());
}

void Node::set_process_mode(ProcessMode p_mode) {
	ERR_FAIL_INDEX_MSG(int(p_mode), int(PROCESS_MODE_DISABLED) + 1, "process_mode must be one of the PROCESS_MODE_* constants.");
	if (process_mode == p_mode) {
		return;
	}
	ERR_FAIL_COND_MSG(tree && !parent && p_mode == PROCESS_MODE_INHERIT, "The root has no parent to inherit its process mode from; use PROCESS_MODE_PAUSABLE.");
	process_mode = p_mode;
	if (tree) {
		update_effective_mode();
	}
}

// Resolves this node's mode and that of all below who inherit it, and tells each what changed for it.
void Node::update_effective_mode() {
	NodeWalk walk;
	walk.run(this, [this](Node *p_node) {
		return (p_node == this || p_node->process_mode == PROCESS_MODE_INHERIT) && p_node->tree && p_node->resolve_mode();
	});
}

// False: nothing changed, for this node and what is below.
bool Node::resolve_mode() {
	const ProcessMode before = effective_mode;
	effective_mode = process_mode != PROCESS_MODE_INHERIT ? process_mode : parent->effective_mode;
	if (effective_mode == before) {
		return false;
	}
	const bool paused = tree->is_paused();
	const bool could = mode_can_process(before, paused);
	const bool can = mode_can_process(effective_mode, paused);
	const bool was_disabled = before == PROCESS_MODE_DISABLED;
	const bool disabled = effective_mode == PROCESS_MODE_DISABLED;
	if (could != can) {
		notification(can ? NOTIFICATION_UNPAUSED : NOTIFICATION_PAUSED);
	}
	if (was_disabled != disabled) {
		notification(disabled ? NOTIFICATION_DISABLED : NOTIFICATION_ENABLED);
	}
	return true;
}

// Tells the subtree that the tree was paused or goes on; nodes it makes no difference to hear nothing.
void Node::notify_pause(bool p_paused) {
	NodeWalk walk;
	walk.run(this, [p_paused](Node *p_node) {
		const bool can = mode_can_process(p_node->effective_mode, p_paused);
		if (mode_can_process(p_node->effective_mode, !p_paused) != can) {
			p_node->notification(can ? NOTIFICATION_UNPAUSED : NOTIFICATION_PAUSED);
		}
		return true;
	});
}

void Node::propagate_notification(int p_what) {
	NodeWalk walk;
	walk.run(this, [p_what](Node *p_node) {
		p_node->blocked++;
		p_node->notification(p_what);
		p_node->blocked--;
		return true;
	});
}

void Node::propagate_call(const StringName &p_method, const Array &p_args, bool p_parent_first) {
	const StringName method = p_method;
	const Array args = p_args;
	const auto call = [&method, &args](Node *p_node) {
		if (!p_node->is_dead() && p_node->has_method(method)) {
			p_node->blocked++;
			p_node->callv(method, args);
			p_node->blocked--;
		}
	};
	NodeWalk walk;
	walk.run(
			this, false, [&](Node *p_node) {
		if (p_parent_first) {
			call(p_node);
		}
		return true; }, [&](Node *p_node) {
		if (!p_parent_first) {
			call(p_node);
		} });
}
