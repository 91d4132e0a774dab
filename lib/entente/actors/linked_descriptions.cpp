// Descriptions that the trained layers take for mentions: "the rebels", "prosecutors", "the coastal town". Each is
// given to the actor that the learned links give it to; a group or a body without a name that is linked with nobody is
// an actor of its own.
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/actors/draft.hpp>
#include <entente/actors/link_shares.hpp>
#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente {

namespace {

// Chosen on articles that the layers were not trained on (tools/train/network/train_accurate.py --held-out).
constexpr float MentionFrom = 0.7F;  // probability from which a word heads a description
constexpr float LinkFrom = 0.7F;     // … from which it means the actor
constexpr float ActorFrom = 0.7F;    // … from which a description that means nobody else is an actor

class DescriptionLinker {
 public:
  DescriptionLinker(const Layers& layers, Links& links, Drafts& drafts)
      : layers_(layers), links_(links), drafts_(drafts) {}

  void run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.of_actors[s] != 0 && t < tokens.end; ++t) {
        const DraftId d = drafts_.by_head[t];
        if (d == None || drafts_.drafts[d].cluster == None) {
          read(t, s);
        }
        if (const DraftId now = drafts_.by_head[t]; now != None && drafts_.drafts[now].cluster != None) {
          before_.push_back(spot(now, t, s));
        }
      }
    }
  }

 private:
  void read(TokenId t, SentenceId s) {
    if (drafts_.name_of[t] != None || layers_.upos(t) == Upos::Pron || is_said_of_another(t) || is_office(t)) {
      return;
    }
    auto kinds = layers_.readings.descriptions(t);
    if (layers_.upos(t) == Upos::Noun) {  // "Prosecutors charged": its capital is the sentence's
      const auto names = layers_.readings.names(t);
      std::transform(kinds.begin(), kinds.end(), names.begin(), kinds.begin(), std::plus<>());
    }
    const auto* const best = std::max_element(kinds.begin(), kinds.end());
    float probability = 0.0F;
    for (const float share : kinds) {
      probability += share;
    }
    if (probability < MentionFrom) {
      return;
    }
    const auto kind = static_cast<ActorKind>(best - kinds.begin());
    auto shares = link_shares(links_, t, LinkForm::Description, s, before_);
    std::erase_if(shares, [&](const LinkShare& it) { return !fits(kind, drafts_.clusters[it.cluster].kind); });
    const auto two = layers_.is_plural(t) ? two_that_share(shares, drafts_.clusters) : std::nullopt;
    if (two) {
      link(t, two->first);
      drafts_.by_head[t] = None;  // a second mention of the same words
      link(t, two->second);
    } else if (!shares.empty() && shares[0].share >= LinkFrom && !is_indefinite(t)) {
      link(t, shares[0]);
    } else if (probability >= ActorFrom && (kind == ActorKind::Group || kind == ActorKind::Organisation)) {
      give(t, cluster_of_words(t, kind), None, fmt::format("no name ({:.2f})", probability));
    }
  }

  // "Norton was a businessman", "Thomas Sam, a homeopath": the grammar tells who is meant.
  bool is_said_of_another(TokenId t) const {
    return layers_.child(t, Deprel::Cop) != None || layers_.deprel(t) == Deprel::Appos;
  }

  // "The French president": who holds an office, the text's offices tell (resolve_descriptions).
  bool is_office(TokenId t) const {
    const DraftId d = drafts_.by_head[t];
    const Role* const role =
        d == None || drafts_.drafts[d].role == None ? nullptr : &drafts_.roles[drafts_.drafts[d].role];
    return role != nullptr && (role->office != None || !role->of.empty());
  }

  void link(TokenId t, const LinkShare& with) {
    give(t, with.cluster, with.draft, fmt::format("linked with {} ({:.2f})", text(with.draft), with.share));
  }

  Spot spot(DraftId d, TokenId t, SentenceId s) const {
    const MentionDraft& it = drafts_.drafts[d];
    return {t, d, it.cluster, s, it.form, false, it.plural, it.name.size() > 1};
  }

  std::string_view text(DraftId d) const {
    const MentionDraft& it = drafts_.drafts[d];
    return layers_.document.view_tokens(it.name.empty() ? it.tokens : it.name);
  }

  static bool fits(ActorKind kind, ActorKind other) {
    return (kind == ActorKind::Person) == (other == ActorKind::Person);
  }

  // "police" once more is the same; "a court" once more is another.
  ClusterId cluster_of_words(TokenId t, ActorKind kind) {
    const Span words = without_article(layers_, noun_phrase(layers_, t));
    const auto [known, fresh] = called_.try_emplace(lower_case(layers_.document.view_tokens(words)),
                                                    static_cast<ClusterId>(drafts_.clusters.size()));
    if (fresh || is_indefinite(t)) {
      known->second = static_cast<ClusterId>(drafts_.clusters.size());
      drafts_.clusters.emplace_back();
      drafts_.clusters.back().kind = kind;
    }
    return known->second;
  }
  bool is_indefinite(TokenId t) const {
    const TokenId article = layers_.child(t, Deprel::Det);
    return article != None && layers_.lemma(article) == "a";
  }
  void give(TokenId t, ClusterId cluster, DraftId antecedent, std::string reason) {
    DraftId d = drafts_.by_head[t];
    if (d == None) {
      d = static_cast<DraftId>(drafts_.drafts.size());
      MentionDraft it;
      it.tokens = noun_phrase(layers_, t);
      it.head = t;
      it.form = MentionForm::Description;
      it.plural = layers_.is_plural(t);
      drafts_.drafts.push_back(std::move(it));
      drafts_.by_head[t] = d;
    }
    MentionDraft& it = drafts_.drafts[d];
    it.cluster = cluster;
    it.kind = drafts_.clusters[cluster].kind;
    it.antecedent = antecedent;
    it.reason = std::move(reason);
    auto& list = drafts_.clusters[cluster].drafts;
    list.insert(std::upper_bound(list.begin(), list.end(), d), d);
  }

  const Layers& layers_;
  Links& links_;
  Drafts& drafts_;
  std::vector<Spot> before_;
  std::map<std::string, ClusterId, std::less<>> called_;
};

}  // namespace

void link_descriptions(const Layers& layers, Links& links, Drafts& drafts) {
  if (!links.empty()) {
    DescriptionLinker(layers, links, drafts).run();
  }
}

}  // namespace entente
