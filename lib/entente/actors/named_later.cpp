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

// Chosen on articles that the layers were not trained on.
constexpr float PersonFrom = 0.5F;  // probability from which a word heads the description of a person
constexpr float LinkFrom = 0.3F;    // share from which a name means him whom "a former mayor" means
constexpr float SureFrom = 0.55F;   // … whom "the mayor" or "her mayor" means, who may be known otherwise
constexpr SentenceId Reach = 3;     // sentences from a description to the name

// A description that nobody has yet.
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
    const MentionDraft& it = coref_.mentions[d];
    const ClusterId cluster = it.cluster;
    if (!open_.empty() && is_first_name(it)) {
      join(t, d, s);
    }
    named_[cluster] = true;
    before_.push_back({t, d, cluster, s, it.form, false, it.plural, it.name.size() > 1});
  }

  bool is_open(TokenId t) const {
    constexpr auto Person = static_cast<std::size_t>(ActorKind::Person);
    return layers_.is_noun(t) && coref_.mentions.name_of[t] == None && !layers_.is_plural(t) &&
           layers_.deprel(t) != Deprel::Compound && layers_.deprel(t) != Deprel::Appos &&
           layers_.child(t, Deprel::Cop) == None && layers_.child(t, Deprel::Appos) == None &&
           layers_.readings.descriptions(t)[Person] >= PersonFrom;
  }

  // "The chief constable … Rick Roe, an officer"
  bool has_another_office(TokenId description, DraftId name) const {
    const DraftId free = coref_.mentions.by_head[description];
    const std::uint32_t described = free == None ? None : coref_.mentions[free].role;
    return described != None && std::any_of(roles_.begin(), roles_.end(), [&](const Role& role) {
             return role.bearer == name && role.office != None && role.office != roles_[described].office;
           });
  }

  bool is_first_name(const MentionDraft& it) const {
    return it.form == MentionForm::Name && it.kind == ActorKind::Person && !named_[it.cluster];
  }

  // The description of an earlier sentence that the name means, if the links say so.
  void join(TokenId name, DraftId d, SentenceId s) {
    std::vector<Spot> spots = before_;
    const auto first = static_cast<ClusterId>(coref_.clusters.size());  // stands for open_[0]
    for (std::size_t i = 0; i < open_.size(); ++i) {
      spots.push_back({open_[i].token, None, first + static_cast<ClusterId>(i), open_[i].sentence,
                       MentionForm::Description, false, false, false});
    }
    std::sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.token < b.token; });
    for (const LinkShare& it : link_shares(links_, name, LinkForm::Name, s, spots)) {
      if (it.share < LinkFrom) {
        return;
      }
      const TokenId t = it.cluster < first ? None : open_[it.cluster - first].token;
      if (t == None || open_[it.cluster - first].sentence == s) {
        continue;
      }
      if (!is_indefinite(layers_, t) && (it.share < SureFrom || has_another_office(t, d))) {
        continue;
      }
      describe(layers_, coref_, t, coref_.mentions[d].cluster, d, fmt::format("named later ({:.2f})", it.share));
      open_.erase(open_.begin() + (it.cluster - first));
      return;
    }
  }

  const Layers& layers_;
  Links& links_;
  const std::vector<Role>& roles_;
  Coreference coref_;
  std::vector<bool> named_;  // by cluster
  std::vector<Spot> before_;
  std::vector<OpenDescription> open_;
};

}  // namespace

Coreference link_names_to_descriptions(const Layers& layers, Links& links, const std::vector<Role>& roles,
                                       Coreference coref) {
  return links.empty() ? std::move(coref) : LaterNames(layers, links, roles, std::move(coref)).run();
}

}  // namespace entente
