// AnimationMixer: what AnimationPlayer and AnimationTree have in common: libraries of animations, and letting tracks act on nodes.
#pragma once

#include "core/object/gdvirtual.h"
#include "core/scene/animation/animation_library.h"
#include "core/scene/main/node.h"
#include "core/scene/main/tween.h"

// A step goes like this: the derived class says which animations play and at what times (gather); tracks that do something at keys act at
// once, values are mixed by weight; then every value is set once, and the derived class tells what ended (tell). Tracks are resolved to
// objects when they are first needed; clear_caches() lets that be done again. Objects are kept by ID: whoever is gone is passed over.
// Scripts run in setters and methods; they may stop the player, change its animations or free it.
class AnimationMixer : public Node {
	GDCLASS(AnimationMixer, Node);

public:
	enum AnimationCallbackModeProcess : int {
		ANIMATION_CALLBACK_MODE_PROCESS_PHYSICS,
		ANIMATION_CALLBACK_MODE_PROCESS_IDLE,
		ANIMATION_CALLBACK_MODE_PROCESS_MANUAL,
	};
	enum AnimationCallbackModeMethod : int {
		ANIMATION_CALLBACK_MODE_METHOD_DEFERRED,
		ANIMATION_CALLBACK_MODE_METHOD_IMMEDIATE,
	};
	enum AnimationCallbackModeDiscrete : int {
		ANIMATION_CALLBACK_MODE_DISCRETE_DOMINANT,
		ANIMATION_CALLBACK_MODE_DISCRETE_RECESSIVE,
		ANIMATION_CALLBACK_MODE_DISCRETE_FORCE_CONTINUOUS,
	};

	// --- Animations. Their names are "library/name", or "name" in the library without one ---
	Error add_animation_library(const StringName &p_name, const Ref<AnimationLibrary> &p_library);
	void remove_animation_library(const StringName &p_name);
	void rename_animation_library(const StringName &p_name, const StringName &p_new_name);
	bool has_animation_library(const StringName &p_name) const { return find_library(p_name) >= 0; }
	Ref<AnimationLibrary> get_animation_library(const StringName &p_name) const;
	TypedArray<StringName> get_animation_library_list() const;
	bool has_animation(const StringName &p_name) const { return find_by_name(p_name).is_valid(); }
	Ref<Animation> get_animation(const StringName &p_name) const;
	Ref<Animation> find_by_name(const StringName &p_name) const; // Null, without an error.
	PackedStringArray get_animation_list() const;
	StringName find_animation(const Ref<Animation> &p_animation) const;
	StringName find_animation_library(const Ref<Animation> &p_animation) const;

	// --- Settings ---
	void set_active(bool p_active);
	bool is_active() const { return active; }
	void set_deterministic(bool p_enabled);
	bool is_deterministic() const { return deterministic; }
	void set_reset_on_save_enabled(bool p_enabled) { reset_on_save = p_enabled; }
	bool is_reset_on_save_enabled() const { return reset_on_save; }
	void set_root_node(const NodePath &p_path);
	NodePath get_root_node() const { return root_node; }
	void set_root_motion_track(const NodePath &p_path) { root_motion_track = p_path; }
	NodePath get_root_motion_track() const { return root_motion_track; }
	void set_root_motion_local(bool p_enabled) { root_motion_local = p_enabled; }
	bool is_root_motion_local() const { return root_motion_local; }
	void set_audio_max_polyphony(int p_voices);
	int get_audio_max_polyphony() const { return audio_max_polyphony; }
	void set_callback_mode_process(AnimationCallbackModeProcess p_mode);
	AnimationCallbackModeProcess get_callback_mode_process() const { return callback_mode_process; }
	void set_callback_mode_method(AnimationCallbackModeMethod p_mode) { callback_mode_method = p_mode; }
	AnimationCallbackModeMethod get_callback_mode_method() const { return callback_mode_method; }
	void set_callback_mode_discrete(AnimationCallbackModeDiscrete p_mode);
	AnimationCallbackModeDiscrete get_callback_mode_discrete() const { return callback_mode_discrete; }

	// What the root motion track moved in the last step, and where it stands.
	Vector3 get_root_motion_position() const { return root_motion.position; }
	Quaternion get_root_motion_rotation() const { return root_motion.rotation; }
	Vector3 get_root_motion_scale() const { return root_motion.scale; }
	Vector3 get_root_motion_position_accumulator() const { return root_motion.position_at; }
	Quaternion get_root_motion_rotation_accumulator() const { return root_motion.rotation_at; }
	Vector3 get_root_motion_scale_accumulator() const { return root_motion.scale_at; }

