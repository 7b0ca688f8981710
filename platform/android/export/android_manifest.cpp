// From a preset to AndroidManifest.xml: see the header.
#include "platform/android/export/android_manifest.h"

#include "core/config/project_settings.h"

#include <iterator>

namespace {

constexpr const char *PERMISSION_OPTION = "permissions/";
constexpr const char *SHELL = "estragon.shell.";

bool is_letter(char32_t p_character) {
	return (p_character >= 'a' && p_character <= 'z') || (p_character >= 'A' && p_character <= 'Z');
}

bool is_digit(char32_t p_character) {
	return p_character >= '0' && p_character <= '9';
}

constexpr int LONGEST_PACKAGE = 127;
constexpr const char *NAME_PLACEHOLDER = "$genname";

// For "$genname": the project's name, as far as a package name can have it.
String make_package_part(const String &p_name, int64_t p_most) {
	String part;
	for (int i = 0; i < p_name.length(); i++) {
		const char32_t character = p_name[i];
		if (is_letter(character) || (is_digit(character) && !part.is_empty())) {
			part += String::chr(character).to_lower();
		}
	}
	return part.is_empty() ? String("noname") : part.substr(0, MAX(p_most, int64_t(1)));
}

String fill_in_name(const String &p_package, const String &p_project) {
	const int64_t places = p_package.count(NAME_PLACEHOLDER);
	if (places == 0) {
		return p_package;
	}
	const int64_t others = p_package.length() - places * String(NAME_PLACEHOLDER).length();
	return p_package.replace(NAME_PLACEHOLDER, make_package_part(p_project, (LONGEST_PACKAGE - others) / places));
}

bool is_permission_name(const String &p_name) {
	for (int i = 0; i < p_name.length(); i++) {
		if (!is_letter(p_name[i]) && !is_digit(p_name[i]) && p_name[i] != '_' && p_name[i] != '.') {
			return false;
		}
	}
	return !p_name.is_empty() && p_name.length() < 256;
}

struct ScreenOrientation {
	const char *name;
	int android; // android:screenOrientation
};
// In the order of the project setting display/window/handheld/orientation.
const ScreenOrientation orientations[] = {
	{ "landscape", 0 },
	{ "portrait", 1 },
	{ "reverse_landscape", 8 },
	{ "reverse_portrait", 9 },
	{ "sensor_landscape", 6 },
	{ "sensor_portrait", 7 },
	{ "sensor", 10 },
};

} // namespace

bool AndroidApp::is_package_name(const String &p_name) {
	const Vector<String> parts = p_name.split(".");
	for (const String &part : parts) {
		if (part.is_empty() || !is_letter(part[0])) {
			return false;
		}
		for (int i = 1; i < part.length(); i++) {
			if (!is_letter(part[i]) && !is_digit(part[i]) && part[i] != '_') {
				return false;
			}
		}
	}
	return parts.size() >= 2 && p_name.length() <= LONGEST_PACKAGE;
}

void AndroidApp::read_names(const ExportPreset &p_preset) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	const String project = settings->get_setting("application/config/name", "");
	package = fill_in_name(p_preset.get_option("package/unique_name", "com.example.$genname"), project);
	if (package.length() > LONGEST_PACKAGE) {
		p_preset.fail("package/unique_name", vformat("package/unique_name has %d characters; %d are the most.", package.length(), LONGEST_PACKAGE));
	} else if (!is_package_name(package)) {
		p_preset.fail("package/unique_name", vformat("package/unique_name is like \"com.example.game\": at least two parts of letters, digits and underscores that begin with a letter; not \"%s\".", package));
	}
	label = p_preset.get_option("package/name").strip_edges();
	label = label.is_empty() ? project.strip_edges() : label;
	label = label.is_empty() ? package : label;
	if (label.length() > 200) {
		p_preset.fail("package/name", "the app's name (package/name, else that of the project) is longer than 200 characters.");
	}
}

