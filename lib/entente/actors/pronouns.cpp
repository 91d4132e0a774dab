// Pronouns → actors: a ranked search among the mentions that came before (features after Lappin and Leass 1994 and
// Ng and Cardie 2002), relative pronouns by the tree, "I" and "we" in quotations by who speaks.
#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include <entente/actors/draft.hpp>
#include <entente/actors/surface.hpp>

namespace entente {

namespace {

enum class PronounClass : std::uint8_t { Nothing, He, She, It, They, Relative, Speaker };

struct Pronoun {
  PronounClass kind = PronounClass::Nothing;
  bool possessive = false;
  bool reflexive = false;
};

Pronoun pronoun_of(std::string_view word) {
  struct Row {
    std::string_view word;
    Pronoun pronoun;
  };
  static constexpr Row Rows[] = {
      {"he", {PronounClass::He, false, false}},           {"him", {PronounClass::He, false, false}},
      {"his", {PronounClass::He, true, false}},           {"himself", {PronounClass::He, false, true}},
      {"she", {PronounClass::She, false, false}},         {"her", {PronounClass::She, false, false}},
      {"hers", {PronounClass::She, true, false}},         {"herself", {PronounClass::She, false, true}},
      {"it", {PronounClass::It, false, false}},           {"its", {PronounClass::It, true, false}},
      {"itself", {PronounClass::It, false, true}},        {"they", {PronounClass::They, false, false}},
      {"them", {PronounClass::They, false, false}},       {"their", {PronounClass::They, true, false}},
      {"theirs", {PronounClass::They, true, false}},      {"themselves", {PronounClass::They, false, true}},
      {"who", {PronounClass::Relative, false, false}},    {"whom", {PronounClass::Relative, false, false}},
      {"whose", {PronounClass::Relative, true, false}},   {"which", {PronounClass::Relative, false, false}},
      {"that", {PronounClass::Relative, false, false}},   {"i", {PronounClass::Speaker, false, false}},
      {"me", {PronounClass::Speaker, false, false}},      {"my", {PronounClass::Speaker, true, false}},
      {"myself", {PronounClass::Speaker, false, true}},   {"we", {PronounClass::Speaker, false, false}},
      {"us", {PronounClass::Speaker, false, false}},      {"our", {PronounClass::Speaker, true, false}},
      {"ourselves", {PronounClass::Speaker, false, true}}};
  if (word.empty() || word.size() > 10) {
    return {};
  }
  char buffer[10];
  std::transform(word.begin(), word.end(), buffer,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view lower(buffer, word.size());
  for (const Row& row : Rows) {
    if (row.word == lower) {
      return row.pronoun;
    }
  }
  return {};
}

// A place in the text where an actor is mentioned, with what the search asks of it.
struct Place {
  TokenId token = None;
  DraftId draft = None;  // index into the old drafts or, past them, into the pronouns that were added
  ClusterId cluster = None;
  SentenceId sentence = None;
  MentionForm form = MentionForm::Name;
};

class PronounResolver {
 public:
  PronounResolver(const Layers& layers, Drafts& drafts) : layers_(layers), drafts_(drafts) {}

  void run() {
    seen_.assign(drafts_.clusters.size(), 0);
    for (const Sentence& sentence : layers_.document.sentences) {
      if (sentence.block != block_) {
        block_ = sentence.block;
        quoted_ = false;
      }
      const SentenceId s = static_cast<SentenceId>(&sentence - layers_.document.sentences.data());
      if (layers_.of_actors[s] != 0) {
        read(sentence.tokens, s);
      }
    }
    insert();
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }
  const Draft& draft(DraftId d) const {
    return d < drafts_.drafts.size() ? drafts_.drafts[d] : added_[d - drafts_.drafts.size()];
  }
  const Cluster& cluster(ClusterId c) const { return drafts_.clusters[c]; }

  void read(Span tokens, SentenceId s) {
    find_speaker(s);
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (form(t) == "\"" || form(t) == "\xE2\x80\x9C" || form(t) == "\xE2\x80\x9D" || form(t) == "''" ||
          form(t) == "``") {
        quoted_ = form(t) == "\"" || form(t) == "''" ? !quoted_ : form(t) != "\xE2\x80\x9D";
      }
      pass(t, s);
      if (layers_.upos(t) == Upos::Pron || layers_.upos(t) == Upos::Det) {
        resolve(t, s);
      }
    }
    // what the sentence mentions is known for the next one
  }

  // Mentions up to t become candidates.
  void pass(TokenId t, SentenceId s) {
    while (next_ < drafts_.drafts.size() && drafts_.drafts[next_].tokens.begin <= t) {
      const Draft& it = drafts_.drafts[next_];
      if (it.cluster != None && it.head != None) {
        places_.push_back({it.head, next_, it.cluster, s, it.form});
        ++seen_[it.cluster];
      }
      ++next_;
    }
  }

  // Who says what stands in quotes in this sentence: who speaks in it, else in the next ones of the paragraph.
  void find_speaker(SentenceId s) {
    for (SentenceId at = s; at < layers_.document.sentences.size() && at < s + 4; ++at) {
      if (layers_.document.sentences[at].block != block_ || find_speaker_in(layers_.document.sentences[at].tokens)) {
        return;
      }
    }
  }

  // True where someone speaks in the sentence.
  bool find_speaker_in(Span tokens) {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (layers_.upos(t) != Upos::Verb || !layers_.world.name_word(layers_.lemma(t)).speech) {
        continue;
      }
      const TokenId subject = layers_.syntax.child(t, Deprel::Nsubj);
      if (subject == None) {
        continue;
      }
      const DraftId d = drafts_.by_head[subject];
      if (d != None && drafts_.drafts[d].cluster != None) {
        speaker_ = drafts_.drafts[d].cluster;
        return true;
      }
      const auto pronoun = pronoun_of(form(subject));
      if (pronoun.kind == PronounClass::He || pronoun.kind == PronounClass::She) {
        return true;  // whoever spoke last goes on speaking
      }
    }
    return false;
  }

