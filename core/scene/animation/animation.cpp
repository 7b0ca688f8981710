// The tracks and keys of an Animation. Files are the concern of animation_storage.cpp, values between keys of animation_sampling.cpp.
#include "core/scene/animation/animation.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"
#include "core/variant/variant_blend.h"

#include <cmath>

// The checks at the top of every bound method.
#define TRACK_OR_FAIL(m_track) ERR_FAIL_INDEX(m_track, int(tracks.size()))
#define TRACK_OR_FAIL_V(m_track, m_ret) ERR_FAIL_INDEX_V(m_track, int(tracks.size()), m_ret)
#define KEY_OR_FAIL(m_track, m_key) \
	if (!has_key(m_track, m_key)) \
	return
#define KEY_OR_FAIL_V(m_track, m_key, m_ret) \
	if (!has_key(m_track, m_key)) \
	return m_ret
#define TYPE_OR_FAIL(m_track, m_type) \
	TRACK_OR_FAIL(m_track); \
	ERR_FAIL_COND_MSG(tracks[uint32_t(m_track)].type != m_type, vformat("Track %d is not a track of the kind that this method is for.", m_track))
#define TYPE_OR_FAIL_V(m_track, m_type, m_ret) \
	TRACK_OR_FAIL_V(m_track, m_ret); \
	ERR_FAIL_COND_V_MSG(tracks[uint32_t(m_track)].type != m_type, m_ret, vformat("Track %d is not a track of the kind that this method is for.", m_track))

bool Animation::has_key(int p_track, int p_key) const {
	TRACK_OR_FAIL_V(p_track, false);
	ERR_FAIL_INDEX_V(p_key, int(tracks[uint32_t(p_track)].keys.size()), false);
	return true;
}

int Animation::add_track(TrackType p_type, int p_at) {
	ERR_FAIL_COND_V_MSG(p_type > TYPE_ANIMATION, -1, vformat("There is no kind of track with the number %d.", int(p_type)));
	const uint32_t at = p_at < 0 || p_at >= int(tracks.size()) ? tracks.size() : uint32_t(p_at);
	Track track;
	track.type = p_type;
	tracks.insert(at, std::move(track));
	emit_changed();
	return int(at);
}

void Animation::remove_track(int p_track) {
	TRACK_OR_FAIL(p_track);
	const Track leaving = std::move(tracks[uint32_t(p_track)]); // Its values may run scripts when they go.
	tracks.remove_at(uint32_t(p_track));
	emit_changed();
}

Animation::TrackType Animation::track_get_type(int p_track) const {
	TRACK_OR_FAIL_V(p_track, TYPE_VALUE);
	return tracks[uint32_t(p_track)].type;
}

void Animation::track_set_path(int p_track, const NodePath &p_path) {
	TRACK_OR_FAIL(p_track);
	tracks[uint32_t(p_track)].path = p_path;
	emit_changed();
}

NodePath Animation::track_get_path(int p_track) const {
	TRACK_OR_FAIL_V(p_track, NodePath());
	return tracks[uint32_t(p_track)].path;
}

int Animation::find_track(const NodePath &p_path, TrackType p_type) const {
	for (uint32_t i = 0; i < tracks.size(); i++) {
		if (tracks[i].type == p_type && tracks[i].path == p_path) {
			return int(i);
		}
	}
	return -1;
}

void Animation::track_move_up(int p_track) {
	if (p_track >= 0 && p_track + 1 < int(tracks.size())) {
		track_swap(p_track, p_track + 1);
	}
}

void Animation::track_move_down(int p_track) {
	if (p_track > 0 && p_track < int(tracks.size())) {
		track_swap(p_track, p_track - 1);
	}
}

void Animation::track_move_to(int p_track, int p_to) {
	TRACK_OR_FAIL(p_track);
	ERR_FAIL_INDEX(p_to, int(tracks.size()) + 1);
	if (p_track == p_to || p_track == p_to - 1) {
		return;
	}
	Track moving = std::move(tracks[uint32_t(p_track)]);
	tracks.remove_at(uint32_t(p_track));
	tracks.insert(uint32_t(p_to > p_track ? p_to - 1 : p_to), std::move(moving));
	emit_changed();
}

void Animation::track_swap(int p_track, int p_with) {
	TRACK_OR_FAIL(p_track);
	TRACK_OR_FAIL(p_with);
	if (p_track != p_with) {
		std::swap(tracks[uint32_t(p_track)], tracks[uint32_t(p_with)]);
		emit_changed();
	}
}

void Animation::track_set_imported(int p_track, bool p_imported) {
	TRACK_OR_FAIL(p_track);
	tracks[uint32_t(p_track)].imported = p_imported;
}

bool Animation::track_is_imported(int p_track) const {
	TRACK_OR_FAIL_V(p_track, false);
	return tracks[uint32_t(p_track)].imported;
}

void Animation::track_set_enabled(int p_track, bool p_enabled) {
	TRACK_OR_FAIL(p_track);
	tracks[uint32_t(p_track)].enabled = p_enabled;
	emit_changed();
}

bool Animation::track_is_enabled(int p_track) const {
	TRACK_OR_FAIL_V(p_track, false);
	return tracks[uint32_t(p_track)].enabled;
}

