#include <entente/relations/reader.hpp>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/relations/belonging.hpp>
#include <entente/relations/decide.hpp>
#include <entente/relations/finding_writer.hpp>
#include <entente/relations/frames.hpp>
#include <entente/relations/governors.hpp>
#include <entente/relations/pair_reader.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

struct RelationReader::Lexicon {
  Lexicon(const Model& model, std::string_view user_relations, const std::string& name)
      : types(load_relation_types(user_relations, name)),
        predicates(types, user_relations, name),
        status_words(predicates.words()),
        time_words(predicates.words()),
        governors(types, predicates.words()),
        belonging(types, predicates.words()),
        pairs(model, types) {}

  RelationTypes types;
  PredicateLexicon predicates;
  StatusWords status_words;
  TimeWords time_words;
  Governors governors;
  BelongingWords belonging;
  PairReader pairs;
};

namespace {

// In text order; of findings that say the same of the same words, the surest.
void tidy(std::vector<Finding>& findings) {
  const auto key = [](const Finding& f) {
    return std::tuple(f.sentence, f.type, f.source, f.target, f.status, -f.confidence, f.predicate_tokens.begin);
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const auto& x, const auto& y) { return key(x) < key(y); });
  const auto same = [](const Finding& x, const Finding& y) {
    return std::tie(x.sentence, x.type, x.source, x.target, x.status) ==
           std::tie(y.sentence, y.type, y.source, y.target, y.status);
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& x, const Finding& y) {
    return std::tie(x.sentence, x.predicate_tokens.begin, x.type, x.source, x.target) <
           std::tie(y.sentence, y.predicate_tokens.begin, y.type, y.source, y.target);
  });
}

// "Typhoon Haiyan killed 6,000 people in the Philippines": no attack.
void drop_deeds_of_nature(const RelationTypes& types, const Actors& actors, std::vector<Finding>& findings) {
  std::erase_if(findings, [&](const Finding& it) {
    return actors.actors[it.source].natural && types.types[it.type].family != RelationFamily::Belonging;
  });
}

// "Manchester City" is no city in anything, Kevin King no king of anybody.
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

// "Xi travels to Moscow" is to come where the article says elsewhere that he will: the present of announcements.
void plan_announced(const Reading& r, const RelationTypes& types, std::vector<Finding>& findings) {
  const auto is_encounter = [&](const Finding& f) { return types.types[f.type].family == RelationFamily::Encounter; };
  std::vector<std::pair<ActorId, RelationTypeId>> planned;
  for (const auto& f : findings) {
    if (f.status == Status::Planned && is_encounter(f)) {
      planned.emplace_back(f.source, f.type);
    }
  }
  std::sort(planned.begin(), planned.end());
  for (auto& f : findings) {
    TokenId anchor = f.predicate_tokens.begin;
    if (r.tagging.features(anchor).verb_form == VerbForm::Infinitive && r.deprel(anchor) == Deprel::Advcl) {
      anchor = r.head(anchor);  // "travels to Moscow to see Putin"
    }
    const auto& features = r.tagging.features(anchor);
    if (f.status == Status::Asserted && is_encounter(f) && features.tense == Tense::Present &&
        features.verb_form == VerbForm::Finite &&
        std::binary_search(planned.begin(), planned.end(), std::pair(f.source, f.type))) {
      f.status = Status::Planned;
    }
  }
}

// "resigned as prime minister": the office hangs by the verb, and tells what the two are to each other.
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

// A title tells the office better than the frame of its last word: "secretary general" leads, "secretary" represents;
// "Sudan's army chief" does not lead Sudan.
bool told_by_title(const Reading& r, const BelongingWords& offices, const Match& match) {
  const Actors& actors = r.actors;
  if (match.frame->a.slot != Slot::Bearer) {
    return match.verb && has_title_below(r, match);
  }
  const auto actor = [&](MentionId m) { return m == None ? None : actors.mentions[m].actor; };
  return std::any_of(actors.titles.begin(), actors.titles.end(), [&](const Title& t) {
    const ActorId target = actor(match.target.mention);
    // "the minister Ard Roe and Europol Director Rob Wise": the office is its holder's, and of nobody beside him.
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

// Rules' findings and the layer's readings → what is told and what is doubted.
void weigh(const std::vector<PairReading>& readings, const Calibration& calibration, const Document& document,
           const Actors& actors, const RelationTypes& types, const FindingWriter& writer, Relations& relations) {
  Decider decider(readings, calibration, document, actors, types);
  std::vector<Finding> weighed = std::exchange(relations.findings, {});
  for (Finding& finding : weighed) {
    decider.weigh(finding);
  }
  for (const PairReading& reading : decider.others()) {
    weighed.push_back(writer.write(reading));
    decider.weigh(reading, weighed.back());
  }
  decider.decide(std::move(weighed), relations);
}

}  // namespace

RelationReader::RelationReader(const Model& model, std::string_view user_relations, const std::string& name)
    : lexicon_(std::make_shared<const Lexicon>(model, user_relations, name)) {}

Relations RelationReader::read(const Document& document, const Tagging& tagging, const Syntax& syntax,
                               const Actors& actors, const Readings& readings) const {
  const Reading reading(document, tagging, syntax, actors, lexicon_->predicates, lexicon_->status_words);
  const FindingWriter writer(reading, lexicon_->types, lexicon_->belonging, find_times(reading, lexicon_->time_words));
  std::vector<Match> matches;
  for (TokenId t = 0; t < document.tokens.size(); ++t) {
    match_token(reading, t, matches);
  }
  match_belonging(reading, lexicon_->belonging, matches);
  Relations relations;
  relations.findings.reserve(matches.size());
  for (const auto& match : matches) {
    if (told_by_title(reading, lexicon_->belonging, match)) {
      continue;
    }
    auto finding = writer.write(match);
    const auto governed = lexicon_->governors.above(reading, match.anchor, finding.type);
    if (!governed || !governed->rule->instead) {
      relations.findings.push_back(finding);
    }
    if (governed) {
      if (auto made = writer.governed(std::move(finding), *governed)) {
        relations.findings.push_back(std::move(*made));
      }
    }
  }
  plan_announced(reading, lexicon_->types, relations.findings);
  tidy(relations.findings);
  weigh(lexicon_->pairs.read(document, syntax, actors, readings, LeastProbability), lexicon_->pairs.calibration(),
        document, actors, lexicon_->types, writer, relations);
  tidy(relations.findings);
  tidy(relations.doubted);
  drop_deeds_of_nature(lexicon_->types, actors, relations.findings);
  return relations;
}

const RelationTypes& RelationReader::types() const { return lexicon_->types; }

}  // namespace entente
