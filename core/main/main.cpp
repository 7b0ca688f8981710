// The order in which everything starts and ends, and what happens in between.
#include "core/main/main.h"

#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/crypto/crypto.h"
#include "core/io/net_socket.h"
#include "core/io/network_turn.h"
#include "core/io/resource_loader.h"
#include "core/io/resource_saver.h"
#include "core/io/socket_poller.h"
#include "core/main/command_line.h"
#include "core/main/end_guard.h"
#include "core/main/extension_api_dump.h"
#include "core/main/frame_clock.h"
#include "core/main/known_facts_source.h"
#include "core/main/log_output.h"
#include "core/main/program_start.h"
#include "core/main/project_doctor.h"
#include "core/main/script_check.h"
#include "core/main/service.h"
#include "core/main/turn_pacer.h"
#include "core/object/known/known_classes.h"
#include "core/object/known/known_facts.h"
#include "core/object/message_queue.h"
#include "core/object/script_language.h"
#include "core/os/input.h"
#include "core/os/logger.h"
#include "core/os/main_loop.h"
#include "core/os/os.h"
#include "core/register_core_types.h"
#include "core/scene/main/scene_tree.h"
#include "core/scene/register_scene_types.h"
#include "core/string/print_string.h"
#include "core/version.h"
#include "modules/register_module_types.h"
#include "tests/test_runner.h"

#include <atomic>
#include <cstdlib>

namespace {

struct Program {
	CommandLine line;
	MainLoop *loop = nullptr;
	Service *service = nullptr; // Beside the loop; null: none was asked for.
	ObjectMethodLock *loop_lock = nullptr; // Scripts cannot free the loop that drives them.
	Engine *engine = nullptr;
	ProjectSettings *settings = nullptr;
	FrameClock clock;
	TurnPacer pacer;
	uint64_t turn_usec = 0; // What the turn took that a frame follows.
	uint64_t frames = 0;
	bool types_registered = false;
	bool scripts_running = false;
	bool loop_initialized = false;
	bool is_paused = false; // What the loop was told of request_pause().
};

Program program;
std::atomic<bool> close_asked{ false };
std::atomic<bool> pause_asked{ false };
std::atomic<bool> can_sleep{ false }; // The poller in which the main loop sleeps exists.
thread_local bool on_main_thread = false;

Vector<String> arguments_of(int p_argc, const char *const *p_argv) {
	Vector<String> args;
	for (int i = 1; i < p_argc; i++) {
		args.push_back(String::utf8(p_argv[i]));
	}
	return args;
}

// Async-signal-safe: it does not make the poller.
void wake_main_loop() {
	if (can_sleep.load()) {
		SocketPoller::get_main()->wake();
	}
}

// What the main thread puts off is flushed before it sleeps; a wake-up would only cost it the sleep.
void wake_for_message() {
	if (!on_main_thread) {
		wake_main_loop();
	}
}

int test_with(const Vector<String> &p_args) {
	Vector<CharString> kept;
	Vector<const char *> pointers;
	kept.push_back(String("estragon").utf8());
	for (const String &arg : p_args) {
		kept.push_back(arg.utf8());
	}
	for (const CharString &arg : kept) {
		pointers.push_back(arg.get_data());
	}
	return run_tests(int(pointers.size()), pointers.ptr());
}

} // namespace

void Main::setup_types() {
	register_core_types();
	program.engine = memnew(Engine);
	program.settings = memnew(ProjectSettings);
	register_core_singletons();
	initialize_modules(MODULE_INITIALIZATION_LEVEL_CORE);
	initialize_modules(MODULE_INITIALIZATION_LEVEL_SERVERS);
	register_scene_types();
	initialize_modules(MODULE_INITIALIZATION_LEVEL_SCENE);
	MessageQueue::get_singleton()->wake_up = wake_for_message;
	on_main_thread = true;
	KnownFacts::set_source(unpack_known_facts); // Now everything native is there.
	program.types_registered = true;
}

namespace {

void apply_settings(const CommandLine &p_line) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	Engine *engine = Engine::get_singleton();
	engine->set_physics_ticks_per_second(settings->get_setting("physics/common/physics_ticks_per_second", 60));
	engine->set_max_physics_steps_per_frame(settings->get_setting("physics/common/max_physics_steps_per_frame", 8));
	engine->set_physics_jitter_fix(settings->get_setting("physics/common/physics_jitter_fix", 0.5));
	engine->set_max_fps(p_line.max_fps >= 0 ? Variant(p_line.max_fps) : settings->get_setting("application/run/max_fps", 0));
	set_print_flushing(settings->get_setting_with_override("application/run/flush_stdout_on_print"));
	if (p_line.time_scale >= 0) {
		engine->set_time_scale(p_line.time_scale);
	}
}

