// Pronouns → actors. Personal pronouns: a ranking of the earlier mentions (features after Lappin and Leass 1994 and Ng
// and Cardie 2002, ranked as by Denis and Baldridge 2007). Relative pronouns: by the tree. "I" and "we" in quotations:
// by the speaker.
#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/actors/pairs.hpp>
#include <entente/actors/pronoun_candidates.hpp>
#include <entente/actors/pronouns.hpp>
#include <entente/actors/surface.hpp>
#include <entente/base/elementary.hpp>
#include <entente/text/quoted.hpp>

namespace entente::inline v0_1 {

namespace {

class PronounResolver {
 public:
  PronounResolver(const Layers& layers, Links& links, const PronounChooser& choose, Coreference coref)
      : layers_(layers),
        links_(links),
        choose_(choose),
        coref_(std::move(coref)),
        finder_(layers, coref_, links),
        quoted_(quoted_tokens(layers.document)),
        order_(coref_.mentions.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::stable_sort(order_.begin(), order_.end(), [&](DraftId a, DraftId b) {
      return coref_.mentions[a].tokens.begin < coref_.mentions[b].tokens.begin;
    });
  }

  Coreference run() {
    for (const Sentence& sentence : layers_.document.sentences) {
      block_ = sentence.block;
      const auto s = static_cast<SentenceId>(&sentence - layers_.document.sentences.data());
      if (layers_.is_prose[s] != 0) {
        read(sentence.tokens, s);
      }
    }
    insert();
    return std::move(coref_);
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }
  const MentionDraft& draft(DraftId d) const {
    return d < coref_.mentions.size() ? coref_.mentions[d] : added_[d - coref_.mentions.size()];
  }
  const Cluster& cluster(ClusterId c) const { return coref_.clusters[c]; }

  void read(Span tokens, SentenceId s) {
    find_speaker(s);
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      pass(t, s);
      if (layers_.upos(t) == Upos::Pron || layers_.upos(t) == Upos::Det) {
        resolve(t, s);
      }
    }
  }

  // Makes the mentions before t candidates.
  void pass(TokenId t, SentenceId s) {
    while (next_ < order_.size() && coref_.mentions[order_[next_]].tokens.begin <= t) {
      const MentionDraft& it = coref_.mentions[order_[next_]];
      if (it.cluster != None && it.head != None) {
        finder_.add_place(place_of(order_[next_], s));
      }
      ++next_;
    }
  }

  // The speaker of the quotations in this sentence: the one who speaks in it, or else the last speaker in the paragraph
  // before it, or else the next one after it.
  void find_speaker(SentenceId s) {
    if (find_speaker_in(layers_.document.sentences[s].tokens)) {
      speaker_block_ = block_;
      return;
    }
    for (SentenceId at = s + 1; speaker_block_ != block_ && at < layers_.document.sentences.size() && at < s + 4;
         ++at) {
      if (layers_.document.sentences[at].block != block_ || find_speaker_in(layers_.document.sentences[at].tokens)) {
        return;
      }
    }
  }

  // Is there a speaker in the sentence, outside its quotations?
  bool find_speaker_in(Span tokens) {
    if (find_speaker_beside_quote(tokens)) {
      return true;
    }
    bool stranger = false;
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (quoted_[t] || layers_.upos(t) != Upos::Verb || !layers_.world.name_word(layers_.lemma(t)).speech) {
        continue;
      }
      const TokenId subject = layers_.child(t, Deprel::Nsubj);
      if (subject == None) {
        continue;
      }
      const DraftId d = coref_.mentions.by_head[subject];
      if (d != None && coref_.mentions[d].cluster != None) {
        speaker_ = coref_.mentions[d].cluster;
        return true;
      }
      const auto pronoun = pronoun_of(form(subject));
      if (pronoun.kind == PronounClass::He || pronoun.kind == PronounClass::She) {
        return true;  // the last speaker continues
      }
      stranger = true;
    }
    if (stranger) {
      speaker_ = None;  // "a spokesman said"
    }
    return stranger;
  }

