// From a job to a signed package: see the header.
#include "platform/android/export/android_exporter.h"

#include "core/config/project_settings.h"
#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "core/io/path_mapping.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "platform/android/export/android_manifest.h"
#include "platform/android/export/apk_file.h"
#include "platform/android/export/icon_image.h"
#include "platform/android/export/key_store.h"
#include "platform/android/export/resource_table.h"
#include "platform/export/export_template.h"
#include "platform/web/export/web_exporter.h"

#include <iterator>

namespace {

constexpr const char *PACK = "assets/game.pck";
constexpr const char *TEMPLATE_ICON = "res/icon.png";
constexpr int64_t MAX_ICON_BYTES = 16 * 1024 * 1024;

struct Architecture {
	const char *name;
	bool is_usual;
};
const Architecture architectures[] = { { "arm64-v8a", true }, { "armeabi-v7a", false }, { "x86_64", false }, { "x86", false } };

class PackageMaker {
public:
	explicit PackageMaker(const ExportJob &p_job) :
			job(p_job), preset(p_job.preset), parts(p_job.preset, p_job.is_debug) {}

	Error run() {
		Error error = app.read(job);
		error = error == OK ? check_permissions() : error;
		error = error == OK ? open_identity() : error; // Before the long work.
		error = error == OK ? parts.open(AndroidExporter::TEMPLATE, "android") : error;
		error = error == OK ? add_manifest_and_icons() : error;
		error = error == OK ? add_code() : error;
		error = error == OK ? add_project() : error;
		return error == OK ? write() : error;
	}

private:
	Error add(const String &p_name, const Vector<uint8_t> &p_content, bool p_store = false) {
		const Error error = apk.add(p_name, p_content, p_store);
		if (error != OK) {
			return preset.fail("", vformat("\"%s\" cannot be put into the package: %s.", p_name, error == ERR_OUT_OF_MEMORY ? "it would be larger than two gigabytes" : error_names[error]), error);
		}
		return ExportTools::check_interruption();
	}

	Error check_permissions() const {
		if (app.has_permission("INTERNET") || app.flavour == AndroidApp::FLAVOUR_WEB_VIEW) {
			return check_web_view_permission();
		}
		const NetworkUse use = ExportTools::find_network_use(job.files);
		if (use.class_name.is_empty()) {
			return OK;
		}
		const String where = vformat("%s:%d uses %s, but without the permission INTERNET Android refuses every connection", use.file, use.line, use.class_name);
		if (job.may_lack_permissions) {
			print_line("WARNING: " + where + ".");
			return OK;
		}
		return preset.fail("permissions/internet", where + ": set permissions/internet=true (or export with --export-without-permissions).", ERR_UNAUTHORIZED);
	}

	Error check_web_view_permission() const {
		if (app.has_permission("INTERNET") || job.may_lack_permissions) {
			return OK;
		}
		return preset.fail("permissions/internet", "a web view loads nothing without the permission INTERNET: set permissions/internet=true (or export with --export-without-permissions).", ERR_UNAUTHORIZED);
	}

	// Whoever opens one may wait forever.
	static bool is_no_file(const String &p_path) {
		return FileSystem::get_kind(map_to_system_path(p_path)) == FileSystem::KIND_OTHER;
	}

	// From the preset, else the environment as other engines name it.
	String signing_value(const String &p_option, const char *p_variable) const {
		const String given = preset.get_option(p_option);
		if (!given.is_empty()) {
			return given;
		}
		const String name = vformat("ANDROID_KEYSTORE_%s_%s", job.is_debug ? "DEBUG" : "RELEASE", p_variable);
		for (const char *engine : { "ESTRAGON_", "REDOT_", "GODOT_" }) {
			const String value = OS::get_singleton()->get_environment(engine + name);
			if (!value.is_empty()) {
				return value;
			}
		}
		return String();
	}

