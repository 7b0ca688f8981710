// Playing: where each animation is, what fades out, what comes next.
#include "core/scene/animation/animation_player.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

#include <cmath>

AnimationPlayer::AnimationPlayer() {
	set_root_node(NodePath(".."));
}

void AnimationPlayer::_notification(int p_what) {
	if (p_what == NOTIFICATION_READY && has_animation(autoplay)) {
		play(autoplay);
		advance(0.0); // Shown before the first frame.
	}
}

// --- Steps ---

void AnimationPlayer::advance(double p_delta) {
	if (is_active()) {
		process_animation(p_delta);
	}
}

bool AnimationPlayer::gather(double p_delta) {
	if (current.animation.is_null()) {
		return false;
	}
	if (started) {
		// A step of its own, so that what is at the beginning is seen whatever the first frame takes.
		const bool was_running = is_running;
		started = false;
		seeked = exact = true;
		process_animation(0.0);
		seeked = exact = false;
		if (is_dead() || current.animation.is_null() || is_running != was_running || started) {
			return false; // A script has decided otherwise.
		}
		playing.clear();
	}
	double weight = 1.0;
	for (const Fading &entry : fading) {
		weight -= entry.left;
	}
	const bool jumped = seeked;
	if (p_delta != 0.0 || jumped) {
		seeked = false;
	}
	end_reached = end_is_news = false;
	step_playback(current, p_delta, MAX(0.0, weight), jumped, true);
	for (uint32_t i = 0; i < fading.size();) {
		Fading &entry = fading[i];
		entry.left = MAX(0.0, entry.left - Math::abs(double(speed_scale) * p_delta) / entry.duration);
		const bool ends = !(entry.left > CMP_EPSILON); // It acts for the last time. A step of NAN ends it, too.
		step_playback(entry.playback, p_delta, ends ? CMP_EPSILON : entry.left, false, false);
		if (ends) {
			const Fading gone = std::move(entry);
			fading.remove_at(i);
		} else {
			i++;
		}
	}
	return true;
}

void AnimationPlayer::step_playback(Playback &r_playback, double p_delta, double p_weight, bool p_jumped, bool p_is_current) {
	Playing entry;
	double delta = p_delta * double(speed_scale) * double(r_playback.speed);
	const bool backward = std::signbit(double(speed_scale) * double(r_playback.speed));
	entry.from = r_playback.get_start();
	entry.to = r_playback.get_end();
	const double length = entry.to - entry.from;
	const double before = r_playback.position;
	double position = before + delta;
	switch (r_playback.animation->get_loop_mode()) {
		case Animation::LOOP_NONE:
			position = CLAMP(position, entry.from, entry.to);
			delta = position - before;
			break;
		case Animation::LOOP_LINEAR:
			if (position < entry.from && before >= entry.from) {
				entry.looped = Animation::LOOPED_FLAG_START;
			} else if (position >= entry.to && before < entry.to) {
				entry.looped = Animation::LOOPED_FLAG_END;
			}
			position = Math::fposmod(position - entry.from, length) + entry.from;
			break;
		case Animation::LOOP_PINGPONG:
			if (position < entry.from && before >= entry.from) {
				entry.looped = Animation::LOOPED_FLAG_START;
				r_playback.speed = -r_playback.speed;
			} else if (position > entry.to && before <= entry.to) {
				entry.looped = Animation::LOOPED_FLAG_END;
				r_playback.speed = -r_playback.speed;
			}
			position = Math::pingpong(position - entry.from, length) + entry.from;
			break;
	}
	if (p_is_current && r_playback.animation->get_loop_mode() == Animation::LOOP_NONE) {
		end_reached = backward ? Math::is_equal_approx(position, entry.from) : Math::is_equal_approx(position, entry.to);
		end_is_news = end_reached && (backward ? before > entry.from : before < entry.to);
	}
	r_playback.position = position;
	entry.name = r_playback.name;
	entry.animation = r_playback.animation;
	entry.time = position;
	entry.delta = delta;
	entry.weight = p_weight;
	entry.seeked = p_jumped;
	entry.exact = exact;
	playing.push_back(std::move(entry));
}

