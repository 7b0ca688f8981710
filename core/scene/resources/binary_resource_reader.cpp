// A cursor over bytes: whatever lies past the end reads as zero and marks the file as broken.
#include "core/scene/resources/binary_resource_reader.h"

#include "core/error/error_macros.h"
#include "core/io/file_access_memory.h"
#include "core/io/resource_uid.h"
#include "core/object/class_db.h"
#include "core/object/missing_resource.h"
#include "core/scene/resources/binary_resource_format.h"
#include "core/scene/resources/bundled_scene.h"

#include <cstring>

using namespace BinaryResourceFormat;

namespace {

bool is_binary_resource(const Vector<uint8_t> &p_bytes) {
	return p_bytes.size() >= 4 && (memcmp(p_bytes.ptr(), "RSRC", 4) == 0 || memcmp(p_bytes.ptr(), "RSCC", 4) == 0);
}

} // namespace

BinaryResourceReader::BinaryResourceReader(const Vector<uint8_t> &p_bytes, const String &p_path, ResourceFormatLoader::CacheMode p_cache_mode) :
		bytes(p_bytes), path(p_path), cache_mode(p_cache_mode) {}

Error BinaryResourceReader::read_file(const String &p_path, Vector<uint8_t> &r_bytes) {
	Error error = OK;
	r_bytes = FileAccess::get_file_as_bytes(p_path, &error);
	if (error == OK && r_bytes.size() >= 4 && memcmp(r_bytes.ptr(), "RSCC", 4) == 0) {
		Vector<uint8_t> content;
		error = FileAccessMemory::read_compressed(p_path, "RSCC", content);
		r_bytes.resize(4);
		r_bytes.append_array(content);
	}
	return error;
}

bool BinaryResourceReader::fail(const String &p_what) {
	if (!broken) {
		broken = true;
		ERR_PRINT(vformat("%s: at byte %d: %s", path, int64_t(at), p_what));
	}
	return false;
}

uint64_t BinaryResourceReader::get(int p_size) {
	if (!has(uint64_t(p_size))) {
		fail("The file ends too early.");
		return 0;
	}
	uint64_t value = 0;
	for (int i = 0; i < p_size; i++) {
		value |= uint64_t(bytes[int64_t(at) + (big_endian ? p_size - 1 - i : i)]) << (8 * i);
	}
	at += uint64_t(p_size);
	return value;
}

float BinaryResourceReader::get_float() {
	const uint32_t bits = get_32();
	float value;
	memcpy(&value, &bits, 4);
	return value;
}

double BinaryResourceReader::get_double() {
	const uint64_t bits = get(8);
	double value;
	memcpy(&value, &bits, 8);
	return value;
}

String BinaryResourceReader::get_text(uint64_t p_length) {
	if (!has(p_length)) {
		fail("A text is longer than the file.");
		return String();
	}
	const char *begin = reinterpret_cast<const char *>(bytes.ptr()) + at;
	at += p_length;
	return String::utf8(begin, int64_t(strnlen(begin, size_t(p_length))));
}

// From the table of names, or written out.
StringName BinaryResourceReader::get_name() {
	const uint32_t index = get_32();
	if (index & 0x80000000u) {
		return get_text(index & 0x7FFFFFFFu);
	}
	if (index >= names.size()) {
		fail("A name has a number that no name of the file has.");
		return StringName();
	}
	return names[index];
}

uint32_t BinaryResourceReader::get_count(uint64_t p_least) {
	const uint32_t count = get_32() & 0x7FFFFFFFu;
	if (!has(uint64_t(count) * p_least)) {
		fail("There are fewer elements in the file than it says.");
		return 0;
	}
	return count;
}

