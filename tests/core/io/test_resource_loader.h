// Tests of core/io/resource_loader.h and resource_saver.h: who loads what, and the cache modes.
#pragma once

#include "core/io/resource_loader.h"
#include "core/io/resource_saver.h"
#include "core/os/os.h"
#include "core/os/semaphore.h"
#include "tests/test_macros.h"

#include <atomic>

namespace TestResourceLoader {

// "Loads" files that need not exist: the resource's name says how often it was asked.
class TestFormatLoader : public ResourceFormatLoader {
	GDCLASS(TestFormatLoader, ResourceFormatLoader);

public:
	std::atomic<int> loads{ 0 };
	const Semaphore *gate = nullptr; // What "gated" files wait for.

	Ref<Resource> load(const String &p_path, const String &p_original_path, Error *r_error, bool p_use_sub_threads, float *r_progress, CacheMode p_cache_mode) override {
		loads++;
		if (gate && p_path.contains("gated")) {
			gate->wait();
		}
		Ref<Resource> resource;
		if (p_path.contains("broken")) {
			*r_error = ERR_FILE_CORRUPT;
			return resource;
		}
		resource.instantiate();
		resource->set_name(itos(loads));
		return resource;
	}
	void get_recognized_extensions(LocalVector<String> *p_extensions) const override { p_extensions->push_back("testformat"); }
	bool handles_type(const String &p_type) const override { return p_type == "Resource"; }
	String get_resource_type(const String &p_path) const override { return "Resource"; }
	bool exists(const String &p_path) const override { return !p_path.contains("absent"); }
};

struct Registered {
	Ref<TestFormatLoader> loader;
	Registered() {
		loader.instantiate();
		ResourceLoader::add_resource_format_loader(loader);
	}
	~Registered() { ResourceLoader::remove_resource_format_loader(loader); }
};

TEST_CASE("[IO][ResourceLoader] A resource is loaded once while somebody holds it") {
	Registered registered;
	const Ref<Resource> first = ResourceLoader::load("res://a.testformat");
	REQUIRE(first.is_valid());
	CHECK_EQ(first->get_path(), String("res://a.testformat"));
	CHECK(ResourceLoader::load("a.testformat") == first);
	CHECK(ResourceLoader::load("res://b/../a.testformat") == first);
	CHECK_EQ(registered.loader->loads.load(), 1);
	CHECK(ResourceLoader::has_cached("res://a.testformat"));
}

TEST_CASE("[IO][ResourceLoader] IGNORE leaves the cache alone, REPLACE refills what is there") {
	Registered registered;
	const Ref<Resource> first = ResourceLoader::load("res://c.testformat");
	first->set_meta("kept", 1);
	const Ref<Resource> other = ResourceLoader::load("res://c.testformat", "", ResourceFormatLoader::CACHE_MODE_IGNORE);
	CHECK(other != first);
	CHECK_EQ(other->get_path(), String("res://c.testformat"));
	CHECK(ResourceLoader::get_cached_ref("res://c.testformat") == first);
	const Ref<Resource> replaced = ResourceLoader::load("res://c.testformat", "", ResourceFormatLoader::CACHE_MODE_REPLACE);
	CHECK(replaced == first);
	CHECK_EQ(first->get_name(), String("3"));
	CHECK(first->has_meta("kept"));
}

TEST_CASE("[IO][ResourceLoader] Failures say why") {
	Registered registered;
	ExpectErrors quiet;
	Error error = OK;
	CHECK(ResourceLoader::load("", "", ResourceFormatLoader::CACHE_MODE_REUSE, &error).is_null());
	CHECK_EQ(error, ERR_INVALID_PARAMETER);
	CHECK(ResourceLoader::load("res://broken.testformat", "", ResourceFormatLoader::CACHE_MODE_REUSE, &error).is_null());
	CHECK_EQ(error, ERR_FILE_CORRUPT);
	CHECK(ResourceLoader::load("res://no_such_file.unknownformat", "", ResourceFormatLoader::CACHE_MODE_REUSE, &error).is_null());
	CHECK_EQ(error, ERR_FILE_NOT_FOUND);
	CHECK(ResourceLoader::load("res://a.testformat", "PackedScene").is_null());
}

TEST_CASE("[IO][ResourceLoader] What exists is asked of the format") {
	Registered registered;
	CHECK(ResourceLoader::exists("res://d.testformat"));
	CHECK_FALSE(ResourceLoader::exists("res://absent.testformat"));
	CHECK_FALSE(ResourceLoader::exists("res://d.unknownformat"));
	LocalVector<String> extensions;
	ResourceLoader::get_recognized_extensions_for_type("Resource", &extensions);
	CHECK(extensions.has("testformat"));
}

TEST_CASE("[IO][ResourceLoader] A requested resource can be taken once") {
	Registered registered;
	CHECK_EQ(ResourceLoader::load_threaded_get_status("res://e.testformat"), ResourceLoader::THREAD_LOAD_INVALID_RESOURCE);
	CHECK_EQ(ResourceLoader::load_threaded_request("res://e.testformat"), OK);
	float progress = 0.0f;
	while (ResourceLoader::load_threaded_get_status("res://e.testformat", &progress) == ResourceLoader::THREAD_LOAD_IN_PROGRESS) {
		CHECK(progress < 1.0f);
		OS::get_singleton()->delay_usec(100);
	}
	CHECK_EQ(ResourceLoader::load_threaded_get_status("res://e.testformat", &progress), ResourceLoader::THREAD_LOAD_LOADED);
	CHECK_EQ(progress, 1.0f);
	CHECK(ResourceLoader::load_threaded_get("res://e.testformat").is_valid());
	ExpectErrors quiet;
	CHECK(ResourceLoader::load_threaded_get("res://e.testformat").is_null());
	CHECK_EQ(ResourceLoader::load_threaded_request("res://broken.testformat"), OK);
	Error error = OK;
	CHECK(ResourceLoader::load_threaded_get("res://broken.testformat", &error).is_null());
	CHECK_EQ(error, ERR_FILE_CORRUPT);
}

TEST_CASE("[IO][ResourceLoader][Threads] Requests and loads of one path at the same time are one task") {
	Registered registered;
	Semaphore gate;
	registered.loader->gate = &gate;
	CHECK_EQ(ResourceLoader::load_threaded_request("res://gated.testformat"), OK);
	CHECK_EQ(ResourceLoader::load_threaded_request("res://gated.testformat"), OK);
	CHECK_EQ(ResourceLoader::load_threaded_get_status("res://gated.testformat"), ResourceLoader::THREAD_LOAD_IN_PROGRESS);
	gate.post();
	const Ref<Resource> joined = ResourceLoader::load("res://gated.testformat");
	CHECK(joined.is_valid());
	CHECK(ResourceLoader::load_threaded_get("res://gated.testformat") == joined);
	CHECK(ResourceLoader::load_threaded_get("res://gated.testformat") == joined);
	CHECK_EQ(registered.loader->loads.load(), 1);
	CHECK_EQ(ResourceLoader::load_threaded_get_status("res://gated.testformat"), ResourceLoader::THREAD_LOAD_INVALID_RESOURCE);
}

TEST_CASE("[IO][ResourceSaver] Null, pathless and unknown are refused") {
	ExpectErrors quiet;
	Ref<Resource> resource;
	CHECK_EQ(ResourceSaver::save(resource, "user://x.tres"), ERR_INVALID_PARAMETER);
	resource.instantiate();
	CHECK_EQ(ResourceSaver::save(resource), ERR_INVALID_PARAMETER);
	CHECK_EQ(ResourceSaver::save(resource, "user://x.unknownformat"), ERR_FILE_UNRECOGNIZED);
}

} // namespace TestResourceLoader
