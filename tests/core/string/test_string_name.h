// StringName and NodePath.
#pragma once

#include "core/string/node_path.h"
#include "core/templates/hash_map.h"
#include "tests/test_macros.h"

namespace TestStringName {

TEST_CASE("[String][StringName] Equal names are one entry, which goes with its last user") {
	const uint32_t before = StringName::get_table_size();
	{
		const StringName a = "a name for this test alone";
		const StringName b = String("a name for this test alone");
		CHECK_EQ(a.data_unique_pointer(), b.data_unique_pointer());
		CHECK_EQ(StringName::get_table_size(), before + 1);
		CHECK_EQ(a.hash(), String("a name for this test alone").hash());
		CHECK(a == "a name for this test alone");
	}
	CHECK_EQ(StringName::get_table_size(), before);
}

TEST_CASE("[String][StringName] The empty name costs nothing") {
	CHECK_EQ(StringName("").data_unique_pointer(), nullptr);
	CHECK_EQ(StringName().hash(), String().hash());
	CHECK(StringName().is_empty());
	CHECK_EQ(StringName().get_string(), "");
}

TEST_CASE("[String][StringName] Names outside ASCII are the same from bytes and from text") {
	const StringName a = "\xC3\xA9";
	CHECK_EQ(a, StringName(String(U"\u00E9")));
	CHECK_EQ(a.hash(), String(U"\u00E9").hash());
}

TEST_CASE("[String][StringName] Many names are found again") {
	Vector<StringName> names;
	for (int i = 0; i < 5000; i++) {
		names.push_back("name number " + itos(i));
	}
	for (int i = 0; i < 5000; i++) {
		REQUIRE_EQ(names[i], StringName("name number " + itos(i)));
	}
	CHECK(StringName::AlphCompare()("a", "b"));
}

TEST_CASE("[String][NodePath] Texts are parsed, cleaned and printed") {
	struct Case {
		const char *text;
		const char *printed;
		int names;
		int subnames;
		bool absolute;
	};
	for (const Case &c : { Case{ "", "", 0, 0, false }, { "/", "/", 0, 0, true }, { "/root/A:pos", "/root/A:pos", 2, 1, true }, { "a//b/", "a/b", 2, 0, false }, { "a:", "a", 1, 0, false }, { "a:b:", "a:b", 1, 1, false }, { ":x:y", ":x:y", 0, 2, false }, { ":a/b", ":a/b", 0, 1, false }, { "/:a", "/:a", 0, 1, true }, { "../.", "../.", 2, 0, false }, { ":", "", 0, 0, false } }) {
		const NodePath path = c.text;
		CHECK_EQ(String(path), c.printed);
		CHECK_EQ(path.get_name_count(), c.names);
		CHECK_EQ(path.get_subname_count(), c.subnames);
		CHECK_EQ(path.is_absolute(), c.absolute);
		CHECK_EQ(path, NodePath(String(path)));
	}
	ExpectErrors silence;
	CHECK(NodePath("a::b").is_empty());
	CHECK(NodePath("::").is_empty());
	CHECK_EQ(NodePath("a").get_name(1), StringName());
	CHECK_EQ(NodePath("a").get_name(-1), StringName());
	CHECK_EQ(NodePath().get_subname(0), StringName());
}

TEST_CASE("[String][NodePath] Slices run over names and subnames alike") {
	const NodePath path = "/root/x:y";
	CHECK_EQ(path.slice(0), path);
	CHECK_EQ(path.slice(1), NodePath("x:y"));
	CHECK_EQ(path.slice(-1), NodePath(":y"));
	CHECK_EQ(path.slice(0, 0), NodePath("/"));
	CHECK_EQ(path.slice(3, 1), NodePath());
	CHECK_EQ(path.slice(INT64_MIN, INT64_MAX), path);
	CHECK_EQ(NodePath("a/b/c/d:e:f:g").slice(2, 5), NodePath("c/d:e"));
}

TEST_CASE("[String][NodePath] Relative ways, property paths and simplification") {
	CHECK_EQ(NodePath("/root/a/b").rel_path_to("/root/c:x"), NodePath("../../c:x"));
	CHECK_EQ(NodePath("/root").rel_path_to("/root"), NodePath("."));
	CHECK_EQ(NodePath("a/b:c").get_as_property_path(), NodePath(":a/b:c"));
	CHECK_EQ(NodePath("./a/../b").simplified(), NodePath("b"));
	CHECK_EQ(NodePath("a/..").simplified(), NodePath("."));
	NodePath path = "a";
	path.prepend_period();
	CHECK_EQ(path, NodePath("./a"));
}

TEST_CASE("[String][NodePath] The order of names matters to the hash") {
	CHECK_NE(NodePath("a/b").hash(), NodePath("b/a").hash());
	CHECK_NE(NodePath("a/b").hash(), NodePath("a:b").hash());
	CHECK_NE(NodePath("/a").hash(), NodePath("a").hash());
	CHECK_EQ(NodePath("a//b").hash(), NodePath("a/b").hash());
	CHECK_EQ(NodePath().hash(), 0);
}

} // namespace TestStringName
