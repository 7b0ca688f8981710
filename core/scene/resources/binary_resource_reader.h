// BinaryResourceReader: the binary form of scenes and resources (.scn, .res), as editors and exporters write it, to objects.
#pragma once

#include "core/io/resource_loader.h"
#include "core/scene/resources/packed_scene.h"
#include "core/templates/vector.h"

// One reader reads one file, which is there as a whole. Everything in it is checked: what is broken gives ERR_FILE_CORRUPT and a message with
// the place, never more than the file's own size in memory, and at most MAX_DEPTH levels of nesting.
class BinaryResourceReader {
public:
	static constexpr int MAX_DEPTH = 100;
	static constexpr uint32_t MAX_FORMAT = 6;

	Ref<Resource> read(Error &r_error);
	// Of the file's head alone; empty and -1 when it is no such file.
	String read_type();
	int64_t read_uid();
	void read_dependencies(LocalVector<String> *r_dependencies, bool p_add_types);

	BinaryResourceReader(const Vector<uint8_t> &p_bytes, const String &p_path, ResourceFormatLoader::CacheMode p_cache_mode = ResourceFormatLoader::CACHE_MODE_REUSE);
	// Also unpacks the compressed form: that is then "RSCC" and the plain contents.
	static Error read_file(const String &p_path, Vector<uint8_t> &r_bytes);

private:
	struct External {
		String type;
		String path;
		Ref<Resource> resource;
		bool is_loaded = false;
	};
	struct Internal {
		String path;
		uint64_t offset = 0;
		Ref<Resource> resource;
	};

	const Vector<uint8_t> bytes;
	const String path;
	const ResourceFormatLoader::CacheMode cache_mode;
	uint64_t at = 0;
	uint64_t magic_size = 0; // Where offsets do not count it.
	bool big_endian = false;
	bool broken = false;
	bool wide_reals = false;
	String type;
	int64_t uid = -1;
	LocalVector<StringName> names;
	LocalVector<External> externals;
	LocalVector<Internal> internals;

	bool fail(const String &p_what);
	// Offsets come from the file: they may lie anywhere.
	bool has(uint64_t p_count) const { return !broken && at <= uint64_t(bytes.size()) && p_count <= uint64_t(bytes.size()) - at; }
	uint64_t get(int p_size);
	uint32_t get_32() { return uint32_t(get(4)); }
	float get_float();
	double get_double();
	double get_real() { return wide_reals ? get_double() : double(get_float()); }
	String get_text(uint64_t p_length);
	String get_string() { return get_text(get_32()); }
	StringName get_name();
	// Of elements that take at least p_least bytes each; 0, and broken, when they cannot all be there.
	uint32_t get_count(uint64_t p_least);

	bool read_head();
	bool read_tables();
	Error read_resource(Internal &r_internal);
	Variant read_value(int p_depth);
	bool read_math_value(uint32_t p_kind, Variant &r_value);
	bool read_packed_array(uint32_t p_kind, Variant &r_value);
	Variant read_object();
	NodePath read_node_path();
	Ref<Resource> get_external(uint32_t p_index);
};
