// The files of the page that shows a program's controls.
#pragma once

#include <string_view>

extern const std::string_view serve_page_html;
extern const std::string_view serve_page_script;
extern const std::string_view serve_control_viewer;
