// Frames, pausing, timers, deletion and the end of the program.
#include "core/scene/main/scene_tree.h"

#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/io/network_turn.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/object/shown_objects.h"
#include "core/os/input.h"
#include "core/os/os.h"
#include "core/scene/main/multiplayer_api.h"
#include "core/scene/main/node.h"
#include "core/scene/main/timer.h"
#include "core/scene/main/window.h"

#include <algorithm>

SceneTree *SceneTree::singleton = nullptr;

// As the project wants its window: what it shows depends on that also where nobody sees it.
static void set_up_root(Window *p_root) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	const auto index_of = [settings](const char *p_name, std::initializer_list<const char *> p_words, int p_else) {
		const String value = settings->get_setting_with_override(p_name);
		int index = 0;
		for (const char *word : p_words) {
			if (value == word) {
				return index;
			}
			index++;
		}
		return p_else;
	};
	p_root->set_title(settings->get_setting_with_override("application/config/name"));
	p_root->set_content_scale_size(Vector2i(int(settings->get_setting_with_override("display/window/size/viewport_width")), int(settings->get_setting_with_override("display/window/size/viewport_height"))).max(Vector2i()));
	p_root->set_content_scale_mode(Window::ContentScaleMode(index_of("display/window/stretch/mode", { "disabled", "canvas_items", "viewport" }, 0)));
	p_root->set_content_scale_aspect(Window::ContentScaleAspect(index_of("display/window/stretch/aspect", { "ignore", "keep", "keep_width", "keep_height", "expand" }, 1)));
	p_root->set_content_scale_stretch(Window::ContentScaleStretch(index_of("display/window/stretch/scale_mode", { "fractional", "integer" }, 0)));
	const real_t factor = settings->get_setting_with_override("display/window/stretch/scale");
	p_root->set_content_scale_factor(factor > 0 ? factor : 1);
}

SceneTree::SceneTree() {
	if (!singleton) {
		singleton = this;
	}
	root = memnew(Window);
	root->set_process_mode(Node::PROCESS_MODE_PAUSABLE);
	root->set_name("root");
	set_up_root(root);
	root_lock = memnew(ObjectMethodLock(root));
	set_multiplayer(MultiplayerAPI::create_default_interface());
}

SceneTree::~SceneTree() {
	drop_timers();
	memdelete(root_lock);
	if (root) {
		memdelete(root);
	}
	if (singleton == this) {
		singleton = nullptr;
	}
}

void SceneTree::initialize() {
	Input::get_singleton()->set_dispatch([](const Ref<InputEvent> &p_event) {
		const SceneTree *running = Object::cast_to<SceneTree>(OS::get_singleton()->get_main_loop());
		if (running && running->root && running->root->is_inside_tree()) {
			running->root->push_input(p_event);
		}
	});
	MainLoop::initialize(); // The script's _initialize() runs before the root is inside.
	root->enter_tree_recursively(this);
	root->ready_recursively();
}

bool SceneTree::physics_process(double p_delta) {
	physics_frame_count++;
	physics_process_time = p_delta;
	if (MainLoop::physics_process(p_delta)) {
		quit_asked = true;
	}
	emit_signal(SNAME("physics_frame"));
	collect_due_nodes(p_delta, true);
	physics_list.run();
	flush_unique_calls();
	MessageQueue::get_singleton()->flush();
	run_timers(p_delta, true);
	run_tweens(p_delta, true);
	flush_delete_queue();
	return quit_asked;
}

bool SceneTree::process(double p_delta) {
	process_time = p_delta;
	if (MainLoop::process(p_delta)) {
		quit_asked = true;
	}
	poll_multiplayer();
	emit_signal(SNAME("process_frame"));
	MessageQueue::get_singleton()->flush();
	collect_due_nodes(p_delta, false);
	idle_list.run();
	flush_unique_calls();
	MessageQueue::get_singleton()->flush();
	run_timers(p_delta, false);
	run_tweens(p_delta, false);
	flush_scene_change();
	flush_delete_queue();
	ShownObjects::end_frame();
	return quit_asked;
}

