// From a job to the files of a page: see the header.
#include "platform/web/export/web_exporter.h"

#include "core/config/project_settings.h"
#include "core/error/error_macros.h"
#include "core/io/compression.h"
#include "core/io/file_access.h"
#include "core/io/json.h"
#include "core/string/char_utils.h"
#include "platform/export/export_template.h"

namespace {

constexpr int64_t MAX_SHELL_BYTES = 4 * 1024 * 1024;

String escape_html(const String &p_text) {
	return p_text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
}

// What a page consists of besides itself, by the ends of their names.
constexpr const char *PARTS[] = { ".js", ".engine.js", ".wasm", ".facts", ".pck" };

// Each $GODOT_NAME of the shell once, as p_texts has it; what comes in is not looked at again.
String fill_in(const String &p_shell, const Dictionary &p_texts) {
	const String mark = "$GODOT_";
	String filled;
	int64_t done = 0;
	for (int64_t at = p_shell.find(mark); at >= 0; at = p_shell.find(mark, done)) {
		int64_t end = at + mark.length();
		while (end < p_shell.length() && (is_ascii_upper_case(p_shell[end]) || p_shell[end] == '_')) {
			end++;
		}
		const String name = p_shell.substr(at + mark.length(), end - at - mark.length());
		if (!p_texts.has(name)) {
			WARN_PRINT(vformat("The HTML shell has %s, which stands for nothing here; it is left as it is.", mark + name));
		}
		filled += p_shell.substr(done, at - done) + String(p_texts.get(name, mark + name));
		done = end;
	}
	return filled + p_shell.substr(done);
}

class PageMaker {
public:
	PageMaker(const ExportJob &p_job, const String &p_page, LocalVector<WebExporter::File> &r_files) :
			job(p_job), preset(p_job.preset), parts(p_job.preset, p_job.is_debug), base(p_page.get_basename()), page(p_page), files(r_files) {}

	Error run() {
		// The Android exporter's web views have another template in that option.
		Error error = parts.open(WebExporter::TEMPLATE, "web", preset.get_text("platform") == "Web");
		error = error == OK ? add_part("loader.js", base + ".js") : error;
		error = error == OK ? add_part("estragon.web.js", base + ".engine.js") : error;
		error = error == OK ? add_part("estragon.web.wasm", base + ".wasm") : error;
		error = error == OK ? add_part("estragon.web.facts", base + ".facts") : error;
		error = error == OK ? add_pack() : error;
		error = error == OK ? add_page() : error;
		return preset.has_failed() && error == OK ? ERR_INVALID_DATA : error;
	}

private:
	Error add_part(const String &p_part, const String &p_name) {
		Vector<uint8_t> content;
		const Error error = parts.read(p_part, content);
		if (error != OK) {
			return error;
		}
		add(p_name, content);
		// What is the same in all exports comes packed by Brotli as well.
		WebExporter::File packed;
		packed.name = p_name + ".br";
		if (!preset.get_flag_option("estragon/precompress", false) || !parts.has(p_part + ".br")) {
			return OK;
		}
		const Error packed_error = parts.read(p_part + ".br", packed.content);
		files.push_back(packed);
		return packed_error;
	}

	Error add_pack() {
		Vector<uint8_t> pack;
		const Error error = ExportTools::make_pack(job, pack);
		if (error == OK) {
			add(base + ".pck", pack);
		}
		return error;
	}

	void add(const String &p_name, const Vector<uint8_t> &p_content) {
		WebExporter::File file;
		file.name = p_name;
		file.content = p_content;
		files.push_back(file);
		sizes[p_name] = p_content.size();
		if (!preset.get_flag_option("estragon/precompress", false)) {
			return;
		}
		WebExporter::File packed;
		packed.name = p_name + ".gz";
		if (Compression::compress(p_content.ptr(), p_content.size(), Compression::MODE_GZIP, packed.content) == OK) {
			files.push_back(packed);
		}
	}

