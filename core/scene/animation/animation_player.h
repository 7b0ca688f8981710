// AnimationPlayer: plays one animation of its libraries after another, or over into another.
#pragma once

#include "core/scene/animation/animation_mixer.h"

class AnimationPlayer : public AnimationMixer {
	GDCLASS(AnimationPlayer, AnimationMixer);

public:
	enum AnimationProcessCallback : int {
		ANIMATION_PROCESS_PHYSICS,
		ANIMATION_PROCESS_IDLE,
		ANIMATION_PROCESS_MANUAL,
	};
	enum AnimationMethodCallMode : int {
		ANIMATION_METHOD_CALL_DEFERRED,
		ANIMATION_METHOD_CALL_IMMEDIATE,
	};

	// --- Playing. An empty name is the assigned animation; times are seconds, negative ones mean "not given" ---
	void play(const StringName &p_name = StringName(), double p_blend = -1.0, float p_speed = 1.0f, bool p_from_end = false);
	void play_section(const StringName &p_name = StringName(), double p_start = -1.0, double p_end = -1.0, double p_blend = -1.0, float p_speed = 1.0f, bool p_from_end = false);
	void play_section_with_markers(const StringName &p_name = StringName(), const StringName &p_start = StringName(), const StringName &p_end = StringName(), double p_blend = -1.0, float p_speed = 1.0f, bool p_from_end = false);
	void play_backwards(const StringName &p_name = StringName(), double p_blend = -1.0);
	void play_section_backwards(const StringName &p_name = StringName(), double p_start = -1.0, double p_end = -1.0, double p_blend = -1.0);
	void play_section_with_markers_backwards(const StringName &p_name = StringName(), const StringName &p_start = StringName(), const StringName &p_end = StringName(), double p_blend = -1.0);
	void play_with_capture(const StringName &p_name = StringName(), double p_duration = -1.0, double p_blend = -1.0, float p_speed = 1.0f, bool p_from_end = false, Tween::TransitionType p_transition = Tween::TRANS_LINEAR, Tween::EaseType p_ease = Tween::EASE_IN);
	void pause();
	void stop(bool p_keep_state = false);
	bool is_playing() const { return is_running; }
	bool is_animation_active() const { return is_running; }
	void queue(const StringName &p_name);
	TypedArray<StringName> get_queue() const;
	void clear_queue();
	void seek(double p_seconds, bool p_update = false, bool p_update_only = false);

	void set_section(double p_start = -1.0, double p_end = -1.0);
	void set_section_with_markers(const StringName &p_start = StringName(), const StringName &p_end = StringName());
	void reset_section();
	double get_section_start_time() const;
	double get_section_end_time() const;
	bool has_section() const { return current.start >= 0.0 || current.end >= 0.0; }

	void set_current_animation(const StringName &p_name);
	StringName get_current_animation() const { return is_running ? assigned : StringName(); }
	void set_assigned_animation(const StringName &p_name);
	StringName get_assigned_animation() const { return assigned; }
	double get_current_animation_position() const;
	double get_current_animation_length() const;
	float get_playing_speed() const;

