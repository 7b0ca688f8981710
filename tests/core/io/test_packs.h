// Packs: what is in them is there, nothing leads out of res://, and broken ones are refused whole.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access_memory.h"
#include "core/io/pack/pack_index.h"
#include "core/io/pack/pck_packer.h"
#include "core/io/pack/zip_classes.h"
#include "tests/test_macros.h"

namespace test_packs {

// A folder for packs; what was mounted goes with it.
struct Place {
	Ref<DirAccess> folder = DirAccess::create_temp("estragon-test");
	const String root = folder->get_current_dir();

	String write(const String &p_name, const String &p_text) const {
		const String path = root.path_join(p_name);
		CHECK_EQ(FileAccess::save_text(path, p_text), OK);
		return path;
	}
	~Place() { PackIndex::unmount_all(); }
};

const char *const KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

String make_pack(const Place &p_place, const String &p_name, bool p_sealed = false) {
	const String path = p_place.root.path_join(p_name);
	PCKPacker packer;
	CHECK_EQ(packer.pck_start(path, 16, KEY, p_sealed), OK);
	CHECK_EQ(packer.add_file("res://packed/a.txt", p_place.write("a.txt", "content a"), p_sealed), OK);
	CHECK_EQ(packer.add_file("packed/deep/b.txt", p_place.write("b.txt", "b"), false), OK);
	CHECK_EQ(packer.flush(), OK);
	return path;
}

String text_of(const String &p_path) {
	return FileAccess::get_file_as_string(p_path);
}

} // namespace test_packs

TEST_CASE("[IO][Packs] Files of a pack are read like those of the project") {
	using namespace test_packs;
	const Place place;
	CHECK_EQ(PackIndex::mount(make_pack(place, "one.pck")), OK);
	CHECK_EQ(text_of("res://packed/a.txt"), "content a");
	CHECK_EQ(text_of("res://packed/../packed//deep/b.txt"), "b");
	CHECK_EQ(FileAccess::get_size("res://packed/a.txt"), 9);
	CHECK(FileAccess::exists("res://packed/a.txt"));
	CHECK_FALSE(FileAccess::exists("res://packed"));
	CHECK(DirAccess::exists("res://packed/deep"));
	CHECK_EQ(DirAccess::get_files_at("res://packed"), Vector<String>({ "a.txt" }));
	CHECK_EQ(DirAccess::get_directories_at("res://packed"), Vector<String>({ "deep" }));

	Error error = OK;
	Ref<FileAccess> file = FileAccess::open("res://packed/a.txt", FileAccess::READ, &error);
	REQUIRE(file.is_valid());
	file->seek(8);
	CHECK_EQ(file->get_8(), 'a');
	CHECK_FALSE(file->eof_reached());
	CHECK_EQ(file->get_8(), 0);
	CHECK(file->eof_reached());
	{
		ExpectErrors quiet;
		CHECK_FALSE(file->store_8(1));
	}
	CHECK(FileAccess::open("res://packed/a.txt", FileAccess::WRITE, &error).is_null());
}

TEST_CASE("[IO][Packs] Later packs replace files, add to them or take them away") {
	using namespace test_packs;
	const Place place;
	CHECK_EQ(PackIndex::mount(make_pack(place, "one.pck")), OK);
	PCKPacker packer;
	CHECK_EQ(packer.pck_start(place.root.path_join("two.pck")), OK);
	CHECK_EQ(packer.add_file("res://packed/a.txt", place.write("a.txt", "new")), OK);
	CHECK_EQ(packer.add_file_removal("res://packed/deep/b.txt"), OK);
	CHECK_EQ(packer.flush(), OK);
	CHECK_EQ(PackIndex::mount(place.root.path_join("two.pck"), false), OK);
	CHECK_EQ(text_of("res://packed/a.txt"), "content a");
	CHECK_EQ(PackIndex::mount(place.root.path_join("two.pck"), true), OK);
	CHECK_EQ(text_of("res://packed/a.txt"), "new");
	CHECK_FALSE(FileAccess::exists("res://packed/deep/b.txt"));
}

TEST_CASE("[IO][Packs] An executable holds a pack at its end") {
	using namespace test_packs;
	const Place place;
	const Vector<uint8_t> pack = FileAccess::get_file_as_bytes(make_pack(place, "one.pck"));
	const String path = place.write("program", "some code");
	CHECK_FALSE(PackIndex::is_pack(path));
	Ref<FileAccess> file = FileAccess::open(path, FileAccess::READ_WRITE);
	file->seek_end();
	file->store_buffer(pack);
	file->store_64(uint64_t(pack.size()));
	file->store_buffer(reinterpret_cast<const uint8_t *>("GDPC"), 4);
	file.unref();
	CHECK(PackIndex::is_pack(path));
	CHECK_EQ(PackIndex::mount(path), OK);
	CHECK_EQ(text_of("res://packed/a.txt"), "content a");
}

