#include <entente/syntax/control_lexicon.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/model/resources.hpp>

namespace entente {

namespace {

constexpr std::string_view Path = "lexicon/control.tsv";

constexpr std::array<std::pair<std::string_view, ControlRule>, 6> RuleNames = {
    {{"subject_control", ControlRule::SubjectControl},
     {"oblique_control", ControlRule::ObliqueControl},
     {"object_purpose", ControlRule::ObjectPurpose},
     {"tough", ControlRule::Tough},
     {"owner_noun", ControlRule::OwnerNoun},
     {"light_verb", ControlRule::LightVerb}}};

// Takes what stands before the separator off the front of text.
std::string_view take(std::string_view& text, char separator) {
  const std::string_view field = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(text.size(), field.size() + 1));
  return field;
}

}  // namespace

ControlLexicon::ControlLexicon() {
  std::string_view text = resource(Path);
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = take(text, '\n');
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::string_view name = take(line, '\t');
    const std::string_view lemma = take(line, '\t');
    const auto* const rule =
        std::find_if(RuleNames.begin(), RuleNames.end(), [&](const auto& r) { return r.first == name; });
    if (rule == RuleNames.end() || lemma.empty() || (rule->second == ControlRule::ObliqueControl) == line.empty()) {
      throw Error(ErrorCode::BadFormat, fmt::format("{}:{}", Path, number),
                  "expected a rule, a word and, for oblique_control, its prepositions, with tabs between them");
    }
    do {
      rows_.push_back({rule->second, lemma, take(line, ' ')});
    } while (!line.empty());
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
  static const ControlLexicon Lexicon;
  return Lexicon;
}

}  // namespace entente
