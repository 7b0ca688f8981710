// The command line as a value: what was asked for, before anything is started.
#pragma once

#include "core/main/export_order.h"
#include "core/string/ustring.h"
#include "core/templates/vector.h"

struct CommandLine {
	enum Action {
		ACTION_RUN,
		ACTION_HELP,
		ACTION_VERSION,
		ACTION_TEST,
		ACTION_DUMP_API,
		ACTION_CHECK, // The scripts of `script` (a file or folder; empty: of the project) are only compiled.
		ACTION_EXAMINE, // --doctor.
		ACTION_DISASSEMBLE, // `script` is printed as instructions.
		ACTION_MAKE_DEV_CERT,
		ACTION_EXPORT,
		ACTION_SERVE, // The files of serve_folder.
		ACTION_FAIL, // `error` says why.
	};

	Action action = ACTION_RUN;
	String error; // One sentence with the mend.
	String project_path; // --path; empty when not given.
	String main_pack; // --main-pack FILE.
	String pack_key_file; // --pack-key FILE.
	String script; // -s FILE, or a first argument that ends in .gd (with --check-only any).
	bool script_is_positional = false; // `estragon FILE.gd`: may extend Node, and names the project folder.
	String scene; // A first argument that ends in .tscn, .scn or is a res:// path.
	String api_file; // --dump-extension-api FILE.
	String certificate_folder; // --make-dev-cert DIR.
	ExportOrder export_order;
	String serve_folder; // --serve DIR.
	bool serve_ui = false; // --serve-ui.
	int port = 0; // --port, of both; 0: any.
	int64_t quit_after = 0; // Frames; 0 runs until the program ends itself.
	int max_fps = -1; // --max-fps; -1 when not given.
	double time_scale = -1; // --time-scale; negative when not given.
	String format; // --format NAME, of --check-only and --doctor: "json", or "gnu" as compilers print.
	String log_file; // --log-file FILE.
	bool log_json = false; // --log-format json.
	bool warnings_as_errors = false;
	bool strict = false; // Calling what the engine only knows by name ends the program.
	bool debug = false; // Show the warnings of scripts.
	bool verbose = false;
	bool quiet = false;
	Vector<String> args; // What scripts see as OS.get_cmdline_args().
	Vector<String> user_args; // After `--` or `++`, or after a script named as first argument.
	Vector<String> test_args; // After --test.

	// p_args without the program's own name. Options the engine does not know are left to the scripts.
	static CommandLine parse(const Vector<String> &p_args);
	// The text of --help.
	static String get_help();
};
