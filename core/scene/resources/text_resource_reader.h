// Reads the text format of scenes and resources (.tscn, .tres) into a Resource.
#pragma once

#include "core/io/resource.h"
#include "core/io/resource_loader.h"
#include "core/scene/resources/packed_scene.h"
#include "core/variant/variant_parser.h"

// One use reads one text. The text is not trusted: every error names file and line; what refers to something missing is reported
// and left empty, so that the rest of the file still loads.
class TextResourceReader {
public:
	// p_path says where the text comes from: relative paths in it start there, messages name it.
	// p_cache_mode: whether parts enter the cache, and how the files that it refers to are loaded.
	TextResourceReader(const String &p_text, const String &p_path, ResourceFormatLoader::CacheMode p_cache_mode = ResourceFormatLoader::CACHE_MODE_REUSE);
	// Null after an error was printed; r_error says which.
	Ref<Resource> read(Error &r_error);
	// The type in the header line: "PackedScene" for [gd_scene]; empty when this is no such file. Does not read on.
	String read_type();
	// The paths of the [ext_resource] lines; with p_add_types "path::type". Loads nothing.
	void read_dependencies(LocalVector<String> *r_dependencies, bool p_add_types);

	// The unfinished scene of that path, while this thread reads it; else null.
	static Ref<PackedScene> get_scene_in_progress(const String &p_path);

	static constexpr int MAX_FORMAT = 4;

private:
	const String path;
	const ResourceFormatLoader::CacheMode cache_mode;
	VariantParser::ResourceHooks hooks;
	VariantParser parser;
	HashMap<String, Ref<Resource>> ext_resources; // By id; null where the file is missing.
	HashMap<String, Ref<PackedScene>> missing_scenes; // By id: what instances of those are made of.
	HashMap<String, Ref<Resource>> sub_resources;
	Ref<Resource> main_resource; // [resource]
	Ref<PackedScene> scene;
	String resource_type;
	VariantParser::Tag tag; // The section being read.
	bool at_end = false;

	static Error find_ext(void *p_self, const Variant &p_id, Variant &r_value, String &r_error);
	static Error find_sub(void *p_self, const Variant &p_id, Variant &r_value, String &r_error);
	static Error find_path(void *p_self, const Variant &p_id, Variant &r_value, String &r_error);
	Error fail(const String &p_message, Error p_error = ERR_PARSE_ERROR);
	Ref<Resource> read_sections(Error &r_error);
	Error read_header();
	Error next_section();
	Error read_section();
	Error read_ext_resource();
	Ref<Resource> make_resource(const String &p_type);
	Error read_sub_resource();
	Error read_main_resource();
	Error next_assignment(String &r_assign, Variant &r_value);
	Error read_assignments(const Ref<Resource> &p_resource);
	Error read_node();
	Error read_node_properties(SceneState::NodeEntry &r_entry, const Vector<String> &p_node_paths);
	Error read_connection();
	Error read_editable();
	String absolute_path(const String &p_path) const;
	// Only instances are made of a scene that is missing; everywhere else it is null.
	Variant without_missing(const Variant &p_value) const;
	Ref<Resource> load_external(const String &p_path, const String &p_type);
	bool has_field(const char *p_name) const { return tag.fields.has(p_name); }
	Variant field(const char *p_name, const Variant &p_default = Variant()) const;
};
