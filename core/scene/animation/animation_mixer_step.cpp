// One step of an AnimationMixer: from tracks to objects.
#include "core/math/math_funcs.h"
#include "core/math/tween_easing.h"
#include "core/object/class_db.h"
#include "core/scene/animation/animation_mixer.h"
#include "core/scene/animation/animation_player.h"
#include "core/scene/animation/animation_values.h"

void AnimationMixer::unbind() {
	bound = false;
	binding++;
	captured.left = 0.0;
	const LocalVector<Target> leaving = std::move(targets); // With the values in it.
	targets = LocalVector<Target>();
	bindings.clear();
	paths.clear();
}

void AnimationMixer::clear_caches() {
	unbind();
	emit_signal(SNAME("caches_cleared"));
}

// --- Resolving tracks ---

void AnimationMixer::bind_all() {
	bound = true;
	Node *root = get_node_or_null(root_node);
	ERR_FAIL_NULL_MSG(root, vformat("%s has no node to animate: root_node \"%s\" leads nowhere.", to_string(), root_node));
	const uint64_t mine = binding; // Paths run getters of scripts, which may end or renew this.
	HashMap<String, int> known;
	const PackedStringArray names = get_animation_list();
	for (const String &name : names) {
		const Ref<Animation> animation = find_by_name(name);
		LocalVector<int> tracks;
		for (int i = 0; animation.is_valid() && i < animation->get_track_count(); i++) {
			tracks.push_back(bind_track(root, name, animation, i, known));
			if (binding != mine) {
				return;
			}
		}
		if (animation.is_null()) {
			continue;
		}
		bindings.insert(animation->get_instance_id(), tracks);
	}
	const Ref<Animation> reset = find_by_name(SNAME("RESET"));
	const LocalVector<int> *reset_tracks = reset.is_valid() ? bindings.getptr(reset->get_instance_id()) : nullptr;
	for (uint32_t i = 0; reset_tracks && i < reset_tracks->size(); i++) {
		if ((*reset_tracks)[i] >= 0 && reset->track_get_key_count(int(i)) > 0) {
			targets[uint32_t((*reset_tracks)[i])].base = reset->get_key(int(i), 0).value;
		}
	}
}

// The index of the track's target; -1, with a warning, where its path leads nowhere.
int AnimationMixer::bind_track(Node *p_root, const StringName &p_name, const Ref<Animation> &p_animation, int p_track, HashMap<String, int> &r_known) {
	const NodePath path = p_animation->track_get_path(p_track);
	const Animation::TrackType type = p_animation->track_get_type(p_track);
	const bool is_number = type == Animation::TYPE_BEZIER; // Which acts as a value does.
	const String key = vformat("%d:%s", is_number ? int(Animation::TYPE_VALUE) : int(type), path);
	if (const int *found = r_known.getptr(key)) {
		return *found;
	}
	Target target;
	const int64_t known_path = paths.find(path);
	if (known_path < 0) {
		paths.push_back(path);
	}
	target.path = known_path < 0 ? paths.size() - 1 : uint32_t(known_path);
	target.type = is_number ? Animation::TYPE_VALUE : type;
	const Array place = path.is_empty() ? Array{ Variant(), Variant(), NodePath() } : p_root->get_node_and_resource(path);
	Node *node = Object::cast_to<Node>(place[0].get_validated_object());
	int index = -1;
	if (!node) {
		WARN_PRINT(vformat("%s: a track of animation \"%s\" leads nowhere: \"%s\" is not found from %s.", to_string(), p_name, path, p_root->to_string()));
	} else if (type >= Animation::TYPE_POSITION_3D && type <= Animation::TYPE_SCALE_3D && !node->is_class("Node3D")) {
		ERR_PRINT(vformat("%s: a track of animation \"%s\" moves Node3D nodes; \"%s\" is none.", to_string(), p_name, path));
	} else {
		Object *resource = place[1].get_validated_object();
		target.object = (resource ? resource : static_cast<Object *>(node))->get_instance_id();
		target.property = NodePath(place[2]).get_subnames();
		constexpr const char *axes[] = { "position", "quaternion", "scale" };
		if (type >= Animation::TYPE_POSITION_3D && type <= Animation::TYPE_SCALE_3D) {
			target.property = Vector<StringName>({ StringName(axes[type - Animation::TYPE_POSITION_3D]) });
			target.is_root_motion = !root_motion_track.is_empty() && path == root_motion_track;
		}
		index = int(targets.size());
		targets.push_back(std::move(target));
	}
	r_known.insert(key, index);
	return index;
}

// --- Acting ---

