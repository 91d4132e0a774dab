#include <entente/graph/reports.hpp>

#include <algorithm>
#include <set>

#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

std::string report_key(const Network& network, const Evidence& evidence) {
  constexpr std::ptrdiff_t FewWords = 8;
  std::string key = search_key(evidence.text);
  if (std::count(key.begin(), key.end(), ' ') + 1 < FewWords) {
    key += '\n';
    key += network[boost::graph_bundle].articles[evidence.article].id;
  }
  return key;
}

Reports count_reports(const Network& network, const Relation& relation,
                      const std::function<bool(const Evidence&)>& passes) {
  std::set<std::string> sentences;
  std::set<std::uint32_t> articles;
  for (const Evidence& evidence : relation.evidence) {
    if ((!passes || passes(evidence)) && sentences.insert(report_key(network, evidence)).second) {
      articles.insert(evidence.article);
    }
  }
  return {sentences.size(), articles.size()};
}

}  // namespace entente
