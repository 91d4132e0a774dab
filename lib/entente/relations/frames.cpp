#include <entente/relations/frames.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/relations/argument_steps.hpp>
#include <entente/relations/governing.hpp>
#include <entente/relations/status.hpp>

namespace entente {

namespace {

constexpr std::size_t MostPairs = 20;

bool is_companion(Deprel d) {
  switch (d) {
    case Deprel::Obj:
    case Deprel::Iobj:
    case Deprel::Obl:
    case Deprel::OblUnmarked:
    case Deprel::Xcomp:
    case Deprel::Ccomp:
    case Deprel::Advmod:
    case Deprel::CompoundPrt:
    case Deprel::NsubjPass:
    case Deprel::Advcl:
    case Deprel::Nmod:
    case Deprel::Amod:
    case Deprel::Compound:
      return true;
    default:
      return false;
  }
}

// Matches the frames of one predicate.
class FrameMatcher {
 public:
  FrameMatcher(const Reading& reading, TokenId anchor, bool verb, std::vector<Match>& out)
      : r_(reading), anchor_(anchor), verb_(verb), out_(out), first_(out.size()) {}

  void match(const Frame& frame) {
    if (out_.size() - first_ >= MostPairs || !conditions_hold(frame)) {
      return;
    }
    const auto source = fillers(frame, frame.a, frame.a_kinds, false);
    if (source.empty()) {
      return;
    }
    if (frame.both) {
      match_mutual(frame, source);
      return;
    }
    auto target = fillers(frame, frame.b, frame.b_kinds, true);
    if (target.empty() && frame.bridged && is_definite(r_, anchor_)) {
      target = from_sentence_before(frame);
    }
    if (target.empty() && source.size() > 1 && reciprocal(frame)) {
      match_reciprocal(frame, source);
      return;
    }
    for (const auto& a : source) {
      const auto own = own_target(frame, a);
      for (const auto& b : own.empty() ? target : own) {
        if (!is_their_own(b, source)) {
          put(frame, a, b);
        }
      }
    }
  }

  // The frame "A be in B" of a nominal that is B itself.
  void match_copula(const Frame& frame) {
    if (frame.b.slot != Slot::Preposition || !r_.lexicon.has(frame.b.prep, r_.prepositions[anchor_]) ||
        frame.a.slot != Slot::Subject) {
      return;
    }
    const auto target = actors_for({anchor_, Via::Direct}, frame.b_kinds, acting(frame));
    if (target.empty()) {
      return;
    }
    for (const auto& subject : surface_subjects(r_, anchor_)) {
      for (const auto& a : actors_for(subject, frame.a_kinds, acting(frame))) {
        for (const auto& b : target) {
          put(frame, a, b);
        }
      }
    }
  }

 private:
  // "A and B cling to their aims": a pronoun that means one of them is no other.
  bool is_their_own(const Filler& target, const Fillers& source) const {
    return r_.actors.mentions[target.mention].form == MentionForm::Pronoun &&
           std::any_of(source.begin(), source.end(), [&](const Filler& a) { return actor(a) == actor(target); });
  }

  // "Presidents Lula of Brazil and Putin of Russia": each of the later ones has a country of his own.
  Fillers own_target(const Frame& frame, const Filler& bearer) const {
    Fillers own;
    if (r_.tagging.features(anchor_).number != Number::Plural || frame.a.slot != Slot::Bearer ||
        frame.b.slot != Slot::Preposition || bearer.token == anchor_ || bearer.token == r_.head(anchor_) ||
        !r_.lexicon.has(frame.b.prep, r_.lexicon.of)) {
      return own;
    }
    for (const TokenId c : r_.children(bearer.token)) {
      if (r_.deprel(c) == Deprel::Nmod && r_.prepositions[c] == r_.lexicon.of) {
        actors_at(r_, {c, bearer.via}, Acting, own);
      }
    }
    return of_kinds(own, frame.b_kinds);
  }

