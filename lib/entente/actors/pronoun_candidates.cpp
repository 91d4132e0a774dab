#include <entente/actors/pronoun_candidates.hpp>

#include <algorithm>
#include <bit>

#include <entente/base/elementary.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t LookBack = 60;    // places
constexpr SentenceId Sentences = 3;     // before the pronoun's
constexpr SentenceId FarSentences = 5;  // where there is no nearer candidate
constexpr std::size_t MostActors = 12;

enum Function : std::uint8_t {
  Subject,
  Object,
  Oblique,
  Nominal,
  Owner,
  Apposition,
  Compound,
  Root,
  Clause,
  OtherRole
};

Function role_of(Deprel d) {
  switch (d) {
    case Deprel::Nsubj:
    case Deprel::NsubjPass:
    case Deprel::NsubjOuter:
      return Subject;
    case Deprel::Obj:
      return Object;
    case Deprel::Iobj:
    case Deprel::Obl:
    case Deprel::OblAgent:
      return Oblique;
    case Deprel::Nmod:
      return Nominal;
    case Deprel::NmodPoss:
      return Owner;
    case Deprel::Appos:
      return Apposition;
    case Deprel::Compound:
    case Deprel::NmodDesc:
    case Deprel::Flat:
      return Compound;
    case Deprel::Root:
    case Deprel::Parataxis:
      return Root;
    case Deprel::Xcomp:
    case Deprel::Ccomp:
    case Deprel::Advcl:
      return Clause;
    default:
      return OtherRole;
  }
}

std::size_t simple_role(Function role) {  // of six
  return role <= Object ? role : role == Oblique ? 2 : role == Nominal ? 3 : role == Owner ? 4 : 5;
}

std::size_t power_of_two(std::size_t distance) { return std::bit_width(distance); }

}  // namespace

CandidateFinder::CandidateFinder(const Layers& layers, const Coreference& coref, Links& links)
    : layers_(layers),
      coref_(coref),
      links_(links),
      seen_(coref.clusters.size(), 0),
      headline_(coref.clusters.size(), 0) {
  for (const MentionDraft& draft : coref.mentions) {
    const auto& document = layers.document;
    const BlockId block = document.sentences[layers.sentence_of[draft.tokens.begin]].block;
    if (draft.cluster != None && block < document.blocks.size() && document.blocks[block].kind == BlockKind::Title) {
      headline_[draft.cluster] = 1;
    }
  }
}

void CandidateFinder::add_place(const Spot& place) {
  places_.push_back(place);
  if (place.form == MentionForm::Pronoun) {
    resolved_.insert(place.token);
  }
  ++seen_[place.cluster];
}

void CandidateFinder::ask(TokenId t, SentenceId s, const Pronoun& pronoun, bool quoted,
                          const std::vector<Spot>& coming) {
  collect(t, s, pronoun, Sentences);
  const bool one = pronoun.kind == PronounClass::He || pronoun.kind == PronounClass::She;
  if (one && chosen_.empty() && coming.empty()) {
    collect(t, s, pronoun, FarSentences);
  }
  for (const Spot& place : coming) {
    if (!may_be(place, t, pronoun)) {
      continue;
    }
    const auto at = std::find(ranked_.begin(), ranked_.end(), place.cluster);
    const auto rank = static_cast<std::size_t>(at - ranked_.begin());
    if (at == ranked_.end()) {
      ranked_.push_back(place.cluster);
    }
    chosen_.emplace_back(place, rank);
  }
  candidates_.clear();
  const bool thing = pronoun.kind == PronounClass::It;
  context_ = thing ? context(t, pronoun) : PronounContext::Last;
  if (!links_.empty()) {
    links_.select(t, LinkForm::Pronoun);
  }
  for (const auto& [place, rank] : chosen_) {
    PronounCandidate candidate{place.cluster, place.draft, {}};
    describe(place, t, s, pronoun, quoted, rank, candidate.features);
    if (!links_.empty()) {
      candidate.features.set_link(links_.score(place.token, link_form(place.form), s - std::min(s, place.sentence)));
    }
    candidates_.push_back(candidate);
  }
  describe_none(t, s, quoted);
}

