// Events compared, matched with the map and put into words. Values are read by name: they are what the known classes keep.
#include "core/os/input_event.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/object/known/known_classes.h"
#include "core/os/input_map.h"

static constexpr float JOY_MOTION_PRESSED = 0.5f;

Variant InputEvent::read(const StringName &p_property) const {
	const Variant *kept = get_known_value(p_property);
	return kept ? *kept : Variant(0);
}

StringName InputEvent::read_name(const StringName &p_property) const {
	const Variant *kept = get_known_value(p_property);
	return kept ? StringName(*kept) : StringName();
}

InputEvent::Kind InputEvent::get_kind() const {
	static constexpr struct {
		const char *name;
		Kind kind;
	} KINDS[] = { { "InputEventKey", KIND_KEY }, { "InputEventMouseButton", KIND_MOUSE_BUTTON }, { "InputEventMouseMotion", KIND_MOUSE_MOTION }, { "InputEventJoypadButton", KIND_JOY_BUTTON }, { "InputEventJoypadMotion", KIND_JOY_MOTION }, { "InputEventAction", KIND_ACTION }, { "InputEventScreenTouch", KIND_TOUCH } };
	for (const auto &entry : KINDS) {
		if (get_class_name() == entry.name) {
			return entry.kind;
		}
	}
	return KIND_OTHER;
}

bool InputEvent::is_pressed() const {
	if (get_kind() == KIND_JOY_MOTION) {
		return std::abs(float(read(SNAME("axis_value")))) >= JOY_MOTION_PRESSED;
	}
	return bool(read(SNAME("pressed"))) && !is_canceled();
}

bool InputEvent::is_action_type() const {
	const Kind kind = get_kind();
	return kind != KIND_MOUSE_MOTION && kind != KIND_TOUCH && kind != KIND_OTHER;
}

int64_t InputEvent::get_modifiers_mask() const {
	return (read(SNAME("shift_pressed")) ? KeyModifier::SHIFT : 0) | (read(SNAME("alt_pressed")) ? KeyModifier::ALT : 0) | (read(SNAME("meta_pressed")) ? KeyModifier::META : 0) | (read(SNAME("ctrl_pressed")) || read(SNAME("command_or_control_autoremap")) ? KeyModifier::CTRL : 0);
}

// Which of its three names a key in the map goes by is the first one that it has.
bool InputEvent::has_same_key(const InputEvent *p_event) const {
	const StringName *names[] = { &SNAME("keycode"), &SNAME("physical_keycode"), &SNAME("key_label") };
	for (const StringName *name : names) {
		if (const int64_t code = read_int(*name)) {
			const int64_t location = read_int(SNAME("location"));
			return code == p_event->read_int(*name) && (location == 0 || location == p_event->read_int(SNAME("location")));
		}
	}
	return p_event->read_int(SNAME("keycode")) == 0 && p_event->read_int(SNAME("physical_keycode")) == 0 && read_int(SNAME("unicode")) == p_event->read_int(SNAME("unicode"));
}

bool InputEvent::is_match(const Ref<InputEvent> &p_event, bool p_exact) const {
	if (p_event.is_null()) {
		return false;
	}
	const InputEvent *other = p_event.ptr();
	if (get_kind() == KIND_ACTION) {
		return other->is_action(read(SNAME("action")), p_exact);
	}
	if (get_class_name() != other->get_class_name()) {
		return false;
	}
	const bool same_modifiers = !p_exact || get_modifiers_mask() == other->get_modifiers_mask();
	switch (get_kind()) {
		case KIND_KEY:
			return has_same_key(other) && same_modifiers;
		case KIND_MOUSE_BUTTON:
			return read_int(SNAME("button_index")) == other->read_int(SNAME("button_index")) && same_modifiers;
		case KIND_JOY_BUTTON:
			return read_int(SNAME("button_index")) == other->read_int(SNAME("button_index"));
		case KIND_JOY_MOTION:
			return read_int(SNAME("axis")) == other->read_int(SNAME("axis")) && (!p_exact || (float(read(SNAME("axis_value"))) < 0) == (float(other->read(SNAME("axis_value"))) < 0));
		default:
			return false;
	}
}

