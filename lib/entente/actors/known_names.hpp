// Names that the lexicon knows, where they stand in the text.
#pragma once

#include <vector>

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

// A phrase of the lexicon in the text, with the reading that its place in the sentence asks for.
struct Sighting {
  Span tokens;
  EntryId entry = None;
  EntryId city = None;  // of a capital
  UseForm form = UseForm::Name;
  Trust trust = Trust::Sure;
};

// In text order, never overlapping. Names that count only after another name of the same are there where they count;
// those that need the tagger's word where it names something there or the text names the same elsewhere.
std::vector<Sighting> find_known_names(const Layers& layers);

}  // namespace entente