void Animation::track_set_interpolation_type(int p_track, InterpolationType p_type) {
	TRACK_OR_FAIL(p_track);
	tracks[uint32_t(p_track)].interpolation = p_type;
	emit_changed();
}

Animation::InterpolationType Animation::track_get_interpolation_type(int p_track) const {
	TRACK_OR_FAIL_V(p_track, INTERPOLATION_NEAREST);
	return tracks[uint32_t(p_track)].interpolation;
}

void Animation::track_set_interpolation_loop_wrap(int p_track, bool p_wrap) {
	TRACK_OR_FAIL(p_track);
	tracks[uint32_t(p_track)].loop_wrap = p_wrap;
	emit_changed();
}

bool Animation::track_get_interpolation_loop_wrap(int p_track) const {
	TRACK_OR_FAIL_V(p_track, false);
	return tracks[uint32_t(p_track)].loop_wrap;
}

bool Animation::track_is_compressed(int p_track) const {
	TRACK_OR_FAIL_V(p_track, false);
	return false;
}

void Animation::value_track_set_update_mode(int p_track, UpdateMode p_mode) {
	TYPE_OR_FAIL(p_track, TYPE_VALUE);
	ERR_FAIL_INDEX(int(p_mode), 3);
	tracks[uint32_t(p_track)].update_mode = p_mode;
	emit_changed();
}

Animation::UpdateMode Animation::value_track_get_update_mode(int p_track) const {
	TYPE_OR_FAIL_V(p_track, TYPE_VALUE, UPDATE_CONTINUOUS);
	return tracks[uint32_t(p_track)].update_mode;
}

void Animation::audio_track_set_use_blend(int p_track, bool p_enabled) {
	TYPE_OR_FAIL(p_track, TYPE_AUDIO);
	tracks[uint32_t(p_track)].use_blend = p_enabled;
	emit_changed();
}

bool Animation::audio_track_is_use_blend(int p_track) const {
	TYPE_OR_FAIL_V(p_track, TYPE_AUDIO, false);
	return tracks[uint32_t(p_track)].use_blend;
}

void Animation::copy_track(int p_track, const Ref<Animation> &p_to) {
	ERR_FAIL_COND(p_to.is_null());
	TRACK_OR_FAIL(p_track);
	Track copy = tracks[uint32_t(p_track)];
	p_to->tracks.push_back(std::move(copy));
	p_to->emit_changed();
}

void Animation::clear() {
	const LocalVector<Track> leaving = std::move(tracks);
	tracks = LocalVector<Track>();
	loop_mode = LOOP_NONE;
	length = 1.0;
	emit_changed();
}

// --- Keys ---

// What a script or a file gives for a key, as the track keeps it. False, with an error, where the track has no such keys.
bool Animation::check_key(const Track &p_track, const Variant &p_value, Key &r_key) const {
	switch (p_track.type) {
		case TYPE_VALUE:
			r_key.value = p_value;
			return true;
		case TYPE_POSITION_3D:
		case TYPE_SCALE_3D:
			ERR_FAIL_COND_V_MSG(p_value.get_type() != Variant::VECTOR3 && p_value.get_type() != Variant::VECTOR3I, false, "A key of this track is a Vector3, not a " + Variant::get_type_name(p_value.get_type()) + ".");
			r_key.value = Vector3(p_value);
			return true;
		case TYPE_ROTATION_3D:
			ERR_FAIL_COND_V_MSG(p_value.get_type() != Variant::QUATERNION && p_value.get_type() != Variant::BASIS, false, "A key of this track is a Quaternion or a Basis, not a " + Variant::get_type_name(p_value.get_type()) + ".");
			r_key.value = Quaternion(p_value);
			return true;
		case TYPE_BLEND_SHAPE:
			ERR_FAIL_COND_V_MSG(p_value.get_type() != Variant::INT && p_value.get_type() != Variant::FLOAT, false, "A key of this track is a number, not a " + Variant::get_type_name(p_value.get_type()) + ".");
			r_key.value = double(float(double(p_value)));
			return true;
		case TYPE_METHOD: {
			const Dictionary call = p_value.get_type() == Variant::DICTIONARY ? Dictionary(p_value) : Dictionary();
			const Variant method = call.get("method", Variant());
			const Variant arguments = call.get("args", Variant());
			ERR_FAIL_COND_V_MSG(!method.is_string() || arguments.get_type() != Variant::ARRAY, false, "A key of a method track is a Dictionary with \"method\" (a String) and \"args\" (an Array).");
			Dictionary kept;
			kept["method"] = StringName(method);
			kept["args"] = arguments;
			r_key.value = kept;
			return true;
		}
		case TYPE_BEZIER: {
			const Array numbers = p_value.get_type() == Variant::ARRAY ? Array(p_value) : Array();
			ERR_FAIL_COND_V_MSG(numbers.size() != 5, false, "A key of a bezier track is an Array of five numbers: the value, and x and y of the handles before and after it.");
			r_key.value = double(float(double(numbers[0])));
			r_key.in = Vector2(MIN(real_t(0), real_t(double(numbers[1]))), real_t(double(numbers[2])));
			r_key.out = Vector2(MAX(real_t(0), real_t(double(numbers[3]))), real_t(double(numbers[4])));
			return true;
		}
		case TYPE_AUDIO: {
			const Dictionary clip = p_value.get_type() == Variant::DICTIONARY ? Dictionary(p_value) : Dictionary();
			ERR_FAIL_COND_V_MSG(!clip.has("start_offset") || !clip.has("end_offset") || !clip.has("stream"), false, "A key of an audio track is a Dictionary with \"stream\", \"start_offset\" and \"end_offset\".");
			r_key.value = Ref<Resource>(clip["stream"]);
			r_key.in.x = real_t(double(clip["start_offset"]));
			r_key.out.x = real_t(double(clip["end_offset"]));
			return true;
		}
		case TYPE_ANIMATION:
			r_key.value = StringName(p_value);
			return true;
	}
	return false;
}

