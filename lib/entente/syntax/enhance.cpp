#include <entente/syntax/enhance.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include <entente/syntax/control_lexicon.hpp>
#include <entente/syntax/enhanced_graph.hpp>

namespace entente {

namespace {

// How many edges one token passes on to another: bounds the work where thousands of conjuncts meet thousands.
constexpr std::size_t MaxShared = 8;
// How deep in its clause a relative pronoun is looked for: "most of whose members he said …".
constexpr std::size_t MaxClause = 64;

// A few tokens, without memory from the heap.
class Few {
 public:
  void push(TokenId t) {
    if (size_ < MaxShared && std::find(begin(), end(), t) == end()) {
      tokens_[size_++] = t;
    }
  }
  bool empty() const { return size_ == 0; }
  const TokenId* begin() const { return tokens_.data(); }
  const TokenId* end() const { return tokens_.data() + size_; }

 private:
  std::array<TokenId, MaxShared> tokens_{};
  std::size_t size_ = 0;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_subject(Deprel d) { return d == Deprel::Nsubj || d == Deprel::NsubjPass; }

bool is_any_subject(Deprel d) {
  return is_subject(d) || d == Deprel::NsubjOuter || d == Deprel::Csubj || d == Deprel::CsubjPass ||
         d == Deprel::CsubjOuter || d == Deprel::Expl;
}

bool is_oblique(Deprel d) { return d == Deprel::Obl || d == Deprel::OblAgent || d == Deprel::OblUnmarked; }

// Relations that a conjunct does not share with the first conjunct: those that are about the words, not the meaning.
bool is_shared_role(Deprel d) {
  switch (d) {
    case Deprel::Root:
    case Deprel::Conj:
    case Deprel::Cc:
    case Deprel::CcPreconj:
    case Deprel::Punct:
    case Deprel::Fixed:
    case Deprel::Flat:
    case Deprel::Goeswith:
    case Deprel::Reparandum:
    case Deprel::Discourse:
    case Deprel::Parataxis:
    case Deprel::List:
      return false;
    default:
      return true;
  }
}

class Enhancer {
 public:
  Enhancer(const Document& document, const Tagging& tagging, const Syntax& syntax)
      : document_(document), tagging_(tagging), syntax_(syntax), graph_(syntax), resolved_(syntax.heads.size()) {}

  std::vector<EnhancedArc> run() {
    order_top_down();
    // First the roles, for "Xi and Putin want to meet" has to know both subjects of "want" before it goes down to
    // "meet".
    for (const TokenId t : order_) {
      share_role(t);
    }
    for (const TokenId t : order_) {
      complete(t);
    }
    return graph_.arcs();
  }

 private:
  // Heads before their dependents.
  void order_top_down() {
    order_.reserve(syntax_.heads.size());
    for (TokenId t = 0; t < syntax_.heads.size(); ++t) {
      if (syntax_.heads[t] == None) {
        order_.push_back(t);
      }
    }
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::span<const TokenId> children = syntax_.children_of(order_[i]);
      order_.insert(order_.end(), children.begin(), children.end());
    }
  }