Main::Step finish(int p_exit_code) {
	OS::get_singleton()->set_exit_code(p_exit_code);
	return Main::STEP_DONE;
}

FrameClock::Settings clock_settings() {
	const Engine *engine = Engine::get_singleton();
	FrameClock::Settings settings;
	settings.max_fps = engine->get_max_fps();
	settings.physics_ticks_per_second = engine->get_physics_ticks_per_second();
	settings.max_physics_steps = engine->get_max_physics_steps_per_frame();
	settings.physics_jitter_fix = engine->get_physics_jitter_fix();
	settings.time_scale = engine->get_time_scale();
	return settings;
}

constexpr uint64_t SHORTEST_TIMER_FRAME = 1000; // Microseconds.

// When the next frame runs: by the clock or a timer, or earlier when scripts have news to see. Under max_fps nothing hurries it.
uint64_t next_frame_at(const FrameClock::Settings &p_settings) {
	uint64_t due = program.clock.get_due(p_settings);
	const double deadline = program.loop->get_next_deadline();
	if (deadline < double(due - program.clock.get_last_frame()) / 1e6) {
		// Timers that are due close together share a frame.
		due = program.clock.get_last_frame() + MAX(uint64_t(MAX(deadline, 0.0) * 1e6) + 1, SHORTEST_TIMER_FRAME);
	}
	if (NetworkTurn::has_news()) {
		due = program.pacer.get_frame_before(due);
	}
	return MAX(due, program.clock.get_earliest(p_settings));
}

// Sleeps until the frame at p_until, an event, a wake-up, or not at all while there is work. Dense events wait for the turn's time.
void sleep_for_turn(uint64_t p_until) {
	const OS *os = OS::get_singleton();
	const uint64_t now = os->get_ticks_usec();
	const bool has_work = NetworkTurn::has_work() || MessageQueue::get_singleton()->has_messages();
	const uint64_t earliest = program.pacer.get_earliest_turn();
	if (!has_work || earliest <= now) {
		NetworkTurn::wait(has_work || p_until <= now ? 0 : int64_t(p_until - now));
	}
	const uint64_t woken = os->get_ticks_usec();
	const uint64_t turn_at = MIN(earliest, p_until);
	if (woken < turn_at && !close_asked.load(std::memory_order_relaxed)) {
		os->delay_usec(uint32_t(turn_at - woken));
		NetworkTurn::wait(0); // One turn takes what came meanwhile.
	}
}

// What needs no frame: the network's own work and deferred calls.
void run_turn(const FrameClock::Settings &p_settings) {
	const bool has_calls = MessageQueue::get_singleton()->has_messages();
	if (!has_calls && !NetworkTurn::has_work()) {
		return;
	}
	const NetSocket::Traffic before = NetSocket::get_traffic();
	const uint64_t began = OS::get_singleton()->get_ticks_usec();
	NetworkTurn::run();
	if (has_calls) {
		MessageQueue::get_singleton()->flush();
	}
	const uint64_t now = OS::get_singleton()->get_ticks_usec();
	const NetSocket::Traffic &after = NetSocket::get_traffic();
	const bool has_news = NetworkTurn::has_news();
	const bool frame_follows = has_news && next_frame_at(p_settings) <= now;
	program.pacer.note_turn(now, now - began, frame_follows, has_news && !frame_follows, after.reads - before.reads, after.bytes_read - before.bytes_read);
	program.turn_usec = frame_follows ? now - began : 0;
}

// Turns until it is time for a frame. At least one look at the sockets, however late it is.
void run_turns(const FrameClock::Settings &p_settings) {
	if (!SocketPoller::get_main()) {
		return; // The browser calls iteration() when it is time.
	}
	uint64_t due;
	do {
		sleep_for_turn(next_frame_at(p_settings));
		if (close_asked.load(std::memory_order_relaxed)) {
			return;
		}
		run_turn(p_settings);
		due = next_frame_at(p_settings);
	} while (OS::get_singleton()->get_ticks_usec() < due);
}

