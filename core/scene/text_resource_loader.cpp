// The loader of the text formats.
#include "core/scene/text_resource_loader.h"

#include "core/io/file_access.h"
#include "core/object/class_db.h"
#include "core/scene/text_resource_reader.h"

Ref<Resource> TextResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode) {
	Error error = OK;
	const String text = FileAccess::get_file_as_string(p_path, &error);
	Ref<Resource> resource;
	if (error == OK) {
		resource = TextResourceReader(text, p_path).read(error);
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
