#include <entente/syntax/corrections.hpp>

#include <algorithm>
#include <string>

#include <entente/base/letters.hpp>
#include <entente/syntax/clause_rules.hpp>
#include <entente/syntax/control_lexicon.hpp>
#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

namespace {

// Changes the trees that it reads. Their children are not indexed yet, so it looks for them among the heads.
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
        if (!make_second_subject_object(t, sentence) && !attach_agent(t)) {
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
        reattach_object(t, sentence);
        break;
      case Deprel::AclRelcl:
        make_apposition(t, sentence);
        break;
      case Deprel::Conj:
        attach_parallel_noun(t, sentence);
        break;
      default:
        break;
    }
  }

  // Where the dependents of t can be: the parser reads long sentences in pieces, so related words are close to each
  // other.
  static Span neighborhood(TokenId t, Span sentence) {
    constexpr TokenId Reach = 320;
    return {std::max(sentence.begin, t - std::min(t, Reach)), std::min(sentence.end, t + Reach)};
  }

  void attach(TokenId t, TokenId new_head, Deprel new_deprel) {
    syntax_.heads[t] = new_head;
    syntax_.deprels[t] = new_deprel;
  }

  // Whether any dependent of `of` meets the condition.
  template <typename Condition>
  bool any_child(TokenId of, Span sentence, Condition condition) const {
    const Span around = neighborhood(of, sentence);
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

  // "vetoed on Friday a resolution", "took over Kirkuk": a noun without a preposition is the object of a verb that has
  // none.
  void make_object(TokenId noun, Span sentence) {
    const TokenId verb = head(noun);
    if (upos(verb) != Upos::Verb || verb > noun || (upos(noun) != Upos::Noun && upos(noun) != Upos::Propn) ||
        any_child(verb, sentence, [&](TokenId t) { return fills_object_slot(deprel(t)); }) || is_weekday(noun)) {
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
  static bool fills_object_slot(Deprel d) {
    return d == Deprel::Obj || d == Deprel::Ccomp || d == Deprel::Xcomp || d == Deprel::AuxPass || d == Deprel::Cop;
  }

  // "asked Roe to help Doe", "talked Roe out of visiting": a noun before the mark of a clause belongs to the verb above
  // it.
  void reattach_object(TokenId mark, Span sentence) {
    const TokenId clause = head(mark);
    const TokenId verb = head(clause);
    const bool below = deprel(clause) == Deprel::Xcomp || deprel(clause) == Deprel::Advcl;
    if (verb == None || verb > mark || !below || upos(verb) != Upos::Verb || has_child(verb, sentence, Deprel::Obj)) {
      return;
    }
    for (TokenId t = verb + 1; t < mark; ++t) {
      if (head(t) == clause && (deprel(t) == Deprel::Obj || deprel(t) == Deprel::Nsubj) && begin_of(t) == verb + 1) {
        attach(t, verb, deprel(verb + 1) == Deprel::Case ? Deprel::Obl : Deprel::Obj);  // "accused by Roe of"
        return;
      }
    }
  }

  // "the sister of Mario Costa and a member of Oxfam": "member" is a conjunct of "sister", not of the name, because
  // both have a determiner and a noun modifier.
  void attach_parallel_noun(TokenId noun, Span sentence) {
    const TokenId name = head(noun);
    const TokenId above = head(name);
    const auto is_determined_with_nmod = [&](TokenId t) {
      return upos(t) == Upos::Noun && has_child(t, sentence, Deprel::Det) && has_child(t, sentence, Deprel::Nmod);
    };
    if (upos(name) == Upos::Propn && deprel(name) == Deprel::Nmod && name < noun && above < name &&
        is_determined_with_nmod(noun) && is_determined_with_nmod(above)) {
      syntax_.heads[noun] = above;
    }
  }

  // "Schmidt, the ex-chancellor of Germany": a noun without a verb is an apposition, not a relative clause.
  void make_apposition(TokenId noun, Span sentence) {
    const bool clause = any_child(noun, sentence, [&](TokenId t) {
      const Deprel d = deprel(t);
      return d == Deprel::Cop || d == Deprel::Aux || d == Deprel::Nsubj || d == Deprel::NsubjPass || d == Deprel::Obj;
    });
    if (upos(noun) == Upos::Noun && !clause && has_child(noun, sentence, Deprel::Det)) {
      syntax_.deprels[noun] = Deprel::Appos;
    }
  }

  // "rejected a plea by Mayor Lind": a noun with a preposition is not a subject. Returns whether it was reattached.
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
    attach(noun, object ? above : verb, object ? Deprel::Nmod : Deprel::Obl);
    return true;
  }

  bool is_possessive_mark(TokenId t) const {
    return deprel(t) == Deprel::Case && (form(t) == "'s" || form(t) == "\xE2\x80\x99s" || form(t) == "'");
  }

  bool has_subject(TokenId verb, Span sentence) const {
    return any_child(verb, sentence, [&](TokenId t) { return is_any_subject(deprel(t)); });
  }

  // A clause has one subject. Of two, the second is a part of the first, or the first belongs to a clause before the
  // verb: "the mayor agreed, a monitor said" gives the verb of saying both subjects.
  void separate_subjects(TokenId first, Span sentence) {
    const TokenId verb = head(first);
    TokenId second = None;
    TokenId complement = None;
    for (TokenId t = first + 1; t < neighborhood(first, sentence).end && second == None; ++t) {
      if (head(t) == verb && deprel(t) == deprel(first)) {
        second = t;
      } else if (head(t) == verb && deprel(t) == Deprel::Ccomp) {
        complement = t;
      }
    }
    if (second != None && complement == None) {
      attach_second_subject(first, second, sentence);
    } else if (second != None && complement < verb && !has_subject(complement, sentence)) {
      syntax_.heads[first] = complement;
    }
  }

  // "Mayor Dayton King agreed" has one subject in two pieces, and so have "the commissioner for trade, Maria Lund,
  // agreed", "Spain's Sanchez agreed" and "Peru and the FARC agreed".
  void attach_second_subject(TokenId first, TokenId second, Span sentence) {
    const TokenId verb = head(first);
    const TokenId begin = begin_of(second);
    const TokenId last = before(begin);
    const TokenId governor = head(verb);
    if (governor != None && second > verb && after(end_of(second)) == governor && !has_subject(governor, sentence)) {
      syntax_.heads[second] = governor;
      return;
    }
    if (!is_under(last, first)) {
      return;
    }
    if (upos(begin) == Upos::Adp && deprel(begin) == Deprel::Case && head(begin) == second) {
      attach(second, first, Deprel::Nmod);
    } else if (is_possessive_mark(last)) {
      attach(first, second, Deprel::NmodPoss);
    } else if (last == first && deprel(begin) == Deprel::Cc) {
      attach(second, first, Deprel::Conj);
    } else if (upos(second) == Upos::Propn && last == first) {
      attach(first, second, Deprel::NmodDesc);
    } else if (upos(second) == Upos::Propn && (form(begin) == "," || is_set_off(begin, verb)) &&
               (upos(first) == Upos::Noun || has_child(first, sentence, Deprel::Det))) {
      attach(second, first, Deprel::Appos);
    }
  }

  // "said it would allow the programme to deliver", "accused Peru of lying": a second subject that follows the verb is
  // its object. Returns whether it was changed.
  bool make_second_subject_object(TokenId second, Span sentence) {
    const TokenId verb = head(second);
    if (second < verb || upos(verb) != Upos::Verb || has_child(second, sentence, Deprel::Case) ||
        any_child(verb, sentence,
                  [&](TokenId t) {
                    return fills_object_slot(deprel(t)) && deprel(t) != Deprel::Xcomp && !is_gerund_clause(t);
                  }) ||
        !any_child(verb, {sentence.begin, verb}, [&](TokenId t) { return deprel(t) == Deprel::Nsubj; }) ||
        begin_of(second) != verb + 1) {
      return false;
    }
    syntax_.deprels[second] = Deprel::Obj;
    return true;
  }

  // "Lang-Roe accused Holm": a verb without an auxiliary between two nouns is active, so the second is its object.
  // Returns whether the relations were changed.
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

  // The last word of t with its dependents, as far as they are contiguous.
  TokenId end_of(TokenId t) const {
    TokenId last = t;
    while (after(last) != None && is_under(after(last), t)) {
      last = after(last);
    }
    return last;
  }

  // The first word of t with its dependents, as far as they are contiguous.
  TokenId begin_of(TokenId t) const {
    TokenId begin = t;
    while (before(begin) != None && is_under(before(begin), t)) {
      begin = before(begin);
    }
    return begin;
  }
  // Whether t is `above` or depends on it, directly or not.
  bool is_under(TokenId t, TokenId above) const {
    while (t != None && t != above) {
      t = head(t);
    }
    return t == above;
  }

  // Whether a comma stands before `begin` and another one is between it and `end`.
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
