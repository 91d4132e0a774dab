#include <entente/syntax/mend.hpp>

#include <algorithm>
#include <string>

#include <entente/base/letters.hpp>
#include <entente/syntax/clause_rules.hpp>
#include <entente/syntax/control_lexicon.hpp>
#include <entente/syntax/sentence_view.hpp>

namespace entente {

namespace {

bool is_phrase(Deprel d) { return d == Deprel::Nmod || is_oblique(d); }

// Changes the trees that it sees; their children are not indexed yet.
class Mender : private SentenceView {
 public:
  Mender(const Document& d, const Tagging& t, Syntax& s) : SentenceView(d, t, s), syntax_(s) {}

  void run(Span sentence) {
    for (TokenId t = sentence.begin; t < sentence.end; ++t) {
      if (head(t) != None) {
        mend(t, sentence);
      }
    }
  }

 private:
  void mend(TokenId t, Span sentence) {
    switch (deprel(t)) {
      case Deprel::Case:
        if (!raise_verb(t, sentence)) {
          lift_from_office(t);
          lower_of(t, sentence);
        }
        break;
      case Deprel::Nummod:
        make_object(t, sentence);
        break;
      case Deprel::Mark:
        raise_infinitive(t, sentence);
        break;
      case Deprel::Conj:
        make_apposition(t, sentence);
        free_subject(t, sentence);
        join_between(t, sentence);
        raise_description(t, sentence);
        break;
      case Deprel::Parataxis:
        if (!raise_verb(t, sentence)) {
          take_object(t, sentence);
        }
        break;
      case Deprel::Compound:
        make_subject(t, sentence);
        make_receiver(t, sentence);
        free_phrase(t);
        break;
      case Deprel::Nsubj:
        if (!join_names(t) && !make_object_of_second(t, sentence) && !lower_agent(t)) {
          part_subjects(t, sentence);
        }
        break;
      case Deprel::NsubjPass:
        if (!make_object_of_passive(t, sentence)) {
          part_subjects(t, sentence);
          make_active(t, sentence);
        }
        break;
      case Deprel::Obl:
        make_subject(t, sentence);
        take_object(t, sentence);
        break;
      case Deprel::Obj:
        if (!join_names(t)) {
          part_objects(t, sentence);
        }
        break;
      case Deprel::Nmod:
        make_holder(t, sentence);
        break;
      case Deprel::NmodPoss:
        free_owner(t);
        break;
      case Deprel::Iobj:
        make_only_object(t, sentence);
        break;
      case Deprel::Xcomp:
        make_second_object(t);
        break;
      case Deprel::Flat:
        part_names(t);
        free_phrase(t);
        break;
      case Deprel::NmodDesc:
      case Deprel::Appos:
        give_title(t);
        join_conjunct(t, sentence);
        break;
      default:
        break;
    }
  }

  // The parser reads long sentences in pieces: what hangs together stands near.
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

  // "with former president Karzai": "with" is of Karzai.
  void lift_from_office(TokenId preposition) {
    const TokenId office = head(preposition);
    if (deprel(office) == Deprel::NmodDesc && office < head(office)) {
      syntax_.heads[preposition] = head(office);
    }
  }

  // "the president of Chile, Gabriel Boric, came": a name after a comma, with no "and" in sight, is a second name for
  // the office and no second country.
  void make_apposition(TokenId name, Span sentence) {
    const TokenId country = head(name);
    const TokenId office = head(country);
    if (form(before(name)) != "," || upos(name) != Upos::Propn || upos(office) != Upos::Noun ||
        deprel(country) != Deprel::Nmod || office > country) {
      return;
    }
    const bool listed = any_child(country, sentence, [&](TokenId t) {
      return deprel(t) == Deprel::Cc ||
             (deprel(t) == Deprel::Conj && (t != name || has_child(t, sentence, Deprel::Cc)));
    });
    if (!listed && has_child(name, sentence, Deprel::Flat)) {
      syntax_.heads[name] = office;
      syntax_.deprels[name] = Deprel::Appos;
    }
  }