  void resolve(TokenId t, SentenceId s) {
    const Pronoun pronoun = pronoun_of(form(t));
    switch (pronoun.kind) {
      case PronounClass::Nothing:
        return;
      case PronounClass::Relative:
        return relative(t, s);
      case PronounClass::Speaker:
        if (quoted_ && speaker_ != None && cluster(speaker_).kind == ActorKind::Person) {
          add(t, s, last_place_of(speaker_), fmt::format("{}: who is quoted", form(t)));
        }
        return;
      default:
        return personal(t, s, pronoun);
    }
  }

  const Place* last_place_of(ClusterId c) const {
    for (auto at = places_.rbegin(); at != places_.rend() && at < places_.rbegin() + LookBack; ++at) {
      if (at->cluster == c) {
        return &*at;
      }
    }
    for (DraftId d = next_; d < drafts_.drafts.size() && d < next_ + 20; ++d) {
      if (drafts_.drafts[d].cluster == c) {
        coming_ = {drafts_.drafts[d].head, d, c, layers_.sentence_of[drafts_.drafts[d].tokens.begin],
                   drafts_.drafts[d].form};
        return &coming_;
      }
    }
    return nullptr;
  }

  // "Meshaal, who lives in Qatar"
  void relative(TokenId t, SentenceId s) {
    const bool that = form(t) == "that" || form(t) == "That";
    if (that && layers_.tagging.features(t).pron_type != PronType::Relative) {
      return;
    }
    TokenId up = t;
    for (int steps = 0; steps < 6 && up != None && layers_.deprel(up) != Deprel::AclRelcl; ++steps) {
      up = layers_.head(up);
    }
    DraftId antecedent = None;
    if (up != None && layers_.deprel(up) == Deprel::AclRelcl && layers_.head(up) != None && layers_.head(up) < t) {
      antecedent = drafts_.by_head[layers_.head(up)];
    } else if (t >= 2 && form(t - 1) == "," && !that) {
      antecedent = drafts_.name_of[t - 2];
    }
    if (antecedent == None || drafts_.drafts[antecedent].cluster == None ||
        drafts_.drafts[antecedent].form == MentionForm::Adjective) {
      return;
    }
    const bool person = cluster(drafts_.drafts[antecedent].cluster).kind == ActorKind::Person;
    const auto lower = lower_case(form(t));
    if ((lower == "who" || lower == "whom") != person && !that && lower != "whose" &&
        cluster(drafts_.drafts[antecedent].cluster).kind != ActorKind::Group) {
      return;
    }
    const Place place{drafts_.drafts[antecedent].head, antecedent, drafts_.drafts[antecedent].cluster, s,
                      MentionForm::Name};
    add(t, s, &place, fmt::format("{} of the clause about {}", form(t), text(antecedent)));
  }

