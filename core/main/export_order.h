// What --export-release, --export-debug and --export-pack ask for, and who does it: tool builds of a platform bring an exporter.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"

struct ExportOrder {
	enum Kind {
		KIND_RELEASE,
		KIND_DEBUG,
		KIND_PACK, // Only the pack with the project's files.
	};
	Kind kind = KIND_RELEASE;
	String preset; // Its name.
	String out_path; // Absolute; empty: where the preset says.
	bool may_lack_permissions = false; // --export-without-permissions
};

// With the project open and scripts loadable. Prints what is wrong, and what was made.
using RunExport = Error (*)(const ExportOrder &p_order);
