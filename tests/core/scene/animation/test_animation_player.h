// Animations inside a tree: frames drive them, methods are called, and scripts may do what they like in between.
#pragma once

#include "core/object/callable_method_pointer.h"
#include "core/scene/animation/animation_player.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace TestAnimationPlayer {

class Actor : public Node {
	GDCLASS(Actor, Node);

public:
	AnimationPlayer *player = nullptr;
	int calls = 0;
	double value = 0.0;
	int what = 0; // 1: clear, 2: free the player, 3: remove tracks, 4: play another.

	void set_value(double p_value) {
		value = p_value;
		interfere();
	}
	double get_value() const { return value; }
	void hit(int p_by) {
		calls += p_by;
		interfere();
	}
	void interfere() {
		const int now = what;
		what = 0;
		switch (now) {
			case 1:
				player->clear_caches();
				break;
			case 2:
				memdelete(player);
				player = nullptr;
				break;
			case 3:
				while (player->get_animation("a")->get_track_count() > 0) {
					player->get_animation("a")->remove_track(0);
				}
				player->get_animation_library("")->remove_animation("a");
				break;
			case 4:
				player->play("b");
				player->stop();
				break;
		}
	}

protected:
	static void _bind_methods() {
		ClassDB::bind_method(D_METHOD("set_value", "value"), &Actor::set_value);
		ClassDB::bind_method(D_METHOD("get_value"), &Actor::get_value);
		ClassDB::bind_method(D_METHOD("hit", "by"), &Actor::hit);
		ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "value"), "set_value", "get_value");
	}
};

Ref<Animation> make_animation() {
	Ref<Animation> animation;
	animation.instantiate();
	const int calls = animation->add_track(Animation::TYPE_METHOD);
	animation->track_set_path(calls, NodePath("Actor"));
	for (const double time : { 0.0, 0.25, 0.75 }) {
		Dictionary call;
		call["method"] = "hit";
		call["args"] = Array{ 1 };
		animation->track_insert_key(calls, time, call);
	}
	const int values = animation->add_track(Animation::TYPE_VALUE);
	animation->track_set_path(values, NodePath("Actor:value"));
	animation->track_insert_key(values, 0.0, 0.0);
	animation->track_insert_key(values, 1.0, 10.0);
	return animation;
}

struct Stage {
	SceneTree *tree = memnew(SceneTree);
	Actor *actor = memnew(Actor);
	AnimationPlayer *player = memnew(AnimationPlayer);

	Stage() {
		tree->initialize();
		Actor::initialize_class();
		actor->set_name("Actor");
		tree->get_root()->add_child(actor);
		Ref<AnimationLibrary> library;
		library.instantiate();
		library->add_animation("a", make_animation());
		library->add_animation("b", make_animation());
		player->add_animation_library(StringName(), library);
		player->set_callback_mode_method(AnimationMixer::ANIMATION_CALLBACK_MODE_METHOD_IMMEDIATE);
		tree->get_root()->add_child(player);
		actor->player = player;
	}
	~Stage() {
		tree->finalize();
		memdelete(tree);
	}
};

TEST_CASE("[Animation] Frames drive a player, in the process or in the physics frame") {
	for (const bool physics : { false, true }) {
		Stage stage;
		stage.player->set_callback_mode_process(physics ? AnimationMixer::ANIMATION_CALLBACK_MODE_PROCESS_PHYSICS : AnimationMixer::ANIMATION_CALLBACK_MODE_PROCESS_IDLE);
		stage.player->play("a");
		const auto frame = [&](double p_delta) {
			physics ? stage.tree->physics_process(p_delta) : stage.tree->process(p_delta);
		};
		frame(0.3);
		CHECK_EQ(stage.actor->calls, 2);
		CHECK_EQ(stage.actor->value, doctest::Approx(3.0));
		frame(0.5);
		CHECK_EQ(stage.actor->calls, 3);
		stage.player->pause();
		frame(0.1);
		CHECK_EQ(stage.actor->value, doctest::Approx(8.0));
		stage.player->play();
		frame(0.5);
		CHECK_EQ(stage.actor->value, doctest::Approx(10.0));
		CHECK_FALSE(stage.player->is_playing());
	}
}

TEST_CASE("[Animation] What a track calls may change or free the player and its animations") {
	for (const bool in_method : { true, false }) {
		for (int what = 1; what <= 4; what++) {
			Stage stage;
			stage.player->play("a");
			stage.player->queue("b");
			if (!in_method) {
				stage.player->get_animation("a")->track_set_enabled(0, false);
			}
			stage.actor->what = what;
			for (int i = 0; i < 5; i++) {
				stage.tree->process(0.3);
			}
			CHECK_EQ(stage.actor->what, 0);
		}
	}
}

TEST_CASE("[Animation] A chain of players that play one another ends before the stack does") {
	constexpr int count = 150;
	Stage stage;
	LocalVector<AnimationPlayer *> players;
	for (int i = 0; i < count; i++) {
		Ref<Animation> animation;
		animation.instantiate();
		const int track = animation->add_track(Animation::TYPE_ANIMATION);
		animation->track_set_path(track, NodePath(vformat("P%d", i + 1)));
		animation->animation_track_insert_key(track, 0.0, "a");
		animation->track_set_enabled(track, i + 1 < count);
		Ref<AnimationLibrary> library;
		library.instantiate();
		library->add_animation("a", animation);
		AnimationPlayer *player = memnew(AnimationPlayer);
		player->set_name(vformat("P%d", i));
		player->add_animation_library(StringName(), library);
		stage.tree->get_root()->add_child(player);
		players.push_back(player);
	}
	const ExpectErrors quiet;
	players[0]->play("a");
	players[0]->seek(0.0, true);
	CHECK(players[1]->is_playing());
	CHECK(players[100]->is_playing());
	CHECK_FALSE(players[101]->is_playing());
}

TEST_CASE("[Animation] Broken tracks of a file are refused with an error, and nothing is lost") {
	Ref<Animation> animation;
	animation.instantiate();
	const ExpectErrors quiet;
	bool valid = true;
	animation->set("tracks/0/type", "nonsense", &valid);
	CHECK_EQ(animation->get_track_count(), 0);
	animation->set("tracks/900000000/type", "value");
	CHECK_EQ(animation->get_track_count(), 0);
	animation->set("tracks/0/type", "value");
	REQUIRE_EQ(animation->get_track_count(), 1);
	Dictionary keys;
	keys["times"] = PackedFloat32Array({ 0.0f, 1.0f });
	keys["values"] = Array{ 1 };
	animation->set("tracks/0/keys", keys);
	CHECK_EQ(animation->track_get_key_count(0), 0);
	animation->set("tracks/0/keys", 5);
	animation->set("tracks/1/type", "position_3d");
	animation->set("tracks/1/keys", PackedFloat32Array({ 0.0f, 1.0f, 2.0f }));
	CHECK_EQ(animation->track_get_key_count(1), 0);
	animation->set("tracks/2/type", "method");
	keys["values"] = Array{ 1, 2 };
	animation->set("tracks/2/keys", keys);
	CHECK_EQ(animation->track_get_key_count(2), 0);
	animation->set("markers", Array{ 1 });
	CHECK_EQ(animation->get_marker_names().size(), 0);
	Array many;
	many.resize(1 << 15);
	for (int64_t i = 0; i < many.size(); i++) {
		Dictionary marker;
		marker["name"] = itos(i);
		marker["time"] = double(i);
		many[i] = marker;
	}
	animation->set("markers", many);
	CHECK_EQ(animation->get_marker_names().size(), 0);
}

} // namespace TestAnimationPlayer