  // "the deputy leader of the party" leads no party; what a deputy does is said by frames with that word.
  bool is_deputy(const Frame& frame) const {
    if (frame.a.slot != Slot::Bearer) {
      return false;
    }
    for (const TokenId c : r_.children(anchor_)) {
      const bool before = c < anchor_ && (r_.deprel(c) == Deprel::Amod || r_.deprel(c) == Deprel::Compound);
      if (before && (r_.lexicon.standing(r_.words[c]) & bits(Standing::Deputy)) != 0) {
        return std::none_of(frame.companions.begin(), frame.companions.end(),
                            [&](const Companion& said) { return r_.lexicon.has(said.word, r_.words[c]); });
      }
    }
    return false;
  }

  bool conditions_hold(const Frame& frame) const {
    if (is_deputy(frame)) {
      return false;
    }
    if (!frame.own_case.empty() && !r_.lexicon.has(frame.own_case, r_.prepositions[anchor_])) {
      return false;
    }
    if (!frame.particle.empty() && !has_particle(r_, anchor_, frame.particle) && !opens_oblique(frame.particle)) {
      return false;
    }
    if (frame.context != 0 && (r_.contexts[r_.document.sentence_of(anchor_)] & frame.context) == 0) {
      return false;
    }
    if (frame.negated && status_of(r_, anchor_, Status::Asserted) != Status::Negated) {
      return false;
    }
    if (frame.real && status_of(r_, anchor_, Status::Asserted) != Status::Asserted) {
      return false;
    }
    if (frame.passive && (!r_.is_passive(anchor_) || names_agent())) {
      return false;
    }
    if (frame.alone && r_.has_child(anchor_, Deprel::Obj)) {
      return false;
    }
    if (frame.bare && is_called_something()) {
      return false;
    }
    return std::all_of(frame.companions.begin(), frame.companions.end(),
                       [&](const Companion& c) { return c.word.empty() || hangs(c); });
  }

  // "a series of talks"
  bool is_quantity(TokenId t) const { return (r_.lexicon.standing(r_.words[t]) & bits(Standing::Quantity)) != 0; }

  // "called him a friend", not "called him to talk".
  bool is_called_something() const {
    const bool participle = r_.deprel(anchor_) == Deprel::Acl && !r_.has_child(anchor_, Deprel::Mark) &&
                            r_.tagging.features(anchor_).tense == Tense::Past;
    if (participle || r_.is_passive(anchor_)) {
      return participle || r_.has_child(anchor_, Deprel::Obj);  // "officially called X"
    }
    const TokenId x = r_.child(anchor_, Deprel::Xcomp);
    return (x != None && !r_.has_child(x, Deprel::Mark)) || r_.has_child(anchor_, Deprel::Ccomp);
  }

  // "pulled out of the deal": a parser may hang the particle by the deal, before its preposition.
  bool opens_oblique(WordSet particle) const {
    for (const TokenId c : r_.children(anchor_)) {
      if (c > anchor_ && is_oblique(r_.deprel(c))) {
        const TokenId first = r_.child(c, Deprel::Case);
        if (first != None && r_.words[first] != r_.prepositions[c] && r_.lexicon.has(particle, r_.words[first])) {
          return true;
        }
      }
    }
    return false;
  }

  // "took B to court": a tagger may take the "to" for that of an infinitive.
  WordId preposition_of(TokenId t) const {
    const TokenId mark = r_.prepositions[t] == NoWord && r_.is_noun(t) ? r_.child(t, Deprel::Mark) : None;
    return mark == None ? r_.prepositions[t] : r_.words[mark];
  }

  // "arrested by militants in Kenya", but not "by police in Kenya", who are the country's.
  bool names_agent() const {
    const auto children = r_.children(anchor_);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) {
      const bool agent = r_.deprel(c) == Deprel::OblAgent || r_.prepositions[c] == r_.lexicon.by;
      return agent && (r_.mention_at(c) != None || (r_.lexicon.standing(r_.words[c]) & bits(Standing::Seat)) == 0);
    });
  }

  // "wants B to sign"
  bool governs_infinitive() const {
    for (const TokenId c : r_.children(anchor_)) {
      const TokenId mark = r_.child(c, Deprel::Mark);
      if ((r_.deprel(c) == Deprel::Xcomp || r_.deprel(c) == Deprel::Ccomp || r_.deprel(c) == Deprel::Advcl) &&
          mark != None && r_.words[mark] == r_.lexicon.to) {
        return true;
      }
    }
    return false;
  }

