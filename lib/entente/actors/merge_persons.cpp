#include <entente/actors/merge_persons.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/name_key.hpp>
#include <entente/actors/slip_index.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::string_view FirstNames = "first names of";

// All mentions with the same words.
struct Group {
  NameKey key;
  std::string generation;  // "jr", where the text distinguishes two generations of one name
  std::vector<DraftId> drafts;
  ActorGender gender = ActorGender::Unknown;
  ClusterId cluster = None;
};

class PersonMerger {
 public:
  PersonMerger(const Layers& layers, Coreference coref) : layers_(layers), coref_(std::move(coref)) {}

  Coreference merge() {
    collect();
    for (Group& group : groups_) {
      if (group.key.size() > 1) {
        place_full(group);
      }
    }
    place_single();
    return std::move(coref_);
  }

 private:
  MentionDraft& draft(DraftId d) { return coref_.mentions[d]; }
  std::string_view text(DraftId d) const { return layers_.document.view_tokens(coref_.mentions[d].name); }

  void collect() {
    find_generations();
    std::map<std::pair<NameKey, std::string>, std::size_t> index;
    for (DraftId d = 0; d < coref_.mentions.size(); ++d) {
      const MentionDraft& it = coref_.mentions[d];
      if (it.kind != ActorKind::Person || it.form != MentionForm::Name || it.entry != None) {
        continue;
      }
      NameKey key = person_key_of(layers_, it.name);
      if (key.empty()) {
        continue;
      }
      std::string generation = with_generations_.contains(key) ? generation_of(it.name) : std::string();
      const auto [at, fresh] = index.emplace(std::pair(key, generation), groups_.size());
      if (fresh) {
        groups_.push_back({std::move(key), std::move(generation), {}, ActorGender::Unknown, None});
      }
      groups_[at->second].drafts.push_back(d);
    }
    for (Group& group : groups_) {
      group.gender = gender_of(group);
    }
    // longer names first, so that shorter ones find them; among equals in text order
    std::stable_sort(groups_.begin(), groups_.end(),
                     [](const Group& a, const Group& b) { return a.key.size() > b.key.size(); });
    for (std::size_t g = 0; g < groups_.size() && groups_[g].key.size() > 1; ++g) {
      surnames_.add(groups_[g].key.back(), static_cast<std::uint32_t>(g));
      for (const std::string& word : groups_[g].key) {
        auto& list = by_word_[word];
        if (list.size() < MostNamesakes && (list.empty() || list.back() != g)) {
          list.push_back(g);
        }
      }
    }
  }

  // "Marcus Lind praised Marcus Lind Jr.": finds full names with two generations in one sentence.
  void find_generations() {
    std::map<NameKey, std::pair<SentenceId, std::string>> last;
    for (const MentionDraft& it : coref_.mentions) {
      if (it.kind != ActorKind::Person || it.form != MentionForm::Name || it.entry != None) {
        continue;
      }
      const NameKey key = person_key_of(layers_, it.name);
      const auto here = std::pair(layers_.sentence_of[it.name.begin], generation_of(it.name));
      const auto [at, fresh] = last.emplace(key, here);
      if (key.size() > 1 && !fresh && at->second.first == here.first && at->second.second != here.second) {
        with_generations_.insert(key);
      }
      at->second = here;
    }
  }

  // "jr" of "Roe Jr."; empty for a name without such a suffix, and for "Roe, PhD".
  std::string generation_of(Span name) const {
    const auto last = layers_.form(name.end - 1);
    const NameWord& word = layers_.world.name_word(last);
    return word.suffix && !word.degree ? lower_case(last.substr(0, last.find('.'))) : std::string();
  }

