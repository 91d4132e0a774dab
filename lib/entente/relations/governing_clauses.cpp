// The effect of the governors of a clause: "denied that", "kept it from joining", "no evidence that", "came close to
// joining".
#include <algorithm>
#include <array>

#include <entente/relations/dependent_marks.hpp>
#include <entente/relations/governing.hpp>

namespace entente::inline v0_1 {

namespace {

// The word that introduces a clause; parsers read "of" or "from" before a gerund as a mark or as a preposition.
TokenId marker(const Reading& r, TokenId verb) {
  const TokenId mark = r.child(verb, Deprel::Mark);
  return mark != None ? mark : r.child(verb, Deprel::Case);
}

bool is_marked(const Reading& r, TokenId verb, std::string_view mark) { return r.form(marker(r, verb)) == mark; }

// "accused of arming", "charged with killing", "investigated for bribing", "on trial over selling"
std::optional<Status> charge(const Reading& r, TokenId clause, TokenId head) {
  static constexpr std::array<std::string_view, 4> Marks = {"of", "with", "for", "over"};
  // "went on trial charged with killing": the parser may attach "with" to "charged"
  const auto mark = r.form(marker(r, clause) != None ? marker(r, clause) : r.child(head, Deprel::Mark));
  const auto effect = r.status_words.effect(StatusRole::Suspicion, r.words[head]);
  const bool marked = std::find(Marks.begin(), Marks.end(), mark) != Marks.end();
  return marked && (effect != Status::Negated || mark == "of") ? effect : std::nullopt;
}

// "acquitted him of attacking", "cleared Roe of bribing him", if the parser attached the clause to the object
std::optional<Status> charge_above(const Reading& r, TokenId clause, TokenId noun) {
  const auto d = r.deprel(noun);
  const bool of_verb = d == Deprel::Obj || d == Deprel::NsubjPass;
  return of_verb && r.mention_at(noun) != None ? charge(r, clause, r.head(noun)) : std::nullopt;
}

// "did not rule out attacking", if the parser reads the gerund as an adverbial clause
bool is_gerund_of(const Reading& r, TokenId clause, TokenId verb) {
  const TokenId before = r.before(clause);
  return r.form(clause).ends_with("ing") && marker(r, clause) == None &&
         (before == verb || (r.head(before) == verb && r.deprel(before) == Deprel::CompoundPrt));
}

// "stopped it attacking" prevents the attack; "stopped attacking" implies that it took place.
bool has_patient(const Reading& r, TokenId verb) { return r.has_child(verb, Deprel::Obj) || r.is_passive(verb); }

bool has_actor_as_patient(const Reading& r, TokenId verb) {
  const TokenId object = r.child(verb, Deprel::Obj);
  const TokenId subject = r.child(verb, Deprel::NsubjPass);
  return r.mention_at(object) != None || r.mention_at(subject) != None;
}

// "kept Ukraine from joining", "talked him out of visiting": the actor that is prevented does not do it.
bool is_kept_from(const Reading& r, TokenId clause, TokenId head) {
  const TokenId mark = marker(r, clause);
  const bool out_of = is_marked(r, clause, "out") || (is_marked(r, clause, "of") && r.form(r.before(mark)) == "out");
  return (is_marked(r, clause, "from") || out_of) && has_actor_as_patient(r, head);
}

// Does the clause have a tense or an auxiliary of its own, so that it is reported rather than requested: "told him that
// it would help", not "told him to help" or "suggested that it help"?
bool states(const Reading& r, TokenId t) {
  return !is_infinitive(r, t) && (r.has_child(t, Deprel::Aux) || r.has_child(t, Deprel::AuxPass) ||
                                  r.tagging.features(t).mood == Mood::Indicative);
}

// "used to work for", not "used drones to attack" or "was used to attack".
bool is_used_to(const Reading& r, TokenId verb, TokenId clause) {
  return r.form(verb) == "used" && is_infinitive(r, clause) && !has_patient(r, verb);
}

// "came close to attacking": the adverb governs, not the verb.
TokenId adverb_before(const Reading& r, TokenId clause, TokenId head) {
  const TokenId before = r.before(marker(r, clause));
  return r.head(before) == head && r.deprel(before) == Deprel::Advmod ? before : None;
}

// "Doubts remain that …", "fears grew that …": the clause belongs to the subject.
std::optional<Status> effect_of_subject(const Reading& r, TokenId head) {
  const TokenId subject = r.child(head, Deprel::Nsubj);
  if (subject == None || r.mention_at(subject) != None || r.upos(subject) != Upos::Noun) {
    return std::nullopt;
  }
  const auto effect = r.status_words.effect(StatusRole::Clause, r.words[subject]);
  return effect == Status::Possible ? effect : r.status_words.effect(StatusRole::Attitude, r.words[subject]);
}

// "dropped its bid to buy": the noun that an infinitive belongs to, where the parser has attached it to the verb.
TokenId wish_before(const Reading& r, TokenId clause) {
  const TokenId noun = r.before(marker(r, clause));
  const bool object = r.deprel(noun) == Deprel::Obj && r.head(noun) == r.head(clause);
  const bool wish = object && is_infinitive(r, clause) && r.mention_at(noun) == None &&
                    r.status_words.has(StatusRole::Wish, r.words[noun]);
  return wish ? noun : None;
}

class ClauseClimb {
 public:
  ClauseClimb(const Reading& reading, TokenId clause, TokenId head, Modality& mood, bool& polarity)
      : r_(reading),
        clause_(clause),
        head_(head),
        word_(reading.words[head_]),
        effect_(reading.status_words.effect(StatusRole::Clause, word_)),
        mood_(mood),
        polarity_(polarity) {}