void SceneTree::finalize() {
	MainLoop::finalize();
	flush_delete_queue();
	if (root && root->is_inside_tree()) {
		root->exit_tree_recursively();
	}
}

void SceneTree::release() {
	flush_delete_queue();
	if (pending_scene) {
		memdelete(pending_scene);
		pending_scene = nullptr;
	}
	if (root) {
		memdelete(root);
		root = nullptr;
	}
	drop_timers();
	custom_multiplayers.clear();
	multiplayer.unref();
	tweens.clear();
	unique_calls.clear();
}

// Seconds from the beginning of the last frame to the moment a timer is due; the frame rate may ask for an earlier one. Physics timers
// need none: their steps come by the clock.
double SceneTree::get_next_deadline() const {
	const double scale = Engine::get_singleton()->get_time_scale();
	double deadline = MainLoop::get_next_deadline();
	for (int unscaled = 0; unscaled < 2; unscaled++) {
		double left = node_timers[0][unscaled].get_next_left();
		for (int always = paused ? 1 : 0; always < 2; always++) {
			left = MIN(left, timers[0][unscaled][always].get_next_left());
		}
		if (unscaled || scale > 0) {
			deadline = MIN(deadline, unscaled ? left : left / scale);
		}
	}
	return deadline;
}

void SceneTree::set_pause(bool p_paused) {
	if (paused == p_paused) {
		return;
	}
	paused = p_paused;
	root->notify_pause(p_paused);
}

void SceneTree::quit(int p_exit_code) {
	NetworkTurn::announce(); // Asked for in a deferred call between frames, it does not wait for the clock.
	OS::get_singleton()->set_exit_code(p_exit_code);
	quit_asked = true;
}

bool SceneTree::request_close() {
	root->propagate_notification(Node::NOTIFICATION_WM_CLOSE_REQUEST);
	return auto_accept_quit;
}

void SceneTree::notify_application(int p_notification) {
	MainLoop::notify_application(p_notification);
	root->propagate_notification(p_notification);
}

void SceneTree::queue_delete(Object *p_object) {
	ERR_FAIL_NULL_MSG(p_object, "queue_delete: the object given is null.");
	ERR_FAIL_COND_MSG(p_object == this || p_object == root, "The running tree and its root cannot be freed; quit() ends the program.");
	if (!p_object->is_queued_for_deletion()) {
		p_object->set_queued_for_deletion();
		delete_queue.push_back(p_object->get_instance_id());
	}
}

void SceneTree::flush_delete_queue() {
	// What is queued meanwhile waits for the next step.
	LocalVector<ObjectID> dying = std::move(delete_queue);
	delete_queue.clear();
	for (const ObjectID &id : dying) {
		if (Object *object = ObjectDB::get_instance(id)) {
			memdelete(object);
		}
	}
}

Ref<SceneTreeTimer> SceneTree::create_timer(double p_seconds, bool p_process_always, bool p_in_physics, bool p_ignore_time_scale) {
	Ref<SceneTreeTimer> timer;
	timer.instantiate();
	timer->set_time_left(p_seconds);
	timer->reference(); // Until its time is up.
	timer->start(&timers[p_in_physics][p_ignore_time_scale][p_process_always]);
	return timer;
}

void SceneTree::collect_due_nodes(double p_delta, bool p_physics) {
	const double steps[2] = { p_delta, p_physics ? p_delta : Engine::get_singleton()->get_process_step() };
	for (int unscaled = 0; unscaled < 2; unscaled++) {
		TimerQueue &queue = node_timers[p_physics][unscaled];
		queue.advance(steps[unscaled]);
		double left = 0.0;
		while (TimerEntry *entry = queue.take_due(left)) {
			Timer *timer = static_cast<Timer *>(entry);
			timer->set_due(left, steps[unscaled]);
			(p_physics ? physics_list : idle_list).add_guest(timer);
		}
	}
}

