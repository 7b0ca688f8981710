// What Input and the servers of devices answer where nothing is connected, and JavaScriptBridge where there is no browser.
#include "core/error/error_macros.h"
#include "core/object/known/known_answers.h"
#include "core/object/known/known_classes.h"
#include "core/os/input.h"
#include "core/os/os.h"
#include "core/variant/typed_array.h"

namespace {

using namespace KnownAnswers;

void give_text(Object *, const Variant **, Variant *r_ret) {
	*r_ret = String();
}

template <const char *NAME>
void give_vector(Object *p_object, const Variant **, Variant *r_ret) {
	*r_ret = get_kept<NAME>(p_object, Vector3());
}

// Of a vibration: its two strengths, and its seconds.
StringName place_of_vibration(const Variant *p_device) {
	return StringName("vibration/" + String(*p_device));
}

void implement_joypads() {
	for (const char *name : { "add_joy_mapping", "remove_joy_mapping", "set_joy_light", "vibrate_handheld", "warp_mouse", "set_custom_mouse_cursor" }) {
		KnownClasses::implement("Input", name, do_nothing);
	}
	for (const char *name : { "is_joy_known", "should_ignore_device", "has_joy_light" }) {
		KnownClasses::implement("Input", name, give_false);
	}
	KnownClasses::implement("Input", "get_joy_name", give_text);
	KnownClasses::implement("Input", "get_joy_guid", give_text);
	KnownClasses::implement("Input", "get_joy_info", [](Object *, const Variant **, Variant *r_ret) { *r_ret = Dictionary(); });
	KnownClasses::implement("Input", "get_connected_joypads", [](Object *, const Variant **, Variant *r_ret) { *r_ret = TypedArray<int>(); });
	KnownClasses::implement("Input", "start_joy_vibration", [](Object *p_object, const Variant **p_args, Variant *) {
		const double weak = *p_args[1];
		const double strong = *p_args[2];
		if (weak >= 0 && weak <= 1 && strong >= 0 && strong <= 1) {
			p_object->set_known_value(place_of_vibration(p_args[0]), Vector3(real_t(weak), real_t(strong), real_t(double(*p_args[3]))));
		}
	});
	KnownClasses::implement("Input", "stop_joy_vibration", [](Object *p_object, const Variant **p_args, Variant *) { p_object->set_known_value(place_of_vibration(p_args[0]), Vector3()); });
	KnownClasses::implement("Input", "get_joy_vibration_strength", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const Variant *kept = p_object->get_known_value(place_of_vibration(p_args[0]));
		const Vector3 vibration = kept ? Vector3(*kept) : Vector3();
		*r_ret = Vector2(vibration.x, vibration.y);
	});
	KnownClasses::implement("Input", "get_joy_vibration_duration", [](Object *p_object, const Variant **p_args, Variant *r_ret) {
		const Variant *kept = p_object->get_known_value(place_of_vibration(p_args[0]));
		*r_ret = kept ? Vector3(*kept).z : real_t(0);
	});
}

constexpr char GRAVITY[] = "gravity";
constexpr char ACCELEROMETER[] = "accelerometer";
constexpr char MAGNETOMETER[] = "magnetometer";
constexpr char GYROSCOPE[] = "gyroscope";

void implement_sensors() {
	KnownClasses::implement("Input", "set_gravity", keep<GRAVITY>);
	KnownClasses::implement("Input", "get_gravity", give_vector<GRAVITY>);
	KnownClasses::implement("Input", "set_accelerometer", keep<ACCELEROMETER>);
	KnownClasses::implement("Input", "get_accelerometer", give_vector<ACCELEROMETER>);
	KnownClasses::implement("Input", "set_magnetometer", keep<MAGNETOMETER>);
	KnownClasses::implement("Input", "get_magnetometer", give_vector<MAGNETOMETER>);
	KnownClasses::implement("Input", "set_gyroscope", keep<GYROSCOPE>);
	KnownClasses::implement("Input", "get_gyroscope", give_vector<GYROSCOPE>);
	for (const char *name : { "get_last_mouse_velocity", "get_last_mouse_screen_velocity" }) {
		KnownClasses::implement("Input", name, [](Object *, const Variant **, Variant *r_ret) { *r_ret = Vector2(); });
	}
	KnownClasses::implement("Input", "set_default_cursor_shape", do_nothing); // There is no cursor whose shape it would be.
	KnownClasses::implement("Input", "get_current_cursor_shape", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 0; });
}

// In a browser a program counts on it.
void warn_of_bridge() {
	if (OS::get_singleton()->get_name() == "Web") {
		WARN_PRINT_ONCE("JavaScriptBridge does not reach the page in this build; its methods give null.");
	}
}

void miss_value(Object *, const Variant **, Variant *r_ret) {
	warn_of_bridge();
	*r_ret = Variant();
}