// The latest place of each actor, and its latest place as a subject if that is a different one.
void CandidateFinder::collect(TokenId t, SentenceId s, const Pronoun& pronoun, SentenceId reach) {
  chosen_.clear();
  ranked_.clear();
  collect_bound(t, s, pronoun, reach);
  for (std::size_t i = places_.size(); i-- > 0 && places_.size() - i <= LookBack;) {
    const Spot& place = places_[i];
    if (place.sentence + reach < s) {
      break;
    }
    if (place.token == t || bound_.contains(place.cluster) || !may_be(place, t, pronoun)) {
      continue;
    }
    const auto at = std::find(ranked_.begin(), ranked_.end(), place.cluster);
    const auto rank = static_cast<std::size_t>(at - ranked_.begin());
    if (at == ranked_.end()) {
      if (ranked_.size() == MostActors) {
        break;
      }
      ranked_.push_back(place.cluster);
      chosen_.emplace_back(place, rank);
      continue;
    }
    const auto places = std::count_if(chosen_.begin(), chosen_.end(), [&](const auto& c) { return c.second == rank; });
    if (places == 1 && is_subject(place.token)) {
      const auto first = std::find_if(chosen_.begin(), chosen_.end(), [&](const auto& c) { return c.second == rank; });
      if (!is_subject(first->first.token)) {
        chosen_.emplace_back(place, rank);
      }
    }
  }
}

// "He accused him": "him" is another person, and so are the other mentions of "he": "Beckham, who owns the club,
// welcomed him".
void CandidateFinder::collect_bound(TokenId t, SentenceId s, const Pronoun& pronoun, SentenceId reach) {
  bound_.clear();
  if (is_subject(t)) {
    return;
  }
  for (std::size_t i = places_.size(); i-- > 0 && places_.size() - i <= LookBack && places_[i].sentence + reach >= s;) {
    if (is_bound(places_[i], t, pronoun)) {
      bound_.insert(places_[i].cluster);
    }
  }
}

bool CandidateFinder::is_crowd(const Cluster& it) const { return (it.classes & layers_.world.crowds).any(); }

// "As they travelled to New York": the verb describes a physical action of people.
bool CandidateFinder::is_bodily(TokenId t) const {
  const TokenId head = governor(t);
  return head != None && is_subject(t) && layers_.upos(head) == Upos::Verb &&
         layers_.world.name_word(layers_.lemma(head)).bodily_verb;
}

bool CandidateFinder::fits(const Spot& place, TokenId t, const Pronoun& pronoun) const {
  const Cluster& it = coref_.clusters[place.cluster];
  const bool person = it.kind == ActorKind::Person;
  switch (pronoun.kind) {
    case PronounClass::He:
      return person && it.gender != ActorGender::Feminine && place.form != MentionForm::Adjective;
    case PronounClass::She:
      return person && it.gender != ActorGender::Masculine && place.form != MentionForm::Adjective;
    case PronounClass::It:
      return !person && it.kind != ActorKind::Group;
    default: {
      const bool body = it.kind == ActorKind::Organisation || it.kind == ActorKind::Country;
      const bool many = it.kind == ActorKind::Group || (body ? is_crowd(it) : place.plural);
      return (many || (body && !is_bodily(t))) && place.form != MentionForm::Adjective;
    }
  }
}

bool CandidateFinder::may_be(const Spot& place, TokenId t, const Pronoun& pronoun) const {
  return fits(place, t, pronoun) && !is_bound(place, t, pronoun);
}

