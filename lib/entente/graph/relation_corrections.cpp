#include <entente/graph/relation_corrections.hpp>

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include <entente/base/rows.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

RelationTypeId type_named(std::string_view name, const RelationTypes& types, const RowReader& rows) {
  const auto id = types.find(name);
  if (types.types[id].name != name) {
    rows.fail(fmt::format("the relation type \"{}\"; expected one that entente types lists", name));
  }
  return id;
}

RelationCorrection correction_of(std::span<const std::string_view> columns, const RelationTypes& types,
                                 const RowReader& rows) {
  const bool filled = std::none_of(columns.begin(), columns.end(), [](std::string_view c) { return c.empty(); });
  if (columns.size() < 4 || columns.size() > 5 || !filled) {
    rows.fail(
        fmt::format("a correction of {} columns; expected not, an actor, a relation type, an actor, and the right "
                    "type where there is one, divided by tabs",
                    columns.size()));
  }
  RelationCorrection correction{search_key(columns[1]), search_key(columns[3]), type_named(columns[2], types, rows)};
  correction.strikes = columns.size() == 4;
  correction.instead = correction.strikes ? correction.type : type_named(columns[4], types, rows);
  return correction;
}

bool is_called(const ActorEntry& actor, const std::string& key) {
  return search_key(actor.name) == key || search_key(actor.id) == key ||
         std::any_of(actor.aliases.begin(), actor.aliases.end(),
                     [&](const std::string& alias) { return search_key(alias) == key; });
}

bool fits(const RelationCorrection& correction, const Finding& finding, const Actors& actors,
          const RelationTypes& types) {
  if (correction.type != finding.type || finding.source == None || finding.target == None) {
    return false;
  }
  const auto& source = actors.actors[finding.source];
  const auto& target = actors.actors[finding.target];
  const bool turned = types.types[finding.type].symmetric && is_called(source, correction.target) &&
                      is_called(target, correction.source);
  return turned || (is_called(source, correction.source) && is_called(target, correction.target));
}

}  // namespace

std::vector<RelationCorrection> read_relation_corrections(std::string_view user_relations, const RelationTypes& types,
                                                          std::string_view file) {
  std::vector<RelationCorrection> corrections;
  RowReader rows(std::string(file), user_relations);
  while (rows.next()) {
    if (rows.columns().front() == "not") {
      corrections.push_back(correction_of(rows.columns(), types, rows));
    }
  }
  return corrections;
}

void apply(const std::vector<RelationCorrection>& corrections, const Actors& actors, const RelationTypes& types,
           Relations& relations) {
  std::erase_if(relations.findings, [&](Finding& finding) {
    const auto correction = std::find_if(corrections.begin(), corrections.end(), [&](const RelationCorrection& one) {
      return fits(one, finding, actors, types);
    });
    if (correction == corrections.end()) {
      return false;
    }
    finding.type = correction->instead;
    return correction->strikes;
  });
}

}  // namespace entente
