// What an app tells Android of itself, read from a preset, and the manifest that says so.
#pragma once

#include "platform/android/export/binary_xml.h"
#include "platform/export/exporter.h"

struct AndroidApp {
	static constexpr int OLDEST_SDK = 24; // Android 7.0: the first that reads signatures of scheme v2.
	static constexpr int TARGET_SDK = 36;

	enum Flavour {
		FLAVOUR_NATIVE, // The engine runs as a program; its output is shown.
		FLAVOUR_WEB_VIEW, // The project's web export in a web view.
	};

	String package;
	String label;
	int64_t version_code = 1;
	String version_name;
	int64_t min_sdk = OLDEST_SDK;
	int64_t target_sdk = TARGET_SDK;
	int orientation = 0; // As Android numbers them.
	Vector<String> permissions; // Whole names, sorted.
	Vector<String> arguments; // For the engine.
	bool is_debug = false;
	bool keeps_running = false; // Also while the user does other things.
	bool allows_backup = false;
	Flavour flavour = FLAVOUR_NATIVE;

	// All that is wrong is printed, with the preset's name and line.
	Error read(const ExportJob &p_job);
	bool has_permission(const char *p_name) const { return permissions.has(String("android.permission.") + p_name); }
	Vector<uint8_t> make_manifest(uint32_t p_icon) const;

	// "com.example.game": at least two parts of letters, digits and underscores, each beginning with a letter.
	static bool is_package_name(const String &p_name);

private:
	void read_names(const ExportPreset &p_preset);
	void read_versions(const ExportPreset &p_preset);
	void read_permissions(const ExportPreset &p_preset);
	void read_orientation(const ExportPreset &p_preset);
	void refuse_other_ways(const ExportPreset &p_preset) const;
	void add_components(XmlElement &r_application) const;
};
