// InputMap: named actions and the events that trigger them; from the project's settings, and changed by scripts.
#pragma once

#include "core/object/class_db.h"
#include "core/os/input_event.h"
#include "core/templates/hash_map.h"
#include "core/variant/typed_array.h"

// Used by the main thread.
class InputMap : public Object {
	GDCLASS(InputMap, Object);

public:
	static constexpr float DEFAULT_DEADZONE = 0.2f;

	static InputMap *get_singleton() { return singleton; }

	bool has_action(const StringName &p_action) const { return map().has(p_action); }
	TypedArray<StringName> get_actions() const; // In the order in which they came.
	void add_action(const StringName &p_action, float p_deadzone = DEFAULT_DEADZONE);
	void erase_action(const StringName &p_action);
	String get_action_description(const StringName &p_action) const;
	void action_set_deadzone(const StringName &p_action, float p_deadzone);
	float action_get_deadzone(const StringName &p_action) const;
	void action_add_event(const StringName &p_action, const Ref<InputEvent> &p_event);
	bool action_has_event(const StringName &p_action, const Ref<InputEvent> &p_event) const;
	void action_erase_event(const StringName &p_action, const Ref<InputEvent> &p_event);
	void action_erase_events(const StringName &p_action);
	TypedArray<InputEvent> action_get_events(const StringName &p_action) const;
	bool event_is_action(const Ref<InputEvent> &p_event, const StringName &p_action, bool p_exact = false) const;
	// The engine's actions and those of "input/" in the settings; whatever else there was goes.
	void load_from_project_settings();

	// The first event of the action that fits; an error when there is no such action.
	InputEvent::Match match(const InputEvent *p_event, const StringName &p_action, bool p_exact) const;
	Array get_events_or_none(const StringName &p_action) const;
	template <typename F>
	void for_each_match(const InputEvent *p_event, F p_function) const {
		for (const KeyValue<StringName, Action> &entry : map()) {
			const InputEvent::Match found = match_events(entry.value, entry.key, p_event, false);
			if (found.matches) {
				p_function(entry.key, found);
			}
		}
	}

	InputMap() { singleton = this; }
	~InputMap() override;

protected:
	static void _bind_methods();

private:
	struct Action {
		float deadzone = DEFAULT_DEADZONE;
		LocalVector<Ref<InputEvent>> events;
	};

	static InputMap *singleton;
	HashMap<StringName, Action> actions;
	bool loaded = false;

	// Filled when first asked for: programs without input do not pay for it.
	HashMap<StringName, Action> &map() const {
		if (unlikely(!loaded)) {
			const_cast<InputMap *>(this)->load_from_project_settings();
		}
		return const_cast<InputMap *>(this)->actions;
	}
	const Action *find(const StringName &p_action) const;
	Action *find(const StringName &p_action);
	void load_defaults();
	static InputEvent::Match match_events(const Action &p_action, const StringName &p_name, const InputEvent *p_event, bool p_exact);
};
