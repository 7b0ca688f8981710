// Reading export_presets.cfg: what editors write, and what they do not.
#pragma once

#include "platform/export/export_preset.h"
#include "platform/export/idle_options.h"
#include "tests/test_macros.h"

namespace TestExportPreset {

inline constexpr const char *TWO_PRESETS = R"([preset.0]

name="Phone"
platform="Android"
runnable=true
custom_features="beta, arena"
export_filter="exclude"
export_files=PackedStringArray("res://a.gd")
include_filter="*.txt,data/*"
encrypt_pck=false

[preset.0.options]

version/code=12
gradle_build/min_sdk="26"
gradle_build/target_sdk=""
permissions/internet=true

[preset.1]

name="Server"
platform="Linux"
export_filter="all_resources"
)";

TEST_CASE("[Export][Preset] Every preset has its entries and options") {
	LocalVector<ExportPreset> presets;
	REQUIRE_EQ(ExportPresets::parse(TWO_PRESETS, String(), presets), OK);
	REQUIRE_EQ(presets.size(), 2);
	const ExportPreset &phone = presets[0];
	CHECK_EQ(phone.get_name(), "Phone");
	CHECK_EQ(phone.get_text("platform"), "Android");
	CHECK_EQ(phone.get_filter(), ExportPreset::FILTER_EXCLUDE);
	CHECK_EQ(phone.get_chosen_files(), Vector<String>({ "res://a.gd" }));
	CHECK_EQ(phone.get_custom_features(), Vector<String>({ "beta", "arena" }));
	CHECK_EQ(phone.get_int_option("version/code", 1), 12);
	CHECK_EQ(phone.get_int_option("gradle_build/min_sdk", 24), 26);
	CHECK_EQ(phone.get_int_option("gradle_build/target_sdk", 36), 36);
	CHECK(phone.get_flag_option("permissions/internet", false));
	CHECK_EQ(presets[1].get_name(), "Server");
	CHECK_EQ(presets[1].get_filter(), ExportPreset::FILTER_ALL_RESOURCES);
	CHECK_FALSE(phone.has_failed());
}

TEST_CASE("[Export][Preset] What the editor keeps apart goes before") {
	LocalVector<ExportPreset> presets;
	REQUIRE_EQ(ExportPresets::parse(TWO_PRESETS, "[preset.0.options]\nkeystore/release=\"k.p12\"\n[preset.9.options]\nkeystore/release=\"x\"\n", presets), OK);
	CHECK_EQ(presets.size(), 2);
	CHECK_EQ(presets[0].get_option("keystore/release"), "k.p12");
	CHECK_EQ(presets[1].get_option("keystore/release"), "");
	// Presets have numbers, whatever their order is and whichever are missing.
	REQUIRE_EQ(ExportPresets::parse("[preset.3]\nname=\"Late\"\n[preset.1]\nname=\"Early\"\n", "[preset.1.options]\nkeystore/release=\"early.p12\"\n[preset.3.options]\nkeystore/release=\"late.p12\"\n", presets), OK);
	CHECK_EQ(presets[0].get_option("keystore/release"), "late.p12");
	CHECK_EQ(presets[1].get_option("keystore/release"), "early.p12");
}

TEST_CASE("[Export][Preset] A value of the wrong type is told with preset and line") {
	LocalVector<ExportPreset> presets;
	REQUIRE_EQ(ExportPresets::parse("[preset.0]\nname=\"P\"\nexport_filter=\"some\"\n[preset.0.options]\nversion/code=\"many\"\npermissions/internet=\"yes\"\n", String(), presets), OK);
	ExpectErrors quiet;
	CHECK_EQ(presets[0].get_int_option("version/code", 3), 3);
	CHECK_FALSE(presets[0].get_flag_option("permissions/internet", false));
	CHECK_EQ(presets[0].get_filter(), ExportPreset::FILTER_ALL_RESOURCES);
	CHECK(presets[0].has_failed());
}

TEST_CASE("[Export][Preset] Broken files are refused, whatever is broken") {
	for (const char *text : { "[preset.0\n", "[preset.x]\n", "[preset.-1]\n", "[preset.0.other]\n", "[preset.99999999999]\n", "[preset.0]\na=Object(Node)\n" }) {
		ExpectErrors quiet;
		LocalVector<ExportPreset> presets;
		CHECK_NE(ExportPresets::parse(text, String(), presets), OK);
	}
	String many;
	for (int i = 0; i <= ExportPresets::MAX_PRESETS; i++) {
		many += vformat("[preset.%d]\n", i);
	}
	ExpectErrors quiet;
	LocalVector<ExportPreset> presets;
	CHECK_NE(ExportPresets::parse(many, String(), presets), OK);
	// Every beginning of a sound file is read or refused.
	const String whole = TWO_PRESETS;
	for (int i = 0; i < whole.length(); i++) {
		ExportPresets::parse(whole.left(i), String(), presets);
	}
}

TEST_CASE("[Export][Preset] Options that nothing comes of are found where they ask for something") {
	LocalVector<ExportPreset> presets;
	REQUIRE_EQ(ExportPresets::parse("[preset.0]\nname=\"A\"\n[preset.0.options]\npackage/app_category=2\nscreen/immersive_mode=false\nlauncher_icons/adaptive_monochrome_432x432=\"\"\n"
									"screen/background_color=Color(0, 0, 0, 1)\ngradle_build/custom_theme_attributes={}\nprogressive_web_app/enabled=true\n",
					   String(), presets),
			OK);
	CHECK_EQ(IdleOptions::find(presets[0], "Android"), Vector<String>({ "screen/immersive_mode" }));
	CHECK_EQ(IdleOptions::find(presets[0], "Web"), Vector<String>({ "progressive_web_app/enabled" }));
	CHECK_EQ(presets[0].get_option_as_text("package/app_category"), "2");
}

} // namespace TestExportPreset
