// States change when an event is taken, before nodes see it.
#include "core/os/input.h"

#include "core/config/engine.h"
#include "core/error/error_macros.h"

static int64_t joy_key(int p_device, int64_t p_what) {
	return (int64_t(p_device) << 16) | (p_what & 0xFFFF);
}

static void put(HashSet<int64_t> &r_set, int64_t p_value, bool p_pressed) {
	if (p_pressed && p_value != 0) {
		r_set.insert(p_value);
	} else {
		r_set.erase(p_value);
	}
}

bool Input::is_anything_pressed() const {
	for (const KeyValue<StringName, ActionState> &entry : actions) {
		if (entry.value.pressed) {
			return true;
		}
	}
	return !keys.is_empty() || !physical_keys.is_empty() || !joy_buttons.is_empty() || mouse_buttons != 0;
}

bool Input::is_mouse_button_pressed(MouseButton p_button) const {
	const int64_t button = int64_t(p_button);
	return button > 0 && button < 64 && ((mouse_buttons >> (button - 1)) & 1);
}

bool Input::is_joy_button_pressed(int p_device, JoyButton p_button) const {
	return joy_buttons.has(joy_key(p_device, int64_t(p_button)));
}

float Input::get_joy_axis(int p_device, JoyAxis p_axis) const {
	const float *value = joy_axes.getptr(joy_key(p_device, int64_t(p_axis)));
	return value ? *value : 0.0f;
}

const Input::ActionState *Input::find(const StringName &p_action) const {
	ERR_FAIL_COND_V_MSG(!InputMap::get_singleton()->has_action(p_action), nullptr, "The InputMap action \"" + p_action + "\" doesn't exist.");
	return actions.getptr(p_action);
}

bool Input::is_action_pressed(const StringName &p_action, bool p_exact) const {
	const ActionState *state = find(p_action);
	return state && state->pressed;
}

bool Input::is_action_just_pressed(const StringName &p_action, bool p_exact) const {
	const ActionState *state = find(p_action);
	const Engine *engine = Engine::get_singleton();
	return state && (engine->is_in_physics_frame() ? state->pressed_physics_frame == engine->get_physics_frames() : state->pressed_frame == engine->get_process_frames());
}

bool Input::is_action_just_released(const StringName &p_action, bool p_exact) const {
	const ActionState *state = find(p_action);
	const Engine *engine = Engine::get_singleton();
	return state && (engine->is_in_physics_frame() ? state->released_physics_frame == engine->get_physics_frames() : state->released_frame == engine->get_process_frames());
}

float Input::get_action_strength(const StringName &p_action, bool p_exact) const {
	const ActionState *state = find(p_action);
	return state ? state->strength : 0.0f;
}

float Input::get_action_raw_strength(const StringName &p_action, bool p_exact) const {
	const ActionState *state = find(p_action);
	return state ? state->raw_strength : 0.0f;
}

float Input::get_axis(const StringName &p_negative, const StringName &p_positive) const {
	return get_action_strength(p_positive) - get_action_strength(p_negative);
}

Vector2 Input::get_vector(const StringName &p_negative_x, const StringName &p_positive_x, const StringName &p_negative_y, const StringName &p_positive_y, float p_deadzone) const {
	const Vector2 vector(get_action_raw_strength(p_positive_x) - get_action_raw_strength(p_negative_x), get_action_raw_strength(p_positive_y) - get_action_raw_strength(p_negative_y));
	if (p_deadzone < 0) {
		const InputMap *map = InputMap::get_singleton();
		p_deadzone = 0.25f * (map->action_get_deadzone(p_negative_x) + map->action_get_deadzone(p_positive_x) + map->action_get_deadzone(p_negative_y) + map->action_get_deadzone(p_positive_y));
	}
	const float length = vector.length();
	if (length <= p_deadzone) {
		return Vector2();
	}
	return length > 1.0f ? vector / length : vector * ((length - p_deadzone) / (1.0f - p_deadzone) / length);
}

bool Input::is_action_just_pressed_by_event(const StringName &p_action, const Ref<InputEvent> &p_event, bool p_exact) const {
	ERR_FAIL_COND_V_MSG(p_event.is_null(), false, "There is no event that the action could come from.");
	return is_action_just_pressed(p_action, p_exact) && actions.getptr(p_action)->pressed_by == p_event->get_instance_id();
}

bool Input::is_action_just_released_by_event(const StringName &p_action, const Ref<InputEvent> &p_event, bool p_exact) const {
	ERR_FAIL_COND_V_MSG(p_event.is_null(), false, "There is no event that the action could come from.");
	return is_action_just_released(p_action, p_exact) && actions.getptr(p_action)->released_by == p_event->get_instance_id();
}

void Input::set_action(const StringName &p_action, bool p_pressed, float p_strength, float p_raw_strength, ObjectID p_event) {
	ActionState &state = actions[p_action];
	const Engine *engine = Engine::get_singleton();
	if (state.pressed != p_pressed) {
		(p_pressed ? state.pressed_by : state.released_by) = p_event;
		(p_pressed ? state.pressed_frame : state.released_frame) = engine->get_process_frames();
		(p_pressed ? state.pressed_physics_frame : state.released_physics_frame) = engine->get_physics_frames();
	}
	state.pressed = p_pressed;
	state.strength = p_strength;
	state.raw_strength = p_raw_strength;
}

