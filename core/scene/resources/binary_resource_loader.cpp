// The loader of the binary formats.
#include "core/scene/resources/binary_resource_loader.h"

#include "core/error/error_macros.h"
#include "core/object/class_db.h"
#include "core/scene/resources/binary_resource_reader.h"

// What this thread is reading: a file that needs itself, also by way of others, has no end.
static thread_local LocalVector<String> readings;

Ref<Resource> BinaryResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode p_cache_mode) {
	Vector<uint8_t> bytes;
	Error error = readings.has(p_path) ? ERR_CYCLIC_LINK : BinaryResourceReader::read_file(p_path, bytes);
	Ref<Resource> resource;
	if (error == OK) {
		readings.push_back(p_path);
		resource = BinaryResourceReader(bytes, p_path, p_cache_mode).read(error);
		readings.resize(readings.size() - 1);
	} else if (error == ERR_CYCLIC_LINK) {
		ERR_PRINT(vformat("The file \"%s\" needs itself, also by way of others. Break the circle, e.g. by loading one of them in a script; null takes its place.", p_path));
	}
	if (r_error) {
		*r_error = error;
	}
	return resource;
}

void BinaryResourceLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("scn");
	p_extensions->push_back("res");
	p_extensions->push_back("translation");
}

void BinaryResourceLoader::get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const {
	if (p_type.is_empty() || ClassDB::is_parent_class("PackedScene", p_type)) {
		p_extensions->push_back("scn");
	}
	if (p_type != "PackedScene" && (p_type.is_empty() || ClassDB::class_exists(p_type))) {
		p_extensions->push_back("res");
		if (p_type.is_empty() || ClassDB::is_parent_class("Translation", p_type)) {
			p_extensions->push_back("translation"); // As editors import tables of texts.
		}
	}
}

void BinaryResourceLoader::get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types) {
	Vector<uint8_t> bytes;
	if (BinaryResourceReader::read_file(p_path, bytes) == OK) {
		BinaryResourceReader(bytes, p_path).read_dependencies(p_dependencies, p_add_types);
	}
}

String BinaryResourceLoader::get_resource_type(const String &p_path) const {
	Vector<uint8_t> bytes;
	return BinaryResourceReader::read_file(p_path, bytes) == OK ? BinaryResourceReader(bytes, p_path).read_type() : String();
}

int64_t BinaryResourceLoader::get_resource_uid(const String &p_path) const {
	Vector<uint8_t> bytes;
	return BinaryResourceReader::read_file(p_path, bytes) == OK ? BinaryResourceReader(bytes, p_path).read_uid() : -1;
}
