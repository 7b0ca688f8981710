// Nothing is decoded: a texture's size stands in the first bytes of its file.
#include "core/scene/resources/imported_resource_loader.h"

#include "core/io/config_file.h"
#include "core/io/file_access.h"
#include "core/io/image_size.h"
#include "core/object/class_db.h"
#include "core/scene/resources/packed_scene.h"

namespace {

struct ImportedKind {
	const char *extensions; // Between spaces.
	const char *type;
};

constexpr ImportedKind KINDS[] = {
	{ " png jpg jpeg webp svg bmp tga hdr exr dds ktx ctex ", "CompressedTexture2D" },
	{ " wav ", "AudioStreamWAV" },
	{ " ogg ", "AudioStreamOggVorbis" },
	{ " mp3 ", "AudioStreamMP3" },
	{ " ttf otf woff woff2 ttc pfb fnt font ", "FontFile" },
	{ " glb gltf blend fbx dae ", "PackedScene" },
	{ " obj ", "ArrayMesh" },
};

// The [remap] section of the `.import` file; empty where there is none.
Ref<ConfigFile> read_import(const String &p_path) {
	Ref<ConfigFile> file;
	if (FileAccess::exists(p_path + ".import")) {
		file.instantiate();
		if (file->load(p_path + ".import") != OK || !file->has_section("remap")) {
			file.unref();
		}
	}
	return file;
}

String type_by_extension(const String &p_path) {
	const String extension = " " + p_path.get_extension().to_lower() + " ";
	for (const ImportedKind &kind : KINDS) {
		if (String(kind.extensions).contains(extension)) {
			return kind.type;
		}
	}
	return String();
}

String type_of(const String &p_path, const Ref<ConfigFile> &p_import) {
	const String given = p_import.is_valid() ? String(p_import->get_value("remap", "type", "")) : String();
	return given.is_empty() ? type_by_extension(p_path) : given;
}

// Where the importer put its result: "path", or "path." and a compression of the editor's choice.
String imported_file(const Ref<ConfigFile> &p_import) {
	if (p_import.is_valid()) {
		for (const String &key : p_import->get_section_keys("remap")) {
			if (key == "path" || key.begins_with("path.")) {
				return p_import->get_value("remap", key, "");
			}
		}
	}
	return String();
}

Ref<Resource> make_scene(const String &p_path) {
	Ref<PackedScene> scene;
	scene.instantiate();
	SceneState::NodeEntry root;
	root.name = p_path.get_file().get_basename().validate_node_name();
	root.type = ClassDB::class_exists("Node3D") ? "Node3D" : "Node";
	scene->get_state()->add_node(root);
	return scene;
}

} // namespace

Ref<Resource> ImportedResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode) {
	const Ref<ConfigFile> import = read_import(p_path);
	const String type = type_of(p_path, import);
	const bool is_scene = type == "PackedScene";
	const Ref<Resource> resource = is_scene ? make_scene(p_path) : Ref<Resource>(ClassDB::is_parent_class(type, SNAME("Resource")) ? Object::cast_to<Resource>(ClassDB::instantiate(type)) : nullptr);
	if (r_error) {
		*r_error = resource.is_valid() ? OK : ERR_FILE_UNRECOGNIZED;
	}
	if (resource.is_valid() && resource->is_class("Texture2D")) {
		Vector2i size;
		if (read_image_size(p_path, size) || read_image_size(imported_file(import), size)) {
			resource->set_known_value(SNAME("size"), Vector2(size));
		}
	}
	return resource;
}

void ImportedResourceLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	get_recognized_extensions_for_type(String(), p_extensions);
}

void ImportedResourceLoader::get_recognized_extensions_for_type(const String &p_type, LocalVector<String> *p_extensions) const {
	for (const ImportedKind &kind : KINDS) {
		if (p_type.is_empty() || ClassDB::is_parent_class(kind.type, p_type)) {
			for (const String &extension : String(kind.extensions).split(" ", false)) {
				p_extensions->push_back(extension);
			}
		}
	}
}

bool ImportedResourceLoader::handles_type(const String &p_type) const {
	LocalVector<String> extensions;
	get_recognized_extensions_for_type(p_type, &extensions);
	return !extensions.is_empty();
}

String ImportedResourceLoader::get_resource_type(const String &p_path) const {
	return type_of(p_path, read_import(p_path));
}

bool ImportedResourceLoader::recognize_path(const String &p_path, const String &p_for_type) const {
	const String type = exists(p_path) ? get_resource_type(p_path) : type_by_extension(p_path);
	return !type.is_empty() && (p_for_type.is_empty() || !ClassDB::class_exists(p_for_type) || ClassDB::is_parent_class(type, p_for_type));
}

bool ImportedResourceLoader::exists(const String &p_path) const {
	return FileAccess::exists(p_path + ".import") || (!type_by_extension(p_path).is_empty() && FileAccess::exists(p_path));
}
