#include <entente/syntax/corrections.hpp>

#include <algorithm>
#include <string>

#include <entente/base/letters.hpp>
#include <entente/syntax/clause_rules.hpp>
#include <entente/syntax/control_lexicon.hpp>
#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

namespace {

// Changes the trees that it sees; their children are not indexed yet.
class TreeCorrector : private SentenceView {
 public:
  TreeCorrector(const Document& d, const Tagging& t, Syntax& s) : SentenceView(d, t, s), syntax_(s) {}

  void run(Span sentence) {
    for (TokenId t = sentence.begin; t < sentence.end; ++t) {
      if (head(t) != None) {
        correct(t, sentence);
      }
    }
  }

 private:
  void correct(TokenId t, Span sentence) {
    switch (deprel(t)) {
      case Deprel::Nsubj:
        if (!make_object_of_second(t, sentence) && !attach_agent(t)) {
          separate_subjects(t, sentence);
        }
        break;
      case Deprel::NsubjPass:
        if (!make_active(t, sentence)) {
          separate_subjects(t, sentence);
        }
        break;
      case Deprel::Obl:
      case Deprel::Parataxis:
        make_object(t, sentence);
        break;
      case Deprel::Mark:
        give_back_object(t, sentence);
        break;
      case Deprel::AclRelcl:
        make_apposition(t, sentence);
        break;
      case Deprel::Conj:
        attach_parallel(t, sentence);
        break;
      default:
        break;
    }
  }

  // The parser reads long sentences in pieces, so related words are close to each other.
  static Span near(TokenId t, Span sentence) {
    constexpr TokenId Reach = 320;
    return {std::max(sentence.begin, t - std::min(t, Reach)), std::min(sentence.end, t + Reach)};
  }

  template <typename Condition>
  bool any_child(TokenId of, Span sentence, Condition condition) const {
    const Span around = near(of, sentence);
    for (TokenId t = around.begin; t < around.end; ++t) {
      if (head(t) == of && condition(t)) {
        return true;
      }
    }
    return false;
  }
  bool has_child(TokenId of, Span sentence, Deprel deprel_asked) const {
    return any_child(of, sentence, [&](TokenId t) { return deprel(t) == deprel_asked; });
  }

  // "vetoed on Friday a resolution", "took over Kirkuk": what has no preposition is an object, where there is none.
  void make_object(TokenId noun, Span sentence) {
    const TokenId verb = head(noun);
    if (upos(verb) != Upos::Verb || verb > noun || (upos(noun) != Upos::Noun && upos(noun) != Upos::Propn) ||
        any_child(verb, sentence, [&](TokenId t) { return takes_object_place(deprel(t)); }) || is_weekday(noun)) {
      return;
    }
    const TokenId begin = begin_of(noun);
    const bool marked = deprel(before(begin)) == Deprel::Case;
    if (marked || (upos(before(begin)) == Upos::Adp && deprel(before(begin)) != Deprel::CompoundPrt) ||
        (deprel(noun) == Deprel::Parataxis && (upos(begin) == Upos::Punct || upos(before(begin)) == Upos::Punct))) {
      return;
    }
    for (TokenId t = begin; t <= noun; ++t) {
      if (upos(t) == Upos::Adp || deprel(t) == Deprel::Case || deprel(t) == Deprel::Mark) {
        return;
      }
    }
    syntax_.deprels[noun] = Deprel::Obj;
  }
  static bool takes_object_place(Deprel d) {
    return d == Deprel::Obj || d == Deprel::Ccomp || d == Deprel::Xcomp || d == Deprel::AuxPass || d == Deprel::Cop;
  }

  // "asked Roe to help Doe", "talked Roe out of visiting": what stands before the mark of a clause is no part of it.
  void give_back_object(TokenId mark, Span sentence) {
    const TokenId clause = head(mark);
    const TokenId verb = head(clause);
    const bool below = deprel(clause) == Deprel::Xcomp || deprel(clause) == Deprel::Advcl;
    if (verb == None || verb > mark || !below || upos(verb) != Upos::Verb || has_child(verb, sentence, Deprel::Obj)) {
      return;
    }
    for (TokenId t = verb + 1; t < mark; ++t) {
      if (head(t) == clause && (deprel(t) == Deprel::Obj || deprel(t) == Deprel::Nsubj) && begin_of(t) == verb + 1) {
        syntax_.heads[t] = verb;
        syntax_.deprels[t] = deprel(verb + 1) == Deprel::Case ? Deprel::Obl : Deprel::Obj;  // "accused by Roe of"
        return;
      }
    }
  }