Variant Animation::show_key(const Track &p_track, const Key &p_key) {
	switch (p_track.type) {
		case TYPE_METHOD:
			return Dictionary(p_key.value).duplicate();
		case TYPE_BEZIER:
			return Array{ p_key.value, p_key.in.x, p_key.in.y, p_key.out.x, p_key.out.y };
		case TYPE_AUDIO: {
			Dictionary clip;
			clip["start_offset"] = p_key.in.x;
			clip["end_offset"] = p_key.out.x;
			clip["stream"] = p_key.value;
			return clip;
		}
		default:
			return p_key.value;
	}
}

// Replaces the key at that time, if there is one.
int Animation::insert(int p_track, const Key &p_key) {
	LocalVector<Key> &keys = tracks[uint32_t(p_track)].keys;
	uint32_t at = keys.size();
	while (at > 0 && keys[at - 1].time >= p_key.time && !Math::is_equal_approx(keys[at - 1].time, p_key.time)) {
		at--;
	}
	Key leaving;
	if (at > 0 && Math::is_equal_approx(keys[at - 1].time, p_key.time)) {
		at--;
		leaving = std::move(keys[at]);
		const float transition = leaving.transition;
		keys[at] = p_key;
		keys[at].transition = tracks[uint32_t(p_track)].type == TYPE_VALUE ? transition : p_key.transition;
	} else {
		keys.insert(at, p_key);
	}
	emit_changed();
	return int(at);
}

int Animation::track_insert_key(int p_track, double p_time, const Variant &p_value, float p_transition) {
	TRACK_OR_FAIL_V(p_track, -1);
	ERR_FAIL_COND_V_MSG(!std::isfinite(p_time), -1, "The time of a key is a finite number.");
	Key key;
	if (!check_key(tracks[uint32_t(p_track)], p_value, key)) {
		return -1;
	}
	key.time = p_time;
	key.transition = p_transition;
	return insert(p_track, key);
}

void Animation::track_remove_key(int p_track, int p_key) {
	KEY_OR_FAIL(p_track, p_key);
	const Key leaving = std::move(tracks[uint32_t(p_track)].keys[uint32_t(p_key)]);
	tracks[uint32_t(p_track)].keys.remove_at(uint32_t(p_key));
	emit_changed();
}

void Animation::track_remove_key_at_time(int p_track, double p_time) {
	const int key = track_find_key(p_track, p_time, FIND_MODE_APPROX);
	ERR_FAIL_COND_MSG(key < 0, vformat("Track %d has no key at %s s.", p_track, p_time));
	track_remove_key(p_track, key);
}

void Animation::track_set_key_value(int p_track, int p_key, const Variant &p_value) {
	KEY_OR_FAIL(p_track, p_key);
	Key changed = get_key(p_track, p_key);
	if (check_key(tracks[uint32_t(p_track)], p_value, changed)) {
		const Key leaving = std::move(tracks[uint32_t(p_track)].keys[uint32_t(p_key)]);
		tracks[uint32_t(p_track)].keys[uint32_t(p_key)] = std::move(changed);
		emit_changed();
	}
}

void Animation::track_set_key_transition(int p_track, int p_key, float p_transition) {
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].transition = p_transition;
	emit_changed();
}

void Animation::track_set_key_time(int p_track, int p_key, double p_time) {
	KEY_OR_FAIL(p_track, p_key);
	ERR_FAIL_COND_MSG(!std::isfinite(p_time), "The time of a key is a finite number.");
	Key moving = std::move(tracks[uint32_t(p_track)].keys[uint32_t(p_key)]);
	tracks[uint32_t(p_track)].keys.remove_at(uint32_t(p_key));
	moving.time = p_time;
	insert(p_track, moving);
}

int Animation::track_get_key_count(int p_track) const {
	TRACK_OR_FAIL_V(p_track, -1);
	return int(tracks[uint32_t(p_track)].keys.size());
}

Variant Animation::track_get_key_value(int p_track, int p_key) const {
	KEY_OR_FAIL_V(p_track, p_key, Variant());
	return show_key(tracks[uint32_t(p_track)], get_key(p_track, p_key));
}

double Animation::track_get_key_time(int p_track, int p_key) const {
	KEY_OR_FAIL_V(p_track, p_key, -1.0);
	return get_key(p_track, p_key).time;
}

float Animation::track_get_key_transition(int p_track, int p_key) const {
	KEY_OR_FAIL_V(p_track, p_key, -1.0f);
	return get_key(p_track, p_key).transition;
}

