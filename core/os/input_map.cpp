// Events that leave the map are dropped when it is whole again: they may hold scripts.
#include "core/os/input_map.h"

#include "core/config/project_settings.h"
#include "core/error/error_macros.h"

InputMap *InputMap::singleton = nullptr;

InputMap::~InputMap() {
	singleton = nullptr;
}

const InputMap::Action *InputMap::find(const StringName &p_action) const {
	const Action *action = map().getptr(p_action);
	ERR_FAIL_NULL_V_MSG(action, nullptr, "The InputMap action \"" + p_action + "\" doesn't exist.");
	return action;
}

InputMap::Action *InputMap::find(const StringName &p_action) {
	return const_cast<Action *>(static_cast<const InputMap *>(this)->find(p_action));
}

TypedArray<StringName> InputMap::get_actions() const {
	TypedArray<StringName> names;
	for (const KeyValue<StringName, Action> &entry : map()) {
		names.push_back(entry.key);
	}
	return names;
}

void InputMap::add_action(const StringName &p_action, float p_deadzone) {
	ERR_FAIL_COND_MSG(map().has(p_action), "InputMap already has action \"" + p_action + "\".");
	Action action;
	action.deadzone = p_deadzone;
	map().insert(p_action, action);
}

void InputMap::erase_action(const StringName &p_action) {
	if (find(p_action)) {
		map().erase(p_action);
	}
}

String InputMap::get_action_description(const StringName &p_action) const {
	ERR_FAIL_COND_V_MSG(!map().has(p_action), String(), "The InputMap action \"" + p_action + "\" doesn't exist.");
	const Action *action = find(p_action);
	String description;
	for (const Ref<InputEvent> &event : action->events) {
		description += (description.is_empty() ? "" : " or ") + event->as_text();
	}
	return description.is_empty() ? String("Action has no bound inputs") : description;
}

void InputMap::action_set_deadzone(const StringName &p_action, float p_deadzone) {
	if (Action *action = find(p_action)) {
		action->deadzone = p_deadzone;
	}
}

float InputMap::action_get_deadzone(const StringName &p_action) const {
	const Action *action = find(p_action);
	return action ? action->deadzone : 0.0f;
}

void InputMap::action_add_event(const StringName &p_action, const Ref<InputEvent> &p_event) {
	ERR_FAIL_COND_MSG(p_event.is_null(), "There is no event to add.");
	Action *action = find(p_action);
	if (action && !action_has_event(p_action, p_event)) {
		action->events.push_back(p_event);
	}
}

bool InputMap::action_has_event(const StringName &p_action, const Ref<InputEvent> &p_event) const {
	const Action *action = find(p_action);
	for (uint32_t i = 0; action && i < action->events.size(); i++) {
		if (action->events[i]->get_device() == p_event->get_device() && action->events[i]->is_match(p_event, true)) {
			return true;
		}
	}
	return false;
}

void InputMap::action_erase_event(const StringName &p_action, const Ref<InputEvent> &p_event) {
	Action *action = find(p_action);
	for (uint32_t i = 0; action && i < action->events.size(); i++) {
		if (action->events[i]->is_match(p_event, true)) {
			const Ref<InputEvent> dropped = action->events[i];
			action->events.remove_at(i);
			return;
		}
	}
}

void InputMap::action_erase_events(const StringName &p_action) {
	if (Action *action = find(p_action)) {
		const LocalVector<Ref<InputEvent>> dropped = action->events;
		action->events.clear();
	}
}

TypedArray<InputEvent> InputMap::action_get_events(const StringName &p_action) const {
	TypedArray<InputEvent> events;
	if (const Action *action = find(p_action)) {
		for (const Ref<InputEvent> &event : action->events) {
			events.push_back(event);
		}
	}
	return events;
}

Array InputMap::get_events_or_none(const StringName &p_action) const {
	return map().has(p_action) ? Array(action_get_events(p_action)) : Array();
}

bool InputMap::event_is_action(const Ref<InputEvent> &p_event, const StringName &p_action, bool p_exact) const {
	ERR_FAIL_COND_V_MSG(p_event.is_null(), false, "There is no event to look at.");
	return match(p_event.ptr(), p_action, p_exact).matches;
}

InputEvent::Match InputMap::match_events(const Action &p_action, const StringName &p_name, const InputEvent *p_event, bool p_exact) {
	if (p_event->get_kind() == InputEvent::KIND_ACTION) {
		InputEvent::Match match;
		match.matches = StringName(p_event->read(SNAME("action"))) == p_name;
		match.pressed = p_event->is_pressed();
		const Variant *strength = p_event->get_known_value(SNAME("strength"));
		match.strength = match.raw_strength = !match.pressed ? 0.0f : strength ? float(*strength)
																			   : 1.0f;
		return match;
	}
	for (const Ref<InputEvent> &event : p_action.events) {
		const InputEvent::Match match = event->match_action(p_event, p_exact, p_action.deadzone);
		if (match.matches) {
			return match;
		}
	}
	return InputEvent::Match();
}