TEST_CASE("[IO][Packs] Encrypted packs need their key") {
	using namespace test_packs;
	const Place place;
	const String path = make_pack(place, "sealed.pck", true);
	ExpectErrors quiet;
	CHECK_EQ(PackIndex::mount(path), ERR_UNAUTHORIZED);
	PackIndex::set_key(String(KEY).reverse().hex_decode());
	CHECK_EQ(PackIndex::mount(path), ERR_UNAUTHORIZED);
	PackIndex::set_key(String(KEY).hex_decode());
	CHECK_EQ(PackIndex::mount(path), OK);
	CHECK_EQ(text_of("res://packed/a.txt"), "content a");
	CHECK_EQ(text_of("res://packed/deep/b.txt"), "b");
	PackIndex::set_key(Vector<uint8_t>());
}

TEST_CASE("[IO][Packs] A pack that was cut off anywhere mounts nothing") {
	using namespace test_packs;
	const Place place;
	const Vector<uint8_t> pack = FileAccess::get_file_as_bytes(make_pack(place, "one.pck"));
	ExpectErrors quiet;
	for (int64_t length = 0; length < pack.size(); length += 3) {
		const String path = place.root.path_join("cut.pck");
		CHECK_EQ(FileAccess::save_bytes(path, pack.span().subspan(0, uint64_t(length))), OK);
		CHECK(PackIndex::mount(path) != OK);
		CHECK_FALSE(FileAccess::exists("res://packed/a.txt"));
	}
}

TEST_CASE("[IO][Packs] Paths that lead out of the project are left out") {
	using namespace test_packs;
	const Place place;
	ZIPPacker packer;
	const String path = place.root.path_join("evil.zip");
	CHECK_EQ(packer.open(path), OK);
	for (const char *name : { "../up", "/etc/abs", "a/../../up", "user://u", "c:/drive", "back\\..\\slash", "good/file", "folder/" }) {
		CHECK_EQ(packer.start_file(name), OK);
		CHECK_EQ(packer.write_file(String(name).to_utf8_buffer()), OK);
		CHECK_EQ(packer.close_file(), OK);
	}
	CHECK_EQ(packer.close(), OK);
	ExpectErrors quiet;
	CHECK_EQ(PackIndex::mount(path), OK);
	CHECK_EQ(text_of("res://good/file"), "good/file");
	Vector<String> names;
	PackIndex::list("res://", true, names);
	PackIndex::list("res://", false, names);
	CHECK_EQ(names, Vector<String>({ "good", "slash" })); // Backslashes separate, too.
}

TEST_CASE("[IO][Packs] ZIP archives: what is written is read, damage is found") {
	using namespace test_packs;
	const Place place;
	const String path = place.root.path_join("one.zip");
	const String text = String("many words ").repeat(10000);
	ZIPPacker packer;
	CHECK_EQ(packer.open(path), OK);
	packer.set_compression_level(ZIPPacker::COMPRESSION_BEST);
	CHECK_EQ(packer.start_file("words"), OK);
	CHECK_EQ(packer.write_file(text.to_utf8_buffer()), OK);
	CHECK_EQ(packer.start_file("after"), OK); // Ends the file before.
	CHECK_EQ(packer.write_file(String("x").to_utf8_buffer()), OK);
	CHECK_FALSE(FileAccess::exists(path));
	CHECK_EQ(packer.close(), OK);
	CHECK(FileAccess::get_size(path) < 2000);

	ZIPReader reader;
	CHECK_EQ(reader.open(path), OK);
	CHECK_EQ(reader.get_files(), Vector<String>({ "words", "after" }));
	CHECK_EQ(reader.read_file("words"), text.to_utf8_buffer());
	CHECK_EQ(reader.get_compression_level("words"), 9);
	CHECK_EQ(reader.read_file("WORDS", false).size(), text.length());
	CHECK_EQ(reader.close(), OK);

	ExpectErrors quiet;
	CHECK_EQ(reader.close(), FAILED);
	Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(path);
	bytes.write[100] ^= 0x55; // Within the packed data.
	CHECK_EQ(FileAccess::save_bytes(path, bytes.span()), OK);
	CHECK_EQ(reader.open(path), OK);
	CHECK_EQ(reader.read_file("words").size(), 0);
	CHECK_EQ(reader.read_file("after").size(), 1);
}

TEST_CASE("[IO][Packs] What a pack cannot hold is refused when it is added, and the rest is kept") {
	using namespace test_packs;
	const Place place;
	const String path = place.root.path_join("one.pck");
	const String source = place.write("a.txt", "a");
	PCKPacker packer;
	CHECK_EQ(packer.pck_start(path), OK);
	{
		ExpectErrors quiet;
		for (const String &name : Vector<String>({ String(), "res://", "res://../up", "../up", "/etc/x", String("x").repeat(4097) })) {
			CHECK_EQ(packer.add_file(name, source), ERR_INVALID_PARAMETER);
			CHECK_EQ(packer.add_file_removal(name), ERR_INVALID_PARAMETER);
		}
	}
	CHECK_EQ(packer.add_file(String("x").repeat(4096), source), OK);
	CHECK_EQ(packer.add_file("good", source), OK);
	CHECK_EQ(packer.flush(), OK);
	CHECK_EQ(PackIndex::mount(path), OK);
	CHECK_EQ(text_of("res://good"), "a");
}
