#include <entente/graph/filter.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/base/spelling.hpp>
#include <entente/graph/reports.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

template <typename Value, typename Other>
bool any_or_none(const std::vector<Value>& allowed, const Other& value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

bool network_has_type(const Network& network, const std::string& type) {
  const auto [begin, end] = boost::edges(network);
  return std::any_of(begin, end, [&](Edge edge) { return network[edge].type == type; });
}

std::vector<std::string> names_of(const RelationTypes& types) {
  std::vector<std::string> names;
  for (const RelationType& type : types.types) {
    names.push_back(type.name);
  }
  return names;
}

// "; the nearest are parent, part": names near enough for a typing error.
std::string nearest(std::vector<std::string> names, const std::string& typed, std::size_t most) {
  const std::vector<std::string> near = nearest_spellings(std::move(names), typed, most);
  return near.empty() ? std::string() : fmt::format("; the nearest are {}", fmt::join(near, ", "));
}

void check_article(const Network& network, const std::string& id) {
  std::vector<std::string> ids;
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    ids.push_back(article.id);
  }
  if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) {
    return;
  }
  constexpr std::size_t Most = 5;
  throw Error(ErrorCode::NotFound, "",
              fmt::format("the graph has no article \"{}\"{}", id,
                          ids.empty() ? "; it has none at all" : nearest(std::move(ids), id, Most)));
}

}  // namespace

RelationMatcher::RelationMatcher(const Network& network, RelationFilter wanted, const RelationTypes& types)
    : network_(&network), filter_(std::make_shared<const RelationFilter>(std::move(wanted))), types_(&types) {
  const RelationFilter& filter = *filter_;
  for (const std::string& type : filter.types) {
    if (!types.find(type) && !network_has_type(network, type)) {
      throw Error(ErrorCode::Usage, "--type",
                  fmt::format("there is no relation type \"{}\"{}; see entente types", type,
                              nearest(names_of(types), type, 3)));
    }
  }
  check_date("--since", filter.since);
  check_date("--until", filter.until);
  check_article(network, filter.article);
  const std::string source = search_key(filter.source);
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    if (!source.empty()) {
      in_source_.push_back(search_key(article.source).find(source) != std::string::npos ||
                           search_key(article.outlet).find(source) != std::string::npos);
    }
  }
  by_evidence_ = !(filter.speaker.empty() && filter.article.empty() && filter.since.empty() && filter.until.empty() &&
                   in_source_.empty());
}

bool RelationMatcher::has_family(std::string_view type) const {
  return filter_->families.empty() || any_or_none(filter_->families, types_->named(type).family);
}

bool RelationMatcher::matches(const Relation& relation) const {
  if (filter_ == nullptr) {
    return true;
  }
  const bool fits = relation.confidence >= filter_->min_confidence && any_or_none(filter_->statuses, relation.status) &&
                    (filter_->negated || relation.status != Status::Negated) &&
                    any_or_none(filter_->types, relation.type) && has_family(relation.type);
  if (fits && filter_->min_evidence + filter_->min_articles > 0) {
    const Reports reports =
        count_reports(*network_, relation, [this](const Evidence& evidence) { return matches(evidence); });
    return reports.sentences >= filter_->min_evidence && reports.articles >= filter_->min_articles;
  }
  return fits && (!by_evidence_ || std::any_of(relation.evidence.begin(), relation.evidence.end(),
                                               [this](const Evidence& evidence) { return matches(evidence); }));
}

bool RelationMatcher::matches(const Evidence& evidence) const {
  if (!by_evidence_) {
    return true;
  }
  const auto& articles = (*network_)[boost::graph_bundle].articles;
  if (!filter_->speaker.empty() && evidence.speaker != filter_->speaker) {
    return false;
  }
  if (!filter_->article.empty() && articles[evidence.article].id != filter_->article) {
    return false;
  }
  if (!in_source_.empty() && !in_source_[evidence.article]) {
    return false;
  }
  if (filter_->since.empty() && filter_->until.empty()) {
    return true;
  }
  const EvidenceDays days = days_of(*network_, evidence);
  return !days.from.empty() && (filter_->since.empty() || days.to >= filter_->since) &&
         (filter_->until.empty() || days.from <= filter_->until);
}

EvidenceDays days_of(const Network& network, const Evidence& evidence) {
  if (evidence.time && !(evidence.time->from.empty() && evidence.time->to.empty())) {
    const auto& [text, from, to] = *evidence.time;
    return {from.empty() ? to : from, to.empty() ? from : to, false};
  }
  const std::string& date = network[boost::graph_bundle].articles[evidence.article].date;
  return {date, date, true};
}

}  // namespace entente
