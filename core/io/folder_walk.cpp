// Folders in folders, with what links do to them.
#include "core/io/folder_walk.h"

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/file_system.h"
#include "core/io/path_mapping.h"
#include "core/templates/hash_set.h"
#include "core/templates/local_vector.h"

namespace {

class Walk {
public:
	explicit Walk(Vector<String> &r_files) :
			files(r_files) {}

	Error enter(const String &p_folder, int p_depth) {
		const Ref<DirAccess> folder = DirAccess::open(p_folder);
		if (folder.is_null() || (p_depth > 0 && FileAccess::exists(p_folder.path_join(".gdignore")))) {
			return OK;
		}
		ERR_FAIL_COND_V_MSG(p_depth > FolderWalk::MAX_DEPTH, ERR_OUT_OF_MEMORY, vformat("%s lies more than %d folders deep and is left out.", p_folder, FolderWalk::MAX_DEPTH));
		for (const String &name : folder->get_files()) {
			is_full = files.size() >= FolderWalk::MAX_FILES;
			ERR_FAIL_COND_V_MSG(is_full, ERR_OUT_OF_MEMORY, vformat("There are more than %d files; those in %s and behind it are left out. Put a .gdignore into folders that are no part of the project.", FolderWalk::MAX_FILES, p_folder));
			files.push_back(p_folder.path_join(name));
		}
		Error result = OK;
		for (const String &name : folder->get_directories()) {
			const String path = p_folder.path_join(name);
			const Error error = folder->is_link(name) ? follow(p_folder, path, p_depth + 1) : enter(path, p_depth + 1);
			result = error == OK ? result : error;
			if (is_full) {
				break;
			}
		}
		return result;
	}

private:
	Error follow(const String &p_folder, const String &p_link, int p_depth) {
		const String target = FileSystem::get_real_path(map_to_system_path(p_link));
		around.push_back(FileSystem::get_real_path(map_to_system_path(p_folder)));
		bool may_enter = !target.is_empty() && !followed.has(target);
		for (const String &folder : around) {
			may_enter = may_enter && !(folder + "/").begins_with(target.trim_suffix("/") + "/");
		}
		Error error = OK;
		if (may_enter) {
			followed.insert(target);
			error = enter(p_link, p_depth);
		}
		around.remove_at(around.size() - 1);
		return error;
	}

	Vector<String> &files;
	bool is_full = false;
	HashSet<String> followed; // Where links led.
	LocalVector<String> around; // Where those links lie that led to where the walk is.
};

} // namespace

Error FolderWalk::list_files(const String &p_folder, Vector<String> &r_files) {
	return Walk(r_files).enter(p_folder, 0);
}