InputEvent::Match InputEvent::match_action(const InputEvent *p_event, bool p_exact, float p_deadzone) const {
	Match match;
	const Kind kind = get_kind();
	if (kind != p_event->get_kind() || (device >= 0 && device != p_event->get_device() && kind != KIND_ACTION)) {
		return match;
	}
	match.pressed = p_event->is_pressed();
	match.strength = match.raw_strength = match.pressed ? 1.0f : 0.0f;
	const int64_t mask = get_modifiers_mask();
	const int64_t held = p_event->get_modifiers_mask();
	// A release counts whichever modifiers are still held.
	const bool modifiers = p_exact ? mask == held : !match.pressed || (mask & held) == mask;
	switch (kind) {
		case KIND_KEY:
			match.matches = has_same_key(p_event) && modifiers;
			break;
		case KIND_MOUSE_BUTTON:
			match.matches = read_int(SNAME("button_index")) == p_event->read_int(SNAME("button_index")) && modifiers;
			break;
		case KIND_JOY_BUTTON:
			match.matches = read_int(SNAME("button_index")) == p_event->read_int(SNAME("button_index"));
			break;
		case KIND_JOY_MOTION: {
			const float value = p_event->read(SNAME("axis_value"));
			const bool same_direction = value == 0 || (value < 0) == (float(read(SNAME("axis_value"))) < 0);
			match.matches = read_int(SNAME("axis")) == p_event->read_int(SNAME("axis")) && (!p_exact || same_direction);
			match.raw_strength = same_direction ? std::abs(value) : 0.0f;
			match.pressed = same_direction && match.raw_strength >= p_deadzone;
			match.strength = match.pressed ? (p_deadzone < 1.0f ? MIN((match.raw_strength - p_deadzone) / (1.0f - p_deadzone), 1.0f) : 1.0f) : 0.0f;
			break;
		}
		case KIND_ACTION:
			match.matches = StringName(read(SNAME("action"))) == StringName(p_event->read(SNAME("action")));
			break;
		default:
			break;
	}
	return match;
}

bool InputEvent::is_action(const StringName &p_action, bool p_exact) const {
	return InputMap::get_singleton()->match(this, p_action, p_exact).matches;
}

bool InputEvent::is_action_pressed(const StringName &p_action, bool p_allow_echo, bool p_exact) const {
	const Match match = InputMap::get_singleton()->match(this, p_action, p_exact);
	return match.matches && match.pressed && (p_allow_echo || !is_echo());
}

bool InputEvent::is_action_released(const StringName &p_action, bool p_exact) const {
	const Match match = InputMap::get_singleton()->match(this, p_action, p_exact);
	return match.matches && !match.pressed;
}

float InputEvent::get_action_strength(const StringName &p_action, bool p_exact) const {
	const Match match = InputMap::get_singleton()->match(this, p_action, p_exact);
	return match.matches ? match.strength : 0.0f;
}

Ref<InputEvent> InputEvent::xformed_by(const Transform2D &p_transform, const Vector2 &p_local_offset) const {
	if (!get_known_value(SNAME("position"))) {
		return Ref<InputEvent>(const_cast<InputEvent *>(this));
	}
	const Ref<InputEvent> moved = const_cast<InputEvent *>(this)->duplicate();
	ERR_FAIL_COND_V(moved.is_null(), moved);
	moved->set_known_value(SNAME("position"), p_transform.xform(Vector2(read(SNAME("position"))) + p_local_offset));
	return moved;
}

