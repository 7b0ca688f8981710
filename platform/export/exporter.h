// What an export is made of, and what a platform must do to have one.
#pragma once

#include "core/main/export_order.h"
#include "core/templates/vector.h"
#include "platform/export/export_preset.h"

struct ExportJob {
	explicit ExportJob(const ExportPreset &p_preset) :
			preset(p_preset) {}

	const ExportPreset &preset;
	bool is_debug = false;
	bool may_lack_permissions = false;
	String out_path; // Absolute; its folder exists.
	Vector<String> files; // Of the project, below res://.
};

// One a platform; stateless.
class Exporter {
public:
	virtual const char *get_platform() const = 0; // As presets name it.
	virtual const char *get_extension() const = 0; // Of what it makes, without the dot.
	// All files that an export to that path may leave; none of them goes into the next one.
	virtual Vector<String> get_outputs(const String &p_out_path) const { return { p_out_path }; }
	// Nothing is at job.out_path, or what was there before, unless this is OK. Problems are printed, with ExportPreset::fail() where the preset is the cause.
	virtual Error run(const ExportJob &p_job) const = 0;

	virtual ~Exporter() = default;
};

// What scripts may use only if an app asks its system for it.
struct NetworkUse {
	String file;
	int line = 0;
	String class_name; // Empty: none was found.
};

namespace ExportTools {

// ERR_SKIP when the user has ended the program meanwhile; to be asked between pieces of work.
Error check_interruption();

// Writes the pack: those files, and project.godot with the preset's feature tags. A .zip archive when p_path ends so. Whole or not at all.
Error write_pack(const ExportJob &p_job, const String &p_path);
// The same as bytes.
Error make_pack(const ExportJob &p_job, Vector<uint8_t> &r_pack);
// The first use of a class that opens network connections.
NetworkUse find_network_use(const Vector<String> &p_files);

} // namespace ExportTools

// Main::run_export of builds that have exporters.
Error run_export(const ExportOrder &p_order);