void AnimationMixer::process_animation(double p_delta, bool p_update_only) {
	if (!bound) {
		bind_all();
	}
	playing.clear();
	if (!gather(p_delta)) {
		return;
	}
	step++;
	root_motion.position = Vector3();
	root_motion.rotation = Quaternion();
	root_motion.scale = Vector3();
	const LocalVector<Playing> now = std::move(playing); // Methods may play something else.
	playing = LocalVector<Playing>();
	const uint64_t mine = binding;
	for (Playing entry : now) {
		entry.values_only = p_update_only;
		act(entry);
		if (binding != mine) {
			break;
		}
	}
	apply(p_delta);
	tell();
	emit_signal(SNAME("mixer_applied"));
}

// CMP_EPSILON itself still counts, also as a float: what is hardly seen acts at its keys.
static bool is_nothing(double p_weight) {
	return float(Math::abs(p_weight)) < float(CMP_EPSILON);
}

double AnimationMixer::weight_of(const Playing &p_playing, uint32_t p_path) {
	return p_path < p_playing.weights.size() ? p_playing.weight * double(p_playing.weights[p_path]) : p_playing.weight;
}

const LocalVector<NodePath> &AnimationMixer::get_track_paths() {
	if (!bound) {
		bind_all();
	}
	return paths;
}

void AnimationMixer::act(const Playing &p_playing) {
	if (is_nothing(p_playing.weight)) {
		return;
	}
	const LocalVector<int> *tracks = bindings.getptr(p_playing.animation->get_instance_id());
	// What a track calls may clear the caches, and bind others, which ends this.
	const uint64_t mine = binding;
	for (int i = 0; tracks && binding == mine && i < int(tracks->size()) && i < p_playing.animation->get_track_count(); i++) {
		const int target = (*tracks)[uint32_t(i)];
		if (target >= 0 && p_playing.animation->track_is_enabled(i) && !is_nothing(weight_of(p_playing, targets[uint32_t(target)].path))) {
			act_on_track(p_playing, i, uint32_t(target));
		}
	}
}

void AnimationMixer::act_on_track(const Playing &p_playing, int p_track, uint32_t p_target) {
	const Ref<Animation> &animation = p_playing.animation;
	switch (animation->track_get_type(p_track)) {
		case Animation::TYPE_VALUE: {
			const bool discrete = animation->value_track_get_update_mode(p_track) == Animation::UPDATE_DISCRETE && callback_mode_discrete != ANIMATION_CALLBACK_MODE_DISCRETE_FORCE_CONTINUOUS;
			const bool moves = animation->track_get_key_count(p_track) > 0 && AnimationValues::can_move(animation->get_key(p_track, 0).value.get_type());
			if (discrete || (!moves && callback_mode_discrete != ANIMATION_CALLBACK_MODE_DISCRETE_FORCE_CONTINUOUS)) {
				act_at_keys(p_playing, p_track, Target(targets[p_target]));
				return;
			}
			break;
		}
		case Animation::TYPE_METHOD:
		case Animation::TYPE_ANIMATION:
			if (!is_inside_tree() || p_playing.values_only) {
				return;
			}
			act_at_keys(p_playing, p_track, Target(targets[p_target]));
			return;
		case Animation::TYPE_AUDIO: // There is no sound.
		case Animation::TYPE_BLEND_SHAPE: // There are no meshes.
			return;
		default:
			break;
	}
	Variant value = animation->sample(p_track, p_playing.time, false);
	if (value.get_type() == Variant::NIL) {
		return;
	}
	Variant changed;
	const uint64_t mine = binding;
	if (GDVIRTUAL_CALL(_post_process_key_value, animation, p_track, value, int64_t(uint64_t(targets[p_target].object)), -1, changed)) {
		value = changed;
	}
	if (binding != mine) {
		return; // The script cleared the caches, and the targets with them.
	}
	Target &target = targets[p_target];
	if (target.is_root_motion) {
		move_root(p_playing, p_track, target, value);
	} else {
		mix(target, value, weight_of(p_playing, target.path));
	}
}

// For tracks that do something at their keys.
void AnimationMixer::act_at_keys(const Playing &p_playing, int p_track, const Target &p_target) {
	LocalVector<int> keys;
	if (p_playing.seeked) {
		const int found = p_playing.animation->track_find_key(p_track, p_playing.time, p_playing.exact ? Animation::FIND_MODE_EXACT : Animation::FIND_MODE_NEAREST, true);
		if (found >= 0) {
			keys.push_back(found);
		}
	} else {
		p_playing.animation->get_passed_keys(p_track, p_playing.time, p_playing.delta, p_playing.from, p_playing.to, p_playing.looped, keys);
	}
	for (const int key : keys) {
		if (key < p_playing.animation->track_get_key_count(p_track)) {
			act_at_key(p_playing, p_track, key, p_target);
		}
	}
}

