// Android packages from presets, with nothing but this program: no SDK, no Java.
#pragma once

#include "platform/export/exporter.h"

class AndroidExporter final : public Exporter {
public:
	static constexpr const char *TEMPLATE = "estragon.android.zip";

	const char *get_platform() const override { return "Android"; }
	const char *get_extension() const override { return "apk"; }
	Error run(const ExportJob &p_job) const override;
};