  std::string_view text(DraftId d) const {
    const Draft& it = draft(d);
    return layers_.document.view_tokens(it.name.empty() ? it.tokens : it.name);
  }

  void personal(TokenId t, SentenceId s, const Pronoun& pronoun) {
    if (pronoun.kind == PronounClass::It && !pronoun.possessive && is_pleonastic(t)) {
      return;
    }
    const Place* best = nullptr;
    float best_score = pronoun.kind == PronounClass::They ? 1.5F : pronoun.kind == PronounClass::It ? 0.5F : -3.0F;
    std::size_t rank = 0;
    std::vector<ClusterId>& ranked = ranked_;
    ranked.clear();
    for (std::size_t i = places_.size(); i-- > 0 && places_.size() - i <= LookBack;) {
      const Place& place = places_[i];
      if (place.sentence + Sentences < s) {
        break;
      }
      if (place.token == t || !may_be(place, t, pronoun)) {
        continue;
      }
      if (std::find(ranked.begin(), ranked.end(), place.cluster) == ranked.end()) {
        ranked.push_back(place.cluster);
        rank = ranked.size() - 1;
      } else {
        rank = static_cast<std::size_t>(std::find(ranked.begin(), ranked.end(), place.cluster) - ranked.begin());
      }
      const float score = score_of(place, t, s, pronoun, rank);
      if (score > best_score) {
        best = &place;
        best_score = score;
      }
    }
    if (best == nullptr) {
      best = cataphor(t, s, pronoun);
    }
    if (best != nullptr) {
      add(t, s, best, fmt::format("{} \xE2\x86\x90 {} ({:.1f})", form(t), text(best->draft), best_score));
    }
  }

  // "It rains", "it is clear that": an "it" that means nothing.
  bool is_pleonastic(TokenId t) const {
    if (layers_.deprel(t) == Deprel::Expl) {
      return true;
    }
    const TokenId head = layers_.head(t);
    if (head == None || layers_.deprel(t) != Deprel::Nsubj) {
      return false;
    }
    if (layers_.world.name_word(layers_.lemma(head)).weather) {
      return true;
    }
    const bool copula = layers_.syntax.child(head, Deprel::Cop) != None;
    return copula &&
           (layers_.syntax.child(head, Deprel::Csubj) != None || layers_.syntax.child(head, Deprel::Ccomp) != None ||
            (layers_.upos(head) == Upos::Adj && layers_.syntax.child(head, Deprel::Xcomp) != None) ||
            (layers_.upos(head) == Upos::Adj && layers_.syntax.child(head, Deprel::Advcl) != None));
  }

  bool may_be(const Place& place, TokenId t, const Pronoun& pronoun) const {
    const Cluster& it = cluster(place.cluster);
    const bool person = it.kind == ActorKind::Person;
    switch (pronoun.kind) {
      case PronounClass::He:
        if (!person || it.gender == ActorGender::Feminine) {
          return false;
        }
        break;
      case PronounClass::She:
        if (!person || it.gender == ActorGender::Masculine) {
          return false;
        }
        break;
      case PronounClass::It:
        if (person || it.kind == ActorKind::Group) {
          return false;
        }
        break;
      default:
        if (it.kind != ActorKind::Group && it.kind != ActorKind::Organisation && !draft(place.draft).plural) {
          return false;
        }
    }
    if (place.form == MentionForm::Adjective && pronoun.kind != PronounClass::It) {
      return false;
    }
    return !is_bound(place, t, pronoun);
  }

