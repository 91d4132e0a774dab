#include <entente/relations/relation_types.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/relations/user_types.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, StatusCount> StatusNames = {"asserted",  "planned", "possible",
                                                                   "requested", "negated", "ended"};
constexpr std::array<std::string_view, FamilyCount> FamilyNames = {"encounter", "alignment", "statement",
                                                                   "conflict",  "belonging", "other"};

constexpr std::size_t TraitsColumn = 7;

struct TraitFlag {
  std::string_view name;
  bool RelationTraits::*flag;
};
constexpr std::array<TraitFlag, 7> TraitFlags = {{{"state", &RelationTraits::state},
                                                  {"membership", &RelationTraits::membership},
                                                  {"office", &RelationTraits::office},
                                                  {"journey", &RelationTraits::journey},
                                                  {"one_way", &RelationTraits::one_way},
                                                  {"kin", &RelationTraits::kin},
                                                  {"lasting", &RelationTraits::lasting}}};

RelationFamily family_of(std::string_view name, const RowReader& rows) {
  const auto* const at = std::find(FamilyNames.begin(), FamilyNames.end(), name);
  if (at == FamilyNames.end()) {
    rows.fail("the family \"" + std::string(name) + "\"",
              "encounter, alignment, statement, conflict, belonging or other");
  }
  return static_cast<RelationFamily>(at - FamilyNames.begin());
}

RelationTraits traits_of(std::string_view list, const RowReader& rows) {
  RelationTraits traits;
  for (const std::string_view name : split(list, ' ')) {
    if (const auto flag =
            std::find_if(TraitFlags.begin(), TraitFlags.end(), [&](const TraitFlag& it) { return it.name == name; });
        flag != TraitFlags.end()) {
      traits.*(flag->flag) = true;
    } else if (name == "ended=asserted" || name == "ended=negated") {
      traits.ended = name == "ended=asserted" ? Status::Asserted : Status::Negated;
    } else {
      rows.fail("the trait \"" + std::string(name) + "\"",
                "state, membership, office, journey, one_way, kin, lasting, ended=asserted or ended=negated");
    }
  }
  return traits;
}

RelationType type_of(std::span<const std::string_view> columns, const RowReader& rows) {
  const auto column = [&](std::size_t i) { return i < columns.size() ? columns[i] : std::string_view(); };
  if (columns.size() < 4 || column(0).empty() || (column(1).empty() && !is_untyped(column(0)))) {
    rows.fail("a relation type of " + std::to_string(columns.size()) + " columns",
              "name, label, family and directed or sym, divided by tabs");
  }
  if (column(3) != "directed" && column(3) != "sym") {
    rows.fail("the direction \"" + std::string(column(3)) + "\"", "directed or sym");
  }
  return {std::string(column(0)),     std::string(column(1)),
          family_of(column(2), rows), column(3) == "sym",
          std::string(column(4)),     std::string(column(5)),
          std::string(column(6)),     traits_of(column(TraitsColumn), rows)};
}

}  // namespace

std::optional<RelationTypeId> RelationTypes::find(std::string_view name) const {
  const auto at = std::find_if(types.begin(), types.end(), [&](const RelationType& t) { return t.name == name; });
  return at == types.end() ? std::nullopt : std::optional(static_cast<RelationTypeId>(at - types.begin()));
}

const RelationType& RelationTypes::named(std::string_view name) const {
  const auto id = find(name);
  return id ? types[*id] : types.back();
}

RelationTypes load_relation_types(std::string_view user_relations, const std::string& name) {
  RelationTypes result;
  RowReader shipped("lexicon/relation_types.tsv", resource("lexicon/relation_types.tsv"));
  while (shipped.next()) {
    define(result, type_of(shipped.columns(), shipped));
  }
  RowReader user(name, user_relations);
  while (user.next()) {
    if (user.columns().front() == "type") {
      const auto columns = user.columns().subspan(1);
      RelationType type = type_of(columns, user);
      if (const auto known = result.find(type.name); known && columns.size() <= TraitsColumn) {
        type.traits = result.types[*known].traits;
      }
      define(result, std::move(type));
    }
  }
  return result;
}

const RelationTypes& shipped_relation_types() {
  static const RelationTypes shipped = load_relation_types();
  return shipped;
}

std::string_view status_name(Status status) { return StatusNames.at(static_cast<std::size_t>(status)); }

std::optional<Status> status_named(std::string_view name) {
  const auto* const at = std::find(StatusNames.begin(), StatusNames.end(), name);
  return at == StatusNames.end() ? std::nullopt : std::optional(static_cast<Status>(at - StatusNames.begin()));
}

std::string_view family_name(RelationFamily family) { return FamilyNames.at(static_cast<std::size_t>(family)); }

}  // namespace entente
