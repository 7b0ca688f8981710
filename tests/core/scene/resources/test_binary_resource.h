// The binary formats of scenes and resources: read as editors write them, and refused when they are broken.
#pragma once

#include "core/scene/main/node.h"
#include "core/scene/resources/binary_resource_reader.h"
#include "core/scene/resources/binary_resource_writer.h"
#include "core/scene/resources/bundled_scene.h"
#include "core/variant/dictionary.h"
#include "tests/test_macros.h"

namespace TestBinaryResource {

// Writes what a test wants read.
struct BinaryWriter {
	Vector<uint8_t> bytes;
	bool big_endian = false;

	BinaryWriter &put(uint64_t p_value, int p_size = 4) {
		for (int i = 0; i < p_size; i++) {
			bytes.push_back(uint8_t(p_value >> (8 * (big_endian ? p_size - 1 - i : i))));
		}
		return *this;
	}
	BinaryWriter &text(const char *p_text) {
		put(strlen(p_text) + 1);
		for (const char *letter = p_text; *letter; letter++) {
			bytes.push_back(uint8_t(*letter));
		}
		bytes.push_back(0);
		return *this;
	}
	// Up to the tables.
	void head(const char *p_class) {
		for (const char letter : { 'R', 'S', 'R', 'C' }) {
			bytes.push_back(uint8_t(letter));
		}
		put(big_endian ? 1 : 0).put(0).put(4).put(6).put(6).text(p_class).put(0, 8).put(3).put(7, 8);
		for (int i = 0; i < 11; i++) {
			put(0);
		}
	}
};

// A Resource with a name and the values of p_value, as one metadata.
inline Vector<uint8_t> make_resource(bool p_big_endian) {
	BinaryWriter writer;
	writer.big_endian = p_big_endian;
	writer.head("Resource");
	writer.put(2).text("resource_name").text("metadata/values");
	writer.put(0); // Nothing external.
	writer.put(1).text("local://1");
	writer.put(uint64_t(writer.bytes.size()) + 8, 8);
	writer.text("Resource").put(2);
	writer.put(0).put(5).text("N");
	writer.put(1).put(30).put(4); // An array of four.
	writer.put(3).put(uint32_t(-5)).put(10).put(0x3F800000).put(0x40000000).put(31).put(3);
	for (const uint8_t byte : { 1, 2, 3, 0 }) {
		writer.bytes.push_back(byte);
	}
	writer.put(26).put(1).put(44).text("k").put(24).put(0);
	return writer.bytes;
}

inline Ref<Resource> read_bytes(const Vector<uint8_t> &p_bytes) {
	Error error = OK;
	const Ref<Resource> resource = BinaryResourceReader(p_bytes, "res://binary.res", ResourceFormatLoader::CACHE_MODE_IGNORE).read(error);
	CHECK_EQ(resource.is_valid(), error == OK);
	return resource;
}

TEST_CASE("[Scene][Binary] Values of a resource are read in both orders of bytes") {
	for (const bool big_endian : { false, true }) {
		const Ref<Resource> resource = read_bytes(make_resource(big_endian));
		REQUIRE(resource.is_valid());
		CHECK_EQ(resource->get_name(), String("N"));
		const Array values = resource->get_meta("values");
		REQUIRE_EQ(values.size(), 4);
		CHECK(values[0] == Variant(-5));
		CHECK(values[1] == Variant(Vector2(1, 2)));
		CHECK(values[2] == Variant(PackedByteArray({ 1, 2, 3 })));
		CHECK(Dictionary(values[3]).has(StringName("k")));
	}
}

TEST_CASE("[Scene][Binary] A file that is cut off, or has any byte changed, is read or refused") {
	const ExpectErrors expected;
	const Vector<uint8_t> whole = make_resource(false);
	for (int64_t length = 0; length < whole.size(); length++) {
		CHECK(read_bytes(whole.slice(0, length)).is_null());
	}
	for (int64_t i = 0; i < whole.size(); i++) {
		for (const int change : { 0x01, 0x80, 0xFF }) {
			Vector<uint8_t> changed = whole;
			changed.write[i] = uint8_t(changed[i] ^ change);
			read_bytes(changed);
		}
	}
	// Offsets and lengths near the end of what a number holds.
	for (int64_t i = 0; i + 8 <= whole.size(); i++) {
		for (const uint8_t last : { 0xFF, 0xFC, 0x7F }) {
			Vector<uint8_t> changed = whole;
			memset(changed.ptrw() + i, 0xFF, 8);
			changed.write[i] = last;
			read_bytes(changed);
		}
	}
}

TEST_CASE("[Scene][Binary] Values that are nested without an end are refused") {
	const ExpectErrors expected;
	BinaryWriter writer;
	writer.head("Resource");
	writer.put(1).text("metadata/deep").put(0).put(1).text("local://1");
	writer.put(uint64_t(writer.bytes.size()) + 8, 8);
	writer.text("Resource").put(1).put(0);
	for (int i = 0; i < 5000; i++) {
		writer.put(30).put(1);
	}
	writer.put(1).put(1);
	CHECK(read_bytes(writer.bytes).is_null());
}

inline Dictionary make_bundle() {
	Dictionary bundle;
	bundle["names"] = PackedStringArray({ "Root", "Node", "Child", "position", "group", "ready", "queue_free" });
	Array values;
	values.push_back(7);
	bundle["variants"] = values;
	bundle["node_count"] = 3;
	// Parent, owner, type, name, instance, properties, groups.
	bundle["nodes"] = PackedInt32Array({ 0x7FFFFFFF, -1, 1, 0, -1, 0, 0, 0, 0, 1, 2, -1, 1, 3, 0, 1, 4, 1, 0, 1, 2, -1, 0, 0 });
	bundle["conn_count"] = 1;
	bundle["conns"] = PackedInt32Array({ 1, 0, 5, 6, 2, 0, 0 });
	bundle["version"] = 3;
	return bundle;
}

TEST_CASE("[Scene][Binary] The tables of a scene become nodes, groups and connections") {
	Ref<SceneState> state;
	state.instantiate();
	REQUIRE(read_bundled_scene(make_bundle(), state.ptr()));
	REQUIRE_EQ(state->get_node_count(), 3);
	CHECK_EQ(state->get_node_name(1), StringName("Child"));
	CHECK(state->get_node_property_value(1, 0) == Variant(7));
	CHECK_EQ(state->get_node_groups(1).size(), 1);
	CHECK_EQ(String(state->get_node_path(2)), String("./Child/Child"));
	CHECK_EQ(String(state->get_connections()[0].from), String("Child"));
	CHECK_EQ(state->get_connection_method(0), StringName("queue_free"));
}

TEST_CASE("[Scene][Binary] Tables with numbers that lead nowhere are refused") {
	const Dictionary whole = make_bundle();
	const PackedInt32Array nodes = whole["nodes"];
	for (int64_t i = 0; i < nodes.size(); i++) {
		for (const int32_t value : { -1, 100, 0x40000000, 0x7FFFFFFE, INT32_MIN }) {
			PackedInt32Array changed = nodes;
			changed.write[i] = value;
			Dictionary bundle = whole.duplicate();
			bundle["nodes"] = changed;
			Ref<SceneState> state;
			state.instantiate();
			read_bundled_scene(bundle, state.ptr());
		}
		Dictionary bundle = whole.duplicate();
		bundle["nodes"] = nodes.slice(0, i);
		Ref<SceneState> state;
		state.instantiate();
		CHECK_FALSE(read_bundled_scene(bundle, state.ptr()));
	}
}

TEST_CASE("[Scene][Binary] What is written is read again, parts and other scenes as well") {
	Ref<SceneState> state;
	state.instantiate();
	REQUIRE(read_bundled_scene(make_bundle(), state.ptr()));
	Ref<SceneState> again;
	again.instantiate();
	REQUIRE(read_bundled_scene(write_bundled_scene(state.ptr()), again.ptr()));
	CHECK_EQ(String(again->get_node_path(2)), String("./Child/Child"));
	CHECK_EQ(again->get_connection_count(), 1);
	CHECK(again->get_node_property_value(1, 0) == Variant(7));

	Ref<Resource> part;
	part.instantiate();
	part->set_name("part");
	Ref<Resource> whole;
	whole.instantiate();
	Array values;
	for (const Variant &value : { Variant(), Variant(true), Variant(-1), Variant(int64_t(1) << 40), Variant(0.1), Variant(1.5), Variant("text"), Variant(Vector3(1, 2, 3)), Variant(Color(1, 2, 3, 4)), Variant(StringName("n")), Variant(NodePath("/a/b:c")), Variant(PackedByteArray({ 1, 2, 3, 4, 5 })), Variant(PackedStringArray({ "x", "" })), Variant(part), Variant(PackedFloat64Array({ 0.1 })) }) {
		values.push_back(value);
	}
	whole->set_meta("values", values);
	whole->set_meta("again", part);
	Vector<uint8_t> bytes;
	REQUIRE_EQ(BinaryResourceWriter("res://whole.res", false).write(whole, bytes), OK);
	const Ref<Resource> read = read_bytes(bytes);
	REQUIRE(read.is_valid());
	const Array read_values = read->get_meta("values");
	REQUIRE_EQ(read_values.size(), values.size());
	for (int i = 0; i < values.size(); i++) {
		if (values[i].get_type() != Variant::OBJECT) {
			CHECK_MESSAGE(read_values[i] == values[i], i);
			CHECK(read_values[i].get_type() == values[i].get_type());
		}
	}
	const Ref<Resource> read_part(read->get_meta("again"));
	REQUIRE(read_part.is_valid());
	CHECK_EQ(read_part->get_name(), String("part"));
	CHECK(read_values[13] == Variant(read_part));
}

} // namespace TestBinaryResource