int Animation::track_find_key(int p_track, double p_time, FindMode p_mode, bool p_limit, bool p_backward) const {
	TRACK_OR_FAIL_V(p_track, -1);
	const LocalVector<Key> &keys = tracks[uint32_t(p_track)].keys;
	const int found = find_in(keys, p_time, p_backward);
	if (found < 0) {
		return -1;
	}
	const double time = keys[uint32_t(found)].time;
	if ((p_mode == FIND_MODE_APPROX && !Math::is_equal_approx(time, p_time)) || (p_mode == FIND_MODE_EXACT && time != p_time)) {
		return -1;
	}
	return p_limit && (time > length || time < 0.0) ? -1 : found;
}

// --- Keys by kind ---

int Animation::position_track_insert_key(int p_track, double p_time, const Vector3 &p_value) {
	TYPE_OR_FAIL_V(p_track, TYPE_POSITION_3D, -1);
	return track_insert_key(p_track, p_time, p_value);
}

int Animation::rotation_track_insert_key(int p_track, double p_time, const Quaternion &p_value) {
	TYPE_OR_FAIL_V(p_track, TYPE_ROTATION_3D, -1);
	return track_insert_key(p_track, p_time, p_value);
}

int Animation::scale_track_insert_key(int p_track, double p_time, const Vector3 &p_value) {
	TYPE_OR_FAIL_V(p_track, TYPE_SCALE_3D, -1);
	return track_insert_key(p_track, p_time, p_value);
}

int Animation::blend_shape_track_insert_key(int p_track, double p_time, float p_value) {
	TYPE_OR_FAIL_V(p_track, TYPE_BLEND_SHAPE, -1);
	return track_insert_key(p_track, p_time, p_value);
}

StringName Animation::method_track_get_name(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_METHOD, StringName());
	KEY_OR_FAIL_V(p_track, p_key, StringName());
	return Dictionary(get_key(p_track, p_key).value)["method"];
}

Array Animation::method_track_get_params(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_METHOD, Array());
	KEY_OR_FAIL_V(p_track, p_key, Array());
	return Dictionary(get_key(p_track, p_key).value)["args"];
}

int Animation::bezier_track_insert_key(int p_track, double p_time, float p_value, const Vector2 &p_in, const Vector2 &p_out) {
	TYPE_OR_FAIL_V(p_track, TYPE_BEZIER, -1);
	return track_insert_key(p_track, p_time, Array{ p_value, p_in.x, p_in.y, p_out.x, p_out.y });
}

void Animation::bezier_track_set_key_value(int p_track, int p_key, float p_value) {
	TYPE_OR_FAIL(p_track, TYPE_BEZIER);
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].value = p_value;
	emit_changed();
}

// The ratio is for handles that an editor keeps balanced; these are free.
void Animation::bezier_track_set_key_in_handle(int p_track, int p_key, const Vector2 &p_handle, float) {
	TYPE_OR_FAIL(p_track, TYPE_BEZIER);
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].in = Vector2(MIN(p_handle.x, real_t(0)), p_handle.y);
	emit_changed();
}

void Animation::bezier_track_set_key_out_handle(int p_track, int p_key, const Vector2 &p_handle, float) {
	TYPE_OR_FAIL(p_track, TYPE_BEZIER);
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].out = Vector2(MAX(p_handle.x, real_t(0)), p_handle.y);
	emit_changed();
}

float Animation::bezier_track_get_key_value(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_BEZIER, 0.0f);
	KEY_OR_FAIL_V(p_track, p_key, 0.0f);
	return float(double(get_key(p_track, p_key).value));
}

Vector2 Animation::bezier_track_get_key_in_handle(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_BEZIER, Vector2());
	KEY_OR_FAIL_V(p_track, p_key, Vector2());
	return get_key(p_track, p_key).in;
}

Vector2 Animation::bezier_track_get_key_out_handle(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_BEZIER, Vector2());
	KEY_OR_FAIL_V(p_track, p_key, Vector2());
	return get_key(p_track, p_key).out;
}

int Animation::audio_track_insert_key(int p_track, double p_time, const Ref<Resource> &p_stream, float p_start_offset, float p_end_offset) {
	TYPE_OR_FAIL_V(p_track, TYPE_AUDIO, -1);
	Dictionary clip;
	clip["stream"] = p_stream;
	clip["start_offset"] = MAX(0.0f, p_start_offset);
	clip["end_offset"] = MAX(0.0f, p_end_offset);
	return track_insert_key(p_track, p_time, clip);
}

void Animation::audio_track_set_key_stream(int p_track, int p_key, const Ref<Resource> &p_stream) {
	TYPE_OR_FAIL(p_track, TYPE_AUDIO);
	KEY_OR_FAIL(p_track, p_key);
	const Variant leaving = std::move(tracks[uint32_t(p_track)].keys[uint32_t(p_key)].value);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].value = p_stream;
	emit_changed();
}

void Animation::audio_track_set_key_start_offset(int p_track, int p_key, float p_offset) {
	TYPE_OR_FAIL(p_track, TYPE_AUDIO);
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].in.x = MAX(0.0f, p_offset);
	emit_changed();
}

