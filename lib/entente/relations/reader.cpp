#include <entente/relations/reader.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/relations/arguments.hpp>
#include <entente/relations/belonging.hpp>
#include <entente/relations/decide.hpp>
#include <entente/relations/exclusion.hpp>
#include <entente/relations/frames.hpp>
#include <entente/relations/governors.hpp>
#include <entente/relations/pair_reader.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/status.hpp>
#include <entente/relations/time.hpp>
#include <entente/relations/untyped.hpp>
#include <entente/syntax/until.hpp>

namespace entente {

struct RelationReader::Lexicon {
  Lexicon(const Model& model, std::string_view user_relations)
      : types(load_relation_types(user_relations)),
        predicates(types, user_relations),
        status_words(predicates.words()),
        time_words(predicates.words()),
        governors(types, predicates.words()),
        belonging(types, predicates.words()),
        untyped(types, predicates.words()),
        pairs(model, types) {}

  RelationTypes types;
  PredicateLexicon predicates;
  StatusWords status_words;
  TimeWords time_words;
  Governors governors;
  BelongingWords belonging;
  UntypedWords untyped;
  PairReader pairs;
};

namespace {

// How much less sure each step from the predicate to an argument makes a finding.
float doubt(Via via) {
  switch (via) {
    case Via::Direct:
      return 1.0F;
    case Via::Conjunct:
    case Via::Apposition:
    case Via::Antecedent:
    case Via::Shared:
      return 0.96F;
    case Via::Controlled:
    case Via::Supported:
      return 0.93F;
    case Via::Standing:
      return 0.92F;
    case Via::Attached:
      return 0.9F;
  }
  return 1.0F;
}

float doubt(MentionForm form) {
  switch (form) {
    case MentionForm::Name:
      return 1.0F;
    case MentionForm::Adjective:
    case MentionForm::Metonym:
      return 0.97F;
    case MentionForm::Description:
      return 0.93F;
    case MentionForm::Pronoun:
      return 0.9F;
  }
  return 1.0F;
}

// Turns matches into findings: status, speaker, time, confidence, and why.
class FindingWriter {
 public:
  FindingWriter(const Reading& reading, const RelationTypes& types, const BelongingWords& belonging,
                std::vector<TimeMention> times)
      : r_(reading),
        types_(types),
        belonging_(belonging),
        speakers_(reading),
        times_(std::move(times)),
        today_(reading.document.date ? parse_date(*reading.document.date) : std::nullopt) {}

  Finding write(const Match& match) const {
    const Frame& frame = *match.frame;
    Finding f;
    f.source_mention = match.source.mention;
    f.target_mention = match.target.mention;
    f.source = r_.actors.mentions[f.source_mention].actor;
    f.target = r_.actors.mentions[f.target_mention].actor;
    f.type = frame.type;
    f.own = frame.own;
    f.predicate_tokens = match.predicate.empty() ? Span{match.anchor, match.anchor + 1} : match.predicate;
    f.predicate = predicate_of(r_, match);
    f.status = status(match);
    const bool no_more = f.status == Status::Negated || f.status == Status::Ended;
    if (no_more && types_.types[f.type].family == RelationFamily::Conflict && is_yet_to_end(r_, match.anchor)) {
      f.status = Status::Asserted;
    }
    f.status = f.status == Status::Ended ? ended_status(f.type) : f.status;
    if (!match.attributive) {
      leave_out(f, match.anchor);
    }
    f.sentence = r_.document.sentence_of(match.anchor);
    f.speaker = match.attributive ? None : speakers_.of(match.anchor);
    if (f.status == Status::Asserted && has_ended(f, match.anchor)) {
      f.status = Status::Ended;
    }
    const bool until_then = frame.status == Status::Ended && f.status != Status::Ended;  // "will step down in May"
    if (!match.attributive && !until_then) {
      set_time(match.anchor, f);
    }
    f.confidence = confidence(match);
    f.why = "frame \"" + frame_text(match, f.predicate) + "\"; " + path("source", match.source) + "; " +
            path("target", match.target);
    return f;
  }

