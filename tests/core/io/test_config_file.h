// Configuration text: sections, keys, values, errors.
#pragma once

#include "core/io/config_file.h"
#include "tests/test_macros.h"

static Ref<ConfigFile> new_config() {
	Ref<ConfigFile> config;
	config.instantiate();
	return config;
}

TEST_CASE("[IO][ConfigFile] What is set comes back from the text") {
	Ref<ConfigFile> config = new_config();
	config->set_value("player", "name", "Ann");
	config->set_value("player", "at", Vector2(1, 2.5));
	config->set_value("", "top", true);
	CHECK_EQ(config->encode_to_text(), "top=true\n\n[player]\n\nname=\"Ann\"\nat=Vector2(1, 2.5)\n");
	Ref<ConfigFile> back = new_config();
	REQUIRE_EQ(back->parse(config->encode_to_text()), OK);
	CHECK_EQ(back->get_sections(), Vector<String>({ "", "player" }));
	CHECK(back->get_value("player", "at") == Variant(Vector2(1, 2.5)));
}

TEST_CASE("[IO][ConfigFile] null erases a key, and the last key its section") {
	Ref<ConfigFile> config = new_config();
	config->set_value("a", "x", 1);
	config->set_value("a", "y", 2);
	config->set_value("a", "x", Variant());
	CHECK_FALSE(config->has_section_key("a", "x"));
	config->set_value("a", "y", Variant());
	CHECK_FALSE(config->has_section("a"));
}

TEST_CASE("[IO][ConfigFile] A broken file is an error, and what stood before it is kept") {
	ExpectErrors quiet;
	Ref<ConfigFile> config = new_config();
	CHECK_EQ(config->parse("[a]\nx=1\ny=@\nz=2"), ERR_PARSE_ERROR);
	CHECK(config->get_value("a", "x") == Variant(1));
	CHECK_FALSE(config->has_section_key("a", "z"));
	CHECK_EQ(config->parse("[a"), ERR_PARSE_ERROR);
	CHECK_EQ(config->load("/no/such/file.cfg"), ERR_FILE_NOT_FOUND);
}

TEST_CASE("[IO][ConfigFile] A missing key gives the default") {
	Ref<ConfigFile> config = new_config();
	CHECK(config->get_value("a", "b", 5) == Variant(5));
	ExpectErrors quiet;
	CHECK(config->get_value("a", "b") == Variant());
}
