// FolderWalk: the files of a project, or of a folder in it, for whoever looks through all of them.
#pragma once

#include "core/error/error_list.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

namespace FolderWalk {

constexpr int MAX_DEPTH = 64; // Of folders.
constexpr int MAX_FILES = 500000;

// Appends the path of every file in p_folder and below it; a folder's files are sorted and come before those of its folders. Left out are hidden
// files and folders, and folders below p_folder that hold a .gdignore. Links to folders are followed as projects link their addons: each target once,
// and never one that the walk is inside of, so that links in a circle end. What is beyond the limits is left out, too, with a message and
// ERR_OUT_OF_MEMORY; a folder that cannot be opened is empty.
Error list_files(const String &p_folder, Vector<String> &r_files);

} // namespace FolderWalk
