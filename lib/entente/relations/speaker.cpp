// To whom the text attributes what it says.
#include <entente/relations/arguments.hpp>
#include <entente/relations/status.hpp>

namespace entente {

namespace {

constexpr int HighestClimb = 16;

bool speaks(const Reading& r, TokenId t) {
  return r.is_verb(t) &&
         (r.status_words.has(StatusRole::Speech, r.words[t]) || r.status_words.has(StatusRole::Denial, r.words[t]));
}

ActorId actor_of(const Reading& r, const Arguments& arguments) {
  for (const auto& a : arguments) {
    Fillers fillers;
    actors_at(r, a, Acting, fillers);
    if (!fillers.empty()) {
      return r.actors.mentions[fillers[0].mention].actor;
    }
  }
  return None;
}

// "according to X", and "…", said X.
ActorId attributed(const Reading& r, TokenId clause) {
  for (const TokenId c : r.children(clause)) {
    if (r.deprel(c) == Deprel::Parataxis && speaks(r, c)) {
      if (const auto actor = actor_of(r, subjects(r, c)); actor != None) {
        return actor;
      }
    }
    if (r.prepositions[c] == r.lexicon.according) {
      Arguments one;
      one.push({c, Via::Direct});
      if (const auto actor = actor_of(r, one); actor != None) {
        return actor;
      }
    }
  }
  return None;
}

}  // namespace

Speakers::Speakers(const Reading& reading) : reading_(reading) {
  of_sentence_.assign(reading.document.sentences.size(), None);
  for (std::size_t s = 0; s < of_sentence_.size(); ++s) {
    const auto& tokens = reading.document.sentences[s].tokens;
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      // A speech verb that nothing governs: the sentence is what he says.
      const bool main = reading.head(t) == None || reading.deprel(t) == Deprel::Parataxis;
      if (main && speaks(reading, t) && !reading.quotations.quoted(t)) {
        of_sentence_[s] = actor_of(reading, subjects(reading, t));
        break;
      }
    }
  }
}

ActorId Speakers::governing(TokenId anchor) const {
  const Reading& r = reading_;
  TokenId t = anchor;
  for (int i = 0; i < HighestClimb && t != None; ++i) {
    if (const auto actor = attributed(r, t); actor != None) {
      return actor;
    }
    const TokenId head = r.head(t);
    const auto d = r.deprel(t);
    const bool said = d == Deprel::Ccomp || d == Deprel::Parataxis || d == Deprel::Obj;
    if (head != None && said && speaks(r, head)) {
      if (const auto actor = actor_of(r, subjects(r, head)); actor != None) {
        return actor;
      }
    }
    t = head;
  }
  return None;
}

ActorId Speakers::in_run(TokenId anchor) const {
  const auto& document = reading_.document;
  const auto here = document.sentence_of(anchor);
  const auto block = document.sentences[here].block;
  constexpr SentenceId Reach = 8;
  for (SentenceId s = here; s + Reach > here && document.sentences[s].block == block; --s) {
    if (of_sentence_[s] != None) {
      return of_sentence_[s];
    }
    if (s == 0) {
      break;
    }
  }
  for (SentenceId s = here + 1; s < document.sentences.size() && s <= here + 2; ++s) {
    if (document.sentences[s].block == block && of_sentence_[s] != None) {
      return of_sentence_[s];
    }
  }
  return None;
}

ActorId Speakers::of(TokenId anchor) const {
  const auto actor = governing(anchor);
  return actor == None && reading_.quotations.quoted(anchor) ? in_run(anchor) : actor;
}

}  // namespace entente
