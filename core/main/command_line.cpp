// One table of options; everything else on the line belongs to the scripts. Runs before anything else of the engine is there.
#include "core/main/command_line.h"

namespace {

struct Option {
	const char *name;
	const char *short_name; // May be null.
	const char *argument; // What follows it, for the help; null for a switch.
	const char *help; // Null hides an option that is only accepted for compatibility.
	void (*apply)(CommandLine &r_line, const String &p_value);
};

void fail(CommandLine &r_line, const String &p_error) {
	r_line.action = CommandLine::ACTION_FAIL;
	r_line.error = p_error;
}

void ignore(CommandLine &, const String &) {}

void set_quit_after(CommandLine &r_line, const String &p_value) {
	if (!p_value.is_valid_int() || p_value.to_int() < 1) {
		fail(r_line, "--quit-after needs a number of frames from 1 up, not \"" + p_value + "\".");
		return;
	}
	r_line.quit_after = p_value.to_int();
}

void set_max_fps(CommandLine &r_line, const String &p_value) {
	if (!p_value.is_valid_int() || p_value.to_int() < 0) {
		fail(r_line, "--max-fps needs a number of frames a second (0: no limit), not \"" + p_value + "\".");
		return;
	}
	r_line.max_fps = int(p_value.to_int());
}

void set_time_scale(CommandLine &r_line, const String &p_value) {
	if (!p_value.is_valid_float() || p_value.to_float() < 0) {
		fail(r_line, "--time-scale needs a number from 0 up, not \"" + p_value + "\".");
		return;
	}
	r_line.time_scale = p_value.to_float();
}

void set_port(CommandLine &r_line, const String &p_value) {
	if (!p_value.is_valid_int() || p_value.to_int() < 0 || p_value.to_int() > 65535) {
		fail(r_line, "--port needs a number from 0 (any) to 65535, not \"" + p_value + "\".");
		return;
	}
	r_line.port = int(p_value.to_int());
}

void set_format(CommandLine &r_line, const String &p_value) {
	if (p_value != "gnu" && p_value != "json") {
		fail(r_line, "--format is gnu or json, not \"" + p_value + "\".");
		return;
	}
	r_line.format = p_value;
}

void set_export(CommandLine &r_line, ExportOrder::Kind p_kind, const String &p_preset) {
	r_line.action = CommandLine::ACTION_EXPORT;
	r_line.export_order.kind = p_kind;
	r_line.export_order.preset = p_preset;
}

void set_log_format(CommandLine &r_line, const String &p_value) {
	if (p_value != "text" && p_value != "json") {
		fail(r_line, "--log-format is text or json, not \"" + p_value + "\".");
		return;
	}
	r_line.log_json = p_value == "json";
}

const Option options[] = {
	{ "--help", "-h", nullptr, "print this text", [](CommandLine &r_line, const String &) {
		 r_line.action = CommandLine::ACTION_HELP;
	 } },
	{ "--version", nullptr, nullptr, "print the version", [](CommandLine &r_line, const String &) {
		 r_line.action = CommandLine::ACTION_VERSION;
	 } },
	{ "--path", nullptr, "DIR", "run the project in DIR (the folder of project.godot)", [](CommandLine &r_line, const String &p_value) {
		 r_line.project_path = p_value;
	 } },
	{ "--main-pack", nullptr, "FILE", "run the project that is packed in FILE (.pck or .zip)", [](CommandLine &r_line, const String &p_value) {
		 r_line.main_pack = p_value;
	 } },
	{ "--pack-key", nullptr, "FILE", "FILE holds the key of encrypted packs: 64 hexadecimal digits", [](CommandLine &r_line, const String &p_value) {
		 r_line.pack_key_file = p_value;
	 } },
	{ "--script", "-s", "FILE", "run a script that extends SceneTree, MainLoop or Node", [](CommandLine &r_line, const String &p_value) {
		 r_line.script = p_value;
	 } },
	{ "--scene", nullptr, "FILE", "run this scene instead of the project's main scene", [](CommandLine &r_line, const String &p_value) {
		 r_line.scene = p_value;
	 } },
	{ "--check-only", nullptr, nullptr, "compile the script, all of a folder or the project; run nothing", [](CommandLine &r_line, const String &) {
		 r_line.action = CommandLine::ACTION_CHECK;
	 } },
	{ "--doctor", nullptr, nullptr, "say what the project needs that Estragon has not, file by file; run nothing", [](CommandLine &r_line, const String &) {
		 r_line.action = CommandLine::ACTION_EXAMINE;
	 } },
	{ "--format", nullptr, "NAME", "how --check-only and --doctor print: gnu (for people) or json", set_format },
	{ "--warnings-as-errors", nullptr, nullptr, "refuse scripts that have warnings", [](CommandLine &r_line, const String &) {
		 r_line.warnings_as_errors = true;
	 } },
	{ "--strict", nullptr, nullptr, "end the program when it calls what only a renderer, an editor or a device could do", [](CommandLine &r_line, const String &) {
		 r_line.strict = true;
	 } },
	{ "--disassemble", nullptr, "FILE", "print the instructions that a script compiles to", [](CommandLine &r_line, const String &p_value) {
		 r_line.action = CommandLine::ACTION_DISASSEMBLE;
		 r_line.script = p_value;
		 r_line.script_is_positional = true;
	 } },
	{ "--debug", "-d", nullptr, "print the warnings of the scripts that are loaded", [](CommandLine &r_line, const String &) {
		 r_line.debug = true;
	 } },
	{ "--quit", nullptr, nullptr, "quit after the first frame", [](CommandLine &r_line, const String &) {
		 r_line.quit_after = 1;
	 } },
	{ "--quit-after", nullptr, "N", "quit after N frames", set_quit_after },
	{ "--max-fps", nullptr, "N", "at most N process frames a second (0: no limit)", set_max_fps },
	{ "--time-scale", nullptr, "X", "let time run X times as fast", set_time_scale },
	{ "--verbose", "-v", nullptr, "print more about what happens", [](CommandLine &r_line, const String &) {
		 r_line.verbose = true;
	 } },
	{ "--quiet", "-q", nullptr, "print errors only", [](CommandLine &r_line, const String &) {
		 r_line.quiet = true;
	 } },
	{ "--log-file", nullptr, "FILE", "write what is printed and reported to FILE as well", [](CommandLine &r_line, const String &p_value) {
		 r_line.log_file = p_value;
	 } },
	{ "--log-format", nullptr, "NAME", "text, or json: one object a line for what is printed and reported", set_log_format },
	{ "--dump-extension-api", nullptr, "FILE", "write the scripting API as JSON", [](CommandLine &r_line, const String &p_value) {
		 r_line.action = CommandLine::ACTION_DUMP_API;
		 r_line.api_file = p_value;
	 } },
	{ "--make-dev-cert", nullptr, "DIR", "make a development authority and a TLS certificate for localhost in DIR", [](CommandLine &r_line, const String &p_value) {
		 r_line.action = CommandLine::ACTION_MAKE_DEV_CERT;
		 r_line.certificate_folder = p_value;
	 } },
	{ "--export-release", nullptr, "PRESET [FILE]", "export the project as a preset of export_presets.cfg says", [](CommandLine &r_line, const String &p_value) {
		 set_export(r_line, ExportOrder::KIND_RELEASE, p_value);
	 } },
	{ "--export-debug", nullptr, "PRESET [FILE]", "the same, for testing", [](CommandLine &r_line, const String &p_value) {
		 set_export(r_line, ExportOrder::KIND_DEBUG, p_value);
	 } },
	{ "--export-pack", nullptr, "PRESET [FILE]", "only the pack (.pck or .zip) of a preset", [](CommandLine &r_line, const String &p_value) {
		 set_export(r_line, ExportOrder::KIND_PACK, p_value);
	 } },
	{ "--export-without-permissions", nullptr, nullptr, "export although the project seems to need permissions that the preset does not ask for", [](CommandLine &r_line, const String &) {
		 r_line.export_order.may_lack_permissions = true;
	 } },
	{ "--serve-ui", nullptr, nullptr, "show the project's controls in a browser of this computer; prints the address", [](CommandLine &r_line, const String &) {
		 r_line.serve_ui = true;
	 } },
	{ "--serve", nullptr, "DIR", "serve the files of DIR (an export for the web) to browsers of this computer", [](CommandLine &r_line, const String &p_value) {
		 r_line.action = CommandLine::ACTION_SERVE;
		 r_line.serve_folder = p_value;
	 } },
	{ "--port", nullptr, "N", "where --serve-ui and --serve listen (0, if not given: any)", set_port },
	{ "--headless", nullptr, nullptr, "accepted: there is never a display", ignore },
	{ "--no-header", nullptr, nullptr, nullptr, ignore },
	{ "--display-driver", nullptr, "NAME", nullptr, ignore },
	{ "--audio-driver", nullptr, "NAME", nullptr, ignore },
	{ "--rendering-driver", nullptr, "NAME", nullptr, ignore },
	{ "--rendering-method", nullptr, "NAME", nullptr, ignore },
};

const Option *find_option(const String &p_name) {
	for (const Option &option : options) {
		if (p_name == option.name || (option.short_name && p_name == option.short_name)) {
			return &option;
		}
	}
	return nullptr;
}

bool is_scene_file(const String &p_argument) {
	return p_argument.ends_with(".tscn") || p_argument.ends_with(".scn") || p_argument.begins_with("uid://");
}

} // namespace