InputEvent::Match InputMap::match(const InputEvent *p_event, const StringName &p_action, bool p_exact) const {
	const Action *action = find(p_action);
	return action ? match_events(*action, p_action, p_event, p_exact) : InputEvent::Match();
}

void InputMap::load_defaults() {
	struct DefaultAction {
		const char *name;
		int64_t keys[4]; // Ended by zero.
	};
	static constexpr DefaultAction DEFAULTS[] = {
#define ACTION(m_name, ...) { m_name, { __VA_ARGS__ } },
#include "core/os/input_map_defaults.inc"
#undef ACTION
	};
	for (const DefaultAction &given : DEFAULTS) {
		Action action;
		for (const int64_t key : given.keys) {
			Object *event = key ? ClassDB::instantiate(SNAME("InputEventKey")) : nullptr;
			if (event) {
				event->set(SNAME("keycode"), key & ~KeyModifier::ALL);
				event->set(SNAME("shift_pressed"), (key & KeyModifier::SHIFT) != 0);
				event->set(SNAME("alt_pressed"), (key & KeyModifier::ALT) != 0);
				event->set(SNAME("meta_pressed"), (key & KeyModifier::META) != 0);
				event->set(SNAME("command_or_control_autoremap"), (key & KeyModifier::CMD_OR_CTRL) != 0);
				event->set(SNAME("ctrl_pressed"), (key & KeyModifier::CTRL) != 0);
				action.events.push_back(Ref<InputEvent>(Object::cast_to<InputEvent>(event)));
			}
		}
		actions.insert(given.name, action);
	}
}

void InputMap::load_from_project_settings() {
	loaded = true;
	const HashMap<StringName, Action> dropped = actions;
	actions.clear();
	load_defaults();
	LocalVector<PropertyInfo> settings;
	ProjectSettings::get_singleton()->get_property_list(&settings);
	for (const PropertyInfo &setting : settings) {
		if (!setting.name.begins_with("input/")) {
			continue;
		}
		const Variant value = ProjectSettings::get_singleton()->get(setting.name);
		if (value.get_type() != Variant::DICTIONARY) {
			continue;
		}
		const Dictionary given = value;
		Action action;
		action.deadzone = given.get("deadzone", DEFAULT_DEADZONE);
		const Array events = given.get("events", Array());
		for (const Variant &entry : events) {
			const Ref<InputEvent> event(entry);
			if (event.is_valid()) {
				action.events.push_back(event);
			}
		}
		actions[setting.name.substr(6)] = action;
	}
}

void InputMap::_bind_methods() {
	ClassDB::bind_method(D_METHOD("has_action", "action"), &InputMap::has_action);
	ClassDB::bind_method(D_METHOD("get_actions"), &InputMap::get_actions);
	ClassDB::bind_method(D_METHOD("add_action", "action", "deadzone"), &InputMap::add_action, DEFVAL(0.2));
	ClassDB::bind_method(D_METHOD("erase_action", "action"), &InputMap::erase_action);
	ClassDB::bind_method(D_METHOD("get_action_description", "action"), &InputMap::get_action_description);
	ClassDB::bind_method(D_METHOD("action_set_deadzone", "action", "deadzone"), &InputMap::action_set_deadzone);
	ClassDB::bind_method(D_METHOD("action_get_deadzone", "action"), &InputMap::action_get_deadzone);
	ClassDB::bind_method(D_METHOD("action_add_event", "action", "event"), &InputMap::action_add_event);
	ClassDB::bind_method(D_METHOD("action_has_event", "action", "event"), &InputMap::action_has_event);
	ClassDB::bind_method(D_METHOD("action_erase_event", "action", "event"), &InputMap::action_erase_event);
	ClassDB::bind_method(D_METHOD("action_erase_events", "action"), &InputMap::action_erase_events);
	ClassDB::bind_method(D_METHOD("action_get_events", "action"), &InputMap::action_get_events);
	ClassDB::bind_method(D_METHOD("event_is_action", "event", "action", "exact_match"), &InputMap::event_is_action, DEFVAL(false));
	ClassDB::bind_method(D_METHOD("load_from_project_settings"), &InputMap::load_from_project_settings);
	ADD_SIGNAL(MethodInfo("project_settings_loaded"));
}
