// Collecting diagnostics of files and printing them.
#include "core/main/script_check.h"

#include "core/config/project_settings.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/folder_walk.h"
#include "core/io/json.h"
#include "core/object/script_language.h"
#include "core/os/os.h"
#include "core/string/print_string.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"

namespace {

struct Findings {
	Vector<ScriptDiagnostic> list;
	int files = 0;
	int errors = 0;
	int warnings = 0;
};

// As the shell that called us can open it.
String display_path(const String &p_path) {
	const String absolute = ProjectSettings::get_singleton()->globalize_path(p_path);
	const String here = OS::get_singleton()->get_working_dir();
	return absolute.begins_with(here + "/") ? absolute.substr(here.length() + 1) : absolute;
}

void print_as_text(const Findings &p_findings) {
	for (const ScriptDiagnostic &diagnostic : p_findings.list) {
		const String place = display_path(diagnostic.path) + ":";
		const String code = diagnostic.severity == ScriptDiagnostic::WARNING ? " [" + String(diagnostic.code) + "]" : String();
		const String severity = diagnostic.severity == ScriptDiagnostic::ERROR ? "error" : "warning";
		print_error(place + itos(diagnostic.line) + ":" + itos(diagnostic.column) + ": " + severity + ": " + diagnostic.message + code);
		for (const ScriptDiagnostic::Note &note : diagnostic.notes) {
			print_error(place + itos(note.line) + ":" + itos(note.column) + ": note: " + note.message);
		}
	}
}

Dictionary to_dictionary(const ScriptDiagnostic &p_diagnostic) {
	Dictionary entry;
	entry["file"] = display_path(p_diagnostic.path);
	entry["line"] = p_diagnostic.line;
	entry["column"] = p_diagnostic.column;
	entry["end_line"] = p_diagnostic.end_line;
	entry["end_column"] = p_diagnostic.end_column;
	entry["severity"] = p_diagnostic.get_severity_name();
	entry["code"] = String(p_diagnostic.code);
	entry["message"] = p_diagnostic.message;
	Array notes;
	for (const ScriptDiagnostic::Note &note : p_diagnostic.notes) {
		Dictionary place;
		place["line"] = note.line;
		place["column"] = note.column;
		place["message"] = note.message;
		notes.push_back(place);
	}
	entry["notes"] = notes;
	entry["fix"] = p_diagnostic.has_fix ? Variant(p_diagnostic.fix) : Variant();
	return entry;
}

void print_as_json(const Findings &p_findings) {
	Array list;
	for (const ScriptDiagnostic &diagnostic : p_findings.list) {
		list.push_back(to_dictionary(diagnostic));
	}
	Dictionary report;
	report["diagnostics"] = list;
	report["files"] = p_findings.files;
	report["errors"] = p_findings.errors;
	report["warnings"] = p_findings.warnings;
	print_line(JSON::stringify(report, "\t", false));
}

// A file that several others need is told once.
void check_files(const Vector<String> &p_files, Findings &r_findings) {
	Vector<ScriptDiagnostic> found;
	for (int i = 0; i < ScriptServer::get_language_count(); i++) {
		Vector<String> own;
		for (const String &file : p_files) {
			if (ScriptServer::get_language_for_extension(file.get_extension()) == ScriptServer::get_language(i)) {
				own.push_back(file);
			}
		}
		ScriptServer::get_language(i)->check_files(own, &found);
	}
	r_findings.files = int(p_files.size());
	r_findings.list = found;
	for (const ScriptDiagnostic &diagnostic : found) {
		r_findings.errors += diagnostic.severity == ScriptDiagnostic::ERROR;
		r_findings.warnings += diagnostic.severity != ScriptDiagnostic::ERROR;
	}
}

} // namespace

Error check_scripts(const CommandLine &p_line) {
	Vector<String> files;
	const String target = p_line.script.is_empty() ? String("res://") : p_line.script;
	if (DirAccess::exists(target)) {
		Vector<String> all;
		FolderWalk::list_files(target, all); // Says itself what it leaves out.
		for (const String &file : all) {
			if (ScriptServer::get_language_for_extension(file.get_extension())) {
				files.push_back(file);
			}
		}
	} else {
		ERR_FAIL_COND_V_MSG(!FileAccess::exists(target), ERR_FILE_NOT_FOUND, vformat("Cannot check \"%s\": there is no such file or folder. Check the path (it is relative to the working folder or to --path).", target));
		ERR_FAIL_COND_V_MSG(!ScriptServer::get_language_for_extension(target.get_extension()), ERR_FILE_UNRECOGNIZED, vformat("Cannot check \"%s\": it is no script.", target));
		files.push_back(target);
	}
	Findings findings;
	check_files(files, findings);
	if (p_line.format == "json") {
		print_as_json(findings);
	} else {
		print_as_text(findings);
	}
	return findings.errors > 0 ? ERR_PARSE_ERROR : OK;
}

Error disassemble_script(const CommandLine &p_line) {
	ERR_FAIL_COND_V_MSG(!FileAccess::exists(p_line.script), ERR_FILE_NOT_FOUND, vformat("Cannot disassemble \"%s\": there is no such file.", p_line.script));
	ScriptLanguage *language = ScriptServer::get_language_for_extension(p_line.script.get_extension());
	ERR_FAIL_NULL_V_MSG(language, ERR_FILE_UNRECOGNIZED, vformat("Cannot disassemble \"%s\": it is no script.", p_line.script));
	Findings findings;
	check_files({ p_line.script }, findings);
	if (findings.errors > 0) {
		print_as_text(findings);
		return ERR_PARSE_ERROR;
	}
	String text;
	const Error error = language->disassemble(p_line.script, &text);
	if (error == OK) {
		print_raw(text);
	}
	return error;
}
