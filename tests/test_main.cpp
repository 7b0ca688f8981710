// The doctest runner inside the engine binary.
#define DOCTEST_CONFIG_IMPLEMENT
#include "core/object/graveyard.h"
#include "tests/test_macros.h"
#include "tests/test_runner.h"

// Between test cases no frame holds an object, as between the turns of the main loop.
struct SafePoints : public doctest::IReporter {
	explicit SafePoints(const doctest::ContextOptions &) {}
	void test_case_start(const doctest::TestCaseData &) override { Graveyard::safe_point(); }
	void test_case_end(const doctest::CurrentTestCaseStats &) override { Graveyard::safe_point(); }
	void report_query(const doctest::QueryData &) override {}
	void test_run_start() override {}
	void test_run_end(const doctest::TestRunStats &) override {}
	void test_case_reenter(const doctest::TestCaseData &) override {}
	void test_case_exception(const doctest::TestCaseException &) override {}
	void subcase_start(const doctest::SubcaseSignature &) override {}
	void subcase_end() override {}
	void log_assert(const doctest::AssertData &) override {}
	void log_message(const doctest::MessageData &) override {}
	void test_case_skipped(const doctest::TestCaseData &) override {}
};
REGISTER_LISTENER("safe_points", 1, SafePoints);

int run_tests(int p_argc, const char *const *p_argv) {
	doctest::Context context;
	context.applyCommandLine(p_argc, p_argv);
	return context.run();
}