  // What the trained layer reads.
  Finding write(const PairReading& reading) const {
    Finding f;
    f.source_mention = reading.source;
    f.target_mention = reading.target;
    f.source = r_.actors.mentions[f.source_mention].actor;
    f.target = r_.actors.mentions[f.target_mention].actor;
    f.type = reading.type;
    const TokenId anchor = reading.word == None ? r_.actors.mentions[f.target_mention].head : reading.word;
    f.predicate_tokens = {anchor, anchor + 1};
    f.predicate = std::string(r_.tagging.lemma(anchor));
    f.status = reading.status;
    soften(f, anchor);
    if (f.status == Status::Asserted && has_ended(f, anchor)) {
      f.status = Status::Ended;
    }
    f.sentence = reading.sentence;
    f.speaker = speakers_.of(anchor);
    set_time(anchor, f);
    return f;
  }

  // The relation that the governing verb makes of it: "threaten to attack"; nothing where nobody is known who fears.
  std::optional<Finding> governed(Finding f, const Governors::Governed& by) const {
    if (by.rule->toward) {
      const MentionId who = subject_of(by.governor);
      if (who == None || r_.actors.mentions[who].actor == f.source) {
        return std::nullopt;
      }
      f.target = f.source;
      f.target_mention = f.source_mention;
      f.source_mention = who;
      f.source = r_.actors.mentions[who].actor;
      f.time.reset();
    }
    f.type = by.rule->type;
    f.predicate = std::string(r_.tagging.lemma(by.governor)) + (by.rule->toward ? "" : " to " + f.predicate);
    f.status = status_of(r_, by.governor, by.rule->status);
    leave_out(f, by.governor);
    f.predicate_tokens = {by.governor, by.governor + 1};
    f.why += "; governed by \"" + std::string(r_.document.form(by.governor)) + "\"";
    return f;
  }

 private:
  bool has_ended(const Finding& f, TokenId anchor) const {
    return (is_state(f.type) && held_until(anchor)) || (types_.types[f.type].name == "member" && is_left(f));
  }

  // "Ajax signed Roe from Sparta", "Roe joined Ajax from Sparta": where somebody came from.
  bool is_left(const Finding& f) const {
    const TokenId house = r_.actors.mentions[f.target_mention].head;
    const TokenId verb = clause_of(house);
    return house != None && verb != None && r_.prepositions[house] == r_.lexicon.from &&
           r_.tagging.features(verb).tense == Tense::Past &&
           (belonging_.is_transfer(r_.words[verb]) || r_.is_word(r_.words[verb], "join"));
  }

  // "led Siemens until 2019"
  bool held_until(TokenId anchor) const {
    return r_.tagging.features(clause_of(anchor)).tense == Tense::Past && holds_until(r_, anchor);
  }
  bool is_state(RelationTypeId type) const {
    constexpr std::array<std::string_view, 9> States = {"leads",    "represents", "member",  "owns",  "controls",
                                                        "supports", "allied",     "advises", "spouse"};
    return std::find(States.begin(), States.end(), types_.types[type].name) != States.end();
  }

  // Some relations never end ("his late father", "the late founder of"), and events that are broken off have not
  // happened ("suspended a visit").
  Status ended_status(RelationTypeId type) const {
    const std::string_view name = types_.types[type].name;
    if (name == "parent" || name == "sibling" || name == "founds") {
      return Status::Asserted;
    }
    return name == "visits" || name == "meets" ? Status::Negated : Status::Ended;
  }

  Status status(const Match& match) const {
    const Frame& frame = *match.frame;
    if (match.attributive) {
      return frame.status == Status::Ended || is_former(r_, match.anchor) ? Status::Ended : Status::Asserted;
    }
    return status_of(r_, match.anchor, frame.negated ? Status::Negated : frame.status);
  }

  // "no French soldier attacked": what is told of others is not told of him.
  void leave_out(Finding& f, TokenId anchor) const {
    if (is_left_out(r_, f.source_mention, anchor) || is_left_out(r_, f.target_mention, anchor)) {
      f.status = f.status == Status::Ended ? Status::Possible : Status::Negated;
    }
  }

  // What the words deny or leave open is never drawn as a fact, whatever the layer reads: neither what they say at
  // `word` nor what they say on the way between the two actors.
  void soften(Finding& f, TokenId word) const {
    const auto path = path_between(r_, head_of(f.source_mention), head_of(f.target_mention));
    if (f.status == Status::Asserted) {
      f.status = told_at(word);
      for (const TokenId t : path) {
        f.status = f.status == Status::Asserted && r_.is_verb(t) ? told_at(t) : f.status;
      }
    }
    leave_out(f, anchor_of(path));
  }

