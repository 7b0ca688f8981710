// Places of nodes as properties, the player whose animations are used, and steps.
#include "core/scene/animation_tree/animation_tree.h"

#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/animation/animation_player.h"
#include "core/scene/animation_tree/animation_place.h"

AnimationTree::AnimationTree() {
	set_root_node(NodePath(".."));
	set_deterministic(true);
	set_callback_mode_discrete(ANIMATION_CALLBACK_MODE_DISCRETE_FORCE_CONTINUOUS);
}

AnimationTree::~AnimationTree() {
	if (root_place) {
		memdelete(root_place);
	}
}

// --- The graph ---

void AnimationTree::set_tree_root(const Ref<AnimationRootNode> &p_root) {
	const Callable handler = callable_mp(this, &AnimationTree::_tree_changed);
	const Ref<AnimationRootNode> leaving = tree_root;
	if (leaving.is_valid()) {
		leaving->disconnect(SNAME("tree_changed"), handler);
	}
	tree_root = p_root;
	if (tree_root.is_valid()) {
		tree_root->connect(SNAME("tree_changed"), handler);
	}
	started = true;
	_tree_changed();
}

void AnimationTree::_tree_changed() {
	is_stale = true;
	told.clear();
	notify_property_list_changed();
}

void AnimationTree::keep_values(const AnimationPlace &p_place, HashMap<StringName, Variant> &r_values) {
	for (const AnimationParameter &parameter : p_place.parameters) {
		r_values.insert(p_place.path + String(parameter.info.name), parameter.value);
	}
	for (const AnimationPlace *child : p_place.children) {
		keep_values(*child, r_values);
	}
}

static constexpr int MAX_PLACES_DEEP = 64;

AnimationPlace *AnimationTree::make_place(AnimationPlace *p_parent, const StringName &p_name, const Ref<AnimationNode> &p_node, int p_depth) const {
	AnimationPlace *place = memnew(AnimationPlace);
	place->tree = const_cast<AnimationTree *>(this);
	place->parent = p_parent;
	place->name = p_name;
	place->path = p_parent ? p_parent->path + String(p_name) + "/" : String("parameters/");
	place->node = p_node;
	p_node->collect_parameters(place->parameters);
	for (AnimationParameter &parameter : place->parameters) {
		if (const Variant *value = kept.getptr(place->path + String(parameter.info.name))) {
			parameter.value = *value;
		}
	}
	place->times.length = place->parameters[0].value;
	place->times.position = place->parameters[1].value;
	ERR_FAIL_COND_V_MSG(p_depth >= MAX_PLACES_DEEP, place, vformat("Animation nodes stand more than %d deep in each other; those below are left out.", MAX_PLACES_DEEP));
	LocalVector<AnimationNode::Child> children;
	p_node->collect_children(children);
	for (const AnimationNode::Child &child : children) {
		place->children.push_back(make_place(place, child.name, child.node, p_depth + 1));
	}
	return place;
}

void AnimationTree::refresh() const {
	if (!is_stale || processing > 0) {
		return;
	}
	is_stale = false;
	AnimationPlace *leaving = root_place;
	root_place = nullptr;
	if (leaving) {
		keep_values(*leaving, kept);
	}
	AnimationPlace *made = tree_root.is_valid() ? make_place(nullptr, StringName(), tree_root, 0) : nullptr;
	if (root_place) {
		memdelete(root_place); // A script that was asked on the way has made one.
	}
	root_place = made;
	if (leaving) {
		memdelete(leaving);
	}
}

AnimationParameter *AnimationTree::find_parameter(const StringName &p_name, AnimationPlace **r_place) const {
	refresh();
	AnimationPlace *place = root_place;
	const PackedStringArray parts = String(p_name).trim_prefix("parameters/").split("/");
	for (int64_t i = 0; place && i + 1 < parts.size(); i++) {
		AnimationPlace *child = place->find_child(parts[i]);
		if (!child) {
			// The name of a parameter may have slashes in it: "conditions/NAME".
			return place->find_parameter(String("/").join(parts.slice(i)));
		}
		place = child;
	}
	if (r_place) {
		*r_place = place;
	}
	return place ? place->find_parameter(parts[parts.size() - 1]) : nullptr;
}

