#include <span>
#include <string_view>

#include <entente/syntax/clause_rules.hpp>

namespace entente::inline v0_1 {

namespace {

class Control {
 public:
  explicit Control(Clauses& clauses) : c_(clauses) {}

  void complete_xcomp(TokenId governor, TokenId t) {
    if (c_.upos(governor) == Upos::Adj && c_.lists(ControlRule::Tough, governor) && c_.upos(t) == Upos::Verb &&
        !c_.has_object(t)) {
      c_.give(t, c_.subjects(governor), Deprel::Obj);
      return;
    }
    if (!c_.has_own_subject(t)) {
      c_.give_subjects(t, controllers(governor));
    }
  }

  void complete_acl(TokenId noun, TokenId t) {
    if (c_.has_own_subject(t) || c_.upos(t) != Upos::Verb) {
      return;
    }
    if (c_.is_participle(t) && !c_.has_child(t, Deprel::Mark) && !c_.has_child(t, Deprel::Case)) {
      c_.give_subjects(t, c_.with_conjuncts(noun, t));
    } else if (c_.lists(ControlRule::OwnerNoun, noun) && (c_.is_infinitive(t) || c_.is_participle(t))) {
      c_.give_subjects(t, owners(noun, t));
    }
  }

  void complete_advcl(TokenId governor, TokenId t) {
    if (c_.has_own_subject(t) || c_.upos(t) != Upos::Verb) {
      return;
    }
    const std::string_view mark = c_.preposition(t, Deprel::Mark);
    if (c_.is_participle(t)) {
      complete_participle(governor, t, mark);
    } else if (c_.is_infinitive(t) && (mark == "to" || mark == "in" || mark == "so")) {
      complete_purpose(governor, t);
    }
  }

 private:
  TokenList controllers(TokenId governor) const {
    if (!c_.lists(ControlRule::SubjectControl, governor)) {
      TokenList found = c_.objects(governor);
      if (found.empty()) {
        c_.graph().each_dependent(governor, [&](Dependent d) {
          const bool oblique = d.deprel == Deprel::Obl &&
                               c_.control().has_oblique(c_.lemma(governor), c_.preposition(d.token, Deprel::Case));
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

  // Who decides in "Xi's decision", "the decision of Xi", "the Chinese decision", "Xi made a decision", "Xi is in
  // talks".
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
      if (g.deprel == Deprel::Obj && c_.lists(ControlRule::LightVerb, g.token) && found.empty()) {
        found = c_.subjects(g.token);
      }
    });
    return found.empty() && c_.has_child(noun, Deprel::Cop) ? c_.subjects(noun) : found;
  }

  bool may_own(Dependent d) const {
    switch (d.deprel) {
      case Deprel::Nmod:
        return is_one_of(c_.preposition(d.token, Deprel::Case), {"of", "by", "from"});
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
    const bool past = c_.features(t).tense == Tense::Past && !c_.has_child(t, Deprel::Aux);
    if (past && !is_one_of(mark, {"", "when", "while", "once", "if", "although", "though", "until", "unless"})) {
      return;  // "as expected by analysts"
    }
    if (is_one_of(mark, {"of", "from", "for", "against", "into"}) && t > governor) {
      const TokenList found = c_.objects(governor);
      c_.give_subjects(t, found.empty() ? c_.subjects(governor) : found);
      return;
    }
    if (is_one_of(mark, {"because", "since", "with", "as", "like", "than", "if"}) && !past) {
      return;  // mostly clauses that lost their subject
    }
    if (mark == "by" && c_.is_passive(governor)) {
      return;  // "was toppled by arming rebels": somebody else armed them
    }
    c_.give_subjects(t, c_.subjects(governor));
  }

  void complete_purpose(TokenId governor, TokenId t) {
    const bool moved = c_.lists(ControlRule::ObjectPurpose, governor);
    if (c_.is_passive(governor) && !moved) {
      return;  // "was arrested to silence critics": not who was arrested
    }
    const TokenList sent = moved && !c_.is_passive(governor) ? c_.objects(governor) : TokenList{};
    c_.give_subjects(t, sent.empty() ? c_.subjects(governor) : sent);
  }

  Clauses& c_;
};

}  // namespace

void complete_xcomp(Clauses& clauses, TokenId governor, TokenId t) { Control(clauses).complete_xcomp(governor, t); }

void complete_acl(Clauses& clauses, TokenId noun, TokenId t) { Control(clauses).complete_acl(noun, t); }

void complete_advcl(Clauses& clauses, TokenId governor, TokenId t) { Control(clauses).complete_advcl(governor, t); }

}  // namespace entente
