#include <entente/relations/governors.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

// The types of a list of names of types and families; "conflict" stands for all types of the family.
std::vector<bool> types_of(const RelationTypes& types, std::string_view list, const RowReader& rows) {
  std::vector<bool> chosen(types.types.size(), false);
  for (const auto name : split(list, ' ')) {
    bool known = false;
    for (std::size_t i = 0; i < types.types.size(); ++i) {
      if (types.types[i].name == name || family_name(types.types[i].family) == name) {
        chosen[i] = known = true;
      }
    }
    if (!known) {
      rows.fail("\"" + std::string(name) + "\"", "a relation type or a family");
    }
  }
  return chosen;
}

Status status_in(std::string_view name, const RowReader& rows) {
  if (const auto status = status_named(name)) {
    return *status;
  }
  rows.fail("the status \"" + std::string(name) + "\"", "asserted, planned, possible, requested, negated or ended");
}

}  // namespace

Governors::Governors(const RelationTypes& types, Words& words) {
  RowReader rows("lexicon/governors.tsv", resource("lexicon/governors.tsv"));
  while (rows.next()) {
    const auto columns = rows.columns();
    if (columns.size() < 5 || (columns[0] != "instead" && columns[0] != "also" && columns[0] != "toward")) {
      rows.fail("\"" + std::string(rows.line()) + "\"",
                "instead, also or toward, type, status, words, what they govern");
    }
    const auto type = types.find(columns[1]);
    if (!type) {
      rows.fail("\"" + std::string(columns[1]) + "\"", "a relation type of lexicon/relation_types.tsv");
    }
    Rule rule;
    rule.type = *type;
    rule.status = status_in(columns[2], rows);
    rule.instead = columns[0] == "instead";
    rule.toward = columns[0] == "toward";
    rule.governed = types_of(types, columns[4], rows);
    for (const auto word : split(columns[3], ' ')) {
      rule.governor = words.add(word);
      rules_.push_back(rule);
    }
  }
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& x, const Rule& y) { return x.governor < y.governor; });
}

std::optional<Governors::Governed> Governors::above(const Reading& r, TokenId anchor, RelationTypeId type) const {
  TokenId t = anchor;
  if (r.deprel(t) == Deprel::Conj && r.head(t) != None) {
    t = r.head(t);
  }
  const TokenId head = r.head(t);
  const auto d = r.deprel(t);
  const bool infinitive =
      (d == Deprel::Xcomp || d == Deprel::Acl || d == Deprel::Advcl) && r.child(t, Deprel::Mark) != None;
  if (head == None || !r.is_verb(anchor) || (!infinitive && d != Deprel::Ccomp)) {
    return std::nullopt;
  }
  auto at = std::lower_bound(rules_.begin(), rules_.end(), r.words[head],
                             [](const Rule& rule, WordId word) { return rule.governor < word; });
  for (; at != rules_.end() && r.words[head] != NoWord && at->governor == r.words[head]; ++at) {
    if (at->governed[type] && at->toward != infinitive) {
      return Governed{&*at, head};
    }
  }
  return std::nullopt;
}

}  // namespace entente