bool AnimationTree::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name == "process_callback") { // As older files have it.
		set_callback_mode_process(AnimationCallbackModeProcess(int(p_value)));
		return true;
	}
	if (!name.begins_with("parameters/")) {
		return false;
	}
	AnimationParameter *parameter = find_parameter(p_name);
	if (!parameter) {
		kept.insert(p_name, p_value);
		return false;
	}
	if (parameter->read_only) {
		return false;
	}
	Variant value = p_value;
	const Variant::Type type = parameter->info.type;
	if (type != Variant::NIL && type != Variant::OBJECT && value.get_type() != type) {
		const Variant *argument = &p_value;
		Callable::CallError error;
		Variant::construct(type, value, &argument, 1, error);
		if (error.error != Callable::CallError::CALL_OK) {
			return false;
		}
	}
	std::swap(parameter->value, value); // The old value goes last.
	return true;
}

bool AnimationTree::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (name == "process_callback") {
		r_value = int64_t(get_callback_mode_process());
		return true;
	}
	const AnimationParameter *parameter = name.begins_with("parameters/") ? find_parameter(p_name) : nullptr;
	if (!parameter) {
		return false;
	}
	r_value = parameter->value;
	return true;
}

void AnimationTree::add_properties(const AnimationPlace &p_place, LocalVector<PropertyInfo> *p_list) const {
	for (const AnimationParameter &parameter : p_place.parameters) {
		PropertyInfo info = parameter.info;
		info.name = p_place.path + String(info.name);
		p_list->push_back(info);
	}
	for (const AnimationPlace *child : p_place.children) {
		add_properties(*child, p_list);
	}
}

void AnimationTree::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	refresh();
	if (root_place) {
		add_properties(*root_place, p_list);
	}
}

// With a player, animations and the node that they move are the player's.
void AnimationTree::_validate_property(PropertyInfo &p_property) const {
	if (animation_player.is_empty()) {
		return;
	}
	if (p_property.name == "root_node" || String(p_property.name).begins_with("libraries")) {
		p_property.usage |= PROPERTY_USAGE_READ_ONLY;
	}
}

// --- The player ---

void AnimationTree::set_animation_player(const NodePath &p_path) {
	animation_player = p_path;
	if (p_path.is_empty()) {
		set_root_node(NodePath(".."));
		disconnect_player();
	}
	if (is_inside_tree()) {
		connect_player();
	}
	emit_signal(SNAME("animation_player_changed"));
	notify_property_list_changed();
}

void AnimationTree::disconnect_player() {
	AnimationPlayer *player = Object::cast_to<AnimationPlayer>(ObjectDB::get_instance(player_id));
	player_id = ObjectID();
	const Callable handler = callable_mp(this, &AnimationTree::_player_libraries_updated);
	if (player && player->is_connected(SNAME("animation_libraries_updated"), handler)) {
		player->disconnect(SNAME("animation_libraries_updated"), handler);
	}
}

void AnimationTree::connect_player() {
	disconnect_player();
	AnimationPlayer *player = animation_player.is_empty() ? nullptr : Object::cast_to<AnimationPlayer>(get_node_or_null(animation_player));
	if (!player) {
		return;
	}
	player_id = player->get_instance_id();
	player->connect(SNAME("animation_libraries_updated"), callable_mp(this, &AnimationTree::_player_libraries_updated));
	Node *moved = player->get_node_or_null(player->get_root_node());
	if (moved) {
		set_root_node(get_path_to(moved));
	}
	_player_libraries_updated();
}

void AnimationTree::_player_libraries_updated() {
	AnimationPlayer *player = Object::cast_to<AnimationPlayer>(ObjectDB::get_instance(player_id));
	const TypedArray<StringName> leaving = get_animation_library_list();
	for (int64_t i = 0; i < leaving.size(); i++) {
		if (has_animation_library(leaving[i])) {
			remove_animation_library(leaving[i]);
		}
	}
	const TypedArray<StringName> names = player ? player->get_animation_library_list() : TypedArray<StringName>();
	for (int64_t i = 0; i < names.size(); i++) {
		if (player->has_animation_library(names[i]) && !has_animation_library(names[i])) {
			add_animation_library(names[i], player->get_animation_library(names[i]));
		}
	}
}

void AnimationTree::_notification(int p_what) {
	switch (p_what) {
		case NOTIFICATION_POST_ENTER_TREE:
			connect_player();
			break;
		case NOTIFICATION_READY:
			if (!player_id.is_valid()) {
				connect_player(); // One that entered after this.
			}
			break;
		case NOTIFICATION_EXIT_TREE:
			disconnect_player();
			break;
	}
}

// --- Steps ---

