// The speaker to whom the text attributes a statement.
#include <algorithm>

#include <entente/relations/arguments.hpp>
#include <entente/relations/status.hpp>

namespace entente::inline v0_1 {

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

// "in the view of X", "by X's account"
ActorId holder_of_view(const Reading& r, TokenId noun) {
  const auto preposition = r.prepositions[noun];
  const bool names_view = r.deprel(noun) == Deprel::Obl &&
                          (r.is_word(preposition, "in") || preposition == r.lexicon.by) &&
                          r.status_words.has(StatusRole::View, r.words[noun]);
  return names_view ? actor_of(r, genitives(r, noun, {})) : None;
}

MentionId mention_before(const Reading& r, TokenId verb) {
  TokenId t = r.before(verb);
  for (int i = 0; i < HighestClimb && t != None; ++i) {
    if (const MentionId m = r.mention_at(t); m != None) {
      return r.actors.mentions[m].tokens.end == verb ? m : None;
    }
    t = r.deprel(t) == Deprel::Flat ? r.head(t) : None;
  }
  return None;
}

// ", Poland says,": the name between the comma and the verb of speech, wherever the parser attaches it.
ActorId between_commas(const Reading& r, TokenId verb) {
  const MentionId m = r.form(r.after(verb)) == "," ? mention_before(r, verb) : None;
  if (m == None) {
    return None;
  }
  const TokenId before = r.before(r.actors.mentions[m].tokens);
  const TokenId comma = r.form(before) == "the" ? r.before(before) : before;
  return r.form(comma) == "," ? r.actors.mentions[m].actor : None;
}

// "Russia, Poland says, attacked", "Russia, according to Poland, attacked": the parser may attach it to the subject.
ActorId speaker_beside(const Reading& r, TokenId word) {
  for (const TokenId c : r.children(word)) {
    if (r.prepositions[c] == r.lexicon.according) {
      Arguments one;
      one.push({c, Via::Direct});
      if (const auto actor = actor_of(r, one); actor != None) {
        return actor;
      }
    }
    if (r.deprel(c) == Deprel::Parataxis && speaks(r, c)) {
      if (const auto actor = between_commas(r, c); actor != None) {
        return actor;
      }
      if (const auto actor = actor_of(r, subjects(r, c)); actor != None) {
        return actor;
      }
    }
  }
  return None;
}

// "according to X", "in the view of X", and "…", said X.
ActorId attributed(const Reading& r, TokenId clause) {
  if (const auto actor = speaker_beside(r, clause); actor != None) {
    return actor;
  }
  for (const TokenId c : r.children(clause)) {
    if (r.deprel(c) == Deprel::Nsubj || r.deprel(c) == Deprel::NsubjPass) {
      if (const auto actor = speaker_beside(r, c); actor != None) {
        return actor;
      }
    }
    if (const auto actor = holder_of_view(r, c); actor != None) {
      return actor;
    }
  }
  return None;
}

// `Vladimir Putin: "Ukraine attacked."`: the name before a colon and a quotation.
ActorId before_colon(const Reading& r, Span sentence) {
  constexpr TokenId LongestName = 8;
  for (TokenId t = sentence.begin; t + 1 < sentence.end && t < sentence.begin + LongestName; ++t) {
    if (r.document.form(t) != ":") {
      continue;
    }
    const auto& mentions = r.actors.mentions;
    const auto named = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.actor != None && m.tokens.end == t && m.tokens.begin == sentence.begin;
    });
    const bool opens = t + 2 < sentence.end && r.quotations.quoted(t + 2);
    return named != mentions.end() && opens ? named->actor : None;
  }
  return None;
}

}  // namespace

Speakers::Speakers(const Reading& reading) : reading_(reading) {
  of_sentence_.assign(reading.document.sentences.size(), None);
  for (std::size_t s = 0; s < of_sentence_.size(); ++s) {
    const auto& tokens = reading.document.sentences[s].tokens;
    of_sentence_[s] = before_colon(reading, tokens);
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      // A verb of speech at the top of the sentence: the rest is what its subject says.
      const bool main = reading.head(t) == None || reading.deprel(t) == Deprel::Parataxis;
      // "has yet to comment": nothing was said
      if (main && speaks(reading, t) && !reading.quotations.quoted(t) &&
          status_of(reading, t, Status::Asserted) != Status::Negated) {
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
