// Quaternions, bases and the transforms built on them.
#pragma once

#include "core/math/math_funcs.h"
#include "core/math/transform_2d.h"
#include "core/math/transform_3d.h"
#include "core/templates/vector.h"
#include "tests/test_macros.h"

namespace TestRotations {

inline const Vector3 ANGLES[] = { Vector3(0.1f, 0.7f, -0.4f), Vector3(-1.2f, 3.0f, 0.9f), Vector3(0.3f, 0, 0), Vector3(0, 0, 2) };

TEST_CASE("[Math][Basis] Euler angles of every order give the same rotation back") {
	for (int order = 0; order < 6; order++) {
		for (const Vector3 &angles : ANGLES) {
			const Basis b = Basis::from_euler(angles, EulerOrder(order));
			CHECK(b.is_rotation());
			CHECK(Basis::from_euler(b.get_euler(EulerOrder(order)), EulerOrder(order)).is_equal_approx(b));
		}
	}
}

TEST_CASE("[Math][Basis] Gimbal lock still gives the same rotation back") {
	for (int order = 0; order < 6; order++) {
		for (int axis = 0; axis < 3; axis++) {
			for (real_t sign : { -1.0f, 1.0f }) {
				Vector3 angles(0.3f, 0.2f, 0.1f);
				angles[axis] = sign * real_t(Math::PI / 2);
				const Basis b = Basis::from_euler(angles, EulerOrder(order));
				const Basis back = Basis::from_euler(b.get_euler(EulerOrder(order)), EulerOrder(order));
				for (int row = 0; row < 3; row++) {
					CHECK_LT((back.rows[row] - b.rows[row]).length(), 0.001f);
				}
			}
		}
	}
}

TEST_CASE("[Math][Quaternion] It rotates as its basis does") {
	for (const Vector3 &angles : ANGLES) {
		const Quaternion q = Quaternion::from_euler(angles);
		const Basis b = Basis::from_euler(angles);
		CHECK(q.is_normalized());
		CHECK(q.xform(Vector3(1, 2, 3)).is_equal_approx(b.xform(Vector3(1, 2, 3))));
		CHECK(Basis(b.get_quaternion()).is_equal_approx(b));
		CHECK((q * q.inverse()).is_equal_approx(Quaternion()));
		CHECK(Basis(q.log().exp()).is_equal_approx(b));
	}
}

TEST_CASE("[Math][Quaternion] An arc turns one direction onto the other, also the opposite one") {
	const Vector3 pairs[][2] = {
		{ Vector3(3, 0, 0), Vector3(0, 2, 0) },
		{ Vector3(1, 2, 3), Vector3(-1, -2, -3) },
		{ Vector3(0, 1, 0), Vector3(0, -1, 0) },
		{ Vector3(1, 0, 0), Vector3(1, 0, 0) },
	};
	for (const auto &pair : pairs) {
		CHECK(Quaternion(pair[0], pair[1]).xform(pair[0].normalized()).is_equal_approx(pair[1].normalized()));
	}
	ExpectErrors quiet;
	CHECK_EQ(Quaternion(Vector3(), Vector3(1, 0, 0)), Quaternion());
}

TEST_CASE("[Math][Quaternion] Interpolation meets its ends, and takes the short way") {
	const Quaternion a(Vector3(0, 1, 0), 0.2f);
	const Quaternion b(Vector3(0, 1, 0), 1.0f);
	CHECK(a.slerp(b, 0).is_equal_approx(a));
	CHECK(a.slerp(b, 1).is_equal_approx(b));
	CHECK(a.slerp(-b, 0.5f).is_equal_approx(Quaternion(Vector3(0, 1, 0), 0.6f)));
	CHECK(a.spherical_cubic_interpolate(b, Quaternion(), b, 0).is_equal_approx(a));
	CHECK(a.spherical_cubic_interpolate(b, Quaternion(), b, 1).is_equal_approx(b));
}

TEST_CASE("[Math][Quaternion] What needs unit length says so and changes nothing") {
	ExpectErrors quiet;
	const Quaternion q(1, 2, 3, 4);
	CHECK_EQ(q.inverse(), Quaternion());
	CHECK_EQ(q.xform(Vector3(1, 2, 3)), Vector3(1, 2, 3));
	CHECK_EQ(Basis(Vector3(2, 0, 0), 1), Basis());
	CHECK_EQ(Basis::from_scale(Vector3(2, 2, 2)).get_quaternion(), Quaternion());
}

TEST_CASE("[Math][Basis] Inverse, determinant and scale agree with each other") {
	const Basis b(Vector3(1, 2, 3), Vector3(-4, 5, 6), Vector3(7, -8, 9));
	CHECK((b * b.inverse()).is_equal_approx(Basis()));
	CHECK(Math::is_equal_approx(b.determinant(), 240.0f));
	CHECK(b.scaled(Vector3(2, 3, 4)).is_equal_approx(Basis::from_scale(Vector3(2, 3, 4)) * b));
	CHECK(b.scaled_local(Vector3(2, 3, 4)).is_equal_approx(b * Basis::from_scale(Vector3(2, 3, 4))));
	CHECK(b.orthonormalized().is_rotation());
	CHECK(Basis::from_scale(Vector3(-1, 1, 1)).get_scale().is_equal_approx(Vector3(-1, -1, -1)));
	ExpectErrors quiet;
	const Basis flat = Basis::from_scale(Vector3(1, 1, 0));
	CHECK_EQ(flat.inverse(), flat);
}

TEST_CASE("[Math][Basis] Looking along the up direction still gives a rotation") {
	ExpectErrors quiet;
	CHECK(Basis::looking_at(Vector3(1, 2, 3)).xform(Vector3(0, 0, -1)).is_equal_approx(Vector3(1, 2, 3).normalized()));
	CHECK(Basis::looking_at(Vector3(0, 1, 0)).is_rotation());
	CHECK_EQ(Basis::looking_at(Vector3()), Basis());
}

TEST_CASE("[Math][Transform2D] It is made of rotation, scale, skew and origin, and gives them back") {
	const Transform2D t(1.0f, Vector2(2, 3), 0.5f, Vector2(4, 5));
	CHECK(Math::is_equal_approx(t.get_rotation(), 1.0f));
	CHECK(t.get_scale().is_equal_approx(Vector2(2, 3)));
	CHECK(Math::is_equal_approx(t.get_skew(), 0.5f));
	CHECK((t * t.affine_inverse()).is_equal_approx(Transform2D()));
	CHECK(t.rotated_local(0.3f).is_equal_approx(t * Transform2D(0.3f, Vector2())));
	CHECK(t.rotated(0.3f).is_equal_approx(Transform2D(0.3f, Vector2()) * t));
	CHECK(t.xform(Rect2(0, 0, 1, 1)).has_point(t.xform(Vector2(0.5f, 0.5f))));
	CHECK_EQ(t.xform(Vector<Vector2>({ Vector2(1, 2) }))[0], t.xform(Vector2(1, 2)));
}

TEST_CASE("[Math][Transform3D] Inverse and interpolation") {
	const Transform3D t(Basis(Vector3(0, 1, 0), 0.7f).scaled(Vector3(2, 2, 2)), Vector3(1, 2, 3));
	CHECK((t * t.affine_inverse()).is_equal_approx(Transform3D()));
	CHECK(Transform3D().interpolate_with(t, 1).is_equal_approx(t));
	CHECK(t.interpolate_with(Transform3D(), 0).is_equal_approx(t));
	CHECK(t.xform(Plane(0, 1, 0, 2)).has_point(t.xform(Vector3(7, 2, -5)), 0.001f));
	CHECK(t.xform_inv(t.xform(Plane(0, 1, 0, 2))).is_equal_approx(Plane(0, 1, 0, 2)));
}

} // namespace TestRotations
