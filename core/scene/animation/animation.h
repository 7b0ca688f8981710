// Animation: keys on tracks over time. It only holds and samples them; an AnimationMixer lets them act on nodes.
#pragma once

#include "core/io/resource.h"
#include "core/math/color.h"
#include "core/math/quaternion.h"
#include "core/string/node_path.h"
#include "core/templates/local_vector.h"
#include "core/variant/typed_array.h"

// Times are in seconds from the beginning. Tracks are in the order in which they act; the keys of a track stand in order of time. Files keep
// tracks as properties "tracks/N/..." (animation_storage.cpp). Whoever changes one while it plays is heard by "changed".
class Animation : public Resource {
	GDCLASS(Animation, Resource);

public:
	enum TrackType : uint8_t {
		TYPE_VALUE,
		TYPE_POSITION_3D,
		TYPE_ROTATION_3D,
		TYPE_SCALE_3D,
		TYPE_BLEND_SHAPE,
		TYPE_METHOD,
		TYPE_BEZIER,
		TYPE_AUDIO,
		TYPE_ANIMATION,
	};
	enum InterpolationType : uint8_t {
		INTERPOLATION_NEAREST,
		INTERPOLATION_LINEAR,
		INTERPOLATION_CUBIC,
		INTERPOLATION_LINEAR_ANGLE,
		INTERPOLATION_CUBIC_ANGLE,
	};
	enum UpdateMode : uint8_t {
		UPDATE_CONTINUOUS,
		UPDATE_DISCRETE,
		UPDATE_CAPTURE,
	};
	enum LoopMode : uint8_t {
		LOOP_NONE,
		LOOP_LINEAR,
		LOOP_PINGPONG,
	};
	enum LoopedFlag : uint8_t {
		LOOPED_FLAG_NONE,
		LOOPED_FLAG_END,
		LOOPED_FLAG_START,
	};
	enum FindMode : uint8_t {
		FIND_MODE_NEAREST,
		FIND_MODE_APPROX,
		FIND_MODE_EXACT,
	};

	struct Key {
		double time = 0.0;
		Variant value; // Of the kind of the track: see check_key(). Methods: {method, args}; audio: the stream.
		float transition = 1.0f; // As of ease().
		uint8_t handle_mode = 0; // Of bezier keys; an editor's own.
		Vector2 in; // Of bezier keys, relative to the key; of audio keys, x: the start offset.
		Vector2 out; // The same; of audio keys, x: the end offset.
	};

	// --- Tracks ---
	int add_track(TrackType p_type, int p_at = -1);
	void remove_track(int p_track);
	int get_track_count() const { return int(tracks.size()); }
	TrackType track_get_type(int p_track) const;
	void track_set_path(int p_track, const NodePath &p_path);
	NodePath track_get_path(int p_track) const;
	int find_track(const NodePath &p_path, TrackType p_type) const; // -1: none.
	void track_move_up(int p_track);
	void track_move_down(int p_track);
	void track_move_to(int p_track, int p_to);
	void track_swap(int p_track, int p_with);
	void track_set_imported(int p_track, bool p_imported);
	bool track_is_imported(int p_track) const;
	void track_set_enabled(int p_track, bool p_enabled);
	bool track_is_enabled(int p_track) const;
	void track_set_interpolation_type(int p_track, InterpolationType p_type);
	InterpolationType track_get_interpolation_type(int p_track) const;
	void track_set_interpolation_loop_wrap(int p_track, bool p_wrap);
	bool track_get_interpolation_loop_wrap(int p_track) const;
	bool track_is_compressed(int p_track) const;
	void value_track_set_update_mode(int p_track, UpdateMode p_mode);
	UpdateMode value_track_get_update_mode(int p_track) const;
	void audio_track_set_use_blend(int p_track, bool p_enabled);
	bool audio_track_is_use_blend(int p_track) const;
	void copy_track(int p_track, const Ref<Animation> &p_to);
	void clear();

