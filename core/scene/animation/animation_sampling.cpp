// What an Animation gives between its keys, and which keys a step passes.
#include "core/scene/animation/animation.h"

#include "core/math/math_funcs.h"
#include "core/scene/animation/animation_values.h"

// The last key that is not after p_time, or (p_backward) the first that is not before it; -1 where there is none. Times that are nearly equal are.
int Animation::find_in(const LocalVector<Key> &p_keys, double p_time, bool p_backward) {
	int low = 0;
	int high = int(p_keys.size()); // The first key after p_time is in [low, high].
	while (low < high) {
		const int middle = (low + high) / 2;
		const double time = p_keys[uint32_t(middle)].time;
		if (time > p_time && !Math::is_equal_approx(time, p_time)) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	const int at_or_before = low - 1;
	if (!p_backward) {
		return at_or_before;
	}
	if (at_or_before >= 0 && Math::is_equal_approx(p_keys[uint32_t(at_or_before)].time, p_time)) {
		return at_or_before;
	}
	return low < int(p_keys.size()) ? low : -1;
}

// The keys on both sides of a time, and how far it is from the first to the second. False without keys.
bool Animation::find_span(const Track &p_track, double p_time, bool p_backward, Span2 &r_span) const {
	const LocalVector<Key> &keys = p_track.keys;
	const int count = find_in(keys, length, false) + 1; // Keys beyond the end do not count.
	if (count <= 0) {
		return false;
	}
	const bool wraps = loop_mode == LOOP_LINEAR && p_track.loop_wrap;
	const int direction = p_backward ? -1 : 1;
	const int edge = p_backward ? count - 1 : 0;
	int from = find_in(keys, p_time, p_backward);
	if (from >= count) {
		from = p_backward ? -1 : count - 1;
	}
	const bool before_edge = from < 0;
	from = before_edge ? (wraps ? (p_backward ? 0 : count - 1) : edge) : from;
	int to = before_edge && !wraps ? from : from + direction;
	r_span.from_time = keys[uint32_t(from)].time - (before_edge && wraps ? length * direction : 0.0);
	if (to < 0 || to >= count) {
		to = wraps ? (to + count) % count : from;
	}
	r_span.from = from;
	r_span.to = to;
	r_span.to_time = keys[uint32_t(to)].time;
	if (wraps && !before_edge && (p_backward ? to >= from : to <= from)) {
		r_span.to_time += length * direction;
	}
	const double distance = r_span.to_time - r_span.from_time;
	r_span.fraction = from == to || Math::is_zero_approx(distance) ? 0.0 : (p_time - r_span.from_time) / distance;
	return true;
}

Variant Animation::interpolate_cubic(const Track &p_track, const Span2 &p_span, double p_fraction, bool p_backward) const {
	const LocalVector<Key> &keys = p_track.keys;
	const int count = find_in(keys, length, false) + 1;
	const int direction = p_backward ? -1 : 1;
	int pre = p_span.from - direction;
	int post = p_span.to + direction;
	double pre_shift = 0.0;
	double post_shift = 0.0;
	const auto outside = [count](int p_key) {
		return p_key < 0 || p_key >= count;
	};
	if (!p_track.loop_wrap || loop_mode == LOOP_NONE) {
		pre = CLAMP(pre, 0, count - 1);
		post = CLAMP(post, 0, count - 1);
	} else if (loop_mode == LOOP_LINEAR) {
		pre_shift = outside(pre) ? -length * direction : 0.0;
		post_shift = outside(post) ? length * direction : 0.0;
		pre = (pre + count) % count;
		post = (post + count) % count;
		pre_shift += p_span.from_time - keys[uint32_t(p_span.from)].time;
		post_shift += p_span.to_time - keys[uint32_t(p_span.to)].time;
	} else {
		// A ping-pong comes back the way it went: the neighbour past an end is the key there, seen in a mirror.
		const double end = p_backward ? 0.0 : length;
		const double beginning = p_backward ? length : 0.0;
		if (outside(pre)) {
			pre = p_span.from;
			pre_shift = 2.0 * (beginning - keys[uint32_t(pre)].time);
		}
		if (outside(post)) {
			post = p_span.to;
			post_shift = 2.0 * (end - keys[uint32_t(post)].time);
		}
	}
	const double from_time = p_span.from_time;
	const AnimationValues::CubicNeighbours neighbours{
		keys[uint32_t(pre)].value,
		keys[uint32_t(post)].value,
		p_span.to_time - from_time,
		keys[uint32_t(pre)].time + pre_shift - from_time,
		keys[uint32_t(post)].time + post_shift - from_time,
	};
	const Variant &from = keys[uint32_t(p_span.from)].value;
	const Variant &to = keys[uint32_t(p_span.to)].value;
	return p_track.interpolation == INTERPOLATION_CUBIC_ANGLE ? AnimationValues::cubic_angle(from, to, neighbours, p_fraction) : AnimationValues::cubic(from, to, neighbours, p_fraction);
}

Variant Animation::interpolate(const Track &p_track, double p_time, bool p_backward) const {
	Span2 span;
	if (!find_span(p_track, p_time, p_backward, span)) {
		return Variant();
	}
	const Key &from = p_track.keys[uint32_t(span.from)];
	const Key &to = p_track.keys[uint32_t(span.to)];
	if (span.from == span.to || from.transition == 0.0f) {
		return from.value;
	}
	// Of real_t precision, so that results are those of any engine that plays the file.
	const double share = double(real_t(span.fraction));
	const double fraction = from.transition == 1.0f ? share : double(real_t(Math::ease(share, double(from.transition))));
	switch (p_track.interpolation) {
		case INTERPOLATION_NEAREST:
			return from.value;
		case INTERPOLATION_LINEAR_ANGLE:
			return AnimationValues::linear_angle(from.value, to.value, fraction);
		case INTERPOLATION_CUBIC:
		case INTERPOLATION_CUBIC_ANGLE:
			return interpolate_cubic(p_track, span, fraction, p_backward);
		default:
			return AnimationValues::linear(from.value, to.value, fraction);
	}
}

Variant Animation::sample(int p_track, double p_time, bool p_backward) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), Variant());
	const Track &track = tracks[uint32_t(p_track)];
	if (track.type == TYPE_BEZIER) {
		return track.keys.is_empty() ? Variant() : Variant(bezier_track_interpolate(p_track, p_time));
	}
	if (track.type == TYPE_VALUE && track.update_mode == UPDATE_DISCRETE && !track.keys.is_empty()) {
		return track.keys[uint32_t(MAX(0, find_in(track.keys, p_time, p_backward)))].value;
	}
	return interpolate(track, p_time, p_backward);
}

