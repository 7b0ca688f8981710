// Writing resources.arsc: see the header. Chunks as in binary_xml.cpp.
#include "platform/android/export/resource_table.h"

namespace {

enum ChunkType {
	CHUNK_TABLE = 0x0002,
	CHUNK_PACKAGE = 0x0200,
	CHUNK_TYPE = 0x0201,
	CHUNK_TYPE_SPEC = 0x0202,
};
constexpr uint32_t PACKAGE_ID = 0x7f;
constexpr uint32_t TYPE_ID = 1;
constexpr const char *TYPE_NAME = "mipmap";
constexpr int NAME_UNITS = 128;
constexpr uint32_t PACKAGE_HEAD = 12 + NAME_UNITS * 2 + 20;
constexpr uint32_t CONFIG_BYTES = 64;
constexpr uint32_t TYPE_HEAD = 20 + CONFIG_BYTES;
constexpr uint32_t DIFFERS_BY_DENSITY = 0x0100;
constexpr uint32_t DIFFERS_BY_SDK = 0x0400;
constexpr uint32_t ANY_DENSITY = 0xfffe;
constexpr uint8_t VALUE_STRING = 0x03;
constexpr uint32_t NO_ENTRY = 0xffffffff;

void write_config(ByteOut &r_out, int p_sdk) {
	r_out.u32(CONFIG_BYTES);
	r_out.zeros(10); // Network, language, orientation and touch screen: any.
	r_out.u16(p_sdk > 0 ? ANY_DENSITY : 0);
	r_out.zeros(8); // Keyboard, size in pixels.
	r_out.u16(uint32_t(p_sdk));
	r_out.zeros(CONFIG_BYTES - 26);
}

} // namespace

uint32_t ResourceTable::add_file(const char *p_name, const String &p_path, int p_sdk) {
	int64_t entry = names.find(p_name);
	if (entry < 0) {
		entry = names.size();
		names.push_back(p_name);
	}
	File file;
	file.entry = uint32_t(entry);
	file.path = p_path;
	file.sdk = p_sdk;
	files.push_back(file);
	return (PACKAGE_ID << 24) | (TYPE_ID << 16) | file.entry;
}

// The files of one configuration.
void ResourceTable::write_files(ByteOut &r_out, StringPool &r_paths, int p_sdk) const {
	ByteOut offsets;
	ByteOut entries;
	for (uint32_t i = 0; i < names.size(); i++) {
		const File *found = nullptr;
		for (const File &file : files) {
			found = file.entry == i && file.sdk == p_sdk ? &file : found;
		}
		offsets.u32(found ? uint32_t(entries.size()) : NO_ENTRY);
		if (found) {
			entries.u16(8);
			entries.u16(0);
			entries.u32(i); // Its name.
			entries.u16(8);
			entries.u8(0);
			entries.u8(VALUE_STRING);
			entries.u32(r_paths.add(found->path));
		}
	}
	if (entries.size() == 0) {
		return;
	}
	r_out.u16(CHUNK_TYPE);
	r_out.u16(TYPE_HEAD);
	r_out.u32(uint32_t(TYPE_HEAD + offsets.size() + entries.size()));
	r_out.u32(TYPE_ID);
	r_out.u32(names.size());
	r_out.u32(uint32_t(TYPE_HEAD + offsets.size()));
	write_config(r_out, p_sdk);
	r_out.append(offsets.get());
	r_out.append(entries.get());
}

Vector<uint8_t> ResourceTable::write(const String &p_package) const {
	StringPool paths;
	StringPool types;
	StringPool keys;
	types.add(TYPE_NAME);
	LocalVector<int> sdks;
	ByteOut spec;
	spec.u16(CHUNK_TYPE_SPEC);
	spec.u16(16);
	spec.u32(16 + 4 * names.size());
	spec.u32(TYPE_ID);
	spec.u32(names.size());
	for (uint32_t i = 0; i < names.size(); i++) {
		keys.add(names[i]);
		uint32_t mask = 0;
		for (const File &file : files) {
			mask |= file.entry == i && file.sdk > 0 ? DIFFERS_BY_DENSITY | DIFFERS_BY_SDK : 0;
		}
		spec.u32(mask);
	}
	for (const File &file : files) {
		if (!sdks.has(file.sdk)) {
			sdks.push_back(file.sdk);
		}
	}
	sdks.sort();
	for (const int sdk : sdks) {
		write_files(spec, paths, sdk);
	}
	ByteOut pools;
	types.write(pools);
	const uint32_t keys_at = uint32_t(PACKAGE_HEAD + pools.size());
	keys.write(pools);

	ByteOut out;
	out.u16(CHUNK_TABLE);
	out.u16(12);
	out.u32(0);
	out.u32(1); // Packages.
	paths.write(out);
	out.u16(CHUNK_PACKAGE);
	out.u16(PACKAGE_HEAD);
	out.u32(uint32_t(PACKAGE_HEAD + pools.size() + spec.size()));
	out.u32(PACKAGE_ID);
	for (int i = 0; i < NAME_UNITS; i++) {
		out.u16(i < p_package.length() && i < NAME_UNITS - 1 ? uint32_t(p_package[i]) : 0);
	}
	out.u32(PACKAGE_HEAD); // Where the names of types are.
	out.u32(1);
	out.u32(keys_at);
	out.u32(names.size());
	out.u32(0);
	out.append(pools.get());
	out.append(spec.get());
	out.set_u32(4, uint32_t(out.size()));
	return out.get();
}
