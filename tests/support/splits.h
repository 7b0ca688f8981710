// Every way in which a stream may cut an input: for parsers that must not care.
#pragma once

#include <string>
#include <vector>

namespace TestSplits {

// What a test feeds: the input cut into pieces.
using Pieces = std::vector<std::string>;

// Calls p_check with the input whole, byte by byte, and cut in two at every place.
template <typename Check>
void for_each_split(const std::string &p_input, Check p_check) {
	p_check(Pieces{ p_input });
	Pieces single;
	for (char byte : p_input) {
		single.push_back(std::string(1, byte));
	}
	p_check(single);
	for (size_t at = 1; at < p_input.size(); at++) {
		p_check(Pieces{ p_input.substr(0, at), p_input.substr(at) });
	}
}

} // namespace TestSplits
