// Finds the names of the lexicon in the text.
#pragma once

#include <vector>

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

// A name of the lexicon in the text, with the sense that its position in the sentence requires.
struct Sighting {
  Span tokens;
  EntryId entry = None;
  EntryId city = None;  // of a capital
  UseForm form = UseForm::Name;
  Trust trust = Trust::Sure;
};

// In text order, without overlaps. Names with Trust::AfterAnother are included only after an earlier mention of the
// same actor; names with Trust::IfTagged only where the tagger finds a name too, or where the text has the name
// elsewhere.
std::vector<Sighting> find_known_names(const Layers& layers);

}  // namespace entente