void Input::action_press(const StringName &p_action, float p_strength) {
	ERR_FAIL_COND_MSG(!InputMap::get_singleton()->has_action(p_action), "The InputMap action \"" + p_action + "\" doesn't exist.");
	const float strength = CLAMP(p_strength, 0.0f, 1.0f);
	set_action(p_action, true, strength, strength, ObjectID());
}

void Input::action_release(const StringName &p_action) {
	ERR_FAIL_COND_MSG(!InputMap::get_singleton()->has_action(p_action), "The InputMap action \"" + p_action + "\" doesn't exist.");
	set_action(p_action, false, 0.0f, 0.0f, ObjectID());
}

void Input::take(const Ref<InputEvent> &p_event) {
	const InputEvent *event = p_event.ptr();
	const bool pressed = event->is_pressed();
	switch (event->get_kind()) {
		case InputEvent::KIND_KEY:
			put(keys, event->read_int(SNAME("keycode")), pressed);
			put(physical_keys, event->read_int(SNAME("physical_keycode")), pressed);
			put(key_labels, event->read_int(SNAME("key_label")), pressed);
			break;
		case InputEvent::KIND_MOUSE_BUTTON: {
			const int64_t button = event->read_int(SNAME("button_index"));
			if (button > 0 && button < 64) {
				const int64_t bit = int64_t(1) << (button - 1);
				mouse_buttons = pressed ? mouse_buttons | bit : mouse_buttons & ~bit;
			}
			break;
		}
		case InputEvent::KIND_JOY_BUTTON: {
			const int64_t key = joy_key(event->get_device(), event->read_int(SNAME("button_index")));
			if (pressed) {
				joy_buttons.insert(key);
			} else {
				joy_buttons.erase(key);
			}
			break;
		}
		case InputEvent::KIND_JOY_MOTION:
			joy_axes[joy_key(event->get_device(), event->read_int(SNAME("axis")))] = event->read(SNAME("axis_value"));
			break;
		default:
			break;
	}
	if (!event->is_echo()) {
		InputMap::get_singleton()->for_each_match(event, [this, event](const StringName &p_action, const InputEvent::Match &p_match) {
			set_action(p_action, p_match.pressed, p_match.strength, p_match.raw_strength, event->get_instance_id());
		});
	}
	if (dispatch) {
		dispatch(p_event);
	}
}

void Input::parse_input_event(const Ref<InputEvent> &p_event) {
	ERR_FAIL_COND_MSG(p_event.is_null(), "There is no event to parse.");
	if (accumulating) {
		buffered.push_back(p_event);
	} else {
		take(p_event);
	}
}

void Input::flush_buffered_events() {
	// Handlers may hand in more; that comes with the next flush.
	const LocalVector<Ref<InputEvent>> events = buffered;
	buffered.clear();
	for (const Ref<InputEvent> &event : events) {
		take(event);
	}
}

void Input::_bind_methods() {
	ClassDB::bind_method(D_METHOD("is_anything_pressed"), &Input::is_anything_pressed);
	ClassDB::bind_method(D_METHOD("is_key_pressed", "keycode"), &Input::is_key_pressed);
	ClassDB::bind_method(D_METHOD("is_physical_key_pressed", "keycode"), &Input::is_physical_key_pressed);
	ClassDB::bind_method(D_METHOD("is_key_label_pressed", "keycode"), &Input::is_key_label_pressed);
	ClassDB::bind_method(D_METHOD("is_mouse_button_pressed", "button"), &Input::is_mouse_button_pressed);
	ClassDB::bind_method(D_METHOD("is_joy_button_pressed", "device", "button"), &Input::is_joy_button_pressed);
	ClassDB::bind_method(D_METHOD("get_joy_axis", "device", "axis"), &Input::get_joy_axis);
	ClassDB::bind_method(D_METHOD("is_action_pressed", "action", "exact_match"), &Input::is_action_pressed, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_action_just_pressed", "action", "exact_match"), &Input::is_action_just_pressed, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_action_just_released", "action", "exact_match"), &Input::is_action_just_released, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_action_just_pressed_by_event", "action", "event", "exact_match"), &Input::is_action_just_pressed_by_event, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_action_just_released_by_event", "action", "event", "exact_match"), &Input::is_action_just_released_by_event, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_action_strength", "action", "exact_match"), &Input::get_action_strength, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_action_raw_strength", "action", "exact_match"), &Input::get_action_raw_strength, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_axis", "negative_action", "positive_action"), &Input::get_axis);
	ClassDB::bind_method(D_METHOD("get_vector", "negative_x", "positive_x", "negative_y", "positive_y", "deadzone"), &Input::get_vector, DEFVAL(-1.0f));
	ClassDB::bind_method(D_METHOD("action_press", "action", "strength"), &Input::action_press, DEFVAL(1.0f));
	ClassDB::bind_method(D_METHOD("action_release", "action"), &Input::action_release);
	ClassDB::bind_method(D_METHOD("parse_input_event", "event"), &Input::parse_input_event);
	ClassDB::bind_method(D_METHOD("flush_buffered_events"), &Input::flush_buffered_events);
	ClassDB::bind_method(D_METHOD("set_use_accumulated_input", "enable"), &Input::set_use_accumulated_input);
	ClassDB::bind_method(D_METHOD("is_using_accumulated_input"), &Input::is_using_accumulated_input);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "use_accumulated_input"), "set_use_accumulated_input", "is_using_accumulated_input");
}
