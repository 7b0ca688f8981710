// How files keep the tracks of an Animation: a property for each part of each track.
#include "core/object/class_db.h"
#include "core/scene/animation/animation.h"

#include <iterator>

namespace {

constexpr int MAX_TRACKS = 1 << 20; // Of a file.
constexpr int MAX_MARKERS = 1 << 14; // The same: each is looked for among those before it.

struct TrackTypeName {
	const char *name;
	int numbers; // Of a key in a packed list, time and transition not counted; 0: keys are a dictionary.
};
constexpr TrackTypeName track_types[] = {
	{ "value", 0 },
	{ "position_3d", 3 },
	{ "rotation_3d", 4 },
	{ "scale_3d", 3 },
	{ "blend_shape", 1 },
	{ "method", 0 },
	{ "bezier", 0 },
	{ "audio", 0 },
	{ "animation", 0 },
};

constexpr const char *track_parts[] = { "type", "imported", "enabled", "path", "interp", "loop_wrap", "keys" };
constexpr Variant::Type track_part_types[] = { Variant::STRING, Variant::BOOL, Variant::BOOL, Variant::NODE_PATH, Variant::INT, Variant::BOOL, Variant::ARRAY };

} // namespace

bool Animation::set_packed_keys(Track &r_track, const PackedFloat32Array &p_numbers) {
	const int axes = track_types[r_track.type].numbers;
	ERR_FAIL_COND_V_MSG(p_numbers.size() % (axes + 2) != 0, false, vformat("The keys of a track of type \"%s\" are %d numbers each; %d numbers are not.", track_types[r_track.type].name, axes + 2, p_numbers.size()));
	LocalVector<Key> keys;
	for (int64_t at = 0; at < p_numbers.size(); at += axes + 2) {
		const float *numbers = p_numbers.ptr() + at;
		Key key;
		key.time = double(numbers[0]);
		key.transition = numbers[1];
		if (axes == 1) {
			key.value = numbers[2];
		} else if (axes == 3) {
			key.value = Vector3(numbers[2], numbers[3], numbers[4]);
		} else {
			key.value = Quaternion(numbers[2], numbers[3], numbers[4], numbers[5]);
		}
		keys.push_back(std::move(key));
	}
	std::swap(r_track.keys, keys);
	return true;
}

bool Animation::set_track_keys(Track &r_track, const Variant &p_value) {
	if (track_types[r_track.type].numbers > 0) {
		return set_packed_keys(r_track, p_value);
	}
	const Dictionary kept = p_value;
	const PackedFloat32Array times = kept.get("times", PackedFloat32Array());
	const PackedFloat32Array transitions = kept.get("transitions", PackedFloat32Array());
	const PackedFloat32Array points = kept.get("points", PackedFloat32Array());
	const PackedInt32Array modes = kept.get("handle_modes", PackedInt32Array());
	const PackedStringArray names = r_track.type == TYPE_ANIMATION ? PackedStringArray(kept.get("clips", PackedStringArray())) : PackedStringArray();
	const Array values = r_track.type == TYPE_AUDIO ? Array(kept.get("clips", Array())) : Array(kept.get("values", Array()));
	const int64_t expected = r_track.type == TYPE_BEZIER ? points.size() / 5 : (r_track.type == TYPE_ANIMATION ? names.size() : values.size());
	ERR_FAIL_COND_V_MSG(expected != times.size(), false, vformat("A track of type \"%s\" has %d times and %d keys.", track_types[r_track.type].name, times.size(), expected));
	LocalVector<Key> keys;
	for (int64_t i = 0; i < times.size(); i++) {
		Key key;
		Variant value;
		if (r_track.type == TYPE_BEZIER) {
			const float *point = points.ptr() + i * 5;
			value = Array{ point[0], point[1], point[2], point[3], point[4] };
			key.handle_mode = i < modes.size() ? uint8_t(modes[i]) : uint8_t(0);
		} else {
			value = r_track.type == TYPE_ANIMATION ? Variant(names[i]) : values[i];
		}
		if (!check_key(r_track, value, key)) {
			return false;
		}
		key.time = double(times[i]);
		key.transition = i < transitions.size() ? transitions[i] : 1.0f;
		keys.push_back(std::move(key));
	}
	if (r_track.type == TYPE_VALUE && kept.has("update")) {
		r_track.update_mode = UpdateMode(CLAMP(int(kept["update"]), 0, 2));
	}
	std::swap(r_track.keys, keys); // The old ones go when nothing is open any more.
	return true;
}

Variant Animation::get_track_keys(const Track &p_track) const {
	const int axes = track_types[p_track.type].numbers;
	PackedFloat32Array times;
	PackedFloat32Array transitions;
	PackedFloat32Array numbers;
	PackedInt32Array modes;
	PackedStringArray names;
	Array values;
	for (const Key &key : p_track.keys) {
		times.push_back(float(key.time));
		transitions.push_back(key.transition);
		if (axes > 0) {
			numbers.push_back(float(key.time));
			numbers.push_back(key.transition);
			for (int i = 0; i < axes; i++) {
				numbers.push_back(axes == 1 ? float(double(key.value)) : (axes == 3 ? float(Vector3(key.value)[i]) : float(Quaternion(key.value)[i])));
			}
		} else if (p_track.type == TYPE_BEZIER) {
			for (const double number : { double(key.value), double(key.in.x), double(key.in.y), double(key.out.x), double(key.out.y) }) {
				numbers.push_back(float(number));
			}
			modes.push_back(key.handle_mode);
		} else if (p_track.type == TYPE_ANIMATION) {
			names.push_back(key.value);
		} else {
			values.push_back(show_key(p_track, key));
		}
	}
	if (axes > 0) {
		return numbers;
	}
	Dictionary kept;
	kept["times"] = times;
	if (p_track.type == TYPE_BEZIER) {
		kept["points"] = numbers;
		kept["handle_modes"] = modes;
		return kept;
	}
	if (p_track.type == TYPE_AUDIO || p_track.type == TYPE_ANIMATION) {
		kept["clips"] = p_track.type == TYPE_AUDIO ? Variant(values) : Variant(names);
		return kept;
	}
	kept["transitions"] = transitions;
	kept["values"] = values;
	if (p_track.type == TYPE_VALUE) {
		kept["update"] = int(p_track.update_mode);
	}
	return kept;
}