	Error read_shell(String &r_shell) const {
		const String option = "html/custom_html_shell";
		const String custom = preset.get_path_option(option);
		if (custom.is_empty()) {
			Vector<uint8_t> bytes;
			const Error error = parts.read("shell.html", bytes);
			r_shell = String::utf8(reinterpret_cast<const char *>(bytes.ptr()), bytes.size());
			return error;
		}
		Error error = FileAccess::get_size(custom) > MAX_SHELL_BYTES ? ERR_FILE_UNRECOGNIZED : OK;
		if (error == OK) {
			r_shell = FileAccess::get_file_as_string(custom, &error);
		}
		if (error != OK) {
			return preset.fail(option, vformat("the HTML shell \"%s\" cannot be read: %s.", custom, error_names[error]), error);
		}
		return r_shell.contains("$GODOT_CONFIG") ? OK : preset.fail(option, vformat("the HTML shell \"%s\" has no $GODOT_CONFIG, from which a page makes its Engine.", custom));
	}

	Error add_page() {
		String html;
		const Error error = read_shell(html);
		if (error != OK) {
			return error;
		}
		if (preset.get_flag_option("variant/thread_support", false)) {
			return preset.fail("variant/thread_support", "pages are made without threads: turn variant/thread_support off.", ERR_UNAVAILABLE);
		}
		Dictionary config;
		config["executable"] = base;
		config["mainPack"] = base + ".pck";
		config["args"] = Array();
		config["fileSizes"] = Dictionary();
		Dictionary counted = config["fileSizes"];
		for (const char *ending : { ".engine.js", ".wasm", ".pck" }) {
			counted[base + ending] = sizes[base + ending];
		}
		const String name = ProjectSettings::get_singleton()->get_setting("application/config/name", "");
		Dictionary texts;
		// No "<": what closes a script element, or opens a comment in one, must not stand in it.
		texts["CONFIG"] = JSON::stringify(config).replace("<", "\\u003c");
		texts["PROJECT_NAME"] = escape_html(name.is_empty() ? base : name);
		texts["URL"] = (base + ".js").uri_encode();
		texts["HEAD_INCLUDE"] = preset.get_option("html/head_include");
		// Pages for Godot name these; there are no threads here, and no picture while a program loads.
		texts["THREADS_ENABLED"] = "false";
		texts["SPLASH"] = texts["SPLASH_CLASSES"] = "";
		texts["SPLASH_COLOR"] = "transparent";
		html = fill_in(html, texts);
		add(page, html.to_utf8_buffer());
		return OK;
	}

	const ExportJob &job;
	const ExportPreset &preset;
	ExportTemplate parts;
	String base;
	String page;
	LocalVector<WebExporter::File> &files;
	Dictionary sizes;
};

} // namespace

Error WebExporter::make_files(const ExportJob &p_job, const String &p_page, LocalVector<File> &r_files) {
	return PageMaker(p_job, p_page, r_files).run();
}

Vector<String> WebExporter::get_outputs(const String &p_out_path) const {
	Vector<String> outputs;
	const String base = p_out_path.get_basename();
	for (const char *packed : { "", ".gz", ".br" }) {
		outputs.push_back(p_out_path + packed);
		for (const char *part : PARTS) {
			outputs.push_back(base + part + packed);
		}
	}
	return outputs;
}

Error WebExporter::run(const ExportJob &p_job) const {
	LocalVector<File> files;
	Error error = make_files(p_job, p_job.out_path.get_file(), files);
	// All are on the disk before the first gets its name.
	LocalVector<Ref<FileAccess>> written;
	const String folder = p_job.out_path.get_base_dir();
	String failing;
	for (uint32_t i = 0; i < files.size() && error == OK; i++) {
		failing = files[i].name;
		const Ref<FileAccess> file = FileAccess::open_replacement(folder.path_join(failing), &error);
		if (error == OK && !file->FileAccess::store_buffer(files[i].content)) {
			error = ERR_FILE_CANT_WRITE;
		}
		written.push_back(file);
	}
	for (uint32_t i = 0; i < written.size() && error == OK; i++) {
		failing = files[i].name;
		error = written[i]->commit();
	}
	if (error != OK && !p_job.preset.has_failed() && !failing.is_empty()) {
		return p_job.preset.fail("export_path", vformat("\"%s\" cannot be written: %s.", folder.path_join(failing), error_names[error]), error);
	}
	return error;
}