void AnimationMixer::act_at_key(const Playing &p_playing, int p_track, int p_key, const Target &p_target) {
	Object *object = ObjectDB::get_instance(p_target.object);
	if (!object) {
		return;
	}
	const Ref<Animation> &animation = p_playing.animation;
	switch (animation->track_get_type(p_track)) {
		case Animation::TYPE_VALUE:
			object->set_indexed(p_target.property, Variant(animation->get_key(p_track, p_key).value));
			break;
		case Animation::TYPE_METHOD: {
			const StringName method = animation->method_track_get_name(p_track, p_key);
			const Array arguments = animation->method_track_get_params(p_track, p_key);
			LocalVector<const Variant *> pointers;
			for (int64_t i = 0; i < arguments.size(); i++) {
				pointers.push_back(&arguments[i]);
			}
			if (callback_mode_method == ANIMATION_CALLBACK_MODE_METHOD_DEFERRED) {
				object->call_deferredp(method, pointers.ptr(), int(pointers.size()));
				break;
			}
			Callable::CallError error;
			object->callp(method, pointers.ptr(), int(pointers.size()), error);
			ERR_FAIL_COND_MSG(error.error != Callable::CallError::CALL_OK, vformat("Animation \"%s\" cannot call: %s.", p_playing.name, Variant::get_call_error_text(object, method, pointers.ptr(), int(pointers.size()), error)));
			break;
		}
		case Animation::TYPE_ANIMATION:
			play_child(p_playing, p_target, animation->animation_track_get_key_animation(p_track, p_key), p_playing.time - animation->track_get_key_time(p_track, p_key));
			break;
		default:
			break;
	}
}

// Players whose tracks play the next one: each takes some stack.
static constexpr int MAX_CHAIN = 100;
static thread_local int chain = 0;

// p_at: how long ago its key was.
void AnimationMixer::play_child(const Playing &p_playing, const Target &p_target, const StringName &p_animation, double p_at) {
	AnimationPlayer *player = Object::cast_to<AnimationPlayer>(ObjectDB::get_instance(p_target.object));
	if (!player) {
		return;
	}
	if (p_animation == SNAME("[stop]")) {
		player->stop();
		return;
	}
	const Ref<Animation> child = player->find_by_name(p_animation);
	if (child.is_null() || player->is_played_by_track) {
		return; // A player that its own animation plays goes on as it is.
	}
	ERR_FAIL_COND_MSG(chain >= MAX_CHAIN, vformat("%s does not play \"%s\": it comes after %d players whose tracks each play the next one. Let one player play more of them.", player->to_string(), p_animation, chain));
	chain++;
	player->is_played_by_track = true;
	player->play(p_animation);
	if (!player->is_dead()) {
		const double length = child->get_length();
		player->seek(child->get_loop_mode() == Animation::LOOP_NONE ? MIN(p_at, length) : Math::fposmod(p_at, length), p_playing.seeked);
	}
	player->is_played_by_track = false;
	chain--;
}

void AnimationMixer::mix(Target &r_target, const Variant &p_value, double p_weight) {
	const bool is_first = r_target.step != step;
	if (is_first) {
		r_target.step = step;
		r_target.weight = 0.0;
		r_target.is_whole = p_value.get_type() == Variant::INT;
	}
	const double total = r_target.weight + p_weight;
	Variant mixed;
	if (deterministic) {
		const Variant base = r_target.base.get_type() != Variant::NIL ? r_target.base : AnimationValues::zero_of(p_value);
		mixed = AnimationValues::add_weighted(is_first ? base : r_target.value, p_value, base, p_weight);
	} else {
		mixed = is_first || total == 0.0 ? p_value : AnimationValues::add_weighted(r_target.value, p_value, r_target.value, p_weight / total);
	}
	r_target.weight = total;
	std::swap(r_target.value, mixed); // The old value goes last: its end may run scripts, which may take the target away.
}

