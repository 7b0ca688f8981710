// The built-in settings that this engine looks at or that scripts commonly ask for.
#include "core/config/project_settings.h"

void ProjectSettings::_register_defaults() {
	declare("application/config/name", "");
	declare("application/config/name_localized", Dictionary());
	declare("application/config/description", "");
	declare("application/config/version", "");
	declare("application/config/use_custom_user_dir", false);
	declare("application/config/custom_user_dir_name", "");
	declare("application/config/project_settings_override", "");
	declare("application/config/auto_accept_quit", true);
	declare("application/config/quit_on_go_back", true);
	declare("application/run/main_scene", "");
	declare("application/run/main_loop_type", "SceneTree");
	declare("application/run/max_fps", 0);
	declare("application/run/low_processor_mode", false);
	declare("application/run/low_processor_mode_sleep_usec", 6900);
	declare("application/run/disable_stdout", false);
	declare("application/run/disable_stderr", false);
	declare("application/run/print_header", true);
	declare("application/run/delta_smoothing", true);
	declare("application/run/flush_stdout_on_print", false);

	declare("physics/common/physics_ticks_per_second", 60);
	declare("physics/common/max_physics_steps_per_frame", 8);
	declare("physics/common/physics_jitter_fix", 0.5);
	declare("physics/common/physics_interpolation", false);

	declare("display/window/size/viewport_width", 1152);
	declare("display/window/size/viewport_height", 648);
	declare("display/window/size/window_width_override", 0);
	declare("display/window/size/window_height_override", 0);
	declare("display/window/size/mode", 0);
	declare("display/window/size/resizable", true);
	declare("display/window/stretch/mode", "disabled");
	declare("display/window/stretch/aspect", "keep");
	declare("display/window/stretch/scale", 1.0);

	declare("network/limits/tcp/connect_timeout_seconds", 30);
	declare("network/limits/unix/connect_timeout_seconds", 30);
	declare("network/limits/packet_peer_stream/max_buffer_po2", 16);
	declare("network/limits/debugger/max_chars_per_second", 32768);
	declare("network/tls/certificate_bundle_override", "");
	declare("network/tls/enable_tls_v1.3", true);

	declare("debug/settings/stdout/print_fps", false);
	declare("debug/settings/stdout/verbose_stdout", false);
	declare("debug/settings/gdscript/max_call_stack", 1024);
	declare("debug/gdscript/warnings/enable", true);
	declare("debug/gdscript/warnings/exclude_addons", true);
	declare("editor/script/search_in_file_extensions", Vector<String>({ "gd", "gdshader" }));
	declare("memory/limits/message_queue/max_size_mb", 32);
	declare("threading/worker_pool/max_threads", -1);
	declare("threading/worker_pool/low_priority_thread_ratio", 0.3);
	declare("rendering/renderer/rendering_method", "forward_plus");
	declare("gui/theme/custom", "");
	declare("internationalization/locale/fallback", "en");
	declare("internationalization/locale/test", "");
}