bool run_frame(const FrameClock::Settings &p_settings) {
	Engine *engine = Engine::get_singleton();
	const uint64_t began = OS::get_singleton()->get_ticks_usec();
	const FrameClock::Frame frame = program.clock.advance(began, p_settings);
	const NetworkTurn::Deliveries before = NetworkTurn::get_deliveries();
	NetworkTurn::clear_news();
	if (program.service) {
		program.service->poll();
	}
	Input::get_singleton()->flush_buffered_events();
	engine->set_process_step(frame.process_step);
	engine->set_physics_interpolation_fraction(frame.physics_fraction);
	bool quit = false;
	for (int i = 0; i < frame.physics_steps && !quit; i++) {
		engine->increment_physics_frames(); // The first step is number 1.
		engine->set_in_physics_frame(true);
		quit = program.loop->physics_process(frame.physics_step);
		MessageQueue::get_singleton()->flush();
		engine->set_in_physics_frame(false);
	}
	quit = program.loop->process(frame.process_step * p_settings.time_scale) || quit;
	MessageQueue::get_singleton()->flush();
	for (int i = 0; i < ScriptServer::get_language_count(); i++) {
		ScriptServer::get_language(i)->frame();
	}
	engine->increment_process_frames();
	program.frames++;
	const uint64_t ended = OS::get_singleton()->get_ticks_usec();
	const NetworkTurn::Deliveries &after = NetworkTurn::get_deliveries();
	program.pacer.note_frame(ended, ended - began + program.turn_usec, after.usec - before.usec, after.messages - before.messages);
	program.turn_usec = 0;
	return quit || (program.line.quit_after > 0 && program.frames >= uint64_t(program.line.quit_after));
}

Error make_development_certificate(const String &p_folder) {
	String report;
	const Error error = Ref<Crypto>(Crypto::create())->make_development_certificate(p_folder, report);
	if (error == OK) {
		print_line(report);
	} else {
		print_error("estragon: " + report);
	}
	return error;
}

} // namespace

static void end_for_absent(const String &p_message) {
	ERR_PRINT(p_message + " With --strict that ends the program.");
	flush_print();
	std::_Exit(1);
}

Main::Step Main::setup(int p_argc, const char *const *p_argv) {
	program.line = CommandLine::parse(arguments_of(p_argc, p_argv));
	CommandLine &line = program.line;
	OS *os = OS::get_singleton();
	switch (line.action) {
		case CommandLine::ACTION_FAIL:
			print_error("estragon: " + line.error + " See estragon --help.");
			return finish(2);
		case CommandLine::ACTION_HELP:
			print_line(CommandLine::get_help());
			return finish(0);
		case CommandLine::ACTION_VERSION:
			print_line(ESTRAGON_VERSION_FULL);
			return finish(0);
		default:
			break;
	}
	os->set_cmdline(String::utf8(p_argv[0]), line.args, line.user_args);
	os->set_verbose(line.verbose);
	set_print_verbose(line.verbose);
	setup_types();
	if ((!line.log_file.is_empty() || line.log_json) && LogOutput::start(line.log_file, line.log_json) != OK) {
		return finish(1);
	}
	if (line.action == CommandLine::ACTION_TEST) {
		ScriptServer::init_languages();
		program.scripts_running = true;
		return finish(test_with(line.test_args));
	}
	if (line.action == CommandLine::ACTION_DUMP_API) {
		return finish(dump_extension_api(line.api_file) == OK ? 0 : 1);
	}
	if (line.action == CommandLine::ACTION_MAKE_DEV_CERT) {
		return finish(make_development_certificate(line.certificate_folder) == OK ? 0 : 1);
	}
	if (open_project(line) != OK) {
		return finish(1);
	}
	if (line.strict) {
		KnownClasses::set_absent_handler(end_for_absent);
	}
	apply_settings(line);
	ScriptServer::set_showing_warnings(line.debug || line.action == CommandLine::ACTION_CHECK);
	ScriptServer::set_warnings_are_errors(line.warnings_as_errors);
	ScriptServer::init_languages();
	program.scripts_running = true;
	can_sleep.store(SocketPoller::get_main() != nullptr);
	return STEP_CONTINUE;
}

RunExport Main::run_export = nullptr;

static Error export_project(const ExportOrder &p_order) {
	ERR_FAIL_NULL_V_MSG(Main::run_export, ERR_UNAVAILABLE, "This build of Estragon runs on a target platform and cannot export. Use the one of your computer.");
	ERR_FAIL_COND_V_MSG(!ProjectSettings::get_singleton()->is_project_loaded(), ERR_FILE_NOT_FOUND, vformat("There is no project.godot in \"%s\" to export. Name the project's folder with --path DIR.", ProjectSettings::get_singleton()->get_resource_path()));
	return Main::run_export(p_order);
}