Vector3 Animation::position_track_interpolate(int p_track, double p_time, bool p_backward) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), Vector3());
	ERR_FAIL_COND_V(tracks[uint32_t(p_track)].type != TYPE_POSITION_3D, Vector3());
	return interpolate(tracks[uint32_t(p_track)], p_time, p_backward);
}

Quaternion Animation::rotation_track_interpolate(int p_track, double p_time, bool p_backward) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), Quaternion());
	ERR_FAIL_COND_V(tracks[uint32_t(p_track)].type != TYPE_ROTATION_3D, Quaternion());
	return interpolate(tracks[uint32_t(p_track)], p_time, p_backward);
}

Vector3 Animation::scale_track_interpolate(int p_track, double p_time, bool p_backward) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), Vector3());
	ERR_FAIL_COND_V(tracks[uint32_t(p_track)].type != TYPE_SCALE_3D, Vector3());
	const Variant value = interpolate(tracks[uint32_t(p_track)], p_time, p_backward);
	return value.get_type() == Variant::NIL ? Vector3(1, 1, 1) : Vector3(value);
}

float Animation::blend_shape_track_interpolate(int p_track, double p_time, bool p_backward) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), 0.0f);
	ERR_FAIL_COND_V(tracks[uint32_t(p_track)].type != TYPE_BLEND_SHAPE, 0.0f);
	return float(double(interpolate(tracks[uint32_t(p_track)], p_time, p_backward)));
}

