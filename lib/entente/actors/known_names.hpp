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

// In text order, never overlapping. Names that need an earlier mention of the same actor are included only after one;
// names that need the tagger only where it finds a name there, or where the text names the same elsewhere.
std::vector<Sighting> find_known_names(const Layers& layers);

}  // namespace entente