// Two different arguments of one verb are two actors: "Merkel met her" (Chomsky 1981, principle B); a reflexive is one
// of them.
bool CandidateFinder::is_bound(const Spot& place, TokenId t, const Pronoun& pronoun) const {
  if (pronoun.reflexive || is_taken_up(place, t)) {
    return false;
  }
  if (place.draft < coref_.mentions.size() && coref_.mentions[place.draft].tokens.contains(t)) {
    return true;  // "his counterpart Taro Aso" is another's
  }
  if (!pronoun.possessive && layers_.deprel(t) != Deprel::NmodPoss) {
    const TokenId verb = governor(t);
    const bool beside = is_argument(place.token) && verb == governor(place.token);
    if (verb != None && is_argument(t) && (beside || is_understood_subject(place.token, verb))) {
      return true;
    }
    return layers_.head(place.token) == t || layers_.head(t) == place.token;
  }
  return layers_.head(t) == place.token;  // the noun that the pronoun owns
}

// "Roche is in Sydney, helping him": the subject of "helping" is Roche.
bool CandidateFinder::is_understood_subject(TokenId t, TokenId verb) const {
  const auto arcs = layers_.syntax.added_to(verb);
  return std::any_of(arcs.begin(), arcs.end(), [&](const auto& arc) {
    return arc.dependent == t && (arc.deprel == Deprel::Nsubj || arc.deprel == Deprel::NsubjPass);
  });
}

bool CandidateFinder::is_bound(ClusterId cluster, TokenId t, const Pronoun& pronoun) const {
  const std::size_t first = places_.size() - std::min(places_.size(), LookBack);
  return !is_subject(t) &&
         std::any_of(places_.begin() + static_cast<std::ptrdiff_t>(first), places_.end(),
                     [&](const Spot& place) { return place.cluster == cluster && is_bound(place, t, pronoun); });
}

// The governor of the token; a conjunct has that of the first conjunct.
TokenId CandidateFinder::governor(TokenId t) const {
  const TokenId head = layers_.head(t);
  return layers_.deprel(t) == Deprel::Conj && head != None ? layers_.head(head) : head;
}

bool CandidateFinder::is_argument(TokenId t) const {
  const bool joined = layers_.deprel(t) == Deprel::Conj && layers_.head(t) != None;
  const Function role = role_of(layers_.deprel(joined ? layers_.head(t) : t));
  return role == Subject || role == Object || role == Oblique;
}

bool CandidateFinder::is_subject(TokenId t) const {
  const bool joined = layers_.deprel(t) == Deprel::Conj && layers_.head(t) != None;
  return role_of(layers_.deprel(joined ? layers_.head(t) : t)) == Subject;
}

// 1: the candidate is the subject of the pronoun's clause, 2: of a clause above it; 3: the pronoun is in a clause that
// modifies the candidate ("Bell, a girl who made her living"); 4: the pronoun's noun is joined to the candidate
// ("Deming and her husband") or to its possession ("Kerry's tour and his attempts").
std::size_t CandidateFinder::command(TokenId candidate, TokenId t) const {
  TokenId up = layers_.head(t);
  if (up != None && layers_.deprel(t) == Deprel::NmodPoss && layers_.deprel(up) == Deprel::Conj) {
    const TokenId first = layers_.head(up);
    const bool owns = layers_.deprel(candidate) == Deprel::NmodPoss && layers_.head(candidate) == first;
    if (first == candidate || owns) {
      return 4;
    }
  }
  const TokenId verb = is_subject(candidate) ? governor(candidate) : None;
  bool own = true;
  for (int steps = 0; steps < 10 && up != None; ++steps) {
    if (up == verb) {
      return own ? 1 : 2;
    }
    const Deprel d = layers_.deprel(up);
    const TokenId head = layers_.head(up);
    if ((d == Deprel::AclRelcl || d == Deprel::Acl) && head != None &&
        (head == candidate || (layers_.deprel(head) == Deprel::Appos && layers_.head(head) == candidate))) {
      return 3;
    }
    const bool clause = d == Deprel::Ccomp || d == Deprel::Advcl || d == Deprel::AclRelcl || d == Deprel::Acl ||
                        d == Deprel::Conj || d == Deprel::Parataxis || d == Deprel::Csubj;
    own = own && !clause;
    up = head;
  }
  return 0;
}

