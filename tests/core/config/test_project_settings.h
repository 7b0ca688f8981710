// Settings: values, overrides, paths, files.
#pragma once

#include "core/config/project_settings.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "tests/test_macros.h"

// The settings of a project of its own; the running engine's come back afterwards.
struct OwnSettings {
	ProjectSettings *running = ProjectSettings::get_singleton();
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	ProjectSettings *settings = memnew(ProjectSettings);

	void write(const String &p_name, const String &p_text) const {
		FileAccess::open(folder->get_current_dir().path_join(p_name), FileAccess::WRITE)->store_string(p_text);
	}
	Error load() const { return settings->setup(folder->get_current_dir()); }

	~OwnSettings() {
		memdelete(settings);
		ProjectSettings::make_current(running);
	}
};

TEST_CASE("[Config][ProjectSettings] A project is read over the defaults, and override.cfg over the project") {
	OwnSettings own;
	own.write("project.godot", "config_version=5\n\n[application]\n\nconfig/name=\"Test\"\nrun/max_fps=30\n\n[autoload]\n\nGlobal=\"*res://global.gd\"\nPlain=\"res://plain.gd\"\n");
	own.write("override.cfg", "[application]\n\nrun/max_fps=50\n");
	REQUIRE_EQ(own.load(), OK);
	CHECK(own.settings->get_setting("application/config/name") == Variant("Test"));
	CHECK(own.settings->get_setting("application/run/max_fps") == Variant(50));
	CHECK(own.settings->get_setting("physics/common/physics_ticks_per_second") == Variant(60));
	CHECK_FALSE(own.settings->has_setting("config_version"));
	REQUIRE(own.settings->has_autoload("Global"));
	CHECK(own.settings->get_autoload_list().get("Global").is_singleton);
	CHECK_EQ(own.settings->get_autoload_list().get("Global").path, "res://global.gd");
	CHECK_FALSE(own.settings->get_autoload_list().get("Plain").is_singleton);
}

TEST_CASE("[Config][ProjectSettings] A missing, a broken and a too new project are errors of their own") {
	ExpectErrors quiet;
	OwnSettings own;
	CHECK_EQ(own.load(), ERR_FILE_NOT_FOUND);
	own.write("project.godot", "[application]\nname=@");
	CHECK_EQ(own.load(), ERR_PARSE_ERROR);
	own.write("project.godot", "config_version=99\n");
	CHECK_EQ(own.load(), ERR_FILE_CANT_OPEN);
	CHECK_FALSE(own.settings->is_project_loaded());
}

TEST_CASE("[Config][ProjectSettings] A feature's value wins where the feature is") {
	OwnSettings own;
	own.settings->set_setting("a/b", "plain");
	own.settings->set_setting("a/b.nosuchfeature", "other");
	CHECK(own.settings->get_setting_with_override("a/b") == Variant("plain"));
	CHECK(own.settings->get_setting_with_override_and_custom_features("a/b", { "nosuchfeature" }) == Variant("other"));
	own.settings->set_setting("a/b.debug", "here");
	CHECK(own.settings->get_setting_with_override("a/b") == Variant("here"));
	CHECK(own.settings->get_setting("a/b") == Variant("plain"));
	own.settings->set_setting("a/b", Variant());
	CHECK_FALSE(own.settings->has_setting("a/b"));
}

TEST_CASE("[Config][ProjectSettings] Paths go from the project to the system and back") {
	OwnSettings own;
	own.write("project.godot", "");
	REQUIRE_EQ(own.load(), OK);
	const String root = own.settings->get_resource_path();
	CHECK_EQ(own.settings->globalize_path("res://a/b"), root + "/a/b");
	CHECK_EQ(own.settings->localize_path(root + "/a/b"), "res://a/b");
	CHECK_EQ(own.settings->localize_path("res://a/../b"), "res://b");
	CHECK_EQ(own.settings->localize_path("x/y"), "res://x/y");
	CHECK_EQ(own.settings->localize_path(root + "elsewhere"), root + "elsewhere");
	CHECK_EQ(own.settings->globalize_path("/x"), "/x");
}

TEST_CASE("[Config][ProjectSettings] Saving leaves defaults out, and what is saved reads back") {
	OwnSettings own;
	own.write("project.godot", "[application]\nconfig/name=\"Test\"\n");
	REQUIRE_EQ(own.load(), OK);
	own.settings->set_setting("own/value", Array{ 1, "x" });
	own.settings->set_setting("single", 2);
	REQUIRE_EQ(own.settings->save(), OK);
	const String text = FileAccess::get_file_as_string(own.settings->get_resource_path().path_join("project.godot"));
	CHECK(text.contains("config_version=5"));
	CHECK_FALSE(text.contains("physics_ticks_per_second"));
	own.settings->set_setting("own/value", Variant());
	REQUIRE_EQ(own.load(), OK);
	CHECK(own.settings->get_setting("own/value") == Variant(Array{ 1, "x" }));
	CHECK(own.settings->get_setting("single") == Variant(2));
	ExpectErrors quiet;
	CHECK_EQ(own.settings->save_custom("/tmp/x.txt"), ERR_FILE_UNRECOGNIZED);
}

TEST_CASE("[Config][ProjectSettings] Objects of classes that do not exist do not stop a project, and are saved as they were") {
	OwnSettings own;
	const String jump = "Object(NoSuchEvent,\"resource_name\":\"\",\"device\":-1,\"script\":null)\n";
	own.write("project.godot", "config_version=5\n\n[input]\n\njump={\n\"deadzone\": 0.5,\n\"events\": [" + jump + ", " + jump + "]\n}\n");
	REQUIRE_EQ(own.load(), OK);
	const Dictionary action = own.settings->get_setting("input/jump");
	CHECK_EQ(Array(action["events"]).size(), 2);
	const String path = own.folder->get_current_dir().path_join("saved.godot");
	CHECK_EQ(own.settings->save_custom(path), OK);
	CHECK(FileAccess::get_file_as_string(path).contains("\"events\": [" + jump + ", " + jump + "]"));
}
