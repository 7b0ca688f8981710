// How content fits into windows, and the limits of their size.
#pragma once

#include "core/scene/main/scene_tree.h"
#include "core/scene/main/window.h"
#include "tests/test_macros.h"

namespace TestWindow {

// How a viewport of 640 by 400 units fits into windows of other shapes.
struct FitCase {
	WindowStretch::Mode mode;
	WindowStretch::Aspect aspect;
	Vector2i window;
	Vector2 visible;
	Vector2 scale;
	Vector2 margin;
};

TEST_CASE("[Window] What a viewport shows follows from the shape of its window") {
	using enum WindowStretch::Mode;
	using enum WindowStretch::Aspect;
	const FitCase cases[] = {
		{ CONTENT_SCALE_MODE_DISABLED, CONTENT_SCALE_ASPECT_KEEP, { 1000, 300 }, { 1000, 300 }, { 1, 1 }, {} },
		{ CONTENT_SCALE_MODE_CANVAS_ITEMS, CONTENT_SCALE_ASPECT_IGNORE, { 1000, 300 }, { 640, 400 }, { 1.5625, 0.75 }, {} },
		{ CONTENT_SCALE_MODE_CANVAS_ITEMS, CONTENT_SCALE_ASPECT_KEEP, { 1000, 300 }, { 640, 400 }, { 0.75, 0.75 }, { 260, 0 } },
		{ CONTENT_SCALE_MODE_CANVAS_ITEMS, CONTENT_SCALE_ASPECT_KEEP, { 300, 1000 }, { 640, 400 }, { 0.46875, 0.4675 }, { 0, 407 } },
		{ CONTENT_SCALE_MODE_CANVAS_ITEMS, CONTENT_SCALE_ASPECT_KEEP_WIDTH, { 300, 1000 }, { 640, 2133 }, { 0.46875, 1000 / 2133.0 }, {} },
		{ CONTENT_SCALE_MODE_CANVAS_ITEMS, CONTENT_SCALE_ASPECT_KEEP_WIDTH, { 1000, 300 }, { 640, 400 }, { 0.75, 0.75 }, { 260, 0 } },
		{ CONTENT_SCALE_MODE_CANVAS_ITEMS, CONTENT_SCALE_ASPECT_KEEP_HEIGHT, { 1000, 300 }, { 1333, 400 }, { 1000 / 1333.0, 0.75 }, {} },
		{ CONTENT_SCALE_MODE_VIEWPORT, CONTENT_SCALE_ASPECT_EXPAND, { 64, 64 }, { 640, 640 }, { 0.1, 0.1 }, {} },
	};
	for (const FitCase &item : cases) {
		WindowStretch stretch;
		stretch.mode = item.mode;
		stretch.aspect = item.aspect;
		stretch.base = Vector2i(640, 400);
		const WindowStretch::Fit fit = stretch.fit(item.window);
		INFO(item.mode, " ", item.aspect, " ", item.window.x);
		CHECK(fit.visible == item.visible);
		CHECK(fit.scale.is_equal_approx(item.scale));
		CHECK(fit.margin == item.margin);
	}
}

TEST_CASE("[Window] Content is scaled by whole numbers, and by a factor; without a size of its own it is not") {
	WindowStretch stretch;
	stretch.mode = WindowStretch::CONTENT_SCALE_MODE_CANVAS_ITEMS;
	stretch.aspect = WindowStretch::CONTENT_SCALE_ASPECT_KEEP;
	stretch.stretch = WindowStretch::CONTENT_SCALE_STRETCH_INTEGER;
	stretch.base = Vector2i(320, 200);
	stretch.factor = 2;
	const WindowStretch::Fit fit = stretch.fit(Vector2i(1279, 799));
	CHECK(fit.visible == Vector2(160, 100));
	CHECK(fit.scale == Vector2(6, 6));
	CHECK(fit.margin == Vector2(160, 100));
	stretch.base = Vector2i(320, 0);
	CHECK(stretch.fit(Vector2i(64, 64)).visible == Vector2(32, 32));
	stretch.base = Vector2i(1, INT32_MAX);
	stretch.aspect = WindowStretch::CONTENT_SCALE_ASPECT_EXPAND;
	CHECK(stretch.fit(Vector2i(INT32_MAX, 1)).visible.y > 0); // Nothing overflows.
	CHECK(stretch.fit(Vector2i()).visible.x > 0);
}

TEST_CASE("[Window] Limits hold whenever they change; the root of a running tree is not smaller than 64 pixels") {
	SceneTree *tree = memnew(SceneTree);
	Window *root = tree->get_root();
	tree->initialize();
	CHECK(root->get_size() == Vector2i(64, 64));
	root->set_size(Vector2i(100, -10));
	CHECK(root->get_size() == Vector2i(100, 64));
	root->set_min_size(Vector2i(200, 150));
	CHECK(root->get_size() == Vector2i(200, 150));
	root->set_max_size(Vector2i(300, 300));
	root->set_size(Vector2i(1000, 1000));
	CHECK(root->get_size() == Vector2i(300, 300));
	root->set_max_size(Vector2i(100, 100)); // Less than the least: no limit.
	root->set_size(Vector2i(1000, 1000));
	CHECK(root->get_size() == Vector2i(1000, 1000));
	root->set_min_size(Vector2i(-1, 5));
	CHECK(root->get_min_size() == Vector2i(0, 5));
	CHECK(root->get_size() == Vector2i(100, 100));
	tree->finalize();
	memdelete(tree);
}

} // namespace TestWindow