// What makes objects gives an Object that is none.
void miss_object(Object *, const Variant **, Variant *r_ret) {
	warn_of_bridge();
	*r_ret = Variant(static_cast<Object *>(nullptr));
}

void implement_browser() {
	KnownClasses::implement("JavaScriptBridge", "eval", miss_value);
	for (const char *name : { "get_interface", "create_callback", "create_object" }) {
		KnownClasses::implement("JavaScriptBridge", name, miss_object);
	}
	KnownClasses::implement("JavaScriptBridge", "is_js_buffer", give_false);
	KnownClasses::implement("JavaScriptBridge", "js_buffer_to_packed_byte_array", [](Object *, const Variant **, Variant *r_ret) { *r_ret = PackedByteArray(); });
	KnownClasses::implement("JavaScriptBridge", "download_buffer", do_nothing);
	KnownClasses::implement("JavaScriptBridge", "force_fs_sync", do_nothing);
	KnownClasses::implement("JavaScriptBridge", "pwa_needs_update", give_false);
	KnownClasses::implement("JavaScriptBridge", "pwa_update", [](Object *, const Variant **, Variant *r_ret) { *r_ret = ERR_UNAVAILABLE; });
}

} // namespace

void Input::implement_known_methods() {
	KnownClasses::implement("Input", "get_mouse_button_mask", [](Object *p_object, const Variant **, Variant *r_ret) {
		*r_ret = static_cast<Input *>(p_object)->mouse_buttons;
	});
	implement_joypads();
	implement_sensors();
	implement_browser();
	KnownClasses::implement("OS", "get_keycode_string", [](Object *, const Variant **p_args, Variant *r_ret) { *r_ret = get_keycode_string(Key(int64_t(*p_args[0]))); });
	KnownClasses::implement("OS", "find_keycode_from_string", [](Object *, const Variant **p_args, Variant *r_ret) { *r_ret = int64_t(find_keycode(*p_args[0])); });
	KnownClasses::implement("OS", "is_keycode_unicode", [](Object *, const Variant **p_args, Variant *r_ret) { *r_ret = int64_t(*p_args[0]) > 0 && int64_t(*p_args[0]) < (1 << 22); });
	KnownClasses::implement("DisplayServer", "get_name", [](Object *, const Variant **, Variant *r_ret) { *r_ret = String("headless"); });
	KnownClasses::implement("DisplayServer", "screen_get_dpi", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 96; });
	KnownClasses::implement("DisplayServer", "screen_get_scale", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 1.0; });
	KnownClasses::implement("DisplayServer", "screen_get_max_scale", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 1.0; });
	KnownClasses::implement("DisplayServer", "screen_get_refresh_rate", [](Object *, const Variant **, Variant *r_ret) { *r_ret = -1.0; });
	KnownClasses::implement("DisplayServer", "window_get_mode", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 1; });
	KnownClasses::implement("DisplayServer", "window_get_vsync_mode", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 1; });
	KnownClasses::implement("DisplayServer", "window_get_current_screen", [](Object *, const Variant **, Variant *r_ret) { *r_ret = -1; });
	KnownClasses::implement("DisplayServer", "window_is_focused", [](Object *, const Variant **, Variant *r_ret) { *r_ret = true; });
	KnownClasses::implement("DisplayServer", "clipboard_get", [](Object *, const Variant **, Variant *r_ret) {
		*r_ret = String();
		ERR_PRINT("Clipboard is not supported by this display server.");
	});
	KnownClasses::implement("RenderingServer", "get_current_rendering_method", [](Object *, const Variant **, Variant *r_ret) { *r_ret = String("dummy"); });
	KnownClasses::implement("RenderingServer", "get_current_rendering_driver_name", [](Object *, const Variant **, Variant *r_ret) { *r_ret = String("dummy"); });
	KnownClasses::implement("AudioServer", "get_bus_count", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 1; });
	KnownClasses::implement("AudioServer", "get_bus_name", [](Object *, const Variant **, Variant *r_ret) { *r_ret = String("Master"); });
	KnownClasses::implement("AudioServer", "get_bus_index", [](Object *, const Variant **p_args, Variant *r_ret) { *r_ret = String(*p_args[0]) == "Master" ? 0 : -1; });
	KnownClasses::implement("AudioServer", "get_mix_rate", [](Object *, const Variant **, Variant *r_ret) { *r_ret = 44100.0; });
	KnownClasses::implement("AudioServer", "get_driver_name", [](Object *, const Variant **, Variant *r_ret) { *r_ret = String("Dummy"); });
	KnownClasses::implement("AudioServer", "get_output_device_list", [](Object *, const Variant **, Variant *r_ret) { *r_ret = PackedStringArray({ "Default" }); });
}
