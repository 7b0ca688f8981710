// Files and addresses of the hosting tree, as far as the two trees name them differently.
#pragma once

#if __has_include("core/io/file_system.h")
#include "modules/websocket/host/estragon/ws_files_estragon.h"
#else
#include "modules/websocket/host/stock/ws_files_stock.h"
#endif