	Error open_identity() {
		const String option = job.is_debug ? "keystore/debug" : "keystore/release";
		const String given = signing_value(option, "PATH");
		String problem;
		if (given.is_empty() && job.is_debug) {
			return open_debug_key(option);
		}
		if (given.is_empty()) {
			return preset.fail(option, "a release needs a key to sign with: set keystore/release, keystore/release_user and keystore/release_password (the editor keeps them in .godot/export_credentials.cfg), or GODOT_ANDROID_KEYSTORE_RELEASE_PATH, _USER and _PASSWORD in the environment.", ERR_UNCONFIGURED);
		}
		const String path = ExportPreset::to_path(given);
		if (is_no_file(path)) {
			return preset.fail(option, vformat("the key store \"%s\" is a device or a pipe, not a file.", given), ERR_FILE_UNRECOGNIZED);
		}
		Error error = OK;
		const Vector<uint8_t> bytes = FileAccess::get_size(path) > KeyStore::MAX_BYTES ? Vector<uint8_t>() : FileAccess::get_file_as_bytes(path, &error);
		if (error != OK) {
			return preset.fail(option, vformat("the key store \"%s\" cannot be read: %s.", given, error_names[error]), error);
		}
		error = KeyStore::open(bytes, signing_value(option + "_user", "USER"), signing_value(option + "_password", "PASSWORD"), identity, problem);
		return error == OK ? OK : preset.fail(option, vformat("the key store \"%s\" cannot be used: %s.", given, problem), error);
	}

	Error open_debug_key(const String &p_option) {
		const String path = OS::get_singleton()->get_data_dir().path_join("estragon/android_debug_key.pem");
		String problem;
		bool made = false;
		const Error error = KeyStore::open_debug_key(path, identity, made, problem);
		if (error != OK) {
			return preset.fail(p_option, vformat("the debug key \"%s\": %s.", path, problem), error);
		}
		if (made) {
			print_line(vformat("Made a key for debug exports: \"%s\".", path));
		}
		return OK;
	}

	// r_extension stays empty where the option is.
	Error read_icon(const String &p_option, Vector<uint8_t> &r_bytes, String &r_extension) const {
		const String given = preset.get_option(p_option);
		if (given.is_empty()) {
			return OK;
		}
		const String path = ProjectSettings::get_singleton()->localize_path(given);
		if (is_no_file(path)) {
			return preset.fail(p_option, vformat("the icon \"%s\" is a device or a pipe, not a file.", given), ERR_FILE_UNRECOGNIZED);
		}
		Error error = FileAccess::get_size(path) > MAX_ICON_BYTES ? ERR_FILE_UNRECOGNIZED : OK;
		if (error == OK) {
			r_bytes = FileAccess::get_file_as_bytes(path, &error);
		}
		if (error != OK) {
			return preset.fail(p_option, vformat("the icon \"%s\" cannot be read: %s.", given, error_names[error]), error);
		}
		String problem;
		r_extension = IconImage::find_extension(r_bytes, problem);
		return r_extension.is_empty() ? preset.fail(p_option, vformat("the icon \"%s\" %s.", given, problem)) : OK;
	}

	Error find_main_icon(Vector<uint8_t> &r_bytes, String &r_extension) const {
		const Error error = read_icon("launcher_icons/main_192x192", r_bytes, r_extension);
		if (error != OK || !r_extension.is_empty()) {
			return error;
		}
		// The project's own, where Android can show it: an SVG cannot be drawn here.
		String problem;
		const String own = ProjectSettings::get_singleton()->get_setting("application/config/icon", "");
		if (!own.is_empty() && FileAccess::exists(own) && !is_no_file(own) && FileAccess::get_size(own) <= MAX_ICON_BYTES) {
			r_bytes = FileAccess::get_file_as_bytes(own);
			r_extension = IconImage::find_extension(r_bytes, problem);
		}
		if (!r_extension.is_empty()) {
			return OK;
		}
		r_extension = "png";
		return parts.read(TEMPLATE_ICON, r_bytes);
	}

	Error add_icon_file(const char *p_name, const Vector<uint8_t> &p_bytes, const String &p_extension, uint32_t &r_resource) {
		const String path = vformat("res/%s.%s", p_name, p_extension);
		r_resource = resources.add_file(p_name, path);
		return add(path, p_bytes, true);
	}

