// Catalogues of translations: gettext's .po and .mo, and tables (.csv) of which an editor would have made .translation files.
#pragma once

#include "core/io/resource_loader.h"
#include "core/os/translation.h"

class FileAccess;

// What a file says is checked: an error names the file and the line (or the byte), and nothing grows beyond a few times the file's size.
class TranslationLoader : public ResourceFormatLoader {
	GDCLASS(TranslationLoader, ResourceFormatLoader);

public:
	Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE) override;
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	bool handles_type(const String &p_type) const override { return p_type == "Translation"; }
	String get_resource_type(const String &p_path) const override;

	// The text of a .po file. Null, with what is wrong in r_error and where in r_line (from 1).
	static Ref<Translation> parse_po(const String &p_text, String &r_error, int &r_line);
	// The bytes of a .mo file; r_offset: where it is wrong.
	static Ref<Translation> parse_mo(const Vector<uint8_t> &p_bytes, String &r_error, int64_t &r_offset);
};

// "text.de.translation", when there is no such file but "text.csv": the column de of the table.
class CSVTranslationLoader : public ResourceFormatLoader {
	GDCLASS(CSVTranslationLoader, ResourceFormatLoader);

public:
	Ref<Resource> load(const String &p_path, const String &p_original_path = "", Error *r_error = nullptr, bool p_use_sub_threads = false, float *r_progress = nullptr, CacheMode p_cache_mode = CACHE_MODE_REUSE) override;
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override;
	bool handles_type(const String &p_type) const override { return p_type == "Translation"; }
	String get_resource_type(const String &p_path) const override;
	bool recognize_path(const String &p_path, const String &p_for_type = String()) const override;
	bool exists(const String &p_path) const override;

	// The column of a language, from the head of the table on. Null, with what is wrong in r_error.
	static Ref<Translation> parse_table(const FileAccess &p_file, const String &p_locale, String &r_error);

private:
	static String table_of(const String &p_path, String &r_locale); // Empty: no such table.
};