  // The full names that share a word with the key, in the order of the groups. Names of one person always share one.
  std::vector<std::size_t> sharing(const NameKey& key) const {
    std::vector<std::size_t> result;
    for (const std::string& word : key) {
      if (const auto at = by_word_.find(word); at != by_word_.end()) {
        result.insert(result.end(), at->second.begin(), at->second.end());
      }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

  // Titles are the best evidence, then the given name, then the lexicon of known persons.
  ActorGender gender_of(const Group& group) const {
    ActorGender hint = ActorGender::Unknown;
    for (const DraftId d : group.drafts) {
      const ActorGender title = gender_of_title(d);
      if (title != ActorGender::Unknown) {
        return title;
      }
      hint = hint == ActorGender::Unknown ? coref_.mentions[d].gender : hint;
    }
    if (group.key.size() > 1) {
      const Span name = coref_.mentions[group.drafts.front()].name;
      const bool eastern = layers_.world.name_word(layers_.form(name.begin)).family_first;
      const TokenId first = name.begin + (eastern ? 1 : 0);
      for (TokenId t = first; t + (eastern ? 0 : 1) < name.end; ++t) {
        const auto* gender = layers_.world.given_name(layers_.form(t));
        if (gender != nullptr && *gender != ActorGender::Unknown) {
          return *gender;
        }
      }
    }
    return hint;
  }

  // "Daisy" may be a given name or a surname.
  ActorGender guess_of(const Group& group) const {
    const Span name = coref_.mentions[group.drafts.front()].name;
    const auto* gender = name.size() == 1 ? layers_.world.given_name(layers_.form(name.begin)) : nullptr;
    return gender == nullptr ? ActorGender::Unknown : *gender;
  }

  ActorGender gender_of_title(DraftId d) const {
    return layers_.world.name_word(layers_.form(layers_.before(coref_.mentions[d].name))).gender;
  }

  bool genders_fit(ActorGender a, ActorGender b) const {
    return a == ActorGender::Unknown || b == ActorGender::Unknown || a == b;
  }

  void place_full(Group& group) {
    // "Abdel-Fattah" more likely means Alaa Abdel-Fattah than Abdel-Fattah el-Sissi
    if (!place_beside_longer(group, false) && !place_beside_longer(group, true)) {
      create_cluster(group);
    }
  }

  bool place_beside_longer(Group& group, bool by_first_names) {
    for (const std::size_t g : sharing(group.key)) {
      const Group& other = groups_[g];
      if (&other >= &group || other.cluster == None) {
        break;
      }
      const std::string why = same_person(group.key, other.key);
      const bool apart = group.generation != other.generation || (why == FirstNames) != by_first_names;
      if (!why.empty() && !apart && genders_fit(group.gender, coref_.clusters[other.cluster].gender)) {
        join(group, other.cluster, fmt::format("{} {}", why, text(other.drafts.front())));
        return true;
      }
    }
    return false;
  }

  // The reason why a, which is not longer than b, names the same person; empty if it does not.
  std::string same_person(const NameKey& a, const NameKey& b) const {
    if (!initials_agree(a, b)) {
      return "";
    }
    if (a.size() < b.size()) {
      if (a.back() == b.back() && a.front() == b.front()) {
        return "without middle names:";
      }
      if (a.back() == b.back() && is_run_of(a, b)) {
        return "last names of";
      }
      if (is_prefix_of(a, b)) {
        return std::string(FirstNames);
      }
      if (a.back() == b.back() && initial_fits(a.front(), b.front())) {
        return "initial of";
      }
      return "";
    }
    if (a.size() != b.size()) {
      return "";
    }
    if (a.size() == 2 && a[0] == b[1] && a[1] == b[0]) {
      return "the other order of";
    }
    std::size_t different = a.size();
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] != b[i]) {
        if (different != a.size()) {
          return "";
        }
        different = i;
      }
    }
    if (different == 0 && a.back() == b.back() && initial_fits(a[0], b[0])) {
      return "initial of";
    }
    if (different < a.size() && is_misspelling(a[different], b[different]) && may_be_slip(a[different], b[different])) {
      return "another spelling of";
    }
    return "";
  }

  // "George W. Bush" is not "George H. W. Bush". If both have middle names, each with an initial among them, the middle
  // names must agree one by one, where an initial agrees with a name that begins with it.
  static bool initials_agree(const NameKey& a, const NameKey& b) {
    const auto initial = [](const std::string& word) { return word.size() == 1; };
    const bool both = a.size() > 2 && b.size() > 2;
    if (!both || std::none_of(a.begin() + 1, a.end() - 1, initial) ||
        std::none_of(b.begin() + 1, b.end() - 1, initial)) {
      return true;
    }
    return a.size() == b.size() &&
           std::equal(a.begin() + 1, a.end() - 1, b.begin() + 1,
                      [](const auto& x, const auto& y) { return x == y || initial_fits(x, y); });
  }

  static bool initial_fits(const std::string& a, const std::string& b) {
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    return shorter.size() == 1 && longer.size() > 1 && longer.starts_with(shorter);
  }

  // Different given names are different people ("Jon", "Jan"), except for long ones of one gender ("Bashar", "Bashir").
  bool may_be_slip(const std::string& a, const std::string& b) const {
    const auto* first = layers_.world.given_name(with_capital(a));
    const auto* second = layers_.world.given_name(with_capital(b));
    return first == nullptr || second == nullptr ||
           (*first == *second && std::min(a.size(), b.size()) >= 6 && a.front() == b.front() && a.back() == b.back() &&
            levenshtein_up_to(a, b, 1) == 1);
  }

  void create_cluster(Group& group) {
    group.cluster = static_cast<ClusterId>(coref_.clusters.size());
    Cluster cluster;
    cluster.kind = ActorKind::Person;
    cluster.gender = group.gender;
    cluster.guess = guess_of(group);
    cluster.words = group.key;
    cluster.best = coref_.mentions[group.drafts.front()].name;
    coref_.clusters.push_back(cluster);
    for (const DraftId d : group.drafts) {
      draft(d).cluster = group.cluster;
      if (d != group.drafts.front()) {
        draft(d).antecedent = group.drafts.front();
        draft(d).reason = "same name";
      }
    }
  }

  void join(Group& group, ClusterId cluster, const std::string& why) {
    group.cluster = cluster;
    for (const DraftId d : group.drafts) {
      assign(d, cluster, why);
    }
    Cluster& it = coref_.clusters[cluster];
    it.gender = it.gender == ActorGender::Unknown ? group.gender : it.gender;
  }

  void assign(DraftId d, ClusterId cluster, const std::string& why) {
    draft(d).cluster = cluster;
    draft(d).reason = why;
    draft(d).antecedent = first_of(cluster);
  }

  DraftId first_of(ClusterId cluster) const { return coref_.mentions.name_of[coref_.clusters[cluster].best.begin]; }

  struct Candidate {
    ClusterId cluster = None;
    const char* why = "";
  };

  // Places surnames and first names in text order, because the last mention decides between namesakes.
  void place_single() {
    std::vector<std::pair<DraftId, Group*>> singles;
    for (Group& group : groups_) {
      if (group.key.size() == 1) {
        for (const DraftId d : group.drafts) {
          singles.emplace_back(d, &group);
        }
      }
    }
    std::sort(singles.begin(), singles.end());
    std::map<const Group*, std::vector<Candidate>> candidates;
    for (const auto& [d, group] : singles) {
      auto at = candidates.find(group);
      if (at == candidates.end()) {
        at = candidates.emplace(group, candidates_for(*group)).first;
      }
      const Candidate chosen = choose(d, at->second);
      if (chosen.cluster == None) {
        alone(d, *group);
        continue;
      }
      assign(d, chosen.cluster,
             fmt::format("{} {}", chosen.why, layers_.document.view_tokens(coref_.clusters[chosen.cluster].best)));
      auto& gender = coref_.clusters[chosen.cluster].gender;
      gender = gender == ActorGender::Unknown ? gender_of_title(d) : gender;
    }
  }

  std::vector<Candidate> candidates_for(const Group& single) const {
    const std::string& word = single.key.front();
    const auto sharing_word = sharing(single.key);
    for (const int step : {0, 1, 2, 3}) {
      std::vector<Candidate> found;
      for (const std::size_t g : sharing_word) {
        const Group& group = groups_[g];
        if (group.cluster == None) {
          continue;
        }
        const char* why = matches(step, word, group);
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Candidate& c) { return c.cluster == group.cluster; });
        if (why != nullptr && !known) {
          found.push_back({group.cluster, why});
        }
      }
      if (!found.empty()) {
        return found;
      }
    }
    return candidates_by_spelling(single);
  }

  // "Jalalis" for "Jalali's", "Netanayhu" for "Netanyahu"; not "the Jalalis", and not if two people match.
  std::vector<Candidate> candidates_by_spelling(const Group& single) const {
    const std::string& word = single.key.front();
    const auto before = layers_.form(layers_.before(coref_.mentions[single.drafts.front()].name));
    if (word.ends_with('s') && before != "the" && before != "The") {
      const std::string owner = word.substr(0, word.size() - 1);
      for (const std::size_t g : sharing({owner})) {
        if (groups_[g].cluster != None && groups_[g].key.back() == owner) {
          return {{groups_[g].cluster, "without its apostrophe, surname of"}};
        }
      }
    }
    if (layers_.world.given_name(with_capital(word)) != nullptr) {
      return {};
    }
    const std::vector<std::uint32_t> alike = surnames_.find(word);
    const ClusterId only = alike.empty() ? None : groups_[alike.front()].cluster;
    const bool sure = only != None && std::all_of(alike.begin(), alike.end(),
                                                  [&](std::uint32_t g) { return groups_[g].cluster == only; });
    return sure ? std::vector<Candidate>{{only, "another spelling of"}} : std::vector<Candidate>();
  }

  // How the word may stand for the full name, the most reliable way first.
  const char* matches(int step, const std::string& word, const Group& full) const {
    const NameKey& key = full.key;
    const auto first = layers_.form(coref_.mentions[full.drafts.front()].name.begin);
    switch (step) {
      case 0:
        return key.back() == word                                                   ? "surname of"
               : key.front() == word && layers_.world.name_word(first).family_first ? "family name of"
                                                                                    : nullptr;
      case 1:
        return key.size() > 2 && key[key.size() - 2] == word ? "one of the surnames of" : nullptr;
      case 2:
        return key.front() == word ? "first name of" : nullptr;
      default:
        return is_run_of({word}, key) ? "one of the names of" : nullptr;
    }
  }

  Candidate choose(DraftId d, const std::vector<Candidate>& candidates) const {
    const ActorGender title = gender_of_title(d);
    Candidate best;
    DraftId best_at = None;
    for (const Candidate& candidate : candidates) {
      if (!genders_fit(title, coref_.clusters[candidate.cluster].gender)) {
        continue;
      }
      const DraftId at = candidates.size() > 1 ? last_mention(candidate.cluster, d) : None;
      if (best.cluster == None || (at != None && (best_at == None || at > best_at))) {
        best = candidate;
        best_at = at;
      }
    }
    return best;
  }

  // The last resolved mention of the cluster before d, or None.
  DraftId last_mention(ClusterId cluster, DraftId d) const {
    const DraftId limit = d - std::min(d, LookBack);
    for (DraftId at = d; at-- > limit;) {
      if (coref_.mentions[at].cluster == cluster) {
        return at;
      }
    }
    return None;
  }

  void alone(DraftId d, Group& group) {
    const ActorGender title = gender_of_title(d);
    if (group.cluster != None && !genders_fit(title, coref_.clusters[group.cluster].gender)) {
      Group other{group.key, group.generation, {d}, title, None};
      create_cluster(other);
      return;
    }
    if (group.cluster == None) {
      Group first{group.key, group.generation, {d}, title == ActorGender::Unknown ? group.gender : title, None};
      create_cluster(first);
      group.cluster = first.cluster;
      return;
    }
    draft(d).cluster = group.cluster;
    draft(d).reason = "same name";
    draft(d).antecedent = last_mention(group.cluster, d);
  }

  static constexpr std::size_t MostNamesakes = 64;  // keeps hostile texts linear
  static constexpr DraftId LookBack = 4000;

  const Layers& layers_;
  Coreference coref_;
  std::vector<Group> groups_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_word_;
  SlipIndex surnames_;                  // of groups_ with full names
  std::set<NameKey> with_generations_;  // names that more than one generation bears
};

}  // namespace

Coreference merge_persons(const Layers& layers, Coreference coref) {
  return PersonMerger(layers, std::move(coref)).merge();
}

}  // namespace entente
