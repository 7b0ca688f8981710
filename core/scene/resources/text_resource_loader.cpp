// The loader of the text formats.
#include "core/scene/resources/text_resource_loader.h"

#include "core/io/file_access.h"
#include "core/object/class_db.h"
#include "core/scene/resources/text_resource_reader.h"

Ref<Resource> TextResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode p_cache_mode) {
	Error error = OK;
	// A script that a scene needs may preload that scene: it gets the one that is being read.
	Ref<Resource> resource = TextResourceReader::get_scene_in_progress(p_path);
	if (resource.is_null()) {
		const String text = FileAccess::get_file_as_string(p_path, &error);
		if (error == OK) {
			resource = TextResourceReader(text, p_path, p_cache_mode).read(error);
		}
	}
	if (r_error) {
		*r_error = error;
	}
	return resource;
}

void TextResourceLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("tscn");
	p_extensions->push_back("tres");
}

void TextResourceLoader::get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const {
	if (p_type.is_empty() || ClassDB::is_parent_class("PackedScene", p_type)) {
		p_extensions->push_back("tscn");
	}
	if (p_type != "PackedScene") {
		p_extensions->push_back("tres");
	}
}

void TextResourceLoader::get_dependencies(const String &p_path, LocalVector<String> *p_dependencies, bool p_add_types) {
	TextResourceReader(FileAccess::get_file_as_string(p_path), p_path).read_dependencies(p_dependencies, p_add_types);
}

bool TextResourceLoader::handles_type(const String &) const {
	return true;
}

String TextResourceLoader::get_resource_type(const String &p_path) const {
	const String extension = p_path.get_extension().to_lower();
	if (extension == "tscn") {
		return "PackedScene";
	}
	return extension == "tres" ? TextResourceReader(FileAccess::get_file_as_string(p_path), p_path).read_type() : String();
}
