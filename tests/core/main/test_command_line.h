// What the options on the command line mean.
#pragma once

#include "core/main/command_line.h"
#include "tests/test_macros.h"

namespace TestCommandLine {

inline CommandLine parse(std::initializer_list<const char *> p_args) {
	Vector<String> args;
	for (const char *arg : p_args) {
		args.push_back(arg);
	}
	return CommandLine::parse(args);
}

TEST_CASE("[Main][CommandLine] A script as first argument takes the rest of the line as its own") {
	const CommandLine line = parse({ "--verbose", "server.gd", "--port", "80", "--", "x" });
	CHECK(line.verbose);
	CHECK(line.script_is_positional);
	CHECK_EQ(line.script, String("server.gd"));
	CHECK_EQ(line.user_args, Vector<String>({ "--port", "80", "x" }));
}

TEST_CASE("[Main][CommandLine] -s runs a script of a project and leaves unknown options to it") {
	const CommandLine line = parse({ "--headless", "--path", "game", "-s", "res://tool.gd", "--server", "--", "map" });
	CHECK_EQ(line.project_path, String("game"));
	CHECK_EQ(line.script, String("res://tool.gd"));
	CHECK_FALSE(line.script_is_positional);
	CHECK_EQ(line.args, Vector<String>({ "--server" }));
	CHECK_EQ(line.user_args, Vector<String>({ "map" }));
}

TEST_CASE("[Main][CommandLine] Exports name a preset and may name a file") {
	const CommandLine line = parse({ "--path", "game", "--export-debug", "My Phone", "out/game.apk", "--export-without-permissions" });
	CHECK_EQ(line.action, CommandLine::ACTION_EXPORT);
	CHECK_EQ(line.export_order.kind, ExportOrder::KIND_DEBUG);
	CHECK_EQ(line.export_order.preset, String("My Phone"));
	CHECK_EQ(line.export_order.out_path, String("out/game.apk"));
	CHECK(line.export_order.may_lack_permissions);
	CHECK_EQ(parse({ "--export-release", "Web", "--path", "game" }).export_order.out_path, String());
	CHECK_EQ(parse({ "--export-pack=Web", "a.pck" }).export_order.kind, ExportOrder::KIND_PACK);
	CHECK_EQ(parse({ "--export-pack" }).action, CommandLine::ACTION_FAIL);
}

TEST_CASE("[Main][CommandLine] A scene may be named directly") {
	CHECK_EQ(parse({ "--path", "game", "levels/one.tscn" }).scene, String("levels/one.tscn"));
}

TEST_CASE("[Main][CommandLine] An option without its value is an error that shows the form") {
	const CommandLine line = parse({ "--path" });
	CHECK_EQ(line.action, CommandLine::ACTION_FAIL);
	CHECK(line.error.contains("--path DIR"));
}

TEST_CASE("[Main][CommandLine] A number that is none is an error that names it") {
	const CommandLine line = parse({ "--quit-after", "soon" });
	CHECK_EQ(line.action, CommandLine::ACTION_FAIL);
	CHECK(line.error.contains("soon"));
}

TEST_CASE("[Main][CommandLine] --test hands everything behind it to the test runner") {
	const CommandLine line = parse({ "--test", "--test-case=[String]*" });
	CHECK_EQ(line.action, CommandLine::ACTION_TEST);
	CHECK_EQ(line.test_args, Vector<String>({ "--test-case=[String]*" }));
}

TEST_CASE("[Main][CommandLine] A value may follow its option behind an equals sign") {
	const CommandLine line = parse({ "--check-only", "--format=json", "--warnings-as-errors", "some/folder" });
	CHECK_EQ(line.action, CommandLine::ACTION_CHECK);
	CHECK_EQ(line.format, String("json"));
	CHECK(line.warnings_as_errors);
	CHECK_EQ(line.script, String("some/folder"));
	CHECK_EQ(parse({ "--format=yaml" }).action, CommandLine::ACTION_FAIL);
	CHECK_EQ(parse({ "--path", "game", "--own=1" }).args, Vector<String>({ "--own=1" }));
}

TEST_CASE("[Main][CommandLine] The help names every option once") {
	const String help = CommandLine::get_help();
	for (const char *name : { "--path", "--script", "--headless", "--quit-after", "--check-only", "--version", "--test" }) {
		CHECK_MESSAGE(help.contains(name), name);
	}
}

} // namespace TestCommandLine
