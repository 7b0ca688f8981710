// Translation of a node's texts, and what only editors and screen readers would hear.
#include "core/scene/main/node_known.h"

#include "core/object/known/known_answers.h"
#include "core/object/known/known_classes.h"
#include "core/object/translation_hook.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"

namespace {

Node *node_of(Object *p_object) {
	return static_cast<Node *>(p_object);
}

bool can_auto_translate(const Node *p_node) {
	for (const Node *node = p_node; node; node = node->get_parent()) {
		if (node->get_auto_translate_mode() != Node::AUTO_TRANSLATE_MODE_INHERIT) {
			return node->get_auto_translate_mode() == Node::AUTO_TRANSLATE_MODE_ALWAYS;
		}
	}
	return true;
}

bool is_interpolated(const Node *p_node) {
	for (const Node *node = p_node; node; node = node->get_parent()) {
		if (node->get_physics_interpolation_mode() != Node::PHYSICS_INTERPOLATION_MODE_INHERIT) {
			return node->get_physics_interpolation_mode() == Node::PHYSICS_INTERPOLATION_MODE_ON;
		}
	}
	return true;
}

} // namespace

void implement_known_node_methods() {
	// Nodes speak the language of their parents.
	translation_hook.inherits_from = [](const Object *p_object) {
		const Node *node = Object::cast_to<Node>(p_object);
		return node ? static_cast<const Object *>(node->get_parent()) : nullptr;
	};
	KnownClasses::implement("Node", "can_auto_translate", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = can_auto_translate(node_of(p_object)); });
	KnownClasses::implement("Node", "set_translation_domain_inherited", [](Object *p_object, const Variant **, Variant *) { p_object->set_translation_domain(StringName()); });
	KnownClasses::implement("Node", "atr", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		*r_ret = can_auto_translate(node_of(p_object)) ? p_object->tr(*p_args[0], *p_args[1]) : String(*p_args[0]);
	});
	KnownClasses::implement("Node", "atr_n", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const int64_t n = *p_args[2];
		*r_ret = can_auto_translate(node_of(p_object)) ? p_object->tr_n(*p_args[0], *p_args[1], int(n), *p_args[3]) : String(*p_args[n == 1 ? 0 : 1]);
	});
	KnownClasses::implement("Node", "is_physics_interpolated", [](Object *p_object, const Variant **, Variant *r_ret) { *r_ret = is_interpolated(node_of(p_object)); });
	KnownClasses::implement("Node", "is_physics_interpolated_and_enabled", [](Object *p_object, const Variant **, Variant *r_ret) {
		const SceneTree *tree = node_of(p_object)->get_tree_or_null();
		*r_ret = tree && bool(tree->get(SNAME("physics_interpolation"))) && is_interpolated(node_of(p_object));
	});
	KnownClasses::implement("Node", "reset_physics_interpolation", [](Object *p_object, const Variant **, Variant *) {
		node_of(p_object)->propagate_notification(Node::NOTIFICATION_RESET_PHYSICS_INTERPOLATION);
	});
	KnownClasses::implement("Node", "set_display_folded", [](Object *p_object, const Variant **p_args, Variant *) { p_object->set_known_value(SNAME("display_folded"), *p_args[0]); });
	KnownClasses::implement("Node", "is_displayed_folded", [](Object *p_object, const Variant **, Variant *r_ret) {
		const Variant *kept = p_object->get_known_value(SNAME("display_folded"));
		*r_ret = kept && bool(*kept);
	});
	KnownClasses::implement("Node", "update_configuration_warnings", KnownAnswers::do_nothing); // No editor shows them.
	KnownClasses::implement("Node", "queue_accessibility_update", KnownAnswers::do_nothing); // No screen reader listens.
	KnownClasses::implement("Node", "get_accessibility_element", [](Object *, const Variant **, Variant *r_ret) { *r_ret = ::RID(); });
	KnownClasses::implement("SceneTree", "is_accessibility_enabled", [](Object *, const Variant **, Variant *r_ret) { *r_ret = false; });
	KnownClasses::implement("SceneTree", "is_accessibility_supported", [](Object *, const Variant **, Variant *r_ret) { *r_ret = false; });
}