// Does the predicate noun fit the candidate: "It is the largest town" fits a place, not a company.
std::size_t CandidateFinder::predicate(const Cluster& cluster, TokenId t) const {
  const TokenId head = layers_.head(t);
  if (head == None || layers_.deprel(t) != Deprel::Nsubj) {
    return 0;
  }
  TokenId noun = layers_.child(head, Deprel::Cop) != None ? head : None;
  if (noun == None && layers_.world.name_word(layers_.lemma(head)).linking) {
    noun = layers_.child(head, Deprel::Xcomp);
    noun = noun != None ? noun : layers_.child(head, Deprel::Obj);
  }
  const auto* const kind =
      noun == None || layers_.upos(noun) != Upos::Noun ? nullptr : layers_.world.kind_words.find(layers_.lemma(noun));
  if (kind == nullptr) {
    return 0;
  }
  const bool fits = kind->kind == cluster.kind &&
                    (kind->classes.none() || cluster.classes.none() || (kind->classes & cluster.classes).any());
  return fits ? 1 : 2;
}

// "Lars Holm, he paid for it": the pronoun takes up the name before the comma.
bool CandidateFinder::is_taken_up(const Spot& place, TokenId t) const {
  const TokenId comma = layers_.before(t);
  if (layers_.form(comma) != "," || place.form != MentionForm::Name || !is_subject(t)) {
    return false;
  }
  const DraftId named = coref_.mentions.name_at(layers_.before(comma));
  return named != None && named == coref_.mentions.name_of[place.token];
}

// The position of the pronoun before the clause of a later subject: "In her diary, Roe …" (1), "After losing her job,
// Roe …" (2), "When her son left, Roe …" (3); 0 for other positions.
std::size_t CandidateFinder::coming_clause(TokenId candidate, TokenId t) const {
  const TokenId subject = layers_.deprel(candidate) == Deprel::NmodPoss ? layers_.head(candidate) : candidate;
  const TokenId verb = governor(subject);
  std::size_t clause = 1;
  TokenId up = t;
  for (int steps = 0; steps < 8 && up != None && up != verb; ++steps) {
    const Deprel d = layers_.deprel(up);
    if (d == Deprel::Advcl || d == Deprel::Acl || d == Deprel::AclRelcl || d == Deprel::Ccomp) {
      const bool has_subject = layers_.child(up, Deprel::Nsubj) != None || layers_.child(up, Deprel::NsubjPass) != None;
      clause = has_subject ? 3 : std::max<std::size_t>(clause, 2);
    }
    up = layers_.head(up);
  }
  return up == verb ? clause : 0;
}

PronounContext CandidateFinder::context(TokenId t, const Pronoun& pronoun) const {
  const TokenId head = governor(t);
  if (head == None) {
    return PronounContext::Other;
  }
  const auto lemma = layers_.lemma(head);
  const Deprel d = layers_.deprel(t);
  if (pronoun.possessive || d == Deprel::NmodPoss) {
    const KindWord* kind = layers_.world.kind_words.find(lemma);
    const bool power = layers_.world.office_words.find(lemma) != nullptr || layers_.world.name_word(lemma).stance ||
                       (kind != nullptr && (kind->form == KindForm::Stands || kind->form == KindForm::Arm));
    return power                                        ? PronounContext::OwnsPower
           : layers_.world.name_word(lemma).person_noun ? PronounContext::OwnsPart
                                                        : PronounContext::Owns;
  }
  if (is_subject(t)) {
    return d == Deprel::NsubjPass ? PronounContext::Suffers : predicate(t, head);
  }
  if (d == Deprel::Obj || d == Deprel::Iobj) {
    return PronounContext::Done;
  }
  const TokenId joint = layers_.case_of(t);
  if (joint == None) {
    return PronounContext::Other;
  }
  return layers_.world.name_word(layers_.form(joint)).to_place ? PronounContext::Where : PronounContext::With;
}

