// PathFollowing: what paths and their followers do alike in the plane and in space.
#pragma once

#include "core/math/math_funcs.h"
#include "core/object/object_db.h"
#include "core/scene/main/node.h"

namespace PathFollowing {

// p_hear is called for each change of the curve from now on, and no more for those of the one before.
template <typename CURVE>
void change_curve(Ref<CURVE> &r_curve, const Ref<CURVE> &p_curve, const Callable &p_hear) {
	if (r_curve.is_valid()) {
		r_curve->disconnect(SNAME("changed"), p_hear);
	}
	r_curve = p_curve;
	if (r_curve.is_valid()) {
		r_curve->connect(SNAME("changed"), p_hear);
	}
}

template <typename FOLLOWER>
void move_followers(const Node *p_path) {
	LocalVector<ObjectID> followers; // One may have a script that hears of its move.
	for (int i = 0; i < p_path->get_child_count(); i++) {
		if (FOLLOWER *follower = Object::cast_to<FOLLOWER>(p_path->get_child(i))) {
			followers.push_back(follower->get_instance_id());
		}
	}
	for (const ObjectID id : followers) {
		if (FOLLOWER *follower = ObjectDB::get_instance<FOLLOWER>(id)) {
			follower->take_place();
		}
	}
}

// Within the length of the curve: by beginning anew where p_loop is set, else by staying at its end.
inline real_t limit_progress(real_t p_progress, real_t p_length, bool p_loop) {
	if (!p_loop || p_length <= 0) {
		return CLAMP(p_progress, real_t(0), p_length);
	}
	const real_t progress = Math::fposmod(p_progress, p_length);
	// The end is not the beginning for who asked for it.
	return Math::is_zero_approx(progress) && !Math::is_zero_approx(p_progress) ? p_length : progress;
}

template <typename CURVE>
real_t get_ratio(const Ref<CURVE> &p_curve, real_t p_progress) {
	return p_curve.is_valid() && p_curve->get_baked_length() > 0 ? p_progress / p_curve->get_baked_length() : real_t(0);
}

} // namespace PathFollowing