bool BinaryResourceReader::read_head() {
	const bool is_compressed = bytes.size() >= 4 && memcmp(bytes.ptr(), "RSCC", 4) == 0;
	magic_size = is_compressed ? 4 : 0;
	if (!is_compressed && !is_binary_resource(bytes)) {
		return fail("This is no binary resource (RSRC).");
	}
	at = 4;
	big_endian = get_32() != 0;
	get_32(); // Whether reals are doubles, in older versions.
	get_32();
	get_32();
	const uint32_t format = get_32();
	if (format > MAX_FORMAT) {
		return fail(vformat("The file has format %d; this engine reads up to format %d. Save it with an older editor.", int64_t(format), int64_t(MAX_FORMAT)));
	}
	type = get_string();
	get(8);
	const uint32_t flags = get_32();
	wide_reals = flags & FLAG_WIDE_REALS;
	uid = int64_t(get(8));
	if (flags & FLAG_SCRIPT_CLASS) {
		get_string();
	}
	for (int i = 0; i < RESERVED_WORDS; i++) {
		get_32();
	}
	return !broken;
}

bool BinaryResourceReader::read_tables() {
	for (uint32_t left = get_count(4); left > 0 && !broken; left--) {
		names.push_back(get_string());
	}
	for (uint32_t left = get_count(8); left > 0 && !broken; left--) {
		External external;
		external.type = get_string();
		external.path = get_string();
		const int64_t external_uid = int64_t(get(8));
		if (!external.path.contains("://") && external.path.is_relative_path()) {
			external.path = path.get_base_dir().path_join(external.path).simplify_path();
		}
		if (external_uid >= 0) {
			external.path = ResourceUID::get_singleton()->find_file(ResourceUID::get_singleton()->id_to_text(external_uid), external.path);
		}
		externals.push_back(external);
	}
	for (uint32_t left = get_count(12); left > 0 && !broken; left--) {
		Internal internal;
		internal.path = get_string();
		internal.offset = get(8);
		internals.push_back(internal);
	}
	return !broken && (!internals.is_empty() || fail("There is no resource in the file."));
}

String BinaryResourceReader::read_type() {
	return is_binary_resource(bytes) && read_head() ? type : String();
}

int64_t BinaryResourceReader::read_uid() {
	return is_binary_resource(bytes) && read_head() ? uid : -1;
}

void BinaryResourceReader::read_dependencies(LocalVector<String> *r_dependencies, bool p_add_types) {
	if (read_head() && read_tables()) {
		for (const External &external : externals) {
			r_dependencies->push_back(p_add_types ? external.path + "::" + external.type : external.path);
		}
	}
}

Ref<Resource> BinaryResourceReader::read(Error &r_error) {
	r_error = ERR_FILE_CORRUPT;
	if (!read_head() || !read_tables()) {
		return Ref<Resource>();
	}
	for (Internal &internal : internals) {
		r_error = read_resource(internal);
		if (r_error != OK) {
			return Ref<Resource>();
		}
	}
	return internals[internals.size() - 1].resource;
}

Error BinaryResourceReader::read_resource(Internal &r_internal) {
	at = r_internal.offset + magic_size;
	const String class_name = get_string();
	Object *object = ClassDB::is_parent_class(class_name, SNAME("Resource")) ? ClassDB::instantiate(class_name) : nullptr;
	r_internal.resource = Ref<Resource>(Object::cast_to<Resource>(object));
	MissingResource *missing = nullptr;
	if (r_internal.resource.is_null()) {
		if (broken || class_name.is_empty() || ClassDB::class_exists(class_name)) {
			fail(vformat("The type \"%s\" is not a resource class of this engine.", class_name));
			return ERR_FILE_CORRUPT;
		}
		warn_of_missing_class(class_name, path);
		missing = memnew(MissingResource);
		missing->set_original_class(class_name);
		r_internal.resource = Ref<Resource>(missing);
	}
	PackedScene *scene = Object::cast_to<PackedScene>(r_internal.resource.ptr());
	if (scene) {
		scene->get_state()->set_path(path);
	}
	if (r_internal.path.begins_with("local://") && cache_mode != ResourceFormatLoader::CACHE_MODE_IGNORE) {
		r_internal.resource->set_scene_unique_id(r_internal.path.substr(8));
	}
	for (uint32_t left = get_count(8); left > 0 && !broken; left--) {
		const StringName name = get_name();
		const Variant value = read_value(0);
		if (broken) {
			break;
		}
		if (scene && name == SNAME("_bundled")) {
			if (value.get_type() != Variant::DICTIONARY || !read_bundled_scene(value, scene->get_state().ptr())) {
				fail("The tables of the scene contradict each other.");
			}
		} else if (missing && !String(name).begins_with("resource_")) {
			missing->record(name, value);
		} else {
			r_internal.resource->set(name, value);
		}
	}
	return broken ? ERR_FILE_CORRUPT : OK;
}