namespace {

String with_modifiers(const InputEvent *p_event, int64_t p_code) {
	return p_code == 0 ? String("(unset)") : get_keycode_string(Key(p_code | p_event->get_modifiers_mask()));
}

String button_text(const InputEvent *p_event) {
	static const char *const NAMES[] = { nullptr, "Left Mouse Button", "Right Mouse Button", "Middle Mouse Button", "Mouse Wheel Up", "Mouse Wheel Down", "Mouse Wheel Left", "Mouse Wheel Right", "Mouse Thumb Button 1", "Mouse Thumb Button 2" };
	const int64_t button = p_event->read_int(SNAME("button_index"));
	const String modifiers = get_keycode_string(Key(p_event->get_modifiers_mask()));
	String text = modifiers.is_empty() ? String() : modifiers + "+";
	text += button > 0 && button < 10 ? String(NAMES[button]) : "Button #" + itos(button);
	return p_event->read(SNAME("double_click")) ? text + " (Double Click)" : text;
}

String joy_button_text(int64_t p_button) {
	static const char *const NAMES[] = { "Bottom Action, Sony Cross, Xbox A, Nintendo B", "Right Action, Sony Circle, Xbox B, Nintendo A", "Left Action, Sony Square, Xbox X, Nintendo Y", "Top Action, Sony Triangle, Xbox Y, Nintendo X", "Back, Sony Select, Xbox Back, Nintendo -", "Guide, Sony PS, Xbox Home", "Start, Xbox Menu, Nintendo +", "Left Stick, Sony L3, Xbox L/LS", "Right Stick, Sony R3, Xbox R/RS", "Left Shoulder, Sony L1, Xbox LB", "Right Shoulder, Sony R1, Xbox RB", "D-pad Up", "D-pad Down", "D-pad Left", "D-pad Right", "Xbox Share, PS5 Microphone, Nintendo Capture", "Xbox Paddle 1", "Xbox Paddle 2", "Xbox Paddle 3", "Xbox Paddle 4", "PS4/5 Touchpad" };
	const String text = "Joypad Button " + itos(p_button);
	return p_button >= 0 && p_button < int64_t(sizeof(NAMES) / sizeof(NAMES[0])) ? text + " (" + NAMES[p_button] + ")" : text;
}

String joy_axis_text(int64_t p_axis, float p_value) {
	static const char *const NAMES[] = { "Left Stick X-Axis, Joystick 0 X-Axis", "Left Stick Y-Axis, Joystick 0 Y-Axis", "Right Stick X-Axis, Joystick 1 X-Axis", "Right Stick Y-Axis, Joystick 1 Y-Axis", "Joystick 2 X-Axis, Left Trigger, Sony L2, Xbox LT", "Joystick 2 Y-Axis, Right Trigger, Sony R2, Xbox RT", "Joystick 3 X-Axis", "Joystick 3 Y-Axis", "Joystick 4 X-Axis", "Joystick 4 Y-Axis" };
	return "Joypad Motion on Axis " + itos(p_axis) + " (" + (p_axis >= 0 && p_axis < 10 ? NAMES[p_axis] : "Unknown Joypad Axis") + ") with Value " + String::num(p_value, 2).pad_decimals(2);
}

String key_text(const InputEvent *p_event) {
	if (const int64_t code = p_event->read_int(SNAME("keycode"))) {
		return with_modifiers(p_event, code);
	}
	if (const int64_t code = p_event->read_int(SNAME("physical_keycode"))) {
		return with_modifiers(p_event, code) + " - Physical";
	}
	const int64_t label = p_event->read_int(SNAME("key_label"));
	return label ? with_modifiers(p_event, label) + " - Unicode" : String("(unset)");
}

String modifiers_text(const InputEvent *p_event) {
	const String text = get_keycode_string(Key(p_event->get_modifiers_mask()));
	return text.is_empty() ? String("none") : text;
}

String bool_text(const Variant &p_value) {
	return p_value ? "true" : "false";
}

} // namespace