  // "Xi and Putin met": Putin is as much a subject as Xi.
  void share_role(TokenId t) {
    if (syntax_.deprels[t] != Deprel::Conj || syntax_.heads[t] == None) {
      return;
    }
    std::array<Governor, MaxShared> governors;
    std::size_t count = 0;
    graph_.each_governor(syntax_.heads[t], [&](Governor g) {
      if (is_shared_role(g.deprel) && count < governors.size()) {
        governors[count++] = g;
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      graph_.add(governors[i].token, t, governors[i].deprel);
    }
  }

  // Gives t the arguments that it has by its place in the sentence.
  void complete(TokenId t) {
    if (syntax_.heads[t] == None) {
      return;
    }
    if (syntax_.deprels[t] == Deprel::Conj) {
      share_arguments(syntax_.heads[t], t);
    }
    std::array<Governor, MaxShared + 1> governors;
    std::size_t count = 0;
    graph_.each_governor(t, [&](Governor g) {
      if (count < governors.size()) {
        governors[count++] = g;
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      complete_clause(governors[i], t);
    }
  }

  void complete_clause(Governor governor, TokenId t) {
    switch (governor.deprel) {
      case Deprel::AclRelcl:
        complete_relative(governor.token, t);
        break;
      case Deprel::Xcomp:
        complete_xcomp(governor.token, t);
        break;
      case Deprel::Acl:
        complete_acl(governor.token, t);
        break;
      case Deprel::Advcl:
        complete_advcl(governor.token, t);
        break;
      default:
        break;
    }
  }

  // --- what a token has -------------------------------------------------------------------------------------------

  const Features& features(TokenId t) const { return tagging_.features(t); }

  bool has_child(TokenId t, Deprel deprel) const { return graph_.child(t, deprel) != None; }

  bool has_own_subject(TokenId t) const {
    bool found = false;
    graph_.each_dependent(t, [&](Dependent d) { found = found || is_any_subject(d.deprel); });
    return found;
  }

  // The subjects of t, with the antecedent in the place of a relative pronoun.
  Few subjects(TokenId t) const {
    Few found;
    graph_.each_dependent(t, [&](Dependent d) {
      if (is_subject(d.deprel) && !is_resolved_pronoun(d.token)) {
        found.push(d.token);
      }
    });
    return found;
  }

  Few objects(TokenId t) const {
    Few found;
    graph_.each_dependent(t, [&](Dependent d) {
      if (d.deprel == Deprel::Obj && !is_resolved_pronoun(d.token)) {
        found.push(d.token);
      }
    });
    return found;
  }

  bool has_object(TokenId t) const {
    bool found = false;
    graph_.each_dependent(t, [&](Dependent d) {
      found = found || d.deprel == Deprel::Obj || d.deprel == Deprel::Ccomp || d.deprel == Deprel::Xcomp;
    });
    return found;
  }

  bool is_relative_word(TokenId t) const {
    const std::string_view lemma = tagging_.lemma(t);
    if (tagging_.upos(t) == Upos::Pron) {
      return is_one_of(lemma, {"who", "whom", "which", "whose"}) ||
             (lemma == "that" && features(t).pron_type != PronType::Demonstrative);
    }
    return (tagging_.upos(t) == Upos::Adv && is_one_of(lemma, {"where", "when"})) ||
           (tagging_.upos(t) == Upos::Det && is_one_of(lemma, {"which", "whose"}));
  }

  bool is_resolved_pronoun(TokenId t) const { return resolved_[t]; }

  bool is_passive(TokenId t) const {
    return features(t).passive || has_child(t, Deprel::AuxPass) || has_child(t, Deprel::NsubjPass);
  }

  bool is_infinitive(TokenId t) const {
    return features(t).verb_form == VerbForm::Infinitive || preposition(t, Deprel::Mark) == "to";
  }

  bool is_participle(TokenId t) const {
    return features(t).verb_form == VerbForm::Participle || features(t).verb_form == VerbForm::Gerund;
  }

  // The lemma of the first case or mark of t; empty where there is none.
  std::string_view preposition(TokenId t, Deprel deprel) const {
    const TokenId child = graph_.child(t, deprel);
    return child == None ? std::string_view{} : tagging_.lemma(child);
  }

  bool lists(ControlRule rule, TokenId t) const { return control_.has(rule, tagging_.lemma(t)); }

  void give_subjects(TokenId t, const Few& found) { give(t, found, is_passive(t) ? Deprel::NsubjPass : Deprel::Nsubj); }

  // --- conjuncts --------------------------------------------------------------------------------------------------

  bool is_predicate(TokenId t) const {
    return tagging_.upos(t) == Upos::Verb || tagging_.upos(t) == Upos::Aux || has_child(t, Deprel::Cop);
  }

  // "Xi visited Moscow and met Putin", "Xi has praised and thanked Putin": what the second verb shares with the first.
  void share_arguments(TokenId first, TokenId t) {
    const bool nominal = has_child(first, Deprel::Cop) && !is_predicate(t);  // "is an ally of Xi and a friend of Iran"
    const bool adjective = tagging_.upos(t) == Upos::Adj && is_predicate(first);
    if (!nominal && !adjective && !(is_predicate(t) && (is_predicate(first) || tagging_.upos(first) == Upos::Adj))) {
      return;
    }
    if (has_own_subject(t) || features(t).mood == Mood::Imperative) {
      return;
    }
    share_auxiliaries(first, t);
    give_subjects(t, subjects(first));
    if (tagging_.upos(t) == Upos::Verb) {
      share_objects(first, t);
    }
  }

  // "Xi will visit Moscow and meet Putin", "Xi did not call or write": the same form without an auxiliary of its own.
  void share_auxiliaries(TokenId first, TokenId t) {
    if (has_child(t, Deprel::Aux) || has_child(t, Deprel::AuxPass) || has_child(t, Deprel::Cop) ||
        has_child(t, Deprel::Mark) || features(t).verb_form != features(first).verb_form ||
        features(t).tense != features(first).tense || features(t).verb_form == VerbForm::Finite) {
      return;
    }
    Few shared;
    graph_.each_dependent(first, [&](Dependent d) {
      if (d.token < t && (d.deprel == Deprel::Aux || d.deprel == Deprel::AuxPass)) {
        shared.push(d.token);
      }
    });
    if (shared.empty()) {
      return;
    }
    graph_.each_dependent(first, [&](Dependent d) {
      if (d.token < t && d.deprel == Deprel::Advmod && features(d.token).negative) {
        shared.push(d.token);
      }
    });
    for (const TokenId word : shared) {
      graph_.add(t, word, syntax_.deprels[word]);
    }
  }

  // "Russia attacked and occupied Mariupol in May": what stands behind the last conjunct belongs to all of them.
  void share_objects(TokenId first, TokenId t) {
    const bool takes_object = !has_object(t) && !is_passive(t);
    std::array<Dependent, MaxShared> shared;
    std::size_t count = 0;
    graph_.each_dependent(first, [&](Dependent d) {
      const bool object = d.deprel == Deprel::Obj && takes_object && (d.token > t || is_gap(first, d.token));
      const bool oblique = is_oblique(d.deprel) && d.token > t && !is_passive_agent_of_active(d, t);
      if ((object || oblique) && count < shared.size()) {
        shared[count++] = d;
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      graph_.add(t, shared[i].token, shared[i].deprel);
    }
  }

  bool is_passive_agent_of_active(Dependent d, TokenId t) const {
    return d.deprel == Deprel::OblAgent && !is_passive(t);
  }

  // An object that stands before its clause: the antecedent, or its pronoun.
  bool is_gap(TokenId verb, TokenId object) const {
    return object < verb && (is_relative_word(object) || syntax_.heads[object] != verb);
  }

  // --- relative clauses -------------------------------------------------------------------------------------------

  // "the man who spoke", "the town that Russia took", "the minister whose aide spoke", "the town Russia took".
  void complete_relative(TokenId antecedent, TokenId clause) {
    const Few antecedents = with_conjuncts(antecedent, clause);
    const TokenId pronoun = is_relative_word(antecedent) ? None : relative_pronoun(antecedent, clause);
    if (pronoun != None) {
      resolved_[pronoun] = true;
      give(syntax_.heads[pronoun], antecedents, role_of(pronoun));
      return;
    }
    // "the town Russia took and burned": a conjunct that shares its arguments has what it lacks already.
    const bool shares = syntax_.deprels[clause] == Deprel::Conj && !has_basic_subject(clause);
    if (!shares && is_predicate(clause)) {
      fill_gap(antecedents, clause);
    }
  }

  bool has_basic_subject(TokenId t) const {
    const std::span<const TokenId> children = graph_.children(t);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) { return is_any_subject(syntax_.deprels[c]); });
  }

  Deprel role_of(TokenId pronoun) const {
    const Deprel deprel = syntax_.deprels[pronoun];
    return deprel == Deprel::Advmod || deprel == Deprel::Mark ? Deprel::Obl
           : deprel == Deprel::Det                            ? Deprel::NmodPoss
                                                              : deprel;
  }

  // A clause behind "Xi and Putin, who met" is about both.
  Few with_conjuncts(TokenId first, TokenId clause) const {
    Few found;
    found.push(first);
    for (const TokenId child : graph_.children(first)) {
      if (syntax_.deprels[child] == Deprel::Conj && child < clause && syntax_.deprels[clause] == Deprel::AclRelcl &&
          syntax_.heads[clause] == first) {
        found.push(child);
      }
    }
    return found;
  }

  // The first relative word of the clause between the antecedent and the clause's predicate; None where it has none.
  TokenId relative_pronoun(TokenId antecedent, TokenId clause) {
    TokenId best = None;
    stack_.assign(1, clause);
    for (std::size_t seen = 0; !stack_.empty() && seen < MaxClause; ++seen) {
      const TokenId at = stack_.back();
      stack_.pop_back();
      for (const TokenId child : graph_.children(at)) {
        if (child <= antecedent || child > clause || syntax_.deprels[child] == Deprel::AclRelcl ||
            syntax_.deprels[child] == Deprel::Conj) {
          continue;
        }
        if (is_relative_word(child) && syntax_.deprels[child] != Deprel::Mark && child < best) {
          best = child;
        }
        stack_.push_back(child);
      }
      // "who he said was ill": the pronoun belongs to the clause below.
      for (const TokenId child : graph_.children(at)) {
        if (child > clause && (syntax_.deprels[child] == Deprel::Ccomp || syntax_.deprels[child] == Deprel::Xcomp)) {
          stack_.push_back(child);
        }
      }
    }
    return best;
  }

  // A clause without a pronoun lacks one argument: the subject, a preposition's object, or the object, of its own verb
  // or of one below ("the man she hopes to meet", "the firm he says was sold").
  void fill_gap(const Few& antecedents, TokenId clause) {
    if (!has_own_subject(clause) && !is_infinitive(clause)) {
      give_subjects(clause, antecedents);
      return;
    }
    TokenId lacks_object = None;
    TokenId verb = clause;
    for (std::size_t depth = 0; depth < MaxShared && verb != None; ++depth) {
      if (is_stranded(verb)) {
        give(verb, antecedents, Deprel::Obl);
        return;
      }
      if (tagging_.upos(verb) == Upos::Verb && !has_child(verb, Deprel::Obj) && !is_passive(verb)) {
        lacks_object = verb;
      }
      const TokenId said = clause_below(verb, Deprel::Ccomp);
      if (said != None && !has_own_subject(said)) {
        give_subjects(said, antecedents);
        return;
      }
      verb = said != None ? said : clause_below(verb, Deprel::Xcomp);
    }
    if (lacks_object == None || names_circumstance(antecedents)) {
      give(clause, antecedents, Deprel::Obl);  // "the day he died", "the reason he gave up power"
    } else {
      give(lacks_object, antecedents, Deprel::Obj);
    }
  }

  TokenId clause_below(TokenId verb, Deprel deprel) const {
    const TokenId inner = graph_.child(verb, deprel);
    return inner == None || inner < verb || tagging_.upos(inner) != Upos::Verb ? None : inner;
  }

  void give(TokenId verb, const Few& arguments, Deprel role) {
    for (const TokenId a : arguments) {
      graph_.add(verb, a, role);
    }
  }

  // "the country they fled from": a preposition without a noun.
  bool is_stranded(TokenId verb) const {
    const std::span<const TokenId> children = graph_.children(verb);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) {
      return c > verb && tagging_.upos(c) == Upos::Adp &&
             (is_oblique(syntax_.deprels[c]) || syntax_.deprels[c] == Deprel::Case);
    });
  }

  bool names_circumstance(const Few& antecedents) const {
    return is_one_of(tagging_.lemma(*antecedents.begin()), {"time", "day", "year", "month", "week", "moment", "night",
                                                            "morning", "way", "reason", "place", "point", "extent"});
  }

  // --- control ----------------------------------------------------------------------------------------------------

  // "Xi wants to visit", "Putin asked Xi to visit", "Biden called on Xi to act", "Xi seems ready".
  void complete_xcomp(TokenId governor, TokenId t) {
    if (tagging_.upos(governor) == Upos::Adj && lists(ControlRule::Tough, governor) && tagging_.upos(t) == Upos::Verb &&
        !has_object(t)) {
      give(t, subjects(governor), Deprel::Obj);
      return;
    }
    if (!has_own_subject(t)) {
      give_subjects(t, controllers(governor));
    }
  }

  Few controllers(TokenId governor) const {
    if (!lists(ControlRule::SubjectControl, governor)) {
      Few found = objects(governor);
      if (found.empty()) {
        graph_.each_dependent(governor, [&](Dependent d) {
          const bool oblique = d.deprel == Deprel::Obl &&
                               control_.has_oblique(tagging_.lemma(governor), preposition(d.token, Deprel::Case));
          if (d.deprel == Deprel::Iobj || oblique) {
            found.push(d.token);
          }
        });
      }
      if (!found.empty()) {
        return found;
      }
    }
    return subjects(governor);
  }

  // "the man arrested by the police", "Xi, speaking in Moscow", "Xi's decision to visit Moscow".
  void complete_acl(TokenId noun, TokenId t) {
    if (has_own_subject(t) || tagging_.upos(t) != Upos::Verb) {
      return;
    }
    if (is_participle(t) && !has_child(t, Deprel::Mark) && !has_child(t, Deprel::Case)) {
      give_subjects(t, with_conjuncts(noun, t));
    } else if (lists(ControlRule::OwnerNoun, noun) && (is_infinitive(t) || is_participle(t))) {
      give_subjects(t, owners(noun, t));
    }
  }

  // Who decides in "Xi's decision", "the decision of Xi", "the Chinese decision", "Xi made a decision".
  Few owners(TokenId noun, TokenId clause) const {
    Few found;
    for (const Deprel wanted : {Deprel::NmodPoss, Deprel::Nmod, Deprel::Compound, Deprel::Amod}) {
      graph_.each_dependent(noun, [&](Dependent d) {
        if (d.deprel == wanted && d.token < clause && may_own(d)) {
          found.push(d.token);
        }
      });
      if (!found.empty()) {
        return found;
      }
    }
    graph_.each_governor(noun, [&](Governor g) {
      if (g.deprel == Deprel::Obj && lists(ControlRule::LightVerb, g.token) && found.empty()) {
        found = subjects(g.token);
      }
    });
    return found;
  }

  bool may_own(Dependent d) const {
    switch (d.deprel) {
      case Deprel::Nmod:
        return is_one_of(preposition(d.token, Deprel::Case), {"of", "by", "from"});
      case Deprel::Compound:
        return tagging_.upos(d.token) == Upos::Propn;
      case Deprel::Amod: {
        const char first = document_.form(d.token).empty() ? '\0' : document_.form(d.token).front();
        return first >= 'A' && first <= 'Z' && features(d.token).degree != Degree::Superlative;
      }
      default:
        return true;
    }
  }

  // "Speaking in Moscow, Xi said", "Xi came to meet Putin", "Biden accused Russia of planning a war".
  void complete_advcl(TokenId governor, TokenId t) {
    if (has_own_subject(t) || tagging_.upos(t) != Upos::Verb) {
      return;
    }
    const std::string_view mark = preposition(t, Deprel::Mark);
    if (is_participle(t)) {
      complete_participle(governor, t, mark);
    } else if (is_infinitive(t) && (mark == "to" || mark == "in" || mark == "so")) {
      complete_purpose(governor, t);
    }
  }

  void complete_participle(TokenId governor, TokenId t, std::string_view mark) {
    const bool past = features(t).tense == Tense::Past && !has_child(t, Deprel::Aux);
    if (past && !is_one_of(mark, {"", "when", "while", "once", "if", "although", "though", "until", "unless"})) {
      return;  // "as expected by analysts"
    }
    if (is_one_of(mark, {"of", "from", "for", "against", "into"}) && t > governor) {
      const Few found = objects(governor);
      give_subjects(t, found.empty() ? subjects(governor) : found);
      return;
    }
    if (is_one_of(mark, {"because", "since", "with", "as", "like", "than", "if"}) && !past) {
      return;  // mostly clauses that lost their subject
    }
    if (mark == "by" && is_passive(governor)) {
      return;  // "was toppled by arming rebels": somebody else armed them
    }
    give_subjects(t, subjects(governor));
  }

  void complete_purpose(TokenId governor, TokenId t) {
    const bool moved = lists(ControlRule::ObjectPurpose, governor);
    if (is_passive(governor) && !moved) {
      return;  // "was arrested to silence critics": not who was arrested
    }
    const Few sent = moved && !is_passive(governor) ? objects(governor) : Few{};
    give_subjects(t, sent.empty() ? subjects(governor) : sent);
  }

  const Document& document_;
  const Tagging& tagging_;
  const Syntax& syntax_;
  const ControlLexicon& control_ = ControlLexicon::shared();
  EnhancedGraph graph_;
  std::vector<TokenId> order_;
  std::vector<bool> resolved_;  // relative pronouns whose antecedent was found
  std::vector<TokenId> stack_;  // of relative_pronoun()
};

}  // namespace

std::vector<EnhancedArc> enhance(const Document& document, const Tagging& tagging, const Syntax& syntax) {
  return Enhancer(document, tagging, syntax).run();
}

}  // namespace entente