void Animation::audio_track_set_key_end_offset(int p_track, int p_key, float p_offset) {
	TYPE_OR_FAIL(p_track, TYPE_AUDIO);
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].out.x = MAX(0.0f, p_offset);
	emit_changed();
}

Ref<Resource> Animation::audio_track_get_key_stream(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_AUDIO, Ref<Resource>());
	KEY_OR_FAIL_V(p_track, p_key, Ref<Resource>());
	return Ref<Resource>(get_key(p_track, p_key).value);
}

float Animation::audio_track_get_key_start_offset(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_AUDIO, 0.0f);
	KEY_OR_FAIL_V(p_track, p_key, 0.0f);
	return get_key(p_track, p_key).in.x;
}

float Animation::audio_track_get_key_end_offset(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_AUDIO, 0.0f);
	KEY_OR_FAIL_V(p_track, p_key, 0.0f);
	return get_key(p_track, p_key).out.x;
}

int Animation::animation_track_insert_key(int p_track, double p_time, const StringName &p_animation) {
	TYPE_OR_FAIL_V(p_track, TYPE_ANIMATION, -1);
	return track_insert_key(p_track, p_time, p_animation);
}

void Animation::animation_track_set_key_animation(int p_track, int p_key, const StringName &p_animation) {
	TYPE_OR_FAIL(p_track, TYPE_ANIMATION);
	KEY_OR_FAIL(p_track, p_key);
	tracks[uint32_t(p_track)].keys[uint32_t(p_key)].value = p_animation;
	emit_changed();
}

StringName Animation::animation_track_get_key_animation(int p_track, int p_key) const {
	TYPE_OR_FAIL_V(p_track, TYPE_ANIMATION, StringName());
	KEY_OR_FAIL_V(p_track, p_key, StringName());
	return get_key(p_track, p_key).value;
}

// --- Markers ---

int Animation::find_marker(const StringName &p_name) const {
	for (uint32_t i = 0; i < markers.size(); i++) {
		if (markers[i].name == p_name) {
			return int(i);
		}
	}
	return -1;
}

// Replaces those of that name and at that time.
void Animation::place_marker(const Marker &p_marker) {
	const int old = find_marker(p_marker.name);
	if (old >= 0) {
		markers.remove_at(uint32_t(old));
	}
	uint32_t at = markers.size(); // Files have them in order.
	while (at > 0 && markers[at - 1].time > p_marker.time && !Math::is_equal_approx(markers[at - 1].time, p_marker.time)) {
		at--;
	}
	if (at > 0 && Math::is_equal_approx(markers[at - 1].time, p_marker.time)) {
		markers[at - 1] = p_marker;
	} else {
		markers.insert(at, p_marker);
	}
}

void Animation::add_marker(const StringName &p_name, double p_time) {
	place_marker(Marker{ p_name, p_time, Color(1, 1, 1) });
}

void Animation::remove_marker(const StringName &p_name) {
	const int found = find_marker(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The animation has no marker \"%s\".", p_name));
	markers.remove_at(uint32_t(found));
}

StringName Animation::get_marker_at_time(double p_time) const {
	for (const Marker &marker : markers) {
		if (Math::is_equal_approx(marker.time, p_time)) {
			return marker.name;
		}
	}
	return StringName();
}

StringName Animation::get_next_marker(double p_time) const {
	for (const Marker &marker : markers) {
		if (marker.time > p_time && !Math::is_equal_approx(marker.time, p_time)) {
			return marker.name;
		}
	}
	return StringName();
}

StringName Animation::get_prev_marker(double p_time) const {
	StringName found;
	for (const Marker &marker : markers) {
		if (marker.time > p_time && !Math::is_equal_approx(marker.time, p_time)) {
			break;
		}
		found = marker.name;
	}
	return found;
}

double Animation::get_marker_time(const StringName &p_name) const {
	const int found = find_marker(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, -1.0, vformat("The animation has no marker \"%s\".", p_name));
	return markers[uint32_t(found)].time;
}

PackedStringArray Animation::get_marker_names() const {
	PackedStringArray names;
	for (const Marker &marker : markers) {
		names.push_back(marker.name);
	}
	return names;
}

Color Animation::get_marker_color(const StringName &p_name) const {
	const int found = find_marker(p_name);
	ERR_FAIL_COND_V_MSG(found < 0, Color(), vformat("The animation has no marker \"%s\".", p_name));
	return markers[uint32_t(found)].color;
}

void Animation::set_marker_color(const StringName &p_name, const Color &p_color) {
	const int found = find_marker(p_name);
	ERR_FAIL_COND_MSG(found < 0, vformat("The animation has no marker \"%s\".", p_name));
	markers[uint32_t(found)].color = p_color;
}

// --- The whole ---

void Animation::set_length(double p_seconds) {
	ERR_FAIL_COND_MSG(!std::isfinite(p_seconds), "The length of an animation is a finite number.");
	length = MAX(p_seconds, 0.001);
	emit_changed();
}

void Animation::set_loop_mode(LoopMode p_mode) {
	loop_mode = p_mode;
	emit_changed();
}

void Animation::set_step(double p_seconds) {
	step = p_seconds;
	emit_changed();
}

bool Animation::is_capture_included() const {
	for (const Track &track : tracks) {
		if (track.type == TYPE_VALUE && track.update_mode == UPDATE_CAPTURE) {
			return true;
		}
	}
	return false;
}

