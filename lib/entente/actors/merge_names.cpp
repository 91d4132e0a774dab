#include <entente/actors/merge_names.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/name_key.hpp>
#include <entente/actors/slip_index.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

// Clusters all names except those of persons: by lexicon entry if there is one, otherwise by their words.
class NameMerger {
 public:
  NameMerger(const Layers& layers, MentionDrafts mentions) : layers_(layers), coref_{std::move(mentions), {}} {}

  Coreference merge() {
    by_entry_.assign(layers_.world.entries.size(), None);
    for (DraftId d = 0; d < coref_.mentions.size(); ++d) {
      if (is_entry(coref_.mentions[d])) {
        place_entry(d);
      }
    }
    collect();
    brackets();
    for (const auto g : order_) {
      if (groups_[g].cluster == None) {
        place(groups_[g]);
      }
    }
    return std::move(coref_);
  }

 private:
  struct Group {
    NameKey key;
    std::vector<DraftId> drafts;
    ClusterId cluster = None;
    std::string why;
  };

  std::string_view text(DraftId d) const { return layers_.document.view_tokens(coref_.mentions[d].name); }

  static bool is_entry(const MentionDraft& draft) { return draft.entry != None && draft.form != MentionForm::Pronoun; }

  void place_entry(DraftId d) {
    MentionDraft& draft = coref_.mentions[d];
    const WorldEntry& entry = layers_.world.entries[draft.entry];
    ClusterId& cluster = by_entry_[draft.entry];
    if (cluster == None) {
      cluster = add_cluster(d, entry.kind);
      coref_.clusters[cluster].entry = draft.entry;
      coref_.clusters[cluster].gender = entry.gender;
      coref_.clusters[cluster].classes = entry.classes;
      if (draft.form == MentionForm::Name) {
        index_name(cluster, draft.name);
      }
      return;
    }
    draft.cluster = cluster;
    draft.antecedent = first_.at(cluster);
    draft.reason = reason_of_entry(draft, entry);
    coref_.clusters[cluster].classes |= draft.classes;
    if (draft.form == MentionForm::Name) {
      index_name(cluster, draft.name);
    }
  }

  void index_name(ClusterId cluster, Span name) {
    index(cluster, key_of(layers_, name));
    if (is_body(cluster)) {
      index_initials(cluster, name);
    }
  }

  static std::string reason_of_entry(const MentionDraft& draft, const WorldEntry& entry) {
    if (draft.form == MentionForm::Description) {
      return fmt::format("stands for {}", entry.name);
    }
    switch (draft.use) {
      case UseForm::Adjective:
        return fmt::format("adjective of {}", entry.name);
      case UseForm::Citizen:
      case UseForm::People:
        return fmt::format("people of {}", entry.name);
      case UseForm::Capital:
        return draft.form == MentionForm::Metonym ? fmt::format("capital that acts for {}", entry.name) : "same name";
      case UseForm::Seat:
      case UseForm::ActingSeat:
        return fmt::format("seat of power of {}", entry.name);
      default:
        return fmt::format("name of {}", entry.name);
    }
  }

  ClusterId add_cluster(DraftId d, ActorKind kind) {
    const auto id = static_cast<ClusterId>(coref_.clusters.size());
    Cluster cluster;
    cluster.kind = kind;
    cluster.best = coref_.mentions[d].name;
    cluster.classes = coref_.mentions[d].classes | classes_of_words(coref_.mentions[d].name);
    cluster.drafts.push_back(d);
    coref_.clusters.push_back(std::move(cluster));
    coref_.mentions[d].cluster = id;
    first_[id] = d;
    return id;
  }

  using NamesByWord = std::map<std::string, std::vector<std::pair<NameKey, ClusterId>>, std::less<>>;

  // The classes that the head of a name implies: "University of Ghent" is a university.
  Classes classes_of_words(Span name) const {
    Classes classes;
    for (TokenId t = name.begin; t < name.end && name.size() > 1; ++t) {
      const bool head = t + 1 == name.end || layers_.form(t + 1) == "of" || layers_.form(t + 1) == "for" ||
                        layers_.form(t + 1) == "on";
      const KindWord* word = head ? layers_.world.kind_words.find(lower_case(layers_.form(t))) : nullptr;
      if (word != nullptr) {
        classes |= word->classes;
      }
    }
    return classes;
  }