  // "the sister of Mario Costa and a member of Oxfam": a noun that is built as the one above the name is its conjunct.
  void attach_parallel(TokenId noun, Span sentence) {
    const TokenId name = head(noun);
    const TokenId above = head(name);
    const auto is_built_so = [&](TokenId t) {
      return upos(t) == Upos::Noun && has_child(t, sentence, Deprel::Det) && has_child(t, sentence, Deprel::Nmod);
    };
    if (upos(name) == Upos::Propn && deprel(name) == Deprel::Nmod && name < noun && above < name && is_built_so(noun) &&
        is_built_so(above)) {
      syntax_.heads[noun] = above;
    }
  }

  // "Schmidt, the ex-chancellor of Germany": a noun without a verb is no clause.
  void make_apposition(TokenId noun, Span sentence) {
    const bool clause = any_child(noun, sentence, [&](TokenId t) {
      const Deprel d = deprel(t);
      return d == Deprel::Cop || d == Deprel::Aux || d == Deprel::Nsubj || d == Deprel::NsubjPass || d == Deprel::Obj;
    });
    if (upos(noun) == Upos::Noun && !clause && has_child(noun, sentence, Deprel::Det)) {
      syntax_.deprels[noun] = Deprel::Appos;
    }
  }

  // "rejected a plea by Mayor Lind": a subject has no preposition.
  bool attach_agent(TokenId noun) {
    const TokenId verb = head(noun);
    if (verb > noun || upos(verb) != Upos::Verb ||
        !any_child(noun, {verb, noun}, [&](TokenId t) { return deprel(t) == Deprel::Case && upos(t) == Upos::Adp; })) {
      return false;
    }
    TokenId above = before(begin_of(noun));
    while (above != None && head(above) != verb) {
      above = head(above);
    }
    const bool object = above != None && above > verb && deprel(above) == Deprel::Obj;
    syntax_.heads[noun] = object ? above : verb;
    syntax_.deprels[noun] = object ? Deprel::Nmod : Deprel::Obl;
    return true;
  }

  bool is_possessive_mark(TokenId t) const {
    return deprel(t) == Deprel::Case && (form(t) == "'s" || form(t) == "\xE2\x80\x99s" || form(t) == "'");
  }

  // A clause has one subject. "Mayor Dayton King agreed" has one in two pieces, and so has "the commissioner for trade,
  // Maria Lund, agreed", and "Spain's Sanchez agreed" and "Peru and the FARC agreed"; "the mayor agreed, a monitor
  // said" gave the verb of saying what belongs to the clause before it.
  void separate_subjects(TokenId first, Span sentence) {
    const TokenId verb = head(first);
    TokenId second = None;
    TokenId said = None;
    for (TokenId t = first + 1; t < near(first, sentence).end && second == None; ++t) {
      if (head(t) == verb && deprel(t) == deprel(first)) {
        second = t;
      } else if (head(t) == verb && deprel(t) == Deprel::Ccomp) {
        said = t;
      }
    }
    if (second == None) {
      return;
    }
    if (said == None) {
      const TokenId begin = begin_of(second);
      const TokenId last = before(begin);
      const TokenId governor = head(verb);
      if (governor != None && second > verb && after(end_of(second)) == governor &&
          !any_child(governor, sentence, [&](TokenId t) { return is_any_subject(deprel(t)); })) {
        syntax_.heads[second] = governor;
        return;
      }
      if (is_under(last, first) && upos(begin) == Upos::Adp && deprel(begin) == Deprel::Case && head(begin) == second) {
        syntax_.heads[second] = first;
        syntax_.deprels[second] = Deprel::Nmod;
        return;
      }
      if (is_possessive_mark(last) && is_under(last, first)) {
        syntax_.heads[first] = second;
        syntax_.deprels[first] = Deprel::NmodPoss;
      } else if (last == first && deprel(begin) == Deprel::Cc) {
        syntax_.heads[second] = first;
        syntax_.deprels[second] = Deprel::Conj;
      } else if (upos(second) == Upos::Propn && last == first) {
        syntax_.heads[first] = second;
        syntax_.deprels[first] = Deprel::NmodDesc;
      } else if (upos(second) == Upos::Propn && (form(begin) == "," || is_set_off(begin, verb)) &&
                 is_under(last, first) && (upos(first) == Upos::Noun || has_child(first, sentence, Deprel::Det))) {
        syntax_.heads[second] = first;
        syntax_.deprels[second] = Deprel::Appos;
      }
    } else if (said < verb && !any_child(said, sentence, [&](TokenId t) { return is_any_subject(deprel(t)); })) {
      syntax_.heads[first] = said;
    }
  }