  // "The film shows a man saying "we will come"": he is the speaker, even inside another report. A letter speaks
  // for its writer.
  bool find_speaker_beside_quote(Span tokens) {
    for (TokenId t = tokens.begin; t + 2 < tokens.end; ++t) {
      const bool opens = !quoted_[t] && (quoted_[t + 1] || quoted_[t + 2]);
      TokenId who = opens && layers_.world.name_word(layers_.lemma(t)).speech ? subject_above(t) : None;
      if (who != None && layers_.world.name_word(layers_.lemma(who)).utterance) {
        who = layers_.head(who) == None ? None : layers_.child(layers_.head(who), Deprel::Nsubj);
      }
      if (who != None) {
        const DraftId d = coref_.mentions.by_head[who];
        speaker_ = d == None ? None : coref_.mentions[d].cluster;
        return true;
      }
    }
    return false;
  }
  // The noun that a participle describes: the one it modifies, or the object of the verb above.
  TokenId subject_above(TokenId participle) const {
    const TokenId above = layers_.head(participle);
    if (layers_.deprel(participle) == Deprel::Acl) {
      return above;
    }
    const bool beside = layers_.deprel(participle) == Deprel::Advcl || layers_.deprel(participle) == Deprel::Xcomp;
    const TokenId object = beside && above != None ? layers_.child(above, Deprel::Obj) : None;
    return object != None && object > above && object < participle ? object : None;
  }

  void resolve(TokenId t, SentenceId s) {
    const Pronoun pronoun = pronoun_of(form(t));
    const Deprel d = layers_.deprel(t);
    if (pronoun.kind == PronounClass::They && (d == Deprel::Det || d == Deprel::DetPredet || d == Deprel::CcPreconj)) {
      return;  // "both sides"
    }
    switch (pronoun.kind) {
      case PronounClass::Nothing:
        return;
      case PronounClass::Relative:
        return relative(t, s);
      case PronounClass::Speaker:
        return quoted_[t] ? speaker(t, s, pronoun) : void();
      default:
        return personal(t, s, pronoun);
    }
  }

  // "I" is the speaker; "we" is the speaker's organisation, country or group if the links choose it.
  void speaker(TokenId t, SentenceId s, const Pronoun& pronoun) {
    if (pronoun.several && !links_.empty()) {
      const auto shares = link_shares(links_, t, LinkForm::Pronoun, s, finder_.places());
      if (!shares.empty() && shares[0].share >= OurFrom && shares[0].cluster != speaker_ &&
          cluster(shares[0].cluster).kind != ActorKind::Person) {
        return add(t, s, shares[0].cluster, shares[0].draft,
                   fmt::format("{} \xE2\x86\x90 {}", form(t), text(shares[0].draft)));
      }
    }
    if (speaker_ != None && (pronoun.several || cluster(speaker_).kind == ActorKind::Person)) {
      add(t, s, speaker_, None, fmt::format("{}: who is quoted", form(t)));
    }
  }

  // "Meshaal, who lives in Qatar"
  void relative(TokenId t, SentenceId s) {
    const bool that = form(t) == "that" || form(t) == "That";
    if (that && layers_.features(t).pron_type != PronType::Relative) {
      return;
    }
    TokenId up = t;
    for (int steps = 0; steps < 6 && up != None && layers_.deprel(up) != Deprel::AclRelcl; ++steps) {
      up = layers_.head(up);
    }
    DraftId antecedent = None;
    if (up != None && layers_.deprel(up) == Deprel::AclRelcl && layers_.head(up) != None && layers_.head(up) < t) {
      antecedent = coref_.mentions.by_head[layers_.head(up)];
    } else if (form(layers_.before(t)) == "," && !that) {
      antecedent = coref_.mentions.name_at(layers_.before(t, 2));
    }
    if (antecedent == None || coref_.mentions[antecedent].cluster == None ||
        coref_.mentions[antecedent].form == MentionForm::Adjective) {
      return;
    }
    const auto lower = lower_case(form(t));
    if (lower == "who" && form(layers_.before(t)) == ",") {
      antecedent = person_for_who(antecedent, t, s);
    }
    const bool person = cluster(coref_.mentions[antecedent].cluster).kind == ActorKind::Person;
    if ((lower == "who" || lower == "whom") != person && !that && lower != "whose" &&
        cluster(coref_.mentions[antecedent].cluster).kind != ActorKind::Group) {
      return;
    }
    add(t, s, coref_.mentions[antecedent].cluster, antecedent,
        fmt::format("{} of the clause about {}", form(t), text(antecedent)));
  }

  // "Ida Holm, director of the Academy for Music in Trier, who …": "who" does not refer to a place, and to
  // an organisation only if it is a team.
  DraftId person_for_who(DraftId antecedent, TokenId t, SentenceId s) const {
    const Cluster& it = cluster(coref_.mentions[antecedent].cluster);
    if (it.kind == ActorKind::Person || it.kind == ActorKind::Group || finder_.is_crowd(it) ||
        coref_.mentions[antecedent].plural) {
      return antecedent;
    }
    const TokenId begin = layers_.document.sentences[s].tokens.begin;
    for (std::size_t i = next_; i-- > 0 && coref_.mentions[order_[i]].tokens.begin >= begin;) {
      const MentionDraft& before = coref_.mentions[order_[i]];
      if (before.cluster != None && before.tokens.end <= t && before.form == MentionForm::Name &&
          cluster(before.cluster).kind == ActorKind::Person) {
        return order_[i];
      }
    }
    return antecedent;
  }

