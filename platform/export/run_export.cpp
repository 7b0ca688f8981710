// From an order of the command line to a platform's exporter.
#include "core/config/project_settings.h"
#include "core/error/error_macros.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/main/main.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "platform/android/export/android_exporter.h"
#include "platform/export/exporter.h"
#include "platform/export/idle_options.h"
#include "platform/export/project_files.h"
#include "platform/web/export/web_exporter.h"

namespace {

const AndroidExporter android_exporter;
const WebExporter web_exporter;
const Exporter *const exporters[] = { &android_exporter, &web_exporter };

String names_of(const LocalVector<ExportPreset> &p_presets) {
	Vector<String> names;
	for (const ExportPreset &preset : p_presets) {
		names.push_back("\"" + preset.get_name() + "\"");
	}
	return names.is_empty() ? String("none") : String(", ").join(names);
}

const ExportPreset *find_preset(const LocalVector<ExportPreset> &p_presets, const String &p_name) {
	for (const ExportPreset &preset : p_presets) {
		if (preset.get_name() == p_name) {
			return &preset;
		}
	}
	print_error(vformat("export_presets.cfg has no preset \"%s\"; it has: %s.", p_name, names_of(p_presets)));
	return nullptr;
}

const Exporter *find_exporter(const ExportPreset &p_preset) {
	const String platform = p_preset.get_text("platform");
	String known;
	for (const Exporter *exporter : exporters) {
		if (platform == exporter->get_platform()) {
			return exporter;
		}
		known += (known.is_empty() ? "" : ", ") + String(exporter->get_platform());
	}
	p_preset.fail("platform", vformat("there is no exporter for the platform \"%s\"; there are: %s. --export-pack makes a pack for any platform.", platform, known), ERR_UNAVAILABLE);
	return nullptr;
}

Error find_out_path(const ExportOrder &p_order, const ExportPreset &p_preset, String &r_path) {
	r_path = p_order.out_path;
	if (r_path.is_empty()) {
		const String given = p_preset.get_text("export_path");
		if (given.is_empty()) {
			return p_preset.fail("export_path", "where to? Name a file behind the preset on the command line, or set export_path.", ERR_UNCONFIGURED);
		}
		r_path = ProjectSettings::get_singleton()->globalize_path(ExportPreset::to_path(given));
	}
	r_path = r_path.simplify_path(); // ProjectFiles knows it again.
	if (DirAccess::exists(r_path)) {
		return p_preset.fail("export_path", vformat("\"%s\" is a folder; name the file to make.", r_path), ERR_INVALID_PARAMETER);
	}
	const String folder = r_path.get_base_dir();
	if (!DirAccess::exists(folder) && DirAccess::make_dir_recursive_absolute(folder) != OK) {
		return p_preset.fail("export_path", vformat("the folder \"%s\" does not exist and cannot be made.", folder), ERR_CANT_CREATE);
	}
	return OK;
}

void warn_of_idle_options(const ExportPreset &p_preset, const char *p_platform) {
	const Vector<String> idle = IdleOptions::find(p_preset, p_platform);
	if (!idle.is_empty()) {
		p_preset.warn(idle[0], vformat("without effect here: %s.", String(", ").join(idle)));
	}
}

void report_done(const ExportJob &p_job, uint64_t p_began) {
	const uint64_t msec = OS::get_singleton()->get_ticks_msec() - p_began;
	print_line(vformat("Exported \"%s\": %s (%d files of the project, %.2f MiB, %.1f s).", p_job.preset.get_name(), p_job.out_path, p_job.files.size(), double(FileAccess::get_size(p_job.out_path)) / (1024 * 1024), double(msec) / 1000));
}

} // namespace

Error ExportTools::check_interruption() {
	return Main::is_close_requested() ? ERR_SKIP : OK;
}

Error run_export(const ExportOrder &p_order) {
	const uint64_t began = OS::get_singleton()->get_ticks_msec();
	LocalVector<ExportPreset> presets;
	Error error = ExportPresets::load(presets);
	if (error != OK) {
		return error;
	}
	const ExportPreset *preset = find_preset(presets, p_order.preset);
	if (!preset) {
		return ERR_INVALID_PARAMETER;
	}
	const Exporter *exporter = p_order.kind == ExportOrder::KIND_PACK ? nullptr : find_exporter(*preset);
	if (!exporter && p_order.kind != ExportOrder::KIND_PACK) {
		return ERR_UNAVAILABLE;
	}
	ExportJob job(*preset);
	job.is_debug = p_order.kind == ExportOrder::KIND_DEBUG;
	job.may_lack_permissions = p_order.may_lack_permissions;
	error = find_out_path(p_order, *preset, job.out_path);
	if (error == OK && exporter && job.out_path.get_extension().to_lower() != exporter->get_extension()) {
		error = preset->fail("export_path", vformat("an export for %s makes a file that ends in .%s, not \"%s\".", exporter->get_platform(), exporter->get_extension(), job.out_path.get_file()), ERR_INVALID_PARAMETER);
	}
	error = error == OK ? ProjectFiles::choose(*preset, exporter ? exporter->get_outputs(job.out_path) : Vector<String>{ job.out_path }, job.files) : error;
	if (error == OK && exporter) {
		warn_of_idle_options(*preset, exporter->get_platform());
	}
	if (error == OK) {
		error = exporter ? exporter->run(job) : ExportTools::write_pack(job, job.out_path);
	}
	if (error == OK && preset->has_failed()) {
		error = ERR_INVALID_DATA;
	}
	if (error == ERR_SKIP) {
		print_error(vformat("The export of \"%s\" was interrupted; nothing was written.", preset->get_name()));
	}
	if (error == OK) {
		report_done(job, began);
	}
	return error;
}