  // "said it would allow the programme to deliver", "accused Peru of lying": what follows the verb is not a second
  // subject.
  bool make_object_of_second(TokenId second, Span sentence) {
    const TokenId verb = head(second);
    if (second < verb || upos(verb) != Upos::Verb || has_child(second, sentence, Deprel::Case) ||
        any_child(verb, sentence,
                  [&](TokenId t) {
                    return takes_object_place(deprel(t)) && deprel(t) != Deprel::Xcomp && !is_gerund_clause(t);
                  }) ||
        !any_child(verb, {sentence.begin, verb}, [&](TokenId t) { return deprel(t) == Deprel::Nsubj; }) ||
        begin_of(second) != verb + 1) {
      return false;
    }
    syntax_.deprels[second] = Deprel::Obj;
    return true;
  }

  // "Lang-Roe accused Holm": with a name on either side and no auxiliary, the verb is active.
  bool make_active(TokenId second, Span sentence) {
    const TokenId verb = head(second);
    if (second < verb || upos(verb) != Upos::Verb || begin_of(second) != verb + 1 ||
        any_child(verb, sentence,
                  [&](TokenId t) { return deprel(t) == Deprel::Aux || deprel(t) == Deprel::AuxPass; })) {
      return false;
    }
    for (TokenId t = sentence.begin; t < verb; ++t) {
      if (head(t) == verb && is_any_subject(deprel(t))) {
        syntax_.deprels[t] = Deprel::Nsubj;
        syntax_.deprels[second] = Deprel::Obj;
        return true;
      }
    }
    return false;
  }

  bool is_gerund_clause(TokenId verb) const {
    return deprel(verb) == Deprel::Ccomp && features(verb).verb_form == VerbForm::Participle;
  }

  TokenId end_of(TokenId t) const {
    TokenId last = t;
    while (after(last) != None && is_under(after(last), t)) {
      last = after(last);
    }
    return last;
  }

  // The dependents of t between it and those of its left neighbor.
  TokenId begin_of(TokenId t) const {
    TokenId begin = t;
    while (before(begin) != None && is_under(before(begin), t)) {
      begin = before(begin);
    }
    return begin;
  }
  bool is_under(TokenId t, TokenId above) const {
    while (t != None && t != above) {
      t = head(t);
    }
    return t == above;
  }

  // Between commas: what begins here and ends somewhere before `end`.
  bool is_set_off(TokenId begin, TokenId end) const {
    bool closed = false;
    for (TokenId t = begin; t < end; ++t) {
      closed |= form(t) == ",";
    }
    return closed && form(before(begin)) == ",";
  }

  bool is_weekday(TokenId t) const {
    std::string word;
    append_lower(word, form(t));
    return upos(t) == Upos::Propn && ControlLexicon::shared().has(ControlRule::Weekday, word);
  }

  Syntax& syntax_;
};

}  // namespace

void correct_trees(const Document& document, const Tagging& tagging, Syntax& syntax) {
  TreeCorrector corrector(document, tagging, syntax);
  for (const Sentence& sentence : document.sentences) {
    corrector.run(sentence.tokens);
  }
}

}  // namespace entente
