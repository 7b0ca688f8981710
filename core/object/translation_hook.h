// TranslationHook: what Object.tr() asks; the translation server and the scene layer, which stand above, fill it at start.
#pragma once

#include "core/string/string_name.h"

class Object;

struct TranslationHook {
	// p_plural: empty for a message without plurals. Null: nothing is translated.
	StringName (*translate)(const StringName &p_domain, const StringName &p_message, const StringName &p_plural, int p_n, const StringName &p_context) = nullptr;
	// Whose domain is that of an object that has set none itself: nodes have their parent's. Null: the main one.
	const Object *(*inherits_from)(const Object *p_object) = nullptr;
};

extern TranslationHook translation_hook;