  std::string_view text(DraftId d) const {
    const MentionDraft& it = draft(d);
    return layers_.document.view_tokens(it.name.empty() ? it.tokens : it.name);
  }

  void personal(TokenId t, SentenceId s, const Pronoun& pronoun) {
    if (pronoun.kind == PronounClass::It && !pronoun.possessive && is_pleonastic(t)) {
      return;
    }
    find_coming(t, s, pronoun);
    if (pronoun.kind == PronounClass::They && give_two(t, s, pronoun)) {
      return;
    }
    finder_.set_speaker(quoted_[t] ? speaker_ : None);
    finder_.ask(t, s, pronoun, quoted_[t], coming_);
    const PronounQuestion question{t,
                                   pronoun.kind == PronounClass::It     ? PronounType::Thing
                                   : pronoun.kind == PronounClass::They ? PronounType::Several
                                                                        : PronounType::Person,
                                   finder_.candidates(), finder_.none()};
    const std::size_t answer = choose_(question);
    if (answer < question.candidates.size()) {
      const PronounCandidate& chosen = question.candidates[answer];
      const MentionDraft& before = draft(chosen.draft);
      const auto two = pronoun.kind == PronounClass::They && chosen.draft < coref_.mentions.size()
                           ? two_that_are_joined(t, {chosen.cluster, chosen.draft, 1.0F, before.plural})
                           : std::nullopt;
      if (two) {
        add(t, s, two->second.cluster, two->second.draft,
            fmt::format("{} \xE2\x86\x90 {}", form(t), text(two->second.draft)));
      }
      add(t, s, chosen.cluster, chosen.draft, fmt::format("{} \xE2\x86\x90 {}", form(t), text(chosen.draft)));
    }
  }

  // "They" that refers to two actors: a mention of each.
  bool give_two(TokenId t, SentenceId s, const Pronoun& pronoun) {
    if (links_.empty()) {
      return false;
    }
    auto shares = link_shares(links_, t, LinkForm::Pronoun, s, finder_.places());
    std::erase_if(shares, [&](const LinkShare& it) { return finder_.is_bound(it.cluster, t, pronoun); });
    auto two = two_that_share(shares, coref_.clusters);
    if (!two && !shares.empty() && shares.front().share >= OneOfTwo) {
      two = two_that_are_joined(t, shares.front());
    }
    for (const LinkShare& it : two ? std::vector{two->first, two->second} : std::vector<LinkShare>{}) {
      add(t, s, it.cluster, it.draft, fmt::format("{} \xE2\x86\x90 {}", form(t), text(it.draft)));
    }
    return two.has_value();
  }

  // "Lind and Roe arrived. Both …": one person or country cannot be "they"; "both" can mean two
  // of any kind.
  std::optional<std::pair<LinkShare, LinkShare>> two_that_are_joined(TokenId t, const LinkShare& one) const {
    const ActorKind kind = cluster(one.cluster).kind;
    const bool single = kind == ActorKind::Person || kind == ActorKind::Country;
    if (one.plural || (!single && lower_case(form(t)) != "both")) {
      return std::nullopt;
    }
    const auto two = joined_pair(layers_, coref_, draft(one.draft).head);
    if (!two) {
      return std::nullopt;
    }
    const DraftId other = coref_.mentions[two->first].cluster == one.cluster ? two->second : two->first;
    return std::pair(one, LinkShare{coref_.mentions[other].cluster, other, one.share, false});
  }