  bool hangs(const Companion& companion) const {
    if (companion.prep.empty() && companion.word.count == 1 && r_.lexicon.first(companion.word) == r_.lexicon.to) {
      return governs_infinitive();
    }
    const auto marked = [&](TokenId t) {
      const auto prep = preposition_of(t);
      return companion.prep.empty() ? prep == NoWord : r_.lexicon.has(companion.prep, prep);
    };
    for (const TokenId c : r_.children(anchor_)) {
      const auto d = r_.deprel(c);
      if (is_companion(d) && marked(c) && r_.lexicon.has(companion.word, r_.words[c])) {
        return true;
      }
      if ((d == Deprel::Obj || d == Deprel::NsubjPass || d == Deprel::Obl) && marked(c)) {
        for (const TokenId cc : r_.children(c)) {  // "trade and investment": the second of two objects
          const bool counted = r_.deprel(cc) == Deprel::Nmod && r_.prepositions[cc] == r_.lexicon.of && is_quantity(c);
          if ((r_.deprel(cc) == Deprel::Conj || counted) && r_.lexicon.has(companion.word, r_.words[cc])) {
            return true;
          }
        }
      }
    }
    // "the sanctions that the US imposed": the object stands above the clause.
    return companion.prep.empty() && verb_ && r_.head(anchor_) != None &&
           (r_.deprel(anchor_) == Deprel::Acl || r_.deprel(anchor_) == Deprel::AclRelcl) &&
           r_.lexicon.has(companion.word, r_.words[r_.head(anchor_)]);
  }

  static Standings acting(const Frame& frame) { return frame.personal ? bits(Standing::Body) : Acting; }

  Fillers fillers(const Frame& frame, const Place& place, KindSet kinds, bool target) const {
    auto standings = static_cast<Standings>(acting(frame) | bits(Standing::Quantity));
    if (place.slot == Slot::Bearer) {
      standings = 0;  // "the Taliban's spokesman X": of X, not of whose he is
    }
    if (target && frame.b_may_be_deed && place.slot != Slot::Clause) {
      standings = static_cast<Standings>(standings | bits(Standing::Deed));
    }
    if (target && frame.b_may_be_ground) {
      standings = static_cast<Standings>(standings | bits(Standing::Ground));
    }
    if (target && frame.b_may_be_people) {
      standings = static_cast<Standings>(standings | bits(Standing::People));
    }
    Fillers all;
    const bool undergoer = frame.passive && place.slot == Slot::Subject;
    for (const auto& argument :
         undergoer ? surface_subjects(r_, anchor_) : arguments_at(r_, anchor_, verb_, frame, place)) {
      if (place.slot != Slot::Clause && !r_.quotations.same_voice(anchor_, argument.token)) {
        continue;  // `"They want to attack," X said`
      }
      const auto before = all.size();
      actors_at(r_, argument, standings, all);
      if (target && frame.a.slot == Slot::Bearer && all.size() > before && !is_of_kind(all[before], kinds)) {
        all.cut(
            before);  // "Secretary of State Kerry and UN chief Ban": Kerry is not whose secretary he is, nor is the UN
      }
      if (place.slot == Slot::Bearer && !frame.both && r_.tagging.features(anchor_).number == Number::Singular) {
        all.cut(std::min(all.size(), before + 1));  // "their coach X and Y": only X is the coach
      }
    }
    return of_kinds(all, kinds);
  }

  // "Few have travelled to Moscow. X is one of the regular guests": what the same relation was told of last.
  Fillers from_sentence_before(const Frame& frame) const {
    const auto here = r_.document.sentence_of(anchor_);
    if (here == 0 || r_.document.sentences[here - 1].block != r_.document.sentences[here].block) {
      return {};
    }
    const Span before = r_.document.sentences[here - 1].tokens;
    for (TokenId t = before.end; t-- > before.begin;) {
      if (!r_.is_verb(t)) {
        continue;
      }
      const FrameMatcher there(r_, t, true, out_);
      for (const Frame* other : r_.lexicon.verb_frames(r_.words[t])) {
        if (other->type != frame.type || !there.conditions_hold(*other)) {
          continue;
        }
        if (const auto found = of_kinds(there.fillers(*other, other->b, other->b_kinds, true), frame.b_kinds);
            !found.empty()) {
          return found;
        }
      }
    }
    return {};
  }

