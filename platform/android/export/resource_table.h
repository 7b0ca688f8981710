// resources.arsc with an app's icons: one package, one type, files for values.
#pragma once

#include "platform/android/export/binary_xml.h"

class ResourceTable {
public:
	// For any screen; since p_sdk (0: always). The files of one name stand for the same resource. Its number, as manifests refer to it.
	uint32_t add_file(const char *p_name, const String &p_path, int p_sdk = 0);
	Vector<uint8_t> write(const String &p_package) const;

private:
	struct File {
		uint32_t entry = 0;
		String path;
		int sdk = 0;
	};
	void write_files(ByteOut &r_out, StringPool &r_paths, int p_sdk) const;

	LocalVector<String> names;
	LocalVector<File> files;
};
