// The text stays with the resource, so that what was read can be shown again.
#include "core/io/json_resource_format.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/io/json.h"

Ref<Resource> JSONResourceLoader::load(const String &p_path, const String &, Error *r_error, bool, float *, CacheMode) {
	Error error = OK;
	const String text = FileAccess::get_file_as_string(p_path, &error);
	Ref<JSON> json;
	if (error == OK) {
		json.instantiate();
		error = json->parse(text, true);
		if (error != OK) {
			ERR_PRINT(p_path + ":" + itos(json->get_error_line() + 1) + ": " + json->get_error_message());
			json.unref();
		}
	}
	if (r_error) {
		*r_error = error;
	}
	return json;
}

void JSONResourceLoader::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("json");
}

String JSONResourceLoader::get_resource_type(const String &p_path) const {
	return p_path.get_extension().to_lower() == "json" ? "JSON" : "";
}

Error JSONResourceSaver::save(const Ref<Resource> &p_resource, const String &p_path, uint32_t) {
	const Ref<JSON> json(p_resource);
	ERR_FAIL_COND_V(json.is_null(), ERR_INVALID_PARAMETER);
	String text = json->get_parsed_text();
	Error error = text.is_empty() ? JSON::write_file_text(json->get_data(), text) : OK;
	if (error == OK) {
		error = FileAccess::save_text(p_path, text);
	}
	ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot write the data of '" + p_path + "': " + error_names[error] + ". What was there before is unchanged.");
	return OK;
}

bool JSONResourceSaver::recognize(const Ref<Resource> &p_resource) const {
	return p_resource.is_valid() && p_resource->is_class("JSON");
}

void JSONResourceSaver::get_recognized_extensions(const Ref<Resource> &p_resource, LocalVector<String> *p_extensions) const {
	if (recognize(p_resource)) {
		p_extensions->push_back("json");
	}
}
