// Which of many names was probably meant by one that does not exist.
#pragma once

#include "core/string/ustring.h"

// Keeps the nearest of the names it is offered: the one that the fewest changed, missing, surplus or swapped letters lead to. Too many are
// no resemblance; among equals the first counts.
class NearName {
	String wanted;
	String best;
	int best_distance; // Twice the letters that differ; one that only differs by its case counts half.

public:
	explicit NearName(const String &p_wanted);
	void offer(const String &p_candidate);
	const String &get() const { return best; } // Empty: nothing resembles it.
	// " Did you mean "x"?" to put behind a message, or nothing.
	String get_question() const;

	// As above: two for each letter, one where only the case differs; p_limit + 1 for anything beyond p_limit.
	static int distance(const String &p_a, const String &p_b, int p_limit);
};
