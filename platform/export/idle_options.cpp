// The options without effect, with what editors write where nobody chose.
#include "platform/export/idle_options.h"

namespace {

struct IdleOption {
	const char *platform;
	const char *name;
	const char *usual; // As the value's text.
};
constexpr IdleOption OPTIONS[] = {
	{ "Android", "gradle_build/compress_native_libraries", "false" },
	{ "Android", "gradle_build/custom_theme_attributes", "{  }" },
	{ "Android", "package/app_category", "2" },
	{ "Android", "package/retain_data_on_uninstall", "false" },
	{ "Android", "package/exclude_from_recents", "false" },
	{ "Android", "package/show_in_android_tv", "false" },
	{ "Android", "package/show_in_app_library", "true" },
	{ "Android", "package/show_as_launcher_app", "false" },
	{ "Android", "launcher_icons/adaptive_monochrome_432x432", "" },
	{ "Android", "graphics/opengl_debug", "false" },
	{ "Android", "shader_baker/enabled", "false" },
	{ "Android", "xr_features/xr_mode", "0" },
	{ "Android", "gesture/swipe_to_dismiss", "false" },
	{ "Android", "screen/immersive_mode", "true" },
	{ "Android", "screen/edge_to_edge", "false" },
	{ "Android", "screen/support_small", "true" },
	{ "Android", "screen/support_normal", "true" },
	{ "Android", "screen/support_large", "true" },
	{ "Android", "screen/support_xlarge", "true" },
	{ "Android", "screen/background_color", "(0.0, 0.0, 0.0, 1.0)" },
	{ "Web", "variant/extensions_support", "false" },
	{ "Web", "vram_texture_compression/for_desktop", "true" },
	{ "Web", "vram_texture_compression/for_mobile", "false" },
	{ "Web", "html/export_icon", "true" },
	{ "Web", "html/canvas_resize_policy", "2" },
	{ "Web", "html/focus_canvas_on_start", "true" },
	{ "Web", "html/experimental_virtual_keyboard", "false" },
	{ "Web", "progressive_web_app/enabled", "false" },
	{ "Web", "threads/emscripten_pool_size", "8" },
	{ "Web", "threads/godot_pool_size", "4" },
};

} // namespace

Vector<String> IdleOptions::find(const ExportPreset &p_preset, const String &p_platform) {
	Vector<String> found;
	for (const IdleOption &option : OPTIONS) {
		if (p_platform == option.platform && p_preset.has_option(option.name) && p_preset.get_option_as_text(option.name) != option.usual) {
			found.push_back(option.name);
		}
	}
	return found;
}