// Takes keys out that lie on the line between their neighbours; what remains gives the same values within the error allowed.
void Animation::optimize(float p_velocity_error, float, int) {
	for (Track &track : tracks) {
		const bool numbers = track.type == TYPE_POSITION_3D || track.type == TYPE_SCALE_3D || track.type == TYPE_BLEND_SHAPE;
		for (uint32_t i = 1; numbers && track.interpolation == INTERPOLATION_LINEAR && i + 1 < track.keys.size();) {
			const Key &before = track.keys[i - 1];
			const Key &after = track.keys[i + 1];
			const double fraction = (track.keys[i].time - before.time) / (after.time - before.time);
			const Variant between = Variant::evaluate(Variant::OP_SUBTRACT, track.keys[i].value, variant_blend(before.value, after.value, fraction));
			const double error = between.get_type() == Variant::VECTOR3 ? double(Vector3(between).length()) : Math::abs(double(between));
			if (error <= double(p_velocity_error) * (after.time - before.time)) {
				track.keys.remove_at(i);
			} else {
				i++;
			}
		}
	}
	emit_changed();
}

void Animation::compress(uint32_t, uint32_t, float) {
	ERR_PRINT("compress() is not available: animations here keep their keys as they are. Leave the call out.");
}

void Animation::bind_tracks() {
	ClassDB::bind_method(D_METHOD("add_track", "type", "at_position"), &Animation::add_track, DEFVAL(-1));
	ClassDB::bind_method(D_METHOD("remove_track", "track_idx"), &Animation::remove_track);
	ClassDB::bind_method(D_METHOD("get_track_count"), &Animation::get_track_count);
	ClassDB::bind_method(D_METHOD("track_get_type", "track_idx"), &Animation::track_get_type);
	ClassDB::bind_method(D_METHOD("track_get_path", "track_idx"), &Animation::track_get_path);
	ClassDB::bind_method(D_METHOD("track_set_path", "track_idx", "path"), &Animation::track_set_path);
	ClassDB::bind_method(D_METHOD("find_track", "path", "type"), &Animation::find_track);
	ClassDB::bind_method(D_METHOD("track_move_up", "track_idx"), &Animation::track_move_up);
	ClassDB::bind_method(D_METHOD("track_move_down", "track_idx"), &Animation::track_move_down);
	ClassDB::bind_method(D_METHOD("track_move_to", "track_idx", "to_idx"), &Animation::track_move_to);
	ClassDB::bind_method(D_METHOD("track_swap", "track_idx", "with_idx"), &Animation::track_swap);
	ClassDB::bind_method(D_METHOD("track_set_imported", "track_idx", "imported"), &Animation::track_set_imported);
	ClassDB::bind_method(D_METHOD("track_is_imported", "track_idx"), &Animation::track_is_imported);
	ClassDB::bind_method(D_METHOD("track_set_enabled", "track_idx", "enabled"), &Animation::track_set_enabled);
	ClassDB::bind_method(D_METHOD("track_is_enabled", "track_idx"), &Animation::track_is_enabled);
	ClassDB::bind_method(D_METHOD("track_set_interpolation_type", "track_idx", "interpolation"), &Animation::track_set_interpolation_type);
	ClassDB::bind_method(D_METHOD("track_get_interpolation_type", "track_idx"), &Animation::track_get_interpolation_type);
	ClassDB::bind_method(D_METHOD("track_set_interpolation_loop_wrap", "track_idx", "interpolation"), &Animation::track_set_interpolation_loop_wrap);
	ClassDB::bind_method(D_METHOD("track_get_interpolation_loop_wrap", "track_idx"), &Animation::track_get_interpolation_loop_wrap);
	ClassDB::bind_method(D_METHOD("track_is_compressed", "track_idx"), &Animation::track_is_compressed);
	ClassDB::bind_method(D_METHOD("value_track_set_update_mode", "track_idx", "mode"), &Animation::value_track_set_update_mode);
	ClassDB::bind_method(D_METHOD("value_track_get_update_mode", "track_idx"), &Animation::value_track_get_update_mode);
	ClassDB::bind_method(D_METHOD("audio_track_set_use_blend", "track_idx", "enable"), &Animation::audio_track_set_use_blend);
	ClassDB::bind_method(D_METHOD("audio_track_is_use_blend", "track_idx"), &Animation::audio_track_is_use_blend);
	ClassDB::bind_method(D_METHOD("add_marker", "name", "time"), &Animation::add_marker);
	ClassDB::bind_method(D_METHOD("remove_marker", "name"), &Animation::remove_marker);
	ClassDB::bind_method(D_METHOD("has_marker", "name"), &Animation::has_marker);
	ClassDB::bind_method(D_METHOD("get_marker_at_time", "time"), &Animation::get_marker_at_time);
	ClassDB::bind_method(D_METHOD("get_next_marker", "time"), &Animation::get_next_marker);
	ClassDB::bind_method(D_METHOD("get_prev_marker", "time"), &Animation::get_prev_marker);
	ClassDB::bind_method(D_METHOD("get_marker_time", "name"), &Animation::get_marker_time);
	ClassDB::bind_method(D_METHOD("get_marker_names"), &Animation::get_marker_names);
	ClassDB::bind_method(D_METHOD("get_marker_color", "name"), &Animation::get_marker_color);
	ClassDB::bind_method(D_METHOD("set_marker_color", "name", "color"), &Animation::set_marker_color);
}