  TokenId up() {
    if (const TokenId noun = wish_before(r_, clause_); noun != None) {
      return ClauseClimb(r_, clause_, noun, mood_, polarity_).of_noun();
    }
    switch (r_.deprel(clause_)) {
      case Deprel::Xcomp:
        return complement();
      case Deprel::Ccomp:
        return r_.is_noun(head_) && !r_.is_verb(head_) && !r_.has_child(head_, Deprel::Cop) ? of_noun() : content();
      case Deprel::Csubj:
      case Deprel::CsubjPass:
        return content();
      case Deprel::Acl:
        return of_noun();
      case Deprel::AclRelcl:
        return is_content_of_noun() ? of_noun() : None;
      case Deprel::Advcl:
        return adverbial();
      case Deprel::Conj:
        return conjunct();
      default:
        return None;
    }
  }

 private:
  TokenId apply(std::optional<Status> effect) {
    apply_governor(r_, head_, effect, mood_);
    return head_;
  }

  // "kept from joining", "came close to joining", "accused of joining", "has yet to join", "in talks about joining"
  bool apply_marked() {
    if (is_kept_from(r_, clause_, head_)) {
      mood_.negate(true);
      return true;
    }
    if (const auto effect = charge(r_, clause_, head_)) {
      mood_.apply(effect);
      polarity_ = false;
      return true;
    }
    const TokenId adverb = adverb_before(r_, clause_, head_);
    if (const auto effect = r_.status_words.effect(StatusRole::Clause, adverb == None ? NoWord : r_.words[adverb])) {
      mood_.apply(effect);
      return true;
    }
    return false;
  }

  TokenId complement() {
    if (const auto belief = r_.status_words.effect(StatusRole::Belief, word_);
        belief && (r_.has_child(head_, Deprel::Obj) || r_.is_passive(head_))) {
      mood_.apply(belief);
      return head_;
    }
    mood_.over = mood_.over || is_used_to(r_, head_, clause_);
    if (apply_marked()) {
      return head_;
    }
    if (!effect_ && is_infinitive(r_, clause_) && word_ == r_.lexicon.be) {
      mood_.apply(Status::Planned);  // "is to visit"
    }
    return apply(effect_ == Status::Ended && has_patient(r_, head_) ? Status::Negated : effect_);
  }

  // Clauses that are said, thought, feared or known.
  TokenId content() {
    const auto& sw = r_.status_words;
    const bool denied = is_denied(r_, head_);
    if (sw.has(StatusRole::Doubt, word_) && denied) {  // "there is no doubt that"
      polarity_ = false;
      return head_;
    }
    if (const auto attitude = sw.effect(StatusRole::Attitude, word_); attitude && !is_infinitive(r_, clause_)) {
      return apply(attitude);
    }
    if (sw.has(StatusRole::Denial, word_)) {
      return apply(Status::Negated);
    }
    if (const auto verdict = verdict_above(); verdict && !is_infinitive(r_, clause_)) {
      return apply(verdict);
    }
    if (denied && sw.has(StatusRole::Opinion, word_)) {  // "nobody believes that", "there is no evidence that"
      mood_.apply(Status::Possible);
      return None;
    }
    const bool speech = sw.has(StatusRole::Speech, word_);
    if (speech && is_false_to_say()) {
      mood_.negate(true);
      return None;
    }
    const auto effect = effect_ || speech ? effect_ : effect_of_subject(r_, head_);
    if (!effect || (speech && !is_infinitive(r_, clause_) && *effect == Status::Possible) ||
        (speech && *effect == Status::Requested && states(r_, clause_)) ||
        (sw.has(StatusRole::Finite, word_) && states(r_, clause_))) {
      return None;  // the speaker answers for it
    }
    return apply(effect);
  }

  // "That it attacked is false", "… proved groundless".
  std::optional<Status> verdict_above() const {
    const auto& sw = r_.status_words;
    const auto said = sw.effect(StatusRole::Verdict, word_);
    const TokenId complement = r_.child(head_, Deprel::Xcomp);
    return said || complement == None ? said : sw.effect(StatusRole::Verdict, r_.words[complement]);
  }

