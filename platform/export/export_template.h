// The archive of which a platform's exports are made: the engine for it and what stands around it.
#pragma once

#include "core/io/pack/zip_archive.h"
#include "platform/export/exporter.h"

class ExportTemplate {
public:
	static constexpr int64_t MAX_FILE_BYTES = 256 * 1024 * 1024;

	// p_preset outlives this. Problems are told as those of the preset's custom_template option.
	ExportTemplate(const ExportPreset &p_preset, bool p_is_debug) :
			preset(p_preset), option(p_is_debug ? "custom_template/debug" : "custom_template/release") {}

	// The preset's own where p_may_be_custom, else p_name, which `scons platform=…` makes, from one of the usual places.
	Error open(const String &p_name, const String &p_scons_platform, bool p_may_be_custom = true);
	const String &get_path() const { return path; }
	bool has(const String &p_file) const { return parts.has(p_file); }
	Error read(const String &p_file, Vector<uint8_t> &r_content) const;

private:
	const ExportPreset &preset;
	String option;
	String path;
	ZipInput parts;
};
