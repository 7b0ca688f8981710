// What is written into .tres and .tscn files, and what is refused.
#pragma once

#include "core/scene/resources/text_resource_writer.h"
#include "tests/test_macros.h"

namespace TestTextResourceWriter {

inline Ref<Resource> holding(const Variant &p_value) {
	Ref<Resource> resource;
	resource.instantiate();
	resource->set_meta("held", p_value);
	return resource;
}

TEST_CASE("[Scene][TextResourceWriter] Resources in a circle are refused; the same one twice is not") {
	const Ref<Resource> leaf = holding(1);
	String text;
	CHECK_EQ(TextResourceWriter("res://x.tres", false).write(holding(Array({ leaf, leaf })), text), OK);
	CHECK_EQ(text.count("[sub_resource"), 1);

	const Ref<Resource> first = holding(Variant());
	const Ref<Resource> second = holding(Array({ first }));
	first->set_meta("held", second);
	{
		ExpectErrors quiet;
		CHECK_EQ(TextResourceWriter("res://x.tres", false).write(first, text), ERR_CYCLIC_LINK); // Back to the file's own resource.
		CHECK_EQ(TextResourceWriter("res://x.tres", false).write(holding(first), text), ERR_CYCLIC_LINK);
	}
	first->remove_meta("held");
}

TEST_CASE("[Scene][TextResourceWriter] An array that contains itself is refused") {
	Array array;
	array.push_back(array);
	String text;
	{
		ExpectErrors quiet;
		CHECK_EQ(TextResourceWriter("res://x.tres", false).write(holding(array), text), ERR_CYCLIC_LINK);
	}
	array.clear();
}

TEST_CASE("[Scene][TextResourceWriter] What is nested too deeply is refused, not left out") {
	Variant value = 1;
	for (int i = 0; i < 200; i++) {
		value = Array({ value });
	}
	String text;
	ExpectErrors quiet;
	CHECK_EQ(TextResourceWriter("res://x.tres", false).write(holding(value), text), ERR_INVALID_DATA);
}

} // namespace TestTextResourceWriter