void AnimationPlayer::tell() {
	if (!end_reached || !is_running) {
		if (end_reached) {
			end_reached = false;
			clear_caches();
		}
		return;
	}
	end_reached = false;
	const StringName old = assigned;
	const bool news = end_is_news;
	if (!queued.is_empty()) {
		const StringName following = queued[0];
		queued.remove_at(0);
		if (news) {
			emit_signal(SNAME("animation_finished"), old);
		}
		play(following);
		if (news) {
			emit_signal(SNAME("animation_changed"), old, following);
		}
		return;
	}
	is_running = false;
	update_processing();
	clear_caches();
	if (news) {
		emit_signal(SNAME("animation_finished"), old);
		emit_signal(SNAME("current_animation_changed"), StringName());
	}
}

// --- Playing ---

double AnimationPlayer::get_blend_time(const StringName &p_from, const StringName &p_to) const {
	for (const BlendTime &entry : blend_times) {
		if (entry.from == p_from && entry.to == p_to) {
			return entry.seconds;
		}
	}
	return 0.0;
}

void AnimationPlayer::fade_out_current(const StringName &p_to, double p_blend) {
	double seconds = p_blend;
	if (seconds < 0.0) {
		seconds = get_blend_time(current.name, p_to);
		for (const auto &pair : { Pair<StringName, StringName>(SNAME("*"), p_to), Pair<StringName, StringName>(current.name, SNAME("*")) }) {
			seconds = seconds == 0.0 ? get_blend_time(pair.first, pair.second) : seconds;
		}
		seconds = seconds == 0.0 ? default_blend_time : seconds;
	}
	if (!(seconds > 0.0)) { // NAN as well.
		const LocalVector<Fading> leaving = std::move(fading);
		fading = LocalVector<Fading>();
		return;
	}
	Fading entry;
	entry.playback = current;
	entry.duration = seconds;
	for (const Fading &other : fading) {
		entry.left -= other.left;
	}
	entry.left = MAX(0.0, entry.left);
	fading.push_back(std::move(entry));
}

void AnimationPlayer::play(const StringName &p_name, double p_blend, float p_speed, bool p_from_end) {
	play_section(p_name, -1.0, -1.0, p_blend, p_speed, p_from_end);
}

void AnimationPlayer::play_section(const StringName &p_name, double p_start, double p_end, double p_blend, float p_speed, bool p_from_end) {
	const StringName name = name_or_assigned(p_name);
	ERR_FAIL_COND_MSG(!has_animation(name), vformat("Animation not found: \"%s\".", name));
	if (auto_capture) {
		capture_before(name, auto_capture_duration, auto_capture_transition, auto_capture_ease);
	}
	begin(name, p_start, p_end, p_blend, p_speed, p_from_end);
}

void AnimationPlayer::capture_before(const StringName &p_name, double p_duration, Tween::TransitionType p_transition, Tween::EaseType p_ease) {
	const Ref<Animation> animation = find_by_name(p_name);
	if (!is_active() || !animation->is_capture_included() || (is_running && current.name == p_name)) {
		return;
	}
	double duration = p_duration;
	if (duration < 0.0) { // Until the first key.
		duration = 0.0;
		for (int i = 0; i < animation->get_track_count(); i++) {
			if (animation->track_get_type(i) == Animation::TYPE_VALUE && animation->value_track_get_update_mode(i) == Animation::UPDATE_CAPTURE && animation->track_get_key_count(i) > 0) {
				const double first = animation->track_get_key_time(i, 0);
				duration = duration == 0.0 ? first : MIN(duration, first);
			}
		}
	}
	capture(p_name, duration, p_transition, p_ease);
}

