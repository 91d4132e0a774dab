#include <entente/actors/named_later.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/actors/link_shares.hpp>
#include <entente/actors/phrases.hpp>

namespace entente::inline v0_1 {

namespace {

// Chosen on articles that the model was not trained on.
constexpr float PersonFrom = 0.5F;  // probability from which a word heads the description of a person
constexpr float LinkFrom = 0.3F;    // share from which a name means him whom "a former mayor" means
constexpr float SureFrom = 0.55F;   // … whom "the mayor" or "her mayor" means, who may be known otherwise
constexpr float BodyFrom = 0.5F;    // … whom the description of a body means
constexpr SentenceId Reach = 3;     // sentences from a description to the name

// A description that has no actor yet.
struct OpenDescription {
  TokenId token;
  SentenceId sentence;
};

class LaterNames {
 public:
  LaterNames(const Layers& layers, Links& links, const std::vector<Role>& roles, Coreference coref)
      : layers_(layers),
        links_(links),
        roles_(roles),
        coref_(std::move(coref)),
        named_(coref_.clusters.size(), false) {}

  Coreference run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      std::erase_if(open_, [&](const OpenDescription& it) { return it.sentence + Reach < s; });
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && t < tokens.end; ++t) {
        read(t, s);
      }
    }
    return std::move(coref_);
  }

 private:
  void read(TokenId t, SentenceId s) {
    const DraftId d = coref_.mentions.by_head[t];
    if (d == None || coref_.mentions[d].cluster == None) {
      if (is_open(t)) {
        open_.push_back({t, s});
      }
      return;
    }
    const MentionDraft it = coref_.mentions[d];  // a copy: join() adds mentions
    if (is_first_name(it)) {
      join(t, d, s);
    }
    named_[it.cluster] = true;
    has_unnamed_ = has_unnamed_ || coref_.clusters[it.cluster].unnamed > 0.0F;
    before_.push_back({t, d, it.cluster, s, it.form, false, it.plural, it.name.size() > 1});
  }

  bool is_open(TokenId t) const {
    constexpr auto Person = static_cast<std::size_t>(ActorKind::Person);
    return layers_.is_noun(t) && coref_.mentions.name_of[t] == None && !layers_.is_plural(t) &&
           layers_.deprel(t) != Deprel::Compound && layers_.deprel(t) != Deprel::Appos &&
           layers_.child(t, Deprel::Cop) == None && layers_.child(t, Deprel::Appos) == None &&
           layers_.mention_scores.descriptions(t)[Person] >= PersonFrom;
  }

  // "The chief constable … Rick Roe, an officer"
  bool has_another_office(TokenId description, DraftId name) const {
    const DraftId free = coref_.mentions.by_head[description];
    const std::uint32_t described = free == None ? None : coref_.mentions[free].role;
    return described != None && std::any_of(roles_.begin(), roles_.end(), [&](const Role& role) {
             return role.bearer == name && role.office != None && role.office != roles_[described].office;
           });
  }

  // Is it the first name of a person or an organisation?
  bool is_first_name(const MentionDraft& it) const {
    return it.form == MentionForm::Name && !named_[it.cluster] &&
           (it.kind == ActorKind::Person ? !open_.empty() : is_body(it.kind) && has_unnamed_);
  }

  static bool is_body(ActorKind kind) { return kind == ActorKind::Organisation || kind == ActorKind::Group; }

  // Joins the name with the earlier description that the links choose, if any.
  void join(TokenId name, DraftId d, SentenceId s) {
    const bool person = coref_.mentions[d].kind == ActorKind::Person;
    const auto first = static_cast<ClusterId>(coref_.clusters.size());
    for (const LinkShare& it : link_shares(links_, name, LinkForm::Name, s, person ? with_open(first) : before_)) {
      if (it.share < LinkFrom) {
        return;
      }
      if (person ? it.cluster >= first && take(it.cluster - first, d, s, it.share) : take_over(it, d)) {
        return;
      }
    }
  }

  // The earlier places, and those of open descriptions, which get the cluster ids from `first` on.
  std::vector<Spot> with_open(ClusterId first) const {
    std::vector<Spot> spots = before_;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      spots.push_back({open_[i].token, None, first + static_cast<ClusterId>(i), open_[i].sentence,
                       MentionForm::Description, false, false, false});
    }
    std::sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.token < b.token; });
    return spots;
  }

  bool take(std::size_t open, DraftId name, SentenceId s, float share) {
    const TokenId t = open_[open].token;
    if (open_[open].sentence == s ||
        (!is_indefinite(layers_, t) && (share < SureFrom || has_another_office(t, name)))) {
      return false;
    }
    describe(layers_, coref_, t, coref_.mentions[name].cluster, name, fmt::format("named later ({:.2f})", share));
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(open));
    return true;
  }

  // "A Danish court … the High Court of Jutland": the unnamed actor gets the name.
  bool take_over(const LinkShare& with, DraftId name) {
    Cluster& unnamed = coref_.clusters[with.cluster];
    if (unnamed.unnamed <= 0.0F || !is_body(unnamed.kind) || with.share < BodyFrom || with.plural) {
      return false;
    }
    const ClusterId named = coref_.mentions[name].cluster;
    for (const DraftId d : unnamed.drafts) {
      MentionDraft& draft = coref_.mentions[d];
      draft.cluster = named;
      draft.antecedent = name;
      draft.reason = fmt::format("named later ({:.2f})", with.share);
      coref_.clusters[named].drafts.push_back(d);
    }
    auto& all = coref_.clusters[named].drafts;
    std::sort(all.begin(), all.end(),
              [&](DraftId a, DraftId b) { return coref_.mentions[a].tokens.begin < coref_.mentions[b].tokens.begin; });
    for (Spot& place : before_) {
      place.cluster = place.cluster == with.cluster ? named : place.cluster;
    }
    unnamed.drafts.clear();
    unnamed.unnamed = 0.0F;
    return true;
  }

  const Layers& layers_;
  Links& links_;
  const std::vector<Role>& roles_;
  Coreference coref_;
  std::vector<bool> named_;  // by cluster
  std::vector<Spot> before_;
  std::vector<OpenDescription> open_;
  bool has_unnamed_ = false;  // a body without a name stands before
};

}  // namespace

Coreference resolve_named_later(const Layers& layers, Links& links, const std::vector<Role>& roles, Coreference coref) {
  return links.empty() ? std::move(coref) : LaterNames(layers, links, roles, std::move(coref)).run();
}

}  // namespace entente
