// Input: which keys, buttons and actions are down, by the events that scripts hand in; there are no devices.
#pragma once

#include "core/math/vector2.h"
#include "core/os/input_map.h"
#include "core/templates/hash_set.h"

enum class MouseButton : int64_t { NONE = 0 };
enum class JoyButton : int64_t { NONE = 0 };
enum class JoyAxis : int64_t { NONE = 0 };

VARIANT_ENUM_CAST(Key);
VARIANT_ENUM_CAST(MouseButton);
VARIANT_ENUM_CAST(JoyButton);
VARIANT_ENUM_CAST(JoyAxis);

// Events wait for the next frame, or for flush_buffered_events(), unless use_accumulated_input is off. Used by the main thread. What else
// the class has in the API is known by name, and answers as with no device connected.
class Input : public Object {
	GDCLASS(Input, Object);

public:
	static Input *get_singleton() { return singleton; }
	// Hands events to the nodes of the tree that runs.
	using Dispatch = void (*)(const Ref<InputEvent> &p_event);
	void set_dispatch(Dispatch p_dispatch) { dispatch = p_dispatch; }

	bool is_anything_pressed() const;
	bool is_key_pressed(Key p_code) const { return keys.has(int64_t(p_code)); }
	bool is_physical_key_pressed(Key p_code) const { return physical_keys.has(int64_t(p_code)); }
	bool is_key_label_pressed(Key p_code) const { return key_labels.has(int64_t(p_code)); }
	bool is_mouse_button_pressed(MouseButton p_button) const;
	bool is_joy_button_pressed(int p_device, JoyButton p_button) const;
	float get_joy_axis(int p_device, JoyAxis p_axis) const;
	bool is_action_pressed(const StringName &p_action, bool p_exact = false) const;
	bool is_action_just_pressed(const StringName &p_action, bool p_exact = false) const;
	bool is_action_just_released(const StringName &p_action, bool p_exact = false) const;
	bool is_action_just_pressed_by_event(const StringName &p_action, const Ref<InputEvent> &p_event, bool p_exact = false) const;
	bool is_action_just_released_by_event(const StringName &p_action, const Ref<InputEvent> &p_event, bool p_exact = false) const;
	float get_action_strength(const StringName &p_action, bool p_exact = false) const;
	float get_action_raw_strength(const StringName &p_action, bool p_exact = false) const;
	float get_axis(const StringName &p_negative, const StringName &p_positive) const;
	// Inside a circle of radius 1. A negative deadzone: the mean of the four actions' own.
	Vector2 get_vector(const StringName &p_negative_x, const StringName &p_positive_x, const StringName &p_negative_y, const StringName &p_positive_y, float p_deadzone = -1.0f) const;
	void action_press(const StringName &p_action, float p_strength = 1.0f);
	void action_release(const StringName &p_action);
	void parse_input_event(const Ref<InputEvent> &p_event);
	void flush_buffered_events();
	void set_use_accumulated_input(bool p_enable) { accumulating = p_enable; }
	bool is_using_accumulated_input() const { return accumulating; }

	Input() { singleton = this; }
	~Input() override { singleton = nullptr; }
	// What the known methods of this class and of the servers answer where nothing is connected.
	static void implement_known_methods();

protected:
	static void _bind_methods();

private:
	struct ActionState {
		bool pressed = false;
		float strength = 0;
		float raw_strength = 0;
		uint64_t pressed_frame = UINT64_MAX; // Of its kind of frame; see get_frame().
		uint64_t pressed_physics_frame = UINT64_MAX;
		uint64_t released_frame = UINT64_MAX;
		uint64_t released_physics_frame = UINT64_MAX;
		ObjectID pressed_by; // The event; none where a script did it.
		ObjectID released_by;
	};

	static inline Input *singleton = nullptr;
	HashSet<int64_t> keys;
	HashSet<int64_t> physical_keys;
	HashSet<int64_t> key_labels;
	HashSet<int64_t> joy_buttons; // Device and button.
	HashMap<int64_t, float> joy_axes; // Device and axis.
	int64_t mouse_buttons = 0; // A bit each.
	HashMap<StringName, ActionState> actions;
	LocalVector<Ref<InputEvent>> buffered;
	bool accumulating = true;
	Dispatch dispatch = nullptr;

	const ActionState *find(const StringName &p_action) const;
	void set_action(const StringName &p_action, bool p_pressed, float p_strength, float p_raw_strength, ObjectID p_event);
	void take(const Ref<InputEvent> &p_event);
};
