#include <entente/actors/linked_descriptions.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/actors/link_shares.hpp>
#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

// Chosen on articles that the model was not trained on (tools/train/network/train_accurate.py --held-out).
constexpr float SureFrom = 0.7F;     // probability from which a word heads a description
constexpr float ActorFrom = 0.3F;    // … from which a description of many or of a body may be an actor of its own
constexpr float LinkFrom = 0.7F;     // share from which it means the actor
constexpr float CountryFrom = 0.1F;  // … the country that has nearly all that countries have

class DescriptionLinker {
 public:
  DescriptionLinker(const Layers& layers, Links& links, const std::vector<Role>& roles, Coreference coref)
      : layers_(layers), links_(links), roles_(roles), coref_(std::move(coref)) {}

  Coreference run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && t < tokens.end; ++t) {
        const DraftId d = coref_.mentions.by_head[t];
        if (d == None || coref_.mentions[d].cluster == None) {
          read(t, s);
        } else if (coref_.mentions[d].guessed) {
          revise(t, s, d);
        }
        if (const DraftId now = coref_.mentions.by_head[t]; now != None && coref_.mentions[now].cluster != None) {
          before_.push_back(spot(now, t, s));
        }
      }
    }
    return std::move(coref_);
  }

 private:
  void read(TokenId t, SentenceId s) {
    if (const DraftId named = name_inside(t); named != None) {
      return give(t, coref_.mentions[named].cluster, named, "its name is inside");
    }
    if (coref_.mentions.name_of[t] != None || layers_.upos(t) == Upos::Pron || layers_.deprel(t) == Deprel::Compound ||
        is_said_of_another(t) || is_counted(t)) {
      return;
    }
    auto kinds = layers_.mention_scores.descriptions(t);
    if (layers_.upos(t) == Upos::Noun) {  // "Prosecutors charged": its capital is the sentence's
      const auto names = layers_.mention_scores.names(t);
      std::transform(kinds.begin(), kinds.end(), names.begin(), kinds.begin(), std::plus<>());
    }
    const auto* const best = std::max_element(kinds.begin(), kinds.end());
    float probability = 0.0F;
    for (const float share : kinds) {
      probability += share;
    }
    if (probability < ActorFrom) {
      return;
    }
    if (is_another_or_none(t)) {
      return;
    }
    const auto kind = static_cast<ActorKind>(best - kinds.begin());
    auto shares = link_shares(links_, t, LinkForm::Description, s, before_);
    std::erase_if(shares, [&](const LinkShare& it) { return !fits(kind, coref_.clusters[it.cluster].kind); });
    const bool may_link = probability >= SureFrom && !is_of_somebody(t);
    if (kind == ActorKind::Country && may_link) {
      return read_country(t, shares);
    }
    const auto two = may_link && layers_.is_plural(t) ? two_that_share(shares, coref_.clusters) : std::nullopt;
    if (two) {
      link(t, two->first);
      coref_.mentions.by_head[t] = None;  // a second mention of the same words
      link(t, two->second);
    } else if (may_link && !shares.empty() && shares[0].share >= LinkFrom && !is_indefinite(layers_, t)) {
      link(t, shares[0]);
    } else if (of_many(kinds) >= ActorFrom) {
      const ClusterId c = cluster_of_words(t, kind);
      coref_.clusters[c].unnamed = std::max(coref_.clusters[c].unnamed, probability);
      give(t, c, None, fmt::format("no name ({:.2f})", probability));
    }
  }

  // "The Hartwell oil firm", "Togo's Atop news agency": the name inside the phrase that the noun describes.
  DraftId name_inside(TokenId t) const {
    const KindWord* const kind = layers_.world.kind_words.find(layers_.lemma(t));
    const bool firm = kind != nullptr && kind->kind == ActorKind::Organisation && (kind->classes & firms_).any();
    if (!firm || coref_.mentions.name_of[t] != None || layers_.is_plural(t)) {
      return None;
    }
    for (const TokenId c : layers_.children(t)) {
      const DraftId d = coref_.mentions.by_head[c];
      const bool named = c < t && layers_.deprel(c) == Deprel::Compound && d != None &&
                         coref_.mentions[d].form == MentionForm::Name && coref_.mentions[d].cluster != None;
      if (named && coref_.cluster_of(d).kind == ActorKind::Organisation) {
        return d;
      }
    }
    return None;
  }

  // "The government" means a country, so only the shares of countries are compared.
  void read_country(TokenId t, const std::vector<LinkShare>& shares) {
    float total = 0.0F;
    for (const LinkShare& it : shares) {
      total += it.share;
    }
    if (!shares.empty() && shares[0].share >= LinkFrom * total && shares[0].share >= CountryFrom) {
      link(t, shares[0]);
    } else if (const ClusterId main = main_country(coref_.clusters); main != None) {
      give(t, main, coref_.clusters[main].drafts.front(), "the country that the text is about");
    }
  }

  // "The company": the last one, unless the links prefer another.
  void revise(TokenId t, SentenceId s, DraftId d) {
    const auto shares = link_shares(links_, t, LinkForm::Description, s, before_);
    const ClusterId now = coref_.mentions[d].cluster;
    if (shares.empty() || shares[0].share < LinkFrom || shares[0].cluster == now ||
        !may_be_called(coref_.clusters[shares[0].cluster], roles_[coref_.mentions[d].role])) {
      return;
    }
    std::erase(coref_.clusters[now].drafts, d);
    link(t, shares[0]);
  }

  static bool may_be_called(const Cluster& cluster, const Role& role) {
    const Classes& classes = role.kind->classes;
    return fits(role.kind->kind, cluster.kind) && (classes.none() || (classes & cluster.classes).any());
  }

  // "Norton was a businessman", "Thomas Sam, a homeopath": grammar decides who it is.
  bool is_said_of_another(TokenId t) const {
    return layers_.child(t, Deprel::Cop) != None || layers_.deprel(t) == Deprel::Appos;
  }

  // "activists" of "dozens of activists", which are one description
  bool is_counted(TokenId t) const {
    const TokenId above = layers_.head(t);
    return above != None && layers_.deprel(t) == Deprel::Nmod && counted_by(layers_, above) == t;
  }

  // "Another company", "the other dentist", "no migrants"
  bool is_another_or_none(TokenId t) const {
    const auto children = layers_.children(t);
    return means_nobody(layers_, t) || std::any_of(children.begin(), children.end(), [&](TokenId c) {
             return c < t && layers_.world.name_word(lower_case(layers_.form(c))).elsewhere;
           });
  }

  // The probability of a group or organisation, if that is the most probable kind.
  static float of_many(const std::array<float, MentionKinds>& kinds) {
    const auto best = static_cast<ActorKind>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin());
    const bool many = best == ActorKind::Group || best == ActorKind::Organisation;
    return many ? kinds[static_cast<std::size_t>(ActorKind::Group)] +
                      kinds[static_cast<std::size_t>(ActorKind::Organisation)]
                : 0.0F;
  }

  // "The French president", "the German club": offices and countries decide whom it means
  // (resolve_descriptions).
  bool is_of_somebody(TokenId t) const {
    const DraftId d = coref_.mentions.by_head[t];
    const Role* const role = d == None || coref_.mentions[d].role == None ? nullptr : &roles_[coref_.mentions[d].role];
    return role != nullptr && (role->office != None || !role->of.empty());
  }

  void link(TokenId t, const LinkShare& with) {
    give(t, with.cluster, with.draft, fmt::format("linked with {}", text(with.draft)));
  }

  Spot spot(DraftId d, TokenId t, SentenceId s) const {
    const MentionDraft& it = coref_.mentions[d];
    return {t, d, it.cluster, s, it.form, false, it.plural, it.name.size() > 1};
  }

  std::string_view text(DraftId d) const {
    const MentionDraft& it = coref_.mentions[d];
    return layers_.document.view_tokens(it.name.empty() ? it.tokens : it.name);
  }

  // May a description of that kind mean an actor of the other kind? An organisation may also be a group or a place.
  static bool fits(ActorKind kind, ActorKind other) {
    return (kind == ActorKind::Person) == (other == ActorKind::Person) &&
           (kind != ActorKind::Country || other == ActorKind::Country);
  }

  // A repeated "police" means the same actor, a repeated "a court" another one.
  ClusterId cluster_of_words(TokenId t, ActorKind kind) {
    const Span words = bare_phrase(layers_, noun_phrase(layers_, t));
    const auto [known, fresh] = called_.try_emplace(lower_case(layers_.document.view_tokens(words)),
                                                    static_cast<ClusterId>(coref_.clusters.size()));
    if (fresh || is_indefinite(layers_, t)) {
      known->second = static_cast<ClusterId>(coref_.clusters.size());
      coref_.clusters.emplace_back();
      coref_.clusters.back().kind = kind;
    }
    return known->second;
  }
  void give(TokenId t, ClusterId cluster, DraftId antecedent, std::string reason) {
    describe(layers_, coref_, t, cluster, antecedent, std::move(reason));
  }

  const Layers& layers_;
  Links& links_;
  const std::vector<Role>& roles_;
  const Classes firms_ = layers_.world.classes_of("company|newspaper|magazine|broadcaster|news agency|airline|bank");
  Coreference coref_;
  std::vector<Spot> before_;
  std::map<std::string, ClusterId, std::less<>> called_;
};

}  // namespace

Coreference resolve_linked_descriptions(const Layers& layers, Links& links, const std::vector<Role>& roles,
                                        Coreference coref) {
  return links.empty() ? std::move(coref) : DescriptionLinker(layers, links, roles, std::move(coref)).run();
}

}  // namespace entente
