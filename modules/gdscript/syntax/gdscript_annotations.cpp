// The table of annotations.
#include "modules/gdscript/syntax/gdscript_annotations.h"

#include "core/object/object.h"
#include "core/templates/hash_map.h"

namespace {

using Info = GDScriptAnnotationInfo;

constexpr GDScriptAnnotationInfo ANNOTATIONS[] = {
	{ "@tool", Info::TOOL, Info::SCRIPT, "", 0 },
	{ "@icon", Info::ICON, Info::SCRIPT, "s", 0 },
	{ "@static_unload", Info::STATIC_UNLOAD, Info::SCRIPT, "", 0 },
	{ "@abstract", Info::ABSTRACT, Info::SCRIPT | Info::CLASS | Info::FUNCTION, "", 0 },
	{ "@onready", Info::ONREADY, Info::VARIABLE, "", 0 },
	{ "@export", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_NONE },
	{ "@export_storage", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_NONE },
	{ "@export_enum", Info::EXPORT, Info::VARIABLE, "ss*", PROPERTY_HINT_ENUM },
	{ "@export_file", Info::EXPORT, Info::VARIABLE, "S*", PROPERTY_HINT_FILE },
	{ "@export_file_path", Info::EXPORT, Info::VARIABLE, "S*", PROPERTY_HINT_FILE_PATH },
	{ "@export_dir", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_DIR },
	{ "@export_global_file", Info::EXPORT, Info::VARIABLE, "S*", PROPERTY_HINT_GLOBAL_FILE },
	{ "@export_global_dir", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_GLOBAL_DIR },
	{ "@export_multiline", Info::EXPORT, Info::VARIABLE, "S*", PROPERTY_HINT_MULTILINE_TEXT },
	{ "@export_placeholder", Info::EXPORT, Info::VARIABLE, "s", PROPERTY_HINT_PLACEHOLDER_TEXT },
	{ "@export_range", Info::EXPORT, Info::VARIABLE, "ffFs*", PROPERTY_HINT_RANGE },
	{ "@export_exp_easing", Info::EXPORT, Info::VARIABLE, "S*", PROPERTY_HINT_EXP_EASING },
	{ "@export_color_no_alpha", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_COLOR_NO_ALPHA },
	{ "@export_node_path", Info::EXPORT, Info::VARIABLE, "S*", PROPERTY_HINT_NODE_PATH_VALID_TYPES },
	{ "@export_flags", Info::EXPORT, Info::VARIABLE, "ss*", PROPERTY_HINT_FLAGS },
	{ "@export_flags_2d_render", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_2D_RENDER },
	{ "@export_flags_2d_physics", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_2D_PHYSICS },
	{ "@export_flags_2d_navigation", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_2D_NAVIGATION },
	{ "@export_flags_3d_render", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_3D_RENDER },
	{ "@export_flags_3d_physics", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_3D_PHYSICS },
	{ "@export_flags_3d_navigation", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_3D_NAVIGATION },
	{ "@export_flags_avoidance", Info::EXPORT, Info::VARIABLE, "", PROPERTY_HINT_LAYERS_AVOIDANCE },
	{ "@export_custom", Info::EXPORT, Info::VARIABLE, "isI", PROPERTY_HINT_NONE },
	{ "@export_tool_button", Info::EXPORT, Info::VARIABLE, "sS", PROPERTY_HINT_TOOL_BUTTON },
	{ "@export_category", Info::GROUP, Info::STANDALONE, "s", PROPERTY_USAGE_CATEGORY },
	{ "@export_group", Info::GROUP, Info::STANDALONE, "sS", PROPERTY_USAGE_GROUP },
	{ "@export_subgroup", Info::GROUP, Info::STANDALONE, "sS", PROPERTY_USAGE_SUBGROUP },
	{ "@rpc", Info::RPC, Info::FUNCTION, "SSSI", 0 },
	{ "@warning_ignore", Info::WARNING_IGNORE, (Info::ANY_DECLARATION & ~Info::ENUM) | Info::STATEMENT, "ss*", 0 },
	{ "@warning_ignore_start", Info::WARNING_IGNORE_START, Info::STANDALONE, "ss*", 0 },
	{ "@warning_ignore_restore", Info::WARNING_IGNORE_RESTORE, Info::STANDALONE, "ss*", 0 },
};

constexpr bool is_upper(char p_char) {
	return p_char >= 'A' && p_char <= 'Z';
}

} // namespace

int GDScriptAnnotationInfo::required_arguments() const {
	int count = 0;
	while (arguments[count] && arguments[count] != '*' && !is_upper(arguments[count])) {
		count++;
	}
	// In "ss*" the second letter only says what is repeated.
	return count > 0 && arguments[count] == '*' ? count - 1 : count;
}

int GDScriptAnnotationInfo::maximum_arguments() const {
	int count = 0;
	while (arguments[count]) {
		if (arguments[count] == '*') {
			return -1;
		}
		count++;
	}
	return count;
}

Variant::Type GDScriptAnnotationInfo::argument_type(int p_index) const {
	char letter = 0;
	for (int i = 0; arguments[i] && arguments[i] != '*' && i <= p_index; i++) {
		letter = arguments[i];
	}
	switch (letter) {
		case 's':
		case 'S':
			return Variant::STRING;
		case 'i':
		case 'I':
			return Variant::INT;
		case 'f':
		case 'F':
			return Variant::FLOAT;
		default:
			return Variant::NIL;
	}
}

const GDScriptAnnotationInfo *GDScriptAnnotationInfo::get_table(int &r_count) {
	r_count = (int)(sizeof(ANNOTATIONS) / sizeof(ANNOTATIONS[0]));
	return ANNOTATIONS;
}

const GDScriptAnnotationInfo *GDScriptAnnotationInfo::find(const StringName &p_name) {
	const String name = p_name;
	for (const GDScriptAnnotationInfo &info : ANNOTATIONS) {
		if (name == info.name) {
			return &info;
		}
	}
	return nullptr;
}