	// --- Keys of any track ---
	int track_insert_key(int p_track, double p_time, const Variant &p_value, float p_transition = 1.0f);
	void track_remove_key(int p_track, int p_key);
	void track_remove_key_at_time(int p_track, double p_time);
	void track_set_key_value(int p_track, int p_key, const Variant &p_value);
	void track_set_key_transition(int p_track, int p_key, float p_transition);
	void track_set_key_time(int p_track, int p_key, double p_time);
	int track_get_key_count(int p_track) const;
	Variant track_get_key_value(int p_track, int p_key) const;
	double track_get_key_time(int p_track, int p_key) const;
	float track_get_key_transition(int p_track, int p_key) const;
	// FIND_MODE_NEAREST: the last key not after p_time (p_backward: the first not before it). p_limit: only keys inside the length.
	int track_find_key(int p_track, double p_time, FindMode p_mode = FIND_MODE_NEAREST, bool p_limit = false, bool p_backward = false) const;

	// --- Keys by kind ---
	int position_track_insert_key(int p_track, double p_time, const Vector3 &p_value);
	int rotation_track_insert_key(int p_track, double p_time, const Quaternion &p_value);
	int scale_track_insert_key(int p_track, double p_time, const Vector3 &p_value);
	int blend_shape_track_insert_key(int p_track, double p_time, float p_value);
	Vector3 position_track_interpolate(int p_track, double p_time, bool p_backward = false) const;
	Quaternion rotation_track_interpolate(int p_track, double p_time, bool p_backward = false) const;
	Vector3 scale_track_interpolate(int p_track, double p_time, bool p_backward = false) const;
	float blend_shape_track_interpolate(int p_track, double p_time, bool p_backward = false) const;
	Variant value_track_interpolate(int p_track, double p_time, bool p_backward = false) const;
	StringName method_track_get_name(int p_track, int p_key) const;
	Array method_track_get_params(int p_track, int p_key) const;
	int bezier_track_insert_key(int p_track, double p_time, float p_value, const Vector2 &p_in = Vector2(), const Vector2 &p_out = Vector2());
	void bezier_track_set_key_value(int p_track, int p_key, float p_value);
	void bezier_track_set_key_in_handle(int p_track, int p_key, const Vector2 &p_handle, float p_ratio = 1.0f);
	void bezier_track_set_key_out_handle(int p_track, int p_key, const Vector2 &p_handle, float p_ratio = 1.0f);
	float bezier_track_get_key_value(int p_track, int p_key) const;
	Vector2 bezier_track_get_key_in_handle(int p_track, int p_key) const;
	Vector2 bezier_track_get_key_out_handle(int p_track, int p_key) const;
	float bezier_track_interpolate(int p_track, double p_time) const;
	int audio_track_insert_key(int p_track, double p_time, const Ref<Resource> &p_stream, float p_start_offset = 0.0f, float p_end_offset = 0.0f);
	void audio_track_set_key_stream(int p_track, int p_key, const Ref<Resource> &p_stream);
	void audio_track_set_key_start_offset(int p_track, int p_key, float p_offset);
	void audio_track_set_key_end_offset(int p_track, int p_key, float p_offset);
	Ref<Resource> audio_track_get_key_stream(int p_track, int p_key) const;
	float audio_track_get_key_start_offset(int p_track, int p_key) const;
	float audio_track_get_key_end_offset(int p_track, int p_key) const;
	int animation_track_insert_key(int p_track, double p_time, const StringName &p_animation);
	void animation_track_set_key_animation(int p_track, int p_key, const StringName &p_animation);
	StringName animation_track_get_key_animation(int p_track, int p_key) const;

	// --- Markers ---
	void add_marker(const StringName &p_name, double p_time);
	void remove_marker(const StringName &p_name);
	bool has_marker(const StringName &p_name) const { return find_marker(p_name) >= 0; }
	StringName get_marker_at_time(double p_time) const;
	StringName get_next_marker(double p_time) const;
	StringName get_prev_marker(double p_time) const;
	double get_marker_time(const StringName &p_name) const; // -1: none, with an error.
	PackedStringArray get_marker_names() const;
	Color get_marker_color(const StringName &p_name) const;
	void set_marker_color(const StringName &p_name, const Color &p_color);