	void clear_caches();
	virtual void advance(double p_delta) { process_animation(p_delta); }
	// From the values found now to those of the animation, over p_duration seconds; for tracks whose update mode is capture.
	void capture(const StringName &p_name, double p_duration, Tween::TransitionType p_transition = Tween::TRANS_LINEAR, Tween::EaseType p_ease = Tween::EASE_IN);

protected:
	// One animation in one step.
	struct Playing {
		StringName name;
		Ref<Animation> animation;
		double time = 0.0; // Where it is now.
		double delta = 0.0; // What it took to come here; negative: backwards.
		double from = 0.0; // The section that is played.
		double to = 0.0;
		double weight = 1.0;
		LocalVector<float> weights; // Beside weight, for each path of get_track_paths(); empty: none.
		Animation::LoopedFlag looped = Animation::LOOPED_FLAG_NONE;
		bool seeked = false; // Came here by a jump: the last key before counts, none is passed.
		bool values_only = false; // Calls no methods and plays no other animations.
		bool exact = false; // After a jump, only a key at exactly this time acts.
	};
	LocalVector<Playing> playing;

public:
	// Of all tracks of all animations, once each.
	const LocalVector<NodePath> &get_track_paths();

protected:
	static void _bind_methods();
	static void bind_settings();
	void _notification(int p_what);
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	_GDVIRTUAL(_post_process_key_value, METHOD_FLAG_VIRTUAL | METHOD_FLAG_CONST, Variant, Ref<Animation>, int, Variant, int64_t, int)

	// Fills `playing`; false when there is nothing to do.
	virtual bool gather(double p_delta) = 0;
	// Everything is set: what ended or began is told now.
	virtual void tell() {}
	virtual bool wants_processing() const { return active; }
	void update_processing();
	void process_animation(double p_delta, bool p_update_only = false);

private:
	struct Library {
		StringName name;
		Ref<AnimationLibrary> library;
	};
	// What tracks with the same path and kind act on.
	struct Target {
		Animation::TrackType type = Animation::TYPE_VALUE;
		ObjectID object;
		Vector<StringName> property;
		uint32_t path = 0; // In paths.
		Variant base; // Deterministic mixes count from here: the value of RESET.
		Variant value; // Mixed in this step.
		double weight = 0.0; // Of what is in value; 0: nothing.
		uint64_t step = 0; // In which value was last begun.
		bool is_root_motion = false;
		bool is_whole = false; // value began as an integer: it is rounded in the end.
		Variant captured;
		bool has_captured = false;
	};
	struct RootMotion {
		Vector3 position;
		Quaternion rotation;
		Vector3 scale;
		Vector3 position_at;
		Quaternion rotation_at;
		Vector3 scale_at = Vector3(1, 1, 1);
	};
	struct Capture {
		double left = 0.0; // 1 to 0; 0: none.
		double duration = 0.0;
		Tween::TransitionType transition = Tween::TRANS_LINEAR;
		Tween::EaseType ease = Tween::EASE_IN;
	};

	LocalVector<Library> libraries; // In order of names.
	LocalVector<Target> targets;
	LocalVector<NodePath> paths;
	HashMap<ObjectID, LocalVector<int>> bindings; // By animation: the target of each track, -1 where it has none.
	uint64_t step = 0;
	NodePath root_node;
	NodePath root_motion_track;
	RootMotion root_motion;
	Capture captured;
	AnimationCallbackModeProcess callback_mode_process = ANIMATION_CALLBACK_MODE_PROCESS_IDLE;
	AnimationCallbackModeMethod callback_mode_method = ANIMATION_CALLBACK_MODE_METHOD_DEFERRED;
	AnimationCallbackModeDiscrete callback_mode_discrete = ANIMATION_CALLBACK_MODE_DISCRETE_RECESSIVE;
	int audio_max_polyphony = 32;
	bool active = true;
	bool deterministic = false;
	bool reset_on_save = true;
	bool root_motion_local = false;
	bool bound = false;
	bool is_played_by_track = false; // While a track of another player, or of its own, plays this one.
	uint64_t binding = 0; // Another number for each set of targets.

	int find_library(const StringName &p_name) const;
	void insert_library(const StringName &p_name, const Ref<AnimationLibrary> &p_library);
	void watch(const Ref<AnimationLibrary> &p_library, bool p_watch);
	void _list_changed(const StringName &p_name);
	void _animation_renamed(const StringName &p_name, const StringName &p_new_name);
	void _animation_changed(const StringName &p_name);
	static StringName full_name(const StringName &p_library, const StringName &p_name);
	void unbind();
	void bind_all();
	int bind_track(Node *p_root, const StringName &p_name, const Ref<Animation> &p_animation, int p_track, HashMap<String, int> &r_known);
	static double weight_of(const Playing &p_playing, uint32_t p_path);
	void act(const Playing &p_playing);
	void act_on_track(const Playing &p_playing, int p_track, uint32_t p_target);
	void act_at_keys(const Playing &p_playing, int p_track, const Target &p_target);
	void act_at_key(const Playing &p_playing, int p_track, int p_key, const Target &p_target);
	void play_child(const Playing &p_playing, const Target &p_target, const StringName &p_animation, double p_at);
	void mix(Target &r_target, const Variant &p_value, double p_weight);
	void move_root(const Playing &p_playing, int p_track, const Target &p_target, const Variant &p_value);
	void apply(double p_delta);
	Variant finished_value(Target &r_target);
};

VARIANT_ENUM_CAST(AnimationMixer::AnimationCallbackModeProcess);
VARIANT_ENUM_CAST(AnimationMixer::AnimationCallbackModeMethod);
VARIANT_ENUM_CAST(AnimationMixer::AnimationCallbackModeDiscrete);
