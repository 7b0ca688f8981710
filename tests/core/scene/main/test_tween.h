// The tree's list of tweens, while they end, are killed and change hands.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/scene/main/scene_tree.h"
#include "tests/test_macros.h"

namespace TestTween {

class Listener : public Object {
	GDCLASS(Listener, Object);

public:
	SceneTree *tree = nullptr;
	int heard = 0;

	void count() { heard++; }
	void kill_all() {
		const TypedArray<Tween> all = tree->get_processed_tweens();
		for (int i = 0; i < all.size(); i++) {
			Ref<Tween>(all[i])->kill();
		}
	}
};

TEST_CASE("[Tween] Those that end, are killed or become part of another leave the tree; the others keep their order") {
	SceneTree *tree = memnew(SceneTree);
	tree->initialize();
	Listener listener;
	listener.tree = tree;
	LocalVector<Ref<Tween>> tweens;
	for (int i = 0; i < 300; i++) {
		tweens.push_back(tree->create_tween());
		tweens[i]->tween_interval(i % 3 == 0 ? 0.001 : 100.0);
		tweens[i]->connect(SNAME("finished"), callable_mp(&listener, &Listener::count));
	}
	CHECK(tweens[298]->tween_subtween(tweens[1]).is_valid());
	CHECK_EQ(tree->get_processed_tweens().size(), 299);
	tweens[2]->kill();
	tree->process(0.01);
	CHECK_EQ(listener.heard, 100);
	tree->process(0.01);
	const TypedArray<Tween> left = tree->get_processed_tweens();
	CHECK_EQ(left.size(), 198);
	CHECK(left[0] == Variant(tweens[4]));
	CHECK(left[1] == Variant(tweens[5]));
	CHECK(left[197] == Variant(tweens[299]));

	tree->create_tween()->tween_callback(callable_mp(&listener, &Listener::kill_all));
	tree->process(0.01);
	tree->process(0.01);
	CHECK_EQ(tree->get_processed_tweens().size(), 0);
	tweens.clear();
	tree->finalize();
	memdelete(tree);
}

TEST_CASE("[Tween] A tween is no part of its own parts, however many are between") {
	SceneTree *tree = memnew(SceneTree);
	tree->initialize();
	LocalVector<Ref<Tween>> tweens;
	for (int i = 0; i < 5; i++) {
		tweens.push_back(tree->create_tween());
		tweens[i]->tween_interval(0.001);
	}
	for (int i = 0; i < 4; i++) {
		CHECK(tweens[i]->tween_subtween(tweens[i + 1]).is_valid());
	}
	{
		ExpectErrors quiet;
		CHECK(tweens[4]->tween_subtween(tweens[0]).is_null());
	}
	tree->process(0.01);
	tree->finalize();
	memdelete(tree);
}

} // namespace TestTween
