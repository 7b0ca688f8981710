// The random half of register_utility_math().
#pragma once

void register_utility_random();
