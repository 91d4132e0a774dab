// Names as lists of folded words, and the comparisons that decide whether two names may be the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

using NameKey = std::vector<std::string>;

// The words of the name, folded, without hyphens, dots and possessive marks: "Ursula von der Leyen" → ursula von der
// leyen; "centre" is "center", "&" is "and".
NameKey key_of(const Layers& layers, Span name);
// The same without particles at the beginning and suffixes at the end: "al-Assad" → assad; "King Jr." → king.
NameKey person_key_of(const Layers& layers, Span name);
// Whether `part` is a run of consecutive words of `whole`.
bool is_run_of(const NameKey& part, const NameKey& whole);
bool is_prefix_of(const NameKey& part, const NameKey& whole);
bool is_suffix_of(const NameKey& part, const NameKey& whole);
// The Levenshtein distance of a and b in bytes; limit + 1 if it is larger, or if a word has over 40 bytes.
int levenshtein_up_to(std::string_view a, std::string_view b, int limit);
// Whether b may be a misspelling of a: one letter differs in a word of four or more, two in one of eight or more.
bool is_misspelling(std::string_view a, std::string_view b);
// "NATO": at most ten letters, two of them capitals.
bool is_abbreviation(std::string_view form);
// "European Union" → "eu", "U.S. Non-Aligned Bishops" → "usnab"; lower-case words count only if `with_small` is set.
std::string initials(const Layers& layers, Span name, bool with_small);
std::string joined(const NameKey& key);

}  // namespace entente