PronounContext CandidateFinder::predicate(TokenId t, TokenId head) const {
  const bool is = layers_.child(head, Deprel::Cop) != None;
  const TokenId object = layers_.child(head, Deprel::Obj);
  const TokenId complement = layers_.child(head, Deprel::Xcomp);
  const NameWord& verb = layers_.world.name_word(layers_.lemma(head));
  const TokenId noun = is ? head : !verb.linking ? None : complement != None ? complement : object;
  if (noun != None && noun != t && layers_.upos(noun) == Upos::Adj) {
    return PronounContext::IsSo;
  }
  if (noun != None && noun != t) {
    const KindWord* kind = layers_.world.kind_words.find(layers_.lemma(noun));
    return kind == nullptr                   ? PronounContext::IsNoun
           : kind->kind == ActorKind::Place  ? PronounContext::IsPlace
           : kind->kind == ActorKind::Person ? PronounContext::IsNoun
                                             : PronounContext::IsBody;
  }
  return verb.speech ? PronounContext::Says : object != None ? PronounContext::Does : PronounContext::Goes;
}

std::size_t CandidateFinder::gender(const Spot& place, const Pronoun& pronoun) const {
  const Cluster& it = coref_.clusters[place.cluster];
  if (it.gender != ActorGender::Unknown) {
    return 0;
  }
  if (it.guess == ActorGender::Unknown) {
    return 1;
  }
  return (it.guess == ActorGender::Feminine) == (pronoun.kind == PronounClass::She) ? 3 : 2;
}

// Is the place the subject of the main clause of the previous sentence?
bool CandidateFinder::is_last_subject(const Spot& place, SentenceId s) const {
  const TokenId verb = governor(place.token);
  return place.sentence + 1 == s && is_subject(place.token) && verb != None && layers_.head(verb) == None;
}

void CandidateFinder::describe(const Spot& place, TokenId t, SentenceId s, const Pronoun& pronoun, bool quoted,
                               std::size_t rank, PronounFeatures& out) const {
  using F = PronounFeature;
  const Cluster& it = coref_.clusters[place.cluster];
  const bool joined = layers_.deprel(place.token) == Deprel::Conj && layers_.head(place.token) != None;
  const Function role = role_of(layers_.deprel(joined ? layers_.head(place.token) : place.token));
  const bool coming = place.token > t;
  const std::size_t distance = s - place.sentence;
  const auto own_role = pronoun.possessive ? Owner : role_of(layers_.deprel(t));
  const std::size_t own = own_role == Subject   ? 0
                          : own_role == Object  ? 1
                          : own_role == Owner   ? 3
                          : own_role == Oblique ? 2
                                                : 4;
  out.add(F::Distance, distance);
  if (!coming) {
    out.add(F::Rank, rank);
    out.add(F::RankPossessive, std::min<std::size_t>(rank, 4) * 2 + (pronoun.possessive ? 1 : 0));
  }
  out.add(F::Role, role);
  out.add(F::RolePair, own * 6 + simple_role(role));
  out.add(F::Form, place.form == MentionForm::Pronoun       ? 5
                   : place.form == MentionForm::Description ? 4
                   : place.form == MentionForm::Adjective   ? 3
                   : place.form == MentionForm::Metonym     ? 2
                   : place.full_name                        ? 0
                                                            : 1);
  const int count = seen_[place.cluster];
  out.add(F::Count, count <= 1 ? 0 : count == 2 ? 1 : count <= 4 ? 2 : count <= 8 ? 3 : 4);
  const bool most = std::all_of(ranked_.begin(), ranked_.end(), [&](ClusterId c) { return seen_[c] <= count; });
  out.add(F::MostMentioned, most ? 1 : 0);
  const bool first = std::all_of(ranked_.begin(), ranked_.end(), [&](ClusterId c) {
    return coref_.clusters[c].drafts.empty() || it.drafts.empty() ||
           coref_.clusters[c].drafts.front() >= it.drafts.front();
  });
  out.add(F::FirstOfText, first ? 1 : 0);
  out.add(F::Headline, headline_[place.cluster]);
  out.add(F::Gender, gender(place, pronoun));
  out.add(F::Command, distance == 0 ? command(place.token, t) : 0);
  out.add(F::Owner, !pronoun.possessive ? 0 : distance == 0 && command(place.token, t) == 1 ? 2 : 1);
  out.add(F::Quote, quoted && place.cluster == speaker_ ? 4 : quoted ? (place.quoted ? 1 : 2) : place.quoted ? 3 : 0);
  out.add(F::LastSubject, is_last_subject(place, s) ? 1 : 0);
  const bool same_pronoun =
      place.form == MentionForm::Pronoun && pronoun_of(layers_.form(place.token)).kind == pronoun.kind;
  out.add(F::SamePronoun, same_pronoun ? 1 : 0);
  const bool crowd =
      pronoun.kind == PronounClass::They && it.kind == ActorKind::Organisation && (place.plural || is_crowd(it));
  out.add(F::Kind, static_cast<std::size_t>(crowd ? ActorKind::Group : it.kind));
  out.add(F::Tokens, coming ? 8 : std::min<std::size_t>(7, power_of_two(t - place.token)));
  const auto& sentences = layers_.document.sentences;
  out.add(F::Block, sentences[s].block == sentences[place.sentence].block ? 1 : 0);
  out.add(F::DistanceSubject, std::min<std::size_t>(distance, 3) * 2 + (role == Subject ? 1 : 0));
  out.add(F::Competitors, ranked_.size() - 1);
  const bool leads = std::none_of(chosen_.begin(), chosen_.end(), [&](const auto& other) {
    return other.first.sentence == place.sentence && other.first.token < place.token;
  });
  out.add(F::FirstInSentence, (distance == 0 ? 0U : 2U) + (leads ? 1U : 0U));
  out.add(F::Predicate, predicate(it, t));
  out.add(F::Taken, is_taken_up(place, t) ? 1 : 0);
  out.add(F::Coming, coming ? coming_clause(place.token, t) : 0);
  if (context_ != PronounContext::Last) {
    out.add(F::ContextKind, static_cast<std::size_t>(it.kind) * PronounContexts + static_cast<std::size_t>(context_));
  }
  out.add(F::Joined, joined || layers_.child(place.token, Deprel::Conj) != None ? 1 : 0);
}

