#include <entente/relations/user_types.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace entente::inline v0_1 {

namespace {

auto fields(const RelationType& type) {
  return std::tie(type.name, type.label, type.family, type.symmetric, type.cameo, type.plover, type.meaning);
}

bool wins(const RelationType& a, const RelationType& b) {
  return is_shipped(a) != is_shipped(b) ? is_shipped(b) : fields(a) < fields(b);
}

}  // namespace

bool is_shipped(const RelationType& type) {
  const RelationTypes& shipped = shipped_relation_types();
  return fields(shipped.named(type.name)) == fields(type);
}

void define(RelationTypes& types, RelationType type) {
  std::vector<RelationType>& all = types.types;
  const auto same = std::find_if(all.begin(), all.end(), [&](const RelationType& t) { return t.name == type.name; });
  if (same != all.end()) {
    *same = std::move(type);
  } else {
    all.insert(all.empty() || !is_untyped(all.back().name) ? all.end() : all.end() - 1, std::move(type));
  }
}

RelationTypes united(const RelationTypes& a, const RelationTypes& b) {
  RelationTypes both = a;
  for (const RelationType& type : b.types) {
    const auto known = both.find(type.name);
    if (!known || wins(type, both.types[*known])) {
      define(both, type);
    }
  }
  const RelationTypes& shipped = shipped_relation_types();
  const auto place = [&](const RelationType& type) {
    const std::size_t id = shipped.find(type.name).value_or(shipped.types.size() - 1);
    return std::tuple(id, is_untyped(type.name), std::string_view(type.name));
  };
  std::sort(both.types.begin(), both.types.end(),
            [&](const RelationType& x, const RelationType& y) { return place(x) < place(y); });
  return both;
}

RelationTypes extended(RelationTypes types, const RelationTypes& user) {
  for (const RelationType& type : user.types) {
    if (!is_shipped(type)) {
      define(types, type);
    }
  }
  return types;
}

}  // namespace entente