bool AnimationTree::gather(double p_delta) {
	if (processing > 0) {
		return false; // A script that a node calls asks for another step.
	}
	if (!player_id.is_valid() && !animation_player.is_empty() && is_inside_tree()) {
		connect_player();
	}
	refresh();
	if (!root_place) {
		return false;
	}
	AnimationStep step;
	step.delta = p_delta;
	step.seeked = started; // From the beginning, which is seen.
	started = false;
	is_faulty = false;
	processing++;
	root_place->weights = AnimationWeights();
	root_place->node->process_place(*root_place, step, false);
	processing--;
	if (is_faulty) {
		playing.clear();
	}
	return true;
}

void AnimationTree::play_at(const AnimationPlace &p_place, const StringName &p_name, double p_time, double p_delta, bool p_seeked, bool p_external, double p_weight, Animation::LoopedFlag p_looped) {
	Playing entry;
	entry.animation = find_by_name(p_name);
	if (entry.animation.is_null()) {
		tell_missing(p_place, p_name);
		return;
	}
	entry.name = p_name;
	entry.time = p_time;
	entry.delta = p_delta;
	entry.to = entry.animation->get_length();
	entry.weight = double(float(p_weight * p_place.weights.all)); // As exact as those of single paths.
	if (!p_place.weights.each.is_empty()) {
		entry.weight = p_weight;
		entry.weights = p_place.weights.each;
	}
	entry.looped = p_looped;
	entry.seeked = p_seeked;
	entry.exact = p_seeked && !p_external;
	playing.push_back(std::move(entry));
}

void AnimationTree::tell_missing(const AnimationPlace &p_place, const StringName &p_animation) {
	is_faulty = true;
	const String where = p_place.path + String(p_animation);
	if (!told.has(where)) {
		told.insert(where, true);
		ERR_PRINT(vformat("%s: the node at \"%s\" plays the animation \"%s\", which there is not.", to_string(), p_place.path.trim_suffix("/"), p_animation));
	}
}

void AnimationTree::tell_unconnected(const AnimationPlace &p_place, int p_input) {
	is_faulty = true;
	const String where = p_place.path + ":" + itos(p_input);
	if (!told.has(where)) {
		told.insert(where, true);
		WARN_PRINT(vformat("%s: nothing is connected to input \"%s\" of the node at \"%s\".", to_string(), p_place.node->get_input_name(p_input), p_place.path.trim_suffix("/")));
	}
}

void AnimationTree::tell_later(const StringName &p_signal, const StringName &p_animation) {
	call_deferred(SNAME("emit_signal"), p_signal, p_animation);
}

Object *AnimationTree::get_expression_base() const {
	return is_inside_tree() ? get_node_or_null(advance_expression_base_node) : nullptr;
}

void AnimationTree::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_tree_root", "animation_node"), &AnimationTree::set_tree_root);
	ClassDB::bind_method(D_METHOD("get_tree_root"), &AnimationTree::get_tree_root);
	ClassDB::bind_method(D_METHOD("set_advance_expression_base_node", "path"), &AnimationTree::set_advance_expression_base_node);
	ClassDB::bind_method(D_METHOD("get_advance_expression_base_node"), &AnimationTree::get_advance_expression_base_node);
	ClassDB::bind_method(D_METHOD("set_animation_player", "path"), &AnimationTree::set_animation_player);
	ClassDB::bind_method(D_METHOD("get_animation_player"), &AnimationTree::get_animation_player);
	ClassDB::bind_method(D_METHOD("set_process_callback", "mode"), &AnimationTree::set_process_callback);
	ClassDB::bind_method(D_METHOD("get_process_callback"), &AnimationTree::get_process_callback);
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "tree_root", PROPERTY_HINT_RESOURCE_TYPE, "AnimationRootNode"), "set_tree_root", "get_tree_root");
	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "advance_expression_base_node", PROPERTY_HINT_NODE_PATH_VALID_TYPES, "Node"), "set_advance_expression_base_node", "get_advance_expression_base_node");
	ADD_PROPERTY(PropertyInfo(Variant::NODE_PATH, "anim_player", PROPERTY_HINT_NODE_PATH_VALID_TYPES, "AnimationPlayer"), "set_animation_player", "get_animation_player");
	ADD_SIGNAL(MethodInfo("animation_player_changed"));
	BIND_ENUM_CONSTANT(ANIMATION_PROCESS_PHYSICS);
	BIND_ENUM_CONSTANT(ANIMATION_PROCESS_IDLE);
	BIND_ENUM_CONSTANT(ANIMATION_PROCESS_MANUAL);
}
