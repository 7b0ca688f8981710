// Notes what was touched, and compares it at the end of a frame with what the mirror knows.
#include "core/scene/gui/control_mirror.h"

#include "core/scene/gui/tree.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"

ControlTracker::ControlTracker(SceneTree *p_tree, ControlMirror *p_mirror) :
		tree(p_tree), mirror(p_mirror) {
	start_anew();
	ShownObjects::set_observer(this);
}

ControlTracker::~ControlTracker() {
	ShownObjects::set_observer(nullptr);
}

void ControlTracker::start_anew() {
	known.clear();
	changed.clear();
	reordered.clear();
}

bool ControlTracker::is_shown(const Object *p_object) const {
	return Object::cast_to<Control>(p_object) || Object::cast_to<Window>(p_object);
}

void ControlTracker::touched(Object *p_object) {
	if (const TreeItem *item = Object::cast_to<TreeItem>(p_object)) {
		p_object = item->get_tree();
	}
	if (is_shown(p_object) && static_cast<Node *>(p_object)->is_inside_tree()) {
		changed.insert(p_object->get_instance_id());
	}
}

void ControlTracker::children_touched(Object *p_node) {
	Node *node = Object::cast_to<Node>(p_node);
	if (!node || !node->is_inside_tree()) {
		return;
	}
	while (node && !is_shown(node)) {
		node = node->get_parent();
	}
	if (node) {
		reordered.insert(node->get_instance_id());
	}
}

void ControlTracker::collect_shown_children(Node *p_node, LocalVector<Node *> *r_children) const {
	LocalVector<Node *> waiting; // From the back: a tree may be deep.
	const auto add_children = [&waiting](Node *p_of) {
		for (uint32_t i = p_of->get_all_children().size(); i > 0; i--) {
			waiting.push_back(p_of->get_all_children()[i - 1]);
		}
	};
	add_children(p_node);
	while (!waiting.is_empty()) {
		Node *node = waiting[waiting.size() - 1];
		waiting.resize(waiting.size() - 1);
		if (!node->is_inside_tree()) {
			continue; // On its way in or out.
		}
		if (is_shown(node)) {
			r_children->push_back(node);
		} else {
			add_children(node);
		}
	}
}

void ControlTracker::create(Node *p_node, ObjectID p_parent) {
	struct Birth {
		Node *node;
		ObjectID parent;
	};
	LocalVector<Birth> waiting;
	waiting.push_back(Birth{ p_node, p_parent });
	while (!waiting.is_empty()) {
		const Birth birth = waiting[waiting.size() - 1];
		waiting.resize(waiting.size() - 1);
		const ObjectID id = birth.node->get_instance_id();
		if (known.has(id)) {
			remove(id); // It was elsewhere.
		}
		LocalVector<Node *> children;
		collect_shown_children(birth.node, &children);
		Known entry;
		entry.parent = birth.parent;
		for (uint32_t i = children.size(); i > 0; i--) {
			waiting.push_back(Birth{ children[i - 1], id });
		}
		for (const Node *child : children) {
			entry.children.push_back(child->get_instance_id());
		}
		known.insert(id, entry);
		mirror->control_created(birth.node, birth.parent);
	}
}

void ControlTracker::remove(ObjectID p_control) {
	LocalVector<ObjectID> gone;
	gone.push_back(p_control);
	for (uint32_t i = 0; i < gone.size(); i++) {
		const Known *entry = known.getptr(gone[i]);
		const LocalVector<ObjectID> children = entry ? entry->children : LocalVector<ObjectID>();
		for (const ObjectID &child : children) {
			const Known *below = known.getptr(child);
			if (below && below->parent == gone[i]) {
				gone.push_back(child);
			}
		}
	}
	for (uint32_t i = gone.size(); i > 0; i--) {
		if (known.erase(gone[i - 1])) {
			mirror->control_removed(gone[i - 1]);
		}
	}
}

void ControlTracker::compare_children(Node *p_parent) {
	const ObjectID id = p_parent->get_instance_id();
	const LocalVector<ObjectID> before = known[id].children;
	LocalVector<Node *> nodes;
	collect_shown_children(p_parent, &nodes);
	LocalVector<ObjectID> now;
	HashSet<ObjectID> present;
	for (const Node *node : nodes) {
		now.push_back(node->get_instance_id());
		present.insert(node->get_instance_id());
	}
	LocalVector<ObjectID> expected; // How the mirror has them.
	for (const ObjectID &child : before) {
		const Known *entry = known.getptr(child);
		if (entry && entry->parent == id && !present.has(child)) {
			remove(child);
		} else if (entry && entry->parent == id) {
			expected.push_back(child);
		}
	}
	known[id].children = now;
	for (Node *node : nodes) {
		const Known *entry = known.getptr(node->get_instance_id());
		if (!entry || entry->parent != id) {
			create(node, id);
			expected.push_back(node->get_instance_id());
		}
	}
	bool in_order = expected.size() == now.size();
	for (uint32_t i = 0; i < now.size() && in_order; i++) {
		in_order = expected[i] == now[i];
	}
	if (!in_order) {
		mirror->children_ordered(id, now);
	}
}

void ControlTracker::frame_ended() {
	Window *root = tree->get_root();
	if (!root || !root->is_inside_tree()) {
		return;
	}
	if (!known.has(root->get_instance_id())) {
		start_anew();
		create(root, ObjectID());
		mirror->frame_told();
		return;
	}
	if (changed.is_empty() && reordered.is_empty()) {
		return;
	}
	for (const ObjectID &id : reordered) {
		Node *node = ObjectDB::get_instance<Node>(id);
		if (node && node->is_inside_tree() && known.has(id)) {
			compare_children(node);
		}
	}
	for (const ObjectID &id : changed) {
		Node *node = ObjectDB::get_instance<Node>(id);
		if (node && node->is_inside_tree() && known.has(id)) {
			mirror->control_changed(node);
		}
	}
	reordered.clear();
	changed.clear();
	mirror->frame_told();
}