// The track's own movement since the last step, around loops too.
void AnimationMixer::move_root(const Playing &p_playing, int p_track, const Target &p_target, const Variant &p_value) {
	const Ref<Animation> &animation = p_playing.animation;
	const auto at = [&](double p_time) {
		return animation->sample(p_track, p_time, false);
	};
	const double before = p_playing.time - p_playing.delta;
	const bool turned = p_playing.looped != Animation::LOOPED_FLAG_NONE && animation->get_loop_mode() == Animation::LOOP_LINEAR;
	const double length = p_playing.to - p_playing.from;
	const double start = turned ? (p_playing.looped == Animation::LOOPED_FLAG_END ? p_playing.from : p_playing.to) : before;
	const double old = turned ? before + (p_playing.looped == Animation::LOOPED_FLAG_END ? length : -length) : before;
	const double edge = turned ? (p_playing.looped == Animation::LOOPED_FLAG_END ? p_playing.to : p_playing.from) : before;
	switch (p_target.type) {
		case Animation::TYPE_POSITION_3D:
			root_motion.position += (Vector3(at(edge)) - Vector3(at(old)) + Vector3(p_value) - Vector3(at(start))) * real_t(p_playing.weight);
			root_motion.position_at = p_value;
			break;
		case Animation::TYPE_ROTATION_3D: {
			const Quaternion moved = (Quaternion(at(old)).inverse() * Quaternion(at(edge))) * (Quaternion(at(start)).inverse() * Quaternion(p_value));
			root_motion.rotation = (root_motion.rotation * Quaternion().slerp(moved, real_t(p_playing.weight))).normalized();
			root_motion.rotation_at = p_value;
			break;
		}
		default:
			root_motion.scale += (Vector3(at(edge)) - Vector3(at(old)) + Vector3(p_value) - Vector3(at(start))) * real_t(p_playing.weight);
			root_motion.scale_at = p_value;
			break;
	}
}

// What is set: the mixed value, or on the way to it from what capture() found.
Variant AnimationMixer::finished_value(Target &r_target) {
	if (r_target.is_whole && r_target.value.get_type() == Variant::FLOAT) {
		r_target.value = Math::to_int64(Math::round(double(r_target.value)));
	}
	if (!r_target.has_captured || captured.left <= 0.0) {
		return r_target.value;
	}
	const double done = tween_fraction(TweenTransition(captured.transition), TweenEase(captured.ease), 1.0 - captured.left);
	return AnimationValues::linear(r_target.captured, r_target.value, done);
}

void AnimationMixer::apply(double p_delta) {
	if (captured.left > 0.0) {
		captured.left = captured.duration > 0.0 ? MAX(0.0, captured.left - Math::abs(p_delta) / captured.duration) : 0.0;
	}
	struct Write {
		ObjectID object;
		Vector<StringName> property;
		Variant value;
	};
	LocalVector<Write> writes; // Setters may change the targets.
	for (Target &target : targets) {
		if (target.step == step) {
			writes.push_back(Write{ target.object, target.property, finished_value(target) });
		} else if (deterministic && target.type <= Animation::TYPE_SCALE_3D && target.base.get_type() != Variant::NIL) {
			writes.push_back(Write{ target.object, target.property, target.base }); // What nothing moves stands where RESET says.
		}
	}
	for (const Write &write : writes) {
		if (Object *object = ObjectDB::get_instance(write.object)) {
			object->set_indexed(write.property, write.value);
		}
	}
}

void AnimationMixer::capture(const StringName &p_name, double p_duration, Tween::TransitionType p_transition, Tween::EaseType p_ease) {
	const Ref<Animation> animation = get_animation(p_name);
	ERR_FAIL_COND_MSG(!is_active(), "capture() needs an active player.");
	if (animation.is_null() || !animation->is_capture_included() || p_duration <= 0.0) {
		return;
	}
	if (!bound) {
		bind_all();
	}
	LocalVector<int> tracks;
	if (const LocalVector<int> *found = bindings.getptr(animation->get_instance_id())) {
		tracks = *found;
	}
	captured = Capture{ 1.0, p_duration, p_transition, p_ease };
	for (Target &target : targets) {
		target.has_captured = false; // What an earlier capture found is of no concern to this one.
	}
	const uint64_t mine = binding; // Getters of scripts may end or renew it.
	for (uint32_t i = 0; i < tracks.size() && binding == mine; i++) {
		const bool wanted = animation->track_get_type(int(i)) == Animation::TYPE_VALUE && animation->value_track_get_update_mode(int(i)) == Animation::UPDATE_CAPTURE;
		const Target *target = wanted && tracks[i] >= 0 ? &targets[uint32_t(tracks[i])] : nullptr;
		Object *object = target ? ObjectDB::get_instance(target->object) : nullptr;
		if (!object) {
			continue;
		}
		Variant value = object->get_indexed(Vector<StringName>(target->property));
		if (binding == mine) {
			Target &found = targets[uint32_t(tracks[i])];
			found.has_captured = true;
			std::swap(found.captured, value);
		}
	}
}
