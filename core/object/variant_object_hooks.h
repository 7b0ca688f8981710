// Teaches the variant layer about objects.
#pragma once

// Once, before the first Variant holds an object.
void install_object_hooks();