  // Is it an "it" that refers to nothing: "It rains", "it is clear that"?
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
    const bool copula = layers_.child(head, Deprel::Cop) != None;
    return copula && (layers_.child(head, Deprel::Csubj) != None || layers_.child(head, Deprel::Ccomp) != None ||
                      (layers_.upos(head) == Upos::Adj && layers_.child(head, Deprel::Xcomp) != None) ||
                      (layers_.upos(head) == Upos::Adj && layers_.child(head, Deprel::Advcl) != None));
  }

  // "When he arrived, Putin said", "After her fall, Anna Roe's friends": names after the pronoun that are the subject
  // of a verb above it, or the possessor of that subject.
  void find_coming(TokenId t, SentenceId s, const Pronoun& pronoun) {
    coming_.clear();
    if (pronoun.kind != PronounClass::He && pronoun.kind != PronounClass::She) {
      return;
    }
    const TokenId end = layers_.document.sentences[s].tokens.end;
    for (std::size_t i = next_; i < order_.size() && coref_.mentions[order_[i]].tokens.begin < end; ++i) {
      const MentionDraft& it = coref_.mentions[order_[i]];
      if (it.cluster == None || it.form != MentionForm::Name) {
        continue;
      }
      const TokenId subject = layers_.deprel(it.head) == Deprel::NmodPoss ? layers_.head(it.head) : it.head;
      const bool is_subject = layers_.deprel(subject) == Deprel::Nsubj || layers_.deprel(subject) == Deprel::NsubjPass;
      const TokenId verb = layers_.head(subject);
      if (is_subject && hangs_below(t, verb) && (layers_.head(t) != verb) && !hangs_below(t, subject)) {
        coming_.push_back(place_of(order_[i], s));
      }
    }
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

  Spot place_of(DraftId d, SentenceId s) const {
    const MentionDraft& it = coref_.mentions[d];
    const bool person =
        cluster(it.cluster).kind == ActorKind::Person && it.form == MentionForm::Name;  // "Reyes" is one
    const bool plural = it.plural || (!person && layers_.is_plural(it.head));
    return {it.head, d, it.cluster, s, it.form, quoted_[it.head], plural, it.name.size() > 1};
  }

  void add(TokenId t, SentenceId s, ClusterId c, DraftId antecedent, std::string reason) {
    MentionDraft it;
    it.tokens = {t, t + 1};
    it.head = t;
    it.form = MentionForm::Pronoun;
    if (pronoun_of(form(t)).kind == PronounClass::He || pronoun_of(form(t)).kind == PronounClass::She) {
      coref_.clusters[c].kind = ActorKind::Person;  // what the tagger took for a place or a body
    }
    it.kind = cluster(c).kind;
    it.cluster = c;
    it.antecedent = antecedent;
    it.reason = std::move(reason);
    const PronounClass kind = pronoun_of(form(t)).kind;
    auto& gender = coref_.clusters[c].gender;
    const ActorGender told = kind == PronounClass::He    ? ActorGender::Masculine
                             : kind == PronounClass::She ? ActorGender::Feminine
                                                         : ActorGender::Unknown;
    const ActorGender guess = cluster(c).guess;
    if (gender == ActorGender::Unknown && it.kind == ActorKind::Person &&
        (guess == ActorGender::Unknown || guess == told)) {
      gender = told;
    }
    const auto id = static_cast<DraftId>(coref_.mentions.size() + added_.size());
    added_.push_back(std::move(it));
    finder_.add_place({t, id, c, s, MentionForm::Pronoun, quoted_[t], false, false});
  }

  void insert() {
    for (MentionDraft& it : added_) {
      const ClusterId c = it.cluster;
      coref_.clusters[c].drafts.push_back(coref_.mentions.add(std::move(it)));
    }
  }

  static constexpr std::size_t LookBack = 40;
  static constexpr float OurFrom = 0.6F;   // share from which "we" are a body rather than who speaks
  static constexpr float OneOfTwo = 0.3F;  // least share of one of two that are joined by "and"

  const Layers& layers_;
  Links& links_;
  const PronounChooser& choose_;
  Coreference coref_;
  CandidateFinder finder_;
  std::vector<MentionDraft> added_;
  std::vector<Spot> coming_;
  std::size_t next_ = 0;  // in order_
  BlockId block_ = None;
  const std::vector<bool> quoted_;  // by token
  std::vector<DraftId> order_;      // in text order
  ClusterId speaker_ = None;
  BlockId speaker_block_ = None;  // where they spoke last
};

std::size_t likeliest(const PronounWeights& weights, const PronounQuestion& question) {
  // the scores of one actor's mentions are added
  std::vector<float> scores;
  scores.reserve(question.candidates.size());
  float highest = pronoun_score(weights, question.type, question.none);
  const float none = highest;
  for (const PronounCandidate& candidate : question.candidates) {
    scores.push_back(pronoun_score(weights, question.type, candidate.features));
    highest = std::max(highest, scores.back());
  }
  std::size_t best = question.candidates.size();
  float best_sum = static_cast<float>(exponential(none - highest));
  for (std::size_t i = 0; i < scores.size(); ++i) {
    float sum = 0.0F;
    for (std::size_t j = 0; j < scores.size(); ++j) {
      const bool same = question.candidates[j].cluster == question.candidates[i].cluster;
      sum += same ? static_cast<float>(exponential(scores[j] - highest)) : 0.0F;
    }
    if (sum > best_sum) {
      best = i;
      best_sum = sum;
    }
  }
  return best;
}

}  // namespace

PronounChooser choose_by(const PronounWeights& weights) {
  return [&weights](const PronounQuestion& question) { return likeliest(weights, question); };
}

Coreference resolve_pronouns(const Layers& layers, Links& links, const PronounChooser& choose, Coreference coref) {
  return PronounResolver(layers, links, choose, std::move(coref)).run();
}

}  // namespace entente