void AndroidApp::read_versions(const ExportPreset &p_preset) {
	static constexpr int64_t HIGHEST_CODE = 2100000000; // What app stores take.
	static constexpr int64_t HIGHEST_SDK = 10000;
	version_code = p_preset.get_int_option("version/code", 1);
	if (version_code < 1 || version_code > HIGHEST_CODE) {
		p_preset.fail("version/code", vformat("version/code is a number from 1 to %d, not %d.", HIGHEST_CODE, version_code));
	}
	version_name = p_preset.get_option("version/name").strip_edges();
	if (version_name.is_empty()) {
		version_name = ProjectSettings::get_singleton()->get_setting("application/config/version", "");
	}
	version_name = version_name.is_empty() ? String("1.0") : version_name;
	min_sdk = p_preset.get_int_option("gradle_build/min_sdk", OLDEST_SDK);
	target_sdk = p_preset.get_int_option("gradle_build/target_sdk", TARGET_SDK);
	if (min_sdk < OLDEST_SDK || min_sdk > HIGHEST_SDK) {
		p_preset.fail("gradle_build/min_sdk", vformat("gradle_build/min_sdk must be at least %d (Android 7.0): older systems do not read the signatures that are made here.", OLDEST_SDK));
	}
	if (target_sdk < min_sdk || target_sdk > HIGHEST_SDK) {
		p_preset.fail("gradle_build/target_sdk", vformat("gradle_build/target_sdk must not be below gradle_build/min_sdk (%d).", min_sdk));
	}
}

void AndroidApp::read_permissions(const ExportPreset &p_preset) {
	for (const String &option : p_preset.get_option_names()) {
		if (!option.begins_with(PERMISSION_OPTION) || option == "permissions/custom_permissions" || !p_preset.get_flag_option(option, false)) {
			continue;
		}
		permissions.push_back("android.permission." + option.trim_prefix(PERMISSION_OPTION).to_upper());
	}
	permissions.append_array(p_preset.get_text_list_option("permissions/custom_permissions"));
	if (keeps_running) {
		for (const char *name : { "android.permission.FOREGROUND_SERVICE", "android.permission.FOREGROUND_SERVICE_SPECIAL_USE", "android.permission.POST_NOTIFICATIONS" }) {
			permissions.push_back(name);
		}
	}
	Vector<String> unique;
	for (const String &permission : permissions) {
		if (!is_permission_name(permission)) {
			p_preset.fail("permissions/custom_permissions", vformat("\"%s\" is no name of a permission.", permission));
		} else if (!unique.has(permission)) {
			unique.push_back(permission);
		}
	}
	unique.sort();
	permissions = unique;
}

void AndroidApp::read_orientation(const ExportPreset &p_preset) {
	const String wanted = p_preset.get_option("screen/orientation");
	if (wanted.is_empty()) {
		const Variant given = ProjectSettings::get_singleton()->get_setting("display/window/handheld/orientation", 0);
		const int64_t number = given.get_type() == Variant::INT ? int64_t(given) : -1;
		if (number < 0 || number >= int64_t(std::size(orientations))) {
			p_preset.fail("screen/orientation", vformat("display/window/handheld/orientation of project.godot is a number from 0 to %d, not %s.", int64_t(std::size(orientations)) - 1, given));
			return;
		}
		orientation = orientations[number].android;
		return;
	}
	String names;
	for (const ScreenOrientation &known : orientations) {
		if (wanted == known.name) {
			orientation = known.android;
			return;
		}
		names += (names.is_empty() ? "" : ", ") + String(known.name);
	}
	p_preset.fail("screen/orientation", vformat("screen/orientation is one of %s, not \"%s\".", names, wanted));
}

void AndroidApp::refuse_other_ways(const ExportPreset &p_preset) const {
	if (p_preset.get_flag_option("gradle_build/use_gradle_build", false)) {
		p_preset.fail("gradle_build/use_gradle_build", "there is no Gradle build here, and none is needed: turn gradle_build/use_gradle_build off.", ERR_UNAVAILABLE);
	}
	if (p_preset.get_int_option("gradle_build/export_format", 0) != 0) {
		p_preset.fail("gradle_build/export_format", "only APK files are made, no app bundles: set gradle_build/export_format=0.", ERR_UNAVAILABLE);
	}
	if (p_preset.get_flag_option("apk_expansion/enable", false)) {
		p_preset.fail("apk_expansion/enable", "expansion files are not made: turn apk_expansion/enable off.", ERR_UNAVAILABLE);
	}
}

