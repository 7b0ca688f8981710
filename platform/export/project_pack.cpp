// The pack of an export.
#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/io/pack/pck_packer.h"
#include "core/io/pack/zip_archive.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "platform/export/exporter.h"

namespace {

// The project's settings with a line more: the loader reads the tags from it.
Vector<uint8_t> make_project_file(const ExportJob &p_job) {
	String text = FileAccess::get_file_as_string("res://project.godot");
	const Vector<String> features = p_job.preset.get_custom_features();
	if (!features.is_empty()) {
		text = "_custom_features=\"" + String(",").join(features).c_escape() + "\"\n" + text;
	}
	return text.to_utf8_buffer();
}

Error write_pck(const ExportJob &p_job, const String &p_path) {
	const ExportPreset &preset = p_job.preset;
	if (preset.get_flag("encrypt_pck") || preset.get_flag("encrypt_directory")) {
		return preset.fail("encrypt_pck", "encrypted packs are made by PCKPacker in a script and run with --pack-key; exports are not encrypted. Turn encrypt_pck and encrypt_directory off.", ERR_UNAVAILABLE);
	}
	Ref<PCKPacker> packer;
	packer.instantiate();
	Error error = packer->pck_start(p_path);
	error = error == OK ? packer->add_content("res://project.godot", make_project_file(p_job)) : error;
	for (int64_t i = 0; i < p_job.files.size() && error == OK; i++) {
		error = packer->add_file(p_job.files[i], p_job.files[i]);
		error = error == OK ? ExportTools::check_interruption() : error;
	}
	return error == OK ? packer->flush() : error;
}

Error add_to_zip(ZipOutput &r_zip, const String &p_path, const Vector<uint8_t> &p_content) {
	Error error = r_zip.start_file(p_path.trim_prefix("res://"), -1);
	error = error == OK ? r_zip.write(p_content.span()) : error;
	return error == OK ? r_zip.finish_file() : error;
}

Error write_zip(const ExportJob &p_job, const String &p_path) {
	ZipOutput zip;
	Error error = zip.open(p_path, ZipOutput::APPEND_CREATE);
	error = error == OK ? add_to_zip(zip, "project.godot", make_project_file(p_job)) : error;
	for (int64_t i = 0; i < p_job.files.size() && error == OK; i++) {
		const Vector<uint8_t> content = FileAccess::get_file_as_bytes(p_job.files[i], &error);
		if (error != OK) {
			print_error(vformat("The file \"%s\" cannot be read: %s.", p_job.files[i], error_names[error]));
		}
		error = error == OK ? add_to_zip(zip, p_job.files[i], content) : error;
		error = error == OK ? ExportTools::check_interruption() : error;
	}
	if (error != OK) {
		zip.abandon();
		return error;
	}
	return zip.close();
}

} // namespace

Error ExportTools::write_pack(const ExportJob &p_job, const String &p_path) {
	const Error error = p_path.get_extension().to_lower() == "zip" ? write_zip(p_job, p_path) : write_pck(p_job, p_path);
	if (error != OK && error != ERR_SKIP) {
		print_error(vformat("The pack \"%s\" was not written: %s.", p_path, error_names[error]));
	}
	return error;
}

Error ExportTools::make_pack(const ExportJob &p_job, Vector<uint8_t> &r_pack) {
	Error error = OK;
	const Ref<FileAccess> file = FileAccess::create_temp(FileAccess::WRITE_READ, "export", "pck", false, &error);
	if (file.is_null()) {
		print_error(vformat("There is no room for a temporary file in \"%s\": %s.", OS::get_singleton()->get_temp_dir(), error_names[error]));
		return error;
	}
	error = write_pack(p_job, file->get_path_absolute());
	if (error == OK) {
		r_pack = FileAccess::get_file_as_bytes(file->get_path_absolute(), &error);
	}
	return error == OK ? check_interruption() : error;
}
