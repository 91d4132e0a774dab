#include <entente/relations/rules.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

namespace {

// "Manchester City" is not a city, and "Kevin King" is not a king.
bool is_in_name(const Reading& r, TokenId t) {
  TokenId head = t;
  while (r.deprel(head) == Deprel::Flat && r.mention_at(head) == None) {
    head = r.head(head);
  }
  const auto m = r.mention_at(head);
  return m != None && r.upos(t) == Upos::Propn && r.actors.mentions[m].form == MentionForm::Name &&
         r.actors.mentions[m].name.contains(t);
}

void match_token(const Reading& r, TokenId t, std::vector<Match>& matches) {
  const auto& lexicon = r.lexicon;
  switch (r.is_verb(t) ? Upos::Verb : r.upos(t)) {
    case Upos::Verb:
      if (const auto frames = lexicon.verb_frames(r.words[t]); !frames.empty()) {
        match_frames(r, t, true, frames, matches);
      }
      if (r.tagging.features(t).verb_form == VerbForm::Participle) {  // "opposed to", "based in"
        if (const auto frames = lexicon.noun_frames(lexicon.words().find(r.document.form(t))); !frames.empty()) {
          match_frames(r, t, false, frames, matches);
        }
      }
      break;
    case Upos::Noun:
    case Upos::Propn:
    case Upos::Adj:
    case Upos::Adp:
    case Upos::Adv:
      if (const auto frames = lexicon.noun_frames(r.words[t]); !frames.empty() && !is_in_name(r, t)) {
        match_frames(r, t, false, frames, matches);
      }
      break;
    default:
      break;
  }
}

// "resigned as prime minister": the office depends on the verb, and its title already relates the two.
bool has_title_below(const Reading& r, const Match& match) {
  const auto actor = [&](MentionId m) { return m == None ? None : r.actors.mentions[m].actor; };
  return std::any_of(r.actors.titles.begin(), r.actors.titles.end(), [&](const Title& t) {
    bool below = false;
    for (TokenId word = t.tokens.begin; word < t.tokens.end; ++word) {
      below = below || r.head(word) == match.anchor;
    }
    return below && actor(t.holder) == actor(match.source.mention) && t.of != None &&
           actor(t.of) == actor(match.target.mention);
  });
}

// A title determines the relation more exactly than the frame of its last word: "secretary general" leads, "secretary"
// represents; "Sudan's army chief" does not lead Sudan.
bool is_given_by_title(const Reading& r, const BelongingWords& offices, const Match& match) {
  const Actors& actors = r.actors;
  if (match.frame->a.slot != Slot::Bearer) {
    return match.verb && has_title_below(r, match);
  }
  const auto actor = [&](MentionId m) { return m == None ? None : actors.mentions[m].actor; };
  return std::any_of(actors.titles.begin(), actors.titles.end(), [&](const Title& t) {
    const ActorId target = actor(match.target.mention);
    // "the minister Ard Roe and Europol Director Rob Wise": each holds only his own office.
    const bool told = t.tokens.contains(match.anchor) && offices.office(t.office) != nullptr && t.holder != None;
    const bool of_a_person = target != None && actors.actors[target].kind == ActorKind::Person;
    const bool of_another = told && actor(t.holder) != actor(match.source.mention);
    if (of_another || (told && t.of != None && (actor(t.of) == target || of_a_person))) {
      return true;
    }
    const bool of_a_country = target != None && actors.actors[target].kind == ActorKind::Country;
    return actor(t.holder) == actor(match.source.mention) && t.tokens.contains(match.anchor) && of_a_country &&
           offices.is_of_organisation(t.office);
  });
}

}  // namespace

std::vector<Match> match_rules(const Reading& r, const BelongingWords& offices) {
  std::vector<Match> matches;
  for (TokenId t = 0; t < r.document.tokens.size(); ++t) {
    match_token(r, t, matches);
  }
  match_belonging(r, offices, matches);
  std::erase_if(matches, [&](const Match& match) { return is_given_by_title(r, offices, match); });
  return matches;
}

}  // namespace entente::inline v0_1