void Animation::bind_keys() {
	ClassDB::bind_method(D_METHOD("position_track_insert_key", "track_idx", "time", "position"), &Animation::position_track_insert_key);
	ClassDB::bind_method(D_METHOD("rotation_track_insert_key", "track_idx", "time", "rotation"), &Animation::rotation_track_insert_key);
	ClassDB::bind_method(D_METHOD("scale_track_insert_key", "track_idx", "time", "scale"), &Animation::scale_track_insert_key);
	ClassDB::bind_method(D_METHOD("blend_shape_track_insert_key", "track_idx", "time", "amount"), &Animation::blend_shape_track_insert_key);
	ClassDB::bind_method(D_METHOD("position_track_interpolate", "track_idx", "time_sec", "backward"), &Animation::position_track_interpolate, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("rotation_track_interpolate", "track_idx", "time_sec", "backward"), &Animation::rotation_track_interpolate, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("scale_track_interpolate", "track_idx", "time_sec", "backward"), &Animation::scale_track_interpolate, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("blend_shape_track_interpolate", "track_idx", "time_sec", "backward"), &Animation::blend_shape_track_interpolate, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("track_insert_key", "track_idx", "time", "key", "transition"), &Animation::track_insert_key, DEFVAL(1));
	ClassDB::bind_method(D_METHOD("track_remove_key", "track_idx", "key_idx"), &Animation::track_remove_key);
	ClassDB::bind_method(D_METHOD("track_remove_key_at_time", "track_idx", "time"), &Animation::track_remove_key_at_time);
	ClassDB::bind_method(D_METHOD("track_set_key_value", "track_idx", "key", "value"), &Animation::track_set_key_value);
	ClassDB::bind_method(D_METHOD("track_set_key_transition", "track_idx", "key_idx", "transition"), &Animation::track_set_key_transition);
	ClassDB::bind_method(D_METHOD("track_set_key_time", "track_idx", "key_idx", "time"), &Animation::track_set_key_time);
	ClassDB::bind_method(D_METHOD("track_get_key_transition", "track_idx", "key_idx"), &Animation::track_get_key_transition);
	ClassDB::bind_method(D_METHOD("track_get_key_count", "track_idx"), &Animation::track_get_key_count);
	ClassDB::bind_method(D_METHOD("track_get_key_value", "track_idx", "key_idx"), &Animation::track_get_key_value);
	ClassDB::bind_method(D_METHOD("track_get_key_time", "track_idx", "key_idx"), &Animation::track_get_key_time);
	ClassDB::bind_method(D_METHOD("track_find_key", "track_idx", "time", "find_mode", "limit", "backward"), &Animation::track_find_key, DEFVAL(FIND_MODE_NEAREST), DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("value_track_interpolate", "track_idx", "time_sec", "backward"), &Animation::value_track_interpolate, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("method_track_get_name", "track_idx", "key_idx"), &Animation::method_track_get_name);
	ClassDB::bind_method(D_METHOD("method_track_get_params", "track_idx", "key_idx"), &Animation::method_track_get_params);
	ClassDB::bind_method(D_METHOD("bezier_track_insert_key", "track_idx", "time", "value", "in_handle", "out_handle"), &Animation::bezier_track_insert_key, DEFVAL(Vector2()), DEFVAL(Vector2()));
	ClassDB::bind_method(D_METHOD("bezier_track_set_key_value", "track_idx", "key_idx", "value"), &Animation::bezier_track_set_key_value);
	ClassDB::bind_method(D_METHOD("bezier_track_set_key_in_handle", "track_idx", "key_idx", "in_handle", "balanced_value_time_ratio"), &Animation::bezier_track_set_key_in_handle, DEFVAL(1.0));
	ClassDB::bind_method(D_METHOD("bezier_track_set_key_out_handle", "track_idx", "key_idx", "out_handle", "balanced_value_time_ratio"), &Animation::bezier_track_set_key_out_handle, DEFVAL(1.0));
	ClassDB::bind_method(D_METHOD("bezier_track_get_key_value", "track_idx", "key_idx"), &Animation::bezier_track_get_key_value);
	ClassDB::bind_method(D_METHOD("bezier_track_get_key_in_handle", "track_idx", "key_idx"), &Animation::bezier_track_get_key_in_handle);
	ClassDB::bind_method(D_METHOD("bezier_track_get_key_out_handle", "track_idx", "key_idx"), &Animation::bezier_track_get_key_out_handle);
	ClassDB::bind_method(D_METHOD("bezier_track_interpolate", "track_idx", "time"), &Animation::bezier_track_interpolate);
	ClassDB::bind_method(D_METHOD("audio_track_insert_key", "track_idx", "time", "stream", "start_offset", "end_offset"), &Animation::audio_track_insert_key, DEFVAL(0), DEFVAL(0));
	ClassDB::bind_method(D_METHOD("audio_track_set_key_stream", "track_idx", "key_idx", "stream"), &Animation::audio_track_set_key_stream);
	ClassDB::bind_method(D_METHOD("audio_track_set_key_start_offset", "track_idx", "key_idx", "offset"), &Animation::audio_track_set_key_start_offset);
	ClassDB::bind_method(D_METHOD("audio_track_set_key_end_offset", "track_idx", "key_idx", "offset"), &Animation::audio_track_set_key_end_offset);
	ClassDB::bind_method(D_METHOD("audio_track_get_key_stream", "track_idx", "key_idx"), &Animation::audio_track_get_key_stream);
	ClassDB::bind_method(D_METHOD("audio_track_get_key_start_offset", "track_idx", "key_idx"), &Animation::audio_track_get_key_start_offset);
	ClassDB::bind_method(D_METHOD("audio_track_get_key_end_offset", "track_idx", "key_idx"), &Animation::audio_track_get_key_end_offset);
	ClassDB::bind_method(D_METHOD("animation_track_insert_key", "track_idx", "time", "animation"), &Animation::animation_track_insert_key);
	ClassDB::bind_method(D_METHOD("animation_track_set_key_animation", "track_idx", "key_idx", "animation"), &Animation::animation_track_set_key_animation);
	ClassDB::bind_method(D_METHOD("animation_track_get_key_animation", "track_idx", "key_idx"), &Animation::animation_track_get_key_animation);
}