  // Two different arguments of one verb are two actors: "Merkel met her" (Chomsky 1981, principle B); a reflexive is
  // one of them.
  bool is_bound(const Place& place, TokenId t, const Pronoun& pronoun) const {
    if (pronoun.reflexive) {
      return false;
    }
    const TokenId verb = governor(t);
    const TokenId other = governor(place.token);
    if (!pronoun.possessive) {
      if (verb != None && verb == other && is_argument(t) && is_argument(place.token)) {
        return true;
      }
      // "her brother met Merkel's friend": what hangs by the pronoun's own phrase
      return layers_.head(place.token) == t || layers_.head(t) == place.token;
    }
    // "Putin's his": the possessor of the same noun; the noun that it possesses
    return layers_.head(t) == place.token ||
           (layers_.head(place.token) == layers_.head(t) && layers_.deprel(place.token) == Deprel::NmodPoss);
  }

  // The verb whose argument the token is, conjuncts taken together.
  TokenId governor(TokenId t) const {
    TokenId head = layers_.head(t);
    if (layers_.deprel(t) == Deprel::Conj && head != None) {
      head = layers_.head(head);
    }
    return head;
  }

  bool is_argument(TokenId t) const {
    const Deprel d = layers_.deprel(t) == Deprel::Conj && layers_.head(t) != None ? layers_.deprel(layers_.head(t))
                                                                                  : layers_.deprel(t);
    return d == Deprel::Nsubj || d == Deprel::NsubjPass || d == Deprel::Obj || d == Deprel::Iobj || d == Deprel::Obl ||
           d == Deprel::OblAgent;
  }

  static bool is_subject(Deprel d) { return d == Deprel::Nsubj || d == Deprel::NsubjPass || d == Deprel::NsubjOuter; }

  bool subject(TokenId t) const {
    return is_subject(layers_.deprel(t)) || (layers_.deprel(t) == Deprel::Conj && layers_.head(t) != None &&
                                             is_subject(layers_.deprel(layers_.head(t))));
  }

  float score_of(const Place& place, TokenId t, SentenceId s, const Pronoun& pronoun, std::size_t rank) const {
    const Cluster& it = cluster(place.cluster);
    const auto distance = static_cast<float>(s - place.sentence);
    float score = 4.0F - 1.6F * distance - 0.5F * static_cast<float>(std::min<std::size_t>(rank, 6));
    if (subject(place.token)) {
      score += distance <= 1.0F ? 2.0F : 1.0F;
    }
    const Deprel d = layers_.deprel(place.token);
    score += d == Deprel::Obj ? 0.6F : 0.0F;
    score += d == Deprel::NmodPoss ? 0.2F : 0.0F;
    score -= d == Deprel::Nmod || d == Deprel::Compound || d == Deprel::Appos ? 0.8F : 0.0F;
    if (subject(t) && subject(place.token)) {
      score += 0.8F;
    }
    score += 0.5F * std::log2(1.0F + static_cast<float>(std::min(seen_[place.cluster], 15)));
    if (place.form == MentionForm::Pronoun) {
      score += 1.0F;
    }
    if (place.form == MentionForm::Adjective) {
      score -= 3.5F;
    }
    if (pronoun.kind == PronounClass::He || pronoun.kind == PronounClass::She) {
      score += it.gender != ActorGender::Unknown ? 0.8F : 0.0F;
    } else if (pronoun.kind == PronounClass::It) {
      score -= it.kind == ActorKind::Place ? 1.5F : 0.0F;
    } else {
      score += it.kind == ActorKind::Group ? 1.0F : -1.0F;
    }
    if (pronoun.possessive && same_clause_subject(place.token, t)) {
      score += 1.5F;  // "Merkel praised her ministers"
    }
    if (pronoun.reflexive) {
      score += governor(place.token) == governor(t) && subject(place.token) ? 6.0F : -2.0F;
    }
    return score;
  }

