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

LocalVector<ObjectID> ControlTracker::get_shown_children(Node *p_node) const {
	LocalVector<ObjectID> shown;
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
			shown.push_back(node->get_instance_id());
		} else {
			add_children(node);
		}
	}
	return shown;
}

static Node *find_in_tree(ObjectID p_id) {
	Node *node = ObjectDB::get_instance<Node>(p_id);
	return node && node->is_inside_tree() ? node : nullptr;
}

void ControlTracker::create(ObjectID p_control, ObjectID p_parent) {
	struct Birth {
		ObjectID id;
		ObjectID parent;
	};
	LocalVector<Birth> waiting;
	waiting.push_back(Birth{ p_control, p_parent });
	while (!waiting.is_empty()) {
		const Birth birth = waiting[waiting.size() - 1];
		waiting.resize(waiting.size() - 1);
		Node *node = find_in_tree(birth.id);
		if (!node || (birth.parent.is_valid() && !known.has(birth.parent))) {
			continue;
		}
		if (known.has(birth.id)) {
			remove(birth.id); // It was elsewhere.
		}
		Known entry;
		entry.parent = birth.parent;
		entry.children = get_shown_children(node);
		for (uint32_t i = entry.children.size(); i > 0; i--) {
			waiting.push_back(Birth{ entry.children[i - 1], birth.id });
		}
		known.insert(birth.id, entry);
		mirror->control_created(node, birth.parent);
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

void ControlTracker::compare_children(ObjectID p_parent) {
	Node *parent = find_in_tree(p_parent);
	if (!parent || !known.has(p_parent)) {
		return;
	}
	const LocalVector<ObjectID> before = known[p_parent].children;
	const LocalVector<ObjectID> now = get_shown_children(parent);
	known[p_parent].children = now;
	HashSet<ObjectID> present;
	for (const ObjectID &child : now) {
		present.insert(child);
	}
	LocalVector<ObjectID> expected; // How the mirror has them.
	const auto is_child = [this, p_parent](const ObjectID &p_id) {
		const Known *entry = known.getptr(p_id);
		return entry && entry->parent == p_parent;
	};
	for (const ObjectID &child : before) {
		if (is_child(child) && !present.has(child)) {
			remove(child);
		} else if (is_child(child)) {
			expected.push_back(child);
		}
	}
	for (const ObjectID &child : now) {
		if (!is_child(child)) {
			create(child, p_parent);
			expected.push_back(child);
		}
	}
	bool in_order = expected.size() == now.size();
	for (uint32_t i = 0; i < now.size() && in_order; i++) {
		in_order = expected[i] == now[i];
	}
	if (!in_order) {
		mirror->children_ordered(p_parent, now);
	}
}

// Whatever is touched meanwhile waits for the next frame.
static LocalVector<ObjectID> take_all(HashSet<ObjectID> &r_set) {
	LocalVector<ObjectID> all;
	for (const ObjectID &id : r_set) {
		all.push_back(id);
	}
	r_set.clear();
	return all;
}

void ControlTracker::frame_ended() {
	Window *root = tree->get_root();
	if (!root || !root->is_inside_tree()) {
		return;
	}
	if (!known.has(root->get_instance_id())) {
		start_anew();
		create(root->get_instance_id(), ObjectID());
		mirror->frame_told();
		return;
	}
	if (changed.is_empty() && reordered.is_empty()) {
		return;
	}
	const LocalVector<ObjectID> looks = take_all(changed);
	for (const ObjectID &id : take_all(reordered)) {
		compare_children(id);
	}
	for (const ObjectID &id : looks) {
		Node *node = known.has(id) ? find_in_tree(id) : nullptr;
		if (node) {
			mirror->control_changed(node);
		}
	}
	mirror->frame_told();
}