void AnimationPlayer::begin(const StringName &p_name, double p_start, double p_end, double p_blend, float p_speed, bool p_from_end) {
	const Ref<Animation> animation = find_by_name(p_name);
	ERR_FAIL_COND_MSG(animation.is_null(), vformat("The animation \"%s\" is gone: what was called on the way to playing it removed it.", p_name));
	ERR_FAIL_COND_MSG(p_start >= 0.0 && p_end >= 0.0 && p_start >= p_end, vformat("A section begins (%s s) before it ends (%s s).", p_start, p_end));
	ERR_FAIL_COND_MSG(p_start > animation->get_length(), vformat("The section begins (%s s) after the end of animation \"%s\" (%s s).", p_start, p_name, animation->get_length()));
	ERR_FAIL_COND_MSG(p_end == 0.0, "A section that ends at 0 s has nothing in it. A negative end stands for that of the animation.");
	const bool is_other = current.animation != animation;
	if (current.animation.is_valid() && is_other) {
		fade_out_current(p_name, p_blend);
	}
	current.speed = p_speed;
	current.start = p_start;
	current.end = p_end >= 0.0 ? MIN(p_end, animation->get_length()) : p_end;
	const bool is_new_name = assigned != p_name;
	if (is_other) {
		current.animation = animation;
		current.name = p_name;
	}
	const double from = current.get_start();
	const double to = animation.is_valid() ? current.get_end() : 0.0;
	const bool goes_on = is_running && !is_other && !is_new_name;
	started = started || !goes_on;
	if (is_other || is_new_name) {
		current.position = p_from_end ? to : from;
	} else if (p_from_end ? current.position <= from || current.position > to : current.position >= to || current.position < from) {
		// It begins anew at the other end, and is seen there at once.
		current.position = p_from_end ? to : from;
		const bool was_started = started;
		started = false;
		seeked = exact = true;
		process_animation(0.0, true);
		seeked = exact = false;
		started = was_started;
		if (is_dead() || current.animation != animation) {
			return; // A setter has decided otherwise.
		}
	}
	assigned = p_name;
	if (is_new_name) {
		emit_signal(SNAME("current_animation_changed"), assigned);
	}
	end_reached = false;
	is_running = true;
	update_processing();
	if (!goes_on) {
		emit_signal(SNAME("animation_started"), assigned);
	}
	const StringName following = goes_on ? StringName() : animation_get_next(p_name);
	if (following != StringName() && has_animation(following)) {
		queue(following);
	}
}

void AnimationPlayer::play_backwards(const StringName &p_name, double p_blend) {
	play(p_name, p_blend, -1.0f, true);
}

void AnimationPlayer::play_section_backwards(const StringName &p_name, double p_start, double p_end, double p_blend) {
	play_section(p_name, p_start, p_end, p_blend, -1.0f, true);
}

bool AnimationPlayer::find_section(const StringName &p_name, const StringName &p_start, const StringName &p_end, double &r_start, double &r_end) const {
	const Ref<Animation> animation = find_by_name(p_name);
	ERR_FAIL_COND_V_MSG(animation.is_null(), false, vformat("Animation not found: \"%s\".", p_name));
	for (const StringName &marker : { p_start, p_end }) {
		ERR_FAIL_COND_V_MSG(marker != StringName() && !animation->has_marker(marker), false, vformat("Animation \"%s\" has no marker \"%s\".", p_name, marker));
	}
	ERR_FAIL_COND_V_MSG(p_start != StringName() && p_start == p_end, false, vformat("A section needs two different markers; \"%s\" is both.", p_start));
	r_start = p_start == StringName() ? -1.0 : animation->get_marker_time(p_start);
	r_end = p_end == StringName() ? -1.0 : animation->get_marker_time(p_end);
	return true;
}

void AnimationPlayer::play_section_with_markers(const StringName &p_name, const StringName &p_start, const StringName &p_end, double p_blend, float p_speed, bool p_from_end) {
	double start = -1.0;
	double end = -1.0;
	if (find_section(name_or_assigned(p_name), p_start, p_end, start, end)) {
		play_section(p_name, start, end, p_blend, p_speed, p_from_end);
	}
}

void AnimationPlayer::play_section_with_markers_backwards(const StringName &p_name, const StringName &p_start, const StringName &p_end, double p_blend) {
	play_section_with_markers(p_name, p_start, p_end, p_blend, -1.0f, true);
}

void AnimationPlayer::play_with_capture(const StringName &p_name, double p_duration, double p_blend, float p_speed, bool p_from_end, Tween::TransitionType p_transition, Tween::EaseType p_ease) {
	const StringName name = name_or_assigned(p_name);
	ERR_FAIL_COND_MSG(!has_animation(name), vformat("Animation not found: \"%s\".", name));
	capture_before(name, p_duration, p_transition, p_ease);
	begin(name, -1.0, -1.0, p_blend, p_speed, p_from_end);
}