// What the command line asks for beside the loop.
static Error start_service(const CommandLine &p_line) {
	if (p_line.action == CommandLine::ACTION_SERVE) {
		ERR_FAIL_NULL_V_MSG(Service::serve_folder, ERR_UNAVAILABLE, "This build of Estragon cannot serve files.");
		program.service = Service::serve_folder(p_line.serve_folder, p_line.port);
		return program.service ? OK : FAILED;
	}
	if (!p_line.serve_ui) {
		return OK;
	}
	SceneTree *tree = Object::cast_to<SceneTree>(program.loop);
	ERR_FAIL_NULL_V_MSG(tree, ERR_INVALID_PARAMETER, "--serve-ui shows the controls of a scene; this script is a main loop without one.");
	ERR_FAIL_NULL_V_MSG(Service::show_controls, ERR_UNAVAILABLE, "This build of Estragon cannot serve pages.");
	program.service = Service::show_controls(tree, p_line.port);
	return program.service ? OK : FAILED;
}

Main::Step Main::start() {
	if (program.line.action == CommandLine::ACTION_CHECK) {
		return finish(check_scripts(program.line) == OK ? 0 : 1);
	}
	if (program.line.action == CommandLine::ACTION_EXAMINE) {
		return finish(examine_project(program.line) ? 0 : 1);
	}
	if (program.line.action == CommandLine::ACTION_EXPORT) {
		return finish(export_project(program.line.export_order) == OK ? 0 : 1);
	}
	if (program.line.action == CommandLine::ACTION_DISASSEMBLE) {
		return finish(disassemble_script(program.line) == OK ? 0 : 1);
	}
	add_formats_of_scripts();
	program.loop = program.line.action == CommandLine::ACTION_SERVE ? memnew(MainLoop) : create_main_loop(program.line);
	if (!program.loop || start_service(program.line) != OK) {
		return finish(1);
	}
	program.loop_lock = memnew(ObjectMethodLock(program.loop));
	program.loop->initialize();
	MessageQueue::get_singleton()->flush(); // What _ready() put off comes before the first frame.
	program.loop_initialized = true;
	program.clock.start(OS::get_singleton()->get_ticks_usec());
	return STEP_CONTINUE;
}

bool Main::iteration() {
	const FrameClock::Settings settings = clock_settings();
	flush_print(); // Whoever follows a server's output sees it before the server sleeps.
	// The first frame does not wait: scripts expect to be running at once.
	if (program.frames > 0) {
		run_turns(settings);
	}
	if (close_asked.exchange(false)) {
		EndGuard::enter(EndGuard::STAGE_CLOSING);
		if (program.loop->request_close()) {
			return true;
		}
		EndGuard::leave(); // The script refuses; it knows when to end.
	}
	if (pause_asked.load() != program.is_paused) {
		program.is_paused = !program.is_paused;
		program.loop->notify_application(program.is_paused ? MainLoop::NOTIFICATION_APPLICATION_PAUSED : MainLoop::NOTIFICATION_APPLICATION_RESUMED);
	}
	return run_frame(settings);
}

void Main::cleanup() {
	if (!program.types_registered) {
		return;
	}
	if (program.service) {
		memdelete(program.service);
		program.service = nullptr;
	}
	if (program.loop && program.loop_initialized) {
		EndGuard::enter(EndGuard::STAGE_CLOSING);
		program.loop->finalize();
	}
	join_script_threads();
	if (program.loop) {
		EndGuard::enter(EndGuard::STAGE_CLOSING);
		if (program.loop_initialized) {
			program.loop->release();
		}
		MessageQueue::get_singleton()->clear();
		OS::get_singleton()->set_main_loop(nullptr);
		memdelete(program.loop_lock);
		memdelete(program.loop);
		program.loop = nullptr;
	}
	ResourceLoader::drop_requests();
	ResourceLoader::remove_scripted_loaders();
	ResourceSaver::remove_scripted_savers();
	Logger::remove_all();
	if (program.scripts_running) {
		ScriptServer::finish_languages();
	}
	uninitialize_modules(MODULE_INITIALIZATION_LEVEL_SCENE);
	unregister_scene_types();
	uninitialize_modules(MODULE_INITIALIZATION_LEVEL_SERVERS);
	uninitialize_modules(MODULE_INITIALIZATION_LEVEL_CORE);
	KnownClasses::free_singletons();
	KnownFacts::set_source(nullptr);
	LogOutput::stop();
	memdelete(program.settings);
	memdelete(program.engine);
	unregister_core_types();
	can_sleep.store(false);
	SocketPoller::destroy_main();
	EndGuard::leave();
	program.types_registered = false;
}

void Main::request_close() {
	close_asked.store(true);
	wake_main_loop();
	EndGuard::begin();
}

bool Main::is_close_requested() {
	return close_asked.load(std::memory_order_relaxed);
}

void Main::request_pause(bool p_paused) {
	pause_asked.store(p_paused);
	wake_main_loop();
}
