// The warnings of the GDScript compiler and how the project's settings treat them.
#include "modules/gdscript/analysis/gdscript_warning.h"

#include "core/config/project_settings.h"
#include "core/object/script_language.h"
#include "core/templates/hash_map.h"

namespace {

constexpr const char *SETTINGS_ROOT = "debug/gdscript/warnings/";

struct WarningInfo {
	const char *name;
	GDScriptWarning::Level level;
};

constexpr WarningInfo WARNINGS[] = {
#define GDSCRIPT_WARNING_INFO(m_code, m_name, m_level) { m_name, GDScriptWarning::m_level },
	GDSCRIPT_WARNINGS(GDSCRIPT_WARNING_INFO)
#undef GDSCRIPT_WARNING_INFO
};

Dictionary default_directory_rules() {
	Dictionary rules;
	rules["res://addons"] = 0;
	return rules;
}

// The longest directory that contains the path decides. 0 excludes, 1 includes; without a rule a file is included.
bool is_excluded(const String &p_path, const Dictionary &p_rules) {
	int longest = -1;
	bool excluded = false;
	for (const KeyValue<Variant, Variant> &rule : p_rules) {
		String directory = rule.key;
		if (!directory.ends_with("/")) {
			directory += "/";
		}
		if (p_path.begins_with(directory) && directory.length() > longest) {
			longest = directory.length();
			excluded = (int64_t)rule.value == 0;
		}
	}
	return excluded;
}

} // namespace

const char *GDScriptWarning::get_name(Code p_code) {
	return WARNINGS[p_code].name;
}

GDScriptWarning::Code GDScriptWarning::find(const String &p_name) {
	for (int i = 0; i < CODE_MAX; i++) {
		if (p_name == WARNINGS[i].name) {
			return (Code)i;
		}
	}
	return CODE_MAX;
}

GDScriptWarning::Level GDScriptWarning::get_default_level(Code p_code) {
	return WARNINGS[p_code].level;
}

String GDScriptWarning::get_setting_path(Code p_code) {
	return String(SETTINGS_ROOT) + WARNINGS[p_code].name;
}

void GDScriptWarning::register_settings() {
	ProjectSettings *settings = ProjectSettings::get_singleton();
	if (!settings) {
		return;
	}
	const String root(SETTINGS_ROOT);
	auto define = [settings](const String &p_path, const Variant &p_value) {
		if (!settings->has_setting(p_path)) {
			settings->set_setting(p_path, p_value);
		}
		settings->set_initial_value(p_path, p_value);
	};
	define(root + "enable", true);
	define(root + "directory_rules", default_directory_rules());
	define(root + "renamed_in_godot_4_hint", true);
	for (int i = 0; i < CODE_MAX; i++) {
		define(get_setting_path((Code)i), (int)WARNINGS[i].level);
	}
}

GDScriptWarningLevels::GDScriptWarningLevels(const String &p_path) {
	for (int i = 0; i < GDScriptWarning::CODE_MAX; i++) {
		levels[i] = GDScriptWarning::get_default_level((GDScriptWarning::Code)i);
	}
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	if (!settings) {
		return;
	}
	const String root(SETTINGS_ROOT);
	const Variant rules = settings->get_setting(root + "directory_rules", default_directory_rules());
	const bool enabled = settings->get_setting(root + "enable", true);
	const bool excluded = !enabled || (rules.get_type() == Variant::DICTIONARY && is_excluded(p_path, rules));
	for (int i = 0; i < GDScriptWarning::CODE_MAX; i++) {
		if (excluded) {
			levels[i] = GDScriptWarning::IGNORE;
			continue;
		}
		const int64_t level = settings->get_setting(GDScriptWarning::get_setting_path((GDScriptWarning::Code)i), (int)levels[i]);
		levels[i] = (GDScriptWarning::Level)CLAMP(level, (int64_t)0, (int64_t)2);
		if (levels[i] == GDScriptWarning::WARN) {
			levels[i] = ScriptServer::are_warnings_errors() ? GDScriptWarning::ERROR : (ScriptServer::is_showing_warnings() ? GDScriptWarning::WARN : GDScriptWarning::IGNORE);
		}
	}
}
