// Life inside a tree: entering, becoming ready, leaving, being deleted.
#include "core/scene/main/node.h"

#include "core/object/class_db.h"
#include "core/object/shown_objects.h"
#include "core/scene/main/node_walk.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/viewport.h"
#include "core/scene/main/window.h"

Node::~Node() {
	memdelete_notnull(child_names);
	memdelete_notnull(groups);
	memdelete_notnull(owner_tables);
	memdelete_notnull(rpc_settings);
}

void Node::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_ENTER_TREE:
			join_process_lists();
			break;
		case NOTIFICATION_EXIT_TREE:
			leave_process_lists();
			break;
		case NOTIFICATION_READY:
			enable_script_callbacks();
			GDVIRTUAL_CALL(_ready);
			break;
		case NOTIFICATION_PROCESS:
			GDVIRTUAL_CALL(_process, get_process_delta_time());
			break;
		case NOTIFICATION_PHYSICS_PROCESS:
			GDVIRTUAL_CALL(_physics_process, get_physics_process_delta_time());
			break;
		case NOTIFICATION_PREDELETE:
			prepare_deletion();
			break;
	}
}

SceneTree *Node::get_tree() const {
	ERR_FAIL_NULL_V_MSG(tree, nullptr, vformat("Node '%s' is not inside a scene tree yet: call get_tree() from _ready() or after add_child().", name));
	return tree;
}

Viewport *Node::get_viewport() const {
	return viewport;
}

Window *Node::get_window() const {
	for (const Node *node = this; node; node = node->parent) {
		if (const Window *window = Object::cast_to<Window>(node)) {
			return const_cast<Window *>(window);
		}
	}
	return nullptr;
}

Window *Node::get_last_exclusive_window() const {
	return get_window(); // There are no exclusive child windows without a display.
}

Ref<Tween> Node::create_tween() {
	SceneTree *maker = tree ? tree : SceneTree::get_singleton();
	ERR_FAIL_NULL_V_MSG(maker, Ref<Tween>(), "create_tween: there is no SceneTree to run it.");
	return maker->create_tween()->bind_node(this);
}

void Node::queue_free() {
	// Outside a tree the running tree still deletes it at the end of its frame.
	SceneTree *queue = tree ? tree : SceneTree::get_singleton();
	ERR_FAIL_NULL_MSG(queue, "queue_free() needs a running SceneTree to delete the node at the end of a frame. Use free() here.");
	queue->queue_delete(this);
}

void Node::enter_tree_recursively(SceneTree *p_tree) {
	NodeWalk walk;
	walk.run(this, [p_tree](Node *p_node) {
		// Some enter on their own meanwhile, and a parent may have left again.
		if (p_node->tree || (p_node->parent && p_node->parent->tree != p_tree)) {
			return false;
		}
		p_node->enter_tree(p_tree);
		return p_node->tree == p_tree;
	});
}

void Node::enter_tree(SceneTree *p_tree) {
	tree = p_tree;
	depth = parent ? parent->depth + 1 : 1;
	viewport = Object::cast_to<Viewport>(this);
	if (!viewport && parent) {
		viewport = parent->viewport;
	}
	effective_mode = process_mode != PROCESS_MODE_INHERIT ? process_mode : (parent ? parent->effective_mode : PROCESS_MODE_PAUSABLE);
	if (groups) {
		for (const KeyValue<StringName, bool> &group : groups->persistent) {
			tree->join_group(group.key, this);
		}
	}
	tree->node_count++;

	ShownObjects::touch(this); // Nobody looked at it while it was outside.
	notification(NOTIFICATION_ENTER_TREE);
	if (tree) {
		GDVIRTUAL_CALL(_enter_tree);
	}
	if (tree) {
		emit_signal(SNAME("tree_entered"));
	}
	if (tree) {
		p_tree->emit_signal(SNAME("node_added"), this);
	}
	if (tree && parent) {
		parent->emit_signal(SNAME("child_entered_tree"), this);
	}
}