  // The candidate is the subject of the verb that the possessor's noun belongs to.
  bool same_clause_subject(TokenId candidate, TokenId t) const {
    TokenId up = layers_.head(t);
    for (int steps = 0; steps < 4 && up != None; ++steps) {
      if (layers_.head(candidate) == up && subject(candidate)) {
        return true;
      }
      up = layers_.head(up);
    }
    return false;
  }

  // "When he arrived, Putin said": a pronoun before its name, in a clause that hangs by the name's verb.
  const Place* cataphor(TokenId t, SentenceId s, const Pronoun& pronoun) {
    if (pronoun.kind != PronounClass::He && pronoun.kind != PronounClass::She) {
      return nullptr;
    }
    const Span tokens = layers_.document.sentences[s].tokens;
    for (DraftId d = next_; d < drafts_.drafts.size() && drafts_.drafts[d].head < tokens.end; ++d) {
      const Draft& it = drafts_.drafts[d];
      if (it.cluster == None || it.form != MentionForm::Name || !subject(it.head)) {
        continue;
      }
      const Place place{it.head, d, it.cluster, s, it.form};
      if (may_be(place, t, pronoun) && hangs_below(t, layers_.head(it.head))) {
        coming_ = place;
        return &coming_;
      }
    }
    return nullptr;
  }

  bool hangs_below(TokenId t, TokenId verb) const {
    for (int steps = 0; steps < 8 && t != None; ++steps) {
      if (t == verb) {
        return true;
      }
      t = layers_.head(t);
    }
    return false;
  }

  void add(TokenId t, SentenceId s, const Place* place, std::string reason) {
    if (place == nullptr || place->cluster == None) {
      return;
    }
    Draft it;
    it.tokens = {t, t + 1};
    it.head = t;
    it.form = MentionForm::Pronoun;
    it.kind = cluster(place->cluster).kind;
    it.cluster = place->cluster;
    it.antecedent = place->draft;
    it.reason = std::move(reason);
    const PronounClass kind = pronoun_of(form(t)).kind;
    auto& gender = drafts_.clusters[place->cluster].gender;
    if (gender == ActorGender::Unknown && it.kind == ActorKind::Person) {
      gender = kind == PronounClass::He    ? ActorGender::Masculine
               : kind == PronounClass::She ? ActorGender::Feminine
                                           : gender;
    }
    const auto id = static_cast<DraftId>(drafts_.drafts.size() + added_.size());
    const ClusterId c = place->cluster;
    added_.push_back(std::move(it));
    places_.push_back({t, id, c, s, MentionForm::Pronoun});
    ++seen_[c];
  }

  void insert() {
    for (Draft& it : added_) {
      const auto d = static_cast<DraftId>(drafts_.drafts.size());
      if (drafts_.by_head[it.head] == None) {
        drafts_.by_head[it.head] = d;
      }
      drafts_.clusters[it.cluster].drafts.push_back(d);
      drafts_.drafts.push_back(std::move(it));
    }
  }

  static constexpr std::ptrdiff_t LookBack = 40;
  static constexpr SentenceId Sentences = 3;

  const Layers& layers_;
  Drafts& drafts_;
  std::vector<Draft> added_;
  std::vector<Place> places_;
  std::vector<int> seen_;
  std::vector<ClusterId> ranked_;
  mutable Place coming_;
  DraftId next_ = 0;
  BlockId block_ = None;
  bool quoted_ = false;
  ClusterId speaker_ = None;
};

}  // namespace

void resolve_pronouns(const Layers& layers, Drafts& drafts) { PronounResolver(layers, drafts).run(); }

}  // namespace entente
