#include <span>
#include <string_view>

#include <entente/syntax/clause_rules.hpp>

namespace entente::inline v0_1 {

namespace {

// Determines who performs the action of a clause that has no subject of its own.
class Control {
 public:
  explicit Control(Clauses& clauses) : c_(clauses) {}

  void complete_xcomp(TokenId governor, TokenId t) {
    if (c_.upos(governor) == Upos::Adj && c_.is_listed(ControlRule::Tough, governor) && c_.upos(t) == Upos::Verb &&
        !c_.has_object(t)) {
      c_.add_arguments(t, c_.subjects(governor), Deprel::Obj);
      return;
    }
    if (!c_.has_own_subject(t)) {
      c_.add_subjects(t, controllers(governor));
    }
  }

  void complete_acl(TokenId noun, TokenId t) {
    if (c_.has_own_subject(t) || c_.upos(t) != Upos::Verb) {
      return;
    }
    if (c_.is_participle(t) && !c_.has_child(t, Deprel::Mark) && !c_.has_child(t, Deprel::Case)) {
      c_.add_subjects(t, c_.with_conjuncts(noun, t));
    } else if (c_.is_listed(ControlRule::OwnerNoun, noun) && (c_.is_infinitive(t) || c_.is_participle(t))) {
      c_.add_subjects(t, owners(noun, t));
    }
  }

  void complete_advcl(TokenId governor, TokenId t) {
    if (c_.has_own_subject(t) || c_.upos(t) != Upos::Verb) {
      return;
    }
    const std::string_view mark = c_.marker(t, Deprel::Mark);
    if (c_.is_participle(t)) {
      complete_participle(governor, t, mark);
    } else if (c_.is_infinitive(t) && (mark == "to" || mark == "in" || mark == "so")) {
      complete_purpose(governor, t);
    }
  }

 private:
  // The subjects of an open complement of the governor.
  TokenList controllers(TokenId governor) const {
    if (!c_.is_listed(ControlRule::SubjectControl, governor)) {
      TokenList found = c_.objects(governor);
      if (found.empty()) {
        c_.graph().each_dependent(governor, [&](Dependent d) {
          const bool oblique =
              d.deprel == Deprel::Obl && c_.control().has_oblique(c_.lemma(governor), c_.marker(d.token, Deprel::Case));
          if (d.deprel == Deprel::Iobj || oblique) {
            found.push(d.token);
          }
        });
      }
      if (!found.empty()) {
        return found;
      }
    }
    return c_.subjects(governor);
  }

  // The actors whose decision it is in "Xi's decision", "the decision of Xi", "the Chinese decision", "Xi made a
  // decision", "Xi is in talks".
  TokenList owners(TokenId noun, TokenId clause) const {
    TokenList found;
    for (const Deprel wanted : {Deprel::NmodPoss, Deprel::Nmod, Deprel::Compound, Deprel::Amod}) {
      c_.graph().each_dependent(noun, [&](Dependent d) {
        if (d.deprel == wanted && d.token < clause && may_own(d)) {
          found.push(d.token);
        }
      });
      if (!found.empty()) {
        return found;
      }
    }
    c_.graph().each_governor(noun, [&](Governor g) {
      if (g.deprel == Deprel::Obj && c_.is_listed(ControlRule::LightVerb, g.token) && found.empty()) {
        found = c_.subjects(g.token);
      }
    });
    return found.empty() && c_.has_child(noun, Deprel::Cop) ? c_.subjects(noun) : found;
  }

  // Whether a dependent of a noun like "decision" can be the actor: "of Xi", "Xi's", "Chinese".
  bool may_own(Dependent d) const {
    switch (d.deprel) {
      case Deprel::Nmod:
        return is_one_of(c_.marker(d.token, Deprel::Case), {"of", "by", "from"});
      case Deprel::Compound:
        return c_.upos(d.token) == Upos::Propn;
      case Deprel::Amod: {
        const char first = c_.form(d.token).empty() ? '\0' : c_.form(d.token).front();
        return first >= 'A' && first <= 'Z' && c_.features(d.token).degree != Degree::Superlative;
      }
      default:
        return true;
    }
  }

  void complete_participle(TokenId governor, TokenId t, std::string_view mark) {
    const bool is_past = c_.features(t).tense == Tense::Past && !c_.has_child(t, Deprel::Aux);
    if (is_past && !is_one_of(mark, {"", "when", "while", "once", "if", "although", "though", "until", "unless"})) {
      return;  // "as expected by analysts" does not say that the subject was expected
    }
    if (is_one_of(mark, {"of", "from", "for", "against", "into"}) && t > governor) {
      const TokenList found = c_.objects(governor);
      c_.add_subjects(t, found.empty() ? c_.subjects(governor) : found);
      return;
    }
    if (is_one_of(mark, {"because", "since", "with", "as", "like", "than", "if"}) && !is_past) {
      return;  // mostly a clause whose own subject was attached elsewhere
    }
    if (mark == "by" && c_.is_passive(governor)) {
      return;  // "was toppled by arming rebels": someone else armed them
    }
    c_.add_subjects(t, c_.subjects(governor));
  }

  void complete_purpose(TokenId governor, TokenId t) {
    const bool is_moved = c_.is_listed(ControlRule::ObjectPurpose, governor);
    if (c_.is_passive(governor) && !is_moved) {
      return;  // "was arrested to silence critics": it is not the arrested person who silences
    }
    const TokenList moved_objects = is_moved && !c_.is_passive(governor) ? c_.objects(governor) : TokenList{};
    c_.add_subjects(t, moved_objects.empty() ? c_.subjects(governor) : moved_objects);
  }

  Clauses& c_;
};

}  // namespace

void complete_xcomp(Clauses& clauses, TokenId governor, TokenId t) { Control(clauses).complete_xcomp(governor, t); }

void complete_acl(Clauses& clauses, TokenId noun, TokenId t) { Control(clauses).complete_acl(noun, t); }

void complete_advcl(Clauses& clauses, TokenId governor, TokenId t) { Control(clauses).complete_advcl(governor, t); }

}  // namespace entente
