#include <entente/relations/status_words.hpp>

#include <algorithm>
#include <string>
#include <tuple>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, StatusRoleCount> RoleNames = {
    "clause",   "carry",     "about",       "adverb",    "modal",     "mark",   "speech",  "denial",
    "occasion", "when",      "fate",        "naming",    "belief",    "finite", "implied", "verdict",
    "opinion",  "attitude",  "doubt",       "suspicion", "happening", "view",   "former",  "prospective",
    "undone",   "exception", "involvement", "wish",      "universal"};

std::uint8_t role_of(const RowReader& rows) {
  if (rows.columns()[0] == "attribution") {  // quotations are found without these verbs
    return static_cast<std::uint8_t>(rows.columns()[1] == "negated" ? StatusRole::Denial : StatusRole::Speech);
  }
  const auto* const at = std::find(RoleNames.begin(), RoleNames.end(), rows.columns()[0]);
  if (at == RoleNames.end()) {
    rows.fail("the role \"" + std::string(rows.columns()[0]) + "\"", "a role of those that the head of the file lists");
  }
  return static_cast<std::uint8_t>(at - RoleNames.begin());
}

Status status_of(const RowReader& rows) {
  if (const auto status = status_named(rows.columns()[1])) {
    return *status;
  }
  rows.fail("the status \"" + std::string(rows.columns()[1]) + "\"",
            "asserted, planned, possible, requested, negated or ended");
}

}  // namespace

StatusWords::StatusWords(Words& words) {
  RowReader rows("lexicon/status_words.tsv", resource("lexicon/status_words.tsv"));
  while (rows.next()) {
    if (rows.columns().size() < 3) {
      rows.fail("fewer than three columns", "role, status and words");
    }
    const auto role = role_of(rows);
    const auto status = status_of(rows);
    for (const auto item : split(rows.columns()[2], ' ')) {
      const auto cut = item.find('_');
      const auto id = words.add(item.substr(0, cut));
      if (cut != std::string_view::npos) {
        phrases_.push_back({id, words.add(item.substr(cut + 1)), status});
        continue;
      }
      auto& effects = effects_[role];
      effects.resize(std::max<std::size_t>(effects.size(), id + std::size_t{1}));
      effects[id] = static_cast<std::uint8_t>(1 + static_cast<int>(status));
    }
  }
  read_former(words);
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& x, const Phrase& y) {
    return std::tie(x.verb, x.preposition) < std::tie(y.verb, y.preposition);
  });
}

// The words for a former office in name_words.tsv apply to every noun.
void StatusWords::read_former(Words& words) {
  auto& effects = effects_[static_cast<std::size_t>(StatusRole::Former)];
  RowReader rows("lexicon/name_words.tsv", resource("lexicon/name_words.tsv"));
  while (rows.next()) {
    if (rows.columns().size() > 1 && rows.columns()[0] == "former") {
      for (const auto word : split(rows.columns()[1], '|')) {
        const auto id = words.add(word);
        effects.resize(std::max<std::size_t>(effects.size(), id + std::size_t{1}));
        effects[id] = static_cast<std::uint8_t>(1 + static_cast<int>(Status::Ended));
      }
    }
  }
}

std::optional<Status> StatusWords::effect(StatusRole role, WordId word) const {
  const auto& effects = effects_[static_cast<std::size_t>(role)];
  if (word >= effects.size() || effects[word] == 0) {
    return std::nullopt;
  }
  return static_cast<Status>(effects[word] - 1);
}

std::optional<Status> StatusWords::carried_by(WordId verb, WordId preposition) const {
  const auto at =
      std::lower_bound(phrases_.begin(), phrases_.end(), std::tie(verb, preposition),
                       [](const Phrase& p, const auto& key) { return std::tie(p.verb, p.preposition) < key; });
  if (verb == NoWord || at == phrases_.end() || at->verb != verb || at->preposition != preposition) {
    return std::nullopt;
  }
  return at->effect;
}

}  // namespace entente