  // "start of the war of aggression": what follows a noun at once and begins with "of" is that noun's. "Lula of Brazil,
  // Putin of Russia": what follows a name is that name's where the first of the names has its own.
  void lower_of(TokenId preposition, Span sentence) {
    const TokenId phrase = head(preposition);
    TokenId noun = before(preposition);
    if (noun == None || phrase < preposition || form(preposition) != "of" || !is_phrase(deprel(phrase))) {
      return;
    }
    while (deprel(noun) == Deprel::Flat) {
      noun = head(noun);
    }
    const TokenId above = head(phrase);
    if (above == None || above >= noun || is_under(noun, phrase)) {
      return;
    }
    const bool listed = deprel(noun) == Deprel::Conj && head(noun) == above && has_own_of(above, noun, sentence);
    if (listed || (upos(noun) == Upos::Noun && hangs_below(noun, above))) {
      syntax_.heads[phrase] = noun;
      syntax_.deprels[phrase] = Deprel::Nmod;
    }
  }

  bool has_own_of(TokenId t, TokenId end, Span sentence) const {
    return any_child(t, {t, end}, [&](TokenId phrase) {
      return any_child(phrase, sentence, [&](TokenId c) { return form(c) == "of" && deprel(c) == Deprel::Case; });
    });
  }

  // Below it, and not by a conjunction: "the terms and conditions of a loan" are both the loan's.
  bool hangs_below(TokenId t, TokenId above) const {
    while (t != None && t != above && deprel(t) != Deprel::Conj) {
      t = head(t);
    }
    return t == above;
  }

  // "killed at least 81 people"
  void make_object(TokenId number, Span sentence) {
    const TokenId noun = head(number);
    const TokenId verb = head(noun);
    if (deprel(noun) != Deprel::Obl || verb == None || verb > noun || upos(verb) != Upos::Verb) {
      return;
    }
    const bool bounded =
        any_child(number, sentence, [&](TokenId t) { return t < number && has_child(t, sentence, Deprel::Case); });
    if (bounded && !has_child(noun, sentence, Deprel::Case) && !has_child(verb, sentence, Deprel::Obj) &&
        !has_child(verb, sentence, Deprel::AuxPass)) {
      syntax_.deprels[noun] = Deprel::Obj;
    }
  }

