#include <entente/graph/person_sighting.hpp>

#include <set>
#include <tuple>

#include <entente/graph/person_name.hpp>

namespace entente::inline v0_1 {

bool sighting_before(const PersonSighting& a, const PersonSighting& b) {
  return std::tie(a.article, a.id) < std::tie(b.article, b.id);
}

std::vector<std::string> name_keys(std::string_view name, std::span<const std::string> aliases) {
  std::set<std::string> keys = {spelling_key(parse_person_name(name).surname)};
  for (const std::string& alias : aliases) {
    if (const PersonName short_name = parse_person_name(alias); short_name.single() && !short_name.surname.empty()) {
      keys.insert(spelling_key(short_name.surname));
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace entente
