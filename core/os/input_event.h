// InputEvent: what a key, a button, a stick or a script did. The classes below it are known classes: data, which this one knows to read.
#pragma once

#include "core/math/transform_2d.h"
#include "core/object/resource.h"
#include "core/os/keyboard.h"

class InputEvent : public Resource {
	GDCLASS(InputEvent, Resource);

public:
	enum Kind {
		KIND_KEY,
		KIND_MOUSE_BUTTON,
		KIND_MOUSE_MOTION,
		KIND_JOY_BUTTON,
		KIND_JOY_MOTION,
		KIND_ACTION,
		KIND_TOUCH,
		KIND_OTHER,
	};
	static constexpr int DEVICE_ID_EMULATION = -1;

	// How an event in the input map relates to one that came.
	struct Match {
		bool matches = false;
		bool pressed = false;
		float strength = 0;
		float raw_strength = 0;
	};

	void set_device(int p_device) { device = p_device; }
	int get_device() const { return device; }
	Kind get_kind() const;
	bool is_pressed() const;
	bool is_released() const { return !is_canceled() && !is_pressed(); }
	bool is_canceled() const { return read(SNAME("canceled")); }
	bool is_echo() const { return read(SNAME("echo")); }
	bool is_action_type() const;
	bool is_match(const Ref<InputEvent> &p_event, bool p_exact = true) const;
	bool is_action(const StringName &p_action, bool p_exact = false) const;
	bool is_action_pressed(const StringName &p_action, bool p_allow_echo = false, bool p_exact = false) const;
	bool is_action_released(const StringName &p_action, bool p_exact = false) const;
	float get_action_strength(const StringName &p_action, bool p_exact = false) const;
	String as_text() const;
	bool accumulate(const Ref<InputEvent> &p_event) { return false; }
	Ref<InputEvent> xformed_by(const Transform2D &p_transform, const Vector2 &p_local_offset = Vector2()) const;

	// This event is the one in the map.
	Match match_action(const InputEvent *p_event, bool p_exact, float p_deadzone) const;
	int64_t get_modifiers_mask() const;
	// A value of a class below; 0 where it has none of the name.
	Variant read(const StringName &p_property) const;
	StringName read_name(const StringName &p_property) const; // Empty where it has none.
	int64_t read_int(const StringName &p_property) const { return read(p_property); }

	// What the known classes below do with their values.
	static void implement_known_methods();

protected:
	static void _bind_methods();
	String _to_string() override;

private:
	bool has_same_key(const InputEvent *p_event) const;

	int device = 0;
};