  // "vetoed on Friday a resolution", "took over Kirkuk": what has no preposition is an object, where there is none.
  void take_object(TokenId noun, Span sentence) {
    const TokenId verb = head(noun);
    if (upos(verb) != Upos::Verb || verb > noun || (upos(noun) != Upos::Noun && upos(noun) != Upos::Propn) ||
        any_child(verb, sentence, [&](TokenId t) { return takes_object_place(deprel(t)); }) || is_weekday(noun)) {
      return;
    }
    const TokenId begin = begin_of(noun);
    if ((upos(before(begin)) == Upos::Adp && deprel(before(begin)) != Deprel::CompoundPrt) ||
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

  // "rejected a plea by Mayor Lind": a subject has no preposition.
  bool lower_agent(TokenId noun) {
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

  // "promises Germany more gas": what measures the noun stands before all its compounds, so Germany is none of them.
  void make_receiver(TokenId name, Span sentence) {
    const TokenId thing = head(name);
    const TokenId verb = head(thing);
    const bool marked = has_child(name, sentence, Deprel::Det);  // "granted the government permission"
    if ((upos(name) != Upos::Propn && !marked) || verb == None || verb >= name || thing < name ||
        deprel(thing) != Deprel::Obj || !ControlLexicon::shared().has(ControlRule::TwoObjects, lemma(verb)) ||
        has_child(verb, sentence, Deprel::Iobj)) {
      return;
    }
    const bool measured = marked || any_child(thing, {name + 1, thing}, [&](TokenId t) {
                            return deprel(t) == Deprel::Det || deprel(t) == Deprel::Nummod ||
                                   deprel(t) == Deprel::NmodPoss ||
                                   (deprel(t) == Deprel::Amod && features(t).degree == Degree::Comparative);
                          });
    if (measured) {
      syntax_.heads[name] = verb;
      syntax_.deprels[name] = Deprel::Iobj;
    }
  }

  bool is_possessive_mark(TokenId t) const {
    return deprel(t) == Deprel::Case && (form(t) == "'s" || form(t) == "\xE2\x80\x99s" || form(t) == "'");
  }

  // A clause has one subject. "Mayor Dayton King agreed" has one in two pieces, and so has "the commissioner for trade,
  // Maria Lund, agreed", and "Spain's Sanchez agreed" and "Peru and the FARC agreed"; "the mayor agreed, a monitor
  // said" gave the verb of saying what belongs to the clause before it.
  void part_subjects(TokenId first, Span sentence) {
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

  // "talks between a council led by Roe and Peru": "between" joins two; where its noun is alone, the other is what was
  // joined to a name in the clause about it.
  void join_between(TokenId other, Span sentence) {
    TokenId noun = head(other);
    TokenId clause = None;
    TokenId last = None;  // of the two that "between" joins, or None
    while (noun != None && !stands_between(noun, sentence)) {
      if (deprel(noun) == Deprel::Acl || deprel(noun) == Deprel::AclRelcl) {
        clause = noun;
        last = one_between(head(noun), noun, sentence);
      }
      noun = last != None ? last : head(noun);
    }
    if (last != None) {
      syntax_.heads[clause] = last;  // "talks between a council" are not led by Roe
    }
    if (deprel(other) == Deprel::Conj && clause != None && noun != None && is_single(noun, sentence)) {
      syntax_.heads[other] = noun;
    }
  }
  // The noun in the middle of "talks between a council led", where it is alone.
  TokenId one_between(TokenId talks, TokenId clause, Span sentence) const {
    for (TokenId t = talks == None ? clause : talks + 1; t < clause; ++t) {
      if (head(t) == talks && deprel(t) == Deprel::Nmod && stands_between(t, sentence) && is_single(t, sentence)) {
        return t;
      }
    }
    return None;
  }
  bool stands_between(TokenId noun, Span sentence) const {
    return any_child(noun, sentence, [&](TokenId t) { return form(t) == "between"; });
  }
  bool is_single(TokenId noun, Span sentence) const {
    return features(noun).number == Number::Singular && !has_child(noun, sentence, Deprel::Conj);
  }

  // "Minister Roe and Europol Director Doe": a title behind a name is the next name's.
  void give_title(TokenId title) {
    const TokenId first = head(title);
    const TokenId second = after(title);
    const bool name = deprel(title) == Deprel::Appos && upos(title) != Upos::Noun;
    if (name || title < first || upos(second) != Upos::Propn || deprel(second) == Deprel::Flat || is_weekday(second) ||
        is_under(first, second)) {
      return;
    }
    for (TokenId t = first + 1; t < title; ++t) {
      if (deprel(t) == Deprel::Cc && (is_under(t, title) || head(t) == second)) {
        syntax_.heads[t] = second;
        syntax_.heads[title] = second;
        syntax_.heads[second] = first;
        syntax_.deprels[second] = Deprel::Conj;
        return;
      }
    }
  }

  // "A lost to B and C were beaten by D": what stands right before a verb with a tense and without a subject is its
  // subject, not the verb's before it.
  void free_subject(TokenId noun, Span sentence) {
    const TokenId first = head(noun);
    if (noun < first || !is_phrase_or_object(deprel(first)) ||
        (upos(noun) != Upos::Propn && upos(noun) != Upos::Pron && upos(noun) != Upos::Noun)) {
      return;
    }
    TokenId begin = after(noun);
    while (begin != None && head(begin) == noun && deprel(begin) == Deprel::Flat) {
      begin = after(begin);
    }
    if (begin == None) {
      return;
    }
    const bool auxiliary = upos(begin) == Upos::Aux;
    const TokenId verb = auxiliary ? head(begin) : begin;
    const TokenId above = verb_above(first, sentence);
    if (verb == None || above == None || verb <= noun || upos(verb) != Upos::Verb || is_under(above, verb) ||
        features(auxiliary ? begin : verb).verb_form != VerbForm::Finite || deprel(verb) == Deprel::AclRelcl ||
        any_child(verb, sentence, [&](TokenId t) { return is_any_subject(deprel(t)) || deprel(t) == Deprel::Mark; })) {
      return;
    }
    syntax_.heads[noun] = verb;
    syntax_.deprels[noun] = has_child(verb, sentence, Deprel::AuxPass) ? Deprel::NsubjPass : Deprel::Nsubj;
    for (TokenId t = first + 1; t < noun; ++t) {
      if (head(t) == noun && deprel(t) == Deprel::Cc) {
        syntax_.heads[t] = verb;
      }
    }
    if (deprel(verb) != Deprel::Root) {
      syntax_.heads[verb] = above;
      syntax_.deprels[verb] = Deprel::Conj;
    }
  }
  // The verb that the phrase depends on, be it through a noun that is its object: "operations against A and B are".
  TokenId verb_above(TokenId phrase, Span sentence) const {
    const TokenId above = head(phrase);
    if (above != None && upos(above) == Upos::Noun && is_phrase_or_object(deprel(above)) &&
        !stands_between(phrase, sentence)) {
      return head(above) != None && upos(head(above)) == Upos::Verb ? head(above) : None;
    }
    return above != None && upos(above) == Upos::Verb ? above : None;
  }
  static bool is_phrase_or_object(Deprel d) { return is_phrase(d) || d == Deprel::Obj; }

  // "Qatar mediated": a finite verb without an auxiliary is not passive.
  void make_active(TokenId noun, Span sentence) {
    const TokenId verb = head(noun);
    if (deprel(noun) == Deprel::NsubjPass && upos(verb) == Upos::Verb && noun < verb &&
        features(verb).verb_form == VerbForm::Finite && !has_child(verb, sentence, Deprel::AuxPass) &&
        !has_child(verb, sentence, Deprel::Aux)) {
      syntax_.deprels[noun] = Deprel::Nsubj;
    }
  }

  // "prevented Israel from attacking": the only object of a verb is a direct one.
  void make_only_object(TokenId noun, Span sentence) {
    if (!any_child(head(noun), sentence, [&](TokenId t) {
          const Deprel d = deprel(t);
          return d == Deprel::Obj || d == Deprel::Ccomp || d == Deprel::Xcomp || d == Deprel::Parataxis ||
                 d == Deprel::NsubjPass;
        })) {
      syntax_.deprels[noun] = Deprel::Obj;
    }
  }

  // "was denied entry": what is denied.
  void make_second_object(TokenId noun) {
    const TokenId verb = head(noun);
    if (upos(noun) == Upos::Noun && verb < noun && ControlLexicon::shared().has(ControlRule::TwoObjects, lemma(verb))) {
      syntax_.deprels[noun] = Deprel::Obj;
    }
  }

  // "greeted the prime minister, Ismail Haniya": a name after a comma is the object's before it, neither another object
  // nor the verb's subject.
  bool join_names(TokenId name) {
    const TokenId verb = head(name);
    const TokenId begin = begin_of(name);
    const TokenId comma = form(begin) == "," ? begin : before(begin);
    if (upos(name) != Upos::Propn || verb == None || verb > begin || form(comma) != ",") {
      return false;
    }
    TokenId first = before(comma);
    while (first != None && head(first) != verb) {
      first = head(first);
    }
    if (first == None || first < verb || upos(first) != Upos::Noun || deprel(first) != Deprel::Obj) {
      return false;
    }
    syntax_.heads[name] = first;
    syntax_.deprels[name] = Deprel::Appos;
    return true;
  }

  // "rejected Roe's plan", "rejected Peruvian calls" have one object: what stands right before it is its owner, or
  // describes it.
  void part_objects(TokenId first, Span sentence) {
    const TokenId verb = head(first);
    const TokenId next = after(end_of(first));
    if (upos(first) != Upos::Propn || verb == None || verb > first || next == None ||
        ControlLexicon::shared().has(ControlRule::TwoObjects, lemma(verb)) || has_child(first, sentence, Deprel::Det)) {
      return;
    }
    TokenId second = next;
    while (second != None && head(second) != verb) {
      second = head(second);
    }
    if (second == None || deprel(second) != Deprel::Obj || begin_of(second) != next || upos(second) != Upos::Noun ||
        upos(next) == Upos::Det || upos(next) == Upos::Punct) {
      return;
    }
    syntax_.heads[first] = second;
    syntax_.deprels[first] = is_possessive_mark(before(next)) ? Deprel::NmodPoss : Deprel::Compound;
  }

  // "said it would allow the programme to deliver", "accused Peru of lying": what stands behind the verb is no second
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
  bool make_object_of_passive(TokenId second, Span sentence) {
    const TokenId verb = head(second);
    if (second < verb || upos(verb) != Upos::Verb || begin_of(second) != verb + 1 || has_auxiliary(verb, sentence)) {
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

  bool has_auxiliary(TokenId verb, Span sentence) const {
    return any_child(verb, sentence,
                     [&](TokenId t) { return deprel(t) == Deprel::Aux || deprel(t) == Deprel::AuxPass; });
  }

  // "Halden sued Aldi", "Iran-backed Houthis attacked": a name right before a verb with a tense and without a subject
  // is its subject, if it has no preposition.
  void make_subject(TokenId name, Span sentence) {
    const TokenId verb = head(name);
    if (upos(name) != Upos::Propn || verb < name || end_of(name) + 1 != verb || !lacks_subject(verb, sentence) ||
        is_weekday(name) || has_child(name, sentence, Deprel::Case)) {
      return;
    }
    syntax_.deprels[name] = Deprel::Nsubj;
  }

  // A tagger may take "met" for a participle; one that heads the sentence and has an object is none.
  bool lacks_subject(TokenId verb, Span sentence) const {
    const bool heads = deprel(verb) == Deprel::Root || head(head(verb)) == None;
    const bool finite =
        features(verb).verb_form == VerbForm::Finite || (heads && has_child(verb, sentence, Deprel::Obj));
    return upos(verb) == Upos::Verb && finite && !has_auxiliary(verb, sentence) &&
           !any_child(verb, sentence,
                      [&](TokenId t) { return is_any_subject(deprel(t)) || deprel(t) == Deprel::Mark; });
  }

  // "Ada Roe met Lars Holm", with the name as the head of it all: the verb after it is.
  bool raise_verb(TokenId verb, Span sentence) {
    const TokenId name = head(verb);
    if (upos(name) != Upos::Propn || head(name) != None || verb < name || !lacks_subject(verb, sentence)) {
      return false;
    }
    for (TokenId t = name + 1; t < verb; ++t) {
      if (head(t) != name || deprel(t) != Deprel::Flat) {
        return false;
      }
    }
    for (TokenId t = verb + 1; t < sentence.end; ++t) {
      syntax_.heads[t] = head(t) == name ? verb : head(t);
    }
    syntax_.heads[verb] = None;
    syntax_.deprels[verb] = Deprel::Root;
    syntax_.heads[name] = verb;
    syntax_.deprels[name] = Deprel::Nsubj;
    return true;
  }

  bool is_gerund_clause(TokenId verb) const {
    return deprel(verb) == Deprel::Ccomp && features(verb).verb_form == VerbForm::Participle;
  }

  // "discussed Libya with Roe", "offered to Peru a ship": what has a preposition is no part of the name or noun beside
  // it.
  void free_phrase(TokenId noun) {
    const TokenId part = head(noun);
    const TokenId verb = head(part);
    if (verb == None || verb > noun || upos(verb) != Upos::Verb || deprel(part) != Deprel::Obj ||
        !any_child(noun, {verb, noun}, [&](TokenId t) { return deprel(t) == Deprel::Case && upos(t) == Upos::Adp; })) {
      return;
    }
    syntax_.heads[noun] = verb;
    syntax_.deprels[noun] = Deprel::Obl;
  }

  // "Minister Roe and Minister Doe": an "and" joins conjuncts.
  void join_conjunct(TokenId noun, Span sentence) {
    if (deprel(noun) == Deprel::Appos && head(noun) < noun && has_child(noun, sentence, Deprel::Cc) &&
        any_child(noun, {head(noun), noun}, [&](TokenId t) { return deprel(t) == Deprel::Cc; })) {
      syntax_.deprels[noun] = Deprel::Conj;
    }
  }

  // "the director of Interpol, Ada Roe, agreed": a name after a comma and without a preposition is an apposition.
  void make_holder(TokenId name, Span sentence) {
    const TokenId office = head(name);
    const TokenId begin = begin_of(name);
    if (upos(name) == Upos::Propn && office < begin && upos(office) == Upos::Noun &&
        (form(begin) == "," || form(before(begin)) == ",") && !has_child(name, sentence, Deprel::Case)) {
      syntax_.deprels[name] = Deprel::Appos;
    }
  }

  // "elected Ada Lang treasurer": an owner has a mark of the possessive.
  void free_owner(TokenId name) {
    const TokenId thing = head(name);
    const TokenId verb = head(thing);
    if (upos(name) == Upos::Propn && deprel(thing) == Deprel::Xcomp && verb < name && name < thing &&
        !is_possessive_mark(after(end_of(name))) && !is_possessive_mark(end_of(name))) {
      syntax_.heads[name] = verb;
      syntax_.deprels[name] = Deprel::Obj;
    }
  }

  // "where she is to meet him": the verb heads its clause, not the auxiliary.
  void raise_infinitive(TokenId to, Span sentence) {
    const TokenId verb = head(to);
    const TokenId be = before(to);
    if (form(to) != "to" || be == None || upos(be) != Upos::Aux || head(verb) != be || lemma(be) != "be" ||
        upos(verb) != Upos::Verb) {
      return;
    }
    const Span around = near(be, sentence);
    for (TokenId t = around.begin; t < around.end; ++t) {
      syntax_.heads[t] = head(t) == be && t != verb ? verb : head(t);
    }
    syntax_.heads[verb] = head(be);
    syntax_.deprels[verb] = deprel(be);
    syntax_.heads[be] = verb;
    syntax_.deprels[be] = Deprel::Cop;
  }

  // "director of the Asia Society and a fellow": both are what the name before them is.
  void raise_description(TokenId noun, Span sentence) {
    const TokenId house = head(noun);
    const TokenId role = head(house);
    if (upos(noun) == Upos::Noun && upos(house) == Upos::Propn && deprel(house) == Deprel::Nmod && role < house &&
        upos(role) == Upos::Noun && deprel(role) == Deprel::Appos &&
        any_child(noun, sentence, [&](TokenId t) { return form(t) == "a" || form(t) == "an"; })) {
      syntax_.heads[noun] = role;
    }
  }

  // "Vladimir Putin of Russia, Prime Minister Manmohan Singh": a title after a comma begins another name.
  void part_names(TokenId name) {
    const TokenId first = head(name);
    TokenId comma = None;
    TokenId title = None;
    for (TokenId t = first + 1; t < name; ++t) {
      comma = form(t) == "," ? t : comma;
      title = comma != None && head(t) == first && deprel(t) == Deprel::NmodDesc ? t : title;
    }
    if (title == None || upos(name) != Upos::Propn) {
      return;
    }
    for (TokenId t = comma + 1; t < name; ++t) {
      syntax_.heads[t] = head(t) == first ? name : head(t);
    }
    syntax_.deprels[name] = Deprel::Conj;
  }

  TokenId end_of(TokenId t) const {
    TokenId last = t;
    while (after(last) != None && is_under(after(last), t)) {
      last = after(last);
    }
    return last;
  }

  // Of the words that hang by t, those between it and its left neighbour's.
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

void mend(const Document& document, const Tagging& tagging, Syntax& syntax) {
  Mender mender(document, tagging, syntax);
  for (const Sentence& sentence : document.sentences) {
    mender.run(sentence.tokens);
  }
}

}  // namespace entente