  Fillers actors_for(const Argument& argument, KindSet kinds, Standings standings) const {
    Fillers all;
    if (r_.quotations.same_voice(anchor_, argument.token)) {
      actors_at(r_, argument, standings, all);
    }
    return of_kinds(all, kinds);
  }

  Fillers of_kinds(const Fillers& all, KindSet kinds) const {
    if (kinds == AnyKind) {
      return all;
    }
    Fillers right;
    for (const auto& f : all) {
      if (is_of_kind(f, kinds)) {
        right.push(f);
      }
    }
    return right;
  }
  bool is_of_kind(const Filler& f, KindSet kinds) const {
    const ActorEntry& entry = r_.actors.actors[actor(f)];
    return kinds == AnyKind || (kinds >> static_cast<unsigned>(entry.kind) & 1U) != 0 ||
           (entry.party && (kinds & PartyKind) != 0) || (entry.company && (kinds & CompanyKind) != 0);
  }

  ActorId actor(const Filler& f) const { return r_.actors.mentions[f.mention].actor; }

  // "accused each other", "fought with one another"
  bool reciprocal(const Frame& frame) const {
    for (const auto& argument : arguments_at(r_, anchor_, verb_, frame, frame.b)) {
      const auto form = r_.form(argument.token);
      const bool each = form == "each" || form == "one";
      const auto next = each ? r_.form(r_.after(argument.token)) : std::string_view();
      if (next == "other" || next == "another") {
        return true;
      }
      if (form == "other" || form == "another") {
        const auto before = r_.form(r_.before(argument.token));
        return before == "each" || before == "one";
      }
    }
    return false;
  }

  void match_reciprocal(const Frame& frame, const Fillers& all) {
    for (const auto& a : all) {
      for (const auto& b : all) {
        if (actor(a) != actor(b) && out_.size() - first_ < MostPairs) {
          out_.push_back({&frame, anchor_, verb_, a, b, {}, false});
        }
      }
    }
  }

  void match_mutual(const Frame& frame, const Fillers& all) {
    if (out_.size() > first_) {
      return;  // a frame that names both sides was found: "Xi and Putin held talks with Modi"
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        put(frame, all[i], all[k]);
      }
    }
  }

  void put(const Frame& frame, const Filler& a, const Filler& b) {
    const ActorId x = actor(a);
    const ActorId y = actor(b);
    if (x == y || out_.size() - first_ >= MostPairs || is_person_named_which(a)) {
      return;
    }
    for (std::size_t i = first_; i < out_.size(); ++i) {
      const ActorId u = actor(out_[i].source);
      const ActorId v = actor(out_[i].target);
      if ((u == x && v == y) || (u == y && v == x)) {
        return;
      }
    }
    out_.push_back({&frame, anchor_, verb_, a, b, {}, is_attributive(frame)});
  }

  // "the trial of X, which implicates Y": "which" is no person, whatever noun the clause hangs by.
  bool is_person_named_which(const Filler& f) const {
    if (!verb_ || r_.actors.actors[actor(f)].kind != ActorKind::Person) {
      return false;
    }
    return r_.document.form(f.token) == "which" || (f.via == Via::Antecedent && opens_with_which());
  }
  bool opens_with_which() const {
    const auto children = r_.children(anchor_);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenId c) { return r_.document.form(c) == "which" && r_.deprel(c) == Deprel::Nsubj; });
  }

  // "X, an ally of Y, will go": being an ally is not to come.
  bool is_attributive(const Frame& frame) const {
    const auto d = r_.deprel(anchor_);
    return (frame.a.slot == Slot::Bearer || frame.b.slot == Slot::Bearer) && !r_.has_child(anchor_, Deprel::Cop) &&
           d != Deprel::Xcomp && d != Deprel::Obj && r_.upos(anchor_) != Upos::Verb && !is_named_so(r_, anchor_);
  }

  const Reading& r_;
  TokenId anchor_;
  bool verb_;
  std::vector<Match>& out_;
  std::size_t first_;
};

// "son-in-law" is no son.
bool is_first_of_compound(const Reading& r, TokenId anchor) {
  const TokenId hyphen = r.after(anchor);
  return r.form(hyphen) == "-" && !r.space_after(anchor) && !r.space_after(hyphen) &&
         r.upos(r.after(hyphen)) == Upos::Adp;
}

}  // namespace