String InputEvent::as_text() const {
	switch (get_kind()) {
		case KIND_KEY:
			return key_text(this);
		case KIND_MOUSE_BUTTON:
			return button_text(this);
		case KIND_MOUSE_MOTION:
			return "Mouse motion at position (" + Variant(Vector2(read(SNAME("position")))).stringify() + ") with velocity (" + Variant(Vector2(read(SNAME("velocity")))).stringify() + ")";
		case KIND_JOY_BUTTON:
			return joy_button_text(read_int(SNAME("button_index")));
		case KIND_JOY_MOTION:
			return joy_axis_text(read_int(SNAME("axis")), read(SNAME("axis_value")));
		case KIND_ACTION: {
			// The name by which the map's first event goes.
			const Array events = InputMap::get_singleton()->get_events_or_none(read_name(SNAME("action")));
			const Ref<InputEvent> first(events.is_empty() ? Variant() : events[0]);
			return first.is_valid() ? first->as_text() : String();
		}
		default:
			return get_class();
	}
}

String InputEvent::_to_string() {
	const String begin = get_class() + ": ";
	switch (get_kind()) {
		case KIND_KEY: {
			const int64_t logical = read_int(SNAME("keycode"));
			const int64_t code = logical ? logical : read_int(SNAME("physical_keycode"));
			const int64_t location = read_int(SNAME("location"));
			return begin + "keycode=" + (code ? itos(code) + " (" + get_keycode_string(Key(code)) + ")" : String("(unset)")) + ", mods=" + modifiers_text(this) + ", physical=" + bool_text(!logical && code) + ", location=" + (location == 1 ? "left" : location == 2 ? "right"
																																																																		: "unspecified") +
					", pressed=" + bool_text(read(SNAME("pressed"))) + ", echo=" + bool_text(is_echo());
		}
		case KIND_MOUSE_BUTTON:
			return begin + "button_index=" + itos(read_int(SNAME("button_index"))) + ", mods=" + modifiers_text(this) + ", pressed=" + bool_text(read(SNAME("pressed"))) + ", canceled=" + bool_text(is_canceled()) + ", position=(" + Variant(Vector2(read(SNAME("position")))).stringify() + "), button_mask=" + itos(read_int(SNAME("button_mask"))) + ", double_click=" + bool_text(read(SNAME("double_click")));
		case KIND_JOY_BUTTON:
			return begin + "button_index=" + itos(read_int(SNAME("button_index"))) + ", pressed=" + bool_text(read(SNAME("pressed"))) + ", pressure=" + String::num(read(SNAME("pressure")), 2).pad_decimals(2);
		case KIND_JOY_MOTION:
			return begin + "axis=" + itos(read_int(SNAME("axis"))) + ", axis_value=" + String::num(read(SNAME("axis_value")), 2).pad_decimals(2);
		case KIND_ACTION:
			return begin + "action=\"" + read_name(SNAME("action")) + "\", pressed=" + bool_text(is_pressed());
		default:
			return Resource::_to_string();
	}
}

namespace {

const InputEvent *event_of(const Object *p_object) {
	return static_cast<const InputEvent *>(p_object);
}

template <const char *PROPERTY>
void give_with_modifiers(Object *p_object, const Variant **, Variant *r_ret) {
	*r_ret = event_of(p_object)->read_int(PROPERTY) | event_of(p_object)->get_modifiers_mask();
}

template <const char *PROPERTY>
void give_text(Object *p_object, const Variant **, Variant *r_ret) {
	*r_ret = with_modifiers(event_of(p_object), event_of(p_object)->read_int(PROPERTY));
}

constexpr char KEYCODE[] = "keycode";
constexpr char PHYSICAL_KEYCODE[] = "physical_keycode";
constexpr char KEY_LABEL[] = "key_label";

bool shortcut_matches(const Object *p_shortcut, const Ref<InputEvent> &p_event) {
	const Variant *events = p_shortcut->get_known_value(SNAME("events"));
	const Array list = events ? Array(*events) : Array();
	for (const Variant &entry : list) {
		const Ref<InputEvent> event(entry);
		if (event.is_valid() && event->is_match(p_event, true)) {
			return true;
		}
	}
	return false;
}

Ref<InputEvent> first_event(const Object *p_shortcut) {
	const Variant *events = p_shortcut->get_known_value(SNAME("events"));
	const Array list = events ? Array(*events) : Array();
	for (const Variant &entry : list) {
		const Ref<InputEvent> event(entry);
		if (event.is_valid()) {
			return event;
		}
	}
	return Ref<InputEvent>();
}

} // namespace

