// ControlMirror: whoever shows the controls of the tree elsewhere, and what it is told.
#pragma once

#include "core/object/shown_objects.h"
#include "core/templates/hash_map.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"
#include "core/templates/object_id.h"

class Node;
class SceneTree;

// What is shown are controls and windows. What is below another node counts as a child of the nearest shown one above. All calls come once a frame, from
// ControlTracker::frame_ended(), in an order that can be followed step by step: parents are created before their children. An implementation reads what it
// wants of the nodes and changes nothing; where reading runs a script (a translation may be one), that may free the node at hand or others.
class ControlMirror {
public:
	virtual void control_created(Node *p_control, ObjectID p_parent) = 0; // As the last child; no parent for the root window. What it holds is to be read.
	virtual void control_removed(ObjectID p_control) = 0; // After all that was below it.
	virtual void children_ordered(ObjectID p_parent, const LocalVector<ObjectID> &p_children) = 0; // All of them, those that are new as well.
	virtual void control_changed(Node *p_control) = 0; // It, or something that it shows, may hold other values than before.
	virtual void frame_told() = 0; // That was all of this frame; not called where there was nothing.

protected:
	~ControlMirror() = default;
};

// Follows the tree for a mirror, from its making to its end. Only one can be at a time. Main thread.
class ControlTracker final : public ShownObserver {
	struct Known {
		ObjectID parent;
		LocalVector<ObjectID> children;
	};

	SceneTree *tree;
	ControlMirror *mirror;
	HashMap<ObjectID, Known> known;
	HashSet<ObjectID> changed; // Since the last frame.
	HashSet<ObjectID> reordered; // Whose shown children are others, or in another order.

	bool is_shown(const Object *p_object) const;
	LocalVector<ObjectID> get_shown_children(Node *p_node) const;
	void create(ObjectID p_control, ObjectID p_parent);
	void remove(ObjectID p_control);
	void compare_children(ObjectID p_parent);

public:
	void touched(Object *p_object) override;
	void children_touched(Object *p_node) override;
	void frame_ended() override;
	void start_anew(); // Forgets what the mirror was told: it hears all of it again, without removals.

	ControlTracker(SceneTree *p_tree, ControlMirror *p_mirror); // Both outlive it.
	~ControlTracker();
};
