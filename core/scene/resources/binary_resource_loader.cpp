// The loader of the binary formats.
#include "core/scene/resources/binary_resource_loader.h"

#include "core/object/class_db.h"
#include "core/scene/resources/binary_resource_reader.h"

Ref<Resource> BinaryResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode p_cache_mode) {
	Vector<uint8_t> bytes;
	Error error = BinaryResourceReader::read_file(p_path, bytes);
	Ref<Resource> resource;
	if (error == OK) {
		resource = BinaryResourceReader(bytes, p_path, p_cache_mode).read(error);
	}
	if (r_error) {
		*r_error = error;
	}
	return resource;
}

void BinaryResourceLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("scn");
	p_extensions->push_back("res");
}

void BinaryResourceLoader::get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const {
	if (p_type.is_empty() || ClassDB::is_parent_class("PackedScene", p_type)) {
		p_extensions->push_back("scn");
	}
	if (p_type != "PackedScene") {
		p_extensions->push_back("res");
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
