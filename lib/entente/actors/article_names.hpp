// What an article itself says about its names, which overrides the lexicon: abbreviations that it defines, and
// possessives without an apostrophe.
#pragma once

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

// "the National Telecommunications Commission (NTC)": NTC is that commission, not another body with the same initials.
// "Scottish Environment Protection Agency … Sepa": Sepa is not a person. "Irans courts" in an article that names Iran:
// the country.
MentionDrafts with_article_names(const Layers& layers, MentionDrafts mentions);

}  // namespace entente