  // "It is wrong to say that Italy supports it."
  bool is_false_to_say() const {
    const TokenId above = r_.head(head_);
    return r_.deprel(head_) == Deprel::Csubj && is_infinitive(r_, head_) &&
           r_.status_words.effect(StatusRole::Verdict, r_.words[above]) == Status::Negated;
  }

  TokenId of_noun() {
    const auto& sw = r_.status_words;
    const bool denied = is_denied(r_, head_);
    if (denied && sw.has(StatusRole::Doubt, word_)) {
      polarity_ = false;
      return head_;
    }
    if (denied && sw.has(StatusRole::Opinion, word_)) {
      mood_.apply(Status::Possible);
      return None;
    }
    if (apply_marked()) {
      return head_;
    }
    if (r_.deprel(head_) == Deprel::Obj && is_kept_from(r_, clause_, r_.head(head_))) {
      mood_.negate(true);  // "deterred Moldova from joining", hung by the object
      return r_.head(head_);
    }
    if (const auto effect = charge_above(r_, clause_, head_)) {
      mood_.apply(effect);
      polarity_ = false;
      return r_.head(head_);
    }
    for (const StatusRole role : {StatusRole::Clause, StatusRole::Verdict, StatusRole::Attitude}) {
      if (const auto effect = sw.effect(role, word_)) {  // "a plan to attack", "the lie that it attacked"
        return apply(effect);
      }
    }
    // A headline: "Xi to visit Moscow", read as a name with a clause.
    if (is_infinitive(r_, clause_) && r_.mention_at(head_) != None) {
      mood_.apply(Status::Planned);
    }
    return None;
  }

  // "the story that Boeing bought Airbus", read as a relative clause: the clause is complete.
  bool is_content_of_noun() const {
    const auto children = r_.children(clause_);
    const auto that = std::find_if(children.begin(), children.end(),
                                   [&](TokenId c) { return r_.form(c) == "that" && !is_subject(r_.deprel(c)); });
    const auto objects = std::count_if(children.begin(), children.end(), [&](TokenId c) {
      return r_.deprel(c) == Deprel::Obj || (r_.deprel(c) == Deprel::Obl && marker(r_, c) == None && r_.is_noun(c));
    });
    return that != children.end() && objects >= (r_.deprel(*that) == Deprel::Obj ? 2 : 1) &&
           r_.has_child(clause_, Deprel::Nsubj);
  }

  TokenId adverbial() {
    if (effect_ && is_infinitive(r_, clause_) && (!r_.is_verb(head_) || *effect_ == Status::Requested)) {
      return apply(effect_);  // "ready to", "asked him to", read as an adverbial clause
    }
    if (apply_marked()) {
      return head_;
    }
    // "prevented Israel from attacking", "accused it of arming", "close to attacking"
    const bool governed = is_marked(r_, clause_, "of") || is_marked(r_, clause_, "from") ||
                          (is_marked(r_, clause_, "to") && !r_.is_verb(head_));
    if (effect_ && governed) {
      return apply(effect_ == Status::Ended ? Status::Negated : effect_);
    }
    if (effect_ && is_gerund_of(r_, clause_, head_)) {
      return apply(effect_);
    }
    // "did not go to Chad to meet him": without the act, its purpose is not achieved
    polarity_ = polarity_ && is_infinitive(r_, clause_);
    return is_finite(r_, clause_) ? None : head_;
  }

  bool has_tense(TokenId verb) const { return r_.features(verb).verb_form == VerbForm::Finite; }

  TokenId conjunct() {
    if (r_.has_child(clause_, Deprel::Aux) || r_.has_child(clause_, Deprel::Nsubj) ||
        r_.has_child(clause_, Deprel::NsubjPass)) {
      return None;
    }
    if (effect_ && !has_tense(clause_) && has_tense(head_)) {
      return apply(effect_);  // "denied funding Hamas and arming Hezbollah", attached to the verb
    }
    // "did not attack but threatened", "nor threatened": the conjunct has its own polarity
    const TokenId coordinator = r_.child(clause_, Deprel::Cc);
    polarity_ = polarity_ && r_.form(coordinator) != "but" && !is_replacement(r_, coordinator) &&
                !(coordinator != None && is_negation(r_, coordinator));
    return head_;
  }

  const Reading& r_;
  TokenId clause_;
  TokenId head_;
  WordId word_;
  std::optional<Status> effect_;
  Modality& mood_;
  bool& polarity_;
};

}  // namespace

TokenId climb_from_clause(const Reading& r, TokenId clause, Modality& mood, bool& polarity) {
  return ClauseClimb(r, clause, r.head(clause), mood, polarity).up();
}

}  // namespace entente
