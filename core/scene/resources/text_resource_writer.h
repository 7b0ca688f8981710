// Writes scenes and resources in the text format (.tscn, .tres).
#pragma once

#include "core/scene/resources/resource_collector.h"

// One use writes one file's text.
class TextResourceWriter : private ResourceCollector {
public:
	TextResourceWriter(const String &p_path, bool p_bundle) :
			ResourceCollector(p_path, p_bundle) {}
	// Nothing is printed twice and nothing is left out; errors are those of ResourceCollector.
	Error write(const Ref<Resource> &p_resource, String &r_text);

private:
	String text;

	static bool encode(void *p_self, Object *p_object, String &r_text);
	static String uid_field(int64_t p_uid);
	String value_text(const Variant &p_value, const String &p_what); // p_what: for messages.
	void write_values(const Ref<Resource> &p_resource);
	void write_references();
	void write_resource(const Ref<Resource> &p_resource);
	void write_scene(const Ref<SceneState> &p_state);
	void write_node(const SceneState::NodeEntry &p_node);
	void write_connection(const SceneState::ConnectionEntry &p_connection);
};
