#include <array>
#include <cstddef>

#include <entente/syntax/clause_rules.hpp>

namespace entente::inline v0_1 {

namespace {

// Passes the arguments of the first conjunct on to a later one.
class Conjuncts {
 public:
  explicit Conjuncts(Clauses& clauses) : c_(clauses) {}

  void share(TokenId first, TokenId t) {
    const bool nominal =
        c_.has_child(first, Deprel::Cop) && !c_.is_predicate(t);  // "is an ally of Xi and a friend of Iran"
    const bool adjective = c_.upos(t) == Upos::Adj && c_.is_predicate(first);
    if (!nominal && !adjective && !(c_.is_predicate(t) && (c_.is_predicate(first) || c_.upos(first) == Upos::Adj))) {
      return;
    }
    if (c_.has_own_subject(t) || c_.features(t).mood == Mood::Imperative) {
      return;
    }
    share_auxiliaries(first, t);
    c_.add_subjects(t, c_.subjects(first));
    if (c_.upos(t) == Upos::Verb) {
      share_objects(first, t);
    }
  }

 private:
  // "Xi will visit Moscow and meet Putin", "Xi did not call or write": a conjunct of the same form without auxiliaries
  // of its own shares those of the first, and their negation.
  void share_auxiliaries(TokenId first, TokenId t) {
    if (c_.has_child(t, Deprel::Aux) || c_.has_child(t, Deprel::AuxPass) || c_.has_child(t, Deprel::Cop) ||
        c_.has_child(t, Deprel::Mark) || c_.features(t).verb_form != c_.features(first).verb_form ||
        c_.features(t).tense != c_.features(first).tense || c_.features(t).verb_form == VerbForm::Finite) {
      return;
    }
    TokenList shared;
    c_.graph().each_dependent(first, [&](Dependent d) {
      if (d.token < t && (d.deprel == Deprel::Aux || d.deprel == Deprel::AuxPass)) {
        shared.push(d.token);
      }
    });
    if (shared.empty()) {
      return;
    }
    c_.graph().each_dependent(first, [&](Dependent d) {
      if (d.token < t && d.deprel == Deprel::Advmod && c_.features(d.token).negative) {
        shared.push(d.token);
      }
    });
    for (const TokenId word : shared) {
      c_.add(t, word, c_.deprel(word));
    }
  }

  // "Russia attacked and occupied Mariupol in May": an object or oblique of the first conjunct that stands after the
  // other one belongs to both.
  void share_objects(TokenId first, TokenId t) {
    const bool takes_object = !c_.has_object(t) && !c_.is_passive(t);
    std::array<Dependent, MaxPassedOn> shared;
    std::size_t count = 0;
    c_.graph().each_dependent(first, [&](Dependent d) {
      const bool object = d.deprel == Deprel::Obj && takes_object && (d.token > t || is_gap(first, d.token));
      const bool oblique = is_oblique(d.deprel) && d.token > t && !is_passive_agent_of_active(d, t);
      if ((object || oblique) && count < shared.size()) {
        shared[count++] = d;
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      c_.add(t, shared[i].token, shared[i].deprel);
    }
  }

  bool is_passive_agent_of_active(Dependent d, TokenId t) const {
    return d.deprel == Deprel::OblAgent && !c_.is_passive(t);
  }

  // Whether the object stands before its verb because it is the antecedent of the clause, or its relative pronoun.
  bool is_gap(TokenId verb, TokenId object) const {
    return object < verb && (c_.is_relative_word(object) || c_.head(object) != verb);
  }

  Clauses& c_;
};

}  // namespace

void share_arguments(Clauses& clauses, TokenId first, TokenId t) { Conjuncts(clauses).share(first, t); }

}  // namespace entente