void Node::ready_recursively() {
	NodeWalk walk;
	walk.run(
			this, false, [](Node *) { return true; }, [](Node *p_node) { p_node->become_ready(); });
}

void Node::become_ready() {
	if (is_dead()) {
		return;
	}
	ready_notified = true;
	notification(NOTIFICATION_TRANSLATION_CHANGED);
	notification(NOTIFICATION_POST_ENTER_TREE);
	if (ready_first) {
		ready_first = false;
		notification(NOTIFICATION_READY);
		emit_signal(SNAME("ready"));
	}
}

void Node::exit_tree_recursively() {
	NodeWalk walk;
	walk.run(
			this, true, [](Node *p_node) { return p_node->tree != nullptr; }, [](Node *p_node) { p_node->exit_tree(); });
}

void Node::exit_tree() {
	if (!tree || exiting) {
		return;
	}
	SceneTree *left = tree;
	exiting = true;
	GDVIRTUAL_CALL(_exit_tree);
	if (tree) {
		emit_signal(SNAME("tree_exiting"));
	}
	if (tree) {
		notification(NOTIFICATION_EXIT_TREE, true);
	}
	if (tree) {
		left->emit_signal(SNAME("node_removed"), this);
	}
	if (tree && parent) {
		parent->emit_signal(SNAME("child_exiting_tree"), this);
	}
	leave_tree();
}

// What is left to do when everybody has been told; a node that is freed by those who are told comes here at once.
void Node::leave_tree() {
	if (!tree) {
		return;
	}
	SceneTree *left = tree;
	if (groups) {
		for (const KeyValue<StringName, bool> &group : groups->persistent) {
			left->leave_group(group.key, this);
		}
	}
	leave_process_lists();
	left->node_count--;
	left->forget_node(this);
	tree = nullptr;
	viewport = nullptr;
	depth = 0;
	ready_notified = false;
	exiting = false;
	left->emit_signal(SNAME("tree_changed"));
}

// Runs after the script's own handler (deletion notifies in reverse): the subtree leaves the tree and dies with this node.
void Node::prepare_deletion() {
	if (parent) {
		parent->remove_child(this);
	} else if (tree) {
		exit_tree_recursively();
	}
	leave_tree(); // It may have died of being told that it exits.
	if (owner) {
		unlink_owner();
	}
	while (owner_tables && !owner_tables->owned.is_empty()) {
		(*owner_tables->owned.begin())->unlink_owner();
	}
	if (SceneTree *running = SceneTree::get_singleton()) {
		running->forget_node(this);
	}
	if (!dies_with_ancestor) {
		delete_children();
	}
}

// With a stack of its own, not by recursion, so that a deep tree cannot exhaust the thread's. A node hears of its deletion while its
// own children are still there, the last child first; it is gone when all of them are.
void Node::delete_children() {
	// By id: a script may free others while it is being told of its own end.
	struct Visit {
		ObjectID id;
		bool told;
	};
	LocalVector<Visit> visits;
	const auto visit_children = [&visits](const Node *p_node) {
		for (Node *child : p_node->children) {
			visits.push_back(Visit{ child->get_instance_id(), false });
		}
	};
	visit_children(this);
	while (!visits.is_empty()) {
		Visit &visit = visits[visits.size() - 1];
		Node *node = ObjectDB::get_instance<Node>(visit.id);
		if (node && node->is_dying() && !node->dies_with_ancestor) {
			node->parent->take_out_child(node); // It dies by itself, further down the stack, and with its own children.
		} else if (node && !visit.told && !node->dies_with_ancestor) {
			visit.told = true;
			node->dies_with_ancestor = true;
			if (node->begin_death()) {
				visit_children(node);
				continue;
			}
		} else if (node && visit.told) {
			node->dies_with_ancestor = false;
			node->end_death();
		}
		visits.resize(visits.size() - 1);
	}
}
