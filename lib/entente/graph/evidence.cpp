#include <entente/graph/evidence.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string_view>
#include <tuple>

namespace entente::inline v0_1 {

namespace {

auto place(const Evidence& e) { return std::tie(e.article, e.sentence, e.predicate); }

auto time_key(const Evidence& e) {
  return e.time ? std::tuple(true, std::string_view(e.time->from), std::string_view(e.time->to),
                             std::string_view(e.time->text))
                : std::tuple(false, std::string_view(), std::string_view(), std::string_view());
}

// By place, then the most certain first. The other fields break ties, so that the order is total.
bool before(const Evidence& a, const Evidence& b) {
  if (place(a) != place(b)) {
    return place(a) < place(b);
  }
  if (a.confidence != b.confidence) {
    return a.confidence > b.confidence;
  }
  return std::tuple(std::tie(a.lemmas, a.speaker, a.text), time_key(a)) <
         std::tuple(std::tie(b.lemmas, b.speaker, b.text), time_key(b));
}

double noisy_or(const std::vector<Evidence>& evidence) {
  constexpr double Cap = 0.99;
  double doubt = 1.0;
  double best = 0.0;
  for (const Evidence& e : evidence) {
    doubt *= 1.0 - std::clamp(static_cast<double>(e.confidence), 0.0, 1.0);
    best = std::max(best, static_cast<double>(e.confidence));
  }
  return std::max(best, std::min(Cap, 1.0 - doubt));
}

std::string common_speaker(const std::vector<Evidence>& evidence) {
  const std::string& first = evidence.front().speaker;
  const bool same = std::all_of(evidence.begin(), evidence.end(), [&](const auto& e) { return e.speaker == first; });
  return same ? first : std::string();
}

BoxedOptional<TimeExpression> common_time(const std::vector<Evidence>& evidence) {
  const auto timed = [](const Evidence& e) { return e.time.has_value(); };
  const auto first = std::find_if(evidence.begin(), evidence.end(), timed);
  if (first == evidence.end()) {
    return std::nullopt;
  }
  const bool same =
      std::all_of(first, evidence.end(), [&](const Evidence& e) { return !e.time || *e.time == *first->time; });
  return same ? first->time : BoxedOptional<TimeExpression>();
}

float rounded(double value, double unit) {
  return std::isfinite(value) ? static_cast<float>(std::round(std::clamp(value, 0.0, 1.0) * unit) / unit) : 0.0F;
}

}  // namespace

void summarize(Relation& relation) {
  std::vector<Evidence>& evidence = relation.evidence;
  assert(!evidence.empty());
  std::sort(evidence.begin(), evidence.end(), before);
  const auto same_place = [](const Evidence& a, const Evidence& b) { return place(a) == place(b); };
  evidence.erase(std::unique(evidence.begin(), evidence.end(), same_place), evidence.end());
  relation.predicate = evidence.front().lemmas;
  relation.speaker = common_speaker(evidence);
  relation.time = common_time(evidence);
  relation.confidence = rounded_confidence(noisy_or(evidence));
}

float rounded_confidence(double confidence) { return rounded(confidence, 1e3); }

float rounded_salience(double salience) { return rounded(salience, 1e4); }

}  // namespace entente