Error AndroidApp::read(const ExportJob &p_job) {
	const ExportPreset &preset = p_job.preset;
	is_debug = p_job.is_debug;
	keeps_running = preset.get_flag_option("estragon/keep_running", false);
	allows_backup = preset.get_flag_option("user_data_backup/allow", false);
	arguments = preset.get_option("command_line/extra_args").split(" ", false);
	const String wanted = preset.get_option("estragon/flavour", "native");
	if (wanted != "native" && wanted != "web_view") {
		preset.fail("estragon/flavour", vformat("estragon/flavour is native or web_view, not \"%s\".", wanted));
	}
	flavour = wanted == "web_view" ? FLAVOUR_WEB_VIEW : FLAVOUR_NATIVE;
	read_names(preset);
	read_versions(preset);
	read_permissions(preset);
	read_orientation(preset);
	refuse_other_ways(preset);
	return preset.has_failed() ? ERR_INVALID_DATA : OK;
}

// The Activity of the template, and what it is told of the preset.
void AndroidApp::add_components(XmlElement &r_application) const {
	static constexpr uint32_t ALL_CHANGES = 0x40003fb4; // Of orientation, size, keyboard, language …: the Activity goes on through them.
	static constexpr int SINGLE_TASK = 2;
	static constexpr uint32_t SPECIAL_USE = 0x40000000;
	XmlElement arguments_data("meta-data");
	arguments_data.set_text("name", String(SHELL) + "ARGUMENTS");
	arguments_data.set_text("value", String(" ").join(arguments));
	XmlElement keep_data("meta-data");
	keep_data.set_text("name", String(SHELL) + "KEEP_RUNNING");
	keep_data.set_flag("value", keeps_running);
	r_application.add(arguments_data);
	r_application.add(keep_data);

	XmlElement activity("activity");
	activity.set_text("name", String(SHELL) + (flavour == FLAVOUR_WEB_VIEW ? "WebActivity" : "EngineActivity"));
	activity.set_flag("exported", true);
	activity.set_int("launchMode", SINGLE_TASK);
	activity.set_int("screenOrientation", orientation);
	activity.set_bits("configChanges", ALL_CHANGES);
	XmlElement filter("intent-filter");
	filter.add("action").set_text("name", "android.intent.action.MAIN");
	filter.add("category").set_text("name", "android.intent.category.LAUNCHER");
	activity.add(filter);
	r_application.add(activity);
	if (keeps_running) {
		XmlElement service("service");
		service.set_text("name", String(SHELL) + "KeepRunningService");
		service.set_flag("exported", false);
		service.set_bits("foregroundServiceType", SPECIAL_USE);
		XmlElement reason("property");
		reason.set_text("name", "android.app.PROPERTY_SPECIAL_USE_FGS_SUBTYPE");
		reason.set_text("value", "Keeps the network connections of a running game or server.");
		service.add(reason);
		r_application.add(service);
	}
}

Vector<uint8_t> AndroidApp::make_manifest(uint32_t p_icon) const {
	XmlElement manifest("manifest");
	manifest.set_int("versionCode", version_code);
	manifest.set_text("versionName", version_name);
	manifest.set_plain("package", package);
	XmlElement sdk("uses-sdk");
	sdk.set_int("minSdkVersion", min_sdk);
	sdk.set_int("targetSdkVersion", target_sdk);
	manifest.add(sdk);
	for (const String &permission : permissions) {
		manifest.add("uses-permission").set_text("name", permission);
	}
	XmlElement application("application");
	application.set_text("label", label);
	application.set_reference("icon", p_icon);
	application.set_flag("hasCode", true);
	application.set_flag("allowBackup", allows_backup);
	application.set_flag("extractNativeLibs", true); // The engine is started as a program, so it must be a file.
	if (flavour == FLAVOUR_WEB_VIEW) {
		application.set_flag("usesCleartextTraffic", true); // Else the web view refuses ws:// and http://.
	}
	if (is_debug) {
		application.set_flag("debuggable", true);
	}
	add_components(application);
	manifest.add(application);
	return manifest.write();
}
