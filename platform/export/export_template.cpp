// Where templates are, and what is in them: see the header.
#include "platform/export/export_template.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/os/os.h"

// Beside the executable, or where the user keeps data of programs.
static Vector<String> get_places(const String &p_name) {
	const OS *os = OS::get_singleton();
	return Vector<String>({ os->get_executable_path().get_base_dir().path_join(p_name), os->get_data_dir().path_join("estragon/templates").path_join(p_name) });
}

Error ExportTemplate::open(const String &p_name, const String &p_scons_platform, bool p_may_be_custom) {
	path = p_may_be_custom ? preset.get_path_option(option) : String();
	const Vector<String> places = get_places(p_name);
	for (int64_t i = 0; i < places.size() && path.is_empty(); i++) {
		path = FileAccess::exists(places[i]) ? places[i] : String();
	}
	if (path.is_empty()) {
		const String other_way = p_may_be_custom ? ", or set " + option : String();
		return preset.fail(option, vformat("the template is not there: build it with `scons platform=%s`%s. It is looked for as \"%s\".", p_scons_platform, other_way, String("\" or \"").join(places)), ERR_FILE_NOT_FOUND);
	}
	const Error error = parts.open(path);
	return error == OK ? OK : preset.fail(option, vformat("the template \"%s\" is no archive that can be read: %s.", path, error_names[error]), error);
}

Error ExportTemplate::read(const String &p_file, Vector<uint8_t> &r_content) const {
	if (!parts.has(p_file)) {
		return preset.fail(option, vformat("the template \"%s\" has no \"%s\".", path, p_file), ERR_FILE_MISSING_DEPENDENCIES);
	}
	if (parts.get_size(p_file) > MAX_FILE_BYTES) {
		return preset.fail(option, vformat("\"%s\" in the template \"%s\" has more than %d bytes.", p_file, path, MAX_FILE_BYTES), ERR_FILE_UNRECOGNIZED);
	}
	const Error error = parts.read(p_file, true, r_content);
	return error == OK ? OK : preset.fail(option, vformat("\"%s\" in the template \"%s\" is damaged.", p_file, path), error);
}