std::string predicate_of(const Reading& r, const Match& match) {
  const Frame& frame = *match.frame;
  if (!frame.predicate.empty()) {
    return frame.predicate;
  }
  std::string text;
  const auto add = [&](std::string_view word) { text.append(text.empty() || word.empty() ? "" : " ").append(word); };
  if (!match.predicate.empty()) {
    for (TokenId t = match.predicate.begin; t < match.predicate.end; ++t) {
      add(r.tagging.lemma(t));
    }
    return text;
  }
  const auto& words = r.lexicon.words();
  if (match.verb && frame.a.slot == Slot::Subject && r.has_child(match.anchor, Deprel::Cop)) {
    add("be");  // "be in": the anchor is the place itself
  } else {
    if (!frame.own_case.empty()) {
      add(words.text(r.prepositions[match.anchor]));
    }
    const auto anchor = r.words[match.anchor];  // the lexicon's word is in small letters
    add(anchor != NoWord && r.has_frames(match.anchor) ? std::string_view(words.text(anchor))
                                                       : r.tagging.lemma(match.anchor));
  }
  for (const TokenId c : r.children(match.anchor)) {
    if (match.verb && r.deprel(c) == Deprel::CompoundPrt) {
      add(r.tagging.lemma(c));
    }
  }
  const bool turned = frame.b.slot == Slot::Subject || frame.b.slot == Slot::Bearer || frame.b.slot == Slot::Genitive;
  const Place& place = turned ? frame.a : frame.b;
  const Filler& filler = turned ? match.source : match.target;
  if (place.slot == Slot::PrepNoun && filler.through != None) {
    add(words.text(r.prepositions[filler.through]));
  }
  if (filler.through != None) {
    const auto noun = r.words[filler.through];  // "ceasefire" of "cease-fire"
    add(noun == NoWord ? r.tagging.lemma(filler.through) : std::string_view(words.text(noun)));
  }
  if (place.slot == Slot::Preposition || place.slot == Slot::ObjectNoun || place.slot == Slot::PrepNoun) {
    const auto marked = r.prepositions[filler.token];
    add(r.lexicon.has(place.prep, marked) ? words.text(marked) : std::string());
  }
  for (const auto& c : frame.companions) {
    if (c.prep.count == 1) {
      add(words.text(r.lexicon.first(c.prep)));
    }
    if (c.word.count == 1) {
      add(words.text(r.lexicon.first(c.word)));
    }
  }
  return text;
}

std::string frame_text(const Match& match, std::string_view predicate) {
  std::string text;
  const auto predicate_words = split(predicate, ' ');
  for (const auto element : split(match.frame->pattern, ' ')) {
    text.append(text.empty() ? "" : " ");
    const auto choices = split(element, '/');
    const bool actor = element.starts_with('A') || element.starts_with('B');
    if (actor || choices.size() < 2) {
      text.append(element);
      continue;
    }
    const auto chosen = std::find_if(choices.begin(), choices.end(), [&](std::string_view word) {
      return std::find(predicate_words.begin(), predicate_words.end(), word) != predicate_words.end();
    });
    text.append(chosen != choices.end() ? *chosen : choices.front());
  }
  return text;
}

void match_frames(const Reading& reading, TokenId anchor, bool verb, std::span<const Frame* const> frames,
                  std::vector<Match>& out) {
  const bool modifies = reading.deprel(anchor) == Deprel::Compound && reading.is_noun(reading.head(anchor));
  if (!verb && is_first_of_compound(reading, anchor)) {
    return;
  }
  FrameMatcher matcher(reading, anchor, verb, out);
  for (const Frame* frame : frames) {
    const bool said_of = frame->a.slot == Slot::Bearer || frame->b.slot == Slot::Bearer;
    if (!verb && modifies && !said_of) {
      continue;  // "Chile's competition authority" competes with nobody
    }
    matcher.match(*frame);
  }
}

void match_copula(const Reading& reading, TokenId nominal, std::span<const Frame* const> frames,
                  std::vector<Match>& out) {
  FrameMatcher matcher(reading, nominal, true, out);
  for (const Frame* frame : frames) {
    matcher.match_copula(*frame);
  }
}

}  // namespace entente