bool Animation::set_track_property(Track &r_track, const String &p_what, const Variant &p_value) {
	if (p_what == "path") {
		r_track.path = p_value;
	} else if (p_what == "imported") {
		r_track.imported = p_value;
	} else if (p_what == "enabled") {
		r_track.enabled = p_value;
	} else if (p_what == "interp") {
		r_track.interpolation = InterpolationType(CLAMP(int(p_value), 0, int(INTERPOLATION_CUBIC_ANGLE)));
	} else if (p_what == "loop_wrap") {
		r_track.loop_wrap = p_value;
	} else if (p_what == "use_blend") {
		r_track.use_blend = p_value;
	} else if (p_what == "keys") {
		return set_track_keys(r_track, p_value);
	} else {
		return false;
	}
	return true;
}

bool Animation::set_markers(const Array &p_markers) {
	ERR_FAIL_COND_V_MSG(p_markers.size() > MAX_MARKERS, false, vformat("An animation has up to %d markers; these are %d.", MAX_MARKERS, p_markers.size()));
	markers.clear();
	for (int64_t i = 0; i < p_markers.size(); i++) {
		const Dictionary kept = p_markers[i];
		ERR_FAIL_COND_V_MSG(!kept.has("name") || !kept.has("time"), false, "A marker is a Dictionary with \"name\", \"time\" and \"color\".");
		place_marker(Marker{ kept["name"], kept["time"], kept.get("color", Color(1, 1, 1)) });
	}
	return true;
}

bool Animation::_set(const StringName &p_name, const Variant &p_value) {
	const String name = p_name;
	if (name == "markers") {
		return set_markers(p_value);
	}
	if (!name.begins_with("tracks/")) {
		return false;
	}
	const int64_t track = name.get_slicec('/', 1).to_int();
	const String what = name.get_slicec('/', 2);
	if (what == "type") {
		// Files name the type first, which makes the track.
		ERR_FAIL_COND_V_MSG(track != int64_t(tracks.size()) || track >= MAX_TRACKS, false, vformat("Track %d cannot follow %d tracks.", track, int(tracks.size())));
		const String type = p_value;
		for (int i = 0; i <= TYPE_ANIMATION; i++) {
			if (type == track_types[i].name) {
				add_track(TrackType(i));
				return true;
			}
		}
		ERR_FAIL_V_MSG(false, vformat("\"%s\" is no type of tracks.", type));
	}
	if (track < 0 || track >= int64_t(tracks.size())) {
		return false;
	}
	if (what == "compressed_track") {
		ERR_FAIL_V_MSG(false, vformat("Track %d is compressed, which is not supported. Save the animation without compression.", track));
	}
	const bool done = set_track_property(tracks[uint32_t(track)], what, p_value);
	emit_changed();
	return done;
}

bool Animation::_get(const StringName &p_name, Variant &r_value) const {
	const String name = p_name;
	if (name == "markers") {
		Array kept;
		for (const Marker &marker : markers) {
			Dictionary entry;
			entry["name"] = marker.name;
			entry["time"] = marker.time;
			entry["color"] = marker.color;
			kept.push_back(entry);
		}
		r_value = kept;
		return true;
	}
	const int64_t index = name.begins_with("tracks/") ? name.get_slicec('/', 1).to_int() : -1;
	if (index < 0 || index >= int64_t(tracks.size())) {
		return false;
	}
	const Track &track = tracks[uint32_t(index)];
	const String what = name.get_slicec('/', 2);
	const Variant parts[] = { track_types[track.type].name, track.imported, track.enabled, track.path, int(track.interpolation), track.loop_wrap };
	for (uint32_t i = 0; i < std::size(parts); i++) {
		if (what == track_parts[i]) {
			r_value = parts[i];
			return true;
		}
	}
	if (what == "keys") {
		r_value = get_track_keys(track);
		return true;
	}
	if (what == "use_blend") {
		r_value = track.use_blend;
		return true;
	}
	return false;
}

void Animation::_get_property_list(LocalVector<PropertyInfo> *p_list) const {
	constexpr uint32_t usage = PROPERTY_USAGE_STORAGE | PROPERTY_USAGE_INTERNAL;
	if (!markers.is_empty()) {
		p_list->push_back(PropertyInfo(Variant::ARRAY, "markers", PROPERTY_HINT_NONE, "", usage));
	}
	for (uint32_t i = 0; i < tracks.size(); i++) {
		const String prefix = vformat("tracks/%d/", int(i));
		for (uint32_t part = 0; part < std::size(track_parts); part++) {
			p_list->push_back(PropertyInfo(track_part_types[part], prefix + track_parts[part], PROPERTY_HINT_NONE, "", usage));
		}
		if (tracks[i].type == TYPE_AUDIO) {
			p_list->push_back(PropertyInfo(Variant::BOOL, prefix + "use_blend", PROPERTY_HINT_NONE, "", usage));
		}
	}
}
