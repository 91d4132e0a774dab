#include <entente/syntax/control_lexicon.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::string_view Path = "lexicon/control.tsv";

constexpr std::array<std::pair<std::string_view, ControlRule>, 8> RuleNames = {
    {{"subject_control", ControlRule::SubjectControl},
     {"oblique_control", ControlRule::ObliqueControl},
     {"object_purpose", ControlRule::ObjectPurpose},
     {"tough", ControlRule::Tough},
     {"owner_noun", ControlRule::OwnerNoun},
     {"light_verb", ControlRule::LightVerb},
     {"circumstance", ControlRule::Circumstance},
     {"weekday", ControlRule::Weekday}}};

}  // namespace

ControlLexicon::ControlLexicon() {
  RowReader rows{std::string(Path), resource(Path)};
  while (rows.next()) {
    const std::span<const std::string_view> columns = rows.columns();
    const auto* const rule =
        std::find_if(RuleNames.begin(), RuleNames.end(), [&](const auto& r) { return r.first == columns[0]; });
    const bool oblique = rule != RuleNames.end() && rule->second == ControlRule::ObliqueControl;
    if (rule == RuleNames.end() || columns.size() != (oblique ? 3 : 2)) {
      rows.fail("'" + std::string(rows.line()) + "'",
                "a rule, a word and, for oblique_control, its prepositions, with tabs between them");
    }
    if (!oblique) {
      rows_.push_back({rule->second, columns[1], {}});
      continue;
    }
    for (const std::string_view preposition : split(columns[2], ' ')) {
      rows_.push_back({rule->second, columns[1], preposition});
    }
  }
  std::sort(rows_.begin(), rows_.end());
}

bool ControlLexicon::has(ControlRule rule, std::string_view lemma) const {
  return std::binary_search(rows_.begin(), rows_.end(), Row{rule, lemma, {}});
}

bool ControlLexicon::has_oblique(std::string_view lemma, std::string_view preposition) const {
  return std::binary_search(rows_.begin(), rows_.end(), Row{ControlRule::ObliqueControl, lemma, preposition});
}

const ControlLexicon& ControlLexicon::shared() {
  static const ControlLexicon lexicon;
  return lexicon;
}

}  // namespace entente
