// Pages from presets: the engine's files of the template, the project's pack, and an HTML page around them.
#pragma once

#include "core/templates/local_vector.h"
#include "platform/export/exporter.h"

class WebExporter final : public Exporter {
public:
	static constexpr const char *TEMPLATE = "estragon.web.zip";

	struct File {
		String name; // Without a folder.
		Vector<uint8_t> content;
	};

	const char *get_platform() const override { return "Web"; }
	const char *get_extension() const override { return "html"; }
	Vector<String> get_outputs(const String &p_out_path) const override;
	Error run(const ExportJob &p_job) const override;

	// All files of an export whose page is p_page ("index.html"), the page last. Problems are printed.
	static Error make_files(const ExportJob &p_job, const String &p_page, LocalVector<File> &r_files);
};
