// A notation for annotated sentences, so that a test of tags, trees or names is one readable line:
//
//   [PER Xi/PROPN:2:nsubj ] visited/visit/VBD:0:root [LOC Moscow/PROPN:2:obj ] ./PUNCT:2:punct
//
// A token is FORM[/LEMMA]/TAG[|FEATURES]:HEAD:RELATION, with heads counted from 1 and 0 for the root, as in CoNLL-U.
// - TAG is a universal tag (NOUN), or a tag of the Penn Treebank that also tells the features: NN NNS NNP NNPS
//   VB VBD VBG VBN VBP VBZ MD JJ JJR JJS RB RBR RBS CD. `arrested/arrest/VBN|Voice=Pass:0:root` is a passive.
// - LEMMA may be left out where it is the form (PROPN) or the form in small letters. Pronouns, auxiliaries, articles
//   and "n't" know their lemma and features.
// - A line is a sentence; an empty line begins a new paragraph. Spaces are written where English writes them: none
//   before ",", "'s" or "n't". A token that begins with "~" stands without a space too ("cross ~- ~border").
// - [PER … ] around tokens is a name: PER ORG LOC COUNTRY NAT GROUP EVENT WORK OTHER.
// - show_notation() of the library prints such lines.
#pragma once

#include <string>
#include <string_view>

#include <entente/names/names.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::test {

struct Annotated {
  Document document;
  Tagging tagging;
  Syntax syntax;
  Names names;
};

// Throws std::invalid_argument that quotes the token that cannot be read. The enhanced edges are those that
// enhance() adds.
Annotated annotate(std::string_view notation);

// The token of that form; the n-th, counted from 1. Throws std::invalid_argument where there is none.
TokenId token(const Document& document, std::string_view form, int n = 1);

// Every sentence in the notation without names, one a line.
std::string notation_of(const Annotated& all);
// The names as "PER Xi Jinping, LOC Moscow".
std::string names_of(const Annotated& all);

}  // namespace entente::test
