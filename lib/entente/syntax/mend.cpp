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
        lift_from_office(t);
        make_particle(t);
        lower_of(t, sentence);
        break;
      case Deprel::Nummod:
        make_object(t, sentence);
        break;
      case Deprel::Mark:
        make_participle(t);
        make_subject(t, sentence);
        break;
      case Deprel::Conj:
        make_apposition(t, sentence);
        free_subject(t, sentence);
        join_between(t, sentence);
        break;
      case Deprel::Parataxis:
        raise_predicate(t, sentence);
        break;
      case Deprel::AclRelcl:
        tell_content(t, sentence);
        agree(t, sentence);
        break;
      case Deprel::Compound:
        make_receiver(t, sentence);
        break;
      case Deprel::Nsubj:
        if (!lower_agent(t) && !join_quality(t) && !free_object(t, sentence)) {
          part_subjects(t, sentence);
        }
        break;
      case Deprel::NsubjPass:
        part_subjects(t, sentence);
        break;
      case Deprel::Obl:
        take_object(t, sentence);
        free_place(t, sentence);
        break;
      case Deprel::Obj:
        part_quality(t);
        break;
      case Deprel::NmodDesc:
      case Deprel::Appos:
        give_title(t);
        [[fallthrough]];
      default:
        free_place(t, sentence);
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

  // "called off a meeting": an object has no preposition.
  void make_particle(TokenId preposition) {
    const TokenId object = head(preposition);
    const TokenId verb = head(object);
    if (deprel(object) == Deprel::Obj && verb == before(preposition) && upos(verb) == Upos::Verb) {
      syntax_.heads[preposition] = verb;
      syntax_.deprels[preposition] = Deprel::CompoundPrt;
    }
  }

  // "Musk, who owns Tesla, bought Twitter": the verb beside a name that is the whole sentence is its predicate.
  void raise_predicate(TokenId verb, Span sentence) {
    const TokenId name = head(verb);
    const bool nominal = upos(name) == Upos::Propn || upos(name) == Upos::Noun || upos(name) == Upos::Pron;
    if (head(name) != None || !nominal || verb < name || upos(verb) != Upos::Verb ||
        features(verb).verb_form != VerbForm::Finite || !has_child(name, sentence, Deprel::AclRelcl) ||
        any_child(verb, sentence, [&](TokenId t) { return is_any_subject(deprel(t)); })) {
      return;
    }
    syntax_.heads[verb] = None;
    syntax_.deprels[verb] = Deprel::Root;
    syntax_.heads[name] = verb;
    syntax_.deprels[name] = Deprel::Nsubj;
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

  // "built a bridge for buses to enter Peru": the buses enter. (But "voted for Roe to stop Lind".)
  void make_subject(TokenId to, Span sentence) {
    const TokenId verb = head(to);
    const TokenId noun = before(to);
    if (noun == None || form(to) != "to" || verb < to || deprel(verb) != Deprel::Advcl) {
      return;
    }
    const TokenId governor = head(verb);
    if (head(noun) != governor || deprel(noun) != Deprel::Obl || !has_child(governor, sentence, Deprel::Obj) ||
        any_child(verb, sentence, [&](TokenId t) { return is_any_subject(deprel(t)); })) {
      return;
    }
    const Span around = near(noun, sentence);
    for (TokenId preposition = around.begin; preposition < noun; ++preposition) {
      if (head(preposition) == noun && deprel(preposition) == Deprel::Case && form(preposition) == "for") {
        syntax_.heads[preposition] = verb;
        syntax_.deprels[preposition] = Deprel::Mark;
        syntax_.heads[noun] = verb;
        syntax_.deprels[noun] = Deprel::Nsubj;
        return;
      }
    }
  }

  // "opened its borders to displaced Somalis": what stands behind "to" in another form than the infinitive is a
  // participle before its noun.
  void make_participle(TokenId to) {
    const TokenId participle = after(to);
    const TokenId noun = after(participle);
    if (form(to) != "to" || noun == None || head(to) != participle || head(participle) == None ||
        upos(participle) != Upos::Verb || form(participle) == lemma(participle) || !form(participle).ends_with("ed") ||
        features(participle).verb_form == VerbForm::Infinitive) {
      return;
    }
    const TokenId governor = head(participle);
    if (head(noun) != participle || deprel(noun) != Deprel::Obj) {
      return;
    }
    syntax_.heads[noun] = governor;
    syntax_.deprels[noun] = upos(governor) == Upos::Verb ? Deprel::Obl : Deprel::Nmod;
    syntax_.heads[participle] = noun;
    syntax_.deprels[participle] = Deprel::Amod;
    syntax_.heads[to] = noun;
    syntax_.deprels[to] = Deprel::Case;
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
    if (upos(before(begin)) == Upos::Adp && deprel(before(begin)) != Deprel::CompoundPrt) {
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

  // "Fighters loyal to the general arrested him": what the fighters are is no second subject.
  bool join_quality(TokenId quality) {
    const TokenId noun = before(quality);
    if (upos(quality) != Upos::Adj || upos(noun) != Upos::Noun || deprel(noun) != Deprel::Nsubj ||
        head(noun) != head(quality) || head(quality) < quality) {
      return false;
    }
    syntax_.heads[quality] = noun;
    syntax_.deprels[quality] = Deprel::Amod;
    return true;
  }

  // "accuses Malta of having let it pass": the subject of a clause stands behind its preposition.
  bool free_object(TokenId noun, Span sentence) {
    const TokenId clause = head(noun);
    const TokenId verb = head(clause);
    if (verb == None || verb > noun || upos(verb) != Upos::Verb || noun > clause ||
        (deprel(clause) != Deprel::Ccomp && deprel(clause) != Deprel::Advcl) ||
        has_child(verb, sentence, Deprel::Obj) || has_child(verb, sentence, Deprel::AuxPass) ||
        !any_child(clause, {noun + 1, clause},
                   [&](TokenId t) { return deprel(t) == Deprel::Mark && (form(t) == "of" || form(t) == "from"); })) {
      return false;
    }
    syntax_.heads[noun] = verb;
    syntax_.deprels[noun] = Deprel::Obj;
    return true;
  }

  // "found the old regime guilty": the regime is found, and guilty is what it is found to be.
  void part_quality(TokenId quality) {
    const TokenId noun = before(quality);
    const TokenId verb = head(quality);
    const bool is_quality =
        upos(quality) == Upos::Adj || ControlLexicon::shared().has(ControlRule::Quality, form(quality));
    if (!is_quality || noun == None || verb >= noun || head(noun) != quality || deprel(noun) != Deprel::Compound ||
        !ControlLexicon::shared().has(ControlRule::Quality, lemma(verb))) {
      return;
    }
    for (TokenId t = verb + 1; t < noun; ++t) {
      if (head(t) == quality) {
        syntax_.heads[t] = noun;
      }
    }
    syntax_.heads[noun] = verb;
    syntax_.deprels[noun] = Deprel::Obj;
    syntax_.heads[quality] = verb;
    syntax_.deprels[quality] = Deprel::Xcomp;
  }

  // "reports that Russia attacked it": what is reported, not a clause about the reports. In a relative clause "that"
  // has a part of its own.
  void tell_content(TokenId clause, Span sentence) {
    const TokenId noun = head(clause);
    TokenId that = None;
    bool has_object = false;
    for (TokenId t = noun + 1; t < near(noun, sentence).end; ++t) {
      if (head(t) == clause && form(t) == "that" && that == None && t < clause) {
        that = t;
      } else {
        has_object = has_object || (head(t) == clause && deprel(t) == Deprel::Obj);
      }
    }
    if (that != None && (deprel(that) == Deprel::Mark || (deprel(that) == Deprel::Obj && has_object))) {
      syntax_.deprels[clause] = Deprel::Acl;
      syntax_.deprels[that] = Deprel::Mark;
    }
  }

  // "promises Germany more gas": what measures the noun stands before all its compounds, so Germany is none of them.
  void make_receiver(TokenId name, Span sentence) {
    const TokenId thing = head(name);
    const TokenId verb = head(thing);
    if (upos(name) != Upos::Propn || verb == None || verb >= name || thing < name || deprel(thing) != Deprel::Obj ||
        !ControlLexicon::shared().has(ControlRule::TwoObjects, lemma(verb)) ||
        has_child(verb, sentence, Deprel::Iobj)) {
      return;
    }
    const bool measured = any_child(thing, {name + 1, thing}, [&](TokenId t) {
      return deprel(t) == Deprel::Det || deprel(t) == Deprel::Nummod || deprel(t) == Deprel::NmodPoss ||
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

  // "the trial of a leader, which implicate the state" is about none of the singular nouns: a plural verb has a plural
  // antecedent, the nearest above that there is.
  void agree(TokenId verb, Span sentence) {
    const Features& of_verb = features(verb);
    const TokenId noun = head(verb);
    const bool plural = of_verb.verb_form == VerbForm::Finite && of_verb.tense == Tense::Present &&
                        form(verb) == lemma(verb) && !has_child(verb, sentence, Deprel::Aux);
    const bool relative = plural && any_child(verb, {noun, verb}, [&](TokenId t) {
                            return deprel(t) == Deprel::Nsubj && is_one_of(form(t), {"which", "that", "who"});
                          });
    if (!relative || !is_single(noun, sentence)) {
      return;
    }
    TokenId above = head(noun);
    while (above != None && (upos(above) != Upos::Noun || is_single(above, sentence))) {
      above = upos(above) == Upos::Verb && deprel(above) != Deprel::Acl ? None : head(above);
    }
    if (above != None) {
      syntax_.heads[verb] = above;
    }
  }
  // "talks between a council led by Roe and Peru": "between" joins two; where its noun is alone, the other is what was
  // joined to a name in the clause about it.
  void join_between(TokenId other, Span sentence) {
    TokenId noun = head(other);
    bool clause = false;
    while (noun != None && !stands_between(noun, sentence)) {
      clause |= deprel(noun) == Deprel::Acl || deprel(noun) == Deprel::AclRelcl;
      noun = head(noun);
    }
    if (deprel(other) == Deprel::Conj && clause && noun != None && is_single(noun, sentence)) {
      syntax_.heads[other] = noun;
    }
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

  // "shots in New York City Sunday": two names before a weekday are a place, and the weekday says when. (One may be
  // of the weekday: "Bloody Sunday".)
  void free_place(TokenId day, Span sentence) {
    const TokenId place = before(day);
    const TokenId first = before(place);
    const bool named = upos(place) == Upos::Propn && upos(first) == Upos::Propn;
    if (!named || !is_weekday(day) || head(place) != day || deprel(place) != Deprel::Compound ||
        !hangs_below(first, day)) {
      return;
    }
    TokenId clause = head(day);
    while (head(clause) != None && upos(clause) != Upos::Verb) {
      clause = head(clause);
    }
    syntax_.heads[place] = head(day);
    syntax_.deprels[place] = deprel(day);
    const Span around = near(day, sentence);
    for (TokenId t = around.begin; t < around.end; ++t) {
      if (head(t) == day) {
        syntax_.heads[t] = place;
      }
    }
    syntax_.heads[day] = clause;
    syntax_.deprels[day] = Deprel::OblUnmarked;
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