void SceneTree::run_timers(double p_delta, bool p_physics) {
	const double steps[2] = { p_delta, p_physics ? p_delta : Engine::get_singleton()->get_process_step() };
	// Timers that handlers create start counting with the next frame.
	LocalVector<TimerEntry *> due;
	for (int unscaled = 0; unscaled < 2; unscaled++) {
		for (int always = paused ? 1 : 0; always < 2; always++) {
			TimerQueue &queue = timers[p_physics][unscaled][always];
			queue.advance(steps[unscaled]);
			double left = 0.0;
			while (TimerEntry *entry = queue.take_due(left)) {
				due.push_back(entry);
			}
		}
	}
	if (due.size() > 1) {
		std::sort(due.ptr(), due.ptr() + due.size(), TimerQueue::joined_before);
	}
	for (TimerEntry *entry : due) {
		Ref<SceneTreeTimer> timer(static_cast<SceneTreeTimer *>(entry));
		timer->unreference();
		timer->set_time_left(0.0);
		timer->emit_signal(SNAME("timeout"));
	}
}

void SceneTree::drop_timers() {
	for (TimerQueue *queue = &timers[0][0][0]; queue != &timers[0][0][0] + 8; queue++) {
		while (TimerEntry *entry = queue->take_any()) {
			Ref<SceneTreeTimer> timer(static_cast<SceneTreeTimer *>(entry));
			timer->unreference();
		}
	}
}

Ref<Tween> SceneTree::create_tween() {
	Ref<Tween> tween;
	tween.instantiate();
	tween->make_valid();
	tweens.push_back(tween);
	return tween;
}

TypedArray<Tween> SceneTree::get_processed_tweens() {
	TypedArray<Tween> result;
	for (const Ref<Tween> &tween : tweens) {
		if (tween->is_driven_by_tree()) {
			result.push_back(tween);
		}
	}
	return result;
}

void SceneTree::run_tweens(double p_delta, bool p_physics) {
	const double unscaled = p_physics ? p_delta : Engine::get_singleton()->get_process_step();
	const LocalVector<Ref<Tween>> running = tweens; // Callbacks may create and kill tweens.
	for (const Ref<Tween> &tween : running) {
		const bool in_physics = tween->get_process_mode() == Tween::TWEEN_PROCESS_PHYSICS;
		if (!tween->is_driven_by_tree() || in_physics != p_physics || !tween->can_process(paused)) {
			continue;
		}
		if (!tween->step(tween->is_ignoring_time_scale() ? unscaled : p_delta)) {
			tween->clear();
			tween->leave_tree();
		}
	}
	drop_left_tweens();
}

// All at once, so that it does not matter how many end in one frame. They are let go of when the list is whole again.
void SceneTree::drop_left_tweens() {
	LocalVector<Ref<Tween>> left;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < tweens.size(); i++) {
		if (!tweens[i]->is_driven_by_tree()) {
			left.push_back(tweens[i]);
		} else if (kept++ != i) {
			tweens[kept - 1] = tweens[i];
		}
	}
	tweens.resize(kept);
}

// Nodes moved among their siblings: lists in tree order need sorting again before their next use.
void SceneTree::order_changed() {
	idle_list.invalidate_order();
	physics_list.invalidate_order();
	for (KeyValue<StringName, Group> &group : group_members) {
		group.value.sorted = false;
	}
}

void SceneTree::forget_node(Node *p_node) {
	if (current_scene == p_node) {
		current_scene = nullptr;
	}
	if (pending_scene == p_node) {
		pending_scene = nullptr;
	}
}