  // The highest word of the path, or the verb of a clause that hangs by it: "Roe, who met Doe".
  TokenId anchor_of(const std::vector<TokenId>& path) const {
    if (path.empty()) {
      return None;
    }
    std::size_t top = 0;
    while (top + 1 < path.size() && r_.head(path[top]) == path[top + 1]) {
      ++top;
    }
    for (const std::size_t below : {top + 1, top - 1}) {
      if (!r_.is_verb(path[top]) && below < path.size() && r_.is_verb(path[below])) {
        return path[below];
      }
    }
    return path[top];
  }

  Status told_at(TokenId word) const {
    const Status told = status_of(r_, word, Status::Asserted);
    return told == Status::Negated || told == Status::Possible ? told : Status::Asserted;
  }

  MentionId subject_of(TokenId verb) const {
    for (const Argument& a : subjects(r_, verb)) {
      Fillers fillers;
      actors_at(r_, a, Acting, fillers);
      if (!fillers.empty()) {
        return fillers[0].mention;
      }
    }
    return None;
  }

  TokenId head_of(MentionId mention) const { return r_.actors.mentions[mention].head; }

  float confidence(const Match& match) const {
    float c = match.verb ? 0.95F : 0.92F;
    for (const auto& filler : {match.source, match.target}) {
      c *= doubt(filler.via) * doubt(filler.inside) * doubt(r_.actors.mentions[filler.mention].form);
    }
    return c;
  }

  std::string path(std::string_view which, const Filler& f) const {
    std::string text(which);
    text.append(" ").append(r_.document.form(f.token)).append(" (").append(via_name(f.via));
    if (f.inside != Via::Direct) {
      text.append(", ").append(via_name(f.inside));
    }
    return text + ")";
  }

  // The verb whose clause the token stands in.
  TokenId clause_of(TokenId t) const {
    constexpr int Highest = 12;
    for (int i = 0; i < Highest && r_.head(t) != None && !r_.is_verb(t); ++i) {
      t = r_.head(t);
    }
    return t;
  }

  bool belongs(const TimeMention& time, TokenId anchor) const {
    TokenId t = time.head;
    constexpr int Highest = 6;
    for (int i = 0; i < Highest && t != None; ++i) {
      if (t == anchor) {
        return true;
      }
      if (r_.is_verb(t)) {
        return t == clause_of(anchor);
      }
      t = r_.head(t);
    }
    return false;
  }

  void set_time(TokenId anchor, Finding& f) const {
    const auto& tokens = r_.document.sentences[f.sentence].tokens;
    auto at = std::lower_bound(times_.begin(), times_.end(), tokens.begin,
                               [](const TimeMention& t, TokenId begin) { return t.tokens.begin < begin; });
    constexpr int MostTimes = 8;
    for (int i = 0; i < MostTimes && at != times_.end() && at->tokens.begin < tokens.end; ++i, ++at) {
      if (!belongs(*at, anchor)) {
        continue;
      }
      const bool past = r_.tagging.features(clause_of(anchor)).tense == Tense::Past;
      const bool future = f.status != Status::Asserted || !past;
      f.time = time_expression(r_.document, *at, future);
      // "is coming to Moscow next week"
      const bool ahead = at->ahead || (today_ && at->future.from && *at->future.from > *today_);
      if (f.status == Status::Asserted && !past && ahead) {
        f.status = Status::Planned;
      }
      return;
    }
  }

