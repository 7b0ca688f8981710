// The operating system's services.
#pragma once

#include "core/os/os.h"
#include "tests/test_macros.h"

TEST_CASE("[OS][OS] A program's output and exit code come back") {
	OS *os = OS::get_singleton();
	String output;
	CHECK_EQ(os->execute("echo", { "one", "two" }, &output), 0);
	CHECK_EQ(output, "one two\n");
	CHECK_EQ(os->execute("sh", { "-c", "exit 3" }), 3);
	CHECK_EQ(os->execute("no_such_program_at_all", {}), 127);
	CHECK_EQ(os->execute("sh", { "-c", "echo err 1>&2; echo out" }, &output, true), 0);
	CHECK_EQ(output, "err\nout\n");
	CHECK_EQ(os->execute("sh", { "-c", "kill -9 $$" }), 128 + 9);
}

TEST_CASE("[OS][OS] A process of ours is watched until it ends, or killed") {
	OS *os = OS::get_singleton();
	const int pid = os->create_process("sh", { "-c", "exit 7" });
	REQUIRE(pid > 0);
	for (int i = 0; i < 2000 && os->is_process_running(pid); i++) {
		os->delay_usec(1000);
	}
	CHECK_EQ(os->get_process_exit_code(pid), 7);
	const int sleeper = os->create_process("sleep", { "100" });
	REQUIRE(sleeper > 0);
	CHECK(os->is_process_running(sleeper));
	CHECK_EQ(os->get_process_exit_code(sleeper), -1);
	CHECK_EQ(os->kill(sleeper), OK);
	CHECK_FALSE(os->is_process_running(sleeper));
}

TEST_CASE("[OS][OS] Environment variables are set, seen by children, and unset") {
	OS *os = OS::get_singleton();
	os->set_environment("ESTRAGON_TEST_VARIABLE", "some value");
	CHECK_EQ(os->get_environment("ESTRAGON_TEST_VARIABLE"), "some value");
	String output;
	os->execute("sh", { "-c", "printf %s \"$ESTRAGON_TEST_VARIABLE\"" }, &output);
	CHECK_EQ(output, "some value");
	os->unset_environment("ESTRAGON_TEST_VARIABLE");
	CHECK_FALSE(os->has_environment("ESTRAGON_TEST_VARIABLE"));
}

TEST_CASE("[OS][OS] Random bytes differ, ticks go forward, sleeping takes its time") {
	OS *os = OS::get_singleton();
	uint8_t a[600] = {};
	uint8_t b[600] = {};
	CHECK_EQ(os->get_entropy(a, sizeof(a)), OK);
	CHECK_EQ(os->get_entropy(b, sizeof(b)), OK);
	CHECK(memcmp(a, b, sizeof(a)) != 0);
	const uint64_t before = os->get_ticks_usec();
	os->delay_usec(2000);
	CHECK(os->get_ticks_usec() - before >= 2000);
}

TEST_CASE("[OS][OS] Folder names made of project names are safe") {
	CHECK_EQ(OS::get_safe_dir_name(" My: Game/../? "), "My- Game-..--");
	CHECK_EQ(OS::get_safe_dir_name(".."), "");
	CHECK_EQ(OS::get_safe_dir_name("plain"), "plain");
}

TEST_CASE("[OS][OS] The tags of the platform are known") {
	const OS *os = OS::get_singleton();
	CHECK(os->has_feature(os->get_name().to_lower()));
	CHECK_FALSE(os->has_feature("no such feature"));
	CHECK(os->has_feature("editor")); // No export: what runs is the project itself.
	CHECK_FALSE(os->has_feature("template"));
	CHECK_FALSE(os->has_feature(""));
}