  // Indexes the cluster under a name, for shorter and longer names.
  void index(ClusterId cluster, NameKey key) {
    if (!key.empty() && by_key_.emplace(key, cluster).second) {
      slips_.add(joined(key), cluster);
      auto& beginning = by_first_[key.front()];
      if (beginning.size() < MostNamesakes) {
        beginning.emplace_back(key, cluster);
      }
      auto& ending = by_last_[key.back()];
      if (ending.size() < MostNamesakes) {
        ending.emplace_back(std::move(key), cluster);
      }
    }
  }

  void collect() {
    std::map<NameKey, std::size_t> index;
    for (DraftId d = 0; d < coref_.mentions.size(); ++d) {
      const MentionDraft& it = coref_.mentions[d];
      if (it.kind == ActorKind::Person || it.form != MentionForm::Name || it.cluster != None) {
        continue;
      }
      NameKey key = key_of(layers_, it.name);
      if (key.empty()) {
        continue;
      }
      const auto [at, fresh] = index.emplace(key, groups_.size());
      if (fresh) {
        groups_.push_back({std::move(key), {}, None, {}});
      }
      groups_[at->second].drafts.push_back(d);
      group_of_[d] = at->second;
    }
    order_.resize(groups_.size());
    for (std::size_t g = 0; g < order_.size(); ++g) {
      order_[g] = g;
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return groups_[a].key.size() > groups_[b].key.size(); });
  }

  // "European Union (EU)", "High Council (HC)": brackets after a name contain its abbreviation.
  void brackets() {
    for (DraftId d = 0; d + 1 < coref_.mentions.size(); ++d) {
      const MentionDraft& name = coref_.mentions[d];
      if (name.kind != ActorKind::Organisation && name.kind != ActorKind::Group && name.kind != ActorKind::Other) {
        continue;
      }
      const TokenId open = layers_.after(name.tokens);
      const TokenId letters = layers_.after(open);
      if (layers_.form(open) != "(" || layers_.form(layers_.after(letters)) != ")") {
        continue;
      }
      const DraftId inside = coref_.mentions.name_at(letters);
      if (inside == None || !group_of_.contains(inside) || !is_abbreviation(layers_.form(letters))) {
        continue;
      }
      Group& short_group = groups_[group_of_.at(inside)];
      const ClusterId cluster = name.cluster != None ? name.cluster : cluster_of_group(d);
      if (short_group.cluster == None && cluster != None) {
        settle(short_group, cluster, fmt::format("abbreviation of {}", text(d)));
      }
    }
  }

  ClusterId cluster_of_group(DraftId d) {
    const auto at = group_of_.find(d);
    if (at == group_of_.end()) {
      return None;
    }
    Group& group = groups_[at->second];
    if (group.cluster == None) {
      place(group);
    }
    return group.cluster;
  }

  void place(Group& group) {
    if (const auto [cluster, why] = find(group); cluster != None) {
      settle(group, cluster, why);
      return;
    }
    const DraftId first = group.drafts.front();
    const ClusterId cluster = add_cluster(first, coref_.mentions[first].kind);
    settle(group, cluster, "same name");
    index_initials(cluster, coref_.mentions[first].name);
  }

  void index_initials(ClusterId cluster, Span name) {
    const std::string letters = initials(layers_, name, false);
    if (letters.size() >= 2 && name.size() >= 2) {
      by_initials_.emplace(letters, cluster);
      by_initials_.emplace(initials(layers_, name, true), cluster);
    }
  }

  void settle(Group& group, ClusterId cluster, const std::string& why) {
    group.cluster = cluster;
    for (const DraftId d : group.drafts) {
      MentionDraft& draft = coref_.mentions[d];
      draft.cluster = cluster;
      coref_.clusters[cluster].classes |= draft.classes;
      if (d != first_.at(cluster)) {
        draft.antecedent = first_.at(cluster);
        draft.reason = why;
      }
    }
    index(cluster, group.key);
  }

  std::pair<ClusterId, std::string> find(const Group& group) const {
    const NameKey& key = group.key;
    if (const auto at = by_key_.find(key); at != by_key_.end()) {
      return {at->second, "same name"};
    }
    if (auto found = without_nationality(group); found.first != None) {
      return found;
    }
    if (auto found = prefix(key); found.first != None) {
      return found;
    }
    if (auto found = with_company_words(key); found.first != None) {
      return found;
    }
    if (auto found = by_initials(group); found.first != None) {
      return found;
    }
    if (auto found = head_word(group); found.first != None) {
      return found;
    }
    if (auto found = word_of_one(group); found.first != None) {
      return found;
    }
    return slip(group);
  }

  // "AMD" and "Advanced Micro Devices", whichever of them is in the lexicon.
  std::pair<ClusterId, std::string> by_initials(const Group& group) const {
    const std::string_view name = text(group.drafts.front());
    if (group.key.size() == 1) {
      const auto at = by_initials_.find(group.key.front());
      const bool letters = is_abbreviation(name) || group.key.front().size() >= SureInitials;
      return at != by_initials_.end() && letters
                 ? std::pair(at->second, fmt::format("initials of {}", best(at->second)))
                 : std::pair(None, std::string());
    }
    const std::string letters = initials(layers_, coref_.mentions[group.drafts.front()].name, false);
    const auto at = letters.size() < 3 ? by_key_.end() : by_key_.find({letters});
    const bool known = at != by_key_.end() && is_body(at->second) && is_abbreviation(best(at->second));
    return known ? std::pair(at->second, fmt::format("{} stands for it", best(at->second)))
                 : std::pair(None, std::string());
  }

  // "the Steelers" after "the Pittsburgh Steelers", "Airbus" after "Airbus Industrie": the last or first word
  // of only one organisation.
  std::pair<ClusterId, std::string> word_of_one(const Group& group) const {
    const MentionDraft& name = coref_.mentions[group.drafts.front()];
    if (group.key.size() != 1 || name.kind != ActorKind::Organisation) {
      return {None, ""};
    }
    if (const ClusterId only = only_body(by_last_, group.key.back()); only != None) {
      return {only, fmt::format("last word of {}", best(only))};
    }
    const bool own = name.entry == None && !is_organisation_word(group.key.front());
    const ClusterId only = own ? only_body(by_first_, group.key.front()) : None;
    return only == None || is_public(only) ? std::pair(None, std::string())
                                           : std::pair(only, fmt::format("first word of {}", best(only)));
  }

  // "Republican Jewish Coalition", "National Farmers' Federation": the first word alone does not name it.
  bool is_public(ClusterId body) const {
    const auto last = layers_.form(coref_.clusters[body].best.end - 1);
    return layers_.world.name_word(last).organisation && !layers_.world.name_word(last).legal_form;
  }

  // The only organisation with a longer name that is indexed under the word; None if there are several.
  ClusterId only_body(const NamesByWord& index, const std::string& word) const {
    const auto list = index.find(word);
    ClusterId only = None;
    for (std::size_t i = 0; list != index.end() && i < list->second.size(); ++i) {
      const auto& [other, cluster] = list->second[i];
      if (other.size() == 1 || coref_.clusters[cluster].kind != ActorKind::Organisation) {
        continue;
      }
      if (only != None && only != cluster) {
        return None;
      }
      const bool plain = std::none_of(other.begin(), other.end(),
                                      [&](const std::string& w) { return layers_.world.name_word(w).joint; });
      only = plain ? cluster : only;
    }
    return only;
  }

  // "Martime Administration" and "Maritime Administration"
  std::pair<ClusterId, std::string> slip(const Group& group) const {
    const ActorKind kind = coref_.mentions[group.drafts.front()].kind;
    for (const ClusterId cluster : slips_.find(joined(group.key))) {
      if (coref_.clusters[cluster].kind == kind) {
        return {cluster, fmt::format("another spelling of {}", best(cluster))};
      }
    }
    return {None, ""};
  }

  std::string_view best(ClusterId cluster) const { return layers_.document.view_tokens(coref_.clusters[cluster].best); }

  // "the Japanese Ministry of Foreign Affairs" and "the Ministry of Foreign Affairs"
  std::pair<ClusterId, std::string> without_nationality(const Group& group) const {
    const NameKey& key = group.key;
    for (const auto& [other, cluster] : by_key_suffix(key)) {
      if (key.size() >= 2 && other.size() == key.size() + 1) {
        return {cluster, fmt::format("short for {}", best(cluster))};
      }
    }
    return {None, ""};
  }

  std::vector<std::pair<NameKey, ClusterId>> by_key_suffix(const NameKey& key) const {
    std::vector<std::pair<NameKey, ClusterId>> result;
    const auto list = by_last_.find(key.back());
    if (list == by_last_.end()) {
      return result;
    }
    for (const auto& [other, cluster] : list->second) {
      if (other.size() == key.size() + 1 && is_suffix_of(key, other)) {
        result.emplace_back(other, cluster);
      }
    }
    return result;
  }

  // "Meiji Institute" of "Meiji Institute for Global Affairs"
  std::pair<ClusterId, std::string> prefix(const NameKey& key) const {
    const auto list = by_first_.find(key.front());
    if (key.size() < 2 || list == by_first_.end()) {
      return {None, ""};
    }
    for (const auto& [other, cluster] : list->second) {
      if (other.size() > key.size() && is_prefix_of(key, other) && is_body(cluster)) {
        return {cluster, fmt::format("short for {}", best(cluster))};
      }
    }
    return {None, ""};
  }

  bool is_body(ClusterId cluster) const {
    const ActorKind kind = coref_.clusters[cluster].kind;
    return kind == ActorKind::Organisation || kind == ActorKind::Group || kind == ActorKind::Other;
  }

  // "Stimson" of "Stimson Center", "Adidas AG" of "Adidas", "Brackwell" of "Brackwell Industries Inc."
  std::pair<ClusterId, std::string> with_company_words(const NameKey& key) const {
    const auto list = by_first_.find(key.front());
    if (list == by_first_.end()) {
      return {None, ""};
    }
    for (const auto& [other, cluster] : list->second) {
      const auto& longer = other.size() > key.size() ? other : key;
      const auto& shorter = other.size() > key.size() ? key : other;
      const bool rest = std::all_of(longer.begin() + static_cast<std::ptrdiff_t>(shorter.size()), longer.end(),
                                    [&](const std::string& word) { return is_organisation_word(word); });
      if (longer.size() > shorter.size() && is_prefix_of(shorter, longer) && rest && is_body(cluster)) {
        return {cluster, fmt::format("{} {}", other.size() > key.size() ? "short for" : "full name of", best(cluster))};
      }
    }
    return {None, ""};
  }

  bool is_organisation_word(const std::string& folded_word) const {
    std::string word = with_capital(folded_word);
    if (is_company_word(word)) {
      return true;
    }
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
    return is_company_word(word);
  }

  bool is_company_word(std::string_view word) const {
    const NameWord& it = layers_.world.name_word(word);
    return it.organisation || it.legal_form || it.trade;
  }

  // "the Council" after "the Council of Europe": the last organisation whose name has the word as its head.
  std::pair<ClusterId, std::string> head_word(const Group& group) const {
    if (group.key.size() != 1 || !is_organisation_word(group.key.front())) {
      return {None, ""};
    }
    const std::string& word = group.key.front();
    const DraftId limit = group.drafts.front() - std::min(group.drafts.front(), LookBack);
    for (DraftId d = group.drafts.front(); d-- > limit;) {
      const MentionDraft& before = coref_.mentions[d];
      if (before.cluster == None || before.form != MentionForm::Name || !is_body(before.cluster)) {
        continue;
      }
      const NameKey key = key_of(layers_, before.name);
      const auto at = std::find(key.begin(), key.end(), word);
      const bool head =
          at != key.end() && (at + 1 == key.end() || *(at + 1) == "of" || *(at + 1) == "for" || *(at + 1) == "on");
      if (head && key.size() > 1) {
        return {before.cluster, fmt::format("short for {}", text(d))};
      }
    }
    return {None, ""};
  }

  static constexpr std::size_t MostNamesakes = 64;  // keeps hostile texts linear
  static constexpr DraftId LookBack = 2000;
  static constexpr std::size_t SureInitials = 4;  // so many stand for a name without capitals too: "Sepa"

  const Layers& layers_;
  Coreference coref_;
  std::vector<ClusterId> by_entry_;
  std::vector<Group> groups_;
  std::vector<std::size_t> order_;
  std::map<DraftId, std::size_t> group_of_;
  std::map<ClusterId, DraftId> first_;
  std::map<NameKey, ClusterId> by_key_;
  NamesByWord by_first_;
  NamesByWord by_last_;
  std::map<std::string, ClusterId, std::less<>> by_initials_;
  SlipIndex slips_;
};

}  // namespace

Coreference merge_names(const Layers& layers, MentionDrafts mentions) {
  return NameMerger(layers, std::move(mentions)).merge();
}

}  // namespace entente
