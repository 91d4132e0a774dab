// What an article itself says of its names, whatever the lexicon knows by them: the abbreviations that it defines, and
// possessives that have lost their apostrophe.
#pragma once

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

// "the National Telecommunications Commission (NTC)": NTC is no other body of these letters. "Scottish Environment
// Protection Agency … Sepa": no person. "Irans courts" in an article that names Iran: the country.
MentionDrafts with_article_names(const Layers& layers, MentionDrafts mentions);

}  // namespace entente