void Animation::_bind_methods() {
	bind_tracks();
	bind_keys();
	ClassDB::bind_method(D_METHOD("set_length", "time_sec"), &Animation::set_length);
	ClassDB::bind_method(D_METHOD("get_length"), &Animation::get_length);
	ClassDB::bind_method(D_METHOD("set_loop_mode", "loop_mode"), &Animation::set_loop_mode);
	ClassDB::bind_method(D_METHOD("get_loop_mode"), &Animation::get_loop_mode);
	ClassDB::bind_method(D_METHOD("set_step", "size_sec"), &Animation::set_step);
	ClassDB::bind_method(D_METHOD("get_step"), &Animation::get_step);
	ClassDB::bind_method(D_METHOD("is_capture_included"), &Animation::is_capture_included);
	ClassDB::bind_method(D_METHOD("clear"), &Animation::clear);
	ClassDB::bind_method(D_METHOD("copy_track", "track_idx", "to_animation"), &Animation::copy_track);
	ClassDB::bind_method(D_METHOD("optimize", "allowed_velocity_err", "allowed_angular_err", "precision"), &Animation::optimize, DEFVAL(0.01), DEFVAL(0.01), DEFVAL(3));
	ClassDB::bind_method(D_METHOD("compress", "page_size", "fps", "split_tolerance"), &Animation::compress, DEFVAL(8192), DEFVAL(120), DEFVAL(4.0));
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "length", PROPERTY_HINT_RANGE, "0.001,99999,0.001,suffix:s"), "set_length", "get_length");
	ADD_PROPERTY(PropertyInfo(Variant::INT, "loop_mode", PROPERTY_HINT_ENUM, "None,Linear,Ping-Pong"), "set_loop_mode", "get_loop_mode");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "step", PROPERTY_HINT_RANGE, "0,4096,0.001,suffix:s"), "set_step", "get_step");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "capture_included", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "", "is_capture_included");
	BIND_ENUM_CONSTANT(TYPE_VALUE);
	BIND_ENUM_CONSTANT(TYPE_POSITION_3D);
	BIND_ENUM_CONSTANT(TYPE_ROTATION_3D);
	BIND_ENUM_CONSTANT(TYPE_SCALE_3D);
	BIND_ENUM_CONSTANT(TYPE_BLEND_SHAPE);
	BIND_ENUM_CONSTANT(TYPE_METHOD);
	BIND_ENUM_CONSTANT(TYPE_BEZIER);
	BIND_ENUM_CONSTANT(TYPE_AUDIO);
	BIND_ENUM_CONSTANT(TYPE_ANIMATION);
	BIND_ENUM_CONSTANT(INTERPOLATION_NEAREST);
	BIND_ENUM_CONSTANT(INTERPOLATION_LINEAR);
	BIND_ENUM_CONSTANT(INTERPOLATION_CUBIC);
	BIND_ENUM_CONSTANT(INTERPOLATION_LINEAR_ANGLE);
	BIND_ENUM_CONSTANT(INTERPOLATION_CUBIC_ANGLE);
	BIND_ENUM_CONSTANT(UPDATE_CONTINUOUS);
	BIND_ENUM_CONSTANT(UPDATE_DISCRETE);
	BIND_ENUM_CONSTANT(UPDATE_CAPTURE);
	BIND_ENUM_CONSTANT(LOOP_NONE);
	BIND_ENUM_CONSTANT(LOOP_LINEAR);
	BIND_ENUM_CONSTANT(LOOP_PINGPONG);
	BIND_ENUM_CONSTANT(LOOPED_FLAG_NONE);
	BIND_ENUM_CONSTANT(LOOPED_FLAG_END);
	BIND_ENUM_CONSTANT(LOOPED_FLAG_START);
	BIND_ENUM_CONSTANT(FIND_MODE_NEAREST);
	BIND_ENUM_CONSTANT(FIND_MODE_APPROX);
	BIND_ENUM_CONSTANT(FIND_MODE_EXACT);
}