  const Reading& r_;
  const RelationTypes& types_;
  const BelongingWords& belonging_;
  Speakers speakers_;
  std::vector<TimeMention> times_;
  std::optional<int> today_;
};

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

// "launched an attack on": what the verb and its noun say together is not said once more by the noun alone.
bool says_part_of(const Reading& r, const Finding& part, const Finding& whole) {
  const TokenId noun = part.predicate_tokens.begin;
  const TokenId verb = whole.predicate_tokens.begin;
  const bool same_pair = part.source == whole.source && part.target == whole.target &&
                         (part.type == whole.type || part.status == whole.status);
  const std::string_view lemma = r.tagging.lemma(noun);
  const std::size_t at = whole.predicate.find(lemma);
  return same_pair && part.sentence == whole.sentence && noun != verb && r.head(noun) == verb &&
         (part.type == whole.type || (r.deprel(noun) == Deprel::Obj && at != std::string::npos && at > 0));
}

void drop_parts(const Reading& r, std::vector<Finding>& findings) {
  constexpr std::size_t Near = 16;  // findings of one sentence stand together
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(i > Near ? i - Near : 0);
    const auto end = findings.begin() + static_cast<std::ptrdiff_t>(std::min(i + Near, findings.size()));
    if (std::none_of(begin, end, [&](const Finding& f) { return says_part_of(r, findings[i], f); })) {
      kept.push_back(findings[i]);
    }
  }
  findings = std::move(kept);
}

// "Typhoon Haiyan killed 6,000 people in the Philippines": no attack.
void drop_deeds_of_nature(const RelationTypes& types, const Actors& actors, std::vector<Finding>& findings) {
  std::erase_if(findings, [&](const Finding& it) {
    return actors.actors[it.source].natural && types.types[it.type].family != RelationFamily::Belonging;
  });
}

// Whoever leads or represents a country or a house is more than its citizen or its member.
void drop_members_in_office(const RelationTypes& types, std::vector<Finding>& findings) {
  const auto type = [&](const Finding& f) { return std::string_view(types.types[f.type].name); };
  std::set<std::pair<ActorId, ActorId>> in_office;
  for (const auto& f : findings) {
    if (f.status == Status::Asserted && (type(f) == "leads" || type(f) == "represents")) {
      in_office.emplace(f.source, f.target);
    }
  }
  std::erase_if(findings, [&](const Finding& f) {
    return (type(f) == "citizen" || type(f) == "member") && in_office.contains({f.source, f.target});
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

void match_token(const Reading& r, const UntypedWords& untyped, TokenId t, std::vector<Match>& matches) {
  const auto& lexicon = r.lexicon;
  switch (r.is_verb(t) ? Upos::Verb : r.upos(t)) {
    case Upos::Verb: {
      const auto before = matches.size();
      if (const auto frames = lexicon.verb_frames(r.words[t]); !frames.empty()) {
        match_frames(r, t, true, frames, matches);
      }
      if (r.tagging.features(t).verb_form == VerbForm::Participle) {  // "opposed to", "based in"
        if (const auto frames = lexicon.noun_frames(lexicon.words().find(r.document.form(t))); !frames.empty()) {
          match_frames(r, t, false, frames, matches);
        }
      }
      if (matches.size() == before) {
        match_untyped(r, untyped, t, matches);
      }
      break;
    }
    case Upos::Noun:
    case Upos::Propn:
      if (r.prepositions[t] != NoWord && r.has_child(t, Deprel::Cop)) {
        match_copula(r, t, lexicon.verb_frames(lexicon.be), matches);
      }
      [[fallthrough]];
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
void weigh(const std::vector<PairReading>& readings, const Document& document, const Actors& actors,
           const RelationTypes& types, const FindingWriter& writer, Relations& relations) {
  Decider decider(readings, document, actors, types);
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

RelationReader::RelationReader(const Model& model, std::string_view user_relations)
    : lexicon_(std::make_shared<const Lexicon>(model, user_relations)) {}

Relations RelationReader::read(const Document& document, const Tagging& tagging, const Syntax& syntax,
                               const Actors& actors, const Readings& readings) const {
  const Reading reading(document, tagging, syntax, actors, lexicon_->predicates, lexicon_->status_words);
  const FindingWriter writer(reading, lexicon_->types, lexicon_->belonging, find_times(reading, lexicon_->time_words));
  std::vector<Match> matches;
  for (TokenId t = 0; t < document.tokens.size(); ++t) {
    match_token(reading, lexicon_->untyped, t, matches);
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
  drop_parts(reading, relations.findings);
  weigh(lexicon_->pairs.read(document, syntax, actors, readings, LeastProbability), document, actors, lexicon_->types,
        writer, relations);
  tidy(relations.findings);
  tidy(relations.doubted);
  drop_deeds_of_nature(lexicon_->types, actors, relations.findings);
  drop_members_in_office(lexicon_->types, relations.findings);
  return relations;
}

const RelationTypes& RelationReader::types() const { return lexicon_->types; }

}  // namespace entente