void InputEvent::implement_known_methods() {
	KnownClasses::implement("InputEventKey", "get_keycode_with_modifiers", give_with_modifiers<KEYCODE>);
	KnownClasses::implement("InputEventKey", "get_physical_keycode_with_modifiers", give_with_modifiers<PHYSICAL_KEYCODE>);
	KnownClasses::implement("InputEventKey", "get_key_label_with_modifiers", give_with_modifiers<KEY_LABEL>);
	KnownClasses::implement("InputEventKey", "as_text_keycode", give_text<KEYCODE>);
	KnownClasses::implement("InputEventKey", "as_text_physical_keycode", give_text<PHYSICAL_KEYCODE>);
	KnownClasses::implement("InputEventKey", "as_text_key_label", give_text<KEY_LABEL>);
	KnownClasses::implement("InputEventKey", "as_text_location", [](Object *p_object, const Variant **, Variant *r_ret) {
		const int64_t location = event_of(p_object)->read_int(SNAME("location"));
		*r_ret = String(location == 1 ? "left" : location == 2 ? "right"
															   : "");
	});
	KnownClasses::implement("InputEventWithModifiers", "get_modifiers_mask", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = event_of(p_object)->get_modifiers_mask();
	});
	KnownClasses::implement("InputEventWithModifiers", "is_command_or_control_pressed", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = (event_of(p_object)->get_modifiers_mask() & KeyModifier::CTRL) != 0;
	});
	KnownClasses::implement("InputEventAction", "set_strength", [](Object *p_object, const Variant **p_args, Variant *) {
		p_object->set_known_value(SNAME("strength"), CLAMP(double(*p_args[0]), 0.0, 1.0));
	});
	KnownClasses::implement("Shortcut", "matches_event", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		*r_ret = shortcut_matches(p_object, Ref<InputEvent>(*p_args[0]));
	});
	KnownClasses::implement("Shortcut", "has_valid_event", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = first_event(p_object).is_valid();
	});
	KnownClasses::implement("Shortcut", "get_as_text", [](Object *p_object, const Variant **, Variant *r_ret) {
		const Ref<InputEvent> first = first_event(p_object);
		*r_ret = first.is_valid() ? first->as_text() : String("None");
	});
}

void InputEvent::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_device", "device"), &InputEvent::set_device);
	ClassDB::bind_method(D_METHOD("get_device"), &InputEvent::get_device);
	ClassDB::bind_method(D_METHOD("is_action", "action", "exact_match"), &InputEvent::is_action, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_action_pressed", "action", "allow_echo", "exact_match"), &InputEvent::is_action_pressed, DEFVAL(false), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_action_released", "action", "exact_match"), &InputEvent::is_action_released, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("get_action_strength", "action", "exact_match"), &InputEvent::get_action_strength, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("is_canceled"), &InputEvent::is_canceled);
	ClassDB::bind_method(D_METHOD("is_pressed"), &InputEvent::is_pressed);
	ClassDB::bind_method(D_METHOD("is_released"), &InputEvent::is_released);
	ClassDB::bind_method(D_METHOD("is_echo"), &InputEvent::is_echo);
	ClassDB::bind_method(D_METHOD("as_text"), &InputEvent::as_text);
	ClassDB::bind_method(D_METHOD("is_match", "event", "exact_match"), &InputEvent::is_match, DEFVAL(true));
	ClassDB::bind_method(D_METHOD("is_action_type"), &InputEvent::is_action_type);
	ClassDB::bind_method(D_METHOD("accumulate", "with_event"), &InputEvent::accumulate);
	ClassDB::bind_method(D_METHOD("xformed_by", "xform", "local_ofs"), &InputEvent::xformed_by, DEFVAL(Vector2()));
	ADD_PROPERTY(PropertyInfo(Variant::INT, "device"), "set_device", "get_device");
	ClassDB::bind_integer_constant(get_class_static(), StringName(), "DEVICE_ID_EMULATION", DEVICE_ID_EMULATION);
}