CommandLine CommandLine::parse(const Vector<String> &p_args) {
	CommandLine line;
	for (int64_t i = 0; i < p_args.size(); i++) {
		const String &arg = p_args[i];
		if (arg == "--" || arg == "++") {
			line.user_args.append_array(p_args.slice(i + 1));
			return line;
		}
		if (arg == "--test") {
			line.action = ACTION_TEST;
			line.test_args = p_args.slice(i + 1);
			return line;
		}
		// "--name=value" is "--name value".
		const int equals = arg.begins_with("--") ? arg.find("=") : -1;
		const Option *option = find_option(equals > 0 ? arg.substr(0, equals) : arg);
		if (option && (equals < 0 || option->argument)) {
			String value;
			if (equals > 0) {
				value = arg.substr(equals + 1);
			} else if (option->argument) {
				if (i + 1 >= p_args.size()) {
					fail(line, arg + " needs a value: " + arg + " " + option->argument + ".");
					return line;
				}
				value = p_args[++i];
			}
			option->apply(line, value);
			if (line.action == ACTION_FAIL) {
				return line;
			}
			continue;
		}
		if (line.action == ACTION_CHECK && line.script.is_empty() && !arg.begins_with("-")) {
			line.script = arg;
			line.script_is_positional = true;
			continue;
		}
		if (line.action == ACTION_EXPORT && line.export_order.out_path.is_empty() && !arg.begins_with("-")) {
			line.export_order.out_path = arg;
			continue;
		}
		if (line.script.is_empty() && line.scene.is_empty() && arg.ends_with(".gd")) {
			line.script = arg;
			line.script_is_positional = true;
			Vector<String> rest = p_args.slice(i + 1);
			const int64_t separator = rest.find("--");
			if (separator >= 0) {
				rest.remove_at(separator);
			}
			line.user_args.append_array(rest);
			line.args.append_array(rest);
			return line;
		}
		if (line.script.is_empty() && line.scene.is_empty() && is_scene_file(arg)) {
			line.scene = arg;
			continue;
		}
		line.args.push_back(arg);
	}
	return line;
}

String CommandLine::get_help() {
	String text = "Estragon runs Redot / Godot 4 GDScript projects without a renderer.\n\n"
				  "usage: estragon [options] SCRIPT.gd [arguments]\n"
				  "       estragon [options] --path DIR [SCENE.tscn] [-- arguments]\n\noptions:\n";
	for (const Option &option : options) {
		if (!option.help) {
			continue;
		}
		String left = "  ";
		left += option.short_name ? String(option.short_name) + ", " : String("    ");
		left += option.name;
		left += option.argument ? " " + String(option.argument) : String();
		text += left.rpad(34) + option.help + "\n";
	}
	text += String("      --test [doctest options]").rpad(34) + "run the unit tests of a build with tests=yes\n";
	text += String("  --, ++").rpad(34) + "what follows is for OS.get_cmdline_user_args()\n";
	return text;
}
