// Feature tags of the browser build.
#include "platform/web/os_web.h"

bool OS_Web::_has_platform_feature(const String &p_tag) const {
	return p_tag == "web" || p_tag == "wasm32" || p_tag == "32";
}