void SceneTree::bind_settings() {
	ClassDB::bind_method(D_METHOD("is_auto_accept_quit"), &SceneTree::is_auto_accept_quit);
	ClassDB::bind_method(D_METHOD("set_auto_accept_quit", "enabled"), &SceneTree::set_auto_accept_quit);
	ClassDB::bind_method(D_METHOD("is_quit_on_go_back"), &SceneTree::is_quit_on_go_back);
	ClassDB::bind_method(D_METHOD("set_quit_on_go_back", "enabled"), &SceneTree::set_quit_on_go_back);
	ClassDB::bind_method(D_METHOD("set_edited_scene_root", "scene"), &SceneTree::set_edited_scene_root);
	ClassDB::bind_method(D_METHOD("get_edited_scene_root"), &SceneTree::get_edited_scene_root);
	ClassDB::bind_method(D_METHOD("set_pause", "enable"), &SceneTree::set_pause);
	ClassDB::bind_method(D_METHOD("is_paused"), &SceneTree::is_paused);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "auto_accept_quit"), "set_auto_accept_quit", "is_auto_accept_quit");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "quit_on_go_back"), "set_quit_on_go_back", "is_quit_on_go_back");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "paused"), "set_pause", "is_paused");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "edited_scene_root", PROPERTY_HINT_RESOURCE_TYPE, "Node", PROPERTY_USAGE_NONE), "set_edited_scene_root", "get_edited_scene_root");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "current_scene", PROPERTY_HINT_RESOURCE_TYPE, "Node", PROPERTY_USAGE_NONE), "set_current_scene", "get_current_scene");
	ADD_PROPERTY(PropertyInfo(Variant::OBJECT, "root", PROPERTY_HINT_RESOURCE_TYPE, "Node", PROPERTY_USAGE_NONE), "", "get_root");
}

// What concerns the whole program is told to every node.
void SceneTree::_notification(int p_what) {
	if (p_what == NOTIFICATION_TRANSLATION_CHANGED && root) {
		root->propagate_notification(p_what);
	}
}

void SceneTree::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_root"), &SceneTree::get_root);
	ClassDB::bind_method(D_METHOD("create_timer", "time_sec", "process_always", "process_in_physics", "ignore_time_scale"), &SceneTree::create_timer, DEFVAL(true), DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("create_tween"), &SceneTree::create_tween);
	ClassDB::bind_method(D_METHOD("get_processed_tweens"), &SceneTree::get_processed_tweens);
	ClassDB::bind_method(D_METHOD("get_node_count"), &SceneTree::get_node_count);
	ClassDB::bind_method(D_METHOD("get_frame"), &SceneTree::get_frame);
	ClassDB::bind_method(D_METHOD("quit", "exit_code"), &SceneTree::quit, DEFVAL(0));
	ClassDB::bind_method(D_METHOD("queue_delete", "obj"), &SceneTree::queue_delete);
	bind_scenes();
	bind_settings();
	bind_groups();
	bind_multiplayer();
	ADD_SIGNAL(MethodInfo("tree_changed"));
	ADD_SIGNAL(MethodInfo("scene_changed"));
	ADD_SIGNAL(MethodInfo("tree_process_mode_changed"));
	for (const char *name : { "node_added", "node_removed", "node_renamed", "node_configuration_warning_changed" }) {
		ADD_SIGNAL(MethodInfo(name, PropertyInfo(Variant::OBJECT, "node", PROPERTY_HINT_RESOURCE_TYPE, "Node")));
	}
	ADD_SIGNAL(MethodInfo("process_frame"));
	ADD_SIGNAL(MethodInfo("physics_frame"));
	BIND_ENUM_CONSTANT(GROUP_CALL_DEFAULT);
	BIND_ENUM_CONSTANT(GROUP_CALL_REVERSE);
	BIND_ENUM_CONSTANT(GROUP_CALL_DEFERRED);
	BIND_ENUM_CONSTANT(GROUP_CALL_UNIQUE);
}
