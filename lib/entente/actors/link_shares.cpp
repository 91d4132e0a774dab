#include <entente/actors/link_shares.hpp>

#include <algorithm>
#include <map>

#include <entente/base/elementary.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t LookBack = 80;  // places
constexpr SentenceId Reach = 15;      // sentences
constexpr float EachOfTwo = 0.25F;    // least share of each of two
constexpr float BothTogether = 0.7F;  // … and of both

}  // namespace

LinkForm link_form(MentionForm form) {
  switch (form) {
    case MentionForm::Adjective:
      return LinkForm::Adjective;
    case MentionForm::Description:
      return LinkForm::Description;
    case MentionForm::Pronoun:
      return LinkForm::Pronoun;
    default:
      return LinkForm::Name;
  }
}

std::vector<LinkShare> link_shares(Links& links, TokenId t, LinkForm form, SentenceId s, std::span<const Spot> before) {
  links.select(t, form);
  std::vector<LinkShare> places;  // with scores
  float most = links.none_score();
  const std::size_t first = before.size() - std::min(before.size(), LookBack);
  for (std::size_t i = before.size(); i-- > first && before[i].sentence + Reach >= s;) {
    const Spot& place = before[i];
    places.push_back({place.cluster, place.draft,
                      links.score(place.token, link_form(place.form), s - std::min(s, place.sentence)), place.plural});
    most = std::max(most, places.back().share);
  }
  double total = exponential(links.none_score() - most);
  std::map<ClusterId, std::pair<LinkShare, double>> sums;
  for (const LinkShare& place : places) {
    const double share = exponential(place.share - most);
    total += share;
    sums.try_emplace(place.cluster, place, 0.0).first->second.second += share;
  }
  std::vector<LinkShare> shares;
  for (const auto& [cluster, sum] : sums) {
    shares.push_back({cluster, sum.first.draft, static_cast<float>(sum.second / total), sum.first.plural});
  }
  std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  return shares;
}

std::optional<std::pair<LinkShare, LinkShare>> two_that_share(std::span<const LinkShare> shares,
                                                              const std::vector<Cluster>& clusters) {
  if (shares.size() < 2 || shares[1].share < EachOfTwo || shares[0].share + shares[1].share < BothTogether) {
    return std::nullopt;
  }
  const auto is_person = [&](const LinkShare& it) { return clusters[it.cluster].kind == ActorKind::Person; };
  if (is_person(shares[0]) != is_person(shares[1]) || shares[0].plural || shares[1].plural) {
    return std::nullopt;
  }
  return std::pair(shares[0], shares[1]);
}

}  // namespace entente
