// The loader of the text formats.
#include "core/scene/text_resource_loader.h"

#include "core/io/file_access.h"
#include "core/object/class_db.h"
#include "core/scene/text_resource_reader.h"

namespace {

// The files that are being read on this thread, to notice one that needs itself.
thread_local LocalVector<String> files_in_progress;

Ref<Resource> read_file(const String &p_path, ResourceFormatLoader::CacheMode p_cache_mode, Error &r_error) {
	if (files_in_progress.find(p_path) >= 0) {
		r_error = ERR_CYCLIC_LINK;
		ERR_FAIL_V_MSG(Ref<Resource>(), vformat("\"%s\" refers to itself, directly or through the files that it needs. Break the circle, e.g. by loading one of them in a script.", p_path));
	}
	const String text = FileAccess::get_file_as_string(p_path, &r_error);
	if (r_error != OK) {
		return Ref<Resource>();
	}
	files_in_progress.push_back(p_path);
	const Ref<Resource> resource = TextResourceReader(text, p_path, p_cache_mode).read(r_error);
	files_in_progress.resize(files_in_progress.size() - 1);
	return resource;
}

} // namespace

Ref<Resource> TextResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode p_cache_mode) {
	Error error = OK;
	const Ref<Resource> resource = read_file(p_path, p_cache_mode, error);
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
