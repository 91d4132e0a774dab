#include <entente/relations/describer.hpp>

#include <algorithm>
#include <utility>

#include <entente/relations/exclusion.hpp>
#include <entente/syntax/tree_path.hpp>
#include <entente/syntax/until.hpp>

namespace entente::inline v0_1 {

namespace {

// The factor on the confidence for each step from the predicate to an argument.
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

bool is_part_of_noun(Deprel d) {
  switch (d) {
    case Deprel::Amod:
    case Deprel::Appos:
    case Deprel::Compound:
    case Deprel::Flat:
    case Deprel::Nmod:
    case Deprel::NmodDesc:
    case Deprel::NmodPoss:
      return true;
    default:
      return false;
  }
}

}  // namespace

Describer::Describer(const Reading& reading, const RelationTypes& types, const BelongingWords& belonging,
                     std::vector<TimeMention> times)
    : r_(reading),
      types_(types),
      belonging_(belonging),
      speakers_(reading),
      times_(std::move(times)),
      today_(parse_date(reading.document.date)) {}

std::vector<Finding> Describer::describe(std::span<const Match> matches, const Governors& governors) const {
  std::vector<Finding> findings;
  findings.reserve(matches.size());
  for (const Match& match : matches) {
    Finding finding = describe(match);
    const auto by = governors.above(r_, match.anchor, finding.type);
    if (!by || !by->rule->instead) {
      findings.push_back(finding);
    }
    if (auto made = by ? governed(std::move(finding), *by) : std::nullopt) {
      findings.push_back(std::move(*made));
    }
  }
  plan_announced(findings);
  return findings;
}

Finding Describer::describe(const Match& match) const {
  const Frame& frame = *match.frame;
  Finding f;
  f.source_mention = match.source.mention;
  f.target_mention = match.target.mention;
  f.source = r_.actors.mentions[f.source_mention].actor;
  f.target = r_.actors.mentions[f.target_mention].actor;
  f.type = frame.type;
  f.from_user = frame.from_user;
  f.predicate_tokens = match.predicate.empty() ? Span{match.anchor, match.anchor + 1} : match.predicate;
  f.predicate = predicate_of(r_, match);
  f.status = status(match);
  const bool no_more = f.status == Status::Negated || f.status == Status::Ended;
  if (no_more && types_.types[f.type].family == RelationFamily::Conflict && is_yet_to_end(r_, match.anchor)) {
    f.status = Status::Asserted;
  }
  f.status = f.status == Status::Ended ? traits(f.type).ended : f.status;
  if (!match.attributive) {
    leave_out(f, match.anchor);
  }
  f.sentence = r_.document.sentence_of(match.anchor);
  f.speaker = match.attributive ? None : attributed(f, speakers_.of(match.anchor));
  if (f.status == Status::Asserted && has_ended(f, match.anchor)) {
    f.status = Status::Ended;
  }
  if (f.status == Status::Asserted && is_yet_to_hold(f)) {
    f.status = Status::Planned;
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

Finding Describer::describe(const PairScore& score) const {
  Finding f;
  f.source_mention = score.source;
  f.target_mention = score.target;
  f.source = r_.actors.mentions[f.source_mention].actor;
  f.target = r_.actors.mentions[f.target_mention].actor;
  f.type = score.type;
  const TokenId phrase = phrase_of(f);
  const bool in_passing = phrase != None;
  TokenId anchor = score.word == None ? head_of(f.target_mention) : score.word;
  if (in_passing && !is_within(anchor, phrase)) {  // "Roe, a Democrat": what the phrase says, not whose name heads it
    const TokenId other = head_of(f.source_mention) == phrase ? head_of(f.target_mention) : head_of(f.source_mention);
    anchor = r_.upos(phrase) == Upos::Propn ? other : phrase;
  }
  f.predicate_tokens = {anchor, anchor + 1};
  f.predicate = std::string(r_.tagging.lemma(anchor));
  f.status = score.status;
  if (!in_passing) {
    soften(f, anchor);
  }
  if (f.status == Status::Asserted && (is_alleged_of(f.source_mention) || is_alleged_of(f.target_mention))) {
    f.status = Status::Possible;
  }
  if (f.status == Status::Asserted && has_ended(f, anchor)) {
    f.status = Status::Ended;
  }
  if (f.status == Status::Asserted && is_yet_to_hold(f)) {
    f.status = Status::Planned;
  }
  f.sentence = score.sentence;
  f.speaker = in_passing ? None : speaker_of(f, anchor);
  set_time(anchor, f);
  return f;
}

std::optional<Finding> Describer::governed(Finding f, const Governors::Governed& by) const {
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
  f.speaker = attributed(f, f.speaker);
  leave_out(f, by.governor);
  f.predicate_tokens = {by.governor, by.governor + 1};
  f.why += "; governed by \"" + std::string(r_.document.form(by.governor)) + "\"";
  return f;
}

void Describer::plan_announced(std::vector<Finding>& findings) const {
  std::vector<std::pair<ActorId, RelationTypeId>> planned;
  for (const Finding& f : findings) {
    if (f.status == Status::Planned && is_encounter(f)) {
      planned.emplace_back(f.source, f.type);
    }
  }
  std::sort(planned.begin(), planned.end());
  for (Finding& f : findings) {
    if (f.status == Status::Asserted && is_encounter(f) && is_in_present(f.predicate_tokens.begin) &&
        std::binary_search(planned.begin(), planned.end(), std::pair(f.source, f.type))) {
      f.status = Status::Planned;
    }
  }
}

bool Describer::is_encounter(const Finding& f) const {
  return types_.types[f.type].family == RelationFamily::Encounter;
}

bool Describer::is_in_present(TokenId word) const {
  if (r_.tagging.features(word).verb_form == VerbForm::Infinitive && r_.deprel(word) == Deprel::Advcl) {
    word = r_.head(word);  // "travels to Moscow to see Putin"
  }
  const auto& features = r_.tagging.features(word);
  return features.tense == Tense::Present && features.verb_form == VerbForm::Finite;
}

bool Describer::has_ended(const Finding& f, TokenId anchor) const {
  return (traits(f.type).state && held_until(anchor)) || (traits(f.type).membership && is_left(f));
}

// A party's candidate is one of its members already.
bool Describer::is_yet_to_hold(const Finding& f) const {
  const RelationTraits& told = traits(f.type);
  const std::string& body = r_.actors.actors[f.target].name;
  const bool held = types_.types[f.type].family == RelationFamily::Belonging && told.state;
  if (!held || (!told.office && belonging_.is_party(r_.lexicon.words(), body))) {
    return false;
  }
  const Span words = f.predicate_tokens;
  for (TokenId t = words.begin; t < words.end; ++t) {
    if (is_prospective(r_, t)) {
      return true;
    }
  }
  return false;
}

bool Describer::is_left(const Finding& f) const {
  const TokenId organisation = r_.actors.mentions[f.target_mention].head;
  const TokenId verb = clause_of(organisation);
  return organisation != None && verb != None && r_.prepositions[organisation] == r_.lexicon.from &&
         r_.tagging.features(verb).tense == Tense::Past && belonging_.is_transfer(r_.words[verb]);
}

bool Describer::held_until(TokenId anchor) const {
  return r_.tagging.features(clause_of(anchor)).tense == Tense::Past && has_stated_end(r_, anchor);
}

const RelationTraits& Describer::traits(RelationTypeId type) const { return types_.types[type].traits; }

Status Describer::status(const Match& match) const {
  const Frame& frame = *match.frame;
  if (match.attributive) {
    const bool ended = frame.status == Status::Ended || is_former(r_, match.anchor);
    return ended ? Status::Ended : is_alleged(r_, match.anchor) ? Status::Possible : Status::Asserted;
  }
  return status_of(r_, match.anchor, frame.negated ? Status::Negated : frame.status);
}

void Describer::leave_out(Finding& f, TokenId anchor) const {
  if (is_left_out(r_, f.source_mention, anchor) || is_left_out(r_, f.target_mention, anchor)) {
    f.status = f.status == Status::Ended ? Status::Possible : Status::Negated;
  }
}

void Describer::soften(Finding& f, TokenId word) const {
  const auto path = path_between(r_.syntax.heads, head_of(f.source_mention), head_of(f.target_mention));
  if (f.status == Status::Asserted) {
    f.status = is_wish(f, word) ? Status::Planned : status_at(word);
    for (const TokenId t : path) {
      f.status = f.status == Status::Asserted && r_.is_verb(t) ? status_at(t) : f.status;
    }
  } else if (f.status == Status::Negated && status_at(word) == Status::Possible) {
    f.status = Status::Possible;  // "has not excluded an attack"
  }
  // "without the striker Roe": "striker" is inside the excluded phrase, so the path decides
  Finding by_word = f;
  leave_out(by_word, word);
  if (by_word.status != f.status) {
    leave_out(f, anchor_of(path));
  }
}

// Not if a frame of the noun itself asserts the relation.
bool Describer::is_wish(const Finding& f, TokenId word) const {
  const auto frames = r_.lexicon.noun_frames(r_.words[word]);
  return r_.is_noun(word) && r_.status_words.has(StatusRole::Wish, r_.words[word]) &&
         std::none_of(frames.begin(), frames.end(),
                      [&](const Frame* frame) { return frame->type == f.type && frame->status == Status::Asserted; });
}

// What the mention itself says is part of its name.
bool Describer::is_alleged_of(MentionId mention) const {
  const Span own = r_.actors.mentions[mention].tokens;
  constexpr int Highest = 3;
  TokenId noun = head_of(mention);
  for (int i = 0; i < Highest && noun != None && is_part_of_noun(r_.deprel(noun)); ++i) {
    noun = r_.head(noun);
    if (noun != None && !own.contains(noun) && is_alleged(r_, noun)) {
      return true;
    }
  }
  return false;
}

TokenId Describer::phrase_of(const Finding& f) const {
  const auto path = path_between(r_.syntax.heads, head_of(f.source_mention), head_of(f.target_mention));
  if (types_.types[f.type].family != RelationFamily::Belonging || path.size() < 2) {
    return None;
  }
  const TokenId top = r_.head(path[1]) == path[0] ? path.front() : path.back();
  const bool in_phrase = std::all_of(path.begin(), path.end(), [&](TokenId t) {
    return !r_.is_verb(t) && (t == top || is_part_of_noun(r_.deprel(t)));
  });
  return in_phrase && !r_.has_child(top, Deprel::Cop) ? top : None;
}

bool Describer::is_within(TokenId word, TokenId phrase) const {
  const TokenId top = r_.head(phrase);
  while (word != None && word != top && word != phrase) {
    word = r_.head(word);
  }
  return word == phrase;
}

TokenId Describer::anchor_of(const std::vector<TokenId>& path) const {
  if (path.empty()) {
    return None;
  }
  std::size_t top = 0;
  while (top + 1 < path.size() && r_.head(path[top]) == path[top + 1]) {
    ++top;
  }
  if (r_.is_verb(path[top])) {
    return path[top];
  }
  if (top + 1 < path.size() && r_.is_verb(path[top + 1])) {
    return path[top + 1];
  }
  return top > 0 && r_.is_verb(path[top - 1]) ? path[top - 1] : path[top];
}

Status Describer::status_at(TokenId word) const {
  if ((r_.deprel(word) == Deprel::Amod || r_.deprel(word) == Deprel::Compound) && r_.is_noun(r_.head(word))) {
    word = r_.head(word);  // "the joint venture has ended"
  }
  const Status told = status_of(r_, word, Status::Asserted);
  return told == Status::Negated || told == Status::Possible ? told : Status::Asserted;
}

MentionId Describer::subject_of(TokenId verb) const {
  for (const Argument& a : subjects(r_, verb)) {
    Fillers fillers;
    actors_at(r_, a, Acting, fillers);
    if (!fillers.empty()) {
      return fillers[0].mention;
    }
  }
  return None;
}

ActorId Describer::attributed(const Finding& f, ActorId speaker) const {
  const bool own_words =
      speaker == f.source && f.status == Status::Asserted && types_.types[f.type].family == RelationFamily::Statement;
  return own_words ? None : speaker;
}

ActorId Describer::speaker_of(const Finding& f, TokenId anchor) const {
  for (const TokenId t : {anchor, head_of(f.target_mention), head_of(f.source_mention)}) {
    if (const ActorId speaker = speakers_.of(t); speaker != None) {
      return attributed(f, speaker);
    }
  }
  return None;
}

TokenId Describer::head_of(MentionId mention) const { return r_.actors.mentions[mention].head; }

float Describer::confidence(const Match& match) const {
  float c = match.verb ? 0.95F : 0.92F;
  for (const auto& filler : {match.source, match.target}) {
    c *= doubt(filler.via) * doubt(filler.inside) * doubt(r_.actors.mentions[filler.mention].form);
  }
  return c;
}

std::string Describer::path(std::string_view which, const Filler& f) const {
  std::string text(which);
  text.append(" ").append(r_.document.form(f.token)).append(" (").append(via_name(f.via));
  if (f.inside != Via::Direct) {
    text.append(", ").append(via_name(f.inside));
  }
  return text + ")";
}

TokenId Describer::clause_of(TokenId t) const {
  constexpr int Highest = 12;
  for (int i = 0; i < Highest && r_.head(t) != None && !r_.is_verb(t); ++i) {
    t = r_.head(t);
  }
  return t;
}

bool Describer::belongs(const TimeMention& time, TokenId anchor) const {
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

void Describer::set_time(TokenId anchor, Finding& f) const {
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

}  // namespace entente
