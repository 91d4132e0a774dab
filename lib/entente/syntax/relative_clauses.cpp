#include <algorithm>
#include <span>
#include <vector>

#include <entente/syntax/clause_rules.hpp>

namespace entente::inline v0_1 {

namespace {

// How many words of a clause are searched for its relative pronoun, as in "most of whose members he said …".
constexpr std::size_t MaxSearched = 64;

// Gives the antecedent of a relative clause its role in the clause.
class RelativeClauses {
 public:
  explicit RelativeClauses(Clauses& clauses) : c_(clauses) {}

  void complete(TokenId antecedent, TokenId clause) {
    const TokenList antecedents = c_.with_conjuncts(antecedent, clause);
    const TokenId pronoun = c_.is_relative_word(antecedent) ? None : relative_pronoun(antecedent, clause);
    if (pronoun != None) {
      c_.mark_resolved(pronoun);
      c_.add_arguments(c_.head(pronoun), antecedents, role_of(pronoun));
      return;
    }
    // "the town Russia took and burned": a conjunct without a subject has got its arguments from the first conjunct.
    const bool shares = c_.deprel(clause) == Deprel::Conj && !c_.has_basic_subject(clause);
    if (!shares && c_.is_predicate(clause)) {
      fill_gap(antecedents, clause);
    }
  }

 private:
  // The role of the antecedent in the clause, by that of the pronoun.
  Deprel role_of(TokenId pronoun) const {
    const Deprel deprel = c_.deprel(pronoun);
    return deprel == Deprel::Advmod || deprel == Deprel::Mark ? Deprel::Obl
           : deprel == Deprel::Det                            ? Deprel::NmodPoss
                                                              : deprel;
  }

  // The first relative word of the clause between the antecedent and the clause's predicate; None where it has none.
  TokenId relative_pronoun(TokenId antecedent, TokenId clause) {
    TokenId best = None;
    stack_.assign(1, clause);
    for (std::size_t seen = 0; !stack_.empty() && seen < MaxSearched; ++seen) {
      const TokenId at = stack_.back();
      stack_.pop_back();
      for (const TokenId child : c_.graph().children(at)) {
        if (child <= antecedent || child > clause || c_.deprel(child) == Deprel::AclRelcl ||
            c_.deprel(child) == Deprel::Conj) {
          continue;
        }
        if (c_.is_relative_word(child) && c_.deprel(child) != Deprel::Mark && child < best) {
          best = child;
        }
        stack_.push_back(child);
      }
      // "who he said was ill": the pronoun belongs to the clause below.
      for (const TokenId child : c_.graph().children(at)) {
        if (child > clause && (c_.deprel(child) == Deprel::Ccomp || c_.deprel(child) == Deprel::Xcomp)) {
          stack_.push_back(child);
        }
      }
    }
    return best;
  }

  // A relative clause without a pronoun lacks one argument, which the antecedent fills: the subject, the object of a
  // preposition or the object, of its own verb or of a verb below ("the man she hopes to meet", "the firm he says was
  // sold").
  void fill_gap(const TokenList& antecedents, TokenId clause) {
    if (!c_.has_own_subject(clause) && !c_.is_infinitive(clause)) {
      c_.add_subjects(clause, antecedents);
      return;
    }
    TokenId lacks_object = None;
    TokenId verb = clause;
    for (std::size_t depth = 0; depth < MaxPassedOn && verb != None; ++depth) {
      if (is_stranded(verb)) {
        c_.add_arguments(verb, antecedents, Deprel::Obl);
        return;
      }
      if (c_.upos(verb) == Upos::Verb && !c_.has_child(verb, Deprel::Obj) && !c_.is_passive(verb)) {
        lacks_object = verb;
      }
      const TokenId complement = complement_after(verb, Deprel::Ccomp);
      if (complement != None && !c_.has_own_subject(complement)) {
        c_.add_subjects(complement, antecedents);
        return;
      }
      verb = complement != None ? complement : complement_after(verb, Deprel::Xcomp);
    }
    if (lacks_object == None || is_circumstance(antecedents)) {
      c_.add_arguments(clause, antecedents, Deprel::Obl);  // "the day he died", "the reason he gave up power"
    } else {
      c_.add_arguments(lacks_object, antecedents, Deprel::Obj);
    }
  }

  // The verb of the complement clause after the verb, or None.
  TokenId complement_after(TokenId verb, Deprel deprel) const {
    const TokenId inner = c_.graph().child(verb, deprel);
    return inner == None || inner < verb || c_.upos(inner) != Upos::Verb ? None : inner;
  }

  // Whether the verb has a preposition without a noun: "the country they fled from".
  bool is_stranded(TokenId verb) const {
    const std::span<const TokenId> children = c_.graph().children(verb);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) {
      return c > verb && c_.upos(c) == Upos::Adp && (is_oblique(c_.deprel(c)) || c_.deprel(c) == Deprel::Case);
    });
  }

  bool is_circumstance(const TokenList& antecedents) const {
    return c_.is_listed(ControlRule::Circumstance, *antecedents.begin());
  }

  Clauses& c_;
  std::vector<TokenId> stack_;  // of relative_pronoun()
};

}  // namespace

void complete_relative(Clauses& clauses, TokenId antecedent, TokenId t) {
  RelativeClauses(clauses).complete(antecedent, t);
}

}  // namespace entente
