// The locale starts as the system's.
#include "core/os/translation_server.h"

#include "core/object/class_db.h"
#include "core/os/os.h"

TranslationServer *TranslationServer::singleton = nullptr;

TranslationServer::TranslationServer() {
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
	}
	locale = OS::get_singleton()->get_locale();
}

TranslationServer::~TranslationServer() {
	if (singleton == this) {
		singleton = nullptr;
	}
}

void TranslationServer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_locale", "locale"), &TranslationServer::set_locale);
	ClassDB::bind_method(D_METHOD("get_locale"), &TranslationServer::get_locale);
	ClassDB::bind_method(D_METHOD("get_tool_locale"), &TranslationServer::get_tool_locale);
	ClassDB::bind_method(D_METHOD("translate", "message", "context"), &TranslationServer::translate, DEFVAL(StringName()));
	ClassDB::bind_method(D_METHOD("translate_plural", "message", "plural_message", "n", "context"), &TranslationServer::translate_plural, DEFVAL(StringName()));
}
