// What the rules for enhanced edges ask about a sentence: its tree, the edges that have been added, its words and tags.
// Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <entente/base/one_of.hpp>
#include <entente/syntax/control_lexicon.hpp>
#include <entente/syntax/enhanced_graph.hpp>
#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

// How many edges one token passes on to another. Bounds the work for hostile texts, in which thousands of conjuncts
// share thousands of arguments.
inline constexpr std::size_t MaxPassedOn = 8;

// A set of up to MaxPassedOn tokens, in the order of insertion, without memory from the heap.
class TokenList {
 public:
  // Adds a token, unless it is in the list or the list is full.
  void push(TokenId t) {
    if (size_ < MaxPassedOn && std::find(begin(), end(), t) == end()) {
      tokens_[size_++] = t;
    }
  }
  bool empty() const { return size_ == 0; }
  const TokenId* begin() const { return tokens_.data(); }
  const TokenId* end() const { return tokens_.data() + size_; }

 private:
  std::array<TokenId, MaxPassedOn> tokens_{};
  std::size_t size_ = 0;
};

// A nominal or clausal subject, or an expletive.
inline bool is_any_subject(Deprel d) {
  return is_subject(d) || d == Deprel::NsubjOuter || d == Deprel::Csubj || d == Deprel::CsubjPass ||
         d == Deprel::CsubjOuter || d == Deprel::Expl;
}

// A sentence view with the graph of enhanced edges. Edges are added from the root downwards; queries see those that
// have been added so far.
class Clauses : public SentenceView {
 public:
  Clauses(const Document& d, const Tagging& t, const Syntax& s)
      : SentenceView(d, t, s), graph_(s), resolved_(s.heads.size()) {}

  const EnhancedGraph& graph() const { return graph_; }
  const ControlLexicon& control() const { return control_; }

  // Whether t has a subject in the graph.
  bool has_own_subject(TokenId t) const {
    bool found = false;
    graph_.each_dependent(t, [&](Dependent d) { found = found || is_any_subject(d.deprel); });
    return found;
  }

  // The subjects of t in the graph, with the antecedent in place of a relative pronoun.
  TokenList subjects(TokenId t) const {
    TokenList found;
    graph_.each_dependent(t, [&](Dependent d) {
      if (is_subject(d.deprel) && !is_resolved_pronoun(d.token)) {
        found.push(d.token);
      }
    });
    return found;
  }

  // The direct objects of t in the graph, likewise.
  TokenList objects(TokenId t) const {
    TokenList found;
    graph_.each_dependent(t, [&](Dependent d) {
      if (d.deprel == Deprel::Obj && !is_resolved_pronoun(d.token)) {
        found.push(d.token);
      }
    });
    return found;
  }

  // Whether t has a direct object or a complement clause in the graph.
  bool has_object(TokenId t) const {
    bool found = false;
    graph_.each_dependent(t, [&](Dependent d) {
      found = found || d.deprel == Deprel::Obj || d.deprel == Deprel::Ccomp || d.deprel == Deprel::Xcomp;
    });
    return found;
  }

  // Whether the word may introduce a relative clause: a pronoun, a relative adverb or determiner.
  bool is_relative_word(TokenId t) const {
    const std::string_view word = lemma(t);
    if (upos(t) == Upos::Pron) {
      return is_one_of(word, {"who", "whom", "which", "whose"}) ||
             (word == "that" && features(t).pron_type != PronType::Demonstrative);
    }
    return (upos(t) == Upos::Adv && is_one_of(word, {"where", "when"})) ||
           (upos(t) == Upos::Det && is_one_of(word, {"which", "whose"}));
  }

  // Whether t is a relative pronoun whose antecedent has taken its role.
  bool is_resolved_pronoun(TokenId t) const { return resolved_[t]; }

  bool is_passive(TokenId t) const {
    return features(t).passive || has_child(t, Deprel::AuxPass) || has_child(t, Deprel::NsubjPass);
  }

  bool is_infinitive(TokenId t) const {
    return features(t).verb_form == VerbForm::Infinitive || marker(t, Deprel::Mark) == "to";
  }

  bool is_participle(TokenId t) const {
    return features(t).verb_form == VerbForm::Participle || features(t).verb_form == VerbForm::Gerund;
  }

  // The lemma of the first Case or Mark (`deprel`) of t; empty where there is none.
  std::string_view marker(TokenId t, Deprel deprel) const {
    const TokenId child = graph_.child(t, deprel);
    return child == None ? std::string_view{} : lemma(child);
  }

  // Whether the lemma of t has that rule in the lexicon.
  bool is_listed(ControlRule rule, TokenId t) const { return control_.has(rule, lemma(t)); }

  // Adds subjects to t, passive ones if t is passive.
  void add_subjects(TokenId t, const TokenList& found) {
    add_arguments(t, found, is_passive(t) ? Deprel::NsubjPass : Deprel::Nsubj);
  }

  bool is_predicate(TokenId t) const {
    return upos(t) == Upos::Verb || upos(t) == Upos::Aux || has_child(t, Deprel::Cop);
  }

  // Whether t has a subject in the tree, without the edges that were added.
  bool has_basic_subject(TokenId t) const {
    const std::span<const TokenId> children = graph_.children(t);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) { return is_any_subject(syntax.deprels[c]); });
  }

  // The word and, if `clause` is its relative clause, the conjuncts before that: "who met" in "Xi and Putin, who met"
  // is about both.
  TokenList with_conjuncts(TokenId first, TokenId clause) const {
    TokenList found;
    found.push(first);
    for (const TokenId child : graph_.children(first)) {
      if (syntax.deprels[child] == Deprel::Conj && child < clause && syntax.deprels[clause] == Deprel::AclRelcl &&
          syntax.heads[clause] == first) {
        found.push(child);
      }
    }
    return found;
  }

  // Notes that the antecedent of the relative pronoun has taken its role.
  void mark_resolved(TokenId pronoun) { resolved_[pronoun] = true; }

  void add(TokenId head, TokenId dependent, Deprel deprel) { graph_.add(head, dependent, deprel); }

  void add_arguments(TokenId verb, const TokenList& arguments, Deprel role) {
    for (const TokenId a : arguments) {
      graph_.add(verb, a, role);
    }
  }

 private:
  const ControlLexicon& control_ = ControlLexicon::shared();
  EnhancedGraph graph_;
  std::vector<bool> resolved_;  // relative pronouns whose antecedent was found
};

}  // namespace entente