void AnimationPlayer::end_playing(bool p_reset, bool p_keep_state) {
	clear_caches();
	const LocalVector<Fading> leaving = std::move(fading);
	fading = LocalVector<Fading>();
	queued.clear();
	const bool had_animation = current.animation.is_valid();
	if (p_reset && had_animation) {
		const double from = current.get_start();
		if (p_keep_state) {
			current.position = from;
		} else {
			started = false;
			seek(from, true, true);
		}
		started = false;
		const Playback stopped = std::move(current);
		current = Playback();
	}
	is_running = false;
	update_processing();
	if (p_reset) {
		emit_signal(SNAME("current_animation_changed"), StringName());
	}
}

void AnimationPlayer::pause() {
	end_playing(false, false);
}

void AnimationPlayer::stop(bool p_keep_state) {
	end_playing(true, p_keep_state);
}

void AnimationPlayer::queue(const StringName &p_name) {
	if (is_running) {
		queued.push_back(p_name);
	} else {
		play(p_name);
	}
}

TypedArray<StringName> AnimationPlayer::get_queue() const {
	TypedArray<StringName> names;
	for (const StringName &name : queued) {
		names.push_back(name);
	}
	return names;
}

void AnimationPlayer::clear_queue() {
	queued.clear();
}

void AnimationPlayer::seek(double p_seconds, bool p_update, bool p_update_only) {
	if (!is_active() || !std::isfinite(p_seconds)) {
		return;
	}
	if (current.animation.is_null()) {
		const Ref<Animation> animation = find_by_name(assigned);
		ERR_FAIL_COND_MSG(animation.is_null(), "seek() needs an animation: play one or set assigned_animation first.");
		current.animation = animation;
		current.name = assigned;
	}
	current.position = p_seconds; // The next step brings it inside: back to an end, or around a loop.
	seeked = true;
	started = false;
	if (p_update) {
		process_animation(0.0, p_update_only);
		seeked = false;
	}
}

void AnimationPlayer::set_section(double p_start, double p_end) {
	ERR_FAIL_COND_MSG(current.animation.is_null(), "set_section() needs an animation: play one first.");
	ERR_FAIL_COND_MSG(p_start >= 0.0 && p_end >= 0.0 && p_start >= p_end, vformat("A section begins (%s s) before it ends (%s s).", p_start, p_end));
	current.start = p_start;
	current.end = p_end;
	current.position = CLAMP(current.position, current.get_start(), current.get_end());
}

void AnimationPlayer::set_section_with_markers(const StringName &p_start, const StringName &p_end) {
	double start = -1.0;
	double end = -1.0;
	if (find_section(assigned, p_start, p_end, start, end)) {
		set_section(start, end);
	}
}

void AnimationPlayer::reset_section() {
	current.start = current.end = -1.0;
}

double AnimationPlayer::get_section_start_time() const {
	ERR_FAIL_COND_V_MSG(current.animation.is_null(), current.start, "No animation is playing.");
	return current.get_start();
}

double AnimationPlayer::get_section_end_time() const {
	ERR_FAIL_COND_V_MSG(current.animation.is_null(), current.end, "No animation is playing.");
	return current.get_end();
}

void AnimationPlayer::set_current_animation(const StringName &p_name) {
	if (p_name == SNAME("[stop]") || p_name == StringName()) {
		stop();
	} else if (!is_running) {
		play(p_name);
	} else if (assigned != p_name) {
		const float speed = current.speed;
		play(p_name, -1.0, speed, std::signbit(speed));
	}
}

void AnimationPlayer::set_assigned_animation(const StringName &p_name) {
	if (is_running) {
		const float speed = current.speed;
		play(p_name, -1.0, speed, std::signbit(speed));
		return;
	}
	const Ref<Animation> animation = find_by_name(p_name);
	ERR_FAIL_COND_MSG(animation.is_null(), vformat("Animation not found: \"%s\".", p_name));
	current = Playback();
	current.animation = animation;
	current.name = p_name;
	assigned = p_name;
	emit_signal(SNAME("current_animation_changed"), assigned);
}

double AnimationPlayer::get_current_animation_position() const {
	ERR_FAIL_COND_V_MSG(current.animation.is_null(), 0.0, "AnimationPlayer has no current animation.");
	return current.position;
}

double AnimationPlayer::get_current_animation_length() const {
	ERR_FAIL_COND_V_MSG(current.animation.is_null(), 0.0, "AnimationPlayer has no current animation.");
	return current.animation->get_length();
}

float AnimationPlayer::get_playing_speed() const {
	return is_running ? speed_scale * current.speed : 0.0f;
}
