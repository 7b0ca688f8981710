// Engine: frame counters and pace, the version, and the singletons that scripts see by name.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/templates/hash_map.h"

class MainLoop;
class ScriptBacktrace;
class ScriptLanguage;

class Engine : public Object {
	GDCLASS(Engine, Object);

public:
	struct Singleton {
		StringName name;
		Object *ptr = nullptr; // Not owned; removed before it dies.
		StringName class_name; // As shown in the API; the object's own class when empty.
		bool user_created = false;

		Singleton() = default;
		Singleton(const StringName &p_name, Object *p_object, const StringName &p_class_name = StringName()) :
				name(p_name), ptr(p_object), class_name(p_class_name) {}
	};

private:
	static Engine *singleton;

	HashMap<StringName, Singleton> singletons;
	int physics_ticks_per_second = 60;
	int max_physics_steps_per_frame = 8;
	int max_fps = 0;
	double physics_jitter_fix = 0.5;
	double physics_interpolation_fraction = 0.0;
	double time_scale = 1.0;
	double process_step = 0.0;
	double frames_per_second = 1.0;
	uint64_t physics_frames = 0;
	uint64_t process_frames = 0;
	bool in_physics_frame = false;
	bool print_to_stdout = true;

	Object *_get_singleton_bind(const StringName &p_name) const;
	void _register_singleton_bind(const StringName &p_name, Object *p_object);
	void _unregister_singleton_bind(const StringName &p_name);
	Error _register_script_language(ScriptLanguage *p_language);
	Error _unregister_script_language(ScriptLanguage *p_language);
	int _get_script_language_count();
	ScriptLanguage *_get_script_language(int p_index) const;
	MainLoop *_get_main_loop() const;

protected:
	static void _bind_methods();

public:
	static Engine *get_singleton() { return singleton; }

	// Values out of range keep the old ones, with an error.
	void set_physics_ticks_per_second(int p_ticks);
	int get_physics_ticks_per_second() const { return physics_ticks_per_second; }
	void set_max_physics_steps_per_frame(int p_steps);
	int get_max_physics_steps_per_frame() const { return max_physics_steps_per_frame; }
	void set_max_fps(int p_fps); // 0, and anything below: no limit.
	int get_max_fps() const { return max_fps; }
	void set_physics_jitter_fix(double p_threshold);
	double get_physics_jitter_fix() const { return physics_jitter_fix; }
	void set_time_scale(double p_scale) { time_scale = p_scale; }
	double get_time_scale() const { return time_scale; }

	// Set by the main loop.
	void set_process_step(double p_seconds) { process_step = p_seconds; } // Unscaled.
	double get_process_step() const { return process_step; }
	void set_physics_interpolation_fraction(double p_fraction) { physics_interpolation_fraction = p_fraction; }
	double get_physics_interpolation_fraction() const { return physics_interpolation_fraction; }
	void set_frames_per_second(double p_fps) { frames_per_second = p_fps; }
	double get_frames_per_second() const { return frames_per_second; }
	void set_in_physics_frame(bool p_inside) { in_physics_frame = p_inside; }
	bool is_in_physics_frame() const { return in_physics_frame; }
	void increment_physics_frames() { physics_frames++; }
	void increment_process_frames() { process_frames++; }
	uint64_t get_physics_frames() const { return physics_frames; }
	uint64_t get_process_frames() const { return process_frames; }
	int get_frames_drawn() { return 0; } // Nothing is ever drawn.

	void add_singleton(const Singleton &p_singleton);
	void remove_singleton(const StringName &p_name);
	bool has_singleton(const StringName &p_name) const;
	Object *get_singleton_object(const StringName &p_name) const; // Null, with an error, when there is none.
	const HashMap<StringName, Singleton> &get_singletons() const { return singletons; } // In the order of registration.
	PackedStringArray get_singleton_list() const;

	Dictionary get_version_info() const;
	Dictionary get_author_info() const;
	TypedArray<Dictionary> get_copyright_info() const;
	Dictionary get_donor_info() const;
	Dictionary get_license_info() const;
	String get_license_text() const;
	String get_architecture_name() const;
	bool is_editor_hint() const { return false; }
	bool is_embedded_in_editor() const { return false; }
	String get_write_movie_path() const { return String(); }
	void set_print_to_stdout(bool p_enabled);
	bool is_printing_to_stdout() const { return print_to_stdout; }
	TypedArray<ScriptBacktrace> capture_script_backtraces(bool p_include_variables) const;
	void set_print_error_messages(bool p_enabled);
	bool is_printing_error_messages() const;

	Engine();
	~Engine() override;
};
