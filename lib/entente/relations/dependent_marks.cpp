#include <entente/relations/dependent_marks.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

namespace {

bool is_modifier(Deprel d) {
  return d == Deprel::Advmod || d == Deprel::Det || d == Deprel::Amod || d == Deprel::Cc || d == Deprel::CcPreconj;
}

// "no longer", "any longer", "anymore"
bool is_no_longer(const Reading& r, TokenId adverb) {
  const auto word = r.form(adverb);
  const auto before = r.form(r.before(adverb));
  return word == "anymore" || ((word == "longer" || word == "more") && (before == "no" || before == "any"));
}

// "Had Poland attacked, …", "Should China attack, …"
bool is_inverted(const Reading& r, TokenId clause, TokenId auxiliary) {
  const TokenId subject =
      r.has_child(clause, Deprel::Nsubj) ? r.child(clause, Deprel::Nsubj) : r.child(clause, Deprel::NsubjPass);
  return r.deprel(clause) == Deprel::Advcl && subject != None && auxiliary < subject &&
         !r.has_child(clause, Deprel::Mark);
}

class OwnMarks {
 public:
  OwnMarks(const Reading& reading, TokenId word, Modality& mood, bool polarity)
      : r_(reading), word_(word), mood_(mood), polarity_(polarity) {
    const auto children = r_.children(word);
    no_longer_ = std::any_of(children.begin(), children.end(), [&](TokenId c) { return is_no_longer(r_, c); });
    denied_ = std::any_of(children.begin(), children.end(),
                          [&](TokenId c) { return r_.deprel(c) == Deprel::Advmod && is_negation(r_, c); });
    mood_.over = mood_.over || (polarity && no_longer_);
  }

  void apply(TokenId child) {
    switch (r_.deprel(child)) {
      case Deprel::Advmod:
      case Deprel::Det:
      case Deprel::Amod:
      case Deprel::Cc:
      case Deprel::CcPreconj:
        adverb(child);
        break;
      case Deprel::Aux:
        auxiliary(child);
        break;
      case Deprel::Mark:
        mark(child);
        break;
      case Deprel::Case:  // "without the support of"
        use(r_.status_words.effect(StatusRole::Mark, r_.words[child]));
        break;
      default:
        break;
    }
  }

 private:
  void use(std::optional<Status> effect) {
    if (effect != Status::Negated || (polarity_ && !no_longer_)) {
      mood_.apply(effect);
    }
  }

  void adverb(TokenId child) {
    const auto word = r_.words[child];
    if (r_.form(child) == "all" && r_.form(r_.after(child)) == "but" && r_.is_verb(word_)) {
      mood_.apply(Status::Possible);  // "all but abandoned"
    } else if (is_replacement(r_, child) || (r_.form(child) == "yet" && r_.form(r_.after(child)) == "to")) {
      use(Status::Negated);  // "rather than attack"; "has yet to formally comment"
    } else if (const auto effect = r_.status_words.effect(StatusRole::Adverb, word);
               effect != Status::Negated || is_negation(r_, child)) {
      use(effect);
    }
    // "not even": "not" may depend on "even".
    for (const TokenId c : r_.children(child)) {
      if (r_.deprel(c) == Deprel::Advmod && r_.deprel(child) == Deprel::Advmod && r_.lemma(c) == "not" &&
          is_negation(r_, c)) {
        use(Status::Negated);
      }
    }
  }

  void auxiliary(TokenId child) {
    if (is_inverted(r_, word_, child)) {
      mood_.apply(Status::Possible);
    } else if (r_.is_word(r_.words[child], "would") && (is_reported(r_, word_) || denied_)) {
      mood_.apply(Status::Planned);  // "said that he would come": the future of the past; "would not abandon"
    } else {
      use(r_.status_words.effect(StatusRole::Modal, r_.words[child]));
    }
  }

  void mark(TokenId child) {
    const auto word = r_.words[child];
    use(r_.status_words.effect(StatusRole::Mark, word));
    if (is_replacement(r_, child) && !r_.status_words.has(StatusRole::Mark, word)) {
      use(Status::Negated);
    }
    if (r_.is_verb(word_) && r_.has_child(word_, Deprel::Cop)) {
      use(r_.status_words.effect(StatusRole::Clause, word));  // "is due to hold", read as the conjunction "due to"
      if (word == r_.lexicon.to) {
        mood_.apply(Status::Planned);  // "is to visit"
      }
    }
  }

  const Reading& r_;
  TokenId word_;
  Modality& mood_;
  bool polarity_;
  bool no_longer_ = false;
  bool denied_ = false;
};

}  // namespace

bool is_infinitive(const Reading& r, TokenId verb) {
  const auto children = r.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenId c) { return r.deprel(c) == Deprel::Mark && r.words[c] == r.lexicon.to; }) &&
         r.features(verb).verb_form != VerbForm::Gerund;
}

bool is_finite(const Reading& r, TokenId t) {
  if (r.tagging.features(t).verb_form == VerbForm::Finite || r.has_child(t, Deprel::Nsubj) ||
      r.has_child(t, Deprel::NsubjPass)) {
    return true;
  }
  const auto children = r.children(t);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const auto d = r.deprel(c);
    return (d == Deprel::Aux || d == Deprel::AuxPass || d == Deprel::Cop) &&
           r.tagging.features(c).verb_form == VerbForm::Finite;
  });
}

bool is_reported(const Reading& r, TokenId clause) {
  const TokenId head = r.head(clause);
  const auto d = r.deprel(clause);
  return head != None && (d == Deprel::Ccomp || d == Deprel::Parataxis) &&
         r.status_words.has(StatusRole::Speech, r.words[head]);
}

bool is_negation(const Reading& r, TokenId word) {
  return r.status_words.effect(StatusRole::Adverb, r.words[word]) == Status::Negated &&
         !r.status_words.has(StatusRole::Undone, r.lexicon.words().find(r.form(r.after(word))));
}

bool is_replacement(const Reading& r, TokenId word) {
  const auto form = r.lemma(word);
  const auto next = r.form(r.after(word));
  return (form == "rather" && next == "than") || (form == "instead" && next == "of") ||
         (r.deprel(word) == Deprel::Case && r.status_words.effect(StatusRole::Mark, r.words[word]) == Status::Negated);
}

bool is_denied(const Reading& r, TokenId word) {
  const auto children = r.children(word);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    switch (r.deprel(c)) {
      case Deprel::Nsubj:
      case Deprel::NsubjPass:
      case Deprel::Obj:
        if (is_negation(r, c)) {
          return true;  // "nobody"
        }
        return std::any_of(r.children(c).begin(), r.children(c).end(),
                           [&](TokenId cc) { return r.deprel(cc) == Deprel::Det && is_negation(r, cc); });
      default:
        return is_modifier(r.deprel(c)) && is_negation(r, c);
    }
  });
}

void apply_dependent_marks(const Reading& r, TokenId word, Modality& mood, bool polarity) {
  OwnMarks marks(r, word, mood, polarity);
  for (const TokenId c : r.children(word)) {
    marks.apply(c);
  }
}

}  // namespace entente
