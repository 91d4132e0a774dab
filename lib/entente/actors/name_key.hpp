// Names as lists of folded words, and what it takes for two of them to be the same.
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
// The same without leading particles and suffixes: "al-Assad" → assad; "King Jr." → king.
NameKey person_key_of(const Layers& layers, Span name);
// Whether `part` is a run of consecutive words of `whole`.
bool is_run_of(const NameKey& part, const NameKey& whole);
bool is_prefix_of(const NameKey& part, const NameKey& whole);
bool is_suffix_of(const NameKey& part, const NameKey& whole);
// How many letters must be put in, left out or changed to make b of a (Levenshtein); counts up to limit + 1.
int levenshtein_up_to(std::string_view a, std::string_view b, int limit);
// Whether b may be a slip of the pen for a: one letter in a word of four or more, two in one of eight or more.
bool is_misspelling(std::string_view a, std::string_view b);
// "NATO": at most ten letters, two of them capitals.
bool is_abbreviation(std::string_view form);
// "European Union" → "eu", "U.S. Non-Aligned Bishops" → "usnab"; small words count only where `with_small` is set.
std::string initials(const Layers& layers, Span name, bool with_small);
std::string joined(const NameKey& key);

}  // namespace entente
