// Which resources a deep copy of a container copies as well.
#pragma once

// Values of Resource.DeepDuplicateMode of the scripting API.
enum ResourceDeepDuplicateMode {
	RESOURCE_DEEP_DUPLICATE_NONE, // Resources stay shared.
	RESOURCE_DEEP_DUPLICATE_INTERNAL, // Those without a file of their own are copied.
	RESOURCE_DEEP_DUPLICATE_ALL,
	RESOURCE_DEEP_DUPLICATE_MAX,
};