// Evidence that no named actor is meant: no earlier mention, or nouns and pronouns without an actor.
float CandidateFinder::link_with_nobody(TokenId t, SentenceId s) {
  constexpr SentenceId Back = 2;
  constexpr TokenId MostTokens = 150;
  const TokenId first = layers_.document.sentences[s - std::min(s, Back)].tokens.begin;
  std::vector<float> scores{links_.none_score()};
  for (TokenId at = std::max(first, t - std::min(t, MostTokens)); at < t; ++at) {
    const bool noun = layers_.upos(at) == Upos::Noun;
    const DraftId d = coref_.mentions.by_head[at];
    const bool given = coref_.mentions.name_of[at] != None || (d != None && coref_.mentions[d].cluster != None);
    if ((noun || layers_.upos(at) == Upos::Pron) && !given && resolved_.count(at) == 0) {
      scores.push_back(links_.score(at, noun ? LinkForm::Description : LinkForm::Pronoun, s - layers_.sentence_of[at]));
    }
  }
  const float most = *std::max_element(scores.begin(), scores.end());
  double total = 0.0;
  for (const float score : scores) {
    total += exponential(score - most);
  }
  return most + static_cast<float>(logarithm(total));
}

void CandidateFinder::describe_none(TokenId t, SentenceId s, bool quoted) {
  none_ = {};
  none_.set_link(links_.empty() ? 0.0F : link_with_nobody(t, s));
  none_.add(PronounFeature::Nobody, std::min<std::size_t>(ranked_.size(), 4) * 2 + (is_subject(t) ? 1 : 0));
  none_.add(PronounFeature::NobodyQuote, quoted ? 1 : 0);
  const BlockId block = layers_.document.sentences[s].block;
  none_.add(PronounFeature::NobodyPlace, s == 0 ? 0 : block == 0 ? 1 : 2);
  if (context_ != PronounContext::Last) {
    none_.add(PronounFeature::NobodyContext, static_cast<std::size_t>(context_));
  }
}

}  // namespace entente