	// --- The whole ---
	void set_length(double p_seconds);
	double get_length() const { return length; }
	void set_loop_mode(LoopMode p_mode);
	LoopMode get_loop_mode() const { return loop_mode; }
	void set_step(double p_seconds);
	double get_step() const { return step; }
	bool is_capture_included() const; // Whether a track is to start from the values found.
	void optimize(float p_velocity_error = 0.01f, float p_angular_error = 0.01f, int p_precision = 3);
	void compress(uint32_t p_page_size = 8192, uint32_t p_fps = 120, float p_split_tolerance = 4.0f); // Not available: says so.

	// For players. The keys that are passed on the way to p_time, which took p_delta (negative: backwards), in the order of passing; the
	// key at the start belongs to the step before. p_from, p_to: the section that is played; p_looped: where it has turned.
	void get_passed_keys(int p_track, double p_time, double p_delta, double p_from, double p_to, LoopedFlag p_looped, LocalVector<int> &r_keys) const;
	// A value between keys, for every kind of track that has such; nil without keys.
	Variant sample(int p_track, double p_time, bool p_backward) const;
	const Key &get_key(int p_track, int p_key) const { return tracks[uint32_t(p_track)].keys[uint32_t(p_key)]; }

protected:
	static void _bind_methods();
	static void bind_tracks();
	static void bind_keys();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;

private:
	struct Track {
		TrackType type = TYPE_VALUE;
		InterpolationType interpolation = INTERPOLATION_LINEAR;
		UpdateMode update_mode = UPDATE_CONTINUOUS;
		bool loop_wrap = true;
		bool imported = false;
		bool enabled = true;
		bool use_blend = true;
		NodePath path;
		LocalVector<Key> keys;
	};
	struct Marker {
		StringName name;
		double time = 0.0;
		Color color = Color(1, 1, 1);
	};
	struct Span2 {
		int from = -1;
		int to = -1;
		double fraction = 0.0;
		double from_time = 0.0; // Of the keys, as unrolled around a loop.
		double to_time = 0.0;
	};

	LocalVector<Track> tracks;
	LocalVector<Marker> markers; // In order of time.
	double length = 1.0;
	double step = 1.0 / 30.0;
	LoopMode loop_mode = LOOP_NONE;

	bool has_key(int p_track, int p_key) const;
	int insert(int p_track, const Key &p_key);
	int find_marker(const StringName &p_name) const;
	void place_marker(const Marker &p_marker);
	bool check_key(const Track &p_track, const Variant &p_value, Key &r_key) const;
	static Variant show_key(const Track &p_track, const Key &p_key);
	static int find_in(const LocalVector<Key> &p_keys, double p_time, bool p_backward);
	bool find_span(const Track &p_track, double p_time, bool p_backward, Span2 &r_span) const;
	Variant interpolate(const Track &p_track, double p_time, bool p_backward) const;
	Variant interpolate_cubic(const Track &p_track, const Span2 &p_span, double p_fraction, bool p_backward) const;
	void add_passed(int p_track, double p_from, double p_to, bool p_with_start, LocalVector<int> &r_keys) const;
	bool set_track_property(Track &r_track, const String &p_what, const Variant &p_value);
	bool set_track_keys(Track &r_track, const Variant &p_value);
	bool set_packed_keys(Track &r_track, const PackedFloat32Array &p_numbers);
	Variant get_track_keys(const Track &p_track) const;
	bool set_markers(const Array &p_markers);
};

VARIANT_ENUM_CAST(Animation::TrackType);
VARIANT_ENUM_CAST(Animation::InterpolationType);
VARIANT_ENUM_CAST(Animation::UpdateMode);
VARIANT_ENUM_CAST(Animation::LoopMode);
VARIANT_ENUM_CAST(Animation::LoopedFlag);
VARIANT_ENUM_CAST(Animation::FindMode);