	// --- Settings ---
	void animation_set_next(const StringName &p_from, const StringName &p_to);
	StringName animation_get_next(const StringName &p_from) const;
	void set_blend_time(const StringName &p_from, const StringName &p_to, double p_seconds);
	double get_blend_time(const StringName &p_from, const StringName &p_to) const;
	void set_default_blend_time(double p_seconds) { default_blend_time = p_seconds; }
	double get_default_blend_time() const { return default_blend_time; }
	void set_autoplay(const StringName &p_name) { autoplay = p_name; }
	StringName get_autoplay() const { return autoplay; }
	void set_speed_scale(float p_speed) { speed_scale = p_speed; }
	float get_speed_scale() const { return speed_scale; }
	void set_movie_quit_on_finish_enabled(bool p_enabled) { movie_quit_on_finish = p_enabled; }
	bool is_movie_quit_on_finish_enabled() const { return movie_quit_on_finish; }
	void set_auto_capture(bool p_enabled) { auto_capture = p_enabled; }
	bool is_auto_capture() const { return auto_capture; }
	void set_auto_capture_duration(double p_seconds) { auto_capture_duration = p_seconds; }
	double get_auto_capture_duration() const { return auto_capture_duration; }
	void set_auto_capture_transition_type(Tween::TransitionType p_type) { auto_capture_transition = p_type; }
	Tween::TransitionType get_auto_capture_transition_type() const { return auto_capture_transition; }
	void set_auto_capture_ease_type(Tween::EaseType p_type) { auto_capture_ease = p_type; }
	Tween::EaseType get_auto_capture_ease_type() const { return auto_capture_ease; }
	// Older names of the mixer's settings.
	void set_process_callback(AnimationProcessCallback p_mode) { set_callback_mode_process(AnimationCallbackModeProcess(p_mode)); }
	AnimationProcessCallback get_process_callback() const { return AnimationProcessCallback(get_callback_mode_process()); }
	void set_method_call_mode(AnimationMethodCallMode p_mode) { set_callback_mode_method(AnimationCallbackModeMethod(p_mode)); }
	AnimationMethodCallMode get_method_call_mode() const { return AnimationMethodCallMode(get_callback_mode_method()); }
	void set_root(const NodePath &p_path) { set_root_node(p_path); }
	NodePath get_root() const { return get_root_node(); }

	void advance(double p_delta) override;
	AnimationPlayer();

protected:
	static void _bind_methods();
	static void bind_playing();
	void _notification(int p_what);
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	void _validate_property(PropertyInfo &p_property) const;
	bool gather(double p_delta) override;
	void tell() override;
	bool wants_processing() const override { return is_active() && is_running; }

private:
	struct Playback {
		StringName name;
		Ref<Animation> animation; // Null: none.
		double position = 0.0;
		double start = -1.0; // Of the section; negative: the beginning.
		double end = -1.0;
		float speed = 1.0f; // Beside speed_scale; turns around in a ping-pong.

		double get_start() const { return start >= 0.0 ? start : 0.0; }
		double get_end() const { return end >= 0.0 ? end : (animation.is_valid() ? animation->get_length() : 0.0); }
	};
	// One that fades out.
	struct Fading {
		Playback playback;
		double left = 1.0; // 1 to 0.
		double duration = 0.0;
	};
	struct BlendTime {
		StringName from;
		StringName to;
		double seconds;
	};

	Playback current;
	LocalVector<Fading> fading;
	LocalVector<StringName> queued;
	LocalVector<BlendTime> blend_times;
	HashMap<StringName, StringName> next_names;
	StringName assigned;
	StringName autoplay;
	double default_blend_time = 0.0;
	double auto_capture_duration = -1.0;
	Tween::TransitionType auto_capture_transition = Tween::TRANS_LINEAR;
	Tween::EaseType auto_capture_ease = Tween::EASE_IN;
	float speed_scale = 1.0f;
	bool auto_capture = true;
	bool movie_quit_on_finish = false;
	bool is_running = false;
	bool started = false; // The first step shows where it begins.
	bool seeked = false;
	bool exact = false; // The jump was not a script's: only keys at exactly this time act.
	bool end_reached = false;
	bool end_is_news = false; // It was not there before.

	StringName name_or_assigned(const StringName &p_name) const { return p_name == StringName() ? assigned : p_name; }
	void begin(const StringName &p_name, double p_start, double p_end, double p_blend, float p_speed, bool p_from_end);
	void fade_out_current(const StringName &p_to, double p_blend);
	void capture_before(const StringName &p_name, double p_duration, Tween::TransitionType p_transition, Tween::EaseType p_ease);
	void end_playing(bool p_reset, bool p_keep_state);
	bool find_section(const StringName &p_name, const StringName &p_start, const StringName &p_end, double &r_start, double &r_end) const;
	void step_playback(Playback &r_playback, double p_delta, double p_weight, bool p_jumped, bool p_is_current);
};

VARIANT_ENUM_CAST(AnimationPlayer::AnimationProcessCallback);
VARIANT_ENUM_CAST(AnimationPlayer::AnimationMethodCallMode);
