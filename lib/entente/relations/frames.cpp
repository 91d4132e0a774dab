#include <entente/relations/frames.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/relations/argument_steps.hpp>
#include <entente/relations/governing.hpp>
#include <entente/relations/status.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t MostPairs = 20;

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
    const auto target = fillers(frame, frame.b, frame.b_kinds, true);
    for (const auto& a : source) {
      for (const auto& b : target) {
        put(frame, a, b);
      }
    }
  }

 private:
  bool conditions_hold(const Frame& frame) const {
    if (!frame.own_case.empty() && !r_.lexicon.has(frame.own_case, r_.prepositions[anchor_])) {
      return false;
    }
    if (!frame.particle.empty() && !has_particle(r_, anchor_, frame.particle)) {
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
    if (frame.passive && !r_.is_passive(anchor_)) {
      return false;
    }
    if (frame.alone && r_.has_child(anchor_, Deprel::Obj)) {
      return false;
    }
    return std::all_of(frame.companions.begin(), frame.companions.end(),
                       [&](const Companion& c) { return c.word.empty() || hangs(c); });
  }

  // "took B to court": the tagger may read "to" as the mark of an infinitive.
  WordId preposition_of(TokenId t) const {
    const TokenId mark = r_.prepositions[t] == NoWord && r_.is_noun(t) ? r_.child(t, Deprel::Mark) : None;
    return mark == None ? r_.prepositions[t] : r_.words[mark];
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
      const bool apart = d == Deprel::Conj || d == Deprel::Parataxis || d == Deprel::Nsubj;  // "gave it up and support"
      if (!apart && marked(c) && r_.lexicon.has(companion.word, r_.words[c])) {
        return true;
      }
      if ((d == Deprel::Obj || d == Deprel::NsubjPass || d == Deprel::Obl) && marked(c)) {
        for (const TokenId cc : r_.children(c)) {  // "trade and investment": the second of two objects
          if (r_.deprel(cc) == Deprel::Conj && r_.lexicon.has(companion.word, r_.words[cc])) {
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
    if (target && frame.b_may_be_act && place.slot != Slot::Clause) {
      standings = static_cast<Standings>(standings | bits(Standing::Act));
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
        continue;  // `X: "They want to attack"`
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
    if (x == y || out_.size() - first_ >= MostPairs) {
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

  // "X, an ally of Y, will go": only the going is planned.
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
  FrameMatcher matcher(reading, anchor, verb, out);
  for (const Frame* frame : frames) {
    const bool said_of = frame->a.slot == Slot::Bearer || frame->b.slot == Slot::Bearer;
    if (!verb && modifies && !said_of) {
      continue;  // "Chile's competition authority" does not compete with anyone
    }
    matcher.match(*frame);
  }
}

}  // namespace entente