	Error add_icons(uint32_t &r_icon) {
		static constexpr int ADAPTIVE_SDK = 26;
		Vector<uint8_t> main;
		Vector<uint8_t> front;
		Vector<uint8_t> back;
		String main_extension;
		String front_extension;
		String back_extension;
		Error error = find_main_icon(main, main_extension);
		error = error == OK ? read_icon("launcher_icons/adaptive_foreground_432x432", front, front_extension) : error;
		error = error == OK ? read_icon("launcher_icons/adaptive_background_432x432", back, back_extension) : error;
		error = error == OK ? add_icon_file("icon", main, main_extension, r_icon) : error;
		if (error != OK || front_extension.is_empty() || back_extension.is_empty()) {
			return error;
		}
		uint32_t front_resource = 0;
		uint32_t back_resource = 0;
		error = add_icon_file("icon_foreground", front, front_extension, front_resource);
		error = error == OK ? add_icon_file("icon_background", back, back_extension, back_resource) : error;
		XmlElement icon("adaptive-icon");
		icon.add("background").set_reference("drawable", back_resource);
		icon.add("foreground").set_reference("drawable", front_resource);
		resources.add_file("icon", "res/icon_adaptive.xml", ADAPTIVE_SDK);
		return error == OK ? add("res/icon_adaptive.xml", icon.write()) : error;
	}

	Error add_manifest_and_icons() {
		uint32_t icon = 0;
		Error error = add_icons(icon);
		error = error == OK ? add("AndroidManifest.xml", app.make_manifest(icon)) : error;
		return error == OK ? add("resources.arsc", resources.write(app.package), true) : error;
	}

	Error add_code() {
		Vector<uint8_t> code;
		Error error = parts.read("classes.dex", code);
		error = error == OK ? add("classes.dex", code) : error;
		bool has_engine = app.flavour == AndroidApp::FLAVOUR_WEB_VIEW;
		for (int i = 0; i < int(std::size(architectures)) && error == OK && app.flavour == AndroidApp::FLAVOUR_NATIVE; i++) {
			const String option = vformat("architectures/%s", architectures[i].name);
			if (!preset.get_flag_option(option, architectures[i].is_usual)) {
				continue;
			}
			const String name = vformat("lib/%s/libestragon.so", architectures[i].name);
			if (!parts.has(name)) {
				return preset.fail(option, vformat("the template \"%s\" has no engine for %s: build one (scons platform=android arch=…), or turn %s off.", parts.get_path(), architectures[i].name, option), ERR_FILE_MISSING_DEPENDENCIES);
			}
			Vector<uint8_t> engine;
			error = parts.read(name, engine);
			error = error == OK ? add(name, engine) : error;
			has_engine = true;
		}
		if (error == OK && !has_engine) {
			return preset.fail("architectures/arm64-v8a", "no architecture is chosen: set architectures/arm64-v8a=true.");
		}
		return preset.has_failed() ? ERR_INVALID_DATA : error;
	}

	Error add_project() {
		if (app.flavour == AndroidApp::FLAVOUR_WEB_VIEW) {
			return add_pages();
		}
		Vector<uint8_t> pack;
		const Error error = ExportTools::make_pack(job, pack);
		return error == OK ? add(PACK, pack) : error;
	}

	Error add_pages() {
		LocalVector<WebExporter::File> files;
		Error error = WebExporter::make_files(job, "index.html", files);
		for (uint32_t i = 0; i < files.size() && error == OK; i++) {
			error = add("assets/www/" + files[i].name, files[i].content);
		}
		return error;
	}

	Error write() const {
		const bool is_signed = preset.get_flag_option("package/signed", true);
		const Vector<uint8_t> bytes = is_signed ? apk.sign(identity, int(app.min_sdk)) : apk.finish_unsigned();
		if (bytes.is_empty()) {
			return preset.fail(job.is_debug ? "keystore/debug" : "keystore/release", "the key does not sign.", FAILED);
		}
		if (ExportTools::check_interruption() != OK) {
			return ERR_SKIP;
		}
		const Error error = FileAccess::save_bytes(job.out_path, bytes.span());
		return error == OK ? OK : preset.fail("export_path", vformat("\"%s\" cannot be written: %s. What was there before is unchanged.", job.out_path, error_names[error]), error);
	}

	const ExportJob &job;
	const ExportPreset &preset;
	AndroidApp app;
	SigningIdentity identity;
	ExportTemplate parts;
	ResourceTable resources;
	ApkFile apk;
};

} // namespace

Error AndroidExporter::run(const ExportJob &p_job) const {
	return PackageMaker(p_job).run();
}