Ref<Resource> BinaryResourceReader::get_external(uint32_t p_index) {
	if (p_index >= externals.size()) {
		fail("A file that is needed has a number that none has.");
		return Ref<Resource>();
	}
	External &external = externals[p_index];
	if (!external.is_loaded) {
		external.is_loaded = true;
		external.resource = ResourceLoader::load(external.path, external.type);
		if (external.resource.is_null()) {
			ERR_PRINT(vformat("%s: The %s \"%s\" that this file refers to cannot be loaded; null takes its place.", path, external.type.is_empty() ? String("resource") : external.type, external.path));
		}
	}
	return external.resource;
}

Variant BinaryResourceReader::read_object() {
	switch (get_32()) {
		case OBJECT_EMPTY:
			return Variant();
		case OBJECT_EXTERNAL: {
			const String external_type = get_string();
			const String external_path = get_string();
			return broken ? Ref<Resource>() : ResourceLoader::load(external_path, external_type);
		}
		case OBJECT_INTERNAL: {
			const uint32_t index = get_32();
			if (index >= internals.size()) {
				fail("A part of the file has a number that none has.");
				return Variant();
			}
			return internals[index].resource;
		}
		case OBJECT_EXTERNAL_INDEX:
			return get_external(get_32());
		default:
			fail("An object is of no kind that this engine knows.");
			return Variant();
	}
}

NodePath BinaryResourceReader::read_node_path() {
	const uint64_t name_count = get(2);
	const uint64_t subname_count = get(2);
	Vector<StringName> parts;
	Vector<StringName> subnames;
	for (uint64_t i = 0; i < name_count && !broken; i++) {
		parts.push_back(get_name());
	}
	for (uint64_t i = 0; i < (subname_count & 0x7FFF) && !broken; i++) {
		subnames.push_back(get_name());
	}
	return NodePath(parts, subnames, subname_count & 0x8000);
}

Variant BinaryResourceReader::read_value(int p_depth) {
	if (p_depth > MAX_DEPTH) {
		fail(vformat("Values are nested more than %d deep.", MAX_DEPTH));
		return Variant();
	}
	const uint32_t kind = get_32();
	Variant value;
	if (broken || read_math_value(kind, value) || read_packed_array(kind, value)) {
		return value;
	}
	switch (kind) {
		case VALUE_NIL:
			return Variant();
		case VALUE_CALLABLE:
			return Callable();
		case VALUE_SIGNAL:
			return Signal();
		case VALUE_BOOL:
			return get_32() != 0;
		case VALUE_INT:
			return int64_t(int32_t(get_32()));
		case VALUE_INT_64:
			return int64_t(get(8));
		case VALUE_FLOAT:
			return get_real();
		case VALUE_DOUBLE:
			return get_double();
		case VALUE_STRING:
			return get_string();
		case VALUE_STRING_NAME:
			return StringName(get_string());
		case VALUE_NODE_PATH:
			return read_node_path();
		case VALUE_RID:
			get_32();
			return RID();
		case VALUE_OBJECT:
			return read_object();
		case VALUE_DICTIONARY: {
			Dictionary dictionary;
			for (uint32_t left = get_count(8); left > 0 && !broken; left--) {
				const Variant key = read_value(p_depth + 1);
				dictionary[key] = read_value(p_depth + 1);
			}
			return dictionary;
		}
		case VALUE_ARRAY: {
			Array array;
			for (uint32_t left = get_count(4); left > 0 && !broken; left--) {
				array.push_back(read_value(p_depth + 1));
			}
			return array;
		}
		default:
			fail(vformat("There is no kind of value with the number %d.", int64_t(kind)));
			return Variant();
	}
}