Variant Animation::value_track_interpolate(int p_track, double p_time, bool p_backward) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), Variant());
	ERR_FAIL_COND_V_MSG(tracks[uint32_t(p_track)].type != TYPE_VALUE, Variant(), vformat("Track %d is no value track.", p_track));
	return interpolate(tracks[uint32_t(p_track)], p_time, p_backward);
}

// The curve's parameter is found by halving: handles do not leave the time between their keys, so that the time only grows.
float Animation::bezier_track_interpolate(int p_track, double p_time) const {
	ERR_FAIL_INDEX_V(p_track, int(tracks.size()), 0.0f);
	ERR_FAIL_COND_V(tracks[uint32_t(p_track)].type != TYPE_BEZIER, 0.0f);
	const LocalVector<Key> &keys = tracks[uint32_t(p_track)].keys;
	if (keys.is_empty()) {
		return 0.0f;
	}
	const int found = find_in(keys, p_time, false);
	if (found < 0 || found + 1 >= int(keys.size())) {
		return float(double(keys[found < 0 ? 0 : uint32_t(found)].value));
	}
	const Key &from = keys[uint32_t(found)];
	const Key &to = keys[uint32_t(found) + 1];
	const double duration = to.time - from.time;
	const double target = p_time - from.time;
	const double out_time = CLAMP(double(from.out.x), 0.0, duration);
	const double in_time = CLAMP(duration + double(to.in.x), 0.0, duration);
	double low = 0.0;
	double high = 1.0;
	for (int i = 0; i < 40; i++) {
		const double middle = (low + high) / 2.0;
		(Math::bezier_interpolate(0.0, out_time, in_time, duration, middle) < target ? low : high) = middle;
	}
	const double from_value = from.value;
	const double to_value = to.value;
	return float(Math::bezier_interpolate(from_value, from_value + double(from.out.y), to_value + double(to.in.y), to_value, (low + high) / 2.0));
}

// Keys in the order in which a way from p_from to p_to meets them.
void Animation::add_passed(int p_track, double p_from, double p_to, bool p_with_start, LocalVector<int> &r_keys) const {
	const LocalVector<Key> &keys = tracks[uint32_t(p_track)].keys;
	const bool backward = p_to < p_from;
	const int count = int(keys.size());
	for (int i = backward ? count - 1 : 0; backward ? i >= 0 : i < count; i += backward ? -1 : 1) {
		const double time = keys[uint32_t(i)].time;
		const bool at_start = Math::is_equal_approx(time, p_from);
		const bool at_end = Math::is_equal_approx(time, p_to);
		const bool between = backward ? time < p_from && time > p_to : time > p_from && time < p_to;
		if (at_start ? p_with_start : between || at_end) {
			r_keys.push_back(i);
		}
	}
}

void Animation::get_passed_keys(int p_track, double p_time, double p_delta, double p_from, double p_to, LoopedFlag p_looped, LocalVector<int> &r_keys) const {
	ERR_FAIL_INDEX(p_track, int(tracks.size()));
	if (p_delta == 0.0) {
		return;
	}
	if (p_looped == LOOPED_FLAG_NONE) {
		add_passed(p_track, p_time - p_delta, p_time, false, r_keys);
		return;
	}
	// The edge where it turned, and where it went on from there.
	const bool at_end = p_looped == LOOPED_FLAG_END;
	const double edge = at_end ? p_to : p_from;
	const double restart = loop_mode == LOOP_PINGPONG ? edge : (at_end ? p_from : p_to);
	const double after = Math::abs(p_time - restart);
	const double before = MAX(0.0, Math::abs(p_delta) - after);
	add_passed(p_track, at_end ? edge - before : edge + before, edge, false, r_keys);
	add_passed(p_track, restart, p_time, loop_mode != LOOP_PINGPONG, r_keys);
}
